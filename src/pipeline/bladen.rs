//! Notes about pages: the same spot in several PDFs is one note, with on request an image of it.

use std::collections::BTreeMap;

use super::jobs::{STACK, Werk};
use crate::compile::pagina::merk;
use crate::diag::codes::G709;
use crate::diag::{Fatal, Note, Plek};
use crate::render;

/// Makes one note of those that say the same of the same place; it names the PDFs.
pub fn samen(notes: Vec<Note>) -> Vec<Note> {
    let mut uit: Vec<(Note, usize)> = Vec::new();
    for note in notes {
        let zelfde = |eerder: &Note| {
            eerder.plek.is_some()
                && (eerder.code, &eerder.message, &eerder.labels) == (note.code, &note.message, &note.labels)
        };
        if note.plek.is_none() {
            uit.push((note, 0));
            continue;
        }
        match uit.iter_mut().find(|(eerder, _)| zelfde(eerder)) {
            Some((eerder, aantal)) => *aantal += usize::from(pdf(eerder) != pdf(&note)),
            None => uit.push((note, 0)),
        }
    }
    uit.into_iter().map(|(note, andere)| met_pdf(note, andere)).collect()
}

fn pdf(note: &Note) -> Option<&str> {
    note.plek.as_ref().map(|plek| plek.pdf.as_str())
}

fn met_pdf(note: Note, andere: usize) -> Note {
    let Some(pdf) = pdf(&note).map(str::to_string) else { return note };
    match andere {
        0 => note.hint(format!("Het gaat om `{pdf}`")),
        1 => note.hint(format!("Het gaat om `{pdf}` en nog één PDF")),
        _ => note.hint(format!("Het gaat om `{pdf}` en {andere} andere PDF's")),
    }
}

/// Draws the page of each note about one of these jobs, its spot marked, and tells the note its name; `map` is the
/// folder as the reader knows it. Gives names and bytes.
pub fn teken(werk: &Werk<'_>, notes: &mut [Note], map: &str) -> Result<Vec<(String, Vec<u8>)>, Fatal> {
    // Laying out nests deeply, so on a thread with room, as when the PDF was made.
    std::thread::scope(|scope| {
        let werker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || tekeningen(werk, notes, map));
        werker.ok().and_then(|werker| werker.join().ok())
    })
    .ok_or_else(|| Fatal {
        code: G709,
        message: "de beelden van de bladzijden zijn niet te maken".to_string(),
        path: None,
    })
}

fn tekeningen(werk: &Werk<'_>, notes: &mut [Note], map: &str) -> Vec<(String, Vec<u8>)> {
    let mut per_job: BTreeMap<usize, Vec<&mut Note>> = BTreeMap::new();
    for note in notes {
        let van = |plek: &Plek| werk.plan.jobs.iter().position(|job| plek.beeld.is_none() && job.pad == plek.pdf);
        if let Some(job) = note.plek.as_deref().and_then(van) {
            per_job.entry(job).or_default().push(note);
        }
    }
    let mut uit = Vec::new();
    for (at, mut notes) in per_job {
        notes.sort_by(|a, b| a.plek.cmp(&b.plek));
        let job = &werk.plan.jobs[at];
        let gerenderd = render::render(werk.engine, werk.project, job, &werk.raw.sources).value;
        let Some(gerenderd) = gerenderd else { continue };
        let naam = job.pad.rsplit('/').next().unwrap_or(&job.pad).trim_end_matches(".pdf");
        let plekken: Vec<(usize, &Plek)> =
            notes.iter().enumerate().filter_map(|(nr, note)| Some((nr + 1, note.plek.as_deref()?))).collect();
        let beelden = merk::beelden(werk.shelf, &gerenderd.bron, &plekken);
        for (nr, (note, png)) in notes.into_iter().zip(beelden).enumerate() {
            let (Some(plek), Some(png)) = (note.plek.as_mut(), png) else { continue };
            let bestand = format!("{naam}-{}.png", nr + 1);
            let pad = format!("{map}/{bestand}");
            note.hints.push(format!("Zie `{pad}`, bij het nummer {}", nr + 1));
            plek.beeld = Some(pad);
            uit.push((bestand, png));
        }
    }
    uit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    #[test]
    fn the_same_spot_in_several_pdfs_is_one_note_that_counts_them() {
        let note = |wat: &str, pdf: &str, x: i32| {
            let plek = Plek { bladzijde: 2, vak: [x, 0, 10, 10], pdf: pdf.to_string(), beeld: None };
            Note { plek: Some(Box::new(plek)), ..Note::without_place(codes::G638, wat) }
        };
        let los = Note::without_place(codes::G701, "iets anders");
        let notes = samen(vec![
            note("een", "a.pdf", 1),
            los.clone(),
            los.clone(),
            note("een", "b.pdf", 2),
            note("twee", "b.pdf", 1),
            note("een", "c.pdf", 1),
        ]);
        assert_eq!(notes.len(), 4);
        assert_eq!(notes[0].hints, ["Het gaat om `a.pdf` en 2 andere PDF's"]);
        assert_eq!((&notes[1], &notes[2]), (&los, &los));
        assert_eq!(notes[3].hints, ["Het gaat om `b.pdf`"]);
    }
}
