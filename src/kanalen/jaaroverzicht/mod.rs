//! The index of a year: every document of the region by subject and by gemeente, with where it lies or why it does not.
//!
//! From the lines of all bundles of a year come one page and one PDF that say the same. What a document of the year is
//! not published for stands in it too, with the reason; of what is not open only that it is there.

mod bouw;
mod pagina;
mod pdf;
mod regels;

pub use bouw::overzicht;
pub use pagina::html;
pub use pdf::bron;
pub use regels::{Regel, regels};

use chrono::NaiveDate;
use serde::Serialize;

/// The file name of the page.
pub const PAGINA: &str = "index.html";

/// The folder of the index of a year, below that of all bundles.
pub fn map(jaar: i32) -> String {
    jaar.to_string()
}

/// The file name of the PDF.
pub fn pdf_naam(jaar: i32) -> String {
    format!("overzicht-{jaar}.pdf")
}

/// Everything that the index of a year says, in the order in which it says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Jaaroverzicht {
    /// The year.
    pub jaar: i32,
    /// The title.
    pub titel: String,
    /// Whose region.
    pub regio: String,
    /// How much there is.
    pub samenvatting: String,
    /// The last day that a document in it carries.
    #[serde(skip)]
    pub dag: NaiveDate,
    /// Both ways to look for a document.
    pub delen: Vec<Deel>,
}

/// One way to look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deel {
    /// Its heading.
    pub kop: String,
    /// What stands in the first column of its tables.
    pub kolom: String,
    /// Its tables.
    pub groepen: Vec<Groep>,
}

/// One subject, or one gemeente.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Groep {
    /// A fragment to link to.
    pub id: String,
    /// Its heading.
    pub kop: String,
    /// What has been published.
    pub rijen: Vec<Rij>,
    /// What has not, and annexes without a file, as sentences.
    pub niet: Vec<String>,
}

/// One published document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rij {
    /// For whom it is, or what it is about.
    pub eerste: String,
    /// What it is: "Collegebrief".
    pub wat: String,
    /// Its reference; a document can do without.
    pub kenmerk: Option<String>,
    /// Its date, in words.
    pub datum: String,
    /// How far it is, in words.
    pub status: String,
    /// Its files.
    pub bestanden: Vec<Bestand>,
}

/// A file to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bestand {
    /// What it is: "Webpagina", "PDF", "Bijlage 1: Begroting".
    pub woord: String,
    /// The same for who hears the link alone.
    pub voluit: String,
    /// Where it lies, seen from the index.
    pub pad: String,
    /// Where it comes to stand for good.
    pub url: String,
}
