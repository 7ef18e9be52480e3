//! A zienswijze: what it says hangs together, its dates follow each other, and the raad got the time that the rules for
//! the kind of paper give. The dates in the document always win; what is counted here is only a check.

use chrono::{Datelike, Days, NaiveDate};

use super::stadia::{datum, deel};
use crate::diag::codes::{G298, G467, G469};
use crate::diag::{Note, Span};
use crate::model::datum::Datum;
use crate::model::stuk::Inhoud;
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;

/// From this day the Wet gemeenschappelijke regelingen gives the raden more time.
const NIEUWE_WET: Option<NaiveDate> = NaiveDate::from_ymd_opt(2022, 7, 1);

/// How many days a period may be off: people count with and without the first day.
const SPELING: i64 = 1;

/// What holds for a kind of paper on a day. An article is named only where the rules in use give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Regel {
    /// Weeks for a zienswijze, first and last day counted.
    weken: Option<i64>,
    /// Before this day of the year the paper goes to the raden: month and day.
    voor: Option<(u32, u32)>,
    /// The article in short, for messages.
    artikel: Option<&'static str>,
    /// The article in full, when the zienswijze itself rests on it.
    grondslag: Option<&'static str>,
}

fn regel(soort_stuk: &str, dag: NaiveDate) -> Regel {
    let nieuw = NIEUWE_WET.is_some_and(|wet| dag >= wet);
    match (soort_stuk, nieuw) {
        ("begroting" | "begrotingswijziging", true) => Regel {
            weken: Some(12),
            artikel: Some("Wgr art. 35 lid 3"),
            grondslag: Some("artikel 35, derde lid, van de Wet gemeenschappelijke regelingen"),
            ..Regel::default()
        },
        ("begroting" | "begrotingswijziging", false) | ("regeling", true) => {
            Regel { weken: Some(8), ..Regel::default() }
        }
        ("kadernota" | "jaarrekening", true) => {
            Regel { voor: Some((4, 30)), artikel: Some("Wgr art. 34b"), ..Regel::default() }
        }
        ("kadernota" | "jaarrekening", false) => Regel { voor: Some((4, 15)), ..Regel::default() },
        _ => Regel::default(),
    }
}

/// What a document says of the paper that it is about.
struct Betreft<'i> {
    soort_stuk: Option<&'i str>,
    ontvangen: Option<(&'i Datum, &'i Span)>,
    uiterste: Option<(&'i Datum, &'i Span)>,
    termijn: Option<(i64, &'i Span)>,
}

impl<'i> Betreft<'i> {
    fn van(inhoud: &'i Inhoud) -> Option<Self> {
        let groep = inhoud.veld("betreft")?;
        let veld = |naam: &str| deel(Some(groep), naam);
        let soort_stuk = veld("soort_stuk").and_then(|veld| match &veld.waarde {
            Waarde::Keuze(woord) => Some(woord.as_str()),
            _ => None,
        });
        let termijn = veld("termijn_weken").and_then(|veld| match (&veld.waarde, &veld.span) {
            (Waarde::Getal(weken), Some(span)) => Some((*weken, span)),
            _ => None,
        });
        let (ontvangen, uiterste) = (veld("ontvangen").and_then(datum), veld("uiterste_datum").and_then(datum));
        Some(Self { soort_stuk, ontvangen, uiterste, termijn })
    }

    /// The rule that holds; of a document without any date nothing is said.
    fn regel(&self, inhoud: &Inhoud) -> Option<(&'i str, Regel)> {
        let eigen = inhoud.datum.as_ref().known();
        let datums = [self.ontvangen.map(|(datum, _)| datum), self.uiterste.map(|(datum, _)| datum), eigen];
        let dag = datums.into_iter().flatten().find_map(Datum::periode)?.0;
        let soort_stuk = self.soort_stuk?;
        Some((soort_stuk, regel(soort_stuk, dag)))
    }
}

/// The article on which the zienswijze rests, when the rules in use give one.
pub fn grondslag(inhoud: &Inhoud) -> Option<&'static str> {
    Betreft::van(inhoud)?.regel(inhoud)?.1.grondslag
}

