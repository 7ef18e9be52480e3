//! References in merge fields: to annexes, beslispunten and arguments.

use super::JobInvuller;
use crate::diag::codes::{G353, G354, G468};
use crate::diag::{Note, Span, closest};
use crate::model::stuk::Beslispunt;
use crate::model::tekst::Uitdrukking;
use crate::nl;
use crate::render::tekst::Ingevuld;

impl JobInvuller<'_> {
    /// `bijlage(regiovisie)`: "bijlage 2", linked to its line in the list when the template prints one.
    pub(super) fn bijlage(&self, uitdrukking: &Uitdrukking) -> Result<Ingevuld, Box<Note>> {
        let (id, nummer) = self.bijlagenummer(uitdrukking)?;
        let tekst = format!("bijlage\u{a0}{nummer}");
        Ok(if self.bijlagen_gedrukt {
            Ingevuld::Link { label: format!("bijlage-{id}"), tekst }
        } else {
            Ingevuld::Tekst(tekst)
        })
    }

    /// `bijlagen(regiovisie, advies)`: "bijlagen 1 en 3".
    pub(super) fn bijlagen(&self, ids: &[Uitdrukking]) -> Result<Ingevuld, Box<Note>> {
        let mut nummers = Vec::new();
        for uitdrukking in ids {
            nummers.push(self.bijlagenummer(uitdrukking)?.1.to_string());
        }
        let woord = if nummers.len() == 1 { "bijlage" } else { "bijlagen" };
        Ok(Ingevuld::Tekst(format!("{woord}\u{a0}{}", nl::opsomming::en(&nummers))))
    }

    pub(super) fn bijlagenummer(&self, uitdrukking: &Uitdrukking) -> Result<(String, usize), Box<Note>> {
        let (id, span) = id_van(uitdrukking);
        match self.job.bijlagen.iter().find(|geplande| geplande.bijlage.id == id) {
            Some(geplande) => Ok((id, geplande.nummer)),
            None => Err(self.geen_bijlage(&id, span)),
        }
    }

    pub(super) fn geen_bijlage(&self, id: &str, span: &Span) -> Box<Note> {
        let eigen = self.job.bijlagen.iter().map(|geplande| geplande.bijlage.id.as_str());
        let elders = self.job.inhoud.bijlagen.iter().find(|bijlage| bijlage.id == id);
        let message = match (elders, self.job.gemeente) {
            (Some(_), Some(g)) => format!("de bijlage `{id}` gaat niet mee naar {}", g.gegevens.naam),
            _ => format!("er is geen bijlage `{id}`"),
        };
        let note = Note::at(G353, span.clone(), message);
        let note = elders.iter().fold(note, |note, ander| note.also(ander.span.clone(), "hier staat de bijlage zelf"));
        Box::new(match closest(id, eigen) {
            Some(bedoeld) if elders.is_none() => note.liever(id, bedoeld),
            _ => note.hint("Zet deze bijlage in de lijst `bijlagen`, of pas `alleen` en `behalve` aan"),
        })
    }

    pub(super) fn punt(&self, naam: &str, uitdrukking: &Uitdrukking) -> Result<Ingevuld, Box<Note>> {
        let (id, span) = id_van(uitdrukking);
        let (lijst, gedrukt) = match naam {
            "argument" => (&self.nummers.argumenten, self.argumenten_gedrukt),
            _ => (&self.nummers.beslispunten, self.punten_gedrukt),
        };
        let Some(tekst) = lijst.get(&id).cloned() else {
            if let Some(note) = self.vervallen(naam, &id, span) {
                return Err(Box::new(note));
            }
            let note = Note::at(G354, span.clone(), format!("er is hier geen {naam} `{id}`"));
            if let Some(elders) = punt_met_id(&self.job.inhoud.beslispunten, &id) {
                let note = note.also(elders.clone(), "hier staat het punt zelf");
                return Err(Box::new(note.hint("Pas `alleen` of `behalve` aan, of laat de verwijzing hier weg")));
            }
            return Err(Box::new(note.bedoeld(
                &id,
                lijst.keys().map(String::as_str),
                "Geef het punt waarnaar u verwijst een `id`",
            )));
        };
        Ok(if gedrukt { Ingevuld::Link { label: format!("{naam}-{id}"), tekst } } else { Ingevuld::Tekst(tekst) })
    }
}

impl JobInvuller<'_> {
    /// The fault of a reference in a besluit to what an amendment took out of it.
    fn vervallen(&self, naam: &str, id: &str, span: &Span) -> Option<Note> {
        let weg = self.job.besluit.as_ref()?.vervallen(id)?;
        let message =
            format!("dit verwijst naar {naam} `{id}`, dat is vervallen door amendement `{}`", weg.amendement.nummer);
        let note = Note::at(G468, span.clone(), message).also(weg.ingreep.span.clone(), "hier vervalt het");
        Some(note.hint("Wijzig met `vervang` ook het beslispunt waarin dit staat, of pas deze tekst bij `lokaal` aan"))
    }
}

/// Where a point or an argument with this id stands, for whomever it is.
fn punt_met_id<'p>(punten: &'p [Beslispunt], id: &str) -> Option<&'p Span> {
    punten.iter().find_map(|punt| {
        let argumenten = punt.argumenten.iter().chain(&punt.kanttekeningen);
        let eigen = (punt.id.as_deref() == Some(id)).then_some(&punt.span);
        let argument = || argumenten.clone().find(|argument| argument.id.as_deref() == Some(id)).map(|a| &a.span);
        eigen.or_else(argument).or_else(|| punt_met_id(&punt.sub, id))
    })
}

/// The id that stands as an argument (`bijlage(regiovisie)`).
fn id_van(uitdrukking: &Uitdrukking) -> (String, &Span) {
    match uitdrukking {
        Uitdrukking::Pad(pad, span) => (pad.join("."), span),
        Uitdrukking::Functie { naam, span, .. } => (naam.clone(), span),
        Uitdrukking::Dag(dag, span) => (dag.to_string(), span),
    }
}
