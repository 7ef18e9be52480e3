//! What `griffel diff` promises: exactly the PDFs that say something else, and what they say.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use super::{brief, manifest};
use crate::support::project::{Project, Run};

const BRIEF: &str = "content/2021/vaststelling-regiovisie/document.yaml";
/// A word of that letter that stands in it once.
const WOORD: (&str, &str) = ("weg bij de inkoop", "richting bij de inkoop");

fn git(project: &Project, args: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Proef", "-c", "user.email=proef@example.invalid", "-c", "commit.gpgsign=false"]);
    let output = command.args(args).current_dir(project.root()).output().expect("git is there");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(project: &Project) {
    git(project, &["init", "-q"]);
    git(project, &["add", "content", "templates", "fonts"]);
    git(project, &["commit", "-q", "-m", "eerst"]);
}

fn json(run: &Run) -> Value {
    assert_eq!(run.code, 0, "{}", run.all());
    serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.all()))
}

/// The PDFs that the report says are no longer what they were.
fn pdfs(verslag: &Value) -> BTreeSet<String> {
    let stukken = verslag["stukken"].as_array().expect("a list");
    let alle = stukken.iter().flat_map(|stuk| stuk["pdfs"].as_array().expect("a list"));
    alle.map(|pad| pad.as_str().expect("a path").to_owned()).collect()
}

fn kleine(tekst: &str) -> Project {
    Project::regio().with("content/2022/een/document.yaml", brief("een", tekst))
}

#[test]
fn one_word_in_one_shared_sentence_remakes_exactly_the_pdfs_that_diff_names_with_the_sentence() {
    let project = Project::real();
    project.remove("content/2023");
    commit(&project);
    project.build();
    let before = project.out();
    let out = project.path("out");
    let project = project.copied(&out, "eerst");
    project.change(BRIEF, WOORD.0, WOORD.1);
    let git = json(&project.run(&["diff", "--json"]));
    let sinds_bouw = json(&project.run(&["diff", "out", "--json"]));
    assert_eq!(git["stukken"], sinds_bouw["stukken"], "the last commit and the last build say the same");
    project.build();
    let after = project.out();
    let remade: BTreeSet<String> =
        after.keys().filter(|path| path.ends_with(".pdf") && before[*path] != after[*path]).cloned().collect();
    assert_eq!(pdfs(&git), remade);
    let letters = manifest(&project).into_iter().filter(|entry| entry.document == "vaststelling-regiovisie").count();
    assert_eq!(remade.len(), letters);
    let tussen_mappen = json(&project.run(&["diff", "eerst", "out", "--json"]));
    assert_eq!(tussen_mappen["stukken"], git["stukken"], "two builds say the same");

    let run = project.run(&["diff"]);
    let scherm = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let zin = "Zij wijst de [vervallen: weg] [toegevoegd: richting] bij de inkoop in de regio.";
    assert!(scherm.contains(zin), "{}", run.all());
    assert_eq!(scherm.matches("toegevoegd").count(), 1, "once for all: {}", run.all());
    for naam in ["Voor alle 15 gemeenten", "Ridderkerk", "Goeree-Overflakkee"] {
        assert!(scherm.contains(naam), "{naam}: {}", run.all());
    }
}

