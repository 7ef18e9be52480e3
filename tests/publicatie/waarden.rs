//! Every value that a bundle says more than once is read back from each place, and all places must say the same.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

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

/// The text at the end of each path of names, and the `resource` of it.
fn xml(bytes: &[u8], path: &[&str]) -> Vec<(String, Option<String>)> {
    let tekst = std::str::from_utf8(bytes).expect("UTF-8");
    let document = roxmltree::Document::parse(tekst).expect("well-formed");
    let past = |node: &roxmltree::Node<'_, '_>| {
        let mut op = node.ancestors().map(|node| node.tag_name().name().to_string());
        path.iter().rev().all(|naam| op.next().as_deref() == Some(naam))
    };
    let nodes = document.descendants().filter(|node| node.is_element() && past(node));
    nodes
        .map(|node| (node.text().unwrap_or_default().to_string(), node.attribute("resource").map(str::to_string)))
        .collect()
}

fn teksten(bytes: &[u8], path: &[&str]) -> Vec<String> {
    xml(bytes, path).into_iter().map(|(tekst, _)| tekst).collect()
}

fn naar(bytes: &[u8], naam: &str) -> Option<String> {
    xml(bytes, &[naam]).into_iter().next()?.1
}

/// The last part of an address.
fn laatste(uri: &str) -> String {
    uri.rsplit('/').next().unwrap_or(uri).to_string()
}

/// The lines of `ris.csv` by file name, each by column; no cell of it holds a line end.
fn ris(bytes: &[u8]) -> BTreeMap<String, BTreeMap<String, String>> {
    let tekst = std::str::from_utf8(bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("a BOM");
    let cellen = |regel: &str| {
        let (mut cellen, mut cel, mut binnen) = (Vec::new(), String::new(), false);
        let mut letters = regel.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if binnen && letters.peek() == Some(&'"') => cel.push(letters.next().expect("peeked")),
                '"' => binnen = !binnen,
                ';' if !binnen => cellen.push(std::mem::take(&mut cel)),
                _ => cel.push(letter),
            }
        }
        cellen.push(cel);
        cellen
    };
    let mut regels = tekst.lines().map(cellen);
    let koppen = regels.next().expect("names of the columns");
    regels.map(|regel| (regel[0].clone(), koppen.iter().cloned().zip(regel).collect())).collect()
}

fn gevuld(waarde: &Value) -> Option<String> {
    waarde.as_str().map(str::to_string).or_else(|| waarde.as_u64().map(|getal| getal.to_string()))
}

/// What the record and both sidecars say.
fn metadata(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
    let naam = pad.rsplit_once('.').expect("an ending").0;
    let diwoo = &files[&format!("{naam}.diwoo.xml")];
    van_diwoo(waarden, "DiWoo", diwoo);
    let mdto = &files[&format!("{naam}.mdto.xml")];
    let nummers = teksten(mdto, &["informatieobject", "identificatie", "identificatieKenmerk"]);
    waarden.zet("identificatie", "MDTO", &nummers[0]);
    waarden.zet_als("kenmerk", "MDTO", nummers.get(1));
    waarden.zet("titel", "MDTO", &teksten(mdto, &["informatieobject", "naam"])[0]);
    waarden.zet("datum", "MDTO", &teksten(mdto, &["eventTijd"])[0]);
    // First when it was made, then when it was published.
    waarden.zet_als("gepubliceerd", "MDTO", teksten(mdto, &["eventTijd"]).get(1));
    waarden.zet("adres", "MDTO", &teksten(mdto, &["raadpleeglocatieOnline"])[0]);
    waarden.zet("categorie", "MDTO", &teksten(mdto, &["classificatie", "begripCode"])[0]);
    waarden.zet_als("documentsoort", "MDTO", teksten(mdto, &["classificatie", "begripLabel"]).get(1));
    waarden.zet_als("omschrijving", "MDTO", teksten(mdto, &["omschrijving"]).first());
    waarden.zet("maker", "MDTO", &teksten(mdto, &["archiefvormer", "verwijzingNaam"])[0]);
    waarden.zet("bestandsnaam", "MDTO", &teksten(mdto, &["heeftRepresentatie", "verwijzingNaam"])[0]);
    waarden.zet("trefwoorden", "MDTO", teksten(mdto, &["trefwoord"]).join(", "));
    let bestand = &files[&format!("{pad}.bestand.mdto.xml")];
    waarden.zet("titel", "bestand.mdto", &teksten(bestand, &["isRepresentatieVan", "verwijzingNaam"])[0]);
    let nummer = teksten(bestand, &["isRepresentatieVan", "verwijzingIdentificatie", "identificatieKenmerk"]);
    waarden.zet("identificatie", "bestand.mdto", &nummer[0]);
    waarden.zet("bestandsnaam", "bestand.mdto", &teksten(bestand, &["bestand", "naam"])[0]);
    waarden.zet("adres", "bestand.mdto", &teksten(bestand, &["URLBestand"])[0]);
    waarden.zet("sha256", "bestand.mdto", &teksten(bestand, &["checksumWaarde"])[0]);
    waarden.zet("omvang", "bestand.mdto", &teksten(bestand, &["omvang"])[0]);
}

