//! What the parser trips over, in Dutch; its own English never leaves this file.

use super::build::{Stopped, merge_field_note, too_deep};
use super::bytes::tab_note;
use super::{inspring, krul};
use crate::diag::codes::{G112, G113, G114, G115, G116, G117, G118, G119, G120};
use crate::diag::{FileNr, Note, Span};
use granit_parser::ErrorKind as E;
use std::ops::Range;

/// A syntax error explained.
pub struct Slip {
    /// What to tell.
    pub note: Note,
    /// What is wrong, when the rest of the file can be read with something harmless in its place.
    pub mask: Option<(Range<usize>, &'static str)>,
}

/// The line of an error.
struct Line<'t> {
    start: usize,
    text: &'t str,
    /// Offset in `text` of the value after `- ` and `naam: `.
    value: usize,
    /// The name before the value.
    name: Option<&'t str>,
}

impl<'t> Line<'t> {
    fn around(text: &'t str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].split('\n').next().unwrap_or("").trim_end();
        let mut value = line.len() - line.trim_start().len();
        while let Some(rest) = line[value..].strip_prefix("- ") {
            value = line.len() - rest.trim_start().len();
        }
        let mut name = None;
        if let Some(colon) = line[value..].find(": ") {
            let key = &line[value..value + colon];
            if !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ')) {
                name = Some(key);
                value = line.len() - line[value + colon + 1..].trim_start().len();
            }
        }
        Self { start, text: line, value, name }
    }

    fn value(&self) -> &'t str {
        &self.text[self.value..]
    }

    /// The bytes of the value in the file.
    fn range(&self) -> Range<usize> {
        self.start + self.value..self.start + self.text.len()
    }
}

/// Explains a syntax error of `text`.
pub fn explain(error: &Stopped, text: &str, file: FileNr, long_texts: &[Range<usize>]) -> Slip {
    let line = Line::around(text, error.at);
    let place = Place { error, text, file, line };
    if let Some(range) = inspring::uitgesprongen(text, long_texts, error.at) {
        let note =
            Note::at(G114, place.span(range.clone()), "deze regel springt niet in, en valt zo buiten de tekst erboven")
                .hint("Zet er evenveel spaties voor als voor de regels erboven");
        return Slip { note, mask: Some((range, " ")) };
    }
    let open_block = || place.in_flow().or_else(|| place.by_kind());
    place.by_value().or_else(open_block).unwrap_or_else(|| place.unknown())
}

struct Place<'t> {
    error: &'t Stopped,
    text: &'t str,
    file: FileNr,
    line: Line<'t>,
}

