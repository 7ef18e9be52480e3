//! Names of people and places: capitals and sorting.

use super::slug;

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

/// All capitals: `’S-GRAVENHAGE`, `CAPELLE AAN DEN IJSSEL`.
pub fn hoofdletters(tekst: &str) -> String {
    tekst.to_uppercase()
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
    fn places_sort_without_accents_and_apostrophes() {
        assert_eq!(sorteersleutel_plaats("’s-Gravenhage"), "s-gravenhage");
        assert_eq!(sorteersleutel_plaats("Súdwest-Fryslân"), "sudwest-fryslan");
    }
}
