//! The second reader of YAML: what our own tree says of a file, `serde_yaml` says too.

use std::path::{Path, PathBuf};

use griffel::diag::Sources;
use griffel::load::yaml::{self, Kind, Value};

use super::{none, root, yaml_blokken};

/// All YAML files below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "yaml") {
            found.push(path);
        }
    }
}

/// Where the two readers say different things, as a path through the fields.
fn verschil(ours: &Value, theirs: &serde_yaml::Value, pad: &str) -> Option<String> {
    let anders = || Some(format!("{pad}: {ours:?} is not {theirs:?}"));
    match (&ours.kind, theirs) {
        (Kind::Scalar(scalar), serde_yaml::Value::String(text)) if scalar.text == *text => None,
        // To the other reader `0123` is a number and `true` a truth; to ours what was typed.
        (Kind::Scalar(_), serde_yaml::Value::Number(_) | serde_yaml::Value::Bool(_)) => None,
        (Kind::Leeg, serde_yaml::Value::Null) => None,
        (Kind::List(items), serde_yaml::Value::Sequence(theirs)) if items.len() == theirs.len() => {
            let mut each = items.iter().zip(theirs).enumerate();
            each.find_map(|(nr, (ours, theirs))| verschil(ours, theirs, &format!("{pad}[{nr}]")))
        }
        (Kind::Map(entries), serde_yaml::Value::Mapping(theirs)) if entries.len() == theirs.len() => {
            let mut each = entries.iter().zip(theirs);
            each.find_map(|(entry, (key, theirs))| {
                let pad = format!("{pad}.{}", entry.key.text);
                let same = match key {
                    serde_yaml::Value::String(text) => *text == entry.key.text,
                    serde_yaml::Value::Number(_) | serde_yaml::Value::Bool(_) => true,
                    _ => false,
                };
                if same { verschil(&entry.value, theirs, &pad) } else { Some(format!("{pad} is not {key:?}")) }
            })
        }
        _ => anders(),
    }
}

fn vergelijk(plaats: &str, text: &str) -> Option<String> {
    let ours = yaml::parse(text.as_bytes(), plaats, &mut Sources::default()).value?;
    match serde_yaml::from_str(text) {
        Ok(theirs) => verschil(&ours, &theirs, plaats),
        Err(error) => Some(format!("{plaats}: only the other reader stumbles: {error}")),
    }
}

#[test]
fn two_readers_of_yaml_agree_on_all_content_and_every_example() {
    let mut found = Vec::new();
    ["content", "templates"].iter().for_each(|folder| files(&root().join(folder), &mut found));
    assert!(found.len() > 30, "the content was not found");
    let content = found
        .iter()
        .filter_map(|path| vergelijk(&path.display().to_string(), &std::fs::read_to_string(path).expect("a text")));
    let examples = yaml_blokken();
    let examples = examples.iter().filter_map(|blok| vergelijk(&blok.plaats, &blok.tekst));
    none(content.chain(examples));
}
