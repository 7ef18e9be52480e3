//! The run that compares: two versions read, each made up to the compiling, and put side by side.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Mislukt, Overzicht};
use crate::compile::{self, Bron, Shelf};
use crate::diag::{Note, Noted, Sources, ordered};
use crate::load::git::{self, GitFout};
use crate::load::{self, Raw};
use crate::plan::{self, Inhoudsbron, Job, Selectie, SelectieFout};
use crate::publish::{self, Entry, Manifest, Out};
use crate::render::{self, Engine};
use crate::validate;
use crate::verschil::{self, Bijlage, Stuk, Versie, Verslag};

/// Where a version comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kant {
    /// A project folder as it is now.
    Map(PathBuf),
    /// The project in a revision of git.
    Revisie(String),
    /// An out folder: what an earlier build made.
    Uitvoer(PathBuf),
}

/// A version as it was read, and why the selection finds nothing in it.
struct Gelezen {
    versie: Versie,
    fout: Option<SelectieFout>,
}

/// What changed from `oud` to `nieuw`. Without `nieuw` that is the project as it is now; without `oud` the last commit
/// of git, or the last build where there is no git.
///
/// # Errors
/// When a version is not there, when the selection names something that neither has, or when the machine fails.
pub fn diff(
    project: &Path,
    oud: Option<&str>,
    nieuw: Option<&str>,
    selectie: &Selectie,
) -> Result<Overzicht<Verslag>, Mislukt> {
    let oud = match oud {
        Some(naam) => kant(naam)?,
        None => gewoonlijk(project)?,
    };
    let nieuw = nieuw.map_or_else(|| Ok(Kant::Map(project.to_path_buf())), kant)?;
    let (oud, nieuw) = (lees(project, &oud, selectie)?, lees(project, &nieuw, selectie)?);
    if let (Some(fout), Some(_)) = (oud.fout, nieuw.fout) {
        return Err(geen(fout.0));
    }
    if oud.versie.stukken.is_empty() && nieuw.versie.stukken.is_empty() && !selectie.is_alles() {
        return Err(geen("geen enkel stuk past bij deze keuze".to_string()));
    }
    let verslag = verschil::vergelijk(&oud.versie, &nieuw.versie);
    Ok(Overzicht { value: verslag.value, notes: ordered(verslag.notes), sources: Sources::default() })
}

/// The report as a PDF, in the style of the project.
///
/// # Errors
/// When the machine fails.
pub fn diff_pdf(project: &Path, verslag: &Verslag) -> Result<Noted<Option<Vec<u8>>>, Mislukt> {
    let mut notes = Vec::new();
    let raw = load::load(project)?.into(&mut Vec::new());
    let shelf = Shelf::van(&raw).into(&mut notes);
    let (bron, dag): (Bron, NaiveDate) = verschil::bron(verslag);
    let value = compile::pdf(&shelf, &bron, dag, &raw.sources).into(&mut notes);
    Ok(Noted { value, notes })
}

fn geen(message: String) -> Mislukt {
    Mislukt::Selectie { fout: SelectieFout(message), notes: Vec::new(), sources: Box::default() }
}

/// A folder goes before a revision of the same name.
fn kant(naam: &str) -> Result<Kant, Mislukt> {
    let path = Path::new(naam);
    match () {
        () if publish::is_uitvoermap(path) => Ok(Kant::Uitvoer(path.to_path_buf())),
        () if load::is_project(path) => Ok(Kant::Map(path.to_path_buf())),
        () if path.is_dir() => Err(geen(format!(
            "in de map `{naam}` staat geen `manifest.json` (uitvoermap) en geen `content` (projectmap)"
        ))),
        () => Ok(Kant::Revisie(naam.to_string())),
    }
}

