//! Facts about a person: the day of birth, the address of a home.

use std::ops::Range;

use super::passage::{Passage, Zicht};
use super::woorden::{gelijk, getal, maand};
use super::{Blad, kort};
use crate::diag::Note;
use crate::diag::codes::{G885, G886};

/// Endings of names of streets.
const STRATEN: &[&str] =
    &["straat", "laan", "weg", "plein", "kade", "singel", "dijk", "pad", "gracht", "hof", "steeg", "plantsoen"];
/// Words before a home address.
const WONEN: &[&str] = &["woont", "wonen", "wonende", "woonachtig", "woonadres", "huisadres", "thuisadres"];

/// The rules for facts about a person.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for passage in blad.passages.iter().filter(|passage| passage.zicht != Zicht::Intern) {
        for nr in 0..passage.woorden.len() {
            if let Some(bereik) = geboren(passage, nr) {
                let message = format!("`{}` is de geboortedatum van een persoon", kort(&passage.tekst[bereik.clone()]));
                notes.push(
                    blad.note(G885, passage, bereik, message)
                        .hint("Laat de dag weg; een leeftijd of een jaar is meestal genoeg"),
                );
            }
            if let Some(bereik) = adres(passage, nr) {
                let message = format!("`{}` lijkt het adres van een woning", kort(&passage.tekst[bereik.clone()]));
                notes.push(blad.note(G886, passage, bereik, message).hint("Noem alleen de plaats of de wijk"));
            }
        }
    }
}

/// A full date right after "geboren" or "geboortedatum", with "op" or a place between at most.
fn geboren(passage: &Passage<'_>, nr: usize) -> Option<Range<usize>> {
    let woord = passage.woord(nr);
    if !["geboren", "geboortedatum", "geb"].iter().any(|zoek| gelijk(woord, zoek)) {
        return None;
    }
    for dag in nr + 1..(nr + 5).min(passage.woorden.len()) {
        let woord = passage.woord(dag);
        if ["na", "voor", "vóór", "vanaf", "tussen", "tot"].contains(&woord) {
            return None;
        }
        let drie = (passage.woord(dag), passage.woord(dag + 1), passage.woord(dag + 2));
        let met_naam = maand(drie.1).is_some();
        let jaar = getal(drie.2).is_some_and(|jaar| (1900..2100).contains(&jaar));
        let cijfers = getal(drie.0).is_some_and(|dag| (1..=31).contains(&dag));
        let maand = met_naam || getal(drie.1).is_some_and(|maand| (1..=12).contains(&maand));
        if cijfers && maand && jaar {
            return Some(passage.woorden[dag].start..passage.woorden[dag + 2].end);
        }
    }
    None
}

/// A street with a number, shortly after a word about living somewhere.
fn adres(passage: &Passage<'_>, nr: usize) -> Option<Range<usize>> {
    if !WONEN.iter().any(|zoek| gelijk(passage.woord(nr), zoek)) {
        return None;
    }
    (nr + 1..(nr + 7).min(passage.woorden.len())).find_map(|straat| {
        let woord = passage.woord(straat);
        let naam = STRATEN.iter().any(|einde| woord.to_lowercase().ends_with(einde));
        let nummer = passage.woorden.get(straat + 1)?;
        let huis = passage.tekst[nummer.clone()].starts_with(|c: char| c.is_ascii_digit());
        let begin = if woord.starts_with(char::is_uppercase) { straat } else { straat.checked_sub(1)? };
        let eigennaam = passage.woord(begin).starts_with(char::is_uppercase);
        (naam && huis && eigennaam).then(|| passage.woorden[begin].start..nummer.end)
    })
}
