//! The report on a run that publishes, beside the bundles.

use super::jaaroverzicht;
use super::publiceer::{Publicatieverslag, Uitgave, Uitgavelot};
use crate::diag::{Fatal, Note, Sources};
use crate::kanalen::Buiten;
use crate::kanalen::controle::{Deel, Regel, Stand, html, markdown};
use crate::publish::Out;

/// Where the report on a run lies as a page, below the out folder.
pub const VERSLAG: &str = "publicatie-controle.html";

/// The report on the whole run, beside the folder of the bundles: what became of each, every fault with its place, and
/// what is not published. That last part is not for a website.
pub(super) fn controle(verslag: &Publicatieverslag, out: &Out) -> Result<(), Fatal> {
    let van_bundel = |uitgave: &Uitgave| {
        let (stand, uitleg) = match uitgave.lot {
            Uitgavelot::Gemaakt | Uitgavelot::Ongewijzigd => {
                (Stand::Goed, format!("stukken in de bundel: {}", uitgave.stukken))
            }
            Uitgavelot::Leeg => (Stand::LetOp, "geen bundel: niets is definitief of vastgesteld".to_string()),
            Uitgavelot::Mislukt => (Stand::Fout, "geen bundel: herstel eerst de fouten hieronder".to_string()),
        };
        Regel { wat: format!("{} {}", uitgave.wie, uitgave.jaar), stand, uitleg, naar: None }
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
    let buiten = buiten(&verslag.bundels);
    if !buiten.is_empty() {
        delen.push(Deel { kop: "Wat niet meegaat".to_string(), regels: buiten });
    }
    let titel = "Controle van deze publicatie";
    let inleiding =
        "Dit verslag is voor uzelf. Het noemt ook stukken die niet openbaar zijn: zet het niet op een website.";
    out.write("publicatie-controle.md", markdown(titel, inleiding, &delen).as_bytes())?;
    out.write(VERSLAG, html(titel, inleiding, &delen).as_bytes())?;
    Ok(())
}

/// The documents that stay out: what, about what, why, and for whom; once for all bundles that say the same of it.
fn buiten(bundels: &[Uitgave]) -> Vec<Regel> {
    let mut samen: Vec<(i32, &Buiten, Vec<&str>)> = Vec::new();
    for uitgave in bundels {
        for een in &uitgave.buiten {
            match samen.iter_mut().find(|(jaar, eerder, _)| (*jaar, *eerder) == (uitgave.jaar, een)) {
                Some((.., wie)) => wie.push(&uitgave.wie),
                None => samen.push((uitgave.jaar, een, vec![&uitgave.wie])),
            }
        }
    }
    let regel = |(jaar, een, wie): (i32, &Buiten, Vec<&str>)| {
        let onderwerp = een.onderwerp.as_ref().map(|onderwerp| format!(" ‘{onderwerp}’")).unwrap_or_default();
        let kenmerk = een.kenmerk.as_ref().map(|kenmerk| format!(", kenmerk {kenmerk}")).unwrap_or_default();
        let wat = format!("{jaar} {}{onderwerp}{kenmerk}", een.wat);
        let uitleg = format!("{} – voor {}; zie {}", een.reden, wie.join(", "), een.map);
        Regel { wat, stand: Stand::LetOp, uitleg, naar: None }
    };
    samen.into_iter().map(regel).collect()
}

/// A fault with the place to repair it.
fn regel(note: &Note, sources: &Sources) -> Regel {
    let plek = note.labels.first().map_or(String::new(), |label| {
        let (line, column) = sources.line_column(&label.span);
        format!("{}:{line}:{column}", sources.get(label.span.file).path)
    });
    let uitleg = [vec![note.message.clone()], note.hints.clone()].concat().join(". ");
    Regel { wat: format!("{} {plek}", note.code.id).trim_end().to_string(), stand: Stand::Fout, uitleg, naar: None }
}
