//! The runs that make nothing: the matrix of all documents, and one document as it is for one gemeente.

use std::path::Path;

use super::{Mislukt, buiten_keuze};
use crate::diag::{Note, Sources, closest};
use crate::load;
use crate::model::gemeente::Gemeente;
use crate::model::profiel::Profiel;
use crate::overzicht::{self, Getoond, Matrix};
use crate::plan::{self, Job, Selectie, SelectieFout};
use crate::render::{self, Engine};
use crate::validate;

/// Something to show, with what was noted on the way.
#[derive(Debug)]
pub struct Overzicht<T> {
    /// What to show.
    pub value: T,
    /// All notes, in reading order.
    pub notes: Vec<Note>,
    /// The texts that notes point into.
    pub sources: Sources,
}

/// Documents by gemeenten. Everything is done but compiling.
///
/// # Errors
/// When the selection names something that is not there, or when the machine fails.
pub fn matrix(project: &Path, selectie: &Selectie) -> Result<Overzicht<Matrix>, Mislukt> {
    let mut notes = Vec::new();
    let raw = load::load(project)?.into(&mut notes);
    let project = validate::validate(&raw).into(&mut notes);
    let plan = match plan::plan(&project, selectie) {
        Ok(plan) => plan.into(&mut notes),
        Err(fout) => return Err(mislukt(fout, notes, raw.sources)),
    };
    let engine = Engine::new(&raw).into(&mut notes);
    let mut matrix = overzicht::matrix(&engine, &project, &plan, selectie, &raw.sources, &mut notes);
    if selectie.is_alles() {
        let gepland = |map: &str| plan.jobs.iter().any(|job| job.stuk.map == map);
        let zonder = raw.stukken.iter().filter(|stuk| !gepland(&stuk.map));
        matrix.niet_gepland = zonder.map(|stuk| stuk.map.clone()).collect();
    }
    let notes = raw.sources.ordered(buiten_keuze(&plan, &raw.sources, notes));
    Ok(Overzicht { value: matrix, notes, sources: raw.sources })
}

/// One document as it is for one gemeente, as YAML.
///
/// # Errors
/// When there is no such document or the gemeente does not get it, or when the machine fails.
pub fn show(
    project: &Path,
    stuk: &str,
    gemeente: Option<&str>,
    profiel: Profiel,
) -> Result<Overzicht<String>, Mislukt> {
    let mut notes = Vec::new();
    let raw = load::load(project)?.into(&mut notes);
    let project = validate::validate(&raw).into(&mut notes);
    let selectie = Selectie { stukken: vec![stuk.to_string()], profiel, ..Selectie::default() };
    let plan = match plan::plan(&project, &selectie) {
        Ok(plan) => plan.into(&mut notes),
        Err(fout) => return Err(mislukt(fout, notes, raw.sources)),
    };
    notes = buiten_keuze(&plan, &raw.sources, notes);
    let alle: Vec<&Job<'_>> = plan.jobs.iter().filter(|job| selectie.wants(job)).collect();
    let (jobs, wie) = match gekozen(stuk, gemeente, &alle) {
        Ok(gekozen) => gekozen,
        Err(fout) => return Err(mislukt(fout, notes, raw.sources)),
    };
    let slug = wie.map(|gemeente| gemeente.slug.as_str());
    let bron = |slug| validate::opgelost(&raw, &project, &jobs[0].stuk.map, slug);
    let (Some(basis), Some(opgelost)) = (bron(None), bron(slug)) else {
        return Err(mislukt(SelectieFout(format!("`{stuk}` is niet te lezen")), notes, raw.sources));
    };
    let engine = Engine::new(&raw).into(&mut notes);
    let velden = render::samenvoegvelden(&engine, &project, &jobs).into(&mut notes);
    let gemeente = wie.map(|gemeente| (gemeente.slug.as_str(), gemeente.gegevens.naam.as_str()));
    let pdfs = &jobs[0].stuk.pdfs;
    let getoond =
        Getoond { basis: &basis, opgelost: &opgelost, gemeente, velden: &velden, pdfs, sources: &raw.sources };
    let value = overzicht::toon(&getoond);
    Ok(Overzicht { value, notes: raw.sources.ordered(notes), sources: raw.sources })
}

fn mislukt(fout: SelectieFout, notes: Vec<Note>, sources: Sources) -> Mislukt {
    Mislukt::Selectie { fout, notes: sources.ordered(notes), sources: Box::new(sources) }
}

/// The jobs of one document for one gemeente, out of all jobs that the name fits; never none.
type Gekozen<'j, 'p> = (Vec<&'j Job<'p>>, Option<&'p Gemeente>);

fn gekozen<'j, 'p>(stuk: &str, gemeente: Option<&str>, alle: &[&'j Job<'p>]) -> Result<Gekozen<'j, 'p>, SelectieFout> {
    let mut mappen: Vec<&str> = alle.iter().map(|job| job.stuk.map.as_str()).collect();
    mappen.dedup();
    if mappen.len() > 1 {
        return Err(SelectieFout(format!("er zijn meer stukken `{stuk}`: kies uit {}", mappen.join(", "))));
    }
    let mut namen: Vec<&str> = alle.iter().map(|job| overzicht::wie(job)).collect();
    namen.dedup();
    let wie = match (gemeente, namen.as_slice()) {
        (Some(slug), _) if namen.contains(&slug) => slug,
        (None, [een]) => een,
        (None, _) => {
            let message = format!("`{stuk}` is er per gemeente: kies met `--gemeente` uit {}", namen.join(", "));
            return Err(SelectieFout(message));
        }
        (Some(slug), _) => {
            let bedoeld = closest(slug, namen.iter().copied()).map(|b| format!("; bedoelde u `{b}`?"));
            let bedoeld = bedoeld.unwrap_or_else(|| format!("; wel: {}", namen.join(", ")));
            return Err(SelectieFout(format!("`{stuk}` is er niet voor `{slug}`{bedoeld}")));
        }
    };
    let jobs: Vec<&Job<'_>> = alle.iter().copied().filter(|job| overzicht::wie(job) == wie).collect();
    let gemeente = jobs.first().and_then(|job| job.gemeente);
    Ok((jobs, gemeente))
}
