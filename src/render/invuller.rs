//! Fills merge fields for one job: paths and functions to words, faults to notes at their place.

use super::nummers::Nummers;
use super::tekst::{Ingevuld, Invuller};
use crate::diag::codes::{G351, G352, G353, G354, G355, G356};
use crate::diag::{Note, Span, closest};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::organisatie::Organisatie;
use crate::model::project::Project;
use crate::model::stuk::Feit;
use crate::model::tekst::{Uitdrukking, Veld};
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;
use crate::plan::{Afzender, Job};

/// Fills the merge fields of one job.
pub struct JobInvuller<'a> {
    project: &'a Project,
    job: &'a Job<'a>,
    nummers: Nummers,
    /// Whether the template prints the list of annexes, so that a link to it leads somewhere.
    bijlagen_gedrukt: bool,
    /// Whether the template prints the beslispunten with their arguments.
    argumenten_gedrukt: bool,
}

/// What an expression yields, before it is made into words.
enum Antwoord {
    Woorden(String),
    Datum(Datum),
    Getal(i64),
    Namen(Vec<String>),
    Onbekend(String),
}

type Gevonden = Result<Antwoord, Box<Note>>;

impl<'a> JobInvuller<'a> {
    /// For one job; `prints` tells whether the job's template asks for a part of the view-model.
    pub fn new(project: &'a Project, job: &'a Job<'a>, prints: &dyn Fn(&str) -> bool) -> Self {
        let nummers = Nummers::van(job.inhoud, job.gemeente.map(|g| g.slug.as_str()));
        let (bijlagen_gedrukt, argumenten_gedrukt) = (prints("bijlagen"), prints("secties"));
        Self { project, job, nummers, bijlagen_gedrukt, argumenten_gedrukt }
    }

