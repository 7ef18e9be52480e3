use super::*;
use crate::compile::{Shelf, pdf, proef};
use crate::diag::codes;
use crate::render::bron::Hoogstens;

/// A page of 100 by 60 mm with margins of 10 mm, that says so.
const BLAD: &str = r#"#set page(width: 100mm, height: 60mm, margin: 10mm, background: context [#metadata((links: 28.35, boven: 28.35, rechts: 28.35, onder: 28.35))<zetspiegel>])
"#;

fn bron(text: &str) -> Bron {
    proef::bron(&format!("{BLAD}{text}"))
}

/// Code, message and what the author wrote there.
fn gevonden(text: &str) -> Vec<(&'static str, String, String)> {
    let noted = pdf(&shelf(), &bron(text), proef::datum());
    assert!(noted.value.is_some(), "{:#?}", noted.notes);
    let head = proef::bron("").files[1].text.len() + BLAD.len();
    let tekst = |note: &Note| {
        let span = &note.labels[0].span;
        let start = span.start.checked_sub(proef::SHIFT + head);
        start.map_or("(het onderwerp)".to_string(), |start| text[start..start + span.end - span.start].to_string())
    };
    noted.notes.iter().map(|note| (note.code.id, note.message.clone(), tekst(note))).collect()
}

fn een(text: &str, code: &str, message: &str, tekst: &str) {
    assert_eq!(gevonden(text), [(code, message.to_string(), tekst.to_string())]);
}

fn shelf() -> Shelf {
    proef::shelf()
}

const ALINEA: &str = "#par[#\"Een regel tekst.\";]";

#[test]
fn a_sound_page_has_no_notes() {
    assert_eq!(
        gevonden(&format!("#heading(level: 1)[#\"Kop\";]{ALINEA}{ALINEA}#pagebreak(){ALINEA}{ALINEA}{ALINEA}")),
        []
    );
}

#[test]
fn words_outside_the_margin_and_off_the_paper_are_told_apart() {
    een(
        "#par[#box(width: 0pt)[#box(width: 84mm)[#h(1fr)#\"Ver\";]];]",
        "G633",
        "`Ver` steekt 4,0 mm rechts buiten de marge (bladzijde 1, rechtsboven)",
        "\"Ver\"",
    );
    let onder = "#par[#\"Hoog\";]#block(height: 43mm, breakable: false, above: 0pt, align(bottom)[#par[#\"Laag\";]])";
    let noot = gevonden(&onder.replace("43mm", "35mm"));
    assert_eq!(noot, []);
    let witrand = "#place(dx: 80.5mm)[#\"Ver\";]";
    assert_eq!(
        gevonden(witrand)[0].1,
        "`Ver` staat binnen 5 mm van de rand van het papier; daar drukt een printer niet (bladzijde 1, rechtsboven)"
    );
    let papier = "#place(dx: 86mm)[#\"Ver weg\";]";
    let gezien = gevonden(papier);
    assert_eq!(gezien[0].0, "G634");
    assert!(gezien[0].1.starts_with("`Ver weg` valt "), "{}", gezien[0].1);
    // Decoration may run off the paper; so may what has no words.
    assert_eq!(gevonden(&format!("{ALINEA}#pdf.artifact(place(dx: 70mm, rect(width: 60mm)))")), []);
}

#[test]
fn an_image_that_is_too_wide_is_seen() {
    let text = format!(
        "{ALINEA}#block(width: 85mm, image(\"/beeld/goed.svg\", alt: \"beeld\", width: 85mm, height: 9mm, fit: \"stretch\"))"
    );
    let gezien = gevonden(&text);
    assert_eq!((gezien.len(), gezien[0].0), (1, "G633"), "{gezien:?}");
    assert_eq!(gezien[0].1, "`(afbeelding)` steekt 5,0 mm rechts buiten de marge (bladzijde 1, in het midden)");
}

#[test]
fn words_over_words_are_seen_and_neighbours_are_not() {
    een(
        "#par[#\"Onder elkaar\";]#place(dx: 8mm, dy: -10pt)[#\"Erdoor\";]",
        "G635",
        "`Onder elkaar` staat over `Erdoor` heen (bladzijde 1, linksboven)",
        "\"Onder elkaar\"",
    );
    assert_eq!(
        gevonden("#set par(leading: 1pt)\n#par[#\"Ápg\";#linebreak()#\"Ápg\";#super[#\"2\";]#linebreak()#\"Äj\";]"),
        []
    );
}

