//! Which document goes to which gemeente, who signs it, which annexes come along and where it is written.

mod besluit;
mod bijlagebestand;
mod bijlagen;
mod ondertekening;
mod ontvangers;
mod opvolging;
mod pad;
mod selectie;
mod stadia;
mod tijd;
mod zienswijze;

pub use besluit::{Besluit, Wijziging};
pub use bijlagen::{GeplandeBijlage, Inhoudsbron};
pub use ondertekening::{Tekenaar, Tekening};
pub use opvolging::Voorganger;
pub use selectie::{Selectie, SelectieFout, noemt};
pub use zienswijze::grondslag;

use crate::diag::codes::G299;
use crate::diag::{Note, Noted, Span};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::gemeente::Gemeente;
use crate::model::organisatie::{Gegevens, Organisatie};
use crate::model::profiel::Profiel;
use crate::model::project::Project;
use crate::model::soort::{Soort, Uitvoer, Verspreiding};
use crate::model::stuk::{Beslispunt, Inhoud, Status, Stuk};
use ondertekening::Aanleiding;
use opvolging::{Beslist, Opvolging};

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
    /// The gemeenten that ended before this decision, and on whose voorstellen it is taken.
    pub voorgangers: Vec<Voorganger<'p>>,
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
    let exemplaren: Vec<Option<&Gemeente>> = match basis.verspreiding.unwrap_or(soort.verspreiding) {
        Verspreiding::Collectief => vec![None],
        Verspreiding::PerGemeente => ontvangers.iter().copied().map(Some).collect(),
    };
    if exemplaren.is_empty() {
        // No version is planned that could bring the faults of the document along.
        notes.extend(stuk.basis.notes.iter().cloned());
    }
    let onduidelijk = ontvangers::onduidelijk(stuk, basis);
    if !onduidelijk {
        ontvangers::check_niemand(stuk, basis, &exemplaren, notes);
    }
    let mut opvolging = Opvolging::default();
    let stukplan = Stukplan { project, stuk, soort, profiel, ontvangers: &ontvangers };
    let mut jobs = Vec::new();
    for gemeente in exemplaren {
        jobs.extend(stukplan.exemplaar(gemeente, &mut opvolging, notes));
    }
    for (opvolger, voorgangers) in opvolging.opvolgers() {
        jobs.extend(stukplan.besluit(opvolger, voorgangers, notes));
    }
    opvolging.check(basis, notes);
    let met_opvolgers: Vec<&Gemeente> = ontvangers.iter().copied().chain(opvolging.gemeenten()).collect();
    if !onduidelijk {
        ontvangers::check_lokaal(stuk, &met_opvolgers, notes);
    }
    jobs
}

/// What all jobs of one document share.
struct Stukplan<'a, 'p> {
    project: &'p Project,
    stuk: &'p Stuk,
    soort: &'p Soort,
    profiel: Profiel,
    ontvangers: &'a [&'p Gemeente],
}

