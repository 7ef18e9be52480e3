//! The head of a document: what it is, from whom, to whom.

use chrono::{Datelike, NaiveDate};
use tera::Value;

use super::bouwer::{Bouwer, Groep, lijst};
use super::escape;
use crate::model::bekend::Bekend;
use crate::model::huisregels::{Kop, Regels};
use crate::model::organisatie::{Gegevens, Postadres};
use crate::model::soort::Ontvanger;
use crate::model::stuk::{Openbaarheid, Status};
use crate::plan::{Afzender, Job};

/// The title of the PDF: the subject without marks, merge fields filled.
pub fn titel(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> String {
    bouwer.plat(&job.inhoud.onderwerp)
}

/// `doc`: the document itself.
pub fn doc(bouwer: &mut Bouwer<'_>, job: &Job<'_>, titel: &str, regels: &Regels) -> Value {
    let inhoud = job.inhoud;
    let mut doc = Groep::default();
    doc.set("id", job.stuk.id.as_str());
    doc.set("soort", job.soort.id.as_str());
    naam(bouwer, &mut doc, job, regels);
    doc.set("uitvoer", job.uitvoer.naam.as_str());
    doc.set("titel", titel);
    let onderwerp = bouwer.regel(&inhoud.onderwerp);
    let kort = inhoud.korte_titel.as_ref().map(|kort| bouwer.regel(kort));
    doc.set("korte_titel", kort.unwrap_or_else(|| onderwerp.clone()));
    doc.set("onderwerp", onderwerp);
    doc.maybe("kenmerk", inhoud.kenmerk.as_ref().map(|feit| bouwer.feit("kenmerk", feit)));
    doc.maybe("zaaknummer", inhoud.zaaknummer.as_ref().map(|feit| bouwer.feit("zaaknummer", feit)));
    let uw_kenmerk = inhoud.veld("uw_kenmerk").map(|veld| super::velden::waarde(bouwer, "uw_kenmerk", veld));
    doc.maybe("uw_kenmerk", uw_kenmerk);
    doc.maybe("versie", inhoud.versie.as_ref().map(|feit| bouwer.feit("versie", feit)));
    let (datum, datum_span) = job.datum();
    doc.set("datum", bouwer.datum("datum", datum, Some(datum_span)));
    doc.set("datum_typst", datum_typst(super::dag(job)));
    doc.set("jaar", job.stuk.jaar.to_string());
    doc.set("status", job.status().sleutel());
    doc.set("status_woord", job.status().woord());
    doc.set("concept", job.status() == Status::Concept);
    openbaarheid(bouwer, &mut doc, &inhoud.openbaarheid);
    doc.set("auteur", job.afzender.gegevens().naam.as_str());
    doc.set("trefwoorden", trefwoorden(job, regels));
    doc.value()
}

/// What the document is called, and where its reference fields stand: the house goes before the kind.
fn naam(bouwer: &mut Bouwer<'_>, doc: &mut Groep, job: &Job<'_>, regels: &Regels) {
    // An output with a name of its own is not what the house gives the kind's name to.
    let eigen = regels.naam.as_ref().filter(|_| job.uitvoer.titel.is_none());
    let gewoon = job.uitvoer.titel.as_ref().unwrap_or(&job.soort.naam);
    let naam = eigen.map_or(gewoon, |naam| &naam.tekst);
    doc.set(
        "soort_naam",
        match (&job.besluit, job.status()) {
            (Some(_), Status::GewijzigdVastgesteld) => format!("Gewijzigd {}", naam.to_lowercase()),
            _ => naam.clone(),
        },
    );
    doc.maybe("eigen_naam", eigen.map(|naam| super::delen::woord(bouwer, naam)));
    let is_besluit = job.uitvoer.is_besluit();
    let zijkolom = match regels.kop {
        Some(Kop::Zijkolom) => true,
        Some(Kop::ZijkolomBijBesluit) => is_besluit,
        Some(Kop::Tabel) | None => false,
    };
    doc.set("zijkolom", zijkolom);
}

fn openbaarheid(bouwer: &mut Bouwer<'_>, doc: &mut Groep, openbaarheid: &Openbaarheid) {
    doc.set("openbaarheid", openbaarheid.sleutel());
    doc.set("besloten", *openbaarheid == Openbaarheid::Besloten);
    if let Some(regel) = openbaarheid.regel() {
        let mut geheim = Groep::default();
        geheim.set("regel", bouwer.woorden(&regel, None));
        doc.set("geheim", geheim.value());
    }
}

/// Typst code for the day that the PDF carries.
fn datum_typst(dag: NaiveDate) -> Value {
    let code = format!("datetime(year: {}, month: {}, day: {})", dag.year(), dag.month(), dag.day());
    Value::safe_string(&code)
}

/// Typst code for the keywords: kind, what the house calls it, reference and case number, for archives that index XMP.
fn trefwoorden(job: &Job<'_>, regels: &Regels) -> Value {
    let nummers = [&job.inhoud.kenmerk, &job.inhoud.zaaknummer].into_iter().flatten();
    let bekend = nummers.filter_map(|feit| match &feit.waarde {
        Bekend::Bekend(text) => Some(text.as_str()),
        Bekend::Onbekend => None,
    });
    // A decision is no proposal, though it is an output of one.
    let namen = match &job.uitvoer.titel {
        Some(titel) => [Some(titel.as_str()), None],
        None => [Some(job.soort.naam.as_str()), regels.naam.as_ref().map(|naam| naam.tekst.as_str())],
    };
    let words: Vec<String> = namen.into_iter().flatten().chain(bekend).map(escape::literal).collect();
    Value::safe_string(&format!("({},)", words.join(", ")))
}

/// `afzender`: who sends it.
pub fn afzender(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Value {
    let gegevens = job.afzender.gegevens();
    let mut groep = Groep::default();
    let naam = match job.afzender {
        Afzender::Organisatie(_) => gegevens.naam.clone(),
        Afzender::Gemeente(_) => format!("Gemeente {}", gegevens.naam),
    };
    groep.set("naam", bouwer.woorden(&naam, None));
    if let Afzender::Organisatie(organisatie) = job.afzender {
        groep.maybe("afkorting", organisatie.afkorting.as_ref().map(|a| bouwer.woorden(a, None)));
        let bestuur = organisatie.organen.iter().find(|(sleutel, _)| sleutel == "dagelijks-bestuur");
        groep.maybe("orgaan", bestuur.map(|(_, naam)| bouwer.woorden(naam, None)));
    }
    groep.maybe("onderschrift", gegevens.huisstijl.onderschrift.as_ref().map(|o| bouwer.woorden(o, None)));
    groep.set("adres", adres(bouwer, gegevens, "postadres van de afzender", false));
    groep.set("retouradres", retouradres(bouwer, gegevens));
    if let Some(website) = &gegevens.website {
        let mut web = Groep::default();
        web.set("tekst", bouwer.woorden(&website.tekst, None));
        web.set("url", website.url.as_str());
        groep.set("website", web.value());
    }
    groep.value()
}

/// Address lines; in the window the town stands in capitals behind two spaces (PostNL).
fn adres(bouwer: &mut Bouwer<'_>, gegevens: &Gegevens, blank: &str, venster: bool) -> Value {
    let Bekend::Bekend(post) = &gegevens.postadres else { return lijst(vec![bouwer.blank(blank)]) };
    let mut lines: Vec<String> = [&post.pa, &post.afdeling].into_iter().flatten().cloned().collect();
    lines.push(format!("Postbus {}", post.postbus));
    lines.push(plaatsregel(post, venster));
    lijst(lines.iter().map(|line| bouwer.woorden(line, None)).collect())
}

fn plaatsregel(post: &Postadres, venster: bool) -> String {
    if venster {
        // Two no-break spaces: an ordinary pair would be set as one.
        return format!("{}\u{a0}\u{a0}{}", vast(&post.postcode), crate::nl::naam::hoofdletters(&post.plaats));
    }
    format!("{} {}", vast(&post.postcode), post.plaats)
}

/// A postcode does not break.
fn vast(postcode: &str) -> String {
    postcode.replace(' ', "\u{a0}")
}

fn retouradres(bouwer: &mut Bouwer<'_>, gegevens: &Gegevens) -> Value {
    match &gegevens.postadres {
        Bekend::Bekend(post) => {
            let line = format!("Retouradres: Postbus {}, {}", post.postbus, plaatsregel(post, false));
            bouwer.woorden(&line, None)
        }
        Bekend::Onbekend => bouwer.blank("retouradres"),
    }
}

/// `ontvanger`: to whom it goes.
pub fn ontvanger(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Value {
    let mut groep = Groep::default();
    groep.set("collectief", job.gemeente.is_none());
    let tav = job.inhoud.veld("ter_attentie_van").map(|veld| super::velden::waarde(bouwer, "ter_attentie_van", veld));
    groep.set("tav", tav.unwrap_or_else(|| lijst(Vec::new())));
    let aan = match job.inhoud.veld("aan") {
        Some(veld) => super::velden::waarde(bouwer, "aan", veld),
        None => {
            let woorden = aan(bouwer, job);
            bouwer.woorden(&woorden, None)
        }
    };
    groep.set("aan", aan);
    let naar = match job.soort.ontvanger {
        // A letter to the board goes to the joint regulation, wherever it comes from.
        Ontvanger::Bestuur => bouwer.invuller.regeling().map(|regeling| &regeling.gegevens),
        _ => job.gemeente.map(|gemeente| &gemeente.gegevens),
    };
    let adres = naar.map_or_else(|| lijst(Vec::new()), |g| adres(bouwer, g, "postadres van de ontvanger", true));
    groep.set("adres", adres);
    groep.value()
}

/// The addressee in words.
fn aan(bouwer: &Bouwer<'_>, job: &Job<'_>) -> String {
    match (job.soort.ontvanger, job.gemeente) {
        (Ontvanger::College, Some(g)) => {
            format!("Het college van burgemeester en wethouders van {}", g.gegevens.naam)
        }
        (Ontvanger::Raad, Some(g)) => format!("De raad van de gemeente {}", g.gegevens.naam),
        (Ontvanger::College, None) => format!("Alle colleges in {}", bouwer.invuller.regio()),
        (Ontvanger::Raad, None) => format!("Alle gemeenteraden in {}", bouwer.invuller.regio()),
        (Ontvanger::Bestuur, _) => bouwer.invuller.bestuur(),
        (Ontvanger::Openbaar, _) => "Alle lezers".to_string(),
    }
}

/// `gemeente`: for which gemeente this copy is; absent for one PDF for all.
pub fn gemeente(job: &Job<'_>) -> Option<Value> {
    let gemeente = job.gemeente?;
    let mut groep = Groep::default();
    groep.set("slug", gemeente.slug.as_str());
    groep.set("naam", gemeente.gegevens.naam.as_str());
    Some(groep.value())
}

/// `thema`: how the sender's papers look.
pub fn thema(job: &Job<'_>) -> Value {
    let huisstijl = &job.afzender.gegevens().huisstijl;
    let mut groep = Groep::default();
    groep.set("kleur", huisstijl.kleur.as_str());
    groep.set("signaal", huisstijl.signaal.as_str());
    if let Some((logo, alt)) = &huisstijl.logo {
        groep.set("logo", logo.as_str());
        groep.set("logo_alt", alt.as_str());
    }
    groep.value()
}
