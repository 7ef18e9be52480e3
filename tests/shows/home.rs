//! What Tera and Typst object to is led home: to the writer's line, or to the designer's, with the kind and document.

use serde_json::Value;

use super::brief;
use crate::support::project::Project;

const EEN: &str = "content/2022/een/document.yaml";
const SJABLOON: &str = "templates/collegebrief/document.typ.tera";
const STIJL: &str = "templates/stijl/brief.typ";

fn een(tekst: &str) -> Project {
    Project::regio().with(EEN, brief("een", tekst))
}

/// Each note as `code file:line text`, and what it says.
fn notes(project: &Project, args: &[&str]) -> Vec<(String, Value)> {
    let run = project.run(&[args, &["--format", "json"]].concat());
    let all: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.all()));
    let show = |note: &Value| {
        let place = &note["places"][0];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        format!("{} {}:{} {}", text(&note["code"]), text(&place["file"]), place["line"], text(&place["text"]))
    };
    all.as_array().expect("an array").iter().map(|note| (show(note), note.clone())).collect()
}

/// The one fault; a rule about content may warn of the same.
fn only(project: &Project) -> (String, Value) {
    let mut found = notes(project, &["check", "een"]);
    found.retain(|(_, note)| note["severity"] == "fout");
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

/// The line of a file on which this text stands.
fn line(project: &Project, path: &str, text: &str) -> usize {
    let whole = project.text(path);
    whole.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{path} has no {text}")) + 1
}

#[test]
fn a_missing_glyph_leads_to_the_word_in_the_yaml() {
    let project = een("Gewone regel.\n\n  Een sneeuwpop ☃ in de tuin.");
    let (place, _) = only(&project);
    let nr = line(&project, EEN, "☃");
    assert!(place.starts_with(&format!("G601 {EEN}:{nr} ")), "{place}");
}

#[test]
fn a_breach_of_accessibility_leads_to_the_heading_in_the_yaml() {
    let project = een("# Eerst\n\n  Tekst.\n\n  ### Te diep\n\n  Tekst.");
    // The rule for content finds it first, and then nothing is compiled.
    let instellingen = project.text("content/griffel.yaml");
    project.write("content/griffel.yaml", format!("{instellingen}regels: {{G821: uit}}\n"));
    let (place, _) = only(&project);
    let nr = line(&project, EEN, "### Te diep");
    assert!(place.starts_with(&format!("G603 {EEN}:{nr} ")), "{place}");
}

#[test]
fn an_image_that_cannot_be_read_leads_to_its_line_in_the_yaml() {
    let project = een("Tekst.\n\n  ![Kaart](kaart.png)").with("content/2022/een/kaart.png", "geen beeld");
    let (place, note) = only(&project);
    let nr = line(&project, EEN, "![Kaart]");
    assert!(place.starts_with(&format!("G606 {EEN}:{nr} ")), "{place}");
    assert!(note["message"].as_str().is_some_and(|text| text.contains("kaart.png")), "{note}");
}

#[test]
fn a_fault_beside_a_document_from_the_cache_is_still_shown_and_led_home() {
    let project = een("Tekst.").with("content/2022/twee/document.yaml", brief("twee", "Tekst."));
    project.build();
    project.change(EEN, "  Tekst.", "  Tekst ☃.");
    let first = notes(&project, &["build"]);
    let second = notes(&project, &["build"]);
    assert!(first.iter().any(|(place, _)| place.starts_with(&format!("G601 {EEN}:"))), "{first:#?}");
    let codes = |found: &[(String, Value)]| found.iter().map(|(place, _)| place.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&first), codes(&second));
}

#[test]
fn an_unknown_filter_or_part_leads_into_the_template() {
    let project = een("Tekst.");
    project.change(SJABLOON, "{{ aanhef }}", "{{ aanhef | hoofdleters }}{% include \"delen/weg.typ.tera\" %}");
    let nr = line(&project, SJABLOON, "hoofdleters");
    let found = notes(&project, &["check", "een"]);
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    assert!(places.contains(&format!("G501 {SJABLOON}:{nr} hoofdleters").as_str()), "{places:?}");
    assert!(
        places.iter().filter(|place| place.starts_with(&format!("G501 {SJABLOON}:{nr} "))).count() == 2,
        "{places:?}"
    );
    let geraakt =
        |note: &Value| note["places"].as_array().is_some_and(|all| all.iter().any(|place| place["file"] == EEN));
    assert!(found.iter().any(|(_, note)| geraakt(note)), "the document: {places:?}");
    assert!(found.iter().any(|(_, note)| note["message"].as_str().is_some_and(|m| m.contains("soort `collegebrief`"))));
}

#[test]
fn a_fault_in_stijl_is_shown_in_stijl_with_the_document_that_hit_it() {
    let project = een("Tekst.");
    let text = project.text(STIJL);
    let at = text.find("#let brief(").expect("the style of a letter");
    let body = at + text[at..].find("{\n").expect("a body") + 2;
    project.write(STIJL, format!("{}  bestaat-niet()\n{}", &text[..body], &text[body..]));
    let (place, note) = only(&project);
    let nr = line(&project, STIJL, "bestaat-niet()");
    assert!(place.starts_with(&format!("G613 {STIJL}:{nr} bestaat-niet")), "{place}");
    assert_eq!(note["places"][1]["file"], EEN);
    assert_eq!(note["places"][1]["label"], "bij dit stuk, met `templates/collegebrief/document.typ.tera`");
}

#[test]
fn typst_in_a_template_is_shown_in_the_template() {
    let project = een("Tekst.");
    project.change(SJABLOON, "#show: brief\n", "#show: brief\n#bestaat-niet()\n");
    let (place, note) = only(&project);
    let nr = line(&project, SJABLOON, "bestaat-niet");
    assert!(place.starts_with(&format!("G613 {SJABLOON}:{nr} bestaat-niet")), "{place}");
    assert_eq!(note["places"][1]["file"], EEN);
}

#[test]
fn a_kind_that_is_not_sound_is_told_in_dutch_at_its_place() {
    let soort = "templates/collegebrief/soort.yaml";
    for (from, to, text, says) in [
        ("verspreiding: per-gemeente", "verspreiding: per-gemente", "per-gemente", "`per-gemente` kan hier niet"),
        ("gezicht: brief", "gezichten: brief", "gezichten", "`gezichten` is hier geen bekend veld"),
        (
            "sjabloon: document.typ.tera",
            "sjabloon: weg.typ.tera",
            "weg.typ.tera",
            "het sjabloon `weg.typ.tera` van uitvoer",
        ),
    ] {
        let project = een("Tekst.");
        project.change(soort, from, to);
        let found = notes(&project, &["check"]);
        let nr = line(&project, soort, to);
        let hit = found.iter().find(|(_, note)| note["message"].as_str().is_some_and(|m| m.starts_with(says)));
        let (place, _) = hit.unwrap_or_else(|| panic!("{to}: {found:#?}"));
        assert!(place.ends_with(&format!(" {soort}:{nr} {text}")), "{place}");
    }
}
