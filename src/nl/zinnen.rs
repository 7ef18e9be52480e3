//! Where a Dutch sentence ends: a full stop after `art.`, `J.` or `1.000` is no end.

use std::ops::Range;

/// Abbreviations after which the sentence always goes on, without their last dot, in small letters.
const GAAT_DOOR: &[&str] = &[
    "aant", "afb", "afd", "afz", "alg", "art", "artt", "bez", "bgm", "bijl", "bijv", "bl", "blz", "bv", "ca", "cf",
    "coll", "d.d", "dd", "dhr", "dir", "dr", "dra", "drs", "ds", "dv", "evt", "fa", "fam", "fig", "fr", "geb", "gem",
    "get", "griff", "hfst", "hr", "i.v.m", "ing", "inz", "ir", "juncto", "jo", "lic", "m.b.t", "mej", "mevr", "mgr",
    "mr", "mw", "n.a.v", "nl", "no", "nr", "nrs", "o.a", "o.g.v", "onderd", "opm", "p", "pag", "par", "pct", "plv",
    "prof", "prov", "red", "ref", "resp", "secr", "st", "t.a.v", "tab", "tel", "temp", "t.n.v", "v", "vgl", "vlg",
    "vnl", "vs", "wed", "weth", "wnd", "zgn",
];

/// Abbreviations that a sentence can end with; then a capital decides.
const KAN_SLUITEN: &[&str] = &[
    "a.i", "a.s", "as", "a.u.b", "aub", "c.a", "c.q", "c.s", "d.m.v", "e.a", "e.d", "e.e.a", "e.v", "enz", "enzv",
    "etc", "excl", "incl", "jl", "l.l", "ll", "m.n", "m.u.v", "max", "mld", "min", "mln", "mnd", "n.t.b", "n.v.t",
    "nvt", "s.v.p", "sub", "t/m", "u", "v.chr", "n.chr",
];

/// Legal forms: dotted capitals that a sentence can end with, but behind which a name may go on too.
const RECHTSVORMEN: &[&str] = &["B.V", "N.V", "V.O.F", "C.V"];

/// Words that begin a sentence and hardly ever a name.
const BEGINWOORDEN: &[&str] = &[
    "De",
    "Het",
    "Een",
    "Dit",
    "Dat",
    "Deze",
    "Die",
    "Wij",
    "We",
    "U",
    "Uw",
    "Ons",
    "Onze",
    "Er",
    "In",
    "Op",
    "Voor",
    "Met",
    "Als",
    "Ook",
    "Bij",
    "Om",
    "Na",
    "Naar",
    "Daarom",
    "Daarmee",
    "Daarnaast",
    "Hierbij",
    "Hiermee",
    "Zij",
    "Ze",
    "Zo",
    "Wanneer",
    "Omdat",
    "Indien",
    "Vanaf",
    "Over",
    "Door",
    "Tot",
    "Tijdens",
    "Hij",
    "Ik",
    "Maar",
    "Dan",
];

/// Words behind which a single capital is a name of a thing (`bijlage A`), so that its dot ends the sentence.
const VOOR_EEN_LETTER: &[&str] =
    &["bijlage", "deel", "fase", "groep", "letter", "onderdeel", "optie", "perceel", "scenario", "tabel", "variant"];

/// The sentences of a text, as ranges without the blanks around them: what lies between two ranges is blank.
///
/// An empty line ends a sentence too; a single line end is a blank like any other.
pub fn zinnen(tekst: &str) -> Vec<Range<usize>> {
    let mut uit = Vec::new();
    let mut begin = None;
    let mut tekens = tekst.char_indices().peekable();
    while let Some((at, teken)) = tekens.next() {
        if teken.is_whitespace() {
            if is_lege_regel(&tekst[at..]) {
                uit.extend(begin.take().map(|van| getrimd(tekst, van..at)));
            }
            continue;
        }
        let van = *begin.get_or_insert(at);
        if !is_slot(teken) {
            continue;
        }
        // A run of marks and the quotes and brackets that close behind it belong to the sentence.
        while tekens.next_if(|(_, volgende)| is_slot(*volgende) || is_sluiter(*volgende)).is_some() {}
        let tot = tekens.peek().map_or(tekst.len(), |(tot, _)| *tot);
        if is_einde(&tekst[van..at], teken, &tekst[at + teken.len_utf8()..tot], &tekst[tot..]) {
            uit.push(van..tot);
            begin = None;
        }
    }
    uit.extend(begin.map(|van| getrimd(tekst, van..tekst.len())));
    uit
}

