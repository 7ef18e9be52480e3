//! `besluitvorming`: what the raad did with a proposal, after it was sent. Whether an amendment fits the points of one
//! council is judged by plan, which knows who gets which point.

use std::collections::BTreeMap;

use super::blokken::Omgeving;
use super::{besluiten, velden};
use crate::diag::codes::{G291, G292, G293, G294, G295, G296, G297};
use crate::diag::{Note, Span};
use crate::load::node::{Node, Text};
use crate::model::bekend::Bekend;
use crate::model::besluitvorming::{Amendement, Besluitvorming, Daad, Ingreep, Plek};
use crate::model::soort::Soort;
use crate::model::stuk::{Beslispunt, Status};

/// What became of the proposal in the raad; `None` when nothing is said, or too little can be read.
pub fn besluitvorming(omgeving: &Omgeving<'_>, node: &Node<'_>, soort: &Soort) -> Option<Besluitvorming> {
    if soort.geeft_besluit() {
        niet_als_status(node, soort);
    }
    let groep = node.child("besluitvorming")?;
    let span = node.key_span("besluitvorming").unwrap_or_else(|| groep.span());
    if !soort.geeft_besluit() {
        let message = format!("de soort `{}` geeft geen raadsbesluit, dus er is geen `besluitvorming`", soort.id);
        let plek = node.child("soort").map_or_else(|| node.span(), |soort| soort.span());
        groep.push(
            Note::at(G291, span, message)
                .also(plek, "de soort van dit stuk")
                .hint("Zet dit bij het raadsvoorstel waarover de raad besloot"),
        );
        return None;
    }
    let uitkomst_node = groep.required("uitkomst");
    let uitkomst = uitkomst_node.as_ref().and_then(|node| node.as_choice(Status::UITKOMSTEN));
    let datum_node = groep.required("datum");
    let datum = datum_node.as_ref().and_then(|datum| datum.bekend(velden::datum));
    let plaats = omgeving.regel_veld(&groep, "plaats");
    let amendementen = amendementen(omgeving, &groep);
    groep.finish();
    let (uitkomst_span, datum_span) = (uitkomst_node?.span(), datum_node?.span());
    let uitkomst = uitkomst?;
    past(&groep, uitkomst, &uitkomst_span);
    Some(Besluitvorming {
        uitkomst,
        uitkomst_span,
        datum: datum.unwrap_or(Bekend::Onbekend),
        datum_span,
        plaats,
        amendementen,
    })
}

/// A proposal is sent, a decision is adopted: the status of the document is that of the proposal.
fn niet_als_status(node: &Node<'_>, soort: &Soort) {
    let Some(status) = node.raw("status").and_then(|status| status.scalar()) else { return };
    let woord = status.text.trim();
    if !["vastgesteld", "gewijzigd-vastgesteld"].contains(&woord) {
        return;
    }
    let span = node.child("status").map_or_else(|| node.span(), |status| status.span());
    let message = format!("de status van een {} kan niet `{woord}` zijn: de raad stelt het besluit vast", soort.id);
    node.push(Note::at(G292, span, message).hint(format!(
        "Laat de status zoals het voorstel is verstuurd, en schrijf `besluitvorming: {{datum: ..., uitkomst: {woord}}}`"
    )));
}

/// Amendments belong to one outcome, and that outcome to amendments.
fn past(groep: &Node<'_>, uitkomst: Status, span: &Span) {
    let amendementen = groep.raw("amendementen").map(|value| value.span.clone());
    match (uitkomst, amendementen) {
        (Status::GewijzigdVastgesteld, None) => groep.push(
            Note::at(G294, span.clone(), "het besluit is gewijzigd vastgesteld, maar er staat geen amendement bij")
                .hint("Zet bij `amendementen` wat de raad veranderde, of maak de uitkomst `vastgesteld`"),
        ),
        (Status::GewijzigdVastgesteld, Some(_)) | (_, None) => {}
        (anders, Some(waar)) => {
            let waar = groep.key_span("amendementen").unwrap_or(waar);
            let message = format!("er zijn amendementen, maar de uitkomst is `{}`", anders.sleutel());
            groep.push(Note::at(G293, waar, message).also(span.clone(), "de uitkomst").hint(
                "Maak de uitkomst `gewijzigd-vastgesteld`, of haal de amendementen weg: alleen wat de raad aannam, staat hier",
            ));
        }
    }
}

