//! Annexes lie beside the PDF they belong to, byte for byte as they came in.

use super::{Bijlage, Out, Written};
use crate::compile::sha256;
use crate::diag::Fatal;
use crate::model::pdf::PdfFeiten;

/// Writes the bytes of an annex to `pad` and gives its line for the manifest, with what a PDF says of itself.
pub fn bijlage(
    out: &Out,
    pad: &str,
    nummer: &str,
    titel: &str,
    bytes: &[u8],
    pdf: Option<PdfFeiten>,
) -> Result<(Written, Bijlage), Fatal> {
    let written = out.write(pad, bytes)?;
    let line = Bijlage { pad: pad.into(), sha256: sha256(bytes), titel: titel.into(), nummer: nummer.into(), pdf };
    Ok((written, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annex_keeps_its_bytes() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        let bytes = b"%PDF-1.7\r\n\0\xff";
        let (written, line) = bijlage(&out, "2021/bijlagen/1.pdf", "1", "Regiovisie", bytes, None).expect("written");
        assert_eq!(written, Written::Made);
        assert_eq!(out.read(&line.pad).expect("readable").as_deref(), Some(bytes.as_slice()));
        assert_eq!(out.sha256(&line.pad).expect("readable"), Some(line.sha256));
    }
}
