//! Organisations and gemeenten as they were on the date of a document.

use chrono::NaiveDate;

use super::{Afzender, ontvangers};
use crate::diag::codes::G417;
use crate::diag::{Note, Span};
use crate::model::gemeente::Gemeente;
use crate::model::stuk::{Inhoud, Stuk};

/// The days that the date of a document can mean.
pub struct Peiling<'a> {
    van: NaiveDate,
    tot: NaiveDate,
    span: &'a Span,
}

impl<'a> Peiling<'a> {
    /// For this version of a document.
    pub fn van(stuk: &Stuk, inhoud: &'a Inhoud) -> Self {
        let (van, tot) = ontvangers::periode(stuk, inhoud);
        Self { van, tot, span: &inhoud.datum_span }
    }

    /// The gemeente with its name and address of then.
    pub fn gemeente<'p>(&self, gemeente: &'p Gemeente, notes: &mut Vec<Note>) -> &'p Gemeente {
        let (toen, later) = (gemeente.op(self.van), gemeente.op(self.tot));
        self.zelfde(std::ptr::eq(toen, later), &toen.gegevens.naam, notes);
        toen
    }

    /// The sender with its name and address of then.
    pub fn afzender<'p>(&self, afzender: Afzender<'p>, notes: &mut Vec<Note>) -> Afzender<'p> {
        match afzender {
            Afzender::Gemeente(gemeente) => Afzender::Gemeente(self.gemeente(gemeente, notes)),
            Afzender::Organisatie(organisatie) => {
                let (toen, later) = (organisatie.op(self.van), organisatie.op(self.tot));
                self.zelfde(std::ptr::eq(toen, later), &toen.gegevens.naam, notes);
                Afzender::Organisatie(toen)
            }
        }
    }

    fn zelfde(&self, zelfde: bool, naam: &str, notes: &mut Vec<Note>) {
        if !zelfde {
            let message = format!("in deze periode verandert de naam of het postadres van {naam}");
            notes.push(Note::at(G417, self.span.clone(), message).hint("Geef de hele datum (jaar-maand-dag)"));
        }
    }
}
