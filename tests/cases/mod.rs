//! Case folders: a small piece of content goes in, and what comes out is kept beside it. See `tests/README.md`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::support::pdf::Pdf;
use crate::support::project::{Project, root, tree};

/// `geval.yaml`: what to run and which PDFs to read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Geval {
    /// Why this case is there.
    uitleg: String,
    /// The command line.
    #[serde(default = "build")]
    opdracht: Vec<String>,
    /// PDFs of which the text in structure order is kept, by file name without `.pdf`.
    #[serde(default)]
    tekst: Vec<String>,
    /// The same, from the subject on: a change of the letterhead is no change of these.
    #[serde(default)]
    inhoud: Vec<String>,
    /// PDFs of which the tag tree is kept, from the subject on.
    #[serde(default)]
    tags: Vec<String>,
    /// Whether everything is made once more, by force, and must be the same to the byte.
    #[serde(default)]
    nog_eens: bool,
    /// PDFs of which each page is kept with its header and footer.
    #[serde(default)]
    paginas: Vec<String>,
    /// Other files that the command leaves in the project, kept as they are.
    #[serde(default)]
    bewaar: Vec<String>,
}

fn build() -> Vec<String> {
    vec!["build".to_owned()]
}

/// The folders with a case, sorted.
fn folders() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("tests/cases")).expect("the cases are part of the repository");
    let mut found: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

/// Runs one case: the files of `uit/`.
fn run(folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let text = std::fs::read_to_string(folder.join("geval.yaml")).map_err(|e| format!("geval.yaml: {e}"))?;
    let geval: Geval = serde_yaml::from_str(&text).map_err(|e| format!("geval.yaml: {e}"))?;
    if geval.uitleg.trim().is_empty() {
        return Err("geval.yaml: `uitleg` is empty".to_owned());
    }
    let mut project = Project::regio().copied(&folder.join("in"), "content");
    // What the project was before, as a project of its own beside it, for commands that compare.
    if folder.join("eerst").is_dir() {
        project = project.beside("eerst").copied(&folder.join("eerst"), "eerst/content");
    }
    let args: Vec<&str> = geval.opdracht.iter().map(String::as_str).collect();
    let run = project.run(&args);
    if geval.nog_eens {
        let eerst = project.out();
        let mut args = args.clone();
        args.push("--force");
        let weer = project.run(&args);
        if eerst.len() < 2 || project.out() != eerst {
            return Err(format!("the second time gives other files\n{}", weer.all()));
        }
    }
    leave_pdfs(folder, &project)?;
    let mut uit = BTreeMap::new();
    uit.insert("meldingen.txt".to_owned(), run.stderr.clone());
    uit.insert("scherm.txt".to_owned(), format!("{}\nexit {}\n", run.stdout.trim_end(), run.code));
    uit.insert("bestanden.txt".to_owned(), project.files().into_iter().map(|path| path + "\n").collect());
    type Show = fn(&Pdf) -> String;
    let asked: [(&[String], &str, Show); 4] = [
        (&geval.tekst, "txt", |pdf| pdf.text_in_structure_order() + "\n"),
        (&geval.inhoud, "inhoud.txt", |pdf| from_line(&pdf.text_in_structure_order(), |line| line == pdf.title())),
        (&geval.tags, "tags.txt", |pdf| from_line(&pdf.tag_tree(), |line| line.trim_start().starts_with("Title "))),
        (&geval.paginas, "paginas.txt", pages),
    ];
    for (names, ending, show) in asked {
        for name in names {
            let ends = format!("/{name}.pdf");
            match project.files().into_iter().find(|path| path.ends_with(&ends)) {
                Some(path) => uit.insert(format!("{name}.{ending}"), show(&project.pdf(&path))),
                None => return Err(format!("{name}.pdf was not made\n{}", run.all())),
            };
        }
    }
    for path in &geval.bewaar {
        uit.insert(path.clone(), project.text(path));
    }
    uit.retain(|_, text| !text.is_empty());
    Ok(uit)
}

/// With `GRIFFEL_PDFS` the PDFs of our own are left in that folder, for validators outside the tests.
fn leave_pdfs(folder: &Path, project: &Project) -> Result<(), String> {
    let Some(target) = std::env::var_os("GRIFFEL_PDFS") else { return Ok(()) };
    let target = Path::new(&target).join(folder.file_name().unwrap_or_default());
    for path in project.pdfs() {
        let name = target.join(path.rsplit('/').next().unwrap_or(&path));
        let made =
            std::fs::create_dir_all(&target).and_then(|()| std::fs::write(&name, project.read(&format!("out/{path}"))));
        made.map_err(|e| format!("{}: {e}", name.display()))?;
    }
    Ok(())
}

