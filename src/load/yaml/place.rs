//! From a place in a text back to the place in its source.

use std::ops::Range;

/// Stretches of a text that stand in the source as they are: (offset in the text, offset in the source).
#[derive(Clone, Debug, Default)]
pub struct Places {
    stretches: Vec<(usize, usize)>,
    len: usize,
}

/// White space that YAML may add, drop or fold.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

impl Places {
    /// Aligns `text` with `source`, which starts at byte `from` of the file and has no quotes around it.
    ///
    /// Runs of white space may differ (indentation, folding); `escape` is the character that, before a quote, a
    /// slash or itself, is not part of the text. What cannot be aligned gives no places at all.
    pub fn align(text: &str, source: &str, from: usize, escape: Option<u8>) -> Self {
        let (text, source) = (text.as_bytes(), source.as_bytes());
        let mut places = Self { stretches: Vec::new(), len: text.len() };
        let (mut t, mut s) = (0, 0);
        while t < text.len() {
            if t == 0 || is_space(text[t]) {
                let (next_t, next_s) = (skip(text, t), skip(source, s));
                if t > 0 && next_s == s && next_t < text.len() {
                    return Self::default();
                }
                let kept = blanks_before(text, next_t).min(blanks_before(source, next_s));
                places.add(t, from + s);
                places.add(next_t - kept, from + next_s - kept);
                (t, s) = (next_t, next_s);
                if next_t == text.len() {
                    break;
                }
            }
            let escaped = source.get(s).copied() == escape && source.get(s + 1) == Some(&text[t]);
            if escaped && matches!(text[t], b'\'' | b'"' | b'\\' | b'/') {
                s += 1;
                places.add(t, from + s);
            }
            if source.get(s) != Some(&text[t]) {
                return Self::default();
            }
            (t, s) = (t + 1, s + 1);
        }
        if skip(source, s) == source.len() { places } else { Self::default() }
    }

    /// Notes that the stretch from `text` on stands at `source`, when that is news.
    fn add(&mut self, text: usize, source: usize) {
        let known = self.stretches.last().is_some_and(|(t, s)| *s + text == *t + source);
        if !known {
            self.stretches.push((text, source));
        }
    }

    /// The source of bytes `range` of the text.
    pub fn locate(&self, range: &Range<usize>) -> Option<Range<usize>> {
        if self.stretches.is_empty() || range.start > range.end || range.end > self.len {
            return None;
        }
        let start = self.at(range.start);
        let end = if range.is_empty() { start } else { self.at(range.end - 1) + 1 };
        Some(start..end.max(start))
    }

    /// The source of one offset.
    fn at(&self, offset: usize) -> usize {
        let after = self.stretches.partition_point(|(text, _)| *text <= offset);
        let (text, source) = self.stretches[after.saturating_sub(1)];
        let found = source + offset.saturating_sub(text);
        self.stretches.get(after).map_or(found, |(_, next)| found.min(*next))
    }
}

/// The first byte from `at` that is no white space.
fn skip(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| is_space(**byte)).count()
}

/// How many blanks stand right before `at`.
fn blanks_before(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().rev().take_while(|byte| **byte == b' ').count()
}