    /// The slug of the gemeente this copy is for.
    pub fn slug(&self) -> Option<&'a str> {
        self.job.gemeente.map(|gemeente| gemeente.slug.as_str())
    }

    /// The official name of a gemeente; the slug when it is not known (validation has noted that).
    pub fn gemeentenaam(&self, slug: &str) -> String {
        self.project.gemeenten.get(slug).map_or_else(|| slug.to_string(), |g| g.gegevens.naam.clone())
    }

    /// The joint regulation of the region.
    pub fn regeling(&self) -> Option<&'a Organisatie> {
        self.project.organisaties.get(&self.project.instellingen.afzender)
    }

    /// The name of the region.
    pub fn regio(&self) -> &'a str {
        &self.project.instellingen.naam
    }

    /// The board of the joint regulation, as an addressee.
    pub fn bestuur(&self) -> String {
        self.regeling().map_or_else(String::new, |regeling| {
            let orgaan = self.orgaan("dagelijks_bestuur");
            format!("Het {orgaan} van de {}", regeling.gegevens.naam)
        })
    }

    /// The name of a body of the joint regulation; its key in words when it has none.
    pub fn orgaan(&self, sleutel: &str) -> String {
        let organen = self.regeling().map(|regeling| regeling.organen.as_slice()).unwrap_or_default();
        let naam = organen.iter().find(|(eigen, _)| eigen == sleutel).map(|(_, naam)| naam.clone());
        naam.unwrap_or_else(|| sleutel.replace('_', " "))
    }

    /// The words of a field by its path; `None` when it is not there or not known.
    pub fn pad_waarde(&self, pad: &[&str]) -> Option<String> {
        let pad: Vec<String> = pad.iter().map(ToString::to_string).collect();
        match self.veld_pad(&pad)? {
            Antwoord::Onbekend(_) => None,
            antwoord => Some(woorden(antwoord)),
        }
    }

    fn antwoord(&self, uitdrukking: &Uitdrukking) -> Gevonden {
        match uitdrukking {
            Uitdrukking::Pad(pad, span) => self.pad(pad, span),
            Uitdrukking::Functie { naam, argumenten, span } => self.functie(naam, argumenten, span),
        }
    }

    fn pad(&self, pad: &[String], span: &Span) -> Gevonden {
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
                None => return Err(self.geen_lokaal(naam, span)),
            },
            _ => self.veld_pad(pad),
        };
        found.ok_or_else(|| self.onbekend_pad(pad, span))
    }

    fn gemeente(&self, rest: &[&str], pad: &[String], span: &Span) -> Gevonden {
        let Some(gemeente) = self.job.gemeente else {
            let message = format!("`{}` kan hier niet: dit stuk is er één voor alle gemeenten samen", pad.join("."));
            return Err(Box::new(
                Note::at(G355, span.clone(), message)
                    .hint("Schrijf `verspreiding: per-gemeente`, of noem de gemeente niet in de tekst."),
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
            ["website"] => gemeente.gegevens.website.as_ref().map(|w| Antwoord::Woorden(w.tekst.clone())),
            _ => None,
        };
        found.ok_or_else(|| self.onbekend_pad(pad, span))
    }

    fn document(&self, naam: &str) -> Option<Antwoord> {
        let inhoud = self.job.inhoud;
        match naam {
            "onderwerp" => Some(Antwoord::Woorden(super::tekst::plat(&inhoud.onderwerp, self, &mut Vec::new()))),
            "kenmerk" => inhoud.kenmerk.as_ref().map(|feit| feit_antwoord(naam, feit)),
            "zaaknummer" => inhoud.zaaknummer.as_ref().map(|feit| feit_antwoord(naam, feit)),
            "datum" => Some(match &inhoud.datum {
                Bekend::Bekend(datum) => Antwoord::Datum(datum.clone()),
                Bekend::Onbekend => Antwoord::Onbekend("datum".to_string()),
            }),
            _ => None,
        }
    }

    /// A field of the kind or a plain field of the envelope, by its path through groups.
    fn veld_pad(&self, pad: &[String]) -> Option<Antwoord> {
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
            Waarde::Regel(regel) => Antwoord::Woorden(super::tekst::plat(regel, self, &mut Vec::new())),
            Waarde::Datum(datum) => Antwoord::Datum(datum.clone()),
            Waarde::Bedrag(centen) => Antwoord::Woorden(nl::bedrag::euro(*centen)),
            Waarde::Getal(getal) => Antwoord::Getal(*getal),
            Waarde::Keuze(woord) => Antwoord::Woorden(woord.clone()),
            Waarde::Gemeenten(slugs) => Antwoord::Namen(slugs.iter().map(|s| self.gemeentenaam(s)).collect()),
            Waarde::Onbekend => Antwoord::Onbekend(pad.join(" ").replace('_', " ")),
            Waarde::Tekst(_) | Waarde::JaNee(_) | Waarde::Groep(_) | Waarde::Lijst(_) => return None,
        })
    }

    fn onbekend_pad(&self, pad: &[String], span: &Span) -> Box<Note> {
        let mut known: Vec<String> = ["gemeente.naam", "gemeente.bijvoeglijk", "gemeente.plaats", "gemeente.website",
            "gemeenten", "ontvanger.naam", "afzender.naam", "afzender.afkorting", "document.onderwerp",
            "document.kenmerk", "document.zaaknummer", "document.datum"].map(String::from).to_vec();
        for veld in &self.job.inhoud.velden {
            paden(&veld.naam, veld, &mut known);
        }
        known.extend(self.job.inhoud.waarden.keys().map(|naam| format!("lokaal.{naam}")));
        let pad = pad.join(".");
        let mut note = Note::at(G351, span.clone(), format!("Het veld `{pad}` bestaat niet"));
        note = match closest(&pad, known.iter().map(String::as_str)) {
            Some(bedoeld) => note.hint(format!("Bedoelde u `{bedoeld}`?")),
            None => note.hint(format!("Dit kan hier wel: {}.", known.join(", "))),
        };
        Box::new(note)
    }

    fn geen_lokaal(&self, naam: &str, span: &Span) -> Box<Note> {
        let voor = self.job.gemeente.map_or("dit stuk", |gemeente| &gemeente.gegevens.naam);
        let message = format!("`lokaal.{naam}` heeft geen waarde voor {voor}");
        let note = Note::at(G351, span.clone(), message);
        Box::new(match closest(naam, self.job.inhoud.waarden.keys().map(String::as_str)) {
            Some(bedoeld) => note.hint(format!("Bedoelde u `lokaal.{bedoeld}`?")),
            None => note.hint(format!("Zet bij `lokaal`, onder deze gemeente, bij `waarden` een waarde voor `{naam}`, of schrijf daar `onbekend`.")),
        })
    }

    fn functie(&self, naam: &str, argumenten: &[Uitdrukking], span: &Span) -> Gevonden {
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
            ("datum" | "datum_kort", Antwoord::Woorden(text)) => Datum::lees(text).ok()
                .map(|d| Antwoord::Woorden(if naam == "datum" { d.lang() } else { d.kort() })),
            ("getal", _) => getal(&waarde).map(|n| Antwoord::Woorden(nl::getal::punten(n))),
            ("telwoord", _) => getal(&waarde).map(|n| Antwoord::Woorden(nl::getal::telwoord(n))),
            ("aantal", Antwoord::Namen(namen)) => i64::try_from(namen.len()).ok().map(Antwoord::Getal),
            ("opsomming", Antwoord::Namen(namen)) => Some(Antwoord::Woorden(nl::opsomming::en(namen))),
            ("hoofdletter", Antwoord::Woorden(text)) => Some(Antwoord::Woorden(nl::naam::hoofdletter(text))),
            _ => None,
        };
        resultaat.ok_or_else(|| self.past_niet(naam, span))
    }

    fn past_niet(&self, naam: &str, span: &Span) -> Box<Note> {
        Box::new(
            Note::at(G352, span.clone(), format!("`{naam}(...)` kan niets met deze waarde"))
                .hint("Kijk of het een bedrag, datum, getal of lijst is, zoals deze functie vraagt."),
        )
    }

    /// `bijlage(regiovisie)`: "bijlage 2", linked to its line in the list when the template prints one.
    fn bijlage(&self, uitdrukking: &Uitdrukking) -> Result<Ingevuld, Box<Note>> {
        let (id, nummer) = self.bijlagenummer(uitdrukking)?;
        let tekst = format!("bijlage\u{a0}{nummer}");
        Ok(if self.bijlagen_gedrukt {
            Ingevuld::Link { label: format!("bijlage-{id}"), tekst }
        } else {
            Ingevuld::Tekst(tekst)
        })
    }

    /// `bijlagen(regiovisie, advies)`: "bijlagen 1 en 3".
    fn bijlagen(&self, ids: &[Uitdrukking]) -> Result<Ingevuld, Box<Note>> {
        let mut nummers = Vec::new();
        for uitdrukking in ids {
            nummers.push(self.bijlagenummer(uitdrukking)?.1.to_string());
        }
        let woord = if nummers.len() == 1 { "bijlage" } else { "bijlagen" };
        Ok(Ingevuld::Tekst(format!("{woord}\u{a0}{}", nl::opsomming::en(&nummers))))
    }

    fn bijlagenummer(&self, uitdrukking: &Uitdrukking) -> Result<(String, usize), Box<Note>> {
        let (id, span) = id_van(uitdrukking);
        match self.job.bijlagen.iter().find(|geplande| geplande.bijlage.id == id) {
            Some(geplande) => Ok((id, geplande.nummer)),
            None => Err(self.geen_bijlage(&id, span)),
        }
    }

    fn geen_bijlage(&self, id: &str, span: &Span) -> Box<Note> {
        let eigen = self.job.bijlagen.iter().map(|geplande| geplande.bijlage.id.as_str());
        let elders = self.job.inhoud.bijlagen.iter().any(|bijlage| bijlage.id == id);
        let message = match (elders, self.job.gemeente) {
            (true, Some(g)) => format!("De bijlage `{id}` gaat niet mee naar {}", g.gegevens.naam),
            _ => format!("Er is geen bijlage `{id}`"),
        };
        let note = Note::at(G353, span.clone(), message);
        Box::new(match closest(id, eigen) {
            Some(bedoeld) if !elders => note.hint(format!("Bedoelde u `{bedoeld}`?")),
            _ => note.hint("Zet deze bijlage in de lijst `bijlagen`, of pas `alleen` en `behalve` aan."),
        })
    }

    fn punt(&self, naam: &str, uitdrukking: &Uitdrukking) -> Result<Ingevuld, Box<Note>> {
        let (id, span) = id_van(uitdrukking);
        let (lijst, gedrukt) = match naam {
            "argument" => (&self.nummers.argumenten, self.argumenten_gedrukt),
            _ => (&self.nummers.beslispunten, true),
        };
        let Some(nummer) = lijst.get(&id) else {
            let note = Note::at(G354, span.clone(), format!("Er is hier geen {naam} `{id}`"));
            return Err(Box::new(match closest(&id, lijst.keys().map(String::as_str)) {
                Some(bedoeld) => note.hint(format!("Bedoelde u `{bedoeld}`?")),
                None => note.hint("Geef het punt waarnaar u verwijst een `id`."),
            }));
        };
        let tekst = format!("{naam}\u{a0}{nummer}");
        Ok(if gedrukt { Ingevuld::Link { label: format!("{naam}-{id}"), tekst } } else { Ingevuld::Tekst(tekst) })
    }
}

