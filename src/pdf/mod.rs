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
mod veilig;

pub use facts::{Claims, Dates, Facts, read as facts};
pub use veilig::veilig;

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

/// Reads a PDF; `None` when it is none, a damaged one, or one that cannot be read safely ([`veilig`]).
pub fn lees(bytes: &[u8]) -> Option<Gegevens> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    veilig(bytes, gegevens).ok().flatten()
}

fn gegevens(bytes: Vec<u8>) -> Option<Gegevens> {
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

impl Gegevens {
    /// Whether a paragraph stands on the pages, with marks of notes in it and a page that ends within it.
    pub fn zegt_alinea(&self, words: &str) -> bool {
        let [tekst, alinea] = [&self.tekst, words].map(|text| bare(text).chars().collect::<Vec<char>>());
        let begin = &alinea[..alinea.len().min(STUK)];
        let mut plekken = tekst.windows(begin.len().max(1)).enumerate().filter(|(_, stuk)| *stuk == begin);
        begin.is_empty() || plekken.any(|(at, _)| volgt(&tekst[at..], &alinea))
    }
}

/// As many letters in a row are no accident.
const STUK: usize = 20;
/// The longest mark of a note.
const MERK: usize = 3;
/// Where a page ends, notes stand between two words: one of these lengths at least, and not more than a page of them.
const NOTEN: std::ops::Range<usize> = 40..4000;

/// Whether the text goes on with all letters of a paragraph.
fn volgt(tekst: &[char], alinea: &[char]) -> bool {
    let (mut at, mut rest) = (0, alinea);
    while let Some((letter, verder)) = rest.split_first() {
        if tekst.get(at) == Some(letter) {
            (at, rest) = (at + 1, verder);
            continue;
        }
        let Some(hierna) = tekst.get(at..) else { return false };
        let stuk = &rest[..rest.len().min(STUK)];
        let merk = hierna.iter().take(MERK).take_while(|letter| letter.is_ascii_digit()).count();
        let na_noten =
            hierna.windows(stuk.len()).take(NOTEN.end).skip(NOTEN.start).position(|gevonden| gevonden == stuk);
        let over = match (1..=merk).find(|merk| hierna[*merk..].starts_with(stuk)) {
            Some(merk) => merk,
            None => match na_noten {
                Some(plek) => NOTEN.start + plek,
                None => return false,
            },
        };
        at += over;
    }
    true
}

/// Letters only: without blanks and without the hyphens that a line may end in.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !"-\u{ad}\u{2010}\u{2011}".contains(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::Gegevens;

    #[test]
    fn a_paragraph_is_found_through_marks_and_notes_and_not_when_a_word_is_another() {
        let noot = "1 Een toelichting die onderaan de pagina staat, met genoeg woorden om er een te zijn.";
        let tekst =
            format!("Kop De raad besluit het werk-\nplan12 vast te stellen voor heel {noot} 2025 en de jaren erna.");
        let pdf = Gegevens { tekst, ..Gegevens::default() };
        let alinea = "De raad besluit het werkplan vast te stellen voor heel 2025 en de jaren erna.";
        assert!(pdf.zegt_alinea(alinea) && pdf.zegt_alinea("") && pdf.zegt_alinea("en de jaren erna."));
        for anders in [
            ("besluit het", "besluit niet het"),
            ("vast te", "te"),
            ("2025", "2026"),
            ("erna", "erna niet"),
            ("De raad", "De Raad"),
        ] {
            let alinea = alinea.replace(anders.0, anders.1);
            assert!(!pdf.zegt_alinea(&alinea), "{alinea}");
        }
    }
}
