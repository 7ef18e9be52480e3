//! From parser events to the tree.

use super::place::Places;
use super::value::{Entry, Key, Kind, Scalar, Style, Value};
use super::{bytes, krul};
use crate::diag::codes::{G103, G106, G107, G108, G109, G110, G111, G121};
use crate::diag::{FileNr, Note, Span};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle};
use std::collections::HashMap;
use std::ops::Range;

const MAX_DEPTH: usize = 32;
const MAX_NODES: usize = 100_000;

/// What one reading gave.
pub struct Read {
    /// The tree, when there is one.
    pub root: Option<Value>,
    /// Faults that do not stop the reading.
    pub notes: Vec<Note>,
    /// What stopped it.
    pub error: Option<Stopped>,
    /// Texts of more than one line, in order.
    pub long_texts: Vec<Range<usize>>,
}

/// A syntax error.
pub struct Stopped {
    /// What the parser missed or met.
    pub kind: ErrorKind,
    /// Where.
    pub at: usize,
    /// The end of the last thing that was understood.
    pub last_end: usize,
    /// The innermost `[` or `{` that was still open.
    pub open: Option<usize>,
}

/// A collection that is being filled.
struct Frame {
    start: usize,
    flow: bool,
    notes_before: usize,
    content: Content,
}

enum Content {
    List(Vec<Value>),
    Map { entries: Vec<Entry>, seen: HashMap<String, Span>, key: Pending },
}

/// The key that waits for its value.
enum Pending {
    None,
    Key(Key),
    /// Not usable and noted: its value is dropped.
    Dropped,
}

struct Builder<'t> {
    text: &'t str,
    file: FileNr,
    frames: Vec<Frame>,
    read: Read,
    nodes: usize,
    documents: usize,
    last_end: usize,
    halted: bool,
}

/// Reads `text` as far as it goes.
pub fn read(text: &str, file: FileNr) -> Read {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true, emit_anchor_events: true, emit_comments: false, disallow_directives: true,
        flow_nesting_limit: MAX_DEPTH * 2, block_nesting_limit: MAX_DEPTH * 2,
    };
    let read = Read { root: None, notes: Vec::new(), error: None, long_texts: Vec::new() };
    let mut builder =
        Builder { text, file, frames: Vec::new(), read, nodes: 0, documents: 0, last_end: 0, halted: false };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => {
                builder.stop(error.kind().clone(), error.marker().byte_offset());
                break;
            }
        }
        if builder.halted {
            break;
        }
    }
    builder.read
}

