//! The same content gives the same bytes, and a second run has nothing to do.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

use super::{brief, built, manifest};
use crate::support::project::{Project, tree};

/// When each file of `out` was last written.
fn times(project: &Project) -> BTreeMap<String, SystemTime> {
    let time = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified()).expect("a file");
    let files = tree(&project.path("out")).into_keys();
    files.map(|path| (path.clone(), time(&project.path("out").join(&path)))).collect()
}

#[test]
fn two_builds_in_other_folders_and_with_other_threads_are_equal_byte_for_byte() {
    let other = Project::real();
    let run = other.start(&["build", "--jobs", "1"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let (one, two) = (built().project.out(), other.out());
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    let differ: Vec<&String> = one.keys().filter(|path| one[*path] != two[*path]).collect();
    assert_eq!(differ, Vec::<&String>::new());
    assert_eq!(built().run.stdout, run.stdout);

    let before = times(&other);
    let again = other.run(&["build"]);
    assert_eq!(again.code, 0, "{}", again.all());
    assert_eq!(times(&other), before, "a second run writes nothing");
    let total = again.stdout.lines().find(|line| line.contains("totaal")).expect("a total");
    let numbers: Vec<&str> = total.split_whitespace().skip(1).collect();
    assert_eq!(numbers, ["0", &one.keys().filter(|p| own_pdf(p)).count().to_string(), "0"], "{}", again.stdout);
}

fn own_pdf(path: &str) -> bool {
    path.ends_with(".pdf") && !path.contains("/bijlagen/")
}

#[test]
fn forcing_makes_all_anew_with_the_same_bytes() {
    let project = Project::regio().with("content/2022/een/document.yaml", brief("een", "Tekst."));
    project.build();
    let before = project.out();
    let run = project.run(&["build", "--force"]);
    assert_eq!((run.code, project.out() == before), (0, true), "{}", run.all());
}

#[test]
fn a_file_that_someone_broke_or_removed_is_made_again() {
    let project = Project::regio().with("content/2022/een/document.yaml", brief("een", "Tekst."));
    project.build();
    let good = project.out();
    let [first, second, ..] = &project.pdfs()[..] else { panic!("more than one PDF") };
    project.write(&format!("out/{first}"), "kapot");
    project.remove(&format!("out/{second}"));
    let run = project.build();
    assert!(project.out() == good, "{}", run.all());
    assert!(run.stdout.contains("totaal"), "{}", run.stdout);
}

#[test]
fn only_what_changed_is_made_again() {
    let project = Project::regio()
        .with("content/2022/een/document.yaml", brief("een", "Tekst."))
        .with("content/2022/twee/document.yaml", brief("twee", "Tekst voor {{ gemeente.naam }}."));
    project.build();
    let before = times(&project);
    std::thread::sleep(std::time::Duration::from_millis(20));
    project.change("content/2022/een/document.yaml", "Tekst.", "Andere tekst.");
    project.build();
    let after = times(&project);
    let changed: Vec<&String> = after.keys().filter(|path| own_pdf(path) && before[*path] != after[*path]).collect();
    assert!(!changed.is_empty() && changed.iter().all(|path| path.contains("_een_")), "{changed:?}");
}

#[test]
fn a_lost_or_broken_manifest_costs_time_but_no_paper() {
    let project = Project::regio().with("content/2022/een/document.yaml", brief("een", "Tekst."));
    project.build();
    let good = project.out();
    project.write("out/manifest.json", "{ kapot");
    let run = project.build();
    assert!(run.stderr.contains("G701"), "{}", run.stderr);
    assert!(project.out() == good, "the same tree again");
}

#[test]
fn two_runs_at_once_leave_one_good_tree() {
    let project = Project::regio().with("content/2022/een/document.yaml", brief("een", "Tekst."));
    let codes: Vec<i32> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| project.start(&["build", "--force"]).code)).collect();
        runs.into_iter().map(|run| run.join().expect("a run")).collect()
    });
    assert_eq!(codes, [0, 0, 0]);
    let entries = manifest(&project);
    assert_eq!(entries.iter().map(|entry| entry.pad.clone()).collect::<Vec<_>>(), project.pdfs());
    let good = project.out();
    project.remove("out");
    project.build();
    assert!(project.out() == good, "what three at once left is what one makes");
}
