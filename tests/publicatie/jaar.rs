//! The index of a year: it holds every document of the year once per view, its links lead somewhere, and it is never half.

use std::collections::{BTreeMap, BTreeSet};

use super::proef::{goed, project};
use crate::support::html::Element;
use crate::support::pdf::{Link, Pdf, Target};
use crate::support::project::{Project, tree};

const INDEX: &str = "out/publicatie/2024/index.html";
const PDF: &str = "out/publicatie/2024/overzicht-2024.pdf";

/// All papers, of which one is a draft and one secret.
fn jaar() -> Project {
    let project = project();
    project.change("content/2024/zienswijzebrief/document.yaml", "\nstatus: definitief", "\nstatus: concept");
    let brief = "content/2024/collegebrief/document.yaml";
    let tekst = project.text(brief);
    let onderwerp = tekst.lines().find(|regel| regel.starts_with("onderwerp: ")).expect("a subject").to_string();
    project.change(brief, &onderwerp, "onderwerp: Het verzwegen onderwerp");
    project.change(brief, "\nopenbaarheid: openbaar", "\nopenbaarheid: besloten\npublicatie: nee");
    project
}

fn gepubliceerd() -> Project {
    let project = jaar();
    goed(&project.run(&["build"]));
    let run = project.run(&["publish"]);
    goed(&run);
    assert!(run.stdout.contains("overzicht van 2024: gemaakt"), "{}", run.stdout);
    project
}

/// Where the links of the page lead, those within the page left out.
fn links(pagina: &str) -> Vec<String> {
    let alle = pagina.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    alle.filter(|naar| naar.starts_with("../")).map(str::to_string).collect()
}

fn adres_van(link: &Link) -> Option<String> {
    match &link.target {
        Target::Url(adres) => Some(adres.clone()),
        _ => None,
    }
}

#[test]
fn the_index_of_a_year_leads_to_every_file_of_every_bundle_and_says_what_is_not_there() {
    let project = gepubliceerd();
    let files = tree(&project.path("out/publicatie"));
    let pagina = project.text(INDEX);
    let mut keren: BTreeMap<String, usize> = BTreeMap::new();
    links(&pagina).into_iter().for_each(|naar| *keren.entry(naar[3..].to_string()).or_default() += 1);
    // By subject and by gemeente: every document and page twice, and nothing that is not there.
    for naar in keren.keys() {
        assert!(files.contains_key(naar), "{naar} is not there");
    }
    let stuk = |pad: &&String| {
        let soort = pad.ends_with(".pdf") || (pad.ends_with(".html") && !pad.ends_with("/controle.html"));
        soort && pad.contains("/2024/")
    };
    let stukken: Vec<&String> = files.keys().filter(stuk).collect();
    assert!(stukken.len() > 16, "{stukken:?}");
    for pad in stukken {
        let keer = keren.get(pad).copied().unwrap_or_default();
        assert!(keer == 2 || (keer > 2 && pad.contains("/bijlagen/")), "{pad} is linked {keer} times");
    }
    let tekst = Element::lees(&pagina).tekst();
    assert!(tekst.contains("Zienswijze (Ridderkerk en Rotterdam): de status is ‘concept’"), "{tekst}");
    assert!(tekst.contains("(Ridderkerk en Rotterdam): dit stuk wordt niet gepubliceerd."), "{tekst}");
    // Of a draft the subject is nobody's business yet.
    assert!(!tekst.contains("Zienswijze op de ontwerpbegroting"), "{tekst}");
    let bijlage = "Bijlage ‘Werkplan 2024’ bij Raadsvoorstel (Ridderkerk en Rotterdam): hiervan is hier geen bestand.";
    assert!(tekst.contains(bijlage), "{tekst}");
    assert!(!tekst.contains("verzwegen") && !project.pdf(&PDF[4..]).words().join(" ").contains("verzwegen"));
    let sums = project.text("out/publicatie/2024/SHA256SUMS");
    for pad in ["index.html", "overzicht-2024.pdf"] {
        let som = griffel::compile::sha256(&files[&format!("2024/{pad}")]);
        assert!(sums.contains(&format!("{som}  {pad}\n")), "{sums}");
    }
    // The PDF says the same, with the addresses where the files come to stand.
    let adres = |pad: &str| match pad.split_once('/').expect("a folder") {
        ("grjr", rest) => format!("https://publicatie.jeugdhulprijnmond.example/{rest}"),
        (wie, rest) => format!("https://stukken.{wie}.example/raad/{rest}"),
    };
    let pdf: Pdf = project.pdf(&PDF[4..]);
    let in_pdf: BTreeSet<String> = pdf.links().iter().filter_map(adres_van).collect();
    assert_eq!(in_pdf, keren.keys().map(|pad| adres(pad)).collect::<BTreeSet<_>>());
    let koppen: Vec<String> = pdf.headings().into_iter().map(|(_, kop)| kop).collect();
    let op_pagina: Vec<String> = Element::lees(&pagina)
        .met(&["h2", "h3"])
        .iter()
        .filter(|kop| kop.attr("id").is_some_and(|id| !id.starts_with("wijzer")))
        .map(|kop| kop.tekst())
        .collect();
    assert_eq!(koppen, op_pagina);
}

