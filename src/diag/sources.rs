//! The text files of a run, and the places in them.

use super::{FileNr, Note, Span, ordered};

/// How many notes of one severity may start in one line.
const MAX_PER_LINE: usize = 100;
/// What the last of them says when there are more.
const MORE: &str = "Er zijn nog meer meldingen over deze regel; los deze eerst op";

/// One text file that notes can point into.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the project, with forward slashes.
    pub path: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    /// The first byte of every line.
    lines: Vec<usize>,
}

/// All text files of a run, so that notes can be shown with their lines.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file and returns its number.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileNr {
        let nr = FileNr(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let text = text.into();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.files.push(SourceFile { path: path.into(), text, lines });
        nr
    }

    /// The file with this number.
    pub fn get(&self, nr: FileNr) -> &SourceFile {
        &self.files[nr.0 as usize]
    }

    /// All files in the order they were added.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The first place of a whole word in a file; its start when the word is not there.
    pub fn woord(&self, nr: FileNr, woord: &str) -> Span {
        let text = &self.get(nr).text;
        let part = |c: char| c.is_alphanumeric() || "_.-/\"".contains(c);
        let whole = |at: usize| {
            !text[..at].ends_with(part)
                && !text[at + woord.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
        };
        let at = text.match_indices(woord).map(|(at, _)| at).find(|at| whole(*at));
        Span::new(nr, at.map_or(0..0, |at| at..at + woord.len()))
    }

    /// Makes places begin and end between characters: a blank for a forbidden character is shorter than what it hides.
    pub fn hele_tekens(&self, notes: &mut [Note]) {
        for span in notes.iter_mut().flat_map(|note| &mut note.labels).map(|label| &mut label.span) {
            let text = &self.get(span.file).text;
            span.start = text.floor_char_boundary(span.start);
            span.end = text.ceil_char_boundary(span.end);
        }
    }

    /// Notes as they are told: at whole characters, in reading order, each once, and no more than can be read.
    pub fn ordered(&self, mut notes: Vec<Note>) -> Vec<Note> {
        self.hele_tekens(&mut notes);
        self.readable(ordered(notes))
    }

    /// Drops what is too much for one line; the last one that stays says so. A line of a thousand slips is one slip,
    /// and a text of a megabyte without an end of line may not cost a megabyte for each of them.
    fn readable(&self, notes: Vec<Note>) -> Vec<Note> {
        let mut kept: Vec<Note> = Vec::with_capacity(notes.len());
        let (mut here, mut counts) = (None, [0; 3]);
        for note in notes {
            let line = note.labels.first().map(|label| (label.span.file, self.line(&label.span)));
            if line.is_none() || line != here {
                (here, counts) = (line, [0; 3]);
            }
            let count = &mut counts[note.severity() as usize];
            *count += 1;
            if *count <= MAX_PER_LINE {
                kept.push(note);
            } else if *count == MAX_PER_LINE + 1 {
                let same = kept.iter_mut().rfind(|other| other.severity() == note.severity());
                same.into_iter().for_each(|last| last.hints.push(MORE.to_owned()));
            }
        }
        kept
    }

    /// The text under a span.
    pub fn slice(&self, span: &Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or("")
    }

    /// Line and column (both from 1, columns in characters) of the start of a span.
    pub fn line_column(&self, span: &Span) -> (usize, usize) {
        self.line_column_at(span.file, span.start)
    }

    /// The line (from 1) in which a span starts.
    fn line(&self, span: &Span) -> usize {
        self.get(span.file).lines.partition_point(|start| *start <= span.start)
    }

    /// Line and column (both from 1, columns in characters) of a byte.
    pub fn line_column_at(&self, file: FileNr, at: usize) -> (usize, usize) {
        let file = self.get(file);
        let at = file.text.floor_char_boundary(at);
        let line = file.lines.partition_point(|start| *start <= at);
        let column = file.text[file.lines[line - 1]..at].chars().count() + 1;
        (line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes::{G104, G243};

    #[test]
    fn lines_and_columns_count_characters_and_stay_inside_the_file() {
        let mut sources = Sources::default();
        let file = sources.add("a", "één\ntwee");
        let at = |at: usize| sources.line_column_at(file, at);
        assert_eq!([at(0), at(1), at(2), at(6), at(10), at(99)], [(1, 1), (1, 1), (1, 2), (2, 1), (2, 5), (2, 5)]);
    }

    #[test]
    fn a_line_of_a_thousand_slips_is_told_a_hundred_times_and_a_fault_never_gives_way_to_warnings() {
        let mut sources = Sources::default();
        let file = sources.add("a", format!("{}\nx", "x".repeat(1000)));
        let note = |code, at: usize| Note::at(code, Span::new(file, at..at + 1), "x");
        let mut notes: Vec<Note> = (0..500).map(|at| note(G243, at)).collect();
        notes.extend([note(G104, 600), note(G243, 1001)]);
        let told = sources.ordered(notes);
        assert_eq!(told.len(), 102);
        let more: Vec<usize> = (0..102).filter(|nr| told[*nr].hints == [MORE]).collect();
        assert_eq!(more, [99]);
        assert_eq!(told[100].code, G104);
    }
}
