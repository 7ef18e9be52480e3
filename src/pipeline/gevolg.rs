//! What follows from another fault is told with that fault, not as one of its own.

use std::collections::BTreeSet;

use crate::diag::codes::{G210, G255, G368, G421, G469, G501, G502, G503, G505, G806};
use crate::diag::{Code, Label, Note, Sources, Span};
use crate::plan::Plan;
use crate::render::Engine;

/// How many documents are named that a broken template costs.
const GENOEMD: usize = 5;

/// Notes that say less of a place than another note does: the one, and the other.
const ECHOS: &[(&Code, &Code)] = &[(G502, G505), (G806, G469)];

/// Documents whose template cannot be used are not made; the fault of the template names them.
pub fn zonder_sjabloon(plan: &mut Plan<'_>, engine: &Engine, sources: &Sources, notes: &mut [Note]) {
    let mut geraakt: BTreeSet<(String, Span)> = BTreeSet::new();
    for job in &mut plan.jobs {
        let (soort, sjabloon) = (&job.soort.id, &job.uitvoer.sjabloon);
        if engine.has(soort, sjabloon) || oorzaak(soort, sources, notes).is_none() {
            continue;
        }
        job.fout = true;
        if job.gewenst {
            geraakt.insert((soort.clone(), job.stuk.span.clone()));
        }
    }
    let soorten: BTreeSet<&String> = geraakt.iter().map(|(soort, _)| soort).collect();
    for soort in soorten {
        let Some(note) = oorzaak(soort, sources, notes).and_then(|nr| notes.get_mut(nr)) else { continue };
        let stukken: Vec<&Span> = geraakt.iter().filter(|(van, _)| van == soort).map(|(_, span)| span).collect();
        let tekst = "dit stuk is daardoor niet te maken";
        let genoemd =
            stukken.iter().take(GENOEMD).map(|span| Label { span: (*span).clone(), tekst: tekst.to_string() });
        note.labels.extend(genoemd);
        if let Some(meer) = stukken.len().checked_sub(GENOEMD).filter(|meer| *meer > 0) {
            note.hints.push(format!("Door deze fout zijn nog {meer} andere stukken niet te maken"));
        }
    }
}

/// The fault of a kind's own templates, or else of a part that all kinds use.
fn oorzaak(soort: &str, sources: &Sources, notes: &[Note]) -> Option<usize> {
    let is_oorzaak = |map: &str| {
        notes.iter().position(|note| {
            let hier = |label: &Label| sources.get(label.span.file).path.starts_with(map);
            (note.code == G501 || note.code == G503) && note.labels.first().is_some_and(hier)
        })
    };
    is_oorzaak(&format!("templates/{soort}/")).or_else(|| is_oorzaak("templates/delen/"))
}

/// Drops what says again what another note says of the same place, and joins what several documents have.
pub fn zonder_herhaling(sources: &Sources, notes: &mut Vec<Note>) {
    gevonden(sources, notes);
    let plek = |note: &Note| note.labels.first().map(|label| label.span.clone());
    for (echo, bron) in ECHOS {
        let gezegd: BTreeSet<Option<Span>> = notes.iter().filter(|note| note.code == *bron).map(plek).collect();
        notes.retain(|note| note.code != *echo || !gezegd.contains(&plek(note)));
    }
    let mut eerder: Vec<(usize, usize)> = Vec::new();
    for nr in 0..notes.len() {
        if notes[nr].code != G502 {
            continue;
        }
        let zelfde = |een: &Note, ander: &Note| een.message == ander.message && plek(een) == plek(ander);
        match eerder.iter_mut().find(|(eerste, _)| zelfde(&notes[*eerste], &notes[nr])) {
            Some((eerste, meer)) if notes[*eerste].hints != notes[nr].hints => *meer += 1,
            Some(_) => {}
            None => eerder.push((nr, 0)),
        }
    }
    for (nr, meer) in eerder.iter().filter(|(_, meer)| *meer > 0) {
        let stukken = if *meer == 1 { "één ander stuk".to_string() } else { format!("{meer} andere stukken") };
        notes[*nr].hints.push(format!("Het gebeurt ook bij {stukken}"));
    }
    let blijft: BTreeSet<usize> = eerder.into_iter().map(|(nr, _)| nr).collect();
    let mut nr = 0;
    notes.retain(|note| {
        nr += 1;
        note.code != G502 || blijft.contains(&(nr - 1))
    });
}

/// A file that nothing mentions, in the folder of a document that mentions a file that is not there, is most likely
/// that file: the mention has been told.
fn gevonden(sources: &Sources, notes: &mut Vec<Note>) {
    let map = |note: &Note| {
        let path = note.labels.first().map(|label| sources.get(label.span.file).path.as_str())?;
        // `content/2024/brief`: what is beside the document or below it.
        path.match_indices('/').nth(2).map(|(at, _)| path[..at].to_string())
    };
    let gemist = notes.iter().filter(|note| [G210, G255, G421].contains(&note.code));
    let gemist: BTreeSet<Option<String>> = gemist.map(map).collect();
    notes.retain(|note| note.code != G368 || !gemist.contains(&map(note)));
}
