//! Whole numbers in figures and in words.

/// `1.250`: thousands parted by points.
pub fn punten(getal: i64) -> String {
    let minus = if getal < 0 { "-" } else { "" };
    format!("{minus}{}", punten_zonder_teken(getal.unsigned_abs()))
}

/// The same for a number without a sign.
pub(super) fn punten_zonder_teken(getal: u64) -> String {
    let cijfers = getal.to_string();
    let mut uit = String::with_capacity(cijfers.len() * 4 / 3 + 1);
    for (nummer, cijfer) in cijfers.chars().enumerate() {
        if nummer > 0 && (cijfers.len() - nummer).is_multiple_of(3) {
            uit.push('.');
        }
        uit.push(cijfer);
    }
    uit
}

const TOT_TWINTIG: [&str; 21] = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
];

const TIENTALLEN: [&str; 7] = ["dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

/// `dertien`: in words where Dutch prose writes words (to twenty, tens, hundred, thousand), else in figures.
pub fn telwoord(getal: i64) -> String {
    let woord = match getal {
        0..=20 => usize::try_from(getal).ok().and_then(|n| TOT_TWINTIG.get(n)),
        30..=90 if getal % 10 == 0 => usize::try_from(getal / 10 - 3).ok().and_then(|n| TIENTALLEN.get(n)),
        100 => Some(&"honderd"),
        1000 => Some(&"duizend"),
        _ => None,
    };
    woord.map_or_else(|| punten(getal), |woord| (*woord).to_string())
}

/// Reads a whole number, with or without points between the thousands.
pub fn lees(tekst: &str) -> Option<i64> {
    let (negatief, cijfers) = tekst.strip_prefix('-').map_or((false, tekst), |rest| (true, rest));
    let cijfers = zonder_punten(cijfers)?;
    let getal = cijfers.parse::<i64>().ok()?;
    Some(if negatief { -getal } else { getal })
}

/// The digits of a number whose points, if any, all part thousands.
pub(super) fn zonder_punten(tekst: &str) -> Option<String> {
    let mut groepen = tekst.split('.');
    let eerste = groepen.next()?;
    let rest: Vec<&str> = groepen.collect();
    let cijfers = |groep: &str| !groep.is_empty() && groep.bytes().all(|b| b.is_ascii_digit());
    let eerste_goed = cijfers(eerste) && (rest.is_empty() || eerste.len() <= 3);
    (eerste_goed && rest.iter().all(|groep| cijfers(groep) && groep.len() == 3))
        .then(|| format!("{eerste}{}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_points() {
        let tabel = [
            (0, "0"),
            (7, "7"),
            (999, "999"),
            (1000, "1.000"),
            (1250, "1.250"),
            (123_456, "123.456"),
            (1_234_567, "1.234.567"),
            (-1250, "-1.250"),
            (i64::MIN, "-9.223.372.036.854.775.808"),
        ];
        for (getal, tekst) in tabel {
            assert_eq!(punten(getal), tekst);
        }
    }

    #[test]
    fn small_and_round_numbers_are_words_and_others_figures() {
        let tabel = [
            (0, "nul"),
            (1, "een"),
            (8, "acht"),
            (13, "dertien"),
            (20, "twintig"),
            (21, "21"),
            (30, "dertig"),
            (90, "negentig"),
            (95, "95"),
            (100, "honderd"),
            (200, "200"),
            (1000, "duizend"),
            (1250, "1.250"),
            (-3, "-3"),
        ];
        for (getal, woord) in tabel {
            assert_eq!(telwoord(getal), woord);
        }
    }

    #[test]
    fn a_number_is_read_with_and_without_points() {
        let tabel = [
            ("1250", Some(1250)),
            ("1.250", Some(1250)),
            ("-12", Some(-12)),
            ("1.25", None),
            ("12.50", None),
            ("", None),
            ("1250.000", None),
            (".250", None),
            ("twaalf", None),
            ("--1", None),
            ("99999999999999999999", None),
        ];
        for (tekst, getal) in tabel {
            assert_eq!(lees(tekst), getal, "{tekst}");
        }
    }
}
