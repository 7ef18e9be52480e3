//! The order of the stages: the college decides, the committee prepares, the raad decides.

use crate::diag::codes::{G451, G452, G453};
use crate::diag::{Code, Note, Span};
use crate::model::datum::Datum;
use crate::model::stuk::Inhoud;
use crate::model::veld::{Veldwaarde, Waarde};

/// A stage with its day.
struct Stadium<'i> {
    wat: &'static str,
    datum: &'i Datum,
    span: &'i Span,
}

/// Notes stages that lie in the wrong order. What is known only in part is noted when no day in it would do.
pub fn check(inhoud: &Inhoud, notes: &mut Vec<Note>) {
    let vergadering = inhoud.veld("vergadering");
    let college = inhoud.veld("collegebesluit").and_then(|veld| stadium("het collegebesluit", veld));
    let commissie = deel(vergadering, "commissie");
    let commissie = deel(commissie, "datum").and_then(|veld| stadium("de commissie", veld));
    let raad = deel(vergadering, "raad").and_then(|veld| stadium("de raad", veld));
    volgorde(G451, commissie.as_ref(), raad.as_ref(), notes);
    volgorde(G452, college.as_ref(), commissie.as_ref(), notes);
    volgorde(G453, college.as_ref(), raad.as_ref(), notes);
}

/// The day on which the raad decides, or decided, with its place.
pub fn raad(inhoud: &Inhoud) -> Option<(&Datum, &Span)> {
    match &inhoud.besluitvorming {
        Some(besluitvorming) => besluitvorming.datum.as_ref().known().map(|datum| (datum, &besluitvorming.datum_span)),
        None => deel(inhoud.veld("vergadering"), "raad").and_then(datum),
    }
}

/// A part of a group.
pub(super) fn deel<'i>(groep: Option<&'i Veldwaarde>, naam: &str) -> Option<&'i Veldwaarde> {
    match &groep?.waarde {
        Waarde::Groep(velden) => velden.iter().find(|veld| veld.naam == naam),
        _ => None,
    }
}

/// The date that a field holds, when it is known, with its place.
pub(super) fn datum(veld: &Veldwaarde) -> Option<(&Datum, &Span)> {
    match (&veld.waarde, &veld.span) {
        (Waarde::Datum(datum), Some(span)) => Some((datum, span)),
        _ => None,
    }
}

fn stadium<'i>(wat: &'static str, veld: &'i Veldwaarde) -> Option<Stadium<'i>> {
    datum(veld).map(|(datum, span)| Stadium { wat, datum, span })
}

fn volgorde(code: &'static Code, eerst: Option<&Stadium<'_>>, dan: Option<&Stadium<'_>>, notes: &mut Vec<Note>) {
    let (Some(eerst), Some(dan)) = (eerst, dan) else { return };
    let (Some((begin, _)), Some((_, einde))) = (eerst.datum.periode(), dan.datum.periode()) else { return };
    if einde < begin {
        let message = format!("{} ({}) is eerder dan {}", dan.wat, dan.datum.lang(), eerst.wat);
        notes.push(
            Note::at(code, dan.span.clone(), message)
                .also(eerst.span.clone(), format!("{}: {}", eerst.wat, eerst.datum.lang()))
                .hint("Kijk na of een van beide data een tikfout is"),
        );
    }
}
