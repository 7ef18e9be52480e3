//! Judges an image before anything unpacks it: no scripts, nothing from outside, no more pixels than a page can use.

use std::ops::Range;

use roxmltree::{Document, Node, ParsingOptions};

use crate::diag::codes::{G140, G141};
use crate::diag::{Note, Sources, Span};

/// The most pixels that an image may have: an A3 page at 600 dots per inch has some 70 million.
const MAX_PIXELS: u64 = 80_000_000;

/// Whether Typst can show a file with this name.
pub fn is_image(name: &str) -> bool {
    [".svg", ".png", ".jpg", ".jpeg"].iter().any(|ending| name.ends_with(ending))
}

/// Why an image is not shown; nothing when it may be. What cannot be read at all is left to the one who shows it.
pub fn keur(path: &str, bytes: &[u8], sources: &mut Sources) -> Option<Note> {
    if path.ends_with(".svg") {
        let text = std::str::from_utf8(bytes).ok()?;
        let (range, what) = svg(text)?;
        let span = Span::new(sources.add(path, text), range);
        let hint = "Bewaar het beeld opnieuw als gewone SVG, met alles erin en zonder scripts";
        return Some(Note::at(G140, span, format!("in `{path}` staat {what}")).hint(hint));
    }
    let (width, height) = png(bytes).or_else(|| jpeg(bytes))?;
    if u64::from(width) * u64::from(height) <= MAX_PIXELS {
        return None;
    }
    let message = format!("`{path}` is {width} bij {height} beeldpunten groot");
    Some(Note::without_place(G141, message).hint("Verklein het beeld; voor een hele bladzijde is 2500 bij 3500 genoeg"))
}

/// What in an SVG runs, or comes from elsewhere, and where.
fn svg(text: &str) -> Option<(Range<usize>, String)> {
    if let Some(at) = text.find("<!ENTITY") {
        return Some((at..at + "<!ENTITY".len(), "een entiteit, die een tekst kan vermenigvuldigen".to_string()));
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let tree = Document::parse_with_options(text, options).ok()?;
    tree.descendants().find_map(|node| wrong(node).map(|what| (node.range(), what))).map(|(range, what)| {
        let line = text[range.clone()].find('\n').map_or(range.end, |end| range.start + end);
        (range.start..line, what)
    })
}

fn wrong(node: Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name();
    if ["script", "foreignObject", "handler", "iframe", "object", "embed"].contains(&name) {
        return Some(format!("`<{name}>`, dat iets anders dan tekenen doet"));
    }
    for attribute in node.attributes() {
        let value = attribute.value().trim();
        if attribute.name().starts_with("on") {
            return Some(format!("een script bij `{}`", attribute.name()));
        }
        let is_link = name == "a" && ["https://", "http://", "mailto:"].iter().any(|start| value.starts_with(start));
        if attribute.name() == "href" && !is_link && !is_inside(value) {
            return Some("een verwijzing naar iets buiten het beeld".to_string());
        }
        if leads_out(value) {
            return Some("een stijl die iets van buiten haalt".to_string());
        }
    }
    let styled = name == "style" && node.children().filter_map(|child| child.text()).any(leads_out);
    styled.then(|| "een stijl die iets van buiten haalt".to_string())
}

/// A part of the image itself, or a picture that is written out in it.
fn is_inside(href: &str) -> bool {
    let pictures = ["data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;", "data:image/webp;"];
    href.is_empty() || href.starts_with('#') || pictures.iter().any(|start| href.starts_with(start))
}

/// Whether a style asks for anything but a part of the image itself.
fn leads_out(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let elsewhere = |after: &str| !is_inside(after.trim_start_matches([' ', '"', '\'']));
    style.contains("@import") || style.split("url(").skip(1).any(elsewhere)
}

fn big_endian(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

/// Width and height as a PNG says them in its first chunk.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..16)?;
    Some((big_endian(&header[..4]), big_endian(&header[4..])))
}

/// Width and height as a JPEG says them in the header of its frame.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, ..] = *bytes.get(at..)? else { return None };
        let length = big_endian(bytes.get(at + 2..at + 4)?) as usize;
        // Frames are C0 to CF, but for three markers that are tables.
        if (0xc0..=0xcf).contains(&marker) && ![0xc4, 0xc8, 0xcc].contains(&marker) {
            let size = bytes.get(at + 5..at + 9)?;
            return Some((big_endian(&size[2..]), big_endian(&size[..2])));
        }
        at += 2 + length.max(2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(path: &str, bytes: &[u8]) -> Option<&'static str> {
        keur(path, bytes, &mut Sources::default()).map(|note| note.code.id)
    }

    #[test]
    fn sizes_are_read_before_anything_is_unpacked() {
        let mut jpg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x0b\x08".to_vec();
        jpg.extend([0xff, 0xff, 0xff, 0xff, 3]);
        assert_eq!(jpeg(&jpg), Some((65_535, 65_535)));
        assert_eq!(code("a.jpg", &jpg), Some("G141"));
        assert_eq!(code("a.jpg", b"\xff\xd8\xff\xe0\x00\x00\x00"), None);
        assert_eq!(code("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x10\0\0\0\x10\0"), None);
        assert_eq!(code("a.png", b"kort"), None);
    }

    #[test]
    fn what_runs_or_comes_from_elsewhere_is_named_at_its_line() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <rect onclick=\"x()\"/>\n</svg>";
        let mut sources = Sources::default();
        let note = keur("a.svg", svg.as_bytes(), &mut sources).expect("a note");
        assert_eq!((note.code.id, sources.line_column(&note.labels[0].span)), ("G140", (2, 3)));
        assert_eq!(note.message, "in `a.svg` staat een script bij `onclick`");
        assert_eq!(code("a.svg", b"<svg><a href=\"https://www.example.org\"/><use href=\"#x\"/></svg>"), None);
        assert_eq!(code("a.svg", b"<svg fill=\"url('#x')\"><style>a { fill: url( #x ) }</style></svg>"), None);
        assert_eq!(code("a.svg", b"<svg"), None);
    }
}
