//! A fault costs only its own document: its previous PDF stays and is called out of date.

use super::{brief, manifest};
use crate::support::project::Project;

const EEN: &str = "content/2022/een/document.yaml";
const TWEE: &str = "content/2022/twee/document.yaml";

fn two() -> Project {
    let project = Project::regio().with(EEN, brief("een", "Tekst.")).with(TWEE, brief("twee", "Tekst."));
    project.build();
    project
}

/// After a fault in document `een` and a change in `twee`.
fn check(project: &Project) {
    let before = project.out();
    project.change(TWEE, "  Tekst.", "  Nieuwe tekst.");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.all());
    assert!(run.stderr.contains("fout["), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("{EEN}:")), "the fault has a place\n{}", run.stderr);
    assert!(run.stdout.contains("VEROUDERD"), "the summary says so\n{}", run.stdout);
    let after = project.out();
    let (mut old, mut new) = (0, 0);
    for entry in manifest(project) {
        let same = after.get(&entry.pad) == before.get(&entry.pad);
        if entry.document == "een" {
            assert!(same && entry.verouderd, "{} stays and is called out of date", entry.pad);
            old += 1;
        } else {
            assert!(!same && !entry.verouderd, "{} is made", entry.pad);
            new += 1;
        }
    }
    assert_eq!((old, new), (4, 4));
}

#[test]
fn a_wrong_field_keeps_the_previous_pdfs_and_calls_them_out_of_date() {
    let project = two();
    project.change(EEN, "  Tekst.", "  Tekst {{ onbekend.veld }}.");
    check(&project);
}

#[test]
fn a_missing_field_keeps_the_previous_pdfs_and_calls_them_out_of_date() {
    let project = two();
    project.change(EEN, "onderwerp: Brief een\n", "");
    check(&project);
}

#[test]
fn broken_yaml_keeps_the_previous_pdfs_and_calls_them_out_of_date() {
    let project = two();
    project.change(EEN, "status: concept", "status: \"concept");
    check(&project);
}

#[test]
fn what_is_out_of_date_becomes_good_again() {
    let project = two();
    let good = project.out();
    project.change(EEN, "  Tekst.", "  Tekst {{ onbekend.veld }}.");
    assert_eq!(project.run(&["build"]).code, 1);
    project.change(EEN, "  Tekst {{ onbekend.veld }}.", "  Tekst.");
    let run = project.build();
    assert!(!run.stdout.contains("VEROUDERD"), "{}", run.stdout);
    assert!(project.out() == good);
}

#[test]
fn a_fault_for_one_gemeente_costs_only_her_paper() {
    let project = two();
    project.change(EEN, "inhoud:", "lokaal: {oostdam: {datum: 2022-02-30}}\ninhoud:");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.all());
    let old: Vec<String> = manifest(&project).into_iter().filter(|e| e.verouderd).map(|e| e.pad).collect();
    assert_eq!(old.len(), 1, "{old:?}\n{}", run.all());
    assert!(old[0].contains("oostdam"), "{old:?}");
}

#[test]
fn a_document_that_is_gone_takes_its_pdfs_along_and_nothing_else() {
    let project = two();
    project.write("out/2022/ijsselmond/van-mij.pdf", "niet van griffel");
    project.write("out/eigen/notitie.txt", "ook niet");
    project.remove("content/2022/een");
    let run = project.build();
    let files = project.files();
    assert!(!files.iter().any(|path| path.contains("_een_")), "{files:?}\n{}", run.all());
    assert_eq!(files.iter().filter(|path| path.contains("_twee_")).count(), 4);
    assert!(files.contains(&"out/2022/ijsselmond/van-mij.pdf"[4..].to_owned()));
    assert!(files.contains(&"eigen/notitie.txt".to_owned()));
    assert!(manifest(&project).iter().all(|entry| entry.document == "twee"));
}

