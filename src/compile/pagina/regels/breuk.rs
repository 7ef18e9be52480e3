//! Where a page ends: not after a heading, not within two lines of a paragraph.

use std::collections::BTreeMap;

use super::super::lees::{Blad, Ding};
use super::{Document, Vondst, aantal_regels, eerste, genoemd, per};
use crate::diag::codes::{G638, G639};

pub fn regels(document: &Document) -> Vec<Vondst> {
    let mut uit: Vec<Vondst> = Vec::new();
    let verder = document.bladen.len().saturating_sub(1);
    uit.extend(document.bladen.iter().take(verder).enumerate().filter_map(|(nr, blad)| kop_onderaan(nr, blad)));
    uit.extend(losse_regels(document));
    uit
}

/// A heading with nothing below it on its page.
fn kop_onderaan(nr: usize, blad: &Blad) -> Option<Vondst> {
    let laatste = blad.dingen.iter().rev().find(|ding| ding.loopt())?;
    let kop = laatste.deel.kop?;
    let woorden: Vec<&Ding> = blad.dingen.iter().filter(|ding| ding.loopt() && ding.deel.kop == Some(kop)).collect();
    let wat = format!("de kop `{}` staat alleen onderaan de bladzijde", genoemd(laatste));
    Some(Vondst::over(
        G638,
        nr,
        &woorden,
        wat,
        "Zet een paar regels tekst onder de kop, of begin eerder een nieuwe bladzijde",
    ))
}

/// A single line of a paragraph before or after a page break.
fn losse_regels(document: &Document) -> Vec<Vondst> {
    let mut bladen: BTreeMap<usize, Vec<(usize, Vec<&Ding>)>> = BTreeMap::new();
    for (nr, blad) in document.bladen.iter().enumerate() {
        let van = |ding: &Ding| ding.deel.alinea.filter(|_| ding.loopt() && ding.deel.cel.is_none());
        for (alinea, dingen) in per(blad, van) {
            bladen.entry(alinea).or_default().push((nr, dingen));
        }
    }
    let mut uit = Vec::new();
    for delen in bladen.values().filter(|delen| delen.len() > 1) {
        let hulp = "Maak de alinea een regel langer of korter";
        if let Some((nr, dingen)) = delen.first().filter(|deel| eenling(deel)) {
            let wat = format!("van een alinea staat alleen de eerste regel op deze bladzijde: `{}`", eerste(dingen));
            uit.push(Vondst::over(G639, *nr, dingen, wat, hulp));
        }
        if let Some((nr, dingen)) = delen.last().filter(|deel| eenling(deel)) {
            let wat = format!("van een alinea staat alleen de laatste regel op deze bladzijde: `{}`", eerste(dingen));
            uit.push(Vondst::over(G639, *nr, dingen, wat, hulp));
        }
    }
    uit
}

fn eenling((_, dingen): &(usize, Vec<&Ding>)) -> bool {
    aantal_regels(dingen.iter().copied()) == 1
}
