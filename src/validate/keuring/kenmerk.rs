//! One reference, one document.

use std::collections::BTreeMap;

use crate::diag::codes::G871;
use crate::diag::{Note, Span};
use crate::model::bekend::Bekend;
use crate::model::project::Project;
use crate::model::stuk::{Inhoud, Stuk};

use super::met_ernst;

/// References that two documents have; copies of one document share theirs.
pub fn dubbele_kenmerken(stukken: &[Stuk], project: &Project) -> Vec<Note> {
    let mut eerder: BTreeMap<String, (&str, Span)> = BTreeMap::new();
    let mut notes: Vec<Note> = Vec::new();
    for stuk in stukken {
        let versies = stuk.lokaal.values().chain([&stuk.basis]).filter_map(|versie| versie.value.as_ref());
        let eigen: BTreeMap<String, Span> = versies.filter_map(kenmerk).collect();
        for (kenmerk, span) in eigen {
            match eerder.get(&kenmerk) {
                Some((ander, plek)) => {
                    let message = format!("het kenmerk `{kenmerk}` is al van het stuk `{ander}`");
                    let note = Note::at(G871, span, message).also(plek.clone(), "het andere stuk");
                    notes.extend(met_ernst(note.hint("Geef elk stuk een eigen kenmerk"), project));
                }
                None => _ = eerder.insert(kenmerk, (&stuk.id, span)),
            }
        }
    }
    notes
}

fn kenmerk(inhoud: &Inhoud) -> Option<(String, Span)> {
    let feit = inhoud.kenmerk.as_ref()?;
    let Bekend::Bekend(kenmerk) = &feit.waarde else { return None };
    Some((kenmerk.trim().to_string(), feit.span.clone()))
}
