//! Tables of Markdown and the tree it gives, written compactly.

mod vijandig;

use super::*;
use crate::diag::FileNr;
use crate::model::tekst::{Lijstsoort, Uitdrukking};

fn lees_tekst(bron: &str) -> (Tekst, Vec<Note>) {
    let mut notes = Vec::new();
    let gelezen = tekst(bron, &|bereik| Span::new(FileNr(0), bereik), &mut notes);
    (gelezen, notes)
}

fn lees_regel(bron: &str) -> (Regel, Vec<Note>) {
    let mut notes = Vec::new();
    let gelezen = regel(bron, &|bereik| Span::new(FileNr(0), bereik), &mut notes);
    (gelezen, notes)
}

fn vorm_regel(regel: &Regel) -> String {
    let vorm = |deel: &Inline| match deel {
        Inline::Tekst(tekst, _) => tekst.clone(),
        Inline::Vet(binnen) => format!("<b:{}>", vorm_regel(binnen)),
        Inline::Cursief(binnen) => format!("<i:{}>", vorm_regel(binnen)),
        Inline::Superscript(binnen) => format!("<sup:{}>", vorm_regel(binnen)),
        Inline::Link { url, tekst, .. } => format!("<a {url}:{}>", vorm_regel(tekst)),
        Inline::Noot { id, .. } => format!("<noot {id}>"),
        Inline::Veld(veld) => match &veld.uitdrukking {
            Uitdrukking::Pad(namen, _) => format!("<veld {}>", namen.join(".")),
            Uitdrukking::Functie { naam, .. } => format!("<functie {naam}>"),
            Uitdrukking::Dag(dag, _) => format!("<dag {dag}>"),
        },
        Inline::Onbekend { naam, .. } => format!("<onbekend {naam}>"),
        Inline::Regeleinde => "<br>".to_string(),
    };
    regel.iter().map(vorm).collect()
}

fn vorm_blok(blok: &Blok) -> String {
    match &blok.soort {
        BlokSoort::Kop { niveau, tekst, .. } => format!("h{niveau}({})", vorm_regel(tekst)),
        BlokSoort::Alinea(regel) => format!("p({})", vorm_regel(regel)),
        BlokSoort::Lijst { soort, start, strak, items } => {
            let soort = match soort {
                Lijstsoort::Letter => format!("letter{start}"),
                Lijstsoort::Nummer => format!("nummer{start}"),
                _ => "punt".to_string(),
            };
            let los = if *strak { "" } else { "~" };
            format!("{soort}{los}[{}]", items.iter().map(|item| vorm(item)).collect::<Vec<_>>().join(" | "))
        }
        BlokSoort::Tabel(tabel) => {
            let rij = |rij: &Vec<_>| {
                rij.iter().map(|cel: &crate::model::tekst::Cel| vorm(&cel.inhoud)).collect::<Vec<_>>().join("; ")
            };
            format!("tabel[{}]", tabel.rijen.iter().map(rij).collect::<Vec<_>>().join(" | "))
        }
        BlokSoort::Citaat { inhoud, .. } => format!("citaat[{}]", vorm(inhoud)),
        BlokSoort::Afbeelding { bestand, alt, .. } => format!("beeld({bestand}: {})", alt.as_deref().unwrap_or("")),
        _ => "?".to_string(),
    }
}

