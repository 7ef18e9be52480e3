//! Kinds are folders: a new one needs no Rust, every example works, and no declared field is lost on the way to paper.

mod fields;
mod overal;
mod sentinels;

use serde_yaml::Value;

use crate::support::project::{Project, root, tree};

/// Who gets the examples.
pub const VOORBEELD: &str = "naam: Voorbeeld\ncode: GM9999\nbijvoeglijk: Voorbeeldse\ngeldig_van: onbekend\n\
    plaats_ondertekening: Voorbeeld\npostadres: {postbus: \"9\", postcode: 1234 AZ, plaats: Voorbeeld}\n\
    website: onbekend\ntooi: {id: \"https://identifier.example/voorbeeld\", van: onbekend}\n\
    huisstijl: {kleur: \"#2b4a8b\"}\nris: onbekend\nsubregio: onbekend\nambtsdragers: []\n";

/// The names of the kinds, by their folders.
pub fn kinds() -> Vec<String> {
    let folders = std::fs::read_dir(root().join("templates")).expect("the templates").flatten();
    let kinds = folders.filter(|folder| folder.path().join("soort.yaml").exists());
    let mut kinds: Vec<String> = kinds.map(|folder| folder.file_name().to_string_lossy().into_owned()).collect();
    kinds.sort();
    kinds
}

/// A project with the example of one kind.
pub fn met_voorbeeld(soort: &str, voorbeeld: &str) -> Project {
    Project::regio()
        .with("content/gemeenten/voorbeeld.yaml", VOORBEELD)
        .with(&format!("content/2024/{soort}/document.yaml"), voorbeeld)
}

#[test]
fn the_example_of_each_kind_builds_without_a_remark() {
    let kinds = kinds();
    assert!(kinds.len() >= 6, "{kinds:?}");
    let mut project = Project::regio().with("content/gemeenten/voorbeeld.yaml", VOORBEELD);
    let mut outputs = 0;
    for kind in &kinds {
        let folder = root().join("templates").join(kind);
        let text = std::fs::read_to_string(folder.join("voorbeeld.yaml")).expect("a kind has an example");
        let soort: Value =
            serde_yaml::from_str(&std::fs::read_to_string(folder.join("soort.yaml")).expect("a kind")).expect("YAML");
        outputs += soort.get("uitvoer").and_then(Value::as_sequence).map_or(0, Vec::len);
        assert!(text.contains(&format!("soort: {kind}\n")), "{kind}: the example is of its own kind");
        project = project.with(&format!("content/2024/{kind}/document.yaml"), text);
    }
    let run = project.run(&["build"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.all());
    assert_eq!(project.pdfs().len(), outputs, "{:?}", project.pdfs());
}

#[test]
fn a_new_kind_is_a_new_folder() {
    let project = Project::regio()
        .with(
            "templates/memo/soort.yaml",
            "naam: Memo\ngezicht: brief\nontvanger: bestuur\nverspreiding: collectief\nafzender: grjr\n\
             velden:\n  - {naam: aanleiding, type: regel, verplicht: true}\n  - {naam: kosten, type: bedrag}\n  \
             - {naam: inhoud, type: tekst, verplicht: true}\n  \
             - {naam: stappen, type: lijst, velden: [{naam: wat, type: regel}, {naam: wanneer, type: datum}]}\n\
             envelop: {kenmerk: optioneel, beslispunten: geen, ondertekening: geen, secties: geen}\n\
             uitvoer:\n  - {naam: memo, sjabloon: document.typ.tera}\n",
        )
        .with(
            "templates/memo/document.typ.tera",
            "#import \"/stijl/brief.typ\": *\n{% include \"delen/gegevens.typ.tera\" %}\n#show: brief\n\
             #heading(level: 1)[{{ doc.onderwerp }}]\n#par[{{ aanleiding }}]\n\
             {% if kosten %}#par[Kosten: {{ kosten }}]{% endif %}\n{{ inhoud }}\n\
             {% for s in stappen %}#par[{{ s.wat }}: {{ s.wanneer }}]\n{% endfor %}\n",
        )
        .with(
            "content/2022/eerste/document.yaml",
            "soort: memo\nid: eerste\nonderwerp: De eerste memo\ndatum: 2022-03-01\nstatus: definitief\n\
             ontvangers: geen\naanleiding: Zomaar\nkosten: \"1250,50\"\n\
             stappen: [{wat: Graven, wanneer: 2022-04-01}]\ninhoud: |\n  Tekst met een lijst:\n\n  - een\n  - twee\n",
        );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let pdf = project.one(&["2022/grjr/2022-03-01_memo_eerste_grjr.pdf"]);
    assert_eq!(pdf.title(), "De eerste memo");
    let text = pdf.text_in_structure_order();
    for line in ["De eerste memo", "Zomaar", "Kosten: €\u{a0}1.250,50", "• een", "Graven: 1 april 2022"] {
        assert!(text.contains(line), "{line:?} is not in {text}");
    }
    assert_eq!(pdf.claims().pdfa.as_deref(), Some("2A"));
}

#[test]
fn a_new_kind_that_is_half_done_is_told_what_it_lacks() {
    let project = Project::regio()
        .with("templates/memo/soort.yaml", "naam: Memo\n")
        .with("content/2022/eerste/document.yaml", "soort: memo\nid: eerste\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.all());
    assert!(run.stderr.contains("templates/memo/soort.yaml:"), "{}", run.stderr);
}

#[test]
fn templates_hold_no_text_that_belongs_in_data() {
    // A name of a gemeente or person in a template would be the same for every council.
    let names = ["Ridderkerk", "Rotterdam", "Nissewaard", "Rijnmond"];
    let texts = tree(&root().join("templates")).into_iter().filter(|(path, _)| !path.ends_with("voorbeeld.yaml"));
    let wrong: Vec<String> = texts
        .filter(|(_, text)| names.iter().any(|name| String::from_utf8_lossy(text).contains(name)))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}
