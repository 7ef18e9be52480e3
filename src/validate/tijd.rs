//! What holds for a time: office holders, and the names and addresses of organisations and gemeenten.

use chrono::NaiveDate;

use crate::diag::codes::{G233, G415, G416};
use crate::diag::{Note, Span};
use crate::load::node::Node;
use crate::model::bekend::Bekend;
use crate::model::ondertekening::ambt_note;
use crate::model::organisatie::{Ambtsdrager, Gegevens, Geldigheid, Postadres, Waarneming};

/// `van` and `tot` of a group; `onbekend` and absent are an open end.
pub fn geldigheid(node: &Node<'_>, van: &str, tot: &str) -> Geldigheid {
    let geldig = Geldigheid { van: dag(node, van), tot: dag(node, tot) };
    if let (Some(eerste), Some(laatste)) = (geldig.van, geldig.tot)
        && laatste < eerste
    {
        let message = format!("`{tot}` ({laatste}) ligt voor `{van}` ({eerste})");
        let span = node.child(tot).map_or_else(|| node.span(), |tot| tot.span());
        let begin = node.child(van).map_or_else(|| node.span(), |van| van.span());
        let note = Note::at(G416, span, message).also(begin, "de eerste dag");
        node.push(note.hint("Kijk beide datums na; `tot` is de laatste dag"));
    }
    geldig
}

fn dag(node: &Node<'_>, key: &str) -> Option<NaiveDate> {
    match node.date_or_onbekend(key)? {
        Bekend::Bekend(dag) => Some(dag),
        Bekend::Onbekend => None,
    }
}

/// One of `ambtsdragers`.
pub fn ambtsdrager(node: &Node<'_>) -> Option<Ambtsdrager> {
    let (ambt, naam) = (node.required_text("ambt"), node.required_text("naam"));
    let aanspreektitel = node.text("aanspreektitel").map(|t| t.text);
    let waarneming = node.choice("waarneming", Waarneming::ALLE).unwrap_or_default();
    let geldig = geldigheid(node, "van", "tot");
    node.finish();
    let (ambt, naam) = (ambt?, naam?);
    ambt_note(&ambt.text, ambt.span.clone()).into_iter().for_each(|note| node.push(note));
    Some(Ambtsdrager { ambt: ambt.text, naam: naam.text, aanspreektitel, waarneming, geldig, span: naam.span })
}

/// `postadres`.
pub fn postadres(node: &Node<'_>) -> Option<Postadres> {
    let adres = adres(node);
    node.finish();
    adres
}

fn adres(node: &Node<'_>) -> Option<Postadres> {
    let (pa, afdeling) = (node.text("pa"), node.text("afdeling"));
    let (postbus, postcode) = (node.required_text("postbus"), node.required_text("postcode"));
    let plaats = node.required_text("plaats");
    let postcode = postcode?;
    if !is_postcode(&postcode.text) {
        let message = format!("`{}` is geen postcode", postcode.text);
        node.push(
            Note::at(G233, postcode.span, message)
                .hint("Schrijf vier cijfers, een spatie en twee hoofdletters, zoals `3000 KS`"),
        );
        return None;
    }
    Some(Postadres {
        pa: pa.map(|t| format!("p/a {}", t.text)),
        afdeling: afdeling.map(|t| t.text),
        postbus: postbus?.text,
        postcode: postcode.text,
        plaats: plaats?.text,
    })
}

fn is_postcode(text: &str) -> bool {
    let Some((cijfers, letters)) = text.split_once(' ') else { return false };
    cijfers.len() == 4
        && letters.len() == 2
        && !cijfers.starts_with('0')
        && cijfers.bytes().all(|b| b.is_ascii_digit())
        && letters.bytes().all(|b| b.is_ascii_uppercase())
}

/// A fact that held for a time.
struct Tijdvak<T> {
    waarde: T,
    geldig: Geldigheid,
    span: Span,
}

