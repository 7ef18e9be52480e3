//! A corpus of mistakes: each is a small change to a good project, with what must be said about it, and where.
//!
//! Three promises are held: every mistake is found at its exact place with the right hint, it says nothing else
//! (no false companions), and all of them together are found in one run.

mod einden;
mod lijst;
mod samen;
mod taal;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;

use griffel::diag::{Note, Sources};
use griffel::pipeline::{self, Opdracht};
use griffel::plan::Selectie;
use lijst::{Misser, Plek, Tuin, missers, windows_1252};

use crate::support::project::{Project, root};

/// The good project: the invented region with documents, a gemeente and a kind of this corpus.
fn goed() -> Project {
    Project::regio().copied(&root().join("tests/mistakes/goed"), ".")
}

/// A note as a test looks at it.
#[derive(Clone, Debug)]
struct Melding {
    code: String,
    plek: Option<Plek>,
    /// Its other places, with what is said of them.
    ook: Vec<(Plek, String)>,
    bericht: String,
    aanwijzingen: Vec<String>,
}

fn melding(note: &Note, sources: &Sources) -> Melding {
    let plek = |label: &griffel::diag::Label| Plek {
        bestand: sources.get(label.span.file).path.clone(),
        van: sources.line_column(&label.span),
        tot: sources.line_column_at(label.span.file, label.span.end),
    };
    let ook = note.labels.iter().skip(1).map(|label| (plek(label), label.tekst.clone())).collect();
    let plek = note.labels.first().map(plek);
    Melding {
        code: note.code.id.to_owned(),
        plek,
        ook,
        bericht: note.message.clone(),
        aanwijzingen: note.hints.clone(),
    }
}

/// Every note of one check, tips too.
fn check(project: &Project) -> Vec<Melding> {
    let opdracht = Opdracht {
        project: project.root().to_path_buf(),
        selectie: Selectie::default(),
        threads: 1,
        streng: false,
        schrijven: None,
        merken: None,
    };
    let verslag = pipeline::run(&opdracht, &|_, _| {}).unwrap_or_else(|e| panic!("{e:?}"));
    verslag.notes.iter().map(|note| melding(note, &verslag.sources)).collect()
}

/// What one mistake gave.
struct Uitslag<'m> {
    misser: &'m Misser,
    plek: Plek,
    /// The other end of the fault, when the mistake marks it.
    ander: Option<Plek>,
    meldingen: Vec<Melding>,
}

impl Melding {
    fn wijst_naar(&self, plek: &Plek) -> bool {
        self.ook.iter().any(|(ook, tekst)| ook == plek && !tekst.is_empty())
    }
}

impl Uitslag<'_> {
    fn met_code(&self) -> impl Iterator<Item = &Melding> {
        self.meldingen.iter().filter(|melding| melding.code == self.misser.code)
    }

    fn gevonden(&self) -> bool {
        self.met_code().next().is_some()
    }

    fn op_de_plek(&self) -> bool {
        self.met_code().any(|melding| melding.plek.as_ref() == Some(&self.plek))
    }

    fn met_aanwijzing(&self) -> bool {
        self.met_code().any(|melding| melding.aanwijzingen.contains(&self.misser.aanwijzing))
    }

    /// Whether the other end is pointed at, with words.
    fn met_ander_einde(&self) -> bool {
        let ook = |ander: &Plek| self.met_code().any(|melding| melding.wijst_naar(ander));
        self.ander.as_ref().is_none_or(ook)
    }

    fn alleen(&self) -> bool {
        let naast = |melding: &&Melding| self.misser.naast.contains(&melding.code);
        self.meldingen.len() == 1 + self.meldingen.iter().filter(naast).count()
    }

    /// What came out, for who must repair it.
    fn verhaal(&self) -> String {
        let Plek { bestand, van, tot } = &self.plek;
        let mut text = format!("{}: {} at {bestand}:{van:?}-{tot:?}\n", self.misser.naam, self.misser.code);
        _ = writeln!(text, "    hint {}", self.misser.aanwijzing);
        if let Some(Plek { bestand, van, tot }) = &self.ander {
            _ = writeln!(text, "    other end {bestand}:{van:?}-{tot:?}");
        }
        for Melding { code, plek, ook, bericht, aanwijzingen } in &self.meldingen {
            let plek = plek.as_ref().map(|plek| format!("{}:{:?}-{:?}", plek.bestand, plek.van, plek.tot));
            _ = writeln!(text, "  - {code} {} {bericht}\n    {aanwijzingen:?}", plek.unwrap_or_default());
            for (Plek { bestand, van, tot }, tekst) in ook {
                _ = writeln!(text, "    ook {bestand}:{van:?}-{tot:?} {tekst}");
            }
        }
        text
    }
}

