//! Whether a PDF still is what it says, and what its metadata says of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Bestanden, Controle};
use crate::diag::codes;
use crate::model::tooi;
use crate::nl;
use crate::pdf::{self, Gegevens};
use crate::publish::sha256;
use crate::xml::{kinderen, teksten};

/// The documents of a bundle: PDFs that are no annex.
pub fn stukken(bestanden: &Bestanden) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    bestanden
        .iter()
        .filter(|(pad, _)| pad.to_lowercase().ends_with(".pdf") && !pad.split('/').any(|part| part == "bijlagen"))
}

/// The checksum that the metadata for the archive gives for a file.
pub fn archiefsom(pad: &str, bestanden: &Bestanden) -> Option<String> {
    let bytes = bestanden.get(&format!("{pad}.bestand.mdto.xml"))?;
    teksten(bytes, &["checksum", "checksumWaarde"]).into_iter().next()
}

/// What was read of each PDF; nothing for one that cannot be read.
pub type Pdfs = BTreeMap<String, Option<Gegevens>>;

/// Reads every PDF that griffel made: the documents, and the annexes that are documents themselves.
pub fn lees(bestanden: &Bestanden) -> Pdfs {
    let is_stuk = |pad: &String| stukken(bestanden).any(|(stuk, _)| stuk == pad);
    let eigen = |pad: &String| {
        let formaat = bestanden.get(&format!("{pad}.bestand.mdto.xml"));
        formaat.is_some_and(|xml| teksten(xml, &["bestandsformaat", "begripCode"]).iter().any(|code| code == PDF_A2A))
    };
    let pdfs = bestanden.iter().filter(|(pad, _)| is_stuk(pad) || eigen(pad));
    pdfs.map(|(pad, bytes)| (pad.clone(), pdf::lees(bytes))).collect()
}

/// What the PRONOM register calls PDF/A-2a.
const PDF_A2A: &str = "fmt/476";

/// Whether every PDF still claims the standards that it was made by.
pub fn normen(pdfs: &Pdfs) -> Controle {
    let mut controle = Controle::new("PDF/A-2a en PDF/UA-1 in elke PDF");
    for (pad, gelezen) in pdfs {
        controle.aantal += 1;
        match gelezen {
            None => controle.fout(codes::G785, pad, "dit is geen PDF, of hij is beschadigd", TERUG),
            Some(gegevens) => {
                if let Some((wat, doen)) = verloren(gegevens) {
                    controle.fout(codes::G777, pad, wat, doen);
                }
            }
        }
    }
    controle
}

const TERUG: &str = "Zet het bestand uit de oorspronkelijke bundel terug";

/// What a PDF no longer claims, with the likely cause and what helps.
pub fn verloren(gegevens: &Gegevens) -> Option<(String, String)> {
    let claims = &gegevens.claims;
    let mut weg = Vec::new();
    if claims.pdfa.as_deref() != Some("2A") {
        weg.push("PDF/A-2a (duurzaam te bewaren)");
    }
    if claims.pdfua.as_deref() != Some("1") {
        weg.push("PDF/UA-1 (toegankelijk)");
    }
    let weg = nl::opsomming::en(&weg);
    if gegevens.facts.xmp.is_empty() {
        let wat = format!(
            "de XMP-gegevens zijn uit de PDF gehaald; weg zijn de verklaringen {weg}, en de titel en trefwoorden die erin stonden"
        );
        let doen = "Sommige publicatieplatforms halen XMP uit elke PDF die u uploadt: vraag de leverancier dat uit te zetten en plaats het bestand opnieuw";
        return Some((wat, doen.to_string()));
    }
    (!weg.is_empty()).then(|| {
        (format!("de PDF verklaart niet meer: {weg}"), format!("Iemand heeft de PDF opnieuw opgeslagen. {TERUG}"))
    })
}

/// What the metadata says of one document.
pub struct Opgave {
    titel: Option<String>,
    datum: Option<String>,
    /// The reference of whoever sent it.
    pub kenmerk: Option<String>,
    /// The code of the gemeente at the end of the identifier.
    pub gemeente: Option<String>,
    /// The file that says so.
    bron: String,
}

