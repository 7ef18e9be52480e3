//! Where on a printed page a note is about, beside the place in the text.

/// A spot on a printed page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plek {
    /// The page, from 1.
    pub bladzijde: usize,
    /// Left, top, right and bottom, in tenths of millimetres from the top left corner of the paper.
    pub vak: [i32; 4],
    /// The PDF, as its path in the out folder; for the same spot in several the first.
    pub pdf: String,
    /// An image of the page with the spot marked, when one was made.
    pub beeld: Option<String>,
}
