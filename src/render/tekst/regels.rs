//! The inside of a line.

use super::{Ingevuld, Zetter};
use crate::diag::codes::G342;
use crate::diag::{Note, Span};
use crate::model::tekst::{Inline, Regel, Veld};
use crate::nl::aanhalingstekens::typografie;
use crate::render::escape;

impl Zetter<'_> {
    pub(super) fn regel(&mut self, regel: &Regel) {
        for deel in regel {
            match deel {
                Inline::Tekst(tekst, span) => self.uit.woorden(tekst, span),
                Inline::Vet(binnen) => self.om("#strong", binnen),
                Inline::Cursief(binnen) => self.om("#emph", binnen),
                Inline::Superscript(binnen) => self.om("#super", binnen),
                Inline::Link { url, tekst, span } => {
                    self.uit.code("#link(");
                    self.uit.literal(url, span);
                    self.om(")", tekst);
                }
                Inline::Noot { id, span } => self.noot(id, span),
                Inline::Veld(veld) => self.veld(veld),
                Inline::Onbekend { naam, span } => self.blank(naam, span),
                Inline::Regeleinde => self.uit.code("#linebreak();"),
            }
        }
    }

    /// A call with a line as its content.
    fn om(&mut self, begin: &str, binnen: &Regel) {
        self.uit.code(begin);
        self.inhoud(binnen);
        self.uit.code(";");
    }

    /// A line between square brackets.
    pub(super) fn inhoud(&mut self, regel: &Regel) {
        self.uit.code("[");
        self.regel(regel);
        self.uit.code("]");
    }

    /// A line between square brackets, or `none`.
    pub(super) fn inhoud_of_niets(&mut self, regel: Option<&Regel>) {
        match regel {
            Some(regel) => self.inhoud(regel),
            None => self.uit.code("none"),
        }
    }

    fn veld(&mut self, veld: &Veld) {
        match self.vuller.veld(veld) {
            Ok(Ingevuld::Tekst(tekst)) => self.uit.woorden(&typografie(&tekst), &veld.span),
            Ok(Ingevuld::Link { label, tekst }) => {
                self.uit.code(&format!("#link({})[", verwijzing(&label)));
                self.uit.woorden(&typografie(&tekst), &veld.span);
                self.uit.code("];");
            }
            Ok(Ingevuld::Web { url, tekst }) => {
                self.uit.code("#link(");
                self.uit.literal(&url, &veld.span);
                self.uit.code(")[");
                self.uit.woorden(&tekst, &veld.span);
                self.uit.code("];");
            }
            Ok(Ingevuld::Onbekend { naam }) => self.blank(&naam, &veld.span),
            Err(note) => self.notes.push(note),
        }
    }

    fn blank(&mut self, naam: &str, span: &Span) {
        self.uit.code("#blank(");
        self.uit.literal(naam, span);
        self.uit.code(");");
    }

    fn noot(&mut self, id: &str, span: &Span) {
        if self.in_noot {
            let note = Note::at(G342, span.clone(), format!("noot `{id}` staat in de tekst van een andere noot"));
            self.notes.push(note.hint("Zet de verwijzing in de tekst zelf, of voeg de noten samen"));
            return;
        }
        match self.vuller.noot(id, span) {
            Ok(()) => self.uit.code(&super::nootcijfer(id)),
            Err(note) => self.notes.push(note),
        }
    }
}

/// The label of a note.
pub(super) fn nootlabel(id: &str) -> String {
    format!("noot-{id}")
}

/// A label as an argument.
pub(super) fn verwijzing(label: &str) -> String {
    if is_kaal(label) { format!("<{label}>") } else { format!("label({})", escape::literal(label)) }
}

/// A label in markup, for what stands before it. A semicolon after `<...>` would print.
pub(super) fn etiket(label: &str) -> String {
    if is_kaal(label) { format!("<{label}>") } else { format!("#label({});", escape::literal(label)) }
}

fn is_kaal(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
