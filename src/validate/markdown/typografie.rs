//! Dutch quotes and no-break spaces over the leaves of one line: a quotation may open before bold and close after it.

use crate::model::tekst::{Blok, BlokSoort, Inline, Regel};
use crate::nl::aanhalingstekens::{self, VELD};

/// Sets the typography of every line in a run of blocks.
pub(super) fn op_blokken(blokken: &mut [Blok]) {
    for blok in blokken {
        match &mut blok.soort {
            BlokSoort::Kop { tekst: regel, .. } | BlokSoort::Alinea(regel) => op_regel(regel),
            BlokSoort::Lijst { items, .. } => items.iter_mut().for_each(|item| op_blokken(item)),
            BlokSoort::Tabel(tabel) => tabel.rijen.iter_mut().flatten().for_each(|cel| op_blokken(&mut cel.inhoud)),
            BlokSoort::Citaat { inhoud, .. } => op_blokken(inhoud),
            BlokSoort::Afbeelding { alt: Some(alt), .. } => *alt = aanhalingstekens::typografie(alt),
            _ => {}
        }
    }
}

/// Sets the typography of one line.
pub(super) fn op_regel(regel: &mut Regel) {
    let mut tekens = Vec::new();
    verzamel(regel, &mut tekens);
    aanhalingstekens::zet(&mut tekens);
    let mut tekens = tekens.into_iter();
    schrijf_terug(regel, &mut tekens);
}

fn verzamel(regel: &Regel, tekens: &mut Vec<char>) {
    for deel in regel {
        match deel {
            Inline::Tekst(tekst, _) => tekens.extend(tekst.chars()),
            Inline::Link { url, tekst, .. } if is_adres(url, tekst) => tekens.push(VELD),
            Inline::Vet(binnen) | Inline::Cursief(binnen) | Inline::Superscript(binnen) => verzamel(binnen, tekens),
            Inline::Link { tekst, .. } => verzamel(tekst, tekens),
            Inline::Veld(_) | Inline::Onbekend { .. } => tekens.push(VELD),
            Inline::Regeleinde => tekens.push('\n'),
            Inline::Noot { .. } => {}
        }
    }
}

fn schrijf_terug(regel: &mut Regel, tekens: &mut impl Iterator<Item = char>) {
    for deel in regel {
        match deel {
            Inline::Tekst(tekst, _) => *tekst = tekens.take(tekst.chars().count()).collect(),
            Inline::Link { url, tekst, .. } if is_adres(url, tekst) => _ = tekens.next(),
            Inline::Vet(binnen) | Inline::Cursief(binnen) | Inline::Superscript(binnen) => {
                schrijf_terug(binnen, tekens)
            }
            Inline::Link { tekst, .. } => schrijf_terug(tekst, tekens),
            Inline::Veld(_) | Inline::Onbekend { .. } | Inline::Regeleinde => _ = tekens.next(),
            Inline::Noot { .. } => {}
        }
    }
}

/// Whether the words of a link are its address, of which no character may change.
fn is_adres(url: &str, tekst: &Regel) -> bool {
    matches!(tekst.as_slice(), [Inline::Tekst(woorden, _)] if !woorden.is_empty() && url.ends_with(woorden.as_str()))
}