#[test]
fn a_heading_at_the_foot_of_a_page_is_seen() {
    een(
        &format!("{ALINEA}#heading(level: 1)[#\"Verder\";]#pagebreak(){ALINEA}{ALINEA}{ALINEA}"),
        "G638",
        "de kop `Verder` staat alleen onderaan de bladzijde (bladzijde 1, links in het midden)",
        "\"Verder\"",
    );
}

#[test]
fn a_single_line_of_a_paragraph_is_seen_on_either_page() {
    let regels = |voor: &str, na: usize| {
        let regels: Vec<String> = (1..=na).map(|nr| format!("#\"Regel {nr}\";")).collect();
        format!(
            "#set text(costs: (orphan: 0%, widow: 0%))\n#block(height: {voor}, below: 0pt)[]#par[{}]#par[#\"Dan\";#linebreak()#\"nog\";#linebreak()#\"meer\";]",
            regels.join("#linebreak()")
        )
    };
    let codes = |voor: &str, na: usize| gevonden(&regels(voor, na));
    let wees = codes("35mm", 5);
    assert_eq!(wees[0].0, "G639", "{wees:?}");
    assert!(
        wees[0].1.starts_with("van een alinea staat alleen de eerste regel op deze bladzijde: `Regel 1`"),
        "{wees:?}"
    );
    let weduwe = codes("20mm", 5);
    assert_eq!(weduwe[0].0, "G639", "{weduwe:?}");
    assert!(
        weduwe[0].1.starts_with("van een alinea staat alleen de laatste regel op deze bladzijde: `Regel 5`"),
        "{weduwe:?}"
    );
}

#[test]
fn a_table_breaks_between_rows_and_not_after_its_header() {
    let tabel = |voor: &str, rij: &str| {
        format!(
            "#block(height: {voor}, below: 0pt)[{ALINEA}]#table(columns: 1, table.header(repeat: false)[#\"Kop\";], {rij}, [#\"Rij 2\";]){ALINEA}{ALINEA}"
        )
    };
    let kop = gevonden(&tabel("5mm", "table.cell(breakable: false)[#block(height: 36mm)[#\"Rij 1\";]]"));
    assert_eq!(kop.len(), 1, "{kop:?}");
    assert_eq!((kop[0].0, kop[0].2.as_str()), ("G641", "\"Kop\""));
    assert_eq!(
        kop[0].1,
        "de kopregel van een tabel staat alleen onderaan de bladzijde: `Kop` (bladzijde 2, linksboven)"
    );
    let rij = gevonden(&tabel("15mm", &format!("[#\"Rij 1\";{}]", "#linebreak()#\"door\";".repeat(4))));
    assert_eq!(rij.iter().map(|vondst| vondst.0).collect::<Vec<_>>(), ["G640"], "{rij:?}");
    assert!(rij[0].1.starts_with("een rij van een tabel breekt over twee bladzijden: `Rij 1`"), "{rij:?}");
}

#[test]
fn signatures_keep_together_and_have_company() {
    let slot = |voor: &str, hoog: &str| {
        format!("{ALINEA}#pagebreak(){voor}[#block(breakable: true, width: 100%)[#\"Hoogachtend\";#v({hoog})#\"A. Naam\";]<ondertekening>]")
            .replace("[#block", "#[#block")
    };
    een(
        &slot("", "1mm"),
        "G636",
        "de ondertekening staat alleen op een bladzijde: `Hoogachtend` (bladzijde 2, linksboven)",
        "\"Hoogachtend\"",
    );
    assert_eq!(gevonden(&slot(ALINEA, "1mm"))[0].0, "G636");
    assert_eq!(gevonden(&slot(&ALINEA.repeat(2), "1mm")), []);
    let door = gevonden(&slot(&ALINEA.repeat(2), "60mm"));
    assert_eq!(door.iter().map(|vondst| vondst.0).collect::<Vec<_>>(), ["G637"], "{door:?}");
    assert!(door[0].1.starts_with("de ondertekening loopt door op een nieuwe bladzijde: `A. Naam`"), "{door:?}");
}

#[test]
fn a_last_page_with_hardly_anything_is_seen_and_an_empty_one_too() {
    let blad = |regels: usize| format!("{ALINEA}#pagebreak(){}", ALINEA.repeat(regels));
    een(
        &blad(1),
        "G642",
        "op de laatste bladzijde staat maar één regel: `Een regel tekst.` (bladzijde 2, linksboven)",
        "\"Een regel tekst.\"",
    );
    assert_eq!(gevonden(&blad(2))[0].0, "G642");
    assert_eq!(gevonden(&blad(3)), []);
    een(
        &format!("{ALINEA}#pagebreak()#pagebreak(){}", ALINEA.repeat(3)),
        "G642",
        "een bladzijde is leeg (bladzijde 2, in het midden)",
        "(het onderwerp)",
    );
}

