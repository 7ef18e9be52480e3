//! Merges each job through Tera into Typst sources.

mod afdruk;
mod afscherming;
mod besluit;
mod bouwer;
pub mod bron;
mod delen;
mod engine;
pub mod escape;
mod gelezen;
mod invuller;
mod kop;
mod namen;
mod noten;
mod nummers;
pub mod pagina;
mod poort;
mod samenvoegvelden;
mod secties;
mod sjabloonfout;
mod sjabloonfrasen;
mod sjabloonopen;
pub mod tekst;
mod velden;
mod woorden;

pub use afscherming::veld as zichtbaar;
pub use engine::Engine;
pub use namen::check as check_names;
pub use pagina::{Gegevens, Ligging, Paginas, pagina};
pub use samenvoegvelden::{Samenvoegveld, samenvoegvelden};
pub use woorden::{Woorden, onderwerp, woorden};

use chrono::NaiveDate;
use tera::Value;

use crate::diag::codes::{G502, G503};
use crate::diag::{Note, Noted, Sources};
use crate::model::afdruk::Afdruk;
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::project::Project;
use crate::plan::{Job, grondslag};
use bouwer::{Bouwer, Zicht};
use bron::{Bron, BronFile, Hoogstens};
use invuller::JobInvuller;
use tekst::Typst;

/// One job rendered.
#[derive(Clone, Debug)]
pub struct Gerenderd {
    /// The Typst sources.
    pub bron: Bron,
    /// The subject, as the PDF's title.
    pub titel: String,
    /// The titles of the annexes, in order.
    pub bijlagen: Vec<String>,
    /// The day that the PDF carries; for a date known only in part its first day.
    pub dag: NaiveDate,
    /// What is not known yet and stands on the page as a blank.
    pub open: Vec<String>,
    /// The words of it, to compare versions by.
    pub afdruk: Afdruk,
}

/// Renders one job.
pub fn render(engine: &Engine, project: &Project, job: &Job<'_>, sources: &Sources) -> Noted<Option<Gerenderd>> {
    let (soort, sjabloon) = (job.soort.id.as_str(), job.uitvoer.sjabloon.as_str());
    if !engine.has(soort, sjabloon) {
        // What is wrong with the template has been noted when it was loaded, at best with the documents it costs.
        if job.fout {
            return Noted { value: None, notes: Vec::new() };
        }
        let message = format!("dit stuk kan niet worden gemaakt: het sjabloon van `{soort}` is niet te gebruiken");
        return Noted { value: None, notes: vec![Note::at(G503, job.stuk.span.clone(), message)] };
    }
    let names = engine.names(soort, sjabloon);
    let mut bouwer = Bouwer::new(JobInvuller::new(project, job, &Typst, &|naam| names.contains(naam)));
    let titel = kop::titel(&mut bouwer, job);
    let bijlagen = job.bijlagen.iter().map(|geplande| bouwer.plat(&geplande.bijlage.titel)).collect();
    let context = context(&mut bouwer, job, &titel);
    let mut notes = std::mem::take(&mut bouwer.notes);
    let main = match engine.render(soort, sjabloon, &context.context(), &job.stuk.bron, sources) {
        Ok(main) => main,
        Err(fouten) => {
            // What a document with a fault lacks has been said there; that the template asks for it is no second fault.
            notes.extend(fouten.into_iter().filter(|note| !job.fout || note.code != G502));
            return Noted { value: None, notes };
        }
    };
    let mut files = vec![main_file(main, &bouwer)];
    // A template may leave a field out; what is not included is not part of this document.
    let gedrukt = |file: &BronFile| files[0].text.contains(&format!("\"{}\"", file.path));
    let mut delen: Vec<BronFile> = bouwer.files.drain(..).filter(gedrukt).collect();
    files.append(&mut delen);
    let afdruk = afdruk(&files, &names, &context, &mut bouwer, job);
    noten::plaats(&mut files, &mut bouwer, job);
    notes.append(&mut bouwer.notes);
    let open = tekst::open(files.iter().map(|file| file.text.as_str()));
    poort::open(job, &open, &files, sources, &mut notes);
    let bron = Bron {
        files,
        titel: titel.clone(),
        ident: ident(job),
        owner: Some(job.inhoud.onderwerp_span.clone()),
        template: format!("{soort}/{sjabloon}"),
        hoogstens: hoogstens(job),
    };
    let faulty = notes.iter().any(Note::is_fout);
    let gerenderd = Gerenderd { bron, titel, bijlagen, dag: dag(job), open, afdruk };
    Noted { value: (!faulty).then_some(gerenderd), notes }
}

