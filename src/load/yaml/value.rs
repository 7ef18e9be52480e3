//! The tree: values with their places.

use super::place::Places;
use crate::diag::Span;
use std::ops::Range;

/// A value with the place where it is written.
#[derive(Clone, Debug)]
pub struct Value {
    /// Exactly its source characters: quotes included; a block text from its first character to its last.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The shapes of a value.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Text; numbers, dates and words like `nee` too, as typed.
    Scalar(Scalar),
    /// Items in order.
    List(Vec<Value>),
    /// Fields in order, without duplicates.
    Map(Vec<Entry>),
    /// Nothing after the colon, or a plain `~` or `null`.
    Leeg,
    /// Something that could not be read and has been noted already; ask nothing of it.
    Onleesbaar,
}

/// A field of a map.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub key: Key,
    /// What it holds.
    pub value: Value,
}

/// The name of a field.
#[derive(Clone, Debug)]
pub struct Key {
    /// The name, without quotes.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A text value.
#[derive(Clone, Debug)]
pub struct Scalar {
    /// The text as YAML means it: verbatim, without quotes and indentation.
    pub text: String,
    /// How it is written.
    pub style: Style,
    pub(super) places: Places,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// Between `'`.
    Single,
    /// Between `"`.
    Double,
    /// A block after `|`.
    Literal,
    /// A block after `>`.
    Folded,
}

impl Value {
    /// The text and the style, when this is text.
    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The fields, when this is a map.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.kind {
            Kind::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The field with this name.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries()?.iter().find(|entry| entry.key.text == key)
    }

    /// Where bytes `range` of the text are written; the whole value when that is not known or this is no text.
    pub fn locate(&self, range: Range<usize>) -> Span {
        let place = self.scalar().and_then(|scalar| scalar.places.locate(&range));
        place.map_or_else(|| self.span.clone(), |place| Span::new(self.span.file, place))
    }

    /// The value of a cell of a table: `source` starts at byte `from` of the file and stands between quotes or not.
    pub(in crate::load) fn cell(span: Span, source: &str, from: usize, quoted: bool) -> Self {
        let text = if quoted { source.replace("\"\"", "\"") } else { source.to_string() }.replace("\r\n", "\n");
        if text.trim().is_empty() {
            return Self { span, kind: Kind::Leeg };
        }
        let places = Places::align(&text, source, from, quoted.then_some(b'"'));
        let style = if quoted { Style::Double } else { Style::Plain };
        Self { span, kind: Kind::Scalar(Scalar { text, style, places }) }
    }
}
