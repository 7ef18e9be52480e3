//! Looks at the pages that came out: what no source shows, because it depends on where lines and pages break.
//!
//! `lees` turns Typst's frames into things with places, `regels` judges them, and each finding is led home to the
//! YAML that its words came from. The style says by labels what a rule must know: `<zetspiegel>` and `<venster>` are
//! metadata with measures, `<adres>` and `<ondertekening>` are on the blocks themselves.

mod lees;
mod maat;
pub mod merk;
mod regels;

use typst::syntax::Span as Plaats;
use typst_layout::PagedDocument;

use super::world::DocWorld;
use super::{Bron, trouble};
use crate::diag::{Code, Note, Plek, Span};
use lees::{Blad, Ding};
use maat::Vak;

/// What a rule found on a page.
struct Vondst {
    code: &'static Code,
    /// The page, from 0.
    blad: usize,
    vak: Vak,
    /// Where the words came from; the first that leads to an author counts.
    spans: Vec<Plaats>,
    /// What is wrong, without the place.
    wat: String,
    /// What to do about it.
    hulp: &'static str,
    /// Where the measure itself was set.
    ook: Option<Span>,
}

impl Vondst {
    /// A finding about these things together, which lie on one page.
    fn over(code: &'static Code, blad: usize, dingen: &[&Ding], wat: String, hulp: &'static str) -> Self {
        let vak = Vak::rond(dingen.iter().map(|ding| &ding.vak));
        Self {
            code,
            blad,
            vak,
            spans: dingen.iter().flat_map(|ding| ding.spans.iter().copied()).collect(),
            wat,
            hulp,
            ook: None,
        }
    }
}

/// What is to be seen on the pages of a document, as notes.
pub fn notes(world: &DocWorld, bron: &Bron, document: &PagedDocument) -> Vec<Note> {
    let gelezen = lees::lees(document);
    regels::alle(&gelezen, bron).iter().map(|vondst| note(world, bron, &gelezen.bladen, vondst)).collect()
}

fn note(world: &DocWorld, bron: &Bron, bladen: &[Blad], vondst: &Vondst) -> Note {
    let waar = bladen.get(vondst.blad).map_or("", |blad| vondst.vak.waar(&blad.papier));
    let message = format!("{} (bladzijde {}, {waar})", vondst.wat, vondst.blad + 1);
    let herkomst = vondst.spans.iter().find_map(|span| trouble::herkomst(world, bron, *span));
    let note = trouble::at(bron, herkomst, Note::without_place(vondst.code, message));
    let note = vondst.ook.iter().fold(note, |note, ook| note.also(ook.clone(), "hier staat hoeveel er mag"));
    let plek = Plek { bladzijde: vondst.blad + 1, vak: vondst.vak.tienden(), pdf: String::new(), beeld: None };
    Note { plek: Some(Box::new(plek)), ..note.hint(vondst.hulp) }
}

/// The words by which a reader finds these things: the first that are more than a number or a bullet.
fn eerste(dingen: &[&Ding]) -> String {
    let woord = |ding: &&&Ding| {
        ding.tekst.as_ref().is_some_and(|tekst| tekst.chars().filter(|c| c.is_alphabetic()).count() > 2)
    };
    dingen.iter().find(woord).or(dingen.first()).map_or(String::new(), |ding| genoemd(ding))
}

/// The words of a thing, shortened to what a reader needs to find it.
fn genoemd(ding: &Ding) -> String {
    let tekst = ding.tekst.as_deref().unwrap_or("(afbeelding)").replace('`', "'");
    if tekst.chars().count() <= MEEST {
        return tekst;
    }
    let kort: String = tekst.chars().take(MEEST).collect();
    format!("{}…", kort.trim_end())
}

/// Letters of a quotation.
const MEEST: usize = 40;

#[cfg(test)]
mod tests;
