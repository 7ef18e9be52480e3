//! What Tera says about a template, in Dutch and with a place in the template.
//!
//! Tera gives the unknown filters, parts and functions of a kind as one printed text; the places are read back from it.

use std::collections::BTreeMap;

use tera::ErrorKind;

use super::sjabloonfrasen;
use crate::diag::codes::{G501, G502};
use crate::diag::vertaal::technisch;
use crate::diag::{FileNr, Note, Sources, Span, closest};

/// Source file by template name.
pub type Files = BTreeMap<String, FileNr>;

/// The faults of one kind's templates, each at its place.
pub fn notes(error: &tera::Error, soort: &str, files: &Files, sources: &Sources) -> Vec<Note> {
    let code = if matches!(error.kind(), ErrorKind::RenderingError(_)) { G502 } else { G501 };
    let printed = error.to_string();
    let reports: Vec<Report> = printed.split("error: ").filter_map(Report::read).collect();
    let waar = format!("in een sjabloon van de soort `{soort}`");
    if reports.is_empty() {
        return vec![zonder_plek(error.kind(), &waar, files)];
    }
    let note = |report: &Report<'_>| {
        let gezegd = dutch(report.message);
        let message = format!("{}, {waar}", gezegd.message);
        let mut places = report.places.iter().filter_map(|place| place.span(files, sources));
        let note = match places.next() {
            Some(span) => Note::at(code, span, message),
            None => Note::without_place(code, message),
        };
        let note = places.fold(note, |note, span| note.also(span, "vanaf hier ingevoegd"));
        gezegd.help(if report.message.starts_with(EINDE) { bij_opening(note, sources) } else { note })
    };
    reports.iter().map(note).collect()
}

/// How Tera begins when a template ends too early.
const EINDE: &str = "Unexpected end of input";

/// A note about the end of a template moved to what was opened and never closed.
fn bij_opening(mut note: Note, sources: &Sources) -> Note {
    let Some(label) = note.labels.first_mut() else { return note };
    let file = label.span.file;
    let Some(range) = super::sjabloonopen::open(&sources.get(file).text) else { return note };
    let einde = std::mem::replace(&mut label.span, Span::new(file, range));
    note.message = note.message.replacen(TE_VROEG, "dit wordt niet afgesloten voor het sjabloon ophoudt", 1);
    note.also(einde, "hier houdt het sjabloon op")
}

/// The first fault: all that rendering one template can give.
pub fn een(error: &tera::Error, soort: &str, files: &Files, sources: &Sources) -> Note {
    let first = notes(error, soort, files, sources).into_iter().next();
    first.unwrap_or_else(|| zonder_plek(error.kind(), soort, files))
}

/// A fault that Tera gives no place for: in the inheritance or inclusion of templates, or in a call.
fn zonder_plek(kind: &ErrorKind, waar: &str, files: &Files) -> Note {
    let top = |naam: &str| files.get(naam).map(|nr| Span::new(*nr, 0..0));
    let (place, message) = match kind {
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (top(tpl), format!("`{tpl}` voegt zichzelf in"))
        }
        ErrorKind::MissingParent { current, parent } => (top(current), format!("het sjabloon `{parent}` is er niet")),
        ErrorKind::TemplateNotFound(naam) => (None, format!("het sjabloon `{naam}` is er niet")),
        _ => (None, "Tera kan dit niet lezen".to_string()),
    };
    let message = format!("{message}, {waar}");
    match place {
        Some(span) => Note::at(G501, span, message),
        None => Note::without_place(G501, message),
    }
}

/// One fault as Tera prints it.
struct Report<'t> {
    message: &'t str,
    /// The main place first, then from where that template was included.
    places: Vec<Place<'t>>,
}

/// `naam:regel:kolom`, with the number of characters that are marked.
struct Place<'t> {
    naam: &'t str,
    regel: usize,
    kolom: usize,
    breedte: usize,
}

