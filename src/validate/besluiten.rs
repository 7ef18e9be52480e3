//! The structured parts of the envelope: beslispunten, sections, annexes, signatures, notes.

use std::collections::BTreeMap;

use super::blokken::Omgeving;
use crate::diag::codes::{G238, G239, G241, G242, G244};
use crate::diag::{Note, Span, kies};
use crate::load::node::Node;
use crate::model::bekend::Bekend;
use crate::model::bijlage::{Bijlage, BijlageStatus, Herkomst};
use crate::model::soort::Soort;
use crate::model::stuk::{Argument, Beslispunt, Noot, Sectie, SectieInhoud};
use crate::model::tekst::Tekst;

/// The points to decide; each id once.
pub fn beslispunten(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Vec<Beslispunt> {
    let mut ids = Ids::default();
    node.list("beslispunten").iter().filter_map(|punt| beslispunt(omgeving, punt, 0, &mut ids)).collect()
}

/// A point that stands outside the list: an amendment adds it.
pub fn los_beslispunt(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Option<Beslispunt> {
    beslispunt(omgeving, node, 0, &mut Ids::default())
}

fn beslispunt(omgeving: &Omgeving<'_>, node: &Node<'_>, diepte: usize, ids: &mut Ids) -> Option<Beslispunt> {
    let id = ids.take(node);
    let tekst = omgeving.verplichte_regel(node, "tekst");
    let sub = node.list("sub").iter().filter_map(|punt| beslispunt(omgeving, punt, diepte + 1, ids)).collect();
    let orgaan = node.choice("orgaan", &[("raad", "raad"), ("college", "college")]).map(str::to_string);
    te_diep(node, diepte);
    let mut redenen = |key: &str| node.list(key).iter().filter_map(|n| argument(omgeving, n, ids)).collect();
    let (argumenten, kanttekeningen) = (redenen("argumenten"), redenen("kanttekeningen"));
    let voor = omgeving.doelgroep(node);
    node.finish();
    Some(Beslispunt { id, tekst: tekst?, sub, orgaan, argumenten, kanttekeningen, voor, span: node.span() })
}

/// What no template prints would silently be missing.
fn te_diep(node: &Node<'_>, diepte: usize) {
    let fout = match diepte {
        0 => None,
        1 => ["argumenten", "kanttekeningen"].into_iter().find(|key| node.has(key)),
        _ => ["sub", "argumenten", "kanttekeningen"].into_iter().find(|key| node.has(key)),
    };
    if let Some(key) = fout {
        let span = node.key_span(key).unwrap_or_else(|| node.span());
        node.push(
            Note::at(G244, span, format!("`{key}` kan niet bij een onderdeel van een beslispunt"))
                .hint("Zet dit bij het hoofdpunt, of maak er een eigen beslispunt van"),
        );
    }
}

fn argument(omgeving: &Omgeving<'_>, node: &Node<'_>, ids: &mut Ids) -> Option<Argument> {
    let id = ids.take(node);
    let stelling = omgeving.verplichte_regel(node, "stelling");
    let toelichting = node.child("toelichting").map_or_else(Tekst::default, |tekst| omgeving.tekst(&tekst));
    let voor = omgeving.doelgroep(node);
    node.finish();
    Some(Argument { id, stelling: stelling?, toelichting, voor, span: node.span() })
}

/// Ids that must differ.
#[derive(Default)]
struct Ids(BTreeMap<String, Span>);

impl Ids {
    fn take(&mut self, node: &Node<'_>) -> Option<String> {
        let id = node.slug("id")?;
        if let Some(eerder) = self.0.insert(id.text.clone(), id.span.clone()) {
            node.push(
                Note::at(G241, id.span, format!("het id `{}` is al gebruikt", id.text))
                    .also(eerder, "hier voor het eerst")
                    .hint("Geef een van beide een ander id"),
            );
        }
        Some(id.text)
    }
}

/// The sections, by the keys that the kind knows.
pub fn secties(omgeving: &Omgeving<'_>, node: &Node<'_>, soort: &Soort) -> Vec<Sectie> {
    let Some(groep) = node.child("secties") else {
        if soort.secties.iter().any(|def| def.verplicht) {
            node.required("secties");
        }
        return Vec::new();
    };
    let mut found = Vec::new();
    for (key, inhoud) in groep.entries() {
        if !soort.secties.iter().any(|def| def.sleutel == key.text) {
            let note =
                Note::at(G238, key.span.clone(), format!("de soort `{}` kent geen sectie `{}`", soort.id, key.text));
            let sleutels = || soort.secties.iter().map(|def| def.sleutel.as_str());
            let keuze = kies("Kies uit", &key.text, sleutels(), "alle secties staan in de handleiding");
            omgeving.notes.push(note.bedoeld(&key.text, sleutels(), keuze));
            continue;
        }
        found.push(Sectie { sleutel: key.text.clone(), inhoud: sectie(omgeving, &inhoud), span: key.span.clone() });
    }
    for def in soort.secties.iter().filter(|def| def.verplicht) {
        if !found.iter().any(|sectie| sectie.sleutel == def.sleutel) {
            let message = format!("de sectie `{}` ontbreekt", def.sleutel);
            let span = node.key_span("secties").unwrap_or_else(|| groep.span());
            omgeving.notes.push(
                Note::at(G239, span, message)
                    .hint(format!("Voeg `{}: ...` toe, of `{}: {{nvt: ja}}`", def.sleutel, def.sleutel)),
            );
        }
    }
    found
}

fn sectie(omgeving: &Omgeving<'_>, node: &Node<'_>) -> SectieInhoud {
    if node.is_map() && node.has("nvt") {
        let nvt = node.bool("nvt").unwrap_or(true);
        let reden = omgeving.regel_veld(node, "reden");
        node.finish();
        if nvt {
            return SectieInhoud::Nvt(reden);
        }
    }
    SectieInhoud::Tekst(omgeving.tekst(node))
}

/// The annexes; each id once.
pub fn bijlagen(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Vec<Bijlage> {
    let mut ids = Ids::default();
    node.list("bijlagen").iter().filter_map(|bijlage| lees_bijlage(omgeving, bijlage, &mut ids)).collect()
}

fn lees_bijlage(omgeving: &Omgeving<'_>, node: &Node<'_>, ids: &mut Ids) -> Option<Bijlage> {
    node.required("id");
    let id = ids.take(node);
    let titel = omgeving.verplichte_regel(node, "titel");
    let herkomst = herkomst(omgeving, node);
    let versie = omgeving.regel_veld(node, "versie");
    let statussen = [
        ("meegezonden", BijlageStatus::Meegezonden),
        ("ter-inzage", BijlageStatus::TerInzage),
        ("nagezonden", BijlageStatus::Nagezonden),
        ("vervangen", BijlageStatus::Vervangen),
        ("ingetrokken", BijlageStatus::Ingetrokken),
    ];
    let status = node.choice("status", &statussen).unwrap_or_default();
    let geheim = node.choice("openbaarheid", &[("openbaar", false), ("besloten", true), ("geheim", true)]);
    let voor = omgeving.doelgroep(node);
    node.finish();
    Some(Bijlage {
        id: id?,
        titel: titel?,
        herkomst: herkomst?,
        versie,
        status,
        geheim: geheim.unwrap_or(false),
        voor,
        span: node.span(),
    })
}

/// Exactly one of `bestand`, `stuk` and `vindplaats`.
fn herkomst(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Option<Herkomst> {
    let bestand = node.path("bestand").map(|pad| Herkomst::Bestand(pad.text, pad.span));
    let stuk = node.slug("stuk").map(|id| Herkomst::Stuk(id.text, id.span));
    let vindplaats = node.child("vindplaats").and_then(|waar| waar.bekend(|waar| omgeving.regel(waar)));
    let vindplaats = vindplaats.map(Herkomst::Vindplaats);
    let keuzes = ["bestand", "stuk", "vindplaats"];
    let gekozen: Vec<Span> = keuzes.iter().filter(|key| node.has(key)).filter_map(|key| node.key_span(key)).collect();
    if gekozen.len() != 1 {
        let span = gekozen.first().cloned().unwrap_or_else(|| node.span());
        let note = Note::at(G242, span, "een bijlage heeft één van `bestand`, `stuk` en `vindplaats`");
        let note = gekozen.iter().skip(1).fold(note, |note, ook| note.also(ook.clone(), "en dit staat er ook"));
        node.push(
            note.hint("Schrijf `bestand:` voor een bestand in de map, `stuk:` voor een stuk van dit project, anders `vindplaats:`"),
        );
        // References to the annex are right all the same.
        return (!gekozen.is_empty()).then(|| Herkomst::Vindplaats(Bekend::Bekend(Vec::new())));
    }
    // A path that cannot be has been noted; references to the annex are right all the same.
    bestand
        .or(stuk)
        .or(vindplaats)
        .or_else(|| node.has("bestand").then_some(Herkomst::Vindplaats(Bekend::Bekend(Vec::new()))))
}

/// The notes by id.
pub fn noten(omgeving: &Omgeving<'_>, node: &Node<'_>) -> BTreeMap<String, Noot> {
    let mut noten = BTreeMap::new();
    for (key, tekst) in node.child("noten").map(|noten| noten.entries()).unwrap_or_default() {
        if let Some(tekst) = omgeving.regel(&tekst) {
            noten.insert(key.text.clone(), Noot { tekst, span: key.span.clone() });
        }
    }
    noten
}
