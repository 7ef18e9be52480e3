//! One notation in one document: quotation marks and amounts of money.

use std::collections::BTreeMap;
use std::ops::Range;

use super::passage::{Passage, Rol};
use super::woorden::gelijk;
use super::{Blad, kort};
use crate::diag::codes::{G843, G844, G845, G846};
use crate::diag::{Note, Severity, Span};

/// Quotation marks that Dutch does not use.
const VREEMD: &[&str] = &["„", "‚", "«", "»", "´´", "’’", "‘‘"];

/// What to type.
const RECHT: &str = "Typ gewoon `\"` of `'`: griffel maakt er de goede tekens van";

/// The rules for quotation marks.
pub fn aanhaling(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let mut eerder: BTreeMap<String, (bool, Option<Span>)> = BTreeMap::new();
    for passage in blad.passages.iter().filter(|passage| passage.tekst.contains(is_aanhaling)) {
        for (bereik, dubbel) in citaten(&passage.tekst) {
            let woorden = passage.tekst[bereik.clone()].to_lowercase();
            let plek = passage.plek(bereik.clone(), blad.sources);
            let (anders, waar) = eerder.entry(woorden).or_insert((dubbel, plek));
            if *anders != dubbel {
                let typed = kort(&passage.tekst[bereik.clone()]);
                let message = format!("`{typed}` staat hier tussen andere aanhalingstekens dan eerder");
                let note = blad.note(G845, passage, bereik, message);
                let note = waar.iter().fold(note, |note, waar| note.also(waar.clone(), "de eerste keer"));
                notes.push(note.hint("Gebruik overal dezelfde: dubbele voor wat iemand zegt, enkele voor namen"));
            }
        }
        notes.extend(omgekeerd(blad, passage));
        for (at, teken) in VREEMD.iter().flat_map(|teken| passage.tekst.match_indices(teken)) {
            let message = format!("`{teken}` is geen Nederlands aanhalingsteken");
            notes.push(blad.note(G846, passage, at..at + teken.len(), message).hint(RECHT));
        }
    }
}

/// A mark that closes where a word begins, at best with the mark that opens where the word ends.
fn omgekeerd(blad: &Blad<'_>, passage: &Passage<'_>) -> Vec<Note> {
    let tekst = &passage.tekst;
    let rond = |at: usize, teken: &str| (tekst[..at].chars().next_back(), tekst[at + teken.len()..].chars().next());
    let woord = |teken: Option<char>| teken.is_some_and(char::is_alphanumeric);
    let los = |teken: Option<char>| teken.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '.' | ',' | ')'));
    let begint = tekst.match_indices('”').filter(|(at, teken)| {
        let (voor, na) = rond(*at, teken);
        los(voor) && woord(na)
    });
    let note = |(at, teken): (usize, &str)| {
        let message = "dit aanhalingsteken is omgekeerd: het sluit, maar staat aan het begin";
        let note = blad.note(G846, passage, at..at + teken.len(), message);
        let eind = tekst[at..].find('“').map(|eind| at + eind).filter(|eind| {
            let (voor, na) = rond(*eind, "“");
            woord(voor) && los(na)
        });
        let plek = eind.and_then(|eind| passage.plek(eind..eind + "“".len(), blad.sources));
        let note = plek.into_iter().fold(note, |note, plek| note.also(plek, "en dit opent, maar staat aan het eind"));
        note.hint(RECHT)
    };
    begint.map(note).collect()
}

fn is_aanhaling(teken: char) -> bool {
    !teken.is_ascii() && matches!(teken, '“' | '”' | '‘' | '’' | '„' | '‚' | '«' | '»' | '´')
}

