//! Whether every file with metadata holds to its schema and to what the schema leaves unsaid.

use super::{Bestanden, Controle};
use crate::diag::codes;
use crate::xml::{Breach, Soort, gaten, schema};

/// Checks every XML file of a known kind.
pub fn controle(bestanden: &Bestanden) -> Controle {
    let mut controle = Controle::new("metadata volgens de schema's");
    for (pad, bytes) in bestanden.iter().filter(|(pad, _)| pad.ends_with(".xml")) {
        let Some(soort) = soort(pad, bytes) else { continue };
        controle.aantal += 1;
        let breaches = schema::check(soort, bytes);
        let mut fout = |code, breaches: &[Breach]| {
            for one in breaches {
                let wat = format!("regel {}, {}: {}", one.line, one.path, one.message).replace(", :", ":");
                controle.fout(
                    code,
                    pad,
                    wat,
                    format!("Dit bestand volgt {} niet; zet het oorspronkelijke bestand terug", soort.norm()),
                );
            }
        };
        fout(codes::G771, &breaches);
        if breaches.is_empty() {
            fout(codes::G772, &gaten::check(soort, bytes));
        }
    }
    controle
}

/// The kind that the name promises, or else the kind that the file says it is.
fn soort(pad: &str, bytes: &[u8]) -> Option<Soort> {
    let naam = pad.rsplit('/').next().unwrap_or(pad);
    if naam.ends_with(".mdto.xml") {
        Some(Soort::Mdto)
    } else if naam.starts_with("sitemapindex-") {
        Some(Soort::Index)
    } else if naam.ends_with(".diwoo.xml") || naam.starts_with("sitemap-") {
        Some(Soort::Sitemap)
    } else {
        Soort::van(bytes)
    }
}
