//! Declared fields and the plain fields of the envelope, read by their types.

use super::blokken::Omgeving;
use crate::diag::Note;
use crate::diag::codes::{G201, G258};
use crate::load::node::Node;
use crate::load::yaml::Kind;
use crate::model::datum::Datum;
use crate::model::soort::{VeldDef, VeldType};
use crate::model::tekst::Inline;
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;

/// Largest whole number a field may hold.
const GROOTST: i64 = 1_000_000_000_000;

/// Reads the fields that `defs` declare from a group.
pub fn velden(omgeving: &Omgeving<'_>, node: &Node<'_>, defs: &[VeldDef]) -> Vec<Veldwaarde> {
    let mut found = Vec::new();
    for def in defs {
        let child = node.child(&def.naam);
        match (child, &def.standaard) {
            (Some(child), _) => {
                if let Some(waarde) = waarde(omgeving, &child, def) {
                    found.push(Veldwaarde {
                        naam: def.naam.clone(),
                        etiket: etiket(def),
                        waarde,
                        span: Some(child.span()),
                    });
                }
            }
            (None, Some(standaard)) => {
                found.push(Veldwaarde {
                    naam: def.naam.clone(),
                    etiket: etiket(def),
                    waarde: standaardwaarde(def, standaard, node),
                    span: None,
                });
            }
            (None, None) if def.verplicht => {
                let leeg = node.required(&def.naam);
                if leeg.is_none() && !node.is_map() {
                    node.push(Note::at(G201, node.span(), format!("`{}` ontbreekt", def.naam)));
                }
            }
            // A list without items, so that a template can walk it without asking.
            (None, None) if def.soort == VeldType::Lijst && !node.has(&def.naam) => {
                found.push(Veldwaarde {
                    naam: def.naam.clone(),
                    etiket: etiket(def),
                    waarde: Waarde::Lijst(Vec::new()),
                    span: None,
                });
            }
            (None, None) => {}
        }
    }
    found
}

/// What a blank in the place of a field is called.
fn etiket(def: &VeldDef) -> String {
    def.etiket.clone().unwrap_or_else(|| def.naam.replace('_', " "))
}

/// A default is one line without marks, or one of the words of a choice.
fn standaardwaarde(def: &VeldDef, standaard: &str, node: &Node<'_>) -> Waarde {
    match def.soort {
        VeldType::Keuze => Waarde::Keuze(standaard.to_string()),
        _ => Waarde::Regel(vec![Inline::Tekst(standaard.to_string(), node.span())]),
    }
}

/// Reads one value; `onbekend` is a value of every type.
fn waarde(omgeving: &Omgeving<'_>, node: &Node<'_>, def: &VeldDef) -> Option<Waarde> {
    if node.is_onbekend() {
        return Some(Waarde::Onbekend);
    }
    match def.soort {
        VeldType::Lijst => Some(Waarde::Lijst(lijst(omgeving, node, def))),
        VeldType::Groep => {
            let velden = velden(omgeving, node, &def.velden);
            node.finish();
            Some(Waarde::Groep(velden))
        }
        VeldType::Gemeenten => {
            let slugs = node.as_list().iter().filter_map(|item| omgeving.gemeente(item)).collect();
            Some(Waarde::Gemeenten(slugs))
        }
        VeldType::Keuze => {
            let keuzes: Vec<(&str, &str)> = def.keuzes.iter().map(|k| (k.as_str(), k.as_str())).collect();
            node.as_choice(&keuzes).map(|keuze| Waarde::Keuze(keuze.to_string()))
        }
        soort => enkel(omgeving, node, soort),
    }
}

fn lijst(omgeving: &Omgeving<'_>, node: &Node<'_>, def: &VeldDef) -> Vec<Waarde> {
    let item = VeldDef {
        soort: def.van.unwrap_or(if def.velden.is_empty() { VeldType::Regel } else { VeldType::Groep }),
        ..def.clone()
    };
    node.as_list().iter().filter_map(|node| waarde(omgeving, node, &item)).collect()
}

fn enkel(omgeving: &Omgeving<'_>, node: &Node<'_>, soort: VeldType) -> Option<Waarde> {
    match soort {
        VeldType::Tekst => Some(Waarde::Tekst(omgeving.tekst(node))),
        VeldType::Datum => datum(node).map(Waarde::Datum),
        VeldType::Bedrag => {
            let text = node.as_text()?.text;
            let centen = nl::bedrag::lees(&text);
            if centen.is_none() {
                node.push(
                    Note::at(G258, node.span(), format!("`{text}` is geen bedrag"))
                        .hint("Schrijf een getal zonder euroteken, zoals `12500` of `1250,50`"),
                );
            }
            centen.map(Waarde::Bedrag)
        }
        VeldType::Getal => node.as_integer(-GROOTST..=GROOTST).map(Waarde::Getal),
        VeldType::JaNee => node.as_bool().map(Waarde::JaNee),
        VeldType::Gemeente => omgeving.gemeente(node).map(|slug| Waarde::Gemeenten(vec![slug])),
        _ => omgeving.regel(node).map(Waarde::Regel),
    }
}

/// A date, whole or in part, or words with a year: `{tekst: medio 2021, jaar: 2021}`.
pub fn datum(node: &Node<'_>) -> Option<Datum> {
    if let Kind::Map(_) = node.value().kind {
        let tekst = node.required_text("tekst");
        let jaar = node.integer("jaar", 1900..=2200).and_then(|jaar| i32::try_from(jaar).ok());
        node.finish();
        return tekst.map(|tekst| Datum::Tekst { tekst: tekst.text, jaar });
    }
    node.as_partial_date()
}
