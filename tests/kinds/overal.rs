//! What may stand in a text may stand in every text of every kind: a template that puts a field in a frame must not
//! turn what an author wrote into a fault of the template.

use serde_json::Value as Json;
use serde_yaml::Value;

use super::{VOORBEELD, kinds};
use crate::support::project::{Project, root};

/// What is put in the place of a text: blocks that start a page, hold others, or lead elsewhere.
const BLOKKEN: &[&str] = &[
    "- Eerst dit.\n- {blok: pagina_einde}\n- Daarna dit.\n",
    "- Eerst dit.\n- {blok: kader, soort: let-op, tekst: [In een kader., {blok: pagina_einde}, Nog daarin.]}\n- Daarna.\n",
    "- Eerst dit.\n- {blok: kolommen, aantal: 2, inhoud: [Links., {blok: pagina_einde}, Rechts.]}\n- Daarna.\n",
    "- \"Zie www.dijk.example en [de dijk](https://dijk.example).\\n\\n> Een [aanhaling](https://dijk.example/a).\"\n",
];

/// All texts of more lines in a document, each replaced in a copy of its own.
fn vervangen(document: &Value, blok: &Value) -> Vec<Value> {
    fn ga(hier: &Value, blok: &Value, geheel: &dyn Fn(Value) -> Value, uit: &mut Vec<Value>) {
        match hier {
            Value::String(tekst) if tekst.contains('\n') => uit.push(geheel(blok.clone())),
            Value::Sequence(items) => {
                for (nr, item) in items.iter().enumerate() {
                    let terug = |nieuw: Value| {
                        let mut items = items.clone();
                        items[nr] = nieuw;
                        geheel(Value::Sequence(items))
                    };
                    ga(item, blok, &terug, uit);
                }
            }
            Value::Mapping(velden) => {
                for (naam, veld) in velden {
                    let terug = |nieuw: Value| {
                        let mut velden = velden.clone();
                        velden.insert(naam.clone(), nieuw);
                        geheel(Value::Mapping(velden))
                    };
                    ga(veld, blok, &terug, uit);
                }
            }
            _ => {}
        }
    }
    let mut uit = Vec::new();
    ga(document, blok, &|geheel| geheel, &mut uit);
    uit
}

/// The example of a kind with a subject that stands in the head of every page, and a name of its own.
fn eigen(mut document: Value, naam: &str) -> String {
    let onderwerp = "Werkplan op www.dijk.example en [elders](https://dijk.example)";
    for (veld, waarde) in [("id", naam), ("kenmerk", naam), ("onderwerp", onderwerp), ("korte_titel", onderwerp)] {
        document[veld] = Value::String(waarde.to_owned());
    }
    serde_yaml::to_string(&document).expect("YAML")
}

#[test]
fn every_block_may_stand_in_every_text_of_every_kind() {
    let mut project = Project::regio().with("content/gemeenten/voorbeeld.yaml", VOORBEELD);
    let mut documents = 0;
    for kind in kinds() {
        let text = std::fs::read_to_string(root().join("templates").join(&kind).join("voorbeeld.yaml"));
        let document: Value = serde_yaml::from_str(&text.expect("an example")).expect("YAML");
        for blok in BLOKKEN {
            let blok: Value = serde_yaml::from_str(blok).expect("YAML");
            for anders in vervangen(&document, &blok) {
                let naam = format!("{kind}-{documents}");
                project = project.with(&format!("content/2024/{naam}/document.yaml"), eigen(anders, &naam));
                documents += 1;
            }
        }
    }
    assert!(documents > 100, "{documents} documents");
    let notes: Json = serde_json::from_str(&project.run(&["check", "--format", "json"]).stdout).expect("JSON");
    let fault = |note: &&Json| {
        note["severity"] == "fout" && note["code"].as_str().is_some_and(|code| code.starts_with(['G']) && code > "G500")
    };
    let found: Vec<&Json> = notes.as_array().expect("a list").iter().filter(fault).collect();
    assert!(found.is_empty(), "{} faults, the first: {:#}", found.len(), found[0]);
    let made = project.run(&["build"]);
    assert!(project.pdfs().len() * 2 > documents, "{} of {documents}\n{}", project.pdfs().len(), made.all());
}
