//! How a document is built: headings in order with text below them, sections that say something.

use super::lezer::is_leeg;
use super::{Blad, kort};
use crate::diag::codes::{G821, G822, G823, G824};
use crate::diag::{Note, Span};
use crate::model::stuk::{Sectie, SectieInhoud};
use crate::model::tekst::{Blok, BlokSoort, Inline, Regel};

/// Sections of which a griffie does not accept that they do not apply.
const ALTIJD: &[&str] = &["kanttekeningen", "financien", "risicos"];

/// The rules for headings and sections.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    blad.teksten.iter().for_each(|blokken| koppen(blokken, notes));
    blad.inhoud.secties.iter().for_each(|sectie| keur_sectie(sectie, notes));
}

fn koppen(blokken: &[Blok], notes: &mut Vec<Note>) {
    let (mut vorige, mut vorige_plek) = (0, None);
    for (nr, blok) in blokken.iter().enumerate() {
        let BlokSoort::Kop { niveau, tekst, .. } = &blok.soort else { continue };
        if *niveau > vorige + 1 {
            let goed = "#".repeat(usize::from(vorige) + 1);
            let message = format!("deze kop slaat een niveau over: na niveau {vorige} komt {niveau}");
            let message =
                if vorige == 0 { format!("de eerste kop is van niveau {niveau}, niet van niveau 1") } else { message };
            let note = Note::at(G821, blok.span.clone(), message);
            let note = vorige_plek.into_iter().fold(note, |note, plek: Span| note.also(plek, "de kop ervoor"));
            notes.push(note.hint(format!("Begin de kop met `{goed} `")));
        }
        (vorige, vorige_plek) = (*niveau, Some(blok.span.clone()));
        let volgt = blokken.get(nr + 1).map(|blok| &blok.soort);
        let leeg = match volgt {
            None => true,
            Some(BlokSoort::Kop { niveau: volgend, .. }) => volgend <= niveau,
            Some(_) => false,
        };
        if leeg {
            let message = format!("onder de kop `{}` staat niets", kort(&letters(tekst)));
            notes.push(Note::at(G824, blok.span.clone(), message).hint("Zet er tekst onder, of haal de kop weg"));
        }
    }
}

fn keur_sectie(sectie: &Sectie, notes: &mut Vec<Note>) {
    let hint = |reden: &str| format!("Schrijf `{}: {{nvt: ja, reden: {reden}}}`, of vul de sectie in", sectie.sleutel);
    match &sectie.inhoud {
        SectieInhoud::Nvt(None) if ALTIJD.contains(&sectie.sleutel.as_str()) => {
            let message = format!("`{}` is niet van toepassing verklaard zonder reden", sectie.sleutel);
            notes.push(Note::at(G823, sectie.span.clone(), message).hint(hint("...")));
        }
        SectieInhoud::Tekst(tekst) => {
            let (span, woorden) = match tekst.blokken.as_slice() {
                [] => (sectie.span.clone(), String::new()),
                [Blok { soort: BlokSoort::Alinea(regel), span, .. }] if is_leeg(regel) || is_nvt(&letters(regel)) => {
                    (span.clone(), letters(regel))
                }
                _ => return,
            };
            let message = match woorden.trim() {
                "" => format!("de sectie `{}` is leeg", sectie.sleutel),
                typed => format!("in de sectie `{}` staat alleen `{typed}`", sectie.sleutel),
            };
            let code =
                if ALTIJD.contains(&sectie.sleutel.as_str()) && !woorden.trim().is_empty() { G823 } else { G822 };
            notes.push(Note::at(code, span, message).hint(hint("...")));
        }
        SectieInhoud::Nvt(_) => {}
    }
}

/// Whether a text says no more than that it does not apply.
fn is_nvt(tekst: &str) -> bool {
    let kaal: String = tekst.to_lowercase().chars().filter(|teken| teken.is_alphanumeric()).collect();
    ["nvt", "niet van toepassing", "geen", ""].iter().any(|vorm| kaal == vorm.replace(' ', ""))
}

/// The letters of a line.
pub fn letters(regel: &Regel) -> String {
    regel.iter().fold(String::new(), |tekst, deel| match deel {
        Inline::Tekst(binnen, _) => tekst + binnen,
        Inline::Vet(binnen) | Inline::Cursief(binnen) | Inline::Superscript(binnen) => tekst + &letters(binnen),
        Inline::Link { tekst: binnen, .. } => tekst + &letters(binnen),
        // A merge field is something to read.
        Inline::Veld(_) | Inline::Onbekend { .. } => tekst + "\u{fffc}",
        Inline::Noot { .. } => tekst,
        Inline::Regeleinde => tekst + " ",
    })
}
