//! The text tree written down: one walker that decides which words there are, and a form for each kind of page.

mod blokken;
mod html;
mod regels;
mod typst;
pub mod vorm;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use html::{Html, OPEN_BEGIN, OPEN_EIND};
pub use typst::{INVOER, Typst};
use vorm::Vorm;

use crate::diag::{Note, Span};
use crate::model::tekst::{Blok, Inline, Regel, Veld};
use crate::nl::aanhalingstekens::typografie;

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

    /// The gemeente that blocks within blocks are chosen for.
    fn gemeente(&self) -> Option<&str>;

    /// What the text is written in.
    fn vorm(&self) -> &dyn Vorm {
        &Typst
    }

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

/// Generated Typst or HTML, and for the words in it the place that they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schrijver {
    /// The source.
    pub source: String,
    /// Byte ranges of blocks and of words in `source` with their places, in the order in which they begin.
    pub kaart: Vec<(Range<usize>, Span)>,
}

impl Schrijver {
    /// Adds generated code.
    pub fn code(&mut self, code: &str) {
        self.source.push_str(code);
    }

    /// What is generated as a whole.
    pub fn van(code: &str) -> Self {
        Self { source: code.to_string(), kaart: Vec::new() }
    }

    /// Adds a piece that comes from one place.
    pub fn stuk(&mut self, stuk: &str, span: Option<&Span>) {
        let begin = self.source.len();
        self.source.push_str(stuk);
        self.kaart.extend(span.map(|span| (begin..self.source.len(), span.clone())));
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
    Zetter { vuller, notes, in_noot: false }.blok(blok)
}

/// One block as a file of its own.
pub fn bestand(invoer: &str, blok: &Blok, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    let mut uit = Schrijver::van(invoer);
    uit.voeg_toe(&self::blok(blok, vuller, notes));
    uit
}

/// One line.
pub fn regel(regel: &Regel, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    Zetter { vuller, notes, in_noot: false }.regel(regel)
}

/// The words of a note.
pub fn noottekst(regel: &Regel, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    Zetter { vuller, notes, in_noot: true }.regel(regel)
}

/// A note with its words as Typst, for the first mark in page order.
pub fn noot(id: &str, regel: &Regel, vuller: &dyn Invuller, notes: &mut Vec<Note>) -> Schrijver {
    let mut uit = Schrijver::van("#footnote[");
    uit.voeg_toe(&noottekst(regel, vuller, notes));
    uit.code("]");
    uit.code(&typst::etiket(&typst::nootlabel(id)));
    uit
}

/// The mark of a note as Typst whose words stand elsewhere; every mark is written so, until [`noot`] replaces the first.
pub fn nootcijfer(id: &str) -> String {
    Typst.nootcijfer(id).source
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

/// Walks blocks and lines for one letter.
struct Zetter<'a> {
    vuller: &'a dyn Invuller,
    notes: &'a mut Vec<Note>,
    /// Whether the words of a note are being set.
    in_noot: bool,
}
