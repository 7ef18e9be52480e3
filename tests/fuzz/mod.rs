//! A fuzz target on the stable toolchain: mutated content through every stage, for as long as somebody likes.
//!
//! `GRIFFEL_FUZZ_MINUTEN=10 cargo test --release --test suite fuzz -- --nocapture`; without it some seconds.
//! `GRIFFEL_FUZZ_ZAAD` is the seed. What breaks is saved, and its path printed.

pub mod mutate;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use griffel::compile::{self, Shelf};
use griffel::diag::{Code, Sources, codes, show};
use griffel::load::{self, Raw, RawStuk, csv, yaml};
use griffel::plan::{self, Selectie};
use griffel::render::{self, Engine};
use griffel::validate;

use crate::sources::positions::wrong;
use crate::support::project::{Project, root, tree};
use mutate::{Chance, mutated};

/// How long without being told.
const SECONDS: u64 = 4;
/// Longer than this for one case is a hang; a case takes some milliseconds.
const HANG: Duration = Duration::from_secs(10);
/// One of so many cases that can be rendered becomes a PDF.
const COMPILE: usize = 2;
/// What is wrong with a template: content, however broken, must never be able to cause it.
const OF_TEMPLATES: &[&Code] = &[
    codes::G501,
    codes::G502,
    codes::G503,
    codes::G504,
    codes::G505,
    codes::G506,
    codes::G607,
    codes::G608,
    codes::G609,
    codes::G611,
    codes::G612,
    codes::G613,
    codes::G616,
];

/// All documents and tables that we have.
fn corpus() -> (Vec<String>, Vec<String>) {
    let mut yamls = Vec::new();
    let mut tables = vec!["gemeente;inhoud;kenmerk\nijsselmond;\"een \"\"twee\"\"\";K\nwestdam;;\n".to_owned()];
    for folder in ["content/2021", "content/2023", "templates", "tests/cases"] {
        for (path, bytes) in tree(&root().join(folder)) {
            let Ok(text) = String::from_utf8(bytes) else { continue };
            if path.ends_with("document.yaml") || path.ends_with("voorbeeld.yaml") {
                yamls.push(text);
            } else if path.ends_with("lokaal.csv") {
                tables.push(text);
            }
        }
    }
    assert!(yamls.len() > 50, "{} documents", yamls.len());
    (yamls, tables)
}

/// The invented region in memory, with one place for a document.
struct Lab {
    raw: Raw,
    sources: Sources,
    engine: Engine,
    shelf: Shelf,
    /// Cases whose first document could be rendered, and PDFs made of them, so far.
    rendered: usize,
    pdfs: usize,
}

impl Lab {
    fn new() -> Self {
        let project = Project::regio();
        let raw = load::load(project.root()).unwrap_or_else(|e| panic!("{}", e.message)).value;
        let engine = Engine::new(&raw).value;
        let shelf = Shelf::van(&raw).value;
        Self { sources: raw.sources.clone(), raw, engine, shelf, rendered: 0, pdfs: 0 }
    }

