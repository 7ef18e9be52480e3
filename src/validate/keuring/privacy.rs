//! What may not be published by accident: citizen service numbers, private numbers and addresses, bank accounts.
//!
//! The rules look at what every reader gets. What a writer publishes on purpose is explicit data: a contact with
//! `publiek: ja`, or `toestaan` with a reason.

use std::ops::Range;

use super::Blad;
use super::passage::{Passage, Zicht};
use super::woorden::gelijk;
use crate::diag::codes::{G881, G882, G883, G884};
use crate::diag::{Note, Severity};

/// Words that say that a number is a citizen service number.
const BSN: &[&str] = &["bsn", "burgerservicenummer", "burgerservicenummers", "sofinummer", "burger servicenummer"];
/// Words that say that a number is something else.
const ANDER_NUMMER: &[&str] = &[
    "zaaknummer",
    "zaak",
    "kenmerk",
    "nummer",
    "nr",
    "dossier",
    "dossiernummer",
    "registratienummer",
    "registratie",
    "postbus",
    "factuur",
    "factuurnummer",
    "kvk",
    "handelsregister",
    "rsin",
    "btw",
    "isbn",
    "telefoon",
    "tel",
    "artikel",
    "postregistratie",
    "verseon",
    "corsa",
    "documentnummer",
    "raadsvoorstel",
    "ordernummer",
    "rekening",
    "projectnummer",
    "contractnummer",
    "vestigingsnummer",
    "kenteken",
];
/// Words in an address that belongs to a function.
const FUNCTIE: &[&str] = &[
    "info",
    "contact",
    "griffie",
    "raadsgriffie",
    "gemeente",
    "college",
    "bestuur",
    "secretariaat",
    "secretaris",
    "raad",
    "jeugd",
    "jeugdhulp",
    "team",
    "afdeling",
    "post",
    "postbus",
    "communicatie",
    "beleid",
    "zorg",
    "sociaal",
    "domein",
    "onderwijs",
    "regio",
    "programma",
    "project",
    "bureau",
    "pers",
    "woordvoering",
    "burgemeester",
    "wethouder",
    "wethouders",
    "directie",
    "juridisch",
    "juridische",
    "zaken",
    "inkoop",
    "financien",
    "klacht",
    "klachten",
    "bezwaar",
    "privacy",
    "fg",
    "woo",
    "wob",
    "archief",
    "inwoner",
    "klant",
    "klantcontact",
    "service",
    "servicedesk",
    "no-reply",
    "noreply",
    "webmaster",
    "redactie",
    "platform",
    "participatie",
    "stuurgroep",
    "bestuurssecretariaat",
];

/// The rules for personal data.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    for passage in blad.passages.iter().filter(|passage| passage.zicht != Zicht::Intern) {
        bsn(blad, passage, notes);
        iban(blad, passage, notes);
        if passage.zicht == Zicht::Gewoon {
            telefoon(blad, passage, notes);
            mail(blad, passage, notes);
        }
    }
}

/// A run of digits with dots or spaces in it.
fn nummers(passage: &Passage<'_>) -> Vec<(Range<usize>, String)> {
    let mut gevonden: Vec<(Range<usize>, String)> = Vec::new();
    for bereik in &passage.woorden {
        let woord = &passage.tekst[bereik.clone()];
        if !woord.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let los = |tussen: &str| tussen == "." || tussen == " " || tussen == "\u{a0}" || tussen == "-";
        match gevonden.last_mut() {
            Some((heel, cijfers)) if los(&passage.tekst[heel.end..bereik.start]) && cijfers.len() < 16 => {
                heel.end = bereik.end;
                cijfers.push_str(woord);
            }
            _ => gevonden.push((bereik.clone(), woord.to_string())),
        }
    }
    gevonden
}

