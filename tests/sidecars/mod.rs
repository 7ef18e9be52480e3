//! The judge of sidecars against the verdicts of xmllint, recorded by `mutaties.py`, and in the gaps of the schemas.

use std::collections::BTreeSet;
use std::path::PathBuf;

use griffel::xml::{self, Soort, schema};
use serde::Deserialize;

use crate::support::project::root;

/// A mutation of a valid sidecar with what xmllint says of it.
#[derive(Deserialize)]
struct Mutatie {
    basis: String,
    wat: String,
    bewerking: Vec<(usize, usize, String)>,
    xmllint: bool,
}

impl Mutatie {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = basis(&self.basis);
        let mut edits: Vec<_> = self.bewerking.iter().collect();
        edits.sort();
        for (start, end, text) in edits.into_iter().rev() {
            bytes.splice(*start..*end, text.bytes());
        }
        bytes
    }

    fn naam(&self) -> String {
        format!("{}: {}", self.basis, self.wat)
    }
}

fn folder() -> PathBuf {
    root().join("tests/sidecars")
}

fn basis(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("basis").join(name)).expect("a valid sidecar")
}

fn soort(basis: &str) -> Soort {
    match basis {
        "sitemap.xml" => Soort::Sitemap,
        "index.xml" => Soort::Index,
        _ => Soort::Mdto,
    }
}

fn mutaties() -> Vec<Mutatie> {
    let text = std::fs::read_to_string(folder().join("mutaties.jsonl")).expect("recorded mutations");
    text.lines().map(|line| serde_json::from_str(line).expect("a mutation")).collect()
}

/// What xmllint lets pass against the letter of XML Schema, and we do not.
const STRENGER: [&str; 2] = ["waarde \"PT.5S\"", "waarde \"PT1.S\""];

#[test]
fn every_verdict_is_that_of_xmllint() {
    let (mut wrong, mut refused, mut stricter) = (Vec::new(), 0, 0);
    let all = mutaties();
    for mutatie in &all {
        let breaches = schema::check(soort(&mutatie.basis), &mutatie.bytes());
        let known = STRENGER.iter().any(|value| mutatie.wat.ends_with(value));
        refused += usize::from(!mutatie.xmllint);
        match (mutatie.xmllint, breaches.is_empty()) {
            (true, true) | (false, false) => {}
            (true, false) if known => stricter += 1,
            (true, false) => wrong.push(format!("{}: refused, {}", mutatie.naam(), breaches[0].message)),
            (false, true) => wrong.push(format!("{}: accepted, xmllint refuses", mutatie.naam())),
        }
    }
    assert!(wrong.is_empty(), "{} of {} verdicts differ\n{}", wrong.len(), all.len(), wrong.join("\n"));
    assert!(refused >= 60, "{refused} refusals are too few to show anything");
    println!(
        "{} mutations: xmllint refuses {refused} and so do we; {stricter} more are refused by the standard's own letter",
        all.len()
    );
}

