//! Two printed records of one PDF: which parts came, went, moved, and what changed inside them.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::{Soort, Staat, Stukje, Wijziging, tekst};
use crate::model::afdruk::{Afdruk, Deel};

/// A change with the key of the part that it is in, so that equal changes of others are found.
pub type Los = (String, Wijziging);

/// What changed from one record to the other, in reading order.
pub fn verschil(oud: &Afdruk, nieuw: &Afdruk) -> Vec<Los> {
    let sleutels = |afdruk: &Afdruk| -> Vec<String> { afdruk.delen.iter().map(|deel| deel.sleutel.clone()).collect() };
    let (oude, nieuwe) = (sleutels(oud), sleutels(nieuw));
    let eerder: BTreeMap<&str, &Deel> = oud.delen.iter().map(|deel| (deel.sleutel.as_str(), deel)).collect();
    let nog: BTreeSet<&str> = nieuwe.iter().map(String::as_str).collect();
    let verplaatst = verplaatst(oud, nieuw);
    let mee = gaat_mee(&eerder, nieuw);
    let nieuw_item = |deel: &Deel| {
        kern(&deel.sleutel).is_some_and(|kern| nog.contains(kern.as_str()) && !eerder.contains_key(kern.as_str()))
    };
    let mut uit = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &oude, &nieuwe) {
        let (_, van, naar) = op.as_tag_tuple();
        let weg = oud.delen[van].iter().filter(|deel| !nog.contains(deel.sleutel.as_str()) && !is_etiket(deel));
        uit.extend(weg.map(|deel| heel(deel, Soort::Vervallen, Staat::Vervallen)));
        for deel in &nieuw.delen[naar] {
            match eerder.get(deel.sleutel.as_str()) {
                Some(eerder) if mee.contains(deel.sleutel.as_str()) => {
                    gebleven(&Deel { nummer: deel.nummer.clone(), ..(*eerder).clone() }, deel, false, &mut uit);
                }
                Some(eerder) => gebleven(eerder, deel, verplaatst.contains(deel.sleutel.as_str()), &mut uit),
                // Who decides a new point is part of the point.
                None if nieuw_item(deel) || is_etiket(deel) => {}
                None => uit.push(heel(deel, Soort::Toegevoegd, Staat::Toegevoegd)),
            }
        }
    }
    uit
}

fn los(deel: &Deel, soort: Soort, stukjes: Vec<Stukje>) -> Los {
    (deel.sleutel.clone(), Wijziging { soort, plaats: deel.plaats.clone(), stukjes, voorbeeld: None })
}

fn heel(deel: &Deel, soort: Soort, staat: Staat) -> Los {
    los(deel, soort, vec![Stukje { staat, tekst: deel.tekst.clone() }])
}

/// A part that both have: its number, its place, its words.
fn gebleven(oud: &Deel, nieuw: &Deel, verplaatst: bool, uit: &mut Vec<Los>) {
    let anders = oud.nummer != nieuw.nummer && nieuw.nummer.is_some();
    if anders || verplaatst {
        let soort = if verplaatst { Soort::Verplaatst } else { Soort::Vernummerd };
        let stukje = |staat, deel: &Deel| Stukje { staat, tekst: deel.plaats.clone() };
        let van_naar = vec![stukje(Staat::Vervallen, oud), stukje(Staat::Toegevoegd, nieuw)];
        uit.push(los(nieuw, soort, if anders { van_naar } else { Vec::new() }));
    }
    for stukjes in tekst::verschil(&oud.tekst, &nieuw.tekst) {
        let alle = |staat| stukjes.iter().all(|stukje| stukje.staat == staat);
        let soort = match () {
            () if alle(Staat::Toegevoegd) => Soort::Toegevoegd,
            () if alle(Staat::Vervallen) => Soort::Vervallen,
            () => Soort::Gewijzigd,
        };
        uit.push(los(nieuw, soort, stukjes));
    }
}

/// The word beside a field comes and goes with the field.
fn is_etiket(deel: &Deel) -> bool {
    deel.sleutel.starts_with("labels/")
}

/// The key of the words of the item that this is the body of.
fn kern(sleutel: &str) -> Option<String> {
    sleutel.strip_suffix("/orgaan").map(|item| format!("{item}/tekst"))
}

/// The keys of parts of an item (1.2, 2a) that have another number only because the item has.
fn gaat_mee(eerder: &BTreeMap<&str, &Deel>, nieuw: &Afdruk) -> BTreeSet<String> {
    let ander_nummer = |deel: &&Deel| {
        eerder.get(deel.sleutel.as_str()).is_some_and(|oud| oud.nummer.is_some() && oud.nummer != deel.nummer)
    };
    let anders: Vec<&Deel> = nieuw.delen.iter().filter(ander_nummer).collect();
    let ouder = |sleutel: &str| {
        let groep =
            ["/argumenten/", "/kanttekeningen/", "/sub/"].iter().filter_map(|naam| sleutel.rfind(naam)).max()?;
        Some(format!("{}/tekst", &sleutel[..groep]))
    };
    let staart = |nummer: &Option<String>| {
        nummer.as_deref().map(|nummer| nummer.trim_start_matches(|c: char| c.is_ascii_digit()).to_string())
    };
    let mee = |deel: &&&Deel| {
        let onder = ouder(&deel.sleutel).is_some_and(|ouder| anders.iter().any(|ander| ander.sleutel == ouder));
        onder && staart(&eerder[deel.sleutel.as_str()].nummer) == staart(&deel.nummer)
    };
    anders.iter().filter(mee).map(|deel| deel.sleutel.clone()).collect()
}

