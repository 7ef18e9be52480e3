//! What is checked before YAML: size, encoding, characters, tabs.

use super::build::Read;
use super::{MAX_BYTES, MAX_NOTES};
use crate::diag::codes::{G101, G102, G103, G104, G105, G139};
use crate::diag::{Code, FileNr, Note, Sources, Span};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::collections::BTreeSet;

/// How many different characters that are named by number are noted in one text.
const MAX_NAMED: usize = 20;

/// Adds the file to `sources` as text. A note says that it is too large or no UTF-8.
pub fn decode(bytes: &[u8], path: &str, sources: &mut Sources) -> (FileNr, Vec<Note>) {
    if bytes.len() > MAX_BYTES {
        let file = sources.add(path, "");
        let note = Note::at(G103, Span::new(file, 0..0), "dit bestand is groter dan 10 MiB")
            .hint("Verdeel de inhoud over meer bestanden; zet afbeeldingen en bijlagen ernaast");
        return (file, vec![note]);
    }
    if let Some((encoding, _)) =
        Encoding::for_bom(bytes).filter(|(encoding, _)| [UTF_16LE, UTF_16BE].contains(encoding))
    {
        let file = sources.add(path, encoding.decode(bytes).0);
        return (file, vec![utf8_note(file, 0..0, "dit bestand is opgeslagen als UTF-16, geen UTF-8".into())]);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (sources.add(path, text), Vec::new()),
        Err(_) => windows(bytes, path, sources),
    }
}

/// A file that is partly no UTF-8: most likely Windows-1252, so that is how it is shown.
fn windows(bytes: &[u8], path: &str, sources: &mut Sources) -> (FileNr, Vec<Note>) {
    let (mut text, mut letters) = (String::with_capacity(bytes.len()), Vec::new());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let start = text.len();
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
            letters.push((start, chunk.invalid()[0]));
        }
    }
    let (start, byte) = letters[0];
    let letter = text[start..].chars().next().unwrap_or_default();
    let end = start + letter.len_utf8();
    let file = sources.add(path, text);
    let mut message = format!("dit is geen UTF-8: hier staat byte `{byte:02X}`, in Windows-1252 de letter `{letter}`");
    if letters.len() > 1 {
        message.push_str(&format!(" (en nog {} keer zoiets)", letters.len() - 1));
    }
    (file, vec![utf8_note(file, start..end, message)])
}

fn utf8_note(file: FileNr, range: std::ops::Range<usize>, message: String) -> Note {
    Note::at(G101, Span::new(file, range), message)
        .hint("Sla het bestand opnieuw op en kies bij de codering voor UTF-8")
}

/// Notes every character that has no business in a text, and a file without content.
pub fn characters(text: &str, file: FileNr, notes: &mut Vec<Note>) {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        let note = Note::at(G102, Span::new(file, 0..0), "dit bestand is leeg");
        notes.push(note.hint("Vul het bestand, of verwijder het"));
    }
    let mut previous_end = usize::MAX;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let Some((code, what)) = wrong(c).filter(|_| !(c == '\r' && text[end..].starts_with('\n'))) else { continue };
        if notes.len() > MAX_NOTES {
            break;
        }
        if previous_end != at || notes.last().is_some_and(|last| last.code != code) {
            notes.push(character(code, what, c, Span::new(file, at..end)));
        } else if let Some(label) = notes.last_mut().and_then(|note| note.labels.first_mut()) {
            label.span.end = end;
        }
        previous_end = end;
    }
}

/// The rule that a character breaks, and what it is.
fn wrong(c: char) -> Option<(&'static Code, &'static str)> {
    trouble(c).map(|what| (G104, what)).or_else(|| unseen(c).map(|what| (G139, what)))
}

fn character(code: &'static Code, what: &str, c: char, span: Span) -> Note {
    Note::at(code, span, format!("hier staat {what} (U+{:04X})", u32::from(c)))
        .hint("Verwijder het teken; het is vaak meegekomen met kopiëren en plakken")
}

