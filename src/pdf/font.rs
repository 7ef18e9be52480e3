//! A font as far as reading text needs it: letters and widths of its codes.

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Object};

use super::cmap;
use super::objects::Objects;

/// As many codes as two bytes can hold; a range that is longer is a mistake or worse.
pub const CODES: usize = 1 << 16;

/// Letters and widths by code; widths in thousandths of the font size.
#[derive(Default)]
pub struct Font {
    letters: HashMap<u32, String>,
    widths: HashMap<u32, f32>,
    default_width: f32,
    /// Bytes in one code.
    bytes: usize,
}

impl Font {
    /// The font that this dictionary describes.
    pub fn read(dict: &Dict<'_>, objects: &Objects<'_>) -> Self {
        let map = dict.get::<hayro_syntax::object::Stream<'_>>("ToUnicode").and_then(|s| s.decoded().ok());
        let letters = map.map(|bytes| cmap::parse(&bytes)).unwrap_or_default();
        let composite = objects.name(dict, "Subtype").as_deref() == Some("Type0");
        if !composite {
            return Self { letters, widths: simple_widths(dict), default_width: 0.0, bytes: 1 };
        }
        let descendant = dict.get::<Array<'_>>("DescendantFonts").and_then(|a| a.iter::<Dict<'_>>().next());
        let widths = descendant.as_ref().map(composite_widths).unwrap_or_default();
        let default_width = descendant.and_then(|d| d.get::<f32>("DW")).unwrap_or(1000.0);
        Self { letters, widths, default_width, bytes: 2 }
    }

    /// The letters of a shown string and its width in thousandths of the font size.
    pub fn decode(&self, shown: &[u8]) -> (String, f32, usize) {
        let codes: Vec<u32> =
            shown.chunks(self.bytes.max(1)).map(|c| c.iter().fold(0, |n, b| n << 8 | u32::from(*b))).collect();
        let letters = codes.iter().map(|code| self.letter(*code)).collect();
        let width = codes.iter().map(|code| self.widths.get(code).unwrap_or(&self.default_width)).sum();
        (letters, width, codes.len())
    }

    fn letter(&self, code: u32) -> String {
        let plain = || char::from_u32(code).filter(|_| self.bytes == 1).unwrap_or('\u{FFFD}').to_string();
        self.letters.get(&code).cloned().unwrap_or_else(plain)
    }
}

fn simple_widths(font: &Dict<'_>) -> HashMap<u32, f32> {
    let first = font.get::<u32>("FirstChar").unwrap_or(0);
    let widths = font.get::<Array<'_>>("Widths");
    widths
        .iter()
        .flat_map(|a| a.iter::<f32>().enumerate())
        .map(|(n, width)| (first.wrapping_add(n as u32), width))
        .collect()
}

/// `first last width` and `first [width ...]`.
fn composite_widths(font: &Dict<'_>) -> HashMap<u32, f32> {
    let items: Vec<Object<'_>> =
        font.get::<Array<'_>>("W").map(|a| a.iter::<Object<'_>>().collect()).unwrap_or_default();
    let mut widths = HashMap::new();
    let mut rest = items.as_slice();
    loop {
        match rest {
            [Object::Number(first), Object::Array(list), after @ ..] => {
                let codes = first.as_i64() as u32..;
                widths.extend(codes.zip(list.iter::<f32>()));
                rest = after;
            }
            [Object::Number(first), Object::Number(last), Object::Number(width), after @ ..] => {
                let codes = (first.as_i64() as u32..=last.as_i64() as u32).take(CODES);
                widths.extend(codes.map(|code| (code, width.as_f32())));
                rest = after;
            }
            _ => return widths,
        }
    }
}
