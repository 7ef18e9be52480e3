//! Hostile and random text: no panic, linear time, no word lost.

use proptest::prelude::*;

use super::*;

#[test]
fn hostile_text_is_read_in_linear_time() {
    let klok = std::time::Instant::now();
    for deel in [
        "*", "[", ">", "{{", "_", "`", "<", "![", "](", "a. ", "- ", "^", "~", "[^", "@", "a@a", "www.", "|", "&",
        "*a **b ", "> - ", "\\",
    ] {
        let begin = std::time::Instant::now();
        lees_tekst(&deel.repeat(100_000));
        lees_regel(&deel.repeat(100_000));
        assert!(begin.elapsed().as_secs() < 5, "{deel}: {:?}", begin.elapsed());
    }
    lees_tekst(&(0..2000).map(|diepte| "  ".repeat(diepte) + "- x\n").collect::<String>());
    lees_tekst(&("*".repeat(50_000) + "x" + &"*".repeat(50_000)));
    assert!(klok.elapsed().as_secs() < 30, "{:?}", klok.elapsed());
}

/// All words of a run of blocks, in order.
fn woorden(blokken: &[Blok]) -> Vec<String> {
    vorm(blokken)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|woord| woord.starts_with("zz"))
        .map(ToString::to_string)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_text_is_read_without_panic(bron in "\\PC*|([-*_#>|`~^\\[\\](){}<>!&@\\\\:;.a-c1-3é\\n\\t ]|www\\.|https://|\\{\\{|\\}\\}|\\[\\^){0,60}") {
        lees_tekst(&bron);
        lees_regel(&bron);
    }

    #[test]
    fn plain_words_are_never_lost(bron in "(zz[a-c]{1,3}|[-*>|~^.,:;()\\[\\]_#1 ]|\\n|\\n\\n|a\\. |b\\. |- |1\\. |\\[\\^n\\]|    ){0,40}") {
        let verwacht: Vec<String> = bron
            .split(|c: char| !c.is_alphanumeric())
            .filter(|woord| woord.starts_with("zz"))
            .map(ToString::to_string)
            .collect();
        let (gelezen, notes) = lees_tekst(&bron);
        let gevonden = woorden(&gelezen.blokken);
        let tafel = notes.iter().any(|note| note.code.id == "G331");
        prop_assert!(tafel || gevonden == verwacht, "{:?}\n{:?}\n{}", gevonden, verwacht, vorm(&gelezen.blokken));
    }
}
