//! What each file of a bundle says.

use serde_json::Value;

use super::lees::{gevuld, laatste, naar, ris, teksten};
use super::{Bestanden, Waarden};
use crate::support::html::Element;

/// What the record and both sidecars say.
pub fn metadata(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
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
pub fn lijsten(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
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
pub fn publicatiebank(waarden: &mut Waarden, files: &Bestanden, van: &str, pad: &str) {
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
pub fn stuk(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
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
pub fn controle(waarden: &mut Waarden, files: &Bestanden, pad: &str) {
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
pub fn overzicht(waarden: &mut Waarden, index: &Element, map: &str, pad: &str) {
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
