//! Laying a deviation over a document: groups are merged, lists are changed by id, anything else is replaced.

use super::lijst;
use crate::diag::Note;
use crate::diag::codes::G263;
use crate::load::yaml::{Entry, Kind, Value};

/// The words of a change to a list.
pub(super) const AANPASSING: [&str; 3] = ["vervang", "voeg_toe", "laat_weg"];

/// The document of one gemeente; what the deviation names and the document does not have is noted.
pub fn leg_over(document: &Value, afwijking: &Value, gemeente: &str, notes: &mut Vec<Note>) -> Value {
    // A deviation that is no group of fields has been noted.
    if afwijking.entries().is_none() {
        return document.clone();
    }
    Over { gemeente, notes }.waarde("het document", "", document, afwijking)
}

/// What is being laid over a document.
pub(super) struct Over<'a> {
    /// Whose version is made.
    pub gemeente: &'a str,
    /// Where notes go.
    pub notes: &'a mut Vec<Note>,
}

impl Over<'_> {
    /// One value; `naam` names it in messages, `van` the item it belongs to.
    fn waarde(&mut self, naam: &str, van: &str, gewoon: &Value, anders: &Value) -> Value {
        match (&gewoon.kind, &anders.kind) {
            // What could not be read has been noted; a change to it cannot be judged.
            (Kind::Onleesbaar, _) => gewoon.clone(),
            (Kind::Map(ons), Kind::Map(hun)) => self.groep(van, gewoon, ons, hun),
            (Kind::List(items), Kind::Map(_)) if !is_waarde(anders) => {
                let kind = Kind::List(lijst::pas_aan(self, naam, items, anders));
                Value { span: gewoon.span.clone(), kind }
            }
            (Kind::Leeg, Kind::Map(_)) if is_aanpassing(anders) => {
                let kind = Kind::List(lijst::pas_aan(self, naam, &[], anders));
                Value { span: anders.span.clone(), kind }
            }
            (Kind::Scalar(_), Kind::Map(woorden)) if is_aanpassing(anders) => {
                let span = woorden[0].key.span.clone();
                self.notes.push(
                    Note::at(G263, span, format!("{naam} is in het document geen lijst"))
                        .also(gewoon.span.clone(), "hier staat de gewone tekst")
                        .hint("Maak er in het document een lijst van met een `id` per blok, of schrijf hier de hele tekst"),
                );
                gewoon.clone()
            }
            _ => anders.clone(),
        }
    }

    fn groep(&mut self, van: &str, gewoon: &Value, ons: &[Entry], hun: &[Entry]) -> Value {
        let mut entries = Vec::with_capacity(ons.len() + hun.len());
        for entry in ons {
            entries.push(match hun.iter().find(|anders| anders.key.text == entry.key.text) {
                Some(anders) => self.veld(van, &entry.value, anders),
                None => entry.clone(),
            });
        }
        for anders in hun.iter().filter(|anders| gewoon.get(&anders.key.text).is_none()) {
            let niets = Value { span: anders.value.span.clone(), kind: Kind::Leeg };
            entries.push(self.veld(van, &niets, anders));
        }
        Value { span: gewoon.span.clone(), kind: Kind::Map(entries) }
    }

    fn veld(&mut self, van: &str, gewoon: &Value, anders: &Entry) -> Entry {
        let naam = format!("`{}`{van}", anders.key.text);
        Entry { key: anders.key.clone(), value: self.waarde(&naam, van, gewoon, &anders.value) }
    }

    /// An item of a list with fields replaced; a block of another kind keeps only its id.
    pub fn onderdeel(&mut self, id: &str, gewoon: &Value, anders: &Value) -> Value {
        let blok = |value: &Value| value.get("blok").and_then(|entry| entry.value.scalar()).map(|s| s.text.clone());
        let ander_blok = blok(anders).is_some_and(|soort| blok(gewoon) != Some(soort));
        let van = format!(" van `{id}`");
        match (ander_blok, gewoon.get("id")) {
            (true, Some(eigen)) => {
                let kaal = Value { span: gewoon.span.clone(), kind: Kind::Map(vec![eigen.clone()]) };
                self.waarde(&format!("`{id}`"), &van, &kaal, anders)
            }
            _ => self.waarde(&format!("`{id}`"), &van, gewoon, anders),
        }
    }
}

/// A group that stands for itself where a list stood: one typed block, or a section that does not apply.
fn is_waarde(value: &Value) -> bool {
    value.get("blok").is_some() || value.get("nvt").is_some()
}

/// Whether a group can only be a change to a list, also where there is no list to tell by.
fn is_aanpassing(value: &Value) -> bool {
    let fits = |entry: &Entry| match entry.key.text.as_str() {
        "vervang" => matches!(entry.value.kind, Kind::Map(_)),
        "voeg_toe" | "laat_weg" => matches!(entry.value.kind, Kind::List(_)),
        _ => false,
    };
    value.entries().is_some_and(|entries| !entries.is_empty() && entries.iter().all(fits))
}
