//! The one escaping function: author text in generated Typst is always a string literal.
//!
//! Inside the quotes every character that could mean something to Typst is written as `\u{..}`, so that even
//! in a wrong place it can never be code. All else stays as typed: a Dutch sentence reads as a sentence.

use std::fmt::Write;

/// Text for a place in markup: `#"...";`.
pub fn markup(tekst: &str) -> String {
    let mut uit = String::with_capacity(tekst.len() + 4);
    uit.push('#');
    schrijf_literal(&mut uit, tekst);
    uit.push(';');
    uit
}

/// Text for a place in code, such as an argument: `"..."`.
pub fn literal(tekst: &str) -> String {
    let mut uit = String::with_capacity(tekst.len() + 2);
    schrijf_literal(&mut uit, tekst);
    uit
}

fn schrijf_literal(uit: &mut String, tekst: &str) {
    uit.push('"');
    for teken in tekst.chars() {
        if is_gevaarlijk(teken) {
            // Writing to a String cannot fail.
            let _ = write!(uit, "\\u{{{:x}}}", u32::from(teken));
        } else {
            uit.push(teken);
        }
    }
    uit.push('"');
}

/// Characters that mean something to Typst, and those it takes for a line end or does not show.
fn is_gevaarlijk(teken: char) -> bool {
    matches!(teken, '\\' | '"' | '#' | '$' | '[' | ']' | '@' | '<' | '`' | '\u{2028}' | '\u{2029}')
        || teken.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use typst_syntax::{SyntaxKind, ast, parse, parse_code};

    #[test]
    fn a_dutch_sentence_reads_as_a_sentence() {
        let zin = "De raad van ’s-Gravenhage stelt € 1.250,50 beschikbaar – (bijlage 2); 18- naar 18+, *ja* _nee_.";
        assert_eq!(literal(zin), format!("\"{zin}\""));
        assert_eq!(markup(zin), format!("#\"{zin}\";"));
    }

    #[test]
    fn characters_with_a_meaning_are_written_as_code_points() {
        assert_eq!(
            literal("\\ \" # $ [ ] @ < ` \u{85}\u{2028}\u{2029}\n\t\0"),
            r#""\u{5c} \u{22} \u{23} \u{24} \u{5b} \u{5d} \u{40} \u{3c} \u{60} \u{85}\u{2028}\u{2029}\u{a}\u{9}\u{0}""#
        );
    }

    fn tekst() -> impl Strategy<Value = String> {
        prop_oneof![any::<String>(), "[\\\\\"#$\\[\\]@<`{}u0-9/*=\\n -]{0,40}", "[a-zé’ ,.]{0,40}"]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5000))]

        #[test]
        fn a_literal_is_exactly_one_string_that_says_the_same(tekst in tekst()) {
            let boom = parse_code(&literal(&tekst));
            prop_assert!(boom.errors_and_warnings().0.is_empty());
            let knopen: Vec<_> = boom.children().collect();
            prop_assert_eq!(knopen.len(), 1);
            let woord: ast::Str = knopen[0].cast().expect("a string");
            prop_assert!(woord.get() == tekst.as_str());
        }

        #[test]
        fn markup_is_a_hash_a_string_and_a_semicolon(tekst in tekst()) {
            let boom = parse(&format!("{}woord", markup(&tekst)));
            let soorten: Vec<_> = boom.children().map(|knoop| knoop.kind()).collect();
            let verwacht = [SyntaxKind::Hash, SyntaxKind::Str, SyntaxKind::Semicolon, SyntaxKind::Text];
            prop_assert_eq!(soorten, verwacht);
            let woord: ast::Str = boom.children().nth(1).and_then(|knoop| knoop.cast()).expect("a string");
            prop_assert!(woord.get() == tekst.as_str());
        }
    }
}
