//! A typing error inside `{% if %}` is silent in Tera: the field just does not appear. So every field that a kind
//! declares, and every field of the envelope, is filled with a word of its own and must be on paper.

use griffel::model::gewoon;
use griffel::model::soort::{Nodig, Soort};
use serde_yaml::{Mapping, Value};

use super::fields::{Filler, Sentinel};
use crate::support::pdf::Pdf;
use crate::support::project::{Project, root};

/// Fields that a kind deliberately does not print: kind (`*` is any), field, reason.
const NOT_PRINTED: &[(&str, &str, &str)] = &[
    ("ab-voorstel", "behandeling.telefoon", "a proposal names a function and an address, no telephone"),
    ("ab-voorstel", "collegebesluit", "the board decides here, not a college"),
    ("ab-voorstel", "ter_attentie_van[]", "a proposal has no address window and answers no letter"),
    ("ab-voorstel", "uw_kenmerk", "a proposal has no address window and answers no letter"),
    ("collegebrief", "bijgewerkt[].versie", "a letter is sent once, it has no earlier versions"),
    ("collegebrief", "bijgewerkt[].datum", "a letter is sent once, it has no earlier versions"),
    ("collegebrief", "bijgewerkt[].wijziging", "a letter is sent once, it has no earlier versions"),
    ("collegebrief", "collegebesluit", "the letter comes from the regulation, not from a college"),
    ("collegebrief", "portefeuillehouder", "the letter comes from the regulation, not from a college"),
    ("informatiebrief", "bijgewerkt[].versie", "a letter is sent once, it has no earlier versions"),
    ("informatiebrief", "bijgewerkt[].datum", "a letter is sent once, it has no earlier versions"),
    ("informatiebrief", "bijgewerkt[].wijziging", "a letter is sent once, it has no earlier versions"),
    ("informatiebrief", "collegebesluit", "the letter tells, it proposes nothing"),
    ("raadsvoorstel", "aan", "it is always for the raad, whose date it names"),
    ("raadsvoorstel", "behandeling.telefoon", "a proposal names a function and an address, no telephone"),
    ("raadsvoorstel", "ter_attentie_van[]", "a proposal has no address window and answers no letter"),
    ("raadsvoorstel", "uw_kenmerk", "a proposal has no address window and answers no letter"),
    ("regioagenda", "aan", "a report is for everyone, it has no addressee"),
    ("regioagenda", "ter_attentie_van[]", "a report is for everyone, it has no addressee"),
    ("regioagenda", "uw_kenmerk", "a report is for everyone, it has no addressee"),
    ("regioagenda", "kopie_aan[]", "a report is for everyone, it has no addressee"),
    ("regioagenda", "behandeling.functie", "whom to turn to stands in a block in the text"),
    ("regioagenda", "behandeling.naam", "whom to turn to stands in a block in the text"),
    ("regioagenda", "behandeling.email", "whom to turn to stands in a block in the text"),
    ("regioagenda", "behandeling.telefoon", "whom to turn to stands in a block in the text"),
    ("regioagenda", "collegebesluit", "the report is of the region, not of one college"),
    ("regioagenda", "portefeuillehouder", "the report is of the region, not of one college"),
    ("zienswijzebrief", "bijgewerkt[].versie", "a letter is sent once, it has no earlier versions"),
    ("zienswijzebrief", "bijgewerkt[].datum", "a letter is sent once, it has no earlier versions"),
    ("zienswijzebrief", "bijgewerkt[].wijziging", "a letter is sent once, it has no earlier versions"),
    ("zienswijzebrief", "collegebesluit", "the raad speaks here, not the college"),
    ("zienswijzebrief", "portefeuillehouder", "the raad speaks here, not the college"),
];

/// The kinds of the repository, as the program reads them.
fn soorten() -> Vec<Soort> {
    let raw = griffel::load::load(&root()).unwrap_or_else(|e| panic!("{}", e.message)).value;
    griffel::validate::validate(&raw).value.soorten.into_values().collect()
}

/// A document of this kind with something of its own in every field.
fn document(soort: &Soort) -> (Value, Vec<Sentinel>) {
    let example = std::fs::read_to_string(root().join("templates").join(&soort.id).join("voorbeeld.yaml"));
    let example: Value = serde_yaml::from_str(&example.expect("a kind has an example")).expect("YAML");
    // What decides instead of being printed comes from the example.
    let choices =
        soort.velden.iter().filter_map(|def| Some((def.naam.as_str().into(), example.get(&def.naam)?.clone())));
    let mut map: Mapping = choices.collect();
    let mut filler = Filler::default();
    for (key, value) in [("soort", soort.id.as_str()), ("id", "alles"), ("datum", "2022-03-01"), ("status", "concept")]
    {
        map.insert(key.into(), value.into());
    }
    let everyone = example.get("ontvangers").and_then(Value::as_str) == Some("geen");
    map.insert("ontvangers".into(), if everyone { "geen".into() } else { Value::Sequence(vec!["ijsselmond".into()]) });
    filler.envelope(soort, &mut map);
    let own = |naam: &str| soort.velden.iter().any(|def| def.naam == naam);
    let plain = gewoon::VELDEN.iter().filter(|def| !own(&def.naam));
    let plain = plain.filter(|def| def.naam != "vergadering" || soort.envelop.vergadering != Nodig::Geen);
    for def in plain.chain(&soort.velden) {
        if let Some(value) = filler.field(&def.naam, def) {
            map.insert(def.naam.as_str().into(), value);
        }
    }
    (Value::Mapping(map), filler.sentinels)
}

/// All that can be read on the pages, headers and footers too, by letters and digits.
fn on_paper(pdf: &Pdf) -> String {
    let pages = (1..=pdf.pages()).map(|nr| pdf.page_text(nr));
    let margins: String = pages.map(|page| page.header + &page.footer).collect();
    letters(&(pdf.words().join(" ") + &margins))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_field_of_every_kind_is_on_paper() {
    let mut lost = Vec::new();
    let mut unused: Vec<_> = NOT_PRINTED.iter().collect();
    for soort in soorten() {
        let (document, sentinels) = document(&soort);
        let text = serde_yaml::to_string(&document).expect("YAML");
        let project = Project::regio().with("content/2022/alles/document.yaml", &text);
        // The internal rendition leaves nothing out.
        let run = project.run(&["build", "--profiel", "intern"]);
        assert_eq!(run.code, 0, "{}\n{text}", run.all());
        let paper: String = project.pdfs().iter().map(|path| on_paper(&project.pdf(path))).collect();
        assert!(sentinels.len() >= 15, "{}: {}", soort.id, sentinels.len());
        for Sentinel { path, printed } in sentinels {
            if paper.contains(&letters(&printed)) {
                continue;
            }
            let known = |(kind, field, _): &(&str, &str, &str)| (*kind == "*" || *kind == soort.id) && *field == path;
            unused.retain(|entry| !known(entry));
            if !NOT_PRINTED.iter().any(known) {
                lost.push(format!("{}: {path}", soort.id));
            }
        }
    }
    assert!(lost.is_empty(), "declared but nowhere on paper:\n{}", lost.join("\n"));
    assert!(unused.is_empty(), "printed after all: {unused:?}");
}

#[test]
fn the_reasons_for_not_printing_are_given() {
    assert!(NOT_PRINTED.iter().all(|(_, _, reason)| !reason.is_empty()));
}
