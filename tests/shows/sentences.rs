//! Every sentence that an author wrote stands in the PDF, in the order of the YAML.
//!
//! The comparison is by letters and digits: marks of Markdown, quotes and spaces do not count, merge fields are gaps.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::{Paper, built};

/// Fields that are not printed as they are written, with the reason.
const NOT_PRINTED: &[(&str, &str)] = &[
    ("soort", "the kind's name is printed instead"),
    ("id", "for references only"),
    ("korte_titel", "stands in the running head, which is no part of the tree"),
    ("datum", "printed as 2 juli 2021"),
    ("raad", "a date"),
    ("collegebesluit", "a date"),
    ("jaar", "only for sorting"),
    ("status", "printed with a capital"),
    ("openbaarheid", "printed as a formula"),
    ("afzender", "its name is printed instead"),
    ("ontvangers", "their names are printed instead"),
    ("gemeenten", "their names are printed instead"),
    ("verspreiding", "decides how many PDFs there are"),
    ("ambt", "printed with the article"),
    ("publiek", "decides who sees it"),
    ("orgaan", "decides which list a point is in"),
    ("blok", "the type of a block"),
    ("soort_lijst", "the type of a list"),
    ("niveau", "the level of a heading"),
    ("kolommen", "measures"),
    ("aantal", "a number"),
    ("start", "a number"),
    ("vervolg_van", "a reference"),
    ("bestand", "a path"),
    ("stuk", "a reference"),
    ("alt", "said by the figure, not printed"),
    ("breedte", "a measure"),
    ("colspan", "a measure"),
    ("rowspan", "a measure"),
    ("koprijen", "a measure"),
    ("vorm", "decides how the table looks"),
    ("url", "the target of a link"),
    ("alleen", "decides who gets it"),
    ("behalve", "decides who gets it"),
    ("lokaal", "laid over the document first"),
    ("waarden", "only printed where a merge field asks for them"),
    ("zienswijze", "a choice"),
    ("uiterste_datum", "a date"),
    ("ontvangen", "a date"),
    ("boom", "drawn in a figure, whose description says it in order"),
    ("parameters", "filled in a standard text"),
    ("afkorting", "printed between brackets"),
];

/// Letters and digits only.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The document as this gemeente has it: its local values laid over the rest.
fn overlay(base: &Value, local: &Value) -> Value {
    match (base, local) {
        (Value::Mapping(ours), Value::Mapping(theirs)) => {
            let mut out = ours.clone();
            for (key, value) in theirs {
                let merged = ours.get(key).map_or_else(|| value.clone(), |old| overlay(old, value));
                out.insert(key.clone(), merged);
            }
            Value::Mapping(out)
        }
        _ => local.clone(),
    }
}

/// Whether a block or point is meant for this gemeente.
fn meant(map: &serde_yaml::Mapping, who: Option<&str>) -> bool {
    let names = |key: &str| -> Vec<String> {
        let list = map.get(key).and_then(Value::as_sequence).cloned().unwrap_or_default();
        list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (only, never) = (names("alleen"), names("behalve"));
    let named = |list: &[String]| who.is_some_and(|who| list.iter().any(|name| name == who));
    (only.is_empty() || named(&only)) && !named(&never)
}

/// The pieces of author text below a value, in order.
fn pieces(value: &Value, who: Option<&str>, found: &mut Vec<String>) {
    match value {
        Value::Mapping(map) if meant(map, who) => {
            let nvt = map.get("nvt").is_some_and(|nvt| nvt.as_bool() != Some(false));
            for (key, value) in map {
                let key = key.as_str().unwrap_or_default();
                let kind = key == "soort" || (key == "status" && map.contains_key("id"));
                let silent = kind || NOT_PRINTED.iter().any(|(name, _)| *name == key) || (nvt && key != "reden");
                if !silent {
                    pieces(value, who, found);
                }
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| pieces(item, who, found)),
        Value::String(text) if text != "onbekend" => found.extend(fragments(text)),
        _ => {}
    }
}

/// Markdown to the runs of letters that must stand together on paper.
fn fragments(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = vec![String::new()];
    for line in text.lines() {
        let line = line.trim_start();
        let (marker, rest) = marker(line);
        if line.trim().is_empty() || marker || line.starts_with('|') {
            blocks.push(String::new());
        }
        let last = blocks.last_mut().expect("there is always one");
        if line.starts_with('|') {
            blocks.extend(line.split('|').map(str::to_owned));
        } else {
            last.push(' ');
            last.push_str(rest);
        }
    }
    let sentences = |block: String| {
        let block = without_links(&block);
        let mut out: Vec<String> = Vec::new();
        for part in block.replace("}}", "\u{0}").replace("{{", "\u{0}\u{1}").split('\u{0}') {
            if part.starts_with('\u{1}') {
                continue;
            }
            out.extend(part.split_inclusive(['.', '!', '?', ':', ';']).map(letters));
        }
        out
    };
    blocks.into_iter().flat_map(sentences).filter(|piece| !piece.is_empty()).collect()
}

/// Whether a line begins a list item or heading, and the line without that mark.
fn marker(line: &str) -> (bool, &str) {
    let Some((mark, rest)) = line.split_once(' ') else { return (false, line) };
    let number = mark.strip_suffix('.').is_some_and(|n| n.len() <= 2 && n.chars().all(|c| c.is_ascii_alphanumeric()));
    let known = ["-", "*", ">", "#", "##", "###", "####"].contains(&mark);
    if known || number { (true, rest) } else { (false, line) }
}

/// Links keep their words, notes and images vanish.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']']) {
        out.push_str(&rest[..at]);
        let (mark, after) = (&rest[at..=at], &rest[at + 1..]);
        rest = if mark == "[" && after.starts_with('^') {
            after.find(']').map_or("", |end| &after[end + 1..])
        } else if mark == "]" && after.starts_with('(') {
            after.find(')').map_or("", |end| &after[end + 1..])
        } else {
            after
        };
    }
    out + rest
}

