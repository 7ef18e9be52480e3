//! From the jobs of a plan to the rows of the matrix.

use super::woorden::plat;
use super::{Cel, Deel, KOLOMMEN, Matrix, Rij, StukRijen};
use crate::diag::{Note, Sources};
use crate::model::bekend::Bekend;
use crate::model::besluitvorming::Besluitvorming;
use crate::model::gemeente::Gemeente;
use crate::model::project::Project;
use crate::model::stuk::{Feit, Inhoud};
use crate::model::tekst::Regel;
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl::opsomming;
use crate::plan::{Job, Plan, Selectie, Tekenaar};
use crate::render::{self, Engine};

/// What is missing in the place of each date.
const COLLEGE: &str = "collegedatum";
const COMMISSIE: &str = "commissiedatum";
const RAAD: &str = "raadsdatum";

/// The matrix of what the selection asks for. Rendering tells which blanks are really printed.
pub fn matrix(
    engine: &Engine,
    project: &Project,
    plan: &Plan<'_>,
    selectie: &Selectie,
    sources: &Sources,
    notes: &mut Vec<Note>,
) -> Matrix {
    let mut stukken: Vec<StukRijen> = Vec::new();
    let jobs: Vec<&Job<'_>> = plan.jobs.iter().filter(|job| selectie.wants(job)).collect();
    for samen in jobs.chunk_by(|a, b| std::ptr::eq(a.stuk, b.stuk)) {
        let mut rijen = Vec::new();
        for uitvoer in samen.chunk_by(|a, b| super::wie(a) == super::wie(b)) {
            rijen.push(rij(engine, project, uitvoer, sources, notes));
        }
        let job = samen[0];
        rijen.extend(zonder_job(job, plan, selectie).map(ongelezen));
        let onderwerp = job.stuk.basis.value.as_ref().unwrap_or(job.inhoud);
        stukken.push(StukRijen {
            jaar: job.stuk.jaar,
            id: job.stuk.id.clone(),
            map: job.stuk.map.clone(),
            soort: job.soort.naam.clone(),
            onderwerp: plat(&onderwerp.onderwerp),
            rijen,
        });
    }
    Matrix { regio: project.instellingen.naam.clone(), stukken, niet_gepland: Vec::new() }
}

