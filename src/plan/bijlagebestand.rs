//! Whether the file of an annex can be used: what readers of the letter could not open or hear is noted.

use crate::diag::codes::{G361, G362, G363, G364, G365, G366, G367};
use crate::diag::{Code, Note, Span};
use crate::model::pdf::{PdfFeiten, PdfFout};
use crate::model::stuk::Stuk;

/// Notes what is wrong with a file of the document's folder; an error keeps the document from being made.
///
/// # Errors
/// When nobody could read the file.
pub fn check(stuk: &Stuk, pad: &str, span: &Span, notes: &mut Vec<Note>) -> Result<(), Box<Note>> {
    match stuk.pdfs.get(pad) {
        Some(Ok(feiten)) => belofte(feiten, pad, span, notes),
        Some(Err(fout)) => return Err(Box::new(onbruikbaar(*fout, pad, span))),
        None if stuk.bestanden.get(pad).is_some_and(|bytes| bytes.is_empty()) => {
            return Err(Box::new(onbruikbaar(PdfFout::Leeg, pad, span)));
        }
        None => kantoorbestand(pad, span, notes),
    }
    Ok(())
}

/// Files that ask for a program of one maker, or that show what was meant for colleagues.
const KANTOOR: &[&str] = &[".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".msg", ".eml", ".pages", ".heic"];

fn kantoorbestand(pad: &str, span: &Span, notes: &mut Vec<Note>) {
    let klein = pad.to_lowercase();
    let Some(soort) = KANTOOR.iter().find(|einde| klein.ends_with(*einde)) else { return };
    let note = Note::at(G367, span.clone(), format!("niet iedereen kan een bestand `{soort}` openen"));
    notes.push(note.hint("Bewaar het als toegankelijke PDF (PDF/A), en zet die in de map"));
}

fn onbruikbaar(fout: PdfFout, pad: &str, span: &Span) -> Note {
    let (code, wat, hint): (&'static Code, &str, &str) = match fout {
        PdfFout::Leeg => (G361, "is leeg", "Vraag de maker om het goede bestand"),
        PdfFout::GeenPdf => {
            (G362, "heet een PDF te zijn, maar is iets anders", "Bewaar het als PDF, of geef het zijn echte naam")
        }
        PdfFout::Kapot => (G362, "is beschadigd en niet te lezen", "Vraag de maker om een nieuw exemplaar"),
        PdfFout::Versleuteld => (
            G363,
            "is beveiligd, met een wachtwoord of met beperkingen",
            "Vraag de maker om een PDF zonder beveiliging",
        ),
        PdfFout::TeGroot => (
            G364,
            "is uitgepakt veel te groot, of op een ongewone manier ingepakt",
            "Vertrouw dit bestand niet; vraag de maker om een gewone PDF",
        ),
    };
    Note::at(code, span.clone(), format!("het bestand `{pad}` {wat}")).hint(hint)
}

/// What the file says, or does not say, of itself.
fn belofte(feiten: &PdfFeiten, pad: &str, span: &Span, notes: &mut Vec<Note>) {
    let mist: Vec<&str> = [("PDF/UA", "toegankelijk (PDF/UA)"), ("PDF/A", "duurzaam (PDF/A)")]
        .into_iter()
        .filter(|(standaard, _)| !feiten.belooft(standaard))
        .map(|(_, woorden)| woorden)
        .collect();
    if !mist.is_empty() {
        let message = format!("de bijlage `{pad}` zegt niet dat zij {} is", mist.join(" en "));
        notes.push(
            Note::at(G365, span.clone(), message)
                .hint("Misschien kan niet iedereen haar lezen: vraag de maker om een toegankelijke PDF"),
        );
    }
    let mist: Vec<&str> = [("titel", feiten.titel.is_none()), ("taal", feiten.taal.is_none())]
        .into_iter()
        .filter(|(_, mist)| *mist)
        .map(|(woord, _)| woord)
        .collect();
    if !mist.is_empty() {
        let message = format!("in de bijlage `{pad}` staat geen {}", mist.join(" en geen "));
        notes.push(
            Note::at(G366, span.clone(), message)
                .hint("Wie haar laat voorlezen, heeft die nodig: vraag de maker om ze in te vullen"),
        );
    }
}
