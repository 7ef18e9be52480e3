//! Whether every reference between the files of a bundle leads somewhere.

use super::feiten::bestand;
use super::{Bestanden, Controle, SOMMEN, stuk};
use crate::diag::codes;
use crate::publish::sha256;
use crate::xml::{resources, teksten};

/// Follows sitemaps, records, metadata and the packing slip.
pub fn controle(bestanden: &Bestanden) -> Controle {
    let mut controle = Controle::new("verwijzingen tussen de bestanden");
    for (pad, bytes) in bestanden.iter().filter(|(pad, _)| pad.ends_with(".xml")) {
        let wijs = |controle: &mut Controle, wat: &str, doel: &str| {
            controle.aantal += 1;
            if !bestaat(doel, bestanden) {
                let wat = format!("{wat} wijst naar `{doel}`, en dat bestand is er niet");
                controle.fout(
                    codes::G781,
                    pad,
                    wat,
                    "Zet het bestand terug, of haal de verwijzing weg en maak de bundel opnieuw",
                );
            }
        };
        for doel in teksten(bytes, &["loc"]) {
            wijs(&mut controle, "`loc`", &doel);
        }
        for doel in resources(bytes, "hasPart").into_iter().chain(resources(bytes, "isPartOf")) {
            if eigen(&doel, bytes) {
                wijs(&mut controle, "`hasPart` of `isPartOf`", &doel);
            }
        }
        for doel in teksten(bytes, &["heeftRepresentatie", "verwijzingNaam"]) {
            wijs(&mut controle, "`heeftRepresentatie`", &doel);
        }
        if let Some(van) = pad.strip_suffix(".bestand.mdto.xml") {
            wijs(&mut controle, "de naam van dit bestand", van);
        }
        for doel in teksten(bytes, &["URLBestand"]) {
            eigen_naam(&mut controle, pad, &doel, pad.strip_suffix(".bestand.mdto.xml"));
        }
        if let Some(van) = pad.strip_suffix(".diwoo.xml") {
            let doel = teksten(bytes, &["url", "loc"]).into_iter().next().unwrap_or_default();
            eigen_naam(&mut controle, pad, &doel, Some(&bestand(van, bestanden)));
        }
    }
    zelfde(&mut controle, bestanden);
    pakbon(&mut controle, bestanden);
    controle
}

/// Whether an address or a name leads to a file of this bundle: addresses by their last part.
fn bestaat(doel: &str, bestanden: &Bestanden) -> bool {
    let naam = doel.rsplit('/').next().unwrap_or(doel);
    bestanden.keys().any(|pad| pad == doel || pad.rsplit('/').next() == Some(naam))
}

/// Whether an address lies in the folder where the document itself comes to lie, or below it.
fn eigen(doel: &str, bytes: &[u8]) -> bool {
    let loc = teksten(bytes, &["url", "loc"]).into_iter().next();
    let map = loc.as_deref().and_then(|loc| loc.rsplit_once('/')).map(|(map, _)| format!("{map}/"));
    map.is_some_and(|map| doel.starts_with(&map))
}

/// An address must end in the name of the file that it is for.
fn eigen_naam(controle: &mut Controle, pad: &str, doel: &str, van: Option<&str>) {
    let Some(van) = van else { return };
    let naam = van.rsplit('/').next().unwrap_or(van);
    controle.aantal += 1;
    if doel.rsplit('/').next() != Some(naam) {
        let wat = format!("het webadres `{doel}` eindigt niet op `{naam}`");
        controle.fout(
            codes::G781,
            pad,
            wat,
            "De naam van een gepubliceerd bestand verandert nooit; zet de oorspronkelijke metadata terug",
        );
    }
}

/// What two files say of the same document must be the same.
fn zelfde(controle: &mut Controle, bestanden: &Bestanden) {
    for (pad, _) in stuk::stukken(bestanden) {
        let Some(naam) = pad.strip_suffix(".pdf") else { continue };
        let mdto = bestanden.get(&format!("{naam}.mdto.xml"));
        let bestand = bestanden.get(&format!("{pad}.bestand.mdto.xml"));
        let (Some(mdto), Some(bestand)) = (mdto, bestand) else { continue };
        controle.aantal += 1;
        let van = teksten(bestand, &["isRepresentatieVan", "verwijzingIdentificatie", "identificatieKenmerk"]);
        let eigen = teksten(mdto, &["informatieobject", "identificatie", "identificatieKenmerk"]);
        if let Some(van) = van.first().filter(|van| !eigen.is_empty() && !eigen.contains(van)) {
            let wat = format!("`isRepresentatieVan` noemt `{van}`, maar `{naam}.mdto.xml` heet `{}`", eigen.join(", "));
            controle.fout(
                codes::G781,
                &format!("{pad}.bestand.mdto.xml"),
                wat,
                "Zet de oorspronkelijke metadata terug",
            );
        }
    }
}

/// The counts and checksums on the packing slip.
fn pakbon(controle: &mut Controle, bestanden: &Bestanden) {
    const PAKBON: &str = "pakbon.xml";
    const TEL: &str = "Kijk welk bestand ontbreekt of te veel is";
    let Some(bytes) = bestanden.get(PAKBON) else { return };
    let eigen = |pad: &&String| ![PAKBON, SOMMEN].contains(&pad.as_str());
    let tellingen = [
        ("aantalStukken", stuk::stukken(bestanden).count()),
        ("aantalBestanden", bestanden.keys().filter(eigen).count()),
    ];
    let omvang = bestanden.iter().filter(|(pad, _)| eigen(pad)).map(|(_, inhoud)| inhoud.len()).sum();
    for (naam, aantal) in tellingen.into_iter().chain([("totaleOmvang", omvang)]) {
        let Some(typed) = teksten(bytes, &[naam]).into_iter().next() else { continue };
        controle.aantal += 1;
        if typed != aantal.to_string() {
            controle.fout(codes::G781, PAKBON, format!("`{naam}` is {typed}, maar geteld is {aantal}"), TEL);
        }
    }
    let paden = teksten(bytes, &["bestanden", "bestand", "pad"]);
    for (pad, som) in paden.iter().zip(teksten(bytes, &["bestanden", "bestand", "sha256"])) {
        controle.aantal += 1;
        match bestanden.get(pad) {
            Some(inhoud) if sha256(inhoud) == som => {}
            Some(_) => {
                let wat = format!("de pakbon noemt voor `{pad}` een andere checksum");
                controle.fout(
                    codes::G780,
                    PAKBON,
                    wat,
                    "Zet het bestand en de pakbon uit de oorspronkelijke bundel terug",
                );
            }
            None => {
                controle.fout(codes::G781, PAKBON, format!("de pakbon noemt `{pad}`, en dat bestand is er niet"), TEL)
            }
        }
    }
}
