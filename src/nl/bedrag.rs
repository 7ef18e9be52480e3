//! Amounts of money: integer cents, never floating point.

use super::{NBSP, getal};

/// `€ 100.000`, `€ 1.250,50`, `€ -12`; the space after the sign does not break.
pub fn euro(centen: i64) -> String {
    let minus = if centen < 0 { "-" } else { "" };
    let euros = getal::punten_zonder_teken(centen.unsigned_abs() / 100);
    match centen.unsigned_abs() % 100 {
        0 => format!("€{NBSP}{minus}{euros}"),
        rest => format!("€{NBSP}{minus}{euros},{rest:02}"),
    }
}

/// Cents of `1250`, `1250.50`, `1250,50` and `1.250,50`.
///
/// A point with exactly three digits after it parts thousands, since money has no third decimal.
pub fn lees(tekst: &str) -> Option<i64> {
    let (negatief, rest) = tekst.strip_prefix('-').map_or((false, tekst), |rest| (true, rest));
    let (heel, decimalen) = splits(rest)?;
    let euros = heel.parse::<i64>().ok()?;
    let centen = match decimalen.len() {
        0 => 0,
        1 => decimalen.parse::<i64>().ok()? * 10,
        _ => decimalen.parse::<i64>().ok()?,
    };
    let totaal = euros.checked_mul(100)?.checked_add(centen)?;
    Some(if negatief { -totaal } else { totaal })
}

/// Whole euros and decimals (none, one or two digits).
fn splits(tekst: &str) -> Option<(String, &str)> {
    let (heel, decimalen) = if let Some((heel, decimalen)) = tekst.split_once(',') {
        (getal::zonder_punten(heel)?, Some(decimalen))
    } else {
        match tekst.rsplit_once('.') {
            Some((heel, decimalen)) if decimalen.len() != 3 => (heel.to_string(), Some(decimalen)),
            _ => (getal::zonder_punten(tekst)?, None),
        }
    };
    let cijfers = |deel: &str| !deel.is_empty() && deel.bytes().all(|b| b.is_ascii_digit());
    let goed = cijfers(&heel) && decimalen.is_none_or(|d| cijfers(d) && d.len() <= 2);
    goed.then_some((heel, decimalen.unwrap_or("")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_with_points_and_without_empty_decimals() {
        let tabel = [
            (10_000_000, "€\u{a0}100.000"),
            (125_050, "€\u{a0}1.250,50"),
            (-1200, "€\u{a0}-12"),
            (0, "€\u{a0}0"),
            (5, "€\u{a0}0,05"),
            (-5, "€\u{a0}-0,05"),
            (i64::MIN, "€\u{a0}-92.233.720.368.547.758,08"),
        ];
        for (centen, tekst) in tabel {
            assert_eq!(euro(centen), tekst);
        }
    }

    #[test]
    fn amounts_are_read_in_every_notation_that_has_one_meaning() {
        let tabel = [
            ("1250.50", Some(125_050)),
            ("1250,50", Some(125_050)),
            ("1250", Some(125_000)),
            ("1.250,50", Some(125_050)),
            ("1.250", Some(125_000)),
            ("1.250.000", Some(125_000_000)),
            ("1250.5", Some(125_050)),
            ("-12", Some(-1200)),
            ("0,05", Some(5)),
            ("1250,505", None),
            ("1250.5050", None),
            ("1.25.000", None),
            ("", None),
            ("-", None),
            (",50", None),
            ("12,", None),
            ("1e5", None),
            ("€ 12", None),
            ("92233720368547758,08", None),
        ];
        for (tekst, centen) in tabel {
            assert_eq!(lees(tekst), centen, "{tekst}");
        }
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        for centen in [0, 1, 99, 100, 12_345, 125_050, 100_000_000, -1, -99_999] {
            let tekst = euro(centen);
            assert_eq!(lees(tekst.trim_start_matches(['€', NBSP])), Some(centen));
        }
    }
}
