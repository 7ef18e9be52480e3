//! Reads a page back, also one that somebody else has changed: its title, what it says of itself, where it leads.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// What was read of one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gelezen {
    /// The words of `<title>`.
    pub titel: String,
    /// Name and content of every `<meta>`, in order.
    pub meta: Vec<(String, String)>,
    /// Where it leads, as it stands there.
    pub links: Vec<String>,
    /// The places in it that a link can lead to.
    pub plekken: BTreeSet<String>,
}

impl Gelezen {
    /// The contents of all `<meta>` of this name.
    pub fn meta(&self, naam: &str) -> Vec<&str> {
        self.meta.iter().filter(|(eigen, _)| eigen == naam).map(|(_, inhoud)| inhoud.as_str()).collect()
    }
}

/// Reads a page; `None` when it is none.
pub fn lees(bytes: &[u8]) -> Option<Gelezen> {
    let tekst = String::from_utf8_lossy(bytes);
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut gelezen, mut pagina, mut in_titel) = (Gelezen::default(), false, false);
    for token in Tokenizer::new_with_emitter(&*tekst, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let naam = woorden(&tag.name);
                pagina |= naam == "html";
                in_titel = naam == "title" && gelezen.titel.is_empty();
                gelezen.neem(&tag, &naam);
            }
            Token::EndTag(_) => in_titel = false,
            Token::String(deel) if in_titel => gelezen.titel += &woorden(&deel),
            _ => {}
        }
    }
    pagina.then_some(gelezen)
}

impl Gelezen {
    fn neem(&mut self, tag: &StartTag<()>, naam: &str) {
        let attr = |gezocht: &str| {
            tag.attributes.iter().find(|(eigen, _)| eigen.0 == gezocht.as_bytes()).map(|(_, w)| woorden(w))
        };
        self.plekken.extend(attr("id"));
        match naam {
            "meta" => self.meta.extend(attr("name").zip(attr("content"))),
            "a" | "link" => self.links.extend(attr("href")),
            "img" | "iframe" | "script" => self.links.extend(attr("src")),
            _ => {}
        }
    }
}

fn woorden(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_its_title_its_facts_and_where_it_leads() {
        let pagina = "<!DOCTYPE html><html lang=nl><title>Plan &amp; kosten</title><meta name=\"a.b\" content='&lt;1'>\
                      <style>a{content:'<a href=\"nee\">'}</style><a href=\"x.pdf#p\">x</a><h2 id=deel>Kop</h2>\
                      <img src=y.png><!-- <a href=\"nee\"> -->";
        let gelezen = lees(pagina.as_bytes()).expect("a page");
        assert_eq!((gelezen.titel.as_str(), gelezen.meta("a.b")), ("Plan & kosten", vec!["<1"]));
        assert_eq!(gelezen.links, ["x.pdf#p", "y.png"]);
        assert!(gelezen.plekken.contains("deel"));
        assert_eq!((lees(b"%PDF-1.7"), lees(b"")), (None, None));
    }
}
