//! Places that were to be filled in later and still stand there.

use std::ops::Range;

use super::passage::{Passage, Rol};
use super::woorden::{gelijk, hier, los};
use super::{Blad, kort};
use crate::diag::codes::G847;
use crate::diag::{Note, Severity};

/// What stands between brackets where a writer meant to fill something in.
const TUSSEN_HAKEN: &[&str] = &[
    "naam",
    "datum",
    "bedrag",
    "gemeente",
    "plaats",
    "nummer",
    "kenmerk",
    "zaaknummer",
    "titel",
    "functie",
    "adres",
    "telefoonnummer",
    "aantal",
    "onderwerp",
    "invullen",
    "in te vullen",
    "aanvullen",
    "organisatie",
    "jaar",
    "wethouder",
    "portefeuillehouder",
    "nader",
    "tekst",
    "vul",
    "link",
];

/// Words that say that something is still to come.
const WOORDEN: &[&str] =
    &["lorem ipsum", "nog in te vullen", "nog invullen", "nader in te vullen", "tekst volgt", "hier invullen"];

/// The rule for places that are still open.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for passage in &blad.passages {
        let mut plekken = woorden(passage);
        plekken.extend(haken(&passage.tekst));
        plekken.extend(tekens(&passage.tekst));
        for bereik in plekken {
            let message = format!("`{}` is nog niet ingevuld", kort(&passage.tekst[bereik.clone()]));
            let mut note = blad.note(G847, passage, bereik, message);
            if blad.inhoud.status.is_af() {
                note.code = note.code.met_ernst(Severity::Fout);
            }
            notes.push(
                note.hint(
                    "Vul het in, of schrijf `{{ lokaal.naam }}` en zet bij `waarden` dat `naam` nog `onbekend` is",
                ),
            );
        }
    }
}

fn woorden(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut gevonden = Vec::new();
    for (nr, bereik) in passage.woorden.iter().enumerate() {
        let woord = &passage.tekst[bereik.clone()];
        let kruisjes = woord.len() >= 3 && woord.chars().all(|c| matches!(c, 'x' | 'X'));
        // In a table it is an amount that is known by name only.
        let pm = woord == "PM" && passage.rol != Rol::Cel;
        let werk = gelijk(woord, concat!("to", "do"));
        if (kruisjes || pm || werk) && los(passage, bereik) {
            gevonden.push(bereik.clone());
        }
        gevonden.extend(WOORDEN.iter().find_map(|reeks| hier(passage, nr, reeks)));
    }
    gevonden
}

/// `[naam]` and `<naam>`.
fn haken(tekst: &str) -> Vec<Range<usize>> {
    let mut gevonden = Vec::new();
    for (open, sluit) in [('[', ']'), ('<', '>')] {
        for (at, _) in tekst.match_indices(open) {
            let binnen = at + 1;
            let Some(lengte) =
                tekst[binnen..].char_indices().take(60).find(|(_, teken)| *teken == sluit).map(|(nr, _)| nr)
            else {
                continue;
            };
            let woorden = tekst[binnen..binnen + lengte].trim().to_lowercase();
            let open_plek = TUSSEN_HAKEN.iter().any(|woord| {
                woorden.strip_prefix(woord).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '/']))
            });
            if open_plek {
                gevonden.push(at..binnen + lengte + 1);
            }
        }
    }
    gevonden
}

/// Rows of dots, lines and question marks that stand by themselves.
fn tekens(tekst: &str) -> Vec<Range<usize>> {
    let mut gevonden = Vec::new();
    let mut rest = tekst.char_indices().peekable();
    while let Some((begin, teken)) = rest.next() {
        if !matches!(teken, '.' | '…' | '_' | '?') {
            continue;
        }
        let mut einde = begin + teken.len_utf8();
        let mut lengte = 1;
        while rest.peek().is_some_and(|(_, volgende)| *volgende == teken) {
            lengte += 1;
            einde += teken.len_utf8();
            rest.next();
        }
        let voor = tekst[..begin].chars().next_back();
        let na = tekst[einde..].chars().next();
        let alleen = |naast: Option<char>| naast.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | ':'));
        // Words that were left out of a quotation stand between brackets, a sentence that trails off has no space before.
        let weg = match teken {
            '.' => lengte >= 4 || (lengte == 3 && alleen(voor) && alleen(na) && voor.is_some() && na.is_some()),
            '…' => alleen(voor) && alleen(na) && voor.is_some() && na.is_some(),
            _ => lengte >= 3,
        };
        if weg && !matches!(voor, Some('(' | '[')) {
            gevonden.push(begin..einde);
        }
    }
    gevonden
}
