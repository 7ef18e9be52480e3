//! Trees and the Typst they give; random Markdown always gives Typst without errors.

use proptest::prelude::*;
use typst_syntax::{SyntaxKind, SyntaxNode, parse};

use super::*;
use crate::diag::FileNr;
use crate::diag::codes::{G304, G341};
use crate::model::tekst::{
    Begrip, BlokSoort, Cel, Contact, Doelgroep, Gebeurtenis, KaderSoort, Knoop, Kolom, Lid, Lijstsoort, Tabel,
    Uitdrukking, Uitlijning,
};

fn span(bereik: Range<usize>) -> Span {
    Span::new(FileNr(0), bereik)
}

/// A letter to Ridderkerk.
#[derive(Default)]
struct Brief {
    intern: bool,
}

impl Invuller for Brief {
    fn veld(&self, veld: &Veld) -> Result<Ingevuld, Note> {
        let tekst = |tekst: &str| tekst.to_string();
        Ok(match veld.uitdrukking.to_string().as_str() {
            "gemeente.naam" => Ingevuld::Tekst(tekst("Rid*der*kerk \"#a\"")),
            "bijlage(regiovisie)" => Ingevuld::Link { label: tekst("bijlage-regiovisie"), tekst: tekst("bijlage 2") },
            "gemeente.website" => Ingevuld::Web { url: tekst("https://x.nl"), tekst: tekst("x.nl") },
            "document.kenmerk" => Ingevuld::Onbekend { naam: tekst("kenmerk") },
            _ => return Err(Note::at(G304, veld.span.clone(), "onbekend pad")),
        })
    }

    fn noot(&self, id: &str, plek: &Span) -> Result<(), Note> {
        if id == "weg" { Err(Note::at(G341, plek.clone(), "noot `weg` bestaat niet")) } else { Ok(()) }
    }

    fn gemeente(&self) -> Option<&str> {
        Some("ridderkerk")
    }

    fn intern(&self) -> bool {
        self.intern
    }
}

fn boom(bron: &str) -> Vec<Blok> {
    // Through the front door of the stage before, which is what a letter goes through.
    crate::validate::markdown::tekst(bron, &span, &mut Vec::new()).blokken
}

fn typst(blokken: &[Blok]) -> (String, Vec<Note>) {
    let mut notes = Vec::new();
    let source = blokken.iter().map(|los| blok(los, &Brief::default(), &mut notes).source).collect();
    (source, notes)
}

#[track_caller]
fn zet(bron: &str, verwacht: &str) {
    let (source, notes) = typst(&boom(bron));
    assert_eq!(notes, [], "{bron}");
    assert_eq!(source, verwacht, "{bron}");
    keur(&source);
}

/// No errors, and no words outside string literals.
#[track_caller]
fn keur(source: &str) {
    let wortel = parse(source);
    assert_eq!(wortel.errors_and_warnings().0.len(), 0, "{source}");
    fn geen_tekst(knoop: &SyntaxNode, source: &str) {
        let los = matches!(
            knoop.kind(),
            SyntaxKind::Text | SyntaxKind::Escape | SyntaxKind::Shorthand | SyntaxKind::SmartQuote
        );
        assert!(!los, "{:?} in {source}", knoop.full_text());
        knoop.children().for_each(|kind| geen_tekst(kind, source));
    }
    geen_tekst(&wortel, source);
}

fn inhoud(tekst: &str) -> Regel {
    vec![Inline::Tekst(tekst.to_string(), span(0..tekst.len()))]
}

fn los(soort: BlokSoort) -> Blok {
    Blok { soort, span: span(0..1), id: None, voor: Doelgroep::default(), bijeenhouden: false }
}

fn alinea(tekst: &str) -> Blok {
    los(BlokSoort::Alinea(inhoud(tekst)))
}

#[track_caller]
fn geeft(blok: Blok, verwacht: &str) {
    let (source, notes) = typst(&[blok]);
    assert_eq!(notes, []);
    assert_eq!(source, verwacht);
    keur(&source);
}

