//! Notes as SARIF 2.1.0 (OASIS): what code-review tools read.

use serde_json::{Value, json};

use super::Place;
use crate::diag::{Code, Note, Severity, Sources, Span, codes, uitleg};

/// One run with all rules, their help, and the notes as results.
pub fn sarif(notes: &[Note], sources: &Sources) -> String {
    let driver = json!({
        "name": "griffel",
        "version": env!("CARGO_PKG_VERSION"),
        "language": "nl",
        "rules": codes::ALL.iter().map(|code| rule(code)).collect::<Vec<_>>(),
    });
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "language": "nl",
            "columnKind": "unicodeCodePoints",
            "results": notes.iter().map(|note| result(note, sources)).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Fout => "error",
        Severity::Waarschuwing => "warning",
        Severity::Tip => "note",
    }
}

fn rule(code: &Code) -> Value {
    let help = uitleg::lees(code).map(|uitleg| {
        let (fout, goed) = (uitleg.fout, uitleg.goed);
        json!({
            "text": format!("{}\n\nNiet goed:\n{}\n\nWel goed:\n{}", uitleg.waarom, fout.tekst, goed.tekst),
            "markdown": format!(
                "{}\n\nNiet goed:\n\n```{}\n{}\n```\n\nWel goed:\n\n```{}\n{}\n```",
                uitleg.waarom, fout.taal, fout.tekst, goed.taal, goed.tekst
            ),
        })
    });
    json!({
        "id": code.id,
        "shortDescription": { "text": code.regel },
        "help": help,
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn result(note: &Note, sources: &Sources) -> Value {
    let hints: String = note.hints.iter().map(|hint| format!("\nHulp: {hint}")).collect();
    let mut result = json!({
        "ruleId": note.code.id,
        "ruleIndex": codes::ALL.iter().position(|code| code.id == note.code.id),
        "level": level(note.severity()),
        "message": { "text": note.message.clone() + &hints },
        "locations": note.labels.first().map(|label| location(&label.span, sources)).into_iter().collect::<Vec<_>>(),
    });
    let related = note.labels.iter().enumerate().skip(1).map(|(nr, label)| {
        let mut place = location(&label.span, sources);
        place["id"] = json!(nr);
        place["message"] = json!({ "text": label.tekst });
        place
    });
    let related: Vec<Value> = related.collect();
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    if let Some((span, nieuw)) = note.reparatie(sources) {
        result["fixes"] = json!([{
            "description": { "text": format!("Schrijf `{nieuw}`") },
            "artifactChanges": [{
                "artifactLocation": artifact(&span, sources),
                "replacements": [{ "deletedRegion": region(&span, sources), "insertedContent": { "text": nieuw } }],
            }],
        }]);
    }
    result
}

fn location(span: &Span, sources: &Sources) -> Value {
    json!({ "physicalLocation": { "artifactLocation": artifact(span, sources), "region": region(span, sources) } })
}

fn artifact(span: &Span, sources: &Sources) -> Value {
    json!({ "uri": uri(&sources.get(span.file).path), "uriBaseId": "PROJECT" })
}

fn region(span: &Span, sources: &Sources) -> Value {
    let place = Place::new(span, sources);
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

/// A path as a relative URI.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
