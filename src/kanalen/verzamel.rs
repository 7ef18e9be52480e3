//! Makes a bundle out of the documents that belong in it, and says which fault keeps it from being made.

use chrono::NaiveDate;

use super::bundel::{Bijlage, Bundel, Formaat, Inhoud, Stuk};
use super::indeling::{Sleutel, basis_url, indeling, uitgever, waarde};
use crate::diag::codes::{G733, G734, G735, G736, G737, G738, G739, G743};
use crate::diag::{Note, Noted, Span};
use crate::model::bekend::Bekend;
use crate::model::bijlage::Herkomst;
use crate::model::datum::Datum;
use crate::model::gemeente::Gemeente;
use crate::model::organisatie::Gegevens;
use crate::model::project::Project;
use crate::model::stuk::{Feit, Openbaarheid, Status};
use crate::model::tooi::{self, Overheid};
use crate::model::veld::{Veldwaarde, Waarde};
use crate::model::waardelijst::Lijst;
use crate::nl;
use crate::plan::{Inhoudsbron, Job};
use crate::render::Woorden;

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
    /// The annexes that come along: at their place in the plan's list, with title and bytes.
    pub bijlagen: Vec<(usize, String, Vec<u8>)>,
}

/// Why a document does not belong in any public bundle, as the end of a sentence; `None` when it does.
pub fn buiten(job: &Job<'_>) -> Option<String> {
    if job.inhoud.publicatie.nooit {
        return Some("het stuk zegt zelf `publicatie: nee`".to_string());
    }
    match job.inhoud.status {
        Status::Concept => Some("de status is `concept`; definitieve en vastgestelde stukken gaan mee".to_string()),
        Status::Ingetrokken => Some("het stuk is ingetrokken".to_string()),
        Status::Definitief | Status::Vastgesteld | Status::GewijzigdVastgesteld => None,
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

fn basis(project: &Project, wie: &str, gegevens: &Gegevens, notes: &mut Vec<Note>) -> Option<String> {
    let found = basis_url(project, wie, &gegevens.kanaal).map(str::to_string);
    if found.is_none() {
        let message = format!("{} heeft geen `basis_url`, dus het adres van de stukken is niet bekend", gegevens.naam);
        let note = Note::at(G733, gegevens.kanaal.span.clone(), message);
        notes.push(note.hint("Voeg een regel `basis_url: https://...` toe: het adres waar de stukken komen te staan"));
    }
    found
}

/// The organisation in the register, as it may be named on this day.
fn overheid(gegevens: &Gegevens, dag: Option<(NaiveDate, &Span)>, notes: &mut Vec<Note>) -> Option<&'static Overheid> {
    let kanaal = &gegevens.kanaal;
    let Some((code, span)) = &kanaal.tooi else {
        let message = format!("van {} is geen code uit het register van overheidsorganisaties bekend", gegevens.naam);
        notes.push(
            Note::at(G734, kanaal.span.clone(), message)
                .hint("Voeg `tooi: {id: https://identifier.overheid.nl/tooi/id/...}` toe"),
        );
        return None;
    };
    let Some(gevonden) = tooi::zoek(code) else {
        let message = format!("`{code}` staat niet in het register van overheidsorganisaties (TOOI)");
        notes.push(Note::at(G734, span.clone(), message).hint("Kijk de code na op identifier.overheid.nl"));
        return None;
    };
    if let Some((dag, plek)) = dag
        && !gevonden.geldig.op(dag)
    {
        let message = format!("{} bestond niet op {}, de datum van het stuk", gevonden.label, nl::datum::lang(dag));
        notes.push(
            Note::at(G735, span.clone(), message)
                .also(plek.clone(), "de datum van het stuk")
                .hint("Kijk de code na, of de datum"),
        );
        return None;
    }
    Some(gevonden)
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
        let plek = (datum, &job.inhoud.datum_span);
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
            titel: gemaakt.titel,
            korte_titel: gemaakt.woorden.korte_titel,
            kenmerk,
            zaaknummer: bekend(job.inhoud.zaaknummer.as_ref()),
            datum,
            gewijzigd: gewijzigd(job, datum),
            gepubliceerd: job.inhoud.publicatie.datum.as_ref().map(|(dag, _)| *dag),
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
            elders: elders(job, &bijlagen),
            bijlagen,
            bekendmaking: None,
            naam,
        })
    }

    /// Nothing secret or closed in a public bundle.
    fn openbaar(&mut self, job: &Job<'_>) {
        if job.inhoud.openbaarheid != Openbaarheid::Openbaar {
            let message =
                format!("dit stuk is {} en kan niet in een openbare bundel", job.inhoud.openbaarheid.sleutel());
            self.notes.push(
                Note::at(G738, job.stuk.span.clone(), message)
                    .hint("Schrijf bij het stuk `publicatie: nee`, of maak het openbaar"),
            );
        }
    }

    fn datum(&mut self, job: &Job<'_>) -> Option<NaiveDate> {
        let dag = match &job.inhoud.datum {
            Bekend::Bekend(datum) => datum.dag(),
            Bekend::Onbekend => None,
        };
        if dag.is_none() {
            let message = "de datum is niet precies genoeg om te publiceren";
            self.notes.push(
                Note::at(G739, job.inhoud.datum_span.clone(), message).hint("Geef de hele datum (jaar-maand-dag)"),
            );
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
        let Some((dag, span)) = &job.inhoud.publicatie.datum else { return };
        if *dag < vastgesteld {
            let message = format!(
                "de publicatie ({}) is eerder dan de vaststelling ({})",
                nl::datum::lang(*dag),
                nl::datum::lang(vastgesteld)
            );
            self.notes.push(
                Note::at(G737, span.clone(), message)
                    .also(job.inhoud.datum_span.clone(), "de datum van het stuk")
                    .hint("Kijk na of een van beide data een tikfout is"),
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
        for (at, titel, bytes) in &gemaakt.bijlagen {
            let Some(geplande) = gemaakt.job.bijlagen.get(*at) else { continue };
            let span = &geplande.bijlage.span;
            let eigen = matches!(geplande.bron, Some(Inhoudsbron::Job { .. }));
            if let (Herkomst::Stuk(id, _), true) = (&geplande.bijlage.herkomst, eigen) {
                self.bijlage_openbaar(id, span);
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

    fn bijlage_openbaar(&mut self, id: &str, span: &Span) {
        let geheim = |stuk: &&crate::model::stuk::Stuk| {
            let inhoud = stuk.basis.value.as_ref();
            stuk.id == id && inhoud.is_some_and(|inhoud| inhoud.openbaarheid != Openbaarheid::Openbaar)
        };
        if let Some(stuk) = self.project.stukken.iter().find(geheim) {
            self.notes.push(
                Note::at(G743, span.clone(), format!("de bijlage `{id}` is niet openbaar"))
                    .also(stuk.span.clone(), "het stuk dat als bijlage meegaat")
                    .hint("Schrijf bij de bijlage `openbaarheid: geheim`, dan gaat het bestand niet mee"),
            );
        }
    }
}

/// Where a line of text starts.
fn plek(regel: &[crate::model::tekst::Inline]) -> Option<&Span> {
    regel.iter().find_map(|deel| match deel {
        crate::model::tekst::Inline::Tekst(_, span) => Some(span),
        _ => None,
    })
}

fn bekend(feit: Option<&Feit>) -> Option<String> {
    feit.and_then(|feit| feit.waarde.as_ref().known().cloned())
}

fn is_vastgesteld(job: &Job<'_>) -> bool {
    matches!(job.inhoud.status, Status::Vastgesteld | Status::GewijzigdVastgesteld)
}

/// The file name without its ending; the same as in the out folder, for a published name never changes.
fn bestandsnaam(job: &Job<'_>) -> String {
    let naam = job.pad.rsplit('/').next().unwrap_or(&job.pad);
    naam.trim_end_matches(".pdf").to_string()
}

/// `21U0011310-gm0597`; without a reference what names the document for good: year, output, id and council.
fn identificatie(job: &Job<'_>, wie: &Overheid, kenmerk: Option<&str>) -> String {
    let eigen = || format!("{}-{}-{}", job.stuk.jaar, job.uitvoer.naam, job.stuk.id);
    let meer = if job.soort.uitvoer.len() > 1 { format!("-{}", job.uitvoer.naam) } else { String::new() };
    match kenmerk {
        Some(kenmerk) => format!("{kenmerk}{meer}-{}", wie.code()),
        None => format!("{}-{}", eigen(), wie.code()),
    }
}

/// What the document says, else what it is, from whom, and of when.
fn omschrijving(job: &Job<'_>, van: &Overheid, datum: NaiveDate) -> String {
    let eigen = job.inhoud.publicatie.omschrijving.clone();
    eigen.unwrap_or_else(|| {
        let wat = job.uitvoer.titel.as_deref().unwrap_or(&job.soort.naam);
        let aan = job.gemeente.filter(|_| job.afzender.id() != job.gemeente.map_or("", |g| &g.slug));
        let aan = aan.map(|gemeente| format!(" van {}", gemeente.gegevens.naam)).unwrap_or_default();
        format!("{wat}{aan}, van {}, {}", van.label, nl::datum::lang(datum))
    })
}

/// The day of what was done: what the raad adopted, on the day of its meeting; else what the college decided; else the
/// date of the document.
fn handelingsdag(job: &Job<'_>, datum: NaiveDate) -> NaiveDate {
    let dag = |veld: Option<&Veldwaarde>| match veld.map(|veld| &veld.waarde) {
        Some(Waarde::Datum(datum)) => datum.dag(),
        _ => None,
    };
    let inhoud = job.inhoud;
    let raad = match inhoud.veld("vergadering").map(|veld| &veld.waarde) {
        Some(Waarde::Groep(velden)) => dag(velden.iter().find(|veld| veld.naam == "raad")),
        _ => None,
    };
    let van_de_raad = job.uitvoer.ondertekening.as_ref().is_some_and(|def| def.orgaan == "raad");
    let getekend = inhoud.ondertekening.as_ref().and_then(|o| o.datum.as_ref()).and_then(|datum| match datum {
        Bekend::Bekend(datum) => datum.dag(),
        Bekend::Onbekend => None,
    });
    if van_de_raad && is_vastgesteld(job) {
        return raad.unwrap_or(datum);
    }
    getekend.or_else(|| dag(inhoud.veld("collegebesluit"))).unwrap_or(datum)
}

/// The last day that the document names as a day of change: its own date, its adoption, its versions, its publication.
fn gewijzigd(job: &Job<'_>, datum: NaiveDate) -> NaiveDate {
    let mut dagen = vec![datum, handelingsdag(job, datum)];
    dagen.extend(job.inhoud.publicatie.datum.as_ref().map(|(dag, _)| *dag));
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

/// The numbers of the annexes of which no file comes along.
fn elders(job: &Job<'_>, mee: &[Bijlage]) -> Vec<String> {
    let ontbreekt = |nummer: &usize| !mee.iter().any(|bijlage| bijlage.nummer == *nummer);
    job.bijlagen.iter().map(|geplande| geplande.nummer).filter(ontbreekt).map(|nummer| nummer.to_string()).collect()
}

impl Inhoud {
    /// Bytes with their checksum.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { sha256: crate::compile::sha256(&bytes), bytes }
    }
}

impl Formaat {
    /// By the ending of the name; `None` for what overheid.nl does not take.
    pub fn van(pad: &str, eigen: bool) -> Option<Self> {
        let ending = pad.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        let (label, mime) = match ending.as_str() {
            "pdf" => ("PDF", "application/pdf"),
            "csv" => ("CSV", "text/csv"),
            "txt" => ("Plain text", "text/plain"),
            "html" => ("HTML", "text/html"),
            "odt" => ("ODT", "application/vnd.oasis.opendocument.text"),
            "ods" => ("ODS", "application/vnd.oasis.opendocument.spreadsheet"),
            "odp" => ("ODP", "application/vnd.oasis.opendocument.presentation"),
            "docx" => ("Word DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            "xlsx" => ("Excel XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "pptx" => ("PowerPoint PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            "rtf" => ("RTF", "application/rtf"),
            "zip" => ("ZIP", "application/zip"),
            _ => return None,
        };
        Some(Self { diwoo: Lijst::Formaat.zoek(label)?, mime, eigen })
    }
}
