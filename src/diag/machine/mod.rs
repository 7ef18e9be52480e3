//! Notes for programs: JSON for scripts, SARIF for code-review tools, workflow commands for GitHub.
//!
//! All give the same notes in the same order with the same places; lines and columns count from 1, columns in characters,
//! the end is the column after the last character.

mod github;
mod json;
mod sarif;

pub use github::github;
pub use json::json;
pub use sarif::sarif;

use super::{Sources, Span};

/// A place as programs want it.
struct Place<'s> {
    file: &'s str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// The text that stands there.
    text: &'s str,
}

impl<'s> Place<'s> {
    fn new(span: &Span, sources: &'s Sources) -> Self {
        let (line, column) = sources.line_column(span);
        let (end_line, end_column) = sources.line_column_at(span.file, span.end.max(span.start));
        Self { file: &sources.get(span.file).path, line, column, end_line, end_column, text: sources.slice(span) }
    }
}

#[cfg(test)]
mod tests;
