//! Tampering by who knows the form: every checksum and size is made anew, and it is seen all the same.

use griffel::publish::sha256;
use griffel::verify::{Rapport, nagaan};

use super::{PUBLICATIE, onder, van_map};
use crate::support::project::root;
use crate::verify::{Files, met_sommen, zonder_getallen, zonder_xmp};

/// Changes a file, and then makes anew every checksum and size that any other file gives of it.
fn grondig(files: &mut Files, pad: &str, verander: impl FnOnce(&mut Vec<u8>)) {
    let bytes = files.get_mut(pad).unwrap_or_else(|| panic!("{pad}"));
    let oud = sha256(bytes);
    verander(bytes);
    let (nieuw, omvang) = (sha256(bytes), bytes.len());
    assert_ne!(oud, nieuw, "{pad} has not changed");
    for (naam, bytes) in
        files.iter_mut().filter(|(naam, _)| [".xml", ".csv", ".md", ".html"].iter().any(|e| naam.ends_with(e)))
    {
        let tekst = String::from_utf8(bytes.clone()).expect("UTF-8").replace(&oud, &nieuw);
        *bytes = if naam == "pakbon.xml" { op_de_pakbon(&tekst, pad, omvang) } else { tekst }.into_bytes();
    }
    sommen(files);
}

/// The size of a file on the packing slip.
fn op_de_pakbon(tekst: &str, pad: &str, omvang: usize) -> String {
    let Some((voor, na)) = tekst.split_once(&format!("<pad>{pad}</pad>")) else { return tekst.to_string() };
    let (_, rest) = na.split_once("</omvang>").expect("a size");
    format!("{voor}<pad>{pad}</pad>\n      <omvang>{omvang}</omvang>{rest}")
}

/// Packing slip and list of checksums as their maker would write them.
fn sommen(files: &mut Files) {
    let pakbon = String::from_utf8(files["pakbon.xml"].clone()).expect("UTF-8");
    let regels: Vec<String> = pakbon
        .split("    <bestand>")
        .skip(1)
        .filter_map(|regel| {
            let pad = regel.split_once("<pad>")?.1.split_once("</pad>")?.0;
            let bytes = files.get(pad)?;
            let omvang = bytes.len();
            Some(format!("    <bestand>\n      <pad>{pad}</pad>\n      <omvang>{omvang}</omvang>\n      <sha256>{}</sha256>\n    </bestand>\n", sha256(bytes)))
        })
        .collect();
    let (kop, _) = pakbon.split_once("    <bestand>").expect("files");
    let tel = |kop: &str, naam: &str, aantal: usize| {
        let (voor, na) = kop.split_once(&format!("<{naam}>")).expect("a count");
        format!("{voor}<{naam}>{aantal}{}", &na[na.find('<').expect("an end")..])
    };
    let genoemd = |pad: &String| pad != "pakbon.xml" && pad != "SHA256SUMS";
    let totaal = files.iter().filter(|(pad, _)| genoemd(pad)).map(|(_, bytes)| bytes.len()).sum();
    let kop = tel(&tel(kop, "aantalBestanden", regels.len()), "totaleOmvang", totaal);
    files.insert("pakbon.xml".to_string(), format!("{kop}{}  </bestanden>\n</pakbon>\n", regels.concat()).into_bytes());
    *files = met_sommen(std::mem::take(files));
}

/// The one file whose name begins and ends so.
fn een(files: &Files, begin: &str, einde: &str) -> String {
    let gevonden: Vec<&String> = files.keys().filter(|pad| pad.contains(begin) && pad.ends_with(einde)).collect();
    assert_eq!(gevonden.len(), 1, "{begin}..{einde}: {gevonden:?}");
    gevonden[0].clone()
}

/// Replaces words that must be there.
fn woorden(bytes: &mut Vec<u8>, van: &str, naar: &str) {
    let tekst = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert!(tekst.contains(van), "{van} in\n{tekst}");
    *bytes = tekst.replacen(van, naar, 1).into_bytes();
}

