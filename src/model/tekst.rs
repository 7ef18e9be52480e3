//! Rich text as a tree: what an author wrote, freed from its Markdown, not yet Typst.

use std::fmt;

use chrono::NaiveDate;

use crate::diag::Span;

/// A run of blocks: one rich-text field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tekst {
    /// The blocks in reading order.
    pub blokken: Vec<Blok>,
}

/// One line of rich text without blocks.
pub type Regel = Vec<Inline>;

/// A block with what every block may carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Blok {
    /// What it is.
    pub soort: BlokSoort,
    /// Where it stands in the source.
    pub span: Span,
    /// Its id, for references and local deviations.
    pub id: Option<String>,
    /// Which gemeenten get it.
    pub voor: Doelgroep,
    /// Never split over two pages.
    pub bijeenhouden: bool,
}

/// For whom something is meant: everyone, only some, or everyone but some (slugs of gemeenten).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doelgroep {
    /// Only these; empty means no restriction.
    pub alleen: Vec<String>,
    /// Not these.
    pub behalve: Vec<String>,
}

impl Doelgroep {
    /// Whether the gemeente with this slug is meant; without a gemeente only unrestricted things are.
    pub fn bevat(&self, gemeente: Option<&str>) -> bool {
        match gemeente {
            None => self.alleen.is_empty(),
            Some(slug) => {
                (self.alleen.is_empty() || self.alleen.iter().any(|s| s == slug))
                    && !self.behalve.iter().any(|s| s == slug)
            }
        }
    }
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlokSoort {
    /// A heading, level 1-4 relative to the place of the text.
    Kop { niveau: u8, tekst: Regel, in_inhoudsopgave: bool },
    /// A paragraph.
    Alinea(Regel),
    /// A list.
    Lijst { soort: Lijstsoort, start: u64, strak: bool, items: Vec<Vec<Blok>> },
    /// A table.
    Tabel(Tabel),
    /// A quotation.
    Citaat { inhoud: Vec<Blok>, bron: Option<Regel> },
    /// A call-out.
    Kader { soort: KaderSoort, titel: Option<Regel>, inhoud: Vec<Blok> },
    /// An image; `alt: None` means decorative.
    Afbeelding { bestand: String, alt: Option<String>, bijschrift: Option<Regel>, breedte: Option<u8> },
    /// An organisation chart drawn from data.
    Organigram { alt: String, boom: Knoop },
    /// A list of members.
    Leden(Vec<Lid>),
    /// An event.
    Gebeurtenis(Gebeurtenis),
    /// Someone to turn to.
    Contact(Contact),
    /// Terms with their meaning.
    Begrippen(Vec<Begrip>),
    /// Blocks in columns.
    Kolommen { aantal: u8, inhoud: Vec<Blok> },
    /// A new page.
    PaginaEinde,
    /// A rule.
    Scheidingslijn,
}

/// How list items are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lijstsoort {
    /// Bullets.
    Punt,
    /// 1. 2. 3.
    Nummer,
    /// a. b. c.
    Letter,
    /// Dashes.
    Streep,
}

/// What a call-out is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KaderSoort {
    /// A warning to the reader.
    LetOp,
    /// A summary.
    Samenvatting,
    /// A motto or slogan.
    Motto,
}

/// A table; the grid is checked to be filled exactly once.
#[derive(Clone, Debug, PartialEq)]
pub struct Tabel {
    /// Columns, left to right.
    pub kolommen: Vec<Kolom>,
    /// How many rows at the top are header rows (at least 1).
    pub koprijen: usize,
    /// Whether the first column holds row headers.
    pub kopkolom: bool,
    /// Whether the last row is a total.
    pub totaalrij: bool,
    /// Caption.
    pub bijschrift: Option<Regel>,
    /// Summary for readers that cannot see the table.
    pub samenvatting: Option<String>,
    /// The rows.
    pub rijen: Vec<Vec<Cel>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Kolom {
    /// Share of the width; `None` is as wide as needed.
    pub breedte: Option<u32>,
    /// Alignment.
    pub uitlijning: Uitlijning,
}

/// Horizontal alignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Uitlijning {
    /// Ragged right.
    #[default]
    Links,
    /// Ragged left: numbers.
    Rechts,
    /// Centred.
    Midden,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cel {
    /// What it holds; empty for an intentionally empty cell.
    pub inhoud: Vec<Blok>,
    /// Columns covered.
    pub colspan: usize,
    /// Rows covered.
    pub rowspan: usize,
    /// A header cell outside the header rows.
    pub kop: bool,
    /// Bold.
    pub vet: bool,
    /// Italic.
    pub cursief: bool,
    /// Where it stands.
    pub span: Span,
}

/// A node of an organisation chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Knoop {
    /// Name in the box.
    pub naam: Regel,
    /// Second line in the box.
    pub rol: Option<Regel>,
    /// Nodes below.
    pub onder: Vec<Knoop>,
}

