use super::*;
use crate::diag::Sources;
use crate::load::yaml;
use crate::model::datum::Datum;
use chrono::NaiveDate;

/// `line:column code message | hint` of what `read` notes about `text`.
fn noted(text: &str, read: impl FnOnce(&Node)) -> Vec<String> {
    let mut sources = Sources::default();
    let parsed = yaml::parse(text.as_bytes(), "a.yaml", &mut sources);
    assert_eq!(parsed.notes, [], "{text:?}");
    let (value, notes) = (parsed.value.expect("a tree"), Notes::new());
    read(&Node::new(&value, &notes));
    let show = |note: Note| {
        let (line, column) = sources.line_column(&note.labels[0].span);
        format!("{line}:{column} {} {} | {}", note.code.id, note.message, note.hints.join(" / "))
    };
    notes.into_vec().into_iter().map(show).collect()
}

#[test]
fn a_document_reads_as_a_table_of_fields() {
    let text = "onderwerp: Regiovisie\nkenmerk: onbekend\nzaaknummer: 0123\ndatum: 2021-07-02\njaar: --06-14\npubliek: ja\n\
        aantal: 3\nstatus: concept\nontvangers: [ridderkerk, nissewaard]\npostadres: {plaats: Exloo}\n\
        bestand: bijlagen/a b.pdf\nsite: https://example.nl\nleeg:\n";
    let notes = noted(text, |node| {
        assert_eq!(node.required_text("onderwerp").expect("text").text, "Regiovisie");
        assert_eq!(node.text_or_onbekend("kenmerk"), Some(Bekend::Onbekend));
        assert_eq!(node.text_or_onbekend("zaaknummer").and_then(Bekend::known).expect("known").text, "0123");
        assert_eq!(node.date("datum"), NaiveDate::from_ymd_opt(2021, 7, 2));
        assert_eq!(
            node.child("jaar").and_then(|jaar| jaar.as_partial_date()),
            Some(Datum::ZonderJaar { maand: 6, dag: 14, jaar: None })
        );
        assert_eq!(node.bool("publiek"), Some(true));
        assert_eq!(node.integer("aantal", 1..=9), Some(3));
        assert_eq!(node.choice("status", &[("concept", 1), ("definitief", 2)]), Some(1));
        let slugs: Vec<String> = node.list("ontvangers").iter().filter_map(Node::as_slug).map(|t| t.text).collect();
        assert_eq!(slugs, ["ridderkerk", "nissewaard"]);
        let address = node.child("postadres").expect("a group");
        assert_eq!(address.entries().iter().map(|(key, _)| key.text.as_str()).collect::<String>(), "plaats");
        address.finish();
        assert!(node.path("bestand").is_some() && node.url("site").is_some());
        assert!(node.text("leeg").is_none() && node.text("afwezig").is_none());
        node.finish();
    });
    assert_eq!(notes, [""; 0]);
}

