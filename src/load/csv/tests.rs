use super::*;
use crate::diag::ordered;
use proptest::prelude::*;

/// The cells with their sources and, per note, `line:column code "source" message`.
fn read(bytes: &[u8]) -> Result<Vec<Vec<(String, String)>>, Vec<String>> {
    let mut sources = Sources::default();
    let Noted { value, notes } = parse(bytes, "lokaal.csv", &mut sources);
    let Some(Tabel { kop, rijen }) = value.filter(|_| notes.is_empty()) else {
        let show = |note: &Note| {
            let (line, column) = sources.line_column(&note.labels[0].span);
            let source = sources.slice(&note.labels[0].span);
            format!("{line}:{column} {} {source:?} {}", note.code.id, note.message)
        };
        return Err(ordered(notes).iter().map(show).collect());
    };
    let text = |cel: &Value| cel.scalar().map(|scalar| scalar.text.clone()).unwrap_or_default();
    let row = |cellen: &[Value]| cellen.iter().map(|cel| (text(cel), sources.slice(&cel.span).to_string())).collect();
    Ok(std::iter::once(row(&kop)).chain(rijen.iter().map(|rij| row(&rij.cellen))).collect())
}

fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
    let rows = read(bytes).expect("a sound table");
    rows.into_iter().map(|row| row.into_iter().map(|(text, _)| text).collect()).collect()
}

#[test]
fn commas_and_semicolons_line_ends_and_a_byte_order_mark() {
    let expected = [["gemeente", "a.b"], ["x", "1"], ["y", ""]];
    for text in [
        "gemeente,a.b\nx,1\ny,\n",
        "gemeente;a.b\r\nx;1\r\ny;\r\n",
        "gemeente;a.b\n\n;\nx;1\ny;",
        "\u{feff}\"gemeente\",\"a.b\"\nx,\"1\"\ny,\"\"",
    ] {
        assert_eq!(texts(text.as_bytes()), expected, "{text:?}");
    }
    assert_eq!(texts(b"g;b\nx;1,5\n"), [["g", "b"], ["x", "1,5"]]);
}

#[test]
fn a_cell_between_quotes_holds_anything_and_keeps_its_place() {
    let rows = read(b"g,b\nx,\"een \"\"twee\"\",\r\ndrie\"\n").expect("a sound table");
    assert_eq!(rows[1][1], ("een \"twee\",\ndrie".into(), "\"een \"\"twee\"\",\r\ndrie\"".into()));
    let mut sources = Sources::default();
    let tabel = parse(b"g,b\nx,\"een \"\"twee\"\" drie\"\n", "a", &mut sources).value.expect("a table");
    let cel = &tabel.rijen[0].cellen[1];
    let at = cel.scalar().expect("text").text.find("drie").expect("the word");
    assert_eq!(sources.slice(&cel.locate(at..at + 4)), "drie");
    assert_eq!(sources.slice(&cel.locate(5..9)), "twee");
}

#[test]
fn what_is_no_utf8_is_noted_and_read_on() {
    let Noted { value, notes } = parse(b"g;b\nx;Caf\xE9\n", "a", &mut Sources::default());
    let text = value.expect("a table").rijen[0].cellen[1].scalar().map(|scalar| scalar.text.clone());
    assert_eq!((notes.len(), text.as_deref()), (1, Some("Caf\u{e9}")));
}

#[test]
fn rows_keep_the_number_that_a_spreadsheet_shows() {
    let tabel = parse(b"g,b\n\nx,1\n,\ny,2\n", "a", &mut Sources::default()).value.expect("a table");
    assert_eq!(tabel.rijen.iter().map(|rij| rij.nr).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn every_fault_has_its_place() {
    let table: &[(&[u8], &str)] = &[
        (b"", "1:1 G102 \"\" dit bestand is leeg"),
        (b";;\n;;\n", "1:1 G102 \"\" in dit bestand is elke cel leeg"),
        (b"g,b\nx,5\" pijp\n", "2:4 G274 \"\\\"\" hier staat een aanhalingsteken in een cel zonder aanhalingstekens"),
        (b"g,b\nx,\"1\n", "2:3 G274 \"\\\"\" dit aanhalingsteken wordt nergens gesloten"),
        (b"g,b\nx,\"1\" a\n", "2:6 G274 \" a\" achter het aanhalingsteken dat de cel sluit staat nog tekst"),
        (
            b"g,b\nx,Caf\xE9\n",
            "2:6 G101 \"\u{e9}\" dit is geen UTF-8: hier staat byte `E9`, in Windows-1252 de letter `\u{e9}`",
        ),
        (b"g,b\rx,1\n", "1:4 G104 \"\\r\" hier staat een los regeleinde van een oude Mac (U+000D)"),
    ];
    for (text, expected) in table {
        assert_eq!(read(text).expect_err("a fault"), [*expected], "{:?}", String::from_utf8_lossy(text));
    }
    assert!(read(&b",".repeat(1 << 20)).expect_err("too many")[0].contains("G103"));
}

proptest! {
    #[test]
    fn any_text_comes_back_from_its_cell(cells in proptest::collection::vec("[a-z\u{e9},;\"\n ]{0,12}", 1..6)) {
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let text = format!("g,b\nx,{}\n", quoted.join(","));
        let expected: Vec<String> =
            cells.iter().map(|c| if c.trim().is_empty() { String::new() } else { c.clone() }).collect();
        prop_assert_eq!(&texts(text.as_bytes())[1][1..], &expected[..]);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::sample::select(b",;\"\r\nab\xC3\xA9".to_vec()), 0..40)) {
        let _ = read(&bytes);
    }
}
