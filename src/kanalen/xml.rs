//! Writes XML: a small tree of elements, and one function that escapes.

use std::fmt::Write as _;

/// An element with its attributes, and text or other elements in it.
#[derive(Clone, Debug)]
pub struct Element {
    naam: &'static str,
    attributen: Vec<(&'static str, String)>,
    tekst: String,
    kinderen: Vec<Element>,
}

/// An empty element.
pub fn el(naam: &'static str) -> Element {
    Element { naam, attributen: Vec::new(), tekst: String::new(), kinderen: Vec::new() }
}

/// An element with text.
pub fn tekst(naam: &'static str, tekst: impl Into<String>) -> Element {
    Element { tekst: tekst.into(), ..el(naam) }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn attr(mut self, naam: &'static str, waarde: impl Into<String>) -> Self {
        self.attributen.push((naam, waarde.into()));
        self
    }

    /// With one more element in it.
    #[must_use]
    pub fn met(mut self, kind: Element) -> Self {
        self.kinderen.push(kind);
        self
    }

    /// With more elements in it.
    #[must_use]
    pub fn met_alle(mut self, kinderen: impl IntoIterator<Item = Element>) -> Self {
        self.kinderen.extend(kinderen);
        self
    }

    fn schrijf(&self, diep: usize, uit: &mut String) {
        let inspringing = "  ".repeat(diep);
        let _ = write!(uit, "{inspringing}<{}", self.naam);
        for (naam, waarde) in &self.attributen {
            let _ = write!(uit, " {naam}=\"{}\"", escape(waarde));
        }
        if self.kinderen.is_empty() {
            let _ = writeln!(uit, ">{}</{}>", escape(&self.tekst), self.naam);
            return;
        }
        uit.push_str(">\n");
        for kind in &self.kinderen {
            kind.schrijf(diep + 1, uit);
        }
        let _ = writeln!(uit, "{inspringing}</{}>", self.naam);
    }
}

/// The file.
pub fn document(wortel: &Element) -> String {
    let mut uit = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    wortel.schrijf(0, &mut uit);
    uit
}

/// Text as text: what means something in XML is written by its name, line ends and tabs by their number, so that a
/// reader gives them back as they were; what XML cannot hold becomes the replacement character.
fn escape(text: &str) -> String {
    let mut uit = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => uit.push_str("&amp;"),
            '<' => uit.push_str("&lt;"),
            '>' => uit.push_str("&gt;"),
            '"' => uit.push_str("&quot;"),
            '\n' | '\r' | '\t' => {
                let _ = write!(uit, "&#{};", u32::from(letter));
            }
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => uit.push('\u{fffd}'),
            _ => uit.push(letter),
        }
    }
    uit
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was(woorden in "\\PC*", lastig in "[&<>\"'\\]\\[!?;#\n\r\t -]*") {
            let tekst_in = format!("{woorden}{lastig}");
            let wortel = el("a").met(tekst("b", tekst_in.clone()).attr("c", tekst_in.clone()));
            let xml = document(&wortel);
            let gelezen = roxmltree::Document::parse(&xml).expect("well-formed");
            let b = gelezen.root_element().first_element_child().expect("there");
            prop_assert_eq!(b.text().unwrap_or_default(), &tekst_in);
            prop_assert_eq!(b.attribute("c"), Some(tekst_in.as_str()));
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_seen() {
        assert_eq!(escape("a\u{0}b\u{b}c\u{ffff}d]]>"), "a\u{fffd}b\u{fffd}c\u{fffd}d]]&gt;");
    }
}
