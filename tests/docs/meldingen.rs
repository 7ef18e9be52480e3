//! The explanations of the codes: the manual of codes is made from them, and their examples do what they say.

use std::collections::BTreeSet;

use griffel::diag::{Sources, codes, uitleg};
use griffel::load::yaml;

use super::{none, read, root};

const MELDINGEN: &str = "docs/meldingen.md";

#[test]
fn the_manual_of_codes_is_made_from_the_explanations() {
    let made = uitleg::handboek();
    if std::env::var_os("BIJWERKEN").is_some_and(|on| on == "1") {
        std::fs::write(root().join(MELDINGEN), &made).expect("the manual is written");
    }
    assert!(read(MELDINGEN) == made, "{MELDINGEN} is old; BIJWERKEN=1 cargo test writes it anew");
    none(codes::ALL.iter().filter(|code| !made.contains(&format!("### {}\n", code.id))).map(|c| c.id.to_string()));
}

/// The codes that reading a text as YAML gives.
fn gelezen(text: &str) -> BTreeSet<&'static str> {
    let noted = yaml::parse(text.as_bytes(), "voorbeeld.yaml", &mut Sources::default());
    noted.notes.iter().map(|note| note.code.id).collect()
}

#[test]
fn the_right_examples_read_and_the_wrong_ones_break_just_their_own_rule() {
    // What cannot be shown in a text: a tab and a control character are named in words.
    const VERTELD: [&str; 2] = ["G104", "G105"];
    let mut faults = Vec::new();
    for code in codes::ALL {
        let Some(uitleg) = uitleg::lees(code) else { continue };
        if uitleg.goed.taal == "yaml" {
            let notes = gelezen(uitleg.goed.tekst);
            if !notes.is_empty() {
                faults.push(format!("{}: the right example gives {notes:?}", code.id));
            }
        }
        if uitleg.fout.taal == "yaml" && !VERTELD.contains(&code.id) {
            let found = gelezen(uitleg.fout.tekst);
            let own: BTreeSet<&str> =
                [code.id].into_iter().filter(|id| ("G102"..="G121").contains(id) || *id == "G139").collect();
            // A later rule is broken by an example that reads well.
            if found != own {
                faults.push(format!("{}: the wrong example gives {found:?}", code.id));
            }
        }
    }
    none(faults);
}

#[test]
fn every_rule_for_content_stands_in_the_manual() {
    let manual = read("docs/handleiding.md");
    let regel = |code: &&&griffel::diag::Code| format!("| {} | {} | {} |", code.id, code.regel, code.severity.woord());
    let inhoud = codes::ALL.iter().filter(|code| code.id.starts_with("G8") && !["G878", "G879"].contains(&code.id));
    none(inhoud.filter(|code| !manual.contains(&regel(code))).map(|code| code.id.to_owned()));
}
