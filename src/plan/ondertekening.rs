//! Who signs, by office and day: for the college the secretaris and the burgemeester (Gemeentewet art. 59a), for the
//! raad the griffier and the voorzitter (art. 32a); who signs on their authority signs alone (art. 32a lid 2,
//! art. 59a lid 2 and 3).

mod ambt;

use chrono::NaiveDate;

use super::{Afzender, Besluit};
use crate::diag::{Note, Span};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::organisatie::Waarneming;
use crate::model::soort::{OndertekeningDef, Soort, Uitvoer};
use crate::model::stuk::{Inhoud, Ondertekenaar, Ondertekening};
use crate::model::tekst::Regel;
use ambt::Vraag;

/// The signatures under a document.
#[derive(Clone, Debug, Default)]
pub struct Tekening<'p> {
    /// What the document says of it (closing phrase, place, on whose behalf).
    pub eigen: Option<&'p Ondertekening>,
    /// What the kind says of it.
    pub soort: Option<&'p OndertekeningDef>,
    /// Who sign, left to right.
    pub tekenaars: Vec<Tekenaar<'p>>,
}

/// One signature.
#[derive(Clone, Debug)]
pub enum Tekenaar<'p> {
    /// Whoever holds an office; the name is open when nobody is known.
    Ambt {
        /// The office, as in the list of office holders.
        ambt: &'p str,
        /// In what way it is held.
        waarneming: Waarneming,
        /// The name with its form of address, when known.
        naam: Bekend<String>,
    },
    /// A person that the document names.
    Persoon {
        /// The name.
        naam: &'p Bekend<Regel>,
        /// Functions, one line each.
        functies: &'p [Regel],
    },
    /// Who signs alone on the authority of the body: "namens deze,".
    Mandaat {
        /// The function.
        functie: &'p Regel,
        /// The name.
        naam: &'p Bekend<Regel>,
    },
}

/// A [`Tekening`] and whether a fault was noted on the way.
pub struct Bepaald<'p> {
    /// The signatures.
    pub value: Tekening<'p>,
    /// Whether a fault keeps the document from being made.
    pub fout: bool,
}

/// What is to be signed.
pub struct Aanleiding<'a, 'p> {
    /// The document.
    pub inhoud: &'p Inhoud,
    /// Its kind.
    pub soort: &'p Soort,
    /// Which of its outputs.
    pub uitvoer: &'p Uitvoer,
    /// What the raad did, when it has met on this output.
    pub besluit: Option<&'a Besluit<'p>>,
}

/// The signatures for one output. What a document says of its signing as a whole is not for outputs that the kind
/// says something special of; those have a group of their own (`uitvoer: {raadsbesluit: ...}`).
pub fn bepaal<'p>(aanleiding: &Aanleiding<'_, 'p>, afzender: Afzender<'p>, notes: &mut Vec<Note>) -> Bepaald<'p> {
    let Aanleiding { inhoud, soort, uitvoer, besluit } = *aanleiding;
    if besluit.is_some_and(|besluit| !besluit.besluitvorming.is_aangenomen()) {
        // What the raad did not adopt, nobody signs.
        return Bepaald { value: Tekening::default(), fout: false };
    }
    let before = notes.len();
    let algemeen = inhoud.ondertekening.as_ref();
    let apart = algemeen.and_then(|o| o.uitvoer.iter().find(|(naam, ..)| *naam == uitvoer.naam));
    let eigen = apart.map(|(_, _, o)| o).or(algemeen.filter(|_| uitvoer.ondertekening.is_none()));
    let def = uitvoer.ondertekening.as_ref().or(soort.ondertekening.as_ref());
    let (datum, span) = datum(inhoud, eigen, def);
    let periode = datum.and_then(Datum::periode);
    let mut zoek = |ambt: &'p str, waarneming: Option<Waarneming>| match periode {
        Some(periode) => ambt::zoek(&Vraag { ambt, waarneming, periode, span }, afzender.gegevens(), notes),
        None => ambt::open(ambt, waarneming),
    };
    let tekenaars = match eigen.map(|o| (&o.mandaat, o.door.as_slice())) {
        Some((Some(mandaat), _)) => vec![Tekenaar::Mandaat { functie: &mandaat.functie, naam: &mandaat.naam }],
        Some((None, door)) if !door.is_empty() => door
            .iter()
            .map(|tekenaar| match tekenaar {
                Ondertekenaar::Ambt { ambt, waarneming, .. } => zoek(ambt, *waarneming),
                Ondertekenaar::Persoon { naam, functies } => Tekenaar::Persoon { naam, functies },
            })
            .collect(),
        _ => def.map(|def| def.ambten.iter().map(|ambt| zoek(ambt, None)).collect()).unwrap_or_default(),
    };
    Bepaald { value: Tekening { eigen, soort: def, tekenaars }, fout: notes.len() > before }
}

/// The date of signing and its place: as the document says; what the raad decides is signed as of its meeting;
/// anything else on the date of the document.
fn datum<'p>(
    inhoud: &'p Inhoud,
    eigen: Option<&'p Ondertekening>,
    def: Option<&OndertekeningDef>,
) -> (Option<&'p Datum>, &'p Span) {
    if let Some(Ondertekening { datum: Some(datum), span, .. }) = eigen {
        return (datum.as_ref().known(), span);
    }
    if def.is_some_and(|def| def.orgaan == "raad")
        && let Some((datum, span)) = super::stadia::raad(inhoud)
    {
        return (Some(datum), span);
    }
    (inhoud.datum.as_ref().known(), &inhoud.datum_span)
}

/// First and last day.
type Periode = (NaiveDate, NaiveDate);
