//! What the program must show on the real content of the repository, and on small projects that change between runs.

mod again;
mod besluiten;
mod bijlagen;
mod bladen;
mod choose;
mod codes;
mod explain;
mod faults;
mod formats;
mod fusie;
mod home;
mod huisregels;
mod openbaar;
mod outside;
mod papers;
mod points;
mod profielen;
mod sentences;
mod typst_tool;
mod verschil;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::support::pdf::Pdf;
use crate::support::project::{Project, Run};

/// The real content, built once; nobody changes it.
pub struct Built {
    pub project: Project,
    pub run: Run,
    pub papers: Vec<Paper>,
}

/// One PDF with what the manifest says of it.
pub struct Paper {
    pub entry: Entry,
    pub pdf: Pdf,
}

/// A line of the manifest, as far as the tests ask for it.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry {
    pub pad: String,
    pub document: String,
    pub soort: String,
    pub uitvoer: String,
    pub gemeente: Option<String>,
    pub onderwerp: String,
    pub status: String,
    pub bron: String,
    pub verouderd: bool,
}

#[derive(Deserialize)]
struct Manifest {
    stukken: Vec<Entry>,
}

impl Entry {
    pub fn jaar(&self) -> &str {
        self.pad.split('/').next().unwrap_or_default()
    }
}

pub fn manifest(project: &Project) -> Vec<Entry> {
    let text = project.text("out/manifest.json");
    serde_json::from_str::<Manifest>(&text).expect("a manifest that can be read").stukken
}

/// The real content, built by whoever asks first.
pub fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let project = Project::real();
        let run = project.run(&["build", "--jobs", "2"]);
        assert_eq!(run.code, 0, "{}", run.all());
        let entries = manifest(&project);
        let (first, second) = entries.split_at(entries.len() / 2);
        let read = |entries: &[Entry]| -> Vec<Paper> {
            entries.iter().map(|entry| Paper { pdf: project.pdf(&entry.pad), entry: entry.clone() }).collect()
        };
        let papers = std::thread::scope(|scope| {
            let other = scope.spawn(|| read(second));
            let mut papers = read(first);
            papers.extend(other.join().expect("the PDFs can be read"));
            papers
        });
        Built { project, run, papers }
    })
}

/// Fails with what is wrong, per PDF.
pub fn for_every_paper(wrong: impl Fn(&Paper) -> Vec<String>) {
    let papers = &built().papers;
    let faults: Vec<String> = papers
        .iter()
        .flat_map(|paper| wrong(paper).into_iter().map(|fault| format!("{}: {fault}", paper.entry.pad)))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The gemeenten with a folder in `out`, per year; the regulation itself left out.
pub fn folders(project: &Project) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in project.pdfs() {
        let mut parts = path.split('/').map(str::to_owned);
        if let (Some(year), Some(who)) = (parts.next(), parts.next())
            && who != "grjr"
            && !found.get(&year).is_some_and(|all| all.contains(&who))
        {
            found.entry(year).or_default().push(who);
        }
    }
    found
}

/// A collegebrief in YAML, for projects that are made while testing.
pub fn brief(id: &str, text: &str) -> String {
    format!(
        "soort: collegebrief\nid: {id}\nonderwerp: Brief {id}\nkenmerk: K-1\ndatum: 2022-03-01\nstatus: concept\n\
         ondertekening: {{door: [{{naam: A. Tekenaar, functies: [voorzitter]}}]}}\ninhoud: |\n  {text}\n"
    )
}
