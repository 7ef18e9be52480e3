//! Looking for words: in small letters, whole, in order.

use std::ops::Range;

use super::passage::Passage;
use crate::nl::datum::MAANDEN;

/// The number of a month, 1 to 12.
pub fn maand(woord: &str) -> Option<u32> {
    let woord = woord.to_lowercase();
    MAANDEN.iter().position(|maand| *maand == woord).and_then(|nr| u32::try_from(nr + 1).ok())
}

/// A whole number of at most four digits.
pub fn getal(woord: &str) -> Option<u32> {
    (woord.len() <= 4 && !woord.is_empty() && woord.bytes().all(|b| b.is_ascii_digit()))
        .then(|| woord.parse().ok())
        .flatten()
}

/// Where whole words stand, written in small letters with single spaces between them.
pub fn vind(passage: &Passage<'_>, zoek: &[&str]) -> Vec<(Range<usize>, usize)> {
    let mut gevonden = Vec::new();
    for nr in 0..passage.woorden.len() {
        for (welke, reeks) in zoek.iter().enumerate() {
            if let Some(bereik) = hier(passage, nr, reeks) {
                gevonden.push((bereik, welke));
                break;
            }
        }
    }
    gevonden
}

/// Whether these words stand here, with only spaces and hyphens between them.
pub fn hier(passage: &Passage<'_>, nr: usize, reeks: &str) -> Option<Range<usize>> {
    let begin = passage.woorden.get(nr)?.start;
    let mut einde = begin;
    for (stap, woord) in reeks.split(' ').enumerate() {
        let bereik = passage.woorden.get(nr + stap)?;
        let tussen = &passage.tekst[einde..bereik.start];
        if !gelijk(&passage.tekst[bereik.clone()], woord) || (stap > 0 && !tussen.chars().all(char::is_whitespace)) {
            return None;
        }
        einde = bereik.end;
    }
    Some(begin..einde)
}

/// Whether a word is this one, in small letters.
pub fn gelijk(woord: &str, klein: &str) -> bool {
    if woord.is_ascii() && klein.is_ascii() {
        return woord.len() == klein.len() && woord.eq_ignore_ascii_case(klein);
    }
    let mut ons = woord.chars().flat_map(char::to_lowercase);
    let mut hun = klein.chars();
    loop {
        match (ons.next(), hun.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b || (a == '’' && b == '\'') => {}
            _ => return false,
        }
    }
}

/// Whether a word stands by itself: no letters, digits or hyphens right around it.
pub fn los(passage: &Passage<'_>, bereik: &Range<usize>) -> bool {
    let (voor, na) = passage.rond(bereik);
    let vast = |teken: Option<char>| teken.is_some_and(|teken| teken.is_alphanumeric() || teken == '-');
    !vast(voor) && !vast(na)
}

/// A text for a message: short, on one line, with dots for what a merge field fills in.
pub fn kort(tekst: &str) -> String {
    let tekst = tekst.replace('\u{fffc}', "...");
    let een: Vec<&str> = tekst.split_whitespace().collect();
    let een = een.join(" ");
    if een.chars().count() <= 60 {
        een
    } else {
        een.chars().take(57).collect::<String>().trim_end().to_string() + "..."
    }
}