/// What the metadata beside a PDF says of it; nothing without metadata.
pub fn opgave(pad: &str, bestanden: &Bestanden) -> Option<Opgave> {
    let naam = pad.strip_suffix(".pdf")?;
    let eerste = |bytes: &[u8], path: &[&str]| teksten(bytes, path).into_iter().next();
    let (bron, titel, datum, nummers) = if let Some(bytes) = bestanden.get(&format!("{naam}.diwoo.xml")) {
        let datum = eerste(bytes, &["creatiedatum"]);
        let titel = eerste(bytes, &["officieleTitel"]);
        // Annexes come after the document, with identifiers of their own.
        (format!("{naam}.diwoo.xml"), titel, datum, eerste_groep(bytes))
    } else {
        let bytes = bestanden.get(&format!("{naam}.mdto.xml"))?;
        let nummers = teksten(bytes, &["informatieobject", "identificatie", "identificatieKenmerk"]);
        (format!("{naam}.mdto.xml"), None, eerste(bytes, &["event", "eventTijd"]), nummers)
    };
    // The first identifies the document in this bundle and ends in the code of its gemeente; the second is its reference.
    let code =
        nummers.first().and_then(|nummer| Some(nummer.rsplit_once('-')?.1)).filter(|code| code.starts_with("gm"));
    Some(Opgave {
        titel,
        datum: datum.and_then(|datum| datum.get(..10).map(String::from)),
        gemeente: code.map(String::from),
        kenmerk: nummers.get(1).cloned(),
        bron,
    })
}

/// The identifiers of the first document in a record.
fn eerste_groep(bytes: &[u8]) -> Vec<String> {
    kinderen(bytes, &["DiWoo", "identifiers"], "identifier").into_iter().next().unwrap_or_default()
}

/// Whether title, date and reference are the same in the PDF, its metadata and on its pages.
pub fn gegevens(bestanden: &Bestanden, pdfs: &Pdfs) -> Controle {
    let mut controle = Controle::new("titel, datum en kenmerk: PDF, metadata en pagina");
    for (pad, _) in stukken(bestanden) {
        let Some(gelezen) = pdfs.get(pad).and_then(Option::as_ref) else { continue };
        controle.aantal += 1;
        let opgave = opgave(pad, bestanden);
        if let Some(opgave) = &opgave {
            vergelijk(&mut controle, pad, gelezen, opgave);
        }
        let xmp = gelezen.facts.xmp_title.as_ref().filter(|titel| **titel != gelezen.facts.title);
        if let Some(titel) = xmp {
            let wat = format!("de PDF heeft twee titels: `{}` en in de XMP-gegevens `{titel}`", gelezen.facts.title);
            controle.fout(codes::G778, pad, wat, TERUG);
        }
        let titel =
            opgave.as_ref().and_then(|opgave| opgave.titel.clone()).unwrap_or_else(|| gelezen.facts.title.clone());
        op_de_pagina(&mut controle, pad, gelezen, &titel, opgave.as_ref());
    }
    controle
}

fn vergelijk(controle: &mut Controle, pad: &str, gelezen: &Gegevens, opgave: &Opgave) {
    let bron = &opgave.bron;
    let titel = &gelezen.facts.title;
    if let Some(right) = opgave.titel.as_ref().filter(|right| *right != titel) {
        let wat = format!("de titel in de PDF is `{titel}` en in `{bron}` `{right}`");
        controle.fout(codes::G778, pad, wat, TERUG);
    }
    let dag = gelezen.facts.dates.created.as_deref().and_then(|moment| moment.get(..10)).unwrap_or("onbekend");
    if let Some(right) = opgave.datum.as_ref().filter(|right| *right != dag) {
        controle.fout(codes::G778, pad, format!("de datum in de PDF is {dag} en in `{bron}` {right}"), TERUG);
    }
    if let Some(right) = opgave.kenmerk.as_ref().filter(|right| !gelezen.facts.keywords.contains(right)) {
        let wat = format!("het kenmerk `{right}` uit `{bron}` staat niet in de trefwoorden van de PDF");
        controle.fout(codes::G778, pad, wat, TERUG);
    }
}

