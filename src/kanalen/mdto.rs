//! MDTO 1.0.1: for every file a description of what it is, and of the file itself, with its checksum.

use super::bundel::{Bijlage, Bundel, Formaat, Inhoud, Stuk};
use super::xml::{self, Element, el, tekst};
use super::{Bestand, Soort, tijd};
use crate::model::tooi::Overheid;

const MDTO: &str = "https://www.nationaalarchief.nl/mdto";

/// Two sidecars beside every PDF and every annex. The order of the elements is that of the schema.
pub fn bestanden(bundel: &Bundel) -> Vec<Bestand> {
    let mut alle = Vec::new();
    for stuk in &bundel.stukken {
        alle.extend(paar(bundel, stuk, &Voorwerp::van_stuk(stuk)));
        for bijlage in &stuk.bijlagen {
            alle.extend(paar(bundel, stuk, &Voorwerp::van_bijlage(stuk, bijlage)));
        }
    }
    alle
}

/// What is described: a document or an annex.
struct Voorwerp<'a> {
    pad: String,
    identificatie: String,
    kenmerk: Option<&'a str>,
    naam: &'a str,
    omschrijving: Option<&'a str>,
    inhoud: &'a Inhoud,
    formaat: Option<Formaat>,
    hoort_bij: bool,
}

impl<'a> Voorwerp<'a> {
    fn van_stuk(stuk: &'a Stuk) -> Self {
        Self {
            pad: stuk.pad(),
            identificatie: stuk.identificatie.clone(),
            kenmerk: stuk.kenmerk.as_deref(),
            naam: &stuk.titel,
            omschrijving: Some(&stuk.omschrijving),
            inhoud: &stuk.pdf,
            formaat: None,
            hoort_bij: false,
        }
    }

    fn van_bijlage(stuk: &'a Stuk, bijlage: &'a Bijlage) -> Self {
        Self {
            pad: bijlage.pad.clone(),
            identificatie: bijlage.identificatie(stuk),
            kenmerk: None,
            naam: &bijlage.titel,
            omschrijving: None,
            inhoud: &bijlage.inhoud,
            formaat: Some(bijlage.formaat),
            hoort_bij: true,
        }
    }

    fn bestandsnaam(&self) -> &str {
        self.pad.rsplit('/').next().unwrap_or(&self.pad)
    }

    fn bestand_id(&self) -> String {
        format!("bestand-{}", self.identificatie)
    }
}

fn paar(bundel: &Bundel, stuk: &Stuk, wat: &Voorwerp<'_>) -> [Bestand; 2] {
    let zonder = wat.pad.rsplit_once('.').map_or(wat.pad.as_str(), |(naam, _)| naam);
    let wortel = |kind| xml::document(&el("MDTO").attr("xmlns", MDTO).met(kind));
    let informatieobject = wortel(informatieobject(bundel, stuk, wat));
    let bestand = wortel(bestand(bundel, stuk, wat));
    [
        Bestand::tekst(format!("{zonder}.mdto.xml"), informatieobject, Soort::Mdto),
        Bestand::tekst(format!("{}.bestand.mdto.xml", wat.pad), bestand, Soort::Mdto),
    ]
}

fn informatieobject(bundel: &Bundel, stuk: &Stuk, wat: &Voorwerp<'_>) -> Element {
    let bron = stuk.verantwoordelijke.label;
    let categorie =
        begrip("classificatie", &stuk.categorie.label, Some(stuk.categorie.code()), "TOOI Woo-informatiecategorieën");
    let mut object = el("informatieobject").met(identificatie(&wat.identificatie, bron));
    object = object.met_alle(wat.kenmerk.map(|kenmerk| identificatie(kenmerk, bron))).met(tekst("naam", wat.naam));
    object = object
        .met(begrip("aggregatieniveau", "Archiefstuk", None, "Begrippenlijst Aggregatieniveaus MDTO"))
        .met(categorie);
    if !wat.hoort_bij {
        let soort = stuk.documentsoort;
        object = object.met(begrip("classificatie", &soort.label, Some(soort.code()), "TOOI documentsoorten"));
    }
    let woorden = stuk.trefwoorden.iter().map(|woord| tekst("trefwoord", woord));
    object = object.met_alle(woorden).met_alle(wat.omschrijving.map(|zin| tekst("omschrijving", zin)));
    let raadpleeg = el("raadpleeglocatie").met(tekst("raadpleeglocatieOnline", bundel.url(&wat.pad)));
    object = object.met(raadpleeg).met(tekst("taal", "nl")).met(event("Creatie", stuk.datum, stuk.verantwoordelijke));
    if let Some(dag) = stuk.gepubliceerd {
        object = object.met(event("Publicatie", dag, bundel.uitgever));
    }
    let (code, label) = stuk.waardering.begrip();
    object = object.met(begrip("waardering", label, Some(code), "Begrippenlijst Waarderingen MDTO"));
    let representatie = verwijzing("heeftRepresentatie", wat.bestandsnaam(), &wat.bestand_id(), bron);
    object = object.met(representatie).met_alle(samenhang(stuk, wat));
    let vrij = begrip("beperkingGebruikType", "Geen beperking", None, "Begrippenlijst BeperkingGebruikType MDTO");
    object.met(organisatie("archiefvormer", stuk.verantwoordelijke)).met(el("beperkingGebruik").met(vrij))
}

