//! Whether every file that repeats what is known of a document repeats it truly: sitemaps, metadata for the archive, the
//! lists for the publicatiebank and the council information system, the sheet for DROP, the page.

use serde_json::Value;

use super::feiten::{Feiten, feiten, laatste};
use super::stuk::Pdfs;
use super::{Bestanden, Controle, ris, vindbaar};
use crate::diag::codes;
use crate::html;
use crate::publish::sha256;
use crate::xml::{bladen, teksten};

const TERUG: &str = "Zet dit bestand uit de oorspronkelijke bundel terug";

/// Compares all copies of all facts.
pub fn controle(bestanden: &Bestanden, pdfs: &Pdfs) -> Controle {
    let mut vergelijker = Vergelijker { bestanden, pdfs, controle: Controle::new("dezelfde gegevens in elk bestand") };
    let alle = feiten(bestanden);
    for een in &alle {
        vergelijker.mdto(een);
        vergelijker.pagina(een);
        vergelijker.invoerblad(een);
        vergelijker.besluittekst(een);
    }
    for (pad, bytes) in bestanden {
        let naam = laatste(pad);
        if naam.starts_with("sitemap-") && naam.ends_with(".xml") {
            vergelijker.sitemap(pad, bytes, &alle);
        } else if naam.ends_with(".publicatie.json") {
            vergelijker.publicatiebank(pad, bytes, &alle);
        } else if naam == "ris.csv" {
            vergelijker.ris(pad, bytes, &alle);
        }
    }
    vindbaar::controle(&mut vergelijker.controle, bestanden, &alle);
    vergelijker.controle
}

/// A value that a file repeats: what it is, as found there, as it should be.
type Veld<'a> = (&'a str, Option<String>, &'a str);

struct Vergelijker<'a> {
    bestanden: &'a Bestanden,
    pdfs: &'a Pdfs,
    controle: Controle,
}