fn vorm(blokken: &[Blok]) -> String {
    blokken.iter().map(vorm_blok).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn geeft(bron: &str, verwacht: &str) {
    let (gelezen, notes) = lees_tekst(bron);
    assert_eq!(notes, [], "{bron}");
    assert_eq!(vorm(&gelezen.blokken), verwacht, "{bron}");
}

#[test]
fn marks_and_blocks_of_the_subset_are_read() {
    geeft("Een **vette** en *schuine* zin.", "p(Een <b:vette> en <i:schuine> zin.)");
    geeft("een\ntwee\n\ndrie", "p(een twee) p(drie)");
    geeft("# Kop\n\n#### Laag", "h1(Kop) h4(Laag)");
    geeft("> Citaat **vet**", "citaat[p(Citaat <b:vet>)]");
    geeft("regel\\\ntwee", "p(regel<br>twee)");
    geeft("twee spaties  \nachter", "p(twee spaties achter)");
    geeft("10 m^2^ en 10^6 en a^b c^d", "p(10 m<sup:2> en 10^6 en a^b c^d)");
    geeft("![Een kaart](beelden/kaart.png)", "beeld(beelden/kaart.png: Een kaart)");
    geeft("Zie[^bron] en *ook[^2]*.", "p(Zie<noot bron> en <i:ook<noot 2>>.)");
    geeft("**Let op.**[^1] Ja", "p(<b:Let op.><noot 1> Ja)");
}

#[test]
fn lists_nest_and_keep_their_start() {
    geeft("- a\n- b\n  - c", "punt[p(a) | p(b) punt[p(c)]]");
    geeft("3. a\n4. b", "nummer3[p(a) | p(b)]");
    geeft("1. a\n1. b\n1. c", "nummer1[p(a) | p(b) | p(c)]");
    geeft("- a\n\n- b", "punt~[p(a) | p(b)]");
    geeft("a. een\nb. twee", "letter1[p(een) | p(twee)]");
    geeft("c. een\nd. twee", "letter3[p(een) | p(twee)]");
    geeft("1. x\n   a. y\n   b. z\n2. q", "nummer1[p(x) letter1[p(y) | p(z)] | p(q)]");
    geeft("a. x\n   1. y\n   2. z\nb. q\n   - r", "letter1[p(x) nummer1[p(y) | p(z)] | p(q) punt[p(r)]]");
    geeft("1. x\n2. y\na. z\nb. q", "nummer1[p(x) | p(y)] letter1[p(z) | p(q)]");
    geeft("a. z\nb. q\n\n1. x\n2. y", "letter1[p(z) | p(q)] nummer1[p(x) | p(y)]");
    geeft("Intro:\na. x\nb. y", "p(Intro:) letter1[p(x) | p(y)]");
    geeft("a. x\n\nTussen.\n\nb. y", "letter1[p(x)] p(Tussen.) letter2[p(y)]");
    geeft("a. alleen", "p(a. alleen)");
    geeft("- eerste\n\n    tweede alinea\n- b", "punt~[p(eerste) p(tweede alinea) | p(b)]");
    geeft("- x\n    - y", "punt[p(x) punt[p(y)]]");
    geeft("- > citaat", "punt[citaat[p(citaat)]]");
}

#[test]
fn tables_have_a_header_row_and_alignment() {
    geeft(
        "| a | b |\n|---|--:|\n| **c** | 1 |\n| | {{ euro(x) }} |",
        "tabel[p(a); p(b) | p(<b:c>); p(1) | ; p(<functie euro>)]",
    );
    geeft("| a |\n|---|\n| x \\| y |", "tabel[p(a) | p(x | y)]");
    geeft("a | b\n--|--\nc | d", "tabel[p(a); p(b) | p(c); p(d)]");
}

#[test]
fn fields_work_in_every_place_where_words_stand() {
    geeft("Aan **{{ gemeente.naam }}**!", "p(Aan <b:<veld gemeente.naam>>!)");
    geeft("*van*{{ a.b }}*tot*", "p(<i:van><veld a.b><i:tot>)");
    geeft("[de site van {{ gemeente.naam }}](https://x.nl)", "p(<a https://x.nl:de site van <veld gemeente.naam>>)");
    geeft("# {{ a }}\n\n- {{ b }}\n> {{ c }}", "h1(<veld a>) punt[p(<veld b>)] citaat[p(<veld c>)]");
    geeft("\"{{ a }}\" en \\{{ b }} en {% c %}", "p(“<veld a>” en {{ b }} en {% c %})");
    geeft("<{{ a }}> en _{{ b\n}}_", "p(<<veld a>> en <i:<veld b>>)");
}

#[test]
fn addresses_become_links() {
    geeft("Zie www.x.nl, of a@b.nl.", "p(Zie <a https://www.x.nl:www.x.nl>, of <a mailto:a@b.nl:a@b.nl>.)");
    geeft("<https://x.nl/a_b_c>", "p(<a https://x.nl/a_b_c:https://x.nl/a_b_c>)");
    geeft(
        "https://x.nl/_a_?b=*c*&copy=1#:~:text=%20~",
        "p(<a https://x.nl/_a_?b=*c*&copy=1#:~:text=%20:https://x.nl/_a_?b=*c*&copy=1#:~:text=%20>~)",
    );
    geeft("**https://x.nl/**", "p(<b:<a https://x.nl/:https://x.nl/>>)");
    geeft("[de *regio*](www.x.nl)", "p(<a https://www.x.nl:de <i:regio>>)");
    geeft("[www.x.nl](https://www.x.nl/a_b)", "p(<a https://www.x.nl/a_b:www.x.nl>)");
    geeft("[mail](a@b.nl)", "p(<a mailto:a@b.nl:mail>)");
    geeft("[x](<https://x.nl/a>)", "p(<a https://x.nl/a:x>)");
    geeft("@wethouder a\\_b@x.nl", "p(@wethouder a_b@x.nl)");
    geeft("| a |\n|---|\n| www.x.nl |", "tabel[p(a) | p(<a https://www.x.nl:www.x.nl>)]");
}

#[test]
fn characters_of_dutch_prose_print_as_typed() {
    for zin in [
        "De <naam> van <de gemeente> is 3 < 5 > 2",
        "een #hekje en C# / €_/m²",
        "een * los en _ ook, 2*3*4",
        "~5 procent, ~x~ en $5",
        "Kind- & Gezins, AT&T; R&D",
        "18- van 18+",
        "Hervormingsagenda> Dit",
        "a [b] (c) [d",
        "één ` los",
        "50 % + 5",
        "= kop",
        "+5 en -5",
        "2021.",
        "x^y",
        "a\\b C:\\map",
        "/* niet */ // niet",
        "!nee [^ niet",
        "@wethouder:",
        "}} en {x} en {",
        "1.2 Kop",
        "p. 5",
        "a) x b) y",
        "<3 <- ->",
        "de <naam/> en </naam>",
    ] {
        geeft(zin, &format!("p({zin})"));
    }
    geeft("<naam>\ntekst **vet**", "p(<naam> tekst <b:vet>)");
    geeft("# $ * _ < > @ [ ] ~ = - + / // /* ` {% {# & einde", "h1($ * _ < > @ [ ] ~ = - + / // /* ` {% {# & einde)");
    geeft(
        "De # $ * _ < > @ [ ] \\\\ ~ = - + / // /* ` { {% {# &",
        "p(De # $ * _ < > @ [ ] \\ ~ = - + / // /* ` { {% {# &)",
    );
    geeft("-", "p(-)");
    geeft("1\\. niet als lijst", "p(1. niet als lijst)");
    geeft("tekst\n- 5 %", "p(tekst) punt[p(5 %)]");
}

#[test]
fn quotes_run_over_the_marks_of_one_paragraph() {
    geeft(
        "\"**Nabij** en passend\" op 2 *juli* in 's-Gravenhage",
        "p(“<b:Nabij> en passend” op 2\u{a0}<i:juli> in ’s-Gravenhage)",
    );
    geeft("art.\n35 en \"ja\"[^1]", "p(art.\u{a0}35 en “ja”<noot 1>)");
    geeft("\"een\n\ntwee\"", "p(“een) p(twee”)");
}

#[track_caller]
fn noteert(bron: &str, code: &str, stuk: &str, message: &str) {
    let (_, notes) = lees_tekst(bron);
    assert_eq!(notes.len(), 1, "{bron}: {notes:?}");
    let note = &notes[0];
    assert_eq!((note.code.id, &bron[note.labels[0].span.range()], note.message.as_str()), (code, stuk, message));
    assert!(!note.hints.is_empty());
}

#[test]
fn what_the_subset_does_not_have_is_a_fault_at_its_place() {
    noteert("een <b>vet</b", "G311", "<b>", "`<b>` is HTML");
    noteert("<div>\nx\n</div>", "G311", "<div>\nx\n</div>", "hier staat HTML");
    noteert("a <!-- b --> c", "G311", "<!-- b -->", "`<!-- b -->` is HTML");
    noteert("een `woord` hier", "G312", "`woord`", "een brief kent geen programmacode");
    noteert("x\n\n    ingesprongen\n\ny", "G312", "ingesprongen", "deze alinea leest als programmacode");
    noteert("```\nx\n```", "G312", "```\nx\n```", "deze alinea leest als programmacode");
    noteert("x\n\n---\n\ny", "G313", "---", "een rij streepjes is geen scheidingslijn");
    noteert("a ~~weg~~ b", "G315", "~~weg~~", "doorhalen kan niet in een brief");
    noteert("- [ ] doen", "G316", "[ ]", "een brief kent geen afvinklijstjes");
    noteert(
        "[a]: https://x.nl",
        "G317",
        "[a]: https://x.nl",
        "deze regel is een linkverwijzing en zou niet te lezen zijn",
    );
    noteert("##### Diep", "G318", "##### Diep", "een kop van niveau 5 bestaat niet");
    noteert("Kop\n---", "G318", "Kop\n---", "een regel streepjes maakt van deze alinea een kop");
    noteert("#", "G318", "#", "deze kop heeft geen woorden");
    noteert("##Wat het kost", "G318", "##Wat", "tussen `##` en `Wat` staat geen spatie");
    noteert("caf&eacute;", "G319", "&eacute;", "`&eacute;` is HTML");
}

#[test]
fn faulty_links_images_tables_and_notes_are_named() {
    noteert("[x](bijlage.pdf)", "G321", "[x](bijlage.pdf)", "`bijlage.pdf` is geen webadres en geen e-mailadres");
    noteert("[x]()", "G321", "[x]()", "`` is geen webadres en geen e-mailadres");
    noteert("[ ](https://x.nl)", "G322", "[ ](https://x.nl)", "deze link heeft geen woorden");
    noteert("[x](https://x.nl \"t\")", "G325", "[x](https://x.nl \"t\")", "de titel `t` zou niet te lezen zijn");
    noteert("[x](https://x.nl/{{ a }})", "G305", "{{ a }}", "een samenvoegveld kan niet in een adres staan");
    noteert("zie https://x.nl/{{ a }}", "G305", "{{", "een samenvoegveld kan niet in een adres staan");
    noteert("![](x.png)", "G323", "![](x.png)", "deze afbeelding heeft geen alternatieve tekst of geen bestand");
    noteert("zie ![kaart](x.png)", "G324", "![kaart](x.png)", "afbeelding `x.png` staat midden in de tekst");
    noteert("| a | b |\n|---|---|\n| 1 |", "G331", "| 1 |", "deze rij heeft 1 cel en de kop 2");
    noteert("| a |\n|---|\n| 1 | 2 |", "G331", "| 1 | 2 |", "deze rij heeft 2 cellen en de kop 1");
    noteert("1. a\n3. b", "G334", "3.", "nummer 3 wordt afgedrukt als 2");
    noteert("- a\n-\n- b", "G335", "-", "dit punt van de lijst is leeg");
    noteert("[^a b]", "G341", "[^a b]", "`[^a b]` verwijst niet naar een noot");
    noteert("**{{ uero(x) }}**", "G302", "uero", "functie `uero` bestaat niet");
}

#[test]
fn a_note_definition_in_the_text_is_a_fault() {
    noteert("Zie[^1].\n\n[^1]: De tekst.", "G314", "[^1]:", "de tekst van noot `1` staat tussen de alinea's");
}

#[test]
fn a_line_has_marks_but_never_blocks() {
    let tabel = [
        ("Vaststelling *regiovisie*", "Vaststelling <i:regiovisie>"),
        ("1. De visie", "1. De visie"),
        ("- x", "- x"),
        ("# 5", "# 5"),
        ("> x", "> x"),
        ("**a** b", "<b:a> b"),
        ("_a_ b", "<i:a> b"),
        ("\"Ja\"", "“Ja”"),
        ("**\"Ja\"**", "<b:“Ja”>"),
        ("{{ a.b }}", "<veld a.b>"),
        ("", ""),
        ("  x\n", "x"),
        ("een\ntwee", "een twee"),
        ("    vier", "vier"),
        ("---", "---"),
        ("De regiovisie[^1]", "De regiovisie<noot 1>"),
    ];
    for (bron, verwacht) in tabel {
        let (regel, notes) = lees_regel(bron);
        assert_eq!((vorm_regel(&regel).as_str(), notes.len()), (verwacht, 0), "{bron}");
    }
}

#[test]
fn blocks_in_a_line_are_a_fault_and_keep_their_words() {
    for bron in ["een\n\ntwee", "a | b\n--|--"] {
        let (regel, notes) = lees_regel(bron);
        assert_eq!(notes.iter().map(|note| note.code.id).collect::<Vec<_>>(), ["G333"], "{bron}");
        assert_eq!(vorm_regel(&regel), bron.replace('\n', " "));
    }
    let (regel, notes) = lees_regel("zie ![de kaart](y.png)");
    assert_eq!((vorm_regel(&regel).as_str(), notes[0].code.id), ("zie de kaart", "G324"));
}

#[test]
fn places_of_words_are_exact() {
    let bron = "- één **{{ a.b }}** \\* *schuin*[^n]";
    let (gelezen, _) = lees_tekst(bron);
    let BlokSoort::Lijst { items, .. } = &gelezen.blokken[0].soort else { panic!("a list") };
    let BlokSoort::Alinea(regel) = &items[0][0].soort else { panic!("a paragraph") };
    let stukken: Vec<&str> = regel
        .iter()
        .filter_map(|deel| match deel {
            Inline::Tekst(_, span) | Inline::Noot { span, .. } => Some(&bron[span.range()]),
            Inline::Vet(binnen) => match &binnen[0] {
                Inline::Veld(veld) => Some(&bron[veld.span.range()]),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(stukken, ["één ", "{{ a.b }}", " \\* ", "[^n]"]);
    let (regel, _) = lees_regel(" één");
    assert!(matches!(&regel[..], [Inline::Tekst(_, span)] if span.range() == (1..6)));
}
