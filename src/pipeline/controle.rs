//! The report on a run that publishes, beside the bundles.

use super::jaaroverzicht;
use super::publiceer::{Publicatieverslag, Uitgave, Uitgavelot};
use crate::diag::{Fatal, Note, Sources};
use crate::kanalen::controle::{Deel, Regel, Stand, html, markdown};
use crate::publish::Out;
use crate::publish::bundels::MAP;

/// The report on the whole run, beside the bundles: what became of each, and every fault with its place.
pub(super) fn controle(verslag: &Publicatieverslag, out: &Out) -> Result<(), Fatal> {
    let van_bundel = |uitgave: &Uitgave| {
        let (stand, uitleg) = match uitgave.lot {
            Uitgavelot::Gemaakt | Uitgavelot::Ongewijzigd => {
                (Stand::Goed, format!("stukken in de bundel: {}", uitgave.stukken))
            }
            Uitgavelot::Leeg => (Stand::LetOp, "geen bundel: niets is definitief of vastgesteld".to_string()),
            Uitgavelot::Mislukt => (Stand::Fout, "geen bundel: herstel eerst de fouten hieronder".to_string()),
        };
        Regel { wat: format!("{} {}", uitgave.wie, uitgave.jaar), stand, uitleg }
    };
    let mut delen = vec![
        Deel { kop: "Bundels".to_string(), regels: verslag.bundels.iter().map(van_bundel).collect() },
        Deel {
            kop: "Overzicht van het jaar".to_string(),
            regels: verslag.jaren.iter().map(jaaroverzicht::regel).collect(),
        },
    ];
    let fouten: Vec<Regel> =
        verslag.notes.iter().filter(|note| note.is_fout()).map(|note| regel(note, &verslag.sources)).collect();
    if !fouten.is_empty() {
        delen.push(Deel { kop: "Fouten".to_string(), regels: fouten });
    }
    let titel = "Controle van deze publicatie";
    out.write(&format!("{MAP}/controle.md"), markdown(titel, &delen).as_bytes())?;
    out.write(&format!("{MAP}/controle.html"), html(titel, &delen).as_bytes())?;
    Ok(())
}

/// A fault with the place to repair it.
fn regel(note: &Note, sources: &Sources) -> Regel {
    let plek = note.labels.first().map_or(String::new(), |label| {
        let (line, column) = sources.line_column(&label.span);
        format!("{}:{line}:{column}", sources.get(label.span.file).path)
    });
    let uitleg = [vec![note.message.clone()], note.hints.clone()].concat().join(". ");
    Regel { wat: format!("{} {plek}", note.code.id).trim_end().to_string(), stand: Stand::Fout, uitleg }
}
