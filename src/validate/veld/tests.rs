//! Merge fields and their faults.

use super::*;
use crate::diag::FileNr;
use proptest::prelude::*;

fn lees(bron: &str) -> (Vec<Vondst>, Vec<Note>) {
    let mut notes = Vec::new();
    let vondsten = velden(bron, &|bereik| Span::new(FileNr(0), bereik), &mut notes);
    (vondsten, notes)
}

/// An expression in a compact form, to compare with.
fn vorm(uitdrukking: &Uitdrukking) -> String {
    match uitdrukking {
        Uitdrukking::Pad(namen, _) => namen.join("."),
        Uitdrukking::Dag(dag, _) => format!("dag {dag}"),
        Uitdrukking::Functie { naam, argumenten, .. } => {
            format!("{naam}({})", argumenten.iter().map(vorm).collect::<Vec<_>>().join(","))
        }
    }
}

#[test]
fn paths_and_functions_are_read() {
    let tabel = [
        ("{{ gemeente.naam }}", "gemeente.naam"),
        ("{{gemeenten}}", "gemeenten"),
        ("{{ euro( lokaal.bijdrage ) }}", "euro(lokaal.bijdrage)"),
        ("{{ bijlagen(regiovisie, begroting-2021) }}", "bijlagen(regiovisie,begroting-2021)"),
        ("{{ hoofdletter(telwoord(aantal(gemeenten))) }}", "hoofdletter(telwoord(aantal(gemeenten)))"),
        ("{{ lokaal.financiële_bijdrage\n}}", "lokaal.financiële_bijdrage"),
        ("{{ bijlage(2e-advies) }}", "bijlage(2e-advies)"),
    ];
    for (bron, verwacht) in tabel {
        let (vondsten, notes) = lees(bron);
        assert_eq!(notes, [], "{bron}");
        assert_eq!(vondsten.len(), 1, "{bron}");
        assert_eq!(vondsten[0].bereik, 0..bron.len());
        assert_eq!(vorm(&vondsten[0].veld.as_ref().unwrap().uitdrukking), verwacht);
    }
}

#[test]
fn other_braces_are_plain_text() {
    for bron in ["\\{{ naam }}", "{% if x %}", "{# niets #}", "{ naam }", "}}", "a \\{{ b", ""] {
        assert_eq!(lees(bron), (vec![], vec![]), "{bron}");
    }
    assert_eq!(lees("\\\\{{ gemeente.naam }}").0.len(), 1);
}

#[test]
fn fields_keep_their_places_between_text() {
    let (vondsten, _) = lees("é {{ a.b }} en {{ euro(c) }}.");
    let bereiken: Vec<_> = vondsten.iter().map(|vondst| vondst.bereik.clone()).collect();
    assert_eq!(bereiken, [3..12, 16..29]);
    let Some(Veld { uitdrukking: Uitdrukking::Functie { argumenten, span, .. }, .. }) = &vondsten[1].veld else {
        panic!("a function")
    };
    assert_eq!((span.range(), plek(&argumenten[0]).range()), (19..26, 24..25));
}

#[test]
fn every_fault_has_its_place_and_a_hint() {
    let tabel = [
        ("{{ gemeente.naam", "G301", 0..2, "samenvoegveld `{{` wordt niet gesloten"),
        ("{{ a\n\n}}", "G301", 0..2, "samenvoegveld `{{` wordt niet gesloten"),
        ("{{ uero(a.b) }}", "G302", 3..7, "functie `uero` bestaat niet"),
        ("{{ euro() }}", "G303", 3..9, "`euro` krijgt een argument, hier staan er geen"),
        ("{{ euro(a, b) }}", "G303", 3..13, "`euro` krijgt een argument, hier staan er 2"),
        ("{{ bijlage(a.b) }}", "G303", 11..14, "`bijlage` krijgt een id, geen pad of functie"),
        ("{{ a | upper }}", "G304", 5..6, "een samenvoegveld heeft geen filters met `|`"),
        ("{{ euro(\"12\") }}", "G304", 8..9, "aanhalingstekens horen niet in een samenvoegveld"),
        ("{{ euro(1250) }}", "G304", 8..9, "een getal hoort niet in een samenvoegveld"),
        (
            "{{ aantal(gemeenten_op(2023-02-30)) }}",
            "G304",
            23..33,
            "`2023-02-30` bestaat niet: februari 2023 heeft 28 dagen",
        ),
        ("{{ aantal(gemeenten_op(2023-02)) }}", "G304", 23..30, "`2023-02` is geen hele datum"),
        ("{{ a b }}", "G304", 5..6, "`b` hoort niet in een samenvoegveld"),
        ("{{{ a }}}", "G304", 2..3, "`{` hoort niet in een samenvoegveld"),
        ("{{ }}", "G304", 3..5, "in dit samenvoegveld ontbreekt iets voor `}}`"),
        ("{{ a. }}", "G304", 5..6, "` ` hoort niet in een samenvoegveld"),
        ("{{ euro(a }}", "G304", 10..12, "in dit samenvoegveld ontbreekt iets voor `}}`"),
    ];
    for (bron, code, bereik, message) in tabel {
        let (vondsten, notes) = lees(bron);
        assert_eq!(notes.len(), 1, "{bron}");
        let note = &notes[0];
        assert_eq!((note.code.id, note.labels[0].span.range(), note.message.as_str()), (code, bereik, message));
        assert_eq!(note.hints.len(), 1, "{bron}");
        assert!(vondsten.iter().all(|vondst| vondst.veld.is_none()));
    }
    assert_eq!(lees("{{ uero(a) }}").1[0].hints, ["Bedoelde u `euro`?"]);
}

#[test]
fn a_fault_in_one_field_leaves_the_next_one_alone() {
    let (vondsten, notes) = lees("{{ open en {{ gemeente.naam }}");
    assert_eq!((vondsten.len(), notes.len()), (2, 1));
    assert!(vondsten[1].veld.is_some());
}

#[test]
fn hostile_braces_take_linear_time() {
    let klok = std::time::Instant::now();
    for bron in ["{{".repeat(100_000), "{{ ".repeat(100_000), "{{ a }".repeat(50_000), "\\".repeat(200_000) + "{{"] {
        lees(&bron);
    }
    let diep = format!("{{{{ {} }}}}", "euro(".repeat(50_000));
    assert_eq!(lees(&diep).1[0].message, "functies liggen hier te diep in elkaar");
    assert!(klok.elapsed().as_secs() < 5);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_within_its_bounds(bron in "(\\{\\{|\\}\\}|[a-z.,()é \\n\\\\|\"]){0,40}") {
        let mut einde = 0;
        for vondst in lees(&bron).0 {
            prop_assert!(vondst.bereik.start >= einde && bron.get(vondst.bereik.clone()).is_some());
            einde = vondst.bereik.end;
        }
    }
}
