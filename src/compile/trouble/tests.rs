use super::*;
use crate::compile::{pdf, proef};
use crate::diag::{Code, FileNr};

#[path = "../../../tests/support/engels.rs"]
mod engels;

use engels::is_engels;

fn fault(text: &str) -> Note {
    let noted = pdf(&proef::shelf(), &proef::bron(text), proef::datum(), &proef::teksten());
    assert!(noted.value.is_none());
    assert_eq!(noted.notes.len(), 1, "{:#?}", noted.notes);
    noted.notes.into_iter().next().expect("one note")
}

/// The bytes of `text` that the note points at.
fn under<'a>(note: &Note, text: &'a str) -> &'a str {
    let span = &note.labels[0].span;
    let head = proef::bron(text).files[1].text.len() - text.len();
    &text[span.start - proef::SHIFT - head..span.end - proef::SHIFT - head]
}

#[test]
fn a_missing_glyph_leads_to_the_very_piece_of_text() {
    let text = r#"#"Gewoon.";#strong[#"Een sneeuwpop ☃ hier";]"#;
    let note = fault(text);
    assert_eq!(note.code, codes::G601);
    assert_eq!(note.message, "het teken `☃` (U+2603) komt niet voor in het lettertype `Source Sans 3`");
    assert_eq!(under(&note, text), r#""Een sneeuwpop ☃ hier""#);
}

#[test]
fn a_missing_glyph_leads_to_the_character_that_the_author_typed() {
    let mut teksten = Sources::default();
    let file = teksten.add("a.yaml", "tekst: Eén sneeuwpop ☃ hier");
    let stuk = Span::new(file, 7..30);
    assert_eq!(teksten.slice(&op_het_teken(&stuk, '☃', &teksten)), "☃");
    assert_eq!(op_het_teken(&stuk, '☎', &teksten), stuk);
    assert_eq!(op_het_teken(&Span::new(FileNr(9), 0..5), '☃', &teksten), Span::new(FileNr(9), 0..5));
}

#[test]
fn a_call_leads_to_all_text_in_it() {
    let text = r#"#heading(level: 1)[#"Een";]#heading(level: 3)[#"Twee";#"drie";]"#;
    let note = fault(text);
    assert_eq!(note.code, codes::G603);
    assert_eq!(note.message, "na een kop van niveau 1 volgt er een van niveau 3");
    assert_eq!(under(&note, text), r#""Twee";#"drie""#);
}

#[test]
fn a_fault_in_stijl_points_to_the_call_and_names_the_line() {
    let text = r#"#"Goed.";#fout[#"mis";]"#;
    let note = fault(text);
    assert_eq!((note.code, note.message.as_str()), (codes::G613, "kan niet"));
    assert_eq!(note.hints, ["Het gaat mis in `templates/stijl/basis.typ`, regel 7"]);
    assert_eq!(under(&note, text), r#""mis""#);
}

#[test]
fn a_fault_in_the_template_points_to_the_owner_and_names_the_template() {
    let mut bron = proef::bron(r#"#"Goed.";"#);
    bron.files[0].text.push_str("#onbekend\n");
    let note = pdf(&proef::shelf(), &bron, proef::datum(), &proef::teksten()).notes.remove(0);
    assert_eq!(note.labels[0].span, Span::new(FileNr(7), 0..5));
    let message = "`onbekend` bestaat hier niet: geen functie en geen variabele heet zo, in `templates/proef/document.typ.tera` (regel 5 van de gemaakte bron)";
    assert_eq!(note.message, message);
}

#[test]
fn a_broken_image_is_named_though_the_call_stands_in_stijl() {
    let text = r#"#"Tekst.";#afbeelding("/beeld/kapot.png")#afbeelding("/beeld/goed.svg")"#;
    let note = fault(text);
    assert_eq!((note.code, note.message.as_str()), (codes::G606, "een afbeelding is niet te lezen: `kapot.png`"));
    assert_eq!(under(&note, text), r#""Tekst.""#);
}

#[test]
fn the_common_faults_have_their_own_code() {
    let cases: &[(&str, &Code)] = &[
        ("#image(\"/beeld/goed.svg\")", codes::G602),
        ("#heading(level: 2)[#\"Kop\";]", codes::G603),
        ("#heading(level: 1)[]", codes::G604),
        ("#heading(level: 1)[#context [a]]", codes::G604),
        ("#set text(font: \"Bestaat Niet\")\n#\"x\";", codes::G607),
        ("$x$", codes::G607),
        ("#link(<weg>)[#\"x\";]", codes::G608),
        ("#[a]<x>#[b]<x>#link(<x>)[c]", codes::G608),
        ("#underline(strike[a])", codes::G611),
        ("#let x = ", codes::G613),
        ("#datetime.today()", codes::G616),
    ];
    for (text, code) in cases {
        assert_eq!(fault(text).code, *code, "{text}");
    }
}

#[test]
fn a_document_without_title_or_date_is_refused() {
    for (from, to, what) in
        [("title: \"Proef\"", "date: auto", "titel"), ("\"Proef\"", "\"Proef\", date: none", "datum")]
    {
        let mut bron = proef::bron("#\"Tekst.\";");
        bron.files[0].text = bron.files[0].text.replace(from, to);
        let note = pdf(&proef::shelf(), &bron, proef::datum(), &proef::teksten()).notes.remove(0);
        assert_eq!((note.code, note.message), (codes::G605, format!("het document heeft geen {what}, in `Proef`")));
    }
}

#[test]
fn what_lies_outside_the_project_does_not_exist() {
    for text in [
        "#read(\"/etc/passwd\")",
        "#read(\"../Cargo.toml\")",
        "#read(\"../../Cargo.toml\")",
        "#json(\"/content/griffel.yaml\")",
        "#import \"@preview/cetz:0.3.0\"",
        "#import \"@local/huis:1.0.0\"",
        "#image(\"/beeld/\" + \"goed.svg\", alt: \"x\")",
    ] {
        let note = fault(text);
        assert_eq!(note.code, codes::G609, "{text}");
        assert!(!note.message.contains(env!("CARGO_MANIFEST_DIR")), "{}", note.message);
    }
}

#[test]
fn what_a_designer_can_get_wrong_is_told_in_dutch() {
    let table = [
        "#parr[a]",
        "#let x = ",
        "#let x 1",
        "#text(wieght: \"bold\")[a]",
        "#text(size: 12)[a]",
        "#(1 + \"a\")",
        "#(1 / 0)",
        "#if 1 [a]",
        "#for x in 1 [a]",
        "#for x 1 [a]",
        "#while true {}",
        "#\"a",
        "#(a: 1, a: 2)",
        "#(a: 1).b",
        "#(1, 2).at(5)",
        "#\"abc\".at(9)",
        "#let (a, b) = (1,)",
        "#let (a, b) = (1, 2, 3)",
        "#break",
        "#return",
        "#include \"weg.typ\"",
        "#import \"/stijl/basis.typ\": weg",
        "#grid(columns: 1, grid.cell(x: 3)[a])",
        "#table(columns: 2, table.cell(colspan: 3)[a])",
        "#box[#set page(margin: 1cm)]",
        "#box[#pagebreak()]",
        "#let f(x) = f(x)\n#f(1)",
        "#calc.sqrt(-1)",
        "#12xy",
        "#rgb(\"#12\")",
        "#link(\"\")[a]",
        "#str()",
        "#str(1, 2)",
        "#panic(\"kan niet\")",
        "#assert(false)",
        "#assert.eq(1, 2)",
        "#counter(heading).get()",
        "#(1).foo()",
        "#\"a\".foo()",
        "#let let = 1",
        "]",
        "#{",
        "#(",
        "#[",
        "#text(1cm + 2)[a]",
        "#align(foo)[a]",
        "#align(\"midden\")[a]",
        "#v(auto)",
        "#h(\"x\")",
        "#image()",
        "#image(\"/beeld/weg.svg\", alt: \"x\")",
        "@weg",
        "#ref(<weg>)",
        "#numbering(\"1\", \"a\")",
        "#datetime(year: 2022, month: 13, day: 1).display()",
        "#type(1).x",
        "#show heading: 1\n#heading(level: 1)[#\"a\";]",
        "#set foo(1)",
        "#set text(foo: 1)",
        "#f[a]",
        "#(1, 2).map(1)",
        "#(1, \"a\").sorted()",
        "#range(\"a\")",
        "#int(\"x\")",
        "#float(\"x\")",
        "#par(leading: 1)[a]",
    ];
    let (mut engels, mut zonder, mut goed) = (Vec::new(), Vec::new(), Vec::new());
    for text in table {
        let noted = pdf(&proef::shelf(), &proef::bron(text), proef::datum(), &proef::teksten());
        goed.extend(noted.notes.is_empty().then_some(text));
        for note in noted.notes {
            let said: Vec<&String> = std::iter::once(&note.message).chain(&note.hints).collect();
            zonder.extend(
                said.iter().filter(|said| said.starts_with("Technische")).map(|said| format!("{text}: {said}")),
            );
            let telt = said.into_iter().filter(|said| !said.starts_with("Technische") && is_engels(said));
            engels.extend(telt.map(|said| format!("{text}: {said}")));
        }
    }
    assert!(goed.is_empty(), "no faults: {goed:?}");
    assert!(engels.is_empty(), "English reaches a designer:\n{}", engels.join("\n"));
    assert!(
        zonder.len() <= 6,
        "{} of {} have no Dutch of their own:\n{}",
        zonder.len(),
        table.len(),
        zonder.join("\n")
    );
}
