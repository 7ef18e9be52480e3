//! Making a part of the content, and checking without writing.

use super::{brief, manifest};
use crate::support::project::{Project, tree};

/// Three letters in two years, and one informatiebrief.
fn project() -> Project {
    Project::regio()
        .with("content/2022/een/document.yaml", brief("een", "Tekst."))
        .with("content/2022/map-van-twee/document.yaml", brief("twee", "Tekst."))
        .with("content/2023/drie/document.yaml", brief("drie", "Tekst.").replace("2022-03-01", "2023-03-01"))
        .with(
            "content/2022/info/document.yaml",
            "soort: informatiebrief\nid: info\nonderwerp: Info\ndatum: 2022-03-01\nstatus: concept\n\
             secties: {kernboodschap: Tekst., consequenties: {nvt: ja}, vervolg: {nvt: ja}}\n",
        )
}

fn made(args: &[&str]) -> Vec<String> {
    let project = project();
    let run = project.run(&[&["build"], args].concat());
    assert_eq!(run.code, 0, "{args:?}: {}", run.all());
    assert_eq!(manifest(&project).len(), project.pdfs().len());
    project.pdfs()
}

#[test]
fn a_gemeente_a_year_a_kind_or_a_document_can_be_chosen() {
    assert_eq!(made(&[]).len(), 4 + 4 + 3 + 4);
    let all = |args: &[&str], count: usize, holds: &str| {
        let made = made(args);
        assert!(made.len() == count && made.iter().all(|path| path.contains(holds)), "{args:?}: {made:?}");
    };
    all(&["--gemeente", "ijsselmond"], 4, "/ijsselmond/");
    all(&["--jaar", "2023"], 3, "2023/");
    all(&["--soort", "informatiebrief"], 4, "raadsinformatiebrief");
    all(&["--soort", "raadsinformatiebrief"], 4, "raadsinformatiebrief");
    all(&["een"], 4, "_een_");
    all(&["content/2022/map-van-twee"], 4, "_twee_");
    all(&["map-van-twee/"], 4, "_twee_");
    all(&["een", "--gemeente", "oostdam"], 1, "_een_oostdam");
    assert_eq!(made(&["een", "twee", "--gemeente", "oostdam", "--gemeente", "westdam"]).len(), 4);
}

#[test]
fn a_choice_leaves_the_rest_of_out_alone() {
    let project = project();
    project.build();
    let before = project.out();
    project.change("content/2022/een/document.yaml", "  Tekst.", "  Nieuwe tekst.");
    project.change("content/2022/map-van-twee/document.yaml", "  Tekst.", "  Nieuwe tekst.");
    let run = project.run(&["build", "een", "--gemeente", "oostdam"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let after = project.out();
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let changed: Vec<&String> = after.keys().filter(|p| p.ends_with(".pdf") && before[*p] != after[*p]).collect();
    assert!(changed.len() == 1 && changed[0].contains("_een_oostdam"), "{changed:?}");
}

#[test]
fn a_choice_does_not_fail_on_the_faults_of_others() {
    let project = project();
    project.change("content/2022/een/document.yaml", "  Tekst.", "  Tekst {{ onbekend.veld }}.");
    let run = project.run(&["build", "twee"]);
    assert_eq!(run.code, 0, "{}", run.all());
    assert_eq!(project.run(&["build", "een"]).code, 1);
}

#[test]
fn a_name_that_does_not_exist_is_refused_with_what_may_be_meant() {
    let project = project();
    for (args, meant) in [
        (vec!["build", "eem"], "bedoelde u `een`?"),
        (vec!["build", "--gemeente", "ijselmond"], "bedoelde u `ijsselmond`?"),
        (vec!["build", "--soort", "colegebrief"], "bedoelde u `collegebrief`?"),
        (vec!["check", "--gemeente", "oosdam"], "bedoelde u `oostdam`?"),
        (vec!["check", "--gemeente", "Rotterdam"], "is niet bekend als gemeente; kies uit: `ijsselmond`"),
        (vec!["check", "--jaar", "1999"], "er is niets uit 1999, wel uit 2022"),
        (vec!["check", "--gemeente", "nieuwdam", "--jaar", "2022"], "elk deel ervan komt voor, maar niet samen"),
        (vec!["check", "--jaar", "2O22"], "Schrijf het jaar met vier cijfers"),
        (vec!["check", "--profiel", "geheim"], "Kies uit: `publiek` of `intern`"),
        (vec!["bulid"], "Bedoelde u `build`?"),
    ] {
        let run = project.run(&args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.all());
        assert!(run.stderr.contains(meant), "{args:?}: {}", run.stderr);
    }
    assert!(!project.path("out/manifest.json").exists(), "nothing is written for a wrong name");
}

#[test]
fn a_document_may_be_named_by_its_folder_as_every_system_writes_it() {
    let project = project();
    for naam in [
        "een",
        "content/2022/een",
        "./content/2022/een/",
        "2022/een",
        "content\\2022\\een",
        "content/2022/een/document.yaml",
    ] {
        let run = project.run(&["check", naam]);
        assert_eq!(run.code, 0, "{naam}: {}", run.all());
    }
}

#[test]
fn a_wrong_command_line_ends_with_two() {
    let project = project();
    for args in [
        &["maak"][..],
        &["build", "--jaar", "nu"],
        &["build", "--jobs", "0"],
        &["build", "--emit", "html"],
        &["build", "--jaar", "1999"],
        &[],
    ] {
        assert_eq!(project.run(args).code, 2, "{args:?}");
    }
    assert_eq!(project.run(&["--help"]).code, 0);
    assert_eq!(project.run(&["--version"]).code, 0);
}

#[test]
fn a_project_that_is_not_there_ends_with_three() {
    let run = project().run(&["build", "--project", "bestaat-niet"]);
    assert_eq!(run.code, 3, "{}", run.all());
    assert!(run.stderr.contains("bestaat-niet"), "{}", run.stderr);
}

#[test]
fn check_writes_nothing_and_finds_the_same_faults() {
    let project = project();
    let before = tree(project.root());
    let run = project.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.all());
    assert!(tree(project.root()) == before, "check writes nothing");
    project.change("content/2022/een/document.yaml", "  Tekst.", "  Tekst {{ onbekend.veld }} en 漢.");
    let check = project.run(&["check"]);
    let build = project.run(&["build"]);
    assert_eq!((check.code, build.code), (1, 1));
    assert_eq!(check.stderr, build.stderr);
}

#[test]
fn project_and_out_can_be_elsewhere() {
    let (project, other) = (project(), Project::empty());
    let from = project.root().to_str().expect("a path").to_owned();
    let to = other.path("hier/uit");
    let run = other.run(&["build", "--project", &from, "--out", to.to_str().expect("a path")]);
    assert_eq!(run.code, 0, "{}", run.all());
    assert!(!project.path("out").exists(), "nothing is written outside --out");
    assert_eq!(tree(&to).keys().filter(|path| path.ends_with(".pdf")).count(), 15);
    project.build();
    assert!(tree(&to) == project.out(), "the folder does not matter");
}

#[test]
fn piped_output_has_no_colours_and_no_bar() {
    let project = project();
    project.change("content/2022/een/document.yaml", "  Tekst.", "  Tekst {{ onbekend.veld }}.");
    let run = project.run(&["build"]);
    assert!(!run.all().contains(['\u{1b}', '\r']), "{:?}", run.all());
}
