//! Footnotes that nothing points to. One version may miss the block with the mark, so all texts of the document count.

use super::Versies;
use crate::diag::codes::{G341, G356, G357};
use crate::diag::{Note, Noted, Sources};
use crate::model::stuk::Inhoud;

/// Notes every footnote without a mark in any file of the document, at every version that has it.
pub fn ongebruikt(map: &str, sources: &Sources, basis: &mut Noted<Option<Inhoud>>, lokaal: &mut Versies) {
    let map = format!("{map}/");
    let teksten = || sources.files().iter().filter(|file| file.path.starts_with(&map)).map(|file| file.text.as_str());
    for versie in lokaal.values_mut().chain([basis]) {
        // A mark that leads to no note was most likely meant for one of these.
        let gemist = versie.notes.iter().any(|note| note.code == G341 || note.code == G356);
        let Some(inhoud) = versie.value.as_ref().filter(|_| !gemist) else { continue };
        let zonder = inhoud.noten.iter().filter(|(id, _)| !teksten().any(|tekst| tekst.contains(&format!("[^{id}]"))));
        let nieuw = zonder.map(|(id, noot)| {
            let message = format!("naar de noot `{id}` verwijst geen enkel nootcijfer");
            Note::at(G357, noot.span.clone(), message).hint(format!("Zet `[^{id}]` in de tekst, of haal de noot weg"))
        });
        let nieuw: Vec<Note> = nieuw.collect();
        versie.notes.extend(nieuw);
    }
}
