//! The words of a line as the author wrote them.

use crate::model::tekst::{Inline, Regel};

/// Without marks and notes; a merge field shows as itself, since it differs per gemeente.
pub fn plat(regel: &Regel) -> String {
    regel
        .iter()
        .map(|deel| match deel {
            Inline::Tekst(tekst, _) => tekst.clone(),
            Inline::Vet(binnen) | Inline::Cursief(binnen) | Inline::Superscript(binnen) => plat(binnen),
            Inline::Link { tekst, .. } => plat(tekst),
            Inline::Noot { .. } => String::new(),
            Inline::Onbekend { naam, .. } => format!("{naam} nog niet bekend"),
            Inline::Regeleinde => " ".to_string(),
            Inline::Veld(veld) => format!("{{{{ {} }}}}", veld.uitdrukking),
        })
        .collect()
}
