//! Turns a plan into rows: what each gemeente gets of each document, what is still missing, and where a value comes from.

mod csv;
mod html;
mod rijen;
mod scherm;
mod toon;
mod woorden;
mod yaml;

pub use csv::{csv, regel as csv_regel};
pub use html::html;
pub use rijen::matrix;
pub use scherm::scherm;
pub use toon::{Getoond, toon};

use crate::nl::opsomming;
use crate::plan::Job;

/// The columns behind the name of the gemeente, in order.
pub const KOLOMMEN: [&str; 10] = [
    "kenmerk",
    "zaaknummer",
    "datum",
    "college",
    "commissie",
    "raad",
    "ondertekening",
    "status",
    "bijlagen",
    "verder open",
];

/// Documents by gemeenten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Name of the region.
    pub regio: String,
    /// The documents, in the order of the plan.
    pub stukken: Vec<StukRijen>,
    /// Folders of documents of which a fault kept every copy from being planned.
    pub niet_gepland: Vec<String>,
}

/// A document with a row for each gemeente that gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StukRijen {
    /// Its year folder.
    pub jaar: i32,
    /// Its id.
    pub id: String,
    /// Its folder.
    pub map: String,
    /// Printed name of its kind.
    pub soort: String,
    /// Its subject; a merge field shows as itself.
    pub onderwerp: String,
    /// Its rows.
    pub rijen: Vec<Rij>,
}

/// What one gemeente gets of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rij {
    /// Name of the gemeente.
    pub wie: String,
    /// One cell per column.
    pub cellen: [Cel; KOLOMMEN.len()],
}

/// A cell; without parts it holds nothing, because the document has no such thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cel(pub Vec<Deel>);

/// A part of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deel {
    /// A value.
    Waarde(String),
    /// What is not known yet, by name.
    Ontbreekt(Vec<String>),
    /// Why the document is not made.
    Fout(&'static str),
}

impl Deel {
    /// In words: what is missing is never told by colour or place alone.
    pub fn tekst(&self) -> String {
        match self {
            Self::Waarde(tekst) => tekst.clone(),
            Self::Ontbreekt(namen) => format!("ontbreekt: {}", namen.join(", ")),
            Self::Fout(reden) => format!("FOUT: {reden}"),
        }
    }
}

impl Cel {
    /// A cell with one value.
    fn waarde(tekst: impl Into<String>) -> Self {
        Self(vec![Deel::Waarde(tekst.into())])
    }

    /// A cell in which one thing is missing.
    fn ontbreekt(naam: impl Into<String>) -> Self {
        Self(vec![Deel::Ontbreekt(vec![naam.into()])])
    }

    /// In words; empty when the document has no such thing.
    pub fn tekst(&self) -> String {
        self.0.iter().map(Deel::tekst).collect::<Vec<_>>().join("; ")
    }
}

/// The columns of a document: those that say the same for every row, and those that vary.
struct Indeling<'m> {
    /// For whom the shared values are.
    voor: String,
    /// Name and values of what is the same everywhere; what holds nothing is left out.
    gelijk: Vec<(&'static str, String)>,
    /// What is missing everywhere.
    ontbreekt: Vec<&'m str>,
    /// Indexes of what varies.
    wisselend: Vec<usize>,
}

/// Divides the columns of a document.
fn indeling(stuk: &StukRijen) -> Indeling<'_> {
    let voor = match stuk.rijen.as_slice() {
        [een] => een.wie.clone(),
        _ => "iedereen".to_string(),
    };
    let eerste = stuk.rijen.first();
    let (gelijk, wisselend): (Vec<usize>, Vec<usize>) = (0..KOLOMMEN.len())
        .partition(|at| stuk.rijen.iter().all(|rij| eerste.is_some_and(|een| een.cellen[*at] == rij.cellen[*at])));
    let (mut gelijk, ontbreekt) = eerste.map(|rij| gesplitst(rij, &gelijk)).unwrap_or_default();
    if wisselend.is_empty() && stuk.rijen.len() > 1 {
        // Without a table the gemeenten would be named nowhere.
        let namen: Vec<String> = stuk.rijen.iter().map(|rij| rij.wie.clone()).collect();
        gelijk.insert(0, ("gemeenten", opsomming::en(&namen)));
    }
    Indeling { voor, gelijk, ontbreekt, wisselend }
}

/// What these columns of a row say, by name, and what is missing in them.
fn gesplitst<'m>(rij: &'m Rij, kolommen: &[usize]) -> (Vec<(&'static str, String)>, Vec<&'m str>) {
    let (mut waarden, mut ontbreekt) = (Vec::new(), Vec::new());
    for at in kolommen {
        let mut delen = Vec::new();
        for deel in &rij.cellen[*at].0 {
            match deel {
                Deel::Ontbreekt(namen) => ontbreekt.extend(namen.iter().map(String::as_str)),
                Deel::Waarde(_) | Deel::Fout(_) => delen.push(deel.tekst()),
            }
        }
        if !delen.is_empty() {
            waarden.push((KOLOMMEN[*at], delen.join("; ")));
        }
    }
    (waarden, ontbreekt)
}

/// Slug of the gemeente that a job is for, or id of the sender for one PDF for all.
pub fn wie<'p>(job: &Job<'p>) -> &'p str {
    job.gemeente.map_or_else(|| job.afzender.id(), |gemeente| gemeente.slug.as_str())
}
