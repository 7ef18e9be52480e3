//! A gemeente: facts with validity dates.

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
    /// Slug of the gemeente that took its place.
    pub opvolger: Option<String>,
    /// Where it is said.
    pub span: Span,
}
