//! The whole public set holds no contact that is not public: not in text, XMP or tags, file names, manifest or annexes.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::profielen::leesbaar;
use super::{brief, built, manifest};
use crate::support::project::{Project, root, tree};

/// What identifies a person in a contact.
const VELDEN: [&str; 3] = ["naam", "email", "telefoon"];

/// Every value of a contact or a list of members in the content that does not say that it is public.
fn verborgen(content: &std::path::Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, bytes) in tree(content) {
        if path.ends_with(".yaml") {
            let value: Value = serde_yaml::from_slice(&bytes).unwrap_or_else(|e| panic!("{path}: {e}"));
            verzamel(&value, false, &mut found);
        }
    }
    found
}

fn verzamel(value: &Value, contact: bool, found: &mut BTreeSet<String>) {
    match value {
        Value::Sequence(items) => items.iter().for_each(|item| verzamel(item, contact, found)),
        Value::Mapping(fields) => {
            let word = |key: &str| fields.get(key).and_then(Value::as_str);
            let public = matches!(fields.get("publiek"), Some(Value::Bool(true))) || word("publiek") == Some("ja");
            let blok = matches!(word("blok"), Some("contact" | "leden"));
            for (key, inner) in fields {
                let key = key.as_str().unwrap_or_default();
                let hidden = (contact || blok) && !public;
                match inner {
                    Value::String(text) if hidden && VELDEN.contains(&key) && text != "onbekend" => {
                        found.insert(text.clone());
                    }
                    _ => verzamel(inner, key == "behandeling" || ((blok || contact) && key == "leden"), found),
                }
            }
        }
        _ => {}
    }
}

fn lekt(project: &Project, geheim: &BTreeSet<String>) -> Vec<String> {
    let tekst = leesbaar(project);
    geheim.iter().filter(|woord| tekst.contains(woord.as_str())).cloned().collect()
}

#[test]
fn no_contact_of_the_real_content_is_in_its_public_set() {
    let geheim = verborgen(&root().join("content"));
    assert_eq!(lekt(&built().project, &geheim), Vec::<String>::new());
}

#[test]
fn contacts_in_every_document_and_many_forms_stay_out_of_the_public_set() {
    let project = Project::real();
    let mut nr = 0;
    for (path, bytes) in tree(&root().join("content")) {
        if path.ends_with("/document.yaml") {
            nr += 1;
            let text = String::from_utf8(bytes).expect("text");
            let text = text.lines().filter(|line| !line.starts_with("behandeling:")).collect::<Vec<_>>().join("\n");
            let contact = format!(
                "\nbehandeling: {{functie: Adviseur, naam: X. Geheimnaam{nr}, email: x.geheim{nr}@intern.example, telefoon: 06 0000 000{nr}}}\n"
            );
            project.write(&format!("content/{path}"), text + &contact);
        }
    }
    assert!(nr >= 7, "the documents were not found");
    let blokken = "inhoud:\n  - Tekst.\n\
                   \u{20} - {blok: contact, rol: Archivaris, naam: Z. Geheimblok, email: z.geheim@intern.example, telefoon: 06 0000 0099}\n\
                   \u{20} - {blok: leden, leden: [{naam: L. Geheimlid, organisatie: Gemeente Schiedam, rol: lid}]}\n";
    project.write("content/2022/blokken/document.yaml", brief("blokken", "").replace("inhoud: |\n  \n", blokken));
    let geheim = verborgen(&project.path("content"));
    assert!(geheim.len() >= 3 * nr + 4, "{geheim:?}");
    // A contact is of a document, so one gemeente and the regulation get every document and every output there is.
    let publiek = project.run(&["build", "--gemeente", "schiedam", "--gemeente", "grjr"]);
    assert_eq!(publiek.code, 0, "{}", publiek.all());
    let documents: BTreeSet<String> = manifest(&project).into_iter().map(|entry| entry.document).collect();
    assert_eq!(documents.len(), nr + 1, "{documents:?}");
    assert_eq!(lekt(&project, &geheim), Vec::<String>::new());
    // The same search finds them where they may be.
    let intern = project.run(&["build", "blokken", "--gemeente", "schiedam", "--profiel", "intern"]);
    assert_eq!(intern.code, 0, "{}", intern.all());
    assert!(lekt(&project, &geheim).iter().any(|woord| woord.contains("Geheimlid")), "the search finds nothing at all");
}