/// `namen` and `postadressen`: the same facts on days on which the name or address was another one. On all
/// other days `naam` and `postadres` hold.
pub fn versies(node: &Node<'_>, gegevens: &Gegevens) -> Vec<(Geldigheid, Gegevens)> {
    let namen = tijdvakken(node, "namen", |item| item.required_text("naam").map(|naam| naam.text));
    let adressen = tijdvakken(node, "postadressen", adres);
    let periodes: Vec<&Geldigheid> =
        namen.iter().map(|tijdvak| &tijdvak.geldig).chain(adressen.iter().map(|tijdvak| &tijdvak.geldig)).collect();
    let versie = |periode: Geldigheid| {
        let dag = periode.van.or(periode.tot).unwrap_or_default();
        let (naam, adres) = (op(&namen, dag), op(&adressen, dag));
        if naam.is_none() && adres.is_none() {
            return None;
        }
        let mut toen = gegevens.clone();
        if let Some(naam) = naam {
            toen.naam.clone_from(naam);
        }
        if let Some(adres) = adres {
            toen.postadres = Bekend::Bekend(adres.clone());
        }
        Some((periode, toen))
    };
    delen(&periodes).into_iter().filter_map(versie).collect()
}

fn op<T>(tijdvakken: &[Tijdvak<T>], dag: NaiveDate) -> Option<&T> {
    tijdvakken.iter().find(|tijdvak| tijdvak.geldig.op(dag)).map(|tijdvak| &tijdvak.waarde)
}

/// Reads a list of facts with their time; no two may hold on one day.
fn tijdvakken<T>(node: &Node<'_>, key: &str, lees: impl Fn(&Node<'_>) -> Option<T>) -> Vec<Tijdvak<T>> {
    let mut gelezen: Vec<Tijdvak<T>> = Vec::new();
    for item in node.list(key) {
        let (waarde, geldig) = (lees(&item), geldigheid(&item, "van", "tot"));
        item.finish();
        let Some(waarde) = waarde else { continue };
        if let Some(eerder) = gelezen.iter().find(|eerder| eerder.geldig.raakt(&geldig)) {
            let message = format!("twee onderdelen van `{key}` gelden op dezelfde dag");
            node.push(
                Note::at(G415, item.span(), message)
                    .also(eerder.span.clone(), "het andere onderdeel")
                    .hint("Laat het ene ophouden op de dag voordat het andere begint (`tot` en `van`)"),
            );
        }
        gelezen.push(Tijdvak { waarde, geldig, span: item.span() });
    }
    gelezen
}

/// Cuts time at every day on which one of the periods begins or has ended.
fn delen(periodes: &[&Geldigheid]) -> Vec<Geldigheid> {
    if periodes.is_empty() {
        return Vec::new();
    }
    let einde = |periode: &&Geldigheid| periode.tot.and_then(|tot| tot.succ_opt());
    let begin = periodes.iter().filter_map(|periode| periode.van);
    let mut sneden: Vec<NaiveDate> = begin.chain(periodes.iter().filter_map(einde)).collect();
    sneden.sort_unstable();
    sneden.dedup();
    let van = std::iter::once(None).chain(sneden.iter().copied().map(Some));
    let tot = sneden.iter().map(|snede| snede.pred_opt()).chain(std::iter::once(None));
    van.zip(tot).map(|(van, tot)| Geldigheid { van, tot }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_has_four_digits_a_space_and_two_capitals() {
        assert!(is_postcode("3000 KS"));
        for fout in ["3000KS", "0300 KS", "3000 ks", "3000", "30000 KS"] {
            assert!(!is_postcode(fout), "{fout}");
        }
    }

    #[test]
    fn time_is_cut_where_a_period_begins_or_has_ended() {
        let dag = |dag| NaiveDate::from_ymd_opt(2022, 1, dag);
        let periode =
            |van: Option<u32>, tot: Option<u32>| Geldigheid { van: van.and_then(dag), tot: tot.and_then(dag) };
        assert_eq!(delen(&[]), []);
        assert_eq!(delen(&[&periode(None, None)]), [periode(None, None)]);
        let (oud, nieuw) = (periode(None, Some(9)), periode(Some(20), None));
        let verwacht = [periode(None, Some(9)), periode(Some(10), Some(19)), periode(Some(20), None)];
        assert_eq!(delen(&[&oud, &nieuw]), verwacht);
        assert_eq!(delen(&[&nieuw, &oud]), verwacht);
    }
}