/// The id that stands as an argument (`bijlage(regiovisie)`).
fn id_van(uitdrukking: &Uitdrukking) -> (String, &Span) {
    match uitdrukking {
        Uitdrukking::Pad(pad, span) => (pad.join("."), span),
        Uitdrukking::Functie { naam, span, .. } => (naam.clone(), span),
    }
}

fn feit_antwoord(naam: &str, feit: &Feit) -> Antwoord {
    match &feit.waarde {
        Bekend::Bekend(text) => Antwoord::Woorden(text.clone()),
        Bekend::Onbekend => Antwoord::Onbekend(naam.replace('_', " ")),
    }
}

/// Words for what is printed without a function around it.
fn woorden(antwoord: Antwoord) -> String {
    match antwoord {
        Antwoord::Woorden(text) | Antwoord::Onbekend(text) => text,
        Antwoord::Datum(datum) => datum.lang(),
        Antwoord::Getal(getal) => nl::getal::punten(getal),
        Antwoord::Namen(namen) => nl::opsomming::en(&namen),
    }
}

/// The paths that lead to the parts of a field.
fn paden(voor: &str, veld: &Veldwaarde, known: &mut Vec<String>) {
    match &veld.waarde {
        Waarde::Groep(velden) => velden.iter().for_each(|sub| paden(&format!("{voor}.{}", sub.naam), sub, known)),
        Waarde::Tekst(_) | Waarde::Lijst(_) | Waarde::JaNee(_) => {}
        _ => known.push(voor.to_string()),
    }
}

