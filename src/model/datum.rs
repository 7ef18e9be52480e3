//! Dates as officials write them: a day, a month, a year, a day without a year, or words.

use chrono::{Datelike, NaiveDate};

use crate::nl;

/// A date that may be known only in part; printed as given, never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// 2021-07-02
    Dag(NaiveDate),
    /// 2021-07: the first of the month stands for it.
    Maand(NaiveDate),
    /// 2021
    Jaar(i32),
    /// --06-14, with the year when the document tells it elsewhere.
    ZonderJaar {
        /// Month, 1-12.
        maand: u32,
        /// Day, 1-31.
        dag: u32,
        /// The year, known but not printed.
        jaar: Option<i32>,
    },
    /// "medio 2021"
    Tekst {
        /// The words as printed.
        tekst: String,
        /// The year, for sorting and membership.
        jaar: Option<i32>,
    },
}

impl Datum {
    /// Reads `2021-07-02`, `2021-07`, `2021` or `--06-14`; `None` when it is none of these or no such day exists.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("--") {
            let (maand, dag) = rest.split_once('-')?;
            let (maand, dag) = (number(maand, 2)?, number(dag, 2)?);
            // 2024 is a leap year, so that 29 February without a year is accepted.
            NaiveDate::from_ymd_opt(2024, maand, dag)?;
            return Some(Self::ZonderJaar { maand, dag, jaar: None });
        }
        let parts: Vec<&str> = text.split('-').collect();
        let jaar = i32::try_from(number(parts.first()?, 4)?).ok()?;
        match parts.as_slice() {
            [_] => Some(Self::Jaar(jaar)),
            [_, maand] => Some(Self::Maand(NaiveDate::from_ymd_opt(jaar, number(maand, 2)?, 1)?)),
            [_, maand, dag] => Some(Self::Dag(NaiveDate::from_ymd_opt(jaar, number(maand, 2)?, number(dag, 2)?)?)),
            _ => None,
        }
    }

    /// The whole day, when it is known.
    pub fn dag(&self) -> Option<NaiveDate> {
        match self {
            Self::Dag(dag) => Some(*dag),
            Self::ZonderJaar { maand, dag, jaar: Some(jaar) } => NaiveDate::from_ymd_opt(*jaar, *maand, *dag),
            _ => None,
        }
    }

    /// The year, when it is known.
    pub fn jaar(&self) -> Option<i32> {
        match self {
            Self::Dag(dag) | Self::Maand(dag) => Some(dag.year()),
            Self::Jaar(jaar) => Some(*jaar),
            Self::ZonderJaar { jaar, .. } | Self::Tekst { jaar, .. } => *jaar,
        }
    }

    /// The same date with the year filled in where it is missing.
    #[must_use]
    pub fn met_jaar(self, nieuw: Option<i32>) -> Self {
        match self {
            Self::ZonderJaar { maand, dag, jaar: None } => Self::ZonderJaar { maand, dag, jaar: nieuw },
            Self::Tekst { tekst, jaar: None } => Self::Tekst { tekst, jaar: nieuw },
            other => other,
        }
    }

    /// The first and last day that the date can mean; `None` when not even the year is known.
    pub fn periode(&self) -> Option<(NaiveDate, NaiveDate)> {
        if let Some(dag) = self.dag() {
            return Some((dag, dag));
        }
        if let Self::Maand(eerste) = self {
            let laatste = eerste.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
            return Some((*eerste, laatste));
        }
        let jaar = self.jaar()?;
        Some((NaiveDate::from_ymd_opt(jaar, 1, 1)?, NaiveDate::from_ymd_opt(jaar, 12, 31)?))
    }

    /// As printed in running text: "2 juli 2021", "juli 2021", "2021", "14 juni", "medio 2021".
    pub fn lang(&self) -> String {
        match self {
            Self::Dag(dag) => nl::datum::lang(*dag),
            Self::Maand(eerste) => nl::datum::maand_jaar(*eerste),
            Self::Jaar(jaar) => jaar.to_string(),
            Self::ZonderJaar { maand, dag, .. } => nl::datum::dag_maand(*dag, *maand),
            Self::Tekst { tekst, .. } => tekst.clone(),
        }
    }

    /// As printed in tables: "02-07-2021"; what is known only in part is printed as in text.
    pub fn kort(&self) -> String {
        match self {
            Self::Dag(dag) => nl::datum::kort(*dag),
            other => other.lang(),
        }
    }

    /// As it stands at the start of a file name: "2021-07-02", "2021-07", "2021".
    pub fn bestandsnaam(&self) -> Option<String> {
        match self {
            Self::Maand(eerste) => Some(eerste.format("%Y-%m").to_string()),
            _ => match (self.dag(), self.jaar()) {
                (Some(dag), _) => Some(dag.format("%Y-%m-%d").to_string()),
                (None, jaar) => jaar.map(|jaar| jaar.to_string()),
            },
        }
    }
}

/// A number of exactly `width` digits.
fn number(text: &str, width: usize) -> Option<u32> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::Datum;

    #[test]
    fn a_date_is_printed_as_far_as_it_is_known() {
        for (typed, lang, bestandsnaam) in [
            ("2021-07-02", "2 juli 2021", "2021-07-02"),
            ("2021-07", "juli 2021", "2021-07"),
            ("2021", "2021", "2021"),
        ] {
            let datum = Datum::parse(typed).unwrap();
            assert_eq!(datum.lang(), lang);
            assert_eq!(datum.bestandsnaam().as_deref(), Some(bestandsnaam));
        }
        assert_eq!(Datum::parse("--06-14").unwrap().lang(), "14 juni");
        assert_eq!(Datum::parse("--06-14").unwrap().bestandsnaam(), None);
    }

    #[test]
    fn a_day_that_does_not_exist_is_no_date() {
        for typed in ["2021-06-31", "2021-13-01", "2021-7-2", " 2021-07-02", "21-07-02", "--06-31", "+2021", "2021-07-02-1", ""] {
            assert_eq!(Datum::parse(typed), None, "{typed}");
        }
    }
}
