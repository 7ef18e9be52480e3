//! What a bundle consists of: the one source that every file of it is made from.

use chrono::NaiveDate;

use crate::model::publicatie::{Bekendmaking, Waardering};
use crate::model::tooi::Overheid;
use crate::model::waardelijst::Waarde;

/// Everything of one year that one organisation publishes.
#[derive(Clone, Debug)]
pub struct Bundel {
    /// Slug of the gemeente, or id of the organisation.
    pub wie: String,
    /// The year.
    pub jaar: i32,
    /// Who publishes.
    pub uitgever: &'static Overheid,
    /// Where the bundle comes to stand, without a slash at the end; the year is part of it.
    pub basis: String,
    /// The documents, in plan order.
    pub stukken: Vec<Stuk>,
    /// What stays out, and why.
    pub buiten: Vec<Buiten>,
}

/// A document that stays out of the bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Buiten {
    /// What it is: "Raadsbesluit".
    pub wat: String,
    /// Its subject; `None` when it is not open.
    pub onderwerp: Option<String>,
    /// Its reference.
    pub kenmerk: Option<String>,
    /// The folder that it is written in.
    pub map: String,
    /// Why, as the end of a sentence.
    pub reden: String,
}

/// A document that is published.
#[derive(Clone, Debug)]
pub struct Stuk {
    /// Its file name without `.pdf`.
    pub naam: String,
    /// What it is: "Raadsbesluit".
    pub wat: String,
    /// What identifies it, wherever it goes.
    pub identificatie: String,
    /// Its title, as on the page.
    pub titel: String,
    /// A shorter one.
    pub korte_titel: Option<String>,
    /// What it is, in one sentence.
    pub omschrijving: String,
    /// Reference of the sender.
    pub kenmerk: Option<String>,
    /// Case number.
    pub zaaknummer: Option<String>,
    /// The date that it carries.
    pub datum: NaiveDate,
    /// The last day on which its content changed, as far as it says so.
    pub gewijzigd: NaiveDate,
    /// The day on which it is published, when it says so.
    pub gepubliceerd: Option<NaiveDate>,
    /// What was done with it, and when.
    pub handeling: (&'static Waarde, NaiveDate),
    /// Category of the Woo.
    pub categorie: &'static Waarde,
    /// Kind of document.
    pub documentsoort: &'static Waarde,
    /// Subjects.
    pub themas: Vec<&'static Waarde>,
    /// Words to find it by.
    pub trefwoorden: Vec<String>,
    /// How long an archive keeps it.
    pub waardering: Waardering,
    /// Who made it and answers for it.
    pub verantwoordelijke: &'static Overheid,
    /// Who answer for it too: the members that a paper of the joint regulation holds for.
    pub mede: Vec<&'static Overheid>,
    /// The gemeente that it is for.
    pub gemeente: Option<&'static Overheid>,
    /// Which alderman it belongs to.
    pub portefeuillehouder: Option<String>,
    /// The PDF.
    pub pdf: Inhoud,
    /// Its readable twin: an HTML page.
    pub pagina: Inhoud,
    /// The annexes that come along.
    pub bijlagen: Vec<Bijlage>,
    /// Annexes of which no file comes along, by title.
    pub elders: Vec<String>,
    /// The text of a decision of general application, with what its announcement asks for.
    pub bekendmaking: Option<Besluit>,
    /// Why there is no such text, of a document that gives what its announcement asks for.
    pub geen_drop: Option<&'static str>,
}

impl Stuk {
    /// The path of the PDF in the bundle.
    pub fn pad(&self) -> String {
        format!("{}.pdf", self.naam)
    }
}

/// A decision of general application.
#[derive(Clone, Debug)]
pub struct Besluit {
    /// What the document says of its announcement.
    pub opgave: Bekendmaking,
    /// Its text, a paragraph each.
    pub tekst: Vec<String>,
    /// Whether the document has notes in it, which that text leaves out.
    pub noten: bool,
    /// The day on which it was decided and signed.
    pub ondertekend: Option<NaiveDate>,
}

/// An annex that comes along.
#[derive(Clone, Debug)]
pub struct Bijlage {
    /// Its path in the bundle.
    pub pad: String,
    /// Its title.
    pub titel: String,
    /// Its number in the list of annexes.
    pub nummer: usize,
    /// Its bytes.
    pub inhoud: Inhoud,
    /// What kind of file it is.
    pub formaat: Formaat,
}

/// What kind of file something is.
#[derive(Clone, Copy, Debug)]
pub struct Formaat {
    /// In the list of file types that overheid.nl takes.
    pub diwoo: &'static Waarde,
    /// `application/pdf`
    pub mime: &'static str,
    /// Whether griffel made it, so that it is PDF/A-2a.
    pub eigen: bool,
}

/// Bytes with what is said of them.
#[derive(Clone, Debug)]
pub struct Inhoud {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Their SHA-256, in hexadecimal.
    pub sha256: String,
}

impl Bundel {
    /// The address of a file of this bundle.
    pub fn url(&self, pad: &str) -> String {
        format!("{}/{pad}", self.basis)
    }

    /// Its folder below the folder of all bundles.
    pub fn map(&self) -> String {
        format!("{}/{}", self.wie, self.jaar)
    }

    /// The last day that anything in it carries; the time of the files in the ZIP.
    pub fn dag(&self) -> NaiveDate {
        self.stukken.iter().map(|stuk| stuk.gewijzigd).max().unwrap_or_default()
    }
}