/// What a version is compared with when the user names none.
fn gewoonlijk(project: &Path) -> Result<Kant, Mislukt> {
    let fout = match git::boom(project, "HEAD") {
        Ok(_) => return Ok(Kant::Revisie("HEAD".to_string())),
        Err(fout) => fout,
    };
    let out = project.join("out");
    match fout {
        _ if publish::is_uitvoermap(&out) => Ok(Kant::Uitvoer(out)),
        GitFout::Onbekend(_) => {
            Err(geen("in git staat nog geen versie, en er is nog geen uitvoermap `out`".to_string()))
        }
        fout => Err(geen(format!("{}; er is ook nog geen uitvoermap `out`", fout.message()))),
    }
}

fn lees(project: &Path, kant: &Kant, selectie: &Selectie) -> Result<Gelezen, Mislukt> {
    match kant {
        Kant::Map(map) => {
            let naam =
                if map == project { "de versie van nu".to_string() } else { format!("de map `{}`", map.display()) };
            Ok(uit_project(&load::load(map)?.value, naam, selectie))
        }
        Kant::Revisie(naam) => {
            let boom = git::boom(project, naam).map_err(|fout| geen(fout.message()))?;
            let woorden = if naam == "HEAD" { "de laatste versie in git".into() } else { format!("versie `{naam}`") };
            Ok(uit_project(&load::load_revisie(boom, naam)?.value, woorden, selectie))
        }
        Kant::Uitvoer(map) => uit_uitvoer(map, selectie),
    }
}

/// Everything is done but compiling; a document with a fault costs only itself.
fn uit_project(raw: &Raw, naam: String, selectie: &Selectie) -> Gelezen {
    let mut notes: Vec<Note> = Vec::new();
    let project = validate::validate(raw).into(&mut notes);
    let alles = Selectie { profiel: selectie.profiel, ..Selectie::default() };
    let fout = selectie.check(&project).err();
    // Everything is asked for, so that nothing can be asked for that is not there.
    let plan = plan::plan(&project, &alles).map(|plan| plan.into(&mut notes)).unwrap_or_default();
    let engine = Engine::new(raw).into(&mut notes);
    let shelf = Shelf::van(raw).into(&mut notes);
    let mut versie = Versie { naam, ..Versie::default() };
    for stuk in &raw.stukken {
        let jobs = || plan.jobs.iter().filter(|job| job.stuk.map == stuk.map);
        if jobs().next().is_none() {
            versie.onvolledig.insert((stuk.map.clone(), None));
        }
        let gepland = |slug: &str| jobs().any(|job| wie(job) == slug);
        let gemist = project.stukken.iter().filter(|ander| ander.map == stuk.map).flat_map(|ander| &ander.lokaal);
        let gemist = gemist.filter(|(slug, inhoud)| inhoud.value.is_none() && !gepland(slug));
        versie.onvolledig.extend(gemist.map(|(slug, _)| (stuk.map.clone(), Some(slug.clone()))));
    }
    for job in plan.jobs.iter().filter(|job| selectie.wants(job)) {
        let gerenderd = render::render(&engine, &project, job, &raw.sources).into(&mut notes);
        match gerenderd.filter(|_| !job.fout) {
            Some(gerenderd) => {
                let sleutel = compile::cache_key(&shelf, &gerenderd.bron, gerenderd.dag);
                versie.stukken.push(stuk(job, gerenderd, sleutel));
            }
            None => {
                versie.onvolledig.insert((job.stuk.map.clone(), Some(wie(job).to_string())));
            }
        }
    }
    if !selectie.is_alles() {
        let gewenst = |map: &str| plan.jobs.iter().any(|job| job.stuk.map == map && selectie.wants(job));
        versie.onvolledig.retain(|(map, _)| gewenst(map));
    }
    Gelezen { versie, fout }
}

fn wie<'a>(job: &'a Job<'_>) -> &'a str {
    job.gemeente.map_or_else(|| job.afzender.id(), |gemeente| &gemeente.slug)
}

