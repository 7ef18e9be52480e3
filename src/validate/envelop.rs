//! The envelope: what plan and publish reason about, and the plain fields every kind may have.

use std::collections::BTreeMap;

use super::blokken::Omgeving;
use super::{besluiten, besluitvorming, keuring, ondertekening, publicatie, velden};
use crate::diag::codes::{G205, G237, G240};
use crate::diag::{Note, Span};
use crate::load::node::Node;
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::gemeente::TochNaar;
use crate::model::gewoon;
use crate::model::soort::{Nodig, Soort, VeldDef, Verspreiding};
use crate::model::stuk::{Feit, Inhoud, Ontvangers, Openbaarheid, Status};

/// Reads a document; `None` when not even its subject, date and status can be used.
pub fn inhoud(omgeving: &Omgeving<'_>, node: &Node<'_>, soort: &Soort) -> Option<Inhoud> {
    // Asked for by the reader of the folder; known here so that they count as known fields.
    for elders in ["soort", "id", "lokaal"] {
        node.child(elders);
    }
    nodig(node, soort);
    let onderwerp_node = node.required("onderwerp");
    let onderwerp = onderwerp_node.as_ref().and_then(|onderwerp| omgeving.regel(onderwerp));
    let datum_node = node.required("datum");
    let jaar = node.integer("jaar", 1900..=2200).and_then(|jaar| i32::try_from(jaar).ok());
    let datum = datum_node.as_ref().and_then(|datum| datum.bekend(velden::datum)).map(|datum| met_jaar(datum, jaar));
    let status_node = node.required("status");
    let status = status_node.as_ref().and_then(|status| status.as_choice(Status::ALLE));
    let gewoon: Vec<VeldDef> =
        gewoon::VELDEN.iter().filter(|def| !soort.velden.iter().any(|eigen| eigen.naam == def.naam)).cloned().collect();
    let mut alle_velden = velden::velden(omgeving, node, &soort.velden);
    alle_velden.extend(velden::velden(omgeving, node, &gewoon));
    let verspreidingen = [("per-gemeente", Verspreiding::PerGemeente), ("collectief", Verspreiding::Collectief)];
    let rest = Inhoud {
        onderwerp: onderwerp.unwrap_or_default(),
        onderwerp_span: span_of(onderwerp_node.as_ref(), node),
        korte_titel: omgeving.regel_veld(node, "korte_titel"),
        kenmerk: feit(node, "kenmerk"),
        zaaknummer: feit(node, "zaaknummer"),
        datum: datum.clone().unwrap_or(Bekend::Onbekend),
        datum_span: span_of(datum_node.as_ref(), node),
        status: status.unwrap_or(Status::Concept),
        status_span: span_of(status_node.as_ref(), node),
        versie: feit(node, "versie"),
        openbaarheid: openbaarheid(node),
        openbaarheid_span: node.child("openbaarheid").map(|n| n.span()),
        publicatie: publicatie::publicatie(node),
        afzender: node.slug("afzender").map(|t| (t.text, t.span)),
        ontvangers: ontvangers(node),
        ontvangers_span: node.child("ontvangers").map(|n| n.span()),
        toch_naar: node.list("toch_naar").iter().filter_map(toch_naar).collect(),
        besluit_door_opvolger: besluit_door(node),
        verspreiding: node.choice("verspreiding", &verspreidingen),
        beslispunten: besluiten::beslispunten(omgeving, node),
        besluitvorming: besluitvorming::besluitvorming(omgeving, node, soort),
        secties: if soort.secties.is_empty() { Vec::new() } else { besluiten::secties(omgeving, node, soort) },
        bijlagen: besluiten::bijlagen(omgeving, node),
        noten: besluiten::noten(omgeving, node),
        ondertekening: ondertekening::ondertekening(omgeving, node, soort),
        waarden: waarden(node),
        velden: alle_velden,
        toegestaan: keuring::toegestaan(node),
    };
    node.finish();
    (onderwerp_node.is_some() && datum.is_some() && status.is_some()).then_some(rest)
}

fn span_of(child: Option<&Node<'_>>, node: &Node<'_>) -> Span {
    child.map_or_else(|| node.span(), Node::span)
}

fn met_jaar(datum: Bekend<Datum>, jaar: Option<i32>) -> Bekend<Datum> {
    match datum {
        Bekend::Bekend(datum) => Bekend::Bekend(datum.met_jaar(jaar)),
        Bekend::Onbekend => Bekend::Onbekend,
    }
}

