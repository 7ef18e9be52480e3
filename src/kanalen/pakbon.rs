//! The packing slip for an archive: what is in the bundle, how much, and from whom.

use super::bundel::Bundel;
use super::xml::{self, el, tekst};
use super::{Bestand, Soort, tijd};

/// `pakbon.xml`, about all files that were made before it.
pub fn pakbon(bundel: &Bundel, bestanden: &[Bestand]) -> Bestand {
    let bytes: usize = bestanden.iter().map(|bestand| bestand.bytes.len()).sum();
    let tel = |soort: Soort| bestanden.iter().filter(|bestand| bestand.soort == soort).count().to_string();
    let archiefvormer = el("archiefvormer")
        .met(tekst("naam", bundel.uitgever.label))
        .met(tekst("identificatie", bundel.uitgever.code()))
        .met(tekst("register", bundel.uitgever.register()));
    let regels = bestanden.iter().map(|bestand| {
        el("bestand")
            .met(tekst("pad", &bestand.pad))
            .met(tekst("omvang", bestand.bytes.len().to_string()))
            .met(tekst("sha256", crate::compile::sha256(&bestand.bytes)))
    });
    let wortel = el("pakbon")
        .met(tekst("identificatie", bundel.map().replace('/', "-")))
        .met(tekst("titel", format!("Stukken van {} over {}", bundel.uitgever.label, bundel.jaar)))
        .met(tekst("tijdstip", tijd::moment(bundel.dag())))
        .met(archiefvormer)
        .met(tekst("aantalStukken", tel(Soort::Stuk)))
        .met(tekst("aantalBijlagen", tel(Soort::Bijlage)))
        .met(tekst("aantalBestanden", bestanden.len().to_string()))
        .met(tekst("totaleOmvang", bytes.to_string()))
        .met(el("bestanden").met_alle(regels));
    Bestand::tekst("pakbon.xml", xml::document(&wortel), Soort::Bundel)
}
