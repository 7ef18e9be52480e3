//! Titles: not too long, and no names of files.

use std::ops::Range;

use super::passage::{Passage, Rol};
use super::{Blad, kort};
use crate::diag::Note;
use crate::diag::codes::{G848, G849, G850};

/// Endings of file names.
const EXTENSIES: &[&str] = &[
    ".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".odt", ".ods", ".csv", ".msg", ".zip", ".rtf", ".png",
    ".jpg",
];
/// Most characters of a title: what registers of councils take.
const TITEL: usize = 200;
/// Most characters of a short title: what fits in a running head.
const KORT: usize = 80;

/// The rules for titles.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for passage in &blad.passages {
        match passage.rol {
            Rol::Onderwerp => lengte(blad, passage, TITEL, notes),
            Rol::KorteTitel => lengte(blad, passage, KORT, notes),
            Rol::Bijlage => bestandsnaam(blad, passage, notes),
            _ => {}
        }
    }
}

fn lengte(blad: &Blad<'_>, passage: &Passage<'_>, hoogstens: usize, notes: &mut Vec<Note>) {
    let tekens = passage.tekst.chars().count();
    let Some((te_veel, _)) = passage.tekst.char_indices().nth(hoogstens) else { return };
    let (code, welke, hint) = if hoogstens == TITEL {
        (G848, "de titel", "Zeg in de titel alleen waar het stuk over gaat; de rest kan in de inleiding")
    } else {
        (G849, "de korte titel", "Laat weg wat de lezer al weet, zoals de naam van de regio")
    };
    let message = format!("{welke} heeft {tekens} tekens, dat zijn er {} te veel", tekens - hoogstens);
    notes.push(blad.note(code, passage, te_veel..passage.tekst.len(), message).hint(hint));
}

fn bestandsnaam(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    let Some((bereik, goed)) = als_bestand(&passage.tekst) else { return };
    let message = format!("`{}` is de naam van een bestand, geen titel", kort(&passage.tekst));
    notes.push(blad.note(G850, passage, bereik, message).hint(format!("Schrijf bijvoorbeeld `{goed}`")));
}

/// What makes a title the name of a file, and the title without it.
fn als_bestand(titel: &str) -> Option<(Range<usize>, String)> {
    let klein = titel.to_lowercase();
    let gewoon = |tekst: &str| tekst.replace(['_', '\u{a0}'], " ").trim().to_string();
    if let Some(extensie) = EXTENSIES.iter().find(|extensie| klein.ends_with(**extensie)) {
        let begin = titel.len() - extensie.len();
        return Some((begin..titel.len(), gewoon(&titel[..begin])));
    }
    let at = titel.find('_')?;
    (!titel.contains(' ')).then(|| (at..at + 1, gewoon(titel)))
}