/// A line of a list of members.
#[derive(Clone, Debug, PartialEq)]
pub struct Lid {
    /// Name; only in the internal rendition.
    pub naam: Option<Regel>,
    /// Organisation.
    pub organisatie: Regel,
    /// Role.
    pub rol: Option<Regel>,
    /// How many members this line stands for.
    pub aantal: Option<String>,
}

/// An event readers may go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Gebeurtenis {
    /// What.
    pub titel: Regel,
    /// When, as printed.
    pub datum: Regel,
    /// Part of the day.
    pub dagdeel: Option<Regel>,
    /// By whom.
    pub organisator: Option<Regel>,
    /// What more there is to say.
    pub inhoud: Vec<Blok>,
    /// Where to read on.
    pub links: Vec<Inline>,
}

/// Someone to turn to; in public documents a function, never a civil servant's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Role or function.
    pub rol: Regel,
    /// Name.
    pub naam: Option<Regel>,
    /// E-mail address.
    pub email: Option<Regel>,
    /// Telephone number.
    pub telefoon: Option<Regel>,
    /// Whether it may stand in the public rendition.
    pub publiek: bool,
}

/// A term with its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Begrip {
    /// The term.
    pub begrip: Regel,
    /// Its abbreviation.
    pub afkorting: Option<Regel>,
    /// What it means.
    pub betekenis: Regel,
}

/// Inline text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain text, with Dutch typography already applied.
    Tekst(String, Span),
    /// Strong.
    Vet(Regel),
    /// Emphasis.
    Cursief(Regel),
    /// Raised.
    Superscript(Regel),
    /// A link; the url is http, https or mailto.
    Link { url: String, tekst: Regel, span: Span },
    /// A mark for the note with this id.
    Noot { id: String, span: Span },
    /// A merge field, filled per gemeente.
    Veld(Veld),
    /// What the author says is not known yet, by its name; a visible blank.
    Onbekend {
        /// What is not known.
        naam: String,
        /// Where the author says so.
        span: Span,
    },
    /// A line break.
    Regeleinde,
}

impl Inline {
    /// Whether a mark of a note stands in it.
    pub fn heeft_noot(&self) -> bool {
        match self {
            Self::Noot { .. } => true,
            Self::Vet(regel) | Self::Cursief(regel) | Self::Superscript(regel) | Self::Link { tekst: regel, .. } => {
                regel.iter().any(Self::heeft_noot)
            }
            Self::Tekst(..) | Self::Veld(_) | Self::Onbekend { .. } | Self::Regeleinde => false,
        }
    }
}

/// A merge field: a path or a function of paths.
#[derive(Clone, Debug, PartialEq)]
pub struct Veld {
    /// What it asks for.
    pub uitdrukking: Uitdrukking,
    /// The whole `{{ ... }}` in the source.
    pub span: Span,
}

/// The closed little language inside `{{ }}`.
#[derive(Clone, Debug, PartialEq)]
pub enum Uitdrukking {
    /// `gemeente.naam`.
    Pad(Vec<String>, Span),
    /// `euro(lokaal.bijdrage)`.
    Functie { naam: String, argumenten: Vec<Uitdrukking>, span: Span },
    /// `2023-01-01`, only as an argument.
    Dag(NaiveDate, Span),
}

impl fmt::Display for Uitdrukking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pad(namen, _) => f.write_str(&namen.join(".")),
            Self::Dag(dag, _) => write!(f, "{dag}"),
            Self::Functie { naam, argumenten, .. } => {
                let argumenten: Vec<String> = argumenten.iter().map(ToString::to_string).collect();
                write!(f, "{naam}({})", argumenten.join(", "))
            }
        }
    }
}
