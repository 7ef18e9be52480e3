//! The stages in order: [`run`] loads, validates, plans, renders and compiles, and publishes when it is told where.

mod bladen;
mod controle;
mod gevolg;
mod jaaroverzicht;
mod jobs;
mod ongedrukt;
mod overzicht;
mod poort;
mod publiceer;
mod uitvoer;
mod verschil;

use std::path::{Path, PathBuf};

use crate::compile::Shelf;
use crate::diag::{Fatal, Note, Sources, Span};
use crate::load;
use crate::plan::{self, Job, Plan, Selectie, SelectieFout};
use crate::publish::{self, Out};
use crate::render::{self, Engine, Ligging, Paginas};
use crate::validate;
pub use controle::VERSLAG;
pub use jaaroverzicht::{Jaarlot, Jaaruitgave};
use jobs::Gedaan;
pub use overzicht::{Overzicht, matrix, show};
pub use publiceer::{Publicatieverslag, Uitgave, Uitgavelot, publiceer};
pub use verschil::{diff, diff_pdf};

/// What a run is to do.
#[derive(Clone, Debug)]
pub struct Opdracht {
    /// The project folder.
    pub project: PathBuf,
    /// Which documents.
    pub selectie: Selectie,
    /// How many documents at the same time.
    pub threads: usize,
    /// Whether a warning counts as a fault.
    pub streng: bool,
    /// Where images go of the pages that a note is about.
    pub merken: Option<PathBuf>,
    /// Where and how to write; without it everything is checked and nothing written.
    pub schrijven: Option<Schrijven>,
}

/// Where and how to write.
#[derive(Clone, Debug)]
pub struct Schrijven {
    /// The out folder.
    pub out: PathBuf,
    /// Make everything anew, cached or not.
    pub force: bool,
    /// Leave the Typst sources too.
    pub emit_typ: bool,
}

/// What came of a run.
#[derive(Debug)]
pub struct Verslag {
    /// The texts that notes point into.
    pub sources: Sources,
    /// All notes, in reading order.
    pub notes: Vec<Note>,
    /// What became of each document.
    pub uitkomsten: Vec<Uitkomst>,
}

/// What became of one document for one gemeente.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uitkomst {
    /// Id of the document.
    pub stuk: String,
    /// Output of its kind.
    pub uitvoer: String,
    /// Year folder.
    pub jaar: i32,
    /// Slug of the gemeente, or id of the sender for one PDF for all.
    pub wie: String,
    /// Path of the PDF in the out folder.
    pub pad: String,
    /// Made, unchanged or failed.
    pub lot: Lot,
    /// What is not known yet and stands on the page as a blank.
    pub open: Vec<String>,
}

/// Made, unchanged or failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lot {
    /// Made now (or, in a check, found to be in order).
    Gemaakt,
    /// As it already was.
    Ongewijzigd,
    /// A fault kept it from being made.
    Mislukt {
        /// An older PDF still stands in the out folder.
        verouderd: bool,
    },
}

/// Why a run could not be done at all.
#[derive(Debug)]
pub enum Mislukt {
    /// The user asked for something that the project does not have, or that a fault keeps from being known.
    Selectie {
        /// What was asked for and is not there.
        fout: SelectieFout,
        /// The faults found before.
        notes: Vec<Note>,
        /// The texts that they point into.
        sources: Box<Sources>,
    },
    /// The machine failed.
    Machine(Fatal),
}

impl From<Fatal> for Mislukt {
    fn from(fatal: Fatal) -> Self {
        Self::Machine(fatal)
    }
}

/// Told after each document: how many there are, and the path of the one that is done.
pub type Voortgang<'a> = &'a (dyn Fn(usize, &str) + Sync);

