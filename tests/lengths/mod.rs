//! Every kind at every length, so that each element meets each page break: Typst reports some faults against PDF/UA only
//! where a page happens to end. Beside "it compiles" the pages are read: no word is lost, no heading is the last thing on
//! a page, no signature is split or stands alone.

mod content;
mod pages;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;

use crate::support::project::Project;
use content::{Stuk, Variant};

/// How many words each next document is longer; a line holds some twelve. `GRIFFEL_LENGTES=1` takes every length.
const STEP: usize = 36;
/// The longest text in words, some three pages.
const LONGEST: usize = 1500;
/// Up to here every element has met one page break; the quick run goes no further.
const ONE_PAGE: usize = 620;

/// Whether the whole sweep is asked for.
fn whole() -> bool {
    std::env::var_os("GRIFFEL_LENGTES").is_some_and(|on| on == "1")
}

/// The documents of one kind and variant, from short to long.
fn documents(kind: &str, variant: Variant) -> Vec<Stuk> {
    let (longest, step) = if whole() { (LONGEST, 6) } else { (ONE_PAGE, STEP) };
    (0..=longest).step_by(step).map(|words| Stuk::new(kind, variant, words)).collect()
}

/// What went wrong while making, by the folder of the document: the faults.
fn faults(json: &str) -> Vec<String> {
    let notes: Json = serde_json::from_str(json).unwrap_or_else(|e| panic!("{e}\n{json}"));
    let is_fault = |note: &&Json| note.get("severity").and_then(Json::as_str) == Some("fout");
    notes.as_array().expect("a list").iter().filter(is_fault).map(ToString::to_string).collect()
}

/// The outcome of one kind.
#[derive(Default)]
struct Score {
    documents: usize,
    pages: usize,
    breaks: usize,
    faults: Vec<String>,
}

/// A project with the one who gets the examples.
fn place() -> Project {
    Project::regio().with("content/gemeenten/voorbeeld.yaml", crate::kinds::VOORBEELD)
}

fn sweep(mut project: Project, kind: &str, variant: Variant) -> (Score, Project) {
    let documents = documents(kind, variant);
    for document in &documents {
        project = project.with(&format!("content/2024/{}/document.yaml", document.id), &document.yaml);
    }
    let run = project.run(&["build", "--format", "json"]);
    let mut score = Score { faults: faults(&run.stdout), ..Score::default() };
    let mut by_id: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let pdfs = project.pdfs();
    for document in &documents {
        let own = format!("_{}_", document.id);
        by_id.insert(&document.id, pdfs.iter().filter(|path| path.contains(&own)).cloned().collect());
    }
    for document in &documents {
        let made = &by_id[&*document.id];
        if made.is_empty() {
            score.faults.push(format!("{}: no PDF was made", document.id));
        }
        for path in made {
            let pdf = project.pdf(path);
            score.documents += 1;
            score.pages += pdf.pages();
            score.breaks += pdf.pages() - 1;
            let wrong = pages::faults(&pdf, document, path.contains("_raadsbesluit_"));
            score.faults.extend(wrong.into_iter().map(|fault| format!("{path}: {fault}")));
        }
    }
    (score, project)
}

/// Leaves a sample for veraPDF where CI asks for one.
fn keep(project: &Project, kind: &str, variant: Variant) {
    let Some(folder) = std::env::var_os("GRIFFEL_LENGTES_MAP") else { return };
    std::fs::create_dir_all(&folder).expect("a folder");
    for (nr, path) in project.pdfs().iter().enumerate().filter(|(nr, _)| nr % 6 == 0) {
        let name = format!("{kind}-{variant:?}-{nr}.pdf");
        std::fs::write(Path::new(&folder).join(name), project.read(&format!("out/{path}"))).expect("a file");
    }
}

#[test]
fn every_kind_is_sound_at_every_length() {
    let mut work: Vec<(String, Variant)> = Vec::new();
    for kind in crate::kinds::kinds() {
        work.extend([Variant::Plain, Variant::Rich].map(|variant| (kind.clone(), variant)));
    }
    work.push(("raadsvoorstel".to_owned(), Variant::Amended));
    work.push(("collegebrief".to_owned(), Variant::Table));
    let (mut documents, mut pages, mut breaks, mut faults) = (0, 0, 0, Vec::new());
    for (kind, variant) in &work {
        let (score, project) = sweep(place(), kind, *variant);
        keep(&project, kind, *variant);
        println!(
            "{kind:16} {variant:?}: {} documents, {} pages, {} faults",
            score.documents,
            score.pages,
            score.faults.len()
        );
        documents += score.documents;
        pages += score.pages;
        breaks += score.breaks;
        faults.extend(score.faults);
    }
    println!("{documents} documents, {pages} pages, {breaks} page breaks, {} faults", faults.len());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
    assert!(documents > 200 && breaks > documents, "{documents} documents with {breaks} page breaks show too little");
}

#[test]
fn what_must_not_happen_at_a_page_break_is_seen_when_it_does() {
    // Nothing sticks any more: headings and signatures come loose at page ends.
    let mut project = place();
    for (path, text) in crate::support::project::tree(&project.path("templates/stijl")) {
        let text = String::from_utf8(text).expect("a style module");
        let loose = text.replace("sticky: true", "sticky: false").replace("sticky: kleef", "sticky: false");
        let loose = loose.replace("inset: (bottom: vrij)", "inset: 0pt").replace("v(-vrij)", "v(0pt)");
        project = project.with(&format!("templates/stijl/{path}"), loose);
    }
    let (score, _) = sweep(project, "collegebrief", Variant::Rich);
    assert!(score.faults.iter().any(|fault| fault.contains("a heading is the last")), "{:?}", score.faults);

    let project = place().with("content/2024/x/document.yaml", Stuk::new("collegebrief", Variant::Plain, 0).yaml);
    project.build();
    let wrong = pages::faults(
        &project.one(&["_collegebrief-plain-0000_"]),
        &Stuk::new("zienswijzebrief", Variant::Rich, 9),
        false,
    );
    for part in ["9 words were typed and 0 are there", "other words are lost", "the signature is split or lost"] {
        assert!(wrong.iter().any(|fault| fault.contains(part)), "{part}: {wrong:?}");
    }
}