#[test]
fn marks_are_calls_and_words_are_literals() {
    zet(
        "Een **vet** [woord](https://x.nl)",
        "#par[#\"Een \";#strong[#\"vet\";];#\" \";#link(\"https://x.nl\")[#\"woord\";];]\n",
    );
    zet("*a* 2^e^\\\nb", "#par[#emph[#\"a\";];#\" 2\";#super[#\"e\";];#linebreak();#\"b\";]\n");
    zet("[x] #y", "#par[#\"\\u{5b}x\\u{5d} \\u{23}y\";]\n");
    zet("## Kop", "#heading(level: 2)[#\"Kop\";]\n");
}

#[test]
fn every_mark_refers_until_the_first_one_gets_the_words() {
    zet("a[^a] b[^a]", "#par[#\"a\";#footnote(<noot-a>);#\" b\";#footnote(<noot-a>);]\n");
    let woorden = vec![Inline::Tekst("Zie de wet.".to_string(), span(0..1))];
    assert_eq!(noot("a", &woorden, &Brief::default(), &mut Vec::new()).source, "#footnote[#\"Zie de wet.\";]<noot-a>");
    let (_, notes) = typst(&boom("a[^weg]"));
    let lus = vec![Inline::Noot { id: "a".to_string(), span: span(0..1) }];
    let mut genest = Vec::new();
    noot("a", &lus, &Brief::default(), &mut genest);
    let codes: Vec<_> = notes.iter().chain(&genest).map(|note| note.code.id).collect();
    assert_eq!(codes, ["G341", "G342"]);
}

#[test]
fn fields_are_filled_with_words_that_are_never_markup() {
    zet("{{ gemeente.naam }}", "#par[#\"Rid*der*kerk “\\u{23}a”\";]\n");
    zet("{{ bijlage(regiovisie) }}", "#par[#link(<bijlage-regiovisie>)[#\"bijlage 2\";];]\n");
    zet("{{ gemeente.website }}", "#par[#link(\"https://x.nl\")[#\"x.nl\";];]\n");
    zet("{{ document.kenmerk }}", "#par[#blank(\"kenmerk\");]\n");
    let (source, notes) = typst(&boom("a {{ er.niet }} b"));
    assert_eq!((source.as_str(), notes.len()), ("#par[#\"a \";#\" b\";]\n", 1));
}

#[test]
fn lists_are_tight_or_loose_and_nest() {
    zet(
        "- a\n- b\n  1. c",
        "#list(tight: true, [#\"a\";], [#\"b\";\n#enum(tight: true, start: 1, numbering: \"1.\", [#\"c\";])\n])\n",
    );
    zet("- a\n\n- b", "#list(tight: false, [#par[#\"a\";]\n], [#par[#\"b\";]\n])\n");
    zet("c. a\nd. b", "#enum(tight: true, start: 3, numbering: \"a.\", [#\"a\";], [#\"b\";])\n");
    let streep = BlokSoort::Lijst { soort: Lijstsoort::Streep, start: 1, strak: true, items: vec![vec![alinea("x")]] };
    geeft(los(streep), "#list(tight: true, marker: [#\"–\";], [#\"x\";])\n");
}

#[test]
fn what_another_gemeente_gets_is_left_out_within_blocks_too() {
    let elders = Blok { voor: Doelgroep { alleen: vec!["schiedam".to_string()], behalve: vec![] }, ..alinea("weg") };
    let items = vec![vec![alinea("a")], vec![elders.clone()], vec![alinea("b"), elders.clone()]];
    let lijst = BlokSoort::Lijst { soort: Lijstsoort::Punt, start: 1, strak: true, items };
    geeft(los(lijst), "#list(tight: true, [#\"a\";], [#\"b\";])\n");
    let leeg = BlokSoort::Lijst { soort: Lijstsoort::Punt, start: 1, strak: true, items: vec![vec![elders]] };
    geeft(los(leeg), "");
}

