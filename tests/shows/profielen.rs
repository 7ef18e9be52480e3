//! A public and an internal rendition of the same papers: what stays inside, and that the two never mix.

use super::{brief, manifest};
use crate::support::project::Project;

/// What only the organisation itself may read.
const GEHEIM: &[&str] = &[
    "Verborgenaar",
    "06 11111111",
    "Zwijgzaam",
    "zwijgzaam@waterland.example",
    "06 22222222",
    "Lidmaat",
    "v.verborgenaar@waterland.example",
];
/// What everyone may read of the same contacts.
const PUBLIEK: &[&str] = &["Adviseur water", "water@waterland.example", "Openbaarder", "14 099"];

/// A letter and a voorstel with contacts of every sort.
fn project() -> Project {
    let blokken = "inhoud:\n  - Tekst.\n\
         \u{20} - {blok: contact, rol: Archivaris, naam: Z. Zwijgzaam, email: zwijgzaam@waterland.example, telefoon: 06 22222222}\n\
         \u{20} - {blok: contact, rol: Woordvoerder, naam: O. Openbaarder, telefoon: 14 099, publiek: ja}\n\
         \u{20} - blok: kolommen\n    aantal: 2\n    inhoud:\n\
         \u{20}     - {blok: contact, rol: Archivaris, naam: Z. Zwijgzaam}\n\
         \u{20}     - {blok: leden, leden: [{naam: L. Lidmaat, organisatie: Gemeente IJsselmond, rol: lid}]}\n";
    let behandeling = |rest: &str| format!("behandeling: {{functie: Adviseur water, {rest}}}\n");
    let een = brief("een", "").replace("inhoud: |\n  \n", blokken)
        + &behandeling("naam: V. Verborgenaar, email: water@waterland.example, telefoon: 06 11111111");
    let twee = brief("twee", "Tekst.") + &behandeling("email: v.verborgenaar@waterland.example");
    let drie = brief("drie", "Tekst.") + &behandeling("email: zwijgzaam@waterland.example, publiek: nee");
    let voorstel = "soort: raadsvoorstel\nid: dijk\nonderwerp: De dijk\nzaaknummer: \"1\"\ndatum: 2022-03-01\nstatus: concept\n\
         vergadering: {raad: 2022-04-01}\nbeslispunten: [{tekst: Het plan vast te stellen.}]\n\
         secties: {inleiding: Tekst., beoogd_effect: Tekst., financien: {nvt: ja}, juridisch: {nvt: ja}, duurzaamheid: {nvt: ja}, \
         communicatie: {nvt: ja}}\n";
    let voorstel = voorstel.to_string() + &behandeling("naam: V. Verborgenaar, telefoon: 06 11111111");
    Project::regio()
        .with("content/2022/een/document.yaml", een)
        .with("content/2022/twee/document.yaml", twee)
        .with("content/2022/drie/document.yaml", drie)
        .with("content/2022/dijk/document.yaml", voorstel)
}

/// Everything that can be read of what lies in `out`: paths, text, tags, XMP, sources and manifest.
pub(super) fn leesbaar(project: &Project) -> String {
    let mut all = String::new();
    for (path, bytes) in project.out() {
        all += &format!("{path}\n");
        if path.ends_with(".pdf") {
            let pdf = project.pdf(&path);
            let pages = (1..=pdf.pages()).map(|nr| {
                let page = pdf.page_text(nr);
                format!("{}\n{}\n{}\n", page.header, page.body, page.footer)
            });
            all += &pages.collect::<String>();
            all += &format!("{}\n{}\n{}\n", pdf.text_in_structure_order(), pdf.tag_tree(), pdf.xmp());
        }
        all += &String::from_utf8_lossy(&bytes);
    }
    all.replace('\u{a0}', " ")
}

#[test]
fn no_contact_that_is_not_public_occurs_in_the_public_set_and_all_do_in_the_internal_one() {
    let publiek = project();
    let run = publiek.run(&["build", "--emit", "typ"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let tekst = leesbaar(&publiek);
    let lekt: Vec<_> = GEHEIM.iter().filter(|geheim| tekst.contains(**geheim)).collect();
    assert!(lekt.is_empty(), "{lekt:?} are in the public set");
    let mist: Vec<_> = PUBLIEK.iter().filter(|woord| !tekst.contains(**woord)).collect();
    assert!(mist.is_empty(), "{mist:?} are not in the public set");

    let intern = project();
    let run = intern.run(&["build", "--profiel", "intern"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let tekst = leesbaar(&intern);
    let mist: Vec<_> = GEHEIM.iter().chain(PUBLIEK).filter(|woord| !tekst.contains(**woord)).collect();
    assert!(mist.is_empty(), "{mist:?} are not in the internal set");
    assert_eq!(publiek.pdfs().len(), intern.pdfs().len());
    assert!(intern.pdfs().iter().all(|path| path.ends_with("_intern.pdf")), "{:?}", intern.pdfs());
}

#[test]
fn the_two_renditions_live_in_one_folder_and_never_take_each_others_place() {
    let project = project();
    project.build();
    let publiek = project.out();
    let intern = project.run(&["build", "--profiel", "intern"]);
    assert_eq!(intern.code, 0, "{}", intern.all());
    let beide = project.out();
    for (path, bytes) in publiek.iter().filter(|(path, _)| path.ends_with(".pdf")) {
        assert!(beide.get(path) == Some(bytes), "{path} is touched by the internal rendition");
    }
    assert_eq!(manifest(&project).len(), 2 * publiek.keys().filter(|path| path.ends_with(".pdf")).count());
    let text = project.text("out/manifest.json");
    assert_eq!(text.matches("\"intern\": true").count(), manifest(&project).len() / 2);

    let nog_eens = project.build();
    assert!(project.out() == beide, "making the public rendition again changes nothing: {}", nog_eens.all());
    project.remove("content/2022/twee");
    project.build();
    assert!(!project.pdfs().iter().any(|path| path.contains("_twee_")), "both renditions of what is gone go");
}

#[test]
fn the_same_words_have_another_identity_in_each_rendition() {
    let project = Project::regio().with("content/2022/een/document.yaml", brief("een", "Tekst."));
    project.build();
    assert_eq!(project.run(&["build", "--profiel", "intern"]).code, 0);
    let sleutels: std::collections::BTreeSet<String> = project
        .text("out/manifest.json")
        .lines()
        .filter(|line| line.trim_start().starts_with("\"sleutel\""))
        .map(str::to_owned)
        .collect();
    assert_eq!(sleutels.len(), project.pdfs().len(), "the rendition is part of the cache key");
}

#[test]
fn check_reads_the_rendition_that_is_asked_for() {
    let project = project();
    project.write(
        "content/2022/twee/document.yaml",
        brief("twee", "Bel {{ behandeling.telefoon }}.") + "behandeling: {functie: Adviseur, telefoon: 14 099}\n",
    );
    let run = project.run(&["check"]);
    assert!(run.code == 1 && run.stderr.contains("G445"), "{}", run.all());
    assert_eq!(project.run(&["check", "--profiel", "intern"]).code, 0);
    assert_eq!(project.run(&["check", "--profiel", "geheim"]).code, 2);
}
