//! Text is only text: what an author writes comes back from a real HTML parser as it was typed.

use std::collections::BTreeMap;
use std::sync::Arc;

use griffel::diag::{FileNr, Note, Span};
use griffel::html::escape;
use griffel::model::tekst::{Blok, BlokSoort, Doelgroep, Inline, Veld};
use griffel::render::tekst::vorm::Vorm;
use griffel::render::tekst::{Html, Ingevuld, Invuller, blok};
use proptest::prelude::*;

use crate::support::html::Element;

/// A letter without fields, written as HTML.
struct Brief<'a>(Html<'a>);

impl Invuller for Brief<'_> {
    fn veld(&self, veld: &Veld) -> Result<Ingevuld, Note> {
        Ok(Ingevuld::Onbekend { naam: veld.uitdrukking.to_string() })
    }

    fn noot(&self, _: &str, _: &Span) -> Result<(), Note> {
        Ok(())
    }

    fn gemeente(&self) -> Option<&str> {
        None
    }

    fn vorm(&self) -> &dyn Vorm {
        &self.0
    }
}

fn schrijf(soort: BlokSoort) -> Element {
    let beelden: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    let span = Span::new(FileNr(0), 0..0);
    let los = Blok { soort, span, id: None, voor: Doelgroep::default(), bijeenhouden: false };
    Element::lees(&blok(&los, &Brief(Html { beelden: &beelden }), &mut Vec::new()).source)
}

fn span() -> Span {
    Span::new(FileNr(0), 0..0)
}

/// What a page may hold: characters that HTML forbids have been refused or replaced before.
fn tekst() -> impl Strategy<Value = String> {
    let deel = prop_oneof![
        "\\PC{0,12}",
        "[<>&\"'=/!a-z -]{0,30}",
        Just("</p><script>alert(1)</script>".to_owned()),
        Just("<!--noten-->".to_owned()),
        Just("\"><img src=x onerror=x>".to_owned()),
        Just("&amp;&#60;&lt".to_owned()),
        Just("]]></style></title>".to_owned()),
    ];
    proptest::collection::vec(deel, 1..4).prop_map(|delen| delen.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_paragraph_says_what_was_typed_and_is_the_only_element(tekst in tekst()) {
        let regel = vec![Inline::Vet(vec![Inline::Tekst(tekst.clone(), span())])];
        let pagina = schrijf(BlokSoort::Alinea(regel));
        let elementen: Vec<&str> = pagina.alle().into_iter().map(|element| element.naam.as_str()).collect();
        prop_assert_eq!(elementen, ["p", "strong"]);
        prop_assert_eq!(pagina.tekst(), format!("{}\n", leesbaar(&tekst)));
    }

    #[test]
    fn an_attribute_says_what_was_typed(tekst in tekst()) {
        let soort = BlokSoort::Afbeelding { bestand: "x.png".into(), alt: Some(tekst.clone()), bijschrift: None, breedte: None };
        let pagina = schrijf(soort);
        let [beeld] = pagina.met(&["img"])[..] else { return Err(TestCaseError::fail("one picture")) };
        prop_assert_eq!(beeld.attr("alt").map(str::to_owned), Some(leesbaar(&tekst)));
        prop_assert_eq!(beeld.attributen.len(), 3);
        let url = format!("https://x.example/{tekst}");
        let pagina = schrijf(BlokSoort::Alinea(vec![Inline::Link { url: url.clone(), tekst: vec![], span: span() }]));
        let [link] = pagina.met(&["a"])[..] else { return Err(TestCaseError::fail("one link")) };
        prop_assert_eq!(link.attr("href").map(str::to_owned), Some(leesbaar(&url)));
    }

    #[test]
    fn escaped_text_has_no_character_with_a_meaning(tekst in any::<String>()) {
        let veilig = escape(&tekst);
        prop_assert!(!veilig.contains(['<', '>', '"', '\'']));
    }
}

/// What is left of a text: code points that no page may hold have become the sign for that.
fn leesbaar(tekst: &str) -> String {
    tekst.chars().map(|c| if escape(&c.to_string()) == "\u{fffd}" { '\u{fffd}' } else { c }).collect()
}