#[test]
fn what_is_not_published_is_named_beside_the_bundles_and_nowhere_in_them() {
    let project = gepubliceerd();
    let verslag = project.text("out/publicatie-controle.md");
    let concept = "| 2024 Zienswijze ‘Zienswijze op de ontwerpbegroting 2025’, kenmerk 24U0000003 | de status is ‘concept’; definitieve en vastgestelde stukken gaan mee – voor ridderkerk, rotterdam; zie content/2024/zienswijzebrief |";
    assert!(verslag.contains(concept), "{verslag}");
    let besloten = "| 2024 Brief aan het college, kenmerk 24U0000001 | het stuk is besloten – voor ridderkerk, rotterdam; zie content/2024/collegebrief |";
    assert!(verslag.contains(besloten) && !verslag.contains("verzwegen"), "{verslag}");
    let mut gezien = 0;
    for (pad, bytes) in tree(&project.path("out/publicatie")) {
        let woorden = match pad.rsplit('.').next() {
            Some("pdf") => {
                griffel::pdf::lees(&bytes).map(|pdf| format!("{:?} {}", pdf.facts, pdf.tekst)).unwrap_or_default()
            }
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        };
        for geheim in ["verzwegen", "Zienswijze op de ontwerpbegroting", "24U0000003", "24U0000001", "zienswijzebrief"]
        {
            assert!(!woorden.contains(geheim) && !pad.contains(geheim), "{pad} names {geheim}");
        }
        gezien += usize::from(pad.ends_with("/controle.md") && woorden.contains("2 stukken van 2024 gaan niet mee."));
    }
    assert_eq!(gezien, 2, "both gemeenten are told how many documents stay out");
}

#[test]
fn an_index_is_there_only_when_its_year_is_whole() {
    let project = gepubliceerd();
    let eerst = project.text(INDEX);
    // A part of the year that has not changed leaves it as it is.
    let deel = project.run(&["publish", "--gemeente", "ridderkerk"]);
    goed(&deel);
    assert!(deel.stdout.contains("overzicht van 2024: niet gemaakt"), "{}", deel.stdout);
    assert_eq!(project.text(INDEX), eerst);
    // A part that has changed would make it say what is no longer so.
    let agenda = "content/2024/zienswijzebrief/document.yaml";
    project.change(agenda, "\nstatus: concept", "\nstatus: definitief");
    goed(&project.run(&["build"]));
    let deel = project.run(&["publish", "--gemeente", "ridderkerk"]);
    goed(&deel);
    assert!(deel.stderr.contains("waarschuwing[G524]"), "{}", deel.all());
    assert!(!project.path(INDEX).exists() && !project.path(PDF).exists());
    // The whole year brings it back, with the document that has come.
    goed(&project.run(&["publish", "--jaar", "2024"]));
    let nu = project.text(INDEX);
    assert!(links(&nu).len() > links(&eerst).len());
    // A region that nobody knows has no index, however whole its bundles are; and a fault in one bundle takes it away.
    let grjr = project.text("content/organisaties/grjr.yaml");
    let adres = "basis_url: https://publicatie.jeugdhulprijnmond.example";
    project.write("content/organisaties/grjr.yaml", format!("{grjr}\n{adres}\n"));
    project.change("content/griffel.yaml", "\nafzender: grjr", "\nafzender: niemand");
    goed(&project.run(&["build"]));
    let run = project.run(&["publish", "--jaar", "2024"]);
    assert!(run.code == 1 && run.stderr.contains("fout[G525]"), "{}", run.all());
    assert!(!project.path(INDEX).exists() && project.path("out/publicatie/grjr/2024/SHA256SUMS").exists());
    project.write("content/gemeenten/rotterdam.yaml", "naam: [\n");
    project.change("content/griffel.yaml", "\nafzender: niemand", "\nafzender: grjr");
    let run = project.run(&["publish", "--jaar", "2024"]);
    assert!(run.code == 1 && !project.path(INDEX).exists(), "{}", run.all());
    assert!(!project.text("out/publicatie/manifest.json").contains("\"map\": \"2024\""));
}
