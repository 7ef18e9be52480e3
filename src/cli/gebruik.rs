//! A wrong command line, said in Dutch: clap's own words are English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

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
        ErrorKind::ArgumentConflict => format!("`{}` staat er twee keer", wat(ContextKind::InvalidArg)),
        ErrorKind::InvalidUtf8 => "de opdracht bevat tekens die niet te lezen zijn".to_string(),
        _ => "deze opdracht is niet goed geschreven".to_string(),
    };
    let bedoeld = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let bedoeld = bedoeld.into_iter().map(wat).find(|naam| !naam.is_empty());
    let hulp = match bedoeld {
        Some(naam) => format!("Bedoelde u `{naam}`?"),
        None => "`griffel --help` toont wat er kan".to_string(),
    };
    format!("fout: {fout}\nhulp: {hulp}\n")
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
