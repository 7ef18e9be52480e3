//! The part of a run that writes: lock, PDFs, annexes, manifest, orphans.

use std::time::Duration;

use super::jobs::{self, Gedaan, Werk};
use super::{Lot, Opdracht, Resultaten, Schrijven, Uitkomst, Voortgang};
use crate::diag::codes::G424;
use crate::diag::{Fatal, Note};
use crate::model::bekend::Bekend;
use crate::model::bijlage::Herkomst;
use crate::plan::{Inhoudsbron, Job};
use crate::publish::{self, Bijlage, Entry, Lot as Erfenis, Manifest, Out, notes as saved};
use crate::validate;

/// How long to wait for another run in the same out folder.
pub const GEDULD: Duration = Duration::from_secs(120);

/// Makes what is asked for and writes it; nothing good is replaced by something half done.
pub fn schrijf(
    werk: &Werk<'_>,
    opdracht: &Opdracht,
    schrijven: &Schrijven,
    fout_vooraf: bool,
    voortgang: Voortgang<'_>,
    notes: &mut Vec<Note>,
) -> Result<Vec<Uitkomst>, Fatal> {
    let out = Out::open(&schrijven.out)?;
    let _guard = out.lock(GEDULD, || voortgang(0, "een andere griffel is bezig in deze map"))?;
    let gestrand = out.gestrand()?;
    let out = out.bezig()?;
    let previous = Manifest::read(&out)?.into(notes);
    let gedaan = jobs::make(werk, opdracht.threads, Some((&out, &previous, schrijven)), voortgang)?;
    let mut uitkomsten = jobs::uitkomsten(werk.plan, &gedaan, notes);
    let mut made = Vec::new();
    for (job, gedane) in werk.plan.jobs.iter().zip(&gedaan) {
        if let Some(gedane) = gedane
            && gedane.gelukt.is_some()
        {
            made.push(entry(werk, &out, &previous, schrijven, job, gedane, &gedaan, notes)?);
        }
    }
    let fout = fout_vooraf || notes.iter().any(Note::is_fout);
    let next = previous.next(&out, made, |entry| erfenis(entry, werk, &gedaan, opdracht, fout))?.into(notes);
    // What a killed run left is only judged when everything is known.
    let zeker = opdracht.selectie.is_alles() && !fout;
    let (over, gestrand) = if zeker { (Vec::new(), gestrand) } else { (next.zonder(gestrand), Vec::new()) };
    publish::remove_orphans(&out, &previous, &gestrand, &next).into(notes);
    next.write(&out)?;
    out.klaar(&over)?;
    for uitkomst in &mut uitkomsten {
        if uitkomst.lot == (Lot::Mislukt { verouderd: false }) {
            let verouderd = next.entry(&uitkomst.pad).is_some_and(|entry| entry.verouderd);
            uitkomst.lot = Lot::Mislukt { verouderd };
        }
    }
    let bekend: Vec<String> = uitkomsten.iter().map(|uitkomst| uitkomst.pad.clone()).collect();
    let vergeten = next.stukken.iter().filter(|entry| entry.verouderd && !bekend.contains(&entry.pad));
    uitkomsten.extend(vergeten.map(ongepland));
    Ok(uitkomsten)
}

/// A document with a fault so early that nothing of it was planned; its PDF of before still stands there.
fn ongepland(entry: &Entry) -> Uitkomst {
    let mut delen = entry.pad.split('/');
    Uitkomst {
        stuk: entry.bron.trim_end_matches("/document.yaml").to_string(),
        uitvoer: entry.uitvoer.clone(),
        jaar: delen.next().and_then(|jaar| jaar.parse().ok()).unwrap_or_default(),
        wie: delen.next().unwrap_or_default().to_string(),
        pad: entry.pad.clone(),
        lot: Lot::Mislukt { verouderd: true },
        open: Vec::new(),
    }
}

