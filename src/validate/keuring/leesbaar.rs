//! Plain language in numbers: the length of sentences and paragraphs.

use super::passage::{Passage, Rol};
use super::{Blad, kort};
use crate::diag::Note;
use crate::diag::codes::{G891, G892, G897};
use crate::nl::zinnen::zinnen;

/// Fewer sentences than this have no average worth telling.
const GENOEG: usize = 8;

/// Whether a line is prose, in which sentences can be made shorter.
pub fn is_proza(passage: &Passage<'_>) -> bool {
    matches!(passage.rol, Rol::Alinea | Rol::Item | Rol::Noot)
}

/// The rules for length.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let grens = &blad.project.instellingen.keurwijzer;
    let (mut zinnen_totaal, mut woorden_totaal) = (0, 0);
    for passage in blad.passages.iter().filter(|passage| is_proza(passage)) {
        for zin in zinnen(&passage.tekst) {
            let woorden = tel(passage, &zin);
            zinnen_totaal += usize::from(passage.rol == Rol::Alinea);
            woorden_totaal += if passage.rol == Rol::Alinea { woorden } else { 0 };
            if woorden > grens.zin {
                let message = format!("deze zin heeft {woorden} woorden");
                notes.push(
                    blad.note(G891, passage, zin, message)
                        .hint(format!("Maak er twee zinnen van; tot {} woorden leest prettig", grens.zin)),
                );
            }
        }
        let heel = 0..passage.tekst.len();
        let woorden = tel(passage, &heel);
        if woorden > grens.alinea {
            let message = format!("deze alinea heeft {woorden} woorden");
            notes.push(
                blad.note(G897, passage, heel, message)
                    .hint("Begin na elke gedachte een nieuwe alinea, of maak er een lijst van"),
            );
        }
    }
    let gemiddeld = woorden_totaal as f64 / zinnen_totaal.max(1) as f64;
    if zinnen_totaal >= GENOEG && gemiddeld > grens.gemiddelde as f64 {
        let titel = kort(&blad.passages.first().map_or(String::new(), |passage| passage.tekst.clone()));
        let gemiddeld = format!("{gemiddeld:.1}").replace('.', ",");
        let message = format!("de zinnen van `{titel}` hebben gemiddeld {gemiddeld} woorden");
        let hint = format!("Mensen lezen het gemakkelijkst bij hoogstens {} woorden per zin", grens.gemiddelde);
        notes.push(Note::at(G892, blad.inhoud.onderwerp_span.clone(), message).hint(hint));
    }
}

/// How many words there are in a range; a merge field counts for one.
fn tel(passage: &Passage<'_>, bereik: &std::ops::Range<usize>) -> usize {
    let eerste = passage.woorden.partition_point(|woord| woord.start < bereik.start);
    let na = passage.woorden.partition_point(|woord| woord.start < bereik.end);
    let velden = passage.velden.iter().filter(|(at, _)| bereik.contains(at)).count();
    na.saturating_sub(eerste) + velden
}
