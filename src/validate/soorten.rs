//! Kinds: `soort.yaml` is written by designers and read by serde.

use std::collections::BTreeMap;

use super::publicatie;
use crate::diag::codes::{G503, G504, G731};
use crate::diag::vertaal::{Patroon, technisch, vertaal};
use crate::diag::{FileNr, Note, Sources, Span, kies};
use crate::load::Raw;
use crate::load::node::Notes;
use crate::load::yaml;
use crate::model::ondertekening::ambt_note;
use crate::model::publicatie::Indeling;
use crate::model::soort::{Soort, VeldDef, VeldType};

/// Reads all kinds.
pub fn soorten(raw: &Raw, notes: &Notes) -> BTreeMap<String, Soort> {
    let mut found = BTreeMap::new();
    for (id, bron) in &raw.soorten {
        let Some(nr) = bron.declaratie else {
            notes.push(
                Note::without_place(G504, format!("in `templates/{id}` staat geen `soort.yaml`"))
                    .hint("Maak het bestand, of haal de map weg"),
            );
            continue;
        };
        if !leesbaar(nr, raw, notes) {
            continue;
        }
        match serde_yaml::from_str::<Soort>(&raw.sources.get(nr).text) {
            Ok(mut soort) => {
                soort.id.clone_from(id);
                check(&soort, nr, raw, notes);
                found.insert(id.clone(), soort);
            }
            Err(error) => notes.push(serde_note(&error, nr, raw)),
        }
    }
    found
}

/// Whether the file is sound YAML: our own reader says what is wrong better than serde does.
fn leesbaar(nr: FileNr, raw: &Raw, notes: &Notes) -> bool {
    let file = raw.sources.get(nr);
    let gelezen = yaml::parse(file.text.as_bytes(), &file.path, &mut Sources::default());
    let fout = gelezen.notes.iter().any(Note::is_fout);
    for mut note in gelezen.notes {
        note.labels.iter_mut().for_each(|label| label.span.file = nr);
        notes.push(note);
    }
    !fout
}

/// A fault of serde at its place, in Dutch.
fn serde_note(error: &serde_yaml::Error, nr: FileNr, raw: &Raw) -> Note {
    let said = error.to_string();
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    let typed = quoted.first().copied().unwrap_or_default();
    let text = &raw.sources.get(nr).text;
    let at = error.location().map_or(0, |location| location.index()).min(text.len());
    let line = text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    // Serde points at the field or at what stands around it; the word itself is better.
    let woord = text.get(at..).and_then(|rest| rest.find(typed)).filter(|_| !typed.is_empty());
    let span =
        woord.map_or(Span::new(nr, at..at + line.len()), |from| Span::new(nr, at + from..at + from + typed.len()));
    let known = quoted.iter().skip(1).copied();
    let keuze = || kies("Kies uit", typed, known.clone(), "alle velden staan in `docs/architecture.md`");
    if said.contains("unknown field") {
        return Note::at(G504, span, format!("`{typed}` is hier geen bekend veld")).bedoeld(
            typed,
            known.clone(),
            keuze(),
        );
    }
    if said.contains("unknown variant") {
        return Note::at(G504, span, format!("`{typed}` kan hier niet")).bedoeld(typed, known.clone(), keuze());
    }
    let here = Span::new(nr, at..at + line.len());
    if said.contains("missing field") {
        return Note::at(G504, here, format!("hier ontbreekt `{typed}`")).hint(format!("Voeg `{typed}: ...` toe"));
    }
    if said.contains("duplicate field") {
        return Note::at(G504, span, format!("`{typed}` staat hier twee keer")).hint("Haal een van de twee weg");
    }
    let hint = "Kijk bij een andere soort hoe dit veld eruitziet, of in `docs/architecture.md`";
    match vertaal(VORMEN, kern(&said), vorm) {
        Some((message, _)) => Note::at(G504, here, message).hint(hint),
        None => Note::at(G504, here, "deze waarde heeft een andere vorm dan hier hoort")
            .hint(hint)
            .hint(technisch("serde", &said)),
    }
}

/// What serde says, without the path before it and the place behind it.
fn kern(said: &str) -> &str {
    let begin = said.find("invalid ").unwrap_or(0);
    let end = said.rfind(" at line ").unwrap_or(said.len());
    said.get(begin..end).unwrap_or(said)
}

