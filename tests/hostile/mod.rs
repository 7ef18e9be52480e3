//! What an enemy would send: every file is judged in bounded time and memory, nothing is read that it should not, and
//! the other documents are made.

mod images;
mod paths;
mod sizes;
mod text;

use std::process::Command;
use std::time::{Duration, Instant};

use crate::shows::brief;
use crate::support::project::{Project, Run};

/// The document that is always good; the other is hostile.
const GOED: &str = "content/2022/goed/document.yaml";
const KWAAD: &str = "content/2022/kwaad/document.yaml";

/// A letter to one gemeente.
fn letter(id: &str, text: &str) -> String {
    brief(id, text).replace("status: concept", "ontvangers: [ijsselmond]\nstatus: concept")
}

fn project() -> Project {
    Project::regio().with(GOED, letter("goed", "Tekst."))
}

/// Runs the program with at most 4 GB of address space, and says how long it took.
fn bounded(project: &Project, args: &[&str]) -> (Run, Duration) {
    let begin = Instant::now();
    let output = Command::new("sh")
        .args(["-c", "ulimit -v 4000000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_griffel")])
        .args(args)
        .current_dir(project.root())
        .output()
        .expect("a shell");
    (Run::of(&output), begin.elapsed())
}

/// Builds: the good letter must be made, the hostile one must be refused with one of these codes.
fn refused(project: &Project, codes: &[&str]) -> Run {
    let (run, took) = bounded(project, &["build"]);
    let all = run.all();
    let start: String = all.chars().take(3000).collect();
    assert_eq!(run.code, 1, "{start}");
    assert!(codes.iter().any(|code| run.stderr.contains(&format!("[{code}]"))), "{codes:?}\n{start}");
    let made = project.pdfs();
    assert!(made.len() == 1 && made[0].contains("_goed_"), "{made:?}\n{start}");
    assert!(took.as_secs() < 60, "{took:?}");
    run
}
