//! Proves a bundle: every file as it was made, every PDF as it says, every reference leading somewhere.
//!
//! Works on what was read, in memory, and knows nothing of the project: a gemeente can check what came down the line,
//! and years later what still stands on a website. What is right is counted, what is wrong is a [`Bevinding`].

pub mod aankomst;
mod afschriften;
mod bestanden;
mod feiten;
mod paginas;
mod ris;
mod stuk;
mod verwijzingen;
mod vindbaar;
mod xml;

use std::collections::BTreeMap;

use crate::diag::{Code, codes};
use crate::publish::Inlezing;

/// Files by path.
pub type Bestanden = BTreeMap<String, Vec<u8>>;

/// The list of checksums that makes a folder a bundle.
pub const SOMMEN: &str = "SHA256SUMS";

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bevinding {
    /// The rule.
    pub code: &'static Code,
    /// The file.
    pub pad: String,
    /// What is wrong, in Dutch.
    pub wat: String,
    /// What the reader can do, a sentence.
    pub doen: String,
}

/// One check over a whole bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controle {
    /// What was checked.
    pub naam: &'static str,
    /// How many things were.
    pub aantal: usize,
    /// What is wrong; nothing when all is well.
    pub bevindingen: Vec<Bevinding>,
}

/// What came of checking one bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rapport {
    /// Its folder in what was given; empty when it is that itself.
    pub map: String,
    /// The checks, always the same in the same order.
    pub controles: Vec<Controle>,
}

impl Rapport {
    /// Whether all is well.
    pub fn goed(&self) -> bool {
        self.controles.iter().all(|controle| controle.bevindingen.is_empty())
    }
}

impl Controle {
    fn new(naam: &'static str) -> Self {
        Self { naam, aantal: 0, bevindingen: Vec::new() }
    }

    /// Something is wrong.
    fn fout(&mut self, code: &'static Code, pad: &str, wat: impl Into<String>, doen: impl Into<String>) {
        self.bevindingen.push(Bevinding { code, pad: pad.to_string(), wat: wat.into(), doen: doen.into() });
    }
}

/// Checks every bundle in what was read: every folder with a list of checksums.
pub fn nagaan(inlezing: &Inlezing) -> Vec<Rapport> {
    let naam = |pad: &String| {
        (pad == SOMMEN).then(String::new).or_else(|| pad.strip_suffix(&format!("/{SOMMEN}")).map(String::from))
    };
    let mappen: Vec<String> = inlezing.bestanden.keys().filter_map(naam).collect();
    let mut rapporten: Vec<Rapport> = mappen.iter().map(|map| bundel(map, inlezing, &mappen)).collect();
    if let (true, [first, ..]) = (!inlezing.geweigerd.is_empty() || inlezing.zip, rapporten.as_mut_slice()) {
        first.controles.insert(0, veilig(inlezing));
    }
    rapporten
}

/// The files below a folder, by their path in it.
pub fn onder(map: &str, bestanden: &Bestanden) -> Bestanden {
    let prefix = if map.is_empty() { String::new() } else { format!("{map}/") };
    let inside = |(pad, bytes): (&String, &Vec<u8>)| Some((pad.strip_prefix(&prefix)?.to_string(), bytes.clone()));
    bestanden.iter().filter_map(inside).collect()
}

fn bundel(map: &str, inlezing: &Inlezing, mappen: &[String]) -> Rapport {
    let mut eigen = onder(map, &inlezing.bestanden);
    // A bundle inside another folder with checksums is judged by its own.
    let inner = |pad: &str| {
        let whole = if map.is_empty() { pad.to_string() } else { format!("{map}/{pad}") };
        mappen.iter().any(|other| other.len() > map.len() && whole.starts_with(&format!("{other}/")))
    };
    eigen.retain(|pad, _| !inner(pad));
    let pdfs = stuk::lees(&eigen);
    let controles = vec![
        bestanden::controle(&eigen),
        xml::controle(&eigen),
        stuk::normen(&pdfs),
        stuk::gegevens(&eigen, &pdfs),
        stuk::archief(&eigen),
        afschriften::controle(&eigen, &pdfs),
        verwijzingen::controle(&eigen),
        paginas::controle(map, &eigen, &inlezing.bestanden),
        stuk::intern(&eigen, &pdfs),
    ];
    Rapport { map: map.to_string(), controles }
}

fn veilig(inlezing: &Inlezing) -> Controle {
    let mut controle = Controle::new(if inlezing.zip { "ZIP veilig te openen" } else { "map veilig te openen" });
    controle.aantal = inlezing.bestanden.len() + inlezing.geweigerd.len();
    for (pad, reden) in &inlezing.geweigerd {
        controle.fout(codes::G783, pad, reden, "Pak dit niet uit; vraag de bundel opnieuw op");
    }
    controle
}
