//! The author YAML as a tree in which every key and value has a place.
//!
//! [`parse`] checks the bytes (`bytes`), reads the events of `granit-parser` into a tree (`build`), and turns
//! what the parser trips over into Dutch (`syntax`). A slip that spans one value only (a text with `: ` in it, a
//! text that begins with `*`) is masked and the file is read again, so that one run shows every such slip.

mod build;
pub(super) mod bytes;
mod inspring;
mod krul;
mod place;
mod syntax;
mod value;

#[cfg(test)]
mod tests;

pub use value::{Entry, Key, Kind, Scalar, Style, Value};

use crate::diag::{FileNr, Note, Noted, Sources};

/// The largest file that is read.
const MAX_BYTES: usize = 10 * 1024 * 1024;
/// How many slips in a single value are looked past.
const MAX_REPAIRS: usize = 20;
/// How many notes one file may give; the last one says that there are more.
const MAX_NOTES: usize = 100;

/// Reads one file: adds it to `sources` and gives its tree, or `None` when it is not YAML.
///
/// A tree is also given beside faults that leave its shape certain (a duplicate key: the first stays).
pub fn parse(bytes: &[u8], path: &str, sources: &mut Sources) -> Noted<Option<Value>> {
    let (file, mut notes) = bytes::decode(bytes, path, sources);
    if !notes.is_empty() {
        return Noted { value: None, notes };
    }
    let text = &sources.get(file).text;
    bytes::characters(text, file, &mut notes);
    let value = tree(bytes::masked(text), file, &mut notes);
    sources.hele_tekens(&mut notes);
    cap(&mut notes);
    Noted { value, notes }
}

/// The tree of a text in which what has been noted already is masked; with syntax errors there is none.
fn tree(mut masked: String, file: FileNr, notes: &mut Vec<Note>) -> Option<Value> {
    for attempt in 0.. {
        let mut read = build::read(&masked, file);
        let tabs = bytes::tabs(&masked, file, &read);
        let shifted = !tabs.is_empty();
        read.notes.extend(tabs);
        let Some(error) = &read.error else {
            notes.append(&mut read.notes);
            return read.root.filter(|_| attempt == 0);
        };
        let slip = syntax::explain(error, &masked, file, &read.long_texts);
        let known = notes.iter().any(|note| note.labels == slip.note.labels && note.code == slip.note.code);
        let by_tab = shifted && ["G105", "G114", "G120"].contains(&slip.note.code.id);
        if !known && !by_tab {
            notes.push(slip.note);
        }
        match slip.mask {
            Some((range, filler)) if attempt < MAX_REPAIRS && !known => {
                let blank = filler.repeat(range.len());
                masked.replace_range(range, &blank);
            }
            _ => {
                notes.append(&mut read.notes);
                return None;
            }
        }
    }
    None
}

/// Keeps the first [`MAX_NOTES`] notes; the last says that there are more.
fn cap(notes: &mut Vec<Note>) {
    let more = notes.len() > MAX_NOTES;
    notes.truncate(MAX_NOTES);
    if let Some(last) = notes.last_mut().filter(|_| more) {
        last.hints.push("Er zijn nog meer meldingen over dit bestand; los deze eerst op".into());
    }
}