fn bsn(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    for (bereik, cijfers) in nummers(passage) {
        if !matches!(cijfers.len(), 8 | 9) || !elfproef(&cijfers) || is_vast(passage, &bereik) {
            continue;
        }
        let (genoemd, anders) = (ervoor(passage, bereik.start, BSN), ervoor(passage, bereik.start, ANDER_NUMMER));
        let aaneen = cijfers.len() == 9 && passage.tekst[bereik.clone()].len() == 9;
        if !genoemd && (anders || !aaneen) {
            continue;
        }
        let message = "dit getal kan een burgerservicenummer zijn: het voldoet aan de elfproef";
        let message = if genoemd { "hier staat een burgerservicenummer" } else { message };
        let mut note = blad.note(G881, passage, bereik, message);
        if genoemd {
            note.code = note.code.met_ernst(Severity::Fout);
        }
        notes.push(note.hint("Haal het nummer weg: het mag niet in een stuk dat openbaar wordt"));
    }
}

/// Nine times the first digit, eight times the second and so on, minus the last, is a multiple of eleven.
fn elfproef(cijfers: &str) -> bool {
    let negen = format!("{cijfers:0>9}");
    let factoren = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let som: i32 = negen.bytes().zip(factoren).map(|(cijfer, factor)| i32::from(cijfer - b'0') * factor).sum();
    som != 0 && som % 11 == 0 && negen.bytes().any(|cijfer| cijfer != negen.as_bytes()[0])
}

/// Whether digits are part of something longer: an amount, a code, an address.
fn is_vast(passage: &Passage<'_>, bereik: &Range<usize>) -> bool {
    let (voor, na) = passage.rond(bereik);
    let kleeft =
        |teken: Option<char>| teken.is_some_and(|teken| teken.is_alphanumeric() || "-/_+#%=&@*".contains(teken));
    let decimaal = passage.tekst[bereik.end..].strip_prefix([',', '.']).and_then(|rest| rest.chars().next());
    let munt = passage.tekst[..bereik.start].trim_end().ends_with('€');
    let euro = passage.tekst[bereik.end..].trim_start().starts_with("euro");
    kleeft(voor) || kleeft(na) || munt || euro || decimaal.is_some_and(|teken| teken.is_ascii_digit() || teken == '-')
}

/// Whether one of these words stands among the four before a place.
fn ervoor(passage: &Passage<'_>, at: usize, woorden: &[&str]) -> bool {
    let tot = passage.woorden.partition_point(|woord| woord.end <= at);
    (tot.saturating_sub(4)..tot).any(|nr| woorden.iter().any(|woord| gelijk(passage.woord(nr), woord)))
}

fn telefoon(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    for (mut bereik, cijfers) in nummers(passage) {
        let voor = &passage.tekst[..bereik.start];
        let land = voor.ends_with('+') && cijfers.starts_with("316") && cijfers.len() == 11;
        let lokaal = cijfers.starts_with("06") && cijfers.len() == 10;
        let lang = cijfers.starts_with("00316") && cijfers.len() == 13;
        let kleeft = voor.ends_with(|c: char| c.is_alphanumeric() || "-/€".contains(c));
        if !(land || lokaal || lang)
            || (kleeft && !land)
            || ervoor(passage, bereik.start, &["zaaknummer", "kenmerk", "dossier"])
        {
            continue;
        }
        bereik.start -= usize::from(land);
        let message =
            format!("`{}` is een mobiel nummer, dus waarschijnlijk van één persoon", &passage.tekst[bereik.clone()]);
        let hint =
            "Noem het algemene nummer; is dit nummer voor iedereen, zet het dan in een contact met `publiek: ja`";
        notes.push(blad.note(G882, passage, bereik, message).hint(hint));
    }
}

fn mail(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    for (at, _) in passage.tekst.match_indices('@') {
        let is_deel = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let begin = passage.tekst[..at].char_indices().rev().take_while(|(_, c)| is_deel(*c)).last();
        let Some((begin, _)) = begin else { continue };
        let na = &passage.tekst[at + 1..];
        let einde = at + 1 + na.find(|c: char| !is_deel(c)).unwrap_or(na.len());
        let einde = begin + passage.tekst[begin..einde].trim_end_matches(['.', '-']).len();
        if einde > at + 1 && passage.tekst[at..einde].contains('.') && is_persoon(&passage.tekst[begin..at]) {
            let message = format!("`{}` lijkt het adres van één persoon", &passage.tekst[begin..einde]);
            let hint =
                "Noem het adres van de afdeling; moet dit adres er staan, zet het dan in een contact met `publiek: ja`";
            notes.push(blad.note(G883, passage, begin..einde, message).hint(hint));
        }
    }
}

