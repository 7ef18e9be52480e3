//! Annexes per gemeente: numbered without gaps, each with the place it is written to.

use std::collections::HashMap;
use std::sync::Arc;

use super::Job;
use crate::diag::Note;
use crate::diag::codes::{G421, G422, G423};
use crate::model::bijlage::{Bijlage, BijlageStatus, Herkomst};
use crate::model::stuk::Inhoud;

/// An annex of one job.
#[derive(Clone, Debug)]
pub struct GeplandeBijlage<'p> {
    /// Its number in the list, from 1.
    pub nummer: usize,
    /// What the document says of it.
    pub bijlage: &'p Bijlage,
    /// Where its bytes come from and go to; `None` when it is to be found elsewhere.
    pub bron: Option<Inhoudsbron>,
}

/// Where an annex's bytes come from, and where they go (relative to `out`).
#[derive(Clone, Debug)]
pub enum Inhoudsbron {
    /// A file of the project.
    Bestand {
        /// Its bytes.
        bytes: Arc<[u8]>,
        /// Where it is written.
        pad: String,
    },
    /// The PDF that another job of this run makes.
    Job {
        /// Index in the plan.
        job: usize,
        /// Where its copy is written.
        pad: String,
    },
}

impl Inhoudsbron {
    /// Where the annex is written, relative to `out`.
    pub fn pad(&self) -> &str {
        match self {
            Self::Bestand { pad, .. } | Self::Job { pad, .. } => pad,
        }
    }
}

/// The annexes that this gemeente gets; a withdrawn one leaves no gap.
pub fn nummer<'p>(inhoud: &'p Inhoud, gemeente: Option<&str>) -> Vec<GeplandeBijlage<'p>> {
    let geldig = |b: &&Bijlage| b.voor.bevat(gemeente) && b.status != BijlageStatus::Ingetrokken;
    let geldige = inhoud.bijlagen.iter().filter(geldig).enumerate();
    geldige.map(|(at, bijlage)| GeplandeBijlage { nummer: at + 1, bijlage, bron: None }).collect()
}

/// Finds the bytes of every annex: a file, or the PDF of another job for the same gemeente (else the one for all).
pub fn resolve(jobs: &mut [Job<'_>], notes: &mut Vec<Note>) {
    let mut index: HashMap<(String, Option<String>), usize> = HashMap::new();
    let mut known: Vec<String> = Vec::new();
    for (at, job) in jobs.iter().enumerate() {
        let slug = job.gemeente.map(|g| g.slug.clone());
        index.entry((job.stuk.id.clone(), slug)).or_insert(at);
        if known.last() != Some(&job.stuk.id) {
            known.push(job.stuk.id.clone());
        }
    }
    for job in jobs.iter_mut() {
        let stem = job.pad.trim_end_matches(".pdf").to_string();
        let (map, naam) = stem.rsplit_once('/').unwrap_or(("", &stem));
        let slug = job.gemeente.map(|g| g.slug.clone());
        for geplande in &mut job.bijlagen {
            let doel = |ext: &str| format!("{map}/bijlagen/{naam}_bijlage-{}.{ext}", geplande.nummer);
            match &geplande.bijlage.herkomst {
                Herkomst::Vindplaats(_) => {}
                Herkomst::Bestand(pad, span) => match job.stuk.bestanden.get(pad) {
                    Some(bytes) => {
                        let ext = pad.rsplit_once('.').map_or("bin", |(_, ext)| ext);
                        geplande.bron = Some(Inhoudsbron::Bestand { bytes: Arc::clone(bytes), pad: doel(ext) });
                    }
                    None => {
                        let mut note = Note::at(
                            G421,
                            span.clone(),
                            format!("het bestand `{pad}` staat niet in de map van dit stuk"),
                        );
                        note = match crate::diag::closest(pad, job.stuk.bestanden.keys().map(String::as_str)) {
                            Some(bedoeld) => note.hint(format!("Bedoelde u `{bedoeld}`?")),
                            None => note.hint(format!("Zet het bestand in `{}`", job.stuk.map)),
                        };
                        notes.push(note);
                        job.fout = true;
                    }
                },
                Herkomst::Stuk(id, span) => {
                    let own = index.get(&(id.clone(), slug.clone())).or_else(|| index.get(&(id.clone(), None)));
                    match own {
                        Some(_) if *id == job.stuk.id => {
                            notes.push(Note::at(G423, span.clone(), "een stuk kan geen bijlage bij zichzelf zijn"));
                            job.fout = true;
                        }
                        Some(&at) => geplande.bron = Some(Inhoudsbron::Job { job: at, pad: doel("pdf") }),
                        None => {
                            let mut note = Note::at(
                                G422,
                                span.clone(),
                                format!("er is geen stuk `{id}` dat hier als bijlage bij kan"),
                            );
                            if let Some(bedoeld) = crate::diag::closest(id, known.iter().map(String::as_str)) {
                                note = note.hint(format!("Bedoelde u `{bedoeld}`?"));
                            }
                            notes.push(note);
                            job.fout = true;
                        }
                    }
                }
            }
        }
    }
}
