//! What a run lets through: with `--strict` no warning, and of a finished document none of a set list.

use std::collections::BTreeSet;

use super::jobs::Werk;
use crate::diag::codes::G472;
use crate::diag::{Note, Severity, Sources, Span};
use crate::model::project::Project;
use crate::plan::{Job, Plan};

/// Warnings that no finished document has, unless `griffel.yaml` says otherwise: contradicting dates and loose ends.
const GEWOONLIJK: &[&str] = &["G243", "G334", "G335", "G357", "G451", "G452", "G453"];

/// Weighs the notes of one job; whether they keep its PDF from being made.
pub fn dicht(werk: &Werk<'_>, job: &Job<'_>, notes: &mut Vec<Note>) -> bool {
    if werk.streng {
        notes.iter_mut().for_each(Note::verzwaar);
    }
    let gevonden = definitief(werk.project, job, notes.iter().collect());
    notes.extend(gevonden);
    notes.iter().any(Note::is_fout)
}

/// Weighs the notes made before any job: with `streng` all warnings become faults, and what they are about is not made.
pub fn vooraf(plan: &mut Plan<'_>, project: &Project, streng: bool, sources: &Sources, notes: &mut Vec<Note>) {
    let mut erbij = Vec::new();
    for job in &mut plan.jobs {
        let gevonden = definitief(project, job, over(job, sources, notes));
        job.fout |= gevonden.is_some();
        erbij.extend(gevonden);
    }
    notes.extend(erbij);
    if !streng {
        return;
    }
    notes.iter_mut().for_each(Note::verzwaar);
    for job in &mut plan.jobs {
        job.fout |= over(job, sources, notes).iter().any(|note| note.verzwaard);
    }
}

/// The notes about the document of a job: those in its folder, except in the files of another gemeente.
fn over<'n>(job: &Job<'_>, sources: &Sources, notes: &'n [Note]) -> Vec<&'n Note> {
    let map = format!("{}/", job.stuk.map);
    let eigen = job.gemeente.map_or_else(String::new, |gemeente| format!("lokaal/{}.yaml", gemeente.slug));
    let hier = |note: &&Note| {
        let path = note.labels.first().map(|label| sources.get(label.span.file).path.as_str());
        let name = path.and_then(|path| path.strip_prefix(&map));
        name.is_some_and(|name| !name.starts_with("lokaal/") || name == eigen)
    };
    notes.iter().filter(hier).collect()
}

/// The fault of a finished document with warnings that it may not have, at its status, each warning a place.
fn definitief(project: &Project, job: &Job<'_>, notes: Vec<&Note>) -> Option<Note> {
    if !job.status().is_af() {
        return None;
    }
    let gekozen = project.instellingen.niet_bij_definitief.as_deref().unwrap_or(GEWOONLIJK);
    let telt = |note: &&Note| note.code.severity == Severity::Waarschuwing && gekozen.contains(&note.code.id);
    let redenen: Vec<&Note> = notes.into_iter().filter(telt).collect();
    if redenen.is_empty() {
        return None;
    }
    let mut nummers: Vec<&str> = redenen.iter().map(|note| note.code.id).collect();
    nummers.sort_unstable();
    nummers.dedup();
    let status = job.status().sleutel();
    let message = format!("dit stuk is `{status}`, maar heeft nog een waarschuwing: {}", nummers.join(", "));
    let note = Note::at(G472, job.status_span().clone(), message);
    // Several versions have the same warning at the same place.
    let plekken: BTreeSet<(Span, String)> = redenen
        .iter()
        .filter_map(|reden| Some((reden.labels.first()?.span.clone(), format!("{}: {}", reden.code.id, reden.message))))
        .collect();
    let note = plekken.into_iter().fold(note, |note, (span, tekst)| note.also(span, tekst));
    Some(note.hint("Herstel wat de waarschuwing zegt, of maak de status `concept`"))
}
