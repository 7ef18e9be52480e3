//! Changes to a list by id: `vervang`, `voeg_toe` with `na` or `voor`, `laat_weg`.

use std::collections::{BTreeMap, BTreeSet};

use super::over::{AANPASSING, Over};
use super::volgorde::Erbij;
use crate::diag::codes::{G261, G263, G264};
use crate::diag::{Note, Span, closest, kies};
use crate::load::yaml::{Entry, Kind, Value};

/// The list with the changes made; what hits nothing is noted and left undone.
pub(super) fn pas_aan(over: &mut Over<'_>, naam: &str, items: &[Value], anders: &Value) -> Vec<Value> {
    let mut lijst = Lijst { over, naam, items, nieuw: BTreeMap::new() };
    lijst.andere_woorden(anders);
    let vervangen = lijst.vervang(anders);
    let weg = lijst.laat_weg(anders, &vervangen);
    let erbij = lijst.voeg_toe(anders);
    lijst.zet(vervangen, &weg, erbij)
}

/// A list that is being changed.
struct Lijst<'o, 'n, 'v> {
    over: &'o mut Over<'n>,
    /// The list in messages, backticks included.
    naam: &'v str,
    items: &'v [Value],
    /// The ids of what is added.
    nieuw: BTreeMap<String, Span>,
}

/// What takes the place of an item.
struct Vervangen {
    value: Value,
    span: Span,
}

/// The text of a field.
fn tekst<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(|entry| entry.value.scalar()).map(|scalar| scalar.text.trim())
}

impl<'v> Lijst<'_, '_, 'v> {
    fn note(&mut self, note: Note) {
        self.over.notes.push(note);
    }

