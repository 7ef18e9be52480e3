//! Dates: what is past lies before the document, weekdays and days exist, years are named, steps come in order.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::passage::{Passage, Rol};
use super::woorden::{getal, maand};
use super::{Blad, kort};
use crate::diag::codes::{G801, G802, G803, G804, G805, G806, G807, G808};
use crate::diag::{Note, Span};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;

/// Days of the week in small letters, from Monday.
const DAGEN: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
/// Half a year in days: without a year a date is the nearest one.
const HALF_JAAR: i64 = 183;
/// A quarter in days: what is further away without a year is said of another year.
const KWARTAAL: i64 = 92;

/// A date in a text.
struct Vondst {
    /// The day and month, and the year when it stands there.
    bereik: Range<usize>,
    dag: u32,
    maand: u32,
    jaar: Option<i32>,
    weekdag: Option<(Range<usize>, Weekday)>,
    /// "jl." (false) or "a.s." (true) with its place.
    relatief: Option<(Range<usize>, bool)>,
}

/// The rules for dates in the text.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let van_stuk = match &blad.inhoud.datum {
        Bekend::Bekend(datum) => Some(datum),
        Bekend::Onbekend => None,
    };
    for passage in &blad.passages {
        let vondsten = vondsten(passage);
        for (nr, vondst) in vondsten.iter().enumerate() {
            let met_jaar_erna = vondsten.get(nr + 1).is_some_and(|volgende| volgende.jaar.is_some());
            keur_datum(blad, passage, vondst, van_stuk, met_jaar_erna, notes);
        }
        notes.extend(vondsten.windows(2).filter_map(|paar| achterstevoren(blad, passage, &paar[0], &paar[1])));
    }
}

fn keur_datum(
    blad: &Blad<'_>,
    passage: &Passage<'_>,
    vondst: &Vondst,
    van_stuk: Option<&Datum>,
    met_jaar_erna: bool,
    notes: &mut Vec<Note>,
) {
    let stuk_dag = van_stuk.and_then(Datum::dag);
    let jaar = vondst.jaar.or_else(|| dichtstbij(vondst, stuk_dag).or_else(|| van_stuk.and_then(Datum::jaar)));
    let Some(jaar) = jaar else { return };
    let Some(dag) = NaiveDate::from_ymd_opt(jaar, vondst.maand, vondst.dag) else {
        if vondst.jaar.is_some() || vondst.dag > 31 || !(vondst.dag == 29 && vondst.maand == 2) {
            let message = format!("`{}` bestaat niet", kort(&passage.tekst[vondst.bereik.clone()]));
            notes.push(blad.note(G807, passage, vondst.bereik.clone(), message).hint("Kijk de dag en de maand na"));
        }
        return;
    };
    if let Some((bereik, weekdag)) = &vondst.weekdag
        && dag.weekday() != *weekdag
    {
        let goed = DAGEN[dag.weekday().num_days_from_monday() as usize];
        let message = format!("{} is geen {}", nl::datum::lang(dag), DAGEN[weekdag.num_days_from_monday() as usize]);
        let note = blad.note(G803, passage, bereik.start..vondst.bereik.end, message);
        notes.push(note.hint(format!("Het is een {goed}: kijk de dag en de datum na")));
    }
    match &vondst.relatief {
        Some((bereik, komt)) => relatief(blad, passage, (vondst, bereik, *komt), (dag, stuk_dag), notes),
        None if vondst.jaar.is_none() => zonder_jaar(blad, passage, vondst, met_jaar_erna, notes),
        None => {}
    }
}

/// `van 1 mei 2022 tot en met 1 maart 2022`: a period that ends before it begins.
fn achterstevoren(blad: &Blad<'_>, passage: &Passage<'_>, eerst: &Vondst, dan: &Vondst) -> Option<Note> {
    let tussen = passage.tekst.get(eerst.bereik.end..dan.bereik.start)?.trim();
    if !["tot", "tot en met", "t/m"].contains(&tussen) {
        return None;
    }
    let dag = |vondst: &Vondst, jaar: i32| NaiveDate::from_ymd_opt(jaar, vondst.maand, vondst.dag);
    let (begin, einde) = (dag(eerst, eerst.jaar.or(dan.jaar)?)?, dag(dan, dan.jaar?)?);
    if begin <= einde {
        return None;
    }
    let message = format!("de periode eindigt op {}, voor zij begint", nl::datum::lang(einde));
    let note = blad.note(G806, passage, dan.bereik.clone(), message);
    let plek = passage.plek(eerst.bereik.clone(), blad.sources);
    let note = plek.into_iter().fold(note, |note, plek| note.also(plek, "het begin"));
    Some(note.hint("Kijk beide data na"))
}

