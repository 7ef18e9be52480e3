//! References: to annexes by merge field, never by hand; annexes that nobody mentions; marks of notes without a note.

use std::collections::BTreeSet;

use super::passage::{Passage, Rol};
use super::woorden::{gelijk, getal};
use super::{Blad, kort};
use crate::diag::codes::{G811, G812, G813, G814, G815};
use crate::diag::{Note, closest};
use crate::model::bijlage::BijlageStatus;
use crate::model::tekst::Uitdrukking;

/// The rules for references.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for passage in &blad.passages {
        bijlagewoorden(blad, passage, notes);
        hoge_cijfers(blad, passage, notes);
    }
    ongenoemd(blad, notes);
}

/// What a writer can put in the place of a loose mention.
fn invulveld(blad: &Blad<'_>) -> String {
    match blad.inhoud.bijlagen.as_slice() {
        [] => "Zet de bijlage bij `bijlagen` en verwijs met `{{ bijlage(id) }}`".to_string(),
        [een] => format!("Schrijf `{{{{ bijlage({}) }}}}`", een.id),
        meer => {
            let ids: Vec<&str> = meer.iter().take(5).map(|bijlage| bijlage.id.as_str()).collect();
            format!("Schrijf `{{{{ bijlage(id) }}}}`, met als id: {}", ids.join(", "))
        }
    }
}

/// The word "bijlage" where a merge field should stand.
fn bijlagewoorden(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    if matches!(passage.rol, Rol::Bijlage | Rol::Begrip | Rol::Kop) {
        return;
    }
    for (nr, bereik) in passage.woorden.iter().enumerate() {
        let woord = &passage.tekst[bereik.clone()];
        if !gelijk(woord, "bijlage") && !gelijk(woord, "bijlagen") {
            continue;
        }
        let vorig = nr.checked_sub(1).map_or("", |vorig| passage.woord(vorig)).to_lowercase();
        let nummer = passage.woorden.get(nr + 1).filter(|w| passage.tekst[bereik.end..w.start].trim().is_empty());
        let nummer = nummer.filter(|w| getal(&passage.tekst[(*w).clone()]).is_some());
        let na = |tot: usize| passage.tekst[tot..].trim_start().to_lowercase();
        if let Some(cijfer) = nummer {
            let van_elders = ["van ", "bij ", "uit ", "behorend"].iter().any(|woord| na(cijfer.end).starts_with(woord));
            if !van_elders && !blad.inhoud.bijlagen.is_empty() {
                let heel = bereik.start..cijfer.end;
                let message = format!("`{}` is met de hand genummerd", kort(&passage.tekst[heel.clone()]));
                let note = blad.note(G814, passage, heel, message);
                notes.push(
                    note.hint(invulveld(blad))
                        .hint("Dan klopt het nummer ook bij een gemeente die een bijlage minder krijgt"),
                );
            }
        } else if ["zie", "ziet"].contains(&vorig.as_str()) && !na(bereik.end).starts_with(['\u{fffc}', ':']) {
            let heel = passage.woorden[nr - 1].start..bereik.end;
            let message = format!("`{}` zegt niet welke bijlage", kort(&passage.tekst[heel.clone()]));
            notes.push(blad.note(G811, passage, heel, message).hint(invulveld(blad)));
        } else if in_besluit(passage) && aangewezen(&vorig) {
            let message = "het besluit noemt een bijlage, maar niet welke";
            notes.push(blad.note(G813, passage, bereik.clone(), message).hint(invulveld(blad)));
        }
    }
}

fn in_besluit(passage: &Passage<'_>) -> bool {
    let genoemd = passage.velden.iter().any(|(_, veld)| bijlage_id(&veld.uitdrukking).is_some());
    matches!(passage.rol, Rol::Beslispunt | Rol::Subpunt) && !genoemd
}

/// Whether a particular annex is meant.
fn aangewezen(vorig: &str) -> bool {
    ["de", "deze", "bijgevoegde", "bijgaande", "in", "volgens", "conform", "als"].contains(&vorig)
}

/// Raised digits that were typed, instead of a mark that a note goes with.
fn hoge_cijfers(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    let is_hoog = |teken: char| matches!(teken, '¹' | '²' | '³' | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹');
    let tekens = passage.tekst.char_indices().filter(|(_, teken)| is_hoog(*teken));
    let tekens = tekens.map(|(at, teken)| at..at + teken.len_utf8());
    let opgemaakt = passage.hoog.iter().filter(|bereik| getal(&passage.tekst[(*bereik).clone()]).is_some()).cloned();
    for bereik in tekens.chain(opgemaakt) {
        // m², km³: a unit has few letters, a word that gets a note has more.
        let letters = passage.tekst[..bereik.start].chars().rev().take_while(|teken| teken.is_alphabetic()).count();
        let eenheid = passage.tekst[..bereik.start].ends_with(|c: char| c.is_ascii_digit() || c == ')');
        if letters > 3 && !eenheid {
            let message = format!("bij `{}` hoort geen noot", &passage.tekst[bereik.clone()]);
            let hint = "Schrijf `[^id]` en zet de tekst van de noot bij `noten`, of haal het cijfer weg";
            notes.push(blad.note(G815, passage, bereik, message).hint(hint));
        }
    }
}

/// Annexes that the text never mentions.
fn ongenoemd(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let genoemd: BTreeSet<&str> = blad
        .passages
        .iter()
        .flat_map(|passage| &passage.velden)
        .filter_map(|(_, veld)| bijlage_id(&veld.uitdrukking))
        .collect();
    let over = blad.inhoud.bijlagen.iter().filter(|bijlage| bijlage.status != BijlageStatus::Ingetrokken);
    let ids = || blad.inhoud.bijlagen.iter().map(|bijlage| bijlage.id.as_str());
    // A reference with a typing error, and a merge field that cannot be read, are noted as such.
    let bedoeld: BTreeSet<&str> = genoemd.iter().filter_map(|id| closest(id, ids())).collect();
    let kapot =
        |id: &str| blad.passages.iter().any(|passage| passage.tekst.contains("{{") && passage.tekst.contains(id));
    let is_genoemd = |id: &str| genoemd.contains(id) || bedoeld.contains(id) || kapot(id);
    for bijlage in over.filter(|bijlage| !is_genoemd(&bijlage.id)) {
        let message = format!("de bijlage `{}` komt in de tekst niet voor", bijlage.id);
        let hint = format!("Verwijs ernaar met `{{{{ bijlage({}) }}}}`, of laat de bijlage weg", bijlage.id);
        notes.push(Note::at(G812, bijlage.span.clone(), message).hint(hint));
    }
}

/// The annex that a merge field asks for.
fn bijlage_id(uitdrukking: &Uitdrukking) -> Option<&str> {
    let Uitdrukking::Functie { naam, argumenten, .. } = uitdrukking else { return None };
    match argumenten.as_slice() {
        [Uitdrukking::Pad(namen, _)] if naam == "bijlage" => namen.first().map(String::as_str),
        _ => None,
    }
}
