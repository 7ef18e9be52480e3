//! Points to decide: a decision, one at a time, without the reasons for it.

use std::ops::Range;

use super::passage::{Passage, Rol};
use super::woorden::{gelijk, hier, vind};
use super::{Blad, kort};
use crate::diag::Note;
use crate::diag::codes::{G851, G852, G853, G854};
use crate::model::stuk::Beslispunt;

/// To know something is not to decide it.
const KENNIS: &[&str] = &[
    "kennis te nemen van",
    "kennisnemen van",
    "kennis te nemen",
    "voor kennisgeving aan te nemen",
    "ter kennisname",
    "kennis nemen van",
];
/// Words that begin a reason.
const REDEN: &[&str] = &["omdat", "zodat", "aangezien", "doordat", "waardoor"];
/// Words in -n after "te" that are no verb.
const GEEN_WERKWOORD: &[&str] = &["allen", "binnen", "eigen", "een", "zijnen", "boven", "buiten", "midden"];
/// Ways to send a point to somebody else, after which a second verb belongs to the first.
const OPDRACHT: &[&str] = &["dragen", "vragen", "verzoeken", "machtigen", "geven", "laten", "nodigen", "bevorderen"];

/// The rules for points to decide.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let hoofdpunten = blad.passages.iter().filter(|passage| passage.rol == Rol::Beslispunt);
    for (passage, punt) in hoofdpunten.zip(&blad.inhoud.beslispunten) {
        keur_punt(blad, passage, punt, notes);
    }
    for passage in blad.passages.iter().filter(|passage| matches!(passage.rol, Rol::Beslispunt | Rol::Subpunt)) {
        reden(blad, passage, notes);
    }
}

fn keur_punt(blad: &Blad<'_>, passage: &Passage<'_>, punt: &Beslispunt, notes: &mut Vec<Note>) {
    if let Some((bereik, _)) = vind(passage, KENNIS).into_iter().next() {
        let message = format!("`{}` is geen besluit", kort(&passage.tekst[bereik.clone()]));
        let hint = "Schrijf wat de raad vaststelt, kiest of opdraagt, of stuur het stuk als informatiebrief";
        notes.push(blad.note(G851, passage, bereik, message).hint(hint));
        return;
    }
    let verbs = infinitieven(passage);
    let binnen = punt.sub.iter().any(|sub| {
        sub.tekst
            .iter()
            .any(|deel| matches!(deel, crate::model::tekst::Inline::Tekst(tekst, _) if tekst.contains("te ")))
    });
    let heeft_veld = !passage.velden.is_empty() && passage.woorden.len() < 3;
    if verbs.is_empty() && !los_werkwoord(passage) && !binnen && !heeft_veld && !passage.woorden.is_empty() {
        let message = format!("in `{}` staat niet wat er besloten wordt", kort(&passage.tekst));
        let heel = 0..passage.tekst.trim_end().len();
        notes.push(
            blad.note(G852, passage, heel, message).hint("Eindig met een werkwoord, zoals `... vast te stellen`"),
        );
    }
    if let Some(tweede) = tweede_besluit(passage, &verbs) {
        let message = "hier staat een tweede besluit in hetzelfde punt";
        let note = blad.note(G853, passage, tweede, message);
        notes.push(note.hint("Maak er een eigen beslispunt van, dan kan de raad er apart over stemmen"));
    }
}

/// Verbs after "te", with "te" before them.
fn infinitieven(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut gevonden = Vec::new();
    for nr in 1..passage.woorden.len() {
        let woord = passage.woord(nr);
        let klein = woord.chars().next().is_some_and(char::is_lowercase);
        if gelijk(passage.woord(nr - 1), "te")
            && klein
            && woord.len() > 3
            && woord.ends_with('n')
            && !GEEN_WERKWOORD.contains(&woord)
        {
            gevonden.push(passage.woorden[nr - 1].start..passage.woorden[nr].end);
        }
    }
    gevonden
}

/// Whether the point begins or ends with a verb without "te": "Vaststellen van de visie".
fn los_werkwoord(passage: &Passage<'_>) -> bool {
    let laatste = passage.woorden.len().saturating_sub(1);
    let werkwoord = |nr: usize| {
        let woord = passage.woord(nr).to_lowercase();
        woord.len() > 4 && (woord.ends_with("en") || woord.ends_with("aan"))
    };
    werkwoord(0) || werkwoord(laatste)
}

/// The second of two decisions that "en" joins, or that stands in a sentence of its own.
fn tweede_besluit(passage: &Passage<'_>, verbs: &[Range<usize>]) -> Option<Range<usize>> {
    verbs.windows(2).find_map(|paar| {
        let tussen = &passage.tekst[paar[0].end..paar[1].start];
        let eerste = passage.tekst[paar[0].clone()].rsplit(' ').next().unwrap_or_default();
        let na = tussen.trim_start_matches([',', ';', ' ']);
        let verbonden =
            na.starts_with("en ") || na.starts_with("alsmede ") || na.starts_with("en\u{a0}") || zin_erna(tussen);
        // "vast te stellen en bekend te maken" is one act: nothing else is decided about.
        let ander_ding = na.split_whitespace().count() > 3 || zin_erna(tussen);
        let om = na.contains(" om ");
        (verbonden && ander_ding && !om && !OPDRACHT.contains(&eerste)).then(|| paar[1].clone())
    })
}

/// Whether a sentence ends and another begins.
fn zin_erna(tussen: &str) -> bool {
    tussen.match_indices(". ").any(|(at, _)| tussen[at + 2..].chars().next().is_some_and(char::is_uppercase))
}

fn reden(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    let eerste = (0..passage.woorden.len()).find_map(|nr| REDEN.iter().find_map(|woord| hier(passage, nr, woord)));
    let Some(bereik) = eerste else { return };
    let message = format!("vanaf `{}` staat hier een reden, geen besluit", &passage.tekst[bereik.clone()]);
    notes.push(blad.note(G854, passage, bereik, message).hint("Zet de reden bij `argumenten` van dit punt"));
}
