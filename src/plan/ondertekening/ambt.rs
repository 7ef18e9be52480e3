//! The one holder of an office on a day.

use chrono::NaiveDate;

use super::{Periode, Tekenaar};
use crate::diag::codes::{G411, G413};
use crate::diag::{Note, Span};
use crate::model::bekend::Bekend;
use crate::model::organisatie::{Ambtsdrager, Gegevens, Geldigheid, Waarneming};
use crate::nl::datum::lang;

/// Whom a signature asks for.
pub struct Vraag<'p> {
    /// The office.
    pub ambt: &'p str,
    /// In what way, when the document says so.
    pub waarneming: Option<Waarneming>,
    /// The days on which the document can have been signed.
    pub periode: Periode,
    /// Where the date stands.
    pub span: &'p Span,
}

/// Who was found for one office.
enum Gevonden<'g> {
    /// One holder on all the days that are possible.
    Een(&'g Ambtsdrager),
    /// Two on one day.
    Twee(&'g Ambtsdrager, &'g Ambtsdrager),
    /// Somebody on a part of the days: the date does not tell.
    Onzeker,
    /// Nobody, while others held the office before and after.
    Gat(&'g Ambtsdrager, &'g Ambtsdrager),
    /// Nobody is known.
    Niemand,
}

/// The signature of whoever holds the office on all the days that are possible; open when nobody is known.
pub fn zoek<'p>(vraag: &Vraag<'p>, gegevens: &Gegevens, notes: &mut Vec<Note>) -> Tekenaar<'p> {
    let mut gevonden = bij_ambt(vraag.ambt, vraag, gegevens);
    if vraag.ambt == "voorzitter" && matches!(gevonden, Gevonden::Niemand | Gevonden::Gat(..)) {
        // Gemeentewet art. 9: de burgemeester is voorzitter van de raad; wie hem waarneemt ook (art. 78), een loco niet.
        let burgemeester = bij_ambt("burgemeester", vraag, gegevens);
        if !matches!(burgemeester, Gevonden::Niemand) {
            gevonden = burgemeester;
        }
    }
    match gevonden {
        Gevonden::Een(drager) => {
            let eigen = if drager.ambt == vraag.ambt { drager.waarneming } else { Waarneming::Geen };
            let waarneming = vraag.waarneming.unwrap_or(eigen);
            return Tekenaar::Ambt { ambt: vraag.ambt, waarneming, naam: Bekend::Bekend(drager.voluit()) };
        }
        Gevonden::Twee(een, twee) => notes.push(twee_dragers(vraag, een, twee)),
        Gevonden::Gat(voor, na) => notes.push(niemand(vraag, voor, na)),
        Gevonden::Onzeker | Gevonden::Niemand => {}
    }
    open(vraag.ambt, vraag.waarneming)
}

/// A signature without a name.
pub fn open(ambt: &str, waarneming: Option<Waarneming>) -> Tekenaar<'_> {
    Tekenaar::Ambt { ambt, waarneming: waarneming.unwrap_or_default(), naam: Bekend::Onbekend }
}

/// Who holds this office. Asked in general the regular holder comes first; without one, who fills the vacancy.
fn bij_ambt<'g>(ambt: &str, vraag: &Vraag<'_>, gegevens: &'g Gegevens) -> Gevonden<'g> {
    let van_ambt = |past: &dyn Fn(Waarneming) -> bool| -> Vec<&'g Ambtsdrager> {
        gegevens.ambtsdragers.iter().filter(|drager| drager.ambt == ambt && past(drager.waarneming)).collect()
    };
    if let Some(soort) = vraag.waarneming {
        return op_dag(&van_ambt(&|eigen| eigen == soort), vraag.periode);
    }
    let vast = op_dag(&van_ambt(&|eigen| eigen == Waarneming::Geen), vraag.periode);
    match vast {
        Gevonden::Gat(..) | Gevonden::Niemand => op_dag(&van_ambt(&Waarneming::tekent_vanzelf), vraag.periode),
        vast => vast,
    }
}

fn op_dag<'g>(dragers: &[&'g Ambtsdrager], (van, tot): Periode) -> Gevonden<'g> {
    let periode = Geldigheid { van: Some(van), tot: Some(tot) };
    let raken: Vec<&Ambtsdrager> = dragers.iter().copied().filter(|drager| drager.geldig.raakt(&periode)).collect();
    let heel = |drager: &&&Ambtsdrager| drager.geldig.op(van) && drager.geldig.op(tot);
    let vast = raken.iter().find(heel).copied();
    match (vast, raken.iter().find(|drager| !vast.is_some_and(|vast| std::ptr::eq(vast, **drager)))) {
        (Some(een), None) => Gevonden::Een(een),
        (Some(een), Some(twee)) => Gevonden::Twee(een, twee),
        (None, Some(_)) => Gevonden::Onzeker,
        (None, None) => gat(dragers, van),
    }
}

/// The neighbours of a day on which nobody holds the office.
fn gat<'g>(dragers: &[&'g Ambtsdrager], dag: NaiveDate) -> Gevonden<'g> {
    let voor = dragers.iter().filter(|drager| drager.geldig.tot.is_some_and(|tot| tot < dag));
    let na = dragers.iter().filter(|drager| drager.geldig.van.is_some_and(|van| dag < van));
    match (voor.max_by_key(|drager| drager.geldig.tot), na.min_by_key(|drager| drager.geldig.van)) {
        (Some(voor), Some(na)) => Gevonden::Gat(voor, na),
        _ => Gevonden::Niemand,
    }
}

fn twee_dragers(vraag: &Vraag<'_>, een: &Ambtsdrager, twee: &Ambtsdrager) -> Note {
    let ambt = vraag.waarneming.unwrap_or_default().ambt(vraag.ambt);
    let message = format!("Op deze datum zijn er twee die als {ambt} kunnen tekenen: {} en {}", een.naam, twee.naam);
    Note::at(G411, vraag.span.clone(), message)
        .also(een.span.clone(), een.naam.as_str())
        .also(twee.span.clone(), twee.naam.as_str())
        .hint("Vul bij één van beiden `van` of `tot` in")
}

fn niemand(vraag: &Vraag<'_>, voor: &Ambtsdrager, na: &Ambtsdrager) -> Note {
    let ambt = vraag.waarneming.unwrap_or_default().ambt(vraag.ambt);
    let dag = |dag: Option<NaiveDate>| dag.map(lang).unwrap_or_default();
    let (tot, van) = (dag(voor.geldig.tot), dag(na.geldig.van));
    let message = format!(
        "Op deze datum is er geen {ambt}: {} was het tot en met {tot}, {} is het vanaf {van}",
        voor.naam, na.naam
    );
    let hint = match vraag.waarneming {
        Some(_) => "Vul aan wie het toen was, of laat een ander tekenen".to_string(),
        None => {
            let waarnemer = if ["griffier", "voorzitter"].contains(&vraag.ambt) { "plv." } else { "loco" };
            let door = format!("`door: [{{ambt: {}, waarneming: {waarnemer}}}]`", vraag.ambt);
            format!("Vul aan wie het ambt toen had, of zeg wie waarneemt: {door}")
        }
    };
    Note::at(G413, vraag.span.clone(), message)
        .also(voor.span.clone(), format!("tot en met {tot}"))
        .also(na.span.clone(), format!("vanaf {van}"))
        .hint(hint)
}