/// The row of one gemeente: all outputs of one document.
fn rij(engine: &Engine, project: &Project, jobs: &[&Job<'_>], sources: &Sources, notes: &mut Vec<Note>) -> Rij {
    let mut open: Vec<String> = Vec::new();
    let mut fout = false;
    for job in jobs {
        let gerenderd = render::render(engine, project, job, sources).into(notes);
        fout |= job.fout || gerenderd.is_none();
        open.extend(gerenderd.iter().flat_map(|g| &g.open).map(|naam| kort(naam)));
    }
    let job = jobs[0];
    let inhoud = job.inhoud;
    let mut status = Cel::waarde(inhoud.status.woord());
    status.0.extend(jobs.iter().filter_map(|job| afloop(job)));
    if fout {
        status.0.push(Deel::Fout("wordt niet gemaakt"));
    }
    status.0.extend(bijzonder(job).map(Deel::Waarde));
    let mut cellen = [
        feit("kenmerk", inhoud.kenmerk.as_ref(), &open),
        feit("zaaknummer", inhoud.zaaknummer.as_ref(), &open),
        match &inhoud.datum {
            Bekend::Bekend(datum) => Cel::waarde(datum.kort()),
            Bekend::Onbekend => Cel::ontbreekt("datum"),
        },
        college(job, &open),
        commissie(inhoud, &open),
        dag(RAAD, in_vergadering(inhoud, "raad"), &open),
        tekening(jobs),
        status,
        Cel::waarde(job.bijlagen.len().to_string()),
        Cel::default(),
    ];
    cellen[KOLOMMEN.len() - 1] = verder(&cellen, open);
    Rij { wie: job.gemeente.map_or("alle gemeenten samen", |g| &g.gegevens.naam).to_string(), cellen }
}

/// What the raad did, and with which amendments: "raadsbesluit: gewijzigd vastgesteld op 14-11-2023 (A1)".
fn afloop(job: &Job<'_>) -> Option<Deel> {
    let Besluitvorming { uitkomst, datum, amendementen, .. } = job.besluit.as_ref()?.besluitvorming;
    let mut woorden = format!("{}: {}", job.uitvoer.naam, uitkomst.woord().to_lowercase());
    if let Bekend::Bekend(datum) = datum {
        woorden += &format!(" op {}", datum.kort());
    }
    let nummers: Vec<&str> = amendementen.iter().map(|amendement| amendement.nummer.as_str()).collect();
    if !nummers.is_empty() {
        woorden += &format!(" ({})", nummers.join(", "));
    }
    Some(Deel::Waarde(woorden))
}

/// Why a gemeente that has ended gets the document, or for whom this raad decides.
fn bijzonder(job: &Job<'_>) -> Option<String> {
    if !job.voorgangers.is_empty() {
        let namen: Vec<&str> = job.voorgangers.iter().map(|v| v.gemeente.gegevens.naam.as_str()).collect();
        return Some(format!("besluit in plaats van {}", opsomming::en(&namen)));
    }
    let slug = &job.gemeente?.slug;
    let toch = job.inhoud.toch_naar.iter().find(|toch| toch.gemeente == *slug)?;
    Some(format!("opgeheven, krijgt het toch: {}", toch.reden))
}

/// A blank has a name that reads well on a page; beside the head of a column a shorter one does.
fn kort(naam: &str) -> String {
    match naam {
        "datum van het collegebesluit" => COLLEGE.to_string(),
        "naam van de commissie" => "commissienaam".to_string(),
        _ => naam.strip_prefix("naam van de ").unwrap_or(naam).to_string(),
    }
}

/// What is open and stands in no other column.
fn verder(cellen: &[Cel], open: Vec<String>) -> Cel {
    let elders: Vec<&String> = cellen
        .iter()
        .flat_map(|cel| &cel.0)
        .flat_map(|deel| match deel {
            Deel::Ontbreekt(namen) => namen.as_slice(),
            _ => &[],
        })
        .collect();
    let mut namen: Vec<String> = Vec::new();
    for naam in open {
        if !elders.contains(&&naam) && !namen.contains(&naam) {
            namen.push(naam);
        }
    }
    if namen.is_empty() { Cel::default() } else { Cel(vec![Deel::Ontbreekt(namen)]) }
}

/// Gemeenten that get the document, but of whose version too little can be read to plan it.
fn zonder_job<'p>(job: &Job<'p>, plan: &Plan<'p>, selectie: &Selectie) -> impl Iterator<Item = &'p Gemeente> {
    let heeft = |slug: &str| {
        plan.jobs.iter().any(|j| std::ptr::eq(j.stuk, job.stuk) && j.gemeente.is_some_and(|g| g.slug == slug))
    };
    let gekozen = |slug: &String| selectie.gemeenten.is_empty() || selectie.gemeenten.contains(slug);
    let ontvangers = if job.gemeente.is_some() { job.ontvangers.clone() } else { Vec::new() };
    let zonder: Vec<&Gemeente> = ontvangers.into_iter().filter(|g| gekozen(&g.slug) && !heeft(&g.slug)).collect();
    zonder.into_iter()
}

fn ongelezen(gemeente: &Gemeente) -> Rij {
    let mut cellen: [Cel; KOLOMMEN.len()] = Default::default();
    cellen[7] = Cel(vec![Deel::Fout("niet te lezen")]);
    Rij { wie: gemeente.gegevens.naam.clone(), cellen }
}

fn feit(naam: &str, feit: Option<&Feit>, open: &[String]) -> Cel {
    match feit.map(|feit| &feit.waarde) {
        Some(Bekend::Bekend(tekst)) => Cel::waarde(tekst.as_str()),
        Some(Bekend::Onbekend) => Cel::ontbreekt(naam),
        None => niets(naam, open),
    }
}

/// A date; also missing when the document does not mention it but prints a blank for it.
fn dag(naam: &str, veld: Option<&Veldwaarde>, open: &[String]) -> Cel {
    match veld.map(|veld| &veld.waarde) {
        Some(Waarde::Datum(datum)) => Cel::waarde(datum.kort()),
        Some(Waarde::Onbekend) => Cel::ontbreekt(naam),
        _ => niets(naam, open),
    }
}

fn niets(naam: &str, open: &[String]) -> Cel {
    if open.iter().any(|o| o == naam) { Cel::ontbreekt(naam) } else { Cel::default() }
}

/// The day on which the college decided; for a successor the days of those that it succeeds.
fn college(job: &Job<'_>, open: &[String]) -> Cel {
    let lees = |inhoud: &Inhoud| dag(COLLEGE, inhoud.veld("collegebesluit"), open);
    let mut delen: Vec<Deel> = Vec::new();
    for deel in job.voorgangers.iter().flat_map(|voorganger| lees(voorganger.inhoud).0) {
        if !delen.contains(&deel) {
            delen.push(deel);
        }
    }
    if job.voorgangers.is_empty() { lees(job.inhoud) } else { Cel(delen) }
}

/// A part of `vergadering`; what is not known as a whole is not known in its parts.
fn in_vergadering<'i>(inhoud: &'i Inhoud, naam: &str) -> Option<&'i Veldwaarde> {
    let vergadering = inhoud.veld("vergadering")?;
    match &vergadering.waarde {
        Waarde::Groep(velden) => velden.iter().find(|veld| veld.naam == naam),
        Waarde::Onbekend => Some(vergadering),
        _ => None,
    }
}

