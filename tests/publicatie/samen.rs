//! What stands in more than one file of a bundle is the same in all of them, and the schemas of others accept it.

use std::process::Command;

use serde_json::Value;

use super::proef::{bundel, gepubliceerd, project};
use crate::support::project::{root, tree};

/// The texts of all elements with this name, in order.
fn alle(xml: &str, naam: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).expect("well-formed");
    let nodes = document.descendants().filter(|node| node.tag_name().name() == naam);
    nodes.map(|node| node.text().unwrap_or_default().to_string()).collect()
}

/// The identifier behind the first element with this name.
fn resource(xml: &str, naam: &str) -> String {
    let document = roxmltree::Document::parse(xml).expect("well-formed");
    let node = document.descendants().find(|node| node.tag_name().name() == naam).expect("there");
    node.attribute("resource").expect("an identifier").to_string()
}

#[test]
fn bundles_are_the_same_in_every_run_and_folder() {
    let [een, twee] = [gepubliceerd(), gepubliceerd()].map(|project| tree(&project.path("out/publicatie")));
    assert!(een.keys().any(|pad| pad.ends_with(".zip")));
    assert_eq!(een.keys().collect::<Vec<_>>(), twee.keys().collect::<Vec<_>>());
    for (pad, bytes) in &een {
        assert!(twee[pad] == *bytes, "{pad} differs");
    }
}

/// Runs a tool over what was published; says so when the tool is not there, which fails where nothing may be skipped.
fn met(tool: &str, args: &[&str]) -> Option<String> {
    let Ok(output) = Command::new(tool).args(args).output() else {
        assert!(std::env::var_os("GRIFFEL_GEEN_OVERSLAAN").is_none(), "{tool} is not there");
        eprintln!("OVERGESLAGEN: {tool} is not there");
        return None;
    };
    let tekst = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success(), "{tool} {args:?}: {tekst}");
    Some(tekst)
}

#[test]
fn xmllint_accepts_all_metadata() {
    let project = gepubliceerd();
    let map = project.path("out/publicatie");
    let Some(_) = met("xmllint", &["--version"]) else { return };
    let script = root().join("tests/conformance/xmllint.sh");
    let tekst = met("bash", &[&script.to_string_lossy(), &map.to_string_lossy()]).expect("bash is there");
    assert!(tekst.contains("bestanden voldoen"), "{tekst}");
}

#[test]
fn a_zip_opens_elsewhere_with_the_right_names() {
    let project = gepubliceerd();
    let zip = project.path("out/publicatie/ridderkerk/ridderkerk-2024.zip");
    let zip = zip.to_string_lossy();
    let namen: Vec<String> =
        bundel(&project, "ridderkerk/2024").into_keys().map(|pad| format!("ridderkerk-2024/{pad}")).collect();
    if let Some(tekst) = met("unzip", &["-Z1", &zip]) {
        let mut gelezen: Vec<&str> = tekst.lines().collect();
        gelezen.sort_unstable();
        assert_eq!(gelezen, namen);
        met("unzip", &["-tq", &zip]);
    }
    let python = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint('\\n'.join(z.namelist()))";
    if let Some(tekst) = met("python3", &["-c", python, &zip]) {
        let mut gelezen: Vec<&str> = tekst.lines().collect();
        gelezen.sort_unstable();
        assert_eq!(gelezen, namen);
    }
}

#[test]
fn a_decision_of_general_application_comes_with_its_text_and_its_sheet() {
    let files = bundel(&gepubliceerd(), "ridderkerk/2024");
    let met = |einde: &str| -> Vec<&String> { files.keys().filter(|pad| pad.ends_with(einde)).collect() };
    let [tekst] = met(".drop.txt")[..] else { panic!("{:?}", met(".drop.txt")) };
    let woorden = String::from_utf8(files[tekst].clone()).expect("text");
    assert!(tekst.contains("raadsbesluit"), "{tekst}");
    for zin in [
        "De raad van de gemeente Ridderkerk,",
        "esluit:",
        "1. ",
        "Aldus vastgesteld in de openbare vergadering van 18 april 2024.",
    ] {
        assert!(woorden.contains(zin), "{zin}\n{woorden}");
    }
    let json: Value =
        serde_json::from_slice(&files[&tekst.replace("txt", "json").replace(".drop.", ".drop-invoerblad.")])
            .expect("JSON");
    assert_eq!(
        (&json["citeertitel"], &json["datum ondertekening"]),
        (&"Voorbeeldbesluit".into(), &"2024-04-18".into())
    );
    assert!(json["rubriek"].is_null() && json["datum inwerkingtreding"].is_null());
    let controle = String::from_utf8(files["controle.md"].clone()).expect("text");
    assert!(
        controle.contains("| let op | invoerblad voor DROP | door de gemeente in te vullen: rubriek, "),
        "{controle}"
    );
}

