//! Documents that span a merger: proposed by a gemeente that has ended by the time the raad decides. With
//! `besluit_door: opvolger` the raad of the gemeente that took its place decides, once for all that merged into it.

use chrono::NaiveDate;

use super::stadia;
use crate::diag::codes::{G426, G427, G428};
use crate::diag::{Note, Span};
use crate::model::gemeente::Gemeente;
use crate::model::project::Project;
use crate::model::soort::Uitvoer;
use crate::model::stuk::Inhoud;

/// A gemeente that has ended, with its voorstel.
#[derive(Clone, Copy, Debug)]
pub struct Voorganger<'p> {
    /// The gemeente.
    pub gemeente: &'p Gemeente,
    /// Its version of the document.
    pub inhoud: &'p Inhoud,
}

/// Whose raad decides.
pub enum Beslist {
    /// The gemeente's own, or no raad is asked.
    Zelf,
    /// That of its successor.
    Opvolger,
    /// Nobody can, which has been noted.
    Niemand,
}

/// The successors that decide on one document, each with those that it succeeds.
#[derive(Debug, Default)]
pub struct Opvolging<'p> {
    gevonden: Vec<(&'p Gemeente, Vec<Voorganger<'p>>)>,
    fout: bool,
}

impl<'p> Opvolging<'p> {
    /// Whose raad decides what this gemeente proposes; a successor is remembered.
    pub fn wie(
        &mut self,
        project: &'p Project,
        gemeente: Option<&'p Gemeente>,
        uitvoer: &Uitvoer,
        inhoud: &'p Inhoud,
        notes: &mut Vec<Note>,
    ) -> Beslist {
        let Some((gemeente, einde)) = gemeente.and_then(|g| Some((g, g.geldig.tot?))) else { return Beslist::Zelf };
        if !uitvoer.is_besluit() {
            return Beslist::Zelf;
        }
        let raad = stadia::raad(inhoud).and_then(|(datum, span)| Some((datum.periode()?.0, span)));
        let gevonden = match (raad, &inhoud.besluit_door_opvolger) {
            (Some((dag, _)), _) if dag <= einde => return Beslist::Zelf,
            (None, None) => return Beslist::Zelf,
            (Some((_, span)), None) => Err(te_laat(project, gemeente, einde, span)),
            (raad, Some(span)) => opvolger(project, gemeente, raad.map(|(dag, _)| dag), span),
        };
        match gevonden {
            Ok(opvolger) => {
                self.neem(opvolger, Voorganger { gemeente, inhoud });
                Beslist::Opvolger
            }
            Err(note) => {
                notes.push(*note);
                self.fout = true;
                Beslist::Niemand
            }
        }
    }

    fn neem(&mut self, opvolger: &'p Gemeente, voorganger: Voorganger<'p>) {
        match self.gevonden.iter_mut().find(|(al, _)| al.slug == opvolger.slug) {
            Some((_, voorgangers)) => voorgangers.push(voorganger),
            None => self.gevonden.push((opvolger, vec![voorganger])),
        }
    }

    /// The successors with those that they succeed.
    pub fn opvolgers(&self) -> impl Iterator<Item = (&'p Gemeente, &[Voorganger<'p>])> {
        self.gevonden.iter().map(|(opvolger, voorgangers)| (*opvolger, voorgangers.as_slice()))
    }

    /// The successors.
    pub fn gemeenten(&self) -> impl Iterator<Item = &'p Gemeente> {
        self.gevonden.iter().map(|(opvolger, _)| *opvolger)
    }

    /// A successor that is asked for must have something to decide.
    pub fn check(&self, basis: &Inhoud, notes: &mut Vec<Note>) {
        if let (Some(span), true, false) = (&basis.besluit_door_opvolger, self.gevonden.is_empty(), self.fout) {
            let message = "elke gemeente die dit stuk krijgt, bestaat nog als haar raad besluit";
            notes.push(
                Note::at(G428, span.clone(), message)
                    .hint("Haal `besluit_door` weg, of kijk de datum bij `vergadering` na"),
            );
        }
    }
}

/// The successor of a gemeente on this day: it may itself have been succeeded by then.
fn opvolger<'p>(
    project: &'p Project,
    gemeente: &'p Gemeente,
    dag: Option<NaiveDate>,
    span: &Span,
) -> Result<&'p Gemeente, Box<Note>> {
    let volgende = |van: &Gemeente| van.opvolger.as_ref().and_then(|slug| project.gemeenten.get(slug));
    let mut nu = volgende(gemeente);
    // No chain is longer than the list of gemeenten; one that goes round ends here.
    for _ in 0..project.gemeenten.len() {
        match (nu, dag) {
            (Some(gevonden), Some(dag)) if !gevonden.geldig.op(dag) => nu = volgende(gevonden),
            _ => break,
        }
    }
    nu.filter(|gevonden| dag.is_none_or(|dag| gevonden.geldig.op(dag))).ok_or_else(|| {
        let message = format!("niemand kan besluiten in de plaats van de raad van {}", gemeente.gegevens.naam);
        let hint = format!("Zet bij `opvolger` in `content/gemeenten/{}.yaml` wie haar plaats innam", gemeente.slug);
        let note = Note::at(G427, span.clone(), message);
        Box::new(note.also(gemeente.geldig_span.clone(), "haar laatste dag").hint(hint))
    })
}

fn te_laat(project: &Project, gemeente: &Gemeente, einde: NaiveDate, span: &Span) -> Box<Note> {
    let naam = &gemeente.gegevens.naam;
    let sinds = einde.succ_opt().map_or_else(String::new, crate::nl::datum::lang);
    let message = format!("de raad van {naam} besluit hier niet meer: de gemeente bestaat sinds {sinds} niet meer");
    let note = Note::at(G426, span.clone(), message).also(gemeente.geldig_span.clone(), "haar laatste dag");
    Box::new(match gemeente.opvolger.as_ref().and_then(|slug| project.gemeenten.get(slug)) {
        Some(nieuw) => {
            note.hint(format!("Schrijf `besluit_door: opvolger` als de raad van {} besluit", nieuw.gegevens.naam))
        }
        None => note.hint("Kijk de datum na"),
    })
}
