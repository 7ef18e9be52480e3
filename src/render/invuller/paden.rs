//! Paths in merge fields: where the words come from.

use super::{Antwoord, Gevonden, JobInvuller};
use crate::diag::codes::{G351, G355, G445};
use crate::diag::{Note, Span, closest, kies};
use crate::model::bekend::Bekend;
use crate::model::stuk::Feit;
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;
use crate::plan::Afzender;
use crate::render::afscherming;
use crate::render::tekst::plat;

/// Paths that every document knows.
const VAST: &[&str] = &[
    "gemeente.naam",
    "gemeente.bijvoeglijk",
    "gemeente.plaats",
    "gemeente.website",
    "gemeenten",
    "ontvanger.naam",
    "afzender.naam",
    "afzender.afkorting",
    "document.onderwerp",
    "document.kenmerk",
    "document.zaaknummer",
    "document.datum",
];

impl JobInvuller<'_> {
    pub(super) fn pad(&self, pad: &[String], span: &Span) -> Gevonden {
        let delen: Vec<&str> = pad.iter().map(String::as_str).collect();
        let found = match delen.as_slice() {
            ["gemeenten"] => {
                let namen = self.job.ontvangers.iter().map(|g| g.gegevens.naam.clone());
                Some(Antwoord::Namen(namen.collect()))
            }
            ["gemeente", rest @ ..] => return self.gemeente(rest, pad, span),
            ["ontvanger", "naam"] => {
                let naam = self.job.gemeente.map_or(self.regio(), |g| &g.gegevens.naam);
                Some(Antwoord::Woorden(naam.to_string()))
            }
            ["afzender", "naam"] => Some(Antwoord::Woorden(self.job.afzender.gegevens().naam.clone())),
            ["afzender", "afkorting"] => match self.job.afzender {
                Afzender::Organisatie(o) => o.afkorting.clone().map(Antwoord::Woorden),
                Afzender::Gemeente(_) => None,
            },
            ["document", rest] => self.document(rest),
            ["lokaal", naam] => match self.job.inhoud.waarden.get(*naam) {
                Some(feit) => Some(feit_antwoord(naam, feit)),
                None if self.lokaal_is_kapot() => Some(Antwoord::Onbekend((*naam).to_string())),
                None => return Err(self.geen_lokaal(naam, span)),
            },
            [veld, deel] if self.is_verborgen(veld, deel) => return Err(verborgen(pad, span)),
            _ => self.veld_pad(pad),
        };
        found.ok_or_else(|| self.onbekend_pad(pad, span))
    }

    pub(super) fn gemeente(&self, rest: &[&str], pad: &[String], span: &Span) -> Gevonden {
        let Some(gemeente) = self.job.gemeente else {
            let message = format!("`{}` kan hier niet: dit stuk is er één voor alle gemeenten samen", pad.join("."));
            return Err(Box::new(
                Note::at(G355, span.clone(), message)
                    .hint("Schrijf `verspreiding: per-gemeente`, of noem de gemeente niet in de tekst"),
            ));
        };
        let bekend = |naam: &str, waarde: &Bekend<String>| match waarde {
            Bekend::Bekend(text) => Antwoord::Woorden(text.clone()),
            Bekend::Onbekend => Antwoord::Onbekend(naam.to_string()),
        };
        let found = match rest {
            ["naam"] => Some(Antwoord::Woorden(gemeente.gegevens.naam.clone())),
            ["bijvoeglijk"] => Some(bekend("bijvoeglijk naamwoord van de gemeente", &gemeente.bijvoeglijk)),
            ["plaats"] => Some(bekend("plaats van ondertekening", &gemeente.gegevens.plaats_ondertekening)),
            ["website"] => Some(match &gemeente.gegevens.website {
                Some(website) => Antwoord::Web { url: website.url.clone(), tekst: website.tekst.clone() },
                None => Antwoord::Onbekend("website van de gemeente".to_string()),
            }),
            _ => None,
        };
        found.ok_or_else(|| self.onbekend_pad(pad, span))
    }

    pub(super) fn document(&self, naam: &str) -> Option<Antwoord> {
        let inhoud = self.job.inhoud;
        match naam {
            "onderwerp" => Some(Antwoord::Woorden(plat(&inhoud.onderwerp, self, &mut Vec::new()))),
            "kenmerk" => inhoud.kenmerk.as_ref().map(|feit| feit_antwoord(naam, feit)),
            "zaaknummer" => inhoud.zaaknummer.as_ref().map(|feit| feit_antwoord(naam, feit)),
            "datum" => Some(match &inhoud.datum {
                Bekend::Bekend(datum) => Antwoord::Datum(datum.clone()),
                Bekend::Onbekend => Antwoord::Onbekend("datum".to_string()),
            }),
            _ => None,
        }
    }

    /// Whether this rendition leaves out what a path leads to.
    fn is_verborgen(&self, veld: &str, deel: &str) -> bool {
        let veld = self.job.inhoud.veld(veld);
        veld.is_some_and(|veld| afscherming::verborgen(veld, deel, self.job.profiel))
    }

    /// A field of the kind or a plain field of the envelope, by its path through groups.
    pub(super) fn veld_pad(&self, pad: &[String]) -> Option<Antwoord> {
        let (eerste, rest) = pad.split_first()?;
        let mut veld: &Veldwaarde = self.job.inhoud.veld(eerste)?;
        for naam in rest {
            match &veld.waarde {
                Waarde::Groep(velden) => veld = velden.iter().find(|veld| veld.naam == *naam)?,
                // What is not known as a whole is not known in its parts.
                Waarde::Onbekend => break,
                _ => return None,
            }
        }
        Some(match &veld.waarde {
            Waarde::Regel(regel) => Antwoord::Woorden(plat(regel, self, &mut Vec::new())),
            Waarde::Datum(datum) => Antwoord::Datum(datum.clone()),
            Waarde::Bedrag(centen) => Antwoord::Woorden(nl::bedrag::euro(*centen)),
            Waarde::Getal(getal) => Antwoord::Getal(*getal),
            Waarde::Keuze(woord) => Antwoord::Woorden(woord.clone()),
            Waarde::Gemeenten(slugs) => Antwoord::Namen(slugs.iter().map(|s| self.gemeentenaam(s)).collect()),
            Waarde::Onbekend => Antwoord::Onbekend(veld.etiket.clone()),
            Waarde::Tekst(_) | Waarde::JaNee(_) | Waarde::Groep(_) | Waarde::Lijst(_) => return None,
        })
    }

    pub(super) fn onbekend_pad(&self, pad: &[String], span: &Span) -> Box<Note> {
        let mut known: Vec<String> = VAST.iter().map(ToString::to_string).collect();
        for veld in &self.job.inhoud.velden {
            paden(&veld.naam, veld, &mut known);
        }
        known.extend(self.job.inhoud.waarden.keys().map(|naam| format!("lokaal.{naam}")));
        let pad = pad.join(".");
        let mut note = Note::at(G351, span.clone(), format!("het veld `{pad}` bestaat niet"));
        note = note.bedoeld(
            &pad,
            known.iter().map(String::as_str),
            kies("Dit kan hier wel", &pad, known.iter().map(String::as_str), "alle velden staan in de handleiding"),
        );
        Box::new(note)
    }

    /// Whether a file with local values has a fault: what is missing then follows from it, and the document is barred.
    fn lokaal_is_kapot(&self) -> bool {
        let stuk = self.job.stuk;
        let versie = self.slug().and_then(|slug| stuk.lokaal.get(slug)).unwrap_or(&stuk.basis);
        let elders = |note: &Note| note.labels.first().is_some_and(|label| label.span.file != stuk.span.file);
        versie.notes.iter().any(|note| note.is_fout() && elders(note))
    }

    pub(super) fn geen_lokaal(&self, naam: &str, span: &Span) -> Box<Note> {
        let voor = self.job.gemeente.map_or("dit stuk", |gemeente| &gemeente.gegevens.naam);
        let message = format!("`lokaal.{naam}` heeft geen waarde voor {voor}");
        let note = Note::at(G351, span.clone(), message);
        let eigen = self.job.gemeente.and_then(|gemeente| self.job.stuk.lokaal_spans.get(&gemeente.slug));
        let note = match (eigen, &self.job.inhoud.ontvangers_span) {
            (Some(plek), _) => note.also(plek.clone(), format!("hier staan de waarden voor {voor}")),
            (None, Some(plek)) if self.job.gemeente.is_some() => {
                note.also(plek.clone(), format!("{voor} krijgt dit stuk"))
            }
            (None, _) => note,
        };
        Box::new(match closest(naam, self.job.inhoud.waarden.keys().map(String::as_str)) {
            Some(bedoeld) => note.liever(&format!("lokaal.{naam}"), &format!("lokaal.{bedoeld}")),
            None => note.hint(format!("Zet bij `lokaal`, onder deze gemeente, bij `waarden` een waarde voor `{naam}`, of schrijf daar `onbekend`")),
        })
    }
}

pub(super) fn feit_antwoord(naam: &str, feit: &Feit) -> Antwoord {
    match &feit.waarde {
        Bekend::Bekend(text) => Antwoord::Woorden(text.clone()),
        Bekend::Onbekend => Antwoord::Onbekend(naam.replace('_', " ")),
    }
}

/// A sentence must not have a hole in one rendition only, and never the contact in the public one.
fn verborgen(pad: &[String], span: &Span) -> Box<Note> {
    let message = format!("`{}` staat niet in een publieke uitgave", pad.join("."));
    let hint = "Haal het uit de tekst, of schrijf `publiek: ja` bij `behandeling` als iedereen het mag weten";
    Box::new(Note::at(G445, span.clone(), message).hint(hint))
}

/// The paths that lead to the parts of a field.
fn paden(voor: &str, veld: &Veldwaarde, known: &mut Vec<String>) {
    match &veld.waarde {
        Waarde::Groep(velden) => velden.iter().for_each(|sub| paden(&format!("{voor}.{}", sub.naam), sub, known)),
        Waarde::Tekst(_) | Waarde::Lijst(_) | Waarde::JaNee(_) => {}
        _ => known.push(voor.to_string()),
    }
}
