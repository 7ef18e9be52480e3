//! The pages that came out: what `--mark` leaves, what a cached PDF repeats, and what the real content has to say.

use serde_json::Value;

use crate::support::project::Project;

const LANG: &str = "012345678901234567890123456789012345678901234567890123456789012345678901234567890";

fn brief(inhoud: &str) -> String {
    format!(
        "soort: collegebrief
id: brief
onderwerp: De dijk
kenmerk: \"1\"
datum: 2022-03-01
status: concept
ontvangers: [ijsselmond, westdam]
inhoud: {inhoud}
"
    )
}

fn beelden(project: &Project, map: &str) -> Vec<String> {
    let namen = std::fs::read_dir(project.path(map)).into_iter().flatten();
    let namen = namen.map(|entry| entry.expect("a readable folder").file_name().to_string_lossy().into_owned());
    let mut namen: Vec<String> = namen.filter(|naam| naam.ends_with(".png")).collect();
    namen.sort();
    namen
}

#[test]
fn mark_leaves_an_image_of_each_spot_and_takes_it_away_when_it_is_mended() {
    let stuk = "content/2022/brief/document.yaml";
    let project = Project::regio().with(stuk, brief(LANG));
    let run = project.run(&["check", "--mark"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let beeld = "2022-03-01_collegebrief_brief_ijsselmond_concept-1.png";
    assert_eq!(beelden(&project, "out/gemarkeerd"), [beeld], "one image for the two councils");
    assert!(run.stderr.contains(&format!("out/gemarkeerd/{beeld}`, bij het nummer 1")), "{}", run.stderr);
    assert!(run.stderr.contains("ijsselmond_concept.pdf` en nog één PDF"), "{}", run.stderr);
    let png = project.read(&format!("out/gemarkeerd/{beeld}"));
    assert!(png.starts_with(b"\x89PNG"));
    // A4 and 40 pt of grey on every side, at 1.25 pixels a point.
    let maat = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((maat(16), maat(20)), (844, 1152));

    let run = project.run(&["check", "--mark=elders", "--format", "json"]);
    let notes: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let page = &notes[0]["page"];
    assert_eq!((&notes[0]["code"], &page["number"]), (&"G633".into(), &1.into()));
    assert!(page["image"].as_str().is_some_and(|pad| pad.ends_with(&format!("elders/{beeld}"))), "{page}");
    assert!(page["right"].as_f64().is_some_and(|mm| mm > 182.0 && mm < 210.0), "beyond the margin: {page}");
    assert_eq!(project.read(&format!("elders/{beeld}")), png, "the same bytes");

    project.write(stuk, brief("De dijk is hoog."));
    project.run(&["check", "--mark"]);
    assert_eq!(beelden(&project, "out/gemarkeerd"), Vec::<String>::new());
    assert_eq!(beelden(&project, "elders"), [beeld], "another folder is left alone");
}

#[test]
fn a_pdf_from_the_cache_repeats_what_its_pages_had_to_say_and_can_be_marked() {
    let project = Project::regio().with("content/2022/brief/document.yaml", brief(LANG));
    let first = project.run(&["build"]);
    assert!(first.stderr.contains("waarschuwing[G633]"), "{}", first.stderr);
    let again = project.run(&["build", "--mark"]);
    let totaal = again.stdout.lines().find(|line| line.contains("totaal")).unwrap_or_default().to_string();
    assert_eq!(totaal.split_whitespace().collect::<Vec<_>>(), ["totaal", "0", "2", "0"], "nothing is made again");
    assert!(again.stderr.contains("waarschuwing[G633]"), "{}", again.stderr);
    assert_eq!(beelden(&project, "out/gemarkeerd").len(), 1);
}

#[test]
fn the_real_pages_and_the_examples_are_in_order() {
    let run = Project::real().run(&["check", "--format", "json"]);
    let notes: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let over: Vec<&Value> = notes.as_array().expect("a list").iter().filter(|note| !note["page"].is_null()).collect();
    assert!(over.is_empty(), "{over:#?}");
}
