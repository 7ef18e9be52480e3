//! A cursor over the tree that collects every fault.
//!
//! Reading a document reads as a table of its fields:
//!
//! ```text
//! let onderwerp = node.required_text("onderwerp");
//! let kenmerk = node.text_or_onbekend("kenmerk");
//! let datum = node.required("datum").and_then(|datum| datum.as_date());
//! for bijlage in node.list("bijlagen") { .. }
//! node.finish();
//! ```
//!
//! Every reader notes what is wrong and gives `None`; nothing is noted twice for one value. An optional field
//! that is there but empty counts as absent.

mod fields;
mod scalars;

#[cfg(test)]
mod tests;

use super::yaml::{Key, Kind, Value};
use crate::diag::codes::{G201, G202, G203, G204};
use crate::diag::{Code, Note, Span, kies};
use crate::model::bekend::Bekend;
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// The word for a fact that is not known yet.
const ONBEKEND: &str = "onbekend";

/// A list of notes that many cursors write to.
#[derive(Debug, Default)]
pub struct Notes(RefCell<Vec<Note>>);

impl Notes {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a note.
    pub fn push(&self, note: Note) {
        self.0.borrow_mut().push(note);
    }

    /// Takes back what turned out to follow from something else.
    fn retract(&self, note: &Note) {
        self.0.borrow_mut().retain(|other| other != note);
    }

    /// How many notes there are.
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The notes in the order they were made.
    pub fn into_vec(self) -> Vec<Note> {
        self.0.into_inner()
    }
}

/// A text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Without blanks and line ends around it.
    pub text: String,
    /// Its source, quotes included.
    pub span: Span,
}

/// A cursor at one value.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    value: &'a Value,
    notes: &'a Notes,
    /// How messages name it: "`onderwerp`", "onderdeel 2 van `bijlagen`".
    name: String,
    asked: RefCell<Vec<String>>,
    shape_noted: Cell<bool>,
    /// All fields were asked for at once.
    open: Cell<bool>,
}

impl<'a> Node<'a> {
    /// A cursor at the top of a file.
    pub fn new(value: &'a Value, notes: &'a Notes) -> Self {
        Self::named(value, notes, "de inhoud van dit bestand".into())
    }

    fn named(value: &'a Value, notes: &'a Notes, name: String) -> Self {
        Self { value, notes, name, asked: RefCell::default(), shape_noted: Cell::new(false), open: Cell::new(false) }
    }

    // --- where and what ---

    /// Where the value is written.
    pub fn span(&self) -> Span {
        self.value.span.clone()
    }

