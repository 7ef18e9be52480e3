//! `huisregels` in the file of a gemeente or an organisation.

use std::collections::BTreeMap;

use crate::diag::codes::{G281, G282, G283, G284, G285, G286};
use crate::diag::{Note, kies};
use crate::load::node::{Node, Text};
use crate::model::bekend::Bekend;
use crate::model::huisregels::{Huisregels, Kant, Kop, LABELS, Leesteken, Regels, SectieRegel, Woord};
use crate::model::soort::{Gezicht, Leeg, OndertekeningDef, Soort};

/// The word for rules that hold for every kind.
const ALLE: &str = "alle";

/// Reads the house rules of one sender; none when it has none. `bekend` are the kinds that there are, sound or not.
pub fn huisregels<'a>(
    node: &Node<'_>,
    soorten: &BTreeMap<String, Soort>,
    bekend: impl Iterator<Item = &'a str> + Clone,
) -> Huisregels {
    let mut huis = Huisregels::default();
    for (key, own) in node.child("huisregels").map(|groep| groep.entries()).unwrap_or_default() {
        let soort = soorten.get(&key.text);
        if key.text == ALLE {
            huis.alle = regels(&own, None);
        } else if let Some(soort) = soort {
            huis.soorten.insert(key.text.clone(), regels(&own, Some(soort)));
        } else if !bekend.clone().any(|id| id == key.text) {
            let namen = || bekend.clone().chain([ALLE]);
            let note = Note::at(G281, key.span.clone(), format!("de soort `{}` bestaat niet", key.text));
            node.push(met_keuze(note, &key.text, namen()));
        }
    }
    huis
}

fn met_keuze<'a>(note: Note, typed: &str, namen: impl Iterator<Item = &'a str> + Clone) -> Note {
    note.bedoeld(typed, namen.clone(), kies("Kies uit", typed, namen, "alle namen staan in de handleiding"))
}

/// The rules for one kind, or for all when `soort` is `None`.
fn regels(node: &Node<'_>, soort: Option<&Soort>) -> Regels {
    let mut regels = Regels { labels: labels(node), ..Regels::default() };
    if let Some(soort) = soort {
        regels.naam = node.text("naam").map(woord);
        regels.secties = secties(node, soort);
        regels.aanhef = node.text("aanhef").map(woord);
    }
    regels.dictum = node.text("dictum").filter(|text| is_dictum(node, text)).map(woord);
    let tekens = [("komma", Leesteken::Komma), ("puntkomma", Leesteken::Puntkomma)];
    regels.overwegingen = node.choice("overwegingen", &tekens);
    regels.griffier = node.choice("griffier", &[("links", Kant::Links), ("rechts", Kant::Rechts)]);
    let koppen =
        [("tabel", Kop::Tabel), ("zijkolom", Kop::Zijkolom), ("zijkolom-bij-besluit", Kop::ZijkolomBijBesluit)];
    regels.kop = node.choice("kop", &koppen);
    regels.slotgroet = node.text("slotgroet").map(woord);
    regels.plaats = node.text_or_onbekend("plaats").map(|plaats| match plaats {
        Bekend::Bekend(text) => Bekend::Bekend(woord(text)),
        Bekend::Onbekend => Bekend::Onbekend,
    });
    regels.paginas = node.child("paginas").and_then(|paginas| {
        let aantal = paginas.integer("hoogstens", 1..=999);
        paginas.finish();
        Some((usize::try_from(aantal?).ok()?, paginas.span()))
    });
    node.finish();
    if let Some(soort) = soort {
        past(node, soort);
    }
    regels
}

fn woord(text: Text) -> Woord {
    Woord { tekst: text.text, span: text.span }
}

fn labels(node: &Node<'_>) -> BTreeMap<String, Woord> {
    let mut found = BTreeMap::new();
    for (key, label) in node.child("labels").map(|labels| labels.entries()).unwrap_or_default() {
        if !LABELS.iter().any(|(sleutel, _)| *sleutel == key.text) {
            let note = Note::at(G282, key.span.clone(), format!("er is geen label `{}`", key.text));
            node.push(met_keuze(note, &key.text, LABELS.iter().map(|(sleutel, _)| *sleutel)));
        } else if let Some(text) = label.as_text() {
            found.insert(key.text.clone(), woord(text));
        }
    }
    found
}

