//! Dutch typography: curly quotes and apostrophes, and spaces that do not break.
//!
//! Every change is one character for one character: a straight quote becomes a curly one, a space becomes a
//! no-break space. Nothing is added, dropped or moved, and what is curly already stays.

use super::NBSP;
use super::datum::MAANDEN;

/// Stands for a merge field in the run of characters: a word whose letters are not known yet.
pub const VELD: char = '\u{fffc}';

/// The text with Dutch quotes and no-break spaces.
pub fn typografie(tekst: &str) -> String {
    let mut tekens: Vec<char> = tekst.chars().collect();
    zet(&mut tekens);
    tekens.into_iter().collect()
}

/// The same on a run of characters, whose length stays what it is.
pub fn zet(tekens: &mut [char]) {
    citeer(tekens);
    houd_bijeen(tekens);
}

/// Which quotation marks stand open.
#[derive(Default)]
struct Open {
    dubbel: bool,
    enkel: bool,
}

fn citeer(tekens: &mut [char]) {
    let mut open = Open::default();
    for nr in 0..tekens.len() {
        let (voor, na) = tekens.split_at(nr);
        let vorige = voor.last().copied();
        match na[0] {
            '"' => tekens[nr] = dubbel(vorige, na.get(1).copied(), &mut open),
            '\'' => tekens[nr] = enkel(vorige, &na[1..], &mut open),
            '“' | '„' => open.dubbel = true,
            '”' => open.dubbel = false,
            '‘' => open.enkel = true,
            _ => {}
        }
    }
}

fn dubbel(vorige: Option<char>, volgende: Option<char>, open: &mut Open) -> char {
    let opent = kan_openen(vorige, volgende, open.dubbel) && vorige != Some('“');
    open.dubbel = opent;
    if opent { '“' } else { '”' }
}

fn enkel(vorige: Option<char>, rest: &[char], open: &mut Open) -> char {
    let opent = kan_openen(vorige, rest.first().copied(), open.enkel) && vorige != Some('‘') && !is_apostrofwoord(rest);
    if opent {
        open.enkel = true;
        return '‘';
    }
    if !rest.first().is_some_and(|teken| is_woord(*teken)) {
        open.enkel = false;
    }
    '’'
}

/// Whether a quotation can begin between these two characters.
fn kan_openen(vorige: Option<char>, volgende: Option<char>, staat_open: bool) -> bool {
    let grens = match vorige {
        None => true,
        Some(teken) if teken.is_whitespace() => true,
        Some('(' | '[' | '{' | '“' | '„' | '‘' | '«' | '¿' | '¡') => true,
        Some('/' | '-' | '–' | '—' | '=' | ':') => !staat_open,
        Some(_) => false,
    };
    let woord_volgt = volgende.is_some_and(|teken| !teken.is_whitespace());
    grens && (woord_volgt || !staat_open)
}

