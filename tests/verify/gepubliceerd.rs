//! `griffel verify` on what `griffel publish` really writes: sound, tampered with by somebody who makes every checksum
//! anew, damaged at random, and come back from a website.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use griffel::publish::{Inlezing, inlezen, sha256};
use griffel::verify::{Rapport, nagaan};

use super::{Files, compare, met_sommen, schrijf, zonder_getallen, zonder_xmp};
use crate::fuzz::mutate::Chance;
use crate::publicatie::proef::gepubliceerd;
use crate::support::project::{Project, root, tree};

/// The folder of all bundles, with every kind of document, made once.
static PUBLICATIE: LazyLock<Files> = LazyLock::new(|| tree(&gepubliceerd().path("out/publicatie")));

/// The files below a folder of it.
fn onder(map: &str) -> Files {
    let eigen = |(pad, bytes): (&String, &Vec<u8>)| {
        Some((pad.strip_prefix(map)?.strip_prefix('/')?.to_string(), bytes.clone()))
    };
    PUBLICATIE.iter().filter_map(eigen).collect()
}

#[test]
fn what_was_just_published_passes_every_check_as_folder_and_as_zip() {
    let project = Project::empty();
    schrijf(&project.path("publicatie"), &PUBLICATIE);
    let verify = |pad: &str| -> Vec<(String, Vec<(String, u64)>)> {
        let run = project.run(&["verify", pad, "--format", "json"]);
        assert_eq!(run.code, 0, "{pad}\n{}", run.all());
        let json: serde_json::Value =
            serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.all()));
        let lijst = |waarde: &serde_json::Value| waarde.as_array().cloned().unwrap_or_default();
        let controle = |een: &serde_json::Value| {
            assert!(een["goed"] == true && lijst(&een["bevindingen"]).is_empty(), "{pad}: {een}");
            (een["controle"].as_str().expect("a name").to_string(), een["aantal"].as_u64().expect("a number"))
        };
        let bundel = |een: &serde_json::Value| {
            (
                een["bundel"].as_str().expect("a folder").to_string(),
                lijst(&een["controles"]).iter().map(controle).collect(),
            )
        };
        lijst(&json["bundels"]).iter().map(bundel).collect()
    };
    let alle = verify("publicatie");
    let mappen: Vec<&str> = alle.iter().map(|(map, _)| map.as_str()).collect();
    assert_eq!(mappen, ["2024", "grjr/2024", "ridderkerk/2024", "rotterdam/2024"]);
    for (map, controles) in &alle[1..] {
        let [wie, jaar] = map.split('/').collect::<Vec<_>>()[..] else { panic!("{map}") };
        // Nothing passes because there was nothing to look at.
        assert!(controles.len() == 9 && controles.iter().all(|(_, aantal)| *aantal > 0), "{map}: {controles:?}");
        let zip = verify(&format!("publicatie/{wie}/{wie}-{jaar}.zip"));
        let [(naam, in_zip)] = &zip[..] else { panic!("{zip:?}") };
        assert_eq!((naam.as_str(), &in_zip[1..]), (format!("{wie}-{jaar}").as_str(), &controles[..]));
    }
}

/// What came back from a website, ticked off against what was sent.
fn aankomst(naam: &str, terug: &Files, code: i32) -> String {
    let project = Project::empty();
    schrijf(&project.path("publicatie"), &PUBLICATIE);
    schrijf(&project.path("terug"), terug);
    let run = project.run(&["verify", "publicatie", "--aankomst", "terug", "--lijst", "aankomst.md"]);
    let lijst = project.text("aankomst.md");
    assert!(run.stdout.ends_with(&lijst), "{}", run.all());
    let run = crate::support::project::Run { stdout: lijst.clone(), ..run };
    compare(naam, &run, code);
    lijst
}

