//! The words of a document outside its page: what metadata repeats.

use super::bouwer::Bouwer;
use super::invuller::JobInvuller;
use super::tekst::Typst;
use crate::model::project::Project;
use crate::model::veld::Waarde;
use crate::plan::Job;

/// Plain words for metadata; what is not known is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Woorden {
    /// The short title.
    pub korte_titel: Option<String>,
    /// Which alderman it belongs to.
    pub portefeuillehouder: Option<String>,
}

/// The words of one document; its faults have been noted when it was rendered.
pub fn woorden(project: &Project, job: &Job<'_>) -> Woorden {
    let mut bouwer = Bouwer::new(JobInvuller::new(project, job, &Typst, &|_| true));
    let korte_titel = job.inhoud.korte_titel.as_ref().map(|regel| bouwer.plat(regel));
    let portefeuillehouder = match job.inhoud.veld("portefeuillehouder").map(|veld| &veld.waarde) {
        Some(Waarde::Regel(regel)) => Some(bouwer.plat(regel)),
        _ => None,
    };
    Woorden { korte_titel, portefeuillehouder }
}
