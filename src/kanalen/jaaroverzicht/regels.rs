//! What one bundle adds to the index of its year: a line for each document, published or not.

use chrono::NaiveDate;

use super::super::bundel::{Bundel, Stuk};
use super::super::feiten::{bestandsnaam, wat};
use super::super::verzamel::buiten;
use crate::model::project::Project;
use crate::model::soort::Gezicht;
use crate::model::stuk::{Openbaarheid, Status};
use crate::plan::Job;
use crate::render;

/// One document for one gemeente, or for all of them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regel {
    /// Where its subject stands among the others: what asks a decision of a raad first, then letters, then reports.
    pub rang: (u8, String),
    /// What names the document within the year.
    pub stuk: (String, String),
    /// Name of its kind.
    pub soort: String,
    /// What it is: "Raadsbesluit".
    pub wat: String,
    /// Its subject; `None` when it is not open, or says itself that it is not to be published.
    pub onderwerp: Option<String>,
    /// Slug and name of the gemeente it is for; `None` for all together.
    pub voor: Option<(String, String)>,
    /// How far it is.
    pub status: &'static str,
    /// Whether it is a draft, of which a public index names no subject that is not public already.
    pub concept: bool,
    /// Where it lies, or why it does not.
    pub plek: Result<Plek, String>,
}

/// A document that lies in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plek {
    /// Its date.
    pub datum: NaiveDate,
    /// Its reference.
    pub kenmerk: Option<String>,
    /// The bundle's folder below that of all bundles.
    pub map: String,
    /// Where the bundle comes to stand.
    pub basis: String,
    /// The file name without its ending.
    pub naam: String,
    /// Number, title and path in the bundle of each annex that comes along.
    pub bijlagen: Vec<(usize, String, String)>,
    /// Annexes of which no file comes along.
    pub elders: Vec<String>,
}

/// The lines of one bundle; without one there are only documents that stay out.
pub fn regels(project: &Project, jobs: &[&Job<'_>], bundel: Option<&Bundel>) -> Vec<Regel> {
    jobs.iter().filter_map(|job| regel(project, job, bundel)).collect()
}

fn regel(project: &Project, job: &Job<'_>, bundel: Option<&Bundel>) -> Option<Regel> {
    let open = job.inhoud.openbaarheid == Openbaarheid::Openbaar && !job.inhoud.publicatie.nooit;
    let plek = match buiten(job) {
        Some(_) if !open => Err("dit stuk wordt niet gepubliceerd".to_string()),
        Some(reden) => Err(reden),
        None => {
            let bundel = bundel?;
            let naam = bestandsnaam(job);
            Ok(plek(bundel, bundel.stukken.iter().find(|stuk| stuk.naam == naam)?))
        }
    };
    Some(Regel {
        rang: (rang(job.soort.gezicht), job.soort.naam.clone()),
        stuk: (job.soort.id.clone(), job.stuk.id.clone()),
        soort: job.soort.naam.clone(),
        wat: wat(job),
        onderwerp: open.then(|| render::onderwerp(project, job)),
        voor: job.gemeente.map(|gemeente| (gemeente.slug.clone(), gemeente.gegevens.naam.clone())),
        status: job.status().woord(),
        concept: job.status() == Status::Concept,
        plek,
    })
}

fn plek(bundel: &Bundel, stuk: &Stuk) -> Plek {
    let bijlagen = stuk.bijlagen.iter().map(|een| (een.nummer, een.titel.clone(), een.pad.clone()));
    Plek {
        datum: stuk.datum,
        kenmerk: stuk.kenmerk.clone(),
        map: bundel.map(),
        basis: bundel.basis.clone(),
        naam: stuk.naam.clone(),
        bijlagen: bijlagen.collect(),
        elders: stuk.elders.clone(),
    }
}

fn rang(gezicht: Gezicht) -> u8 {
    match gezicht {
        Gezicht::Voorstel => 0,
        Gezicht::Brief => 1,
        Gezicht::Rapport => 2,
    }
}
