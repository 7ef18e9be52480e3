//! Headings of arguments: a statement, not a title and not a question.

use super::passage::{Passage, Rol};
use super::{Blad, kort};
use crate::diag::Note;
use crate::diag::codes::{G855, G856};

/// Verbs that make a sentence and do not end in -t.
const WERKWOORDEN: &[&str] = &[
    "is", "zijn", "was", "waren", "kan", "kunnen", "kon", "konden", "moeten", "mag", "mogen", "mocht", "wil", "willen",
    "zal", "zullen", "zou", "zouden", "hebben", "had", "hadden", "worden", "werd", "werden", "gaan", "ging", "gingen",
    "komen", "kwam", "kwamen", "doen", "deed", "deden", "blijven", "bleef", "geven", "gaf", "gaven", "vragen", "maken",
    "krijgen", "kreeg", "staan", "stond", "houden", "hield", "laten", "nemen", "nam", "vinden", "vond",
];
/// Words in -t that are no verb.
const GEEN_WERKWOORD: &[&str] = &[
    "het",
    "dat",
    "wat",
    "niet",
    "met",
    "uit",
    "tot",
    "kwart",
    "recht",
    "inzicht",
    "overzicht",
    "toezicht",
    "opdracht",
    "aandacht",
    "rapport",
    "budget",
    "project",
    "traject",
    "subject",
    "object",
    "product",
    "effect",
    "besluit",
    "begroot",
    "contract",
    "inzet",
    "markt",
    "punt",
    "standpunt",
    "uitgangspunt",
    "knelpunt",
    "dienst",
    "opbrengst",
    "winst",
    "kost",
    "tekort",
    "bericht",
    "advocaat",
    "raadslid",
    "mandaat",
    "resultaat",
    "maat",
    "staat",
    "raad",
    "jeugdwet",
    "wet",
    "moment",
    "document",
    "percent",
    "procent",
    "talent",
    "klant",
    "agent",
    "student",
    "cliënt",
    "patiënt",
    "afkomst",
    "toekomst",
    "overeenkomst",
    "bijeenkomst",
    "aanpak",
    "kracht",
    "wacht",
    "macht",
    "plicht",
    "zorgplicht",
    "gezicht",
    "gewicht",
    "licht",
    "nacht",
    "stad",
    "kwestie",
    "pact",
    "impact",
    "contact",
    "district",
    "instituut",
    "tijdvak",
    "krediet",
    "kabinet",
    "net",
    "pakket",
    "loket",
    "bent",
];
/// What a title begins with that names a thing instead of saying something about it.
const NAAMWOORDEN: &[&str] = &[
    "belang",
    "noodzaak",
    "doel",
    "rol",
    "kader",
    "achtergrond",
    "stand",
    "nut",
    "inhoud",
    "proces",
    "gevolgen",
    "kosten",
    "risico",
    "risico's",
    "effect",
];

/// The rules for statements.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for passage in blad.passages.iter().filter(|passage| passage.rol == Rol::Stelling) {
        let tekst = passage.tekst.trim_end();
        if tekst.ends_with('?') || is_titel(passage) {
            let vraag = tekst.ends_with('?');
            let wat = if vraag { "een vraag" } else { "een titel" };
            let message = format!("`{}` is {wat}, geen stelling", kort(tekst));
            let hint = "Schrijf een zin die op zichzelf te begrijpen is, zoals `De visie geeft richting aan de inkoop`";
            notes.push(blad.note(G855, passage, 0..tekst.len(), message).hint(hint));
        } else if tekst.ends_with('.') && !tekst.ends_with("..") && !afkorting(tekst) {
            let punt = tekst.len() - 1..tekst.len();
            let message = "achter een stelling staat geen punt: zij is een kop";
            notes.push(blad.note(G856, passage, punt, message).hint("Haal de punt weg"));
        }
    }
}

/// Whether the stop belongs to the last word: "e.d.", "enz."
fn afkorting(tekst: &str) -> bool {
    let laatste = tekst.rsplit(char::is_whitespace).next().unwrap_or_default();
    ["enz.", "etc.", "jl."].contains(&laatste) || laatste.matches('.').count() > 1
}

/// Whether a line begins as the name of a thing and has no verb.
fn is_titel(passage: &Passage<'_>) -> bool {
    let begin = passage.woord(0).to_lowercase();
    let eerste = if ["de", "het", "een"].contains(&begin.as_str()) { 1 } else { 0 };
    let naam = passage.woord(eerste).to_lowercase();
    let volgende = passage.woord(eerste + 1);
    let noemt = (naam.len() > 5 && naam.ends_with("ing")) || NAAMWOORDEN.contains(&naam.replace('’', "'").as_str());
    let van = ["van", "voor", "op", "tot", "over", "in", "met", "bij", "en"].contains(&volgende);
    noemt && van && passage.velden.is_empty() && !(0..passage.woorden.len()).any(|nr| is_werkwoord(passage.woord(nr)))
}

fn is_werkwoord(woord: &str) -> bool {
    let klein = woord.chars().next().is_some_and(char::is_lowercase);
    let op_t = klein
        && woord.ends_with('t')
        && woord.len() > 2
        && !woord.ends_with("teit")
        && !GEEN_WERKWOORD.contains(&woord);
    WERKWOORDEN.contains(&woord) || op_t
}
