//! The readable twin of a PDF: the same words from the same view-model, as one HTML page that needs nothing else.

mod eigen;
mod inhoud;
mod noten;
mod sjablonen;

use tera::{Context, Value};

use super::bouwer::{Bouwer, Groep, lijst};
use super::invuller::JobInvuller;
use super::tekst::{Html, OPEN_BEGIN, OPEN_EIND};
use super::{Engine, context, ident, kop};
use crate::diag::codes::G521;
use crate::diag::{Note, Noted};
use crate::html::{csp, escape, kleuren, stijl};
use crate::load::Raw;
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::project::Project;
use crate::plan::Job;
pub use sjablonen::Paginas;

/// Where the page lies among other files.
#[derive(Clone, Copy)]
pub struct Ligging<'a> {
    /// The file of the PDF, relative to the page; without one the page does not speak of it.
    pub pdf: Option<&'a str>,
    /// Where an annex lies, by its path in the out folder; `None` when it is not to be found from the page.
    pub bijlage: &'a dyn Fn(&str) -> Option<String>,
    /// What its metadata says of it, when it is published; without it the page says what the document itself knows.
    pub gegevens: Option<&'a Gegevens>,
}

/// What the metadata of a published document says, and its page must say too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gegevens {
    /// What identifies it, wherever it goes.
    pub identificatie: String,
    /// Who publishes it.
    pub uitgever: String,
    /// Who made it.
    pub maker: String,
}

/// Everything that stands as text in the page's own template, where these comments are.
const NOTEN: &str = "<!--noten-->";
const INHOUD: &str = "<!--inhoud-->";

/// The page of one job.
pub fn pagina(
    (engine, paginas): (&Engine, &Paginas),
    (raw, project): (&Raw, &Project),
    job: &Job<'_>,
    ligging: &Ligging<'_>,
) -> Noted<Option<String>> {
    let (soort, sjabloon) = (job.soort.id.as_str(), job.uitvoer.sjabloon.as_str());
    let vorm = Html { beelden: &raw.beelden };
    // A part that the paper does not print is no place to lead to on the page either.
    let names = engine.names(soort, sjabloon);
    let mut bouwer = Bouwer::new(JobInvuller::new(project, job, &vorm, &|naam| names.contains(naam)));
    let titel = kop::titel(&mut bouwer, job);
    let mut context = context(&mut bouwer, job, &titel).context();
    vul_aan(&mut context, (&mut bouwer, &vorm), (job, &titel), paginas, ligging);
    let mut notes = std::mem::take(&mut bouwer.notes);
    let html = match paginas.render(job, &context, &raw.sources) {
        Ok(html) => html,
        Err(note) => {
            notes.push(*note);
            return Noted { value: None, notes };
        }
    };
    let html = noten::plaats(&html, job, &mut bouwer, NOTEN).map(|html| inhoud::plaats(&html, INHOUD));
    notes.append(&mut bouwer.notes);
    if html.is_none() {
        let message = format!("de HTML-pagina van de soort `{soort}` heeft geen plaats voor de noten van dit stuk");
        notes
            .push(Note::at(G521, job.stuk.span.clone(), message).hint("Zet `{{ pagina.noten }}` in het HTML-sjabloon"));
    }
    let faulty = notes.iter().any(Note::is_fout);
    Noted { value: html.filter(|_| !faulty), notes }
}