/// A document names its annexes, an annex names its document.
fn samenhang(stuk: &Stuk, wat: &Voorwerp<'_>) -> Vec<Element> {
    let bron = stuk.verantwoordelijke.label;
    let relatie = |naam: &str, id: &str, soort: &str| {
        el("gerelateerdInformatieobject")
            .met(verwijzing("gerelateerdInformatieobjectVerwijzing", naam, id, bron))
            .met(begrip("gerelateerdInformatieobjectTypeRelatie", soort, None, "Begrippenlijst Relatietypen MDTO"))
    };
    if wat.hoort_bij {
        return vec![relatie(&stuk.titel, &stuk.identificatie, "Wordt aangehaald door")];
    }
    let aan = |bijlage: &Bijlage| relatie(&bijlage.titel, &bijlage.identificatie(stuk), "Refereert aan");
    stuk.bijlagen.iter().map(aan).collect()
}

fn bestand(bundel: &Bundel, stuk: &Stuk, wat: &Voorwerp<'_>) -> Element {
    let bron = stuk.verantwoordelijke.label;
    let formaat = match wat.formaat {
        // What others made is not judged here, so only its kind is named.
        Some(formaat) if !formaat.eigen => begrip("bestandsformaat", formaat.mime, None, "IANA Media Types"),
        _ => {
            begrip("bestandsformaat", "Acrobat PDF/A - Portable Document Format 2a", Some("fmt/476"), "PRONOM-register")
        }
    };
    let checksum = el("checksum")
        .met(begrip("checksumAlgoritme", "SHA-256", None, "Begrippenlijst ChecksumAlgoritme MDTO"))
        .met(tekst("checksumWaarde", &wat.inhoud.sha256))
        .met(tekst("checksumDatum", tijd::moment(stuk.gewijzigd)));
    el("bestand")
        .met(identificatie(&wat.bestand_id(), bron))
        .met(tekst("naam", wat.bestandsnaam()))
        .met(tekst("omvang", wat.inhoud.bytes.len().to_string()))
        .met(formaat)
        .met(checksum)
        .met(tekst("URLBestand", bundel.url(&wat.pad)))
        .met(verwijzing("isRepresentatieVan", wat.naam, &wat.identificatie, bron))
}

fn identificatie(kenmerk: &str, bron: &str) -> Element {
    el("identificatie").met(tekst("identificatieKenmerk", kenmerk)).met(tekst("identificatieBron", bron))
}

fn begrip(naam: &'static str, label: &str, code: Option<&str>, lijst: &str) -> Element {
    el(naam)
        .met(tekst("begripLabel", label))
        .met_alle(code.map(|code| tekst("begripCode", code)))
        .met(el("begripBegrippenlijst").met(tekst("verwijzingNaam", lijst)))
}

fn verwijzing(naam: &'static str, woorden: &str, kenmerk: &str, bron: &str) -> Element {
    let id =
        el("verwijzingIdentificatie").met(tekst("identificatieKenmerk", kenmerk)).met(tekst("identificatieBron", bron));
    el(naam).met(tekst("verwijzingNaam", woorden)).met(id)
}

fn organisatie(naam: &'static str, overheid: &Overheid) -> Element {
    verwijzing(naam, overheid.label, overheid.code(), overheid.register())
}

fn event(soort: &str, dag: chrono::NaiveDate, wie: &Overheid) -> Element {
    el("event")
        .met(begrip("eventType", soort, None, "Begrippenlijst EventTypeLijst MDTO"))
        .met(tekst("eventTijd", dag.to_string()))
        .met(organisatie("eventVerantwoordelijkeActor", wie))
}
