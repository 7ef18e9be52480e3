//! The house rules of the real councils on their real papers.

use griffel::model::huisregels::LABELS;

use super::built;
use crate::support::pdf::Pdf;
use crate::support::project::{root, tree};

/// The PDF of one council.
fn of(council: &str, document: &str, output: &str) -> &'static Pdf {
    let is = |paper: &&super::Paper| {
        let entry = &paper.entry;
        entry.gemeente.as_deref() == Some(council) && entry.document == document && entry.uitvoer == output
    };
    &built().papers.iter().find(is).unwrap_or_else(|| panic!("{council} has no {output} of {document}")).pdf
}

fn lines(pdf: &Pdf) -> Vec<String> {
    pdf.text_in_structure_order().lines().map(str::to_owned).collect()
}

fn headings(council: &str, document: &str, output: &str) -> Vec<String> {
    of(council, document, output).headings().into_iter().map(|(_, text)| text).collect()
}

#[test]
fn a_council_reads_its_own_words_and_another_the_neutral_ones() {
    let voorstel = |council| headings(council, "regiovisie", "raadsvoorstel");
    let has = |council, heading: &str| voorstel(council).iter().any(|found| found == heading);
    for (council, own, neutral) in [
        ("goeree-overflakkee", "Doelstelling", "Beoogd effect"),
        ("goeree-overflakkee", "Beslispunten", "Voorgesteld besluit"),
        ("krimpen-aan-den-ijssel", "Te besluiten om", "Voorgesteld besluit"),
        ("ridderkerk", "Evaluatie/monitoring", "Evaluatie en monitoring"),
    ] {
        assert!(has(council, own) && !has(council, neutral), "{council}: {:?}", voorstel(council));
        assert!(has("schiedam", neutral) && !has("schiedam", own), "{:?}", voorstel("schiedam"));
    }
    let letter = headings("albrandswaard", "informatie-regioagenda", "raadsinformatiebrief");
    assert_eq!(letter[..2], ["INLEIDING", "KERNBOODSCHAP"]);
}

#[test]
fn a_salutation_of_the_house_stands_where_the_kind_has_none() {
    let salutation = |council| lines(of(council, "regiovisie", "raadsvoorstel")).contains(&"Geachte raad,".to_owned());
    assert!(salutation("goeree-overflakkee"));
    assert!(!salutation("schiedam"));
}

#[test]
fn a_besluit_has_the_formulas_of_its_own_council() {
    let besluit = |council| lines(of(council, "regiovisie", "raadsbesluit"));
    let ends = |council, end: &str| {
        let lines = besluit(council);
        let at = lines.iter().position(|line| line.starts_with("gelezen het voorstel")).expect("it was read");
        assert!(lines[at].ends_with(end), "{council}: {}", lines[at]);
    };
    ends("ridderkerk", ",");
    ends("rotterdam", ";");
    assert!(besluit("ridderkerk").contains(&"BESLUIT:".to_owned()));
    assert!(besluit("rotterdam").contains(&"besluit:".to_owned()));
}

#[test]
fn every_label_is_on_a_page_and_in_the_manual() {
    let templates: String = tree(&root().join("templates"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".tera"))
        .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    let manual = std::fs::read_to_string(root().join("docs/handleiding.md")).expect("the manual is there");
    for (label, _) in LABELS {
        assert!(templates.contains(&format!("{{{{ labels.{label} }}}}")), "no template prints the label `{label}`");
        assert!(manual.contains(&format!("`{label}`")), "the manual does not name the label `{label}`");
    }
}
