//! Numbers of beslispunten and arguments for one gemeente: points it does not get leave no gap.

use std::collections::BTreeMap;

use crate::model::stuk::{Argument, Beslispunt};
use crate::plan::Job;

/// Numbers by id, for references in text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nummers {
    /// `beslispunt 2`, `beslispunt 2a`, `beslispunt 2a i` by the point's id.
    pub beslispunten: BTreeMap<String, String>,
    /// `argument 1.2` or `kanttekening 1.1` by the id of either.
    pub argumenten: BTreeMap<String, String>,
}

/// The points that this gemeente gets, each with its number at its own level.
pub fn genummerd<'a>(
    punten: &'a [Beslispunt],
    gemeente: Option<&'a str>,
    diepte: usize,
) -> impl Iterator<Item = (String, &'a Beslispunt)> {
    let eigen = punten.iter().filter(move |punt| punt.voor.bevat(gemeente));
    eigen.enumerate().map(move |(at, punt)| (nummer(at + 1, diepte), punt))
}

/// The arguments that this gemeente gets under a point, numbered `<point>.<n>`.
pub fn argumenten<'a>(
    punt: &'a str,
    argumenten: &'a [Argument],
    gemeente: Option<&'a str>,
) -> impl Iterator<Item = (String, &'a Argument)> {
    let eigen = argumenten.iter().filter(move |argument| argument.voor.bevat(gemeente));
    eigen.enumerate().map(move |(at, argument)| (format!("{punt}.{}", at + 1), argument))
}

impl Nummers {
    /// All numbers of a job. Arguments are read in the proposal, so that a besluit names them by their number there.
    pub fn van(job: &Job<'_>) -> Self {
        let gemeente = job.gemeente.map(|gemeente| gemeente.slug.as_str());
        let mut nummers = Self::van_punten(job.beslispunten(), gemeente);
        if job.besluit.is_some() {
            let gebleven = std::mem::take(&mut nummers.argumenten);
            nummers.argumenten = Self::van_punten(&job.inhoud.beslispunten, gemeente).argumenten;
            nummers.argumenten.retain(|id, _| gebleven.contains_key(id));
        }
        nummers
    }

    /// All numbers of these points for one gemeente.
    pub fn van_punten(punten: &[Beslispunt], gemeente: Option<&str>) -> Self {
        let mut nummers = Self::default();
        for (nummer, punt) in genummerd(punten, gemeente, 0) {
            for (woord, redenen) in [("argument", &punt.argumenten), ("kanttekening", &punt.kanttekeningen)] {
                for (nummer, argument) in argumenten(&nummer, redenen, gemeente) {
                    if let Some(id) = &argument.id {
                        nummers.argumenten.insert(id.clone(), format!("{woord}\u{a0}{nummer}"));
                    }
                }
            }
            nummers.punt(&format!("beslispunt\u{a0}{nummer}"), punt, gemeente, 1);
        }
        nummers
    }

    fn punt(&mut self, nummer: &str, punt: &Beslispunt, gemeente: Option<&str>, diepte: usize) {
        if let Some(id) = &punt.id {
            self.beslispunten.insert(id.clone(), nummer.to_string());
        }
        for (onder, sub) in genummerd(&punt.sub, gemeente, diepte) {
            self.punt(&samen(nummer, &onder, diepte), sub, gemeente, diepte + 1);
        }
    }
}

/// A point with its number, alone and together with those above it.
#[derive(Clone, Debug)]
pub struct Genummerd<'a> {
    /// "2a"
    pub label: String,
    /// "a"
    pub eigen: String,
    /// 0 for a main point.
    pub diepte: usize,
    /// The point.
    pub punt: &'a Beslispunt,
}

/// All points that this gemeente gets, parts behind their point.
pub fn plat<'a>(punten: &'a [Beslispunt], gemeente: Option<&'a str>) -> Vec<Genummerd<'a>> {
    let mut uit = Vec::new();
    onder(punten, gemeente, "", 0, &mut uit);
    uit
}

fn onder<'a>(
    punten: &'a [Beslispunt],
    gemeente: Option<&'a str>,
    boven: &str,
    diepte: usize,
    uit: &mut Vec<Genummerd<'a>>,
) {
    for (eigen, punt) in genummerd(punten, gemeente, diepte) {
        let label = samen(boven, &eigen, diepte);
        uit.push(Genummerd { label: label.clone(), eigen, diepte, punt });
        onder(&punt.sub, gemeente, &label, diepte + 1, uit);
    }
}

/// "2a", "2a i".
fn samen(boven: &str, eigen: &str, diepte: usize) -> String {
    let tussen = if diepte > 1 { " " } else { "" };
    format!("{boven}{tussen}{eigen}")
}

/// 1, 2, 3; below that a, b, c; below that i, ii, iii.
fn nummer(n: usize, diepte: usize) -> String {
    match diepte {
        0 => n.to_string(),
        1 => letters(n),
        _ => romeins(n),
    }
}

/// a to z, then aa, ab.
fn letters(mut n: usize) -> String {
    let mut out = Vec::new();
    while n > 0 {
        n -= 1;
        out.push(char::from(b'a' + u8::try_from(n % 26).unwrap_or(0)));
        n /= 26;
    }
    out.iter().rev().collect()
}

fn romeins(mut n: usize) -> String {
    let mut out = String::new();
    for (waarde, teken) in [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while n >= waarde {
            out += teken;
            n -= waarde;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{letters, romeins};

    #[test]
    fn points_below_a_point_have_letters_and_below_those_small_roman_numbers() {
        assert_eq!([1, 26, 27, 52].map(letters), ["a", "z", "aa", "az"]);
        assert_eq!([1, 4, 9, 14, 40].map(romeins), ["i", "iv", "ix", "xiv", "xl"]);
    }
}
