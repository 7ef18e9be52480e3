//! The cache key: one digest over everything that can change the bytes of a PDF.

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};

use super::{Bron, Shelf, pdf};

/// SHA-256 as people see it from `sha256sum`.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A digest over named parts, each with its length, so that no two lists of parts look alike.
pub struct Digest(Sha256);

impl Digest {
    /// A digest over nothing yet.
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    /// Adds a part.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        for part in [name.as_bytes(), bytes] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    /// The digest in hexadecimal.
    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

impl Default for Digest {
    fn default() -> Self {
        Self::new()
    }
}

/// The key of one document: its virtual files, the images it can see, fonts, style, PDF options
/// and the versions of griffel and Typst. Equal keys give equal bytes.
pub fn cache_key(shelf: &Shelf, bron: &Bron, datum: NaiveDate) -> String {
    let mut digest = Digest::new();
    digest.add("griffel", pdf::CREATOR.as_bytes());
    digest.add("typst", typst::utils::version().raw().as_bytes());
    digest.add("normen", pdf::NORMEN.as_bytes());
    digest.add("ident", bron.ident.as_bytes());
    digest.add("datum", datum.to_string().as_bytes());
    if let Some(hoogstens) = &bron.hoogstens {
        // It changes no byte, but what is noted with them.
        digest.add("hoogstens", hoogstens.aantal.to_string().as_bytes());
        digest.add("hoogstens van", hoogstens.wie.as_bytes());
    }
    digest.add("gedeeld", shelf.digest().as_bytes());
    for file in &bron.files {
        digest.add(&file.path, file.text.as_bytes());
    }
    let texts: Vec<&str> = bron.files.iter().map(|file| file.text.as_str()).collect();
    for path in shelf.visible(&texts) {
        digest.add(path, shelf.beeld_sha256(path).unwrap_or_default().as_bytes());
    }
    digest.finish()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Bestanden, proef};

    #[test]
    fn sha256_is_the_one_that_sha256sum_prints() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn moving_a_byte_from_one_part_to_the_next_changes_the_digest() {
        let digest = |parts: [(&str, &str); 2]| {
            let mut digest = Digest::new();
            parts.iter().for_each(|(name, text)| digest.add(name, text.as_bytes()));
            digest.finish()
        };
        assert_ne!(digest([("a", "bc"), ("d", "e")]), digest([("a", "b"), ("cd", "e")]));
    }

    #[test]
    fn every_ingredient_changes_the_key_and_the_map_does_not() {
        let shelf = proef::shelf();
        let bron = proef::bron("#\"Een brief.\";");
        let key = cache_key(&shelf, &bron, proef::datum());
        assert_eq!(key, cache_key(&shelf, &bron, proef::datum()));

        let mut other = bron.clone();
        other.files[0].kaart.clear();
        other.owner = None;
        assert_eq!(key, cache_key(&shelf, &other, proef::datum()));

        let mut other = bron.clone();
        other.files[1].text.push(' ');
        assert_ne!(key, cache_key(&shelf, &other, proef::datum()));
        let mut other = bron.clone();
        other.ident.push('x');
        assert_ne!(key, cache_key(&shelf, &other, proef::datum()));
        assert_ne!(key, cache_key(&shelf, &bron, NaiveDate::default()));
    }

    #[test]
    fn only_an_image_that_the_document_names_changes_its_key() {
        let key = |bytes: &[u8], text: &str| {
            let shelf = Shelf::new(&Bestanden::new(), &[], &[("/beeld/a.svg".into(), bytes.into())].into()).value;
            cache_key(&shelf, &proef::bron(text), proef::datum())
        };
        assert_eq!(key(b"1", "tekst"), key(b"2", "tekst"));
        let text = "#image(\"/beeld/a.svg\")";
        assert_ne!(key(b"1", text), key(b"2", text));
    }
}
