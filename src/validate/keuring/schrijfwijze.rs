//! Words written as the project writes them, and abbreviations that a reader has been told.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::passage::{Passage, Rol, Zicht};
use super::{Blad, kort};
use crate::diag::codes::{G841, G842};
use crate::diag::{Note, Span};

/// Abbreviations that every reader of council papers knows.
const BEKEND: &[&str] = &[
    "AB", "DB", "GR", "AOW", "AVG", "AZC", "BSN", "BTW", "BV", "CAO", "CBS", "CPB", "EU", "GGD", "GGZ", "HBO", "IBAN",
    "ICT", "ID", "IJ", "MBO", "NL", "NV", "OM", "OV", "OZB", "PDF", "QR", "SCP", "TV", "UWV", "VNG", "WMO", "WOZ",
    "WW", "ZZP", "KVK", "RIB", "USB", "VN", "VWS", "BZK", "KPMG", "TNO", "HR", "PR",
];

/// The term rule: forms that the project does not want.
pub fn termen(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let mut per_begin: BTreeMap<String, Vec<(&str, &str, &Span)>> = BTreeMap::new();
    for (niet, (schrijf, plek)) in &blad.project.instellingen.keurwijzer.termen {
        let begin = niet.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        per_begin.entry(begin).or_default().push((niet, schrijf, plek));
    }
    if per_begin.is_empty() {
        return;
    }
    for passage in &blad.passages {
        for bereik in &passage.woorden {
            let woord = passage.tekst[bereik.clone()].to_lowercase();
            let Some(vormen) = per_begin.get(&woord) else { continue };
            let gevonden = vormen
                .iter()
                .find_map(|(niet, schrijf, plek)| Some((vorm(passage, bereik.start, niet, schrijf)?, schrijf, *plek)));
            let Some((heel, schrijf, plek)) = gevonden else { continue };
            let typed = &passage.tekst[heel.clone()];
            let goed = met_hoofdletter(schrijf, typed);
            let message = format!("`{}` schrijven we als `{goed}`", kort(typed));
            let typed = typed.to_string();
            let note = blad.note(G841, passage, heel, message).also(plek.clone(), "zo staat het in de woordenlijst");
            notes.push(note.liever(&typed, &goed));
        }
    }
}

/// Where a wrong form stands that begins here; its case counts only when nothing else is wrong with it.
fn vorm(passage: &Passage<'_>, begin: usize, niet: &str, schrijf: &str) -> Option<Range<usize>> {
    let precies = niet.to_lowercase() == schrijf.to_lowercase();
    let mut rest = passage.tekst[begin..].char_indices();
    let mut einde = begin;
    for teken in niet.chars() {
        let (at, ons) = rest.next()?;
        let zelfde = ons == teken
            || (teken == ' ' && ons.is_whitespace())
            || (!precies && ons.to_lowercase().eq(teken.to_lowercase()));
        if !zelfde {
            return None;
        }
        einde = begin + at + ons.len_utf8();
    }
    let (voor, na) = passage.rond(&(begin..einde));
    let in_adres = |teken: Option<char>| teken.is_some_and(|teken| matches!(teken, '/' | '@' | '_'));
    let adres = in_adres(voor) || in_adres(na) || voor == Some('.') || passage.tekst[einde..].starts_with(".nl");
    (!adres && !na.is_some_and(char::is_alphanumeric)).then_some(begin..einde)
}

/// The right form with a capital where the wrong one has it.
fn met_hoofdletter(schrijf: &str, typed: &str) -> String {
    let hoofd = typed.chars().next().is_some_and(char::is_uppercase);
    let mut letters = schrijf.chars();
    match letters.next() {
        Some(eerste) if hoofd => eerste.to_uppercase().chain(letters).collect(),
        _ => schrijf.to_string(),
    }
}

/// An abbreviation in a passage, which has a number.
struct Gebruik<'a> {
    letters: &'a str,
    nr: usize,
    bereik: Range<usize>,
}