#[test]
fn a_published_copy_ticks_off_every_reference_for_every_gemeente() {
    // The index of the year is no document that somebody expects.
    let stuk = |pad: &&String| pad.ends_with(".pdf") && !pad.contains("/bijlagen/") && !pad.starts_with("2024/");
    let stukken: Vec<&String> = PUBLICATIE.keys().filter(stuk).collect();
    // Files as a browser saves them: in one folder, under numbers of its own.
    let opgeslagen: Files = stukken
        .iter()
        .enumerate()
        .map(|(nr, pad)| (format!("download ({nr}).pdf"), PUBLICATIE[*pad].clone()))
        .collect();
    let lijst = aankomst("gepubliceerd-aankomst-bestanden", &opgeslagen, 0);
    // What must be on the list follows from the lists for the council information system.
    let mut verwacht = BTreeSet::new();
    for map in ["grjr", "ridderkerk", "rotterdam"] {
        let csv = String::from_utf8(PUBLICATIE[&format!("{map}/2024/ris.csv")].clone()).expect("UTF-8");
        for cellen in csv.lines().skip(1).map(|regel| regel.split(';').collect::<Vec<_>>()) {
            if !cellen[0].starts_with("bijlagen/") {
                let kenmerk = if cellen[8].is_empty() { "geen" } else { cellen[8] };
                verwacht.insert((
                    kenmerk.to_string(),
                    cellen[5].trim_start_matches("gemeente ").to_string(),
                    cellen[0].to_string(),
                ));
            }
        }
    }
    let rij = |regel: &str| {
        let cellen: Vec<&str> = regel.split(" | ").collect();
        (cellen.first() == Some(&"| [x]"))
            .then(|| (cellen[1].to_string(), cellen[2].to_string(), cellen[3].to_string()))
    };
    let afgestreept: BTreeSet<_> = lijst.lines().filter_map(rij).collect();
    assert_eq!(afgestreept, verwacht);
    assert_eq!(verwacht.len(), stukken.len());
    // A saved sitemap names them too; half of the sitemaps, half of the documents.
    let sitemap = |pad: &String| pad.contains("/sitemap-");
    let sitemaps: Files = PUBLICATIE
        .iter()
        .filter(|(pad, _)| sitemap(pad))
        .map(|(pad, bytes)| (pad.replace('/', "-"), bytes.clone()))
        .collect();
    aankomst("gepubliceerd-aankomst-sitemaps", &sitemaps, 0);
    let van_een: Files =
        sitemaps.into_iter().filter(|(pad, _)| pad.starts_with("ridderkerk") || pad.starts_with("grjr")).collect();
    aankomst("gepubliceerd-aankomst-half", &van_een, 1);
}

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

fn van_map(files: &Files) -> Inlezing {
    Inlezing { bestanden: files.clone(), ..Inlezing::default() }
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

/// Bytes that something happened to: some are others, or the end is gone.
fn beschadig(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if chance.below(3) == 0 {
        bytes.truncate(chance.below(bytes.len()));
    } else {
        for _ in 0..=chance.below(8) {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        }
    }
}

#[test]
fn damage_at_random_is_always_named_and_never_stops_the_check() {
    let heel = onder("grjr/2024");
    let mut chance = Chance(0x0BAD_2024);
    let paden: Vec<&String> = heel.keys().collect();
    let mut soorten: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..150 {
        let pad = paden[chance.below(paden.len())];
        let mut files = heel.clone();
        beschadig(files.get_mut(pad).expect("there"), &mut chance);
        if files == heel {
            continue;
        }
        *soorten.entry(pad.rsplit('.').next().unwrap_or_default()).or_default() += 1;
        let rapporten = nagaan(&van_map(&files));
        let genoemd =
            rapporten.iter().flat_map(|rapport| &rapport.controles).flat_map(|controle| &controle.bevindingen);
        let genoemd =
            genoemd.filter(|een| een.pad == *pad || een.wat.contains(pad.as_str()) || pad == "SHA256SUMS").count();
        assert!(genoemd > 0, "{pad} is damaged and nothing says so");
    }
    assert!(
        ["pdf", "xml", "json", "html", "SHA256SUMS"].iter().all(|soort| soorten.contains_key(soort)),
        "{soorten:?}"
    );
}

#[test]
fn a_damaged_zip_names_what_is_damaged_or_is_no_bundle_at_all() {
    let zip = &PUBLICATIE["grjr/grjr-2024.zip"];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("bundel.zip");
    let lees = |bytes: &[u8]| {
        std::fs::write(&path, bytes).expect("a file");
        inlezen(&path).unwrap_or_else(|fout| panic!("{}", fout.message))
    };
    let heel = lees(zip);
    let mut chance = Chance(0x0BAD_0421);
    let mut stuk = 0;
    for nr in 0..80 {
        let mut bytes = zip.clone();
        if nr % 2 == 0 {
            // The list at the end says where all files are.
            let begin = bytes.windows(4).position(|four| four == b"PK\x01\x02").expect("a list");
            let at = begin + chance.below(bytes.len() - begin);
            bytes[at] ^= 1 << chance.below(8);
        } else {
            beschadig(&mut bytes, &mut chance);
        }
        let inlezing = lees(&bytes);
        let rapporten = nagaan(&inlezing);
        let anders = heel.bestanden.iter().filter(|(pad, bytes)| inlezing.bestanden.get(*pad) != Some(bytes));
        let gezegd: String = rapporten
            .iter()
            .flat_map(|rapport| &rapport.controles)
            .flat_map(|controle| &controle.bevindingen)
            .map(|een| format!("{} {}\n", een.pad, een.wat))
            .collect();
        for (pad, _) in anders {
            stuk += 1;
            // Without a list of checksums nothing is a bundle, and the command says so.
            let naam = pad.split_once('/').expect("a folder").1;
            let sommen = naam == "SHA256SUMS" && !gezegd.is_empty();
            assert!(
                rapporten.is_empty() || sommen || gezegd.contains(naam),
                "{nr}: {pad} differs and nothing says so\n{gezegd}"
            );
        }
    }
    assert!(stuk > 60, "only {stuk} files were damaged");
}
