//! `ris.csv`: a line per file for whoever puts papers into the council information system.

use super::bundel::{Bundel, Stuk};
use super::{Bestand, Soort};
use crate::overzicht::csv_regel;

/// The columns, in order.
const KOLOMMEN: [&str; 14] = [
    "bestandsnaam",
    "titel",
    "korte titel",
    "datum",
    "documentsoort",
    "gemeente",
    "gm-code",
    "portefeuillehouder",
    "kenmerk",
    "zaaknummer",
    "categoriecode",
    "sha256",
    "bytes",
    "bijlage bij",
];

/// A BOM and semicolons, so that a double click opens it well in Dutch Excel.
pub fn bestanden(bundel: &Bundel) -> Vec<Bestand> {
    let mut tekst = String::from("\u{feff}");
    tekst += &csv_regel(KOLOMMEN.map(str::to_string));
    for stuk in &bundel.stukken {
        let soort = stuk.documentsoort.label.as_str();
        let korte_titel = stuk.korte_titel.clone().unwrap_or_default();
        let [kenmerk, zaak] = [&stuk.kenmerk, &stuk.zaaknummer].map(|een| een.clone().unwrap_or_default());
        let pdf = &stuk.pdf;
        tekst += &regel(
            stuk,
            [&stuk.pad(), &stuk.titel, &korte_titel, soort, &kenmerk, &zaak, ""],
            &pdf.sha256,
            pdf.bytes.len(),
        );
        for bijlage in &stuk.bijlagen {
            let inhoud = &bijlage.inhoud;
            let velden = [bijlage.pad.as_str(), &bijlage.titel, "", "", "", &zaak, &stuk.pad()];
            tekst += &regel(stuk, velden, &inhoud.sha256, inhoud.bytes.len());
        }
    }
    vec![Bestand::tekst("ris.csv", tekst, Soort::Csv)]
}

/// What differs between a document and its annexes comes in `velden`; the rest they share.
fn regel(stuk: &Stuk, velden: [&str; 7], sha256: &str, bytes: usize) -> String {
    let [pad, titel, korte_titel, soort, kenmerk, zaak, bij] = velden;
    let (gemeente, code) = stuk.gemeente.map_or(("", ""), |gemeente| (gemeente.label, gemeente.code()));
    let datum = stuk.datum.to_string();
    let portefeuillehouder = stuk.portefeuillehouder.clone().unwrap_or_default();
    let bytes = bytes.to_string();
    let cellen = [
        pad,
        titel,
        korte_titel,
        &datum,
        soort,
        gemeente,
        code,
        &portefeuillehouder,
        kenmerk,
        zaak,
        stuk.categorie.code(),
        sha256,
        &bytes,
        bij,
    ];
    csv_regel(cellen.map(str::to_string))
}