fn stuk(job: &Job<'_>, gerenderd: render::Gerenderd, sleutel: String) -> Stuk {
    let bestanden = job.bijlagen.iter().zip(&gerenderd.bijlagen).filter_map(|(geplande, titel)| match &geplande.bron {
        Some(Inhoudsbron::Bestand { bytes, .. }) => {
            Some(Bijlage { nummer: geplande.nummer.to_string(), titel: titel.clone(), sha256: publish::sha256(bytes) })
        }
        _ => None,
    });
    Stuk {
        jaar: job.stuk.jaar,
        id: job.stuk.id.clone(),
        uitvoer: job.uitvoer.naam.clone(),
        wie: wie(job).to_string(),
        naam: job.gemeente.map_or_else(|| "alle gemeenten samen".to_string(), |g| g.gegevens.naam.clone()),
        onderwerp: gerenderd.titel,
        map: job.stuk.map.clone(),
        pad: job.pad.clone(),
        sleutel,
        afdruk: Some(gerenderd.afdruk),
        bijlagen: bestanden.collect(),
    }
}

/// What an earlier build made, by its manifest and the words that it kept.
fn uit_uitvoer(map: &Path, selectie: &Selectie) -> Result<Gelezen, Mislukt> {
    let out = Out::open(map)?;
    let manifest = Manifest::read(&out)?.value;
    let mut versie = Versie {
        naam: format!("de uitvoermap `{}`", map.strip_prefix(".").unwrap_or(map).display()),
        ..Versie::default()
    };
    for entry in &manifest.stukken {
        let Some(stuk) = gemaakt(&out, &manifest, entry)? else { continue };
        if entry.intern == selectie.profiel.is_intern() && kiest(selectie, entry, &stuk) {
            versie.stukken.push(stuk);
        }
    }
    let fout = (versie.stukken.is_empty() && !selectie.is_alles())
        .then(|| SelectieFout("geen enkel stuk past bij deze keuze".to_string()));
    Ok(Gelezen { versie, fout })
}

/// A line of the manifest; annexes that are documents of their own are compared as those.
fn gemaakt(out: &Out, manifest: &Manifest, entry: &Entry) -> Result<Option<Stuk>, Mislukt> {
    let mut delen = entry.pad.split('/');
    let jaar = delen.next().and_then(|jaar| jaar.parse().ok());
    let (Some(jaar), Some(wie)) = (jaar, delen.next()) else { return Ok(None) };
    let eigen = |sha256: &str| manifest.stukken.iter().any(|ander| ander.sha256 == sha256);
    let afdruk = publish::afdruk::lees(out, entry)?;
    let naam = entry.naam.clone().unwrap_or_else(|| wie.to_string());
    Ok(Some(Stuk {
        jaar,
        id: entry.document.clone(),
        uitvoer: entry.uitvoer.clone(),
        wie: wie.to_string(),
        naam: if entry.gemeente.is_none() { "alle gemeenten samen".to_string() } else { naam },
        onderwerp: entry.onderwerp.clone(),
        map: entry.bron.trim_end_matches("/document.yaml").to_string(),
        pad: entry.pad.clone(),
        sleutel: entry.sleutel.clone(),
        afdruk,
        bijlagen: entry.bijlagen.iter().filter(|b| !eigen(&b.sha256)).map(bijlage).collect(),
    }))
}

fn bijlage(bijlage: &publish::Bijlage) -> Bijlage {
    let publish::Bijlage { nummer, titel, sha256, .. } = bijlage.clone();
    Bijlage { nummer, titel, sha256 }
}

/// The same choice as [`Selectie::wants`] makes among jobs.
fn kiest(selectie: &Selectie, entry: &Entry, stuk: &Stuk) -> bool {
    (selectie.stukken.is_empty() || selectie.stukken.iter().any(|term| plan::noemt(term, &stuk.id, &stuk.map)))
        && (selectie.gemeenten.is_empty() || selectie.gemeenten.contains(&stuk.wie))
        && selectie.jaar.is_none_or(|jaar| jaar == stuk.jaar)
        && selectie.soort.as_ref().is_none_or(|soort| *soort == entry.soort || *soort == entry.uitvoer)
}
