//! What a writer reads is Dutch: no word of a library reaches a message or a hint.

use super::Uitslag;
use crate::support::engels::is_engels;

/// What is said of every mistake is Dutch.
pub fn geen_engels(uitslagen: &[Uitslag<'_>]) {
    let gezegd = uitslagen.iter().flat_map(|uitslag| &uitslag.meldingen).flat_map(|melding| {
        let labels = melding.ook.iter().map(|(_, tekst)| tekst);
        std::iter::once(&melding.bericht).chain(&melding.aanwijzingen).chain(labels)
    });
    let engels: Vec<&String> = gezegd.filter(|zin| is_engels(zin)).collect();
    assert!(engels.is_empty(), "{engels:#?}");
}

#[test]
fn an_english_sentence_is_recognised() {
    assert!(is_engels("unknown variable: x") && is_engels("did not find expected key"));
    assert!(!is_engels("het veld `the error` is er niet"));
}
