//! The words of a document outside its page: what metadata repeats.

use super::bouwer::Bouwer;
use super::invuller::JobInvuller;
use super::tekst::Typst;
use super::{kop, nummers};
use crate::model::datum::Datum;
use crate::model::project::Project;
use crate::model::stuk::Beslispunt;
use crate::model::tekst::Inline;
use crate::model::veld::Waarde;
use crate::plan::Job;

/// Plain words for metadata; what is not known is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Woorden {
    /// The short title.
    pub korte_titel: Option<String>,
    /// Which alderman it belongs to.
    pub portefeuillehouder: Option<String>,
    /// The text of a decision of the raad without its page, a paragraph each; empty for any other output.
    pub besluit: Vec<String>,
    /// Whether its points have notes, which that text leaves out.
    pub noten: bool,
}

/// The subject of a document, as the title of its PDF.
pub fn onderwerp(project: &Project, job: &Job<'_>) -> String {
    kop::titel(&mut Bouwer::new(JobInvuller::new(project, job, &Typst, &|_| true)), job)
}

/// The words of one document; its faults have been noted when it was rendered.
pub fn woorden(project: &Project, job: &Job<'_>) -> Woorden {
    let mut bouwer = Bouwer::new(JobInvuller::new(project, job, &Typst, &|_| true));
    let korte_titel = job.inhoud.korte_titel.as_ref().map(|regel| bouwer.plat(regel));
    let portefeuillehouder = match job.inhoud.veld("portefeuillehouder").map(|veld| &veld.waarde) {
        Some(Waarde::Regel(regel)) => Some(bouwer.plat(regel)),
        _ => None,
    };
    let besluit = if job.uitvoer.is_besluit() { besluit(&mut bouwer, job) } else { Vec::new() };
    let noten = !besluit.is_empty() && met_noot(job.beslispunten());
    Woorden { korte_titel, portefeuillehouder, besluit, noten }
}

fn met_noot(lijst: &[Beslispunt]) -> bool {
    lijst.iter().any(|punt| punt.tekst.iter().any(Inline::heeft_noot) || met_noot(&punt.sub))
}

/// Opschrift, aanhef, overwegingen, points and closing line, in the order of the page.
fn besluit(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Vec<String> {
    let inhoud = job.inhoud;
    let regels = job.afzender.gegevens().huisregels.voor(&job.soort.id);
    let mut alineas = vec![bouwer.plat(&inhoud.onderwerp)];
    alineas.extend(job.gemeente.map(|gemeente| format!("De raad van de gemeente {},", gemeente.gegevens.naam)));
    let teken = regels.overwegingen.unwrap_or_default().teken();
    if let Some(dag) = bouwer.invuller.pad_waarde(&["collegebesluit"]) {
        alineas.push(format!("gelezen het voorstel van het college van burgemeester en wethouders van {dag}{teken}"));
    }
    for (naam, aanhef) in
        [("gehoord", "gehoord"), ("gezien", "gezien"), ("gelet_op", "gelet op"), ("overwegende", "overwegende dat")]
    {
        let waarden: Vec<&Waarde> = match inhoud.veld(naam).map(|veld| &veld.waarde) {
            Some(Waarde::Lijst(waarden)) => waarden.iter().collect(),
            Some(waarde) => vec![waarde],
            None => Vec::new(),
        };
        for waarde in waarden {
            if let Waarde::Regel(regel) = waarde {
                alineas.push(format!("{aanhef} {}{teken}", bouwer.plat(regel)));
            }
        }
    }
    let dictum = regels.dictum.as_ref().map(|woord| woord.tekst.split_whitespace().collect::<String>());
    alineas.push(dictum.unwrap_or_else(|| "besluit:".to_string()));
    punten(bouwer, job.beslispunten(), 0, &mut alineas);
    let raadsdag = match job.besluit {
        Some(_) => job.datum().0.as_ref().known().map(Datum::lang),
        None => bouwer.invuller.pad_waarde(&["vergadering", "raad"]),
    };
    if let Some(dag) = raadsdag {
        alineas.push(format!("Aldus vastgesteld in de openbare vergadering van {dag}."));
    }
    alineas
}

/// The points with their numbers; what the college decides by itself is no part of the raad's decision.
fn punten(bouwer: &mut Bouwer<'_>, lijst: &[Beslispunt], diep: usize, alineas: &mut Vec<String>) {
    let slug = bouwer.invuller.slug().map(str::to_string);
    for (nummer, punt) in nummers::genummerd(lijst, slug.as_deref(), diep) {
        if punt.orgaan.as_deref().is_some_and(|orgaan| orgaan != "raad") {
            continue;
        }
        alineas.push(format!("{nummer}. {}", bouwer.plat(&punt.tekst)));
        punten(bouwer, &punt.sub, diep + 1, alineas);
    }
}
