//! Who signs, by office and day (Gemeentewet art. 32a for the raad, art. 59a for the college).

use chrono::NaiveDate;

use super::Afzender;
use crate::diag::Note;
use crate::diag::codes::G411;
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::soort::{OndertekeningDef, Soort, Uitvoer};
use crate::model::stuk::{Inhoud, Ondertekenaar, Ondertekening};
use crate::model::tekst::Regel;

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
        /// The office, as in "de secretaris,".
        ambt: &'p str,
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
}

/// A [`Tekening`] and whether a fault was noted on the way.
pub struct Bepaald<'p> {
    /// The signatures.
    pub value: Tekening<'p>,
    /// Whether a fault keeps the document from being made.
    pub fout: bool,
}

/// The signatures for one output. A document's own signatures are for outputs that the kind says nothing special of.
pub fn bepaal<'p>(
    inhoud: &'p Inhoud,
    soort: &'p Soort,
    uitvoer: &'p Uitvoer,
    afzender: Afzender<'p>,
    notes: &mut Vec<Note>,
) -> Bepaald<'p> {
    let before = notes.len();
    let eigen = inhoud.ondertekening.as_ref().filter(|_| uitvoer.ondertekening.is_none());
    let def = uitvoer.ondertekening.as_ref().or(soort.ondertekening.as_ref());
    let periode = periode(inhoud, eigen);
    let mut ambt = |ambt: &'p str| naam_bij_ambt(ambt, afzender, periode, inhoud, notes);
    let tekenaars = match eigen.map(|o| o.door.as_slice()) {
        Some(door) if !door.is_empty() => door
            .iter()
            .map(|tekenaar| match tekenaar {
                Ondertekenaar::Ambt(naam, _) => ambt(naam),
                Ondertekenaar::Persoon { naam, functies } => Tekenaar::Persoon { naam, functies },
            })
            .collect(),
        _ => def.map(|def| def.ambten.iter().map(|a| ambt(a)).collect()).unwrap_or_default(),
    };
    Bepaald { value: Tekening { eigen, soort: def, tekenaars }, fout: notes.len() > before }
}

/// The days on which the document can have been signed.
fn periode(inhoud: &Inhoud, eigen: Option<&Ondertekening>) -> Option<(NaiveDate, NaiveDate)> {
    let getekend = eigen.and_then(|o| o.datum.as_ref());
    let datum: Option<&Datum> = match getekend.unwrap_or(&inhoud.datum) {
        Bekend::Bekend(datum) => Some(datum),
        Bekend::Onbekend => None,
    };
    datum.and_then(Datum::periode)
}

/// The one person who held the office on all the days that are possible.
fn naam_bij_ambt<'p>(
    ambt: &'p str,
    afzender: Afzender<'p>,
    periode: Option<(NaiveDate, NaiveDate)>,
    inhoud: &Inhoud,
    notes: &mut Vec<Note>,
) -> Tekenaar<'p> {
    let open = Tekenaar::Ambt { ambt, naam: Bekend::Onbekend };
    let Some((van, tot)) = periode else { return open };
    let gegevens = afzender.gegevens();
    let mut dragers = gegevens.ambtsdragers_op(ambt, van);
    if dragers.is_empty() && ambt == "voorzitter" {
        // Gemeentewet art. 9: de burgemeester is voorzitter van de raad.
        dragers = gegevens.ambtsdragers_op("burgemeester", van);
    }
    dragers.retain(|drager| drager.geldig.op(tot));
    match dragers.as_slice() {
        [] => open,
        [een] => {
            let titel = een.aanspreektitel.as_ref().map(|t| format!("{t} ")).unwrap_or_default();
            Tekenaar::Ambt { ambt, naam: Bekend::Bekend(format!("{titel}{}", een.naam)) }
        }
        [een, twee, ..] => {
            let message =
                format!("Op deze datum zijn er twee die als {ambt} kunnen tekenen: {} en {}", een.naam, twee.naam);
            notes.push(
                Note::at(G411, inhoud.datum_span.clone(), message)
                    .also(een.span.clone(), een.naam.as_str())
                    .also(twee.span.clone(), twee.naam.as_str())
                    .hint("Vul bij één van beiden `van` of `tot` in"),
            );
            open
        }
    }
}
