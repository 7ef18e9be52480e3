//! Raw trees in, model out; every fault is noted, what is sound goes on.

mod besluiten;
mod besluitvorming;
mod blokken;
mod envelop;
mod gegevens;
mod huisregels;
mod keuring;
pub mod lokaal;
pub mod markdown;
mod ondertekening;
pub mod pdf;
mod publicatie;
mod soorten;
mod stukken;
mod tabel;
mod tijd;
pub mod veld;
mod velden;

pub use stukken::opgelost;

use crate::diag::codes::G136;
use crate::diag::{Note, Noted};
use crate::load::Raw;
use crate::load::node::Notes;
use crate::model::project::Project;

/// Makes the model out of what was read.
pub fn validate(raw: &Raw) -> Noted<Project> {
    let notes = Notes::new();
    let mut project = Project::default();
    match &raw.instellingen {
        Some(value) => project.instellingen = gegevens::instellingen(value, &notes),
        None => notes.push(
            Note::without_place(G136, "`content/griffel.yaml` ontbreekt of is niet te lezen")
                .hint("Zet er ten minste `naam` en `afzender` in"),
        ),
    }
    project.soorten = soorten::soorten(raw, &notes);
    project.gemeenten = gegevens::gemeenten(raw, &project.soorten, &notes);
    project.organisaties = gegevens::organisaties(raw, &project, &notes);
    project.stukken = stukken::stukken(raw, &project, &notes);
    Noted { value: project, notes: notes.into_vec() }
}

/// A project in which the example of every kind is a document, to a gemeente called `voorbeeld`.
pub fn voorbeelden(raw: &Raw, project: &Project) -> Noted<Project> {
    let notes = Notes::new();
    let mut voorbeeld = Project { stukken: Vec::new(), ..project.clone() };
    voorbeeld.gemeenten.insert(gegevens::VOORBEELD.to_string(), gegevens::voorbeeld());
    voorbeeld.stukken = stukken::voorbeelden(raw, &voorbeeld, &notes);
    Noted { value: voorbeeld, notes: notes.into_vec() }
}