#[test]
fn a_proposal_is_published_before_its_decision() {
    let project = gepubliceerd();
    let files = bundel(&project, "ridderkerk/2024");
    let dagen = |soort: &str| {
        let (_, mdto) = files.iter().find(|(pad, _)| pad.contains(soort) && pad.ends_with(".mdto.xml")).expect("made");
        alle(std::str::from_utf8(mdto).expect("UTF-8"), "eventTijd")
    };
    assert_eq!(dagen("_raadsvoorstel_"), ["2024-03-12", "2024-03-20"]);
    assert_eq!(dagen("_raadsbesluit_"), ["2024-04-18", "2024-04-25"]);
    let voorstel = "content/2024/raadsvoorstel/document.yaml";
    project.change(voorstel, "  datum_besluit: 2024-04-25\n", "");
    super::proef::goed(&project.run(&["build"]));
    let run = project.run(&["publish", "--gemeente", "ridderkerk"]);
    let fout = "fout[G737]: de publicatie (20 maart 2024) is eerder dan de vaststelling (18 april 2024)";
    let hulp = "= hulp: Geef de dag waarop het besluit is gepubliceerd bij `datum_besluit`";
    assert!(run.code == 1 && run.stderr.contains(fout) && run.stderr.contains(hulp), "{}", run.all());
}

#[test]
fn what_is_given_for_an_announcement_that_is_not_made_is_told() {
    let project = project();
    let brief = project.text("content/2024/informatiebrief/document.yaml");
    let opgave = "\npublicatie: {bekendmaking: {citeertitel: Voorbeeldbrief}}\n";
    project.write("content/2024/informatiebrief/document.yaml", format!("{brief}{opgave}"));
    let voorstel = "content/2024/raadsvoorstel/document.yaml";
    project.change(voorstel, "besluitvorming: {datum: 2024-04-18, uitkomst: vastgesteld}\n", "");
    project.change(voorstel, "  datum_besluit: 2024-04-25\n", "");
    super::proef::goed(&project.run(&["build"]));
    super::proef::goed(&project.run(&["publish", "--gemeente", "ridderkerk"]));
    let controle = project.text("out/publicatie/ridderkerk/2024/controle.md");
    for zin in [
        "er is niets klaargezet voor DROP: van deze soort maakt griffel geen besluittekst – bij Raadsinformatiebrief: ",
        "er is nog niets klaargezet voor DROP: de raad heeft dit besluit nog niet vastgesteld – bij Raadsbesluit: ",
    ] {
        assert!(controle.contains(&format!("| let op | bekendmaking | {zin}")), "{controle}");
    }
    assert!(
        !project
            .path("out/publicatie/ridderkerk/2024")
            .read_dir()
            .expect("made")
            .flatten()
            .any(|entry| { entry.file_name().to_string_lossy().contains(".drop") })
    );
}

#[test]
fn notes_that_the_text_of_a_decision_leaves_out_are_told() {
    let project = project();
    let voorstel = "content/2024/raadsvoorstel/document.yaml";
    project.change(voorstel, "vast te stellen.\n    argumenten:", "vast te stellen.[^plan]\n    argumenten:");
    project.write(voorstel, format!("{}\nnoten:\n  plan: Het werkplan ligt ter inzage.\n", project.text(voorstel)));
    super::proef::goed(&project.run(&["build"]));
    super::proef::goed(&project.run(&["publish", "--gemeente", "ridderkerk"]));
    let controle = project.text("out/publicatie/ridderkerk/2024/controle.md");
    let zin =
        "| let op | tekst voor DROP | de noten staan er niet in: neem ze zelf over uit de PDF – bij Raadsbesluit: ";
    assert!(controle.contains(zin), "{controle}");
    super::proef::goed(&project.run(&["verify", "out/publicatie"]));
}

#[test]
fn a_document_names_who_existed_and_what_hangs_together() {
    let project = project();
    // The joint regulation publishes its own papers, for all its members of that day.
    super::proef::goed(&project.run(&["build"]));
    super::proef::goed(&project.run(&["publish", "--gemeente", "grjr"]));
    let files = bundel(&project, "grjr/2024");
    let (_, agenda) =
        files.iter().find(|(pad, _)| pad.contains("regioagenda") && pad.ends_with(".diwoo.xml")).expect("made");
    let agenda = String::from_utf8(agenda.clone()).expect("text");
    assert!(resource(&agenda, "publisher").ends_with("/so/so0842"));
    assert_eq!(alle(&agenda, "documentsoort"), ["jaarplan"]);
    assert!(!project.path("out/publicatie/ridderkerk").exists());
}
