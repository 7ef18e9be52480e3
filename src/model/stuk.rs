//! A document: its envelope in Rust, since plan and publish reason about it, and its declared fields.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bekend::Bekend;
use super::besluitvorming::Besluitvorming;
use super::bijlage::Bijlage;
use super::datum::Datum;
use super::gemeente::TochNaar;
use super::keuring::Toegestaan;
pub use super::ondertekening::{Mandaat, Ondertekenaar, Ondertekening};
use super::pdf::{PdfFeiten, PdfFout};
use super::publicatie::Publicatie;
use super::soort::Verspreiding;
use super::tekst::{Doelgroep, Regel, Tekst};
use super::veld::Veldwaarde;
use crate::diag::{Noted, Span};

/// A document as the project holds it: the shared version and the versions that differ per gemeente.
#[derive(Clone, Debug)]
pub struct Stuk {
    /// Its id; unique per kind and year.
    pub id: String,
    /// Id of its kind.
    pub soort: String,
    /// The year folder it stands in.
    pub jaar: i32,
    /// Its folder, relative to the project.
    pub map: String,
    /// Its YAML file, relative to the project.
    pub bron: String,
    /// The place of its id.
    pub span: Span,
    /// The shared version with the notes that it gave; `None` when it cannot be used at all.
    pub basis: Noted<Option<Inhoud>>,
    /// The versions of the gemeenten that have local values, by slug.
    pub lokaal: BTreeMap<String, Noted<Option<Inhoud>>>,
    /// Where the local values of each gemeente start.
    pub lokaal_spans: BTreeMap<String, Span>,
    /// The files of its folder, by path relative to it.
    pub bestanden: BTreeMap<String, Arc<[u8]>>,
    /// What the PDFs among them say of themselves, by the same path.
    pub pdfs: BTreeMap<String, Result<PdfFeiten, PdfFout>>,
}

impl Stuk {
    /// The version for this gemeente.
    pub fn voor(&self, gemeente: Option<&str>) -> &Noted<Option<Inhoud>> {
        gemeente.and_then(|slug| self.lokaal.get(slug)).unwrap_or(&self.basis)
    }
}

/// A document with all values in place for one gemeente (or for all).
#[derive(Clone, Debug, PartialEq)]
pub struct Inhoud {
    /// The subject; also the title of the PDF.
    pub onderwerp: Regel,
    /// The place of the subject.
    pub onderwerp_span: Span,
    /// Short title for running heads.
    pub korte_titel: Option<Regel>,
    /// Reference of the sender.
    pub kenmerk: Option<Feit>,
    /// Case number.
    pub zaaknummer: Option<Feit>,
    /// The date of the document.
    pub datum: Bekend<Datum>,
    /// The place of the date.
    pub datum_span: Span,
    /// How far it is.
    pub status: Status,
    /// The place of the status.
    pub status_span: Span,
    /// Version as printed.
    pub versie: Option<Feit>,
    /// Who may read it.
    pub openbaarheid: Openbaarheid,
    /// The place of that, when the document says it.
    pub openbaarheid_span: Option<Span>,
    /// How it is published.
    pub publicatie: Publicatie,
    /// Who sends it: an organisation's id, or `gemeente`.
    pub afzender: Option<(String, Span)>,
    /// Who gets it.
    pub ontvangers: Ontvangers,
    /// The place of the recipients.
    pub ontvangers_span: Option<Span>,
    /// Gemeenten that have ended and get it all the same.
    pub toch_naar: Vec<TochNaar>,
    /// Where it says that the successor decides for a gemeente that has ended by then.
    pub besluit_door_opvolger: Option<Span>,
    /// One PDF per gemeente or one for all; the kind decides when absent.
    pub verspreiding: Option<Verspreiding>,
    /// The points to decide.
    pub beslispunten: Vec<Beslispunt>,
    /// What the raad did with them.
    pub besluitvorming: Option<Besluitvorming>,
    /// Sections by key, in the order of the document.
    pub secties: Vec<Sectie>,
    /// Annexes.
    pub bijlagen: Vec<Bijlage>,
    /// Notes by id.
    pub noten: BTreeMap<String, Noot>,
    /// How it is signed.
    pub ondertekening: Option<Ondertekening>,
    /// Values that differ per gemeente and that text asks for as `lokaal.<naam>`.
    pub waarden: BTreeMap<String, Feit>,
    /// Fields that the kind declares, and the plain fields of the envelope.
    pub velden: Vec<Veldwaarde>,
    /// Notes of content rules that the writer allows.
    pub toegestaan: Vec<Toegestaan>,
}

impl Inhoud {
    /// A declared or plain envelope field by name.
    pub fn veld(&self, naam: &str) -> Option<&Veldwaarde> {
        self.velden.iter().find(|veld| veld.naam == naam)
    }
}

/// A fact with its place: text, or not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feit {
    /// The text, verbatim.
    pub waarde: Bekend<String>,
    /// Where it stands.
    pub span: Span,
}

/// How far a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Draft.
    Concept,
    /// Final.
    Definitief,
    /// Adopted.
    Vastgesteld,
    /// Adopted with changes.
    GewijzigdVastgesteld,
    /// Withdrawn.
    Ingetrokken,
    /// Rejected by the raad.
    Verworpen,
    /// Put off by the raad.
    Aangehouden,
}

