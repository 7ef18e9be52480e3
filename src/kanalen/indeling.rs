//! In whose bundle a document stands, and under which values of the lists.

use crate::model::organisatie::Gegevens;
use crate::model::project::Project;
use crate::model::publicatie::{Indeling, Kanaal, Uitgever};
use crate::model::waardelijst::{Lijst, Waarde};
use crate::plan::Job;

/// What names a bundle: the year, and the slug of a gemeente or the id of an organisation.
pub type Sleutel = (i32, String);

/// The bundle that a document stands in.
pub fn sleutel(job: &Job<'_>) -> Sleutel {
    let wie = match houder(job) {
        Houder::Gemeente => job.gemeente.map_or_else(|| job.afzender.id(), |gemeente| &gemeente.slug),
        Houder::Afzender => job.afzender.id(),
    };
    (job.stuk.jaar, wie.to_string())
}

#[derive(PartialEq)]
enum Houder {
    Gemeente,
    Afzender,
}

/// Whose bundle: the document and its kind decide, since a gemeente cannot give away what it does not hold.
fn houder(job: &Job<'_>) -> Houder {
    let eigen = job.inhoud.publicatie.indeling.over(&job.uitvoer.publicatie).over(&job.soort.publicatie);
    match (eigen.uitgever.unwrap_or_default(), job.gemeente) {
        (Uitgever::Gemeente, Some(_)) => Houder::Gemeente,
        _ => Houder::Afzender,
    }
}

/// Name, address and channel of who publishes the document.
pub fn uitgever<'p>(job: &Job<'p>) -> &'p Gegevens {
    match job.gemeente {
        Some(gemeente) if houder(job) == Houder::Gemeente => &gemeente.gegevens,
        _ => job.afzender.gegevens(),
    }
}

/// The address that a publisher has; that of the region is the one of its fixed sender.
pub fn basis_url<'p>(project: &'p Project, wie: &str, kanaal: &'p Kanaal) -> Option<&'p str> {
    let regio = project.instellingen.basis_url.as_ref().filter(|_| wie == project.instellingen.afzender);
    kanaal.basis_url.as_ref().or(regio).map(|(url, _)| url.as_str())
}

/// The document before the gemeente, the gemeente before the output, the output before the kind.
pub fn indeling(job: &Job<'_>) -> Indeling {
    let kanaal = &uitgever(job).kanaal;
    let van = |naam: &str| kanaal.indelingen.get(naam).cloned().unwrap_or_default();
    let soort = Indeling { informatiecategorie: job.soort.informatiecategorie.clone(), ..Indeling::default() };
    let lagen =
        [van(&job.uitvoer.naam), van(&job.soort.id), job.uitvoer.publicatie.clone(), job.soort.publicatie.clone()];
    lagen.iter().fold(job.inhoud.publicatie.indeling.clone(), |boven, onder| boven.over(onder)).over(&soort)
}

/// A value that validation has found in its list; a kind that says nothing gets what holds for every paper.
pub fn waarde(lijst: Lijst, gekozen: Option<&str>, anders: &str) -> Option<&'static Waarde> {
    lijst.zoek(gekozen.unwrap_or(anders))
}