/// What stands between quotation marks, without the marks; true for double ones.
fn citaten(tekst: &str) -> Vec<(Range<usize>, bool)> {
    let mut gevonden = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, teken) in tekst.char_indices() {
        let volgende = tekst[at + teken.len_utf8()..].chars().next();
        match (open, teken) {
            (None, '“' | '‘') => open = Some((at + teken.len_utf8(), teken)),
            (Some((begin, '“')), '”') => gevonden.push((begin..at, true)),
            (Some((begin, '‘')), '’') if !volgende.is_some_and(char::is_alphanumeric) => {
                gevonden.push((begin..at, false))
            }
            _ => continue,
        }
        if matches!(teken, '”' | '’') {
            open = None;
        }
    }
    gevonden
}

/// How an amount is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vorm {
    /// € 100
    Spatie,
    /// €100
    Vast,
    /// 100 euro
    Woord,
}

/// The rules for amounts: a space after the sign, and one notation.
pub fn bedragen(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let gevonden: Vec<(&Passage<'_>, Range<usize>, Vorm)> = blad
        .passages
        .iter()
        .flat_map(|passage| vormen(passage).into_iter().map(move |(bereik, vorm)| (passage, bereik, vorm)))
        .collect();
    let eerste = |zoek: Vorm| gevonden.iter().find(|(_, _, vorm)| *vorm == zoek);
    for (passage, bereik, _) in gevonden.iter().filter(|(_, _, vorm)| *vorm == Vorm::Vast) {
        let typed = &passage.tekst[bereik.clone()];
        let goed = typed.replacen('€', "€ ", 1);
        let mut note = blad.note(
            G843,
            passage,
            bereik.clone(),
            format!("tussen het euroteken en het bedrag hoort een spatie: `{goed}`"),
        );
        if let Some((ander, waar, _)) = eerste(Vorm::Spatie) {
            note.code = note.code.met_ernst(Severity::Waarschuwing);
            note = ander
                .plek(waar.clone(), blad.sources)
                .iter()
                .fold(note, |note, plek| note.also(plek.clone(), "elders met spatie"));
        }
        notes.push(note.liever(typed, &goed));
    }
    let teken = gevonden.iter().find(|(passage, _, vorm)| *vorm != Vorm::Woord && passage.rol != Rol::Cel);
    if let (Some((passage, bereik, _)), Some((ander, waar, _))) = (eerste(Vorm::Woord), teken) {
        let message = format!("`{}` is anders geschreven dan de andere bedragen", kort(&passage.tekst[bereik.clone()]));
        let note = blad.note(G844, passage, bereik.clone(), message);
        let note = ander
            .plek(waar.clone(), blad.sources)
            .iter()
            .fold(note, |note, plek| note.also(plek.clone(), "een bedrag met een euroteken"));
        notes.push(note.hint("Kies in één stuk voor `€ 200` of voor `200 euro`"));
    }
}

fn vormen(passage: &Passage<'_>) -> Vec<(Range<usize>, Vorm)> {
    let mut gevonden = Vec::new();
    for (at, _) in passage.tekst.match_indices('€') {
        let na = &passage.tekst[at + '€'.len_utf8()..];
        let wit = na.len() - na.trim_start().len();
        let cijfers = na[wit..].find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(na.len() - wit);
        let getal = na[wit..wit + cijfers].trim_end_matches(['.', ',']);
        if getal.is_empty() {
            continue;
        }
        let einde = at + '€'.len_utf8() + wit + getal.len();
        gevonden.push((at..einde, if wit == 0 { Vorm::Vast } else { Vorm::Spatie }));
    }
    for nr in 1..passage.woorden.len() {
        let vorige = passage.woord(nr - 1);
        if gelijk(passage.woord(nr), "euro") && vorige.chars().all(|c| c.is_ascii_digit()) && passage.rol != Rol::Cel {
            let begin =
                (0..nr).rev().take_while(|eerder| passage.woord(*eerder).chars().all(|c| c.is_ascii_digit())).last();
            let begin = begin.map_or(passage.woorden[nr - 1].start, |eerder| passage.woorden[eerder].start);
            gevonden.push((begin..passage.woorden[nr].end, Vorm::Woord));
        }
    }
    gevonden
}
