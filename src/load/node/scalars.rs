//! The readers of single values.

use super::{Node, Text};
use crate::diag::codes::{G202, G205, G206, G207, G208, G209, G210, G211, G212, G337};
use crate::diag::{Code, Note, kies};
use crate::load::yaml::Kind;
use crate::model::datum::Datum;
use chrono::{Locale, NaiveDate};
use std::ops::RangeInclusive;

/// Words that writers use for a choice: they mean the same, or look like another choice that they do not mean.
const GELIJK: &[(&str, &str)] = &[
    ("aangenomen", "vastgesteld"),
    ("goedgekeurd", "vastgesteld"),
    ("geamendeerd", "gewijzigd-vastgesteld"),
    ("gewijzigd aangenomen", "gewijzigd-vastgesteld"),
    ("afgewezen", "verworpen"),
    ("niet aangenomen", "verworpen"),
    ("uitgesteld", "aangehouden"),
    ("verdaagd", "aangehouden"),
    ("teruggetrokken", "ingetrokken"),
    ("ontwerp", "concept"),
    ("draft", "concept"),
    ("klaar", "definitief"),
    ("final", "definitief"),
];

/// The most characters of a field of one line. Names and references become properties of the PDF, each of which holds
/// 32,767 of them (ISO 19005-2, 6.1.13), and no real one comes near.
const LANGST: usize = 2000;