/// What a record says; `bytes` hold one `url`.
fn van_diwoo(waarden: &mut Waarden, waar: &str, bytes: &[u8]) {
    let eerste = |path: &[&str]| teksten(bytes, path).into_iter().next();
    let nummers = teksten(bytes, &["identifier"]);
    waarden.zet("identificatie", waar, &nummers[0]);
    waarden.zet_als("kenmerk", waar, nummers.get(1));
    waarden.zet("adres", waar, eerste(&["url", "loc"]).expect("an address"));
    waarden.zet("gewijzigd", waar, eerste(&["url", "lastmod"]).expect("a day"));
    waarden.zet("titel", waar, eerste(&["officieleTitel"]).expect("a title"));
    waarden.zet_als("korte titel", waar, eerste(&["verkorteTitel"]));
    waarden.zet_als("omschrijving", waar, eerste(&["omschrijving"]));
    waarden.zet("datum", waar, eerste(&["creatiedatum"]).expect("a date"));
    waarden.zet_als("zaaknummer", waar, eerste(&["aggregatiekenmerk"]));
    waarden.zet_als("documentsoort", waar, eerste(&["documentsoort"]));
    waarden.zet("uitgever", waar, naar(bytes, "publisher").expect("a publisher"));
    waarden.zet("naam van de uitgever", waar, eerste(&["publisher"]).expect("a publisher"));
    waarden.zet("maker", waar, eerste(&["opsteller"]).expect("a maker"));
    waarden.zet("categorie", waar, laatste(&naar(bytes, "informatiecategorie").expect("a category")));
    waarden.zet("trefwoorden", waar, teksten(bytes, &["trefwoord"]).join(", "));
    waarden.zet_als("hoort bij", waar, naar(bytes, "isPartOf"));
    if let Some(moment) =
        eerste(&["atTime"]).filter(|_| eerste(&["soortHandeling"]).as_deref() == Some("ondertekening"))
    {
        waarden.zet("ondertekend", waar, &moment[..10]);
    }
}

/// What the lists over the whole bundle say of one file.
fn lijsten(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
    let adres = waarden.0["adres"][0].1.clone();
    for (sitemap, bytes) in files.iter().filter(|(naam, _)| naam.starts_with("sitemap-")) {
        let tekst = String::from_utf8(bytes.clone()).expect("UTF-8");
        // Each record once more, on its own.
        let (kop, rest) = tekst.split_once("  <url>").expect("a record");
        for url in rest.split("  <url>").filter(|url| url.contains(&format!("<loc>{adres}</loc>"))) {
            let los = format!("{kop}  <url>{}</urlset>", url.trim_end().trim_end_matches("</urlset>"));
            van_diwoo(waarden, "sitemap", los.as_bytes());
            let index = &files[&sitemap.replace("sitemap-", "sitemapindex-")];
            let robots = String::from_utf8(files["robots-regels.txt"].clone()).expect("UTF-8");
            let basis = adres.strip_suffix(pad).expect("below the address of the bundle");
            assert_eq!(teksten(index, &["loc"]), [format!("{basis}{sitemap}")]);
            assert!(robots.contains(&format!("Sitemap: {basis}{}\n", sitemap.replace("sitemap-", "sitemapindex-"))));
        }
    }
    let regel = &ris(&files["ris.csv"])[pad];
    let cel = |kolom: &str| Some(regel[kolom].trim_start_matches('\'').to_string()).filter(|cel| !cel.is_empty());
    for (wat, kolom) in [
        ("titel", "titel"),
        ("korte titel", "korte titel"),
        ("datum", "datum"),
        ("documentsoort", "documentsoort"),
        ("kenmerk", "kenmerk"),
        ("zaaknummer", "zaaknummer"),
        ("categorie", "categoriecode"),
        ("sha256", "sha256"),
        ("omvang", "bytes"),
    ] {
        waarden.zet_als(wat, "RIS", cel(kolom));
    }
    if let Some(bij) = cel("bijlage bij") {
        waarden.zet("hoort bij", "RIS", format!("{}{bij}", adres.strip_suffix(pad).expect("below the address")));
    }
    let pakbon = &files["pakbon.xml"];
    let at = teksten(pakbon, &["bestand", "pad"]).iter().position(|een| een == pad).expect("on the packing slip");
    waarden.zet("sha256", "pakbon", &teksten(pakbon, &["bestand", "sha256"])[at]);
    waarden.zet("omvang", "pakbon", &teksten(pakbon, &["bestand", "omvang"])[at]);
    waarden.zet("naam van de uitgever", "pakbon", &teksten(pakbon, &["archiefvormer", "naam"])[0]);
    let sommen = String::from_utf8(files["SHA256SUMS"].clone()).expect("UTF-8");
    let som = sommen.lines().find_map(|regel| regel.strip_suffix(&format!("  {pad}"))).expect("in the list");
    waarden.zet("sha256", "SHA256SUMS", som);
    waarden.zet("sha256", "bestand", griffel::compile::sha256(&files[pad]));
    waarden.zet("omvang", "bestand", files[pad].len().to_string());
    waarden.zet("bestandsnaam", "bestand", laatste(pad));
}