#[test]
fn every_wrong_value_has_its_message() {
    type Read = fn(&Node);
    let lang = format!("a: {}\n", "x".repeat(2001));
    let table: &[(&str, Read, &str)] = &[
        ("b: 1\n", |n| _ = n.required_text("a"), "1:1 G201 `a` ontbreekt | Voeg een regel `a: ...` toe"),
        (
            &lang,
            |n| _ = n.text("a"),
            "1:4 G337 `a` telt 2001 tekens | Maak het korter, of verdeel het over meer velden",
        ),
        (
            "b: 1\na:\n",
            |n| _ = n.required_text("a"),
            "2:1 G202 `a` is leeg | Vul het in; tekst na een los `#` telt niet mee",
        ),
        ("a: ''\n", |n| _ = n.text("a"), "1:4 G202 `a` is leeg | Vul het in of haal het weg"),
        (
            "a: [x]\n",
            |n| _ = n.text("a"),
            "1:4 G204 `a` moet tekst zijn, maar hier staat een lijst | Schrijf één waarde achter de dubbele punt",
        ),
        (
            "a:\n  b: c\n",
            |n| _ = n.text("a"),
            "2:3 G204 `a` moet tekst zijn, maar hier staat een groep velden | Schrijf één waarde achter de dubbele punt",
        ),
        (
            "a: x\n",
            |n| _ = n.list("a"),
            "1:4 G204 `a` moet een lijst zijn, maar hier staat tekst | Begin elk onderdeel met `- ` op een eigen regel",
        ),
        (
            "a: x\n",
            |n| _ = n.child("a").and_then(|n| n.text("b")),
            "1:4 G204 `a` moet een groep velden zijn, maar hier staat tekst | Schrijf regels als `naam: waarde`, met een spatie na de dubbele punt",
        ),
        (
            "a:b\n",
            |n| _ = (n.text("a"), n.required_text("b")),
            "1:1 G204 de inhoud van dit bestand moet een groep velden zijn, maar hier staat tekst | Schrijf regels als `naam: waarde`, met een spatie na de dubbele punt",
        ),
        (
            "a: [x, [y]]\n",
            |n| n.list("a").iter().for_each(|n| _ = n.as_text()),
            "1:8 G204 onderdeel 2 van `a` moet tekst zijn, maar hier staat een lijst | Schrijf één waarde achter de dubbele punt",
        ),
        (
            "a: concpet\n",
            |n| _ = n.choice("a", &[("concept", ()), ("definitief", ())]),
            "1:4 G205 `a` kan niet `concpet` zijn | Bedoelde u `concept`?",
        ),
        (
            "a: x\n",
            |n| _ = n.choice("a", &[("concept", ()), ("definitief", ())]),
            "1:4 G205 `a` kan niet `x` zijn | Kies uit: `concept` of `definitief`",
        ),
        ("a: misschien\n", |n| _ = n.bool("a"), "1:4 G206 `misschien` is geen `ja` of `nee` | Schrijf `ja` of `nee`"),
        (
            "a: 1.000\n",
            |n| _ = n.integer("a", 1..=9),
            "1:4 G207 `1.000` is geen geheel getal | Schrijf een getal van 1 tot en met 9, zonder punten",
        ),
        (
            "a: 10\n",
            |n| _ = n.integer("a", 1..=9),
            "1:4 G207 `10` valt buiten de grenzen | Schrijf een getal van 1 tot en met 9, zonder punten",
        ),
        (
            "a: 2021-06-31\n",
            |n| _ = n.date("a"),
            "1:4 G208 `2021-06-31` bestaat niet: juni 2021 heeft 30 dagen | Kijk de dag en de maand na",
        ),
        (
            "a: 2021-13-01\n",
            |n| _ = n.date("a"),
            "1:4 G208 `2021-13-01` bestaat niet: er is geen maand 13 | Kijk de dag en de maand na",
        ),
        ("a: 2-7-2021\n", |n| _ = n.date("a"), "1:4 G208 `2-7-2021` is geen datum | Schrijf `2021-07-02`"),
        ("a: 2 juli 2021\n", |n| _ = n.date("a"), "1:4 G208 `2 juli 2021` is geen datum | Schrijf `2021-07-02`"),
        ("a: 2021-7-2\n", |n| _ = n.date("a"), "1:4 G208 `2021-7-2` is geen datum | Schrijf `2021-07-02`"),
        ("a: 2021-07\n", |n| _ = n.date("a"), "1:4 G208 `2021-07` is geen datum | Schrijf `2021-07-02`"),
        (
            "a: medio 2021\n",
            |n| _ = n.child("a").and_then(|a| a.as_partial_date()),
            "1:4 G208 `medio 2021` is geen datum | Schrijf `2021-07-02`, `2021-07`, `2021`, of `--06-14` als het jaar nog open is",
        ),
        (
            "a: Regio Visie\n",
            |n| _ = n.slug("a"),
            "1:4 G209 `Regio Visie` kan geen korte naam zijn | Bedoelde u `regio-visie`?",
        ),
        (
            "a: ../x.pdf\n",
            |n| _ = n.path("a"),
            "1:4 G210 `../x.pdf` wijst buiten deze map | Schrijf een pad als `bijlagen/regiovisie.pdf`",
        ),
        (
            "a: C:\\x.pdf\n",
            |n| _ = n.path("a"),
            "1:4 G210 `C:\\x.pdf` bevat een omgekeerde schuine streep | Schrijf een pad als `bijlagen/regiovisie.pdf`",
        ),
        (
            "a: /x.pdf\n",
            |n| _ = n.path("a"),
            "1:4 G210 `/x.pdf` begint bij de schijf, niet bij deze map | Schrijf een pad als `bijlagen/regiovisie.pdf`",
        ),
        (
            "a: www.example.nl\n",
            |n| _ = n.url("a"),
            "1:4 G211 `www.example.nl` is geen webadres | Schrijf `https://www.example.nl`",
        ),
        (
            "a: x@example.nl\n",
            |n| _ = n.url("a"),
            "1:4 G211 `x@example.nl` is geen webadres | Schrijf `mailto:x@example.nl`",
        ),
        (
            "a: javascript:x\n",
            |n| _ = n.url("a"),
            "1:4 G211 `javascript:x` is geen webadres | Begin met `https://`, `http://` of `mailto:`",
        ),
        (
            "a: |\n  een\n  twee\n",
            |n| _ = n.text("a"),
            "2:3 G212 `a` moet op één regel, maar heeft er meer | Zet de tekst op één regel, of gebruik `>` in plaats van `|`",
        ),
        (
            "onderwep: x\n",
            |n| {
                n.text("onderwerp");
                n.finish()
            },
            "1:1 G203 `onderwep` is hier geen bekend veld | Bedoelde u `onderwerp`?",
        ),
        (
            "x: y\n",
            |n| {
                n.text("onderwerp");
                n.text("datum");
                n.finish()
            },
            "1:1 G203 `x` is hier geen bekend veld | Hier kunnen staan: `onderwerp` of `datum`",
        ),
    ];
    for (text, read, expected) in table {
        assert_eq!(noted(text, read), [*expected], "{text:?}");
    }
}

#[test]
fn all_faults_of_a_document_are_noted_in_one_go() {
    let notes = noted("status: x\ndatum: 31-6\nonderwep: y\n", |node| {
        node.required_text("onderwerp");
        node.date("datum");
        node.choice("status", &[("concept", ())]);
        node.finish();
    });
    // `onderwerp` is mistyped, not missing as well.
    assert_eq!(notes.len(), 3, "{notes:?}");
}

#[test]
fn a_leap_day_exists_only_in_leap_years() {
    let read = |typed: &str| {
        noted(&format!("a: {typed}\n"), |node| _ = node.child("a").and_then(|a| a.as_partial_date())).len()
    };
    assert_eq!([read("2020-02-29"), read("--02-29"), read("2021-02-29")], [0, 0, 1]);
}

#[test]
fn what_could_not_be_read_is_not_noted_twice() {
    let mut sources = Sources::default();
    let parsed = yaml::parse(b"a: *x\n", "a.yaml", &mut sources);
    let (value, notes) = (parsed.value.expect("a tree"), Notes::new());
    let node = Node::new(&value, &notes);
    assert!(node.required_text("a").is_none() && node.list("a").is_empty());
    assert!(notes.is_empty());
}