    /// One case through all stages: what must hold and does not.
    fn run(&mut self, document: &str, table: Option<&str>) -> Vec<String> {
        self.raw.sources = self.sources.clone();
        let map = "content/2022/proef".to_owned();
        let (mut notes, mut unheard) = (Vec::new(), Vec::new());
        let value =
            yaml::parse(document.as_bytes(), &format!("{map}/document.yaml"), &mut self.raw.sources).into(&mut notes);
        let path = format!("{map}/lokaal.csv");
        let tabel = table.map(|text| csv::parse(text.as_bytes(), &path, &mut self.raw.sources));
        self.raw.stukken = vec![RawStuk { jaar: 2022, map, value, tabel, ..RawStuk::default() }];
        let project = validate::validate(&self.raw).into(&mut notes);
        let mut faults = Vec::new();
        if let Ok(plan) = plan::plan(&project, &Selectie::default()) {
            let plan = plan.into(&mut notes);
            for (nr, job) in plan.jobs.iter().enumerate() {
                let made = render::render(&self.engine, &project, job, &self.raw.sources).into(&mut notes);
                let Some(made) = made else { continue };
                faults.extend(made.bron.files.iter().flat_map(wrong));
                self.rendered += usize::from(nr == 0);
                if nr == 0 && self.rendered.is_multiple_of(COMPILE) && faults.is_empty() {
                    let compiled = compile::pdf(&self.shelf, &made.bron, made.dag, &self.raw.sources);
                    // A run does not come this far with a document that has a fault; it is only tried for panics.
                    let bytes = compiled.into(if job.fout { &mut unheard } else { &mut notes });
                    self.pdfs += usize::from(bytes.is_some());
                    faults.extend(bytes.filter(|bytes| !bytes.starts_with(b"%PDF-")).map(|_| "no PDF".to_owned()));
                }
            }
        }
        let notes = self.raw.sources.ordered(notes);
        // Every note can be shown, and points at something that is there.
        show::text(&notes, &self.raw.sources, show::Options { color: false, ascii: true, width: 100 });
        let blamed = notes.iter().filter(|note| OF_TEMPLATES.contains(&note.code));
        faults.extend(blamed.map(|note| format!("content causes {}: {}", note.code.id, note.message)));
        for label in notes.iter().flat_map(|note| &note.labels) {
            if self.raw.sources.get(label.span.file).text.get(label.span.range()).is_none() {
                faults.push(format!("a note points at {:?}", label.span));
            }
        }
        faults
    }
}

fn reason(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

/// Where a case that breaks something is left.
fn save(seed: u64, nr: usize, document: &str, table: Option<&str>) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("griffel-fuzz-{seed}-{nr}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("document.yaml"), document).expect("a file");
    if let Some(table) = table {
        std::fs::write(folder.join("lokaal.csv"), table).expect("a file");
    }
    folder
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn mutated_content_never_breaks_a_stage() {
    let seconds = number("GRIFFEL_FUZZ_MINUTEN").map_or(SECONDS, |minutes| minutes * 60);
    let seed = number("GRIFFEL_FUZZ_ZAAD").unwrap_or(20_210_702).max(1);
    let (yamls, tables) = corpus();
    let mut chance = Chance(seed);
    let mut lab = Lab::new();
    let (mut cases, mut found, mut slowest) = (0, Vec::new(), Duration::ZERO);
    let begin = Instant::now();
    while begin.elapsed().as_secs() < seconds && found.len() < 20 {
        let document = mutated(&yamls[chance.below(yamls.len())], &yamls, &mut chance);
        let table = (chance.below(4) == 0).then(|| mutated(&tables[chance.below(tables.len())], &tables, &mut chance));
        let started = Instant::now();
        let run = catch_unwind(AssertUnwindSafe(|| lab.run(&document, table.as_deref())));
        let took = started.elapsed();
        slowest = slowest.max(took);
        let mut faults = run.unwrap_or_else(|panic| {
            lab = Lab::new();
            vec![format!("panic: {}", reason(&*panic))]
        });
        if took > HANG {
            faults.push(format!("took {took:?}"));
        }
        if !faults.is_empty() {
            let folder = save(seed, cases, &document, table.as_deref());
            found.push(format!("{}: {}", folder.display(), faults[..faults.len().min(3)].join("; ")));
        }
        cases += 1;
        if cases % 50 == 0 {
            compile::evict();
        }
    }
    println!(
        "fuzz: {cases} cases in {:?}, {} rendered, {} made into PDF, seed {seed}, slowest {slowest:?}, {} findings",
        begin.elapsed(),
        lab.rendered,
        lab.pdfs,
        found.len()
    );
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    assert!(cases > 5, "{cases} cases show nothing");
}

#[test]
fn a_source_that_is_open_is_seen_by_the_fuzz_target() {
    let mut lab = Lab::new();
    let document = crate::shows::brief("proef", "Tekst met # en $.");
    assert_eq!(lab.run(&document, None), Vec::<String>::new());
    assert!(!lab.raw.stukken.is_empty());
    let bare =
        render::bron::BronFile { path: "/tekst/x-000.typ".into(), text: "#par[Bloot.]".into(), kaart: Vec::new() };
    assert_eq!(wrong(&bare).len(), 1);
}