#[test]
fn the_report_is_a_page_and_a_pdf_too() {
    let project = kleine("De dijk is laag.");
    commit(&project);
    project.change("content/2022/een/document.yaml", "laag", "hoog");
    let run = project.run(&["diff", "--html", "w.html", "--pdf", "w.pdf"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let html = project.text("w.html");
    let weg = "<span class=\"merk\">[vervallen:]</span> <del>laag</del>";
    let erbij = "<span class=\"merk\">[toegevoegd:]</span> <ins>hoog</ins>";
    assert!(html.contains(&format!("De dijk is {weg} {erbij}.")), "{html}");
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"), "{html}");
    let pdf = crate::support::pdf::Pdf::open(project.read("w.pdf"));
    let tekst = pdf.text_in_structure_order();
    assert!(tekst.contains("De dijk is [vervallen:] laag [toegevoegd:] hoog."), "{tekst}");
    let again = project.run(&["diff", "--pdf", "w2.pdf"]);
    assert_eq!(project.read("w.pdf"), project.read("w2.pdf"), "{}", again.all());
}

#[test]
fn a_project_in_a_folder_of_its_repository_is_compared_by_itself() {
    let project = kleine("De dijk is laag.");
    commit(&project);
    let onder = Project::regio().with("content/2022/een/document.yaml", brief("een", "Anders."));
    let onder = onder.copied(&project.root().join("content"), "diep/content");
    let onder = onder.copied(&project.root().join("templates"), "diep/templates");
    let onder = onder.copied(&project.root().join("fonts"), "diep/fonts");
    git(&onder, &["init", "-q"]);
    git(&onder, &["add", "-A"]);
    git(&onder, &["commit", "-q", "-m", "eerst"]);
    let run = onder.run(&["diff", "--project", "diep"]);
    assert!(run.code == 0 && run.stdout.contains("Er is niets veranderd"), "{}", run.all());
    onder.change("diep/content/2022/een/document.yaml", "laag", "hoog");
    let run = onder.run(&["diff", "HEAD", "--project", "diep"]);
    assert!(run.stdout.contains("[vervallen: laag] [toegevoegd: hoog]"), "{}", run.all());
}

#[test]
fn two_revisions_are_compared_without_touching_the_work_tree() {
    let project = kleine("De dijk is laag.");
    commit(&project);
    git(&project, &["tag", "eerst"]);
    project.change("content/2022/een/document.yaml", "laag", "hoog");
    git(&project, &["commit", "-q", "-a", "-m", "dan"]);
    project.change("content/2022/een/document.yaml", "hoog", "breed");
    let run = project.run(&["diff", "eerst", "HEAD", "--gemeente", "oostdam"]);
    assert!(run.stdout.contains("[vervallen: laag] [toegevoegd: hoog]"), "{}", run.all());
    assert!(run.stdout.contains("Van versie `eerst` naar de laatste versie in git\n1 PDF is anders"), "{}", run.all());
    assert!(project.text("content/2022/een/document.yaml").contains("breed"));
}

#[test]
fn what_cannot_be_compared_is_said_in_dutch_with_the_code_of_a_wrong_command() {
    let project = kleine("De dijk is laag.");
    let zonder = project.run(&["diff"]);
    assert_eq!(zonder.code, 2, "{}", zonder.all());
    assert!(zonder.stderr.contains("wordt niet bijgehouden in git"), "{}", zonder.all());
    commit(&project);
    for (args, verwacht) in [
        (vec!["diff", "v9"], "`v9` is geen map en geen versie die git kent"),
        (vec!["diff", "--", "--output=x"], "`--output=x` is geen map en geen versie die git kent"),
        (vec!["diff", "fonts"], "in de map `fonts` staat geen `manifest.json`"),
        (vec!["diff", "--gemeente", "oostdm"], "`oostdm` is niet bekend als gemeente; bedoelde u `oostdam`?"),
        (vec!["diff", "--jaar", "1999"], "geen enkel stuk past bij deze keuze"),
    ] {
        let run = project.run(&args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.all());
        assert!(run.stderr.contains(verwacht), "{args:?}: {}", run.all());
    }
    assert!(!project.path("x").exists());
}

#[test]
fn a_machine_without_git_and_a_repository_that_git_refuses_are_told_apart() {
    let project = kleine("De dijk is laag.");
    commit(&project);
    let met = |naam: &str, waarde: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_griffel"));
        let output = command.args(["diff", "HEAD"]).current_dir(project.root()).env(naam, waarde).output();
        let output = output.expect("the program starts");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, zegt) = met("PATH", "");
    assert!(code == Some(2) && zegt.contains("het programma `git` staat niet op deze computer"), "{zegt}");
    project.write(".git/config", "[core");
    let (code, zegt) = met("HOME", "/");
    assert!(code == Some(2) && zegt.contains("git kan de versie niet geven"), "{zegt}");
}

#[test]
fn without_git_the_last_build_is_what_was_before() {
    let project = kleine("De dijk is laag.");
    project.build();
    project.change("content/2022/een/document.yaml", "laag", "hoog");
    let run = project.run(&["diff"]);
    assert!(run.stdout.starts_with("Van de uitvoermap `out` naar de versie van nu\n"), "{}", run.all());
    assert!(run.stdout.contains("[vervallen: laag] [toegevoegd: hoog]"), "{}", run.all());
}

#[test]
fn another_look_with_the_same_words_is_said_to_be_just_that() {
    let project = kleine("De dijk is laag.");
    project.build();
    project.change("templates/stijl/basis.typ", "tekst: 10.5pt", "tekst: 10.4pt");
    let run = project.run(&["diff"]);
    assert!(run.stdout.contains("dezelfde woorden, andere opmaak"), "{}", run.all());
}

#[test]
fn an_out_folder_that_lost_its_words_can_only_say_that_something_changed() {
    let project = kleine("De dijk is laag.");
    project.build();
    project.remove("out/.afdruk");
    project.change("content/2022/een/document.yaml", "laag", "hoog");
    let run = project.run(&["diff", "out"]);
    assert!(run.stdout.contains("anders dan eerst; welke woorden is niet bewaard"), "{}", run.all());
    assert!(run.stderr.contains("G721"), "{}", run.all());
    assert_eq!(run.code, 0, "{}", run.all());
}

#[test]
fn the_kept_words_of_the_public_say_nothing_that_is_for_the_house_alone() {
    let contact = "behandeling: {functie: Adviseur, naam: B. Handelaar, telefoon: 010 1234567}\n";
    let text = format!("{contact}{}", brief("een", "De dijk is laag."));
    let project = Project::regio().with("content/2022/een/document.yaml", text);
    project.build();
    for (path, bytes) in project.out().iter().filter(|(path, _)| path.starts_with(".afdruk/")) {
        let words = String::from_utf8_lossy(bytes);
        assert!(words.contains("De dijk is laag.") && !words.contains("Handelaar"), "{path}: {words}");
    }
    assert!(project.out().keys().any(|path| path.starts_with(".afdruk/")));
}
