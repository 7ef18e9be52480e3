//! The judge of sidecars against the verdicts of xmllint, recorded by `mutaties.py`, and in the gaps of the schemas.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use griffel::xml::{self, Soort, gaten, schema};
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
const STRENGER: [&str; 3] = ["waarde \"1 024\"", "waarde \"PT.5S\"", "waarde \"PT1.S\""];

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
