//! The one loop over jobs: plain threads, results in plan order, cached by content.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Lot, Resultaten, Uit, Uitkomst, Voortgang, bladen, poort};
use crate::compile::{self, Shelf};
use crate::diag::{Fatal, Note, codes};
use crate::load::Raw;
use crate::model::project::Project;
use crate::plan::{Job, Plan};
use crate::publish::{Manifest, Out, Written, intact, notes as saved};
use crate::render::{self, Engine, Gerenderd};

/// Documents between two clean-ups of Typst's cache: it keeps what the last batch used and stays flat in memory.
const BATCH: usize = 13;
/// Stack of a worker, in bytes: Typst nests deeply on long documents.
pub const STACK: usize = 16 << 20;

/// What all jobs share.
#[derive(Clone, Copy)]
pub struct Werk<'a> {
    /// What was read.
    pub raw: &'a Raw,
    /// What was understood.
    pub project: &'a Project,
    /// The templates.
    pub engine: &'a Engine,
    /// Fonts, style, images.
    pub shelf: &'a Shelf,
    /// The jobs.
    pub plan: &'a Plan<'a>,
    /// Whether a warning counts as a fault.
    pub streng: bool,
}

/// What became of one job.
pub struct Gedaan {
    /// What was rendered; `None` when a fault came before.
    pub gerenderd: Option<Gerenderd>,
    /// The PDF when it was made now.
    pub pdf: Option<Vec<u8>>,
    /// The cache key.
    pub sleutel: String,
    /// Made or unchanged; `None` is failed.
    pub gelukt: Option<Lot>,
    /// What rendering and compiling noted.
    pub notes: Vec<Note>,
}

/// Makes all jobs that are asked for; results in plan order.
pub fn make(werk: &Werk<'_>, threads: usize, uit: Uit<'_>, voortgang: Voortgang<'_>) -> Result<Resultaten, Fatal> {
    let jobs = &werk.plan.jobs;
    let total = jobs.iter().filter(|job| job.gewenst).count();
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<Result<Gedaan, Fatal>>>> = Mutex::new(jobs.iter().map(|_| None).collect());
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(at) else { break };
            if !job.gewenst {
                continue;
            }
            let mut made = one(werk, job, uit);
            if let Ok(made) = &mut made {
                let plekken = made.notes.iter_mut().filter_map(|note| note.plek.as_mut());
                plekken.for_each(|plek| plek.pdf.clone_from(&job.pad));
            }
            if done.fetch_add(1, Ordering::Relaxed) % BATCH == BATCH - 1 {
                compile::evict();
            }
            voortgang(total, &job.pad);
            if let Ok(mut results) = results.lock() {
                results[at] = Some(made);
            }
        }
    };
    std::thread::scope(|scope| {
        let spawn = |nr: usize| {
            std::thread::Builder::new().name(format!("griffel-{nr}")).stack_size(STACK).spawn_scoped(scope, work)
        };
        // Without any thread the machine is out of memory; the results then lack jobs, which is seen below.
        let _workers: Vec<_> = (0..threads.clamp(1, total.max(1))).map(spawn).collect();
    });
    let results = results.into_inner().map_err(|_| machine("een van de werkers is gestopt"))?;
    let mut out = Vec::with_capacity(results.len());
    for (job, result) in jobs.iter().zip(results) {
        match (job.gewenst, result) {
            (_, Some(result)) => out.push(Some(result?)),
            (false, None) => out.push(None),
            (true, None) => return Err(machine("niet elk stuk is aan de beurt geweest")),
        }
    }
    Ok(out)
}

pub(super) fn machine(what: &str) -> Fatal {
    Fatal { code: codes::G709, message: format!("er ging iets mis op deze computer: {what}"), path: None }
}

