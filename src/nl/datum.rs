//! Dates in Dutch words and figures; the names come from chrono's nl_NL locale.

use chrono::{Locale, NaiveDate};

/// The months, the first at 0.
pub const MAANDEN: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// `2 juli 2021`.
pub fn lang(datum: NaiveDate) -> String {
    datum.format_localized("%-d %B %Y", Locale::nl_NL).to_string()
}

/// `02-07-2021`, for tables.
pub fn kort(datum: NaiveDate) -> String {
    datum.format("%d-%m-%Y").to_string()
}

/// `juli 2021`.
pub fn maand_jaar(datum: NaiveDate) -> String {
    datum.format_localized("%B %Y", Locale::nl_NL).to_string()
}

/// `14 juni`, for a date of which the year is not known.
pub fn dag_maand(datum: NaiveDate) -> String {
    datum.format_localized("%-d %B", Locale::nl_NL).to_string()
}

/// The name of a month, 1 to 12.
pub fn maand(nummer: u32) -> Option<String> {
    let dag = NaiveDate::from_ymd_opt(2000, nummer, 1)?;
    Some(dag.format_localized("%B", Locale::nl_NL).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn datum(jaar: i32, maand: u32, dag: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(jaar, maand, dag).unwrap()
    }

    #[test]
    fn dates_read_as_dutch_prose_and_as_table_figures() {
        let d = datum(2021, 7, 2);
        assert_eq!(lang(d), "2 juli 2021");
        assert_eq!(kort(d), "02-07-2021");
        assert_eq!(maand_jaar(d), "juli 2021");
        assert_eq!(dag_maand(d), "2 juli");
    }

    #[test]
    fn all_twelve_months_are_dutch() {
        let maanden: Vec<_> = (1..=12).filter_map(maand).collect();
        assert_eq!(maanden, MAANDEN);
    }

    #[test]
    fn a_month_that_does_not_exist_has_no_name() {
        assert_eq!(maand(0), None);
        assert_eq!(maand(13), None);
    }
}
