//! The passive: who does it is not said.

use std::ops::Range;

use super::Blad;
use super::leesbaar::is_proza;
use super::passage::Passage;
use crate::diag::Note;
use crate::diag::codes::G893;
use crate::nl::zinnen::zinnen;

/// The verb that makes a passive.
const WORDEN: &[&str] = &["wordt", "worden", "werd", "werden"];
/// Words that look like a participle and are none.
const GEEN_DEELWOORD: &[&str] = &[
    "gemeente",
    "gemeenten",
    "gebied",
    "gebieden",
    "gezinnen",
    "gevolgen",
    "gesprekken",
    "gegevens",
    "geheel",
    "gezond",
    "geld",
    "gelden",
    "gedeelten",
    "gebouwen",
    "gevallen",
    "gemeenteraad",
    "gemeenteraden",
    "geval",
    "gemiddeld",
    "gericht",
    "gezamenlijk",
    "gebruiken",
    "geven",
    "gewicht",
    "gezicht",
    "gedrag",
    "gehandicapten",
    "geschikt",
    "genoten",
    "gebieden",
    "gehalten",
    "gerechten",
    "gedachten",
    "gesteld",
    "gewend",
    "gedupeerden",
    "gevangenen",
];
/// Beginnings of separable verbs.
const VOORVOEGSELS: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "door", "in", "mee", "mede", "na", "neer", "om", "onder", "op", "over",
    "samen", "tegen", "terug", "toe", "uit", "vast", "voor", "vooruit", "voort", "weg", "weer",
];

/// The rule for the passive.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for passage in blad.passages.iter().filter(|passage| is_proza(passage)) {
        if !WORDEN.iter().any(|vorm| passage.tekst.contains(vorm)) {
            continue;
        }
        for zin in zinnen(&passage.tekst) {
            let Some((hulp, deelwoord)) = lijdend(passage, &zin) else { continue };
            let woord = &passage.tekst[deelwoord.clone()];
            let message = format!("wie dit doet, staat er niet: `{}` ... `{woord}`", &passage.tekst[hulp.clone()]);
            let note = blad.note(G893, passage, hulp, message);
            let plek = passage.plek(deelwoord.clone(), blad.sources);
            let note = plek.into_iter().fold(note, |note, plek| note.also(plek, ""));
            notes.push(note.hint("Begin met wie het doet: `het college stelt vast` in plaats van `vastgesteld wordt`"));
        }
    }
}

/// The auxiliary and the participle of a sentence, when they stand in one clause and nobody is named with "door".
fn lijdend(passage: &Passage<'_>, zin: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let eerste = passage.woorden.partition_point(|woord| woord.start < zin.start);
    let na = passage.woorden.partition_point(|woord| woord.start < zin.end);
    let hulp = (eerste..na).find(|nr| WORDEN.contains(&passage.woord(*nr)))?;
    let deelwoord =
        (eerste..na).filter(|nr| is_deelwoord(passage.woord(*nr))).min_by_key(|nr| nr.abs_diff(hulp)).filter(|nr| {
            let (a, b) = (hulp.min(*nr), hulp.max(*nr));
            !passage.tekst[passage.woorden[a].end..passage.woorden[b].start].contains([',', ';', ':'])
        })?;
    let door = (eerste..na).any(|nr| passage.woord(nr) == "door");
    (!door).then(|| (passage.woorden[hulp].clone(), passage.woorden[deelwoord].clone()))
}

/// "gemaakt", "vastgesteld", "betaald", "verwacht".
fn is_deelwoord(woord: &str) -> bool {
    if GEEN_DEELWOORD.contains(&woord) || woord.chars().next().is_none_or(char::is_uppercase) || woord.len() < 6 {
        return false;
    }
    let met_ge =
        |rest: &str| rest.starts_with("ge") && rest.len() > 5 && (rest.ends_with(['d', 't']) || rest.ends_with("en"));
    // In -t it may as well be the present: "de visie beschrijft".
    let vast = ["be", "ver", "ont", "her"].iter().any(|begin| woord.starts_with(begin)) && woord.ends_with('d');
    let scheidbaar = VOORVOEGSELS.iter().any(|begin| woord.strip_prefix(begin).is_some_and(met_ge));
    met_ge(woord) || scheidbaar || (vast && !GEEN_STAM.contains(&woord))
}

/// Words that begin like a participle with a fixed prefix, and are something else.
const GEEN_STAM: &[&str] =
    &["beleid", "bekend", "bereid", "beeld", "behoud", "verband", "verbod", "verstand", "hertogenbosch", "veiligheid"];
