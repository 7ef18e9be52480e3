//! Which document goes to which gemeente, who signs it, which annexes come along and where it is written.

mod besluit;
mod bijlagen;
mod ondertekening;
mod ontvangers;
mod pad;
mod selectie;
mod stadia;
mod tijd;
mod zienswijze;

pub use besluit::{Besluit, Wijziging};
pub use bijlagen::{GeplandeBijlage, Inhoudsbron};
pub use ondertekening::{Tekenaar, Tekening};
pub use selectie::{Selectie, SelectieFout};
pub use zienswijze::grondslag;

use crate::diag::{Note, Noted, Span};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::gemeente::Gemeente;
use crate::model::organisatie::{Gegevens, Organisatie};
use crate::model::profiel::Profiel;
use crate::model::project::Project;
use crate::model::soort::{Soort, Uitvoer, Verspreiding};
use crate::model::stuk::{Beslispunt, Inhoud, Status, Stuk};

/// All jobs of a run, in a fixed order: by document folder, gemeente, output.
#[derive(Debug, Default)]
pub struct Plan<'p> {
    /// The jobs.
    pub jobs: Vec<Job<'p>>,
}

/// One PDF to make.
#[derive(Clone, Debug)]
pub struct Job<'p> {
    /// The document.
    pub stuk: &'p Stuk,
    /// Its version for this gemeente.
    pub inhoud: &'p Inhoud,
    /// Its kind.
    pub soort: &'p Soort,
    /// Which of the kind's outputs.
    pub uitvoer: &'p Uitvoer,
    /// The gemeente it is for; `None` for one PDF for all.
    pub gemeente: Option<&'p Gemeente>,
    /// All gemeenten that get the document.
    pub ontvangers: Vec<&'p Gemeente>,
    /// Who sends it.
    pub afzender: Afzender<'p>,
    /// For whom this rendition is meant.
    pub profiel: Profiel,
    /// What the raad did, when this is its besluit and it has met.
    pub besluit: Option<Besluit<'p>>,
    /// Who signs it.
    pub tekening: Tekening<'p>,
    /// The annexes for this gemeente, numbered.
    pub bijlagen: Vec<GeplandeBijlage<'p>>,
    /// Where it is written, relative to `out`.
    pub pad: String,
    /// Asked for by the selection (or needed as an annex of what is).
    pub gewenst: bool,
    /// A fault keeps it from being made.
    pub fout: bool,
}

impl Job<'_> {
    /// How far it is: a proposal stays as it was sent, its besluit is what the raad made of it.
    pub fn status(&self) -> Status {
        self.besluit.as_ref().map_or(self.inhoud.status, |besluit| besluit.besluitvorming.uitkomst)
    }

    /// The place of its status.
    pub fn status_span(&self) -> &Span {
        self.besluit.as_ref().map_or(&self.inhoud.status_span, |besluit| &besluit.besluitvorming.uitkomst_span)
    }

    /// Its date, and the place of it.
    pub fn datum(&self) -> (&Bekend<Datum>, &Span) {
        match &self.besluit {
            Some(Besluit { besluitvorming, .. }) => (&besluitvorming.datum, &besluitvorming.datum_span),
            None => (&self.inhoud.datum, &self.inhoud.datum_span),
        }
    }

    /// The points that it holds.
    pub fn beslispunten(&self) -> &[Beslispunt] {
        self.besluit.as_ref().map_or(&self.inhoud.beslispunten, |besluit| &besluit.punten)
    }
}

/// The sender of a document.
#[derive(Clone, Copy, Debug)]
pub enum Afzender<'p> {
    /// A joint regulation or the like.
    Organisatie(&'p Organisatie),
    /// The gemeente itself.
    Gemeente(&'p Gemeente),
}

impl<'p> Afzender<'p> {
    /// Name, address, look and people.
    pub fn gegevens(self) -> &'p Gegevens {
        match self {
            Self::Organisatie(organisatie) => &organisatie.gegevens,
            Self::Gemeente(gemeente) => &gemeente.gegevens,
        }
    }

    /// Id or slug, as in paths.
    pub fn id(self) -> &'p str {
        match self {
            Self::Organisatie(organisatie) => &organisatie.id,
            Self::Gemeente(gemeente) => &gemeente.slug,
        }
    }
}