/// Begin and end of a file name, and words in it with what comes in their place.
type Wissel = (&'static str, &'static str, &'static str, &'static str, &'static str);

const BRIEF: &str = "_raadsinformatiebrief_";
const BESLUIT: &str = "_raadsbesluit_";

/// Every fact in every copy.
const WISSELS: &[Wissel] = &[
    (
        "json-titel",
        BRIEF,
        "brief_ridderkerk.publicatie.json",
        "\"officieleTitel\": \"Voortgang van het",
        "\"officieleTitel\": \"Vertraging van het",
    ),
    (
        "json-datum",
        BRIEF,
        "brief_ridderkerk.publicatie.json",
        "\"creatiedatum\": \"2024-09-05\"",
        "\"creatiedatum\": \"2024-09-06\"",
    ),
    (
        "json-kenmerk",
        BRIEF,
        "brief_ridderkerk.publicatie.json",
        "\"kenmerk\": \"24U0000002\"",
        "\"kenmerk\": \"24U0000009\"",
    ),
    (
        "json-zaaknummer",
        BRIEF,
        "brief_ridderkerk.publicatie.json",
        "\"kenmerk\": \"2024-00999\"",
        "\"kenmerk\": \"2024-00998\"",
    ),
    (
        "json-identificatie",
        BRIEF,
        "brief_ridderkerk.publicatie.json",
        "\"identifier\": \"24U0000002-gm0597\"",
        "\"identifier\": \"24U0000002-gm0599\"",
    ),
    (
        "json-bestandsnaam",
        BRIEF,
        "brief_ridderkerk.publicatie.json",
        "_ridderkerk_bijlage-1.pdf",
        "_ridderkerk_bijlage-9.pdf",
    ),
    ("json-omvang", BRIEF, "brief_ridderkerk.publicatie.json", "\"bestandsomvang\": 1232", "\"bestandsomvang\": 1233"),
    (
        "json-uitgever",
        BRIEF,
        "brief_ridderkerk.publicatie.json",
        "\"publisher\": \"https://identifier.overheid.nl/tooi/id/gemeente/gm0597",
        "\"publisher\": \"https://identifier.overheid.nl/tooi/id/gemeente/gm0599",
    ),
    ("json-categorie", BESLUIT, ".publicatie.json", "kern/c_db4862c3", "kern/c_816e508d"),
    ("json-kapot", BESLUIT, ".publicatie.json", "{", "["),
    ("ris-titel", "ris", ".csv", "Voortgang van het werkplan", "Vertraging van het werkplan"),
    ("ris-datum", "ris", ".csv", ";2024-09-05;ingekomen stuk", ";2024-09-06;ingekomen stuk"),
    ("ris-kenmerk", "ris", ".csv", ";24U0000002;", ";24U0000009;"),
    ("ris-zaaknummer", "ris", ".csv", ";2024-00999;", ";2024-00998;"),
    ("ris-categorie", "ris", ".csv", ";c_8c840238;", ";c_816e508d;"),
    ("ris-bytes", "ris", ".csv", ";1232;", ";1233;"),
    ("ris-bestandsnaam", "ris", ".csv", "2024-07-05_zienswijze_", "2024-07-06_zienswijze_"),
    ("ris-kolom-weg", "ris", ".csv", "bestandsnaam;", "bestand;"),
    ("ris-cel-te-veel", "ris", ".csv", ";1232;", ";1232;;"),
    ("pagina-titel", BRIEF, "brief_ridderkerk.html", "<title>Voortgang", "<title>Vertraging"),
    (
        "pagina-datum",
        BRIEF,
        "brief_ridderkerk.html",
        "DCTERMS.issued\" content=\"2024-09-05",
        "DCTERMS.issued\" content=\"2024-09-06",
    ),
    (
        "pagina-identificatie",
        BRIEF,
        "brief_ridderkerk.html",
        "content=\"24U0000002-gm0597",
        "content=\"24U0000002-gm0599",
    ),
    ("pagina-kenmerk", BRIEF, "brief_ridderkerk.html", "content=\"24U0000002\"", "content=\"24U0000009\""),
    ("pagina-link-naar-niets", BRIEF, "brief_ridderkerk.html", "href=\"bijlagen/2024", "href=\"bijlagen/2023"),
    ("pagina-plek-weg", "_regioagenda_", "agenda_grjr.html", " id=\"kop-1\"", " id=\"kop-een\""),
    ("pagina-is-geen-pagina", BRIEF, "brief_ridderkerk.html", "<html", "<xml"),
    ("controle-link-naar-niets", "controle", ".html", "href=\"2024-07-05", "href=\"2024-07-06"),
    ("sitemap-titel", "sitemap-diwoo-infocat006", ".xml", "officieleTitel>Voortgang", "officieleTitel>Vertraging"),
    (
        "sitemap-meer",
        "sitemap-diwoo-infocat006",
        ".xml",
        "</diwoo:themas>",
        "</diwoo:themas>\n<diwoo:trefwoorden><diwoo:trefwoord>spoed</diwoo:trefwoord></diwoo:trefwoorden>",
    ),
    (
        "robots-regel-weg",
        "robots-regels",
        ".txt",
        "sitemapindex-diwoo-infocat006.xml",
        "sitemapindex-diwoo-infocat007.xml",
    ),
    ("mdto-titel", BRIEF, "brief_ridderkerk.mdto.xml", "<naam>Voortgang", "<naam>Vertraging"),
    ("mdto-datum", BRIEF, "brief_ridderkerk.mdto.xml", "<eventTijd>2024-09-05", "<eventTijd>2024-09-06"),
    ("mdto-kenmerk", BRIEF, "brief_ridderkerk.mdto.xml", ">24U0000002<", ">24U0000009<"),
    ("mdto-adres", BRIEF, "brief_ridderkerk.mdto.xml", "example/raad/2024/", "example/raad/2023/"),
    ("mdto-categorie", BRIEF, "brief_ridderkerk.mdto.xml", "c_8c840238", "c_816e508d"),
    (
        "bestand-mdto-titel",
        BRIEF,
        "brief_ridderkerk.pdf.bestand.mdto.xml",
        "<verwijzingNaam>Voortgang",
        "<verwijzingNaam>Vertraging",
    ),
    ("bestand-mdto-adres", BRIEF, "brief_ridderkerk.pdf.bestand.mdto.xml", "example/raad/2024/", "example/raad/2023/"),
    ("invoerblad-titel", BESLUIT, ".drop-invoerblad.json", "\"Vaststelling van", "\"Intrekking van"),
    ("besluittekst", BESLUIT, ".drop.txt", "12.500", "92.500"),
    ("besluittekst-woord-weg", BESLUIT, ".drop.txt", "vast te stellen", "te stellen"),
    ("invoerblad-kapot", BESLUIT, ".drop-invoerblad.json", "}", ""),
];

/// What is found, without what changes when a template does.
fn bevindingen(rapporten: &[Rapport]) -> String {
    let alle = rapporten.iter().flat_map(|rapport| rapport.controles.iter().flat_map(|controle| &controle.bevindingen));
    alle.map(|een| zonder_getallen(&format!("  {} {}: {}\n", een.code.id, een.pad, een.wat))).collect()
}

#[test]
fn who_makes_every_checksum_anew_is_still_seen_by_what_the_files_say_of_each_other() {
    let mut tekst = String::new();
    for (naam, begin, einde, van, naar) in WISSELS {
        let mut files = onder(if einde.contains("grjr") { "grjr/2024" } else { "ridderkerk/2024" });
        let pad = een(&files, begin, einde);
        grondig(&mut files, &pad, |bytes| woorden(bytes, van, naar));
        tekst += &format!("{naam}\n{}", bevindingen(&nagaan(&van_map(&files))));
    }
    let mut files = onder("ridderkerk/2024");
    let bijlage = een(&files, BRIEF, "bijlage-3.pdf");
    grondig(&mut files, &bijlage, |bytes| zonder_xmp(bytes));
    tekst += &format!("bijlage-zonder-xmp\n{}", bevindingen(&nagaan(&van_map(&files))));
    for weg in ["sitemapindex-diwoo-infocat006.xml", "sitemap-diwoo-infocat006.xml", "ris-regel", "json-document"] {
        let mut files = onder("ridderkerk/2024");
        match weg {
            "ris-regel" => grondig(&mut files, "ris.csv", |bytes| {
                let regels = String::from_utf8(bytes.clone()).expect("UTF-8");
                *bytes = regels
                    .lines()
                    .filter(|regel| !regel.contains("_zienswijze_"))
                    .map(|regel| format!("{regel}\r\n"))
                    .collect::<String>()
                    .into();
            }),
            "json-document" => {
                let pad = een(&files, BRIEF, ".publicatie.json");
                grondig(&mut files, &pad, |bytes| {
                    let mut json: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
                    json["documenten"].as_array_mut().expect("documents").pop();
                    *bytes = json.to_string().into_bytes();
                });
            }
            _ => {
                files.remove(weg);
                sommen(&mut files);
            }
        }
        tekst += &format!("{weg} weg\n{}", bevindingen(&nagaan(&van_map(&files))));
    }
    for (naam, weg) in [("bundel-weg", "rotterdam/"), ("bijlagen-weg", "ridderkerk/2024/bijlagen/")] {
        let alle: Files =
            PUBLICATIE.iter().filter(|(pad, _)| !pad.starts_with(weg)).map(|(p, b)| (p.clone(), b.clone())).collect();
        let van_het_jaar: Vec<Rapport> =
            nagaan(&van_map(&alle)).into_iter().filter(|rapport| rapport.map == "2024").collect();
        tekst += &format!("{naam}\n{}", bevindingen(&van_het_jaar));
    }
    let pad = root().join("tests/verify/uit/doortrapt.txt");
    if std::env::var_os("BIJWERKEN").is_some_and(|on| on == "1") {
        std::fs::write(&pad, &tekst).expect("a file that can be written");
    }
    let regels: Vec<&str> = tekst.lines().collect();
    for paar in regels.windows(2) {
        assert!(paar[0].starts_with("  ") || paar[1].starts_with("  "), "nothing was found of {}", paar[0]);
    }
    assert!(regels.last().is_some_and(|regel| regel.starts_with("  ")), "nothing was found of the last one");
    assert_eq!(
        std::fs::read_to_string(&pad).unwrap_or_default(),
        tekst,
        "BIJWERKEN=1 writes what came out; look at it"
    );
}
