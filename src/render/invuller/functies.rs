//! Functions in merge fields: what is made of a value.

use chrono::NaiveDate;

use super::{Antwoord, Gevonden, JobInvuller};
use crate::diag::codes::G352;
use crate::diag::{Note, Span};
use crate::model::datum::Datum;
use crate::model::tekst::Uitdrukking;
use crate::nl;
use crate::plan::Afzender;

impl JobInvuller<'_> {
    pub(super) fn functie(&self, naam: &str, argumenten: &[Uitdrukking], span: &Span) -> Gevonden {
        let [eerste, ..] = argumenten else { return Err(self.past_niet(naam, span)) };
        let waarde = self.antwoord(eerste)?;
        if let Antwoord::Onbekend(_) = waarde {
            return Ok(waarde);
        }
        let getal = |waarde: &Antwoord| match waarde {
            Antwoord::Getal(getal) => Some(*getal),
            Antwoord::Namen(namen) => i64::try_from(namen.len()).ok(),
            Antwoord::Woorden(text) => nl::getal::lees(text),
            _ => None,
        };
        let resultaat = match (naam, &waarde) {
            ("euro", Antwoord::Woorden(text)) => nl::bedrag::lees(text).map(|c| Antwoord::Woorden(nl::bedrag::euro(c))),
            ("euro", Antwoord::Getal(heel)) => Some(Antwoord::Woorden(nl::bedrag::euro(heel.saturating_mul(100)))),
            ("datum", Antwoord::Datum(datum)) => Some(Antwoord::Woorden(datum.lang())),
            ("datum_kort", Antwoord::Datum(datum)) => Some(Antwoord::Woorden(datum.kort())),
            ("datum" | "datum_kort", Antwoord::Woorden(text)) => {
                Datum::lees(text).ok().map(|d| Antwoord::Woorden(if naam == "datum" { d.lang() } else { d.kort() }))
            }
            ("getal", _) => getal(&waarde).map(|n| Antwoord::Woorden(nl::getal::punten(n))),
            ("telwoord", _) => getal(&waarde).map(|n| Antwoord::Woorden(nl::getal::telwoord(n))),
            ("aantal", Antwoord::Namen(namen)) => i64::try_from(namen.len()).ok().map(Antwoord::Getal),
            ("opsomming", Antwoord::Namen(namen)) => Some(Antwoord::Woorden(nl::opsomming::en(namen))),
            ("gemeenten_op", Antwoord::Datum(datum)) => datum.dag().map(|dag| Antwoord::Namen(self.leden_op(dag))),
            ("hoofdletter", Antwoord::Woorden(text)) => Some(Antwoord::Woorden(nl::naam::hoofdletter(text))),
            _ => None,
        };
        resultaat.ok_or_else(|| self.past_niet(naam, span))
    }

    /// The names of the gemeenten that are members of the sender, else of the region's joint regulation, on this day.
    fn leden_op(&self, dag: NaiveDate) -> Vec<String> {
        let afzender = match self.job.afzender {
            Afzender::Organisatie(organisatie) => Some(organisatie),
            Afzender::Gemeente(_) => self.regeling(),
        };
        let slugs = afzender.map(|organisatie| organisatie.leden_op(dag)).unwrap_or_default();
        let leden = slugs.into_iter().filter_map(|slug| self.project.gemeenten.get(slug));
        let mut namen: Vec<String> = leden.map(|lid| lid.op(dag).gegevens.naam.clone()).collect();
        namen.sort_by_key(|naam| nl::naam::sorteersleutel_plaats(naam));
        namen
    }

    pub(super) fn past_niet(&self, naam: &str, span: &Span) -> Box<Note> {
        Box::new(
            Note::at(G352, span.clone(), format!("`{naam}(...)` kan niets met deze waarde"))
                .hint("Kijk of het een bedrag, datum, getal of lijst is, zoals deze functie vraagt"),
        )
    }
}
