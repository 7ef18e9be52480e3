//! What the raad of one gemeente made of a proposal: the points after its amendments, or that they were not adopted.

mod amendement;
mod zelfde;

pub use amendement::Wijziging;

use super::stadia::{datum, deel};
use crate::diag::codes::G465;
use crate::diag::{Note, Span};
use crate::model::besluitvorming::{Amendement, Besluitvorming, Daad};
use crate::model::datum::Datum;
use crate::model::stuk::{Beslispunt, Inhoud};

/// What the raad did, for the raadsbesluit of one gemeente.
#[derive(Clone, Debug)]
pub struct Besluit<'p> {
    /// What the document says of it.
    pub besluitvorming: &'p Besluitvorming,
    /// The points as they were adopted; as proposed when they were not.
    pub punten: Vec<Beslispunt>,
    /// What changed, in the order of the amendments.
    pub wijzigingen: Vec<Wijziging<'p>>,
}

impl<'p> Besluit<'p> {
    /// The amendments that changed it.
    pub fn amendementen(&self) -> &'p [Amendement] {
        &self.besluitvorming.amendementen
    }

    /// The number of the amendment that changed or added this point.
    pub fn door(&self, punt: &Beslispunt) -> Option<&'p str> {
        let raakt = |wijziging: &&Wijziging<'p>| match &wijziging.ingreep.daad {
            Daad::Vervang(id, _) => punt.id.as_ref() == Some(id),
            Daad::VoegToe(_, nieuw) => nieuw.span == punt.span,
            Daad::LaatWeg(_) => false,
        };
        self.wijzigingen.iter().find(raakt).map(|wijziging| wijziging.amendement.nummer.as_str())
    }

    /// What took this point, part or argument out.
    pub fn vervallen(&self, id: &str) -> Option<&Wijziging<'p>> {
        let weg = |wijziging: &&Wijziging<'p>| matches!(wijziging.ingreep.daad, Daad::LaatWeg(_));
        self.wijzigingen.iter().filter(weg).find(|wijziging| wijziging.oud.is_some_and(|oud| bevat(oud, id)))
    }
}

/// Whether this id is of the point, of one of its parts or of one of their arguments.
fn bevat(punt: &Beslispunt, id: &str) -> bool {
    let redenen = || punt.argumenten.iter().chain(&punt.kanttekeningen);
    punt.id.as_deref() == Some(id)
        || redenen().any(|reden| reden.id.as_deref() == Some(id))
        || punt.sub.iter().any(|sub| bevat(sub, id))
}

/// The explanations stay with the proposal; only the names of the arguments come along, for references.
fn zonder_uitleg(punt: &mut Beslispunt) {
    for reden in punt.argumenten.iter_mut().chain(&mut punt.kanttekeningen) {
        reden.stelling.clear();
        reden.toelichting.blokken.clear();
    }
}

/// What the raad of this gemeente made of the points; what does not fit is noted.
pub fn bepaal<'p>(inhoud: &'p Inhoud, gemeente: Option<&str>, notes: &mut Vec<Note>) -> Option<Besluit<'p>> {
    let besluitvorming = inhoud.besluitvorming.as_ref()?;
    volgorde(inhoud, besluitvorming, notes);
    let aangepast = amendement::pas_toe(&inhoud.beslispunten, &besluitvorming.amendementen, gemeente, notes);
    let (mut punten, wijzigingen) = (aangepast.punten, aangepast.wijzigingen);
    punten.iter_mut().for_each(zonder_uitleg);
    Some(Besluit { besluitvorming, punten, wijzigingen })
}

/// The raad decides on a proposal that lies before it: not before its date, nor before the stages that it names.
fn volgorde(inhoud: &Inhoud, besluitvorming: &Besluitvorming, notes: &mut Vec<Note>) {
    let Some((_, einde)) = besluitvorming.datum.as_ref().known().and_then(Datum::periode) else { return };
    let vergadering = inhoud.veld("vergadering");
    let commissie = deel(vergadering, "commissie");
    let eerder: [(&str, Option<(&Datum, &Span)>); 4] = [
        ("het voorstel", inhoud.datum.as_ref().known().map(|datum| (datum, &inhoud.datum_span))),
        ("het collegebesluit", inhoud.veld("collegebesluit").and_then(datum)),
        ("de commissie", deel(commissie, "datum").and_then(datum)),
        ("de raadsvergadering van het voorstel", deel(vergadering, "raad").and_then(datum)),
    ];
    for (wat, gevonden) in eerder {
        let Some((datum, span)) = gevonden else { continue };
        if datum.periode().is_some_and(|(begin, _)| einde < begin) {
            let woorden = besluitvorming.datum.as_ref().known().map(Datum::lang).unwrap_or_default();
            notes.push(
                Note::at(
                    G465,
                    besluitvorming.datum_span.clone(),
                    format!("de raad besluit ({woorden}) eerder dan {wat}"),
                )
                .also(span.clone(), format!("{wat}: {}", datum.lang()))
                .hint("Kijk na of een van beide data een tikfout is"),
            );
            return;
        }
    }
}
