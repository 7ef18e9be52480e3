//! A line of text as the rules see it: one run of characters, of which every part knows its place in the file.

use std::cell::Cell;
use std::ops::Range;

use crate::diag::{Sources, Span};
use crate::model::tekst::{Inline, Regel, Veld};
use crate::nl::aanhalingstekens::VELD;

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rol {
    /// The subject.
    Onderwerp,
    /// The short title.
    KorteTitel,
    /// A heading.
    Kop,
    /// A paragraph.
    Alinea,
    /// A paragraph in a list.
    Item,
    /// A cell of a table.
    Cel,
    /// A note.
    Noot,
    /// The statement of an argument.
    Stelling,
    /// A point to decide.
    Beslispunt,
    /// A part of a point to decide.
    Subpunt,
    /// The title of an annex.
    Bijlage,
    /// Terms and their meaning.
    Begrip,
    /// Anything else that is printed.
    Overig,
}

/// Who gets to see a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zicht {
    /// Every reader.
    Gewoon,
    /// Every reader, because the writer says so.
    Bewust,
    /// Only readers of the internal rendition.
    Intern,
}

/// A line of text.
#[derive(Debug)]
pub struct Passage<'a> {
    /// What it is for.
    pub rol: Rol,
    /// Who sees it.
    pub zicht: Zicht,
    /// Lines of one field share a number.
    pub veld: usize,
    /// The characters; a merge field or blank is one character [`VELD`].
    pub tekst: String,
    /// The words: letters and digits, with apostrophes between them.
    pub woorden: Vec<Range<usize>>,
    /// Addresses with the words that lead there.
    pub links: Vec<(&'a str, Range<usize>)>,
    /// Merge fields with their place among the characters.
    pub velden: Vec<(usize, &'a Veld)>,
    /// What is raised.
    pub hoog: Vec<Range<usize>>,
    delen: Vec<Deel<'a>>,
}

/// A stretch of a passage.
#[derive(Debug)]
struct Deel<'a> {
    begin: usize,
    /// The characters as far as they stand in the file; none for a merge field.
    tekst: Option<&'a str>,
    span: &'a Span,
    /// How far the last search had come: a byte of the text and one of the file. The next one goes on from there, or a
    /// text with a thousand finds would be walked a thousand times.
    tot: Cell<(usize, usize)>,
}

impl<'a> Passage<'a> {
    /// A line of rich text.
    pub fn van_regel(rol: Rol, zicht: Zicht, veld: usize, regel: &'a Regel) -> Self {
        let mut passage = Self::leeg(rol, zicht, veld);
        passage.voeg_toe(regel);
        passage.woorden = woorden(&passage.tekst);
        passage
    }

    /// A plain text.
    pub fn van_tekst(rol: Rol, zicht: Zicht, veld: usize, tekst: &'a str, span: &'a Span) -> Self {
        let mut passage = Self::leeg(rol, zicht, veld);
        passage.tekst_erbij(tekst, span);
        passage.woorden = woorden(&passage.tekst);
        passage
    }

    fn leeg(rol: Rol, zicht: Zicht, veld: usize) -> Self {
        let (tekst, delen) = (String::new(), Vec::new());
        let (woorden, links, velden, hoog) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { rol, zicht, veld, tekst, woorden, links, velden, hoog, delen }
    }

    fn voeg_toe(&mut self, regel: &'a Regel) {
        for deel in regel {
            match deel {
                Inline::Tekst(tekst, span) => self.tekst_erbij(tekst, span),
                Inline::Vet(binnen) | Inline::Cursief(binnen) => self.voeg_toe(binnen),
                Inline::Superscript(binnen) => {
                    let begin = self.tekst.len();
                    self.voeg_toe(binnen);
                    self.hoog.push(begin..self.tekst.len());
                }
                Inline::Link { url, tekst, .. } => {
                    let begin = self.tekst.len();
                    self.voeg_toe(tekst);
                    self.links.push((url, begin..self.tekst.len()));
                }
                Inline::Veld(veld) => {
                    self.velden.push((self.tekst.len(), veld));
                    self.ding(&veld.span);
                }
                Inline::Onbekend { span, .. } => self.ding(span),
                Inline::Regeleinde => self.tekst.push('\n'),
                Inline::Noot { .. } => {}
            }
        }
    }

    fn tekst_erbij(&mut self, tekst: &'a str, span: &'a Span) {
        self.delen.push(Deel { begin: self.tekst.len(), tekst: Some(tekst), span, tot: Cell::default() });
        self.tekst.push_str(tekst);
    }

    fn ding(&mut self, span: &'a Span) {
        self.delen.push(Deel { begin: self.tekst.len(), tekst: None, span, tot: Cell::default() });
        self.tekst.push(VELD);
    }

    /// Where these characters stand in their file.
    pub fn plek(&self, bereik: Range<usize>, sources: &Sources) -> Option<Span> {
        let eerste = self.deel(bereik.start)?;
        let laatste = self.deel(bereik.end.saturating_sub(1).max(bereik.start))?;
        let begin = eerste.plek(bereik.start..bereik.end, sources);
        let einde = laatste.plek(bereik.start..bereik.end, sources);
        if begin.file != einde.file || einde.end < begin.start {
            return Some(begin);
        }
        Some(Span { end: einde.end, ..begin })
    }

    fn deel(&self, at: usize) -> Option<&Deel<'a>> {
        self.delen.get(self.delen.partition_point(|deel| deel.begin <= at).checked_sub(1)?)
    }

    /// The characters of a word.
    pub fn woord(&self, nr: usize) -> &str {
        self.woorden.get(nr).map_or("", |bereik| &self.tekst[bereik.clone()])
    }

    /// The characters before and after a range.
    pub fn rond(&self, bereik: &Range<usize>) -> (Option<char>, Option<char>) {
        (self.tekst[..bereik.start].chars().next_back(), self.tekst[bereik.end..].chars().next())
    }
}

