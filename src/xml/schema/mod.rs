//! The official schemas of MDTO, DiWoo and sitemaps, read from the files that ship with the program.
//!
//! This is no general validator. `read` knows the constructs that these five files use and refuses any other, so
//! that a newer schema cannot be misread in silence. A recorded corpus of mutations holds the verdicts to xmllint's.

mod check;
mod kinds;
mod model;
mod order;
mod read;
mod uri;
mod values;
mod words;

use std::sync::OnceLock;

use roxmltree::Document;

use super::Breach;
pub(super) use check::{breach, listed, text_of};
pub use model::Schema;

/// Namespace of the sidecars for the archive.
pub const MDTO: &str = "https://www.nationaalarchief.nl/mdto";
/// Namespace of the metadata under the Woo.
pub const DIWOO: &str = "https://standaarden.overheid.nl/diwoo/metadata/";
/// Namespace of sitemaps and their index.
pub const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The kinds of XML files that this program knows a schema for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Soort {
    /// MDTO 1.0.1: an informatieobject or a bestand.
    Mdto,
    /// A sitemap 0.9 with DiWoo 0.9.8, also with a single document.
    Sitemap,
    /// An index of sitemaps.
    Index,
}

impl Soort {
    /// The kind that a file says it is, by its root element.
    pub fn van(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let document = Document::parse(text).ok()?;
        let root = document.root_element().tag_name();
        [Self::Mdto, Self::Sitemap, Self::Index]
            .into_iter()
            .find(|soort| (root.namespace(), root.name()) == (Some(soort.root().0), soort.root().1))
    }

    /// The schema that files of this kind follow, with its version.
    pub fn norm(self) -> &'static str {
        match self {
            Self::Mdto => "MDTO 1.0.1",
            Self::Sitemap => "sitemap 0.9 met DiWoo 0.9.8",
            Self::Index => "sitemapindex 0.9",
        }
    }

    fn root(self) -> (&'static str, &'static str) {
        match self {
            Self::Mdto => (MDTO, "MDTO"),
            Self::Sitemap => (SITEMAP, "urlset"),
            Self::Index => (SITEMAP, "sitemapindex"),
        }
    }

    /// The rules for this kind, read once.
    pub(super) fn schema(self) -> &'static Schema {
        const MDTO_XSD: &str = include_str!("xsd/MDTO-XML1.0.1.xsd");
        static READ: [OnceLock<Schema>; 3] = [const { OnceLock::new() }; 3];
        let (cell, texts): (_, &[&str]) = match self {
            Self::Mdto => (&READ[0], &[MDTO_XSD]),
            Self::Sitemap => (
                &READ[1],
                &[
                    MDTO_XSD,
                    include_str!("xsd/diwoo-metadata.xsd"),
                    include_str!("xsd/diwoo-metadata-lijsten.xsd"),
                    include_str!("xsd/sitemap.xsd"),
                ],
            ),
            Self::Index => (&READ[2], &[include_str!("xsd/siteindex.xsd")]),
        };
        cell.get_or_init(|| read::schema(texts).expect("the schemas that ship can be read; a test reads them"))
    }
}

/// What the schema of this kind has against the file; nothing when it is valid.
pub fn check(soort: Soort, bytes: &[u8]) -> Vec<Breach> {
    let parsed = std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        words::whole(line, column, "het bestand is niet opgeslagen als UTF-8")
    });
    let document = parsed.and_then(|text| {
        Document::parse(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|error| {
            let at = error.pos();
            words::whole(at.row as usize, at.col as usize, &words::no_xml(&error))
        })
    });
    match document {
        Ok(document) => check::document(soort.schema(), &document, soort.root()),
        Err(breach) => vec![breach],
    }
}