#[test]
fn a_document_that_is_gone_goes_also_when_another_has_a_fault() {
    let project = two();
    project.remove("content/2022/een");
    project.change(TWEE, "  Tekst.", "  Tekst {{ onbekend.veld }}.");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.all());
    let files = project.files();
    assert!(!files.iter().any(|path| path.contains("_een_")), "{files:?}\n{}", run.all());
    assert!(manifest(&project).iter().all(|entry| entry.document == "twee" && entry.verouderd));
}

#[test]
fn a_new_date_or_status_gives_a_new_name_and_the_old_one_goes() {
    let project = two();
    project.change(EEN, "datum: 2022-03-01", "datum: 2022-03-02");
    project.build();
    let of_een = |project: &Project| project.pdfs().into_iter().filter(|p| p.contains("_een_")).collect::<Vec<_>>();
    assert!(of_een(&project).iter().all(|path| path.contains("2022-03-02")), "{:?}", of_een(&project));
    assert_eq!(of_een(&project).len(), 4);
    project.change(EEN, "status: concept", "status: definitief");
    project.build();
    assert!(of_een(&project).iter().all(|path| !path.contains("concept")), "{:?}", of_een(&project));
    assert_eq!(of_een(&project).len(), 4);
}

#[test]
fn a_file_that_a_person_changed_is_not_removed() {
    let project = two();
    let path = project.pdfs().into_iter().find(|path| path.contains("_een_")).expect("a PDF");
    project.write(&format!("out/{path}"), "door iemand getekend");
    project.remove("content/2022/een");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.all());
    assert!(run.stderr.contains("G702"), "{}", run.stderr);
    assert_eq!(project.read(&format!("out/{path}")), b"door iemand getekend");
}

#[test]
fn a_fault_in_a_template_costs_its_kind_only() {
    let project = two().with(
        "content/2022/drie/document.yaml",
        "soort: informatiebrief\nid: drie\nonderwerp: Drie\ndatum: 2022-03-01\nstatus: concept\n\
         secties: {kernboodschap: Tekst., consequenties: {nvt: ja}, vervolg: {nvt: ja}}\n",
    );
    project.build();
    project.change("templates/informatiebrief/document.typ.tera", "{{ aanhef }}", "{{ bestaat_niet }}");
    project.change(EEN, "  Tekst.", "  Nieuwe tekst.");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.all());
    assert!(run.stderr.contains("templates/informatiebrief/document.typ.tera:"), "{}", run.stderr);
    for entry in manifest(&project) {
        assert_eq!(entry.verouderd, entry.soort == "informatiebrief", "{}", entry.pad);
    }
}

#[test]
fn a_broken_page_is_told_by_check_and_build_and_costs_no_pdf() {
    let project = two();
    let before = project.out();
    // Tera that cannot be read: both say so, and the PDFs stay as they are.
    let text = project.text("templates/html/brief.html.tera");
    project.write("templates/html/brief.html.tera", text.replacen("{% extends", "{% extend", 1));
    for command in ["check", "build"] {
        let run = project.run(&[command]);
        assert!(run.code == 1 && run.stderr.contains("templates/html/brief.html.tera:"), "{command}: {}", run.all());
    }
    let after = project.out();
    assert!(before.iter().filter(|(pad, _)| pad.ends_with(".pdf")).all(|(pad, bytes)| after[pad] == *bytes));
    // Tera that asks for what is not there: only the example can tell.
    project.write("templates/html/brief.html.tera", &text);
    project.change("templates/html/basis.html.tera", "<body ", "<body data-x=\"{{ bestaat_niet }}\" ");
    let run = project.run(&["check"]);
    assert!(run.code == 1 && run.stderr.contains("templates/html/basis.html.tera:"), "{}", run.all());
    project.change("templates/html/basis.html.tera", "<body data-x=\"{{ bestaat_niet }}\" ", "<body ");
    assert_eq!(project.run(&["check"]).code, 0);
}