/// Whether an apostrophe here stands for left-out letters or digits: `'s-Gravenhage`, `'t Zand`, `'n'`, `'21`.
fn is_apostrofwoord(rest: &[char]) -> bool {
    let einde = |nr: usize| rest.get(nr).is_none_or(|teken| !is_woord(*teken));
    match rest {
        ['n' | 'N', '\'' | '’', ..] => true,
        ['s' | 't' | 'n' | 'k' | 'm' | 'r' | 'S' | 'T' | 'N' | 'K' | 'M' | 'R', ' ' | NBSP | '-' | '\n', ..] => true,
        ['n' | 'N', 's', ..] | ['e' | 'E', 'm' | 'r' | 'M' | 'R', ..] | ['i' | 'I', 'e' | 'E', ..] => einde(2),
        [a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit() => einde(2),
        _ => false,
    }
}

fn is_woord(teken: char) -> bool {
    teken.is_alphanumeric() || teken == VELD
}

/// Abbreviations that stand before a number.
const VOOR_GETAL: [&str; 9] = ["art.", "artt.", "nr.", "nrs.", "blz.", "pag.", "par.", "hfst.", "§"];

/// Words between two ages or other bounds: `18- naar 18+`.
const TUSSEN_GRENZEN: [&str; 4] = ["naar", "en", "tot", "of"];

/// A piece of the text between spaces.
type Woord = std::ops::Range<usize>;

fn houd_bijeen(tekens: &mut [char]) {
    let woorden = woorden(tekens);
    let mut vast = Vec::new();
    for (nr, woord) in woorden.iter().enumerate() {
        let Some(volgend) = woorden.get(nr + 1).filter(|volgend| is_een_spatie(tekens, woord, volgend)) else {
            continue;
        };
        let (links, rechts) = (&tekens[woord.clone()], &tekens[volgend.clone()]);
        if blijft_bij(links, rechts) {
            vast.push(woord.end);
        }
        let derde = woorden.get(nr + 2).filter(|derde| is_een_spatie(tekens, volgend, derde));
        if derde.is_some_and(|derde| {
            is_grens(links) && is_een_van(rechts, &TUSSEN_GRENZEN) && is_grens(&tekens[derde.clone()])
        }) {
            vast.extend([woord.end, volgend.end]);
        }
    }
    for plaats in vast {
        tekens[plaats] = NBSP;
    }
}

fn woorden(tekens: &[char]) -> Vec<Woord> {
    let mut woorden = Vec::new();
    let mut start = None;
    for (nr, teken) in tekens.iter().enumerate() {
        match (teken.is_whitespace(), start) {
            (false, None) => start = Some(nr),
            (true, Some(van)) => {
                woorden.push(van..nr);
                start = None;
            }
            _ => {}
        }
    }
    woorden.extend(start.map(|van| van..tekens.len()));
    woorden
}

fn is_een_spatie(tekens: &[char], links: &Woord, rechts: &Woord) -> bool {
    links.end + 1 == rechts.start && tekens[links.end] == ' '
}

fn blijft_bij(links: &[char], rechts: &[char]) -> bool {
    let links = zonder(links, &['(', '[', '“', '‘', '„']);
    let begint_met_getal = match rechts {
        ['-' | '−' | '–', eerste, ..] | [eerste, ..] => eerste.is_ascii_digit() || *eerste == VELD,
        [] => false,
    };
    match links {
        ['€'] => begint_met_getal,
        _ if is_dag(links) => is_maand(rechts),
        _ => begint_met_getal && is_een_van(links, &VOOR_GETAL),
    }
}

fn zonder<'a>(woord: &'a [char], vooraan: &[char]) -> &'a [char] {
    let vanaf = woord.iter().position(|teken| !vooraan.contains(teken)).unwrap_or(woord.len());
    &woord[vanaf..]
}

fn is_dag(woord: &[char]) -> bool {
    let dag = match woord {
        [een] => een.to_digit(10),
        [tien, een] => tien.to_digit(10).zip(een.to_digit(10)).map(|(tien, een)| tien * 10 + een),
        _ => None,
    };
    dag.is_some_and(|dag| (1..=31).contains(&dag))
}

fn is_maand(woord: &[char]) -> bool {
    let einde = woord.iter().position(|teken| !teken.is_alphabetic()).unwrap_or(woord.len());
    is_een_van(&woord[..einde], &MAANDEN)
}

/// A number with a minus or plus behind it, as in `18-` and `18+`, perhaps with punctuation after that.
fn is_grens(woord: &[char]) -> bool {
    let cijfers = woord.iter().take_while(|teken| teken.is_ascii_digit()).count();
    let leestekens = woord.iter().rev().take_while(|teken| ".,;:!?)”’".contains(**teken)).count();
    cijfers > 0 && cijfers + 1 + leestekens == woord.len() && matches!(woord[cijfers], '-' | '+')
}

