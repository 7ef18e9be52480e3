//! Standard texts with their parameters filled in.

use std::collections::BTreeMap;

use crate::model::tekst::{BlokSoort, Inline, Regel, Uitdrukking};

/// Puts the parameters of a standard text in the place of `{{ parameter.naam }}`.
pub(super) fn vul_parameters(soort: &mut BlokSoort, parameters: &BTreeMap<String, Regel>) {
    if parameters.is_empty() {
        return;
    }
    match soort {
        BlokSoort::Alinea(regel) | BlokSoort::Kop { tekst: regel, .. } => vul_regel(regel, parameters),
        BlokSoort::Lijst { items, .. } => {
            items.iter_mut().flatten().for_each(|blok| vul_parameters(&mut blok.soort, parameters));
        }
        BlokSoort::Citaat { inhoud, .. } | BlokSoort::Kader { inhoud, .. } | BlokSoort::Kolommen { inhoud, .. } => {
            inhoud.iter_mut().for_each(|blok| vul_parameters(&mut blok.soort, parameters));
        }
        _ => {}
    }
}

fn vul_regel(regel: &mut Regel, parameters: &BTreeMap<String, Regel>) {
    let mut out = Vec::with_capacity(regel.len());
    for inline in regel.drain(..) {
        match inline {
            Inline::Veld(veld) => match &veld.uitdrukking {
                Uitdrukking::Pad(pad, _)
                    if pad.len() == 2 && pad[0] == "parameter" && parameters.contains_key(&pad[1]) =>
                {
                    out.extend(parameters[&pad[1]].iter().cloned());
                }
                _ => out.push(Inline::Veld(veld)),
            },
            Inline::Vet(mut binnen) => {
                vul_regel(&mut binnen, parameters);
                out.push(Inline::Vet(binnen));
            }
            Inline::Cursief(mut binnen) => {
                vul_regel(&mut binnen, parameters);
                out.push(Inline::Cursief(binnen));
            }
            anders => out.push(anders),
        }
    }
    *regel = out;
}
