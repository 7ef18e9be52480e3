//! Where added items go: each beside the item it names, in the order they are written.

use std::collections::BTreeMap;

use crate::load::yaml::{Kind, Value};

/// What is added, by where it goes: before or after an id, or at the end.
#[derive(Default)]
pub(super) struct Erbij {
    pub voor: BTreeMap<String, Vec<Value>>,
    pub na: BTreeMap<String, Vec<Value>>,
    pub einde: Vec<Value>,
}

/// A step of writing the new list.
enum Stap {
    /// An item, with what goes before and after its id.
    Met(Option<String>, Option<Value>),
    /// The item alone.
    Zelf(Option<Value>),
}

impl Erbij {
    /// Writes an item and all that goes beside it; an item that is left out still says where others go.
    pub fn zet(&mut self, id: Option<&str>, value: Option<Value>, klaar: &mut Vec<Value>) {
        let mut stapel = vec![Stap::Met(id.map(str::to_string), value)];
        while let Some(stap) = stapel.pop() {
            match stap {
                Stap::Zelf(value) => klaar.extend(value),
                Stap::Met(id, value) => {
                    let id = id.unwrap_or_default();
                    let (voor, na) = (self.voor.remove(&id), self.na.remove(&id));
                    stapel.extend(na.into_iter().flatten().rev().map(Stap::nieuw));
                    stapel.push(Stap::Zelf(value));
                    stapel.extend(voor.into_iter().flatten().rev().map(Stap::nieuw));
                }
            }
        }
    }

    /// What was never reached, since it waits for itself.
    pub fn over(self) -> impl Iterator<Item = Value> {
        self.voor.into_values().chain(self.na.into_values()).flatten()
    }
}

impl Stap {
    fn nieuw(value: Value) -> Self {
        let id = match &value.kind {
            Kind::Map(_) => value.get("id").and_then(|entry| entry.value.scalar()).map(|s| s.text.trim().to_string()),
            _ => None,
        };
        Self::Met(id, Some(value))
    }
}
