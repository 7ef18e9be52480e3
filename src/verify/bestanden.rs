//! Whether every file is there, is the one that was made, and nothing else lies with it.

use std::collections::BTreeMap;

use super::{Bestanden, Controle, SOMMEN, stuk};
use crate::diag::codes;
use crate::publish::sha256;

/// Holds the files to the list of checksums.
pub fn controle(bestanden: &Bestanden) -> Controle {
    let mut controle = Controle::new("bestanden en checksums");
    let text = bestanden.get(SOMMEN).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let mut sommen: BTreeMap<&str, &str> = BTreeMap::new();
    for (nr, regel) in text.lines().enumerate() {
        match regel.split_once("  ") {
            Some((som, pad)) if som.len() == 64 && som.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                if sommen.insert(pad, som).is_some() {
                    controle.fout(
                        codes::G776,
                        SOMMEN,
                        format!("regel {} noemt `{pad}` voor de tweede keer", nr + 1),
                        OPNIEUW,
                    );
                }
            }
            _ => controle.fout(
                codes::G776,
                SOMMEN,
                format!("regel {} is geen checksum met een bestandsnaam", nr + 1),
                OPNIEUW,
            ),
        }
    }
    if sommen.is_empty() {
        controle.fout(codes::G776, SOMMEN, "de lijst noemt geen enkel bestand", OPNIEUW);
    }
    controle.aantal = sommen.len();
    for (pad, som) in &sommen {
        match bestanden.get(*pad) {
            None => ontbreekt(&mut controle, pad, som, bestanden),
            Some(bytes) if sha256(bytes) != *som => veranderd(&mut controle, pad, bytes, &sommen, bestanden),
            Some(_) => {}
        }
    }
    for (pad, bytes) in bestanden.iter().filter(|(pad, _)| *pad != SOMMEN && !sommen.contains_key(pad.as_str())) {
        // A file under another name was told with the name that is missing.
        let som = sha256(bytes);
        let hernoemd = sommen.iter().any(|(other, own)| **own == som && !bestanden.contains_key(*other));
        if !hernoemd {
            let wat = format!("dit bestand staat niet in `{SOMMEN}`");
            controle.fout(codes::G775, pad, wat, "Haal het weg, of maak de bundel opnieuw als het erbij hoort");
        }
    }
    controle
}

const OPNIEUW: &str = "Haal de bundel opnieuw op bij wie hem maakte";

fn ontbreekt(controle: &mut Controle, pad: &str, som: &str, bestanden: &Bestanden) {
    let elders = bestanden.iter().find(|(_, bytes)| sha256(bytes) == som);
    match elders {
        Some((other, _)) => {
            let doen = format!("Noem het bestand weer `{pad}`: zijn naam is ook zijn webadres");
            controle.fout(codes::G774, pad, format!("dit bestand heet nu `{other}`"), doen);
        }
        None => controle.fout(codes::G774, pad, "dit bestand ontbreekt", OPNIEUW),
    }
}

/// A file with another checksum: the list may be what changed, or the file may be another one.
fn veranderd(controle: &mut Controle, pad: &str, bytes: &[u8], sommen: &BTreeMap<&str, &str>, bestanden: &Bestanden) {
    let som = sha256(bytes);
    if stuk::archiefsom(pad, bestanden).is_some_and(|own| own == som) {
        let wat =
            format!("`{SOMMEN}` noemt een andere checksum dan de metadata voor het archief; het bestand zelf klopt");
        return controle.fout(codes::G776, pad, wat, OPNIEUW);
    }
    if let Some((other, _)) = sommen.iter().find(|(other, own)| **own == som && **other != pad) {
        let wat = format!("dit is niet `{pad}` maar een kopie van `{other}`");
        return controle.fout(codes::G773, pad, wat, "Zet het juiste bestand terug");
    }
    let wat = if bytes.is_empty() { "dit bestand is leeg" } else { "dit bestand is veranderd sinds het is gemaakt" };
    controle.fout(codes::G773, pad, wat, "Zet het bestand uit de oorspronkelijke bundel terug");
}
