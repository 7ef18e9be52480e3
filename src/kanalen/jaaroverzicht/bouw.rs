//! From the lines of all bundles of a year to its index: by subject in agenda order, and by gemeente.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::regels::{Plek, Regel};
use super::{Bestand, Deel, Groep, Jaaroverzicht, Rij};
use crate::nl;

/// For whom a document is that is for all gemeenten at once.
const SAMEN: &str = "Alle gemeenten samen";
/// In the place of the subject of what is not open.
const NIET_OPENBAAR: &str = "Stukken die niet of nog niet openbaar zijn";

/// The index; `None` when nothing of the year has been published.
pub fn overzicht(jaar: i32, regio: &str, regels: &[Regel]) -> Option<Jaaroverzicht> {
    let regels = &zonder_concepten(regels);
    let gepubliceerd: Vec<&Plek> = regels.iter().filter_map(|regel| regel.plek.as_ref().ok()).collect();
    let dag = gepubliceerd.iter().map(|plek| plek.datum).max()?;
    let delen = vec![per_onderwerp(regels), per_gemeente(regels)];
    Some(Jaaroverzicht {
        jaar,
        titel: format!("Overzicht van stukken uit {jaar}"),
        regio: regio.to_string(),
        samenvatting: samenvatting(gepubliceerd.len(), regels.len() - gepubliceerd.len(), delen[0].groepen.len()),
        dag,
        delen,
    })
}

/// The lines without the subjects of drafts, except those that another gemeente has published.
fn zonder_concepten(regels: &[Regel]) -> Vec<Regel> {
    let bekend = |regel: &Regel| {
        regels.iter().any(|een| een.plek.is_ok() && een.stuk == regel.stuk && een.onderwerp == regel.onderwerp)
    };
    let zichtbaar = |regel: &Regel| !regel.concept || bekend(regel);
    let neem =
        |regel: &Regel| Regel { onderwerp: regel.onderwerp.clone().filter(|_| zichtbaar(regel)), ..regel.clone() };
    regels.iter().map(neem).collect()
}

fn samenvatting(wel: usize, niet: usize, onderwerpen: usize) -> String {
    let aantal = |aantal: usize, een: &str, meer: &str| format!("{aantal} {}", if aantal == 1 { een } else { meer });
    let rest = match niet {
        0 => "Elk stuk van dit jaar is gepubliceerd.".to_string(),
        _ => format!(
            "{} van dit jaar {} (nog) niet gepubliceerd; bij elk onderwerp staat waarom.",
            aantal(niet, "stuk", "stukken"),
            if niet == 1 { "is" } else { "zijn" }
        ),
    };
    let over = aantal(onderwerpen, "onderwerp", "onderwerpen");
    format!("Dit overzicht gaat over {over}. Gepubliceerd: {}. {rest}", aantal(wel, "stuk", "stukken"))
}