/// What is missing or out of order in `text`.
fn missing(unit: &str, pieces: &[String], text: &str, ordered: bool) -> Vec<String> {
    let mut from = 0;
    let mut faults = Vec::new();
    for piece in pieces {
        match text[from..].find(piece.as_str()) {
            Some(at) if ordered => from += at + piece.len(),
            Some(_) => {}
            None if text.contains(piece.as_str()) => faults.push(format!("{unit}: out of order: {piece}")),
            None => faults.push(format!("{unit}: missing: {piece}")),
        }
    }
    faults
}

/// Parts of a document of which the order on paper is the order in the YAML.
fn units(document: &Value, who: Option<&str>) -> Vec<(String, Vec<String>, bool)> {
    let mut units = Vec::new();
    for (key, value) in document.as_mapping().expect("a document is a group") {
        let key = key.as_str().unwrap_or_default();
        if NOT_PRINTED.iter().any(|(name, _)| *name == key) || key == "noten" {
            continue;
        }
        // Arguments stand elsewhere than their point; each field of the head has its own place.
        let ordered = ["inhoud", "secties", "hoofdstukken", "omslag", "punten", "slot"].contains(&key);
        let mut found = Vec::new();
        pieces(value, who, &mut found);
        units.push((key.to_owned(), found, ordered));
    }
    units
}

#[test]
fn every_sentence_of_the_yaml_is_on_paper_in_its_order() {
    let built = built();
    let mut papers: BTreeMap<(&str, Option<&str>), Vec<&Paper>> = BTreeMap::new();
    for paper in &built.papers {
        papers.entry((&paper.entry.bron, paper.entry.gemeente.as_deref())).or_default().push(paper);
    }
    let mut faults = Vec::new();
    let mut sentences = 0;
    for ((bron, who), papers) in papers {
        let base: Value = serde_yaml::from_str(&built.project.text(bron)).expect("YAML");
        let local = who.and_then(|who| base.get("lokaal")?.get(who).cloned());
        let document = local.map_or_else(|| base.clone(), |local| overlay(&base, &local));
        let text: String = papers.iter().map(|paper| letters(&paper.pdf.words().join(" "))).collect();
        for (unit, pieces, ordered) in units(&document, who) {
            sentences += pieces.len();
            let found = missing(&unit, &pieces, &text, ordered);
            faults.extend(found.into_iter().map(|fault| format!("{bron} {}: {fault}", who.unwrap_or("-"))));
        }
    }
    assert!(sentences > 5000, "only {sentences} sentences were compared");
    assert!(faults.is_empty(), "{} faults\n{}\n", faults.len(), faults[..faults.len().min(60)].join("\n"));
}

#[test]
fn text_is_cut_where_the_page_may_cut_it() {
    let text = "Een [link](https://x.nl/a) en *nadruk*.[^noot] Tweede zin ({{ bijlage(x) }}) loopt door.\n\n1. eerste\n   regel\n2. tweede\n\n| a | b |\n|---|---|\n| c d | e |\n";
    let wanted = ["Eenlinkennadruk", "Tweedezin", "looptdoor", "eersteregel", "tweede", "a", "b", "cd", "e"];
    assert_eq!(fragments(text), wanted);
}

#[test]
fn a_missing_and_a_misplaced_sentence_are_both_seen() {
    let pieces = ["een", "twee", "drie"].map(str::to_owned);
    assert_eq!(missing("x", &pieces, "eentweedrie", true), Vec::<String>::new());
    assert_eq!(missing("x", &pieces, "eendrietwee", true), ["x: out of order: drie"]);
    assert_eq!(missing("x", &pieces, "eendrie", true), ["x: missing: twee"]);
}

#[test]
fn the_boxes_of_an_organigram_are_on_paper() {
    let paper = built().papers.iter().find(|paper| paper.entry.soort == "regioagenda").expect("a regioagenda");
    let words: std::collections::BTreeSet<String> = paper.pdf.words().iter().map(|word| letters(word)).collect();
    let document: Value = serde_yaml::from_str(&built().project.text(&paper.entry.bron)).expect("YAML");
    let mut names = Vec::new();
    boxes(&document, &mut names);
    assert!(names.len() > 5, "the regioagenda has an organigram: {names:?}");
    let lost = names.iter().flat_map(|name| name.split(' ')).map(letters).filter(|word| !words.contains(word));
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<String>::new());
}

/// The names in all organigrams below a value.
fn boxes(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map {
                if ["boom", "onder"].contains(&key.as_str().unwrap_or_default()) {
                    let nodes = value.as_sequence().cloned().unwrap_or_else(|| vec![value.clone()]);
                    found.extend(nodes.iter().filter_map(|node| node.get("naam")?.as_str().map(str::to_owned)));
                }
                boxes(value, found);
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| boxes(item, found)),
        _ => {}
    }
}