/// The year in which a date lies nearest to the document's.
fn dichtstbij(vondst: &Vondst, stuk: Option<NaiveDate>) -> Option<i32> {
    let stuk = stuk?;
    let afstand = |jaar: i32| {
        let dag = NaiveDate::from_ymd_opt(jaar, vondst.maand, vondst.dag)?;
        Some((dag - stuk).num_days().abs())
    };
    (stuk.year() - 1..=stuk.year() + 1).find(|jaar| afstand(*jaar).is_some_and(|dagen| dagen <= HALF_JAAR))
}

/// "jl." and "a.s.": against the date of the document, and better not used at all.
fn relatief(
    blad: &Blad<'_>,
    passage: &Passage<'_>,
    (vondst, bereik, komt): (&Vondst, &Range<usize>, bool),
    (dag, stuk): (NaiveDate, Option<NaiveDate>),
    notes: &mut Vec<Note>,
) {
    let heel = vondst.bereik.start..bereik.end.max(vondst.bereik.end);
    let dag = ander_jaar(vondst, dag, stuk, komt);
    let lang = nl::datum::lang(dag);
    let (code, woord) = if komt { (G802, "komen") } else { (G801, "voorbij zijn") };
    if let Some(stuk) = stuk
        && (if komt { dag < stuk } else { dag > stuk })
    {
        let message = format!("{lang} moet nog {woord}, maar het stuk is van {}", nl::datum::lang(stuk));
        let message = if komt { message } else { message.replace("moet nog voorbij zijn", "zou voorbij zijn") };
        let datum_span = blad.inhoud.datum_span.clone();
        let note = blad.note(code, passage, heel, message).also(datum_span, "de datum van het stuk");
        notes.push(note.hint(format!("Schrijf de datum voluit: `{lang}`, of pas de datum van het stuk aan")));
        return;
    }
    let woord = kort(&passage.tekst[bereik.clone()]);
    let message = format!("`{woord}` zegt over een jaar niets meer");
    let hint = if vondst.jaar.is_some() || stuk.is_some() {
        format!("Schrijf `{lang}`")
    } else {
        "Schrijf de datum met het jaar".into()
    };
    notes.push(blad.note(G804, passage, heel, message).hint(hint));
}

/// The day in the year that is meant: in June "20 januari a.s." is next year's.
fn ander_jaar(vondst: &Vondst, dag: NaiveDate, stuk: Option<NaiveDate>, komt: bool) -> NaiveDate {
    let Some(stuk) = stuk.filter(|_| vondst.jaar.is_none()) else { return dag };
    let later = (dag - stuk).num_days();
    let ver = if komt { later < -KWARTAAL } else { later > KWARTAAL };
    let jaar = dag.year() + if komt { 1 } else { -1 };
    if ver { dag.with_year(jaar).unwrap_or(dag) } else { dag }
}

fn zonder_jaar(blad: &Blad<'_>, passage: &Passage<'_>, vondst: &Vondst, erna: bool, notes: &mut Vec<Note>) {
    let na = passage.tekst[vondst.bereik.end..].trim_start().to_lowercase();
    let elk_jaar = ["van elk", "van ieder", "van het ", "en ", "of ", "tot ", "t/m", "–"]
        .iter()
        .any(|woord| na.starts_with(woord));
    let voor = passage.tekst[..vondst.bereik.start].to_lowercase();
    let jaarlijks =
        ["jaarlijks", "elk jaar", "ieder jaar"].iter().any(|woord| voor.contains(woord) || na.contains(woord));
    if erna
        || elk_jaar
        || jaarlijks
        || !matches!(passage.rol, Rol::Alinea | Rol::Item | Rol::Noot | Rol::Beslispunt | Rol::Subpunt)
    {
        return;
    }
    let message = format!("bij `{}` staat geen jaar", kort(&passage.tekst[vondst.bereik.clone()]));
    notes.push(
        blad.note(G805, passage, vondst.bereik.clone(), message)
            .hint("Zet het jaar erachter: dan klopt de datum later ook nog"),
    );
}

/// All dates of the form `2 juli`, with the words around them that say more.
fn vondsten(passage: &Passage<'_>) -> Vec<Vondst> {
    let mut gevonden = Vec::new();
    for nr in 1..passage.woorden.len() {
        let (Some(maand), Some(dag)) = (maand(passage.woord(nr)), getal(passage.woord(nr - 1))) else { continue };
        let begin = passage.woorden[nr - 1].start;
        let los =
            passage.tekst[passage.woorden[nr - 1].end..passage.woorden[nr].start].chars().all(char::is_whitespace);
        // "3.2 mei" and "12-5 mei" are no days.
        let vast = passage.tekst[..begin].ends_with(['.', ',', '-', '/', ':']);
        if dag == 0 || dag > 39 || !los || vast {
            continue;
        }
        let mut einde = passage.woorden[nr].end;
        let jaar = passage
            .woorden
            .get(nr + 1)
            .filter(|woord| passage.tekst[einde..woord.start].chars().all(char::is_whitespace));
        let jaar =
            jaar.and_then(|woord| getal(&passage.tekst[woord.clone()]).filter(|jaar| (1900..2200).contains(jaar)));
        if jaar.is_some() {
            einde = passage.woorden[nr + 1].end;
        }
        let weekdag = (nr >= 2).then(|| weekdag(passage, nr - 2, begin)).flatten();
        let relatief = relatief_woord(passage, einde);
        let jaar = jaar.and_then(|jaar| i32::try_from(jaar).ok());
        gevonden.push(Vondst { bereik: begin..einde, dag, maand, jaar, weekdag, relatief });
    }
    gevonden
}

