//! Names of people and places: capitals, forms of address, sorting.

use super::slug;

/// Small words before a surname that do not count in sorting.
const TUSSENVOEGSELS: [&str; 26] = [
    "aan", "bij", "da", "de", "del", "den", "der", "des", "di", "dos", "du", "het", "in", "la", "le", "op", "'s", "’s",
    "'t", "’t", "te", "ten", "ter", "van", "von", "zu",
];

/// The text with a capital first letter: `De Vries`, `IJssel`, `’s Middags`; a name such as `’t Hart` stays.
///
/// The letter after an opening apostrophe stays small in Dutch; then the next word takes the capital.
pub fn hoofdletter(tekst: &str) -> String {
    let start = na_apostrofwoord(tekst).unwrap_or(0);
    let (begin, rest) = tekst.split_at(start);
    if let Some(rest) = rest.strip_prefix("ij") {
        return format!("{begin}IJ{rest}");
    }
    let mut tekens = rest.chars();
    match tekens.next() {
        Some(eerste) => format!("{begin}{}{}", eerste.to_uppercase(), tekens.as_str()),
        None => tekst.to_string(),
    }
}

/// Where the word after an opening `’s-` or `'t ` begins.
fn na_apostrofwoord(tekst: &str) -> Option<usize> {
    let rest = tekst.strip_prefix(['\'', '’'])?;
    let einde = rest.find([' ', '-', '\u{a0}'])?;
    let kort = rest[..einde].chars().count() == 1;
    let scheiding = rest[einde..].chars().next()?.len_utf8();
    kort.then_some(tekst.len() - rest.len() + einde + scheiding)
}

/// A surname after a title, as in `Geachte heer De Vries`: a leading tussenvoegsel takes a capital.
pub fn aanhef(achternaam: &str) -> String {
    hoofdletter(achternaam)
}

/// All capitals: `’S-GRAVENHAGE`, `CAPELLE AAN DEN IJSSEL`.
pub fn hoofdletters(tekst: &str) -> String {
    tekst.to_uppercase()
}

/// Key that sorts people Dutch-wise: initials and tussenvoegsels come after the surname, accents do not count.
pub fn sorteersleutel(naam: &str) -> String {
    let woorden: Vec<&str> = naam.split_whitespace().collect();
    let kern = woorden.iter().position(|woord| !is_voor_achternaam(woord)).unwrap_or(0);
    let (voor, achternaam) = woorden.split_at(kern);
    slug::vouw(&format!("{}, {}", achternaam.join(" "), voor.join(" "))).replace(['\'', '’'], "")
}

fn is_voor_achternaam(woord: &str) -> bool {
    woord.ends_with('.') || TUSSENVOEGSELS.contains(&woord.to_lowercase().as_str())
}

/// Key that sorts places: accents and apostrophes do not count (`’s-Gravenhage` under the s).
pub fn sorteersleutel_plaats(naam: &str) -> String {
    slug::vouw(naam).replace(['\'', '’', '‘'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_becomes_a_capital_the_dutch_way() {
        let tabel = [
            ("de Vries", "De Vries"),
            ("van den Berg-’t Hart", "Van den Berg-’t Hart"),
            ("ijssel", "IJssel"),
            ("IJssel", "IJssel"),
            ("’s middags", "’s Middags"),
            ("'s-Gravenhage", "'s-Gravenhage"),
            ("’t Hart", "’t Hart"),
            ("élan", "Élan"),
            ("", ""),
            ("12 mei", "12 mei"),
            ("’", "’"),
        ];
        for (klein, groot) in tabel {
            assert_eq!(hoofdletter(klein), groot);
        }
    }

    #[test]
    fn capitals_keep_the_apostrophe_and_the_ij() {
        assert_eq!(hoofdletters("’s-Gravenhage"), "’S-GRAVENHAGE");
        assert_eq!(hoofdletters("Capelle aan den IJssel"), "CAPELLE AAN DEN IJSSEL");
        assert_eq!(hoofdletters("Súdwest-Fryslân"), "SÚDWEST-FRYSLÂN");
    }

    #[test]
    fn people_sort_on_the_surname_behind_its_tussenvoegsel() {
        let mut namen = ["A. de Vries", "B. Édouard", "Van den Berg-’t Hart", "C. Zuid", "’t Hart", "IJsbrand", "de"];
        namen.sort_by_key(|naam| sorteersleutel(naam));
        assert_eq!(
            namen,
            ["Van den Berg-’t Hart", "de", "B. Édouard", "’t Hart", "IJsbrand", "A. de Vries", "C. Zuid"]
        );
    }

    #[test]
    fn places_sort_without_accents_and_apostrophes() {
        assert_eq!(sorteersleutel_plaats("’s-Gravenhage"), "s-gravenhage");
        assert_eq!(sorteersleutel_plaats("Súdwest-Fryslân"), "sudwest-fryslan");
    }
}