impl Builder<'_> {
    fn stop(&mut self, kind: ErrorKind, at: Option<usize>) {
        let open = self.frames.iter().rev().find(|frame| frame.flow).map(|frame| frame.start);
        let at = at.unwrap_or(self.text.len()).min(self.text.len());
        self.read.error = Some(Stopped { kind, at, last_end: self.last_end, open });
    }

    /// Stops for good: the note says why.
    fn halt(&mut self, note: Note) {
        self.read.notes.push(note);
        self.read.root = None;
        self.halted = true;
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn event(&mut self, event: Event<'_>, place: &granit_parser::Span) {
        let start = place.start.byte_offset().unwrap_or(0);
        let end = place.end.byte_offset().unwrap_or(start).max(start);
        self.properties(&event, place, start..end);
        match event {
            Event::DocumentStart(..) => self.document(start..end),
            Event::Scalar(text, style, ..) => self.scalar(&text, style, start..end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.alias(start..end),
            Event::SequenceStart(style, ..) => self.open(start, style, Content::List(Vec::new())),
            Event::MappingStart(style, ..) => {
                let content = Content::Map { entries: Vec::new(), seen: HashMap::new(), key: Pending::None };
                self.open(start, style, content);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(end),
            _ => {}
        }
    }

    /// Anchors and tags: noted, and otherwise looked past.
    fn properties(&mut self, event: &Event<'_>, place: &granit_parser::Span, range: Range<usize>) {
        if let Event::Anchor(..) = event {
            let note = Note::at(G107, self.span(range), format!("`{}` is een anker van YAML", self.slice(place)));
            self.read
                .notes
                .push(note.hint("Zet tekst die met `&` begint tussen aanhalingstekens; anders: haal het weg"));
        } else if let Some(tag) = place.tag_span() {
            let at = tag.start.byte_offset().unwrap_or(range.start);
            let span = self.span(at..tag.end.byte_offset().unwrap_or(at));
            let note = Note::at(G108, span, format!("`{}` is een label van YAML", self.slice(&tag)));
            self.read
                .notes
                .push(note.hint("Zet tekst die met `!` begint tussen aanhalingstekens; anders: haal het weg"));
        }
    }

    fn slice(&self, place: &granit_parser::Span) -> &str {
        place.byte_range().and_then(|range| self.text.get(range)).unwrap_or("")
    }

    fn document(&mut self, range: Range<usize>) {
        self.documents += 1;
        if self.documents > 1 {
            let line = self.text[range.start..].lines().next().unwrap_or("");
            let span = self.span(range.start..range.start + line.trim_end().len());
            let note = Note::at(G106, span, "hier begint een tweede document in hetzelfde bestand");
            let root = self.read.root.take();
            self.halt(note.hint("Haal de regel met `---` of `...` weg, of maak er twee bestanden van"));
            self.read.root = root;
        }
    }

    fn alias(&mut self, range: Range<usize>) {
        let name = self.text.get(range.clone()).unwrap_or("*");
        let note = Note::at(G107, self.span(range.clone()), format!("`{name}` is een verwijzing van YAML"))
            .hint("Zet tekst die met een sterretje begint (cursief of vet) tussen aanhalingstekens");
        self.read.notes.push(note);
        self.complete(Value { span: self.span(range), kind: Kind::Onleesbaar });
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, range: Range<usize>) {
        let (style, quotes, escape) = match style {
            ScalarStyle::SingleQuoted => (Style::Single, 1, Some(b'\'')),
            ScalarStyle::DoubleQuoted => (Style::Double, 1, Some(b'\\')),
            ScalarStyle::Literal => (Style::Literal, 0, None),
            ScalarStyle::Folded => (Style::Folded, 0, None),
            _ => (Style::Plain, 0, None),
        };
        let source = self.text.get(range.clone()).unwrap_or("");
        let end = range.start + if style == Style::Double { source.len() } else { source.trim_end().len() };
        if source.contains('\n') {
            self.read.long_texts.push(range.clone());
        }
        let empty = style == Style::Plain && (range.is_empty() || matches!(source, "~" | "null" | "Null" | "NULL"));
        let kind = if empty {
            Kind::Leeg
        } else if let Some(inner) = krul::binnen(source.trim_end()).filter(|_| style == Style::Plain) {
            let meant = &source[inner.clone()];
            self.read.notes.push(krul::note(self.span(range.start..end), source.trim_end(), meant));
            let places = Places::align(meant, meant, range.start + inner.start, None);
            Kind::Scalar(Scalar { text: meant.to_string(), style: Style::Double, places })
        } else {
            let inner = source.get(quotes..source.len().saturating_sub(quotes)).unwrap_or("");
            let places = Places::align(text, inner, range.start + quotes, escape);
            if style == Style::Double && inner.contains('\\') {
                let span = self.span(range.start..end);
                self.read.notes.extend(bytes::named(text, inner, &span));
            }
            Kind::Scalar(Scalar { text: text.to_string(), style, places })
        };
        if style == Style::Plain && !range.is_empty() {
            self.cut_off(end);
        }
        self.last_end = self.last_end.max(range.end);
        self.complete(Value { span: self.span(range.start..end), kind });
    }

    /// `Motie #12`: YAML reads `#12` as a comment, and the author loses it in silence.
    fn cut_off(&mut self, end: usize) {
        let line = self.text[end..].lines().next().unwrap_or("");
        let rest = line.trim_start_matches([' ', '\t']);
        let after = rest.strip_prefix('#').and_then(|text| text.chars().next());
        if rest.len() < line.len() && after.is_some_and(char::is_alphanumeric) {
            let at = end + line.len() - rest.len();
            let rest = rest.trim_end();
            let note = Note::at(G121, self.span(at..at + rest.len()), format!("`{rest}` telt niet mee als tekst"));
            self.read.notes.push(note.hint("Hoort dit bij de tekst, zet dan de hele waarde tussen aanhalingstekens"));
        }
    }

    fn open(&mut self, start: usize, style: StructureStyle, content: Content) {
        if self.frames.len() >= MAX_DEPTH {
            return self.halt(too_deep(self.span(start..start)));
        }
        // `[a: b]` holds a map without brackets of its own.
        let flow = style == StructureStyle::Flow && self.text[start..].starts_with(['[', '{']);
        self.last_end = self.last_end.max(start + usize::from(flow));
        self.frames.push(Frame { start, flow, notes_before: self.read.notes.len(), content });
    }

    fn close(&mut self, end: usize) {
        let Some(frame) = self.frames.pop() else { return };
        let source = self.text.get(frame.start..end).unwrap_or("");
        if frame.flow && source.starts_with("{{") {
            self.read.notes.truncate(frame.notes_before);
            return self.merge_field(frame.start..end);
        }
        let (kind, last) = match frame.content {
            Content::List(items) => {
                let last = items.last().map(|item| item.span.end);
                (Kind::List(items), last)
            }
            Content::Map { entries, .. } => {
                let last = entries.last().map(|entry| entry.value.span.end.max(entry.key.span.end));
                (Kind::Map(entries), last)
            }
        };
        let end = if frame.flow { end } else { last.unwrap_or(frame.start) };
        self.last_end = self.last_end.max(end);
        self.complete(Value { span: self.span(frame.start..end), kind });
    }

    /// `{{ gemeente.naam }}` without quotes is two flow maps to YAML; the author means text.
    fn merge_field(&mut self, range: Range<usize>) {
        let source = &self.text[range.clone()];
        self.read.notes.push(merge_field_note(self.span(range.clone()), source));
        self.last_end = self.last_end.max(range.end);
        let places = Places::align(source, source, range.start, None);
        let scalar = Scalar { text: source.to_string(), style: Style::Plain, places };
        self.complete(Value { span: self.span(range), kind: Kind::Scalar(scalar) });
    }

    /// Puts a finished value where it belongs.
    fn complete(&mut self, value: Value) {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let note = Note::at(G103, value.span, "dit bestand heeft meer dan 100.000 onderdelen");
            return self.halt(note.hint("Verdeel de inhoud over meer bestanden"));
        }
        let Some(frame) = self.frames.last_mut() else {
            self.read.root = Some(value);
            return;
        };
        match &mut frame.content {
            Content::List(items) => items.push(value),
            Content::Map { entries, seen, key } => match std::mem::replace(key, Pending::None) {
                Pending::None => *key = pending(value, seen, &mut self.read.notes),
                Pending::Key(key) => entries.push(Entry { key, value }),
                Pending::Dropped => {}
            },
        }
    }
}

/// Judges a key.
fn pending(value: Value, seen: &mut HashMap<String, Span>, notes: &mut Vec<Note>) -> Pending {
    let Kind::Scalar(Scalar { text, style, .. }) = value.kind else {
        let message = match value.kind {
            Kind::Leeg => "voor deze dubbele punt ontbreekt de naam van het veld",
            Kind::Onleesbaar => return Pending::Dropped,
            _ => "een lijst of een groep velden kan geen naam van een veld zijn",
        };
        notes.push(Note::at(G110, value.span, message).hint("Schrijf `naam: waarde`"));
        return Pending::Dropped;
    };
    if text == "<<" && style == Style::Plain {
        let note = Note::at(G107, value.span, "`<<` voegt in YAML groepen samen; dat kan hier niet");
        notes.push(note.hint("Schrijf de velden uit"));
        return Pending::Dropped;
    }
    if let Some(first) = seen.get(&text) {
        let note = Note::at(G109, value.span, format!("`{text}` staat hier twee keer"));
        notes.push(note.also(first.clone(), "hier staat het ook al").hint("Verwijder een van de twee"));
        return Pending::Dropped;
    }
    seen.insert(text.clone(), value.span.clone());
    Pending::Key(Key { text, span: value.span })
}

/// A file that is nested too deep.
pub fn too_deep(span: Span) -> Note {
    Note::at(G103, span, "dit bestand gaat dieper dan 32 lagen").hint("Kijk of er te veel haakjes of streepjes staan")
}

/// A merge field at the start of a value without quotes.
pub fn merge_field_note(span: Span, source: &str) -> Note {
    let source = source.lines().next().unwrap_or(source);
    Note::at(G111, span, format!("`{source}` begint met een samenvoegveld en staat niet tussen aanhalingstekens"))
        .hint(format!("Schrijf `\"{source}\"`"))
}
