//! What follows from a document: its names, its days, its words in metadata.

use chrono::NaiveDate;

use super::bundel::Bijlage;
use super::indeling::uitgever;
use crate::diag::Span;
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::organisatie::Gegevens as Organisatiegegevens;
use crate::model::stuk::{Feit, Status};
use crate::model::tekst::Inline;
use crate::model::tooi::{self, Overheid};
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;
use crate::plan::Job;
use crate::render::Gegevens;

/// Where a line of text starts.
pub fn plek(regel: &[Inline]) -> Option<&Span> {
    regel.iter().find_map(|deel| match deel {
        Inline::Tekst(_, span) => Some(span),
        _ => None,
    })
}

pub fn bekend(feit: Option<&Feit>) -> Option<String> {
    feit.and_then(|feit| feit.waarde.as_ref().known().cloned())
}

pub fn is_vastgesteld(job: &Job<'_>) -> bool {
    matches!(job.status(), Status::Vastgesteld | Status::GewijzigdVastgesteld)
}

/// The file name without its ending; the same as in the out folder, for a published name never changes.
pub fn bestandsnaam(job: &Job<'_>) -> String {
    let naam = job.pad.rsplit('/').next().unwrap_or(&job.pad);
    naam.trim_end_matches(".pdf").to_string()
}

/// `21U0011310-gm0597`; without a reference what names the document for good: year, output, id and council.
pub fn identificatie(job: &Job<'_>, wie: &Overheid, kenmerk: Option<&str>) -> String {
    let eigen = || format!("{}-{}-{}", job.stuk.jaar, job.uitvoer.naam, job.stuk.id);
    let meer = if job.soort.uitvoer.len() > 1 { format!("-{}", job.uitvoer.naam) } else { String::new() };
    match kenmerk {
        Some(kenmerk) => format!("{kenmerk}{meer}-{}", wie.code()),
        None => format!("{}-{}", eigen(), wie.code()),
    }
}

/// What the page of a document says of itself; nothing as long as the register knows neither maker nor publisher.
pub fn gegevens(job: &Job<'_>) -> Option<Gegevens> {
    let overheid = |gegevens: &Organisatiegegevens| tooi::zoek(&gegevens.kanaal.tooi.as_ref()?.0);
    let maker = overheid(job.afzender.gegevens())?;
    let wie = job.gemeente.map_or(Some(maker), |gemeente| overheid(&gemeente.gegevens))?;
    Some(Gegevens {
        identificatie: identificatie(job, wie, bekend(job.inhoud.kenmerk.as_ref()).as_deref()),
        uitgever: overheid(uitgever(job))?.label.to_string(),
        maker: maker.label.to_string(),
    })
}

/// What a reader calls it: "Raadsbesluit".
pub fn wat(job: &Job<'_>) -> String {
    job.uitvoer.titel.clone().unwrap_or_else(|| job.soort.naam.clone())
}

/// What the document says, else what it is, from whom, and of when.
pub fn omschrijving(job: &Job<'_>, van: &Overheid, datum: NaiveDate) -> String {
    let eigen = job.inhoud.publicatie.omschrijving.clone();
    eigen.unwrap_or_else(|| {
        let wat = wat(job);
        let aan = job.gemeente.filter(|_| job.afzender.id() != job.gemeente.map_or("", |g| &g.slug));
        let aan = aan.map(|gemeente| format!(" voor {}", gemeente.gegevens.naam)).unwrap_or_default();
        format!("{wat}{aan}, van {}, {}", van.label, nl::datum::lang(datum))
    })
}

/// The day of a date field.
fn dag(veld: Option<&Veldwaarde>) -> Option<NaiveDate> {
    match veld.map(|veld| &veld.waarde) {
        Some(Waarde::Datum(datum)) => datum.dag(),
        _ => None,
    }
}

/// The day on which the raad met.
pub fn raadsdag(job: &Job<'_>) -> Option<NaiveDate> {
    match job.inhoud.veld("vergadering").map(|veld| &veld.waarde) {
        _ if job.besluit.is_some() => job.datum().0.as_ref().known().and_then(Datum::dag),
        Some(Waarde::Groep(velden)) => dag(velden.iter().find(|veld| veld.naam == "raad")),
        _ => None,
    }
}

/// The day of what was done: what the raad adopted, on the day of its meeting; else the day of signing; else what the
/// college decided; else the date of the document.
pub fn handelingsdag(job: &Job<'_>, datum: NaiveDate) -> NaiveDate {
    let van_de_raad = job.uitvoer.is_besluit();
    if van_de_raad && is_vastgesteld(job) {
        return raadsdag(job).unwrap_or(datum);
    }
    let getekend = job.inhoud.ondertekening.as_ref().and_then(|o| o.datum.as_ref()).and_then(|datum| match datum {
        Bekend::Bekend(datum) => datum.dag(),
        Bekend::Onbekend => None,
    });
    getekend.or_else(|| dag(job.inhoud.veld("collegebesluit"))).unwrap_or(datum)
}

/// The day on which it is published: a proposal before the meeting, the decision after it.
pub fn publicatiedag<'j>(job: &Job<'j>) -> Option<&'j (NaiveDate, Span)> {
    let opgave = &job.inhoud.publicatie;
    let besluit = opgave.datum_besluit.as_ref().filter(|_| job.uitvoer.is_besluit() && is_vastgesteld(job));
    besluit.or(opgave.datum.as_ref())
}

/// Why nothing is made ready for DROP, of a document that gives what its announcement asks for.
pub fn geen_drop(job: &Job<'_>) -> Option<&'static str> {
    job.inhoud.publicatie.bekendmaking.as_ref()?;
    let kan = job.soort.uitvoer.iter().any(|uitvoer| uitvoer.is_besluit());
    match (kan, job.uitvoer.is_besluit()) {
        (false, _) => Some("er is niets klaargezet voor DROP: van deze soort maakt griffel geen besluittekst"),
        (true, true) if !is_vastgesteld(job) => {
            Some("er is nog niets klaargezet voor DROP: de raad heeft dit besluit nog niet vastgesteld")
        }
        _ => None,
    }
}

/// The last day that the document names as a day of change: its own date, its adoption, its versions, its publication.
pub fn gewijzigd(job: &Job<'_>, datum: NaiveDate) -> NaiveDate {
    let mut dagen = vec![datum, handelingsdag(job, datum)];
    dagen.extend(publicatiedag(job).map(|(dag, _)| *dag));
    if let Some(Waarde::Lijst(versies)) = job.inhoud.veld("bijgewerkt").map(|veld| &veld.waarde) {
        let velden = versies.iter().flat_map(|versie| match versie {
            Waarde::Groep(velden) => velden.as_slice(),
            _ => &[],
        });
        dagen.extend(velden.filter_map(|veld| match &veld.waarde {
            Waarde::Datum(datum) => Datum::dag(datum),
            _ => None,
        }));
    }
    dagen.into_iter().max().unwrap_or(datum)
}

/// The titles of the annexes of which no file comes along.
pub fn elders(job: &Job<'_>, titels: &[String], mee: &[Bijlage]) -> Vec<String> {
    let mee = |nummer: usize| mee.iter().any(|bijlage| bijlage.nummer == nummer);
    let paren = job.bijlagen.iter().zip(titels);
    paren.filter(|(geplande, _)| !mee(geplande.nummer)).map(|(_, titel)| titel.clone()).collect()
}
