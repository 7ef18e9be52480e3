//! What a public rendition leaves out of the contact on a document.
//!
//! A function is public, and so is a functional mailbox. Who handles a document and on which number is for the
//! organisation itself, unless the document says `publiek: ja`; with `publiek: nee` the mailbox stays inside too.

use std::borrow::Cow;

use crate::model::profiel::Profiel;
use crate::model::tekst::{Inline, Regel};
use crate::model::veld::{Veldwaarde, Waarde};

/// The name of the field with the contact.
const BEHANDELING: &str = "behandeling";

/// The field as this rendition has it; `None` when nothing of it is left.
pub fn veld(veld: &Veldwaarde, profiel: Profiel) -> Option<Cow<'_, Veldwaarde>> {
    let Waarde::Groep(delen) = &veld.waarde else { return Some(Cow::Borrowed(veld)) };
    if profiel.is_intern() || veld.naam != BEHANDELING {
        return Some(Cow::Borrowed(veld));
    }
    let over: Vec<Veldwaarde> = delen.iter().filter(|deel| blijft(deel, delen)).cloned().collect();
    let iets = over.iter().any(|deel| deel.naam != "publiek");
    iets.then(|| Cow::Owned(Veldwaarde { waarde: Waarde::Groep(over), ..veld.clone() }))
}

/// Whether a part of the contact is left out of this rendition.
pub fn verborgen(behandeling: &Veldwaarde, deel: &str, profiel: Profiel) -> bool {
    let heeft = |veld: &Veldwaarde| matches!(&veld.waarde, Waarde::Groep(d) if d.iter().any(|v| v.naam == deel));
    heeft(behandeling) && !veld(behandeling, profiel).is_some_and(|over| heeft(&over))
}

fn blijft(deel: &Veldwaarde, delen: &[Veldwaarde]) -> bool {
    let publiek = delen.iter().find(|deel| deel.naam == "publiek").map(|deel| &deel.waarde);
    match (publiek, deel.naam.as_str()) {
        (Some(Waarde::JaNee(true)), _) => true,
        (_, "naam" | "telefoon") => false,
        (None, "email") => functioneel(deel, delen),
        (_, "email") => false,
        _ => true,
    }
}

/// A mailbox with the handler's name before the @, or with a single letter between dots, is a person's.
fn functioneel(email: &Veldwaarde, delen: &[Veldwaarde]) -> bool {
    let naam = delen.iter().find(|deel| deel.naam == "naam").map(woorden).unwrap_or_default();
    let email = woorden(email);
    let postbus = email.split('@').next().unwrap_or_default();
    let mut namen = naam.split(|c: char| !c.is_alphanumeric()).filter(|deel| deel.chars().count() > 2);
    let voorletter = postbus.split(['.', '_', '-']).any(|deel| deel.chars().count() == 1);
    !voorletter && !namen.any(|deel| postbus.contains(deel))
}

/// The words of a line in small letters.
fn woorden(veld: &Veldwaarde) -> String {
    match &veld.waarde {
        Waarde::Regel(regel) => letters(regel).to_lowercase(),
        _ => String::new(),
    }
}

fn letters(regel: &Regel) -> String {
    let deel = |inline: &Inline| match inline {
        Inline::Tekst(tekst, _) => tekst.clone(),
        Inline::Vet(regel) | Inline::Cursief(regel) | Inline::Superscript(regel) => letters(regel),
        Inline::Link { tekst, .. } => letters(tekst),
        _ => String::new(),
    };
    regel.iter().map(deel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileNr, Span};

    fn behandeling(delen: &[(&str, &str)], publiek: Option<bool>) -> Veldwaarde {
        let deel = |naam: &str, waarde| Veldwaarde { naam: naam.into(), etiket: naam.into(), waarde, span: None };
        let regel = |tekst: &str| Waarde::Regel(vec![Inline::Tekst(tekst.into(), Span::new(FileNr(0), 0..0))]);
        let mut groep: Vec<Veldwaarde> = delen.iter().map(|(naam, tekst)| deel(naam, regel(tekst))).collect();
        groep.extend(publiek.map(|ja| deel("publiek", Waarde::JaNee(ja))));
        deel(BEHANDELING, Waarde::Groep(groep))
    }

    fn over(behandeling: &Veldwaarde, profiel: Profiel) -> Vec<&str> {
        let namen = ["functie", "naam", "email", "telefoon"];
        namen.into_iter().filter(|naam| !verborgen(behandeling, naam, profiel)).collect()
    }

    #[test]
    fn the_public_sees_a_function_and_a_functional_mailbox() {
        let alles = [("functie", "Adviseur"), ("naam", "A. de Vries"), ("email", "jeugd@x.nl"), ("telefoon", "14 010")];
        let iedereen = ["functie", "naam", "email", "telefoon"];
        assert_eq!(over(&behandeling(&alles, None), Profiel::Publiek), ["functie", "email"]);
        assert_eq!(over(&behandeling(&alles, Some(false)), Profiel::Publiek), ["functie"]);
        assert_eq!(over(&behandeling(&alles, Some(true)), Profiel::Publiek), iedereen);
        for publiek in [None, Some(false), Some(true)] {
            assert_eq!(over(&behandeling(&alles, publiek), Profiel::Intern), iedereen);
        }
    }

    #[test]
    fn the_mailbox_of_a_person_is_none_of_the_public() {
        let publiek = |naam, email| {
            let contact = behandeling(&[("functie", "Adviseur"), ("naam", naam), ("email", email)], None);
            !verborgen(&contact, "email", Profiel::Publiek)
        };
        assert!(publiek("A. de Vries", "jeugd@vries.nl"));
        assert!(!publiek("A. de Vries", "AdeVries@x.nl"));
        assert!(!publiek("Iemand", "j.jansen@x.nl"));
    }

    #[test]
    fn nothing_is_left_of_a_contact_that_is_only_a_person() {
        let contact = behandeling(&[("naam", "A. de Vries"), ("telefoon", "14 010")], Some(false));
        assert_eq!(veld(&contact, Profiel::Publiek), None);
        assert!(veld(&contact, Profiel::Intern).is_some());
    }
}
