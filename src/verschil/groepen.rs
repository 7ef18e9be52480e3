//! Equal changes of many gemeenten become one.

use super::delen::Los;
use super::{Groep, Staat, Stukje, Wie, Wijziging};

/// What makes two changes the same: the part, what happened, and the words that went and came. The words around
/// them may differ, as with the name of the gemeente.
#[derive(PartialEq, Eq)]
struct Patroon {
    sleutel: String,
    wijziging: Wijziging,
    /// A part may have the same change twice.
    keer: usize,
}

/// A change with those who have it.
struct Gedeeld {
    patroon: Patroon,
    eerste: Wijziging,
    verschilt: bool,
    voor: Vec<Wie>,
}

/// The changes of each, put together; those of most come first.
pub fn groepen(per: &[(Wie, Vec<Los>)], allen: usize) -> Vec<Groep> {
    let mut gedeeld: Vec<Gedeeld> = Vec::new();
    for (wie, wijzigingen) in per {
        let mut eigen: Vec<Patroon> = Vec::new();
        for (sleutel, wijziging) in wijzigingen {
            let patroon = patroon(sleutel, wijziging, &eigen);
            match gedeeld.iter_mut().find(|ander| ander.patroon == patroon) {
                Some(ander) => {
                    ander.voor.push(wie.clone());
                    ander.verschilt |= ander.eerste != *wijziging;
                }
                None => gedeeld.push(Gedeeld {
                    patroon: patroon.kopie(),
                    eerste: wijziging.clone(),
                    verschilt: false,
                    voor: vec![wie.clone()],
                }),
            }
            eigen.push(patroon);
        }
    }
    let mut groepen: Vec<Groep> = Vec::new();
    for een in gedeeld {
        let voorbeeld = een.verschilt.then(|| een.voor[0].naam.clone());
        let wijziging = Wijziging { voorbeeld, ..een.eerste };
        match groepen.iter_mut().find(|groep| groep.voor == een.voor) {
            Some(groep) => groep.wijzigingen.push(wijziging),
            None => {
                let allen = een.voor.len() == allen;
                groepen.push(Groep { allen, voor: een.voor, wijzigingen: vec![wijziging] });
            }
        }
    }
    groepen.sort_by_key(|groep| std::cmp::Reverse(groep.voor.len()));
    groepen
}

fn patroon(sleutel: &str, wijziging: &Wijziging, eerder: &[Patroon]) -> Patroon {
    let anders: Vec<Stukje> =
        wijziging.stukjes.iter().filter(|stukje| stukje.staat != Staat::Gelijk).cloned().collect();
    let kern = Wijziging { stukjes: anders, ..wijziging.clone() };
    let zelfde = |patroon: &&Patroon| patroon.sleutel == sleutel && patroon.wijziging == kern;
    Patroon { sleutel: sleutel.to_string(), keer: eerder.iter().filter(zelfde).count(), wijziging: kern }
}

impl Patroon {
    fn kopie(&self) -> Self {
        Self { sleutel: self.sleutel.clone(), wijziging: self.wijziging.clone(), keer: self.keer }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Soort, tekst};
    use super::*;

    fn wie(naam: &str) -> Wie {
        Wie { slug: naam.to_lowercase(), naam: naam.into() }
    }

    fn los(oud: &str, nieuw: &str) -> Los {
        let stukjes = tekst::zin(oud, nieuw);
        ("inhoud".into(), Wijziging { soort: Soort::Gewijzigd, plaats: "tekst".into(), stukjes, voorbeeld: None })
    }

    #[test]
    fn the_same_words_in_a_sentence_with_another_name_are_one_change() {
        let zin = |naam: &str| los(&format!("De raad van {naam} stemt in."), &format!("De raad van {naam} stemt af."));
        let per = [
            (wie("Oostdam"), vec![zin("Oostdam"), los("Een twee.", "Een drie.")]),
            (wie("Westdam"), vec![zin("Westdam")]),
        ];
        let groepen = groepen(&per, 2);
        assert_eq!(groepen.len(), 2);
        assert_eq!((groepen[0].allen, groepen[0].voor.len()), (true, 2));
        assert_eq!(groepen[0].wijzigingen[0].voorbeeld.as_deref(), Some("Oostdam"));
        assert_eq!((groepen[1].allen, groepen[1].voor.len()), (false, 1));
        assert_eq!(groepen[1].wijzigingen[0].voorbeeld, None);
    }

    #[test]
    fn the_same_change_twice_in_one_part_stays_two() {
        let twee = vec![los("Dit is oud.", "Dit is nieuw."), los("Dat is oud.", "Dat is nieuw.")];
        let groepen = groepen(&[(wie("Oostdam"), twee.clone()), (wie("Westdam"), twee)], 2);
        assert_eq!(groepen.len(), 1);
        assert_eq!(groepen[0].wijzigingen.len(), 2);
    }
}
