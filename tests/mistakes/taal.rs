//! What a writer reads is Dutch: no word of a library reaches a message or a hint.

use super::Uitslag;

/// Words of English sentences that no Dutch sentence has.
const ENGELS: &[&str] = &[
    "the",
    "not",
    "cannot",
    "expected",
    "found",
    "unexpected",
    "unknown",
    "missing",
    "does",
    "must",
    "should",
    "with",
    "from",
    "failed",
    "invalid",
    "unclosed",
    "and",
    "error",
    "line",
    "column",
    "did",
    "find",
];

/// What is said of every mistake is Dutch.
pub fn geen_engels(uitslagen: &[Uitslag<'_>]) {
    let gezegd = uitslagen.iter().flat_map(|uitslag| &uitslag.meldingen).flat_map(|melding| {
        let labels = melding.ook.iter().map(|(_, tekst)| tekst);
        std::iter::once(&melding.bericht).chain(&melding.aanwijzingen).chain(labels)
    });
    let engels: Vec<&String> = gezegd.filter(|zin| is_engels(zin)).collect();
    assert!(engels.is_empty(), "{engels:#?}");
}

fn is_engels(zin: &str) -> bool {
    // What somebody typed stands between backticks.
    let eigen: String = zin.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    eigen.split(|c: char| !c.is_alphabetic()).any(|woord| ENGELS.contains(&woord))
}

#[test]
fn an_english_sentence_is_recognised() {
    assert!(is_engels("unknown variable: x") && is_engels("did not find expected key"));
    assert!(!is_engels("het veld `the error` is er niet"));
}