impl Status {
    /// What a document can be, with the word that an author writes.
    pub const ALLE: &[(&str, Self)] = &[
        ("concept", Self::Concept),
        ("definitief", Self::Definitief),
        ("vastgesteld", Self::Vastgesteld),
        ("gewijzigd-vastgesteld", Self::GewijzigdVastgesteld),
        ("ingetrokken", Self::Ingetrokken),
    ];

    /// What a raad can do with a proposal, with the word that an author writes.
    pub const UITKOMSTEN: &[(&str, Self)] = &[
        ("vastgesteld", Self::Vastgesteld),
        ("gewijzigd-vastgesteld", Self::GewijzigdVastgesteld),
        ("verworpen", Self::Verworpen),
        ("aangehouden", Self::Aangehouden),
        ("ingetrokken", Self::Ingetrokken),
    ];

    /// The word that an author writes; also the suffix of the file name.
    pub fn sleutel(self) -> &'static str {
        Self::ALLE.iter().chain(Self::UITKOMSTEN).find(|(_, status)| *status == self).map_or("", |(woord, _)| woord)
    }

    /// The word that a reader sees.
    pub fn woord(self) -> &'static str {
        match self {
            Self::Concept => "Concept",
            Self::Definitief => "Definitief",
            Self::Vastgesteld => "Vastgesteld",
            Self::GewijzigdVastgesteld => "Gewijzigd vastgesteld",
            Self::Ingetrokken => "Ingetrokken",
            Self::Verworpen => "Verworpen",
            Self::Aangehouden => "Aangehouden",
        }
    }

    /// Whether the document claims to be finished, so that nothing in it may be open.
    pub fn is_af(self) -> bool {
        matches!(self, Self::Definitief | Self::Vastgesteld | Self::GewijzigdVastgesteld)
    }
}

/// Who may read a document (Gemeentewet art. 87-89).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Openbaarheid {
    /// Everyone.
    Openbaar,
    /// Members of the body only.
    Besloten,
    /// Secrecy has been imposed; ground, body and who may lift it must be stated.
    Geheim {
        /// "Woo art. 5.1 lid 2 onder b"
        grondslag: String,
        /// The body that imposed it.
        opgelegd_door: String,
        /// When it was imposed.
        opgelegd_op: Option<Datum>,
        /// Who may lift it.
        opheffing_door: String,
    },
}

impl Openbaarheid {
    /// The word for templates and manifest.
    pub fn sleutel(&self) -> &'static str {
        match self {
            Self::Openbaar => "openbaar",
            Self::Besloten => "besloten",
            Self::Geheim { .. } => "geheim",
        }
    }

    /// The line that stands on every page of a secret document (Gemeentewet art. 87-89).
    pub fn regel(&self) -> Option<String> {
        let Self::Geheim { grondslag, opgelegd_door, opgelegd_op, opheffing_door } = self else { return None };
        let op = opgelegd_op.as_ref().map(|d| format!(" op {}", d.lang())).unwrap_or_default();
        Some(format!(
            "GEHEIM – opgelegd door {opgelegd_door}{op} – grondslag {grondslag} – op te heffen door {opheffing_door}"
        ))
    }
}

/// Who gets a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ontvangers {
    /// The members of the sender (or of the region's joint regulation) on the document's date.
    Gemeenten,
    /// These, by slug.
    Lijst(Vec<(String, Span)>),
    /// Nobody in particular.
    Geen,
}

/// A point to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Beslispunt {
    /// Its id, for references.
    pub id: Option<String>,
    /// What is decided.
    pub tekst: Regel,
    /// Parts: a, b, c; below them i, ii, iii.
    pub sub: Vec<Beslispunt>,
    /// The body that decides this point, when a list serves two.
    pub orgaan: Option<String>,
    /// Reasons.
    pub argumenten: Vec<Argument>,
    /// Reservations.
    pub kanttekeningen: Vec<Argument>,
    /// Which gemeenten have it.
    pub voor: Doelgroep,
    /// Where it stands.
    pub span: Span,
}

/// A reason or reservation: a statement with its explanation.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// Its id, for references.
    pub id: Option<String>,
    /// The statement, a whole sentence.
    pub stelling: Regel,
    /// The explanation.
    pub toelichting: Tekst,
    /// Which gemeenten have it.
    pub voor: Doelgroep,
    /// Where it stands.
    pub span: Span,
}

/// A filled section.
#[derive(Clone, Debug, PartialEq)]
pub struct Sectie {
    /// Its key.
    pub sleutel: String,
    /// What it says.
    pub inhoud: SectieInhoud,
    /// Where it stands.
    pub span: Span,
}

/// What a section says.
#[derive(Clone, Debug, PartialEq)]
pub enum SectieInhoud {
    /// Text.
    Tekst(Tekst),
    /// Explicitly not applicable, perhaps with a reason; not the same as forgotten.
    Nvt(Option<Regel>),
}

/// A note at the foot of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Noot {
    /// Its text.
    pub tekst: Regel,
    /// Where its id stands.
    pub span: Span,
}