/// What the list for a publicatiebank says of one file.
fn publicatiebank(waarden: &mut Waarden, files: &Bestanden, van: &str, pad: &str) {
    let json: Value = serde_json::from_slice(&files[&van.replace(".pdf", ".publicatie.json")]).expect("JSON");
    let document = json["documenten"].as_array().expect("documents").iter();
    let document = document.clone().find(|een| een["bestandsnaam"] == laatste(pad)).expect("the file");
    for (wat, veld) in [
        ("titel", "officieleTitel"),
        ("korte titel", "verkorteTitel"),
        ("omschrijving", "omschrijving"),
        ("datum", "creatiedatum"),
        ("bestandsnaam", "bestandsnaam"),
        ("omvang", "bestandsomvang"),
        ("identificatie", "identifier"),
    ] {
        waarden.zet_als(wat, "JSON", gevuld(&document[veld]));
    }
    waarden.zet_als(
        "ondertekend",
        "JSON",
        gevuld(&document["datumOndertekend"]).map(|moment| moment[..10].to_string()),
    );
    let publicatie = &json["publicatie"];
    waarden.zet_als("uitgever", "JSON", gevuld(&publicatie["publisher"]));
    waarden.zet_als("categorie", "JSON", gevuld(&publicatie["diWooInformatieCategorieen"][0]).map(|uri| laatste(&uri)));
    if van == pad {
        waarden.zet_als("titel", "JSON, publicatie", gevuld(&publicatie["officieleTitel"]));
        waarden.zet_als("omschrijving", "JSON, publicatie", gevuld(&publicatie["omschrijving"]));
        let mut nummers =
            document["kenmerken"].as_array().expect("references").iter().map(|een| gevuld(&een["kenmerk"]));
        if waarden.0.contains_key("kenmerk") {
            waarden.zet_als("kenmerk", "JSON", nummers.next().flatten());
        }
        if waarden.0.contains_key("zaaknummer") {
            waarden.zet_als("zaaknummer", "JSON", nummers.next().flatten());
        }
        assert!(nummers.next().is_none() && document["kenmerken"] == publicatie["kenmerken"], "{pad}");
    }
}

/// What the page, the PDF and the sheet for DROP say of a document.
fn stuk(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
    let pagina = Element::lees(std::str::from_utf8(&files[&pad.replace(".pdf", ".html")]).expect("UTF-8"));
    let meta = |naam: &str| -> Vec<String> {
        let alle = pagina.met(&["meta"]).into_iter().filter(|meta| meta.attr("name") == Some(naam));
        alle.filter_map(|meta| meta.attr("content").map(str::to_string)).collect()
    };
    waarden.zet("titel", "pagina", pagina.met(&["title"])[0].tekst());
    for (wat, naam) in [
        ("titel", "DCTERMS.title"),
        ("datum", "DCTERMS.issued"),
        ("identificatie", "DCTERMS.identifier"),
        ("naam van de uitgever", "DCTERMS.publisher"),
        ("maker", "DCTERMS.creator"),
    ] {
        waarden.zet(wat, &format!("pagina, {naam}"), &meta(naam)[0]);
    }
    let pdf = griffel::pdf::lees(&files[pad]).expect("a PDF");
    let nummers = [("kenmerk", 0), ("zaaknummer", usize::from(waarden.0.contains_key("kenmerk")))];
    for (wat, at) in nummers.into_iter().filter(|(wat, _)| waarden.0.contains_key(wat)).collect::<Vec<_>>() {
        waarden.zet(wat, "pagina, DCTERMS.alternative", &meta("DCTERMS.alternative")[at]);
        // The first keyword says what it is.
        waarden.zet(wat, "PDF, trefwoorden", &pdf.facts.keywords[at + 1]);
    }
    waarden.zet("wat", "pagina, DCTERMS.type", &meta("DCTERMS.type")[0]);
    waarden.zet("wat", "PDF, trefwoorden", &pdf.facts.keywords[0]);
    waarden.zet("titel", "PDF, Info", &pdf.facts.title);
    waarden.zet("titel", "PDF, XMP", pdf.facts.xmp_title.clone().expect("a title in XMP"));
    let dag = pdf.facts.dates.created.clone().expect("a date");
    waarden.zet("datum", "PDF, Info", &dag[..10]);
    let xmp = pdf.facts.xmp.split_once("<xmp:CreateDate>").expect("a date in XMP").1;
    waarden.zet("datum", "PDF, XMP", &xmp[..10]);
    let Some(blad) = files.get(&pad.replace(".pdf", ".drop-invoerblad.json")) else { return };
    let blad: Value = serde_json::from_slice(blad).expect("JSON");
    let woorden = |einde: &str| String::from_utf8(files[&pad.replace(".pdf", einde)].clone()).expect("UTF-8");
    for (naam, waarde) in blad.as_object().expect("fields") {
        let waarde = waarde.as_str().unwrap_or("door de gemeente in te vullen");
        assert!(woorden(".drop-invoerblad.md").contains(&format!("| {naam} | {waarde} |\n")), "{naam}: {waarde}");
    }
    waarden.zet_als("titel", "DROP", gevuld(&blad["officiële naam regeling"]));
    waarden.zet("titel", "DROP, tekst", woorden(".drop.txt").lines().next().expect("a title"));
    waarden.zet_als("ondertekend", "DROP", gevuld(&blad["datum ondertekening"]));
    waarden.zet_als("naam van de uitgever", "DROP", gevuld(&blad["organisatie"]));
    if waarden.0.contains_key("zaaknummer") {
        waarden.zet_als("zaaknummer", "DROP", gevuld(&blad["kenmerk voorstel"]));
    }
}

