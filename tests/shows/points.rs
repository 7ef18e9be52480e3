//! A raadsbesluit decides literally what its raadsvoorstel proposes: both PDFs are read.

use std::collections::BTreeMap;

use super::{Paper, built};
use crate::support::pdf::Pdf;

/// What stands above the proposed points, and above the points decided: the house rules of a council say which.
const ABOVE: [&[&str]; 2] = [&["Voorgesteld besluit", "Beslispunten", "Te besluiten om"], &["besluit:", "BESLUIT:"]];

/// The lines between one of these lines and the next line that ends the list.
fn between(pdf: &Pdf, from: &[&str], until: impl Fn(&str) -> bool) -> Vec<String> {
    let text = pdf.text_in_structure_order();
    let lines = text.lines().skip_while(|line| !from.contains(line)).skip(1);
    lines.take_while(|line| !until(line)).map(str::to_owned).collect()
}

#[test]
fn the_points_of_a_raadsbesluit_are_literally_those_of_its_raadsvoorstel() {
    let mut pairs: BTreeMap<(&str, &str, &str), Vec<&Paper>> = BTreeMap::new();
    for paper in built().papers.iter().filter(|paper| paper.entry.soort == "raadsvoorstel") {
        let entry = &paper.entry;
        let who = entry.gemeente.as_deref().expect("a raadsvoorstel is for one gemeente");
        pairs.entry((entry.jaar(), &entry.document, who)).or_default().push(paper);
    }
    let years: Vec<&str> = pairs.keys().map(|(year, ..)| *year).collect();
    let count = |year: &str| years.iter().filter(|found| **found == year).count();
    assert_eq!((count("2021"), count("2023")), (15, 13));
    for (who, papers) in pairs {
        let of = |output: &str| papers.iter().find(|p| p.entry.uitvoer == output).map(|p| &p.pdf).expect("both PDFs");
        let (voorstel, besluit) = (of("raadsvoorstel"), of("raadsbesluit"));
        let headings: Vec<String> = voorstel.headings().into_iter().map(|(_, text)| text).collect();
        let proposed = between(voorstel, ABOVE[0], |line| headings.iter().any(|heading| heading == line));
        let decided = between(besluit, ABOVE[1], |line| line.starts_with("Aldus vastgesteld"));
        assert!(!proposed.is_empty(), "{who:?}");
        assert_eq!(proposed, decided, "{who:?}");
    }
}
