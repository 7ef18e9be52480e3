//! Curly quotes around a value, as word processors type them: to YAML they are letters like any other.

use crate::diag::codes::G112;
use crate::diag::{Note, Span};
use std::ops::Range;

/// What opens and closes: double quotes, then single ones.
const PAREN: &[(&[char], &[char])] =
    &[(&['“', '”', '„', '«'], &['”', '“', '»', '"']), (&['‘', '‚'], &['’', '‘', '\''])];

/// The bytes between the quotes, when the whole value stands between curly ones.
pub fn binnen(source: &str) -> Option<Range<usize>> {
    let first = source.chars().next()?;
    let (_, sluit) = PAREN.iter().find(|(open, _)| open.contains(&first))?;
    let last = source.chars().next_back().filter(|last| sluit.contains(last))?;
    let inner = first.len_utf8()..source.len().checked_sub(last.len_utf8())?;
    // `“ja” of “nee”` begins and ends with one too; between letters it is an apostrophe.
    let mut letters = source.get(inner.clone())?.chars().chain([' ']).peekable();
    let mut vorige = ' ';
    while let Some(c) = letters.next() {
        let apostrof = vorige.is_alphanumeric() && letters.peek().is_some_and(|c| c.is_alphanumeric());
        if is_krul(c) && !apostrof || c == '"' {
            return None;
        }
        vorige = c;
    }
    (!inner.is_empty()).then_some(inner)
}

/// Whether a word processor makes this of a straight quote.
pub fn is_krul(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‚')
}

/// What to say of such a value; `tekst` is what stands between the quotes.
pub fn note(span: Span, source: &str, tekst: &str) -> Note {
    let open = source.chars().next().unwrap_or_default();
    Note::at(G112, span, format!("om deze waarde staan gekrulde aanhalingstekens (`{open}`), geen rechte"))
        .liever(source, &format!("\"{}\"", tekst.replace('"', "\\\"")))
        .hint("Word maakt ze vanzelf; horen ze bij de tekst, zet dan om het geheel ook rechte: `\"`")
}

#[cfg(test)]
mod tests {
    use super::binnen;

    #[test]
    fn only_a_value_that_is_quoted_as_a_whole_counts() {
        for (source, inner) in [
            ("“0.1”", "0.1"),
            ("”0.1”", "0.1"),
            ("„0.1”", "0.1"),
            ("“0.1\"", "0.1"),
            ("‘foto’s van 2022’", "foto’s van 2022"),
            ("«0.1»", "0.1"),
        ] {
            assert_eq!(binnen(source).map(|range| &source[range]), Some(inner), "{source}");
        }
        for source in [
            "“ja” of “nee”",
            "’s-Gravenwaard",
            "Nota “Water”",
            "“Water” in de wijk",
            "“”",
            "“",
            "'s ochtends",
            "‘ja’ en ‘nee’",
        ] {
            assert_eq!(binnen(source), None, "{source}");
        }
    }
}
