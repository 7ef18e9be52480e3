//! Sums: a total is what its rows add up to. It is told, never mended.

use std::ops::Range;

use super::{Blad, bouw};
use crate::diag::Note;
use crate::diag::codes::{G861, G862};
use crate::model::tekst::{BlokSoort, Cel, Tabel};
use crate::nl::NBSP;

/// An amount: hundredths, with what is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hoeveelheid {
    honderdsten: i128,
    eenheid: String,
}

/// The rules for sums.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    blad.tabellen.iter().for_each(|tabel| keur_tabel(tabel, notes));
    for passage in &blad.passages {
        if !passage.tekst.contains('=') {
            continue;
        }
        for (uitkomst, som) in sommen(&passage.tekst) {
            let typed = passage.tekst[uitkomst.clone()].trim().to_string();
            let message = format!("de bedragen tellen op tot {}, niet tot {typed}", getal(&som));
            notes.push(blad.note(G862, passage, uitkomst, message).hint("Kijk de bedragen en de uitkomst na"));
        }
    }
}

/// What stands in a cell.
enum Inhoud {
    Leeg,
    Getal(Hoeveelheid),
    Anders,
}

fn keur_tabel(tabel: &Tabel, notes: &mut Vec<Note>) {
    let raster = raster(tabel);
    let Some((laatste, rijen)) = raster.split_last() else { return };
    let rijen = rijen.get(tabel.koprijen..).unwrap_or_default();
    if !(tabel.totaalrij || laatste.first().is_some_and(|(_, cel)| telt_op(cel, &["totaal"]))) || rijen.len() < 2 {
        return;
    }
    let tussen = |rij: &Vec<(usize, &Cel)>| {
        rij.first().is_some_and(|(kolom, cel)| {
            *kolom == 0 && telt_op(cel, &["totaal", "subtotaal", "waarvan", "saldo", "af:"])
        })
    };
    if rijen.iter().any(tussen) {
        return;
    }
    for (kolom, cel) in laatste {
        let Inhoud::Getal(totaal) = inhoud(cel) else { continue };
        if let Some(som) = som(rijen, *kolom, &totaal)
            && som.honderdsten != totaal.honderdsten
        {
            let message = format!("de rijen tellen op tot {}, niet tot {}", getal(&som), getal(&totaal));
            let note = Note::at(G861, cel.span.clone(), message);
            let note =
                geteld(rijen, *kolom).into_iter().fold(note, |note, (deel, wat)| note.also(deel.span.clone(), wat));
            notes.push(note.hint("Kijk de bedragen en het totaal na; griffel verandert ze niet"));
        }
    }
}

/// The first and the last cell of a column that a total adds up.
fn geteld<'t>(rijen: &[Vec<(usize, &'t Cel)>], kolom: usize) -> Vec<(&'t Cel, &'static str)> {
    let cellen = rijen.iter().flatten().filter(|(hier, cel)| *hier == kolom && matches!(inhoud(cel), Inhoud::Getal(_)));
    let cellen: Vec<&Cel> = cellen.map(|(_, cel)| *cel).collect();
    match cellen.as_slice() {
        [eerste, .., laatste] => vec![(*eerste, "van hier"), (*laatste, "tot en met hier")],
        _ => Vec::new(),
    }
}

/// Whether a row's first words are those of a sum.
fn telt_op(cel: &Cel, woorden: &[&str]) -> bool {
    let tekst = letters(cel).trim().to_lowercase();
    woorden.iter().any(|woord| tekst.starts_with(woord))
}

/// The sum of a column, when all that stands in it can be added.
fn som(rijen: &[Vec<(usize, &Cel)>], kolom: usize, totaal: &Hoeveelheid) -> Option<Hoeveelheid> {
    let (mut som, mut geteld) = (0, 0);
    for (_, cel) in rijen.iter().flatten().filter(|(hier, _)| *hier == kolom) {
        match inhoud(cel) {
            Inhoud::Leeg => {}
            Inhoud::Getal(deel) if deel.eenheid == totaal.eenheid && cel.colspan == 1 => {
                som += deel.honderdsten;
                geteld += 1;
            }
            _ => return None,
        }
    }
    (geteld > 1).then(|| Hoeveelheid { honderdsten: som, eenheid: totaal.eenheid.clone() })
}

/// The cells of each row with their column.
fn raster(tabel: &Tabel) -> Vec<Vec<(usize, &Cel)>> {
    let mut bezet: Vec<usize> = vec![0; tabel.kolommen.len()];
    let mut gevonden = Vec::new();
    for rij in &tabel.rijen {
        let mut cellen = Vec::new();
        let mut kolom = 0;
        let mut nieuw: Vec<usize> = bezet.iter().map(|rest| rest.saturating_sub(1)).collect();
        for cel in rij {
            while bezet.get(kolom).is_some_and(|rest| *rest > 0) {
                kolom += 1;
            }
            cellen.push((kolom, cel));
            for plek in nieuw.iter_mut().skip(kolom).take(cel.colspan) {
                *plek = cel.rowspan.saturating_sub(1);
            }
            kolom += cel.colspan;
        }
        bezet = nieuw;
        gevonden.push(cellen);
    }
    gevonden
}

fn letters(cel: &Cel) -> String {
    let regels = cel.inhoud.iter().map(|blok| match &blok.soort {
        BlokSoort::Alinea(regel) => bouw::letters(regel),
        _ => "?".to_string(),
    });
    regels.collect::<Vec<_>>().join(" ")
}

