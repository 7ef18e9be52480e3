//! Kills `build` and `publish` at random times and looks at what is left.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Tree, Versie, faults, is_temporary, project, put, reference, repaired};
use crate::fuzz::mutate::Chance;
use crate::support::project::Project;

/// How often, when nobody asks for more; `GRIFFEL_AFBREKEN=200` is the full count.
const OFTEN: usize = 16;

/// Starts the program and kills it after a while; whether it was still running.
fn killed(project: &Project, args: &[&str], after: Duration) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_griffel"))
        .args(args)
        .current_dir(project.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(after);
    let running = matches!(child.try_wait(), Ok(None));
    let _ = child.kill();
    child.wait().expect("it has ended");
    running
}

/// How long a process takes from another version.
fn duration(project: &Project, args: &[&str]) -> Duration {
    let begin = Instant::now();
    let run = project.start(args);
    assert_eq!(run.code, 0, "{}", run.all());
    begin.elapsed()
}

struct Score {
    stopped: usize,
    between: usize,
    halves: usize,
    faults: Vec<String>,
}

/// One kill of the way from one version to the other, and the repair.
fn one(project: &Project, way: [&Tree; 2], args: &[&str], after: Duration, score: &mut Score) {
    let stopped = killed(project, args, after);
    let now = project.out();
    score.stopped += usize::from(stopped);
    score.between += usize::from(now != *way[0] && now != *way[1]);
    score.halves += usize::from(now.keys().any(|path| is_temporary(path)));
    score.faults.extend(faults(&now, way[0], way[1]).into_iter().map(|fault| format!("{args:?} {after:?}: {fault}")));
    let after_repair = repaired(project, way[1]);
    score.faults.extend(after_repair.into_iter().map(|fault| format!("{args:?} {after:?}, repaired: {fault}")));
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_whole_files_and_the_next_one_repairs() {
    let times = std::env::var("GRIFFEL_AFBREKEN").ok().and_then(|text| text.parse().ok()).unwrap_or(OFTEN);
    let project = project();
    let [a, b] = [reference(&project, Versie::A), reference(&project, Versie::B)];
    put(&project, Versie::A);
    let build = duration(&project, &["build"]);
    let publish = duration(&project, &["publish"]);
    assert!(repaired(&project, &a).is_empty());
    let mut chance = Chance(0x5EED_2021);
    let mut score = Score { stopped: 0, between: 0, halves: 0, faults: Vec::new() };
    let mut standing = Versie::A;
    for nr in 0..times {
        let (to, way) = match standing {
            Versie::A => (Versie::B, [&a, &b]),
            Versie::B => (Versie::A, [&b, &a]),
        };
        put(&project, to);
        // Two of three kill the build, one the publication after a whole build.
        let (args, whole) = if nr % 3 == 2 { (["publish"], publish) } else { (["build"], build) };
        if args == ["publish"] {
            let run = project.run(&["build"]);
            assert_eq!(run.code, 0, "{}", run.all());
        }
        one(&project, way, &args, whole.mul_f64(chance.below(10_001) as f64 / 10_000.0), &mut score);
        standing = to;
    }
    let Score { stopped, between, halves, faults } = score;
    println!(
        "{times} times SIGKILL (a build takes {build:?}, a publication {publish:?}): {stopped} while it ran, \
         {between} with the work half done, {halves} with a temporary file; {} faults",
        faults.len()
    );
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
    assert!(stopped * 3 >= times && between * 5 >= times, "{stopped} and {between} of {times} hit nothing");
}

/// Starts a first run and kills it as soon as a PDF stands there; whether that was before the manifest.
fn killed_at_the_first_pdf(project: &Project) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_griffel"))
        .args(["build", "--jobs", "1"])
        .current_dir(project.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let made = || project.pdfs().iter().any(|path| path.contains("_eerste_"));
    while !made() && matches!(child.try_wait(), Ok(None)) {
        std::thread::sleep(Duration::from_millis(2));
    }
    let _ = child.kill();
    child.wait().expect("it has ended");
    made() && !project.path("out/manifest.json").exists()
}

#[test]
fn what_a_killed_first_run_made_goes_when_its_document_gets_another_name() {
    let project = project();
    put(&project, Versie::B);
    project.build();
    let whole = project.out();
    put(&project, Versie::A);
    let killed = (0..10).any(|_| {
        let _ = std::fs::remove_dir_all(project.path("out"));
        killed_at_the_first_pdf(&project)
    });
    assert!(killed, "no run of ten was killed between its first PDF and its manifest");
    put(&project, Versie::B);
    let run = project.build();
    let now = project.out();
    let left: Vec<&String> = now.keys().filter(|path| !whole.contains_key(*path)).collect();
    assert!(now == whole, "{left:?}\n{}", run.all());
}

/// Kills a publication while a bundle is made ready (`.deel`) or changes places with the old one (`.oud`); which of both
/// folders it left.
fn killed_in_the_swap(project: &Project, nr: usize) -> [bool; 2] {
    let folders = [".deel", ".oud"].map(|name| project.path(&format!("out/publicatie/{name}")));
    let mut child = Command::new(env!("CARGO_BIN_EXE_griffel"))
        .arg("publish")
        .current_dir(project.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    // Each time another bundle, and another of the two folders.
    let mut seen = 0;
    let mut there = false;
    while seen <= nr / 2 && matches!(child.try_wait(), Ok(None)) {
        let now = folders[nr % 2].exists();
        seen += usize::from(now && !there);
        there = now;
    }
    let _ = child.kill();
    child.wait().expect("it has ended");
    folders.map(|folder| folder.exists())
}

#[test]
fn a_publication_that_is_killed_while_bundles_change_places_leaves_each_whole_or_absent() {
    let project = project();
    let [a, b] = [reference(&project, Versie::A), reference(&project, Versie::B)];
    let mut left = [0, 0];
    for nr in 0..4 {
        let (to, way) = if nr % 2 == 0 { (Versie::A, [&b, &a]) } else { (Versie::B, [&a, &b]) };
        put(&project, to);
        project.build();
        let found = killed_in_the_swap(&project, nr);
        left = [left[0] + usize::from(found[0]), left[1] + usize::from(found[1])];
        let now = project.out();
        let mut wrong = faults(&now, way[0], way[1]);
        wrong.extend(repaired(&project, way[1]));
        assert!(wrong.is_empty(), "{nr}: {}", wrong.join("\n"));
    }
    println!("killed 4 times: {} left a bundle that was being made, {} an old one that was leaving", left[0], left[1]);
    assert!(left[0] + left[1] > 0, "no run was killed while bundles changed places");
}

#[test]
fn a_bundle_between_its_old_place_and_its_new_one_is_absent_and_comes_back_whole() {
    let project = project();
    let [a, b] = [reference(&project, Versie::A), reference(&project, Versie::B)];
    // The old folder has left, the new one stands ready beside its place, the ZIP is gone: the instant between two renames.
    put(&project, Versie::A);
    project.build();
    let publicatie = project.path("out/publicatie");
    std::fs::rename(publicatie.join("ridderkerk/2021"), publicatie.join(".oud")).expect("renamed");
    std::fs::remove_file(publicatie.join("ridderkerk/ridderkerk-2021.zip")).expect("removed");
    for (path, bytes) in
        a.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("publicatie/ridderkerk/2021/")?, bytes)))
    {
        project.write(&format!("out/publicatie/.deel/{path}"), bytes);
    }
    let now: Vec<String> =
        project.out().into_keys().filter(|path| path.starts_with("publicatie/ridderkerk/")).collect();
    assert!(now.is_empty() && !b.is_empty(), "{now:?}");
    let wrong = repaired(&project, &a);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
