//! DiWoo 0.9.8: the record of each document, and the sitemaps by which overheid.nl finds them.

use std::collections::BTreeMap;

use super::bundel::{Bijlage, Bundel, Stuk};
use super::xml::{self, Element, el, tekst};
use super::{Bestand, Soort, tijd};
use crate::model::tooi::Overheid;
use crate::model::waardelijst::{Lijst, Waarde};

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const DIWOO: &str = "https://standaarden.overheid.nl/diwoo/metadata/";

/// One record per file, a sitemap and its index per category, and the lines for robots.txt.
pub fn bestanden(bundel: &Bundel) -> Vec<Bestand> {
    let mut alle = Vec::new();
    let mut per_categorie: BTreeMap<&str, Vec<Element>> = BTreeMap::new();
    for stuk in &bundel.stukken {
        let urls = [url(bundel, stuk, None)].into_iter();
        let urls = urls.chain(stuk.bijlagen.iter().map(|bijlage| url(bundel, stuk, Some(bijlage))));
        let paden = [stuk.pad()].into_iter().chain(stuk.bijlagen.iter().map(|bijlage| bijlage.pad.clone()));
        for (pad, url) in paden.zip(urls) {
            let naam = pad.rsplit_once('.').map_or(pad.as_str(), |(naam, _)| naam);
            let sitemap = xml::document(&urlset(vec![url.clone()]));
            alle.push(Bestand::tekst(format!("{naam}.diwoo.xml"), sitemap, Soort::Diwoo));
            per_categorie.entry(infocat(stuk.categorie)).or_default().push(url);
        }
    }
    let mut robots = String::new();
    for (infocat, urls) in per_categorie {
        let [sitemap, index] = [format!("sitemap-diwoo-{infocat}.xml"), format!("sitemapindex-diwoo-{infocat}.xml")];
        alle.push(Bestand::tekst(&sitemap, xml::document(&urlset(urls)), Soort::Sitemap));
        let verwijzing =
            el("sitemap").met(tekst("loc", bundel.url(&sitemap))).met(tekst("lastmod", bundel.dag().to_string()));
        let wortel = el("sitemapindex").attr("xmlns", SITEMAP).met(verwijzing);
        alle.push(Bestand::tekst(&index, xml::document(&wortel), Soort::Sitemap));
        robots += &format!("Sitemap: {}\n", bundel.url(&index));
    }
    alle.push(Bestand::tekst("robots-regels.txt", robots, Soort::Sitemap));
    alle
}

/// Where the harvester looks for this category.
fn infocat(categorie: &Waarde) -> &str {
    categorie.infocat.as_deref().unwrap_or_default()
}

fn urlset(urls: Vec<Element>) -> Element {
    el("urlset").attr("xmlns", SITEMAP).attr("xmlns:diwoo", DIWOO).met_alle(urls)
}

/// A document, or one of its annexes: the file's address first, what it is last.
fn url(bundel: &Bundel, stuk: &Stuk, bijlage: Option<&Bijlage>) -> Element {
    let pad = bijlage.map_or_else(|| stuk.pad(), |bijlage| bijlage.pad.clone());
    let document = el("diwoo:Document").met(match bijlage {
        None => van_stuk(bundel, stuk),
        Some(bijlage) => van_bijlage(bundel, stuk, bijlage),
    });
    el("url").met(tekst("loc", bundel.url(&pad))).met(tekst("lastmod", stuk.gewijzigd.to_string())).met(document)
}

fn van_stuk(bundel: &Bundel, stuk: &Stuk) -> Element {
    let pdf = Lijst::Formaat.zoek("PDF");
    let mut diwoo = el("diwoo:DiWoo").met(identifiers(stuk.identificatie.clone(), stuk.kenmerk.clone()));
    diwoo = wie(diwoo, bundel, stuk);
    let mut titels = el("diwoo:titelcollectie").met(tekst("diwoo:officieleTitel", &stuk.titel));
    if let Some(kort) = &stuk.korte_titel {
        titels = titels.met(el("diwoo:verkorteTitels").met(tekst("diwoo:verkorteTitel", kort)));
    }
    diwoo = diwoo
        .met(titels)
        .met(el("diwoo:omschrijvingen").met(tekst("diwoo:omschrijving", &stuk.omschrijving)))
        .met(classificatie(stuk, Some(stuk.documentsoort)));
    diwoo = rest(diwoo, stuk, pdf);
    if !stuk.bijlagen.is_empty() {
        let delen = stuk.bijlagen.iter().map(|b| verwijzing("diwoo:hasPart", &bundel.url(&b.pad), &b.titel));
        diwoo = diwoo.met(el("diwoo:hasParts").met_alle(delen));
    }
    diwoo = diwoo.met(handelingen(stuk));
    if let (false, Some(rol)) = (stuk.bijlagen.is_empty(), Lijst::Relatie.zoek("heeft bijlage")) {
        let relatie = |b: &Bijlage| {
            let naar = verwijzing("diwoo:relation", &bundel.url(&b.pad), &b.titel);
            el("diwoo:documentrelatie").met(waarde("diwoo:role", rol)).met(naar)
        };
        diwoo = diwoo.met(el("diwoo:documentrelaties").met_alle(stuk.bijlagen.iter().map(relatie)));
    }
    diwoo
}

