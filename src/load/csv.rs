//! A table of local values (`lokaal.csv`): every cell is a value with its place.
//!
//! The lexer is our own, after RFC 4180: the crate `csv` gives the text of a cell and the place of its record, never
//! the place of the cell, and reads stray quotes in silence. A comma or a semicolon separates; the header decides.

use super::yaml::Value;
use super::yaml::bytes;
use crate::diag::codes::{G102, G103, G274};
use crate::diag::{FileNr, Note, Noted, Sources, Span};
use std::ops::Range;

/// The most cells that a table may have.
const MAX_CELLEN: usize = 100_000;

/// A table: its header and its rows, without rows that are empty.
#[derive(Debug)]
pub struct Tabel {
    /// The names of the columns.
    pub kop: Vec<Value>,
    /// What stands below it.
    pub rijen: Vec<Rij>,
}

/// A row.
#[derive(Debug)]
pub struct Rij {
    /// Its number as a spreadsheet shows it: the header is row 1.
    pub nr: usize,
    /// Its cells; an empty cell is [`Kind::Leeg`](super::yaml::Kind::Leeg).
    pub cellen: Vec<Value>,
}

/// Reads one table: adds it to `sources` and gives its cells, or `None` when they are not certain.
pub fn parse(bytes: &[u8], path: &str, sources: &mut Sources) -> Noted<Option<Tabel>> {
    let (file, mut notes) = bytes::decode(bytes, path, sources);
    let text = &sources.get(file).text;
    if notes.is_empty() {
        bytes::characters(text, file, &mut notes);
        if notes.iter().any(Note::is_fout) {
            return Noted { value: None, notes };
        }
    }
    // What is no UTF-8 is shown as what it most likely is, and read on: one fault is enough.
    let onzeker = notes.len();
    let mut lezer = Lezer { text, file, teken: teken(text), at: 0, cellen: 0, notes };
    let mut rijen = Vec::new();
    for nr in 1.. {
        if lezer.at == text.len() {
            break;
        }
        let cellen = lezer.rij();
        if cellen.iter().any(|cel| cel.scalar().is_some()) {
            rijen.push(Rij { nr, cellen });
        }
    }
    if rijen.is_empty() && lezer.notes.len() == onzeker {
        lezer.note(G102, 0..0, "in dit bestand is elke cel leeg", "Vul het bestand, of verwijder het");
    }
    let zeker = !rijen.is_empty() && lezer.notes.len() == onzeker;
    Noted { value: zeker.then(|| Tabel { kop: rijen.remove(0).cellen, rijen }), notes: lezer.notes }
}

/// What separates cells: the first comma or semicolon of the header.
fn teken(text: &str) -> char {
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' | ';' if !quoted => return c,
            '\n' if !quoted => break,
            _ => {}
        }
    }
    ','
}

struct Lezer<'t> {
    text: &'t str,
    file: FileNr,
    teken: char,
    at: usize,
    cellen: usize,
    notes: Vec<Note>,
}

impl<'t> Lezer<'t> {
    fn note(&mut self, code: &'static crate::diag::Code, range: Range<usize>, message: &str, hint: &str) {
        self.notes.push(Note::at(code, Span::new(self.file, range), message).hint(hint));
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// How many bytes there are up to the next separator or line end.
    fn tot_einde(&self) -> usize {
        let rest = self.rest();
        let len = rest.find([self.teken, '\n']).unwrap_or(rest.len());
        len - usize::from(rest[..len].ends_with('\r') && rest[len..].starts_with('\n'))
    }

    /// The cells up to the end of a line.
    fn rij(&mut self) -> Vec<Value> {
        let mut cellen = Vec::new();
        loop {
            cellen.push(self.cel());
            let rest = self.rest();
            if rest.starts_with(self.teken) {
                self.at += 1;
                continue;
            }
            self.at += usize::from(rest.starts_with('\r')) + usize::from(!rest.is_empty());
            return cellen;
        }
    }

    /// One cell; stops at the separator, line end or end of the file behind it.
    fn cel(&mut self) -> Value {
        self.cellen += 1;
        if self.cellen > MAX_CELLEN {
            self.note(
                G103,
                self.at..self.at,
                "deze tabel heeft meer dan 100.000 cellen",
                "Haal weg wat u niet nodig hebt",
            );
            self.at = self.text.len();
        }
        if self.rest().starts_with('"') {
            return self.cel_tussen_aanhalingstekens();
        }
        let range = self.at..self.at + self.tot_einde();
        let source = &self.text[range.clone()];
        if let Some(at) = source.find('"') {
            let at = range.start + at;
            self.note(
                G274,
                at..at + 1,
                "hier staat een aanhalingsteken in een cel zonder aanhalingstekens",
                "Zet de hele cel tussen aanhalingstekens, zonder spatie ervoor, en verdubbel de aanhalingstekens erbinnen",
            );
        }
        self.at = range.end;
        Value::cell(Span::new(self.file, range.clone()), source, range.start, false)
    }

    fn cel_tussen_aanhalingstekens(&mut self) -> Value {
        let start = self.at;
        let mut end = start + 1;
        loop {
            let Some(quote) = self.text[end..].find('"') else {
                let hint = "Sluit de cel met een aanhalingsteken, of haal dit weg";
                self.note(G274, start..start + 1, "dit aanhalingsteken wordt nergens gesloten", hint);
                self.at = self.text.len();
                return Value::cell(Span::new(self.file, start..start + 1), "", start, true);
            };
            end += quote + 1;
            if !self.text[end..].starts_with('"') {
                break;
            }
            end += 1;
        }
        self.at = end;
        let na = self.tot_einde();
        if na > 0 {
            let hint = "Zet alles tussen de aanhalingstekens, en verdubbel een aanhalingsteken in de tekst";
            self.note(G274, end..end + na, "achter het aanhalingsteken dat de cel sluit staat nog tekst", hint);
            self.at += na;
        }
        Value::cell(Span::new(self.file, start..end), &self.text[start + 1..end - 1], start + 1, true)
    }
}

#[cfg(test)]
mod tests;
