//! Makes a bundle out of the documents that belong in it, and says which fault keeps it from being made.

use chrono::NaiveDate;

use super::bundel::{Besluit, Bijlage, Buiten, Bundel, Formaat, Inhoud, Stuk};
use super::feiten::{
    bekend, bestandsnaam, elders, geen_drop, gewijzigd, handelingsdag, identificatie, is_vastgesteld, omschrijving,
    plek, publicatiedag, raadsdag, wat,
};
use super::indeling::{Sleutel, indeling, uitgever, waarde};
use super::partij::{basis, overheid};
use crate::diag::codes::{G736, G737, G738, G739, G743};
use crate::diag::{Note, Noted, Span};
use crate::model::bekend::Bekend;
use crate::model::gemeente::Gemeente;
use crate::model::project::Project;
use crate::model::stuk::{Openbaarheid, Status};
use crate::model::tooi::Overheid;
use crate::model::waardelijst::Lijst;
use crate::nl;
use crate::plan::Job;
use crate::render::{self, Woorden};

/// Longest official title (ORI API; the limit that all channels share).
const TITEL: usize = 200;
/// Longest short title (the advice of MDTO).
const KORTE_TITEL: usize = 80;

/// A document of which the PDF and its annexes have been found on the disk, as the manifest says.
#[derive(Clone, Debug)]
pub struct Gemaakt<'a> {
    /// What was planned.
    pub job: &'a Job<'a>,
    /// The title of the PDF.
    pub titel: String,
    /// Other words that metadata repeats.
    pub woorden: Woorden,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Its readable twin: an HTML page.
    pub pagina: String,
    /// The titles of all its annexes, in order.
    pub bijlagetitels: Vec<String>,
    /// The annexes that come along.
    pub bijlagen: Vec<GemaakteBijlage<'a>>,
}

/// An annex that has been found on the disk.
#[derive(Clone, Debug)]
pub struct GemaakteBijlage<'a> {
    /// Its place in the plan's list.
    pub at: usize,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The document that it is, when it is one of the project.
    pub stuk: Option<&'a Job<'a>>,
}

/// Why a document does not belong in any public bundle, as the end of a sentence; `None` when it does.
pub fn buiten(job: &Job<'_>) -> Option<String> {
    if job.inhoud.publicatie.nooit {
        return Some("het stuk zegt zelf ‘publicatie: nee’".to_string());
    }
    match job.status() {
        Status::Concept => Some("de status is ‘concept’; definitieve en vastgestelde stukken gaan mee".to_string()),
        Status::Ingetrokken => Some("het stuk is ingetrokken".to_string()),
        Status::Verworpen | Status::Aangehouden => Some("de raad heeft dit besluit niet genomen".to_string()),
        Status::Definitief | Status::Vastgesteld | Status::GewijzigdVastgesteld => None,
    }
}

/// What stays out, for who may know: of what is not open no subject.
pub fn buiten_de_bundel(project: &Project, job: &Job<'_>, reden: String) -> Buiten {
    let open = job.inhoud.openbaarheid == Openbaarheid::Openbaar;
    Buiten {
        wat: wat(job),
        onderwerp: open.then(|| render::onderwerp(project, job)),
        kenmerk: bekend(job.inhoud.kenmerk.as_ref()),
        map: job.stuk.map.clone(),
        reden: if open { reden } else { format!("het stuk is {}", job.inhoud.openbaarheid.sleutel()) },
    }
}

/// The bundle of these documents; `None` with notes when a fault keeps it from being made.
pub fn bundel(project: &Project, sleutel: &Sleutel, gemaakt: Vec<Gemaakt<'_>>) -> Noted<Option<Bundel>> {
    let (jaar, wie) = sleutel;
    let mut notes = Vec::new();
    let Some(eerste) = gemaakt.first() else { return Noted { value: None, notes } };
    let gegevens = uitgever(eerste.job);
    let basis = basis(project, wie, gegevens, &mut notes);
    let overheid = overheid(gegevens, None, &mut notes);
    let stukken: Vec<Stuk> =
        gemaakt.into_iter().filter_map(|gemaakt| Verzamelaar { project, notes: &mut notes }.stuk(gemaakt)).collect();
    let value = match (basis, overheid) {
        (Some(basis), Some(uitgever)) if !notes.iter().any(Note::is_fout) => Some(Bundel {
            wie: wie.clone(),
            jaar: *jaar,
            uitgever,
            basis: format!("{basis}/{jaar}"),
            stukken,
            buiten: Vec::new(),
        }),
        _ => None,
    };
    Noted { value, notes }
}

