//! Names for files and ids: small ASCII letters, digits and hyphens.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest slug that a file name takes.
pub const LANGSTE: usize = 80;

/// `súdwest-fryslân` becomes `sudwest-fryslan`, `'s-Gravenhage` becomes `s-gravenhage`; at most [`LANGSTE`] bytes.
pub fn slug(tekst: &str) -> String {
    slug_tot(tekst, LANGSTE)
}

/// A slug of at most `langste` bytes, cut between words where that is possible.
pub fn slug_tot(tekst: &str, langste: usize) -> String {
    let mut uit = String::with_capacity(tekst.len());
    for teken in vouw(tekst).chars() {
        match teken {
            'a'..='z' | '0'..='9' => uit.push(teken),
            '\'' | '’' | '‘' | '\u{ad}' => {}
            _ if uit.is_empty() || uit.ends_with('-') => {}
            _ => uit.push('-'),
        }
    }
    if uit.len() > langste {
        let heel_woord = uit.as_bytes()[langste] == b'-';
        uit.truncate(langste);
        if !heel_woord && let Some(streep) = uit.rfind('-').filter(|streep| *streep >= langste / 2) {
            uit.truncate(streep);
        }
    }
    uit.truncate(uit.trim_end_matches('-').len());
    uit
}

/// Small letters without accents; ligatures and stroked letters become their plain letters.
pub fn vouw(tekst: &str) -> String {
    let mut uit = String::with_capacity(tekst.len());
    for teken in tekst.nfd().filter(|teken| !is_combining_mark(*teken)).flat_map(char::to_lowercase) {
        match teken {
            'ß' => uit.push_str("ss"),
            'æ' => uit.push_str("ae"),
            'œ' => uit.push_str("oe"),
            'ø' => uit.push('o'),
            'ł' => uit.push('l'),
            'đ' | 'ð' => uit.push('d'),
            'þ' => uit.push_str("th"),
            'ĳ' => uit.push_str("ij"),
            _ if !is_combining_mark(teken) => uit.push(teken),
            _ => {}
        }
    }
    uit
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_become_small_ascii_words_with_hyphens() {
        let tabel = [
            ("Súdwest-Fryslân", "sudwest-fryslan"),
            ("'s-Gravenhage", "s-gravenhage"),
            ("’s-Gravenhage", "s-gravenhage"),
            ("Capelle aan den IJssel", "capelle-aan-den-ijssel"),
            ("Su\u{301}dwest", "sudwest"),
            ("Ĳssel", "ijssel"),
            ("Z / 3645", "z-3645"),
            ("C# / €_/m²", "c-m"),
            ("  – ", ""),
            ("Straße Æ Ø", "strasse-ae-o"),
            ("İ", "i"),
        ];
        for (naam, verwacht) in tabel {
            assert_eq!(slug(naam), verwacht, "{naam}");
        }
    }

    #[test]
    fn a_long_slug_is_cut_between_words() {
        assert_eq!(slug_tot("vaststelling regiovisie jeugdhulp", 25), "vaststelling-regiovisie");
        assert_eq!(slug_tot("vaststelling regiovisie jeugdhulp", 23), "vaststelling-regiovisie");
        assert_eq!(slug_tot("vaststellingregiovisie", 5), "vasts");
        assert_eq!(slug_tot("a bcdefghijk", 6), "a-bcde");
    }

    proptest! {
        #[test]
        fn a_slug_is_always_a_safe_file_name(tekst in any::<String>(), langste in 1_usize..100) {
            let uit = slug_tot(&tekst, langste);
            prop_assert!(uit.len() <= langste);
            prop_assert!(uit.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            prop_assert!(!uit.starts_with('-') && !uit.ends_with('-') && !uit.contains("--"));
            prop_assert_eq!(slug_tot(&uit, langste), uit);
        }
    }
}
