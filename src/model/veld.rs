//! Values of declared fields.

use super::datum::Datum;
use super::tekst::{Regel, Tekst};
use crate::diag::Span;

/// The value of a field with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Veldwaarde {
    /// The field's key.
    pub naam: String,
    /// What a blank in its place is called.
    pub etiket: String,
    /// What it holds.
    pub waarde: Waarde,
    /// Where it stands; `None` for a default that the kind gives.
    pub span: Option<Span>,
}

/// A value of the closed set of types.
#[derive(Clone, Debug, PartialEq)]
pub enum Waarde {
    /// One line of rich text.
    Regel(Regel),
    /// Rich text with blocks.
    Tekst(Tekst),
    /// A date.
    Datum(Datum),
    /// An amount in eurocents.
    Bedrag(i64),
    /// A whole number.
    Getal(i64),
    /// Yes or no.
    JaNee(bool),
    /// One of the words that the kind allows.
    Keuze(String),
    /// Slugs of gemeenten.
    Gemeenten(Vec<String>),
    /// Fields together.
    Groep(Vec<Veldwaarde>),
    /// Several of the same.
    Lijst(Vec<Waarde>),
    /// The author says that this is not known yet: prints a visible blank.
    Onbekend,
}