/// The weekday before a date: "donderdag", "donderdagavond".
fn weekdag(passage: &Passage<'_>, nr: usize, datum: usize) -> Option<(Range<usize>, Weekday)> {
    let bereik = passage.woorden.get(nr)?.clone();
    let woord = passage.tekst[bereik.clone()].to_lowercase();
    let welke = DAGEN.iter().position(|dag| {
        woord.strip_prefix(dag).is_some_and(|rest| ["", "ochtend", "middag", "avond", "nacht"].contains(&rest))
    })?;
    let tussen = &passage.tekst[bereik.end..datum];
    let weekdag = Weekday::try_from(u8::try_from(welke).ok()?).ok()?;
    tussen.trim_matches(|c: char| c.is_whitespace() || c == ',').is_empty().then_some((bereik, weekdag))
}

/// "jl.", "a.s." and their long forms right after a date.
fn relatief_woord(passage: &Passage<'_>, na: usize) -> Option<(Range<usize>, bool)> {
    let rest = &passage.tekst[na..];
    let begin = na + rest.len() - rest.trim_start_matches([' ', ',', crate::nl::NBSP]).len();
    let klein = passage.tekst[begin..].to_lowercase();
    let vormen = [
        ("jongstleden", false),
        ("jl.", false),
        ("j.l.", false),
        ("jl", false),
        ("aanstaande", true),
        ("a.s.", true),
        ("as.", true),
    ];
    let (vorm, komt) = vormen.into_iter().find(|(vorm, _)| klein.starts_with(vorm))?;
    let volgt = klein[vorm.len()..].chars().next();
    (!volgt.is_some_and(char::is_alphanumeric)).then(|| (begin..begin + vorm.len(), komt))
}

/// Pairs of dates in fields of which the first cannot come after the second, with what to say.
const VOLGORDE: &[(&str, &str, &str)] = &[
    ("betreft.ontvangen", "betreft.uiterste_datum", "de uiterste datum ligt voor de dag van ontvangst"),
    ("betreft.ontvangen", "raadsbesluit.datum", "de raad besloot voor het stuk er was"),
    ("datum", "vergadering.raad", "de raad vergadert over een stuk dat er nog niet was"),
];

/// The rules for dates in fields.
pub fn keur_velden(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for (eerst, dan, message) in VOLGORDE {
        let (Some((vroeg, vroeg_span)), Some((laat, laat_span))) = (veld_datum(blad, eerst), veld_datum(blad, dan))
        else {
            continue;
        };
        if vroeg > laat {
            let note = Note::at(G806, laat_span, *message).also(vroeg_span, nl::datum::lang(vroeg));
            notes.push(note.hint("Kijk beide data na"));
        }
    }
    let Some(Waarde::Lijst(stappen)) = blad.inhoud.veld("routing").map(|veld| &veld.waarde) else { return };
    let mut vorige: Option<(NaiveDate, Span)> = None;
    for stap in stappen {
        let Waarde::Groep(velden) = stap else { continue };
        let Some((dag, span)) = velden.iter().find(|veld| veld.naam == "datum").and_then(dag_van) else { continue };
        if let Some((eerder, plek)) = &vorige
            && *eerder > dag
        {
            let note = Note::at(G808, span.clone(), "deze stap staat na een stap die later is")
                .also(plek.clone(), nl::datum::lang(*eerder));
            notes.push(note.hint("Zet de stappen op volgorde van datum"));
        }
        vorige = Some((dag, span));
    }
}

/// The day in a field, by the path of its names.
fn veld_datum(blad: &Blad<'_>, pad: &str) -> Option<(NaiveDate, Span)> {
    if pad == "datum" {
        let Bekend::Bekend(datum) = &blad.inhoud.datum else { return None };
        return Some((datum.dag()?, blad.inhoud.datum_span.clone()));
    }
    let mut velden: &[Veldwaarde] = &blad.inhoud.velden;
    let mut namen = pad.split('.').peekable();
    while let Some(naam) = namen.next() {
        let veld = velden.iter().find(|veld| veld.naam == naam)?;
        if namen.peek().is_none() {
            return dag_van(veld);
        }
        let Waarde::Groep(binnen) = &veld.waarde else { return None };
        velden = binnen;
    }
    None
}

fn dag_van(veld: &Veldwaarde) -> Option<(NaiveDate, Span)> {
    let Waarde::Datum(datum) = &veld.waarde else { return None };
    Some((datum.dag()?, veld.span.clone()?))
}
