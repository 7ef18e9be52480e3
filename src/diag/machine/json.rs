//! Notes as one JSON array.

use serde::Serialize;

use super::Place;
use crate::diag::{Note, Plek, Sources, Span};

#[derive(Serialize)]
struct Melding<'n> {
    code: &'static str,
    severity: &'static str,
    message: &'n str,
    rule: &'static str,
    hints: &'n [String],
    places: Vec<Plaats<'n>>,
    fix: Option<Fix<'n>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<Bladzijde<'n>>,
}

/// A spot on a page, in millimetres from its top left corner.
#[derive(Serialize)]
struct Bladzijde<'n> {
    pdf: &'n str,
    number: usize,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    image: Option<&'n str>,
}

impl<'n> Bladzijde<'n> {
    fn new(plek: &'n Plek) -> Self {
        let [left, top, right, bottom] = plek.vak.map(|tiende| f64::from(tiende) / 10.0);
        Self { pdf: &plek.pdf, number: plek.bladzijde, left, top, right, bottom, image: plek.beeld.as_deref() }
    }
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
        page: note.plek.as_deref().map(Bladzijde::new),
    };
    // Texts and numbers only: serde_json has nothing to refuse.
    serde_json::to_string(&melding).unwrap_or_default()
}

fn plaats<'n>(span: &Span, label: &'n str, sources: &'n Sources) -> Plaats<'n> {
    let Place { file, line, column, end_line, end_column, text } = Place::new(span, sources);
    Plaats { file, line, column, end_line, end_column, offset: span.start, end_offset: span.end, text, label }
}
