//! What a PDF from elsewhere says of itself. Its bytes may be anything, and whatever goes wrong is an answer.

#[cfg(test)]
mod tests;

use hayro_syntax::object::{Dict, Object, Stream};

use crate::model::pdf::{PdfFeiten, PdfFout};
use crate::pdf::maat::Gevaar;
use crate::pdf::veilig;

/// An XMP packet beyond this is not read.
const XMP: usize = 4 << 20;

/// Reads a PDF.
///
/// # Errors
/// Why it cannot be read.
pub fn lees(bytes: &[u8]) -> Result<PdfFeiten, PdfFout> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(PdfFout::Leeg);
    }
    // Readers look for the mark in the first kilobyte.
    if !bytes[..bytes.len().min(1024)].windows(5).any(|mark| mark == b"%PDF-") {
        return Err(PdfFout::GeenPdf);
    }
    veilig(bytes, feiten).unwrap_or_else(|gevaar| {
        Err(match gevaar {
            Gevaar::Versleuteld => PdfFout::Versleuteld,
            Gevaar::TeDiep | Gevaar::Kapot => PdfFout::Kapot,
            Gevaar::TeGroot => PdfFout::TeGroot,
        })
    })
}

fn feiten(bytes: Vec<u8>) -> Result<PdfFeiten, PdfFout> {
    let pdf = match hayro_syntax::Pdf::new(bytes) {
        Ok(pdf) => pdf,
        Err(hayro_syntax::LoadPdfError::Decryption(_)) => return Err(PdfFout::Versleuteld),
        Err(hayro_syntax::LoadPdfError::Invalid) => return Err(PdfFout::Kapot),
    };
    let paginas = pdf.pages().len();
    let xref = pdf.xref();
    let root: Option<Dict<'_>> = xref.get(xref.root_id());
    let (Some(root), true) = (root, paginas > 0) else { return Err(PdfFout::Kapot) };
    let xmp = root.get::<Stream<'_>>(b"Metadata".as_slice()).and_then(|stream| xmp(&stream)).unwrap_or_default();
    let info = pdf.metadata().title.as_deref().map(tekst);
    let taal = match root.get::<Object<'_>>(b"Lang".as_slice()) {
        Some(Object::String(taal)) => Some(tekst(taal.as_bytes())),
        _ => None,
    };
    let gevuld = |tekst: &String| !tekst.is_empty();
    Ok(PdfFeiten {
        paginas,
        titel: titel(&xmp).filter(gevuld).or(info.filter(gevuld)),
        taal: taal.filter(gevuld),
        aanspraken: aanspraken(&xmp),
    })
}

fn xmp(stream: &Stream<'_>) -> Option<String> {
    let bytes = stream.decoded().ok()?;
    let bytes = bytes.get(..bytes.len().min(XMP))?;
    Some(match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    })
}

/// A text string of a PDF: UTF-16 or UTF-8 with a mark, else letters of one byte.
fn tekst(bytes: &[u8]) -> String {
    let tekst = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    netjes(&tekst)
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
    String::from_utf16_lossy(&units)
}

/// Words on one line, without anything that a screen would obey.
fn netjes(tekst: &str) -> String {
    let zichtbaar = tekst.replace(|c: char| c.is_control(), " ");
    zichtbaar.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The title in an XMP packet: the first item of `dc:title`.
fn titel(xmp: &str) -> Option<String> {
    let (_, rest) = xmp.split_once("<dc:title")?;
    let (binnen, _) = rest.split_once("</dc:title>")?;
    let (_, item) = binnen.split_once("<rdf:li")?;
    let (_, item) = item.split_once('>')?;
    let (item, _) = item.split_once('<')?;
    let letterlijk = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(netjes(&letterlijk.iter().fold(item.to_string(), |tekst, (naam, teken)| tekst.replace(naam, teken))))
}

/// The standards that an XMP packet claims: "PDF/A-2a", "PDF/UA-1".
fn aanspraken(xmp: &str) -> Vec<String> {
    let mut gevonden = Vec::new();
    if let Some(deel) = eigenschap(xmp, "pdfaid:part") {
        gevonden
            .push(format!("PDF/A-{deel}{}", eigenschap(xmp, "pdfaid:conformance").unwrap_or_default().to_lowercase()));
    }
    if let Some(deel) = eigenschap(xmp, "pdfuaid:part") {
        gevonden.push(format!("PDF/UA-{deel}"));
    }
    gevonden
}

/// A short value in an XMP packet, as an element or as an attribute.
fn eigenschap(xmp: &str, naam: &str) -> Option<String> {
    let element = |(_, rest): (&str, &str)| rest.split_once('<').map(|(waarde, _)| waarde.trim().to_string());
    let attribuut = |(_, rest): (&str, &str)| {
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let teken = rest.chars().next().filter(|teken| matches!(teken, '"' | '\''))?;
        rest[1..].split_once(teken).map(|(waarde, _)| waarde.trim().to_string())
    };
    let waarde = xmp.split_once(&format!("<{naam}>")).and_then(element);
    let waarde = waarde.or_else(|| xmp.split_once(naam).and_then(attribuut))?;
    let kort = (1..=4).contains(&waarde.len()) && waarde.bytes().all(|byte| byte.is_ascii_alphanumeric());
    kort.then_some(waarde)
}
