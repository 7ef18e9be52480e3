//! Walks the inside of a line: fields are filled, blanks and notes marked.

use super::vorm::{Naar, Nadruk};
use super::{Ingevuld, Schrijver, Zetter};
use crate::diag::codes::G342;
use crate::diag::{Note, Span};
use crate::model::tekst::{Inline, Regel, Veld};
use crate::nl::aanhalingstekens::typografie;

impl Zetter<'_> {
    pub(super) fn regel(&mut self, regel: &[Inline]) -> Schrijver {
        let mut uit = Schrijver::default();
        for deel in regel {
            uit.voeg_toe(&self.deel(deel));
        }
        uit
    }

    /// A line, when there is one.
    pub(super) fn misschien(&mut self, regel: Option<&Regel>) -> Option<Schrijver> {
        regel.map(|regel| self.regel(regel))
    }

    fn deel(&mut self, deel: &Inline) -> Schrijver {
        let vorm = self.vuller.vorm();
        match deel {
            Inline::Tekst(tekst, span) => vorm.woorden(tekst, Some(span)),
            Inline::Vet(binnen) => vorm.nadruk(Nadruk::Vet, &self.regel(binnen)),
            Inline::Cursief(binnen) => vorm.nadruk(Nadruk::Cursief, &self.regel(binnen)),
            Inline::Superscript(binnen) => vorm.nadruk(Nadruk::Superscript, &self.regel(binnen)),
            Inline::Link { url, tekst, span } => vorm.link(Naar::Adres(url, span), &self.regel(tekst)),
            Inline::Noot { id, span } => self.noot(id, span),
            Inline::Veld(veld) => self.veld(veld),
            Inline::Onbekend { naam, span } => vorm.blank(naam, Some(span)),
            Inline::Regeleinde => vorm.regeleinde(),
        }
    }

    fn veld(&mut self, veld: &Veld) -> Schrijver {
        let (vorm, span) = (self.vuller.vorm(), &veld.span);
        match self.vuller.veld(veld) {
            Ok(Ingevuld::Tekst(tekst)) => vorm.woorden(&typografie(&tekst), Some(span)),
            Ok(Ingevuld::Link { label, tekst }) => {
                vorm.link(Naar::Label(&label), &vorm.woorden(&typografie(&tekst), Some(span)))
            }
            Ok(Ingevuld::Web { url, tekst }) => vorm.link(Naar::Adres(&url, span), &vorm.woorden(&tekst, Some(span))),
            Ok(Ingevuld::Onbekend { naam }) => vorm.blank(&naam, Some(span)),
            Err(note) => self.geen(note),
        }
    }

    fn noot(&mut self, id: &str, span: &Span) -> Schrijver {
        if self.in_noot {
            let note = Note::at(G342, span.clone(), format!("noot `{id}` staat in de tekst van een andere noot"));
            return self.geen(note.hint("Zet de verwijzing in de tekst zelf, of voeg de noten samen"));
        }
        match self.vuller.noot(id, span) {
            Ok(()) => self.vuller.vorm().nootcijfer(id),
            Err(note) => self.geen(note),
        }
    }

    /// Nothing is written where a fault stands.
    fn geen(&mut self, note: Note) -> Schrijver {
        self.notes.push(note);
        Schrijver::default()
    }
}
