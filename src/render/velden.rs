//! Declared fields and the plain fields of the envelope, by their types.

use tera::Value;

use super::bouwer::{Bouwer, Groep, lijst};
use crate::model::bekend::Bekend;
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;

/// The value of a field as its template sees it. `pad` names the field in file paths.
pub fn waarde(bouwer: &mut Bouwer<'_>, pad: &str, veld: &Veldwaarde) -> Value {
    inhoud(bouwer, pad, &veld.waarde, veld)
}

fn inhoud(bouwer: &mut Bouwer<'_>, pad: &str, waarde: &Waarde, veld: &Veldwaarde) -> Value {
    let span = veld.span.as_ref();
    match waarde {
        Waarde::Regel(regel) => bouwer.regel(regel),
        Waarde::Tekst(tekst) => bouwer.tekst(pad, tekst),
        Waarde::Datum(datum) => bouwer.datum(&veld.etiket, &Bekend::Bekend(datum.clone()), span),
        Waarde::Bedrag(centen) => bouwer.woorden(&nl::bedrag::euro(*centen), span),
        Waarde::Getal(getal) => bouwer.woorden(&nl::getal::punten(*getal), span),
        Waarde::JaNee(ja) => Value::from(*ja),
        // The word itself: templates compare it; printed, it is escaped like all text.
        Waarde::Keuze(woord) => Value::from(woord.as_str()),
        Waarde::Gemeenten(slugs) => {
            let namen: Vec<String> = slugs.iter().map(|slug| bouwer.invuller.gemeentenaam(slug)).collect();
            bouwer.woorden(&nl::opsomming::en(&namen), span)
        }
        Waarde::Groep(velden) => groep(bouwer, pad, velden),
        Waarde::Lijst(items) => {
            let each = |(at, item): (usize, &Waarde)| inhoud(bouwer, &format!("{pad}-{:02}", at + 1), item, veld);
            lijst(items.iter().enumerate().map(each).collect())
        }
        Waarde::Onbekend => bouwer.blank(&veld.etiket),
    }
}

fn groep(bouwer: &mut Bouwer<'_>, pad: &str, velden: &[Veldwaarde]) -> Value {
    let mut groep = Groep::default();
    for veld in velden {
        let value = waarde(bouwer, &format!("{pad}-{}", veld.naam), veld);
        groep.set(&veld.naam, value);
    }
    groep.value()
}
