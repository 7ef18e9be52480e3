//! The index as a page, through its template.

use tera::{Context, Value};

use super::{Jaaroverzicht, pdf_naam};
use crate::diag::{Note, Sources};
use crate::html::{csp, kleuren, stijl};
use crate::model::organisatie::Huisstijl;
use crate::render::Paginas;

/// The template, among those of all pages.
const SJABLOON: &str = "html/jaaroverzicht.html.tera";

/// The whole page, in the colours of the region.
///
/// # Errors
/// A note that leads into the template.
pub fn html(
    overzicht: &Jaaroverzicht,
    huisstijl: &Huisstijl,
    paginas: &Paginas,
    sources: &Sources,
) -> Result<String, Box<Note>> {
    let stijl = stijl(&kleuren(&huisstijl.kleur, &huisstijl.signaal), paginas.stijl());
    let meta = [
        ("DCTERMS.title", overzicht.titel.as_str()),
        ("DCTERMS.publisher", overzicht.regio.as_str()),
        ("DCTERMS.type", "overzicht"),
        ("DCTERMS.language", "nl"),
    ];
    let groep = |paren: Vec<(&'static str, Value)>| -> Value {
        Value::from(paren.into_iter().map(|(naam, waarde)| (naam.into(), waarde)).collect::<tera::value::Map>())
    };
    let meta = meta.map(|(naam, inhoud)| groep(vec![("naam", naam.into()), ("inhoud", inhoud.into())]));
    let pdf = pdf_naam(overzicht.jaar);
    let pagina = groep(vec![
        ("csp", csp(&stijl).into()),
        ("stijl", Value::safe_string(&stijl)),
        ("noten", Value::safe_string("")),
        ("meta", Value::from(meta.to_vec())),
        ("pdf", pdf.as_str().into()),
    ]);
    let titel = format!("{}, {}", overzicht.titel, overzicht.regio);
    let doc = groep(vec![("titel", titel.as_str().into()), ("auteur", overzicht.regio.as_str().into())]);
    let mut context = Context::new();
    context.insert_value("pagina", pagina);
    context.insert_value("doc", doc);
    context.insert("overzicht", overzicht);
    paginas.los(SJABLOON, &context, sources)
}
