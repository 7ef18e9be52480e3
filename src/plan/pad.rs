//! Output paths: stable, readable, unique on their own.

use std::collections::BTreeMap;

use super::Job;
use crate::diag::Note;
use crate::diag::codes::G431;
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::stuk::Status;

/// `2021/ridderkerk/2021-04-22_raadsvoorstel_regiovisie_ridderkerk_concept.pdf`; no suffix once definitief. An
/// internal rendition says so, so that it never takes the place of a public one in the same folder.
pub fn pad(job: &Job<'_>) -> String {
    let jaar = job.stuk.jaar;
    let datum = match job.datum().0 {
        Bekend::Bekend(datum) => datum.bestandsnaam(),
        Bekend::Onbekend => None,
    };
    let datum = datum.or_else(|| Datum::Jaar(jaar).bestandsnaam()).unwrap_or_default();
    let wie = job.gemeente.map_or_else(|| job.afzender.id(), |gemeente| &gemeente.slug);
    let status = match job.status() {
        Status::Definitief => String::new(),
        status => format!("_{}", status.sleutel()),
    };
    let intern = if job.profiel.is_intern() { "_intern" } else { "" };
    format!("{jaar}/{wie}/{datum}_{}_{wie}{status}{intern}.pdf", naam(&job.uitvoer.naam, &job.stuk.id))
}

/// `raadsvoorstel_regiovisie`; an id that starts with the output's name does not say it twice.
fn naam(uitvoer: &str, id: &str) -> String {
    match id.strip_prefix(uitvoer) {
        Some(rest) if rest.is_empty() || rest.starts_with('-') => id.to_string(),
        _ => format!("{uitvoer}_{id}"),
    }
}

/// Two jobs for one file is a fault of both. Compared without case: some disks see no difference.
pub fn collisions(jobs: &mut [Job<'_>], notes: &mut Vec<Note>) {
    let mut by_path: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, job) in jobs.iter().enumerate() {
        by_path.entry(job.pad.to_lowercase()).or_default().push(at);
    }
    for owners in by_path.values().filter(|owners| owners.len() > 1) {
        let [first, second, ..] = owners[..] else { continue };
        let message = format!("twee stukken willen hetzelfde bestand maken: `{}`", jobs[first].pad);
        notes.push(
            Note::at(G431, jobs[second].stuk.span.clone(), message)
                .also(jobs[first].stuk.span.clone(), "het andere stuk")
                .hint("Geef een van beide een ander `id`"),
        );
        for &at in owners {
            jobs[at].fout = true;
        }
    }
}
