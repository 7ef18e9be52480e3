//! What differs per gemeente: `lokaal:` in the document, a file each in `lokaal/`, and the table `lokaal.csv`.
//!
//! Everything happens to the tree, before it is read as a document, so that a value keeps its place wherever it comes
//! from and the readers of fields know nothing of deviations. [`lokaal`] gathers what one gemeente has in all three;
//! [`over::leg_over`] lays it over the common document, lists by id (`lijst`).

mod lijst;
mod over;
mod tabel;
mod volgorde;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::diag::codes::{G245, G262};
use crate::diag::{Note, Span};
use crate::load::RawStuk;
use crate::load::node::{Node, Notes};
use crate::load::yaml::{Entry, Kind, Value};
use crate::model::gemeente::Gemeente;
pub use over::leg_over;

/// What cannot differ, with the field `lokaal` itself.
const VAST: [&str; 7] = ["soort", "id", "ontvangers", "toch_naar", "besluit_door", "verspreiding", "lokaal"];

/// What differs for one gemeente.
#[derive(Debug)]
pub struct Afwijking {
    /// Its fields.
    pub value: Value,
    /// Where it starts.
    pub span: Span,
    /// Faults that concern this gemeente alone.
    pub notes: Vec<Note>,
}

/// What differs in one document.
#[derive(Debug, Default)]
pub struct Lokaal {
    /// By slug.
    pub per_gemeente: BTreeMap<String, Afwijking>,
    /// Faults that leave uncertain which gemeente has what: no version can be made.
    pub notes: Vec<Note>,
}

/// Gathers the deviations of a document; `lees` reads a tree as a document of its kind and gives the notes.
pub fn lokaal(
    bron: &RawStuk,
    document: &Value,
    gemeenten: &BTreeMap<String, Gemeente>,
    lees: &dyn Fn(&Value) -> Vec<Note>,
) -> Lokaal {
    let mut gevonden = Lokaal::default();
    gevonden.uit_document(document);
    for (slug, bestand) in &bron.lokaal {
        let (value, span) = match &bestand.value {
            Some(value) => (value.clone(), begin(value)),
            None => {
                let Some(label) = bestand.notes.first().and_then(|note| note.labels.first()) else { continue };
                (Value { span: label.span.clone(), kind: Kind::Leeg }, label.span.clone())
            }
        };
        let notes = Notes::new();
        if bestand.value.is_some() {
            Node::new(&value, &notes).entries();
        }
        let notes = bestand.notes.iter().cloned().chain(notes.into_vec()).collect();
        gevonden.neem(slug, Afwijking { value, span, notes });
    }
    if let Some(gelezen) = &bron.tabel {
        gevonden.notes.extend(gelezen.notes.iter().cloned());
        let rijen = gelezen.value.as_ref().map(|tabel| tabel::rijen(tabel, gemeenten, lees, &mut gevonden.notes));
        for (slug, rij) in rijen.unwrap_or_default() {
            gevonden.neem(&slug, rij);
        }
    }
    for Afwijking { value, notes, .. } in gevonden.per_gemeente.values_mut() {
        zonder_vaste_velden(document, value, notes);
    }
    gevonden
}

/// Where a file is pointed at: its first field.
fn begin(value: &Value) -> Span {
    value.entries().and_then(<[_]>::first).map_or_else(|| value.span.clone(), |entry| entry.key.span.clone())
}

impl Lokaal {
    fn uit_document(&mut self, document: &Value) {
        let notes = Notes::new();
        let groep = Node::new(document, &notes).child("lokaal");
        for (key, waarden) in groep.map(|groep| groep.entries()).unwrap_or_default() {
            waarden.entries();
            let afwijking = Afwijking { value: waarden.value().clone(), span: key.span.clone(), notes: Vec::new() };
            self.neem(&key.text, afwijking);
        }
        self.notes.extend(notes.into_vec());
    }

    /// Adds what one place says of a gemeente to what other places said.
    fn neem(&mut self, slug: &str, nieuw: Afwijking) {
        let Some(eerder) = self.per_gemeente.get_mut(slug) else {
            self.per_gemeente.insert(slug.to_string(), nieuw);
            return;
        };
        eerder.notes.extend(nieuw.notes);
        match (&mut eerder.value.kind, nieuw.value.kind) {
            (Kind::Map(ons), Kind::Map(hun)) => samen(ons, hun, &mut eerder.notes),
            (ons, hun @ Kind::Map(_)) => *ons = hun,
            _ => {}
        }
    }
}

/// Fields of two places in one group; a field that has a value in both is a fault.
fn samen(ons: &mut Vec<Entry>, hun: Vec<Entry>, notes: &mut Vec<Note>) {
    for entry in hun {
        let Some(eerder) = ons.iter_mut().find(|eerder| eerder.key.text == entry.key.text) else {
            ons.push(entry);
            continue;
        };
        let (hier, daar) = (plek(&entry), plek(eerder));
        match (&mut eerder.value.kind, entry.value.kind) {
            (Kind::Map(ons), Kind::Map(hun)) => samen(ons, hun, notes),
            _ => notes.push(
                Note::at(G262, hier, format!("`{}` staat voor deze gemeente op twee plekken", entry.key.text))
                    .also(daar, "hier staat het ook al")
                    .hint("Laat het op één van beide plekken staan"),
            ),
        }
    }
}

/// Where a field is pointed at: a text itself, since in a table all gemeenten share the name of a field.
fn plek(entry: &Entry) -> Span {
    if entry.value.scalar().is_some() { entry.value.span.clone() } else { entry.key.span.clone() }
}

fn zonder_vaste_velden(document: &Value, value: &mut Value, notes: &mut Vec<Note>) {
    let Kind::Map(entries) = &mut value.kind else { return };
    entries.retain(|Entry { key, .. }| {
        let vast = VAST.contains(&key.text.as_str());
        if vast {
            let note = Note::at(G245, key.span.clone(), format!("`{}` kan niet per gemeente verschillen", key.text));
            let boven = document.get(&key.text).map(|entry| entry.key.span.clone());
            let note = boven.into_iter().fold(note, |note, plek| note.also(plek, "dit geldt voor alle gemeenten"));
            notes.push(note.hint("Zet het bovenaan het document, voor alle gemeenten samen"));
        }
        !vast
    });
}
