//! Shows notes as text.

use super::{Label, Note, Severity, Sources};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use std::fmt::Write as _;
use std::ops::Range;

/// How notes are drawn.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// With colours.
    pub color: bool,
    /// Without line-drawing characters.
    pub ascii: bool,
    /// Columns of the screen.
    pub width: usize,
}

/// Places at most this many lines apart are drawn in one view.
const NEAR: usize = 6;

/// All notes, with their lines, hints and rules; an empty line after each.
pub fn text(notes: &[Note], sources: &Sources, options: Options) -> String {
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if options.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
    let renderer = renderer.decor_style(decor).term_width(options.width.max(40)).hyperlink(false);
    notes.iter().fold(String::new(), |mut out, note| {
        out.push_str(renderer.render(&[group(note, sources)]).trim_end());
        out.push_str("\n\n");
        out
    })
}

/// "3 fouten, 1 waarschuwing".
pub fn summary(notes: &[Note]) -> String {
    let kinds = [
        (Severity::Fout, "fout", "fouten"),
        (Severity::Waarschuwing, "waarschuwing", "waarschuwingen"),
        (Severity::Tip, "tip", "tips"),
    ];
    let mut out = String::new();
    for (severity, one, many) in kinds {
        let count = notes.iter().filter(|note| note.severity() == severity).count();
        if count > 0 {
            let comma = if out.is_empty() { "" } else { ", " };
            let _ = write!(out, "{comma}{count} {}", if count == 1 { one } else { many });
        }
    }
    if out.is_empty() { "geen meldingen".to_string() } else { out }
}

/// A note as the library wants it.
fn group<'n>(note: &'n Note, sources: &'n Sources) -> Group<'n> {
    let level = match note.severity() {
        Severity::Fout => Level::ERROR,
        Severity::Waarschuwing => Level::WARNING,
        Severity::Tip => Level::INFO,
    };
    let title = level.with_name(note.severity().woord()).primary_title(safe(&note.message)).id(note.code.id);
    let mut group = Group::with_title(title);
    for view in views(note, sources) {
        group = match view.snippet(note, sources) {
            Some(snippet) => group.element(snippet),
            None => group.element(view.origin(note, sources)),
        };
    }
    for hint in &note.hints {
        group = group.element(Level::HELP.with_name("hulp").message(safe(hint)));
    }
    group.element(Level::NOTE.with_name("regel").message(note.code.regel))
}

/// Text that can do nothing to a terminal (the library forgets labels and the second range of control characters).
fn safe(text: &str) -> String {
    normalize_untrusted_str(&one_width(text))
}

/// The second range of control characters replaced by a character of as many bytes, so that places stay right.
fn one_width(text: &str) -> String {
    text.replace(|c| matches!(c, '\u{80}'..='\u{9f}'), "·")
}

/// Places of one note that are drawn together: the labels by number, the lines by number.
struct View {
    labels: Vec<usize>,
    lines: Range<usize>,
}

/// The places of a note, near ones together, the main place first.
fn views(note: &Note, sources: &Sources) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    for (nr, label) in note.labels.iter().enumerate() {
        let line = sources.line_column(&label.span).0;
        let near = views.iter_mut().find(|view| {
            let same_file = note.labels[view.labels[0]].span.file == label.span.file;
            same_file && line + NEAR >= view.lines.start && line <= view.lines.end + NEAR
        });
        match near {
            Some(view) => {
                view.labels.push(nr);
                view.lines = view.lines.start.min(line)..view.lines.end.max(line + 1);
            }
            None => views.push(View { labels: vec![nr], lines: line..line + 1 }),
        }
    }
    views
}

impl View {
    /// The lines with their marks; nothing when the file has no text there.
    fn snippet<'n>(&self, note: &'n Note, sources: &'n Sources) -> Option<Snippet<'n, Annotation<'n>>> {
        let file = sources.get(note.labels[self.labels[0]].span.file);
        let first = self.labels.iter().map(|nr| note.labels[*nr].span.start).min()?.min(file.text.len());
        let start = file.text.as_bytes()[..first].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let count = self.lines.len();
        let length: usize = file.text[start..].split_inclusive('\n').take(count).map(str::len).sum();
        let source = file.text[start..start + length].trim_end_matches(['\r', '\n']);
        if source.trim().is_empty() {
            return None;
        }
        let snippet = Snippet::source(one_width(source)).line_start(self.lines.start).path(safe(&file.path));
        Some(snippet.annotations(self.labels.iter().map(|nr| mark(*nr, &note.labels[*nr], source, start))))
    }

    /// The place without its line.
    fn origin<'n>(&self, note: &'n Note, sources: &'n Sources) -> Origin<'n> {
        let span = &note.labels[self.labels[0]].span;
        let (line, column) = sources.line_column(span);
        Origin::path(safe(&sources.get(span.file).path)).line(line).char_column(column)
    }
}

/// A mark under a place; of a place of more lines only the first is marked.
fn mark<'n>(nr: usize, label: &'n Label, source: &str, start: usize) -> Annotation<'n> {
    let boundary = |mut at: usize| {
        at = at.min(source.len());
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let from = boundary(label.span.start.saturating_sub(start));
    let to = boundary(label.span.end.saturating_sub(start)).max(from);
    let line = source[from..to].lines().next().unwrap_or("").trim_end().len();
    let kind = if nr == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
    let tekst = Some(safe(&label.tekst)).filter(|tekst| !tekst.is_empty());
    kind.span(from..from + line).label(tekst)
}

#[cfg(test)]
mod tests;