/// The words of what was rendered, notes last.
fn afdruk(
    files: &[BronFile],
    names: &std::collections::HashSet<&str>,
    context: &Zicht,
    bouwer: &mut Bouwer<'_>,
    job: &Job<'_>,
) -> Afdruk {
    let mut afdruk = afdruk::Lezer::new(files, names).lees(context.waarden());
    for (id, noot) in job.inhoud.noten.iter().filter(|(id, _)| afdruk::heeft_noot(files, id)) {
        // Faults in the words are noted where the note is set.
        afdruk.delen.push(afdruk::noot(id, tekst::plat(&noot.tekst, &bouwer.invuller, &mut Vec::new())));
    }
    afdruk
}

/// Everything the template sees.
fn context(bouwer: &mut Bouwer<'_>, job: &Job<'_>, titel: &str) -> Zicht {
    let mut context = Zicht::default();
    let regels = job.afzender.gegevens().huisregels.voor(&job.soort.id);
    context.insert_value("doc", kop::doc(bouwer, job, titel, &regels));
    context.insert_value("afzender", kop::afzender(bouwer, job));
    context.insert_value("ontvanger", kop::ontvanger(bouwer, job));
    if let Some(gemeente) = kop::gemeente(job) {
        context.insert_value("gemeente", gemeente);
    }
    context.insert_value("thema", kop::thema(job));
    context.insert_value("labels", delen::labels(bouwer, &regels));
    // What the proposal says beside its points is no part of what the raad decided.
    if job.besluit.is_none() {
        context.insert_value("secties", secties::secties(bouwer, job, &regels));
    }
    context.insert_value("beslispunten", delen::beslispunten(bouwer, job.beslispunten(), 0));
    context.insert_value("bijlagen", delen::bijlagen(bouwer, job));
    context.insert_value("ondertekening", delen::ondertekening(bouwer, job, &regels));
    if let Some(besluit) = besluit::besluit(bouwer, job, &regels) {
        context.insert_value("besluit", besluit);
    }
    if let Some(grondslag) = grondslag(job.inhoud) {
        context.insert_value("grondslag", bouwer.woorden(grondslag, None));
    }
    for veld in job.inhoud.velden.iter().filter_map(|veld| afscherming::veld(veld, job.profiel)) {
        let veld = besluit::vergadering(veld.into_owned(), job);
        let waarde: Value = velden::waarde(bouwer, &veld.naam, &veld);
        context.insert_value(veld.naam.clone(), waarde);
    }
    // What the author wrote goes before the house, and the house before the kind.
    let geschreven = job.inhoud.veld("aanhef").is_some_and(|veld| veld.span.is_some());
    if let Some(aanhef) = regels.aanhef.as_ref().filter(|_| !geschreven) {
        context.insert_value("aanhef", delen::woord(bouwer, aanhef));
    }
    context
}

/// The main source; ready markup that Tera placed is found again, so that faults lead home.
fn main_file(main: String, bouwer: &Bouwer<'_>) -> BronFile {
    let mut kaart = Vec::new();
    for stukje in bouwer.stukjes.iter().filter(|stukje| !stukje.kaart.is_empty()) {
        for (at, _) in main.match_indices(&stukje.markup) {
            kaart.extend(stukje.kaart.iter().map(|(range, span)| (range.start + at..range.end + at, span.clone())));
        }
    }
    BronFile { path: "/main.typ".to_string(), text: main, kaart }
}

/// How many pages it may have: the house goes before the output, and the output before the kind.
fn hoogstens(job: &Job<'_>) -> Option<Hoogstens> {
    let huis = job.afzender.gegevens();
    if let Some((aantal, plek)) = huis.huisregels.voor(&job.soort.id).paginas {
        let wie = format!("een stuk van `{}`", huis.naam);
        return Some(Hoogstens { aantal, wie, plek: Some(plek) });
    }
    let paginas = job.uitvoer.paginas.or(job.soort.paginas)?;
    let wie = format!("een `{}`", job.uitvoer.naam);
    Some(Hoogstens { aantal: usize::from(paginas.hoogstens.get()), wie, plek: None })
}

/// What identifies the PDF for good: document, output, gemeente, rendition; not its date or status.
fn ident(job: &Job<'_>) -> String {
    let wie = job.gemeente.map_or_else(|| job.afzender.id(), |gemeente| &gemeente.slug);
    let intern = if job.profiel.is_intern() { "/intern" } else { "" };
    format!("{}/{}/{}/{}/{wie}{intern}", job.stuk.jaar, job.soort.id, job.stuk.id, job.uitvoer.naam)
}

/// PDF/A wants a day; of a date known only in part it is the first day that it can be.
fn dag(job: &Job<'_>) -> NaiveDate {
    let datum = match job.datum().0 {
        Bekend::Bekend(datum) => datum.periode(),
        Bekend::Onbekend => None,
    };
    datum.or_else(|| Datum::Jaar(job.stuk.jaar).periode()).map(|(van, _)| van).unwrap_or_default()
}
