//! The run that makes bundles for publication out of what an earlier build left in the out folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::controle::controle;
use super::jaaroverzicht::{self as jaar, Jaaruitgave};
use super::uitvoer::GEDULD;
use super::{Mislukt, buiten_keuze};
use crate::compile::{self, Shelf};
use crate::diag::codes::{G709, G740, G741, G742, G744};
use crate::diag::{Fatal, Note, Sources};
use crate::kanalen::jaaroverzicht;
use crate::kanalen::{self, Bestand, Buiten, Bundel, Gemaakt, GemaakteBijlage, Sleutel};
use crate::load::{self, Raw};
use crate::model::project::Project;
use crate::plan::{self, Inhoudsbron, Job, Plan, Selectie};
use crate::publish::{Bundels, Entry, Manifest, Out, Written};
use crate::render::{self, Engine, Ligging, Paginas};
use crate::validate;

/// What came of making bundles.
#[derive(Debug)]
pub struct Publicatieverslag {
    /// The texts that notes point into.
    pub sources: Sources,
    /// All notes, in reading order.
    pub notes: Vec<Note>,
    /// What became of each bundle that was asked for, by year and publisher.
    pub bundels: Vec<Uitgave>,
    /// What became of the index of each year that has one of these bundles.
    pub jaren: Vec<Jaaruitgave>,
}

/// What became of one bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uitgave {
    /// Slug of the gemeente, or id of the organisation.
    pub wie: String,
    /// The year.
    pub jaar: i32,
    /// How many documents go along.
    pub stukken: usize,
    /// What stays out, and why.
    pub buiten: Vec<Buiten>,
    /// What the index of the year says of it.
    pub regels: Vec<jaaroverzicht::Regel>,
    /// What was done.
    pub lot: Uitgavelot,
}

/// What became of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uitgavelot {
    /// Written.
    Gemaakt,
    /// It lay there already.
    Ongewijzigd,
    /// Nothing in it may be published.
    Leeg,
    /// A fault keeps it from being made.
    Mislukt,
}

/// Makes the bundles that hold what the selection asks for; a bundle is always whole.
///
/// # Errors
/// When the selection names something that is not there, or when the machine fails.
pub fn publiceer(map: &Path, selectie: &Selectie, out: &Path) -> Result<Publicatieverslag, Mislukt> {
    let mut notes = Vec::new();
    let raw = load::load(map)?.into(&mut notes);
    let project = validate::validate(&raw).into(&mut notes);
    let mut plan = match plan::plan(&project, selectie) {
        Ok(plan) => plan.into(&mut notes),
        Err(fout) => {
            return Err(Mislukt::Selectie { fout, notes: raw.sources.ordered(notes), sources: Box::new(raw.sources) });
        }
    };
    let gevraagd: BTreeSet<Sleutel> =
        plan.jobs.iter().filter(|job| selectie.wants(job)).map(kanalen::sleutel).collect();
    for job in &mut plan.jobs {
        job.gewenst = gevraagd.contains(&kanalen::sleutel(job));
    }
    let engine = Engine::new(&raw).into(&mut notes);
    let paginas = Paginas::new(&raw).into(&mut notes);
    let shelf = Shelf::van(&raw).into(&mut notes);
    notes.extend(render::check_names(&engine, &project, &raw));
    notes = buiten_keuze(&plan, &raw.sources, notes);
    let out = Out::open(out)?;
    let _guard = out.lock(GEDULD, || {})?;
    crate::publish::bundels::ruim_op(&out)?;
    let manifest = Manifest::read(&out)?.into(&mut notes);
    let werk = Uitgever {
        raw: &raw,
        project: &project,
        plan: &plan,
        engine: &engine,
        paginas: &paginas,
        shelf: &shelf,
        out: &out,
        manifest: &manifest,
    };
    let mut vorige = Bundels::read(&out)?.into(&mut notes);
    let waren: BTreeSet<String> = vorige.bundels.iter().map(|entry| entry.map.clone()).collect();
    let mut bundels = Vec::new();
    for sleutel in &gevraagd {
        bundels.push(werk.uitgave(sleutel, &mut vorige, &mut notes)?);
    }
    let jaren = jaar::maak(&werk, (&bundels, &waren), &mut vorige, &mut notes)?;
    if selectie.is_alles() {
        werk.ruim_op(&gevraagd, &mut vorige, &mut notes)?;
        jaar::ruim_op(&werk, &jaren, &mut vorige, &mut notes)?;
    }
    vorige.write(&out)?;
    let verslag = Publicatieverslag { notes: raw.sources.ordered(notes), sources: raw.sources, bundels, jaren };
    controle(&verslag, &out)?;
    Ok(verslag)
}

