//! One document to one PDF that is archival (PDF/A-2a) and accessible (PDF/UA-1) at once.

use chrono::{Datelike, NaiveDate};
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::world::DocWorld;
use super::{Bron, BronFile, Shelf, pagina, trouble};
use crate::diag::{Note, Noted, codes};

/// What the PDF says it was made with.
pub const CREATOR: &str = concat!("griffel ", env!("CARGO_PKG_VERSION"));

/// The standards every PDF follows, as the Typst command line writes them.
pub const NORMEN: &str = "a-2a,ua-1";

/// Compiles and exports one document. The bytes depend on the arguments only.
///
/// `datum` is the date that the PDF carries when its source leaves `date: auto`; PDF/A-2a demands
/// one, so a document of which only the year is known needs a day all the same. A warning of Typst
/// counts as a fault. What is wrong with the pages that came out is noted too. Never call this inside a rayon job: the export would start other documents on
/// the same stack.
pub fn pdf(shelf: &Shelf, bron: &Bron, datum: NaiveDate) -> Noted<Option<Vec<u8>>> {
    let Some(world) = DocWorld::new(shelf, bron) else {
        let message = format!("`{}` heeft geen bron die te zetten is", bron.titel);
        return Noted { value: None, notes: vec![Note::without_place(codes::G613, message)] };
    };
    match compile_and_export(&world, &options(bron, datum)) {
        Ok((document, bytes)) => Noted { value: Some(bytes), notes: pagina::notes(&world, bron, &document) },
        Err(found) => Noted { value: None, notes: trouble::notes(shelf, &world, bron, &found) },
    }
}

/// Whether a document with nothing but this image can be made.
pub(super) fn image_is_fit(shelf: &Shelf, path: &str) -> bool {
    let text = format!("#set document(title: \"-\")\n#image(\"{path}\", alt: \"-\")\n");
    let main = BronFile { path: "/main.typ".to_string(), text, kaart: Vec::new() };
    let bron = Bron { files: vec![main], ..Bron::default() };
    let world = DocWorld::new(shelf, &bron);
    world.is_some_and(|world| compile_and_export(&world, &options(&bron, NaiveDate::default())).is_ok())
}

fn compile_and_export(
    world: &DocWorld,
    options: &PdfOptions,
) -> Result<(PagedDocument, Vec<u8>), Vec<SourceDiagnostic>> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let mut found: Vec<SourceDiagnostic> = warnings.into_iter().collect();
    let exported = output.and_then(|document| typst_pdf::pdf(&document, options).map(|bytes| (document, bytes)));
    match exported {
        Ok(made) if found.is_empty() => Ok(made),
        Ok(_) => Err(found),
        Err(errors) => {
            found.extend(errors);
            Err(found)
        }
    }
}

fn options(bron: &Bron, datum: NaiveDate) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .expect("Typst accepts PDF/A-2a together with PDF/UA-1");
    PdfOptions {
        ident: Smart::Custom(bron.ident.clone()),
        creator: Smart::Custom(Some(CREATOR.to_string())),
        timestamp: timestamp(datum),
        standards,
        ..PdfOptions::default()
    }
}

fn timestamp(datum: NaiveDate) -> Option<Timestamp> {
    let month = u8::try_from(datum.month()).ok()?;
    let day = u8::try_from(datum.day()).ok()?;
    // Noon is the same day in every time zone that a reader of these letters lives in.
    Datetime::from_ymd_hms(datum.year(), month, day, 12, 0, 0).map(Timestamp::new_utc)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{evict, proef};

    const TEKST: &str = "#heading(level: 1)[#\"Onderwerp\";]\n#par[#\"Een brief aan 's-Gravenhage.\";]";

    #[test]
    fn a_document_compiles_twice_to_the_same_bytes() {
        let bron = proef::bron(TEKST);
        let make = || pdf(&proef::shelf(), &bron, proef::datum()).value.expect("a sound document");
        let first = make();
        assert!(first.starts_with(b"%PDF-1.7"));
        for _ in 0..3 {
            evict();
        }
        assert_eq!(first, make());
    }

    #[test]
    fn the_file_says_which_standards_it_follows_and_who_made_it() {
        let bytes = pdf(&proef::shelf(), &proef::bron(TEKST), proef::datum()).value.expect("a sound document");
        let text = String::from_utf8_lossy(&bytes);
        for part in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<xmp:CreateDate>2021-07-02T12:00:00",
            CREATOR,
        ] {
            assert!(text.contains(part), "{part} is missing");
        }
    }

    #[test]
    fn the_ident_tells_two_equal_documents_apart() {
        let shelf = proef::shelf();
        let one = proef::bron(TEKST);
        let two = Bron { ident: "proef/nissewaard".into(), ..one.clone() };
        assert_ne!(pdf(&shelf, &one, proef::datum()).value, pdf(&shelf, &two, proef::datum()).value);
    }

    #[test]
    fn threads_share_a_shelf_and_agree() {
        let shelf = proef::shelf();
        let make = || pdf(&shelf, &proef::bron(TEKST), proef::datum()).value;
        let alone = make();
        assert!(alone.is_some());
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..4)
                .map(|_| std::thread::Builder::new().stack_size(16 << 20).spawn_scoped(scope, make).expect("a thread"))
                .collect();
            for worker in workers {
                assert_eq!(worker.join().expect("no panic"), alone);
            }
        });
    }

    #[test]
    fn a_document_without_sources_is_a_note() {
        let noted = pdf(&proef::shelf(), &Bron { titel: "Leeg".into(), ..Bron::default() }, proef::datum());
        assert!(noted.value.is_none());
        assert_eq!(noted.notes[0].code, codes::G613);
    }
}