/// What is to be announced: a decision of the raad that has been adopted, of a document that says so.
fn besluit(job: &Job<'_>, tekst: Vec<String>, noten: bool) -> Option<Besluit> {
    let opgave = job.inhoud.publicatie.bekendmaking.clone()?;
    let ondertekend = raadsdag(job);
    (is_vastgesteld(job) && !tekst.is_empty()).then_some(Besluit { opgave, tekst, noten, ondertekend })
}

struct Verzamelaar<'a> {
    project: &'a Project,
    notes: &'a mut Vec<Note>,
}

impl Verzamelaar<'_> {
    /// One document; `None` when a fault keeps it from being published.
    fn stuk(&mut self, gemaakt: Gemaakt<'_>) -> Option<Stuk> {
        let job = gemaakt.job;
        self.openbaar(job);
        let datum = self.datum(job)?;
        self.titels(job, &gemaakt.titel, gemaakt.woorden.korte_titel.as_deref());
        let plek = (datum, job.datum().1);
        let verantwoordelijke = overheid(job.afzender.gegevens(), Some(plek), self.notes);
        let gemeente = match job.gemeente {
            Some(gemeente) => Some(overheid(&gemeente.gegevens, Some(plek), self.notes)?),
            None => None,
        };
        overheid(uitgever(job), Some(plek), self.notes)?;
        let keuze = indeling(job);
        let vastgesteld = is_vastgesteld(job);
        let soort = keuze.na_vaststelling.as_deref().filter(|_| vastgesteld).or(keuze.documentsoort.as_deref());
        let handeling = waarde(Lijst::Handeling, keuze.handeling.as_deref(), "vaststelling")?;
        let dag = handelingsdag(job, datum);
        self.publicatiedatum(job, dag);
        let naam = bestandsnaam(job);
        let bijlagen = self.bijlagen(&gemaakt);
        let verantwoordelijke = verantwoordelijke?;
        let kenmerk = bekend(job.inhoud.kenmerk.as_ref());
        Some(Stuk {
            identificatie: identificatie(job, gemeente.unwrap_or(verantwoordelijke), kenmerk.as_deref()),
            omschrijving: omschrijving(job, verantwoordelijke, datum),
            wat: wat(job),
            titel: gemaakt.titel,
            korte_titel: gemaakt.woorden.korte_titel,
            kenmerk,
            zaaknummer: bekend(job.inhoud.zaaknummer.as_ref()),
            datum,
            gewijzigd: gewijzigd(job, datum),
            gepubliceerd: publicatiedag(job).map(|(dag, _)| *dag),
            handeling: (handeling, dag),
            categorie: waarde(
                Lijst::Informatiecategorie,
                keuze.informatiecategorie.as_deref(),
                "inspanningsverplichting art 3.1 Woo",
            )?,
            documentsoort: waarde(Lijst::Documentsoort, soort, "publicatie")?,
            themas: self.project.instellingen.themas.iter().filter_map(|thema| Lijst::Thema.zoek(thema)).collect(),
            trefwoorden: job.inhoud.publicatie.trefwoorden.clone(),
            waardering: keuze.waardering.unwrap_or_default(),
            verantwoordelijke,
            mede: self.mede(job, plek),
            gemeente,
            portefeuillehouder: gemaakt.woorden.portefeuillehouder,
            pdf: Inhoud::new(gemaakt.pdf),
            pagina: Inhoud::new(gemaakt.pagina.into_bytes()),
            elders: elders(job, &gemaakt.bijlagetitels, &bijlagen),
            bijlagen,
            bekendmaking: besluit(job, gemaakt.woorden.besluit, gemaakt.woorden.noten),
            geen_drop: geen_drop(job),
            naam,
        })
    }

    /// Nothing secret or closed in a public bundle.
    fn openbaar(&mut self, job: &Job<'_>) {
        if job.inhoud.openbaarheid != Openbaarheid::Openbaar {
            let message =
                format!("dit stuk is {} en kan niet in een openbare bundel", job.inhoud.openbaarheid.sleutel());
            let span = job.inhoud.openbaarheid_span.as_ref().unwrap_or(&job.stuk.span);
            self.notes.push(
                Note::at(G738, span.clone(), message)
                    .hint("Schrijf bij het stuk `publicatie: nee`, of maak het openbaar"),
            );
        }
    }

    fn datum(&mut self, job: &Job<'_>) -> Option<NaiveDate> {
        let dag = match job.datum().0 {
            Bekend::Bekend(datum) => datum.dag(),
            Bekend::Onbekend => None,
        };
        if dag.is_none() {
            let message = "de datum is niet precies genoeg om te publiceren";
            self.notes.push(Note::at(G739, job.datum().1.clone(), message).hint("Geef de hele datum (jaar-maand-dag)"));
        }
        dag
    }

    fn titels(&mut self, job: &Job<'_>, titel: &str, korte_titel: Option<&str>) {
        let lang = titel.chars().count();
        if lang > TITEL {
            let message = format!("dit onderwerp is {lang} tekens lang; voor publicatie mogen het er {TITEL} zijn");
            self.notes.push(
                Note::at(G736, job.inhoud.onderwerp_span.clone(), message)
                    .hint("Maak het onderwerp korter; wat erbij hoort, kan in de eerste zin van de tekst"),
            );
        }
        let kort = korte_titel.map_or(0, |kort| kort.chars().count());
        if kort > KORTE_TITEL {
            let message = format!("de korte titel is {kort} tekens lang; dat mogen er {KORTE_TITEL} zijn");
            let span = job.inhoud.korte_titel.as_deref().and_then(plek).unwrap_or(&job.inhoud.onderwerp_span);
            self.notes.push(Note::at(G736, span.clone(), message).hint("Maak `korte_titel` korter"));
        }
    }

    /// Nothing is published before it was adopted.
    fn publicatiedatum(&mut self, job: &Job<'_>, vastgesteld: NaiveDate) {
        let Some((dag, span)) = publicatiedag(job) else { return };
        if *dag < vastgesteld {
            let message = format!(
                "de publicatie ({}) is eerder dan de vaststelling ({})",
                nl::datum::lang(*dag),
                nl::datum::lang(vastgesteld)
            );
            self.notes.push(
                Note::at(G737, span.clone(), message).also(job.datum().1.clone(), "de datum van het stuk").hint(
                    match job.uitvoer.is_besluit() {
                        true => "Geef de dag waarop het besluit is gepubliceerd bij `datum_besluit`",
                        false => "Kijk na of een van beide data een tikfout is",
                    },
                ),
            );
        }
    }

    /// The members that answer for a paper of the joint regulation that is for all of them.
    fn mede(&mut self, job: &Job<'_>, plek: (NaiveDate, &Span)) -> Vec<&'static Overheid> {
        if job.gemeente.is_some() {
            return Vec::new();
        }
        let per_gemeente = |gemeente: &&Gemeente| overheid(&gemeente.gegevens, Some(plek), self.notes);
        job.ontvangers.iter().filter_map(per_gemeente).collect()
    }

    /// The annexes that come along; one that is secret under another name is a fault.
    fn bijlagen(&mut self, gemaakt: &Gemaakt<'_>) -> Vec<Bijlage> {
        let mut gevonden = Vec::new();
        for GemaakteBijlage { at, bytes, stuk } in &gemaakt.bijlagen {
            let (Some(geplande), Some(titel)) = (gemaakt.job.bijlagen.get(*at), gemaakt.bijlagetitels.get(*at)) else {
                continue;
            };
            let span = &geplande.bijlage.span;
            let eigen = stuk.is_some();
            if let Some(stuk) = stuk {
                self.bijlage_openbaar(stuk, span);
            }
            let pad = geplande.bron.as_ref().map(|bron| bron.pad().to_string()).unwrap_or_default();
            let pad = pad.rsplit('/').next().map(|naam| format!("bijlagen/{naam}")).unwrap_or_default();
            match Formaat::van(&pad, eigen) {
                Some(formaat) => gevonden.push(Bijlage {
                    pad,
                    titel: titel.clone(),
                    nummer: geplande.nummer,
                    inhoud: Inhoud::new(bytes.clone()),
                    formaat,
                }),
                None => self.notes.push(
                    Note::at(G743, span.clone(), format!("een bestand als `{pad}` neemt overheid.nl niet aan"))
                        .hint("Lever de bijlage als PDF aan"),
                ),
            }
        }
        gevonden
    }

    /// What may not be published by itself may not be published as an annex either.
    fn bijlage_openbaar(&mut self, job: &Job<'_>, span: &Span) {
        let id = &job.stuk.id;
        let (wat, plek) = if job.inhoud.openbaarheid != Openbaarheid::Openbaar {
            (format!("de bijlage `{id}` is niet openbaar"), job.inhoud.openbaarheid_span.as_ref())
        } else if job.inhoud.publicatie.nooit {
            (format!("de bijlage `{id}` zegt zelf `publicatie: nee`"), None)
        } else {
            return;
        };
        self.notes.push(
            Note::at(G743, span.clone(), wat)
                .also(plek.unwrap_or(&job.stuk.span).clone(), "het stuk dat als bijlage meegaat")
                .hint("Schrijf bij de bijlage `openbaarheid: geheim`, dan gaat het bestand niet mee"),
        );
    }
}
