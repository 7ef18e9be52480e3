//! Notes for programs, and warnings taken for faults.

use serde_json::Value;

use crate::support::project::Project;

const BRIEF: &str = "soort: collegebrief
id: brief
onderwerp: De dijk
kenmerk: \"1\"
datum: 2022-03-01
status: concept
ontvangers: [ijsselmond, westdam]
inhoud: |
  De dijk is hoog.
";

fn brief(from: &str, to: &str) -> Project {
    assert!(BRIEF.contains(from));
    Project::regio().with("content/2022/brief/document.yaml", BRIEF.replace(from, to))
}

fn json(project: &Project, args: &[&str]) -> Value {
    let run = project.run(args);
    assert_eq!(run.stderr, "", "all goes to stdout");
    serde_json::from_str(&run.stdout).expect("stdout is JSON and nothing else")
}

#[test]
fn json_is_all_that_comes_out_and_its_fixes_repair() {
    let project = brief("westdam", "\"wstdam\"");
    let notes = json(&project, &["check", "--format", "json"]);
    let note = &notes[0];
    assert_eq!((&note["code"], &note["places"][0]["line"]), (&"G403".into(), &7.into()));
    assert_eq!(note["places"][0]["file"], "content/2022/brief/document.yaml");
    let place = &note["fix"]["place"];
    let at = |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("small");
    let mut text = project.text("content/2022/brief/document.yaml");
    text.replace_range(at("offset")..at("end_offset"), note["fix"]["replacement"].as_str().expect("text"));
    project.write("content/2022/brief/document.yaml", text);
    assert_eq!(json(&project, &["check", "--format", "json"]), Value::Array(Vec::new()));
    assert_eq!(json(&project, &["build", "--format", "json"]), Value::Array(Vec::new()));
    assert!(project.files().iter().any(|path| path.ends_with(".pdf")), "a build still builds");
}

#[test]
fn every_format_says_the_same_and_ends_with_the_same_code() {
    let project = brief("westdam", "wstdam");
    for format in ["text", "json", "sarif", "github"] {
        let run = project.run(&["check", "--format", format]);
        assert_eq!(run.code, 1, "{format}");
        assert!(run.all().contains("de gemeente `wstdam` is niet bekend"), "{format}: {}", run.all());
    }
    let github = project.run(&["check", "--format", "github"]).stdout;
    assert!(github.lines().all(|line| line.starts_with("::")), "{github}");
}

#[test]
fn strict_makes_a_warning_bar_its_document_and_no_other() {
    let ander = BRIEF.replace("id: brief", "id: ander").replace("kenmerk: \"1\"", "kenmerk: \"2\"");
    let project = brief("2022-03-01", "2021-03-01").with("content/2022/ander/document.yaml", ander);
    let pdfs = |project: &Project| project.files().into_iter().filter(|path| path.ends_with(".pdf")).count();
    let run = project.run(&["build"]);
    assert_eq!((run.code, pdfs(&project)), (0, 4), "{}", run.all());
    assert!(run.stderr.contains("waarschuwing[G243]"), "{}", run.stderr);
    let strict = project.run(&["build", "--strict", "--out", "streng"]);
    assert_eq!(strict.code, 1);
    assert!(strict.stderr.contains("fout[G243]"), "{}", strict.stderr);
    let total = strict.stdout.lines().find(|line| line.contains("totaal")).unwrap_or_default().to_string();
    assert_eq!(total.split_whitespace().collect::<Vec<_>>(), ["totaal", "2", "0", "2"]);
    let made = std::fs::read_dir(project.path("streng/2022")).map_or(0, Iterator::count);
    assert_eq!(made, 2, "the other document is made for both: {}", strict.all());
    let again = project.run(&["build", "--strict"]);
    assert_eq!(again.code, 1, "a cached document is weighed too: {}", again.all());
}
