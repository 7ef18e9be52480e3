//! What the raad did with a proposal: the outcome, its day, and the amendments that changed the points.

use super::bekend::Bekend;
use super::datum::Datum;
use super::stuk::{Beslispunt, Status};
use super::tekst::Regel;
use crate::diag::Span;

/// What became of a proposal in the raad.
#[derive(Clone, Debug, PartialEq)]
pub struct Besluitvorming {
    /// The outcome, as the status that the raadsbesluit gets.
    pub uitkomst: Status,
    /// The place of the outcome.
    pub uitkomst_span: Span,
    /// The day on which the raad did so.
    pub datum: Bekend<Datum>,
    /// The place of the day.
    pub datum_span: Span,
    /// Where the raad met.
    pub plaats: Option<Regel>,
    /// What changed the points, in the order in which it was adopted.
    pub amendementen: Vec<Amendement>,
}

impl Besluitvorming {
    /// Whether the raad adopted the points, as proposed or changed.
    pub fn is_aangenomen(&self) -> bool {
        matches!(self.uitkomst, Status::Vastgesteld | Status::GewijzigdVastgesteld)
    }
}

/// A change that the raad adopted.
#[derive(Clone, Debug, PartialEq)]
pub struct Amendement {
    /// Its number, as the griffie gave it: "A1".
    pub nummer: String,
    /// The place of its number.
    pub span: Span,
    /// Its title.
    pub titel: Option<Regel>,
    /// Which factions moved it.
    pub indiener: Option<Regel>,
    /// What it does.
    pub ingrepen: Vec<Ingreep>,
}

/// One thing that an amendment does to the points.
#[derive(Clone, Debug, PartialEq)]
pub struct Ingreep {
    /// What.
    pub daad: Daad,
    /// Where the amendment says so.
    pub span: Span,
}

/// What an amendment does to a point, by id.
#[derive(Clone, Debug, PartialEq)]
pub enum Daad {
    /// The point gets other words; its parts stay.
    Vervang(String, Regel),
    /// A new point.
    VoegToe(Plek, Beslispunt),
    /// The point goes, with its parts.
    LaatWeg(String),
}

/// Where a new point goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plek {
    /// Behind the point with this id, at its level.
    Na(String),
    /// Before it.
    Voor(String),
    /// As its last part.
    Onder(String),
    /// Behind the last point.
    Einde,
}

impl Plek {
    /// The point that it names.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Na(id) | Self::Voor(id) | Self::Onder(id) => Some(id),
            Self::Einde => None,
        }
    }
}
