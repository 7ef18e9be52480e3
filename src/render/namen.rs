//! What templates ask for against what there is: a typing error inside `{% if %}` is silent in Tera.

use std::collections::BTreeSet;

use super::Engine;
use crate::diag::codes::{G505, G506};
use crate::diag::{FileNr, Note, Span};
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
                    Some(nr) => {
                        let message = format!("dit sjabloon vraagt `{naam}`, maar dat is er niet");
                        Note::at(G505, gevraagd(raw, *nr, naam), message)
                    }
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
    // A field that a template asks for under a slightly other name is not forgotten there.
    let verschreven: Vec<String> = notes.iter().filter_map(|note| Some(note.herstel.as_ref()?.nieuw.clone())).collect();
    for naam in declared.filter(|naam| !asked.contains(naam) && !verschreven.iter().any(|nieuw| nieuw == naam)) {
        if let Some(nr) = raw.soorten[&soort.id].declaratie {
            notes.push(
                Note::at(G506, raw.sources.woord(nr, naam), format!("het veld `{naam}` staat in geen enkel sjabloon"))
                    .hint("Wat een schrijver daar invult, zou stil verdwijnen"),
            );
        }
    }
    notes
}

/// Where a name is asked for: in the template, or else in a part that templates include.
fn gevraagd(raw: &Raw, sjabloon: FileNr, naam: &str) -> Span {
    let places = std::iter::once(sjabloon).chain(raw.delen.values().copied()).map(|nr| raw.sources.woord(nr, naam));
    let mut found = places.filter(|span| !span.range().is_empty());
    found.next().unwrap_or_else(|| Span::new(sjabloon, 0..0))
}