impl<'p> Stukplan<'_, 'p> {
    /// The jobs of one gemeente, or of all together; what its successor decides is left to `opvolging`.
    fn exemplaar(
        &self,
        gemeente: Option<&'p Gemeente>,
        opvolging: &mut Opvolging<'p>,
        notes: &mut Vec<Note>,
    ) -> Vec<Job<'p>> {
        let Some(vorm) = self.vorm(gemeente, notes) else { return Vec::new() };
        let mut jobs = Vec::new();
        for uitvoer in &self.soort.uitvoer {
            match opvolging.wie(self.project, gemeente, uitvoer, vorm.inhoud, notes) {
                Beslist::Zelf => jobs.push(self.job(&vorm, uitvoer, notes)),
                Beslist::Opvolger => self.andere_raad(&vorm, notes),
                Beslist::Niemand => jobs.push(Job { fout: true, ..self.job(&vorm, uitvoer, notes) }),
            }
        }
        jobs
    }

    /// What the raad of a successor decides on the voorstellen of others.
    fn besluit(&self, opvolger: &'p Gemeente, voorgangers: &[Voorganger<'p>], notes: &mut Vec<Note>) -> Vec<Job<'p>> {
        let Some(vorm) = self.vorm(Some(opvolger), notes) else { return Vec::new() };
        let uitvoeren = self.soort.uitvoer.iter().filter(|uitvoer| uitvoer.is_besluit());
        uitvoeren.map(|uitvoer| Job { voorgangers: voorgangers.to_vec(), ..self.job(&vorm, uitvoer, notes) }).collect()
    }

    /// The version of one gemeente with its sender and recipients as they were on the date of the document.
    fn vorm(&self, gemeente: Option<&'p Gemeente>, notes: &mut Vec<Note>) -> Option<Vorm<'p>> {
        let variant = self.stuk.voor(gemeente.map(|g| g.slug.as_str()));
        notes.extend(variant.notes.iter().cloned());
        let inhoud = variant.value.as_ref()?;
        stadia::check(inhoud, notes);
        let begin = notes.len();
        zienswijze::check(inhoud, notes);
        let gezien = notes[begin..].iter().any(Note::is_fout);
        let afzender = ontvangers::afzender(self.project, self.soort, inhoud, gemeente, self.stuk, notes)?;
        let (peiling, voor) = (tijd::Peiling::van(self.stuk, inhoud), notes.len());
        let afzender = peiling.afzender(afzender, notes);
        let gemeente = gemeente.map(|gemeente| peiling.gemeente(gemeente, notes));
        let ontvangers: Vec<&Gemeente> = self.ontvangers.iter().map(|g| peiling.gemeente(g, notes)).collect();
        let fout = variant.notes.iter().any(Note::is_fout) || gezien || notes.len() > voor;
        let voor = notes.len();
        let besluit = besluit::bepaal(inhoud, gemeente.map(|g| g.slug.as_str()), notes);
        let besluit_fout = notes.len() > voor;
        Some(Vorm { inhoud, gemeente, ontvangers, afzender, fout, besluit, besluit_fout })
    }

    /// What is said of a raad that no longer decides would silently be lost.
    fn andere_raad(&self, vorm: &Vorm<'p>, notes: &mut Vec<Note>) {
        let gedeeld = self.stuk.basis.value.as_ref().and_then(|basis| basis.besluitvorming.as_ref());
        let eigen = vorm.besluit.as_ref().map(|besluit| besluit.besluitvorming);
        if let (Some(eigen), Some(gemeente)) = (eigen.filter(|eigen| gedeeld != Some(*eigen)), vorm.gemeente) {
            let message = format!("niet de raad van {} besluit, maar die van haar opvolger", gemeente.gegevens.naam);
            notes.push(
                Note::at(G299, eigen.uitkomst_span.clone(), message)
                    .hint("Zet `besluitvorming` bij de opvolger: die raad heeft besloten"),
            );
        }
    }

    fn job(&self, vorm: &Vorm<'p>, uitvoer: &'p Uitvoer, notes: &mut Vec<Note>) -> Job<'p> {
        let besluit = vorm.besluit.clone().filter(|_| uitvoer.is_besluit());
        let vraag = Aanleiding { inhoud: vorm.inhoud, soort: self.soort, uitvoer, besluit: besluit.as_ref() };
        let tekening = ondertekening::bepaal(&vraag, vorm.afzender, notes);
        let slug = vorm.gemeente.map(|gemeente| gemeente.slug.as_str());
        let mut job = Job {
            stuk: self.stuk,
            inhoud: vorm.inhoud,
            soort: self.soort,
            uitvoer,
            gemeente: vorm.gemeente,
            voorgangers: Vec::new(),
            ontvangers: vorm.ontvangers.clone(),
            afzender: vorm.afzender,
            profiel: self.profiel,
            besluit,
            // The proposal has been sent; what is wrong with the decision is no matter of it.
            fout: vorm.fout || tekening.fout || (vorm.besluit_fout && uitvoer.is_besluit()),
            tekening: tekening.value,
            bijlagen: bijlagen::nummer(vorm.inhoud, slug),
            pad: String::new(),
            gewenst: false,
        };
        job.pad = pad::pad(&job);
        job
    }
}

/// One version of a document, with what the raad made of it.
struct Vorm<'p> {
    besluit: Option<Besluit<'p>>,
    besluit_fout: bool,
    inhoud: &'p Inhoud,
    gemeente: Option<&'p Gemeente>,
    ontvangers: Vec<&'p Gemeente>,
    afzender: Afzender<'p>,
    fout: bool,
}
