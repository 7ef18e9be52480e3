use super::*;
use crate::diag::ordered;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn read(bytes: &[u8]) -> (Noted<Option<Value>>, Sources) {
    let mut sources = Sources::default();
    let read = parse(bytes, "a.yaml", &mut sources);
    (read, sources)
}

fn value(text: &str) -> (Value, Sources) {
    let (read, sources) = read(text.as_bytes());
    assert_eq!(read.notes, [], "{text:?}");
    (read.value.expect("a tree"), sources)
}

/// `line:column code "source" message` of every note.
fn lines(text: &[u8]) -> Vec<String> {
    let (read, sources) = read(text);
    let show = |note: &Note| {
        let (line, column) = sources.line_column(&note.labels[0].span);
        let source = sources.slice(&note.labels[0].span);
        format!("{line}:{column} {} {source:?} {}", note.code.id, note.message)
    };
    ordered(read.notes).iter().map(show).collect()
}

#[test]
fn every_fault_has_its_place_and_its_dutch() {
    let table: &[(&str, &str)] = &[
        ("", r#"1:1 G102 "" dit bestand is leeg"#),
        ("# alleen dit\n\n", r#"1:1 G102 "" dit bestand is leeg"#),
        ("a: b\n---\nc: d\n", r#"2:1 G106 "---" hier begint een tweede document in hetzelfde bestand"#),
        ("a: b\n...\nc: d\n", r#"3:1 G106 "c: d" hier begint een tweede document in hetzelfde bestand"#),
        ("a: &x b\n", r#"1:4 G107 "&x" `&x` is een anker van YAML"#),
        ("a: *x\n", r#"1:4 G107 "*x" `*x` is een verwijzing van YAML"#),
        ("a: 1\n<<: {b: 2}\n", r#"2:1 G107 "<<" `<<` voegt in YAML groepen samen; dat kan hier niet"#),
        ("a: !!str b\n", r#"1:4 G108 "!!str" `!!str` is een label van YAML"#),
        ("é: 1\nb: 2\n'é': 3\n", r#"3:1 G109 "'é'" `é` staat hier twee keer"#),
        ("? [a]\n: b\n", r#"1:3 G110 "[a]" een lijst of een groep velden kan geen naam van een veld zijn"#),
        (": b\n", r#"1:1 G110 "" voor deze dubbele punt ontbreekt de naam van het veld"#),
        ("a: 'x\nb: y\n", r#"1:4 G112 "'" dit aanhalingsteken (`'`) wordt niet gesloten"#),
        ("a: \"x\n", r#"1:4 G112 "\"" dit aanhalingsteken (`"`) wordt niet gesloten"#),
        ("a: 'it's'\n", r#"1:8 G112 "s'" na het sluitende `'` staat nog tekst"#),
        ("a: \"x\\q\"\n", r#"1:6 G112 "\\q" `\q` heeft tussen dubbele aanhalingstekens geen betekenis"#),
        ("a: [x, y\nb: y\n", r#"1:4 G113 "[" het haakje `[` wordt niet gesloten"#),
        ("a: {b: c]\n", r#"1:4 G113 "{" het haakje `{` wordt niet gesloten"#),
        ("a: [x]] y\n", r#"1:7 G113 "]" dit haakje sluit iets dat niet open is"#),
        ("a:\n  - b\n c: d\n", r#"3:2 G114 "c: d" deze regel springt anders in dan de regels waar hij bij hoort"#),
        ("- a\nb: c\n", r#"2:1 G114 "b: c" deze regel hoort bij een lijst, maar begint niet met `- `"#),
        ("a: - b\n", r#"1:4 G114 "- b" een lijst begint niet op de regel van het veld zelf"#),
        ("a: Besluit: ja\n", r#"1:11 G115 ":" deze dubbele punt maakt van de tekst een nieuw veld"#),
        ("a: @x\n", r#"1:4 G116 "@x" tekst kan in YAML niet beginnen met `@`"#),
        ("a: **vet** x\n", r#"1:4 G116 "**vet** x" tekst kan in YAML niet beginnen met `*`"#),
        ("a: b\nc:d\n", r#"2:1 G117 "c:d" deze regel heeft geen naam met een dubbele punt en een spatie"#),
        ("a: > citaat\n", r#"1:4 G118 "> citaat" na `>` staat op dezelfde regel nog tekst"#),
        ("%YAML 1.2\n---\na: b\n", r#"1:1 G119 "%YAML 1.2" een regel met `%` is een opdracht aan YAML"#),
        ("a: Motie #12\n", r##"1:10 G121 "#12" `#12` telt niet mee als tekst"##),
        ("a:\n\t- b\n", "2:1 G105 \"\\t\" deze regel springt in met een tab"),
        ("a: |\n\tx\n", "2:1 G105 \"\\t\" deze regel springt in met een tab"),
        ("a: re\u{200B}gio\n", r#"1:6 G139 "\u{200b}" hier staat een teken zonder breedte (U+200B)"#),
        ("a: \"re\\u200Bgio\"\n", r#"1:4 G139 "\"re\\u200Bgio\"" hier staat een teken zonder breedte (U+200B)"#),
        (
            "a: \"x\\u202Ey\"\n",
            r#"1:4 G104 "\"x\\u202Ey\"" hier staat een onzichtbaar teken dat de leesrichting omkeert (U+202E)"#,
        ),
        ("a: x\0\0y\n", r#"1:5 G104 "\0\0" hier staat een nulteken (U+0000)"#),
    ];
    for (text, expected) in table {
        assert_eq!(lines(text.as_bytes()), [*expected], "{text:?}");
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(lines(crlf.as_bytes()), [*expected], "{crlf:?}");
    }
}

#[test]
fn a_second_key_shows_the_first() {
    let (read, sources) = read(b"a: 1\nb: 2\na: 3\n");
    let also = &read.notes[0].labels[1];
    assert_eq!((sources.line_column(&also.span), also.tekst.as_str()), ((1, 1), "hier staat het ook al"));
    assert_eq!(read.value.and_then(|v| v.get("a").map(|e| sources.slice(&e.value.span).to_string())), Some("1".into()));
}

#[test]
fn slips_in_single_values_are_all_shown_at_once() {
    let text = "a: {{ x }}\nb: {{ x }} en y\nc: *x* y\nd: Besluit: ja\ne: 'it's'\na: 1\nf: !t z\n";
    let codes: Vec<String> = lines(text.as_bytes()).iter().map(|line| line[..8].to_string()).collect();
    assert_eq!(codes, ["1:4 G111", "2:4 G111", "3:4 G116", "4:11 G11", "5:8 G112", "6:1 G109", "7:4 G108"]);
}

#[test]
fn a_merge_field_without_quotes_has_its_own_message_and_stays_text() {
    let (read, sources) = read(b"a: {{ gemeente.naam }}\nb: [{{ bijlagen(x, y) }}, c]\n");
    assert_eq!(
        read.notes[0].message,
        "`{{ gemeente.naam }}` begint met een samenvoegveld en staat niet tussen aanhalingstekens"
    );
    assert_eq!(read.notes[0].hints, ["Schrijf `\"{{ gemeente.naam }}\"`"]);
    assert_eq!(read.notes.len(), 2);
    let root = read.value.expect("a tree");
    let a = &root.get("a").expect("a").value;
    assert_eq!(a.scalar().map(|s| s.text.as_str()), Some("{{ gemeente.naam }}"));
    assert_eq!(sources.slice(&a.locate(3..16)), "gemeente.naam");
}

#[test]
fn text_stays_what_was_typed() {
    for typed in ["0123", "1e5", "nee", "no", "0x1F", "1.10", "12:30", "2021-07-02", "21U0011310", "255278"] {
        let (root, sources) = value(&format!("a: {typed} # opmerking\n"));
        let a = &root.get("a").expect("a").value;
        assert_eq!(a.scalar().map(|s| s.text.as_str()), Some(typed));
        assert_eq!(sources.slice(&a.span), typed);
    }
    for nothing in ["a:\n", "a: ~\n", "a: null\n", "a: # niets\n"] {
        assert!(matches!(value(nothing).0.get("a").expect("a").value.kind, Kind::Leeg), "{nothing:?}");
    }
}

#[test]
fn spans_hold_exactly_the_source() {
    let (root, sources) = value(
        "\u{feff}a: 'é''s'\r\nb: |2-\r\n    een\r\n  twee\r\n\r\nc: [x, {y: z}]\r\nd:\r\n  - e: f\r\n    g: h\r\n",
    );
    let slice = |key: &str| sources.slice(&root.get(key).expect("a key").value.span).to_string();
    assert_eq!(slice("a"), "'é''s'");
    assert_eq!(slice("b"), "  een\r\n  twee");
    assert_eq!(slice("c"), "[x, {y: z}]");
    assert_eq!(slice("d"), "- e: f\r\n    g: h");
    assert_eq!(sources.line_column(&root.get("c").expect("c").key.span), (6, 1));
}

#[test]
fn every_word_of_a_text_is_found_back_in_its_source() {
    let texts = [
        "a: een twee drie\n",
        "a: 'een ''twee'' drie'\n",
        "a: \"een \\\"twee\\\" drie\"\n",
        "a: een\n  twee\n  drie\n",
        "a: |\n  een\n    twee\n\n  drie\n",
        "a: |\n\n\n  een\n   - twee\n\n\n  drie\n\n\nb: x\n",
        "a: |+\r\n  een\r\n  twee\r\n  drie\r\n\r\n",
        "a: |2\n    een\n  twee\n  drie\n",
        "a: >-\n  een\n  twee\n\n\n    drie\n",
        "a:\n  - b: |\n      één\n      een\n       twee\n      drie",
    ];
    for text in texts {
        let (root, sources) = value(text);
        let mut a = &root.get("a").expect("a").value;
        if let Kind::List(items) = &a.kind {
            a = &items[0].get("b").expect("b").value;
        }
        let scalar = a.scalar().expect("text");
        for word in ["een", "twee", "drie"] {
            let at = scalar.text.find(word).expect("the word");
            let place = a.locate(at..at + word.len());
            assert_eq!(sources.slice(&place), word, "{text:?}");
            assert_eq!(place.start, sources.get(place.file).text.find(word).expect("the word"), "{text:?}");
        }
    }
}

#[test]
fn a_literal_block_maps_its_own_indentation_too() {
    let (root, sources) = value("a: |\n  - een\n    - twee\n");
    let a = &root.get("a").expect("a").value;
    assert_eq!(a.scalar().map(|s| s.text.as_str()), Some("- een\n  - twee\n"));
    assert_eq!(sources.line_column(&a.locate(6..7)), (3, 3));
    assert_eq!(sources.line_column(&a.locate(8..9)), (3, 5));
    assert_eq!(sources.slice(&a.locate(0..14)), "- een\n    - twee");
}

#[test]
fn a_text_with_other_escapes_is_located_as_a_whole() {
    let (root, sources) = value("a: \"een\\ntwee\"\n");
    assert_eq!(sources.slice(&root.get("a").expect("a").value.locate(0..3)), "\"een\\ntwee\"");
}

#[test]
fn windows_1252_is_named_with_its_letter() {
    assert_eq!(
        lines(b"a: b\nc: caf\xE9 na\xEFef\n"),
        [
            "2:7 G101 \"é\" dit is geen UTF-8: hier staat byte `E9`, in Windows-1252 de letter `é` (en nog 1 keer zoiets)"
        ]
    );
    assert_eq!(lines(b"\xFF\xFEa\0:\0 \0b\0"), ["1:1 G101 \"\" dit bestand is opgeslagen als UTF-16, geen UTF-8"]);
}

#[test]
fn all_control_and_private_characters_are_shown_at_once() {
    let found = lines("a: x\u{1}y\nb: \u{e000}\u{ffff}\nc: d\u{2028}e\u{202e}\n".as_bytes());
    let places: Vec<&str> = found.iter().map(|line| &line[..8]).collect();
    assert_eq!(places, ["1:5 G104", "2:4 G104", "3:5 G104", "3:7 G104"]);
}

#[test]
fn hostile_files_are_refused_quickly() {
    let laughs = format!(
        "a0: &a0 ha\n{}",
        (1..30).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{},", n - 1).repeat(9))).collect::<String>()
    );
    let table = [
        ("[".repeat(100_000), "G103"),
        ("{a: ".repeat(100_000), "G103"),
        ("- ".repeat(100_000), "G103"),
        ("? ".repeat(100_000), "G103"),
        (laughs, "G107"),
        ("- a\n".repeat(100_001), "G103"),
        ("a\0".repeat(2_500_000), "G104"),
        ("a: 1\n".repeat(90_000), "G109"),
        ("x".repeat(MAX_BYTES + 1), "G103"),
    ];
    for (text, code) in table {
        let start = Instant::now();
        let (read, _) = read(text.as_bytes());
        assert!(read.notes.iter().any(|note| note.code.id == code), "{} {:?}", &text[..8], read.notes.first());
        assert!(read.notes.len() <= MAX_NOTES, "{}", &text[..8]);
        assert!(start.elapsed() < Duration::from_secs(5), "{} took {:?}", &text[..8], start.elapsed());
    }
}

#[test]
fn a_large_file_is_read_in_linear_time() {
    let time = |lines: usize| {
        let text = format!("a: |\n{}", "  een regel tekst met woorden\n".repeat(lines));
        let start = Instant::now();
        let (_, _) = value(&text);
        start.elapsed()
    };
    let (small, large) = (time(17_000), time(170_000));
    assert!(large < small * 40 + Duration::from_millis(200), "{small:?} {large:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_reader_panic(text in r#"([a-c]: |- |[\[\]{}'"|>*&!@%#,:\\\t\r\n é\u{0}\u{2028}]|\{\{|[ \n]|\PC){0,60}"#) {
        let (read, sources) = read(text.as_bytes());
        let options = crate::diag::show::Options { color: false, ascii: true, width: 80 };
        let shown = crate::diag::show::text(&read.notes, &sources, options);
        prop_assert_eq!(shown.is_empty(), read.notes.is_empty());
        prop_assert!(read.value.is_some() || read.notes.iter().any(Note::is_fout));
        for label in read.notes.iter().flat_map(|note| &note.labels) {
            prop_assert!(sources.get(label.span.file).text.get(label.span.range()).is_some());
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let (read, _) = read(&bytes);
        prop_assert!(read.value.is_some() || !read.notes.is_empty());
    }
}