    /// Where the name of a field is written.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.value.get(key).map(|entry| entry.key.span.clone())
    }

    /// Where bytes `range` of this text are written.
    pub fn locate(&self, range: Range<usize>) -> Span {
        self.value.locate(range)
    }

    /// The value itself.
    pub fn value(&self) -> &'a Value {
        self.value
    }

    /// How messages name this value, backticks included.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether this is a group of fields.
    pub fn is_map(&self) -> bool {
        matches!(self.value.kind, Kind::Map(_))
    }

    /// Whether this is a list.
    pub fn is_list(&self) -> bool {
        matches!(self.value.kind, Kind::List(_))
    }

    /// Whether this is text.
    pub fn is_scalar(&self) -> bool {
        matches!(self.value.kind, Kind::Scalar(_))
    }

    /// Whether this is the word `onbekend`.
    pub fn is_onbekend(&self) -> bool {
        self.value.scalar().is_some_and(|scalar| scalar.text.trim() == ONBEKEND)
    }

    /// Whether the field is there and filled; does not count as asking for it.
    pub fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some_and(|entry| !matches!(entry.value.kind, Kind::Leeg))
    }

    /// Notes a fault at this value.
    pub fn note(&self, code: &'static Code, message: impl Into<String>) {
        self.notes.push(Note::at(code, self.span(), message));
    }

    /// Adds a note made elsewhere.
    pub fn push(&self, note: Note) {
        self.notes.push(note);
    }

    // --- fields of a group ---

    /// The field with this name, when it is there and filled.
    pub fn child(&self, key: &str) -> Option<Node<'a>> {
        self.ask(key).filter(|node| !matches!(node.value.kind, Kind::Leeg))
    }

    /// The same; a note when it is missing or empty.
    pub fn required(&self, key: &str) -> Option<Node<'a>> {
        let found = self.ask(key);
        match &found {
            None if self.is_map() => {
                self.notes.push(self.ontbreekt(key));
            }
            Some(node) if matches!(node.value.kind, Kind::Leeg) => {
                let span = self.key_span(key).unwrap_or_else(|| node.span());
                let hint = "Vul het in; tekst na een los `#` telt niet mee";
                self.notes.push(Note::at(G202, span, format!("`{key}` is leeg")).hint(hint));
            }
            _ => {}
        }
        found.filter(|node| !matches!(node.value.kind, Kind::Leeg))
    }

    /// The items of a list; none when it is absent.
    pub fn list(&self, key: &str) -> Vec<Node<'a>> {
        self.child(key).map(|node| node.as_list()).unwrap_or_default()
    }

    /// The tree of a field, for readers of their own (rich text).
    pub fn raw(&self, key: &str) -> Option<&'a Value> {
        self.child(key).map(|node| node.value)
    }

    /// All fields, for a group with names of the author's choosing.
    pub fn entries(&self) -> Vec<(&'a Key, Node<'a>)> {
        let entries = self.map().and_then(Value::entries).unwrap_or_default();
        self.open.set(true);
        entries.iter().map(|entry| (&entry.key, self.below(&entry.key.text, &entry.value))).collect()
    }

    /// Notes every field that was not asked for.
    pub fn finish(&self) {
        let Some(entries) = self.map().and_then(Value::entries).filter(|_| !self.open.get()) else { return };
        let asked = self.asked.borrow();
        let free = || asked.iter().map(String::as_str).filter(|key| self.value.get(key).is_none());
        for entry in entries.iter().filter(|entry| !asked.contains(&entry.key.text)) {
            let key = &entry.key.text;
            let note = Note::at(G203, entry.key.span.clone(), format!("`{key}` is hier geen bekend veld"));
            let note = note.bedoeld(key, free(), anders(key, asked.iter().map(String::as_str)));
            // Whoever mistyped a field did not forget it.
            if let Some(herstel) = &note.herstel {
                self.notes.retract(&self.ontbreekt(&herstel.nieuw));
            }
            self.notes.push(note);
        }
    }

    // --- this value itself ---

    /// The items of this list; a note when it is none.
    pub fn as_list(&self) -> Vec<Node<'a>> {
        let Kind::List(items) = &self.value.kind else {
            if let Some(note) = self.langer_streepje() {
                self.notes.push(note);
                return Vec::new();
            }
            self.wrong_shape("een lijst", "Begin elk onderdeel met `- ` op een eigen regel");
            return Vec::new();
        };
        let of = if self.name.starts_with('`') { format!(" van {}", self.name) } else { String::new() };
        let name = |nr| format!("onderdeel {}{of}", nr + 1);
        items.iter().enumerate().map(|(nr, item)| Self::named(item, self.notes, name(nr))).collect()
    }

    /// `– item`: a word processor made the dash longer, and YAML sees no list.
    fn langer_streepje(&self) -> Option<Note> {
        let tekst = &self.value.scalar()?.text;
        let teken = tekst.chars().next().filter(|teken| matches!(teken, '–' | '—' | '•' | '·'))?;
        let span = self.locate(0..teken.len_utf8());
        let note = Note::at(G204, span, format!("{} moet een lijst zijn, maar `{teken}` begint geen lijst", self.name));
        Some(note.hint("Typ voor elk onderdeel een gewoon streepje met een spatie: `- `"))
    }

    /// What `read` makes of this value, unless it is `onbekend`.
    pub fn bekend<T>(&self, read: impl FnOnce(&Self) -> Option<T>) -> Option<Bekend<T>> {
        if self.is_onbekend() { Some(Bekend::Onbekend) } else { read(self).map(Bekend::Bekend) }
    }

    // --- inside ---

    /// Remembers the question and gives the field, empty or not.
    fn ask(&self, key: &str) -> Option<Node<'a>> {
        let mut asked = self.asked.borrow_mut();
        if !asked.iter().any(|known| known == key) {
            asked.push(key.to_string());
        }
        let entry = self.map()?.get(key)?;
        Some(self.below(key, &entry.value))
    }

    fn below(&self, key: &str, value: &'a Value) -> Node<'a> {
        Self::named(value, self.notes, format!("`{key}`"))
    }

    /// The value when it is a group; a note, once, when it is not.
    fn map(&self) -> Option<&'a Value> {
        if !self.is_map() && !self.shape_noted.replace(true) {
            self.wrong_shape(
                "een groep velden",
                "Schrijf regels als `naam: waarde`, met een spatie na de dubbele punt",
            );
        }
        Some(self.value).filter(|_| self.is_map())
    }

    fn ontbreekt(&self, key: &str) -> Note {
        let hint = format!("Voeg een regel `{key}: ...` toe");
        Note::at(G201, self.start(), format!("`{key}` ontbreekt")).hint(hint)
    }

    /// Where a missing field is pointed out: the first field of the group.
    fn start(&self) -> Span {
        match self.value.entries().and_then(<[_]>::first) {
            Some(entry) => entry.key.span.clone(),
            None => self.span(),
        }
    }

    fn wrong_shape(&self, expected: &str, hint: &str) {
        let found = match &self.value.kind {
            Kind::Scalar(_) => "tekst",
            Kind::List(_) => "een lijst",
            Kind::Map(_) => "een groep velden",
            Kind::Leeg => "niets",
            Kind::Onleesbaar => return,
        };
        let mut span = self.span();
        if let Some(first) = self.value.entries().and_then(<[_]>::first) {
            span = first.key.span.clone();
        }
        let message = format!("{} moet {expected} zijn, maar hier staat {found}", self.name);
        self.notes.push(Note::at(G204, span, message).hint(hint));
    }
}

/// Fields that writers put beside the group in which they belong.
const ELDERS: &[(&str, &str)] = &[
    ("slotgroet", "ondertekening"),
    ("namens", "ondertekening"),
    ("door", "ondertekening"),
    ("mandaat", "ondertekening"),
    ("raad", "vergadering"),
    ("commissie", "vergadering"),
    ("agendapunt", "vergadering"),
    ("email", "behandeling"),
    ("telefoon", "behandeling"),
    ("trefwoorden", "publicatie"),
    ("omschrijving", "publicatie"),
    ("uitkomst", "besluitvorming"),
    ("amendementen", "besluitvorming"),
];

/// What to do about an unknown field that looks like no known one; a name with a space is a line that came loose.
fn anders<'k>(key: &str, known: impl Iterator<Item = &'k str>) -> String {
    if key.trim().contains(' ') {
        return "Hoort deze regel bij de tekst erboven, laat hem dan even ver inspringen".to_string();
    }
    let known: Vec<&str> = known.collect();
    if let Some((_, groep)) = ELDERS.iter().find(|(veld, groep)| *veld == key && known.contains(groep)) {
        return format!("Zet `{key}` onder `{groep}`, en laat het daar inspringen");
    }
    kies("Hier kunnen staan", key, known, "alle velden staan in de handleiding")
}