    fn zoek(&self, id: &str) -> Option<&'v Value> {
        self.items.iter().find(|item| tekst(item, "id") == Some(id))
    }

    fn andere_woorden(&mut self, anders: &Value) {
        for Entry { key, .. } in anders.entries().unwrap_or_default() {
            if !AANPASSING.contains(&key.text.as_str()) {
                let message = format!("{} is een lijst, en `{}` is geen wijziging van een lijst", self.naam, key.text);
                let note = Note::at(G263, key.span.clone(), message);
                self.note(note.bedoeld(
                    &key.text,
                    AANPASSING,
                    "Schrijf `vervang`, `voeg_toe` of `laat_weg`, of de hele lijst",
                ));
            }
        }
    }

    /// What goes in the place of items, by id.
    fn vervang(&mut self, anders: &Value) -> BTreeMap<String, Vervangen> {
        let mut gevonden = BTreeMap::new();
        let Some(entry) = anders.get("vervang") else { return gevonden };
        let Kind::Map(entries) = &entry.value.kind else {
            self.vorm(entry, "een groep zijn", "Schrijf per id wat er anders is: `vervang: {het-id: {tekst: ...}}`");
            return gevonden;
        };
        for Entry { key, value } in entries {
            let Some(item) = self.zoek(&key.text) else {
                self.onbekend(&key.text, &key.span, None);
                continue;
            };
            if value.get("alleen").is_some()
                || value.get("behalve").is_some()
                || self.krijgt(item, &key.text, &key.span)
            {
                let value = self.over.onderdeel(&key.text, item, value);
                gevonden.insert(key.text.clone(), Vervangen { value, span: key.span.clone() });
            }
        }
        gevonden
    }

    /// The ids of what is left out.
    fn laat_weg(&mut self, anders: &Value, vervangen: &BTreeMap<String, Vervangen>) -> BTreeSet<String> {
        let mut weg = BTreeSet::new();
        let Some(entry) = anders.get("laat_weg") else { return weg };
        let Kind::List(ids) = &entry.value.kind else {
            self.vorm(entry, "een lijst zijn", "Schrijf de id's als `laat_weg: [het-id]`");
            return weg;
        };
        for value in ids {
            let Some(id) = value.scalar().map(|scalar| scalar.text.trim().to_string()) else {
                let note = Note::at(G263, value.span.clone(), "in `laat_weg` staan alleen id's");
                self.note(note.hint("Schrijf de id's als `laat_weg: [het-id]`"));
                continue;
            };
            let Some(item) = self.zoek(&id) else {
                self.onbekend(&id, &value.span, None);
                continue;
            };
            if !self.krijgt(item, &id, &value.span) {
                continue;
            }
            if let Some(ander) = vervangen.get(&id) {
                let note = Note::at(G264, value.span.clone(), format!("`{id}` wordt weggelaten én vervangen"));
                self.note(note.also(ander.span.clone(), "hier wordt het vervangen").hint("Haal een van de twee weg"));
            } else if !weg.insert(id.clone()) {
                let note = Note::at(G264, value.span.clone(), format!("`{id}` wordt al weggelaten"));
                self.note(note.hint("Haal een van de twee weg"));
            }
        }
        weg
    }

    /// Whether the gemeente gets an item at all; a note when it does not.
    fn krijgt(&mut self, item: &Value, id: &str, span: &Span) -> bool {
        let gemeente = self.over.gemeente;
        let noemt = |entry: &Entry| match &entry.value.kind {
            Kind::List(slugs) => slugs.iter().any(|slug| slug.scalar().is_some_and(|s| s.text.trim() == gemeente)),
            _ => false,
        };
        let buiten = item.get("alleen").filter(|entry| matches!(entry.value.kind, Kind::List(_)) && !noemt(entry));
        let buiten = buiten.or_else(|| item.get("behalve").filter(|entry| noemt(entry)));
        if let Some(entry) = buiten {
            let message = format!("`{gemeente}` krijgt `{id}` niet, dus deze afwijking doet niets");
            let note = Note::at(G261, span.clone(), message).also(entry.key.span.clone(), "hier staat wie het krijgt");
            self.note(note.hint(format!("Haal deze afwijking weg, of pas `{}` aan", entry.key.text)));
        }
        buiten.is_none()
    }

    fn voeg_toe(&mut self, anders: &Value) -> Erbij {
        let mut erbij = Erbij::default();
        let Some(entry) = anders.get("voeg_toe") else { return erbij };
        let Kind::List(values) = &entry.value.kind else {
            self.vorm(entry, "een lijst zijn", "Begin elk nieuw onderdeel met `- ` op een eigen regel");
            return erbij;
        };
        let values: Vec<&Value> = values.iter().filter(|value| self.eigen_id(value)).collect();
        for value in values {
            let (na, voor) = (value.get("na"), value.get("voor"));
            let Some(plek) = na.or(voor) else {
                erbij.einde.push(value.clone());
                continue;
            };
            if let (Some(na), Some(voor)) = (na, voor) {
                let note =
                    Note::at(G264, voor.key.span.clone(), "een nieuw onderdeel heeft `na` of `voor`, niet allebei");
                self.note(note.also(na.key.span.clone(), "hier staat `na`").hint("Haal een van de twee weg"));
                continue;
            }
            let Some(id) = plek.value.scalar().map(|scalar| scalar.text.trim()) else {
                self.vorm(plek, "een id zijn", "Schrijf het id van het onderdeel waar dit bij komt");
                continue;
            };
            if self.zoek(id).is_none() && !self.nieuw.contains_key(id) {
                self.onbekend(id, &plek.value.span, Some(value));
                continue;
            }
            let kant = if na.is_some() { &mut erbij.na } else { &mut erbij.voor };
            kant.entry(id.to_string()).or_default().push(zonder_plek(value));
        }
        erbij
    }

    /// Whether what is added has no id that something else has.
    fn eigen_id(&mut self, value: &Value) -> bool {
        let (Some(id), Some(Entry { value: Value { span, .. }, .. })) = (tekst(value, "id"), value.get("id")) else {
            return true;
        };
        let gewoon = self.zoek(id).and_then(|item| item.get("id")).map(|entry| entry.value.span.clone());
        let hint = match gewoon {
            Some(_) => "Schrijf de wijziging bij `vervang`, of geef het nieuwe onderdeel een ander id",
            None => "Geef een van beide een ander id",
        };
        let Some(eerder) = gewoon.or_else(|| self.nieuw.get(id).cloned()) else {
            self.nieuw.insert(id.to_string(), span.clone());
            return true;
        };
        let note = Note::at(G264, span.clone(), format!("`{id}` staat al in {}", self.naam));
        self.note(note.also(eerder, "hier staat het").hint(hint));
        false
    }

    /// Writes the new list; what waits for itself is never reached and noted.
    fn zet(
        &mut self,
        mut vervangen: BTreeMap<String, Vervangen>,
        weg: &BTreeSet<String>,
        mut erbij: Erbij,
    ) -> Vec<Value> {
        let mut klaar = Vec::new();
        for item in self.items {
            let id = tekst(item, "id");
            let value = id.and_then(|id| vervangen.remove(id)).map_or_else(|| item.clone(), |nieuw| nieuw.value);
            let blijft = !id.is_some_and(|id| weg.contains(id));
            erbij.zet(id, blijft.then_some(value), &mut klaar);
        }
        for value in std::mem::take(&mut erbij.einde) {
            let id = tekst(&value, "id").map(str::to_string);
            erbij.zet(id.as_deref(), Some(value), &mut klaar);
        }
        for value in erbij.over() {
            let note = Note::at(G264, value.span, "dit nieuwe onderdeel wacht op een ander dat op dit wacht");
            self.note(note.hint("Noem bij `na` of `voor` een onderdeel dat al in de lijst staat"));
        }
        klaar
    }

    /// An id that the list does not have; to what is added, other added items count too.
    fn onbekend(&mut self, id: &str, span: &Span, nieuw: Option<&Value>) {
        let note = Note::at(G261, span.clone(), format!("in {} staat geen onderdeel `{id}`", self.naam));
        let note = match (self.items.first(), self.items.last()) {
            (Some(eerste), Some(laatste)) if eerste.span.file == laatste.span.file => {
                note.also(Span { end: laatste.span.end, ..eerste.span.clone() }, "dit staat er wel")
            }
            _ => note,
        };
        let mut ids: Vec<&str> = self.items.iter().filter_map(|item| tekst(item, "id")).collect();
        if let Some(nieuw) = nieuw {
            ids.extend(self.nieuw.keys().map(String::as_str).filter(|ander| tekst(nieuw, "id") != Some(ander)));
        }
        let note = if let Some((lijst, van)) = self.items.iter().find_map(|item| dieper(item, id)) {
            note.hint(format!("Het staat in `{lijst}` van `{van}`: zet de afwijking daar, onder `vervang`"))
        } else if let Some(bedoeld) = closest(id, ids.iter().copied()) {
            note.liever(id, bedoeld)
        } else if ids.is_empty() {
            note.hint("Geef de onderdelen in het document een `id`, of schrijf hier de hele lijst")
        } else {
            note.hint(kies("Kies uit", id, ids.iter().copied(), "de andere staan in het document"))
        };
        self.note(note);
    }

    fn vorm(&mut self, entry: &Entry, vorm: &str, hint: &str) {
        self.note(Note::at(G263, entry.key.span.clone(), format!("`{}` moet {vorm}", entry.key.text)).hint(hint));
    }
}

/// The list below an item that holds this id, and the item that the list belongs to.
fn dieper<'v>(item: &'v Value, id: &str) -> Option<(&'v str, &'v str)> {
    let van = tekst(item, "id").unwrap_or("een onderdeel zonder id");
    item.entries()?.iter().find_map(|entry| {
        let Kind::List(items) = &entry.value.kind else { return None };
        if items.iter().any(|item| tekst(item, "id") == Some(id)) {
            return Some((entry.key.text.as_str(), van));
        }
        items.iter().find_map(|item| dieper(item, id))
    })
}

/// An item without the word that says where it goes.
fn zonder_plek(value: &Value) -> Value {
    let mut value = value.clone();
    if let Kind::Map(entries) = &mut value.kind {
        entries.retain(|entry| !["na", "voor"].contains(&entry.key.text.as_str()));
    }
    value
}
