//! `griffel verify`: proves a bundle, and ticks off what of it has arrived elsewhere.

use std::path::Path;

use serde_json::{Value, json};

use super::args::{Uitslag, Verify};
use super::screen::Scherm;
use super::{FOUT, GEBRUIK, GOED, MACHINE};
use crate::diag::Fatal;
use crate::publish::{Inlezing, inlezen, los};
use crate::verify::aankomst::{self, Lot, Verwacht};
use crate::verify::{self, Rapport, SOMMEN};

/// Checks the bundle and tells what is right and what is wrong.
pub fn run(args: &Verify, scherm: &mut Scherm<'_>) -> u8 {
    nagaan(args, scherm).unwrap_or_else(|error| {
        scherm.klaag(&format!("fout: {}\n", error.message));
        MACHINE
    })
}

fn nagaan(args: &Verify, scherm: &mut Scherm<'_>) -> Result<u8, Fatal> {
    for path in std::iter::once(&args.bundel).chain(&args.aankomst) {
        if !scherm.pad(path).exists() {
            return Ok(gebruik(
                scherm,
                &format!("`{}` bestaat niet", path.display()),
                "Noem de map of het ZIP-bestand van een bundel",
            ));
        }
    }
    let inlezing = inlezen(&scherm.pad(&args.bundel))?;
    let rapporten = verify::nagaan(&inlezing);
    if rapporten.is_empty() {
        let wat = format!("in `{}` staat geen bundel: er is geen bestand `{SOMMEN}`", args.bundel.display());
        let onveilig = inlezing
            .geweigerd
            .iter()
            .map(|(pad, reden)| if pad.is_empty() { format!("; {reden}") } else { format!("; `{pad}` {reden}") });
        return Ok(gebruik(
            scherm,
            &(wat + &onveilig.collect::<String>()),
            "`griffel publish` maakt bundels in `out/publicatie`",
        ));
    }
    let lijst = match &args.aankomst {
        Some(map) => Some(aankomst::aankomst(&inlezing.bestanden, &inlezen(&scherm.pad(map))?.bestanden)),
        None => None,
    };
    if let (Some(lijst), Some(path)) = (&lijst, &args.lijst) {
        los(&scherm.pad(path), aankomst::markdown(lijst).as_bytes())?;
    }
    let text = match args.format {
        Uitslag::Text => tekst(&args.bundel, &inlezing, &rapporten, lijst.as_deref()),
        Uitslag::Json => json_tekst(&rapporten, lijst.as_deref()),
    };
    scherm.zeg(&text);
    let binnen = lijst.iter().flatten().all(|een| matches!(een.lot, Lot::Aangekomen | Lot::Genoemd));
    Ok(if binnen && rapporten.iter().all(Rapport::goed) { GOED } else { FOUT })
}

fn gebruik(scherm: &mut Scherm<'_>, fout: &str, hulp: &str) -> u8 {
    scherm.klaag(&format!("fout: {fout}\nhulp: {hulp}\n"));
    GEBRUIK
}

/// A paragraph for each bundle: every check with its verdict, and below it what to do.
fn tekst(bundel: &Path, inlezing: &Inlezing, rapporten: &[Rapport], lijst: Option<&[Verwacht]>) -> String {
    let mut text = String::new();
    for rapport in rapporten {
        let bestanden = verify::onder(&rapport.map, &inlezing.bestanden).len();
        let naam = if rapport.map.is_empty() { bundel.display().to_string() } else { rapport.map.clone() };
        text += &format!("{naam}: {bestanden} bestanden\n");
        for controle in &rapport.controles {
            let oordeel = match (controle.bevindingen.len(), controle.aantal) {
                (0, 0) => "-   ",
                (0, _) => "goed",
                _ => "FOUT",
            };
            text += &format!("  {oordeel}  {} ({})\n", controle.naam, controle.aantal);
            for een in &controle.bevindingen {
                text += &format!("        {} {}: {}\n", een.code.id, een.pad, een.wat);
                text += &format!("             {}\n", een.doen);
            }
        }
        text += if rapport.goed() { "  Deze bundel is goed.\n\n" } else { "  Deze bundel is NIET goed.\n\n" };
    }
    if let Some(lijst) = lijst {
        text += &aankomst::markdown(lijst);
    }
    text
}

fn json_tekst(rapporten: &[Rapport], lijst: Option<&[Verwacht]>) -> String {
    let bevinding =
        |een: &verify::Bevinding| json!({"code": een.code.id, "bestand": een.pad, "wat": een.wat, "doen": een.doen});
    let controle = |controle: &verify::Controle| {
        let bevindingen: Vec<Value> = controle.bevindingen.iter().map(bevinding).collect();
        json!({"controle": controle.naam, "aantal": controle.aantal, "goed": bevindingen.is_empty(), "bevindingen": bevindingen})
    };
    let rapport = |rapport: &Rapport| {
        let controles: Vec<Value> = rapport.controles.iter().map(controle).collect();
        json!({"bundel": rapport.map, "goed": rapport.goed(), "controles": controles})
    };
    let verwacht = |een: &Verwacht| {
        let (lot, wat) = match &een.lot {
            Lot::Aangekomen => ("aangekomen", None),
            Lot::Genoemd => ("genoemd", None),
            Lot::Veranderd(wat) => ("veranderd", Some(wat)),
            Lot::Ontbreekt => ("ontbreekt", None),
        };
        json!({"bundel": een.map, "kenmerk": een.kenmerk, "gemeente": een.gemeente, "bestand": een.naam, "lot": lot, "wat": wat})
    };
    let bundels: Vec<Value> = rapporten.iter().map(rapport).collect();
    let lijst: Option<Vec<Value>> = lijst.map(|lijst| lijst.iter().map(verwacht).collect());
    let mut text = serde_json::to_string_pretty(&json!({"vorm": 1, "bundels": bundels, "aankomst": lijst}))
        .expect("text, numbers and lists always become JSON");
    text.push('\n');
    text
}