/// An annex is found by itself too, and says what it belongs to.
fn van_bijlage(bundel: &Bundel, stuk: &Stuk, bijlage: &Bijlage) -> Element {
    let diwoo = el("diwoo:DiWoo").met(identifiers(bijlage.identificatie(stuk), None));
    let diwoo = wie(diwoo, bundel, stuk)
        .met(el("diwoo:titelcollectie").met(tekst("diwoo:officieleTitel", &bijlage.titel)))
        .met(classificatie(stuk, None));
    rest(diwoo, stuk, Some(bijlage.formaat.diwoo))
        .met(verwijzing("diwoo:isPartOf", &bundel.url(&stuk.pad()), &stuk.titel))
        .met(handelingen(stuk))
}

fn identifiers(eigen: String, kenmerk: Option<String>) -> Element {
    let alle = [Some(eigen), kenmerk].into_iter().flatten();
    el("diwoo:identifiers").met_alle(alle.map(|een| tekst("diwoo:identifier", een)))
}

fn wie(diwoo: Element, bundel: &Bundel, stuk: &Stuk) -> Element {
    let mut diwoo = diwoo
        .met(organisatie("diwoo:publisher", bundel.uitgever))
        .met(organisatie("diwoo:verantwoordelijke", stuk.verantwoordelijke));
    if !stuk.mede.is_empty() {
        let mede = stuk.mede.iter().map(|een| organisatie("diwoo:medeverantwoordelijke", een));
        diwoo = diwoo.met(el("diwoo:medeverantwoordelijken").met_alle(mede));
    }
    diwoo.met(organisatie("diwoo:opsteller", stuk.verantwoordelijke))
}

fn classificatie(stuk: &Stuk, documentsoort: Option<&Waarde>) -> Element {
    let categorie = waarde("diwoo:informatiecategorie", stuk.categorie);
    let mut alles = el("diwoo:classificatiecollectie").met(el("diwoo:informatiecategorieen").met(categorie));
    if let Some(soort) = documentsoort {
        alles = alles.met(el("diwoo:documentsoorten").met(waarde("diwoo:documentsoort", soort)));
    }
    if !stuk.themas.is_empty() {
        alles = alles.met(el("diwoo:themas").met_alle(stuk.themas.iter().map(|een| waarde("diwoo:thema", een))));
    }
    if !stuk.trefwoorden.is_empty() {
        let woorden = stuk.trefwoorden.iter().map(|woord| tekst("diwoo:trefwoord", woord));
        alles = alles.met(el("diwoo:trefwoorden").met_alle(woorden));
    }
    alles
}

fn rest(diwoo: Element, stuk: &Stuk, formaat: Option<&Waarde>) -> Element {
    let mut diwoo = diwoo.met(tekst("diwoo:creatiedatum", stuk.datum.to_string()));
    diwoo = diwoo.met_alle(Lijst::Taal.zoek("Nederlands").map(|taal| waarde("diwoo:language", taal)));
    diwoo = diwoo.met_alle(formaat.map(|formaat| waarde("diwoo:format", formaat)));
    diwoo.met_alle(stuk.zaaknummer.as_ref().map(|zaak| tekst("diwoo:aggregatiekenmerk", zaak)))
}

fn handelingen(stuk: &Stuk) -> Element {
    let (soort, dag) = stuk.handeling;
    let handeling = el("diwoo:documenthandeling")
        .met(waarde("diwoo:soortHandeling", soort))
        .met(tekst("diwoo:atTime", tijd::moment(dag)))
        .met(organisatie("diwoo:wasAssociatedWith", stuk.verantwoordelijke));
    el("diwoo:documenthandelingen").met(handeling)
}

fn waarde(naam: &'static str, waarde: &Waarde) -> Element {
    verwijzing(naam, &waarde.uri, &waarde.label)
}

fn organisatie(naam: &'static str, overheid: &Overheid) -> Element {
    verwijzing(naam, overheid.uri, overheid.label)
}

/// Identifier and label, always both.
fn verwijzing(naam: &'static str, resource: &str, label: &str) -> Element {
    tekst(naam, label).attr("resource", resource)
}