impl Node<'_> {
    /// One line of text.
    pub fn as_text(&self) -> Option<Text> {
        let text = self.as_long_text()?;
        if let Some(at) = text.text.find('\n') {
            let mut span = self.span();
            let trimmed = self.value.scalar().map_or(0, |s| s.text.len() - s.text.trim_start().len());
            if at > 0 {
                span = self.locate(trimmed..trimmed + at);
            }
            let note = Note::at(G212, span, format!("{} moet op één regel, maar heeft er meer", self.name));
            self.notes.push(note.hint("Zet de tekst op één regel, of gebruik `>` in plaats van `|`"));
            return None;
        }
        let lengte = text.text.chars().count();
        if lengte > LANGST {
            let note = Note::at(G337, self.span(), format!("{} telt {lengte} tekens", self.name));
            self.notes.push(note.hint("Maak het korter, of verdeel het over meer velden"));
            return None;
        }
        Some(text)
    }

    /// Text of any number of lines.
    pub fn as_long_text(&self) -> Option<Text> {
        let Kind::Scalar(scalar) = &self.value.kind else {
            self.wrong_shape("tekst", "Schrijf één waarde achter de dubbele punt");
            return None;
        };
        let text = scalar.text.trim_matches([' ', '\t', '\n', '\r']).to_string();
        if text.is_empty() {
            self.notes
                .push(Note::at(G202, self.span(), format!("{} is leeg", self.name)).hint("Vul het in of haal het weg"));
            return None;
        }
        Some(Text { text, span: self.span() })
    }

    /// Yes or no.
    pub fn as_bool(&self) -> Option<bool> {
        let typed = self.as_text()?.text;
        match typed.to_lowercase().as_str() {
            "ja" | "true" => Some(true),
            "nee" | "false" => Some(false),
            _ => self.wrong(G206, format!("`{typed}` is geen `ja` of `nee`"), "Schrijf `ja` of `nee`"),
        }
    }

    /// A whole number within `range`.
    pub fn as_integer(&self, range: RangeInclusive<i64>) -> Option<i64> {
        let typed = self.as_text()?.text;
        let digits = typed.strip_prefix('-').unwrap_or(&typed);
        let number = typed.parse().ok().filter(|_| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
        let hint = format!("Schrijf een getal van {} tot en met {}, zonder punten", range.start(), range.end());
        match number {
            Some(number) if range.contains(&number) => Some(number),
            Some(_) => self.wrong(G207, format!("`{typed}` valt buiten de grenzen"), hint),
            None => self.wrong(G207, format!("`{typed}` is geen geheel getal"), hint),
        }
    }

    /// One of a closed set of words.
    pub fn as_choice<T: Clone>(&self, choices: &[(&str, T)]) -> Option<T> {
        let typed = self.as_text()?.text;
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == typed) {
            return Some(value.clone());
        }
        let names = || choices.iter().map(|(word, _)| *word);
        let note = Note::at(G205, self.span(), format!("{} kan niet `{typed}` zijn", self.name));
        let gelijk =
            GELIJK.iter().find(|(woord, keuze)| *woord == typed.to_lowercase() && names().any(|n| n == *keuze));
        if let Some((_, keuze)) = gelijk {
            self.notes.push(note.liever(&typed, keuze));
            return None;
        }
        self.notes.push(note.bedoeld(
            &typed,
            names(),
            kies("Kies uit", &typed, names(), "alle woorden staan in de handleiding"),
        ));
        None
    }

    /// A whole date, written `2021-07-02`.
    pub fn as_date(&self) -> Option<NaiveDate> {
        let typed = self.as_text()?.text;
        match Datum::lees(&typed) {
            Ok(Datum::Dag(date)) => Some(date),
            Err(Some(why)) => self.wrong(G208, why, "Kijk de dag en de maand na"),
            _ => self.wrong(G208, format!("`{typed}` is geen datum"), date_hint(&typed, "Schrijf `2021-07-02`")),
        }
    }

    /// A date of which parts may be missing: `2021-07-02`, `2021-07`, `2021` or `--06-14`.
    pub fn as_partial_date(&self) -> Option<Datum> {
        let typed = self.as_text()?.text;
        let forms = "Schrijf `2021-07-02`, `2021-07`, `2021`, of `--06-14` als het jaar nog open is";
        match Datum::lees(&typed) {
            Ok(date) => Some(date),
            Err(Some(why)) => self.wrong(G208, why, "Kijk de dag en de maand na"),
            Err(None) => self.wrong(G208, format!("`{typed}` is geen datum"), date_hint(&typed, forms)),
        }
    }

    /// A short name: lower-case letters, digits, and dashes between them.
    pub fn as_slug(&self) -> Option<Text> {
        let text = self.as_text()?;
        let fits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if text.text.split('-').all(fits) {
            return Some(text);
        }
        let note = Note::at(G209, self.span(), format!("`{}` kan geen korte naam zijn", text.text));
        self.notes.push(match slugged(&text.text) {
            slug if slug.is_empty() => note.hint("Gebruik kleine letters zonder accent, cijfers en streepjes"),
            slug => note.liever(&text.text, &slug),
        });
        None
    }

    /// A path within the folder of the file, with forward slashes.
    pub fn as_path(&self) -> Option<Text> {
        let text = self.as_text()?;
        let path = text.text.as_str();
        let why = if path.contains('\\') {
            "bevat een omgekeerde schuine streep"
        } else if path.starts_with('/') || path.as_bytes().get(1) == Some(&b':') {
            "begint bij de schijf, niet bij deze map"
        } else if path.split('/').any(|part| part == "..") {
            "wijst buiten deze map"
        } else if path.split('/').any(|part| part.is_empty() || part == "." || part != part.trim()) {
            "heeft een leeg deel of een deel met een spatie aan de rand"
        } else if path.chars().any(char::is_control) {
            "bevat een stuurteken"
        } else {
            return Some(text);
        };
        self.wrong(G210, format!("`{path}` {why}"), "Schrijf een pad als `bijlagen/regiovisie.pdf`")
    }

    /// An address: https, http or mailto.
    pub fn as_url(&self) -> Option<Text> {
        let text = self.as_text()?;
        let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| text.text.strip_prefix(scheme));
        let fits = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        if fits && !text.text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Some(text);
        }
        let hint = if text.text.contains(char::is_whitespace) {
            "Haal de spaties weg, of schrijf `%20`".to_string()
        } else if rest.is_none() && text.text.contains('@') && !text.text.contains(':') {
            format!("Schrijf `mailto:{}`", text.text)
        } else if rest.is_none() && text.text.contains('.') && !text.text.contains(':') {
            format!("Schrijf `https://{}`", text.text)
        } else {
            "Begin met `https://`, `http://` of `mailto:`".to_string()
        };
        self.wrong(G211, format!("`{}` is geen webadres", text.text), hint)
    }

    fn wrong<T>(&self, code: &'static Code, message: impl Into<String>, hint: impl Into<String>) -> Option<T> {
        self.notes.push(Note::at(code, self.span(), message).hint(hint));
        None
    }
}

/// The date that `2-7-2021`, `2021/7/2` or `2 juli 2021` means, in the right form.
fn date_hint(typed: &str, otherwise: &str) -> String {
    let parts: Vec<&str> = typed.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let month = |word: &str| {
        word.parse::<u32>().ok().or_else(|| {
            (1..=12).find(|month| {
                let name =
                    NaiveDate::from_ymd_opt(2020, *month, 1).map(|date| date.format_localized("%B", Locale::nl_NL));
                name.is_some_and(|name| name.to_string() == word.to_lowercase())
            })
        })
    };
    let date = match parts[..] {
        [year, m, day] if year.len() == 4 => (year.parse().ok(), month(m), day.parse().ok()),
        [day, m, year] if year.len() == 4 => (year.parse().ok(), month(m), day.parse().ok()),
        _ => (None, None, None),
    };
    let (Some(year), Some(month), Some(day)) = date else { return otherwise.to_string() };
    NaiveDate::from_ymd_opt(year, month, day).map_or_else(|| otherwise.to_string(), |date| format!("Schrijf `{date}`"))
}

/// The nearest thing to `typed` that can be a short name.
fn slugged(typed: &str) -> String {
    let dashed: String =
        typed.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    dashed.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