/// What only a page needs: its style, what machines read of it, where other files lie.
fn vul_aan(
    context: &mut Context,
    (bouwer, vorm): (&mut Bouwer<'_>, &Html<'_>),
    (job, titel): (&Job<'_>, &str),
    paginas: &Paginas,
    ligging: &Ligging<'_>,
) {
    let huisstijl = &job.afzender.gegevens().huisstijl;
    let stijl = stijl(&kleuren(&huisstijl.kleur, &huisstijl.signaal), paginas.stijl());
    let mut pagina = Groep::default();
    pagina.set("csp", csp(&stijl));
    pagina.set("stijl", Value::safe_string(&stijl));
    pagina.set("noten", Value::safe_string(NOTEN));
    pagina.set("inhoud", Value::safe_string(INHOUD));
    pagina.set("meta", meta(job, titel, ligging.gegevens));
    pagina.maybe("pdf", ligging.pdf.map(Value::from));
    if let Some((logo, alt)) = &huisstijl.logo {
        pagina.set("logo", vorm.beeld(logo));
        pagina.set("logo_alt", alt.as_str());
    }
    context.insert_value("pagina", pagina.value());
    context.insert_value("eigen", eigen::velden(bouwer, job));
    let adressen = job.bijlagen.iter().map(|geplande| {
        let pad = geplande.bron.as_ref().filter(|_| !geplande.bijlage.geheim).map(|bron| bron.pad());
        pad.and_then(|pad| (ligging.bijlage)(pad)).map_or_else(|| Value::from(false), Value::from)
    });
    context.insert_value("bijlage_adressen", lijst(adressen.collect()));
}

/// What machines read: Dublin Core, with a date only when the day is known.
fn meta(job: &Job<'_>, titel: &str, gegevens: Option<&Gegevens>) -> Value {
    let inhoud = job.inhoud;
    let naam = || job.afzender.gegevens().naam.clone();
    let van = |veld: fn(&Gegevens) -> &String| gegevens.map(|gegevens| veld(gegevens).clone());
    let datum = match job.datum().0 {
        Bekend::Bekend(Datum::Dag(dag)) => Some(dag.format("%Y-%m-%d").to_string()),
        _ => None,
    };
    let nummers = [&inhoud.kenmerk, &inhoud.zaaknummer].into_iter().flatten();
    let bekend = nummers.filter_map(|feit| match &feit.waarde {
        Bekend::Bekend(tekst) => Some(("DCTERMS.alternative", tekst.clone())),
        Bekend::Onbekend => None,
    });
    let vast = [
        Some(("DCTERMS.title", titel.to_string())),
        Some(("DCTERMS.identifier", van(|gegevens| &gegevens.identificatie).unwrap_or_else(|| ident(job)))),
        Some(("DCTERMS.publisher", van(|gegevens| &gegevens.uitgever).unwrap_or_else(naam))),
        Some(("DCTERMS.creator", van(|gegevens| &gegevens.maker).unwrap_or_else(naam))),
        Some(("DCTERMS.type", job.uitvoer.titel.clone().unwrap_or_else(|| job.soort.naam.clone()))),
        Some(("DCTERMS.language", "nl".to_string())),
        datum.map(|datum| ("DCTERMS.issued", datum)),
    ];
    let regels = vast.into_iter().flatten().chain(bekend).map(|(naam, inhoud)| {
        let mut regel = Groep::default();
        regel.set("naam", naam);
        regel.set("inhoud", inhoud);
        regel.value()
    });
    lijst(regels.collect())
}

/// The markup of a value without the names of its blanks, for beside a label that names it already.
pub(super) fn zonder_naam(markup: &str) -> String {
    let mut uit = String::new();
    let mut rest = markup;
    while let Some((voor, na)) = rest.split_once(OPEN_BEGIN) {
        uit += voor;
        uit += "<span class=\"open\">";
        rest = na.split_once("</span>").map_or("", |(_, na)| na);
    }
    uit + rest
}

/// Whether nothing is known of a value.
pub(super) fn is_open(markup: &str) -> bool {
    markup.ends_with(OPEN_EIND)
}

/// Blocks under a heading of level `kop`.
pub(super) fn onder(markup: &str, kop: u8) -> String {
    let mut uit = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find("<h").into_iter().chain(rest.find("</h")).min() {
        let begin = if rest[at..].starts_with("</h") { at + 3 } else { at + 2 };
        uit += &rest[..begin];
        rest = &rest[begin..];
        // `<hr>` is no heading.
        if let Some(niveau) = rest.bytes().next().filter(u8::is_ascii_digit) {
            uit += &(niveau - b'0' + kop).min(6).to_string();
            rest = &rest[1..];
        }
    }
    uit + rest
}

/// A fragment of an address as it stands in an attribute.
pub(super) fn id(label: &str) -> String {
    escape(&label.split_whitespace().collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_stand_below_the_heading_above_them() {
        let markup = "<h1 class=\"buiten\">a &lt;h1&gt;</h1>\n<hr>\n<h4>b</h4>";
        assert_eq!(onder(markup, 2), "<h3 class=\"buiten\">a &lt;h1&gt;</h3>\n<hr>\n<h6>b</h6>");
    }

    #[test]
    fn beside_a_label_a_blank_does_not_repeat_its_name() {
        let raw = std::collections::BTreeMap::new();
        let blank = super::super::tekst::vorm::Vorm::blank(&Html { beelden: &raw }, "a<b", None).source;
        assert!(is_open(&blank));
        assert_eq!(zonder_naam(&format!("1, {blank}.")), "1, <span class=\"open\">nog niet bekend</span>.");
    }
}
