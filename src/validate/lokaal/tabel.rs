//! `lokaal.csv`: a row per gemeente, a column per field.

use std::collections::BTreeMap;

use super::Afwijking;
use crate::diag::codes::{G203, G231, G238, G271, G272, G273, G275};
use crate::diag::{Note, Span};
use crate::load::csv::{Rij, Tabel};
use crate::load::yaml::{Entry, Key, Kind, Value};
use crate::model::gemeente::Gemeente;

/// How deep a column may point.
const MAX_DELEN: usize = 16;

/// How many notes the rows of a table may give; more than a person can use.
const MAX_NOTES: usize = 100;

/// The field that a column is about: the parts of its name, each with its place.
type Pad = Vec<Key>;

/// The deviations in the table, each gemeente once; faults of the table as a whole go to `notes`.
pub(super) fn rijen(
    tabel: &Tabel,
    gemeenten: &BTreeMap<String, Gemeente>,
    lees: &dyn Fn(&Value) -> Vec<Note>,
    notes: &mut Vec<Note>,
) -> Vec<(String, Afwijking)> {
    let Some(kolommen) = kop(&tabel.kop, lees, notes) else { return Vec::new() };
    let mut gevonden: BTreeMap<String, Afwijking> = BTreeMap::new();
    let begin = notes.len();
    for rij in &tabel.rijen {
        let Some((slug, span)) = gemeente(rij, gemeenten, notes) else { continue };
        if let Some(eerder) = gevonden.get_mut(&slug) {
            let message = format!("`{slug}` staat twee keer in deze tabel (hier in rij {})", rij.nr);
            let note = Note::at(G275, span, message).also(eerder.span.clone(), "hier voor het eerst");
            eerder.notes.push(note.hint("Maak er één rij van"));
            continue;
        }
        let mut eigen = Vec::new();
        let mut entries = Vec::new();
        if aantal(rij, &slug, &tabel.kop, &mut eigen) {
            for (pad, cel) in kolommen.iter().zip(&rij.cellen[1..]) {
                if let Some(pad) = pad.as_deref().filter(|_| cel.scalar().is_some()) {
                    zet(&mut entries, pad, cel);
                }
            }
        }
        let value = Value { span: span.clone(), kind: Kind::Map(entries) };
        gevonden.insert(slug, Afwijking { value, span, notes: eigen });
    }
    if notes.len() > begin + MAX_NOTES {
        notes.truncate(begin + MAX_NOTES);
        let last = notes.pop().map(|note| note.hint("Er zijn nog meer meldingen over deze tabel; los deze eerst op"));
        notes.extend(last);
    }
    gevonden.into_iter().collect()
}

/// The text of a cell, without blanks around it.
fn tekst(cel: &Value) -> &str {
    cel.scalar().map_or("", |scalar| scalar.text.trim())
}

/// The gemeente of a row.
fn gemeente(rij: &Rij, gemeenten: &BTreeMap<String, Gemeente>, notes: &mut Vec<Note>) -> Option<(String, Span)> {
    let cel = rij.cellen.first()?;
    let slug = tekst(cel);
    if gemeenten.contains_key(slug) {
        return Some((slug.to_string(), cel.span.clone()));
    }
    if slug.is_empty() {
        let message = format!("rij {} noemt geen gemeente", rij.nr);
        let note = Note::at(G275, cel.span.clone(), message);
        notes.push(note.hint("Zet in de eerste cel de korte naam van de gemeente, of haal de rij weg"));
        return None;
    }
    let note = Note::at(G231, cel.span.clone(), format!("de gemeente `{slug}` in rij {} is niet bekend", rij.nr));
    notes.push(note.bedoeld(
        slug,
        gemeenten.keys().map(String::as_str),
        "Gebruik de naam van een bestand in `content/gemeenten`",
    ));
    None
}