/// The sections in the order of the house; each once, and only those that the kind has.
fn secties(node: &Node<'_>, soort: &Soort) -> Vec<SectieRegel> {
    let mut found: Vec<(SectieRegel, Text)> = Vec::new();
    for item in node.list("secties") {
        let Some((regel, sleutel)) = sectie(&item) else { continue };
        if !soort.secties.iter().any(|def| def.sleutel == regel.sleutel) {
            let message = format!("de soort `{}` kent geen sectie `{}`", soort.id, regel.sleutel);
            let note = Note::at(G283, sleutel.span, message);
            let namen = soort.secties.iter().map(|def| def.sleutel.as_str());
            node.push(match soort.secties.is_empty() {
                true => note.hint("Stukken van deze soort hebben geen secties; haal `secties` hier weg"),
                false => met_keuze(note, &regel.sleutel, namen),
            });
        } else if let Some((_, eerder)) = found.iter().find(|(eerder, _)| eerder.sleutel == regel.sleutel) {
            let message = format!("de sectie `{}` staat hier twee keer", regel.sleutel);
            node.push(
                Note::at(G284, sleutel.span, message)
                    .also(eerder.span.clone(), "hier voor het eerst")
                    .hint("Haal een van de twee weg"),
            );
        } else {
            found.push((regel, sleutel));
        }
    }
    found.into_iter().map(|(regel, _)| regel).collect()
}

/// `{sleutel: ..., kop: ..., leeg: ...}`, or the key alone when only the order matters.
fn sectie(node: &Node<'_>) -> Option<(SectieRegel, Text)> {
    if node.is_scalar() {
        let sleutel = node.as_text()?;
        return Some((SectieRegel { sleutel: sleutel.text.clone(), kop: None, leeg: None }, sleutel));
    }
    let sleutel = node.required_text("sleutel");
    let kop = node.text("kop").map(woord);
    let leeg = node.child("leeg").and_then(|leeg| {
        let keuzes = [("weglaten", Leeg::Weglaten), ("nvt", Leeg::Nvt), ("fout", Leeg::Fout)];
        Some((leeg.as_choice(&keuzes)?, leeg.span()))
    });
    node.finish();
    let sleutel = sleutel?;
    Some((SectieRegel { sleutel: sleutel.text.clone(), kop, leeg }, sleutel))
}

/// The word "besluit" in any dress, with its colon: a typing error there makes a besluit decide nothing.
fn is_dictum(node: &Node<'_>, text: &Text) -> bool {
    let kaal: String = text.text.chars().filter(|c| !c.is_whitespace()).collect();
    let goed = kaal.to_lowercase() == "besluit:";
    if !goed {
        node.push(
            Note::at(G285, text.span.clone(), format!("`{}` is geen dictum", text.text))
                .hint("Schrijf `\"besluit:\"`, `\"BESLUIT:\"` of `\"B e s l u i t:\"`, met aanhalingstekens"),
        );
    }
    goed
}

/// A rule that this kind has no use for would be lost in silence.
fn past(node: &Node<'_>, soort: &Soort) {
    let eigen = soort.ondertekening.as_ref();
    let tekent = |def: &OndertekeningDef| def.ambten.iter().any(|ambt| ambt == "griffier");
    let besluit = soort.geeft_besluit();
    let griffier = eigen.into_iter().chain(soort.uitvoer.iter().filter_map(|u| u.ondertekening.as_ref())).any(tekent);
    let gebruik = [
        ("naam", soort.gezicht != Gezicht::Rapport, "zet haar naam niet op papier"),
        ("aanhef", soort.velden.iter().any(|def| def.naam == "aanhef"), "heeft geen aanhef"),
        ("dictum", besluit, "geeft geen raadsbesluit"),
        ("overwegingen", besluit, "geeft geen raadsbesluit"),
        ("griffier", griffier, "wordt niet door de griffier ondertekend"),
        ("kop", besluit, "heeft maar één soort kop"),
        ("slotgroet", eigen.is_some_and(|def| def.slotgroet.is_some()), "heeft geen slotgroet"),
        ("plaats", eigen.is_some(), "wordt niet ondertekend"),
    ];
    for (key, nuttig, waarom) in gebruik {
        if let Some(span) = node.key_span(key).filter(|_| !nuttig) {
            let message = format!("`{key}` doet hier niets: de soort `{}` {waarom}", soort.id);
            node.push(
                Note::at(G286, span, message).hint("Haal de regel weg, of zet hem bij de soort waar hij voor is"),
            );
        }
    }
}