/// Notes what does not hang together.
pub fn check(inhoud: &Inhoud, notes: &mut Vec<Note>) {
    zegt_een_ding(inhoud, notes);
    let Some(betreft) = Betreft::van(inhoud) else { return };
    volgorde(inhoud, &betreft, notes);
    eigen_termijn(&betreft, notes);
    if let Some((soort_stuk, regel)) = betreft.regel(inhoud) {
        termijn(soort_stuk, regel, &betreft, notes);
        op_tijd(soort_stuk, regel, &betreft, notes);
    }
}

/// `geen` has no points, and `punten` has some.
fn zegt_een_ding(inhoud: &Inhoud, notes: &mut Vec<Note>) {
    let Some(Veldwaarde { waarde: Waarde::Keuze(keuze), span: Some(span), .. }) = inhoud.veld("zienswijze") else {
        return;
    };
    let punten = inhoud.veld("punten");
    let gevuld = punten.is_some_and(|veld| !matches!(&veld.waarde, Waarde::Lijst(items) if items.is_empty()));
    match (keuze.as_str(), gevuld) {
        ("geen", true) => {
            let note = Note::at(G298, span.clone(), "er is geen zienswijze, maar er staan wel punten");
            let waar = punten.and_then(|veld| veld.span.clone());
            let note = waar.into_iter().fold(note, |note, waar| note.also(waar, "de punten"));
            notes.push(note.hint("Schrijf `zienswijze: punten`, of haal de punten weg"));
        }
        ("punten", false) => notes.push(
            Note::at(G298, span.clone(), "de zienswijze heeft punten, maar de lijst `punten` is er niet of is leeg")
                .hint("Zet de punten in de lijst `punten`, of schrijf `zienswijze: geen`"),
        ),
        _ => {}
    }
}

/// Received, decided, sent, and all that before the last day. A draft may be sent before the raad decides.
fn volgorde(inhoud: &Inhoud, betreft: &Betreft<'_>, notes: &mut Vec<Note>) {
    let besluit = deel(inhoud.veld("raadsbesluit"), "datum").and_then(datum);
    let brief = inhoud.datum.as_ref().known().map(|datum| (datum, &inhoud.datum_span));
    let stadia = [
        ("de ontvangst", betreft.ontvangen),
        ("het raadsbesluit", besluit),
        ("de brief", brief.filter(|_| inhoud.status.is_af() || besluit.is_none())),
        ("de uiterste datum", betreft.uiterste),
    ];
    let bekend: Vec<(&str, &Datum, &Span)> =
        stadia.into_iter().filter_map(|(wat, gevonden)| gevonden.map(|(datum, span)| (wat, datum, span))).collect();
    for paar in bekend.windows(2) {
        let [(eerst, begin, waar), (dan, einde, span)] = *paar else { continue };
        let te_vroeg = begin.periode().zip(einde.periode()).is_some_and(|((begin, _), (_, einde))| einde < begin);
        if te_vroeg {
            let message = format!("{dan} ({}) is eerder dan {eerst}", einde.lang());
            let note = Note::at(G469, span.clone(), message).also(waar.clone(), format!("{eerst}: {}", begin.lang()));
            notes.push(note.hint("Kijk na of een van beide data een tikfout is"));
        }
    }
}

/// The first and last day, when both are known, and how many days that is, both counted.
fn dagen(betreft: &Betreft<'_>) -> Option<(NaiveDate, NaiveDate, i64)> {
    let van = betreft.ontvangen?.0.dag()?;
    let tot = betreft.uiterste?.0.dag()?;
    let aantal = (tot - van).num_days() + 1;
    (aantal > 0).then_some((van, tot, aantal))
}

/// "84 dagen (12 weken)".
fn duur(dagen: i64) -> String {
    let woord = if dagen == 1 { "dag" } else { "dagen" };
    let weken = dagen / 7;
    if dagen % 7 == 0 { format!("{dagen} {woord} ({weken} weken)") } else { format!("{dagen} {woord}") }
}

/// The weeks that the document names are the weeks between its dates.
fn eigen_termijn(betreft: &Betreft<'_>, notes: &mut Vec<Note>) {
    let (Some((weken, span)), Some((van, tot, aantal))) = (betreft.termijn, dagen(betreft)) else { return };
    if (aantal - weken * 7).abs() <= SPELING {
        return;
    }
    let (van, tot) = (nl::datum::lang(van), nl::datum::lang(tot));
    let message = format!("de termijn is {weken} weken, maar van {van} tot en met {tot} is {}", duur(aantal));
    let note = Note::at(G467, span.clone(), message);
    let datums = [(betreft.ontvangen, "ontvangen"), (betreft.uiterste, "de uiterste datum")];
    let note = datums
        .into_iter()
        .filter_map(|(gevonden, wat)| Some((gevonden?.1, wat)))
        .fold(note, |note, (waar, wat)| note.also(waar.clone(), wat));
    notes.push(note.hint("Pas het aantal weken aan, of kijk de datums na; op papier komt wat u schrijft"));
}