/// Makes the plan for what the user asked for.
///
/// # Errors
/// When the selection names something that the project does not have.
pub fn plan<'p>(project: &'p Project, selectie: &Selectie) -> Result<Noted<Plan<'p>>, SelectieFout> {
    selectie.check(project)?;
    let mut notes = Vec::new();
    let mut jobs = Vec::new();
    for stuk in &project.stukken {
        jobs.extend(stuk_jobs(project, stuk, selectie.profiel, &mut notes));
    }
    bijlagen::resolve(&mut jobs, &mut notes);
    pad::collisions(&mut jobs, &mut notes);
    selectie.mark(&mut jobs)?;
    Ok(Noted { value: Plan { jobs }, notes })
}

/// The jobs of one document: every gemeente that gets it times every output of its kind.
fn stuk_jobs<'p>(project: &'p Project, stuk: &'p Stuk, profiel: Profiel, notes: &mut Vec<Note>) -> Vec<Job<'p>> {
    let Some(soort) = project.soorten.get(&stuk.soort) else { return Vec::new() };
    let Some(basis) = &stuk.basis.value else {
        notes.extend(stuk.basis.notes.iter().cloned());
        return Vec::new();
    };
    let ontvangers = ontvangers::bepaal(project, stuk, basis, soort, notes);
    ontvangers::check_lokaal(stuk, &ontvangers, notes);
    let exemplaren: Vec<Option<&Gemeente>> = match basis.verspreiding.unwrap_or(soort.verspreiding) {
        Verspreiding::Collectief => vec![None],
        Verspreiding::PerGemeente => ontvangers.iter().copied().map(Some).collect(),
    };
    ontvangers::check_niemand(stuk, basis, &exemplaren, notes);
    let mut jobs = Vec::new();
    for gemeente in exemplaren {
        let variant = stuk.voor(gemeente.map(|g| g.slug.as_str()));
        notes.extend(variant.notes.iter().cloned());
        let Some(inhoud) = &variant.value else { continue };
        let fout = variant.notes.iter().any(Note::is_fout);
        stadia::check(inhoud, notes);
        let voor_zienswijze = notes.len();
        zienswijze::check(inhoud, notes);
        let fout = fout || notes[voor_zienswijze..].iter().any(Note::is_fout);
        let Some(afzender) = ontvangers::afzender(project, soort, inhoud, gemeente, stuk, notes) else { continue };
        let (peiling, voor) = (tijd::Peiling::van(stuk, inhoud), notes.len());
        let afzender = peiling.afzender(afzender, notes);
        let gemeente = gemeente.map(|gemeente| peiling.gemeente(gemeente, notes));
        let ontvangers: Vec<&Gemeente> = ontvangers.iter().map(|g| peiling.gemeente(g, notes)).collect();
        let fout = fout || notes.len() > voor;
        let voor = notes.len();
        let besluit = besluit::bepaal(inhoud, gemeente.map(|g| g.slug.as_str()), notes);
        let besluit_fout = notes.len() > voor;
        for uitvoer in &soort.uitvoer {
            let besluit = besluit.clone().filter(|_| uitvoer.is_besluit());
            let vraag = ondertekening::Aanleiding { inhoud, soort, uitvoer, besluit: besluit.as_ref() };
            let tekening = ondertekening::bepaal(&vraag, afzender, notes);
            let mut job = Job {
                stuk,
                inhoud,
                soort,
                uitvoer,
                gemeente,
                ontvangers: ontvangers.clone(),
                afzender,
                profiel,
                besluit,
                // The proposal has been sent; what is wrong with the decision is no matter of it.
                fout: fout || tekening.fout || (besluit_fout && uitvoer.is_besluit()),
                tekening: tekening.value,
                bijlagen: bijlagen::nummer(inhoud, gemeente.map(|g| g.slug.as_str())),
                pad: String::new(),
                gewenst: false,
            };
            job.pad = pad::pad(&job);
            jobs.push(job);
        }
    }
    jobs
}
