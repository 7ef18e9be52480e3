//! An annex that one council withdraws, on the real content: its text, list, manifest and folder agree, and no other
//! council's papers change.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::project::Project;

const MAP: &str = "content/2023/wensen-regioagenda";
const WIE: [&str; 2] = ["ridderkerk", "schiedam"];

/// The numbers of the annexes of one gemeente's voorstel by title: as the manifest has them.
fn manifest(project: &Project, gemeente: &str) -> Vec<(String, String, String)> {
    let all: Value = serde_json::from_str(&project.text("out/manifest.json")).expect("a manifest");
    let is_own = |entry: &&Value| {
        entry["gemeente"] == gemeente
            && entry["uitvoer"] == "raadsvoorstel"
            && entry["document"] == "wensen-regioagenda"
    };
    let entry = all["stukken"].as_array().expect("entries").iter().find(is_own).expect("the voorstel");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let bijlagen = entry["bijlagen"].as_array().expect("annexes").iter();
    bijlagen.map(|b| (text(&b["nummer"]), text(&b["titel"]), text(&b["pad"]))).collect()
}

/// All four places of one gemeente's voorstel, compared; the titles in order.
fn agree(project: &Project, gemeente: &str) -> Vec<String> {
    let noted = manifest(project, gemeente);
    let text = project.one(&["_raadsvoorstel_", &format!("wensen-regioagenda_{gemeente}")]).text_in_structure_order();
    let (body, list) = text.rsplit_once("\nBijlagen\n").expect("a list of annexes");
    let listed: Vec<&str> = list.lines().collect();
    let mut folder: Vec<String> = project.files();
    let stem = format!("2023/{gemeente}/bijlagen/");
    folder.retain(|path| path.starts_with(&stem) && path.contains("_raadsvoorstel_wensen-regioagenda_"));
    let mut paths: Vec<String> = noted.iter().map(|(.., path)| path.clone()).collect();
    paths.sort();
    assert_eq!(folder, paths, "the folder holds what the manifest names");
    for (at, (nummer, titel, path)) in noted.iter().enumerate() {
        assert_eq!(*nummer, (at + 1).to_string(), "no gap in the manifest");
        assert_eq!(listed[at], format!("{nummer}. {titel}"), "the list says what the manifest says");
        assert!(path.rsplit_once('.').is_some_and(|(stem, _)| stem.ends_with(&format!("_bijlage-{nummer}"))), "{path}");
    }
    let laatste = noted.len();
    assert!(
        body.contains(&format!("bijlage\u{a0}{laatste}")) || body.contains(&format!("bijlage {laatste}")),
        "{body}"
    );
    assert!(!body.contains(&format!("bijlage {}", laatste + 1)), "{body}");
    noted.into_iter().map(|(_, titel, _)| titel).collect()
}

#[test]
fn a_withdrawn_annex_renumbers_in_that_council_only_and_everywhere_there() {
    let project = Project::real();
    project.change(
        &format!("{MAP}/document.yaml"),
        "bijlagen:\n  - id: regioagenda",
        "bijlagen:\n  - {id: memo, titel: Memo over de planning, bestand: bijlagen/memo.csv}\n  - id: regioagenda",
    );
    project.write(&format!("{MAP}/bijlagen/memo.csv"), "maand;stap\njuni;raad\n");
    let build = || {
        let run = project.run(&["build", "wensen-regioagenda", "--gemeente", WIE[0], "--gemeente", WIE[1]]);
        assert_eq!(run.code, 0, "{}", run.all());
        project.out()
    };
    let before = build();
    let eerst: Vec<Vec<String>> = WIE.iter().map(|wie| agree(&project, wie)).collect();
    assert_eq!((eerst[0].len(), &eerst[0]), (3, &eerst[1]));

    project.write(&format!("{MAP}/lokaal/{}.yaml", WIE[0]), "bijlagen: {vervang: {memo: {status: ingetrokken}}}\n");
    let after = build();
    assert_eq!(agree(&project, WIE[0]), eerst[0][1..], "what is left moves up");
    assert_eq!(agree(&project, WIE[1]), eerst[1]);
    let other = |out: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        out.clone().into_iter().filter(|(path, _)| path.contains(WIE[1])).collect()
    };
    assert!(other(&before) == other(&after) && !other(&before).is_empty(), "the other council's files are the same");
}
