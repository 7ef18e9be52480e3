//! How a document is signed, as far as it says so itself.

use super::blokken::Omgeving;
use super::velden;
use crate::diag::codes::{G414, G418};
use crate::diag::{Note, kies};
use crate::load::node::Node;
use crate::model::ondertekening::ambt_note;
use crate::model::organisatie::Waarneming;
use crate::model::soort::Soort;
use crate::model::stuk::{Mandaat, Ondertekenaar, Ondertekening};

/// `ondertekening` of a document.
pub fn ondertekening(omgeving: &Omgeving<'_>, node: &Node<'_>, soort: &Soort) -> Option<Ondertekening> {
    let node = node.child("ondertekening")?;
    let mut gelezen = deel(omgeving, &node);
    for (key, groep) in node.child("uitvoer").map(|uitvoer| uitvoer.entries()).unwrap_or_default() {
        let namen = || soort.uitvoer.iter().map(|uitvoer| uitvoer.naam.as_str());
        if !namen().any(|naam| naam == key.text) {
            let message = format!("de soort `{}` heeft geen uitvoer `{}`", soort.id, key.text);
            let note = Note::at(G418, key.span.clone(), message);
            node.push(note.bedoeld(
                &key.text,
                namen(),
                kies("Kies uit", &key.text, namen(), "alle uitvoer staat in `soort.yaml`"),
            ));
        }
        let eigen = deel(omgeving, &groep);
        groep.finish();
        gelezen.uitvoer.push((key.text.clone(), key.span.clone(), eigen));
    }
    node.finish();
    Some(gelezen)
}

/// What can be said for the document as a whole and for one of its outputs.
fn deel(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Ondertekening {
    let mandaat = node.child("mandaat");
    if let (Some(mandaat), true) = (&mandaat, node.child("door").is_some()) {
        let message = "wie in mandaat tekent, tekent alleen: `mandaat` en `door` gaan niet samen";
        let span = node.key_span("mandaat").unwrap_or_else(|| mandaat.span());
        let door = node.key_span("door").unwrap_or_else(|| node.span());
        node.push(
            Note::at(G414, span, message)
                .also(door, "hier staan de andere ondertekenaars")
                .hint("Laat één van beide weg (Gemeentewet art. 32a lid 2, art. 59a lid 2 en 3)"),
        );
    }
    Ondertekening {
        slotgroet: omgeving.regel_veld(node, "slotgroet"),
        namens: omgeving.regel_veld(node, "namens"),
        plaats: omgeving.regel_veld(node, "plaats"),
        datum: node.child("datum").and_then(|datum| datum.bekend(velden::datum)),
        door: node.list("door").iter().filter_map(|door| ondertekenaar(omgeving, door)).collect(),
        mandaat: mandaat.and_then(|mandaat| gemandateerde(omgeving, &mandaat)),
        uitvoer: Vec::new(),
        span: node.child("datum").map_or_else(|| node.span(), |datum| datum.span()),
    }
}

fn ondertekenaar(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Option<Ondertekenaar> {
    if let Some(ambt) = node.slug("ambt") {
        let waarneming = node.choice("waarneming", Waarneming::ALLE);
        node.finish();
        ambt_note(&ambt.text, ambt.span.clone()).into_iter().for_each(|note| node.push(note));
        return Some(Ondertekenaar::Ambt { ambt: ambt.text, waarneming, span: ambt.span });
    }
    let naam = node.required("naam").and_then(|naam| naam.bekend(|naam| omgeving.regel(naam)));
    let functies = node.child("functies").filter(|functies| !functies.is_onbekend());
    let functies = functies.map(|functies| functies.as_list()).unwrap_or_default();
    let functies = functies.iter().filter_map(|functie| omgeving.regel(functie)).collect();
    node.finish();
    Some(Ondertekenaar::Persoon { naam: naam?, functies })
}

fn gemandateerde(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Option<Mandaat> {
    let functie = omgeving.verplichte_regel(node, "functie");
    let naam = node.required("naam").and_then(|naam| naam.bekend(|naam| omgeving.regel(naam)));
    node.finish();
    Some(Mandaat { functie: functie?, naam: naam? })
}
