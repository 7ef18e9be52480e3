//! Markdown subset to the text tree.
//!
//! Merge fields, note marks and bare addresses are found first and covered (`vooraf`), lettered lists become
//! numbered ones (`letters`), then pulldown-cmark gives events with byte ranges from which the tree is built
//! (`blokken`, `inline`). What the subset does not have is a fault with its place, and its words still come out.

mod adres;
mod blokken;
mod inline;
mod letters;
mod typografie;
mod vooraf;

#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser};

use crate::diag::codes::{G317, G332, G333};
use crate::diag::{Code, Note, Span};
use crate::model::tekst::{Blok, BlokSoort, Doelgroep, Inline, Regel, Tekst};
use crate::validate::veld::Plaats;
use vooraf::Vooraf;

/// How deep lists, quotes and marks may lie in each other.
const DIEPST: usize = 12;

/// Reads a rich text; `plaats` leads a byte range of `bron` back to its file.
pub fn tekst(bron: &str, plaats: Plaats, notes: &mut Vec<Note>) -> Tekst {
    let mut vooraf = vooraf::bedek(bron, plaats, notes);
    vooraf.letters = letters::als_nummers(&mut vooraf.tekst);
    let mut blokken = lees(bron, &vooraf, plaats, notes);
    typografie::op_blokken(&mut blokken);
    Tekst { blokken }
}

/// Reads one line of inline marks; anything else is a fault.
pub fn regel(bron: &str, plaats: Plaats, notes: &mut Vec<Note>) -> Regel {
    // With a comma before it no line begins a list, heading or quotation: "1. De visie" is just words.
    let geankerd = format!(",{}", bron.trim_end());
    let begin = |bereik: Range<usize>| plaats(bereik.start.saturating_sub(1)..bereik.end.saturating_sub(1));
    let vooraf = vooraf::bedek(&geankerd, &begin, notes);
    let mut blokken = lees(&geankerd, &vooraf, &begin, notes);
    let soort = if blokken.len() == 1 { blokken.pop().map(|blok| blok.soort) } else { None };
    let mut regel = match soort {
        Some(BlokSoort::Alinea(regel)) => zonder_anker(regel),
        _ => {
            let heel = plaats(0..bron.len());
            let note = Note::at(G333, heel.clone(), "hier past een enkele regel, geen alinea's of tabellen");
            notes.push(note.hint("Schrijf het op een regel, zonder witregel ertussen"));
            vec![Inline::Tekst(bron.replace('\n', " "), heel)]
        }
    };
    typografie::op_regel(&mut regel);
    regel
}

/// The line without the comma that was put before it.
fn zonder_anker(mut regel: Regel) -> Regel {
    if let Some(Inline::Tekst(eerste, span)) = regel.first_mut() {
        let kern = eerste[1..].trim_start().to_string();
        span.start = span.end.min(span.start + (eerste.len() - 1 - kern.len()));
        *eerste = kern;
    }
    if matches!(regel.first(), Some(Inline::Tekst(eerste, _)) if eerste.is_empty()) {
        regel.remove(0);
    }
    regel
}

/// The blocks as Markdown sees them in the covered copy.
fn lees(bron: &str, vooraf: &Vooraf, plaats: Plaats, notes: &mut Vec<Note>) -> Vec<Blok> {
    let opties = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_ext(&vooraf.tekst, opties);
    let mut verwijzingen: Vec<Range<usize>> =
        parser.reference_definitions().iter().map(|(_, verwijzing)| verwijzing.span.clone()).collect();
    verwijzingen.sort_by_key(|bereik| bereik.start);
    let events = parser.into_offset_iter();
    let mut bouwer = Bouwer { bron, vooraf, events, plaats, notes, beelden: Vec::new(), te_diep: false };
    let mut blokken = bouwer.blokken(0).blokken;
    for bereik in verwijzingen {
        blokken.push(bouwer.verwijzing(bereik));
    }
    blokken.sort_by_key(|blok| blok.span.start);
    blokken
}

/// An image that was met inside a line.
struct Beeld {
    bestand: String,
    alt: String,
    span: Span,
}

/// Builds the tree from the events.
struct Bouwer<'a> {
    bron: &'a str,
    vooraf: &'a Vooraf,
    events: OffsetIter<'a>,
    plaats: Plaats<'a>,
    notes: &'a mut Vec<Note>,
    /// Images of the line that is being read.
    beelden: Vec<Beeld>,
    /// Whether it has been said that things lie too deep in each other.
    te_diep: bool,
}

type Gebeurtenis<'a> = (Event<'a>, Range<usize>);

impl<'a> Bouwer<'a> {
    fn volgende(&mut self) -> Option<Gebeurtenis<'a>> {
        self.events.next()
    }

    fn span(&self, bereik: Range<usize>) -> Span {
        (self.plaats)(bereik)
    }

    /// What was typed there.
    fn typed(&self, bereik: &Range<usize>) -> &'a str {
        self.bron.get(bereik.clone()).unwrap_or("")
    }

    /// Notes a fault at the words of a range, without the space around them.
    fn fout(&mut self, code: &'static Code, bereik: Range<usize>, message: impl Into<String>, hint: &str) {
        let bereik = self.kern(bereik);
        let note = Note::at(code, self.span(bereik), message).hint(hint);
        self.notes.push(note);
    }

    /// The same with a second place that it contradicts.
    fn fout_naast(
        &mut self,
        code: &'static Code,
        (bereik, message): (Range<usize>, String),
        (ander, tekst): (Range<usize>, &str),
        hint: &str,
    ) {
        let plek = self.span(self.kern(bereik));
        let ander = self.span(self.kern(ander));
        self.notes.push(Note::at(code, plek, message).also(ander, tekst).hint(hint));
    }

    /// A range without the space around its words.
    fn kern(&self, bereik: Range<usize>) -> Range<usize> {
        let tekst = self.typed(&bereik);
        let begin = bereik.start + tekst.len() - tekst.trim_start().len();
        begin..begin + tekst.trim().len()
    }

    /// Says once that things lie too deep in each other.
    fn meld_te_diep(&mut self, bereik: Range<usize>) {
        if !self.te_diep {
            self.te_diep = true;
            let begin = bereik.start
                ..self.bron[bereik.start..].chars().next().map_or(bereik.end, |c| bereik.start + c.len_utf8());
            self.fout(G332, begin, "hier liggen te veel lagen in elkaar", "maak er aparte alinea's of lijsten van");
        }
    }

    fn blok(&self, soort: BlokSoort, bereik: Range<usize>) -> Blok {
        let span = self.span(self.kern(bereik));
        Blok { soort, span, id: None, voor: Doelgroep::default(), bijeenhouden: false }
    }

    /// A paragraph of what was typed, for what the subset does not have.
    fn letterlijk(&self, bereik: Range<usize>) -> Blok {
        let bereik = self.kern(bereik);
        let woorden = self.typed(&bereik).split_whitespace().collect::<Vec<_>>().join(" ");
        let regel = vec![Inline::Tekst(woorden, self.span(bereik.clone()))];
        self.blok(BlokSoort::Alinea(regel), bereik)
    }

    fn verwijzing(&mut self, bereik: Range<usize>) -> Blok {
        let hint = "schrijf `[woorden](https://...)`, of `\\[` als u een vierkant haakje bedoelt";
        self.fout(G317, bereik.clone(), "deze regel is een linkverwijzing en zou niet te lezen zijn", hint);
        self.letterlijk(bereik)
    }
}