/// Marks that can end a sentence.
fn is_slot(teken: char) -> bool {
    matches!(teken, '.' | '!' | '?' | '…')
}

/// What may stand between the mark and the blank.
fn is_sluiter(teken: char) -> bool {
    matches!(teken, '”' | '’' | '"' | '\'' | '»' | ')' | ']')
}

/// Whether the blanks here hold an empty line.
fn is_lege_regel(rest: &str) -> bool {
    let wit = &rest[..rest.len() - rest.trim_start().len()];
    wit.matches('\n').count() > 1
}

fn getrimd(tekst: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + tekst[range].trim_end().len()
}

/// Whether the mark after `voor` ends the sentence; `staart` is what stuck to it, `na` the rest of the text.
fn is_einde(voor: &str, slot: char, staart: &str, na: &str) -> bool {
    let rest = na.trim_start();
    if rest.is_empty() {
        return true;
    }
    if rest.len() == na.len() || !begint_een_zin(rest) {
        return false;
    }
    // After quotes, brackets and other marks than a dot nothing is an abbreviation.
    slot != '.' || !staart.is_empty() || !is_afkorting(voor, rest)
}

/// Whether a sentence can begin like this: a capital, a figure, or those behind a quote or bracket.
fn begint_een_zin(rest: &str) -> bool {
    let kaal = rest.trim_start_matches(['“', '‘', '"', '(', '[', '<', '«', '„', '–', '-', '•', ' ', '\u{a0}']);
    // `’s Middags` and `'t Hart`: the capital stands in the next word, or nowhere.
    if let Some(woord) = kaal.strip_prefix(['’', '\'']) {
        let mut tekens = woord.chars();
        return tekens.next().is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && kort(tekens.as_str())));
    }
    kaal.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || c == '€')
}

/// Whether a word of one letter ends here.
fn kort(rest: &str) -> bool {
    rest.starts_with([' ', '-', '\u{a0}'])
}

/// Whether the dot behind `voor` belongs to its last word: an abbreviation, an initial, the number of a list item.
fn is_afkorting(voor: &str, rest: &str) -> bool {
    let woord = voor.rsplit(|c: char| c.is_whitespace() || "([“‘\"'/".contains(c)).next().unwrap_or(voor);
    let capital = rest.chars().next().is_some_and(char::is_uppercase);
    let klein = woord.to_lowercase();
    if GAAT_DOOR.contains(&klein.as_str()) {
        return true;
    }
    if RECHTSVORMEN.contains(&woord) {
        let volgend = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        return !BEGINWOORDEN.contains(&volgend);
    }
    if KAN_SLUITEN.contains(&klein.as_str()) {
        return !capital;
    }
    is_voorletters(woord, voor) || is_opsomming(woord, voor) || is_gestipt(woord)
}

/// `J`, `J.P`, `Th`: initials; a single capital behind `bijlage` is not one.
fn is_voorletters(woord: &str, voor: &str) -> bool {
    let delen = || woord.split('.');
    let voorletter = |deel: &str| {
        let mut tekens = deel.chars();
        let eerste = tekens.next().is_some_and(char::is_uppercase);
        eerste && (tekens.as_str().is_empty() || matches!(deel, "Th" | "Ch" | "Chr" | "Ph" | "IJ" | "Joh" | "Jac"))
    };
    let eerder = voor[..voor.len() - woord.len()].split_whitespace().next_back().unwrap_or_default();
    let is_letter_van = VOOR_EEN_LETTER.contains(&eerder.to_lowercase().as_str());
    delen().all(voorletter) && !is_letter_van
}

/// `1` or `b` at the very beginning: the mark of a list item, no sentence.
fn is_opsomming(woord: &str, voor: &str) -> bool {
    let cijfers = woord.chars().all(|c| c.is_ascii_digit()) && woord.len() <= 2;
    let letter = woord.chars().count() == 1 && woord.chars().all(char::is_alphabetic);
    woord.len() == voor.len() && (cijfers || letter)
}

