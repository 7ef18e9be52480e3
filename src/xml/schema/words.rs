//! What is said of a breach, in Dutch: the element, the place, what is wrong and what belongs there.

use roxmltree::Error;

use super::kinds::Builtin;
use super::values::Wrong;
use crate::nl::opsomming;
use crate::xml::Breach;

/// A breach of the file as a whole.
pub fn whole(line: usize, column: usize, message: &str) -> Breach {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Breach { line: number(line), column: number(column), path: String::new(), message: message.to_string() }
}

/// Why a text is no XML. What the reader of XML itself says is English, so that rare cases share one sentence.
pub fn no_xml(error: &Error) -> String {
    let why = match error {
        Error::UnexpectedCloseTag(expected, found, _) => {
            format!("`{expected}` wordt gesloten als `{found}`")
        }
        Error::UnknownNamespace(prefix, _) => format!("het voorvoegsel `{prefix}` heeft geen naamruimte"),
        Error::UnknownEntityReference(name, _) => format!("`&{name};` is geen bekend teken"),
        Error::DuplicatedAttribute(name, _) => format!("het attribuut `{name}` staat er twee keer"),
        Error::MalformedEntityReference(_) => "een `&` in de tekst is niet geschreven als `&amp;`".to_string(),
        Error::NonXmlChar(..) => "er staat een teken in dat XML niet kent".to_string(),
        Error::DtdDetected => "er staat een DOCTYPE in, en die wordt niet gelezen".to_string(),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => "het bestand houdt te vroeg op".to_string(),
        Error::NoRootNode => "er staat geen element in".to_string(),
        _ => "de tekens `<`, `>` en `&` staan niet zoals het hoort".to_string(),
    };
    format!("het bestand is geen geldige XML: {why}")
}

/// A value that is not of its type.
pub fn value(what: &str, text: &str, wrong: &Wrong) -> String {
    let text = match short(text) {
        empty if empty.is_empty() => "leeg".to_string(),
        text => format!("`{text}`"),
    };
    match wrong {
        Wrong::Not(types) => {
            let types: Vec<&str> = types.iter().map(|kind| kind_word(*kind)).collect();
            format!("{what} is {text}; hier hoort {}", opsomming::of(&types))
        }
        Wrong::Unlisted(Some(list)) => format!("{what} is {text} en dat staat niet in de waardelijst `{list}`"),
        Wrong::Unlisted(None) => format!("{what} is {text} en dat is geen van de vaste waarden"),
        Wrong::Short(least) => format!("{what} is {text} en korter dan {least} tekens"),
        Wrong::Long(most) => format!("{what} is langer dan {most} tekens"),
        Wrong::Outside(min, max) => format!("{what} is {text}; hier hoort een getal van {min} tot en met {max}"),
    }
}

/// Texts in a message stay on one line.
fn short(text: &str) -> String {
    const MOST: usize = 80;
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    if line.chars().count() <= MOST { line } else { line.chars().take(MOST - 1).chain(['…']).collect() }
}

fn kind_word(kind: Builtin) -> &'static str {
    match kind {
        Builtin::String => "een tekst",
        Builtin::AnyUri => "een webadres",
        Builtin::Date => "een datum zoals 2026-07-02",
        Builtin::DateTime => "een tijdstip zoals 2026-07-02T00:00:00+02:00",
        Builtin::Duration => "een tijdsduur zoals P10Y",
        Builtin::Year => "een jaar zoals 2026",
        Builtin::YearMonth => "een maand zoals 2026-07",
        Builtin::Integer => "een geheel getal",
        Builtin::Decimal => "een getal zoals 0.5",
        Builtin::Language => "een taalcode zoals nl",
    }
}
