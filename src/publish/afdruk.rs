//! The words of each PDF, kept in a hidden folder of the out folder so that two of them can be compared.

use super::{Bestand, Entry, Out};
use crate::compile::sha256;
use crate::diag::Fatal;
use crate::model::afdruk::Afdruk;

/// Where they lie; a name that starts with a dot is no part of what is published.
const MAP: &str = ".afdruk";

/// Writes the words of the PDF at this path.
pub fn schrijf(out: &Out, pdf: &str, afdruk: &Afdruk) -> Result<Bestand, Fatal> {
    let pad = format!("{MAP}/{}.json", pdf.trim_end_matches(".pdf"));
    let mut text = serde_json::to_string_pretty(afdruk).expect("text and lists always become JSON");
    text.push('\n');
    out.write(&pad, text.as_bytes())?;
    Ok(Bestand { pad, sha256: sha256(text.as_bytes()) })
}

/// The words of a PDF as they were kept; `None` when they were not, or are not what was written.
pub fn lees(out: &Out, entry: &Entry) -> Result<Option<Afdruk>, Fatal> {
    let Some(bestand) = &entry.afdruk else { return Ok(None) };
    let bytes = out.read(&bestand.pad)?.filter(|bytes| sha256(bytes) == bestand.sha256);
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::afdruk::Deel;

    #[test]
    fn words_are_kept_and_read_back_unless_somebody_changed_them() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        let deel = Deel { sleutel: "doc/datum".into(), plaats: "datum".into(), nummer: None, tekst: "1 mei".into() };
        let afdruk = Afdruk { delen: vec![deel] };
        let bestand = schrijf(&out, "2021/x/a.pdf", &afdruk).expect("written");
        assert_eq!(bestand.pad, ".afdruk/2021/x/a.json");
        let entry = Entry { afdruk: Some(bestand.clone()), ..Entry::default() };
        assert_eq!(lees(&out, &entry).expect("read"), Some(afdruk));
        out.write(&bestand.pad, b"{}").expect("written");
        assert_eq!(lees(&out, &entry).expect("read"), None);
        assert_eq!(lees(&out, &Entry::default()).expect("read"), None);
    }
}