/// The raad gets at least the time that the rules give.
fn termijn(soort_stuk: &str, regel: Regel, betreft: &Betreft<'_>, notes: &mut Vec<Note>) {
    let Some(weken) = regel.weken else { return };
    let artikel = regel.artikel.map(|artikel| format!(" ({artikel})")).unwrap_or_default();
    if let (Some((van, tot, aantal)), Some((_, span))) = (dagen(betreft), betreft.uiterste) {
        if aantal >= weken * 7 - SPELING {
            return;
        }
        let laatste = u64::try_from(weken * 7 - 1).ok().and_then(|dagen| van.checked_add_days(Days::new(dagen)));
        let (van, tot) = (nl::datum::lang(van), nl::datum::lang(tot));
        let message = format!(
            "van {van} tot en met {tot} is {}; bij een {soort_stuk} is het {weken} weken{artikel}",
            duur(aantal)
        );
        let note = Note::at(G467, span.clone(), message);
        let note = betreft.ontvangen.into_iter().fold(note, |note, (_, waar)| note.also(waar.clone(), "ontvangen"));
        let tot = laatste.map(nl::datum::lang).unwrap_or_default();
        notes.push(
            note.hint(format!("Met {weken} weken loopt de termijn tot en met {tot}; op papier komt wat u schrijft")),
        );
    } else if let Some((eigen, span)) = betreft.termijn.filter(|(eigen, _)| *eigen < weken) {
        let message = format!("de termijn is {eigen} weken; bij een {soort_stuk} is het {weken} weken{artikel}");
        notes.push(
            Note::at(G467, span.clone(), message).hint("Kijk na of de termijn klopt; op papier komt wat u schrijft"),
        );
    }
}

/// Some papers go to the raden before a day of the year.
fn op_tijd(soort_stuk: &str, regel: Regel, betreft: &Betreft<'_>, notes: &mut Vec<Note>) {
    let (Some((maand, dag)), Some((datum, span))) = (regel.voor, betreft.ontvangen) else { return };
    let Some((van, _)) = datum.periode() else { return };
    let grens = NaiveDate::from_ymd_opt(van.year(), maand, dag);
    // Before that day, with a day to spare.
    if let Some(grens) = grens.filter(|grens| van > *grens) {
        let artikel = regel.artikel.map(|artikel| format!(" ({artikel})")).unwrap_or_default();
        let grens = nl::datum::dag_maand(grens);
        let message =
            format!("een {soort_stuk} gaat vóór {grens} naar de raden{artikel}; deze kwam op {}", datum.lang());
        notes.push(
            Note::at(G467, span.clone(), message).hint("Kijk na of de datum klopt; op papier komt wat u schrijft"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_for_a_zienswijze_hangs_on_the_paper_and_on_the_law_of_the_day() {
        let dag = |tekst: &str| tekst.parse::<NaiveDate>().unwrap();
        let (oud, nieuw) = (dag("2022-06-30"), dag("2022-07-01"));
        let weken = |soort: &str, dag: NaiveDate| regel(soort, dag).weken;
        assert_eq!((weken("begroting", oud), weken("begroting", nieuw)), (Some(8), Some(12)));
        assert_eq!((weken("begrotingswijziging", oud), weken("begrotingswijziging", nieuw)), (Some(8), Some(12)));
        assert_eq!((weken("regeling", oud), weken("regeling", nieuw)), (None, Some(8)));
        assert_eq!(regel("kadernota", oud).voor, Some((4, 15)));
        assert_eq!(regel("jaarrekening", nieuw).voor, Some((4, 30)));
        assert_eq!(regel("anders", nieuw), Regel::default());
        let met_artikel: Vec<&str> = ["begroting", "begrotingswijziging", "regeling", "kadernota", "jaarrekening"]
            .into_iter()
            .filter(|soort| regel(soort, nieuw).grondslag.is_some() || regel(soort, oud).grondslag.is_some())
            .collect();
        assert_eq!(met_artikel, ["begroting", "begrotingswijziging"]);
    }
}