/// Whether the part before the `@` is somebody's name: `voornaam.achternaam`, `v.achternaam`.
fn is_persoon(deel: &str) -> bool {
    let stukken: Vec<String> = deel.split(['.', '_']).map(str::to_lowercase).collect();
    let letters = |stuk: &String| !stuk.is_empty() && stuk.chars().all(|c| c.is_alphabetic() || c == '-');
    let functie =
        |stuk: &String| FUNCTIE.contains(&stuk.as_str()) || stuk.split('-').any(|deel| FUNCTIE.contains(&deel));
    let naam = stukken.last().is_some_and(|naam| naam.chars().count() > 2);
    stukken.len() > 1 && naam && stukken.iter().all(letters) && !stukken.iter().any(functie)
}

/// Lengths of account numbers by country.
const LENGTES: &[(&str, usize)] = &[("NL", 18), ("BE", 16), ("DE", 22), ("FR", 27), ("LU", 20), ("GB", 22)];

fn iban(blad: &Blad<'_>, passage: &Passage<'_>, notes: &mut Vec<Note>) {
    for bereik in &passage.woorden {
        let Some((_, lengte)) = LENGTES.iter().find(|(land, _)| passage.tekst[bereik.clone()].starts_with(land)) else {
            continue;
        };
        let mut nummer = String::new();
        let mut einde = bereik.start;
        for (at, teken) in passage.tekst[bereik.start..].char_indices() {
            match teken {
                ' ' | '\u{a0}' => continue,
                teken if teken.is_ascii_digit() || teken.is_ascii_uppercase() => nummer.push(teken),
                _ => break,
            }
            einde = bereik.start + at + 1;
            if nummer.len() == *lengte {
                break;
            }
        }
        let vrij = !passage.tekst[einde..].starts_with(char::is_alphanumeric);
        if nummer.len() == *lengte && vrij && mod_97(&nummer) {
            let message = format!("`{}` is een rekeningnummer", &passage.tekst[bereik.start..einde]);
            let hint = "Haal het weg als het van een persoon is; anders: `toestaan: [{code: G884, reden: ...}]`";
            notes.push(blad.note(G884, passage, bereik.start..einde, message).hint(hint));
        }
    }
}

/// The check of ISO 13616: the number with its first four characters behind it leaves 1 after division by 97.
fn mod_97(nummer: &str) -> bool {
    let (kop, rest) = nummer.split_at(4);
    let cijfers = rest.chars().chain(kop.chars()).filter_map(|teken| teken.to_digit(36));
    cijfers.fold(0, |rest, cijfer| (rest * if cijfer > 9 { 100 } else { 10 } + cijfer) % 97) == 1
}

#[cfg(test)]
mod tests {
    use super::{elfproef, is_persoon, mod_97};

    #[test]
    fn the_eleven_test_holds_for_numbers_made_for_testing_only() {
        for (cijfers, goed) in
            [("111222333", true), ("123456782", true), ("123456789", false), ("000000000", false), ("999999999", false)]
        {
            assert_eq!(elfproef(cijfers), goed, "{cijfers}");
        }
    }

    #[test]
    fn account_numbers_are_checked() {
        assert!(mod_97("NL91ABNA0417164300"));
        assert!(!mod_97("NL91ABNA0417164301"));
    }

    #[test]
    fn a_name_is_told_from_a_function() {
        for (deel, persoon) in [
            ("jan.voorbeeld", true),
            ("j.voorbeeld", true),
            ("jeugd.onderwijs", false),
            ("info", false),
            ("griffie-raad", false),
            ("team.zorg", false),
            ("a.b", false),
        ] {
            assert_eq!(is_persoon(deel), persoon, "{deel}");
        }
    }
}