/// The same for characters that the file does not hold itself: a text between double quotes can name them by number.
pub fn named(text: &str, source: &str, span: &Span) -> Vec<Note> {
    let (mut seen, mut notes) = (BTreeSet::new(), Vec::new());
    for c in text.chars() {
        // A sign of one font's own may be meant; the archive refuses it where it comes on paper.
        let own_sign = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
        if let Some((code, what)) = wrong(c)
            && !own_sign
            && notes.len() < MAX_NAMED
            && seen.insert(c)
            && !source.contains(c)
        {
            notes.push(character(code, what, c, span.clone()));
        }
    }
    notes
}

/// What nobody sees but what is there for a search and a screen reader; the text stays as it is.
fn unseen(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{200B}' | '\u{2060}' | '\u{180E}' => "een teken zonder breedte",
        '\u{200C}' | '\u{200D}' | '\u{34F}' | '\u{2061}'..='\u{2064}' => "een onzichtbaar teken tussen letters",
        '\u{200E}' | '\u{200F}' | '\u{61C}' => "een onzichtbaar merk voor de leesrichting",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "een lege letter",
        '\u{FE00}'..='\u{FE0F}' => "een onzichtbaar teken dat een ander teken verandert",
        '\u{E0000}'..='\u{E007F}' => "een onzichtbare letter",
        _ => return None,
    })
}

/// The text with a blank for every byte of such characters, so that the rest can still be read.
pub fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match trouble(c) {
            Some(_) if !text[at..].starts_with("\r\n") => masked.extend(std::iter::repeat_n(' ', c.len_utf8())),
            _ => masked.push(c),
        }
    }
    masked
}

/// What is wrong with a character.
fn trouble(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    Some(match c {
        '\t' | '\n' => return None,
        '\0' => "een nulteken",
        '\r' => "een los regeleinde van een oude Mac",
        '\u{85}' | '\u{2028}' | '\u{2029}' => "een bijzonder regeleinde",
        '\u{FEFF}' => "een onzichtbaar bestandsmerk",
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "een onzichtbaar teken dat de leesrichting omkeert",
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'.. if code & 0xFFFE != 0xFFFE && code < 0x10_FFFE => {
            "een teken dat alleen in één lettertype bestaat"
        }
        '\u{FDD0}'..='\u{FDEF}' => "een teken dat niet bestaat",
        '\u{FFFD}' => "een vraagtekenblokje: een letter die eerder verloren ging",
        _ if code & 0xFFFE == 0xFFFE => "een teken dat niet bestaat",
        _ if c.is_control() => "een stuurteken",
        _ => return None,
    })
}

/// Notes every line that is indented with a tab, as far as was read and outside texts of more lines.
pub fn tabs(text: &str, file: FileNr, read: &Read) -> Vec<Note> {
    let mut notes = Vec::new();
    let limit = read.error.as_ref().map_or(text.len(), |error| error.last_end);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t', '\u{a0}', '\u{2003}', '\u{3000}']).len();
        let content = line[indent..].trim_end();
        let tab = line[..indent].find(|c| c != ' ').map(|at| start + at);
        if let Some(at) = tab.filter(|at| *at < limit && !content.is_empty() && !content.starts_with('#')) {
            let next = read.long_texts.partition_point(|range| range.end <= at);
            if read.long_texts.get(next).is_none_or(|range| range.start > at) {
                let span = Span::new(file, at..start + indent);
                notes.push(if text[at..].starts_with('\t') { tab_note(span) } else { spatie_note(span) });
            }
        }
        start += line.len();
    }
    notes
}

/// A space that looks like one and is another character.
fn spatie_note(span: Span) -> Note {
    Note::at(G105, span, "deze regel springt in met vaste spaties, die uit Word of een webpagina komen")
        .hint("Haal ze weg en typ gewone spaties")
}

/// A tab as indentation.
pub fn tab_note(span: Span) -> Note {
    Note::at(G105, span, "deze regel springt in met een tab").hint("Vervang elke tab door twee spaties")
}
