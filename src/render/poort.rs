//! The gate of a document that claims to be finished: nothing in it may be open.

use std::collections::BTreeSet;

use super::bron::BronFile;
use crate::diag::codes::G441;
use crate::diag::{Note, Sources, Span};
use crate::model::stuk::{Feit, Inhoud};
use crate::model::veld::{Veldwaarde, Waarde};
use crate::plan::Job;

/// Notes what is open, at the status, with every place where the writer left it so.
pub fn open(job: &Job<'_>, open: &[String], files: &[BronFile], sources: &Sources, notes: &mut Vec<Note>) {
    if !job.status().is_af() || open.is_empty() {
        return;
    }
    let voor = job.gemeente.map_or_else(String::new, |gemeente| format!(" voor {}", gemeente.gegevens.naam));
    let status = job.status().sleutel();
    let message = format!("dit stuk{voor} is `{status}`, maar er is nog iets open: {}", open.join(", "));
    let note = Note::at(G441, job.status_span().clone(), message);
    let note = plekken(job.inhoud, files, sources).into_iter().fold(note, |note, span| note.also(span, "nog open"));
    notes.push(note.hint(if job.besluit.is_some() {
        "Vul het aan: wat de raad heeft vastgesteld, heeft geen open plekken"
    } else {
        "Vul het aan, of maak de status `concept` (zo nodig bij `lokaal` voor deze gemeente alleen)"
    }));
}

/// Where the writer left something open: in the text, and in the fields that say `onbekend`.
fn plekken(inhoud: &Inhoud, files: &[BronFile], sources: &Sources) -> BTreeSet<Span> {
    let mut found = BTreeSet::new();
    for file in files {
        for (at, begin) in file.text.match_indices("#blank(") {
            let literal = at + begin.len();
            let exact = file.kaart.iter().find(|(range, _)| range.start == literal);
            found.extend(exact.map(|(_, span)| span.clone()));
        }
    }
    let feiten = [&inhoud.kenmerk, &inhoud.zaaknummer].into_iter().flatten().map(|feit: &Feit| feit.span.clone());
    let mut spans: Vec<Span> = feiten.chain([inhoud.datum_span.clone()]).collect();
    inhoud.velden.iter().for_each(|veld| van_veld(veld, &mut spans));
    found.extend(spans.into_iter().filter(|span| sources.slice(span).trim_matches(['"', '\'']) == "onbekend"));
    found
}

fn van_veld(veld: &Veldwaarde, spans: &mut Vec<Span>) {
    spans.extend(veld.span.clone());
    if let Waarde::Groep(velden) = &veld.waarde {
        velden.iter().for_each(|deel| van_veld(deel, spans));
    }
}
