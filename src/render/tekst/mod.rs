//! The text tree as Typst: calls of the functions of `/stijl/tekst.typ`, and author text in string literals only.

mod blokken;
mod figuren;
mod regels;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::escape;
use crate::diag::{Note, Span};
use crate::model::tekst::{Blok, Inline, Regel, Veld};
use crate::nl::aanhalingstekens::typografie;

/// The first line of every file with text.
pub const INVOER: &str = "#import \"/stijl/tekst.typ\": *\n";

/// What a text asks of the letter that it is printed in.
pub trait Invuller {
    /// What a merge field yields.
    ///
    /// # Errors
    /// A note when the path leads nowhere or the value does not fit the function.
    fn veld(&self, veld: &Veld) -> Result<Ingevuld, Note>;

    /// Hears of every note mark.
    ///
    /// # Errors
    /// A note when there is no note with this id.
    fn noot(&self, id: &str, span: &Span) -> Result<(), Note>;

    /// The virtual path of an image.
    fn beeld(&self, bestand: &str) -> String;

    /// The gemeente that blocks within blocks are chosen for.
    fn gemeente(&self) -> Option<&str>;

    /// Whether this is the internal rendition, in which names of members and unpublished contacts stand.
    fn intern(&self) -> bool {
        false
    }
}

/// What a merge field yields; always a leaf of text, never read as markup again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ingevuld {
    /// Words.
    Tekst(String),
    /// Words that lead to a label in the same document: `bijlage 2`.
    Link { label: String, tekst: String },
    /// Words that lead to an address: `www.ridderkerk.nl`.
    Web { url: String, tekst: String },
    /// Not known yet; `naam` says what.
    Onbekend { naam: String },
}

/// Generated Typst, and for every string literal in it the place that its words come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schrijver {
    /// The Typst source.
    pub source: String,
    /// Byte ranges of blocks and of literals in `source` with their places, in the order in which they begin.
    pub kaart: Vec<(Range<usize>, Span)>,
}

impl Schrijver {
    /// Adds generated code.
    pub fn code(&mut self, code: &str) {
        self.source.push_str(code);
    }

    /// Adds words in markup.
    pub fn woorden(&mut self, woorden: &str, span: &Span) {
        if !woorden.is_empty() {
            self.source.push('#');
            self.literal(woorden, span);
            self.source.push(';');
        }
    }

    /// Adds words as an argument.
    pub fn literal(&mut self, woorden: &str, span: &Span) {
        let begin = self.source.len();
        self.source.push_str(&escape::literal(woorden));
        self.kaart.push((begin..self.source.len(), span.clone()));
    }

    /// Adds what another has written.
    pub fn voeg_toe(&mut self, ander: &Self) {
        let begin = self.source.len();
        self.source.push_str(&ander.source);
        let verschoven =
            ander.kaart.iter().map(|(bereik, span)| (bereik.start + begin..bereik.end + begin, span.clone()));
        self.kaart.extend(verschoven);
    }

    /// The place of the words nearest to a byte of the source: those around it, else the last before it, else the first.
    pub fn plaats(&self, byte: usize) -> Option<&Span> {
        let na = self.kaart.partition_point(|(bereik, _)| bereik.start <= byte);
        self.kaart.get(na.saturating_sub(1)).map(|(_, span)| span)
    }
}

/// One block.
pub fn blok(blok: &Blok, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    let mut zetter = Zetter { uit: Schrijver::default(), vuller, notes, in_noot: false };
    zetter.blok(blok);
    zetter.uit
}

/// One block as a file of its own.
pub fn bestand(blok: &Blok, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    let mut zetter = Zetter { uit: Schrijver::default(), vuller, notes, in_noot: false };
    zetter.uit.code(INVOER);
    zetter.blok(blok);
    zetter.uit
}

/// One line.
pub fn regel(regel: &Regel, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    let mut zetter = Zetter { uit: Schrijver::default(), vuller, notes, in_noot: false };
    zetter.regel(regel);
    zetter.uit
}

/// A note with its words, for the first mark in page order.
pub fn noot(id: &str, regel: &Regel, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    let mut zetter = Zetter { uit: Schrijver::default(), vuller, notes, in_noot: true };
    zetter.uit.code("#footnote");
    zetter.inhoud(regel);
    zetter.uit.code(&regels::etiket(&regels::nootlabel(id)));
    zetter.uit
}

/// The mark of a note whose words stand elsewhere; every mark is written so, until [`noot`] replaces the first.
pub fn nootcijfer(id: &str) -> String {
    format!("#footnote({});", regels::verwijzing(&regels::nootlabel(id)))
}

/// A visible blank for something that is not known yet.
pub fn blank(naam: &str) -> String {
    format!("#blank({});", escape::literal(naam))
}

/// The names of all blanks in generated sources, each once, in order: what is really printed, not what was asked.
pub fn open<'a>(sources: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut namen: Vec<String> = Vec::new();
    for source in sources {
        // Author text cannot contain this: its `#` is written as a code point.
        for rest in source.split("#blank(\"").skip(1) {
            let naam = rest.split('"').next().unwrap_or_default();
            if !namen.iter().any(|bekend| bekend == naam) {
                namen.push(naam.to_string());
            }
        }
    }
    namen
}

/// The words of a line with its fields filled, without marks and notes: for titles and metadata.
pub fn plat(regel: &Regel, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> String {
    let mut woorden = String::new();
    for deel in regel {
        match deel {
            Inline::Tekst(tekst, _) => woorden.push_str(tekst),
            Inline::Vet(binnen) | Inline::Cursief(binnen) | Inline::Superscript(binnen) => {
                woorden.push_str(&plat(binnen, vuller, notes));
            }
            Inline::Link { tekst, .. } => woorden.push_str(&plat(tekst, vuller, notes)),
            Inline::Noot { .. } => {}
            Inline::Onbekend { naam, .. } => woorden.push_str(&format!("{naam} nog niet bekend")),
            Inline::Regeleinde => woorden.push(' '),
            Inline::Veld(veld) => match vuller.veld(veld) {
                Ok(Ingevuld::Tekst(tekst) | Ingevuld::Link { tekst, .. }) => woorden.push_str(&typografie(&tekst)),
                Ok(Ingevuld::Web { tekst, .. }) => woorden.push_str(&tekst),
                Ok(Ingevuld::Onbekend { naam }) => woorden.push_str(&format!("{naam} nog niet bekend")),
                Err(note) => notes.push(note),
            },
        }
    }
    woorden
}

/// Sets blocks and lines for one letter.
struct Zetter<'a> {
    uit: Schrijver,
    vuller: &'a dyn Invuller,
    notes: &'a mut Vec<Note>,
    /// Whether the words of a note are being set.
    in_noot: bool,
}
