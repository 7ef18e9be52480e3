//! Annexes.

use super::bekend::Bekend;
use super::tekst::{Doelgroep, Regel};
use crate::diag::Span;

/// An annex as the document lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bijlage {
    /// Its id, for references.
    pub id: String,
    /// Its title as printed.
    pub titel: Regel,
    /// Where the piece itself comes from.
    pub herkomst: Herkomst,
    /// Version as printed.
    pub versie: Option<Regel>,
    /// Whether and how it comes with the document.
    pub status: BijlageStatus,
    /// Whether it may be public.
    pub geheim: bool,
    /// Which gemeenten get it.
    pub voor: Doelgroep,
    /// Where it stands.
    pub span: Span,
}

/// Where an annex comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Herkomst {
    /// A file in the document's folder, path relative to that folder.
    Bestand(String, Span),
    /// A document that this project makes itself, by id.
    Stuk(String, Span),
    /// Elsewhere: words or a web address.
    Vindplaats(Bekend<Regel>),
}

/// How an annex reaches the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BijlageStatus {
    /// Sent along.
    #[default]
    Meegezonden,
    /// To be read at the town hall.
    TerInzage,
    /// Sent later.
    Nagezonden,
    /// Replaces an earlier one.
    Vervangen,
    /// Withdrawn: no longer an annex, numbering closes up.
    Ingetrokken,
}

impl BijlageStatus {
    /// What is printed behind the title; nothing for the usual case.
    pub fn woord(self) -> Option<&'static str> {
        match self {
            Self::Meegezonden | Self::Ingetrokken => None,
            Self::TerInzage => Some("ter inzage"),
            Self::Nagezonden => Some("wordt nagezonden"),
            Self::Vervangen => Some("vervangen"),
        }
    }
}
