//! Whether two lines say the same, wherever they stand.

use crate::model::tekst::{Inline, Regel, Uitdrukking, Veld};

/// Whether both lines print the same words in the same way.
pub(super) fn zelfde(een: &Regel, ander: &Regel) -> bool {
    een.len() == ander.len() && een.iter().zip(ander).all(|(een, ander)| deel(een, ander))
}

fn deel(een: &Inline, ander: &Inline) -> bool {
    match (een, ander) {
        (Inline::Tekst(een, _), Inline::Tekst(ander, _)) => een == ander,
        (Inline::Vet(een), Inline::Vet(ander))
        | (Inline::Cursief(een), Inline::Cursief(ander))
        | (Inline::Superscript(een), Inline::Superscript(ander)) => zelfde(een, ander),
        (Inline::Link { url, tekst, .. }, Inline::Link { url: waar, tekst: woorden, .. }) => {
            url == waar && zelfde(tekst, woorden)
        }
        (Inline::Noot { id, .. }, Inline::Noot { id: ander, .. }) => id == ander,
        (Inline::Veld(een), Inline::Veld(ander)) => veld(een, ander),
        (Inline::Onbekend { naam, .. }, Inline::Onbekend { naam: ander, .. }) => naam == ander,
        (Inline::Regeleinde, Inline::Regeleinde) => true,
        _ => false,
    }
}

fn veld(een: &Veld, ander: &Veld) -> bool {
    let woorden = |uitdrukking: &Uitdrukking| uitdrukking.to_string();
    woorden(&een.uitdrukking) == woorden(&ander.uitdrukking)
}
