//! The report on screen: marks are words, never colours alone.

use super::{StukVerschil, Verslag, Wijziging, woorden};

/// No screen is narrower than this.
const SMALST: usize = 30;

/// The report as text of at most `breedte` columns; without a width (a file, a pipe) nothing is broken off.
pub fn scherm(verslag: &Verslag, breedte: Option<usize>) -> String {
    let breedte = breedte.unwrap_or(usize::MAX).max(SMALST);
    let mut uit = String::new();
    regels(&mut uit, 0, &woorden::kop(verslag), breedte);
    regels(&mut uit, 0, &woorden::samenvatting(verslag), breedte);
    for stuk in &verslag.stukken {
        uit.push('\n');
        een(&mut uit, stuk, breedte);
    }
    uit
}

fn een(uit: &mut String, stuk: &StukVerschil, breedte: usize) {
    regels(uit, 0, &woorden::stuk(stuk), breedte);
    for groep in &stuk.groepen {
        regels(uit, 2, &woorden::voor(groep), breedte);
        for wijziging in &groep.wijzigingen {
            regels(uit, 4, &format!("- {}", kop(wijziging)), breedte);
            for alinea in tekst(wijziging).split("\n\n").filter(|alinea| !alinea.is_empty()) {
                regels(uit, 6, alinea, breedte);
            }
            if let Some(voorbeeld) = woorden::voorbeeld(wijziging) {
                regels(uit, 6, &format!("({voorbeeld})"), breedte);
            }
        }
    }
}

fn kop(wijziging: &Wijziging) -> String {
    let wat = woorden::wat(wijziging);
    if tekst(wijziging).is_empty() { wat } else { format!("{wat}:") }
}

/// `Op [vervallen: 1 mei] [toegevoegd: 2 juni] 2021.`
fn tekst(wijziging: &Wijziging) -> String {
    let een = |deel: &woorden::Gemerkt<'_>| match deel.merk {
        None => deel.tekst.to_string(),
        Some(merk) => format!("[{merk}: {}]", deel.tekst),
    };
    woorden::gemerkt(wijziging).iter().map(een).collect()
}

/// Adds a text, broken at blanks, each line after `inspringen` blanks; what goes on stands two further.
fn regels(uit: &mut String, inspringen: usize, tekst: &str, breedte: usize) {
    let mut regel = " ".repeat(inspringen);
    let mut leeg = true;
    for woord in tekst.split([' ', '\n']).filter(|woord| !woord.is_empty()) {
        if !leeg && regel.chars().count() + 1 + woord.chars().count() > breedte {
            *uit += &format!("{regel}\n");
            regel = " ".repeat(inspringen + 2);
            leeg = true;
        }
        if !leeg {
            regel.push(' ');
        }
        regel += woord;
        leeg = false;
    }
    *uit += &format!("{regel}\n");
}

#[cfg(test)]
mod tests {
    use super::super::{Soort, tekst::zin};
    use super::*;

    #[test]
    fn marks_are_words() {
        let toon = |oud, nieuw| {
            let stukjes = zin(oud, nieuw);
            tekst(&Wijziging { soort: Soort::Gewijzigd, plaats: String::new(), stukjes, voorbeeld: None })
        };
        assert_eq!(toon("Op 1 mei 2021.", "Op 2 juni 2021."), "Op [vervallen: 1 mei] [toegevoegd: 2 juni] 2021.");
        assert_eq!(toon("Wij doen dit.", "Wij doen dit graag."), "Wij doen dit [toegevoegd: graag].");
        assert_eq!(toon("K-1", "K-2"), "[vervallen: K-1] [toegevoegd: K-2]");
    }

    #[test]
    fn lines_break_at_the_width_and_words_stay_whole() {
        let mut uit = String::new();
        regels(&mut uit, 2, "een twee drie aansprakelijkheidsverzekering vier", 14);
        assert_eq!(uit, "  een twee\n    drie\n    aansprakelijkheidsverzekering\n    vier\n");
    }
}
