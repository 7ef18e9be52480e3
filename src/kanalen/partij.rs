//! Who publishes and where, with what the register of government organisations says of them.

use chrono::NaiveDate;

use super::indeling::basis_url;
use crate::diag::codes::{G733, G734, G735};
use crate::diag::{Note, Span};
use crate::model::organisatie::Gegevens;
use crate::model::project::Project;
use crate::model::tooi::{self, Overheid};
use crate::nl;

/// The address of who publishes; a fault at its name when it has none.
pub fn basis(project: &Project, wie: &str, gegevens: &Gegevens, notes: &mut Vec<Note>) -> Option<String> {
    let found = basis_url(project, wie, &gegevens.kanaal).map(str::to_string);
    if found.is_none() {
        let message = format!("{} heeft geen `basis_url`, dus het adres van de stukken is niet bekend", gegevens.naam);
        let note = Note::at(G733, gegevens.kanaal.span.clone(), message);
        notes.push(note.hint("Voeg een regel `basis_url: https://...` toe: het adres waar de stukken komen te staan"));
    }
    found
}

/// The organisation in the register, as it may be named on this day.
pub fn overheid(
    gegevens: &Gegevens,
    dag: Option<(NaiveDate, &Span)>,
    notes: &mut Vec<Note>,
) -> Option<&'static Overheid> {
    let kanaal = &gegevens.kanaal;
    let Some((code, span)) = &kanaal.tooi else {
        let message = format!("van {} is geen code uit het register van overheidsorganisaties bekend", gegevens.naam);
        notes.push(
            Note::at(G734, kanaal.span.clone(), message)
                .hint("Voeg `tooi: {id: https://identifier.overheid.nl/tooi/id/...}` toe"),
        );
        return None;
    };
    let Some(gevonden) = tooi::zoek(code) else {
        let message = format!("`{code}` staat niet in het register van overheidsorganisaties (TOOI)");
        notes.push(Note::at(G734, span.clone(), message).hint("Kijk de code na op identifier.overheid.nl"));
        return None;
    };
    if let Some((dag, plek)) = dag
        && !gevonden.geldig.op(dag)
    {
        let message = format!("{} bestond niet op {}, de datum van het stuk", gevonden.label, nl::datum::lang(dag));
        notes.push(
            Note::at(G735, span.clone(), message)
                .also(plek.clone(), "de datum van het stuk")
                .hint("Kijk de code na, of de datum"),
        );
        return None;
    }
    Some(gevonden)
}
