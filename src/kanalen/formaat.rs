//! What kind of file something is, and its checksum.

use super::bundel::{Bijlage, Formaat, Inhoud, Stuk};
use crate::model::waardelijst::Lijst;

impl Inhoud {
    /// Bytes with their checksum.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { sha256: crate::compile::sha256(&bytes), bytes }
    }
}

impl Bijlage {
    /// Its file name.
    pub fn bestandsnaam(&self) -> &str {
        self.pad.rsplit('/').next().unwrap_or(&self.pad)
    }

    /// What identifies it: its document and its number.
    pub fn identificatie(&self, stuk: &Stuk) -> String {
        format!("{}-bijlage-{}", stuk.identificatie, self.nummer)
    }
}

impl Formaat {
    /// By the ending of the name; `None` for what overheid.nl does not take.
    pub fn van(pad: &str, eigen: bool) -> Option<Self> {
        let ending = pad.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        let (label, mime) = match ending.as_str() {
            "pdf" => ("PDF", "application/pdf"),
            "csv" => ("CSV", "text/csv"),
            "txt" => ("Plain text", "text/plain"),
            "html" => ("HTML", "text/html"),
            "odt" => ("ODT", "application/vnd.oasis.opendocument.text"),
            "ods" => ("ODS", "application/vnd.oasis.opendocument.spreadsheet"),
            "odp" => ("ODP", "application/vnd.oasis.opendocument.presentation"),
            "docx" => ("Word DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            "xlsx" => ("Excel XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "pptx" => ("PowerPoint PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            "rtf" => ("RTF", "application/rtf"),
            "zip" => ("ZIP", "application/zip"),
            _ => return None,
        };
        Some(Self { diwoo: Lijst::Formaat.zoek(label)?, mime, eigen })
    }
}
