//! What render hands to compile: the Typst sources of one document, with the way back to the YAML.

use std::ops::Range;

use crate::diag::Span;

/// One generated source file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BronFile {
    /// Virtual path from a small, fixed set: `/main.typ`, `/tekst/001.typ`, ...
    pub path: String,
    /// The Typst source.
    pub text: String,
    /// Which bytes of `text` came from which place in the YAML.
    pub kaart: Vec<(Range<usize>, Span)>,
}

/// All generated sources of one document; plain data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bron {
    /// The sources, the main one first.
    pub files: Vec<BronFile>,
    /// The title of the document, for messages.
    pub titel: String,
    /// What identifies this PDF for good (document, output and gemeente); hashed into the file.
    pub ident: String,
    /// Where a note points when nothing better is known.
    pub owner: Option<Span>,
    /// The template that gave the main source, as in `collegebrief/document.typ.tera`.
    pub template: String,
    /// How many pages it may have.
    pub hoogstens: Option<Hoogstens>,
}

/// A limit to the number of pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hoogstens {
    /// The number.
    pub aantal: usize,
    /// Of what, for messages: "een `raadsvoorstel`".
    pub wie: String,
    /// Where a council set it; the kind's own limit has no place in YAML that an author reads.
    pub plek: Option<Span>,
}

impl Bron {
    /// The source with this virtual path.
    pub fn file(&self, path: &str) -> Option<&BronFile> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl BronFile {
    /// The place in the YAML that stands behind `range` of the generated text.
    ///
    /// The smallest mapped piece around the range wins; a range around several pieces leads to all
    /// of them together, as far as they lie in the file of the first.
    pub fn herkomst(&self, range: Range<usize>) -> Option<Span> {
        let around = self.kaart.iter().filter(|(piece, _)| piece.start <= range.start && range.end <= piece.end);
        if let Some((_, span)) = around.min_by_key(|(piece, _)| piece.len()) {
            return Some(span.clone());
        }
        let mut touched: Vec<_> =
            self.kaart.iter().filter(|(piece, _)| piece.start < range.end && range.start < piece.end).collect();
        touched.sort_by_key(|(piece, _)| piece.start);
        let file = touched.first()?.1.file;
        let spans = touched.iter().map(|(_, span)| span).filter(|span| span.file == file);
        let start = spans.clone().map(|span| span.start).min()?;
        let end = spans.map(|span| span.end).max()?;
        Some(Span::new(file, start..end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileNr;

    fn file() -> BronFile {
        let piece = |range, file, span| (range, Span::new(FileNr(file), span));
        let kaart = vec![piece(10..20, 0, 100..110), piece(30..40, 0, 120..130), piece(50..60, 1, 5..6)];
        BronFile { path: "/main.typ".into(), text: String::new(), kaart }
    }

    #[test]
    fn a_range_inside_one_piece_leads_to_that_piece() {
        assert_eq!(file().herkomst(12..15), Some(Span::new(FileNr(0), 100..110)));
    }

    #[test]
    fn a_range_around_pieces_leads_to_all_of_them_in_one_file() {
        assert_eq!(file().herkomst(0..45), Some(Span::new(FileNr(0), 100..130)));
        assert_eq!(file().herkomst(15..70), Some(Span::new(FileNr(0), 100..130)));
    }

    #[test]
    fn a_range_between_pieces_leads_nowhere() {
        assert_eq!(file().herkomst(20..30), None);
    }
}
