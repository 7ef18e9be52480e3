//! Functions in merge fields: what is made of a value.

use chrono::NaiveDate;

use super::{Antwoord, Gevonden, JobInvuller};
use crate::diag::codes::G352;
use crate::diag::{Note, Span};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::stuk::Feit;
use crate::model::tekst::Uitdrukking;
use crate::nl;
use crate::plan::Afzender;

impl JobInvuller<'_> {
    pub(super) fn functie(&self, naam: &str, argumenten: &[Uitdrukking], span: &Span) -> Gevonden {
        let [eerste, ..] = argumenten else { return Err(self.past_niet(naam, None, span)) };
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
        resultaat.ok_or_else(|| self.past_niet(naam, Some(eerste), span))
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

    /// A value that a function can do nothing with, at the value itself when it is one of `waarden`.
    fn past_niet(&self, naam: &str, waarde: Option<&Uitdrukking>, span: &Span) -> Box<Note> {
        let vorm = match naam {
            "euro" => Some(("bedrag", "Schrijf alleen het bedrag, als `12500` of `12.500,50`")),
            "datum" | "datum_kort" => Some(("datum", "Schrijf een datum als `2024-05-01`")),
            "getal" | "telwoord" => Some(("heel getal", "Schrijf alleen cijfers, als `47000`")),
            _ => None,
        };
        let lokaal = match waarde {
            Some(Uitdrukking::Pad(namen, _)) if namen.len() == 2 && namen[0] == "lokaal" => {
                self.job.inhoud.waarden.get(&namen[1])
            }
            _ => None,
        };
        if let (Some((wat, hint)), Some(Feit { waarde: Bekend::Bekend(text), span: plek })) = (vorm, lokaal) {
            let note = Note::at(G352, plek.clone(), format!("`{text}` is geen {wat}"));
            return Box::new(note.also(span.clone(), format!("`{naam}` vraagt er hier om")).hint(hint));
        }
        Box::new(
            Note::at(G352, span.clone(), format!("`{naam}(...)` kan niets met deze waarde"))
                .hint("Kijk of het een bedrag, datum, getal of lijst is, zoals deze functie vraagt"),
        )
    }
}
