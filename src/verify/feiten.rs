//! What the record of a file says of it: the facts that all other files of a bundle repeat.

use super::Bestanden;
use crate::xml::{bladen, kinderen, resources, teksten};

/// The facts of one document or annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feiten {
    /// The file that they are about.
    pub pad: String,
    /// The record that they come from.
    pub bron: String,
    /// Its title.
    pub titel: String,
    /// Its date.
    pub datum: String,
    /// What identifies it, and then its reference when it has one.
    pub nummers: Vec<String>,
    /// Its case number.
    pub zaak: Option<String>,
    /// Its address.
    pub loc: String,
    /// The identifier of who publishes it.
    pub uitgever: String,
    /// The identifier of its category.
    pub categorie: String,
    /// The address of the document that it is an annex of.
    pub bij: Option<String>,
    /// All that the record says, name by name.
    pub alles: Vec<(String, String)>,
}

impl Feiten {
    /// Its file name.
    pub fn naam(&self) -> &str {
        laatste(&self.pad)
    }

    /// The reference of whoever sent it.
    pub fn kenmerk(&self) -> Option<&str> {
        self.nummers.get(1).map(String::as_str)
    }

    /// The last part of an identifier: `c_db4862c3`, `gm0597`.
    pub fn code(uri: &str) -> &str {
        laatste(uri)
    }
}

/// What comes behind the last slash.
pub fn laatste(pad: &str) -> &str {
    pad.rsplit('/').next().unwrap_or(pad)
}

/// The facts of everything that has a record.
pub fn feiten(bestanden: &Bestanden) -> Vec<Feiten> {
    bestanden.iter().filter_map(|(bron, bytes)| van(bron, bytes, bestanden)).collect()
}

fn van(bron: &str, bytes: &[u8], bestanden: &Bestanden) -> Option<Feiten> {
    let naam = bron.strip_suffix(".diwoo.xml")?;
    let eerste = |path: &[&str]| teksten(bytes, path).into_iter().next();
    let resource = |naam: &str| resources(bytes, naam).into_iter().next();
    Some(Feiten {
        pad: bestand(naam, bestanden),
        bron: bron.to_string(),
        titel: eerste(&["officieleTitel"])?,
        datum: eerste(&["creatiedatum"])?,
        nummers: kinderen(bytes, &["DiWoo", "identifiers"], "identifier").into_iter().next().unwrap_or_default(),
        zaak: eerste(&["aggregatiekenmerk"]),
        loc: eerste(&["url", "loc"])?,
        uitgever: resource("publisher").unwrap_or_default(),
        categorie: resource("informatiecategorie").unwrap_or_default(),
        bij: resource("isPartOf"),
        alles: bladen(bytes, &["urlset", "url"]).into_iter().next().unwrap_or_default(),
    })
}

/// The file of this name without its ending: what the metadata for the archive is about, else the PDF.
pub fn bestand(naam: &str, bestanden: &Bestanden) -> String {
    let einde = |pad: &String| {
        let rest = pad.strip_prefix(naam)?.strip_prefix('.')?.strip_suffix(".bestand.mdto.xml")?;
        (!rest.contains(['.', '/'])).then(|| format!("{naam}.{rest}"))
    };
    bestanden.keys().find_map(einde).unwrap_or_else(|| format!("{naam}.pdf"))
}