/// What serde says of a value of another shape.
const VORMEN: &[Patroon] = &[
    ("invalid type: {}, expected {}", "hier hoort {1}, maar er staat {0}", ""),
    ("invalid value: {}, expected {}", "hier hoort {1}, maar er staat {0}", ""),
];

/// A shape of serde in Dutch.
fn vorm(deel: &str) -> String {
    let vormen = [
        ("sequence", "een lijst"),
        ("map", "een groep velden"),
        ("struct", "een groep velden"),
        ("unit value", "niets"),
        ("integer", "een getal"),
        ("floating point", "een getal met een komma"),
        ("bool", "`true` of `false`"),
        ("string", "tekst"),
        ("nonzero", "een getal groter dan nul"),
    ];
    let (soort, waarde) = deel.split_once(" `").map_or((deel, None), |(soort, waarde)| (soort, Some(waarde)));
    let soort = soort.split(" \"").next().unwrap_or(soort);
    let getal = ["u8", "u16", "u32", "u64", "i64", "usize"].contains(&soort);
    let vorm = vormen.iter().find(|(en, _)| soort.contains(en)).map_or("iets anders", |(_, nl)| *nl);
    let vorm = if getal { "een getal" } else { vorm };
    match waarde.map(|waarde| waarde.trim_end_matches('`')) {
        Some(waarde) if deel.ends_with('`') => format!("`{waarde}`"),
        _ => vorm.to_string(),
    }
}

/// What serde cannot check.
fn check(soort: &Soort, nr: FileNr, raw: &Raw, notes: &Notes) {
    for uitvoer in &soort.uitvoer {
        if !raw.soorten[&soort.id].sjablonen.contains_key(&uitvoer.sjabloon) {
            let message = format!("het sjabloon `{}` van uitvoer `{}` is er niet", uitvoer.sjabloon, uitvoer.naam);
            let place = raw.sources.woord(nr, &uitvoer.sjabloon);
            notes.push(Note::at(G503, place, message).hint(format!("Zet het in `templates/{}`", soort.id)));
        }
    }
    if soort.uitvoer.is_empty() {
        notes.push(Note::at(G503, raw.sources.woord(nr, "uitvoer"), "deze soort heeft geen `uitvoer`"));
    }
    let categorie = Indeling { informatiecategorie: soort.informatiecategorie.clone(), ..Indeling::default() };
    let indelingen = [&categorie, &soort.publicatie].into_iter().chain(soort.uitvoer.iter().map(|u| &u.publicatie));
    for (key, waarde) in indelingen.flat_map(publicatie::niet_in_lijst) {
        let place = raw.sources.woord(nr, waarde);
        notes.push(Note::at(G731, place, format!("`{waarde}` staat niet in de lijst van `{key}`")));
    }
    let ambten = soort.uitvoer.iter().filter_map(|uitvoer| uitvoer.ondertekening.as_ref()).chain(&soort.ondertekening);
    for ambt in ambten.flat_map(|def| &def.ambten) {
        ambt_note(ambt, raw.sources.woord(nr, ambt)).into_iter().for_each(|note| notes.push(note));
    }
    velden(&soort.velden, nr, raw, notes);
}

fn velden(defs: &[VeldDef], nr: FileNr, raw: &Raw, notes: &Notes) {
    for def in defs {
        let fout = match def.soort {
            VeldType::Keuze if def.keuzes.is_empty() => Some("heeft geen `keuzes`"),
            VeldType::Groep if def.velden.is_empty() => Some("heeft geen `velden`"),
            _ if def.standaard.is_some() && !matches!(def.soort, VeldType::Regel | VeldType::Keuze) => {
                Some("kan geen `standaard` hebben: dat kan alleen bij `regel` en `keuze`")
            }
            _ if !def.naam.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') => {
                Some("heeft een naam met andere tekens dan kleine letters, cijfers en `_`")
            }
            _ => None,
        };
        if let Some(fout) = fout {
            notes.push(Note::at(G504, raw.sources.woord(nr, &def.naam), format!("het veld `{}` {fout}", def.naam)));
        }
        velden(&def.velden, nr, raw, notes);
    }
}