/// Plants one mistake in a good project, checks it and makes the project good again.
fn probeer<'m>(misser: &'m Misser, project: &Project) -> Uitslag<'m> {
    let good = |pad: &str| std::fs::read_to_string(project.path(pad)).ok();
    let mut tuin = Tuin::default();
    tuin.plant(0, misser, good).unwrap_or_else(|why| panic!("{}: {why}", misser.naam));
    let mut before: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
    for (pad, text) in tuin.files() {
        before.insert(pad.to_owned(), std::fs::read(project.path(pad)).ok());
        put(project, pad, text.map(|text| if misser.windows { windows_1252(&text) } else { text.into_bytes() }));
    }
    let meldingen = check(project);
    before.into_iter().for_each(|(pad, bytes)| put(project, &pad, bytes));
    Uitslag { misser, plek: tuin.plek(0), ander: tuin.ander_einde(0), meldingen }
}

fn put(project: &Project, pad: &str, bytes: Option<Vec<u8>>) {
    match bytes {
        Some(bytes) => project.write(pad, bytes),
        None => {
            let path = project.path(pad);
            std::fs::remove_file(&path).expect("a file to remove");
            // Folders that only this file kept.
            _ = path.ancestors().skip(1).take(2).try_for_each(std::fs::remove_dir);
        }
    }
}

/// Says a figure on the screen; what a test prints otherwise is only seen when it fails.
fn zeg(regel: &str) {
    _ = writeln!(std::io::stderr(), "{regel}");
}

#[test]
fn every_mistake_is_found_at_its_place_with_the_right_hint_and_nothing_else() {
    let missers = missers();
    assert!(missers.len() >= 80, "{} mistakes", missers.len());
    let names: BTreeSet<&str> = missers.iter().map(|misser| misser.naam.as_str()).collect();
    assert_eq!(names.len(), missers.len(), "two mistakes have the same name");
    let project = goed();
    let begin: Vec<Melding> = check(&project);
    assert!(begin.is_empty(), "the good project is not good: {begin:#?}");
    let uitslagen: Vec<Uitslag<'_>> = missers.iter().map(|misser| probeer(misser, &project)).collect();
    let count = |holds: &dyn Fn(&Uitslag<'_>) -> bool| uitslagen.iter().filter(|uitslag| holds(uitslag)).count();
    let (n, found) = (missers.len(), count(&|u| u.gevonden()));
    let (place, hint) = (count(&|u| u.op_de_plek()), count(&|u| u.met_aanwijzing()));
    let alone = count(&|u| u.alleen());
    zeg(&format!(
        "meldingen: {found} van {n} gevonden, {place} op de juiste plek, {hint} met de juiste aanwijzing, {alone} zonder ruis"
    ));
    einden::alle_twee(&uitslagen);
    taal::geen_engels(&uitslagen);
    let good =
        |u: &&Uitslag<'_>| !(u.gevonden() && u.op_de_plek() && u.met_aanwijzing() && u.met_ander_einde() && u.alleen());
    let bad: Vec<String> = uitslagen.iter().filter(good).map(Uitslag::verhaal).collect();
    assert!(bad.is_empty(), "{} mistakes are not told well:\n{}", bad.len(), bad.join("\n"));
}
