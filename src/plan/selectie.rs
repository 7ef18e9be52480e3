//! What the user asked for.

use std::collections::BTreeSet;

use super::{Inhoudsbron, Job};
use crate::diag::{closest, kies};
use crate::model::profiel::Profiel;
use crate::model::project::Project;
use crate::nl::opsomming;

/// Which documents to make, and for whom; empty lists select everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selectie {
    /// Ids or folders of documents.
    pub stukken: Vec<String>,
    /// Slugs of gemeenten (or the id of the organisation, for what goes to all).
    pub gemeenten: Vec<String>,
    /// Year.
    pub jaar: Option<i32>,
    /// Id of a kind, or name of an output.
    pub soort: Option<String>,
    /// For whom.
    pub profiel: Profiel,
}

/// The selection names something that is not there, or nothing at all fits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectieFout(pub String);

impl Selectie {
    /// Whether every document is asked for.
    pub fn is_alles(&self) -> bool {
        *self == Self { profiel: self.profiel, ..Self::default() }
    }

    /// Every name must exist; a typing error must not make an empty run.
    ///
    /// # Errors
    /// Says which name the project does not have.
    pub fn check(&self, project: &Project) -> Result<(), SelectieFout> {
        let ids = || project.stukken.iter().map(|stuk| stuk.id.as_str());
        for term in &self.stukken {
            if !project.stukken.iter().any(|stuk| noemt(term, &stuk.id, &stuk.map)) {
                return Err(onbekend("stuk", term, ids()));
            }
        }
        for slug in &self.gemeenten {
            if project.gegevens(slug).is_none() {
                return Err(onbekend("gemeente", slug, project.gemeenten.keys().map(String::as_str)));
            }
        }
        if let Some(naam) = &self.soort {
            let uitvoer = project.soorten.values().flat_map(|s| &s.uitvoer).map(|u| u.naam.as_str());
            let known: Vec<&str> = project.soorten.keys().map(String::as_str).chain(uitvoer).collect();
            if !known.contains(&naam.as_str()) {
                return Err(onbekend("soort", naam, known));
            }
        }
        Ok(())
    }

    /// Marks the jobs that are asked for, and the jobs whose PDF those need as an annex.
    pub(super) fn mark(&self, jobs: &mut [Job<'_>]) -> Result<(), SelectieFout> {
        let mut any = jobs.is_empty() || self.is_alles();
        for at in 0..jobs.len() {
            if self.wants(&jobs[at]) {
                any = true;
                jobs[at].gewenst = true;
                for needed in annex_jobs(&jobs[at]) {
                    jobs[needed].gewenst = true;
                }
            }
        }
        if any { Ok(()) } else { Err(self.niets(jobs)) }
    }

    /// Why nothing fits: the part of the choice that no document has, or that no two documents share.
    fn niets(&self, jobs: &[Job<'_>]) -> SelectieFout {
        let met = |deel: &Self| jobs.iter().any(|job| deel.wants(job));
        let jaar = Self { jaar: self.jaar, ..Self::default() };
        let wie = Self { gemeenten: self.gemeenten.clone(), ..Self::default() };
        let jaren: BTreeSet<String> = jobs.iter().map(|job| job.stuk.jaar.to_string()).collect();
        let jaren: Vec<String> = jaren.into_iter().collect();
        let waarom = match self.jaar {
            Some(gevraagd) if !met(&jaar) => format!("er is niets uit {gevraagd}, wel uit {}", opsomming::en(&jaren)),
            _ if !self.gemeenten.is_empty() && !met(&wie) => {
                format!("{} krijgt in dit project geen enkel stuk", opsomming::en(&self.gemeenten))
            }
            _ => "elk deel ervan komt voor, maar niet samen".to_string(),
        };
        SelectieFout(format!("geen enkel stuk past bij deze keuze: {waarom}"))
    }

    /// Whether a job is asked for by itself, not only as an annex of another.
    pub fn wants(&self, job: &Job<'_>) -> bool {
        let wie = job.gemeente.map_or_else(|| job.afzender.id(), |g| &g.slug);
        (self.stukken.is_empty() || self.stukken.iter().any(|term| noemt(term, &job.stuk.id, &job.stuk.map)))
            && (self.gemeenten.is_empty() || self.gemeenten.iter().any(|slug| slug == wie))
            && self.jaar.is_none_or(|jaar| jaar == job.stuk.jaar)
            && self.soort.as_ref().is_none_or(|s| *s == job.soort.id || *s == job.uitvoer.naam)
    }
}

fn annex_jobs(job: &Job<'_>) -> Vec<usize> {
    let bronnen = job.bijlagen.iter().filter_map(|b| b.bron.as_ref());
    bronnen.filter_map(|bron| if let Inhoudsbron::Job { job, .. } = bron { Some(*job) } else { None }).collect()
}

/// A document is named by its id, its folder or the path of its folder.
pub fn noemt(term: &str, id: &str, map: &str) -> bool {
    let term = term.replace('\\', "/");
    let term = term.trim_start_matches("./").trim_end_matches('/').trim_end_matches("/document.yaml");
    term == id || term == map || map.strip_suffix(term).is_some_and(|rest| rest.ends_with('/'))
}

fn onbekend<'a>(wat: &str, naam: &str, known: impl IntoIterator<Item = &'a str>) -> SelectieFout {
    let known: Vec<&str> = known.into_iter().collect();
    let hulp = match closest(naam, known.iter().copied()) {
        Some(bedoeld) => format!("bedoelde u `{bedoeld}`?"),
        None => kies("kies uit", naam, known, "`griffel matrix` toont ze alle"),
    };
    SelectieFout(format!("`{naam}` is niet bekend als {wat}; {hulp}"))
}
