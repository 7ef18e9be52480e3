//! What publication asks for beside a PDF: from one [`Bundel`] come all files that a gemeente uploads.
//!
//! A maker takes the bundle and gives files; [`bestanden`] calls them all and adds what is about the others (the
//! checks, the packing slip, the checksums). A new channel is a file here with a function of that form in `MAKERS`.

mod bundel;
pub mod controle;
mod diwoo;
mod drop;
mod feiten;
mod formaat;
mod indeling;
pub mod jaaroverzicht;
mod mdto;
mod pakbon;
mod partij;
mod publicatiebank;
mod ris;
mod tijd;
mod verzamel;
mod xml;
mod zip;

pub use bundel::{Besluit, Bijlage, Buiten, Bundel, Formaat, Inhoud, Stuk};
pub use feiten::gegevens;
pub use indeling::{Sleutel, sleutel};
pub use verzamel::{Gemaakt, GemaakteBijlage, buiten, buiten_de_bundel, bundel};
pub use zip::zip;

use std::collections::BTreeMap;

use crate::diag::codes::G746;
use crate::diag::{Note, Noted};

/// A file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bestand {
    /// Its path in the bundle.
    pub pad: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is for.
    pub soort: Soort,
}

/// What a file of a bundle is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soort {
    /// A document.
    Stuk,
    /// A document as an HTML page.
    Pagina,
    /// An annex.
    Bijlage,
    /// A record for overheid.nl.
    Diwoo,
    /// How overheid.nl finds the records.
    Sitemap,
    /// A description for the archive.
    Mdto,
    /// For a publicatiebank.
    Json,
    /// For the council information system.
    Csv,
    /// For an official announcement.
    Drop,
    /// About the bundle itself.
    Bundel,
}

impl Bestand {
    /// A text file.
    pub fn tekst(pad: impl Into<String>, tekst: impl Into<String>, soort: Soort) -> Self {
        Self { pad: pad.into(), bytes: tekst.into().into_bytes(), soort }
    }
}

/// Makes some of the files of a bundle.
type Maker = fn(&Bundel) -> Vec<Bestand>;

/// Everything that makes files out of a bundle alone.
const MAKERS: &[Maker] =
    &[stukken, mdto::bestanden, diwoo::bestanden, publicatiebank::bestanden, ris::bestanden, drop::bestanden];

/// All files of a bundle, sorted by path: first what the makers give, then the report on that, the packing slip over
/// both, and the checksums over all. Metadata that breaks its schema is noted, and then the files are not to be used.
pub fn bestanden(bundel: &Bundel) -> Noted<Vec<Bestand>> {
    let mut alle: Vec<Bestand> = MAKERS.iter().flat_map(|maak| maak(bundel)).collect();
    let (gekeurd, notes) = keur(&bundel.map(), &alle);
    alle.extend(controle::bestanden(bundel, &gekeurd));
    alle.sort_by(|a, b| a.pad.cmp(&b.pad));
    alle.push(pakbon::pakbon(bundel, &alle));
    alle.sort_by(|a, b| a.pad.cmp(&b.pad));
    let regels = alle.iter().map(|bestand| format!("{}  {}\n", crate::compile::sha256(&bestand.bytes), bestand.pad));
    let sommen = Bestand::tekst("SHA256SUMS", regels.collect::<String>(), Soort::Bundel);
    alle.push(sommen);
    alle.sort_by(|a, b| a.pad.cmp(&b.pad));
    Noted { value: alle, notes }
}

/// Holds all metadata to its schema and to what the schema leaves open: how many files to which, and what breaks it.
fn keur(map: &str, bestanden: &[Bestand]) -> (Vec<(String, usize)>, Vec<Note>) {
    let mut gekeurd: BTreeMap<&str, usize> = BTreeMap::new();
    let mut notes = Vec::new();
    for bestand in bestanden.iter().filter(|bestand| bestand.pad.ends_with(".xml")) {
        let Some(soort) = crate::xml::Soort::van(&bestand.bytes) else { continue };
        *gekeurd.entry(soort.norm()).or_default() += 1;
        for breuk in crate::xml::check(soort, &bestand.bytes) {
            let message = format!("`{map}/{}`: {}", bestand.pad, breuk.message);
            notes.push(Note::without_place(G746, message).hint(format!("Het gaat om `{}`", breuk.path)));
        }
    }
    (gekeurd.into_iter().map(|(norm, aantal)| (norm.to_string(), aantal)).collect(), notes)
}

/// The documents and their annexes themselves.
fn stukken(bundel: &Bundel) -> Vec<Bestand> {
    let mut alle = Vec::new();
    for stuk in &bundel.stukken {
        alle.push(Bestand { pad: stuk.pad(), bytes: stuk.pdf.bytes.clone(), soort: Soort::Stuk });
        let pagina = format!("{}.html", stuk.naam);
        alle.push(Bestand { pad: pagina, bytes: stuk.pagina.bytes.clone(), soort: Soort::Pagina });
        alle.extend(stuk.bijlagen.iter().map(|bijlage| Bestand {
            pad: bijlage.pad.clone(),
            bytes: bijlage.inhoud.bytes.clone(),
            soort: Soort::Bijlage,
        }));
    }
    alle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_that_breaks_its_schema_is_a_fault() {
        let index = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap/></sitemapindex>";
        let bestand = Bestand::tekst("sitemapindex-diwoo-infocat008.xml", index, Soort::Sitemap);
        let (gekeurd, notes) = keur("ridderkerk/2021", &[bestand]);
        assert_eq!(gekeurd, [("sitemapindex 0.9".to_string(), 1)]);
        assert!(!notes.is_empty() && notes.iter().all(|note| note.code == G746), "{notes:?}");
        assert!(notes[0].message.starts_with("`ridderkerk/2021/sitemapindex-diwoo-infocat008.xml`: "), "{notes:?}");
    }
}