impl Vergelijker<'_> {
    fn gelijk(&mut self, pad: &str, bron: &str, velden: &[Veld<'_>]) {
        for (wat, gevonden, juist) in velden {
            self.controle.aantal += 1;
            let fout = match gevonden {
                Some(gevonden) if gevonden == juist => continue,
                Some(gevonden) => format!("{wat} is `{gevonden}`, maar in `{bron}` staat `{juist}`"),
                None => format!("{wat} ontbreekt; in `{bron}` staat `{juist}`"),
            };
            self.controle.fout(codes::G786, pad, fout, TERUG);
        }
    }

    fn onleesbaar(&mut self, pad: &str, wat: &str) {
        self.controle.fout(codes::G787, pad, format!("dit is geen {wat}, of het bestand is beschadigd"), TERUG);
    }

    fn weg(&mut self, pad: &str, naam: &str) {
        self.controle.fout(codes::G781, pad, format!("hier staat `{naam}`, en dat bestand is er niet"), TERUG);
    }

    /// Both sidecars; what MDTO leaves free may be absent.
    fn mdto(&mut self, een: &Feiten) {
        let zonder = een.bron.trim_end_matches(".diwoo.xml");
        let [object, bestand] = [format!("{zonder}.mdto.xml"), format!("{}.bestand.mdto.xml", een.pad)];
        let mut vergelijk = |pad: &str, velden: &[(&str, &[&str], usize, &str)]| {
            let Some(bytes) = self.bestanden.get(pad) else { return };
            for (wat, path, at, juist) in velden {
                if let Some(gevonden) = teksten(bytes, path).into_iter().nth(*at) {
                    self.gelijk(pad, &een.bron, &[(wat, Some(gevonden), juist)]);
                }
            }
        };
        let nummers: Vec<&str> = een.nummers.iter().map(String::as_str).collect();
        let [nummer, kenmerk] = [0, 1].map(|at| nummers.get(at).copied());
        let mut velden: Vec<(&str, &[&str], usize, &str)> = vec![
            ("de titel", &["informatieobject", "naam"], 0, &een.titel),
            ("de datum", &["event", "eventTijd"], 0, &een.datum),
            ("het webadres", &["raadpleeglocatieOnline"], 0, &een.loc),
            ("de informatiecategorie", &["classificatie", "begripCode"], 0, Feiten::code(&een.categorie)),
        ];
        let identificatie: &[&str] = &["informatieobject", "identificatie", "identificatieKenmerk"];
        velden.extend(nummer.map(|nummer| ("de identificatie", identificatie, 0, nummer)));
        velden.extend(kenmerk.map(|kenmerk| ("het kenmerk", identificatie, 1, kenmerk)));
        vergelijk(&object, &velden);
        vergelijk(
            &bestand,
            &[
                ("het webadres", &["URLBestand"], 0, &een.loc),
                ("de titel", &["isRepresentatieVan", "verwijzingNaam"], 0, &een.titel),
            ],
        );
    }

    /// The page of a document.
    fn pagina(&mut self, een: &Feiten) {
        let pad = een.bron.replace(".diwoo.xml", ".html");
        // What is no page at all was told with its links.
        let Some(pagina) = self.bestanden.get(&pad).and_then(|bytes| html::lees(bytes)) else { return };
        let eerste = |naam: &str| pagina.meta(naam).first().map(ToString::to_string);
        let mut velden: Vec<Veld<'_>> = vec![
            ("de titel", Some(pagina.titel.clone()), &een.titel),
            ("de titel bij `DCTERMS.title`", eerste("DCTERMS.title"), &een.titel),
            ("de datum bij `DCTERMS.issued`", eerste("DCTERMS.issued"), &een.datum),
        ];
        if let Some(nummer) = een.nummers.first() {
            velden.push(("de identificatie bij `DCTERMS.identifier`", eerste("DCTERMS.identifier"), nummer));
        }
        let ook = pagina.meta("DCTERMS.alternative");
        let nummers = [("het kenmerk", een.kenmerk()), ("het zaaknummer", een.zaak.as_deref())];
        for (wat, nummer) in nummers {
            let Some(nummer) = nummer else { continue };
            let gevonden = ook.iter().find(|een| **een == nummer).map(ToString::to_string);
            velden.push((wat, gevonden, nummer));
        }
        self.gelijk(&pad, &een.bron, &velden);
    }

    /// The sheet for DROP.
    fn invoerblad(&mut self, een: &Feiten) {
        let pad = een.bron.replace(".diwoo.xml", ".drop-invoerblad.json");
        let Some(bytes) = self.bestanden.get(&pad) else { return };
        match serde_json::from_slice::<Value>(bytes) {
            Err(_) => self.onleesbaar(&pad, "JSON"),
            Ok(blad) => {
                let titel = tekst(&blad["officiële naam regeling"]);
                self.gelijk(&pad, &een.bron, &[("de titel", titel, &een.titel)]);
            }
        }
    }

    /// What is announced is what was decided: every paragraph of the text for DROP stands in the PDF.
    fn besluittekst(&mut self, een: &Feiten) {
        let pad = een.bron.replace(".diwoo.xml", ".drop.txt");
        let pdf = self.pdfs.get(&een.pad).and_then(Option::as_ref);
        let (Some(bytes), Some(pdf)) = (self.bestanden.get(&pad), pdf) else { return };
        let tekst = String::from_utf8_lossy(bytes);
        for alinea in tekst.split("\n\n").map(str::trim).filter(|alinea| !alinea.is_empty()) {
            self.controle.aantal += 1;
            if !pdf.zegt_alinea(alinea) && !pdf.zegt_alinea(zonder_nummer(alinea)) {
                self.controle.fout(codes::G786, &pad, format!("dit staat niet in `{}`: `{alinea}`", een.pad), TERUG);
            }
        }
    }

    /// Each record of a sitemap says all that the record beside the file says.
    fn sitemap(&mut self, pad: &str, bytes: &[u8], alle: &[Feiten]) {
        for url in bladen(bytes, &["urlset", "url"]) {
            let loc = url.iter().find(|(naam, _)| naam == "loc").map(|(_, loc)| loc.as_str()).unwrap_or_default();
            let Some(een) = alle.iter().find(|een| een.loc == loc) else { continue };
            self.controle.aantal += 1;
            let paren = url.iter().map(Some).chain([None]).zip(een.alles.iter().map(Some).chain([None]));
            let Some((hier, daar)) = paren.into_iter().find(|(hier, daar)| hier != daar) else { continue };
            let zegt = |een: Option<&(String, String)>| {
                een.map_or("niets meer".to_string(), |(naam, waarde)| format!("`{naam}` met `{waarde}`"))
            };
            let wat = format!("bij `{}` staat {}, maar in `{}` {}", een.naam(), zegt(hier), een.bron, zegt(daar));
            self.controle.fout(codes::G786, pad, wat, TERUG);
        }
    }

    fn publicatiebank(&mut self, pad: &str, bytes: &[u8], alle: &[Feiten]) {
        let Ok(json) = serde_json::from_slice::<Value>(bytes) else { return self.onleesbaar(pad, "JSON") };
        let stuk = alle.iter().find(|een| een.bron.strip_suffix(".diwoo.xml") == pad.strip_suffix(".publicatie.json"));
        let publicatie = &json["publicatie"];
        if let Some(stuk) = stuk {
            let velden = [
                ("de titel van de publicatie", tekst(&publicatie["officieleTitel"]), stuk.titel.as_str()),
                ("de uitgever", tekst(&publicatie["publisher"]), &stuk.uitgever),
                ("de informatiecategorie", tekst(&publicatie["diWooInformatieCategorieen"][0]), &stuk.categorie),
            ];
            self.gelijk(pad, &stuk.bron, &velden);
        }
        let documenten = json["documenten"].as_array().cloned().unwrap_or_default();
        for document in &documenten {
            let naam = tekst(&document["bestandsnaam"]).unwrap_or_default();
            match alle.iter().find(|een| een.naam() == naam) {
                Some(een) => self.document(pad, document, een),
                None => self.weg(pad, &naam),
            }
        }
        let hoort = |een: &&Feiten| stuk.is_some_and(|stuk| een.loc == stuk.loc || een.bij.as_ref() == Some(&stuk.loc));
        for een in alle.iter().filter(hoort) {
            if !documenten.iter().any(|document| document["bestandsnaam"] == een.naam()) {
                self.controle.fout(codes::G786, pad, format!("`{}` ontbreekt in deze lijst", een.naam()), TERUG);
            }
        }
    }

    fn document(&mut self, pad: &str, document: &Value, een: &Feiten) {
        let mut velden = vec![
            ("de titel", tekst(&document["officieleTitel"]), een.titel.as_str()),
            ("de datum", tekst(&document["creatiedatum"]), &een.datum),
        ];
        velden.extend(
            een.nummers.first().map(|nummer| ("de identificatie", tekst(&document["identifier"]), nummer.as_str())),
        );
        let kenmerken = document["kenmerken"].as_array();
        for (wat, nummer) in [("het kenmerk", een.kenmerk()), ("het zaaknummer", een.zaak.as_deref())] {
            // The publicatiebank takes no longer ones, and of annexes none.
            let past = |nummer: &&str| nummer.chars().count() <= 40 && een.bij.is_none();
            if let (Some(kenmerken), Some(nummer)) = (kenmerken, nummer.filter(past)) {
                let gevonden = kenmerken.iter().map(|een| &een["kenmerk"]).find(|een| **een == nummer);
                velden.push((wat, gevonden.and_then(tekst), nummer));
            }
        }
        self.gelijk(pad, &een.bron, &velden);
        self.maat(pad, een, &[("de omvang", tekst(&document["bestandsomvang"]))]);
    }

    /// Size, or checksum, of the file itself.
    fn maat(&mut self, pad: &str, een: &Feiten, velden: &[(&str, Option<String>)]) {
        let Some(bytes) = self.bestanden.get(&een.pad) else { return };
        for (wat, gevonden) in velden {
            self.controle.aantal += 1;
            let juist = if *wat == "de checksum" { sha256(bytes) } else { bytes.len().to_string() };
            let gevonden = gevonden.clone().unwrap_or_default();
            if gevonden != juist {
                let fout = format!("{wat} is `{gevonden}`, maar van `{}` is dat `{juist}`", een.pad);
                self.controle.fout(
                    codes::G780,
                    pad,
                    fout,
                    "Kijk bij de checksums welk van de twee bestanden is veranderd",
                );
            }
        }
    }

    fn ris(&mut self, pad: &str, bytes: &[u8], alle: &[Feiten]) {
        let Some(regels) = ris::lees(bytes) else { return self.onleesbaar(pad, "lijst met puntkomma’s") };
        let mut genoemd = Vec::new();
        for regel in &regels {
            let naam = regel.get("bestandsnaam").cloned().unwrap_or_default();
            let Some(een) = alle.iter().find(|een| een.pad == naam) else {
                self.weg(pad, &naam);
                continue;
            };
            genoemd.push(een);
            let cel = |naam: &str| regel.get(naam).cloned();
            let leeg = String::new();
            let kenmerk = if een.bij.is_some() { "" } else { een.kenmerk().unwrap_or_default() };
            let velden = [
                ("de titel", cel("titel"), een.titel.as_str()),
                ("de datum", cel("datum"), &een.datum),
                ("het kenmerk", cel("kenmerk"), kenmerk),
                ("het zaaknummer", cel("zaaknummer"), een.zaak.as_ref().unwrap_or(&leeg)),
                ("de categoriecode", cel("categoriecode"), Feiten::code(&een.categorie)),
            ];
            self.gelijk(&format!("{pad} ({naam})"), &een.bron, &velden);
            self.maat(pad, een, &[("de checksum", cel("sha256")), ("de omvang", cel("bytes"))]);
        }
        for een in alle.iter().filter(|een| !genoemd.contains(een)) {
            self.controle.fout(codes::G786, pad, format!("`{}` ontbreekt in deze lijst", een.pad), TERUG);
        }
    }
}

/// A paragraph without `1.` or `a.` before it.
fn zonder_nummer(alinea: &str) -> &str {
    let (nummer, rest) = alinea.split_once(". ").unwrap_or(("", alinea));
    if nummer.len() <= 3 && nummer.chars().all(char::is_alphanumeric) { rest } else { alinea }
}

/// A text or a number.
fn tekst(waarde: &Value) -> Option<String> {
    match waarde {
        Value::String(tekst) => Some(tekst.clone()),
        Value::Number(getal) => Some(getal.to_string()),
        _ => None,
    }
}