impl<'t> Report<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let mut lines = text.lines();
        let message = lines.next().filter(|message| !message.is_empty())?;
        let mut places: Vec<Place<'t>> = Vec::new();
        for line in lines {
            let at = line.trim_start().strip_prefix("--> ").or_else(|| line.strip_prefix("note: called from "));
            let marks = line.trim_start().strip_prefix('|').map(str::trim);
            if let Some(place) = at.and_then(Place::read) {
                places.push(place);
            } else if let (Some(marks), Some(place)) = (marks, places.last_mut())
                && !marks.is_empty()
                && marks.bytes().all(|byte| byte == b'^')
            {
                place.breedte = marks.len();
            }
        }
        (!places.is_empty()).then_some(Self { message, places })
    }
}

impl<'t> Place<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let (rest, kolom) = text.rsplit_once(':')?;
        let (naam, regel) = rest.rsplit_once(':')?;
        Some(Self { naam, regel: regel.parse().ok()?, kolom: kolom.parse().ok()?, breedte: 0 })
    }

    fn span(&self, files: &Files, sources: &Sources) -> Option<Span> {
        let nr = *files.get(self.naam)?;
        let text = &sources.get(nr).text;
        let before: usize = text.split_inclusive('\n').take(self.regel.checked_sub(1)?).map(str::len).sum();
        let line = text[before..].split('\n').next().unwrap_or_default();
        let byte = |nr: usize| line.char_indices().nth(nr).map_or(line.len(), |(at, _)| at);
        let (from, to) = (byte(self.kolom.saturating_sub(1)), byte(self.kolom.saturating_sub(1) + self.breedte));
        Some(Span::new(nr, before + from..before + to))
    }
}

/// A fault in Dutch.
struct Gezegd {
    message: String,
    /// What was typed and what could have been meant.
    namen: Option<(String, Vec<String>)>,
    hint: String,
}

impl Gezegd {
    fn help(&self, note: Note) -> Note {
        match &self.namen {
            Some((typed, known)) if closest(typed, known.iter().map(String::as_str)).is_some() => {
                note.bedoeld(typed, known.iter().map(String::as_str), "")
            }
            _ if self.hint.is_empty() => note,
            _ => note.hint(self.hint.as_str()),
        }
    }
}

/// What Tera cannot find, by the words it has for it.
const ONBEKEND: &[(&str, &str, &str)] = &[
    ("Unknown filter `", "het filter", "Gebruik een filter van Tera, of `lit` voor een tekst in Typst-code"),
    ("Unknown test `", "de test", "Gebruik een test van Tera, zoals `is defined`"),
    ("Unknown function `", "de functie", "Sjablonen van griffel hebben geen functies; Rust geeft wat er staat"),
    ("Unknown component `", "het onderdeel", "Zet het onderdeel in `templates/delen`"),
    (
        "Unknown template `",
        "het bestand",
        "Zet het bestand in `templates/delen`, en noem het als `delen/naam.typ.tera`",
    ),
];

/// The same in Dutch.
const TE_VROEG: &str = "het sjabloon houdt op terwijl er nog iets open is";

/// Fixed phrases; the first that begins the message counts.
const VAST: &[(&str, &str, &str)] = &[
    (EINDE, TE_VROEG, "Sluit elke `{{`, `{%`, `if` en `for`"),
    (
        "Closing comment tag",
        "een opmerking wordt niet gesloten",
        "Schrijf `#}`; staat er Typst-code, zet dan een spatie tussen `{` en `#`",
    ),
    ("Unknown tag", "Tera kent deze opdracht niet", "Gebruik `if`, `for`, `set` of `include`"),
    (
        "Found ",
        "hier hoort iets anders te staan",
        "Kijk of elke `{{` een `}}` heeft, elke `{%` een `%}`, en elke `if` en `for` een einde",
    ),
];