/// What the kind needs of the envelope, and what it cannot have.
fn nodig(node: &Node<'_>, soort: &Soort) {
    let envelop = &soort.envelop;
    let delen = [
        ("kenmerk", envelop.kenmerk),
        ("zaaknummer", envelop.zaaknummer),
        ("beslispunten", envelop.beslispunten),
        ("bijlagen", envelop.bijlagen),
        ("vergadering", envelop.vergadering),
        // A kind that says who signs needs no more from the document.
        ("ondertekening", if soort.ondertekening.is_some() { Nodig::Optioneel } else { envelop.ondertekening }),
        ("secties", envelop.secties),
    ];
    for (key, nodig) in delen {
        match nodig {
            Nodig::Verplicht => {
                node.required(key);
            }
            Nodig::Geen if node.has(key) => {
                let span = node.key_span(key).unwrap_or_else(|| node.span());
                node.push(
                    Note::at(G237, span, format!("de soort `{}` heeft geen `{key}`", soort.id))
                        .hint("Haal dit onderdeel weg, of kies een andere soort"),
                );
                node.child(key);
            }
            _ => {}
        }
    }
}

/// A plain fact: verbatim text, or not known.
fn feit(node: &Node<'_>, key: &str) -> Option<Feit> {
    let child = node.child(key)?;
    feit_van(&child)
}

fn feit_van(node: &Node<'_>) -> Option<Feit> {
    let waarde = node.bekend(Node::as_text)?;
    let waarde = match waarde {
        Bekend::Bekend(text) => Bekend::Bekend(text.text),
        Bekend::Onbekend => Bekend::Onbekend,
    };
    Some(Feit { waarde, span: node.span() })
}

/// `waarden`: free values that text asks for as `lokaal.<naam>`.
fn waarden(node: &Node<'_>) -> BTreeMap<String, Feit> {
    let entries = node.child("waarden").map(|waarden| waarden.entries()).unwrap_or_default();
    entries.iter().filter_map(|(key, waarde)| Some((key.text.clone(), feit_van(waarde)?))).collect()
}

fn ontvangers(node: &Node<'_>) -> Ontvangers {
    let Some(child) = node.child("ontvangers") else { return Ontvangers::Gemeenten };
    if child.is_list() {
        let slugs = child.as_list().iter().filter_map(Node::as_slug).map(|t| (t.text, t.span)).collect();
        return Ontvangers::Lijst(slugs);
    }
    let typed = child.as_text().map(|text| text.text).unwrap_or_default();
    match typed.as_str() {
        "gemeenten" => return Ontvangers::Gemeenten,
        "geen" | "" => return Ontvangers::Geen,
        _ => {}
    }
    let note = Note::at(G205, child.span(), format!("{} kan niet `{typed}` zijn", child.name()));
    node.push(
        match ["alle", "allen", "iedereen", "alle gemeenten", "gemeente", "deelnemers"].contains(&typed.as_str()) {
            true => note.liever(&typed, "gemeenten"),
            false => note.liever(&typed, &format!("[{}]", typed.trim_matches(['[', ']']))),
        },
    );
    Ontvangers::Geen
}

/// A gemeente that has ended and gets the document all the same, with the reason.
fn toch_naar(node: &Node<'_>) -> Option<TochNaar> {
    node.required("gemeente");
    let gemeente = node.slug("gemeente");
    let reden = node.required_text("reden");
    node.finish();
    let (gemeente, reden) = (gemeente?, reden?);
    Some(TochNaar { gemeente: gemeente.text, reden: reden.text, span: gemeente.span })
}

/// `besluit_door: opvolger`, with its place.
fn besluit_door(node: &Node<'_>) -> Option<Span> {
    node.choice("besluit_door", &[("opvolger", ())])?;
    node.key_span("besluit_door")
}

/// `openbaar`, `besloten`, or a group that says all that a secret document must say.
fn openbaarheid(node: &Node<'_>) -> Openbaarheid {
    let Some(child) = node.child("openbaarheid") else { return Openbaarheid::Openbaar };
    if child.is_scalar() {
        if child.as_text().is_some_and(|t| t.text == "geheim") {
            child.push(Note::at(G240, child.span(), "een geheim stuk zegt ook waarom en door wie").hint(
                "Schrijf `openbaarheid: {niveau: geheim, grondslag: ..., opgelegd_door: ..., opheffing_door: ...}`",
            ));
            return Openbaarheid::Besloten;
        }
        let keuzes = [("openbaar", Openbaarheid::Openbaar), ("besloten", Openbaarheid::Besloten)];
        return child.as_choice(&keuzes).unwrap_or(Openbaarheid::Besloten);
    }
    let niveau = child.required("niveau").and_then(|n| n.as_choice(&[("openbaar", 0), ("besloten", 1), ("geheim", 2)]));
    let gelezen = match niveau {
        Some(2) => geheim(&child),
        Some(0) => Openbaarheid::Openbaar,
        _ => Openbaarheid::Besloten,
    };
    child.finish();
    gelezen
}

fn geheim(node: &Node<'_>) -> Openbaarheid {
    let tekst = |key: &str| node.required_text(key).map(|t| t.text).unwrap_or_default();
    let (grondslag, opgelegd_door, opheffing_door) =
        (tekst("grondslag"), tekst("opgelegd_door"), tekst("opheffing_door"));
    let opgelegd_op = node.child("opgelegd_op").and_then(|datum| velden::datum(&datum));
    Openbaarheid::Geheim { grondslag, opgelegd_door, opgelegd_op, opheffing_door }
}
