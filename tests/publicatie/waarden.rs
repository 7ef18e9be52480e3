//! Every value that a bundle says more than once is read back from each place, and all places must say the same.

use std::collections::{BTreeMap, BTreeSet};

mod bronnen;
mod lees;

use bronnen::{controle, lijsten, metadata, overzicht, publicatiebank, stuk};
use lees::laatste;

use super::proef::{bundel, gepubliceerd};
use crate::support::html::Element;

type Bestanden = BTreeMap<String, Vec<u8>>;

/// Where each value was found, and as what.
#[derive(Default)]
struct Waarden(BTreeMap<&'static str, Vec<(String, String)>>);

impl Waarden {
    fn zet(&mut self, wat: &'static str, waar: &str, waarde: impl Into<String>) {
        self.0.entry(wat).or_default().push((waar.to_string(), waarde.into()));
    }

    fn zet_als(&mut self, wat: &'static str, waar: &str, waarde: Option<impl Into<String>>) {
        if let Some(waarde) = waarde {
            self.zet(wat, waar, waarde);
        }
    }

    /// All places agree; gives which places were compared for which value.
    fn gelijk(&self, pad: &str) -> BTreeSet<(&'static str, String)> {
        for (wat, plekken) in &self.0 {
            let (eerste, juist) = &plekken[0];
            for (waar, waarde) in plekken {
                assert_eq!(waarde, juist, "{pad}: {wat} in {waar} is not that in {eerste}");
            }
        }
        let plekken = self.0.iter().filter(|(_, plekken)| plekken.len() > 1);
        plekken.flat_map(|(wat, plekken)| plekken.iter().map(|(waar, _)| (*wat, waar.clone()))).collect()
    }
}

/// What must have been compared somewhere, so that no place drops out unseen.
const VERGELEKEN: &[(&str, &[&str])] = &[
    (
        "titel",
        &[
            "DiWoo",
            "sitemap",
            "MDTO",
            "bestand.mdto",
            "JSON",
            "JSON, publicatie",
            "RIS",
            "DROP",
            "DROP, tekst",
            "controle",
            "pagina",
            "pagina, DCTERMS.title",
            "PDF, Info",
            "PDF, XMP",
            "overzicht",
        ],
    ),
    ("datum", &["DiWoo", "sitemap", "MDTO", "JSON", "RIS", "pagina, DCTERMS.issued", "PDF, Info", "PDF, XMP"]),
    (
        "kenmerk",
        &[
            "DiWoo",
            "sitemap",
            "MDTO",
            "JSON",
            "RIS",
            "controle",
            "pagina, DCTERMS.alternative",
            "PDF, trefwoorden",
            "overzicht",
        ],
    ),
    ("zaaknummer", &["DiWoo", "sitemap", "JSON", "RIS", "DROP", "pagina, DCTERMS.alternative", "PDF, trefwoorden"]),
    ("identificatie", &["DiWoo", "sitemap", "MDTO", "bestand.mdto", "JSON", "pagina, DCTERMS.identifier"]),
    ("adres", &["DiWoo", "sitemap", "MDTO", "bestand.mdto", "controle"]),
    ("sha256", &["bestand", "bestand.mdto", "RIS", "pakbon", "SHA256SUMS", "controle"]),
    ("omvang", &["bestand", "bestand.mdto", "RIS", "pakbon", "JSON"]),
    ("bestandsnaam", &["bestand", "MDTO", "bestand.mdto", "JSON"]),
    ("categorie", &["DiWoo", "sitemap", "MDTO", "RIS", "JSON", "controle"]),
    ("documentsoort", &["DiWoo", "sitemap", "MDTO", "RIS", "controle"]),
    ("omschrijving", &["DiWoo", "sitemap", "MDTO", "JSON", "JSON, publicatie"]),
    ("korte titel", &["DiWoo", "sitemap", "RIS", "JSON"]),
    ("uitgever", &["DiWoo", "sitemap", "JSON"]),
    ("naam van de uitgever", &["DiWoo", "sitemap", "pakbon", "DROP", "pagina, DCTERMS.publisher"]),
    ("maker", &["DiWoo", "sitemap", "MDTO", "pagina, DCTERMS.creator"]),
    ("ondertekend", &["DiWoo", "sitemap", "JSON", "DROP"]),
    ("trefwoorden", &["DiWoo", "sitemap", "MDTO"]),
    ("hoort bij", &["DiWoo", "sitemap", "RIS"]),
    ("gewijzigd", &["DiWoo", "sitemap"]),
    ("wat", &["pagina, DCTERMS.type", "PDF, trefwoorden", "overzicht"]),
];

#[test]
fn every_value_is_the_same_wherever_it_stands() {
    let project = gepubliceerd();
    let index = Element::lees(&project.text("out/publicatie/2024/index.html"));
    let (mut gezien, mut vergeleken) = (0, BTreeSet::new());
    for map in ["ridderkerk/2024", "rotterdam/2024", "grjr/2024"] {
        let files = bundel(&project, map);
        let stukken: Vec<&String> = files.keys().filter(|pad| pad.ends_with(".bestand.mdto.xml")).collect();
        for pad in stukken.iter().map(|pad| pad.trim_end_matches(".bestand.mdto.xml")) {
            let mut waarden = Waarden::default();
            metadata(&mut waarden, &files, pad);
            lijsten(&mut waarden, &files, pad);
            let bij = waarden.0.get("hoort bij").map(|plekken| laatste(&plekken[0].1));
            publicatiebank(&mut waarden, &files, bij.as_deref().unwrap_or(pad), pad);
            if bij.is_none() {
                stuk(&mut waarden, &files, pad);
                controle(&mut waarden, &files, pad);
                overzicht(&mut waarden, &index, map, pad);
            }
            vergeleken.extend(waarden.gelijk(&format!("{map}/{pad}")));
            gezien += 1;
        }
    }
    assert!(gezien >= 16, "only {gezien} files were compared");
    for (wat, plekken) in VERGELEKEN {
        for plek in *plekken {
            assert!(vergeleken.contains(&(*wat, (*plek).to_string())), "{wat} was never compared in {plek}");
        }
    }
    let bekend = |(wat, waar): &&(&str, String)| {
        VERGELEKEN.iter().any(|(een, plekken)| een == wat && plekken.contains(&waar.as_str()))
    };
    let nieuw: Vec<_> = vergeleken.iter().filter(|een| !bekend(een)).collect();
    assert!(nieuw.is_empty(), "compared but not named: {nieuw:?}");
}
