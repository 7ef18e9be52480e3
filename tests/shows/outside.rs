//! Nothing outside the project is read.

#![cfg(unix)]

use std::os::unix::fs::symlink;

use super::brief;
use crate::support::project::Project;

const EEN: &str = "content/2022/een/document.yaml";
const METBIJLAGE: &str = "bijlagen: [{id: a, titel: A, bestand: bijlagen/a.pdf}]\ninhoud:";

#[test]
fn a_link_to_a_file_is_refused_and_not_followed() {
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("geheim.pdf"), "%PDF geheim").expect("a file");
    let project = Project::regio()
        .with(EEN, brief("een", "Tekst.").replace("inhoud:", METBIJLAGE))
        .with("content/2022/twee/document.yaml", brief("twee", "Tekst."));
    std::fs::create_dir_all(project.path("content/2022/een/bijlagen")).expect("a folder");
    symlink(outside.path().join("geheim.pdf"), project.path("content/2022/een/bijlagen/a.pdf")).expect("a link");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.all());
    assert!(run.stderr.contains("G134"), "{}", run.stderr);
    assert!(project.out().values().all(|bytes| !bytes.ends_with(b"geheim")));
    assert!(project.pdfs().iter().all(|path| path.contains("_twee_")), "{:?}", project.pdfs());
}

#[test]
fn a_link_to_a_folder_is_refused_and_not_followed() {
    let other = Project::regio().with(EEN, brief("een", "Tekst."));
    let project = Project::regio();
    std::fs::create_dir_all(project.path("content/2022")).expect("a folder");
    symlink(other.path("content/2022/een"), project.path("content/2022/een")).expect("a link");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.all());
    assert!(run.stderr.contains("`content/2022/een`"), "{}", run.stderr);
    assert_eq!(project.pdfs(), Vec::<String>::new());
}

#[test]
fn a_link_to_nowhere_does_not_stop_the_run() {
    let project = Project::regio().with(EEN, brief("een", "Tekst."));
    symlink("/bestaat/niet", project.path("content/2022/kapot")).expect("a link");
    let run = project.run(&["build"]);
    assert_eq!((run.code, project.pdfs().len()), (1, 4), "{}", run.all());
}

#[test]
fn out_does_not_follow_a_link_that_leads_away() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let project = Project::regio().with(EEN, brief("een", "Tekst."));
    std::fs::create_dir_all(project.path("out")).expect("a folder");
    symlink(elsewhere.path(), project.path("out/2022")).expect("a link");
    let run = project.run(&["build"]);
    let written = crate::support::project::tree(elsewhere.path());
    assert!(written.is_empty(), "{:?}\n{}", written.keys(), run.all());
    assert_ne!(run.code, 0, "{}", run.all());
}