/// The manifest's line for a document that was made or was already there.
#[expect(clippy::too_many_arguments, reason = "one call; a struct would only rename them")]
fn entry(
    werk: &Werk<'_>,
    out: &Out,
    previous: &Manifest,
    schrijven: &Schrijven,
    job: &Job<'_>,
    gedane: &Gedaan,
    gedaan: &Resultaten,
    notes: &mut Vec<Note>,
) -> Result<Entry, Fatal> {
    let old = previous.entry(&job.pad);
    let (sha256, bytes) = match &gedane.pdf {
        Some(pdf) => (publish::sha256(pdf), pdf.len() as u64),
        None => old.map(|entry| (entry.sha256.clone(), entry.bytes)).unwrap_or_default(),
    };
    let gerenderd = gedane.gerenderd.as_ref();
    let mut overig = Vec::new();
    if let (true, Some(gerenderd)) = (schrijven.emit_typ, gerenderd) {
        let naam = job.pad.rsplit('/').next().unwrap_or(&job.pad).trim_end_matches(".pdf");
        overig = publish::emit_typ(out, &format!("typ/{naam}"), &gerenderd.bron, werk.shelf)?;
    }
    Ok(Entry {
        pad: job.pad.clone(),
        document: job.stuk.id.clone(),
        soort: job.soort.id.clone(),
        uitvoer: job.uitvoer.naam.clone(),
        gemeente: job.gemeente.map(|gemeente| gemeente.slug.clone()),
        naam: job.gemeente.map(|gemeente| gemeente.gegevens.naam.clone()),
        onderwerp: gerenderd.map(|g| g.titel.clone()).unwrap_or_default(),
        kenmerk: job.inhoud.kenmerk.as_ref().and_then(|feit| match &feit.waarde {
            Bekend::Bekend(text) => Some(text.clone()),
            Bekend::Onbekend => None,
        }),
        status: job.status().sleutel().to_string(),
        sha256,
        bytes,
        sleutel: gedane.sleutel.clone(),
        bron: job.stuk.bron.clone(),
        bijlagen: bijlagen(werk, out, job, gedane, gedaan, notes)?,
        overig,
        afdruk: gerenderd.map(|g| publish::afdruk::schrijf(out, &job.pad, &g.afdruk)).transpose()?,
        open: gerenderd.map(|g| g.open.clone()).unwrap_or_default(),
        verouderd: false,
        intern: job.profiel.is_intern(),
        notes: saved::save(&gedane.notes, &werk.raw.sources),
    })
}

/// Places the annexes beside the PDF; one that could not be made is a fault, its old copy stays.
fn bijlagen(
    werk: &Werk<'_>,
    out: &Out,
    job: &Job<'_>,
    gedane: &Gedaan,
    gedaan: &Resultaten,
    notes: &mut Vec<Note>,
) -> Result<Vec<Bijlage>, Fatal> {
    let mut placed = Vec::new();
    let titels = gedane.gerenderd.as_ref().map(|gerenderd| gerenderd.bijlagen.as_slice()).unwrap_or_default();
    for geplande in &job.bijlagen {
        let Some(bron) = &geplande.bron else { continue };
        let titel = titels.get(geplande.nummer - 1).map_or("", String::as_str);
        let bytes = match bron {
            Inhoudsbron::Bestand { bytes, .. } => Some(bytes.to_vec()),
            Inhoudsbron::Job { job: at, .. } => match gedaan[*at].as_ref() {
                Some(Gedaan { pdf: Some(pdf), .. }) => Some(pdf.clone()),
                Some(Gedaan { gelukt: Some(_), .. }) => out.read(&werk.plan.jobs[*at].pad)?,
                _ => None,
            },
        };
        match bytes {
            Some(bytes) => {
                let pdf = match &geplande.bijlage.herkomst {
                    Herkomst::Bestand(pad, _) => job.stuk.pdfs.get(pad).cloned().and_then(Result::ok),
                    _ => validate::pdf::lees(&bytes).ok(),
                };
                let nummer = geplande.nummer.to_string();
                placed.push(publish::bijlage(out, bron.pad(), &nummer, titel, &bytes, pdf)?.1);
            }
            None => notes.push(
                Note::at(G424, geplande.bijlage.span.clone(), format!("de bijlage `{titel}` kon niet worden gemaakt"))
                    .hint("Herstel eerst de fouten in dat stuk"),
            ),
        }
    }
    Ok(placed)
}

/// What happens to a PDF that an earlier run made and this one did not.
fn erfenis(entry: &Entry, werk: &Werk<'_>, gedaan: &Resultaten, opdracht: &Opdracht, fout: bool) -> Erfenis {
    let bestaat = werk.raw.stukken.iter().any(|stuk| entry.bron.strip_suffix("/document.yaml") == Some(&*stuk.map));
    if bestaat && entry.intern != opdracht.selectie.profiel.is_intern() {
        // The other rendition of a document that is still there is no part of this run.
        return Erfenis::Blijft;
    }
    let same = |job: &Job<'_>| {
        job.uitvoer.naam == entry.uitvoer
            && job.gemeente.map(|gemeente| gemeente.slug.as_str()) == entry.gemeente.as_deref()
            && entry.bron == job.stuk.bron
    };
    match werk.plan.jobs.iter().position(same) {
        Some(at) => match &gedaan[at] {
            None => Erfenis::Blijft,
            // Made under another name (a new date, no longer concept): the old name goes.
            Some(gedane) if gedane.gelukt.is_some() => Erfenis::Wees,
            Some(_) => Erfenis::Verouderd,
        },
        // Not planned while its document is there: a fault kept it from being planned.
        None if fout && bestaat => Erfenis::Verouderd,
        None if opdracht.selectie.is_alles() => Erfenis::Wees,
        None => Erfenis::Blijft,
    }
}
