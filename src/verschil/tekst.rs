//! Two texts: which sentences went and came, and in a sentence which words.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::{Staat, Stukje};
use crate::nl::zinnen::zinnen;

/// Sentences that share less than this are two sentences, not one that changed.
const VERWANT: f64 = 0.5;

/// The sentences that differ, in order; each as the words that stayed, went and came.
pub fn verschil(oud: &str, nieuw: &str) -> Vec<Vec<Stukje>> {
    let (oude, nieuwe) = (in_zinnen(oud), in_zinnen(nieuw));
    let mut uit = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &oude, &nieuwe) {
        let (soort, van, naar) = op.as_tag_tuple();
        if soort != DiffTag::Equal {
            gepaard(&oude[van], &nieuwe[naar], &mut uit);
        }
    }
    uit
}

fn in_zinnen(tekst: &str) -> Vec<&str> {
    zinnen(tekst).into_iter().map(|range| &tekst[range]).collect()
}

/// Sentences in the place of others: what is alike is one sentence that changed.
fn gepaard(oude: &[&str], nieuwe: &[&str], uit: &mut Vec<Vec<Stukje>>) {
    if let ([oud], [nieuw]) = (oude, nieuwe) {
        uit.push(zin(oud, nieuw));
        return;
    }
    let mut gehad = 0;
    for nieuw in nieuwe {
        match (gehad..oude.len()).find(|at| gelijkenis(oude[*at], nieuw) >= VERWANT) {
            Some(at) => {
                uit.extend(oude[gehad..at].iter().map(|oud| vec![stukje(Staat::Vervallen, oud)]));
                uit.push(zin(oude[at], nieuw));
                gehad = at + 1;
            }
            None => uit.push(vec![stukje(Staat::Toegevoegd, nieuw)]),
        }
    }
    uit.extend(oude[gehad..].iter().map(|oud| vec![stukje(Staat::Vervallen, oud)]));
}

/// One sentence that changed, word by word; two that hardly share a word are shown whole.
pub fn zin(oud: &str, nieuw: &str) -> Vec<Stukje> {
    if gelijkenis(oud, nieuw) < VERWANT {
        return vec![stukje(Staat::Vervallen, oud), stukje(Staat::Toegevoegd, nieuw)];
    }
    let (oude, nieuwe) = (in_woorden(oud), in_woorden(nieuw));
    let mut uit = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &oude, &nieuwe) {
        let (soort, van, naar) = op.as_tag_tuple();
        if soort == DiffTag::Equal {
            voeg(&mut uit, Staat::Gelijk, &oude[van].concat());
        } else {
            voeg(&mut uit, Staat::Vervallen, &oude[van].concat());
            voeg(&mut uit, Staat::Toegevoegd, &nieuwe[naar].concat());
        }
    }
    samen(uit)
}

/// Neighbours that are only a blank apart read better as one: not word by word what was replaced as a whole.
fn samen(stukjes: Vec<Stukje>) -> Vec<Stukje> {
    let mut uit: Vec<Stukje> = Vec::new();
    let (mut weg, mut erbij) = (String::new(), String::new());
    let klaar = |uit: &mut Vec<Stukje>, weg: &mut String, erbij: &mut String| {
        voeg(uit, Staat::Vervallen, &std::mem::take(weg));
        voeg(uit, Staat::Toegevoegd, &std::mem::take(erbij));
    };
    let aantal = stukjes.len();
    for (at, stukje) in stukjes.into_iter().enumerate() {
        let tussen = at + 1 < aantal && !(weg.is_empty() && erbij.is_empty());
        match stukje.staat {
            Staat::Vervallen => weg += &stukje.tekst,
            Staat::Toegevoegd => erbij += &stukje.tekst,
            Staat::Gelijk if tussen && stukje.tekst.trim().is_empty() => {
                weg += &stukje.tekst;
                erbij += &stukje.tekst;
            }
            Staat::Gelijk => {
                klaar(&mut uit, &mut weg, &mut erbij);
                voeg(&mut uit, Staat::Gelijk, &stukje.tekst);
            }
        }
    }
    klaar(&mut uit, &mut weg, &mut erbij);
    uit
}

fn voeg(uit: &mut Vec<Stukje>, staat: Staat, tekst: &str) {
    if !tekst.is_empty() {
        uit.push(stukje(staat, tekst));
    }
}

fn stukje(staat: Staat, tekst: &str) -> Stukje {
    Stukje { staat, tekst: tekst.to_string() }
}

/// How much of two sentences is the same, from 0 to 1; blanks and marks do not count.
fn gelijkenis(een: &str, ander: &str) -> f64 {
    let woord = |deel: &&str| deel.chars().any(char::is_alphanumeric);
    let een: Vec<&str> = in_woorden(een).into_iter().filter(woord).collect();
    let ander: Vec<&str> = in_woorden(ander).into_iter().filter(woord).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &een, &ander);
    let gelijk: usize = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
    let totaal = (een.len() + ander.len()).max(1);
    // Sentences have few words; nothing is lost.
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let deel = (2 * gelijk) as f64 / totaal as f64;
    deel
}