/// What the report in the bundle says of a document, in both forms.
fn controle(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
    let md = String::from_utf8(files["controle.md"].clone()).expect("UTF-8").replace('\\', "");
    let deel = md.split("\n## ").find(|deel| deel.contains(&format!("]({pad})"))).expect("a part of its own");
    let regel = |wat: &str| {
        let begin = format!(" | {wat} | ");
        let regel = deel.lines().find_map(|regel| regel.split_once(&begin)).map(|(_, rest)| rest);
        regel.map(|rest| rest.trim_end_matches(" |").to_string())
    };
    let html = Element::lees(std::str::from_utf8(&files["controle.html"]).expect("UTF-8")).tekst();
    let lang = |dag: &str| griffel::nl::datum::lang(dag.parse().expect("a day"));
    for (wat, rij) in [("titel", "titel"), ("kenmerk", "kenmerk"), ("adres", "adres"), ("sha256", "controlegetal")] {
        let waarde = regel(rij).filter(|waarde| wat != "kenmerk" || !waarde.starts_with("het stuk heeft er geen"));
        if let Some(waarde) = waarde {
            assert!(html.contains(&waarde), "{waarde} is not on the page");
            waarden.zet(wat, "controle", waarde);
        }
    }
    waarden.zet_als("documentsoort", "controle", regel("documentsoort"));
    if let Some(plekken) = waarden.0.get("gepubliceerd") {
        assert_eq!(regel("publicatiedatum niet voor de vaststelling"), Some(lang(&plekken[0].1)));
    }
    assert_eq!(regel("datum"), Some(lang(&waarden.0["datum"][0].1)));
    let code =
        regel("informatiecategorie").and_then(|regel| Some(regel.split_once('(')?.1.trim_end_matches(')').to_string()));
    waarden.zet_als("categorie", "controle", code);
}

/// What the index of the year says of a document.
fn overzicht(waarden: &mut Waarden, index: &Element, map: &str, pad: &str) {
    let naar = format!("../{map}/{pad}");
    let rij = |rij: &&&Element| rij.met(&["a"]).iter().any(|link| link.attr("href") == Some(naar.as_str()));
    let rijen = index.met(&["tr"]);
    let rijen: Vec<_> = rijen.iter().filter(rij).collect();
    assert_eq!(rijen.len(), 2, "{pad}");
    // By gemeente the first cell is the subject.
    waarden.zet("titel", "overzicht", rijen[1].met(&["th"])[0].tekst());
    for rij in rijen {
        let cel = |kop: &str| {
            let cel = rij.met(&["td"]).into_iter().find(|cel| cel.attr("data-kop") == Some(kop));
            cel.expect("a cell").tekst()
        };
        waarden.zet("wat", "overzicht", cel("Stuk"));
        waarden.zet_als("kenmerk", "overzicht", Some(cel("Kenmerk")).filter(|cel| cel != "geen"));
        assert_eq!(cel("Datum"), griffel::nl::datum::lang(waarden.0["datum"][0].1.parse().expect("a day")));
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
