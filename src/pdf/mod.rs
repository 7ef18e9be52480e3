//! Reads PDFs: what a file says about itself, and the words on its pages.
//!
//! For files that somebody else may have changed. What cannot be read is absent; nothing here trusts a length, a
//! depth or a reference of the file.

mod cmap;
pub mod content;
mod facts;
mod font;
pub mod maat;
pub mod objects;

pub use facts::{Claims, Dates, Facts, read as facts};

use content::Owner;
use objects::Objects;

/// What is told of one PDF.
#[derive(Debug, Default)]
pub struct Gegevens {
    /// What it says about itself.
    pub facts: Facts,
    /// What its XMP packet claims.
    pub claims: Claims,
    /// The number of pages.
    pub paginas: usize,
    /// All that is painted as content, page after page, without headers and footers.
    pub tekst: String,
}

/// Reads a PDF; `None` when it is none, a damaged one, or one that cannot be read safely ([`maat`]).
pub fn lees(bytes: Vec<u8>) -> Option<Gegevens> {
    if !bytes.starts_with(b"%PDF-") || maat::check(&bytes).is_err() {
        return None;
    }
    let file = hayro_syntax::Pdf::new(bytes).ok()?;
    let objects = Objects::new(&file);
    let facts = facts::read(&objects, &file);
    let mut tekst = String::new();
    for page in file.pages().iter() {
        for run in content::runs(page, &objects) {
            if !matches!(run.owner, Owner::Artifact(_)) {
                tekst.push_str(&run.text);
                tekst.push(' ');
            }
        }
    }
    Some(Gegevens { claims: Claims::of(&facts.xmp), facts, paginas: file.pages().len(), tekst })
}

impl Gegevens {
    /// Whether these words stand on the pages, however lines and letters divide them.
    pub fn zegt(&self, words: &str) -> bool {
        bare(&self.tekst).contains(&bare(words))
    }
}

/// Letters only: without blanks and without the hyphens that a line may end in.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !"-\u{ad}\u{2010}\u{2011}".contains(*letter)).collect()
}