impl Invuller for JobInvuller<'_> {
    fn veld(&self, veld: &Veld) -> Result<Ingevuld, Note> {
        if let Uitdrukking::Functie { naam, argumenten, .. } = &veld.uitdrukking {
            match (naam.as_str(), argumenten.as_slice()) {
                ("bijlage", [id]) => return self.bijlage(id).map_err(|note| *note),
                ("bijlagen", ids) => return self.bijlagen(ids).map_err(|note| *note),
                ("beslispunt" | "argument", [id]) => return self.punt(naam, id).map_err(|note| *note),
                _ => {}
            }
        }
        Ok(match self.antwoord(&veld.uitdrukking).map_err(|note| *note)? {
            Antwoord::Onbekend(naam) => Ingevuld::Onbekend { naam },
            antwoord => Ingevuld::Tekst(woorden(antwoord)),
        })
    }

    fn noot(&self, id: &str, span: &Span) -> Result<(), Note> {
        if self.job.inhoud.noten.contains_key(id) {
            return Ok(());
        }
        let note = Note::at(G356, span.clone(), format!("Er is geen noot `{id}`"));
        Err(match closest(id, self.job.inhoud.noten.keys().map(String::as_str)) {
            Some(bedoeld) => note.hint(format!("Bedoelde u `[^{bedoeld}]`?")),
            None => note.hint(format!("Zet bij `noten` een regel `{id}: ...`")),
        })
    }

    fn beeld(&self, bestand: &str) -> String {
        bestand.to_string()
    }

    fn gemeente(&self) -> Option<&str> {
        self.slug()
    }
}
