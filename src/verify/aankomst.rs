//! Ticks off what has arrived: every document that was sent, against files or sitemaps that came from a website.

use std::collections::BTreeMap;

use super::{Bestanden, SOMMEN, onder, stuk};
use crate::model::tooi;
use crate::pdf;
use crate::publish::sha256;
use crate::xml::teksten;

/// A document that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verwacht {
    /// The folder of its bundle.
    pub map: String,
    /// Its file name.
    pub naam: String,
    /// The reference of whoever sent it; empty when its metadata names none.
    pub kenmerk: String,
    /// The gemeente that it is for; empty when it is for all.
    pub gemeente: String,
    /// What became of it.
    pub lot: Lot,
}

/// What became of a document that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lot {
    /// The very same file.
    Aangekomen,
    /// Its address stands in a sitemap; the file itself was not given.
    Genoemd,
    /// A file of that name or reference, but not the same: what is different.
    Veranderd(String),
    /// Nothing.
    Ontbreekt,
}

/// Looks for every document of the bundles in what came back.
pub fn aankomst(bundels: &Bestanden, terug: &Bestanden) -> Vec<Verwacht> {
    let locs: Vec<String> = terug
        .iter()
        .filter(|(pad, _)| pad.ends_with(".xml"))
        .flat_map(|(_, bytes)| teksten(bytes, &["url", "loc"]))
        .collect();
    let sommen: BTreeMap<String, &String> = terug.iter().map(|(pad, bytes)| (sha256(bytes), pad)).collect();
    let suffix = format!("/{SOMMEN}");
    let mappen = bundels.keys().filter_map(|pad| if pad == SOMMEN { Some("") } else { pad.strip_suffix(&suffix) });
    let mut lijst = Vec::new();
    for map in mappen {
        let bundel = onder(map, bundels);
        // The index of a year stands for no document of its own.
        if !bundel.keys().any(|pad| pad.ends_with(".diwoo.xml") || pad.ends_with(".mdto.xml")) {
            continue;
        }
        for (naam, bytes) in stuk::stukken(&bundel) {
            let opgave = stuk::opgave(naam, &bundel);
            let code = opgave.as_ref().and_then(|opgave| opgave.gemeente.as_deref());
            let gemeente = code.and_then(tooi::zoek).map(|overheid| overheid.label.trim_start_matches("gemeente "));
            let lot = if sommen.contains_key(&sha256(bytes)) {
                Lot::Aangekomen
            } else {
                anders(naam, bytes, terug, bundels).unwrap_or_else(|| genoemd(naam, &locs))
            };
            let kenmerk = opgave.as_ref().and_then(|opgave| opgave.kenmerk.clone()).unwrap_or_default();
            let gemeente = gemeente.unwrap_or_default().to_string();
            lijst.push(Verwacht { map: map.to_string(), naam: naam.clone(), kenmerk, gemeente, lot });
        }
    }
    lijst
}

fn laatste(pad: &str) -> &str {
    pad.rsplit('/').next().unwrap_or(pad)
}

fn genoemd(naam: &str, locs: &[String]) -> Lot {
    if locs.iter().any(|loc| laatste(loc) == laatste(naam)) { Lot::Genoemd } else { Lot::Ontbreekt }
}

/// A file of the same name that is not the same, with what is different.
fn anders(naam: &str, bytes: &[u8], terug: &Bestanden, bundels: &Bestanden) -> Option<Lot> {
    let (_, found) = terug.iter().find(|(pad, _)| laatste(pad) == laatste(naam))?;
    if let Some((other, _)) = bundels.iter().find(|(_, other)| *other == found) {
        return Some(Lot::Veranderd(format!("dit is `{}`", laatste(other))));
    }
    let Some(gelezen) = pdf::lees(found) else {
        return Some(Lot::Veranderd("het bestand is geen PDF, of hij is beschadigd".to_string()));
    };
    let mut verschil: Vec<String> = stuk::verloren(&gelezen).map(|(wat, _)| wat).into_iter().collect();
    if let Some(eigen) = pdf::lees(bytes) {
        if eigen.facts.title != gelezen.facts.title {
            verschil.push(format!("de titel is `{}`", gelezen.facts.title));
        }
        if eigen.paginas != gelezen.paginas {
            verschil.push(format!("hij heeft {} pagina's in plaats van {}", gelezen.paginas, eigen.paginas));
        } else if eigen.tekst != gelezen.tekst {
            verschil.push("de tekst is anders".to_string());
        }
    }
    if verschil.is_empty() {
        verschil.push("tekst en gegevens zijn gelijk, maar het bestand is opnieuw opgeslagen".to_string());
    }
    Some(Lot::Veranderd(verschil.join("; ")))
}

/// The list to tick off, as Markdown: `aankomst.md`.
pub fn markdown(lijst: &[Verwacht]) -> String {
    let binnen = lijst.iter().filter(|een| matches!(een.lot, Lot::Aangekomen | Lot::Genoemd)).count();
    let mut text = format!("# Aankomst\n\n{binnen} van {} stukken zijn aangekomen.\n\n", lijst.len());
    text += "| | kenmerk | gemeente | bestand | wat er is gevonden |\n|---|---|---|---|---|\n";
    for een in lijst {
        let (vink, wat) = match &een.lot {
            Lot::Aangekomen => ("[x]", "hetzelfde bestand"),
            Lot::Genoemd => ("[x]", "staat in de sitemap; het bestand zelf is niet bekeken"),
            Lot::Veranderd(wat) => ("[ ]", wat.as_str()),
            Lot::Ontbreekt => ("[ ]", "niet gevonden"),
        };
        let cel = |text: &str| text.replace('|', "\\|").replace(['\n', '\r'], " ");
        text += &format!(
            "| {vink} | {} | {} | {} | {} |\n",
            if een.kenmerk.is_empty() { "geen".to_string() } else { cel(&een.kenmerk) },
            cel(&een.gemeente),
            cel(&een.naam),
            cel(wat)
        );
    }
    text
}
