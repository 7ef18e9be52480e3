//! Following references without the reader's guard against cycles getting in the way, and text strings as text.

use std::collections::HashMap;

use hayro_syntax::object::{Dict, MaybeRef, ObjRef, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro_syntax::xref::XRef;

/// Branches below branches in a name tree, beyond which a file only wants to keep us busy.
const TREE_DEPTH: usize = 32;

/// The objects of one file.
#[derive(Clone, Copy)]
pub struct Objects<'a> {
    file: &'a hayro_syntax::Pdf,
    /// The table of all objects.
    pub xref: &'a XRef,
}

impl<'a> Objects<'a> {
    /// Those of this file.
    pub fn new(file: &'a hayro_syntax::Pdf) -> Self {
        Self { file, xref: file.xref() }
    }

    /// The catalog; an empty dictionary when there is none.
    pub fn root(&self) -> Dict<'a> {
        self.xref.get(self.xref.root_id()).unwrap_or_default()
    }

    /// The dictionaries of the pages, in order.
    pub fn pages(&self) -> impl Iterator<Item = &'a Dict<'a>> {
        self.file.pages().iter().map(|page| page.raw())
    }

    /// The page number (from 0) of each page object.
    pub fn page_numbers(&self) -> HashMap<ObjectIdentifier, usize> {
        self.pages().enumerate().filter_map(|(n, page)| Some((page.obj_id()?, n))).collect()
    }

    /// The value under a key, read afresh when it is a reference.
    pub fn get(&self, dict: &Dict<'a>, key: &str) -> Option<Object<'a>> {
        self.resolve(dict.get_raw::<Object<'a>>(key)?)
    }

    /// What is meant, read afresh when it is a reference.
    pub fn resolve(&self, value: MaybeRef<Object<'a>>) -> Option<Object<'a>> {
        match value {
            MaybeRef::Ref(reference) => self.at(reference),
            MaybeRef::NotRef(object) => Some(object),
        }
    }

    /// What stands at a reference.
    pub fn at(&self, reference: ObjRef) -> Option<Object<'a>> {
        self.xref.get(reference.into())
    }

    /// A dictionary under a key.
    pub fn dict(&self, dict: &Dict<'a>, key: &str) -> Option<Dict<'a>> {
        self.get(dict, key).and_then(into_dict)
    }

    /// A stream under a key.
    pub fn stream(&self, dict: &Dict<'a>, key: &str) -> Option<Stream<'a>> {
        self.get(dict, key)?.into_stream()
    }

    /// A text string under a key.
    pub fn text(&self, dict: &Dict<'a>, key: &str) -> Option<String> {
        Some(text(&self.get(dict, key)?.into_string()?))
    }

    /// A name under a key.
    pub fn name(&self, dict: &Dict<'a>, key: &str) -> Option<String> {
        Some(self.get(dict, key)?.into_name()?.as_str().to_owned())
    }

    /// The items under a key that holds either one value or an array of them.
    pub fn items(&self, dict: &Dict<'a>, key: &str) -> Vec<MaybeRef<Object<'a>>> {
        match self.get(dict, key) {
            Some(Object::Array(array)) => array.raw_iter().collect(),
            Some(_) => dict.get_raw::<Object<'a>>(key).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The pairs of a name tree.
    pub fn name_tree(&self, top: &Dict<'a>) -> Vec<(Vec<u8>, Object<'a>)> {
        self.name_tree_to(top, TREE_DEPTH)
    }

    fn name_tree_to(&self, top: &Dict<'a>, depth: usize) -> Vec<(Vec<u8>, Object<'a>)> {
        let mut pairs = Vec::new();
        let Some(deeper) = depth.checked_sub(1) else { return pairs };
        let mut names = self.items(top, "Names").into_iter();
        while let (Some(key), Some(value)) = (names.next(), names.next()) {
            if let (Some(Object::String(key)), Some(value)) = (self.resolve(key), self.resolve(value)) {
                pairs.push((key.as_bytes().to_vec(), value));
            }
        }
        for kid in self.items(top, "Kids") {
            if let Some(kid) = self.resolve(kid).and_then(into_dict) {
                pairs.extend(self.name_tree_to(&kid, deeper));
            }
        }
        pairs
    }
}

/// A dictionary, also that of a stream.
pub fn into_dict(object: Object<'_>) -> Option<Dict<'_>> {
    match object {
        Object::Stream(stream) => Some(stream.dict().clone()),
        other => other.into_dict(),
    }
}

/// A text string: UTF-16 or UTF-8 with a mark, else PDFDocEncoding.
pub fn text(string: &PdfString<'_>) -> String {
    text_bytes(string.as_bytes())
}

/// The same, of its bytes.
pub fn text_bytes(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|b| pdf_doc_char(*b)).collect(),
    }
}

/// UTF-16, high byte first.
pub fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
    String::from_utf16_lossy(&units)
}

/// The few places where PDFDocEncoding is not Latin-1.
fn pdf_doc_char(byte: u8) -> char {
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
    ];
    match byte {
        0x80..=0xA0 => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