/// What the metadata says must be what a reader sees.
fn op_de_pagina(controle: &mut Controle, pad: &str, gelezen: &Gegevens, titel: &str, opgave: Option<&Opgave>) {
    let datum = opgave.and_then(|opgave| opgave.datum.as_deref()).and_then(|datum| datum.parse::<NaiveDate>().ok());
    let gemeente = opgave.and_then(|opgave| tooi::zoek(opgave.gemeente.as_deref()?));
    let gemeente = gemeente.map(|overheid| overheid.label.trim_start_matches("gemeente ").to_string());
    let woorden = [
        ("de titel", Some(titel.to_string()).filter(|titel| !titel.is_empty())),
        ("de datum", datum.map(nl::datum::lang)),
        ("het kenmerk", opgave.and_then(|opgave| opgave.kenmerk.clone())),
        ("de gemeente", gemeente),
    ];
    for (naam, woorden) in woorden {
        if let Some(woorden) = woorden.filter(|woorden| !gelezen.zegt(woorden)) {
            let wat = format!("{naam} `{woorden}` staat niet op de pagina's; misschien is dit een ander stuk");
            controle.fout(codes::G779, pad, wat, TERUG);
        }
    }
}

/// Whether the metadata for the archive says the name, size and checksum that the file has.
pub fn archief(bestanden: &Bestanden) -> Controle {
    let mut controle = Controle::new("MDTO: naam, omvang en checksum van het bestand");
    for (pad, xml) in bestanden {
        let Some(van) = pad.strip_suffix(".bestand.mdto.xml") else { continue };
        let Some(bytes) = bestanden.get(van) else { continue };
        controle.aantal += 1;
        let naam = van.rsplit('/').next().unwrap_or(van);
        let feiten = [
            ("naam", vec!["bestand", "naam"], naam.to_string()),
            ("omvang", vec!["bestand", "omvang"], bytes.len().to_string()),
            ("checksum", vec!["checksum", "checksumWaarde"], sha256(bytes)),
        ];
        for (wat, path, right) in feiten {
            let typed = teksten(xml, &path).into_iter().next().unwrap_or_default();
            if typed != right {
                let wat = format!("de {wat} is `{typed}`, maar van `{van}` is dat `{right}`");
                controle.fout(codes::G780, pad, wat, "Kijk bij de checksums welk van de twee bestanden is veranderd");
            }
        }
    }
    controle
}

/// Whether nothing of the internal rendition lies here.
pub fn intern(bestanden: &Bestanden, pdfs: &Pdfs) -> Controle {
    let mut controle = Controle::new("niets van de interne uitgave");
    const WEG: &str = "Haal dit bestand meteen weg, ook van de website, en meld het bij uw privacyfunctionaris";
    for (pad, bytes) in bestanden {
        controle.aantal += 1;
        let naam = pad.rsplit('/').next().unwrap_or(pad).to_lowercase();
        if naam.contains("_intern.") {
            controle.fout(codes::G782, pad, "dit is een interne uitgave, en die is niet openbaar", WEG);
        } else if pad.ends_with(".xml") && !teksten(bytes, &["naamOpsteller"]).is_empty() {
            controle.fout(codes::G782, pad, "in de metadata staat de naam van de opsteller", WEG);
        }
    }
    for (pad, gelezen) in pdfs {
        if let Some(adres) = gelezen.as_ref().and_then(|gelezen| persoonlijk(&gelezen.tekst)) {
            let wat = format!("op de pagina staat een mailadres van een persoon: `{adres}`");
            controle.fout(codes::G782, pad, wat, WEG);
        }
    }
    controle
}

/// The first address with an initial before the @: that of a person, not of an office.
fn persoonlijk(tekst: &str) -> Option<String> {
    let mut words = tekst.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let found = words.find(|word| {
        let postbus = word.split_once('@').filter(|(_, huis)| huis.contains('.')).map(|(postbus, _)| postbus);
        postbus.is_some_and(|postbus| {
            let delen: Vec<&str> = postbus.split(['.', '_', '-']).collect();
            delen.len() > 1 && delen.iter().any(|deel| deel.len() == 1)
        })
    });
    found.map(String::from)
}