/// The keys of items and sections that stand elsewhere among those that both have.
fn verplaatst(oud: &Afdruk, nieuw: &Afdruk) -> BTreeSet<String> {
    let is_item = |deel: &&Deel| {
        deel.nummer.is_some() || (deel.sleutel.starts_with("secties/") && deel.sleutel.ends_with("/inhoud"))
    };
    let items = |afdruk: &Afdruk| -> Vec<String> {
        afdruk.delen.iter().filter(is_item).map(|deel| deel.sleutel.clone()).collect()
    };
    let (mut oude, mut nieuwe) = (items(oud), items(nieuw));
    let samen: BTreeSet<String> = oude.iter().filter(|sleutel| nieuwe.contains(sleutel)).cloned().collect();
    oude.retain(|sleutel| samen.contains(sleutel));
    nieuwe.retain(|sleutel| samen.contains(sleutel));
    let ops = capture_diff_slices(Algorithm::Myers, &oude, &nieuwe);
    ops.iter().filter(|op| op.tag() != DiffTag::Equal).flat_map(|op| nieuwe[op.new_range()].to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn afdruk(delen: &[(&str, &str, Option<&str>, &str)]) -> Afdruk {
        let deel = |(sleutel, plaats, nummer, tekst): &(&str, &str, Option<&str>, &str)| Deel {
            sleutel: (*sleutel).into(),
            plaats: (*plaats).into(),
            nummer: nummer.map(str::to_string),
            tekst: (*tekst).into(),
        };
        Afdruk { delen: delen.iter().map(deel).collect() }
    }

    fn soorten(oud: &Afdruk, nieuw: &Afdruk) -> Vec<(Soort, String)> {
        verschil(oud, nieuw).into_iter().map(|(_, w)| (w.soort, w.plaats)).collect()
    }

    const A: (&str, &str, Option<&str>, &str) = ("b/a", "bijlage 1", Some("1"), "Visie");
    const B: (&str, &str, Option<&str>, &str) = ("b/b", "bijlage 2", Some("2"), "Kosten");
    const C: (&str, &str, Option<&str>, &str) = ("b/c", "bijlage 3", Some("3"), "Kaart");

    #[test]
    fn nothing_differs_from_itself() {
        let een = afdruk(&[A, B]);
        assert_eq!(verschil(&een, &een), Vec::new());
    }

    #[test]
    fn an_item_that_goes_renumbers_those_after_it() {
        let nieuw = afdruk(&[A, ("b/c", "bijlage 2", Some("2"), "Kaart")]);
        let verwacht = [(Soort::Vervallen, "bijlage 2".to_string()), (Soort::Vernummerd, "bijlage 2".to_string())];
        assert_eq!(soorten(&afdruk(&[A, B, C]), &nieuw), verwacht);
    }

    #[test]
    fn reasons_that_get_another_number_with_their_point_are_not_named_again() {
        let punten = |nummer: &str, reden: &str| {
            let (punt, reden_plaats) = (format!("beslispunt {nummer}"), format!("argument {reden}"));
            afdruk(&[
                ("beslispunten/a/tekst", &punt, Some(nummer), "Vast te stellen."),
                ("beslispunten/a/argumenten/r/stelling", &reden_plaats, Some(reden), "Het moet"),
            ])
        };
        assert_eq!(soorten(&punten("1", "1.1"), &punten("2", "2.1")), [(Soort::Vernummerd, "beslispunt 2".into())]);
        assert_eq!(soorten(&punten("1", "1.2"), &punten("1", "1.1")), [(Soort::Vernummerd, "argument 1.1".into())]);
    }

    #[test]
    fn an_item_that_moves_is_told_apart_from_those_that_make_room() {
        let nieuw = afdruk(&[
            ("b/c", "bijlage 1", Some("1"), "Kaart"),
            ("b/a", "bijlage 2", Some("2"), "Visie"),
            ("b/b", "bijlage 3", Some("3"), "Kosten"),
        ]);
        let verwacht = [
            (Soort::Verplaatst, "bijlage 1".to_string()),
            (Soort::Vernummerd, "bijlage 2".to_string()),
            (Soort::Vernummerd, "bijlage 3".to_string()),
        ];
        assert_eq!(soorten(&afdruk(&[A, B, C]), &nieuw), verwacht);
    }

    #[test]
    fn a_section_that_moves_says_so_without_a_number() {
        let (een, twee) =
            (("secties/x/inhoud", "sectie X", None, "Een."), ("secties/y/inhoud", "sectie Y", None, "Twee."));
        let verschillen = soorten(&afdruk(&[een, twee]), &afdruk(&[twee, een]));
        assert_eq!(verschillen.iter().map(|(soort, _)| *soort).collect::<Vec<_>>(), [Soort::Verplaatst]);
    }
}
