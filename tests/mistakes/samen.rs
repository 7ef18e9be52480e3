//! All mistakes in one project, found in one run.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::lijst::{Misser, Plek, Tuin, deel, missers, windows_1252};
use super::{goed, zeg};
use crate::support::project::{Project, tree};

/// The one file that has no copies.
const INSTELLINGEN: &str = "content/griffel.yaml";

/// A copy of one part of the good project with the mistakes that go together in it.
struct Bed {
    deel: String,
    /// What the part is called now.
    naam: String,
    vol: bool,
    /// See [`Misser::laag`].
    laag: u8,
    windows: bool,
    tuin: Tuin,
    missers: Vec<usize>,
}

/// The files of one part of the good project, as texts.
fn texts(project: &Project, part: &str) -> BTreeMap<String, Vec<u8>> {
    let path = project.path(part);
    if path.is_file() {
        return BTreeMap::from([(part.to_owned(), std::fs::read(path).expect("a file"))]);
    }
    tree(&path).into_iter().map(|(name, bytes)| (format!("{part}/{name}"), bytes)).collect()
}

/// Puts every mistake in the first copy of its part where it fits.
fn planted(project: &Project, missers: &[Misser]) -> Vec<Bed> {
    let mut bedden: Vec<Bed> = Vec::new();
    for (nr, misser) in missers.iter().enumerate() {
        let good = |pad: &str| std::fs::read_to_string(project.path(pad)).ok();
        let part = misser.deel();
        let alone = misser.eigen || misser.windows;
        let open = bedden.iter_mut().find_map(|bed| {
            let fits = !alone && !bed.vol && bed.deel == part && bed.laag == misser.laag();
            let fits = fits && bed.tuin.plant(nr, misser, good).is_ok();
            fits.then_some(&mut bed.missers)
        });
        if let Some(list) = open {
            list.push(nr);
            continue;
        }
        let mut tuin = Tuin::default();
        tuin.plant(nr, misser, good).unwrap_or_else(|why| panic!("{}: {why}", misser.naam));
        let copies = bedden.iter().filter(|bed| bed.deel == part).count();
        let naam = if part == INSTELLINGEN { part.clone() } else { copy_name(&part, copies + 1) };
        assert!(part != INSTELLINGEN || copies == 0, "{}: there is one {INSTELLINGEN}", misser.naam);
        let laag = misser.laag();
        bedden.push(Bed { deel: part, naam, vol: alone, laag, windows: misser.windows, tuin, missers: vec![nr] });
    }
    bedden
}

/// `content/2022/brief` is `content/2022/brief-3`, `westdam.yaml` is `westdam-3.yaml`.
fn copy_name(part: &str, copy: usize) -> String {
    match part.strip_suffix(".yaml") {
        Some(stem) => format!("{stem}-{copy}.yaml"),
        None => format!("{part}-{copy}"),
    }
}

/// The names that must differ between copies: the lines `id`, `kenmerk` and, in a kind's example, `soort`, as far as
/// they are those of the good file.
fn renamed(text: &str, good: &str, bed: &Bed) -> String {
    let (old, new) = (bed.deel.rsplit('/').next().unwrap_or(""), bed.naam.rsplit('/').next().unwrap_or(""));
    let tail = new.strip_prefix(old).unwrap_or("");
    let line = |line: &str| {
        let own = line.trim_end_matches('\n');
        let name = own.starts_with("id: ") || own.starts_with("kenmerk: ");
        let name = name || bed.deel.starts_with("templates/") && own == format!("soort: {old}");
        if name && good.lines().any(|line| line == own) { format!("{own}{tail}\n") } else { line.to_owned() }
    };
    text.split_inclusive('\n').map(line).collect()
}

impl Bed {
    /// Writes the copy into the project.
    fn write(&self, project: &Project) {
        let mut good = texts(&goed(), &self.deel);
        let changed: BTreeMap<&str, Option<String>> = self.tuin.files().collect();
        for (pad, text) in changed {
            let before = good.remove(pad).unwrap_or_default();
            let Some(text) = text else { continue };
            let text = renamed(&text, &String::from_utf8_lossy(&before), self);
            project.write(&self.pad(pad), if self.windows { windows_1252(&text) } else { text.into_bytes() });
        }
        for (pad, bytes) in good {
            let text = String::from_utf8(bytes.clone()).map(|text| renamed(&text, &text, self));
            project.write(&self.pad(&pad), text.map_or(bytes, String::into_bytes));
        }
    }

    fn pad(&self, pad: &str) -> String {
        if deel(pad) == self.deel { pad.replacen(&self.deel, &self.naam, 1) } else { pad.to_owned() }
    }
}

/// Notes of a run as code and place.
fn found(json: &str) -> BTreeSet<(String, Plek)> {
    let notes: Value = serde_json::from_str(json).expect("JSON");
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or(0)).unwrap_or(0);
    let note = |note: &Value| {
        let place = note["places"].get(0)?;
        let plek = Plek {
            bestand: place["file"].as_str()?.to_owned(),
            van: (number(&place["line"]), number(&place["column"])),
            tot: (number(&place["end_line"]), number(&place["end_column"])),
        };
        Some((note["code"].as_str()?.to_owned(), plek))
    };
    notes.as_array().expect("a list of notes").iter().filter_map(note).collect()
}

#[test]
fn one_run_finds_all_mistakes_of_one_project() {
    let (missers, project) = (missers(), goed());
    let bedden = planted(&project, &missers);
    bedden.iter().for_each(|bed| bed.write(&project));
    let mut best = Duration::MAX;
    let mut json = String::new();
    for _ in 0..3 {
        let start = Instant::now();
        json = project.run(&["check", "--tips", "--format", "json"]).stdout;
        best = best.min(start.elapsed());
    }
    let notes = found(&json);
    let missed: Vec<String> = bedden
        .iter()
        .flat_map(|bed| bed.missers.iter().map(move |&nr| (bed, nr)))
        .filter_map(|(bed, nr)| {
            let mut plek = bed.tuin.plek(nr);
            plek.bestand = bed.pad(&plek.bestand);
            let misser = &missers[nr];
            let is_found = notes.contains(&(misser.code.clone(), plek.clone()));
            (!is_found).then(|| format!("{} ({} at {plek:?})", misser.naam, misser.code))
        })
        .collect();
    let places: BTreeSet<&Plek> = notes.iter().map(|(_, plek)| plek).collect();
    zeg(&format!(
        "meldingen: {} missers in één project, {} gevonden in één keer, {} meldingen op {} plekken, {} ms",
        missers.len(),
        missers.len() - missed.len(),
        notes.len(),
        places.len(),
        best.as_millis()
    ));
    if let Some(folder) = std::env::var_os("GRIFFEL_BEWAAR_MISSERS") {
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(std::path::Path::new(&folder).join("json"), &json).expect("a file");
        tree(project.root()).into_iter().for_each(|(name, bytes)| {
            let path = std::path::Path::new(&folder).join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        });
    }
    assert!(missed.is_empty(), "{} were not found:\n{}", missed.len(), missed.join("\n"));
    assert!(places.len() >= 80, "{} places", places.len());
}
