//! What templates ask for against what there is: a typing error inside `{% if %}` is silent in Tera.

use std::collections::BTreeSet;

use super::Engine;
use crate::diag::codes::{G505, G506};
use crate::diag::{Note, Span};
use crate::load::Raw;
use crate::model::gewoon;
use crate::model::project::Project;
use crate::model::soort::Soort;

/// Names that the view-model gives to every template.
const ALTIJD: &[&str] = &[
    "afzender",
    "beslispunten",
    "besluit",
    "bijlagen",
    "doc",
    "gemeente",
    "grondslag",
    "labels",
    "ondertekening",
    "ontvanger",
    "secties",
    "thema",
];

/// Compares the names that each kind's templates ask for with the fields that the kind declares.
pub fn check(engine: &Engine, project: &Project, raw: &Raw) -> Vec<Note> {
    project.soorten.values().flat_map(|soort| soort_notes(engine, soort, raw)).collect()
}

fn soort_notes(engine: &Engine, soort: &Soort, raw: &Raw) -> Vec<Note> {
    let mut notes = Vec::new();
    let declared = soort.velden.iter().map(|def| def.naam.as_str());
    let plain = gewoon::VELDEN.iter().map(|def| def.naam.as_str());
    let known: BTreeSet<&str> = ALTIJD.iter().copied().chain(declared.clone()).chain(plain).collect();
    let mut asked = BTreeSet::new();
    for uitvoer in &soort.uitvoer {
        if !engine.has(&soort.id, &uitvoer.sjabloon) {
            return notes;
        }
        for naam in engine.names(&soort.id, &uitvoer.sjabloon) {
            asked.insert(naam);
            if !known.contains(naam) {
                let note = match raw.soorten[&soort.id].sjablonen.get(&uitvoer.sjabloon) {
                    Some(nr) => Note::at(
                        G505,
                        Span::new(*nr, 0..0),
                        format!("dit sjabloon vraagt `{naam}`, maar dat is er niet"),
                    ),
                    None => continue,
                };
                notes.push(note.bedoeld(
                    naam,
                    known.iter().copied(),
                    "Zet het veld in `soort.yaml`, of haal het uit het sjabloon",
                ));
            }
        }
    }
    for naam in declared.filter(|naam| !asked.contains(naam)) {
        if let Some(nr) = raw.soorten[&soort.id].declaratie {
            notes.push(
                Note::at(G506, Span::new(nr, 0..0), format!("het veld `{naam}` staat in geen enkel sjabloon"))
                    .hint("Wat een schrijver daar invult, zou stil verdwijnen"),
            );
        }
    }
    notes
}
