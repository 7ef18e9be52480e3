//! Kinds: `soort.yaml` is written by designers and read by serde.

use std::collections::BTreeMap;

use super::publicatie;
use crate::diag::codes::{G503, G504, G731};
use crate::diag::{FileNr, Note, Span};
use crate::load::Raw;
use crate::load::node::Notes;
use crate::model::publicatie::Indeling;
use crate::model::soort::{Soort, VeldDef, VeldType};

/// Reads all kinds.
pub fn soorten(raw: &Raw, notes: &Notes) -> BTreeMap<String, Soort> {
    let mut found = BTreeMap::new();
    for (id, bron) in &raw.soorten {
        let Some(nr) = bron.declaratie else {
            notes.push(
                Note::without_place(G504, format!("in `templates/{id}` staat geen `soort.yaml`"))
                    .hint("Maak het bestand, of haal de map weg"),
            );
            continue;
        };
        match serde_yaml::from_str::<Soort>(&raw.sources.get(nr).text) {
            Ok(mut soort) => {
                soort.id.clone_from(id);
                check(&soort, nr, raw, notes);
                found.insert(id.clone(), soort);
            }
            Err(error) => notes.push(serde_note(&error, nr, raw)),
        }
    }
    found
}

/// A fault of serde; its English is for the designer who reads it, behind a Dutch lead.
fn serde_note(error: &serde_yaml::Error, nr: FileNr, raw: &Raw) -> Note {
    let at = error.location().map_or(0, |location| location.index());
    let len = raw.sources.get(nr).text.len();
    let note = Note::at(G504, Span::new(nr, at.min(len)..at.min(len)), "deze `soort.yaml` klopt niet");
    note.hint(format!("De lezer meldt: {error}"))
}

/// What serde cannot check.
fn check(soort: &Soort, nr: FileNr, raw: &Raw, notes: &Notes) {
    let top = Span::new(nr, 0..0);
    for uitvoer in &soort.uitvoer {
        if !raw.soorten[&soort.id].sjablonen.contains_key(&uitvoer.sjabloon) {
            let message = format!("het sjabloon `{}` van uitvoer `{}` is er niet", uitvoer.sjabloon, uitvoer.naam);
            notes.push(Note::at(G503, top.clone(), message).hint(format!("Zet het in `templates/{}`", soort.id)));
        }
    }
    if soort.uitvoer.is_empty() {
        notes.push(Note::at(G503, top.clone(), "deze soort heeft geen `uitvoer`"));
    }
    let categorie = Indeling { informatiecategorie: soort.informatiecategorie.clone(), ..Indeling::default() };
    let indelingen = [&categorie, &soort.publicatie].into_iter().chain(soort.uitvoer.iter().map(|u| &u.publicatie));
    for (key, waarde) in indelingen.flat_map(publicatie::niet_in_lijst) {
        notes.push(Note::at(G731, top.clone(), format!("`{waarde}` staat niet in de lijst van `{key}`")));
    }
    velden(&soort.velden, &top, notes);
}

fn velden(defs: &[VeldDef], top: &Span, notes: &Notes) {
    for def in defs {
        let fout = match def.soort {
            VeldType::Keuze if def.keuzes.is_empty() => Some("heeft geen `keuzes`"),
            VeldType::Groep if def.velden.is_empty() => Some("heeft geen `velden`"),
            _ if def.standaard.is_some() && !matches!(def.soort, VeldType::Regel | VeldType::Keuze) => {
                Some("kan geen `standaard` hebben: dat kan alleen bij `regel` en `keuze`")
            }
            _ if !def.naam.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') => {
                Some("heeft een naam met andere tekens dan kleine letters, cijfers en `_`")
            }
            _ => None,
        };
        if let Some(fout) = fout {
            notes.push(Note::at(G504, top.clone(), format!("het veld `{}` {fout}", def.naam)));
        }
        velden(&def.velden, top, notes);
    }
}