/// The abbreviation rule: told in full at the first use.
pub fn afkortingen(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let bekend = &blad.project.instellingen.keurwijzer.afkortingen;
    let mut uitgelegd: BTreeMap<&str, usize> = BTreeMap::new();
    let mut gebruik: Vec<Gebruik<'_>> = Vec::new();
    for (nr, passage) in blad.passages.iter().enumerate() {
        let schreeuwt = passage.woorden.len() > 2
            && passage.woorden.iter().all(|woord| !passage.tekst[woord.clone()].chars().any(char::is_lowercase));
        for (at, bereik) in passage.woorden.iter().enumerate().filter(|_| !schreeuwt) {
            let letters = &passage.tekst[bereik.clone()];
            if (!is_afkorting(letters) || in_nummer(passage, at)) && !bekend.contains_key(letters) {
                continue;
            }
            if legt_uit(passage, bereik) {
                uitgelegd.entry(letters).or_insert(nr);
            }
            gebruik.push(Gebruik { letters, nr, bereik: bereik.clone() });
        }
    }
    let mut gezien = BTreeSet::new();
    for Gebruik { letters, nr, bereik } in gebruik {
        let passage = &blad.passages[nr];
        let lopend = matches!(passage.rol, Rol::Alinea | Rol::Item | Rol::Noot | Rol::Stelling | Rol::Beslispunt);
        if !lopend || passage.zicht != Zicht::Gewoon || BEKEND.contains(&letters) || !gezien.insert(letters) {
            continue;
        }
        let uitleg = uitgelegd.get(letters).copied();
        let op_tijd = uitleg.is_some_and(|uitleg| {
            let daar = &blad.passages[uitleg];
            // Which field comes first on paper is for the template to say.
            daar.rol == Rol::Begrip || daar.veld != passage.veld || uitleg < nr || legt_uit(passage, &bereik)
        });
        if op_tijd {
            continue;
        }
        let wat = if uitleg.is_some() { "wordt pas later uitgelegd" } else { "wordt nergens uitgelegd" };
        let hint = match bekend.get(letters) {
            Some(voluit) => format!("Schrijf de eerste keer `{voluit} ({letters})`"),
            None => format!("Schrijf de eerste keer de naam voluit, met `({letters})` erachter"),
        };
        notes.push(blad.note(G842, passage, bereik, format!("de afkorting `{letters}` {wat}")).hint(hint));
    }
}

/// Whether the letters are explained here: between brackets, with brackets or an explanation behind them, between
/// commas behind what they are short for, or in a list of terms.
fn legt_uit(passage: &Passage<'_>, bereik: &Range<usize>) -> bool {
    let (vooraf, achteraf) = (passage.tekst[..bereik.start].trim_end(), &passage.tekst[bereik.end..]);
    let (voor, na) = (vooraf.chars().next_back(), achteraf.trim_start().chars().next());
    let tussen = matches!(voor, Some('(' | '‘' | '“')) && matches!(na, Some(')' | ',' | ';' | '’' | '”'));
    let bijstelling = (vooraf.ends_with(", het") || vooraf.ends_with(", de")) && na == Some(',');
    let zin_erna = [". Dat is ", ". Dat zijn ", ". Dit is "].iter().any(|begin| achteraf.contains(begin));
    passage.rol == Rol::Begrip || tussen || na == Some('(') || bijstelling || zin_erna
}

/// Whether letters belong to a postcode, an account or another number beside them.
fn in_nummer(passage: &Passage<'_>, nr: usize) -> bool {
    let cijfers = |woord: &str| woord.len() >= 4 && woord.bytes().all(|b| b.is_ascii_digit());
    let land = |woord: &str| woord.len() == 4 && woord[2..].bytes().all(|b| b.is_ascii_digit());
    let vorig = nr.checked_sub(1).map_or("", |vorig| passage.woord(vorig));
    let vorig_land = vorig.is_ascii() && land(vorig);
    let ons = passage.woord(nr);
    cijfers(vorig) || cijfers(passage.woord(nr + 1)) || vorig_land || (ons.is_ascii() && land(ons) && !cijfers(ons))
}

/// Two to six capitals, perhaps with a digit.
fn is_afkorting(letters: &str) -> bool {
    let hoofd = letters.chars().filter(|teken| teken.is_uppercase()).count();
    let cijfers = letters.chars().filter(char::is_ascii_digit).count();
    let romeins = letters.chars().all(|teken| "IVXLC".contains(teken));
    letters.len() <= 6
        && hoofd >= 2
        && cijfers <= 2
        && hoofd + cijfers == letters.chars().count()
        && !romeins
        && letters.chars().next().is_some_and(char::is_alphabetic)
}
