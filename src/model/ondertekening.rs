//! How a document is signed, as far as it says so itself.

use super::bekend::Bekend;
use super::datum::Datum;
use super::organisatie::Waarneming;
use super::tekst::Regel;
use crate::diag::codes::G213;
use crate::diag::{Note, Span, closest};

/// How a document is signed, as far as the document says so itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Ondertekening {
    /// Closing phrase.
    pub slotgroet: Option<Regel>,
    /// On whose behalf, without "Namens".
    pub namens: Option<Regel>,
    /// Place of signing.
    pub plaats: Option<Regel>,
    /// Date of signing.
    pub datum: Option<Bekend<Datum>>,
    /// Who signs; empty means: as the kind says.
    pub door: Vec<Ondertekenaar>,
    /// Who signs instead, alone, on the authority of the body.
    pub mandaat: Option<Mandaat>,
    /// How outputs of the kind are signed that differ from this (`raadsbesluit`), by name.
    pub uitvoer: Vec<(String, Span, Self)>,
    /// Where its date stands, else where it starts.
    pub span: Span,
}

/// Who signs on the authority of a body ("namens deze,"): one signature, no second beside it
/// (Gemeentewet art. 32a lid 2, art. 59a lid 2 and 3).
#[derive(Clone, Debug, PartialEq)]
pub struct Mandaat {
    /// The function, without a comma behind it.
    pub functie: Regel,
    /// Name as printed.
    pub naam: Bekend<Regel>,
}

/// Someone who signs.
#[derive(Clone, Debug, PartialEq)]
pub enum Ondertekenaar {
    /// Whoever holds this office on the day of signing.
    Ambt {
        /// The office.
        ambt: String,
        /// In what way; when the document does not say, whoever comes first by law.
        waarneming: Option<Waarneming>,
        /// Where it stands.
        span: Span,
    },
    /// A person with his or her functions.
    Persoon {
        /// Name as printed.
        naam: Bekend<Regel>,
        /// Functions, one line each.
        functies: Vec<Regel>,
    },
}

/// Offices that sign; a project may have others, but none that is nearly one of these.
const AMBTEN: &[&str] = &[
    "burgemeester",
    "directeur",
    "gemeentesecretaris",
    "griffier",
    "portefeuillehouder",
    "secretaris",
    "voorzitster",
    "voorzitter",
    "wethouder",
];

/// What to say when the name of an office is most likely spelt wrong.
pub fn ambt_note(ambt: &str, span: Span) -> Option<Note> {
    let bedoeld = closest(ambt, AMBTEN.iter().copied()).filter(|bedoeld| *bedoeld != ambt)?;
    let note = Note::at(G213, span, format!("het ambt `{ambt}` is waarschijnlijk verkeerd gespeld"));
    Some(note.liever(ambt, bedoeld))
}