/// "07-04-2021 (Samen leven)".
fn commissie(inhoud: &Inhoud, open: &[String]) -> Cel {
    let Some(commissie) = in_vergadering(inhoud, "commissie") else { return niets(COMMISSIE, open) };
    let Waarde::Groep(velden) = &commissie.waarde else { return dag(COMMISSIE, Some(commissie), open) };
    let deel = |naam: &str| velden.iter().find(|veld| veld.naam == naam);
    let mut cel = dag(COMMISSIE, deel("datum"), open);
    match (deel("naam").map(|veld| (&veld.waarde, &veld.etiket)), cel.0.as_mut_slice()) {
        (Some((Waarde::Regel(naam), _)), [Deel::Waarde(datum)]) => *datum = format!("{datum} ({})", plat(naam)),
        (Some((Waarde::Regel(naam), _)), _) => cel.0.insert(0, Deel::Waarde(plat(naam))),
        (Some((Waarde::Onbekend, etiket)), [Deel::Ontbreekt(namen)]) => namen.push(kort(etiket)),
        (Some((Waarde::Onbekend, etiket)), _) => cel.0.push(Deel::Ontbreekt(vec![kort(etiket)])),
        _ => {}
    }
    cel
}

/// Who sign; with more outputs, per output.
fn tekening(jobs: &[&Job<'_>]) -> Cel {
    let mut cel = Cel::default();
    let mut ontbreekt: Vec<String> = Vec::new();
    for job in jobs {
        let mut namen = Vec::new();
        for tekenaar in &job.tekening.tekenaars {
            match getekend(tekenaar) {
                Ok(naam) => namen.push(naam),
                Err(naam) => ontbreekt.push(naam),
            }
        }
        if !namen.is_empty() {
            let voor = if jobs.len() > 1 { format!("{}: ", job.uitvoer.naam) } else { String::new() };
            cel.0.push(Deel::Waarde(format!("{voor}{}", namen.join(", "))));
        }
    }
    let mut eerder = Vec::new();
    ontbreekt.retain(|naam| {
        !eerder.contains(naam) && {
            eerder.push(naam.clone());
            true
        }
    });
    if !ontbreekt.is_empty() {
        cel.0.push(Deel::Ontbreekt(ontbreekt));
    }
    cel
}

/// Who signs; the error is what is missing: a function, or a person.
fn getekend(tekenaar: &Tekenaar<'_>) -> Result<String, String> {
    let persoon = |naam: &Bekend<Regel>| match naam {
        Bekend::Bekend(naam) => Ok(plat(naam)),
        Bekend::Onbekend => Err("ondertekenaar".to_string()),
    };
    match tekenaar {
        Tekenaar::Ambt { ambt, waarneming, naam } => {
            let ambt = waarneming.ambt(&ambt.replace('_', " "));
            match naam {
                Bekend::Bekend(naam) => Ok(format!("{naam} ({ambt})")),
                Bekend::Onbekend => Err(ambt),
            }
        }
        Tekenaar::Persoon { naam, .. } => persoon(naam),
        Tekenaar::Mandaat { functie, naam } => Ok(format!("{} (namens deze, {})", persoon(naam)?, plat(functie))),
    }
}