/// Renders a job and compiles it, unless the PDF of the same sources already stands in the out folder.
fn one(werk: &Werk<'_>, job: &Job<'_>, uit: Uit<'_>) -> Result<Gedaan, Fatal> {
    let mut notes = Vec::new();
    let gerenderd = render::render(werk.engine, werk.project, job, &werk.raw.sources).into(&mut notes);
    if job.fout {
        // What a template misses in a document with faults follows from those.
        notes.retain(|note: &Note| note.code != codes::G502);
    }
    let mut gedaan = Gedaan { gerenderd, pdf: None, sleutel: String::new(), gelukt: None, notes };
    let barred = job.fout || poort::dicht(werk, job, &mut gedaan.notes);
    let Some(gerenderd) = gedaan.gerenderd.as_ref().filter(|_| !barred) else { return Ok(gedaan) };
    gedaan.sleutel = compile::cache_key(werk.shelf, &gerenderd.bron, gerenderd.dag);
    if let Some((out, manifest, schrijven)) = uit
        && !schrijven.force
        && let Some(notes) = cached(out, manifest, job, &gedaan.sleutel, werk)
    {
        gedaan.notes.extend(notes);
        gedaan.gelukt = (!poort::dicht(werk, job, &mut gedaan.notes)).then_some(Lot::Ongewijzigd);
        return Ok(gedaan);
    }
    let pdf = compile::pdf(werk.shelf, &gerenderd.bron, gerenderd.dag, &werk.raw.sources).into(&mut gedaan.notes);
    if let Some(pdf) = pdf
        && !poort::dicht(werk, job, &mut gedaan.notes)
    {
        gedaan.gelukt = Some(match uit {
            Some((out, ..)) if out.write(&job.pad, &pdf)? == Written::Unchanged => Lot::Ongewijzigd,
            _ => Lot::Gemaakt,
        });
        gedaan.pdf = Some(pdf);
    }
    Ok(gedaan)
}

/// The notes of an earlier run that made the same PDF, when it is still there untouched.
fn cached(out: &Out, manifest: &Manifest, job: &Job<'_>, sleutel: &str, werk: &Werk<'_>) -> Option<Vec<Note>> {
    let entry = manifest.entry(&job.pad).filter(|entry| entry.sleutel == sleutel && intact(entry, out))?;
    saved::replay(&entry.notes, &werk.raw.sources)
}

/// Documents of which a fault kept every copy from being planned: a line of their own, so that none goes missing unseen.
pub fn niet_gepland(werk: &Werk<'_>, gemaakt: &mut Vec<Uitkomst>) {
    for bron in &werk.raw.stukken {
        let gezien = gemaakt.iter().any(|uitkomst| uitkomst.stuk == bron.map);
        if !gezien && werk.plan.jobs.iter().all(|job| job.stuk.map != bron.map) {
            gemaakt.push(Uitkomst {
                stuk: bron.map.clone(),
                uitvoer: String::new(),
                jaar: bron.jaar,
                wie: "(niet bepaald)".to_string(),
                pad: String::new(),
                lot: Lot::Mislukt { verouderd: false },
                open: Vec::new(),
            });
        }
    }
}

/// What became of each job that was asked for; their notes join the others.
pub fn uitkomsten(plan: &Plan<'_>, gedaan: &Resultaten, notes: &mut Vec<Note>) -> Vec<Uitkomst> {
    notes.extend(super::ongedrukt::check(plan, gedaan));
    notes.extend(bladen::samen(gedaan.iter().flatten().flat_map(|gedaan| gedaan.notes.iter().cloned()).collect()));
    let mut out = Vec::new();
    for (job, gedaan) in plan.jobs.iter().zip(gedaan) {
        let Some(gedaan) = gedaan else { continue };
        out.push(Uitkomst {
            stuk: job.stuk.id.clone(),
            uitvoer: job.uitvoer.naam.clone(),
            jaar: job.stuk.jaar,
            wie: job.gemeente.map_or_else(|| job.afzender.id(), |gemeente| &gemeente.slug).to_string(),
            pad: job.pad.clone(),
            lot: gedaan.gelukt.unwrap_or(Lot::Mislukt { verouderd: false }),
            open: gedaan.gerenderd.as_ref().map(|g| g.open.clone()).unwrap_or_default(),
        });
    }
    out
}