#[test]
fn tables_name_only_what_is_not_usual() {
    let tekst = "| a | b |\n|---|--:|\n| c | |";
    zet(
        tekst,
        "#tabel(kolommen: (auto,auto,), uitlijning: (\"links\",\"rechts\",), koprijen: 1, kopkolom: false, totaal: false, \
         bijschrift: none, samenvatting: none, rijen: (\n  (cel()[#\"a\";], cel()[#\"b\";], ),\n  (cel()[#\"c\";], cel(leeg: true)[], ),\n))\n",
    );
    let cel = Cel {
        inhoud: vec![alinea("x"), alinea("y")],
        colspan: 2,
        rowspan: 3,
        kop: true,
        vet: true,
        cursief: true,
        span: span(0..1),
    };
    let tabel = Tabel {
        kolommen: vec![Kolom { breedte: Some(2), uitlijning: Uitlijning::Midden }],
        koprijen: 2,
        kopkolom: true,
        totaalrij: true,
        bijschrift: Some(inhoud("Inzet")),
        samenvatting: Some("[kort]".to_string()),
        rijen: vec![vec![cel]],
    };
    geeft(
        los(BlokSoort::Tabel(tabel)),
        "#tabel(kolommen: (2,), uitlijning: (\"midden\",), koprijen: 2, kopkolom: true, totaal: true, bijschrift: [#\"Inzet\";], \
         samenvatting: \"\\u{5b}kort\\u{5d}\", rijen: (\n  (cel(colspan: 2, rowspan: 3, kop: true, vet: true, cursief: true)\
         [#par[#\"x\";]\n#par[#\"y\";]\n], ),\n))\n",
    );
}

#[test]
fn quotations_call_outs_and_pictures_follow_the_contract() {
    zet("> a", "#citaat(bron: none)[#\"a\";]\n");
    zet("![Een kaart](k.png)", "#afbeelding(\"k.png\", alt: \"Een kaart\", bijschrift: none, breedte: 100%)\n");
    let kader = BlokSoort::Kader { soort: KaderSoort::LetOp, titel: Some(inhoud("T")), inhoud: vec![alinea("x")] };
    geeft(
        Blok { bijeenhouden: true, ..los(kader) },
        "#bijeen[\n#kader(soort: \"let-op\", titel: [#\"T\";])[#par[#\"x\";]\n]\n]\n",
    );
    let beeld = BlokSoort::Afbeelding {
        bestand: "b.png".to_string(),
        alt: None,
        bijschrift: Some(inhoud("B")),
        breedte: Some(60),
    };
    geeft(los(beeld), "#afbeelding(\"b.png\", alt: none, bijschrift: [#\"B\";], breedte: 60%)\n");
    geeft(los(BlokSoort::Kolommen { aantal: 2, inhoud: vec![alinea("x")] }), "#kolommen(2)[#par[#\"x\";]\n]\n");
    geeft(los(BlokSoort::PaginaEinde), "#pagina-einde()\n");
    geeft(los(BlokSoort::Scheidingslijn), "#scheidingslijn()\n");
    let kop = BlokSoort::Kop { niveau: 3, tekst: inhoud("K"), in_inhoudsopgave: false };
    geeft(los(kop), "#heading(level: 3, outlined: false)[#\"K\";]\n");
}

#[test]
fn figures_from_data_follow_the_contract() {
    let blad = Knoop { naam: inhoud("B"), rol: Some(inhoud("r")), onder: vec![] };
    let wortel = Knoop { naam: inhoud("A"), rol: None, onder: vec![blad] };
    geeft(
        los(BlokSoort::Organigram { alt: "A boven B".to_string(), boom: wortel }),
        "#organigram(alt: \"A boven B\", boom: (naam: [#\"A\";], rol: none, onder: ((naam: [#\"B\";], rol: [#\"r\";], onder: ()),)))\n",
    );
    let begrip = Begrip { begrip: inhoud("Norm"), afkorting: None, betekenis: inhoud("Regel") };
    geeft(
        los(BlokSoort::Begrippen(vec![begrip])),
        "#begrippen((\n  (begrip: [#\"Norm\";], afkorting: none, betekenis: [#\"Regel\";]),\n))\n",
    );
    let gebeurtenis = Gebeurtenis {
        titel: inhoud("Raad"),
        datum: inhoud("20 mei"),
        dagdeel: None,
        organisator: None,
        inhoud: vec![alinea("Kom.")],
        links: vec![Inline::Link { url: "https://x.nl".to_string(), tekst: inhoud("x"), span: span(0..1) }],
    };
    geeft(
        los(BlokSoort::Gebeurtenis(gebeurtenis)),
        "#gebeurtenis(titel: [#\"Raad\";], datum: [#\"20 mei\";], dagdeel: none, organisator: none, \
         links: ([#link(\"https://x.nl\")[#\"x\";];],))[#par[#\"Kom.\";]\n]\n",
    );
}

