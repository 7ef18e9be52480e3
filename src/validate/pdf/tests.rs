use std::io::Write as _;
use std::time::{Duration, Instant};

use super::lees;
use crate::model::pdf::PdfFout;

/// A PDF of these objects, the first of them its catalog.
fn pdf(objecten: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut plaatsen = Vec::new();
    for (nr, object) in objecten.iter().enumerate() {
        plaatsen.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", nr + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let xref = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objecten.len() + 1).bytes());
    plaatsen.iter().for_each(|plaats| bytes.extend(format!("{plaats:010} 00000 n \n").bytes()));
    bytes.extend(
        format!("trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n", objecten.len() + 1)
            .bytes(),
    );
    bytes
}

fn stroom(velden: &str, bytes: &[u8]) -> Vec<u8> {
    let mut uit = format!("<< {velden} /Length {} >>\nstream\n", bytes.len()).into_bytes();
    uit.extend(bytes);
    uit.extend(b"\nendstream");
    uit
}

fn ingepakt(bytes: &[u8]) -> Vec<u8> {
    let mut inpakker = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    inpakker.write_all(bytes).expect("memory");
    inpakker.finish().expect("memory")
}

fn catalogus(rest: &str) -> Vec<u8> {
    format!("<< /Type /Catalog /Pages 2 0 R {rest} >>").into_bytes()
}

fn paginas(kids: &str) -> Vec<u8> {
    format!("<< /Type /Pages /Count 1 /Kids [{kids}] >>").into_bytes()
}

const PAGINA: &[u8] = b"<< /Type /Page /MediaBox [0 0 9 9] >>";

fn met_xmp(xmp: &str) -> Vec<u8> {
    let metadata = stroom("/Type /Metadata /Subtype /XML /Filter /FlateDecode", &ingepakt(xmp.as_bytes()));
    pdf(&[catalogus("/Metadata 4 0 R /Lang (nl-NL)"), paginas("3 0 R"), PAGINA.to_vec(), metadata], "")
}

#[test]
fn what_a_pdf_says_of_itself_is_read() {
    let xmp = "<dc:title><rdf:Alt><rdf:li xml:lang=\"nl\">Plan &amp;\n kaart</rdf:li></rdf:Alt></dc:title>\
               <pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><x pdfuaid:part = '1'/>";
    let feiten = lees(&met_xmp(xmp)).expect("a PDF that can be read");
    assert_eq!(
        (feiten.paginas, feiten.titel.as_deref(), feiten.taal.as_deref()),
        (1, Some("Plan & kaart"), Some("nl-NL"))
    );
    assert_eq!(feiten.aanspraken, ["PDF/A-3u", "PDF/UA-1"]);
    let niets = lees(&met_xmp("<pdfaid:part>duizend</pdfaid:part><pdfuaid:part>")).expect("a PDF that can be read");
    assert_eq!((niets.titel, niets.aanspraken), (None, vec![]));
}

#[test]
fn a_title_of_the_information_dictionary_counts_when_there_is_no_other() {
    let info = b"<< /Title <FEFF004F006E00E9006500EE> >>".to_vec();
    let objecten = [catalogus(""), paginas("3 0 R"), PAGINA.to_vec(), info];
    assert_eq!(lees(&pdf(&objecten, "/Info 4 0 R")).expect("readable").titel.as_deref(), Some("Onéeî"));
}

#[test]
fn what_is_no_pdf_or_half_a_pdf_is_told_apart() {
    let heel = met_xmp("");
    assert_eq!(lees(b""), Err(PdfFout::Leeg));
    assert_eq!(lees(b" \n"), Err(PdfFout::Leeg));
    assert_eq!(lees(b"PK\x03\x04"), Err(PdfFout::GeenPdf));
    assert_eq!(lees(&heel[..60]), Err(PdfFout::Kapot));
    for einde in (0..heel.len()).step_by(7) {
        // Any answer will do, as long as there is one.
        let _ = lees(&heel[..einde]);
    }
    assert_eq!(lees(&pdf(&[catalogus(""), paginas("")], "")), Err(PdfFout::Kapot));
}

#[test]
fn what_is_locked_is_told_also_when_it_opens_without_a_password() {
    let slot = b"<< /Filter /Standard /V 1 /R 2 /P -4 >>".to_vec();
    let objecten = [catalogus(""), paginas("3 0 R"), PAGINA.to_vec(), slot];
    assert_eq!(lees(&pdf(&objecten, "/Encrypt 4 0 R")), Err(PdfFout::Versleuteld));
    assert!(lees(&pdf(&objecten[..3], "/EncryptNot 4")).is_ok());
}

/// Reads within the patience of somebody who waits for it.
fn snel(bytes: &[u8]) -> Result<usize, PdfFout> {
    let begin = Instant::now();
    let gelezen = lees(bytes).map(|feiten| feiten.paginas);
    assert!(begin.elapsed() < Duration::from_secs(60), "{:?} for {gelezen:?}", begin.elapsed());
    gelezen
}

/// As many bytes of LZW that unpack to zeros: each code is the entry that is just being made, until the table is full.
fn lzw_van_nullen(lengte: usize) -> Vec<u8> {
    let breed = |code: u32| match code {
        0..511 => 9,
        511..1023 => 10,
        1023..2047 => 11,
        _ => 12,
    };
    let codes = [(256, 9), (0, 9)].into_iter().chain((258..4096).map(|code| (code, breed(code))));
    let (mut bits, mut aantal, mut uit) = (0u64, 0, Vec::new());
    for (code, breedte) in codes.chain(std::iter::repeat((4095, 12))) {
        bits = bits << breedte | u64::from(code);
        aantal += breedte;
        while aantal >= 8 {
            aantal -= 8;
            uit.push((bits >> aantal) as u8);
        }
        bits &= (1 << aantal) - 1;
        if uit.len() >= lengte {
            return uit;
        }
    }
    unreachable!("the last code is repeated")
}

#[test]
fn a_bomb_is_refused_before_it_is_read() {
    let bom = ingepakt(&vec![b' '; 300 << 20]);
    assert!(bom.len() < 4 << 20);
    for velden in ["/Type /Metadata /Filter /FlateDecode", "/Type /ObjStm /N 1 /First 4 /#46ilter /Fl#61teDecode"] {
        let objecten = [catalogus("/Metadata 4 0 R"), paginas("3 0 R"), PAGINA.to_vec(), stroom(velden, &bom)];
        assert_eq!(snel(&pdf(&objecten, "")), Err(PdfFout::TeGroot), "{velden}");
    }
    let lzw = lzw_van_nullen(200 << 10);
    let letters =
        [lzw.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes(), b">".to_vec()].concat();
    for (filter, bom) in [("/LZWDecode", &lzw), ("[/ASCIIHexDecode /LZWDecode]", &letters)] {
        let bom = stroom(&format!("/Type /ObjStm /N 1 /First 4 /Filter {filter}"), bom);
        let objecten = [catalogus("/Metadata 4 0 R"), paginas("3 0 R"), PAGINA.to_vec(), bom];
        assert_eq!(snel(&pdf(&objecten, "")), Err(PdfFout::TeGroot), "{filter}");
        assert!(crate::pdf::lees(&pdf(&objecten, "")).is_none());
    }
    let dubbel = stroom("/Filter [/FlateDecode /FlateDecode]", &ingepakt(&ingepakt(b"x")));
    let objecten = [catalogus("/Metadata 4 0 R"), paginas("3 0 R"), PAGINA.to_vec(), dubbel];
    assert_eq!(snel(&pdf(&objecten, "")), Err(PdfFout::TeGroot));
}

#[test]
fn what_lies_too_deep_is_refused() {
    let diep = b"[".repeat(1 << 20);
    assert_eq!(snel(&pdf(&[catalogus(""), paginas("3 0 R"), PAGINA.to_vec(), diep.clone()], "")), Err(PdfFout::Kapot));
    let woordenboeken = b"<< /A ".repeat(1 << 18);
    assert_eq!(snel(&pdf(&[catalogus(""), paginas("3 0 R"), PAGINA.to_vec(), woordenboeken], "")), Err(PdfFout::Kapot));
    let objecten =
        stroom("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &ingepakt(&[b"7 0 ".to_vec(), diep].concat()));
    assert_eq!(snel(&pdf(&[catalogus(""), paginas("3 0 R"), PAGINA.to_vec(), objecten], "")), Err(PdfFout::Kapot));
}

#[test]
fn what_goes_round_ends() {
    // A page tree that holds itself, pages that hold each other, and a table of objects that refers to itself.
    assert_eq!(snel(&pdf(&[catalogus(""), paginas("2 0 R")], "")), Err(PdfFout::Kapot));
    let _ = snel(&pdf(&[catalogus(""), paginas("3 0 R 3 0 R"), paginas("2 0 R 2 0 R")], ""));
    let mut bytes = pdf(&[catalogus(""), paginas("3 0 R"), PAGINA.to_vec()], "/Prev 9");
    let begin = bytes.windows(5).position(|woord| woord == b"xref\n").expect("a table");
    let vorige = bytes.windows(7).position(|woord| woord == b"/Prev 9").expect("a trailer");
    bytes.splice(vorige..vorige + 7, format!("/Prev {begin}").bytes());
    let _ = snel(&bytes);
    let lengte = b"<< /Type /Metadata /Length 4 0 R >>\nstream\nx\nendstream".to_vec();
    let _ = snel(&pdf(&[catalogus("/Metadata 4 0 R"), paginas("3 0 R"), PAGINA.to_vec(), lengte], ""));
    let _ = snel(&pdf(&[catalogus("/Lang 4 0 R"), paginas("3 0 R"), PAGINA.to_vec(), b"4 0 R".to_vec()], ""));
}
