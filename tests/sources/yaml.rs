//! Our reader of YAML against another: the same file gives the same tree of texts.

use griffel::diag::Sources;
use griffel::load::yaml::{self, Kind};
use serde_yaml::Value;

use crate::support::project::{root, tree};

/// Where the two differ.
fn differences(path: &str, ours: &yaml::Value, theirs: &Value, found: &mut Vec<String>) {
    let mut differ = |what: String| found.push(format!("{path}: {what}"));
    match (&ours.kind, theirs) {
        (Kind::Map(entries), Value::Mapping(map)) => {
            let (a, b): (Vec<&str>, Vec<&str>) = (
                entries.iter().map(|entry| entry.key.text.as_str()).collect(),
                map.keys().map(|key| key.as_str().unwrap_or("?")).collect(),
            );
            // A key such as 2023 is a number for the other reader.
            if a.len() != b.len() || a.iter().zip(&b).any(|(a, b)| a != b && *b != "?") {
                differ(format!("{a:?} is not {b:?}"));
                return;
            }
            for (entry, value) in entries.iter().zip(map.values()) {
                differences(&format!("{path}/{}", entry.key.text), &entry.value, value, found);
            }
        }
        (Kind::List(items), Value::Sequence(others)) if items.len() == others.len() => {
            for (nr, (item, other)) in items.iter().zip(others).enumerate() {
                differences(&format!("{path}/{nr}"), item, other, found);
            }
        }
        (Kind::Leeg, Value::Null) => {}
        (Kind::Scalar(scalar), Value::String(text)) if scalar.text == *text => {}
        // What the other reader takes for a number or a yes is verbatim text for us.
        (Kind::Scalar(scalar), Value::Number(number)) if scalar.text.parse().ok() == number.as_f64() => {}
        (Kind::Scalar(scalar), Value::Bool(yes)) if scalar.text == yes.to_string() => {}
        (ours, theirs) => differ(format!("{ours:?} is not {theirs:?}")),
    }
}

#[test]
fn two_readers_of_yaml_see_the_same_tree_in_every_file_of_the_repository() {
    let mut found = Vec::new();
    let mut files = 0;
    for folder in ["content", "templates", "tests/regio"] {
        for (path, bytes) in tree(&root().join(folder)).into_iter().filter(|(path, _)| path.ends_with(".yaml")) {
            let noted = yaml::parse(&bytes, &path, &mut Sources::default());
            let ours = noted.value.unwrap_or_else(|| panic!("{folder}/{path}: {:?}", noted.notes));
            let theirs: Value = serde_yaml::from_slice(&bytes).unwrap_or_else(|e| panic!("{folder}/{path}: {e}"));
            differences(&format!("{folder}/{path}"), &ours, &theirs, &mut found);
            files += 1;
        }
    }
    assert!(files > 40, "only {files} files");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_difference_between_the_readers_is_seen() {
    let read = |text: &str| yaml::parse(text.as_bytes(), "x.yaml", &mut Sources::default()).value.expect("a tree");
    let mut found = Vec::new();
    let theirs: Value = serde_yaml::from_str("a: [1, b]\nc: d\n").expect("YAML");
    differences("x", &read("a: [1, b]\nc: d\n"), &theirs, &mut found);
    assert_eq!(found, Vec::<String>::new());
    differences("x", &read("a: [2, b]\nc: e\n"), &theirs, &mut found);
    assert_eq!(found.len(), 2, "{found:?}");
}
