//! What changed between two versions of a project: compared by what each PDF says, told in Dutch.

mod delen;
mod groepen;
mod html;
mod pdf;
mod scherm;
mod tekst;
mod vergelijk;
mod woorden;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::afdruk::Afdruk;

pub use html::html;
pub use pdf::bron;
pub use scherm::scherm;
pub use vergelijk::vergelijk;

/// One version: everything that it prints.
#[derive(Clone, Debug, Default)]
pub struct Versie {
    /// What a reader calls it: `de werkmap`, `versie v1.0`.
    pub naam: String,
    /// One for each PDF.
    pub stukken: Vec<Stuk>,
    /// What it has but cannot make: the folder of a document, and the gemeente when it is one alone.
    pub onvolledig: BTreeSet<(String, Option<String>)>,
}

/// One PDF of a version.
#[derive(Clone, Debug, Default)]
pub struct Stuk {
    /// Year folder.
    pub jaar: i32,
    /// Id of the document.
    pub id: String,
    /// Output of its kind.
    pub uitvoer: String,
    /// Slug of the gemeente, or id of the sender for one PDF for all.
    pub wie: String,
    /// The same in words.
    pub naam: String,
    /// The subject.
    pub onderwerp: String,
    /// The folder of the document.
    pub map: String,
    /// The path of the PDF.
    pub pad: String,
    /// Digest of all that the PDF is made of.
    pub sleutel: String,
    /// Its words; `None` when they were not kept.
    pub afdruk: Option<Afdruk>,
    /// The files that come with it: number, title and digest.
    pub bijlagen: Vec<Bijlage>,
}

/// A file that comes with a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bijlage {
    /// Its number.
    pub nummer: String,
    /// Its title.
    pub titel: String,
    /// Its digest.
    pub sha256: String,
}

/// Everything that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verslag {
    /// The version from before.
    pub oud: String,
    /// The version of now.
    pub nieuw: String,
    /// PDFs that both versions have and that are the same.
    pub ongewijzigd: usize,
    /// The documents with changes.
    pub stukken: Vec<StukVerschil>,
}

/// One output of one document, for all who get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StukVerschil {
    /// Year folder.
    pub jaar: i32,
    /// Id of the document.
    pub id: String,
    /// Output of its kind.
    pub uitvoer: String,
    /// The subject.
    pub onderwerp: String,
    /// The PDFs that are no longer what they were.
    pub pdfs: Vec<String>,
    /// Equal changes together.
    pub groepen: Vec<Groep>,
}

/// The changes that the same gemeenten have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Groep {
    /// Whether it is everyone who gets the document.
    pub allen: bool,
    /// Who they are.
    pub voor: Vec<Wie>,
    /// What changed for them.
    pub wijzigingen: Vec<Wijziging>,
}

/// A gemeente, or the organisation for what goes to all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Wie {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub naam: String,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wijziging {
    /// What happened.
    pub soort: Soort,
    /// To what: `beslispunt 2`.
    pub plaats: String,
    /// The words, those that stayed among those that went and came.
    pub stukjes: Vec<Stukje>,
    /// Whose words these are, when those of the others differ in what stayed the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voorbeeld: Option<String>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Soort {
    /// Other words.
    Gewijzigd,
    /// Something new.
    Toegevoegd,
    /// Something that is there no more.
    Vervallen,
    /// The same words in another place.
    Verplaatst,
    /// The same words under another number.
    Vernummerd,
    /// The file of an annex has other bytes.
    BestandVervangen,
    /// The same words; the page may look different.
    Opmaak,
    /// Other bytes, of which the words were not kept.
    Onbekend,
    /// A whole new PDF.
    NieuwStuk,
    /// A PDF that is made no more.
    StukVervallen,
}

/// Words that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Stukje {
    /// Which of the three.
    pub staat: Staat,
    /// The words.
    pub tekst: String,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Staat {
    /// They stayed.
    Gelijk,
    /// They went.
    Vervallen,
    /// They came.
    Toegevoegd,
}

/// The report as JSON, for other programs.
pub fn json(verslag: &Verslag) -> String {
    let mut text = serde_json::to_string_pretty(verslag).expect("text, numbers and lists always become JSON");
    text.push('\n');
    text
}
