//! The rules for pages, in the order of a letter: address, margins, breaks, the end.

mod adres;
mod breuk;
mod marge;
mod slot;
mod tabel;

use super::lees::{Blad, Ding, Document};
use super::maat::Vak;
use super::{Vondst, eerste, genoemd};
use crate::compile::Bron;

/// All that is wrong with the pages of a document.
pub fn alle(document: &Document, bron: &Bron) -> Vec<Vondst> {
    let mut uit = adres::regels(document);
    uit.extend(marge::regels(document));
    uit.extend(breuk::regels(document));
    uit.extend(tabel::regels(document));
    uit.extend(slot::regels(document, bron.hoogstens.as_ref()));
    uit
}

/// How many lines these things stand on: pieces at about the same height are one line.
fn aantal_regels<'a>(dingen: impl IntoIterator<Item = &'a Ding>) -> usize {
    let teksten = dingen.into_iter().filter(|ding| ding.tekst.is_some());
    let mut hoogten: Vec<f64> = teksten.map(|ding| ding.inkt.y1).collect();
    hoogten.sort_by(f64::total_cmp);
    let sprongen = hoogten.windows(2).filter(|paar| paar[1] - paar[0] > REGEL).count();
    sprongen + usize::from(!hoogten.is_empty())
}

/// Baselines at least this far apart, in points, are two lines; a raised note mark is nearer.
const REGEL: f64 = 6.0;

/// The things of a page that are part of one element, for the elements in the order in which they come.
fn per<K: PartialEq>(blad: &Blad, welk: impl Fn(&Ding) -> Option<K>) -> Vec<(K, Vec<&Ding>)> {
    let mut groepen: Vec<(K, Vec<&Ding>)> = Vec::new();
    for ding in &blad.dingen {
        let Some(sleutel) = welk(ding) else { continue };
        // The latest element is nearly always the one; a table's cells come back to it.
        match groepen.iter_mut().rev().find(|(bekend, _)| *bekend == sleutel) {
            Some((_, dingen)) => dingen.push(ding),
            None => groepen.push((sleutel, vec![ding])),
        }
    }
    groepen
}
