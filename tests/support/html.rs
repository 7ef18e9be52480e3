//! A reader of HTML pages for tests: tokens after the standard, and a tree in which every element must be closed.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Elements without an end tag.
const LEEG: &[&str] = &["br", "hr", "img", "link", "meta"];

/// An element with what is in it.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub naam: String,
    pub attributen: BTreeMap<String, String>,
    pub kinderen: Vec<Kind>,
}

/// Text or an element.
#[derive(Clone, Debug)]
pub enum Kind {
    Tekst(String),
    Element(Element),
}

impl Element {
    /// Reads a page or a piece of one; panics at whatever is not as the standard wants it.
    pub fn lees(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut stapel = vec![Self::default()];
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let element = Self::van(&tag);
                    match LEEG.contains(&element.naam.as_str()) {
                        true => stapel.last_mut().expect("the page").kinderen.push(Kind::Element(element)),
                        false => stapel.push(element),
                    }
                }
                Token::EndTag(tag) => {
                    let element = stapel.pop().expect("an element that is open");
                    assert_eq!(element.naam, tekst(&tag.name), "an element is closed that is not the last one");
                    stapel.last_mut().expect("the page").kinderen.push(Kind::Element(element));
                }
                Token::String(woorden) => {
                    stapel.last_mut().expect("the page").kinderen.push(Kind::Tekst(tekst(&woorden)));
                }
                Token::Comment(_) => panic!("a comment was left in the page"),
                Token::Doctype(_) => {}
                Token::Error(fout) => panic!("{:?} in {html}", *fout),
            }
        }
        assert_eq!(stapel.len(), 1, "{} is not closed", stapel.last().expect("the page").naam);
        stapel.remove(0)
    }

    fn van(tag: &StartTag<()>) -> Self {
        let attributen = tag.attributes.iter().map(|(naam, waarde)| (tekst(naam), tekst(waarde)));
        Self { naam: tekst(&tag.name), attributen: attributen.collect(), kinderen: Vec::new() }
    }

    pub fn attr(&self, naam: &str) -> Option<&str> {
        self.attributen.get(naam).map(String::as_str)
    }

    pub fn heeft(&self, klasse: &str) -> bool {
        self.attr("class").is_some_and(|klassen| klassen.split(' ').any(|eigen| eigen == klasse))
    }

    /// The elements directly in it.
    pub fn elementen(&self) -> impl Iterator<Item = &Self> {
        self.kinderen.iter().filter_map(|kind| if let Kind::Element(element) = kind { Some(element) } else { None })
    }

    /// All elements in it, in reading order.
    pub fn alle(&self) -> Vec<&Self> {
        self.elementen().flat_map(|element| std::iter::once(element).chain(element.alle())).collect()
    }

    /// All elements in it with one of these names.
    pub fn met(&self, namen: &[&str]) -> Vec<&Self> {
        self.alle().into_iter().filter(|element| namen.contains(&element.naam.as_str())).collect()
    }

    /// The text as it stands there.
    pub fn tekst(&self) -> String {
        let deel = |kind: &Kind| match kind {
            Kind::Tekst(tekst) => tekst.clone(),
            Kind::Element(element) => element.tekst(),
        };
        self.kinderen.iter().map(deel).collect()
    }
}

fn tekst(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
