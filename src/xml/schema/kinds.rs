//! The types that every schema has, as far as ours use them.
//!
//! Where libxml2 is stricter or looser than XML Schema, we are the stricter of the two, so that a file that passes
//! here passes everywhere.

use super::uri;

/// A built-in type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// Any text.
    String,
    /// A web address, absolute or not.
    AnyUri,
    /// A day.
    Date,
    /// A moment.
    DateTime,
    /// A length of time.
    Duration,
    /// A year.
    Year,
    /// A month of a year.
    YearMonth,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// A language.
    Language,
}

/// Digits in a number beyond which libxml2 refuses it.
const DIGITS: usize = 24;

impl Builtin {
    /// The type that XML Schema calls so.
    pub fn named(local: &str) -> Option<Self> {
        Some(match local {
            "string" => Self::String,
            "anyURI" => Self::AnyUri,
            "date" => Self::Date,
            "dateTime" => Self::DateTime,
            "duration" => Self::Duration,
            "gYear" => Self::Year,
            "gYearMonth" => Self::YearMonth,
            "integer" => Self::Integer,
            "decimal" => Self::Decimal,
            "language" => Self::Language,
            _ => return None,
        })
    }

    /// The value that is judged. White space around it does not count, except in text, and in dates outside a
    /// union, where libxml2 refuses it.
    pub fn trimmed(self, text: &str, in_union: bool) -> String {
        match self {
            Self::String => text.to_string(),
            Self::Date | Self::DateTime | Self::Duration | Self::Year | Self::YearMonth if !in_union => {
                text.to_string()
            }
            _ => {
                let words = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
                words.collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// Whether a trimmed value is of this type.
    pub fn fits(self, value: &str) -> bool {
        match self {
            Self::String => true,
            Self::AnyUri => uri::is_uri(value),
            Self::Date => moment(value, |at| at.year() && at.month() && at.day() && at.zone()),
            Self::DateTime => moment(value, |at| at.year() && at.month() && at.day() && at.time() && at.zone()),
            Self::Year => moment(value, |at| at.year() && at.zone()),
            Self::YearMonth => moment(value, |at| at.year() && at.month() && at.zone()),
            Self::Duration => is_duration(value),
            Self::Integer => is_number(value, false),
            Self::Decimal => is_number(value, true),
            Self::Language => is_language(value),
        }
    }
}

fn is_number(value: &str, fraction: bool) -> bool {
    let digits = value.strip_prefix(['+', '-']).unwrap_or(value);
    let (whole, part) = match digits.split_once('.') {
        Some((whole, part)) if fraction => (whole, part),
        Some(_) => return false,
        None => (digits, ""),
    };
    let all = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    all(whole)
        && all(part)
        && !(whole.is_empty() && part.is_empty())
        && whole.trim_start_matches('0').len() + part.len() <= DIGITS
}

fn is_language(value: &str) -> bool {
    let mut parts = value.split('-');
    let short = |part: &str| (1..=8).contains(&part.len());
    parts.next().is_some_and(|first| short(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && parts.all(|part| short(part) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn is_duration(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('-').unwrap_or(value).strip_prefix('P') else { return false };
    let (days, time) = rest.split_once('T').map_or((rest, None), |(days, time)| (days, Some(time)));
    let fits = |text: &str, units: &str| parts_in_order(text, units);
    match time {
        Some("") => false,
        Some(time) => fits(days, "YMD") && fits(time, "HMS"),
        None => !days.is_empty() && fits(days, "YMD"),
    }
}

/// Numbers with their units, in this order, each at most once; only seconds have a fraction.
fn parts_in_order(mut text: &str, units: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    for unit in units.chars() {
        let Some((number, rest)) = text.split_once(unit) else { continue };
        let sound = match number.split_once('.') {
            Some((whole, part)) => unit == 'S' && digits(whole) && digits(part),
            None => digits(number),
        };
        if !sound {
            return false;
        }
        text = rest;
    }
    text.is_empty()
}

/// Whether reading these parts takes the whole value.
fn moment(value: &str, parts: impl Fn(&mut Moment<'_>) -> bool) -> bool {
    let mut at = Moment { rest: value, year: 0, month: 0 };
    parts(&mut at) && at.rest.is_empty()
}

/// What is left to read of a date, and what was read of it.
struct Moment<'a> {
    rest: &'a str,
    year: u64,
    month: u64,
}

impl Moment<'_> {
    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Two digits, at most this number.
    fn two(&mut self, most: u64) -> Option<u64> {
        let (two, rest) = self.rest.split_at_checked(2)?;
        let number = two.bytes().all(|byte| byte.is_ascii_digit()).then(|| two.parse().ok())??;
        self.rest = rest;
        (number <= most).then_some(number)
    }

    /// The digits that come next.
    fn digits(&mut self) -> &str {
        let end = self.rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        digits
    }

    fn year(&mut self) -> bool {
        self.take('-');
        let digits = self.digits();
        let sound = digits.len() == 4 || (digits.len() > 4 && !digits.starts_with('0'));
        let year = digits.parse().ok().filter(|year| sound && *year != 0);
        self.year = year.unwrap_or_default();
        year.is_some()
    }

    fn month(&mut self) -> bool {
        self.month = if self.take('-') { self.two(12).unwrap_or_default() } else { 0 };
        self.month != 0
    }

    fn day(&mut self) -> bool {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let most = match self.month {
            2 => 28 + u64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        self.take('-') && self.two(most).is_some_and(|day| day != 0)
    }

    /// A time of day; the end of the day is written as 24:00:00.
    fn time(&mut self) -> bool {
        let Some(hour) = self.take('T').then(|| self.two(24)).flatten() else { return false };
        let minute = self.take(':').then(|| self.two(59)).flatten();
        let second = self.take(':').then(|| self.two(59)).flatten();
        let (Some(minute), Some(second)) = (minute, second) else { return false };
        let fraction = if self.take('.') { Some(self.digits()) } else { None };
        let nothing = fraction.is_none_or(|digits| digits.bytes().all(|byte| byte == b'0'));
        fraction != Some("") && (hour < 24 || (minute, second, nothing) == (0, 0, true))
    }

    /// A time zone, or none.
    fn zone(&mut self) -> bool {
        if self.rest.is_empty() || self.take('Z') {
            return true;
        }
        let hours = if self.take('+') || self.take('-') { self.two(14) } else { None };
        let minutes = self.take(':').then(|| self.two(59)).flatten();
        matches!((hours, minutes), (Some(14), Some(0)) | (Some(0..=13), Some(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_do_not_exist_are_no_dates() {
        for sound in ["2024-02-29", "2026-07-02Z", "2026-07-02+14:00", "-0044-03-15"] {
            assert!(Builtin::Date.fits(sound), "{sound}");
        }
        for wrong in ["2026-02-29", "2026-7-2", "0000-01-01", "2026-07-02+14:30", "2026-07-02 ", "2026-07-é"] {
            assert!(!Builtin::Date.fits(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_end_of_a_day_is_the_only_hour_24() {
        assert!(Builtin::DateTime.fits("2026-07-02T24:00:00.0"));
        assert!(!Builtin::DateTime.fits("2026-07-02T24:00:01"));
    }

    #[test]
    fn what_only_libxml2_takes_for_a_length_of_time_is_refused() {
        assert!(Builtin::Duration.fits("P1Y2M3DT4H5M6.5S"));
        assert!(!Builtin::Duration.fits("PT.5S") && !Builtin::Duration.fits("PT1.S"));
    }
}
