//! Fills merge fields for one job: paths and functions to words, faults to notes at their place.

mod functies;
mod paden;
mod verwijzingen;

use std::cell::RefCell;

use super::nummers::Nummers;
use super::tekst::vorm::Vorm;
use super::tekst::{Ingevuld, Invuller};
use crate::diag::codes::G356;
use crate::diag::{Note, Span, closest};
use crate::model::datum::Datum;
use crate::model::organisatie::Organisatie;
use crate::model::project::Project;
use crate::model::stuk::Beslispunt;
use crate::model::tekst::{Uitdrukking, Veld};
use crate::nl;
use crate::plan::Job;

/// Fills the merge fields of one job.
pub struct JobInvuller<'a> {
    project: &'a Project,
    job: &'a Job<'a>,
    vorm: &'a dyn Vorm,
    nummers: Nummers,
    /// Whether the template prints the list of annexes, so that a link to it leads somewhere.
    bijlagen_gedrukt: bool,
    /// Whether the points that have these numbers are printed, so that a link to one leads somewhere.
    punten_gedrukt: bool,
    /// Whether the template prints the beslispunten with their arguments.
    argumenten_gedrukt: bool,
    /// Every merge field that was asked for, with what came of it.
    gevuld: RefCell<Vec<(Veld, Result<Ingevuld, Note>)>>,
}

/// What an expression yields, before it is made into words.
enum Antwoord {
    Woorden(String),
    Web { url: String, tekst: String },
    Datum(Datum),
    Getal(i64),
    Namen(Vec<String>),
    Onbekend(String),
}

type Gevonden = Result<Antwoord, Box<Note>>;

impl<'a> JobInvuller<'a> {
    /// For one job, in one form; `prints` tells whether the job's template asks for a part of the view-model.
    pub fn new(project: &'a Project, job: &'a Job<'a>, vorm: &'a dyn Vorm, prints: &dyn Fn(&str) -> bool) -> Self {
        let nummers = Nummers::van(job);
        let (bijlagen_gedrukt, argumenten_gedrukt) = (prints("bijlagen"), prints("secties"));
        let gevuld = RefCell::default();
        Self { project, job, vorm, nummers, bijlagen_gedrukt, punten_gedrukt: true, argumenten_gedrukt, gevuld }
    }

    /// The same for words of the proposal that the besluit quotes: with the numbers they had there.
    pub fn zoals_voorgesteld(&self) -> Self {
        let nummers = Nummers::van_punten(&self.job.inhoud.beslispunten, self.slug());
        let (bijlagen_gedrukt, gevuld) = (self.bijlagen_gedrukt, RefCell::default());
        let (project, job, vorm) = (self.project, self.job, self.vorm);
        Self { project, job, vorm, nummers, bijlagen_gedrukt, punten_gedrukt: false, argumenten_gedrukt: false, gevuld }
    }

    /// The number of the amendment that changed or added a point of this besluit.
    pub fn gewijzigd_door(&self, punt: &Beslispunt) -> Option<&'a str> {
        self.job.besluit.as_ref()?.door(punt)
    }

    /// Every merge field that was asked for, with what came of it, in the order of asking.
    pub fn gevuld(self) -> Vec<(Veld, Result<Ingevuld, Note>)> {
        self.gevuld.into_inner()
    }

    /// The slug of the gemeente this copy is for.
    pub fn slug(&self) -> Option<&'a str> {
        self.job.gemeente.map(|gemeente| gemeente.slug.as_str())
    }

    /// The official name of a gemeente; the slug when it is not known (validation has noted that).
    pub fn gemeentenaam(&self, slug: &str) -> String {
        let gemeente = self.project.gemeenten.get(slug).map(|gemeente| gemeente.op(crate::render::dag(self.job)));
        gemeente.map_or_else(|| slug.to_string(), |g| g.gegevens.naam.clone())
    }

    /// The joint regulation of the region, as it was on the date of the document.
    pub fn regeling(&self) -> Option<&'a Organisatie> {
        let regeling = self.project.organisaties.get(&self.project.instellingen.afzender);
        regeling.map(|regeling| regeling.op(crate::render::dag(self.job)))
    }

    /// The name of the region.
    pub fn regio(&self) -> &'a str {
        &self.project.instellingen.naam
    }

    /// The board of the joint regulation, as an addressee.
    pub fn bestuur(&self) -> String {
        self.regeling().map_or_else(String::new, |regeling| {
            let orgaan = self.orgaan("dagelijks-bestuur");
            format!("Het {orgaan} van de {}", regeling.gegevens.naam)
        })
    }

    /// The name of a body of the joint regulation; its key in words when it has none.
    pub fn orgaan(&self, sleutel: &str) -> String {
        let organen = self.regeling().map(|regeling| regeling.organen.as_slice()).unwrap_or_default();
        let naam = organen.iter().find(|(eigen, _)| eigen == sleutel).map(|(_, naam)| naam.clone());
        naam.unwrap_or_else(|| sleutel.replace('-', " "))
    }

    /// The words of a field by its path; `None` when it is not there or not known.
    pub fn pad_waarde(&self, pad: &[&str]) -> Option<String> {
        let pad: Vec<String> = pad.iter().map(ToString::to_string).collect();
        match self.veld_pad(&pad)? {
            Antwoord::Onbekend(_) => None,
            antwoord => Some(woorden(antwoord)),
        }
    }

    fn vul(&self, veld: &Veld) -> Result<Ingevuld, Note> {
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
            Antwoord::Web { url, tekst } => Ingevuld::Web { url, tekst },
            antwoord => Ingevuld::Tekst(woorden(antwoord)),
        })
    }

    fn antwoord(&self, uitdrukking: &Uitdrukking) -> Gevonden {
        match uitdrukking {
            Uitdrukking::Pad(pad, span) => self.pad(pad, span),
            Uitdrukking::Functie { naam, argumenten, span } => self.functie(naam, argumenten, span),
            Uitdrukking::Dag(dag, _) => Ok(Antwoord::Datum(Datum::Dag(*dag))),
        }
    }
}

/// Words for what is printed without a function around it.
fn woorden(antwoord: Antwoord) -> String {
    match antwoord {
        Antwoord::Woorden(text) | Antwoord::Web { tekst: text, .. } | Antwoord::Onbekend(text) => text,
        Antwoord::Datum(datum) => datum.lang(),
        Antwoord::Getal(getal) => nl::getal::punten(getal),
        Antwoord::Namen(namen) => nl::opsomming::en(&namen),
    }
}

impl Invuller for JobInvuller<'_> {
    fn veld(&self, veld: &Veld) -> Result<Ingevuld, Note> {
        let ingevuld = self.vul(veld);
        self.gevuld.borrow_mut().push((veld.clone(), ingevuld.clone()));
        ingevuld
    }

    fn noot(&self, id: &str, span: &Span) -> Result<(), Note> {
        if self.job.inhoud.noten.contains_key(id) {
            return Ok(());
        }
        let note = Note::at(G356, span.clone(), format!("er is geen noot `{id}`"));
        Err(match closest(id, self.job.inhoud.noten.keys().map(String::as_str)) {
            Some(bedoeld) => note.liever(&format!("[^{id}]"), &format!("[^{bedoeld}]")),
            None => note.hint(format!("Zet bij `noten` een regel `{id}: ...`")),
        })
    }

    fn gemeente(&self) -> Option<&str> {
        self.slug()
    }

    fn vorm(&self) -> &dyn Vorm {
        self.vorm
    }

    fn intern(&self) -> bool {
        self.job.profiel.is_intern()
    }
}
