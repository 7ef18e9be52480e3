//! Speed of a build as ratios, on the real content: `cargo bench`.
//!
//! Milliseconds of a shared machine say little; what is asserted nowhere but printed here are ratios
//! within one run: the second letter against the first, a cached build against a fresh one, two threads
//! against one.

#![allow(clippy::disallowed_methods)] // a benchmark may look at the clock and remove its own folder

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use griffel::compile;
use griffel::pipeline::{self, Opdracht, Schrijven};
use griffel::plan::Selectie;

/// Runs of each measurement; the median counts.
const RUNS: usize = 5;

fn main() {
    let project = std::env::var_os("GRIFFEL_PROJECT").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    for stuk in ["vaststelling-regiovisie", "regiovisie", "zienswijze-regioagenda", "regioagenda-2023-2024"] {
        letters(&project, stuk);
    }
    builds(&project);
}

/// The letters of one document one after the other, as in a run: the first pays for the shared text.
fn letters(project: &Path, stuk: &str) {
    let mut first = Vec::new();
    let mut others = Vec::new();
    for _ in 0..RUNS {
        let times = pipeline::measure(project, &Selectie { stukken: vec![stuk.to_string()], ..Selectie::default() })
            .expect("the project can be read");
        first.push(times[0]);
        others.extend((times.len() > 1).then(|| median(times[1..].to_vec())));
        for _ in 0..4 {
            compile::evict();
        }
    }
    let first = median(first);
    if others.is_empty() {
        return println!("{stuk}: {:.1} ms, made once", ms(first));
    }
    let other = median(others);
    println!(
        "{stuk}: first {:.1} ms, others {:.1} ms, ratio {:.1}",
        ms(first),
        ms(other),
        first.as_secs_f64() / other.as_secs_f64()
    );
}

/// All of the content: fresh with one and two threads, and again without changes.
fn builds(project: &Path) {
    let out = std::env::temp_dir().join(format!("griffel-bench-{}", std::process::id()));
    let one = fresh(project, &out, 1);
    let two = fresh(project, &out, 2);
    let again = median((0..RUNS).map(|_| build(project, &out, 2)).collect());
    let _ = std::fs::remove_dir_all(&out);
    println!(
        "all content, fresh: 1 thread {:.0} ms, 2 threads {:.0} ms, ratio {:.2}",
        ms(one),
        ms(two),
        ratio(one, two)
    );
    println!("all content, unchanged: {:.0} ms, {:.0} times cheaper than fresh", ms(again), ratio(two, again));
}

fn fresh(project: &Path, out: &PathBuf, threads: usize) -> Duration {
    let runs = (0..RUNS).map(|_| {
        let _ = std::fs::remove_dir_all(out);
        for _ in 0..4 {
            compile::evict();
        }
        build(project, out, threads)
    });
    median(runs.collect())
}

fn build(project: &Path, out: &Path, threads: usize) -> Duration {
    let schrijven = Schrijven { out: out.to_path_buf(), force: false, emit_typ: false };
    let opdracht = Opdracht {
        merken: None,
        project: project.to_path_buf(),
        selectie: Selectie::default(),
        threads,
        streng: false,
        schrijven: Some(schrijven),
    };
    let start = Instant::now();
    pipeline::run(&opdracht, &|_, _| {}).expect("the content builds");
    start.elapsed()
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
