//! Which name was meant, when a template uses one that is not there.

use std::collections::BTreeSet;

use typst::World;

use super::super::world::DocWorld;
use super::super::{Bron, Shelf};
use super::Sjabloon;
use crate::diag::{Note, closest};

/// An unknown name with the near one of Typst or of the style modules, when there is one.
pub fn bedoeld(
    (shelf, world, bron): (&Shelf, &DocWorld, &Bron),
    hier: Option<Sjabloon>,
    naam: &str,
    note: Note,
) -> Note {
    let std = world.library().global.scope().iter().map(|(naam, _)| naam.to_string());
    let stijl = shelf.stijl_files().flat_map(|(_, text)| gedefinieerd(text));
    let eigen = hier.into_iter().flat_map(|hier| {
        let text = bron.file(&hier.path).map(|file| file.text.as_str());
        text.map(gedefinieerd).unwrap_or_default()
    });
    let namen: BTreeSet<String> = std.chain(stijl).chain(eigen).collect();
    match closest(naam, namen.iter().map(String::as_str)) {
        Some(bedoeld) => Note { hints: Vec::new(), ..note }.liever(naam, bedoeld),
        None => note,
    }
}

/// The names that a Typst file gives to functions and values.
fn gedefinieerd(text: &str) -> Vec<String> {
    let naam =
        |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next().map(str::to_string);
    text.split("#let ").skip(1).filter_map(naam).filter(|naam| !naam.is_empty()).collect()
}