/// The amendments, each number once.
fn amendementen(omgeving: &Omgeving<'_>, groep: &Node<'_>) -> Vec<Amendement> {
    let mut nummers: BTreeMap<String, Span> = BTreeMap::new();
    let mut gelezen = Vec::new();
    for node in groep.list("amendementen") {
        let nummer = node.required_text("nummer");
        if let Some(nummer) = &nummer
            && let Some(eerder) = nummers.insert(nummer.text.clone(), nummer.span.clone())
        {
            node.push(
                Note::at(G296, nummer.span.clone(), format!("er is al een amendement `{}`", nummer.text))
                    .also(eerder, "hier voor het eerst")
                    .hint("Geef elk amendement het nummer dat de griffie eraan gaf"),
            );
        }
        gelezen.extend(amendement(omgeving, &node, nummer));
    }
    gelezen
}

fn amendement(omgeving: &Omgeving<'_>, node: &Node<'_>, nummer: Option<Text>) -> Option<Amendement> {
    let titel = omgeving.regel_veld(node, "titel");
    let indiener = omgeving.regel_veld(node, "indiener");
    let mut ingrepen = Vec::new();
    for (id, punt) in node.child("vervang").map(|vervang| vervang.entries()).unwrap_or_default() {
        let tekst = omgeving.verplichte_regel(&punt, "tekst");
        punt.finish();
        ingrepen
            .extend(tekst.map(|tekst| Ingreep { daad: Daad::Vervang(id.text.clone(), tekst), span: id.span.clone() }));
    }
    for punt in node.list("voeg_toe") {
        ingrepen.extend(voeg_toe(omgeving, &punt));
    }
    for id in node.list("laat_weg").iter().filter_map(Node::as_slug) {
        ingrepen.push(Ingreep { daad: Daad::LaatWeg(id.text), span: id.span });
    }
    node.finish();
    let nummer = nummer?;
    if !["vervang", "voeg_toe", "laat_weg"].into_iter().any(|daad| node.has(daad)) {
        node.push(
            Note::at(G295, nummer.span.clone(), format!("amendement `{}` verandert niets", nummer.text))
                .hint("Zeg bij `vervang`, `voeg_toe` of `laat_weg` wat het met de beslispunten doet"),
        );
    }
    Some(Amendement { nummer: nummer.text, span: nummer.span, titel, indiener, ingrepen })
}

/// A new point, and where it goes.
fn voeg_toe(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Option<Ingreep> {
    node.required("id");
    let plekken: Vec<(&str, Text)> =
        ["na", "voor", "onder"].into_iter().filter_map(|key| Some((key, node.slug(key)?))).collect();
    if let [(eerste, waar), (tweede, ook), ..] = plekken.as_slice() {
        let message = format!("een nieuw beslispunt heeft één plek: `{eerste}` en `{tweede}` gaan niet samen");
        node.push(
            Note::at(G297, ook.span.clone(), message)
                .also(waar.span.clone(), "de andere plek")
                .hint("Haal een van de twee weg"),
        );
        return None;
    }
    let kan_niet = ["argumenten", "kanttekeningen", "alleen", "behalve"];
    if let Some(key) = kan_niet.into_iter().find(|key| node.has(key)) {
        let span = node.key_span(key).unwrap_or_else(|| node.span());
        node.push(
            Note::at(G297, span, format!("een beslispunt uit een amendement heeft geen `{key}`"))
                .hint("Een amendement verandert alleen wat de raad besluit, voor deze gemeente"),
        );
    }
    let plek = match plekken.into_iter().next() {
        Some(("na", id)) => Plek::Na(id.text),
        Some(("voor", id)) => Plek::Voor(id.text),
        Some((_, id)) => Plek::Onder(id.text),
        None => Plek::Einde,
    };
    let punt: Beslispunt = besluiten::los_beslispunt(omgeving, node)?;
    let span = node.child("id").map_or_else(|| node.span(), |id| id.span());
    Some(Ingreep { daad: Daad::VoegToe(plek, punt), span })
}
