//! Tables break between rows, and never right after their header.

use std::collections::BTreeMap;

use super::super::lees::Ding;
use super::{Document, Vondst, eerste, per};
use crate::diag::codes::{G640, G641};

pub fn regels(document: &Document) -> Vec<Vondst> {
    let mut uit = alleen_een_kop(document);
    uit.extend(gebroken_rijen(document));
    uit
}

/// A page on which a table has come no further than its header.
fn alleen_een_kop(document: &Document) -> Vec<Vondst> {
    let mut uit = Vec::new();
    for (nr, paar) in document.bladen.windows(2).enumerate() {
        for (tabel, dingen) in per(&paar[0], |ding| ding.deel.tabel) {
            let alleen_kop = dingen.iter().all(|ding| ding.deel.cel.is_none_or(|cel| cel.kop));
            let loopt_door = paar[1].dingen.iter().any(|ding| ding.deel.tabel == Some(tabel));
            if alleen_kop && loopt_door {
                let wat =
                    format!("de kopregel van een tabel staat alleen onderaan de bladzijde: `{}`", eerste(&dingen));
                uit.push(Vondst::over(G641, nr, &dingen, wat, "Begin de tabel op de volgende bladzijde"));
            }
        }
    }
    uit
}

/// A row that goes on on the next page; told once for a row's neighbours.
fn gebroken_rijen(document: &Document) -> Vec<Vondst> {
    let mut bladen: BTreeMap<usize, Vec<(usize, Vec<&Ding>)>> = BTreeMap::new();
    for (nr, blad) in document.bladen.iter().enumerate() {
        let cel = |ding: &Ding| ding.deel.cel.filter(|cel| cel.enkel && !cel.kop).map(|cel| cel.nr);
        for (cel, dingen) in per(blad, |ding| cel(ding).filter(|_| ding.deel.tabel.is_some())) {
            bladen.entry(cel).or_default().push((nr, dingen));
        }
    }
    let mut uit: Vec<Vondst> = Vec::new();
    let mut gemeld = Vec::new();
    for delen in bladen.values().filter(|delen| delen.len() > 1) {
        let (nr, dingen) = &delen[0];
        let rij = (*nr, dingen[0].deel.tabel);
        if !gemeld.contains(&rij) {
            gemeld.push(rij);
            let wat = format!("een rij van een tabel breekt over twee bladzijden: `{}`", eerste(dingen));
            let hulp = "Verdeel lange tekst in een cel over meer rijen, of zet haar onder de tabel";
            uit.push(Vondst::over(G640, *nr, dingen, wat, hulp));
        }
    }
    uit
}
