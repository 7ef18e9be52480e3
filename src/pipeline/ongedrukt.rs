//! Values that no output prints: what an author filled in must not vanish without a word.

use super::Resultaten;
use crate::diag::codes::G507;
use crate::diag::{Note, Span};
use crate::model::veld::{Veldwaarde, Waarde};
use crate::plan::{Job, Plan};
use crate::render;

/// Notes every value of which no word stands in any output of the same copy.
pub fn check(plan: &Plan<'_>, gedaan: &Resultaten) -> Vec<Note> {
    let mut notes = Vec::new();
    for (at, job) in plan.jobs.iter().enumerate() {
        let eerste = at == 0 || !zelfde(&plan.jobs[at - 1], job);
        if !eerste {
            continue;
        }
        // A successor gets the decision alone; the rest of the document is printed for those that it succeeds.
        let samen = |ander: &Job<'_>| match job.voorgangers.is_empty() {
            true => zelfde(ander, job) || besluit_voor(ander, job),
            false => ander.stuk.bron == job.stuk.bron,
        };
        let exemplaar = plan.jobs.iter().zip(gedaan).filter(|(ander, _)| samen(ander));
        let mut plaatsen: Vec<&Span> = Vec::new();
        let mut compleet = true;
        for (_, gedane) in exemplaar {
            match gedane.as_ref().and_then(|gedane| gedane.gerenderd.as_ref()) {
                Some(gerenderd) => plaatsen
                    .extend(gerenderd.bron.files.iter().flat_map(|file| file.kaart.iter().map(|(_, span)| span))),
                None => compleet = false,
            }
        }
        if compleet {
            notes.extend(ongedrukt(job, &plaatsen));
        }
    }
    notes
}

/// Whether a successor decides here on what this gemeente proposed.
fn besluit_voor(opvolger: &Job<'_>, job: &Job<'_>) -> bool {
    let voor = |slug: &str| opvolger.voorgangers.iter().any(|voorganger| voorganger.gemeente.slug == slug);
    opvolger.stuk.bron == job.stuk.bron && job.gemeente.is_some_and(|gemeente| voor(&gemeente.slug))
}

/// Outputs of one document for one gemeente.
fn zelfde(een: &Job<'_>, ander: &Job<'_>) -> bool {
    een.stuk.bron == ander.stuk.bron && een.gemeente.map(|g| &g.slug) == ander.gemeente.map(|g| &g.slug)
}

fn ongedrukt(job: &Job<'_>, plaatsen: &[&Span]) -> Vec<Note> {
    let (inhoud, soort) = (job.inhoud, &job.soort.id);
    let binnen =
        |span: &Span| plaatsen.iter().any(|p| p.file == span.file && span.start <= p.start && p.end <= span.end);
    let mut stil: Vec<(&str, Span)> = Vec::new();
    for veld in &inhoud.velden {
        // What this rendition leaves out on purpose is not missing.
        let Some(zichtbaar) = render::zichtbaar(veld, job.profiel).filter(|veld| heeft_woorden(&veld.waarde)) else {
            continue;
        };
        let spans = spans(&zichtbaar);
        if let (Some(eerste), false) = (spans.first(), spans.iter().any(|span| binnen(span))) {
            stil.push((&veld.naam, (*eerste).clone()));
        }
    }
    for (naam, feit) in [("kenmerk", &inhoud.kenmerk), ("zaaknummer", &inhoud.zaaknummer), ("versie", &inhoud.versie)] {
        if let Some(feit) = feit.as_ref().filter(|feit| !feit.waarde.is_onbekend() && !binnen(&feit.span)) {
            stil.push((naam, feit.span.clone()));
        }
    }
    let note = |(naam, span): (&str, Span)| {
        Note::at(G507, span, format!("`{naam}` komt bij de soort `{soort}` nergens op papier"))
            .hint("Haal het weg, of zet het in de tekst")
    };
    stil.into_iter().map(note).collect()
}

/// Where the words of a field stand; the parts of a group may come from different places (local values).
fn spans(veld: &Veldwaarde) -> Vec<&Span> {
    match &veld.waarde {
        Waarde::Groep(velden) => velden.iter().filter(|veld| heeft_woorden(&veld.waarde)).flat_map(spans).collect(),
        _ => veld.span.iter().collect(),
    }
}

/// Whether a value has words of which the place can be found again.
fn heeft_woorden(waarde: &Waarde) -> bool {
    match waarde {
        Waarde::Groep(velden) => velden.iter().any(|veld| heeft_woorden(&veld.waarde)),
        Waarde::Lijst(items) => items.iter().any(heeft_woorden),
        Waarde::Regel(_) | Waarde::Datum(_) | Waarde::Bedrag(_) | Waarde::Getal(_) => true,
        // Text may be for other gemeenten only; words of a choice are compared, not printed.
        Waarde::Tekst(_) | Waarde::JaNee(_) | Waarde::Keuze(_) | Waarde::Gemeenten(_) | Waarde::Onbekend => false,
    }
}
