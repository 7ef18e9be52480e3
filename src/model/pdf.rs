//! What a PDF says of itself.

use serde::{Deserialize, Serialize};

/// The facts of a PDF that can be read; the manifest holds them too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PdfFeiten {
    /// How many pages it has.
    pub paginas: usize,
    /// Its title.
    pub titel: Option<String>,
    /// Its language ("nl-NL").
    pub taal: Option<String>,
    /// The standards that it claims to follow ("PDF/A-2a", "PDF/UA-1"); a claim is no proof.
    pub aanspraken: Vec<String>,
}

impl PdfFeiten {
    /// Whether it claims to follow a standard, whichever part of it.
    pub fn belooft(&self, standaard: &str) -> bool {
        self.aanspraken.iter().any(|aanspraak| aanspraak.starts_with(standaard))
    }

    /// "12 pagina's".
    pub fn omvang(&self) -> String {
        match self.paginas {
            1 => "1 pagina".to_string(),
            paginas => format!("{paginas} pagina’s"),
        }
    }
}

/// Why a PDF cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PdfFout {
    /// There is nothing in it.
    Leeg,
    /// It is something else.
    GeenPdf,
    /// It is damaged.
    Kapot,
    /// It is locked, with or without a password to open it.
    Versleuteld,
    /// It unpacks to more than anything real does, or takes too long to read.
    TeGroot,
}
