//! `griffel verify` on what `griffel publish` really writes: sound, tampered with by somebody who makes every checksum
//! anew, damaged at random, and come back from a website.

mod doortrapt;
mod schade;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use griffel::publish::Inlezing;

use super::{Files, compare, schrijf};
use crate::publicatie::proef::gepubliceerd;
use crate::support::project::{Project, tree};

/// The folder of all bundles, with every kind of document, made once.
static PUBLICATIE: LazyLock<Files> = LazyLock::new(|| tree(&gepubliceerd().path("out/publicatie")));

/// The files below a folder of it.
fn onder(map: &str) -> Files {
    let eigen = |(pad, bytes): (&String, &Vec<u8>)| {
        Some((pad.strip_prefix(map)?.strip_prefix('/')?.to_string(), bytes.clone()))
    };
    PUBLICATIE.iter().filter_map(eigen).collect()
}

fn van_map(files: &Files) -> Inlezing {
    Inlezing { bestanden: files.clone(), ..Inlezing::default() }
}

#[test]
fn what_was_just_published_passes_every_check_as_folder_and_as_zip() {
    let project = Project::empty();
    schrijf(&project.path("publicatie"), &PUBLICATIE);
    let verify = |pad: &str| -> Vec<(String, Vec<(String, u64)>)> {
        let run = project.run(&["verify", pad, "--format", "json"]);
        assert_eq!(run.code, 0, "{pad}\n{}", run.all());
        let json: serde_json::Value =
            serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.all()));
        let lijst = |waarde: &serde_json::Value| waarde.as_array().cloned().unwrap_or_default();
        let controle = |een: &serde_json::Value| {
            assert!(een["goed"] == true && lijst(&een["bevindingen"]).is_empty(), "{pad}: {een}");
            (een["controle"].as_str().expect("a name").to_string(), een["aantal"].as_u64().expect("a number"))
        };
        let bundel = |een: &serde_json::Value| {
            (
                een["bundel"].as_str().expect("a folder").to_string(),
                lijst(&een["controles"]).iter().map(controle).collect(),
            )
        };
        lijst(&json["bundels"]).iter().map(bundel).collect()
    };
    let alle = verify("publicatie");
    let mappen: Vec<&str> = alle.iter().map(|(map, _)| map.as_str()).collect();
    assert_eq!(mappen, ["2024", "grjr/2024", "ridderkerk/2024", "rotterdam/2024"]);
    for (map, controles) in &alle[1..] {
        let [wie, jaar] = map.split('/').collect::<Vec<_>>()[..] else { panic!("{map}") };
        // Nothing passes because there was nothing to look at.
        assert!(controles.len() == 9 && controles.iter().all(|(_, aantal)| *aantal > 0), "{map}: {controles:?}");
        let zip = verify(&format!("publicatie/{wie}/{wie}-{jaar}.zip"));
        let [(naam, in_zip)] = &zip[..] else { panic!("{zip:?}") };
        assert_eq!((naam.as_str(), &in_zip[1..]), (format!("{wie}-{jaar}").as_str(), &controles[..]));
    }
}

/// What came back from a website, ticked off against what was sent.
fn aankomst(naam: &str, terug: &Files, code: i32) -> String {
    let project = Project::empty();
    schrijf(&project.path("publicatie"), &PUBLICATIE);
    schrijf(&project.path("terug"), terug);
    let run = project.run(&["verify", "publicatie", "--aankomst", "terug", "--lijst", "aankomst.md"]);
    let lijst = project.text("aankomst.md");
    assert!(run.stdout.ends_with(&lijst), "{}", run.all());
    let run = crate::support::project::Run { stdout: lijst.clone(), ..run };
    compare(naam, &run, code);
    lijst
}

#[test]
fn a_published_copy_ticks_off_every_reference_for_every_gemeente() {
    // The index of the year is no document that somebody expects.
    let stuk = |pad: &&String| pad.ends_with(".pdf") && !pad.contains("/bijlagen/") && !pad.starts_with("2024/");
    let stukken: Vec<&String> = PUBLICATIE.keys().filter(stuk).collect();
    // Files as a browser saves them: in one folder, under numbers of its own.
    let opgeslagen: Files = stukken
        .iter()
        .enumerate()
        .map(|(nr, pad)| (format!("download ({nr}).pdf"), PUBLICATIE[*pad].clone()))
        .collect();
    let lijst = aankomst("gepubliceerd-aankomst-bestanden", &opgeslagen, 0);
    // What must be on the list follows from the lists for the council information system.
    let mut verwacht = BTreeSet::new();
    for map in ["grjr", "ridderkerk", "rotterdam"] {
        let csv = String::from_utf8(PUBLICATIE[&format!("{map}/2024/ris.csv")].clone()).expect("UTF-8");
        for cellen in csv.lines().skip(1).map(|regel| regel.split(';').collect::<Vec<_>>()) {
            if !cellen[0].starts_with("bijlagen/") {
                let kenmerk = if cellen[8].is_empty() { "geen" } else { cellen[8] };
                verwacht.insert((
                    kenmerk.to_string(),
                    cellen[5].trim_start_matches("gemeente ").to_string(),
                    cellen[0].to_string(),
                ));
            }
        }
    }
    let rij = |regel: &str| {
        let cellen: Vec<&str> = regel.split(" | ").collect();
        (cellen.first() == Some(&"| [x]"))
            .then(|| (cellen[1].to_string(), cellen[2].to_string(), cellen[3].to_string()))
    };
    let afgestreept: BTreeSet<_> = lijst.lines().filter_map(rij).collect();
    assert_eq!(afgestreept, verwacht);
    assert_eq!(verwacht.len(), stukken.len());
    // A saved sitemap names them too; half of the sitemaps, half of the documents.
    let sitemap = |pad: &String| pad.contains("/sitemap-");
    let sitemaps: Files = PUBLICATIE
        .iter()
        .filter(|(pad, _)| sitemap(pad))
        .map(|(pad, bytes)| (pad.replace('/', "-"), bytes.clone()))
        .collect();
    aankomst("gepubliceerd-aankomst-sitemaps", &sitemaps, 0);
    let van_een: Files =
        sitemaps.into_iter().filter(|(pad, _)| pad.starts_with("ridderkerk") || pad.starts_with("grjr")).collect();
    aankomst("gepubliceerd-aankomst-half", &van_een, 1);
}
