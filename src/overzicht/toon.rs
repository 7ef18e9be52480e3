//! One document as it is for one gemeente: valid YAML with, behind every value, the file and line it comes from.

use std::collections::BTreeMap;

use super::yaml::{self, Geschreven};
use crate::diag::{Sources, Span};
use crate::load::yaml::{Entry, Kind, Value};
use crate::model::pdf::{PdfFeiten, PdfFout};
use crate::render::Samenvoegveld;

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct Getoond<'a> {
    /// The document as it is shared.
    pub basis: &'a Value,
    /// The document with the deviations of the gemeente laid over it.
    pub opgelost: &'a Value,
    /// Slug and name of the gemeente; `None` for one document for all.
    pub gemeente: Option<(&'a str, &'a str)>,
    /// Its merge fields with what they print.
    pub velden: &'a [Samenvoegveld],
    /// What the PDFs of its folder say of themselves, by path.
    pub pdfs: &'a BTreeMap<String, Result<PdfFeiten, PdfFout>>,
    /// The texts that the values stand in.
    pub sources: &'a Sources,
}

/// The YAML. What differs from the shared document is marked `lokaal`; an item that is not for this gemeente says so.
pub fn toon(getoond: &Getoond<'_>) -> String {
    let bron = &getoond.sources.get(getoond.basis.span.file).path;
    let voor = getoond.gemeente.map_or("alle gemeenten samen", |(_, naam)| naam);
    let mut schrijver = Schrijver { getoond, uit: format!("# {} voor {}\n", regel(bron), regel(voor)) };
    for entry in getoond.opgelost.entries().unwrap_or_default() {
        // The deviations of all gemeenten; those of this one have been applied.
        if entry.key.text != "lokaal" {
            schrijver.veld(entry, 0);
        }
    }
    schrijver.uit + &samenvoegvelden(getoond)
}

/// Each merge field with what it prints, as comments.
fn samenvoegvelden(getoond: &Getoond<'_>) -> String {
    let mut uit = String::from("\n# samenvoegvelden\n");
    for veld in getoond.velden {
        let waarde = match &veld.afdruk {
            Ok(Some(tekst)) => tekst.clone(),
            Ok(None) => "(nog niet bekend: drukt een leeg vak)".to_string(),
            Err(melding) => format!("(fout: {melding})"),
        };
        let (van, plaats) = (regel(&veld.uitdrukking), plaats(getoond.sources, &veld.span));
        uit += &format!("# {{{{ {van} }}}}: {}  # {plaats}\n", regel(&waarde));
    }
    if getoond.velden.is_empty() {
        uit += "# (geen)\n";
    }
    uit
}

/// What a PDF says of itself, on one line.
fn pdf_in_woorden(pdf: &PdfFeiten) -> String {
    let titel = pdf.titel.as_ref().map_or("zonder titel".to_string(), |titel| format!("titel: {titel}"));
    let taal = pdf.taal.as_ref().map_or("zonder taal".to_string(), |taal| format!("taal: {taal}"));
    let aanspraken =
        if pdf.aanspraken.is_empty() { "geen PDF/A of PDF/UA".into() } else { pdf.aanspraken.join(" en ") };
    regel(&format!("PDF, {}, {titel}, {taal}, {aanspraken}", pdf.omvang()))
}

/// A text within a comment: one line, whatever stands in it.
fn regel(tekst: &str) -> String {
    tekst.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ")
}

/// `content/2021/regiovisie/document.yaml:12`.
fn plaats(sources: &Sources, span: &Span) -> String {
    format!("{}:{}", regel(&sources.get(span.file).path), sources.line_column(span).0)
}

struct Schrijver<'a> {
    getoond: &'a Getoond<'a>,
    uit: String,
}