fn inhoud(cel: &Cel) -> Inhoud {
    let tekst = letters(cel);
    match tekst.trim() {
        "" | "-" | "–" => Inhoud::Leeg,
        tekst => lees(tekst).map_or(Inhoud::Anders, Inhoud::Getal),
    }
}

/// Reads `€ 1.250,50`, `0,5 fte` and `36 uur`; shares of a hundred and merge fields are no amounts.
fn lees(tekst: &str) -> Option<Hoeveelheid> {
    let tekst = tekst.replace(NBSP, " ");
    let (euro, rest) = tekst.strip_prefix('€').map_or((false, tekst.as_str()), |rest| (true, rest.trim_start()));
    let (min, rest) = rest.strip_prefix(['-', '−']).map_or((1, rest), |rest| (-1, rest));
    let einde = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(rest.len());
    let cijfers = rest[..einde].trim_end_matches(['.', ',']);
    let eenheid = rest[einde..].trim_start_matches(['-', '–', ',']).trim().to_lowercase();
    let gewoon = eenheid.chars().all(|c| c.is_alphabetic() || c == ' ') && eenheid.len() < 20;
    let honderdsten = min * honderdsten(cijfers)?;
    gewoon.then(|| Hoeveelheid { honderdsten, eenheid: if euro { format!("€{eenheid}") } else { eenheid } })
}

/// Hundredths of `1.250`, `1.250,5` and `12`.
fn honderdsten(cijfers: &str) -> Option<i128> {
    let (heel, decimalen) = cijfers.split_once(',').unwrap_or((cijfers, ""));
    let groepen: Vec<&str> = heel.split('.').collect();
    let in_drieen =
        groepen.iter().skip(1).all(|groep| groep.len() == 3) && (groepen.len() == 1 || groepen[0].len() <= 3);
    let cijfers_alleen = |tekst: &str| tekst.bytes().all(|b| b.is_ascii_digit());
    if !in_drieen || heel.is_empty() || decimalen.len() > 2 || heel.len() > 24 || !cijfers_alleen(decimalen) {
        return None;
    }
    format!("{}{decimalen:0<2}", groepen.concat()).parse().ok()
}

/// An amount as it is written.
fn getal(hoeveelheid: &Hoeveelheid) -> String {
    let (euro, eenheid) = match hoeveelheid.eenheid.strip_prefix('€') {
        Some(rest) => ("€ ", rest),
        None => ("", hoeveelheid.eenheid.as_str()),
    };
    let absoluut = hoeveelheid.honderdsten.unsigned_abs();
    let heel = (absoluut / 100).to_string();
    let groepen: Vec<&str> =
        heel.as_bytes().rchunks(3).rev().filter_map(|groep| std::str::from_utf8(groep).ok()).collect();
    let decimalen = match absoluut % 100 {
        0 => String::new(),
        rest if euro.is_empty() && rest % 10 == 0 => format!(",{}", rest / 10),
        rest => format!(",{rest:02}"),
    };
    let min = if hoeveelheid.honderdsten < 0 { "-" } else { "" };
    format!("{euro}{min}{}{decimalen} {eenheid}", groepen.join(".")).trim_end().to_string()
}

/// Sums that a text spells out, `a + b = c`, of which the outcome is another: its place and what it should be.
fn sommen(tekst: &str) -> Vec<(Range<usize>, Hoeveelheid)> {
    let mut fout = Vec::new();
    let mut som: Option<(Hoeveelheid, usize)> = None;
    let mut begin = 0;
    for (at, teken) in tekst.char_indices().filter(|(_, teken)| matches!(teken, '+' | '=')).chain([(tekst.len(), ' ')])
    {
        let stuk = &tekst[begin..at];
        let optellen = begin > 0 && tekst[..begin].ends_with('+');
        let uitkomst = begin > 0 && tekst[..begin].ends_with('=');
        if uitkomst && let Some((som, delen)) = som.take() {
            let wit = stuk.len() - stuk.trim_start().len();
            if let Some((gevonden, lengte)) = voorop(&stuk[wit..])
                && delen > 1
                && gevonden.eenheid == som.eenheid
                && gevonden.honderdsten != som.honderdsten
            {
                fout.push((begin + wit..begin + wit + lengte, som));
            }
        } else if let Some(deel) = if optellen { lees(stuk.trim()) } else { achteraan(stuk) } {
            som = match som.take().filter(|_| optellen) {
                Some((eerder, delen)) if eerder.eenheid == deel.eenheid => {
                    Some((Hoeveelheid { honderdsten: eerder.honderdsten + deel.honderdsten, ..eerder }, delen + 1))
                }
                Some(_) => None,
                None => Some((deel, 1)),
            };
        } else {
            som = None;
        }
        begin = at + teken.len_utf8();
    }
    fout
}

/// The amount that a text begins with, and its length.
fn voorop(tekst: &str) -> Option<(Hoeveelheid, usize)> {
    let cijfers = tekst
        .find(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '€' | '.' | ',' | '-')))
        .unwrap_or(tekst.len());
    let kaal = tekst[..cijfers].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-'));
    Some((lees(kaal)?, kaal.len()))
}

/// The amount that a text ends with.
fn achteraan(tekst: &str) -> Option<Hoeveelheid> {
    let tekst = tekst.trim_end();
    let begin = tekst
        .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map_or(0, |at| at + tekst[at..].chars().next().map_or(1, char::len_utf8));
    let voor = tekst[..begin].trim_end();
    let met_teken = voor.strip_suffix('€').map_or(begin, str::len);
    lees(tekst[met_teken..].trim())
}