impl Deel<'_> {
    /// The place of that part of a range that lies in this stretch.
    fn plek(&self, bereik: Range<usize>, sources: &Sources) -> Span {
        let Some(tekst) = self.tekst else { return self.span.clone() };
        let begin = bereik.start.saturating_sub(self.begin).min(tekst.len());
        let einde = bereik.end.saturating_sub(self.begin).min(tekst.len());
        let gevonden = in_bron(tekst, sources.slice(self.span), begin..einde.max(begin), &self.tot);
        gevonden.map_or_else(
            || self.span.clone(),
            |gevonden| Span::new(self.span.file, self.span.start + gevonden.start..self.span.start + gevonden.end),
        )
    }
}

/// Where bytes `bereik` of a text stand in what was typed: quotes are curled, lines folded and characters escaped.
fn in_bron(tekst: &str, bron: &str, bereik: Range<usize>, tot: &Cell<(usize, usize)>) -> Option<Range<usize>> {
    let (mut begin, mut einde) = (None, None);
    let (mut t, mut s) = if tot.get().0 <= bereik.start { tot.get() } else { (0, 0) };
    while t < bereik.end {
        if t <= bereik.start {
            tot.set((t, s));
        }
        let ons = tekst[t..].chars().next()?;
        let hun = bron[s..].chars().next()?;
        if ons.is_whitespace() && hun.is_whitespace() {
            begin = begin.or((t >= bereik.start).then_some(s));
            t += wit(&tekst[t..]);
            s += wit(&bron[s..]);
        } else if gelijk(ons, hun) {
            begin = begin.or((t >= bereik.start).then_some(s));
            t += ons.len_utf8();
            s += hun.len_utf8();
            einde = Some(s);
            // In YAML two quotes are one.
            let dubbel = hun == '\'' && bron[s..].starts_with('\'') && !tekst[t..].starts_with(is_enkel);
            s += usize::from(dubbel);
        } else if hun == '\\' || hun.is_whitespace() || (s == 0 && matches!(hun, '"' | '\'')) || begint_regel(bron, s) {
            s += hun.len_utf8();
        } else {
            return None;
        }
    }
    Some(begin?..einde?.max(begin?))
}

/// How much white space a text begins with.
fn wit(tekst: &str) -> usize {
    tekst.len() - tekst.trim_start().len()
}

/// Whether a mark of a quotation that goes on stands here.
fn begint_regel(bron: &str, at: usize) -> bool {
    let regel = bron[..at].rsplit('\n').next().unwrap_or_default();
    bron[at..].starts_with('>') && bron[..at].contains('\n') && regel.trim_matches([' ', '>']).is_empty()
}

fn is_enkel(teken: char) -> bool {
    matches!(teken, '\'' | '’' | '‘')
}

/// Whether a character stands for the one that was typed.
fn gelijk(ons: char, hun: char) -> bool {
    ons == hun || (hun == '\'' && is_enkel(ons)) || (hun == '"' && matches!(ons, '“' | '”'))
}

/// The words of a text: letters and digits, with apostrophes between them.
pub fn woorden(tekst: &str) -> Vec<Range<usize>> {
    let mut gevonden = Vec::new();
    let mut begin = None;
    let mut tekens = tekst.char_indices().peekable();
    while let Some((at, teken)) = tekens.next() {
        let volgt = tekens.peek().is_some_and(|(_, teken)| teken.is_alphanumeric());
        if teken.is_alphanumeric() || (begin.is_some() && volgt && is_enkel(teken)) {
            begin.get_or_insert(at);
        } else if let Some(begin) = begin.take() {
            gevonden.push(begin..at);
        }
    }
    gevonden.extend(begin.map(|begin| begin..tekst.len()));
    gevonden
}

#[cfg(test)]
mod tests {
    use super::{Cell, in_bron, woorden};

    #[test]
    fn a_word_is_found_back_in_what_was_typed() {
        let table = [
            ("de ‘visie’ is", "de 'visie' is", "visie", "visie"),
            ("de visie van nu", "de visie\n    van nu", "visie van", "visie\n    van"),
            ("het is \"zo\" goed", "\"het is \\\"zo\\\" goed\"", "goed", "goed"),
            ("zo’n dag", "'zo''n dag'", "dag", "dag"),
            ("een * ster", "een \\* ster", "ster", "ster"),
            ("een citaat gaat door", "een citaat\n  > gaat door", "gaat door", "gaat door"),
            ("€\u{a0}100 per jaar", "€ 100 per jaar", "100", "100"),
        ];
        for (tekst, bron, zoek, typed) in table {
            let at = tekst.find(zoek).unwrap();
            let tot = Cell::default();
            // Whether it starts anew or goes on from where the last search was.
            for _ in 0..2 {
                let gevonden = in_bron(tekst, bron, at..at + zoek.len(), &tot).unwrap();
                assert_eq!(&bron[gevonden], typed, "{tekst}");
            }
            assert!(in_bron(tekst, bron, 0..1, &tot).is_some(), "{tekst}");
        }
    }

    #[test]
    fn words_keep_their_apostrophes_and_lose_their_stops() {
        let tekst = "Zo’n regio's. 18- naar 18+, e-mail";
        let gevonden: Vec<&str> = woorden(tekst).into_iter().map(|bereik| &tekst[bereik]).collect();
        assert_eq!(gevonden, ["Zo’n", "regio's", "18", "naar", "18", "e", "mail"]);
    }
}
