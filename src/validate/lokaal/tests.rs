use super::*;
use crate::diag::Sources;
use crate::load::yaml;

/// A document of a gemeente `west`, written back as short YAML, or the notes: `line:column code message | hint`.
fn over(document: &str, afwijking: &str) -> Result<String, Vec<String>> {
    let mut sources = Sources::default();
    let mut read = |text: &str| {
        let noted = yaml::parse(text.as_bytes(), "a.yaml", &mut sources);
        assert_eq!(noted.notes, [], "{text}");
        noted.value.expect("a tree")
    };
    let (document, afwijking) = (read(document), read(afwijking));
    let mut notes = Vec::new();
    let value = leg_over(&document, &afwijking, "west", &mut notes);
    if notes.is_empty() {
        return Ok(show(&value));
    }
    let line = |note: &Note| {
        let (line, column) = sources.line_column(&note.labels[0].span);
        format!("{line}:{column} {} {} | {}", note.code.id, note.message, note.hints.join("; "))
    };
    Err(notes.iter().map(line).collect())
}

fn show(value: &Value) -> String {
    match &value.kind {
        Kind::Scalar(scalar) => scalar.text.clone(),
        Kind::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Kind::Map(entries) => {
            let fields: Vec<String> =
                entries.iter().map(|entry| format!("{}: {}", entry.key.text, show(&entry.value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Kind::Leeg => "~".into(),
        Kind::Onleesbaar => "?".into(),
    }
}

/// The items of `l`, by id or by text.
fn ids(afwijking: &str) -> String {
    let list = "l: [{id: a}, {id: b, t: 1}, {id: c}, los]";
    match over(list, &format!("l: {afwijking}")) {
        Ok(shown) => shown.replace("{id: ", "").replace('}', "").replace("{l: ", ""),
        Err(notes) => notes.join("\n"),
    }
}

#[test]
fn groups_are_merged_and_the_rest_is_replaced() {
    let got = over("a: 1\nb: {c: 2, d: 3}\ne: [1, 2]\ng: x\n", "b: {d: 4}\ne: [5]\nf: {y: 6}\ng: {z: 7}\n");
    assert_eq!(got.expect("no fault"), "{a: 1, b: {c: 2, d: 4}, e: [5], g: {z: 7}, f: {y: 6}}");
}

#[test]
fn lists_change_by_id() {
    let table = [
        ("{vervang: {b: {t: 2, u: 3}}}", "[a, b, t: 2, u: 3, c, los]"),
        ("{vervang: {b: tekst}}", "[a, tekst, c, los]"),
        ("{laat_weg: [a, c]}", "[b, t: 1, los]"),
        ("{voeg_toe: [{id: x}, nieuw]}", "[a, b, t: 1, c, los, x, nieuw]"),
        ("{voeg_toe: [{na: a, id: x}, {na: a, id: y}]}", "[a, x, y, b, t: 1, c, los]"),
        ("{voeg_toe: [{voor: a, id: x}, {voor: a, id: y}]}", "[x, y, a, b, t: 1, c, los]"),
        ("{voeg_toe: [{na: a, id: x}, {na: x, id: z}, {na: a, id: y}]}", "[a, x, z, y, b, t: 1, c, los]"),
        ("{voeg_toe: [{na: y, id: x}, {id: y}]}", "[a, b, t: 1, c, los, y, x]"),
        ("{laat_weg: [b], voeg_toe: [{na: b, id: x}, {voor: b, id: w}]}", "[a, w, x, c, los]"),
        ("{vervang: {c: {t: 9}}, laat_weg: [a], voeg_toe: [{na: c, id: x}]}", "[b, t: 1, c, t: 9, x, los]"),
        ("[{id: z}]", "[z]"),
        ("{blok: alinea}", "{blok: alinea"),
    ];
    for (afwijking, expected) in table {
        assert_eq!(ids(afwijking), expected, "{afwijking}");
    }
}

#[test]
fn lists_in_items_change_too_and_may_be_new() {
    let document = "p: [{id: a, sub: [{id: x}, {id: y, sub: [{id: z}]}]}]";
    let nested = "p: {vervang: {a: {sub: {vervang: {y: {sub: {laat_weg: [z], voeg_toe: [{id: n}]}}}}, r: {voeg_toe: [{id: q}]}}}}";
    let got = over(document, nested).expect("no fault");
    assert_eq!(got, "{p: [{id: a, sub: [{id: x}, {id: y, sub: [{id: n}]}], r: [{id: q}]}]}");
}

#[test]
fn a_block_of_another_kind_keeps_its_id_alone() {
    let document = "t: [{blok: alinea, id: a, tekst: x}]";
    let got = over(document, "t: {vervang: {a: {blok: lijst, items: [y]}}}").expect("no fault");
    assert_eq!(got, "{t: [{id: a, blok: lijst, items: [y]}]}");
    let got = over(document, "t: {vervang: {a: {blok: alinea, tekst: y}}}").expect("no fault");
    assert_eq!(got, "{t: [{blok: alinea, id: a, tekst: y}]}");
}

#[test]
fn what_hits_nothing_is_a_fault_at_its_place() {
    let table = [
        ("{vervang: {d: {t: 1}}}", "1:15 G261 in `l` staat geen onderdeel `d` | Bedoelde u `a`?"),
        ("{laat_weg: [elders]}", "1:16 G261 in `l` staat geen onderdeel `elders` | Kies uit: `a`, `b` of `c`"),
        (
            "{voeg_toe: [{na: elders, id: x}]}",
            "1:21 G261 in `l` staat geen onderdeel `elders` | Kies uit: `a`, `b` of `c`",
        ),
        ("{laat_weg: [a, a]}", "1:19 G264 `a` wordt al weggelaten | Haal een van de twee weg"),
        (
            "{vervang: {a: {t: 1}}, laat_weg: [a]}",
            "1:38 G264 `a` wordt weggelaten én vervangen | Haal een van de twee weg",
        ),
        (
            "{voeg_toe: [{id: a}]}",
            "1:21 G264 `a` staat al in `l` | Schrijf de wijziging bij `vervang`, of geef het nieuwe onderdeel een ander id",
        ),
        ("{voeg_toe: [{id: x}, {id: x}]}", "1:30 G264 `x` staat al in `l` | Geef een van beide een ander id"),
        (
            "{voeg_toe: [{na: a, voor: b, id: x}]}",
            "1:24 G264 een nieuw onderdeel heeft `na` of `voor`, niet allebei | Haal een van de twee weg",
        ),
        (
            "{vervangen: {a: {t: 1}}}",
            "1:5 G263 `l` is een lijst, en `vervangen` is geen wijziging van een lijst | Bedoelde u `vervang`?",
        ),
        (
            "{kleur: rood}",
            "1:5 G263 `l` is een lijst, en `kleur` is geen wijziging van een lijst | Schrijf `vervang`, `voeg_toe` of `laat_weg`, of de hele lijst",
        ),
        ("{laat_weg: a}", "1:5 G263 `laat_weg` moet een lijst zijn | Schrijf de id's als `laat_weg: [het-id]`"),
        (
            "{laat_weg: [{id: a}]}",
            "1:16 G263 in `laat_weg` staan alleen id's | Schrijf de id's als `laat_weg: [het-id]`",
        ),
        (
            "{vervang: [a]}",
            "1:5 G263 `vervang` moet een groep zijn | Schrijf per id wat er anders is: `vervang: {het-id: {tekst: ...}}`",
        ),
        (
            "{voeg_toe: {id: x}}",
            "1:5 G263 `voeg_toe` moet een lijst zijn | Begin elk nieuw onderdeel met `- ` op een eigen regel",
        ),
        (
            "{voeg_toe: [{na: [a], id: x}]}",
            "1:17 G263 `na` moet een id zijn | Schrijf het id van het onderdeel waar dit bij komt",
        ),
    ];
    for (afwijking, expected) in table {
        assert_eq!(ids(afwijking), expected, "{afwijking}");
    }
    let wachten = ids("{voeg_toe: [{na: y, id: x}, {na: x, id: y}]}");
    assert_eq!(wachten.matches("dit nieuwe onderdeel wacht op een ander dat op dit wacht").count(), 2, "{wachten}");
}

#[test]
fn a_fault_says_where_the_item_is_or_why_it_cannot_be() {
    let one = |document: &str, afwijking: &str| over(document, afwijking).expect_err("a fault").join("\n");
    assert_eq!(
        one("p: [{id: a, sub: [{id: x}]}]", "p: {laat_weg: [x]}"),
        "1:16 G261 in `p` staat geen onderdeel `x` | Het staat in `sub` van `a`: zet de afwijking daar, onder `vervang`"
    );
    assert_eq!(
        one("p: [{id: a, sub: [{id: x}]}]", "p: {vervang: {a: {sub: {laat_weg: [elders]}}}}"),
        "1:36 G261 in `sub` van `a` staat geen onderdeel `elders` | Kies uit: `x`"
    );
    assert_eq!(
        one("p: [a, b]", "p: {laat_weg: [a]}"),
        "1:16 G261 in `p` staat geen onderdeel `a` | Geef de onderdelen in het document een `id`, of schrijf hier de hele lijst"
    );
    assert_eq!(
        one("t: tekst", "t: {voeg_toe: [meer]}"),
        "1:5 G263 `t` is in het document geen lijst | Maak er in het document een lijst van met een `id` per blok, of schrijf hier de hele tekst"
    );
    assert_eq!(
        one("l: [{id: a, alleen: [oost]}]", "l: {laat_weg: [a]}"),
        "1:16 G261 `west` krijgt `a` niet, dus deze afwijking doet niets | Haal deze afwijking weg, of pas `alleen` aan"
    );
    assert_eq!(
        one("l: [{id: a, behalve: [west]}]", "l: {vervang: {a: {t: 1}}}"),
        "1:15 G261 `west` krijgt `a` niet, dus deze afwijking doet niets | Haal deze afwijking weg, of pas `behalve` aan"
    );
    assert!(over("l: [{id: a, behalve: [west]}]", "l: {vervang: {a: {behalve: []}}}").is_ok());
    assert!(over("l: [{id: a, alleen: [oost, west]}]", "l: {laat_weg: [a]}").is_ok());
}

#[test]
fn a_long_chain_of_additions_is_no_danger() {
    let items: Vec<String> = (1..3_000).map(|nr| format!("{{na: i{}, id: i{nr}}}", nr - 1)).collect();
    let got = over("l: [{id: i0}, {id: slot}]", &format!("l: {{voeg_toe: [{}]}}", items.join(", "))).expect("no fault");
    assert!(got.ends_with("{id: i2998}, {id: i2999}, {id: slot}]}"), "{}", &got[got.len() - 60..]);
}
