//! What publication asks for beside a PDF: from one [`Bundel`] come all files that a gemeente uploads.
//!
//! A maker takes the bundle and gives files; [`bestanden`] calls them all and adds what is about the others (the
//! checks, the packing slip, the checksums). A new channel is a file here with a function of that form in [`MAKERS`].

mod bundel;
mod feiten;
mod formaat;
mod indeling;
mod partij;
mod verzamel;
mod zip;

pub use bundel::{Besluit, Bijlage, Buiten, Bundel, Formaat, Inhoud, Stuk};
pub use indeling::{Sleutel, sleutel};
pub use verzamel::{Gemaakt, buiten, bundel};
pub use zip::zip;

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
const MAKERS: &[Maker] = &[stukken];

/// All files of a bundle, sorted by path; the checksums are the last that is made.
pub fn bestanden(bundel: &Bundel) -> Vec<Bestand> {
    let mut alle: Vec<Bestand> = MAKERS.iter().flat_map(|maak| maak(bundel)).collect();
    alle.sort_by(|a, b| a.pad.cmp(&b.pad));
    let regels = alle.iter().map(|bestand| format!("{}  {}\n", crate::compile::sha256(&bestand.bytes), bestand.pad));
    let sommen = Bestand::tekst("SHA256SUMS", regels.collect::<String>(), Soort::Bundel);
    alle.push(sommen);
    alle.sort_by(|a, b| a.pad.cmp(&b.pad));
    alle
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