#[test]
fn people_are_only_in_the_internal_rendition() {
    let lid = Lid { naam: Some(inhoud("N")), organisatie: inhoud("O"), rol: None, aantal: Some("2".to_string()) };
    let contact = Contact { rol: inhoud("R"), naam: None, email: Some(inhoud("e")), telefoon: None, publiek: false };
    let (leden, contact) = (los(BlokSoort::Leden(vec![lid])), los(BlokSoort::Contact(contact)));
    geeft(leden.clone(), "#leden(\n  (naam: none, organisatie: [#\"O\";], rol: none, aantal: \"2\"),\n)\n");
    geeft(contact.clone(), "");
    let binnen = Brief { intern: true };
    let zet = |los: &Blok| blok(los, &binnen, &mut Vec::new()).source;
    assert_eq!(zet(&leden), "#leden(\n  (naam: [#\"N\";], organisatie: [#\"O\";], rol: none, aantal: \"2\"),\n)\n");
    assert_eq!(zet(&contact), "#contact(rol: [#\"R\";], naam: none, email: [#\"e\";], telefoon: none)\n");
}

#[test]
fn every_literal_leads_back_to_its_words() {
    let bron = "één **twee** {{ gemeente.naam }}";
    let geschreven = bestand(INVOER, &boom(bron)[0], &Brief::default(), &mut Vec::new());
    assert!(geschreven.source.starts_with(INVOER));
    let paren: Vec<(&str, &str)> = geschreven
        .kaart
        .iter()
        .map(|(bereik, span)| (&geschreven.source[bereik.clone()], &bron[span.range()]))
        .collect();
    // The block as a whole comes first, then the literals in it.
    assert!(paren[0].0.starts_with("#par[") && paren[0].1 == bron, "{:?}", paren[0]);
    assert_eq!(paren[1], ("\"één \"", "één "));
    assert_eq!(paren[2], ("\"twee\"", "twee"));
    assert_eq!(paren[4].1, "{{ gemeente.naam }}");
    let midden = geschreven.source.find("twee").unwrap();
    assert_eq!(geschreven.plaats(midden).map(|span| &bron[span.range()]), Some("twee"));
    assert_eq!(geschreven.plaats(0).map(|span| &bron[span.range()]), Some(bron));
    let mut samen = Schrijver::default();
    samen.code("#x");
    samen.voeg_toe(&geschreven);
    assert_eq!(samen.kaart[0].0.start, geschreven.kaart[0].0.start + 2);
    assert_eq!(Schrijver::default().plaats(3), None);
}

#[test]
fn a_title_is_the_bare_words_of_its_line() {
    let mut notes = Vec::new();
    let titel = crate::validate::markdown::regel("De **visie**[^a] van {{ gemeente.naam }}", &span, &mut notes);
    assert_eq!(plat(&titel, &Brief::default(), &mut notes), "De visie van Rid*der*kerk “#a”");
    assert_eq!(notes, []);
}

#[test]
fn a_strange_label_is_still_one_label() {
    let pad = Uitdrukking::Pad(vec!["x".to_string()], span(0..1));
    struct Raar;
    impl Invuller for Raar {
        fn veld(&self, _: &Veld) -> Result<Ingevuld, Note> {
            Ok(Ingevuld::Link { label: "a b>".to_string(), tekst: "t".to_string() })
        }
        fn noot(&self, _: &str, _: &Span) -> Result<(), Note> {
            Ok(())
        }
        fn gemeente(&self) -> Option<&str> {
            None
        }
    }
    let line = vec![Inline::Veld(Veld { uitdrukking: pad, span: span(0..1) })];
    let mut source = regel(&line, &Raar, &mut Vec::new()).source;
    source += &noot("é\"", &Vec::new(), &Raar, &mut Vec::new()).source;
    assert_eq!(source, "#link(label(\"a b>\"))[#\"t\";];#footnote[]#label(\"noot-é\\u{22}\");");
    keur(&source);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn random_markdown_always_gives_clean_typst(bron in "\\PC*|([-*_#>|`~^\\[\\](){}<>!&@\\\\/:;.$\"'=+%a-c1-3é\\n ]|www\\.x\\.nl|https://x\\.nl|\\{\\{ gemeente\\.naam \\}\\}|\\[\\^[ab]\\]|\\| a \\| b \\|\\n\\|---\\|---\\|\\n|\\[x\\]\\(https://y\\.nl\\)){0,40}") {
        let (source, _) = typst(&boom(&bron));
        keur(&source);
    }
}