fn dutch(message: &str) -> Gezegd {
    let quoted = |text: &str| text.split('`').next().unwrap_or_default().to_string();
    for (start, wat, hint) in ONBEKEND {
        if let Some(rest) = message.strip_prefix(start) {
            let message = format!("{wat} `{}` is er niet", quoted(rest));
            return Gezegd { message, namen: None, hint: (*hint).to_string() };
        }
    }
    for (start, wat) in [("Variable `", "het gegeven"), ("Field `", "het veld")] {
        if let Some(rest) = message.strip_prefix(start) {
            let naam = quoted(rest);
            let known =
                ["Available variables: ", "Available fields: "].iter().find_map(|lead| message.split_once(lead));
            let known: Vec<String> =
                known.map(|(_, names)| names.split(", ").map(str::to_string).collect()).unwrap_or_default();
            let hint = format!("Vraag eerst of het er is: `{{% if {naam} %}}`");
            return Gezegd { message: format!("{wat} `{naam}` is er niet"), namen: Some((naam, known)), hint };
        }
    }
    if let Some((message, hint)) = sjabloonfrasen::dutch(message) {
        return Gezegd { message, namen: None, hint };
    }
    match VAST.iter().find(|(start, ..)| message.starts_with(start)) {
        Some((_, vast, hint)) => Gezegd { message: (*vast).to_string(), namen: None, hint: (*hint).to_string() },
        None => {
            Gezegd { message: "Tera kan dit niet lezen".to_string(), namen: None, hint: technisch("Tera", message) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The notes of a template, as `regel:kolom tekst | melding | hulp`.
    fn faults(text: &str, deel: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let files: Files = [("a", text), ("delen/b", deel)]
            .into_iter()
            .map(|(naam, text)| (naam.to_string(), sources.add(naam, text)))
            .collect();
        let mut tera = tera::Tera::new();
        let texts: Vec<(&str, &str)> = vec![("a", text), ("delen/b", deel)];
        let mut context = tera::Context::new();
        context.insert("onderwerp", "x");
        let error = tera.add_raw_templates(texts).err().or_else(|| tera.render("a", &context).err());
        let notes = error.map(|error| notes(&error, "proef", &files, &sources)).unwrap_or_default();
        let show = |note: &Note| {
            let places = note.labels.iter().map(|label| {
                let (line, column) = sources.line_column(&label.span);
                format!("{}:{line}:{column} `{}`", sources.get(label.span.file).path, sources.slice(&label.span))
            });
            let places: Vec<String> = places.collect();
            format!("{} {} | {} | {}", note.code.id, places.join(" "), note.message, note.hints.join("; "))
        };
        notes.iter().map(show).collect()
    }

    #[test]
    fn every_unknown_filter_and_part_is_shown_at_its_place_in_one_run() {
        let text = "é {{ onderwerp | uper }}\n{% include \"delen/c\" %}\n";
        let got = faults(text, "{{ zoek() }}");
        assert_eq!(got.len(), 3, "{got:#?}");
        assert!(
            got[0]
                .starts_with("G501 a:1:18 `uper` | het filter `uper` is er niet, in een sjabloon van de soort `proef`"),
            "{}",
            got[0]
        );
        assert!(got[1].starts_with("G501 a:2:"), "{}", got[1]);
        assert!(got[1].contains("| het bestand `delen/c` is er niet, in"), "{}", got[1]);
        assert!(got[2].starts_with("G501 delen/b:1:"), "{}", got[2]);
    }

    #[test]
    fn a_missing_value_is_asked_for_by_its_near_name_and_says_where_it_was_included() {
        let got = faults("{{ onderwerp }}\n{% include \"delen/b\" %}", "\n{{ onderwrp }}");
        assert_eq!(got.len(), 1, "{got:#?}");
        assert!(got[0].starts_with("G502 delen/b:2:4 `onderwrp` a:2:"), "{}", got[0]);
        assert!(got[0].contains("| het gegeven `onderwrp` is er niet, in"), "{}", got[0]);
        assert!(got[0].ends_with("Bedoelde u `onderwerp`?"), "{}", got[0]);
    }

    #[test]
    fn the_common_slips_are_told_in_dutch() {
        for text in [
            "{% if onderwerp %}",
            "{{ onderwerp",
            "{# nooit dicht",
            "{% als onderwerp %}",
            "{{ onderwerp | }}",
            "{% for x in onderwerp.niets %}{% endfor %}",
            "{{ onderwerp.niets }}",
            "{% for x %}",
            "{% include \"a\" %}",
            "{{ onderwerp is vreemd }}",
            "{% extends \"weg\" %}",
        ] {
            let got = faults(text, "");
            assert_eq!(got.len(), 1, "{text}: {got:?}");
            assert!(!got[0].contains("Technische melding"), "{text}: {got:?}");
            assert!(got[0].contains(" a:1:"), "{text}: {got:?}");
        }
    }
}
