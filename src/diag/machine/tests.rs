use super::*;
use crate::diag::{Note, codes};
use serde_json::Value;

fn sample() -> (Vec<Note>, Sources) {
    let mut sources = Sources::default();
    let een = sources.add("content/2022/één brief/document.yaml", "# ☃\nontvangers: [\"oostdm\"]\n");
    let twee = sources.add("content/2022/b/document.yaml", "id: x\n");
    let notes = vec![
        Note::at(codes::G403, Span::new(een, 19..27), "de gemeente `oostdm` is niet bekend").bedoeld(
            "oostdm",
            ["oostdam"],
            "",
        ),
        Note::at(codes::G236, Span::new(twee, 4..5), "100%\nmis").also(Span::new(een, 0..5), "het andere stuk"),
        Note::without_place(codes::G701, "zonder plek"),
    ];
    (notes, sources)
}

#[test]
fn json_holds_every_note_with_all_its_places_and_a_ready_fix() {
    let (notes, sources) = sample();
    let read: Value = serde_json::from_str(&json(&notes, &sources)).expect("JSON");
    assert_eq!(read.as_array().map(Vec::len), Some(3));
    let first = &read[0];
    assert_eq!((&first["code"], &first["severity"]), (&"G403".into(), &"fout".into()));
    assert_eq!(first["places"][0]["line"], 2);
    assert_eq!(first["places"][0]["column"], 14);
    assert_eq!(first["places"][0]["end_column"], 22);
    assert_eq!(first["places"][0]["text"], "\"oostdm\"");
    // The quotes stay: only the word itself is replaced.
    assert_eq!(first["fix"]["replacement"], "oostdam");
    assert_eq!((&first["fix"]["place"]["offset"], &first["fix"]["place"]["end_offset"]), (&20.into(), &26.into()));
    assert_eq!(read[1]["places"][1]["label"], "het andere stuk");
    assert_eq!(read[2]["places"].as_array().map(Vec::len), Some(0));
    assert_eq!(json(&[], &sources), "[]\n");
}

#[test]
fn github_commands_stay_on_one_line_each() {
    let (notes, sources) = sample();
    let text = github(&notes, &sources);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].starts_with(
            "::error file=content/2022/één brief/document.yaml,line=2,col=14,endLine=2,endColumn=21,title=G403::"
        ),
        "{text}"
    );
    assert!(
        lines[1].contains("::100%25%0Amis%0Acontent/2022/één brief/document.yaml:1:1: het andere stuk%0A"),
        "{text}"
    );
    assert!(lines[2].starts_with("::warning title=G701::zonder plek"), "{text}");
}

#[test]
fn sarif_names_its_rules_and_places_as_the_standard_asks() {
    let (notes, sources) = sample();
    let read: Value = serde_json::from_str(&sarif(&notes, &sources)).expect("JSON");
    assert_eq!(read["version"], "2.1.0");
    let run = &read["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), codes::ALL.len());
    assert!(rules.iter().all(|rule| rule["help"]["text"].as_str().is_some_and(|text| text.len() > 40)));
    for result in run["results"].as_array().expect("results") {
        let nr = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[nr]["id"], result["ruleId"]);
    }
    let first = &run["results"][0];
    let place = &first["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/2022/%C3%A9%C3%A9n%20brief/document.yaml");
    assert_eq!(place["region"]["startColumn"], 14);
    let change = &first["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "oostdam");
    assert_eq!(
        (&change["deletedRegion"]["startColumn"], &change["deletedRegion"]["endColumn"]),
        (&15.into(), &21.into())
    );
    assert_eq!(run["results"][1]["relatedLocations"][0]["message"]["text"], "het andere stuk");
}

#[test]
fn a_repair_is_only_ready_when_what_was_typed_stands_there_once() {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", "a: 'x x'\nb: \"\\u0078\"\n");
    let note = |range: std::ops::Range<usize>| Note::at(codes::G205, Span::new(file, range), "x").liever("x", "y");
    assert_eq!(note(4..5).reparatie(&sources).map(|(span, nieuw)| (span.range(), nieuw)), Some((4..5, "y")));
    assert_eq!(note(3..8).reparatie(&sources), None, "twice");
    assert_eq!(note(12..20).reparatie(&sources), None, "written another way");
}
