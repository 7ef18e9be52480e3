//! What `--emit typ` leaves compiles in the plain Typst tool and gives the same paper.
//!
//! The tool is the Python package `typst`; `GRIFFEL_PYTHON` names the Python that has it. Without it the test says
//! loudly that it did nothing, and fails where `GRIFFEL_GEEN_OVERSLAAN=1`.

use std::process::Command;

use super::manifest;
use crate::support::pdf::Pdf;
use crate::support::project::Project;

/// Compiles `main.typ` in each folder given, with exactly the options that the first comment names.
const SCRIPT: &str = r#"
import shlex, sys, typst
for folder in sys.argv[1:]:
    with open(folder + "/main.typ", encoding="utf-8") as f:
        words = shlex.split(f.readline().removeprefix("//"))
    assert words[:2] == ["typst", "compile"] and words[-1] == "main.typ", words
    option = lambda name: words[words.index(name) + 1]
    typst.compile(
        folder + "/main.typ", output=folder + "/main.pdf", root=folder + "/" + option("--root"),
        font_paths=[folder + "/" + option("--font-path")], ignore_system_fonts="--ignore-system-fonts" in words,
        pdf_standards=option("--pdf-standard").split(","))
"#;

fn python() -> Option<String> {
    let python = std::env::var("GRIFFEL_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let there = Command::new(&python).args(["-c", "import typst"]).output().is_ok_and(|out| out.status.success());
    there.then_some(python)
}

/// The tag tree without what tells the heads of a table apart: the package cannot ask for `--features a11y-extras`, with
/// which the cells that head a row are known.
fn without_heads(pdf: &Pdf) -> Vec<String> {
    let tree = pdf.tag_tree();
    let rows = tree.lines().map(str::trim).filter(|line| !["THead", "TBody"].contains(line));
    rows.map(|line| line.replace("TH", "TD").replace(" Scope=Row", "")).collect()
}

#[test]
fn the_sources_of_each_kind_compile_in_the_typst_tool_to_the_same_paper() {
    let Some(python) = python() else {
        let needed = std::env::var("GRIFFEL_GEEN_OVERSLAAN").is_ok_and(|on| on == "1");
        assert!(!needed, "the Python package typst is missing: pip install typst==0.15.2");
        eprintln!("SKIPPED: the Python package typst is missing, so --emit typ was not compiled by the plain tool");
        return;
    };
    let project = Project::real();
    for who in ["ridderkerk", "grjr"] {
        let run = project.run(&["build", "--gemeente", who, "--emit", "typ"]);
        assert_eq!(run.code, 0, "{}", run.all());
    }
    let entries: Vec<_> = manifest(&project)
        .into_iter()
        .filter(|entry| entry.gemeente.as_deref().is_none_or(|who| who == "ridderkerk"))
        .collect();
    let name = |pad: &str| pad.rsplit('/').next().unwrap_or_default().trim_end_matches(".pdf").to_owned();
    let folder = |pad: &str| format!("out/typ/{}", name(pad));
    let folders: Vec<String> = entries.iter().map(|entry| folder(&entry.pad)).collect();
    assert!(folders.len() >= 9, "{folders:?}");
    let output = Command::new(python).args(["-c", SCRIPT]).args(&folders).current_dir(project.root()).output();
    let output = output.expect("Python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for entry in &entries {
        let plain = Pdf::open(project.read(&format!("{}/main.pdf", folder(&entry.pad))));
        let ours = project.pdf(&entry.pad);
        assert_eq!(plain.pages(), ours.pages(), "{}", entry.pad);
        assert_eq!(without_heads(&plain), without_heads(&ours), "{}", entry.pad);
        let same = (plain.title(), plain.author(), plain.lang(), plain.keywords(), plain.claims(), plain.outline());
        assert_eq!(same, (ours.title(), ours.author(), ours.lang(), ours.keywords(), ours.claims(), ours.outline()));
    }
}

#[test]
fn sources_are_left_only_when_asked_for_and_go_when_no_longer_asked_for() {
    let project = Project::regio().with("content/2022/een/document.yaml", super::brief("een", "Tekst."));
    project.build();
    assert!(!project.files().iter().any(|path| path.starts_with("typ/")));
    assert_eq!(project.run(&["build", "--emit", "typ"]).code, 0);
    let sources: Vec<String> = project.files().into_iter().filter(|path| path.starts_with("typ/")).collect();
    for ending in ["/main.typ", "/tekst/inhoud-000.typ", "/stijl/brief.typ"] {
        assert_eq!(sources.iter().filter(|path| path.ends_with(ending)).count(), 4, "{ending}: {sources:?}");
    }
    assert!(sources.iter().any(|path| path.starts_with("typ/fonts/")), "{sources:?}");
    project.build();
    assert!(!project.files().iter().any(|path| path.starts_with("typ/")), "{:?}", project.files());
}
