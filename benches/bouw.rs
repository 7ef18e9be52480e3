//! Speed of a run as ratios, on the real content: `cargo bench`.
//!
//! Milliseconds of a shared machine say little; what is asserted nowhere but printed here are ratios within one run:
//! the second letter against the first, each stage against the whole, a cached build against a fresh one, publishing
//! against building, two threads against one.

#![allow(clippy::disallowed_methods)] // a benchmark may look at the clock and remove its own folder

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use griffel::compile::world::DocWorld;
use griffel::compile::{self, Shelf, pagina};
use griffel::load::{self, Raw};
use griffel::model::project::Project;
use griffel::pipeline::{self, Opdracht, Schrijven};
use griffel::plan::{self, Job, Plan, Selectie};
use griffel::render::{self, Engine, Ligging, Paginas};
use griffel::validate;
use typst_layout::PagedDocument;

/// Runs of each measurement; the median counts.
const RUNS: usize = 5;

fn main() {
    let folder = std::env::var_os("GRIFFEL_PROJECT").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    let raw = load::load(&folder).expect("the project can be read").value;
    let project = validate::validate(&raw).value;
    let plan = plan::plan(&project, &Selectie::default()).expect("everything").value;
    let lab = Lab { raw: &raw, project: &project, engine: Engine::new(&raw).value, shelf: Shelf::van(&raw).value };
    for stuk in ["vaststelling-regiovisie", "regiovisie", "zienswijze-regioagenda", "regioagenda-2023-2024"] {
        letters(&lab, &plan, stuk);
    }
    stages(&folder, &lab, &plan);
    runs(&folder);
}

/// A project, read, with what its documents are made of.
struct Lab<'a> {
    raw: &'a Raw,
    project: &'a Project,
    engine: Engine,
    shelf: Shelf,
}

impl Lab<'_> {
    fn render(&self, job: &Job<'_>) -> Option<render::Gerenderd> {
        render::render(&self.engine, self.project, job, &self.raw.sources).value
    }

    fn pdf(&self, made: &render::Gerenderd) -> Option<Vec<u8>> {
        compile::pdf(&self.shelf, &made.bron, made.dag, &self.raw.sources).value
    }
}

/// The letters of one document one after the other, as in a run: the first pays for the shared text.
fn letters(lab: &Lab<'_>, plan: &Plan<'_>, stuk: &str) {
    let made: Vec<_> = plan.jobs.iter().filter(|job| job.stuk.id == stuk).filter_map(|job| lab.render(job)).collect();
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        forget();
        let times: Vec<Duration> = made.iter().map(|made| time(|| lab.pdf(made))).collect();
        first.push(times[0]);
        others.extend((times.len() > 1).then(|| median(times[1..].to_vec())));
    }
    let first = median(first);
    if others.is_empty() {
        return println!("{stuk}: {:.1} ms, made once", ms(first));
    }
    let other = median(others);
    println!("{stuk}: first {:.1} ms, others {:.1} ms, ratio {:.1}", ms(first), ms(other), ratio(first, other));
}

/// What each stage costs over all of the content, one document after the other.
fn stages(folder: &Path, lab: &Lab<'_>, plan: &Plan<'_>) {
    let jobs: Vec<&Job<'_>> = plan.jobs.iter().filter(|job| job.gewenst).collect();
    let load = median((0..RUNS).map(|_| time(|| load::load(folder))).collect());
    let validate = median((0..RUNS).map(|_| time(|| validate::validate(lab.raw))).collect());
    let shelf = median((0..RUNS).map(|_| time(|| (Engine::new(lab.raw), Shelf::van(lab.raw)))).collect());
    let render = median((0..RUNS).map(|_| sum(&jobs, |job| time(|| lab.render(job)))).collect());
    let made: Vec<_> = jobs.iter().filter_map(|job| lab.render(job)).collect();
    let key = |made: &render::Gerenderd| time(|| compile::cache_key(&lab.shelf, &made.bron, made.dag));
    let key = median((0..RUNS).map(|_| sum(&made, key)).collect());
    let (mut compile, mut export, mut rules) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        forget();
        let parts: Vec<[Duration; 3]> = made.iter().map(|made| apart(lab, made)).collect();
        for (all, nr) in [(&mut compile, 0), (&mut rules, 1), (&mut export, 2)] {
            all.push(sum(&parts, |part| part[nr]));
        }
    }
    let (compile, rules) = (median(compile), median(rules));
    let export = median(export).saturating_sub(compile + rules);
    let paginas = Paginas::new(lab.raw).value;
    let ligging = Ligging { pdf: Some("stuk.pdf"), bijlage: &|pad| Some(pad.to_string()), gegevens: None };
    let twin = |job: &&Job<'_>| time(|| render::pagina((&lab.engine, &paginas), (lab.raw, lab.project), job, &ligging));
    let twin = median((0..RUNS).map(|_| sum(&jobs, twin)).collect());
    println!("\n{} documents on one thread:", jobs.len());
    for (name, took) in [
        ("load", load),
        ("validate, with the rules for content", validate),
        ("templates and shelf", shelf),
        ("render", render),
        ("cache keys", key),
        ("lay out", compile),
        ("export", export),
        ("rules for pages", rules),
        ("HTML twins", twin),
    ] {
        println!("{name:38} {:7.1} ms, {:5.1} % of laying out", ms(took), 100.0 * ratio(took, compile));
    }
}