/// Words, blanks and marks. Amounts, numbers and dates with marks inside are one word.
fn in_woorden(zin: &str) -> Vec<&str> {
    let mut uit = Vec::new();
    let mut begin = 0;
    let tekens: Vec<(usize, char)> = zin.char_indices().collect();
    for paar in tekens.windows(2) {
        let ((_, een), (at, ander)) = (paar[0], paar[1]);
        let binnen = |teken: char| "-./,'’".contains(teken);
        let vast = match (een, ander) {
            (een, ander) if een.is_alphanumeric() && ander.is_alphanumeric() => true,
            (een, ander) if een.is_whitespace() && ander.is_whitespace() => true,
            (een, teken) if een.is_alphanumeric() && binnen(teken) => {
                zin[at + teken.len_utf8()..].starts_with(char::is_alphanumeric)
            }
            (teken, ander) if binnen(teken) && ander.is_alphanumeric() => at > begin + teken.len_utf8(),
            _ => false,
        };
        if !vast {
            uit.push(&zin[begin..at]);
            begin = at;
        }
    }
    if begin < zin.len() {
        uit.push(&zin[begin..]);
    }
    uit
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A change in one line: `[-weg-]{+erbij+}`.
    fn kort(stukjes: &[Stukje]) -> String {
        let een = |stukje: &Stukje| match stukje.staat {
            Staat::Gelijk => stukje.tekst.clone(),
            Staat::Vervallen => format!("[-{}-]", stukje.tekst),
            Staat::Toegevoegd => format!("{{+{}+}}", stukje.tekst),
        };
        stukjes.iter().map(een).collect()
    }

    fn alle(oud: &str, nieuw: &str) -> Vec<String> {
        verschil(oud, nieuw).iter().map(|zin| kort(zin)).collect()
    }

    #[test]
    fn one_word_is_one_word_in_one_sentence() {
        let oud = "De raad stemt in. Het college betaalt € 1.000,50 per jaar. Einde.";
        let nieuw = "De raad stemt in. Het college betaalt € 1.250,50 per jaar. Einde.";
        assert_eq!(alle(oud, nieuw), ["Het college betaalt € [-1.000,50-]{+1.250,50+} per jaar."]);
        assert_eq!(alle("Op 1 mei 2021.", "Op 2 juni 2021."), ["Op [-1 mei-]{+2 juni+} 2021."]);
        assert_eq!(alle("Wij doen dit.", "Wij doen dit graag."), ["Wij doen dit{+ graag+}."]);
    }

    #[test]
    fn sentences_that_came_and_went_are_whole() {
        assert_eq!(alle("Eén. Drie.", "Eén. Twee is nieuw. Drie."), ["{+Twee is nieuw.+}"]);
        assert_eq!(alle("Eén. Twee. Drie.", "Eén. Drie."), ["[-Twee.-]"]);
        assert_eq!(alle("K-1", "21/0034"), ["[-K-1-]{+21/0034+}"]);
        let oud = "De bijdrage stijgt dit jaar. Daar is niets aan te doen.";
        let nieuw = "Wij vragen u om begrip. De bijdrage stijgt volgend jaar. Dat weten wij zeker.";
        assert_eq!(
            alle(oud, nieuw),
            [
                "{+Wij vragen u om begrip.+}",
                "De bijdrage stijgt [-dit-]{+volgend+} jaar.",
                "{+Dat weten wij zeker.+}",
                "[-Daar is niets aan te doen.-]"
            ]
        );
    }

    #[test]
    fn words_keep_the_marks_inside_them() {
        assert_eq!(in_woorden("€ 1.250,50 (2021-07-02)."), ["€", " ", "1.250,50", " ", "(", "2021-07-02", ")", "."]);
        assert_eq!(in_woorden("foto’s, a-b"), ["foto’s", ",", " ", "a-b"]);
        assert_eq!(in_woorden(""), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn a_text_does_not_differ_from_itself(tekst in "[a-zA-Z .,?\n]{0,120}") {
            prop_assert!(verschil(&tekst, &tekst).is_empty());
        }

        #[test]
        fn what_stayed_with_what_went_is_the_old_and_with_what_came_the_new(
            oud in "[a-c]{1,3}( [a-c]{1,3}){0,8}[.,]?", nieuw in "[a-c]{1,3}( [a-c]{1,3}){0,8}[.,]?"
        ) {
            let stukjes = zin(&oud, &nieuw);
            let zonder = |staat| -> String {
                stukjes.iter().filter(|s| s.staat != staat).map(|s| s.tekst.as_str()).collect()
            };
            prop_assert_eq!(zonder(Staat::Toegevoegd), oud);
            prop_assert_eq!(zonder(Staat::Vervallen), nieuw);
        }

        #[test]
        fn the_words_of_a_sentence_are_the_sentence(zin in "[a-z0-9€ .,/’()é-]{0,60}") {
            prop_assert_eq!(in_woorden(&zin).concat(), zin);
        }
    }
}
