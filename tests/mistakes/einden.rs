//! Faults with two ends: whoever sees one must see the other too.

use std::collections::BTreeSet;

use super::{Uitslag, zeg};

/// The codes of faults that lie between two places, each with what the other place is.
const TWEE: &[(&str, &str)] = &[
    ("G109", "the same field"),
    ("G236", "the other document"),
    ("G241", "the same id"),
    ("G242", "the other source of the annex"),
    ("G245", "the value for all"),
    ("G252", "the header, or the cell from above"),
    ("G261", "what the list does have"),
    ("G262", "the other place of the same value"),
    ("G264", "the other change of the same item"),
    ("G266", "what makes it one for all"),
    ("G272", "the same column"),
    ("G273", "the header"),
    ("G275", "the other row"),
    ("G284", "the same section"),
    ("G287", "the house rule"),
    ("G291", "the kind"),
    ("G293", "the outcome"),
    ("G296", "the same number"),
    ("G298", "the points"),
    ("G331", "the header"),
    ("G334", "the number before"),
    ("G351", "where the value should be"),
    ("G353", "who gets the annex"),
    ("G354", "who gets the point"),
    ("G402", "the member that changes"),
    ("G404", "the date"),
    ("G405", "the date"),
    ("G406", "the recipients"),
    ("G411", "the officials"),
    ("G414", "the other signatures"),
    ("G415", "the other period"),
    ("G416", "the first day"),
    ("G425", "the date"),
    ("G426", "the last day of the gemeente"),
    ("G441", "what is open"),
    ("G451", "the committee"),
    ("G452", "the college"),
    ("G453", "the college"),
    ("G462", "the other amendment"),
    ("G463", "where the point lapses"),
    ("G464", "the point"),
    ("G465", "the proposal"),
    ("G467", "what sets the term"),
    ("G468", "where the point lapses"),
    ("G469", "the date before"),
    ("G471", "the annex"),
    ("G472", "the warning"),
    ("G503", "the document that it costs"),
    ("G801", "the date of the document"),
    ("G802", "the date of the document"),
    ("G806", "the date before"),
    ("G808", "the date before"),
    ("G821", "the heading before"),
    ("G833", "the other link"),
    ("G841", "the list of words"),
    ("G844", "the other notation"),
    ("G845", "the first time"),
    ("G846", "the other mark"),
    ("G861", "the rows"),
    ("G871", "the other document"),
];

/// Of every such code a mistake shows both ends, with words at the second. Where a mistake marks the other end, that
/// very place is asked for with the rest.
pub fn alle_twee(uitslagen: &[Uitslag<'_>]) {
    let toont = |uitslag: &Uitslag<'_>| {
        uitslag.met_code().any(|melding| melding.ook.iter().any(|(_, tekst)| !tekst.is_empty()))
    };
    let met: BTreeSet<&str> = uitslagen.iter().filter(|u| toont(u)).map(|u| u.misser.code.as_str()).collect();
    let zonder: Vec<String> =
        TWEE.iter().filter(|(code, _)| !met.contains(code)).map(|(code, wat)| format!("{code} ({wat})")).collect();
    let gemerkt = uitslagen.iter().filter(|uitslag| uitslag.ander.is_some()).count();
    let tonen = uitslagen.iter().filter(|uitslag| toont(uitslag)).count();
    zeg(&format!(
        "meldingen: {} codes hebben twee einden; {tonen} missers tonen beide, {gemerkt} aan het teken precies",
        TWEE.len()
    ));
    assert!(zonder.is_empty(), "no mistake shows both ends of {}", zonder.join(", "));
}