/// What asks a decision first, then by kind, by first date and by name.
fn per_onderwerp(regels: &[Regel]) -> Deel {
    type Volgorde<'a> = (bool, &'a (u8, String), NaiveDate, &'a (String, String));
    let mut groepen: BTreeMap<Option<&(String, String)>, Vec<&Regel>> = BTreeMap::new();
    for regel in regels {
        // What is not open stands together, so that nothing tells which papers are about the same.
        groepen.entry(regel.onderwerp.is_some().then_some(&regel.stuk)).or_default().push(regel);
    }
    let eerste_dag = |regels: &[&Regel]| {
        regels.iter().filter_map(|regel| Some(regel.plek.as_ref().ok()?.datum)).min().unwrap_or(NaiveDate::MAX)
    };
    let mut gesorteerd: Vec<(Volgorde<'_>, Vec<&Regel>)> = groepen
        .into_values()
        .map(|regels| ((regels[0].onderwerp.is_none(), &regels[0].rang, eerste_dag(&regels), &regels[0].stuk), regels))
        .collect();
    gesorteerd.sort_by_key(|(volgorde, _)| *volgorde);
    let groepen = gesorteerd.into_iter().enumerate().map(|(at, (_, mut regels))| {
        regels.sort_by_key(|regel| sleutel(regel));
        let kop = kop(&regels);
        let een_titel = !regels.is_empty() && regels.iter().all(|regel| regel.onderwerp == regels[0].onderwerp);
        let eerste = |regel: &Regel| match &regel.onderwerp {
            Some(onderwerp) if !een_titel => format!("{}: {onderwerp}", voor(regel)),
            _ => voor(regel).to_string(),
        };
        Groep {
            id: format!("onderwerp-{}", at + 1),
            kop,
            rijen: rijen(&regels, &eerste),
            niet: niet(&regels, &|regel| regel.wat.clone(), &|regel| voor(regel).to_string()),
        }
    });
    Deel { kop: "Per onderwerp".to_string(), kolom: "Voor".to_string(), groepen: groepen.collect() }
}

/// By name, what is for all of them at the end.
fn per_gemeente(regels: &[Regel]) -> Deel {
    let mut groepen: BTreeMap<(bool, String, &str), Vec<&Regel>> = BTreeMap::new();
    for regel in regels {
        let slug = regel.voor.as_ref().map_or("samen", |(slug, _)| slug);
        groepen.entry((regel.voor.is_none(), sleutel(regel).1, slug)).or_default().push(regel);
    }
    let groepen = groepen.into_iter().map(|((_, _, slug), mut regels)| {
        regels.sort_by_key(|regel| (regel.onderwerp.is_none(), regel.rang.clone(), regel.stuk.clone()));
        Groep {
            id: format!("gemeente-{slug}"),
            kop: voor(regels[0]).to_string(),
            rijen: rijen(&regels, &|regel| regel.onderwerp.clone().unwrap_or_default()),
            niet: niet(&regels, &onderwerp_of_soort, &|regel| regel.wat.clone()),
        }
    });
    Deel { kop: "Per gemeente".to_string(), kolom: "Onderwerp".to_string(), groepen: groepen.collect() }
}

/// Places in the order of their names, what is for all of them last.
fn sleutel(regel: &Regel) -> (bool, String) {
    (regel.voor.is_none(), nl::naam::sorteersleutel_plaats(voor(regel)))
}

fn voor(regel: &Regel) -> &str {
    regel.voor.as_ref().map_or(SAMEN, |(_, naam)| naam)
}

fn onderwerp_of_soort(regel: &Regel) -> String {
    regel.onderwerp.clone().unwrap_or_else(|| regel.wat.clone())
}

/// The subject that all have, else what kind of document it is.
fn kop(regels: &[&Regel]) -> String {
    let eerste = regels[0];
    match &eerste.onderwerp {
        None => NIET_OPENBAAR.to_string(),
        Some(onderwerp) if regels.iter().all(|regel| regel.onderwerp.as_ref() == Some(onderwerp)) => {
            // `Zienswijze op de begroting` says already what it is.
            match onderwerp.to_lowercase().starts_with(&eerste.soort.to_lowercase()) {
                true => onderwerp.clone(),
                false => format!("{}: {onderwerp}", eerste.soort),
            }
        }
        Some(_) => format!("{} (onderwerp verschilt per gemeente)", eerste.soort),
    }
}

fn rijen(regels: &[&Regel], eerste: &dyn Fn(&Regel) -> String) -> Vec<Rij> {
    let rij = |regel: &&Regel| {
        let plek = regel.plek.as_ref().ok()?;
        let eerste = eerste(regel);
        Some(Rij {
            bestanden: bestanden(plek, &format!("{}, {}, {}", regel.wat, onderwerp_of_soort(regel), voor(regel))),
            eerste,
            wat: regel.wat.clone(),
            kenmerk: plek.kenmerk.clone(),
            datum: nl::datum::lang(plek.datum),
            status: regel.status.to_string(),
        })
    };
    regels.iter().filter_map(rij).collect()
}

fn bestanden(plek: &Plek, van: &str) -> Vec<Bestand> {
    let bestand = |woord: String, pad: &str| Bestand {
        voluit: format!("{woord}: {van}"),
        woord,
        pad: format!("../{}/{pad}", plek.map),
        url: format!("{}/{pad}", plek.basis),
    };
    let mut alle = vec![
        bestand("Webpagina".to_string(), &format!("{}.html", plek.naam)),
        bestand("PDF".to_string(), &format!("{}.pdf", plek.naam)),
    ];
    alle.extend(plek.bijlagen.iter().map(|(nr, titel, pad)| bestand(format!("Bijlage {nr}: {titel}"), pad)));
    alle
}

/// What is not there, one sentence per group and reason: `Raadsvoorstel (Albrandswaard en Brielle): de status is ‘concept’`.
fn niet(regels: &[&Regel], wat: &dyn Fn(&Regel) -> String, wie: &dyn Fn(&Regel) -> String) -> Vec<String> {
    let mut samen: Vec<((String, String), Vec<String>)> = Vec::new();
    for regel in regels {
        let redenen = match &regel.plek {
            Err(reden) => vec![(wat(regel), reden.clone())],
            Ok(plek) => plek
                .elders
                .iter()
                .map(|titel| {
                    (format!("Bijlage ‘{titel}’ bij {}", wat(regel)), "hiervan is hier geen bestand".to_string())
                })
                .collect(),
        };
        for sleutel in redenen {
            match samen.iter_mut().find(|(eerder, _)| *eerder == sleutel) {
                Some((_, namen)) => namen.push(wie(regel)),
                None => samen.push((sleutel, vec![wie(regel)])),
            }
        }
    }
    let zin = |((wat, reden), mut namen): ((String, String), Vec<String>)| {
        namen.dedup();
        match namen.as_slice() {
            [een] if *een == wat || een == SAMEN => format!("{wat}: {reden}."),
            _ => format!("{wat} ({}): {reden}.", nl::opsomming::en(&namen)),
        }
    };
    samen.into_iter().map(zin).collect()
}
