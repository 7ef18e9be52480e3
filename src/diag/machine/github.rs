//! Notes as workflow commands of GitHub Actions: they appear beside the lines of a change.

use super::Place;
use crate::diag::{Note, Severity, Sources};

/// A command for each note.
pub fn github(notes: &[Note], sources: &Sources) -> String {
    notes.iter().map(|note| command(note, sources)).collect()
}

fn command(note: &Note, sources: &Sources) -> String {
    let name = match note.severity() {
        Severity::Fout => "error",
        Severity::Waarschuwing => "warning",
        Severity::Tip => "notice",
    };
    let mut where_ = String::new();
    if let Some(label) = note.labels.first() {
        let place = Place::new(&label.span, sources);
        where_ = format!("file={},line={},col={},", property(place.file), place.line, place.column);
        where_ += &format!("endLine={},", place.end_line);
        // GitHub reads the end as the last column that belongs to it.
        if place.end_line == place.line && place.end_column > place.column {
            where_ += &format!("endColumn={},", place.end_column - 1);
        }
    }
    let mut text = note.message.clone();
    for label in note.labels.iter().skip(1) {
        let place = Place::new(&label.span, sources);
        text += &format!("\n{}:{}:{}: {}", place.file, place.line, place.column, label.tekst);
    }
    note.hints.iter().for_each(|hint| text += &format!("\nhulp: {hint}"));
    text += &format!("\nregel: {}", note.code.regel);
    format!("::{name} {where_}title={}::{}\n", property(note.code.id), data(&text))
}

/// The text of a command on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, in which commas and colons have a meaning too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