#[test]
fn a_limit_counts_pages_and_belongs_to_the_key() {
    let mut bron = bron(&format!("{}#pagebreak(){}", ALINEA.repeat(3), ALINEA.repeat(3)));
    let key = |bron: &Bron| crate::compile::cache_key(&shelf(), bron, proef::datum());
    let zonder = key(&bron);
    for (aantal, verwacht) in [(2, vec![]), (1, vec![codes::G643])] {
        bron.hoogstens = Some(Hoogstens { aantal, wie: "een `proef`".into(), plek: None });
        let notes = pdf(&shelf(), &bron, proef::datum()).notes;
        assert_eq!(notes.iter().map(|note| note.code).collect::<Vec<_>>(), verwacht);
        assert_ne!(key(&bron), zonder);
    }
}

#[test]
fn the_address_is_measured_against_the_window() {
    let adres = |regels: &[&str], breed: &str| {
        let regels: Vec<String> = regels.iter().map(|regel| format!("#\"{regel}\";")).collect();
        format!(
            "#metadata((links: 28.35, boven: 28.35, breedte: 100.0, hoogte: 60.0))<venster>#block(width: {breed}, par(leading: 2pt)[{}])<adres>",
            regels.join("#linebreak()")
        )
    };
    assert_eq!(gevonden(&adres(&["Aan", "Postbus 1", "1234 AB DORP"], "35mm")), []);
    let breed = gevonden(&adres(&["Aan wie het aangaat in dit dorp", "Postbus 1", "1234 AB DORP"], "70mm"));
    assert_eq!(breed.iter().map(|vondst| vondst.0).collect::<Vec<_>>(), ["G631"], "{breed:?}");
    assert_eq!(breed[0].2, "\"Aan wie het aangaat in dit dorp\"");
    let kort = gevonden(&adres(&["Aan"], "35mm"));
    assert_eq!((kort[0].0, kort[0].1.as_str()), ("G632", "het adres telt één regel (bladzijde 1, linksboven)"));
    assert_eq!(gevonden(&adres(&["postadres nog niet bekend"], "35mm")), []);
}

#[test]
fn a_marked_page_is_an_image_with_a_red_frame_and_a_number() {
    let noted = pdf(&shelf(), &bron("#place(dx: 80.5mm)[#\"Ver\";]"), proef::datum());
    let plek = noted.notes[0].plek.as_deref().expect("a spot on a page");
    let maak = |nummer| {
        merk::beelden(&shelf(), &bron("#place(dx: 80.5mm)[#\"Ver\";]"), &[(nummer, plek)]).remove(0).expect("a PNG")
    };
    let een = maak(1);
    assert_eq!(een, maak(1), "the same bytes each time");
    assert_ne!(een, maak(2), "the number is to be seen");
    let (breed, hoog, rood) = lees_png(&een);
    // 100 by 60 mm and 40 pt of grey on every side, at 1.25 pixels a point.
    assert_eq!((breed, hoog), (454, 313));
    let vak = Vak::om(rood);
    let schaal = 1.25 * 72.0 / 25.4 / 10.0;
    let px = |tiende: i32| f64::from(tiende) * schaal + 40.0 * 1.25;
    assert!((vak.x1 - px(plek.vak[2])).abs() < 8.0 && (vak.y1 - px(plek.vak[3])).abs() < 8.0, "{vak:?} {plek:?}");
    assert!((vak.x0 - px(plek.vak[0])).abs() < 8.0, "{vak:?} {plek:?}");
    let weg = Plek { bladzijde: 9, ..plek.clone() };
    assert_eq!(merk::beelden(&shelf(), &bron(ALINEA), &[(1, &weg)]), [None]);
}

/// Width, height and the red pixels of a PNG.
fn lees_png(bytes: &[u8]) -> (u32, u32, Vec<(f64, f64)>) {
    use typst::visualize::{ExchangeFormat, RasterFormat, RasterImage};
    let beeld =
        RasterImage::plain(typst::foundations::Bytes::new(bytes.to_vec()), RasterFormat::Exchange(ExchangeFormat::Png))
            .expect("a PNG");
    let pixels = beeld.dynamic().to_rgb8();
    let rood = pixels.enumerate_pixels().filter(|(_, _, pixel)| pixel.0 == [0xc8, 0x10, 0x2e]);
    (beeld.width(), beeld.height(), rood.map(|(x, y, _)| (f64::from(x), f64::from(y))).collect())
}