/// Whether a row has a cell for every column; a column at the end without a name has been noted, and asks for none.
fn aantal(rij: &Rij, slug: &str, kop: &[Value], notes: &mut Vec<Note>) -> bool {
    let (cellen, kolommen) = (rij.cellen.len(), kop.len());
    let naamloos = kop.iter().rev().take_while(|cel| cel.scalar().is_none()).count();
    if (kolommen - naamloos..=kolommen).contains(&cellen) {
        return true;
    }
    let (Some(eerste), Some(laatste), Some(kop)) = (rij.cellen.first(), rij.cellen.last(), kop.last()) else {
        return false;
    };
    let message = format!("rij {} (`{slug}`) heeft {}, de kop heeft er {kolommen}", rij.nr, woord(cellen));
    let gebroken = || rij.cellen.windows(2).find(|paar| is_gebroken_bedrag(paar));
    let (van, hint) = match (cellen.checked_sub(kolommen), gebroken()) {
        (Some(1), Some([euro, cent])) => {
            let bedrag = format!("{},{}", tekst(euro), tekst(cent));
            let hint = format!("De komma in `{bedrag}` maakt er twee cellen van: schrijf `\"{bedrag}\"`");
            (Span { end: cent.span.end, ..euro.span.clone() }, hint)
        }
        (Some(_), _) => {
            let hint = "Zet een komma of puntkomma in een cel tussen aanhalingstekens, of haal weg wat te veel is";
            (Span { end: laatste.span.end, ..rij.cellen[kolommen].span.clone() }, hint.to_string())
        }
        (None, _) => (
            Span { end: laatste.span.end, ..eerste.span.clone() },
            "Geef elke kolom een cel, ook een lege: zet er een puntkomma of komma bij".to_string(),
        ),
    };
    let note = Note::at(G273, van, message).also(kop.span.clone(), format!("de laatste van {kolommen} kolommen"));
    notes.push(note.hint(hint));
    false
}

/// An amount of which the cents became a cell of their own.
fn is_gebroken_bedrag(paar: &[Value]) -> bool {
    let [euro, cent] = paar else { return false };
    let cijfers = |cel: &Value| !tekst(cel).is_empty() && tekst(cel).bytes().all(|b| b.is_ascii_digit() || b == b'.');
    cijfers(euro) && cijfers(cent) && tekst(cent).len() == 2 && cent.span.start == euro.span.end + 1
}

fn woord(cellen: usize) -> String {
    if cellen == 1 { "1 cel".to_string() } else { format!("{cellen} cellen") }
}

/// The fields of the columns after the first; `None` for a column that is faulty, nothing at all without a sound header.
fn kop(kop: &[Value], lees: &dyn Fn(&Value) -> Vec<Note>, notes: &mut Vec<Note>) -> Option<Vec<Option<Pad>>> {
    let eerste = kop.first()?;
    if tekst(eerste) != "gemeente" {
        let message = format!("de eerste kolom heet `{}`, niet `gemeente`", tekst(eerste));
        let hint = "Begin de eerste rij met `gemeente`, met komma's of puntkomma's tussen de kolommen";
        notes.push(Note::at(G271, eerste.span.clone(), message).hint(hint));
        return None;
    }
    if kop.len() == 1 {
        let note = Note::at(G271, eerste.span.clone(), "deze tabel heeft geen kolommen met waarden");
        notes.push(note.hint("Zet achter `gemeente` per kolom een veld, zoals `gemeente;zaaknummer;vergadering.raad`"));
        return None;
    }
    let mut paden: Vec<Option<Pad>> = Vec::new();
    for (nr, cel) in kop.iter().enumerate().skip(1) {
        let gelezen = pad(cel, nr + 1).and_then(|pad| botst(&kop[1..], &paden, pad, cel));
        paden.push(gelezen.map_err(|note| notes.push(*note)).ok());
    }
    bekend(&mut paden, &kop[1..], lees, notes);
    Some(paden)
}