/// Runs the stages.
///
/// # Errors
/// When the selection names something that is not there, or when the machine fails.
pub fn run(opdracht: &Opdracht, voortgang: Voortgang<'_>) -> Result<Verslag, Mislukt> {
    let mut notes = Vec::new();
    let raw = load::load(&opdracht.project)?.into(&mut notes);
    let project = validate::validate(&raw).into(&mut notes);
    let mut plan = match plan::plan(&project, &opdracht.selectie) {
        Ok(plan) => plan.into(&mut notes),
        Err(fout) => {
            return Err(Mislukt::Selectie { fout, notes: raw.sources.ordered(notes), sources: Box::new(raw.sources) });
        }
    };
    let engine = Engine::new(&raw).into(&mut notes);
    let shelf = Shelf::van(&raw).into(&mut notes);
    // A broken page is told as soon as anything is made, not only by who publishes.
    let paginas = Paginas::new(&raw).into(&mut notes);
    notes.extend(render::check_names(&engine, &project, &raw));
    gevolg::zonder_sjabloon(&mut plan, &engine, &raw.sources, &mut notes);
    notes = buiten_keuze(&plan, &raw.sources, notes);
    poort::vooraf(&mut plan, &project, opdracht.streng, &raw.sources, &mut notes);
    let werk = jobs::Werk {
        raw: &raw,
        project: &project,
        engine: &engine,
        shelf: &shelf,
        plan: &plan,
        streng: opdracht.streng,
    };
    let fout_vooraf = notes.iter().any(Note::is_fout);
    let mut beelden = Vec::new();
    let mut uitkomsten = match &opdracht.schrijven {
        None => {
            let gedaan = jobs::make(&werk, opdracht.threads, None, voortgang)?;
            voorbeelden(&werk, &paginas, opdracht, &mut notes, &mut beelden)?;
            jobs::uitkomsten(&plan, &gedaan, &mut notes)
        }
        Some(schrijven) => uitvoer::schrijf(&werk, opdracht, schrijven, fout_vooraf, voortgang, &mut notes)?,
    };
    if let Some(map) = &opdracht.merken {
        merk(&werk, map, &mut notes, &mut beelden)?;
        publish::gemarkeerd(map, &beelden)?;
    }
    if opdracht.selectie.is_alles() {
        jobs::niet_gepland(&werk, &mut uitkomsten);
    }
    if opdracht.streng {
        notes.iter_mut().for_each(Note::verzwaar);
    }
    gevolg::zonder_herhaling(&raw.sources, &mut notes);
    Ok(Verslag { notes: raw.sources.ordered(notes), sources: raw.sources, uitkomsten })
}

/// Makes the example of every kind, PDF and page, as a check of the kinds themselves; only their notes count.
fn voorbeelden(
    werk: &jobs::Werk<'_>,
    paginas: &Paginas,
    opdracht: &Opdracht,
    notes: &mut Vec<Note>,
    beelden: &mut Beelden,
) -> Result<(), Mislukt> {
    if !opdracht.selectie.is_alles() {
        return Ok(());
    }
    let project = validate::voorbeelden(werk.raw, werk.project).into(notes);
    // Everything is asked for, so that nothing can be asked for that is not there.
    let alles = Selectie { profiel: opdracht.selectie.profiel, ..Selectie::default() };
    let Ok(plan) = plan::plan(&project, &alles) else { return Ok(()) };
    let mut plan = plan.into(notes);
    gevolg::zonder_sjabloon(&mut plan, werk.engine, &werk.raw.sources, notes);
    let werk = jobs::Werk { project: &project, plan: &plan, ..*werk };
    let gedaan = jobs::make(&werk, opdracht.threads, None, &|_, _| {})?;
    jobs::uitkomsten(&plan, &gedaan, notes);
    let ligging = Ligging { pdf: Some("voorbeeld.pdf"), bijlage: &|pad| Some(pad.to_string()), gegevens: None };
    for job in &plan.jobs {
        let pagina = render::pagina((werk.engine, paginas), (werk.raw, &project), job, &ligging);
        let nieuw: Vec<Note> = pagina.notes.into_iter().filter(|note| !notes.contains(note)).collect();
        notes.extend(nieuw);
    }
    if let Some(map) = &opdracht.merken {
        merk(&werk, map, notes, beelden)?;
    }
    Ok(())
}

/// Images by the name of their file.
type Beelden = Vec<(String, Vec<u8>)>;

/// Makes the images of the notes about these jobs.
fn merk(werk: &jobs::Werk<'_>, map: &Path, notes: &mut [Note], beelden: &mut Beelden) -> Result<(), Mislukt> {
    // As it is typed on every system.
    let getypt = map.to_string_lossy().replace('\\', "/");
    beelden.extend(bladen::teken(werk, notes, getypt.trim_start_matches("./"))?);
    Ok(())
}

/// With a selection, the faults of documents that were not asked for are not shown.
fn buiten_keuze(plan: &Plan<'_>, sources: &Sources, mut notes: Vec<Note>) -> Vec<Note> {
    let gewenst = |map: &str| plan.jobs.iter().any(|job| job.stuk.map == map && job.gewenst);
    let ongewenst = |span: &Span| {
        let path = &sources.get(span.file).path;
        plan.jobs.iter().any(|job: &Job<'_>| path.starts_with(&format!("{}/", job.stuk.map)) && !gewenst(&job.stuk.map))
    };
    notes.retain(|note| note.labels.is_empty() || !note.labels.iter().all(|label| ongewenst(&label.span)));
    notes
}

/// An out folder that this run may write to.
type Uit<'a> = Option<(&'a Out, &'a crate::publish::Manifest, &'a Schrijven)>;

/// The results in plan order.
type Resultaten = Vec<Option<Gedaan>>;