impl Place<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    /// The character at the error, or nothing at the end of a line.
    fn here(&self) -> Span {
        let c = self.text[self.error.at..].chars().next().filter(|c| !c.is_whitespace());
        self.span(self.error.at..self.error.at + c.map_or(0, char::len_utf8))
    }

    /// From the error, or the first thing after it, to the end of its line.
    fn rest_of_line(&self) -> Span {
        let end = self.line.start + self.line.text.len();
        let first = self.line.start + self.line.text.len() - self.line.text.trim_start().len();
        let start = self.error.at.max(first).min(end);
        self.span(start..end)
    }

    fn stop(note: Note) -> Slip {
        Slip { note, mask: None }
    }

    /// Slips inside one value, seen from how the value begins.
    fn by_value(&self) -> Option<Slip> {
        let (value, range) = (self.line.value(), self.line.range());
        if self.error.at < range.start || value.is_empty() || self.error.kind == E::DirectiveDisallowed {
            return None;
        }
        if self.error.open.is_some_and(|open| open != range.start && open != range.start + 1) {
            return None;
        }
        let span = self.span(range.clone());
        if let Some(inner) = krul::binnen(value) {
            return Some(Slip { note: krul::note(span, value, &value[inner]), mask: Some((range, "x")) });
        }
        let note = match value.as_bytes()[0] {
            b'{' if value.starts_with("{{") => merge_field_note(span, value),
            b'\'' | b'"' => return self.after_quote(range),
            b'|' | b'>' if matches!(self.error.kind, E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent) => {
                let note = Note::at(G118, span, format!("na `{}` staat op dezelfde regel nog tekst", &value[..1]))
                    .hint("Begin de tekst op de volgende regel, of zet hem tussen aanhalingstekens");
                // What follows is read as the text that was meant.
                return Some(Slip { note, mask: Some((range.start + 1..range.end, " ")) });
            }
            b'@' | b'`' | b'%' | b'*' | b'&' | b'!' | b',' | b']' | b'}' => {
                Note::at(G116, span, format!("tekst kan in YAML niet beginnen met `{}`", &value[..1]))
                    .hint("Zet de hele waarde tussen aanhalingstekens")
            }
            b'-' if self.error.kind == E::BlockSequenceEntryNotAllowed => {
                Note::at(G114, span, "een lijst begint niet op de regel van het veld zelf")
                    .hint("Zet `- ` op een eigen regel onder het veld; is het tekst, zet die tussen aanhalingstekens")
            }
            b'[' | b'{' => return None,
            _ if self.error.kind == E::MappingValueNotAllowed && self.line.name.is_some() => {
                let colon = self.span(self.error.at..self.error.at + 1);
                Note::at(G115, colon, "deze dubbele punt maakt van de tekst een nieuw veld")
                    .hint("Zet de hele waarde tussen aanhalingstekens")
            }
            _ => return None,
        };
        Some(Slip { note, mask: Some((range, "x")) })
    }

    /// Text behind the closing quote, or a `\` that means nothing.
    fn after_quote(&self, range: Range<usize>) -> Option<Slip> {
        let (what, hint) = match &self.error.kind {
            E::InvalidTrailingSingleQuotedScalar => ('\'', "Een `'` binnen zulke tekst schrijft u dubbel: `''`"),
            E::InvalidTrailingDoubleQuotedScalar => ('"', "Een `\"` binnen zulke tekst schrijft u als `\\\"`"),
            _ => return None,
        };
        let message = format!("na het sluitende `{what}` staat nog tekst");
        let note = Note::at(G112, self.rest_of_line(), message).hint(hint);
        Some(Slip { note, mask: Some((range, "x")) })
    }

    /// A bracket that was opened and not closed well.
    fn in_flow(&self) -> Option<Slip> {
        let mismatch = matches!(self.error.kind, E::MismatchedFlowCollectionEnd { .. });
        let flow = matches!(
            self.error.kind,
            E::InvalidColonPlacement
                | E::ExpectedFlowMappingSeparator
                | E::ExpectedFlowSequenceSeparator
                | E::UnclosedFlowCollection { .. }
                | E::UnexpectedEofFlowSequence
                | E::UnexpectedEofFlowMapping
                | E::UnexpectedEofImplicitFlowMapping
                | E::InvalidFlowScalarIndent
                | E::BlockEntryInFlowCollection
                | E::FlowMappingValueAdjacentCollection
                | E::MappingValueNotAllowed
                | E::UnexpectedEof
        );
        let here = Some(self.error.at).filter(|at| self.text[*at..].starts_with(['[', '{']));
        let open = self.error.open.or(here).filter(|_| flow || mismatch)?;
        let bracket = &self.text[open..=open];
        let close = if bracket == "[" { "]" } else { "}" };
        let mut note = Note::at(G113, self.span(open..open + 1), format!("het haakje `{bracket}` wordt niet gesloten"));
        if self.error.at < self.text.len() && self.error.at != open {
            note = note.also(self.here(), "hier loopt het lezen vast");
        }
        if self.line.text.contains("{{") {
            note = note.hint("Binnen haakjes staat tekst met een samenvoegveld tussen aanhalingstekens");
        }
        Some(Self::stop(note.hint(format!("Sluit met `{close}`; is het tekst, zet die tussen aanhalingstekens"))))
    }

    fn by_kind(&self) -> Option<Slip> {
        let (here, rest) = (self.here(), self.rest_of_line());
        Some(Self::stop(match &self.error.kind {
            E::RecursionLimitExceeded => too_deep(here),
            E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation | E::TabInPlainScalar => self.tab(),
            E::TabAtBlockScalarStart => self.tab(),
            E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => self.quote(),
            E::UnknownQuotedScalarEscape
            | E::InvalidQuotedScalarHexEscape
            | E::InvalidLowSurrogateHexEscape
            | E::InvalidLowSurrogate
            | E::MissingLowSurrogate
            | E::UnpairedLowSurrogate
            | E::InvalidUnicodeEscape => self.escape(),
            E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => {
                Note::at(G113, here, "dit haakje sluit iets dat niet open is")
                    .hint("Haal het haakje weg; is het tekst, zet die tussen aanhalingstekens")
            }
            E::SimpleKeyExpected | E::InvalidSimpleKey | E::UnexpectedEofImplicitFlowMapping => self.no_colon(),
            E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent | E::InvalidBlockScalarIndent => {
                Note::at(G118, rest, "deze regel past niet bij de tekst na `|` of `>`")
                    .hint("Begin de tekst op de volgende regel en laat alle regels even ver inspringen")
            }
            E::DirectiveDisallowed => {
                Note::at(G119, rest, "een regel met `%` is een opdracht aan YAML").hint("Haal de regel weg")
            }
            E::ExpectedBlockSequenceEntry => {
                Note::at(G114, rest, "deze regel hoort bij een lijst, maar begint niet met `- `")
                    .hint("Begin de regel met `- `, of laat hem evenveel inspringen als het veld waar hij bij hoort")
            }
            E::MappingValueNotAllowed => {
                let indent = self.line.text.len() - self.line.text.trim_start().len();
                let whole = self.span(self.line.start + indent..self.line.start + self.line.text.len());
                Note::at(G114, whole, "dit veld springt verder in dan de regel erboven, die zelf al een waarde heeft")
                    .hint("Laat velden van dezelfde groep even ver inspringen")
            }
            E::ExpectedBlockMappingKey
            | E::InvalidIndentation
            | E::BlockSequenceEntryNotAllowed
            | E::MappingKeyNotAllowed => {
                Note::at(G114, rest, "deze regel springt anders in dan de regels waar hij bij hoort")
                    .hint("Laat velden van dezelfde groep even ver inspringen")
            }
            _ => return None,
        }))
    }

    fn unknown(&self) -> Slip {
        let note = Note::at(G120, self.rest_of_line(), "deze regel is niet te lezen als YAML")
            .hint("Kijk naar aanhalingstekens, haakjes, dubbele punten en inspringen op deze regel en die erboven");
        Self::stop(note)
    }

    /// The tab itself: in this line, or in the next when a block text begins with it.
    fn tab(&self) -> Note {
        let at = self.text[self.line.start..].find('\t').map_or(self.error.at, |at| self.line.start + at);
        tab_note(self.span(at..(at + 1).min(self.text.len())))
    }

    /// The quote that was opened.
    fn quote(&self) -> Note {
        let after = &self.text[self.error.last_end..];
        let skipped = after.len() - after.trim_start_matches([':', ' ', '-', '?', ',', '\t', '\r', '\n']).len();
        let at = self.error.last_end + skipped;
        match self.text[at..].chars().next() {
            Some(quote @ ('\'' | '"')) => {
                let note = Note::at(
                    G112,
                    self.span(at..at + 1),
                    format!("dit aanhalingsteken (`{quote}`) wordt niet gesloten"),
                );
                let line = self.text[at..].lines().next().unwrap_or("").trim_end();
                match line.char_indices().next_back().filter(|(_, last)| krul::is_krul(*last)) {
                    Some((krul, last)) => note
                        .also(self.span(at + krul..at + line.len()), "een gekruld aanhalingsteken, geen recht")
                        .hint(format!("Typ aan het eind een `{quote}` in de plaats van `{last}`")),
                    None => note.hint(format!("Zet aan het eind van de tekst ook een `{quote}`")),
                }
            }
            _ => Note::at(G112, self.here(), "een aanhalingsteken vóór deze plek wordt niet gesloten")
                .hint("Zet aan het eind van de tekst hetzelfde aanhalingsteken"),
        }
    }

    /// The first `\` from the error on that YAML does not know.
    fn escape(&self) -> Note {
        let bytes = self.text.as_bytes();
        let mut at = self.error.at;
        let known = |at: usize| bytes[at] != b'\\' || b"0abtnvfre \"/\\N_LP\n\r".contains(&bytes[at + 1]);
        while at + 1 < bytes.len() && known(at) {
            at += if bytes[at] == b'\\' { 2 } else { 1 };
        }
        if at + 1 >= bytes.len() || !self.text.is_char_boundary(at) {
            at = self.error.at;
        }
        let length: usize = self.text[at..].chars().take(2).map(char::len_utf8).sum();
        let found = &self.text[at..at + length];
        Note::at(
            G112,
            self.span(at..at + length),
            format!("`{found}` heeft tussen dubbele aanhalingstekens geen betekenis"),
        )
        .hint("Schrijf `\\\\` voor een schuine streep, of gebruik enkele aanhalingstekens")
    }

    /// A line without a colon, or without the blank after it.
    fn no_colon(&self) -> Note {
        let rest = self.rest_of_line();
        let found = self.text.get(rest.range()).unwrap_or("");
        let message = "deze regel heeft geen naam met een dubbele punt en een spatie";
        match found.split_once(':') {
            Some((name, value)) if !value.is_empty() && !name.contains(' ') => {
                Note::at(G117, rest, message).hint(format!("Zet een spatie na de dubbele punt: `{name}: {value}`"))
            }
            _ => Note::at(G117, rest, message)
                .hint("Schrijf `naam: waarde`; hoort de regel bij de tekst erboven, laat hem dan verder inspringen"),
        }
    }
}