/// The parts of the name of a column.
fn pad(cel: &Value, nr: usize) -> Result<Pad, Box<Note>> {
    let Some(scalar) = cel.scalar() else {
        let note = Note::at(G272, cel.span.clone(), format!("kolom {nr} heeft geen naam"));
        return Err(Box::new(note.hint("Geef de kolom de naam van een veld, of haal haar helemaal weg")));
    };
    let mut pad = Pad::new();
    let mut at = scalar.text.len() - scalar.text.trim_start().len();
    for deel in scalar.text.trim().split('.') {
        if deel.is_empty() || pad.len() == MAX_DELEN {
            let note = Note::at(G272, cel.span.clone(), format!("`{}` is geen naam van een veld", tekst(cel)));
            return Err(Box::new(
                note.hint("Schrijf `zaaknummer`, of met punten een veld in een groep: `vergadering.raad`"),
            ));
        }
        pad.push(Key { text: deel.to_string(), span: cel.locate(at..at + deel.len()) });
        at += deel.len() + 1;
    }
    Ok(pad)
}

/// No two columns are about one field, or about a group and a field in it.
fn botst(kop: &[Value], paden: &[Option<Pad>], pad: Pad, cel: &Value) -> Result<Pad, Box<Note>> {
    let begint = |eerder: &Pad| eerder.iter().zip(&pad).all(|(a, b)| a.text == b.text);
    let Some(nr) = paden.iter().position(|eerder| eerder.as_ref().is_some_and(begint)) else { return Ok(pad) };
    let (eerder, deze) = (&kop[nr], tekst(cel));
    let message = if tekst(eerder) == deze {
        format!("de kolom `{deze}` staat er twee keer")
    } else {
        format!("de kolommen `{}` en `{deze}` gaan over hetzelfde veld", tekst(eerder))
    };
    let note = Note::at(G272, cel.span.clone(), message).also(eerder.span.clone(), "hier staat de andere");
    Err(Box::new(note.hint("Haal een van de twee weg")))
}

/// Drops every column that is no field of this document. The readers themselves say so: they get the header as if it were
/// a document of its own, so that a field the document fills in already can be meant too.
fn bekend(paden: &mut [Option<Pad>], kop: &[Value], lees: &dyn Fn(&Value) -> Vec<Note>, notes: &mut Vec<Note>) {
    let mut entries = Vec::new();
    paden
        .iter()
        .zip(kop)
        .filter_map(|(pad, cel)| Some((pad.as_ref()?, cel)))
        .for_each(|(pad, cel)| zet(&mut entries, pad, cel));
    let proef = Value { span: kop[0].span.clone(), kind: Kind::Map(entries) };
    for note in lees(&proef).into_iter().filter(|note| [G203, G238].contains(&note.code)) {
        let Some(label) = note.labels.first() else { continue };
        let deel = |key: &Key| key.span == label.span;
        let Some(nr) = paden.iter().position(|pad| pad.as_ref().is_some_and(|pad| pad.iter().any(deel))) else {
            continue;
        };
        let message = format!("de kolom `{}` is geen veld van dit stuk", tekst(&kop[nr]));
        notes.push(Note { code: G272, message, ..note });
        paden[nr] = None;
    }
}

/// Puts a cell at its field.
fn zet(entries: &mut Vec<Entry>, pad: &[Key], cel: &Value) {
    let Some((key, rest)) = pad.split_first() else { return };
    if rest.is_empty() {
        entries.push(Entry { key: key.clone(), value: cel.clone() });
        return;
    }
    let nr = entries.iter().position(|entry| entry.key.text == key.text).unwrap_or_else(|| {
        let value = Value { span: cel.span.clone(), kind: Kind::Map(Vec::new()) };
        entries.push(Entry { key: key.clone(), value });
        entries.len() - 1
    });
    if let Kind::Map(dieper) = &mut entries[nr].value.kind {
        zet(dieper, rest, cel);
    }
}