fn is_een_van(woord: &[char], lijst: &[&str]) -> bool {
    lijst.iter().any(|lid| lid.chars().eq(woord.iter().map(char::to_ascii_lowercase)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// No-break spaces shown as `_`.
    fn zichtbaar(tekst: &str) -> String {
        typografie(tekst).replace(NBSP, "_")
    }

    #[test]
    fn double_quotes_open_before_a_word_and_close_after_it() {
        let tabel = [
            ("de visie \"Nabij en passend\" vast", "de visie “Nabij en passend” vast"),
            ("\"Ja\", zei ze.", "“Ja”, zei ze."),
            ("(\"ja\")", "(“ja”)"),
            ("\"a\"-\"b\"", "“a”-“b”"),
            ("\"'t Is goed\"", "“’t Is goed”"),
            ("\"\"", "“”"),
            ("een \" los teken", "een “ los teken"),
            ("a \"b \" c", "a “b ” c"),
            ("“al goed”", "“al goed”"),
        ];
        for (recht, krul) in tabel {
            assert_eq!(zichtbaar(recht), krul);
        }
    }

    #[test]
    fn an_apostrophe_is_never_an_opening_quote() {
        let tabel = [
            ("'s-Gravenhage en 'S-GRAVENHAGE", "’s-Gravenhage en ’S-GRAVENHAGE"),
            ("in 't Zand, 's avonds", "in ’t Zand, ’s avonds"),
            ("foto's, regio's en Kees' fiets", "foto’s, regio’s en Kees’ fiets"),
            ("zomer '21, zomer '21.", "zomer ’21, zomer ’21."),
            ("rock 'n' roll met 'em", "rock ’n’ roll met ’em"),
            ("Van den Berg-'t Hart", "Van den Berg-’t Hart"),
        ];
        for (recht, krul) in tabel {
            assert_eq!(zichtbaar(recht), krul);
        }
    }

    #[test]
    fn single_quotes_open_and_close_around_apostrophes() {
        let tabel = [
            ("de 'regio's van nu' hier", "de ‘regio’s van nu’ hier"),
            ("'2021 was goed'", "‘2021 was goed’"),
            ("'stad' en 'land'", "‘stad’ en ‘land’"),
            ("\"een 'woord' in een citaat\"", "“een ‘woord’ in een citaat”"),
        ];
        for (recht, krul) in tabel {
            assert_eq!(zichtbaar(recht), krul);
        }
    }

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        let tabel = [
            ("voor € 50.000 en € -12", "voor €_50.000 en €_-12"),
            ("op 2 juli 2021, of 31 mei.", "op 2_juli 2021, of 31_mei."),
            ("32 juli en 2 julianatulpen", "32 juli en 2 julianatulpen"),
            ("art. 35 en (art. 6) nr. 4", "art._35 en (art._6) nr._4"),
            ("van 18- naar 18+, 12- en 18+", "van 18-_naar_18+, 12-_en_18+"),
            ("- 5 % en 18 naar 19", "- 5 % en 18 naar 19"),
            ("€  50 dubbel", "€  50 dubbel"),
            ("art. vijf, 2 Juli", "art. vijf, 2_Juli"),
        ];
        for (los, vast) in tabel {
            assert_eq!(zichtbaar(los), vast);
        }
    }

    #[test]
    fn a_merge_field_counts_as_a_word() {
        let mut tekens: Vec<char> = format!("\"{VELD}\" kost € {VELD}").chars().collect();
        zet(&mut tekens);
        assert_eq!(tekens.into_iter().collect::<String>(), format!("“{VELD}” kost €{NBSP}{VELD}"));
    }

    fn terug(tekst: &str) -> String {
        tekst.replace(NBSP, " ").replace(['“', '”'], "\"").replace(['‘', '’'], "'")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn nothing_but_quotes_and_spaces_ever_changes(tekst in "[a-z'\"“”‘’€ \u{a0}0-9.+()-]{0,60}|\\PC*") {
            let uit = typografie(&tekst);
            prop_assert_eq!(terug(&uit), terug(&tekst));
            prop_assert!(!uit.contains(['"', '\'']));
        }

        #[test]
        fn doing_it_twice_changes_nothing_more(tekst in "[a-z'\" 0-9€.]{0,60}") {
            let uit = typografie(&tekst);
            prop_assert_eq!(typografie(&uit), uit);
        }
    }
}