/// Compares with what is kept beside this file; `BIJWERKEN=1` keeps what came out.
fn compare(name: &str, text: &str) {
    let path = folder().join(name);
    if std::env::var_os("BIJWERKEN").is_some_and(|on| on == "1") {
        std::fs::write(&path, text).expect("a file that can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{name} is old; BIJWERKEN=1 writes what came out; look at it before you commit it");
}

#[test]
fn what_the_schemas_leave_unsaid_is_refused_all_the_same() {
    let mut text = String::new();
    for mutatie in mutaties().iter().filter(|mutatie| mutatie.wat.starts_with("gat: ")) {
        assert!(mutatie.xmllint, "{} is no gap: xmllint refuses it", mutatie.naam());
        let breaches = xml::check(soort(&mutatie.basis), &mutatie.bytes());
        assert!(!breaches.is_empty(), "{} is accepted", mutatie.naam());
        text += &format!("{}\n", mutatie.naam());
        for one in breaches {
            text += &format!("  {}:{} {}: {}\n", one.line, one.column, one.path, one.message);
        }
    }
    compare("gaten.txt", &text);
}

#[test]
fn valid_sidecars_have_no_gaps_and_show_their_kind() {
    for name in ["informatieobject.mdto.xml", "bestand.mdto.xml", "sitemap.xml", "index.xml"] {
        assert_eq!(xml::check(soort(name), &basis(name)), [], "{name}");
        assert_eq!(Soort::van(&basis(name)), Some(soort(name)), "{name}");
        let marked = [b"\xEF\xBB\xBF".as_slice(), &basis(name)].concat();
        assert_eq!(Soort::van(&marked), Some(soort(name)), "{name} with a byte order mark");
        assert_eq!(xml::check(soort(name), &marked), [], "{name} with a byte order mark");
    }
    assert_eq!(Soort::van(b"<svg/>"), None);
}

#[test]
fn a_file_is_judged_as_what_it_should_be() {
    let breaches = xml::check(Soort::Mdto, &basis("sitemap.xml"));
    assert_eq!(breaches[0].message, "het bestand begint met `urlset` en hoort te beginnen met `MDTO`");
    let latin = xml::check(Soort::Mdto, b"<MDTO>\n caf\xE9");
    assert_eq!((latin[0].line, latin[0].column), (2, 5));
    assert_eq!(latin[0].message, "het bestand is niet opgeslagen als UTF-8");
}

/// One of each kind of breach, so that all wordings can be read in one place.
#[test]
fn every_breach_says_in_dutch_what_is_wrong_and_where() {
    let (mut text, mut seen) = (String::new(), BTreeSet::new());
    for mutatie in mutaties().iter().filter(|mutatie| !mutatie.xmllint) {
        let breaches = schema::check(soort(&mutatie.basis), &mutatie.bytes());
        let first = &breaches[0];
        // Messages that differ in names and values only are the same to a reader.
        let mut parts = first.message.split('`');
        let shape: Vec<&str> = parts.by_ref().step_by(2).collect();
        if seen.insert(shape.join("``")) {
            let (line, column) = (first.line, first.column);
            text += &format!("{}\n  {line}:{column} {}: {}\n", mutatie.naam(), first.path, first.message);
        }
        assert!(first.line > 0 && first.column > 0, "{} has no place", mutatie.naam());
    }
    compare("meldingen.txt", &text);
}

/// Of an address in TOOI the register: `gemeente`.
fn register(uri: &str) -> &str {
    uri.rsplit('/').nth(1).unwrap_or_default()
}

/// The program asks its own list for days and labels, and the schema for values: both must be of one version.
#[test]
fn the_list_of_organisations_is_that_of_the_schema() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let list = read("src/model/lijsten/organisaties.tsv");
    let lines = list.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let in_list: BTreeSet<(String, String)> = lines.map(|cells| (cells[0].to_string(), cells[1].to_string())).collect();
    let registers: BTreeSet<&str> = in_list.iter().map(|(uri, _)| register(uri)).collect();
    assert_eq!(registers.into_iter().collect::<Vec<_>>(), ["gemeente", "provincie", "so", "waterschap"]);
    let text = read("src/xml/schema/xsd/diwoo-metadata-lijsten.xsd");
    let xsd = roxmltree::Document::parse(&text).expect("well-formed");
    let label = |node: roxmltree::Node<'_, '_>| {
        let label = node.descendants().find(|node| node.tag_name().name() == "p").and_then(|p| p.text());
        label.unwrap_or_default().to_string()
    };
    let values = xsd.descendants().filter(|node| node.tag_name().name() == "enumeration");
    let in_schema: BTreeSet<(String, String)> = values
        .filter_map(|node| Some((node.attribute("value")?.to_string(), label(node))))
        .filter(|(uri, _)| uri.contains("/tooi/id/"))
        .filter(|(uri, _)| in_list.iter().any(|(other, _)| register(other) == register(uri)))
        .collect();
    assert!(in_list.len() > 1000);
    let differ: Vec<_> = in_schema.symmetric_difference(&in_list).collect();
    assert!(differ.is_empty(), "{differ:?}");
}
