//! Annexes per gemeente: numbered without gaps, each with the place it is written to.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{Job, bijlagebestand};
use crate::diag::codes::{G421, G422, G423, G471};
use crate::diag::{Note, Span};
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
    let stukken = Stukken::of(jobs);
    for job in jobs.iter_mut() {
        let mut bronnen = Vec::new();
        for geplande in &job.bijlagen {
            bronnen.push(bron(job, geplande, &stukken, notes).unwrap_or_else(|note| {
                notes.push(*note);
                job.fout = true;
                None
            }));
        }
        for (geplande, bron) in job.bijlagen.iter_mut().zip(bronnen) {
            geplande.bron = bron;
        }
    }
    af(jobs, notes);
}

/// A document that is finished does not carry a document that is not.
fn af(jobs: &mut [Job<'_>], notes: &mut Vec<Note>) {
    for at in 0..jobs.len() {
        let job = &jobs[at];
        // What the raad decided is a fact, also when it decided about a draft.
        if !job.status().is_af() || job.besluit.is_some() {
            continue;
        }
        let onaf = job.bijlagen.iter().filter_map(|geplande| match &geplande.bron {
            Some(Inhoudsbron::Job { job: ander, .. }) => Some((geplande.bijlage, &jobs[*ander])),
            _ => None,
        });
        let onaf: Vec<_> = onaf.filter(|(_, ander)| !ander.status().is_af()).collect();
        if onaf.is_empty() {
            continue;
        }
        let ids: Vec<String> = onaf.iter().map(|(bijlage, _)| format!("`{}`", bijlage.id)).collect();
        let message =
            format!("dit stuk is `{}`, maar een bijlage nog niet: {}", job.status().sleutel(), ids.join(", "));
        let note = Note::at(G471, job.status_span().clone(), message);
        let note = onaf.iter().fold(note, |note, (bijlage, ander)| {
            let tekst = format!("deze bijlage is nog `{}`", ander.status().sleutel());
            note.also(bijlage.span.clone(), tekst).also(ander.status_span().clone(), "dat staat hier")
        });
        notes.push(note.hint("Maak eerst de bijlage definitief, of haal haar weg"));
        jobs[at].fout = true;
    }
}

/// The jobs by document and gemeente.
struct Stukken {
    index: HashMap<(String, Option<String>), usize>,
    ids: BTreeSet<String>,
}

impl Stukken {
    fn of(jobs: &[Job<'_>]) -> Self {
        let mut index = HashMap::new();
        for (at, job) in jobs.iter().enumerate() {
            index.entry((job.stuk.id.clone(), slug(job))).or_insert(at);
        }
        Self { index, ids: jobs.iter().map(|job| job.stuk.id.clone()).collect() }
    }

    /// The job of a document for this gemeente, else the one for all.
    fn voor(&self, id: &str, slug: Option<String>) -> Option<usize> {
        let own = self.index.get(&(id.to_string(), slug));
        own.or_else(|| self.index.get(&(id.to_string(), None))).copied()
    }
}

fn slug(job: &Job<'_>) -> Option<String> {
    job.gemeente.map(|gemeente| gemeente.slug.clone())
}

/// Where one annex comes from and goes to; a secret one is listed, but its file does not come along.
fn bron(
    job: &Job<'_>,
    geplande: &GeplandeBijlage<'_>,
    stukken: &Stukken,
    notes: &mut Vec<Note>,
) -> Result<Option<Inhoudsbron>, Box<Note>> {
    let stem = job.pad.trim_end_matches(".pdf");
    let (map, naam) = stem.rsplit_once('/').unwrap_or(("", stem));
    let doel = |ext: &str| format!("{map}/bijlagen/{naam}_bijlage-{}.{ext}", geplande.nummer);
    let found = match &geplande.bijlage.herkomst {
        Herkomst::Vindplaats(_) => None,
        Herkomst::Bestand(pad, span) => {
            let Some(bytes) = job.stuk.bestanden.get(pad) else { return Err(geen_bestand(job, pad, span)) };
            bijlagebestand::check(job.stuk, pad, span, notes)?;
            let ext = pad.rsplit_once('.').map_or("bin", |(_, ext)| ext);
            Some(Inhoudsbron::Bestand { bytes: Arc::clone(bytes), pad: doel(ext) })
        }
        Herkomst::Stuk(id, span) if *id == job.stuk.id => {
            return Err(Box::new(Note::at(G423, span.clone(), "een stuk kan geen bijlage bij zichzelf zijn")));
        }
        Herkomst::Stuk(id, span) => {
            let Some(at) = stukken.voor(id, slug(job)) else { return Err(geen_stuk(stukken, id, span)) };
            Some(Inhoudsbron::Job { job: at, pad: doel("pdf") })
        }
    };
    Ok(found.filter(|_| !geplande.bijlage.geheim))
}

fn geen_bestand(job: &Job<'_>, pad: &str, span: &Span) -> Box<Note> {
    let note = Note::at(G421, span.clone(), format!("het bestand `{pad}` staat niet in de map van dit stuk"));
    Box::new(note.bedoeld(
        pad,
        job.stuk.bestanden.keys().map(String::as_str),
        format!("Zet het bestand in `{}`", job.stuk.map),
    ))
}

fn geen_stuk(stukken: &Stukken, id: &str, span: &Span) -> Box<Note> {
    let note = Note::at(G422, span.clone(), format!("er is geen stuk `{id}` dat hier als bijlage bij kan"));
    Box::new(note.bedoeld(id, stukken.ids.iter().map(String::as_str), ""))
}
