//! What a text is written in: the walker of the text tree decides which words there are, a form how they are marked.

use super::Schrijver;
use crate::diag::Span;
use crate::model::tekst::{KaderSoort, Lijstsoort, Tabel};

/// A way to write text down. It gets the parts of a thing written already and puts them together.
pub trait Vorm {
    /// The first line of a file of text; without one, text stands in the page itself.
    fn invoer(&self) -> Option<&'static str>;

    /// Words that are only words.
    fn woorden(&self, woorden: &str, span: Option<&Span>) -> Schrijver;

    /// A visible blank for something that is not known yet.
    fn blank(&self, naam: &str, span: Option<&Span>) -> Schrijver;

    /// A new line.
    fn regeleinde(&self) -> Schrijver;

    /// The mark of a note whose words stand elsewhere.
    fn nootcijfer(&self, id: &str) -> Schrijver;

    /// Words with emphasis.
    fn nadruk(&self, nadruk: Nadruk, binnen: &Schrijver) -> Schrijver;

    /// Words that lead somewhere.
    fn link(&self, naar: Naar<'_>, tekst: &Schrijver) -> Schrijver;

    /// A block of parts that are written already.
    fn blok(&self, blok: &Gezet<'_>) -> Schrijver;
}

/// A kind of emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nadruk {
    /// Strong.
    Vet,
    /// Emphasis.
    Cursief,
    /// Raised.
    Superscript,
}

/// Where a link leads.
#[derive(Clone, Copy, Debug)]
pub enum Naar<'a> {
    /// An address on the web, with its place.
    Adres(&'a str, &'a Span),
    /// A label in the same document.
    Label(&'a str),
}

/// A block with its parts written; the counterpart of `BlokSoort` after fields, gemeente and rendition have had their say.
#[derive(Debug)]
pub enum Gezet<'a> {
    /// Never split over two pages.
    Bijeen(Schrijver),
    /// A heading, its level relative to the place of the text.
    Kop { niveau: u8, in_inhoudsopgave: bool, tekst: Schrijver },
    /// A paragraph.
    Alinea(Schrijver),
    /// A list.
    Lijst { soort: Lijstsoort, start: u64, strak: bool, items: Vec<Schrijver> },
    /// A table: how it is built, and what its cells hold.
    Tabel { tabel: &'a Tabel, bijschrift: Option<Schrijver>, cellen: Vec<Vec<Schrijver>> },
    /// A quotation.
    Citaat { inhoud: Schrijver, bron: Option<Schrijver> },
    /// A call-out.
    Kader { soort: KaderSoort, titel: Option<Schrijver>, inhoud: Schrijver },
    /// An image by its virtual path.
    Afbeelding { pad: &'a str, alt: Option<&'a str>, bijschrift: Option<Schrijver>, breedte: u8 },
    /// An organisation chart.
    Organigram { alt: &'a str, boom: GezetteKnoop },
    /// A list of members.
    Leden(Vec<GezetLid<'a>>),
    /// An event.
    Gebeurtenis(Box<GezetteGebeurtenis>),
    /// Someone to turn to: name of the part, and what it says.
    Contact(Vec<(&'static str, Option<Schrijver>)>),
    /// Terms with their abbreviation and meaning.
    Begrippen(Vec<(Schrijver, Option<Schrijver>, Schrijver)>),
    /// Blocks in columns.
    Kolommen { aantal: u8, inhoud: Schrijver },
    /// A new page.
    PaginaEinde,
    /// A rule.
    Scheidingslijn,
}

/// A box of an organisation chart.
#[derive(Debug)]
pub struct GezetteKnoop {
    /// Name in the box.
    pub naam: Schrijver,
    /// Second line in the box.
    pub rol: Option<Schrijver>,
    /// Boxes below.
    pub onder: Vec<Self>,
}

/// A line of a list of members.
#[derive(Debug)]
pub struct GezetLid<'a> {
    /// Name, in the internal rendition.
    pub naam: Option<Schrijver>,
    /// Organisation.
    pub organisatie: Schrijver,
    /// Role.
    pub rol: Option<Schrijver>,
    /// How many members this line stands for.
    pub aantal: Option<&'a str>,
}

/// An event.
#[derive(Debug)]
pub struct GezetteGebeurtenis {
    /// What.
    pub titel: Schrijver,
    /// When.
    pub datum: Schrijver,
    /// Part of the day.
    pub dagdeel: Option<Schrijver>,
    /// By whom.
    pub organisator: Option<Schrijver>,
    /// Where to read on.
    pub links: Vec<Schrijver>,
    /// What more there is to say.
    pub inhoud: Schrijver,
}
