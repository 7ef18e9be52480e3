//! What projects and documents say about the rules, and what versions of a document share.

use super::{GRIFFEL, Gelezen, lees};
use crate::diag::Severity;

fn codes(gelezen: &Gelezen) -> Vec<String> {
    gelezen.notes.iter().map(|note| gelezen.regel(note)).collect()
}

const HIER: &str = "|De visie vindt u [hier](https://www.voorbeeld.nl/visie).";

#[test]
fn a_project_switches_rules_off_and_makes_them_heavier() {
    let met = |regels: &str| lees(&[HIER], &format!("{GRIFFEL}regels: {regels}\n"));
    assert!(met("{G831: uit}").notes.is_empty());
    assert_eq!(met("{G831: fout}").notes[0].severity(), Severity::Fout);
    assert_eq!(met("{G831: tip}").notes[0].severity(), Severity::Tip);
    assert_eq!(met("{G895: uit}").notes[0].severity(), Severity::Waarschuwing);
}

#[test]
fn only_rules_about_content_can_be_set() {
    for (regel, hint) in [
        ("G201: uit", "Kies een code die met G8 begint, zoals `G851`"),
        ("g831: uit", concat!("Bedoelde", " u `G831`?")),
    ] {
        let gelezen = lees(&["|Tekst."], &format!("{GRIFFEL}regels: {{{regel}}}\n"));
        assert_eq!(gelezen.met("G879").len(), 1, "{:?}", gelezen.notes);
        assert_eq!(gelezen.notes[0].hints, [hint]);
    }
    let gelezen = lees(&["toestaan:\n  - {code: G101, reden: zomaar}\ninhoud: Tekst."], GRIFFEL);
    assert_eq!(gelezen.met("G879").len(), 1);
}

#[test]
fn a_document_allows_a_note_with_a_reason() {
    let tekst = &HIER[1..];
    let mag = |toestaan: &str| lees(&[&format!("toestaan:\n  - {toestaan}\ninhoud: {tekst}")], GRIFFEL);
    assert!(mag("{code: G831, reden: zo staat het in de oude brief}").notes.is_empty());
    assert!(mag("{code: G831, bij: hier, reden: zo staat het in de oude brief}").notes.is_empty());
    assert_eq!(codes(&mag("{code: G831}")), ["G201 7:6 code"]);
    let anders = mag("{code: G831, bij: daar, reden: zomaar}");
    assert_eq!((anders.met("G831").len(), anders.met("G878").len()), (1, 1), "{:?}", codes(&anders));
    assert_eq!(
        mag("{code: G891, reden: zomaar}").met("G878")[0].message,
        "`toestaan` noemt G891, maar die melding is er niet"
    );
}

#[test]
fn shared_text_is_noted_once_and_local_text_names_its_gemeente() {
    let lokaal = "lokaal:\n  oostdam: {waarden: {hulp: Het programmteam helpt.}}";
    let gelezen = lees(&[&format!("inhoud: Er wordt een plan gemaakt.\n{lokaal}")], GRIFFEL);
    assert_eq!(gelezen.met("G893").len(), 1);
    let eigen = gelezen.met("G841");
    assert_eq!(eigen.len(), 1);
    assert_eq!(eigen[0].message, "`programmteam` schrijven we als `programmateam` (bij `oostdam`)");
}

#[test]
fn a_reference_belongs_to_one_document() {
    let gelezen = lees(&["kenmerk: 21U1", "kenmerk: 21U1", "kenmerk: onbekend", "kenmerk: onbekend"], GRIFFEL);
    let dubbel = gelezen.met("G871");
    assert_eq!((dubbel.len(), dubbel[0].labels.len()), (1, 2));
    assert_eq!(dubbel[0].message, "het kenmerk `21U1` is al van het stuk `stuk-0`");
}

#[test]
fn a_place_to_fill_in_bars_a_document_that_is_finished() {
    let ernst =
        |status: &str| lees(&[&format!("status: {status}\ninhoud: Bel xxx.")], GRIFFEL).met("G847")[0].severity();
    assert_eq!((ernst("concept"), ernst("definitief")), (Severity::Waarschuwing, Severity::Fout));
}

#[test]
fn the_length_of_sentences_is_a_setting() {
    let streng = format!("{GRIFFEL}leesbaarheid: {{zin: 3, alinea: 3, gemiddelde: 2}}\n");
    let gelezen = lees(&["|Dit zijn vier woorden."], &streng);
    assert_eq!((gelezen.met("G891").len(), gelezen.met("G897").len()), (1, 1));
}