/// `i.c.m`, `z.s.m`: small letters with dots between.
fn is_gestipt(woord: &str) -> bool {
    let kort = |deel: &str| (1..=3).contains(&deel.chars().count()) && deel.chars().all(char::is_lowercase);
    woord.contains('.') && woord.split('.').all(kort)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn delen(tekst: &str) -> Vec<&str> {
        zinnen(tekst).into_iter().map(|range| &tekst[range]).collect()
    }

    #[test]
    fn a_sentence_ends_at_a_mark_before_a_capital_a_figure_or_the_end() {
        assert_eq!(delen("Eén zin. Nog een! En nog een? Ja…"), ["Eén zin.", "Nog een!", "En nog een?", "Ja…"]);
        assert_eq!(delen("Dat kost € 3. 12 gemeenten betalen."), ["Dat kost € 3.", "12 gemeenten betalen."]);
        assert_eq!(delen("Tot slot. € 5 blijft over."), ["Tot slot.", "€ 5 blijft over."]);
        assert_eq!(delen("Zonder punt"), ["Zonder punt"]);
        assert_eq!(delen("  \n "), Vec::<&str>::new());
        assert_eq!(delen("Over\ntwee regels. En\u{a0}door."), ["Over\ntwee regels.", "En\u{a0}door."]);
        assert_eq!(delen("Zonder punt\n\nNieuwe alinea"), ["Zonder punt", "Nieuwe alinea"]);
    }

    #[test]
    fn quotes_and_brackets_that_close_belong_to_the_sentence() {
        assert_eq!(delen("Hij zei: ‘Nee.’ Toen ging hij."), ["Hij zei: ‘Nee.’", "Toen ging hij."]);
        assert_eq!(delen("Goed. (Zie de bijlage.) ‘Dan’ niet."), ["Goed.", "(Zie de bijlage.)", "‘Dan’ niet."]);
        assert_eq!(delen("‘Waarom?’ vroeg zij. Daarom."), ["‘Waarom?’ vroeg zij.", "Daarom."]);
        assert_eq!(delen("Dat is zo. ’s Middags niet."), ["Dat is zo.", "’s Middags niet."]);
    }

    #[test]
    fn abbreviations_initials_and_numbers_do_not_end_a_sentence() {
        for zin in [
            "Zie art. 59a van de Gemeentewet.",
            "Het besluit van 3 juni jl. over nr. 12 d.d. 4 mei 2021 geldt.",
            "De heer J.P. de Vries en mr. A. Jansen tekenen.",
            "Mevr. Th. Jansen c.s. zijn er o.a. voor Maassluis.",
            "Het gaat om € 1.234,50 en 3.5 procent.",
            "Zie bijv. Rotterdam, blz. 4 e.v. en vgl. Schiedam.",
            "1. Inleiding en doel",
            "a. De raad stemt in.",
            "Dat moet z.s.m. Rotterdam weten.",
            "Zie www.example.nl of artikel 3.1.a voor meer.",
            "Wacht... misschien toch niet.",
            "Water B.V. Rijnmond levert.",
        ] {
            assert_eq!(delen(zin), [zin]);
        }
    }

    #[test]
    fn an_abbreviation_can_be_the_last_word() {
        assert_eq!(delen("Dat was 3 juni jl. De raad stemde in."), ["Dat was 3 juni jl.", "De raad stemde in."]);
        assert_eq!(delen("Scholen, clubs enz. Daarom dit."), ["Scholen, clubs enz.", "Daarom dit."]);
        assert_eq!(
            delen("Wij huren van Water B.V. De prijs stijgt."),
            ["Wij huren van Water B.V.", "De prijs stijgt."]
        );
        assert_eq!(delen("Zie bijlage A. Daar staat het."), ["Zie bijlage A.", "Daar staat het."]);
        assert_eq!(delen("Er zijn er 13. Dat blijft zo."), ["Er zijn er 13.", "Dat blijft zo."]);
        assert_eq!(delen("Dit geldt voor 2021. In 2022 niet."), ["Dit geldt voor 2021.", "In 2022 niet."]);
    }

    proptest! {
        #[test]
        fn nothing_but_blanks_lies_outside_the_sentences(tekst in "[a-zA-Z0-9 .!?’‘()é\n\u{a0}]{0,80}") {
            let mut vorige = 0;
            for range in zinnen(&tekst) {
                prop_assert!(tekst[vorige..range.start].trim().is_empty());
                prop_assert!(!tekst[range.clone()].is_empty() && tekst[range.clone()].trim() == &tekst[range.clone()]);
                vorige = range.end;
            }
            prop_assert!(tekst[vorige..].trim().is_empty());
        }
    }
}