/// What making a bundle needs.
pub(super) struct Uitgever<'a> {
    pub(super) raw: &'a Raw,
    pub(super) project: &'a Project,
    pub(super) plan: &'a Plan<'a>,
    engine: &'a Engine,
    pub(super) paginas: &'a Paginas,
    pub(super) shelf: &'a Shelf,
    pub(super) out: &'a Out,
    manifest: &'a Manifest,
}

impl Uitgever<'_> {
    /// One bundle, made and written; one that cannot be made is taken away.
    fn uitgave(&self, sleutel: &Sleutel, vorige: &mut Bundels, notes: &mut Vec<Note>) -> Result<Uitgave, Fatal> {
        let (jaar, wie) = sleutel;
        let map = format!("{wie}/{jaar}");
        let mut uitgave = Uitgave {
            wie: wie.clone(),
            jaar: *jaar,
            stukken: 0,
            buiten: Vec::new(),
            regels: Vec::new(),
            lot: Uitgavelot::Leeg,
        };
        if self.uitgever_fout(wie, notes) {
            uitgave.lot = Uitgavelot::Mislukt;
            vorige.haal_weg(self.out, &map, notes)?;
            return Ok(uitgave);
        }
        let begin = notes.len();
        let mut gemaakt = Vec::new();
        let jobs: Vec<&Job<'_>> = self.plan.jobs.iter().filter(|job| kanalen::sleutel(job) == *sleutel).collect();
        for &job in &jobs {
            match kanalen::buiten(job) {
                Some(reden) => uitgave.buiten.push(kanalen::buiten_de_bundel(self.project, job, reden)),
                None => {
                    uitgave.stukken += 1;
                    gemaakt.extend(self.gemaakt(job, notes)?);
                }
            }
        }
        self.zonder_plan(*jaar, notes);
        let volledig = gemaakt.len() == uitgave.stukken;
        let mut bundel = kanalen::bundel(self.project, sleutel, gemaakt).into(notes);
        if let Some(bundel) = &mut bundel {
            bundel.buiten.clone_from(&uitgave.buiten);
        }
        uitgave.regels = jaaroverzicht::regels(self.project, &jobs, bundel.as_ref());
        let goed = volledig && !notes[begin..].iter().any(Note::is_fout);
        uitgave.lot = match bundel.filter(|_| goed) {
            Some(bundel) => self.schrijf(&bundel, vorige, notes)?,
            None => {
                vorige.haal_weg(self.out, &map, notes)?;
                if goed { Uitgavelot::Leeg } else { Uitgavelot::Mislukt }
            }
        };
        Ok(uitgave)
    }

    fn schrijf(&self, bundel: &Bundel, vorige: &mut Bundels, notes: &mut Vec<Note>) -> Result<Uitgavelot, Fatal> {
        let gemaakt = kanalen::bestanden(bundel);
        let gekeurd = gemaakt.notes.is_empty();
        let bestanden: Vec<Bestand> = gemaakt.into(notes);
        if !gekeurd {
            vorige.haal_weg(self.out, &bundel.map(), notes)?;
            return Ok(Uitgavelot::Mislukt);
        }
        let zip = kanalen::zip(&bundel.map().replace('/', "-"), bundel.dag(), &bestanden).map_err(|fout| Fatal {
            code: G709,
            message: format!("de ZIP van `{}` is niet te maken ({fout})", bundel.map()),
            path: None,
        })?;
        let paden: Vec<(&str, &[u8])> =
            bestanden.iter().map(|bestand| (bestand.pad.as_str(), bestand.bytes.as_slice())).collect();
        let written = vorige.zet(self.out, &bundel.map(), &paden, Some(&zip), notes)?;
        Ok(match written {
            None => Uitgavelot::Mislukt,
            Some(Written::Unchanged) => Uitgavelot::Ongewijzigd,
            Some(Written::Made | Written::Changed) => Uitgavelot::Gemaakt,
        })
    }

    /// Whether the file of who publishes has a fault, so that nobody knows how it publishes.
    fn uitgever_fout(&self, wie: &str, notes: &mut Vec<Note>) -> bool {
        let paden = ["gemeenten", "organisaties"].map(|map| format!("content/{map}/{wie}.yaml"));
        let hierin = |note: &&Note| {
            note.is_fout()
                && note.labels.first().is_some_and(|l| paden.contains(&self.raw.sources.get(l.span.file).path))
        };
        let Some(span) = notes.iter().find(hierin).and_then(|note| note.labels.first()).map(|label| label.span.clone())
        else {
            return false;
        };
        let message = format!("door deze fout is er geen bundel van {wie}");
        notes.push(Note::at(G744, span, message).hint("Herstel de fout en publiceer opnieuw"));
        true
    }

    /// A document whose fault came so early that nobody knows whose bundle it belongs in: no bundle of its year is whole.
    fn zonder_plan(&self, jaar: i32, notes: &mut Vec<Note>) {
        let gepland = |map: &str| self.plan.jobs.iter().any(|job| job.stuk.map == map);
        for stuk in self.raw.stukken.iter().filter(|stuk| stuk.jaar == jaar && !gepland(&stuk.map)) {
            let message = format!("`{}` heeft een fout, dus geen bundel van {jaar} is heel", stuk.map);
            notes.push(Note::without_place(G744, message).hint("Herstel eerst de fouten in dat stuk"));
        }
    }

    /// The PDF of a document with its annexes, proved to be what the content of now would give.
    fn gemaakt<'j>(&'j self, job: &'j Job<'j>, notes: &mut Vec<Note>) -> Result<Option<Gemaakt<'j>>, Fatal> {
        let gerenderd = render::render(self.engine, self.project, job, &self.raw.sources);
        let Some(gerenderd) = gerenderd.into(notes).filter(|_| !job.fout) else {
            let message =
                format!("dit stuk heeft een fout, dus de bundel van {} is niet heel", kanalen::sleutel(job).1);
            notes.push(Note::at(G744, job.stuk.span.clone(), message).hint("Herstel eerst de fouten in dit stuk"));
            return Ok(None);
        };
        let sleutel = compile::cache_key(self.shelf, &gerenderd.bron, gerenderd.dag);
        let Some(entry) = self.entry(job, &sleutel, notes) else { return Ok(None) };
        let pdf = self.lees(job, &entry.pad, &entry.sha256, notes)?;
        let mut bijlagen = Vec::new();
        let mut heel = true;
        for (at, geplande) in job.bijlagen.iter().enumerate() {
            let Some(bron) = &geplande.bron else { continue };
            let regel = entry.bijlagen.iter().find(|bijlage| bijlage.pad == bron.pad());
            let sha256 = regel.map(|regel| regel.sha256.as_str()).unwrap_or_default();
            match self.lees(job, bron.pad(), sha256, notes)? {
                Some(bytes) => {
                    let stuk = match bron {
                        Inhoudsbron::Job { job, .. } => self.plan.jobs.get(*job),
                        Inhoudsbron::Bestand { .. } => None,
                    };
                    bijlagen.push(GemaakteBijlage { at, bytes, stuk });
                }
                None => heel = false,
            }
        }
        let woorden = render::woorden(self.project, job);
        let Some(pagina) = self.pagina(job, notes) else { return Ok(None) };
        Ok(pdf.filter(|_| heel).map(|pdf| Gemaakt {
            job,
            titel: gerenderd.titel,
            woorden,
            pdf,
            pagina,
            bijlagetitels: gerenderd.bijlagen,
            bijlagen,
        }))
    }

    /// The readable twin, as it lies in a bundle: beside its PDF, with the annexes in their folder.
    fn pagina(&self, job: &Job<'_>, notes: &mut Vec<Note>) -> Option<String> {
        let bijlage = |pad: &str| Some(format!("bijlagen/{}", naam(pad)));
        let gegevens = kanalen::gegevens(job);
        let ligging = Ligging { pdf: Some(naam(&job.pad)), bijlage: &bijlage, gegevens: gegevens.as_ref() };
        // What is wrong with the document itself has been noted with its PDF.
        let eerder = notes.clone();
        let pagina = render::pagina((self.engine, self.paginas), (self.raw, self.project), job, &ligging);
        notes.extend(pagina.notes.into_iter().filter(|note| !eerder.contains(note)));
        pagina.value
    }

    /// The line of the manifest, when the PDF was made from the content of now.
    fn entry(&self, job: &Job<'_>, sleutel: &str, notes: &mut Vec<Note>) -> Option<&Entry> {
        let span = job.stuk.span.clone();
        let (code, message) = match self.manifest.entry(&job.pad) {
            None => (G740, format!("`{}` is nog niet gemaakt", job.pad)),
            Some(entry) if entry.intern => (G742, format!("`{}` is een interne uitgave", job.pad)),
            Some(entry) if entry.verouderd => (G740, format!("`{}` is VEROUDERD", job.pad)),
            Some(entry) if entry.sleutel != sleutel => {
                (G740, format!("`{}` is ouder dan de inhoud van het stuk", job.pad))
            }
            Some(entry) => return Some(entry),
        };
        notes.push(Note::at(code, span, message).hint("Maak eerst de PDF's van nu met `griffel build`"));
        None
    }

    /// A file of the out folder, when it is as the manifest says.
    fn lees(&self, job: &Job<'_>, pad: &str, sha256: &str, notes: &mut Vec<Note>) -> Result<Option<Vec<u8>>, Fatal> {
        let bytes = self.out.read(pad)?;
        let message = match &bytes {
            Some(bytes) if compile::sha256(bytes) == sha256 => return Ok(Some(bytes.clone())),
            Some(_) => format!("`{pad}` is veranderd sinds griffel het maakte"),
            None => format!("`{pad}` is er niet"),
        };
        notes.push(Note::at(G741, job.stuk.span.clone(), message).hint("Maak het bestand opnieuw met `griffel build`"));
        Ok(None)
    }

    /// Bundles that the content no longer gives.
    fn ruim_op(&self, gevraagd: &BTreeSet<Sleutel>, vorige: &mut Bundels, notes: &mut Vec<Note>) -> Result<(), Fatal> {
        let gemaakt: BTreeMap<String, ()> = gevraagd.iter().map(|(jaar, wie)| (format!("{wie}/{jaar}"), ())).collect();
        let mappen: Vec<String> = vorige.bundels.iter().map(|entry| entry.map.clone()).collect();
        for map in mappen.iter().filter(|map| !jaar::is_index(map) && !gemaakt.contains_key(*map)) {
            vorige.haal_weg(self.out, map, notes)?;
        }
        Ok(())
    }
}

/// The file name of a path.
fn naam(pad: &str) -> &str {
    pad.rsplit('/').next().unwrap_or(pad)
}
