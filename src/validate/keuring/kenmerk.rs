//! One reference, one document.

use std::collections::BTreeMap;

use crate::diag::codes::G871;
use crate::diag::{Note, Span};
use crate::model::bekend::Bekend;
use crate::model::project::Project;
use crate::model::stuk::{Inhoud, Stuk};

use super::met_ernst;

/// Notes references that two documents have, at every version that has it; copies of one document share theirs.
pub fn dubbele_kenmerken(stukken: &mut [Stuk], project: &Project) {
    let mut eerder: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for stuk in stukken {
        let mut eigen: Vec<(String, Span)> = Vec::new();
        for versie in stuk.lokaal.values_mut().chain([&mut stuk.basis]) {
            let Some((kenmerk, span)) = versie.value.as_ref().and_then(kenmerk) else { continue };
            if let Some((ander, plek)) = eerder.get(&kenmerk) {
                let message = format!("het kenmerk `{kenmerk}` is al van het stuk `{ander}`");
                let note = Note::at(G871, span.clone(), message).also(plek.clone(), "het andere stuk");
                versie.notes.extend(met_ernst(note.hint("Geef elk stuk een eigen kenmerk"), project));
            }
            eigen.push((kenmerk, span));
        }
        for (kenmerk, span) in eigen {
            eerder.entry(kenmerk).or_insert_with(|| (stuk.id.clone(), span));
        }
    }
}

fn kenmerk(inhoud: &Inhoud) -> Option<(String, Span)> {
    let feit = inhoud.kenmerk.as_ref()?;
    let Bekend::Bekend(kenmerk) = &feit.waarde else { return None };
    Some((kenmerk.trim().to_string(), feit.span.clone()))
}
