//! The merge fields of a document with what they print for one gemeente.

use super::bouwer::Bouwer;
use super::invuller::JobInvuller;
use super::tekst::{Ingevuld, Typst};
use super::{Engine, context, kop};
use crate::diag::{Note, Noted, Span};
use crate::model::project::Project;
use crate::plan::Job;

/// A merge field and what it prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Samenvoegveld {
    /// What stands between the braces.
    pub uitdrukking: String,
    /// The first place where it stands.
    pub span: Span,
    /// What it prints: `None` when that is not known yet, or why it prints nothing.
    pub afdruk: Result<Option<String>, String>,
}

/// The merge fields of the outputs of one document, each once, in reading order.
pub fn samenvoegvelden(engine: &Engine, project: &Project, jobs: &[&Job<'_>]) -> Noted<Vec<Samenvoegveld>> {
    let (mut gevuld, mut notes) = (Vec::new(), Vec::new());
    for job in jobs {
        let names = engine.names(&job.soort.id, &job.uitvoer.sjabloon);
        let mut bouwer = Bouwer::new(JobInvuller::new(project, job, &Typst, &|naam| names.contains(naam)));
        let titel = kop::titel(&mut bouwer, job);
        context(&mut bouwer, job, &titel);
        for noot in job.inhoud.noten.values() {
            bouwer.regel(&noot.tekst);
        }
        notes.append(&mut bouwer.notes);
        gevuld.extend(bouwer.invuller.gevuld());
    }
    gevuld.sort_by(|(een, _), (ander, _)| een.span.cmp(&ander.span));
    let mut found: Vec<Samenvoegveld> = Vec::new();
    for (veld, ingevuld) in gevuld {
        let uitdrukking = veld.uitdrukking.to_string();
        if found.iter().all(|eerder| eerder.uitdrukking != uitdrukking) {
            found.push(Samenvoegveld { uitdrukking, span: veld.span, afdruk: afdruk(ingevuld) });
        }
    }
    Noted { value: found, notes }
}

fn afdruk(ingevuld: Result<Ingevuld, Note>) -> Result<Option<String>, String> {
    match ingevuld {
        Ok(Ingevuld::Tekst(tekst) | Ingevuld::Link { tekst, .. } | Ingevuld::Web { tekst, .. }) => Ok(Some(tekst)),
        Ok(Ingevuld::Onbekend { .. }) => Ok(None),
        Err(note) => Err(note.message),
    }
}
