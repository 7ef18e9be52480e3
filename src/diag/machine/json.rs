//! Notes as one JSON array.

use serde::Serialize;

use super::Place;
use crate::diag::{Note, Sources, Span};

#[derive(Serialize)]
struct Melding<'n> {
    code: &'static str,
    severity: &'static str,
    message: &'n str,
    rule: &'static str,
    hints: &'n [String],
    places: Vec<Plaats<'n>>,
    fix: Option<Fix<'n>>,
}

#[derive(Serialize)]
struct Plaats<'n> {
    file: &'n str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    offset: usize,
    end_offset: usize,
    text: &'n str,
    label: &'n str,
}

#[derive(Serialize)]
struct Fix<'n> {
    place: Plaats<'n>,
    replacement: &'n str,
}

/// All notes as a JSON array, one note a line.
pub fn json(notes: &[Note], sources: &Sources) -> String {
    let lines: Vec<String> = notes.iter().map(|note| line(note, sources)).collect();
    if lines.is_empty() { "[]\n".to_string() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}

fn line(note: &Note, sources: &Sources) -> String {
    let places = note.labels.iter().map(|label| plaats(&label.span, &label.tekst, sources)).collect();
    let fix = note.reparatie(sources);
    let fix = fix.map(|(span, replacement)| Fix { place: plaats(&span, "", sources), replacement });
    let melding = Melding {
        code: note.code.id,
        severity: note.severity().woord(),
        message: &note.message,
        rule: note.code.regel,
        hints: &note.hints,
        places,
        fix,
    };
    // Texts and numbers only: serde_json has nothing to refuse.
    serde_json::to_string(&melding).unwrap_or_default()
}

fn plaats<'n>(span: &Span, label: &'n str, sources: &'n Sources) -> Plaats<'n> {
    let Place { file, line, column, end_line, end_column, text } = Place::new(span, sources);
    Plaats { file, line, column, end_line, end_column, offset: span.start, end_offset: span.end, text, label }
}
