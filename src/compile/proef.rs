//! A small shelf and document for the tests of this stage.

#![expect(clippy::disallowed_methods, reason = "tests read the fonts of the project")]

use std::path::Path;

use chrono::NaiveDate;

use super::{Bestanden, Bron, BronFile, Shelf};
use crate::diag::{FileNr, Sources, Span};

/// Constant rules as `stijl` has them, and two functions that go wrong in their own way.
const BASIS: &str = r#"#let basis(body) = {
  set text(font: "Source Sans 3", lang: "nl", fallback: false)
  set page(width: 100mm, height: 100mm)
  body
}
#let afbeelding(pad) = image(pad, alt: "beeld")
#let fout(body) = panic("kan niet")
"#;

/// The main source; the text of the document comes from `/tekst/001.typ`.
const MAIN: &str = r#"#import "/stijl/basis.typ": *
#set document(title: "Proef")
#show: basis
#include "/tekst/001.typ"
"#;

/// The texts of the author: none of the tests but one looks into them.
pub fn teksten() -> Sources {
    Sources::default()
}

/// The shelf with the fonts of the repository.
pub fn shelf() -> Shelf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let fonts: Bestanden = std::fs::read_dir(folder)
        .expect("fonts/ is part of the repository")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "ttf" || kind == "otf"))
        .map(|path| {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            (name, std::fs::read(path).expect("a font").into())
        })
        .collect();
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>"#;
    let beelden = [("/beeld/goed.svg", &svg[..]), ("/beeld/kapot.png", b"geen png")];
    let beelden = beelden.into_iter().map(|(path, bytes)| (path.to_string(), bytes.into())).collect();
    let noted = Shelf::new(&fonts, &[("/stijl/basis.typ".to_string(), BASIS.to_string())], &beelden);
    assert_eq!(noted.notes, []);
    noted.value
}

/// How far the YAML of [`bron`] lies from its generated text.
pub const SHIFT: usize = 1000;

/// A date for the PDF.
pub fn datum() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 7, 2).expect("a day that exists")
}

/// A document with `text` in `/tekst/001.typ`; every string literal in it that stands in markup is
/// mapped to the bytes [`SHIFT`] further on in file 7.
pub fn bron(text: &str) -> Bron {
    let text = format!("#import \"/stijl/basis.typ\": *\n{text}");
    let mut kaart = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("#\"").map(|start| at + start + 1) {
        let Some(end) = text[start..].find("\";").map(|end| start + end + 1) else { break };
        kaart.push((start..end, Span::new(FileNr(7), SHIFT + start..SHIFT + end)));
        at = end;
    }
    Bron {
        files: vec![
            BronFile { path: "/main.typ".into(), text: MAIN.into(), kaart: Vec::new() },
            BronFile { path: "/tekst/001.typ".into(), text, kaart },
        ],
        titel: "Proef".into(),
        ident: "proef/ridderkerk".into(),
        owner: Some(Span::new(FileNr(7), 0..5)),
        template: "proef/document.typ.tera".into(),
        hoogstens: None,
    }
}
