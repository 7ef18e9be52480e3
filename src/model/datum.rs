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
    /// Reads `2021-07-02`, `2021-07`, `2021` or `--06-14`.
    ///
    /// # Errors
    /// `None` when the text has none of these forms; otherwise why, in Dutch, there is no such day or month.
    pub fn lees(typed: &str) -> Result<Self, Option<String>> {
        let (jaar, rest) = match typed.strip_prefix("--") {
            Some(rest) => (None, Some(rest)),
            None => {
                let (jaar, rest) = typed.split_once('-').map_or((typed, None), |(jaar, rest)| (jaar, Some(rest)));
                (Some(cijfers(jaar, 4).and_then(|jaar| i32::try_from(jaar).ok()).ok_or(None)?), rest)
            }
        };
        let Some(rest) = rest else { return jaar.map(Self::Jaar).ok_or(None) };
        let (maand, dag) = rest.split_once('-').map_or((rest, None), |(maand, dag)| (maand, Some(dag)));
        let maand = cijfers(maand, 2).ok_or(None)?;
        // A leap year, so that --02-29 exists.
        let Some(eerste) = NaiveDate::from_ymd_opt(jaar.unwrap_or(2024), maand, 1) else {
            return Err(Some(format!("`{typed}` bestaat niet: er is geen maand {maand}")));
        };
        let Some(dag) = dag else { return jaar.map(|_| Self::Maand(eerste)).ok_or(None) };
        let Some(datum) = eerste.with_day(cijfers(dag, 2).ok_or(None)?) else {
            let naam = if jaar.is_some() { nl::datum::maand_jaar(eerste) } else { nl::datum::maand(maand).unwrap_or_default() };
            return Err(Some(format!("`{typed}` bestaat niet: {naam} heeft {} dagen", eerste.num_days_in_month())));
        };
        Ok(match jaar {
            Some(_) => Self::Dag(datum),
            None => Self::ZonderJaar { maand, dag: datum.day(), jaar: None },
        })
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
            // A leap year, so that 29 February has a name too.
            Self::ZonderJaar { maand, dag, .. } => {
                NaiveDate::from_ymd_opt(2024, *maand, *dag).map(nl::datum::dag_maand).unwrap_or_default()
            }
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

/// A number of exactly `lengte` digits.
fn cijfers(text: &str, lengte: usize) -> Option<u32> {
    (text.len() == lengte && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
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
            let datum = Datum::lees(typed).unwrap();
            assert_eq!(datum.lang(), lang);
            assert_eq!(datum.bestandsnaam().as_deref(), Some(bestandsnaam));
        }
        assert_eq!(Datum::lees("--06-14").unwrap().lang(), "14 juni");
        assert_eq!(Datum::lees("--06-14").unwrap().bestandsnaam(), None);
    }

    #[test]
    fn a_day_that_does_not_exist_is_no_date() {
        for typed in ["2021-06-31", "2021-13-01", "2021-7-2", " 2021-07-02", "21-07-02", "--06-31", "+2021", "2021-07-02-1", ""] {
            assert!(Datum::lees(typed).is_err(), "{typed}");
        }
    }
}