/// The text from the first line that is meant; all of it when there is none.
fn from_line(text: &str, is_first: impl Fn(&str) -> bool) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let start = lines.iter().position(|line| is_first(line)).unwrap_or(0);
    lines[start..].iter().map(|line| format!("{line}\n")).collect()
}

fn pages(pdf: &Pdf) -> String {
    let one = |nr| {
        let page = pdf.page_text(nr);
        format!("=== {nr}\n--- kop\n{}\n--- tekst\n{}\n--- voet\n{}\n", page.header, page.body, page.footer)
    };
    (1..=pdf.pages()).map(one).collect()
}

/// What is wrong with one case; with `BIJWERKEN=1` its `uit/` is written anew instead.
fn faults(folder: &Path) -> Vec<String> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let got = match run(folder) {
        Ok(got) => got,
        Err(fault) => return vec![format!("{name}: {fault}")],
    };
    let uit = folder.join("uit");
    if std::env::var_os("BIJWERKEN").is_some_and(|on| on == "1") {
        let _ = std::fs::remove_dir_all(&uit);
        std::fs::create_dir_all(&uit).expect("a folder");
        got.iter().for_each(|(file, text)| std::fs::write(uit.join(file), text).expect("a file"));
        return Vec::new();
    }
    let kept = tree(&uit);
    let mut faults = Vec::new();
    for (file, text) in &got {
        match kept.get(file) {
            None => faults.push(format!("{name}/uit/{file} is new:\n{text}")),
            Some(old) if old != text.as_bytes() => {
                faults.push(format!("{name}/uit/{file} differs:\n{}", differs(&String::from_utf8_lossy(old), text)));
            }
            Some(_) => {}
        }
    }
    faults.extend(
        kept.keys()
            .filter(|file| !got.contains_key(*file))
            .map(|file| format!("{name}/uit/{file}: nothing makes this file any more")),
    );
    faults
}

/// The first lines that differ, with their number.
fn differs(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let wrong = (0..old.len().max(new.len())).filter(|&nr| old.get(nr) != new.get(nr));
    let line = |nr: usize| {
        let show =
            |lines: &[&str], sign| lines.get(nr).map_or(String::new(), |l| format!("  {:>3} {sign} {l}\n", nr + 1));
        show(&old, '-') + &show(&new, '+')
    };
    wrong.take(8).map(line).collect()
}

#[test]
fn every_case_gives_what_is_kept_beside_it() {
    let folders = folders();
    assert!(folders.len() >= 20, "the cases were not found");
    let faults: Vec<String> = std::thread::scope(|scope| {
        let half = folders.len() / 2;
        let (first, second) = folders.split_at(half);
        let other = scope.spawn(move || second.iter().flat_map(|folder| faults(folder)).collect::<Vec<_>>());
        let mut faults: Vec<String> = first.iter().flat_map(|folder| faults(folder)).collect();
        faults.extend(other.join().expect("a case does not panic"));
        faults
    });
    assert!(
        faults.is_empty(),
        "\n{}\nBIJWERKEN=1 writes what came out; look at it before you commit it",
        faults.join("\n")
    );
}

/// The hard cases of this kind of paper: of each there is a folder, and of each kind the tags are kept.
#[test]
fn every_hard_case_has_a_folder_and_keeps_its_tags() {
    let names: Vec<String> =
        folders().iter().map(|f| f.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect();
    for nr in 1..=12 {
        let own: Vec<&String> = names.iter().filter(|name| name.starts_with(&format!("moeilijk-{nr:02}-"))).collect();
        assert!(!own.is_empty(), "hard case {nr} has no folder");
        let tags = |name: &&String| {
            let uit = tree(&root().join("tests/cases").join(name).join("uit"));
            uit.keys().any(|file| file.ends_with(".tags.txt"))
        };
        assert!(own.iter().any(tags), "hard case {nr} keeps no tag tree");
    }
    let table = std::fs::read_to_string(root().join("tests/README.md")).expect("the manual of the tests");
    for name in names.iter().filter(|name| name.starts_with("moeilijk-") || name.starts_with("verder-")) {
        assert!(table.contains(&format!("`{name}`")), "{name} is not in the table of tests/README.md");
    }
}
