//! A gemeente: facts with validity dates.

use chrono::NaiveDate;

use super::bekend::Bekend;
use super::organisatie::{Gegevens, Geldigheid};
use crate::diag::Span;

/// A gemeente of the region, today's or a former one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemeente {
    /// The file's name without its ending; stands in paths.
    pub slug: String,
    /// Name, address, look, people.
    pub gegevens: Gegevens,
    /// CBS code with GM.
    pub code: String,
    /// "Ridderkerkse", "van Goeree-Overflakkee".
    pub bijvoeglijk: Bekend<String>,
    /// When the gemeente existed.
    pub geldig: Geldigheid,
    /// Where its last day is said, else its first, else the gemeente as a whole.
    pub geldig_span: Span,
    /// Slug of the gemeente that took its place.
    pub opvolger: Option<String>,
    /// The same on days on which its name or address was another one.
    pub versies: Vec<(Geldigheid, Self)>,
    /// Where it is said.
    pub span: Span,
}

/// A gemeente that gets a document although it has ended, because the author says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TochNaar {
    /// Slug of the gemeente.
    pub gemeente: String,
    /// Why.
    pub reden: String,
    /// Where it is said.
    pub span: Span,
}

impl Gemeente {
    /// As it was on this day, with its name and address of then.
    pub fn op(&self, dag: NaiveDate) -> &Self {
        self.versies.iter().find(|(geldig, _)| geldig.op(dag)).map_or(self, |(_, versie)| versie)
    }
}