impl Schrijver<'_> {
    fn veld(&mut self, entry: &Entry, diepte: usize) {
        self.uit += &format!("{}{}:", inspringen(diepte), yaml::sleutel(&entry.key.text));
        // A value that is not there has no place of its own.
        let span = if matches!(entry.value.kind, Kind::Leeg) { &entry.key.span } else { &entry.value.span };
        self.waarde(&entry.value, span, diepte);
        if entry.key.text == "bestand"
            && let Some(Ok(pdf)) = entry.value.scalar().and_then(|scalar| self.getoond.pdfs.get(&scalar.text))
        {
            self.uit += &format!("{}# {}\n", inspringen(diepte), pdf_in_woorden(pdf));
        }
    }

    /// What stands behind `naam:` or `-`; groups and lists go on below it.
    fn waarde(&mut self, value: &Value, span: &Span, diepte: usize) {
        let herkomst = self.herkomst(span);
        match &value.kind {
            Kind::Scalar(scalar) => match yaml::tekst(&scalar.text) {
                Geschreven::Regel(tekst) => self.uit += &format!(" {tekst}  {herkomst}\n"),
                Geschreven::Blok(kop, regels) => {
                    self.uit += &format!(" {kop}  {herkomst}\n");
                    for regel in regels {
                        // A blank line stays blank.
                        let voor = if regel.is_empty() { String::new() } else { inspringen(diepte + 1) };
                        self.uit += &format!("{voor}{regel}\n");
                    }
                }
            },
            Kind::Leeg | Kind::Onleesbaar => self.uit += &format!("  {herkomst}\n"),
            Kind::List(items) if items.is_empty() => self.uit += &format!(" []  {herkomst}\n"),
            Kind::Map(velden) if velden.is_empty() => self.uit += &format!(" {{}}  {herkomst}\n"),
            Kind::List(items) => {
                self.uit.push('\n');
                items.iter().for_each(|item| self.item(item, diepte + 1));
            }
            Kind::Map(velden) => {
                self.uit.push('\n');
                velden.iter().for_each(|veld| self.veld(veld, diepte + 1));
            }
        }
    }

    fn item(&mut self, item: &Value, diepte: usize) {
        if let (Some((_, naam)), false) = (self.getoond.gemeente, self.is_voor(item)) {
            self.uit += &format!("{}# niet voor {}:\n", inspringen(diepte), regel(naam));
        }
        match &item.kind {
            Kind::Map(velden) if !velden.is_empty() => {
                let begin = self.uit.len();
                velden.iter().for_each(|veld| self.veld(veld, diepte + 1));
                // The dash takes the place of the blanks before the first field.
                let na = begin + 2 * diepte;
                self.uit.replace_range(na..na + 2, "- ");
            }
            _ => {
                self.uit += &format!("{}-", inspringen(diepte));
                self.waarde(item, &item.span, diepte);
            }
        }
    }

    /// Whether `alleen` and `behalve` of an item let this gemeente have it.
    fn is_voor(&self, item: &Value) -> bool {
        let Some((slug, _)) = self.getoond.gemeente else { return true };
        let noemt = |key: &str| -> Option<bool> {
            let Kind::List(slugs) = &item.get(key)?.value.kind else { return None };
            Some(slugs.iter().any(|value| value.scalar().is_some_and(|scalar| scalar.text == slug)))
        };
        noemt("alleen").unwrap_or(true) && !noemt("behalve").unwrap_or(false)
    }

    /// The comment behind a value.
    fn herkomst(&self, span: &Span) -> String {
        let lokaal = if self.is_lokaal(span) { " lokaal" } else { "" };
        format!("# {}{lokaal}", plaats(self.getoond.sources, span))
    }

    /// Whether a value stands outside what the gemeenten share: below `lokaal`, or in a file of its own.
    fn is_lokaal(&self, span: &Span) -> bool {
        let basis = self.getoond.basis;
        let lokaal = basis.get("lokaal").map(|entry| &entry.value.span);
        span.file != basis.span.file || lokaal.is_some_and(|all| all.start <= span.start && span.end <= all.end)
    }
}

fn inspringen(diepte: usize) -> String {
    "  ".repeat(diepte)
}
