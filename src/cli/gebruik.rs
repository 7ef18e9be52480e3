//! A wrong command line, said in Dutch: clap's own words are English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diag::{closest, kies};

/// The fault as one or two lines.
pub fn uitleg(error: &clap::Error) -> String {
    let wat = |kind| error.get(kind).map(waarde).unwrap_or_default();
    let fout = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("`{}` is geen opdracht", wat(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("`{}` is geen optie van deze opdracht", wat(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if wat(ContextKind::InvalidValue).is_empty() => {
            format!("`{}` mist een waarde", wat(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{}` kan niet bij `{}`", wat(ContextKind::InvalidValue), wat(ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "er staat geen opdracht achter `griffel`".to_string()
        }
        ErrorKind::MissingRequiredArgument => {
            format!("`{}` ontbreekt", wat(ContextKind::InvalidArg).trim_matches(['<', '>']))
        }
        ErrorKind::ArgumentConflict => format!("`{}` staat er twee keer", wat(ContextKind::InvalidArg)),
        ErrorKind::InvalidUtf8 => "de opdracht bevat tekens die niet te lezen zijn".to_string(),
        _ => "deze opdracht is niet goed geschreven".to_string(),
    };
    let bedoeld = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let getypt = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg].into_iter().map(wat).find(|w| !w.is_empty());
    let bedoeld = bedoeld.into_iter().filter_map(|kind| error.get(kind)).find_map(|namen| {
        let namen = alle(namen);
        let dichtbij = closest(getypt.as_deref().unwrap_or_default(), namen.iter().copied());
        dichtbij.or(namen.first().copied()).map(str::to_string)
    });
    let mag = error.get(ContextKind::ValidValue).map(alle).unwrap_or_default();
    let hulp = match (bedoeld, wat(ContextKind::InvalidArg).as_str()) {
        (Some(naam), _) => format!("Bedoelde u `{naam}`?"),
        (None, "--jaar") => "Schrijf het jaar met vier cijfers, zoals `--jaar 2023`".to_string(),
        (None, "--jobs") => "Schrijf een getal vanaf 1, zoals `--jobs 2`".to_string(),
        (None, _) if !mag.is_empty() => kies("Kies uit", "", mag, "`griffel --help` toont wat er kan"),
        _ => "`griffel --help` toont wat er kan".to_string(),
    };
    format!("fout: {fout}\nhulp: {hulp}\n")
}

/// All names that clap gives.
fn alle(context: &ContextValue) -> Vec<&str> {
    match context {
        ContextValue::String(text) => vec![text.as_str()],
        ContextValue::Strings(texts) => texts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The first of what clap knows; without the placeholder of a value (`--jaar <JJJJ>`).
fn waarde(context: &ContextValue) -> String {
    let text = match context {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.first().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    text.split(" <").next().unwrap_or_default().to_string()
}