/// Laying out, judging the pages, and all that a PDF costs when nothing of it is known yet.
fn apart(lab: &Lab<'_>, made: &render::Gerenderd) -> [Duration; 3] {
    let world = DocWorld::new(&lab.shelf, &made.bron).expect("a document has a source");
    let start = Instant::now();
    let document = typst::compile::<PagedDocument>(&world).output.expect("the real content compiles");
    let compile = start.elapsed();
    let rules = time(|| pagina::notes(&world, &made.bron, &document));
    // What was laid out is remembered, so this is the export, the rules once more, and a look into the memory.
    let rest = time(|| lab.pdf(made));
    [compile, rules, compile + rest]
}

/// Whole runs: fresh with one and two threads, again without changes, a check, and publishing.
fn runs(folder: &Path) {
    let out = std::env::temp_dir().join(format!("griffel-bench-{}", std::process::id()));
    let fresh = |threads: usize| {
        let _ = std::fs::remove_dir_all(&out);
        forget();
        time(|| run(folder, Some(&out), threads))
    };
    let again = |n: usize, what: &dyn Fn() -> Duration| median((0..n).map(|_| what()).collect());
    let (one, two) = (again(RUNS, &|| fresh(1)), again(RUNS, &|| fresh(2)));
    let unchanged = again(RUNS, &|| time(|| run(folder, Some(&out), 2)));
    let check = again(RUNS, &|| {
        forget();
        time(|| run(folder, None, 2))
    });
    let publish = || time(|| pipeline::publiceer(folder, &Selectie::default(), &out).expect("the content publishes"));
    let published = again(RUNS, &|| {
        let _ = std::fs::remove_dir_all(out.join("publicatie"));
        publish()
    });
    let unchanged_bundles = again(RUNS, &publish);
    let _ = std::fs::remove_dir_all(&out);
    println!("\nwhole runs, against a fresh build on two threads ({:.0} ms):", ms(two));
    for (name, took) in [
        ("fresh build, one thread", one),
        ("build without changes", unchanged),
        ("check, with the example of every kind", check),
        ("publish, after a build", published),
        ("publish without changes", unchanged_bundles),
    ] {
        println!("{name:38} {:7.0} ms, {:4.2} times", ms(took), ratio(took, two));
    }
}

fn run(project: &Path, out: Option<&PathBuf>, threads: usize) -> pipeline::Verslag {
    let schrijven = out.map(|out| Schrijven { out: out.clone(), force: false, emit_typ: false });
    let opdracht = Opdracht {
        merken: None,
        project: project.to_path_buf(),
        selectie: Selectie::default(),
        threads,
        streng: false,
        schrijven,
    };
    pipeline::run(&opdracht, &|_, _| {}).expect("the content builds")
}

/// Forgets all that Typst remembers.
fn forget() {
    (0..4).for_each(|_| compile::evict());
}

fn time<T>(what: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(what());
    start.elapsed()
}

fn sum<T>(list: &[T], each: impl Fn(&T) -> Duration) -> Duration {
    list.iter().map(each).sum()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}
