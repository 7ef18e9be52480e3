//! The index as Typst sources, for the same archival and accessible PDF as the documents.
//!
//! Its links are the addresses where the files come to stand, for a PDF is passed on without what lay beside it.

use chrono::Datelike as _;

use super::{Groep, Jaaroverzicht, Rij};
use crate::model::organisatie::Huisstijl;
use crate::render::bron::{Bron, BronFile};
use crate::render::escape::{literal, markup};

/// The sources.
pub fn bron(overzicht: &Jaaroverzicht, huisstijl: &Huisstijl) -> Bron {
    let dag = overzicht.dag;
    let mut text = format!(
        "#import \"/stijl/jaaroverzicht.typ\": *\n\
         #show: jaaroverzicht.with(titel: {}, regio: {}, datum: datetime(year: {}, month: {}, day: {}), kleur: {}, signaal: {})\n\
         #par[{}]\n",
        literal(&overzicht.titel),
        literal(&overzicht.regio),
        dag.year(),
        dag.month(),
        dag.day(),
        literal(&huisstijl.kleur),
        literal(&huisstijl.signaal),
        markup(&overzicht.samenvatting),
    );
    for deel in &overzicht.delen {
        text += &format!("#heading(level: 1)[{}]\n", markup(&deel.kop));
        deel.groepen.iter().for_each(|van| text += &groep(van, &deel.kolom));
    }
    let main = BronFile { path: "/main.typ".to_string(), text, kaart: Vec::new() };
    Bron {
        files: vec![main],
        titel: overzicht.titel.clone(),
        ident: format!("jaaroverzicht/{}/{}", overzicht.jaar, overzicht.regio),
        ..Bron::default()
    }
}

fn groep(groep: &Groep, kolom: &str) -> String {
    let rijen: String = groep.rijen.iter().map(rij).collect();
    let niet: String = groep.niet.iter().map(|zin| format!("[{}],", markup(zin))).collect();
    format!("#groep([{}], kolom: [{}], rijen: ({rijen}), niet: ({niet}))\n", markup(&groep.kop), markup(kolom))
}

fn rij(rij: &Rij) -> String {
    let kenmerk = rij.kenmerk.as_deref().map_or_else(|| "none".to_string(), |kenmerk| format!("[{}]", markup(kenmerk)));
    let links =
        rij.bestanden.iter().map(|bestand| format!("link({}, [{}]),", literal(&bestand.url), markup(&bestand.woord)));
    let bestanden: String = links.collect();
    format!(
        "(eerste: [{}], wat: [{}], kenmerk: {kenmerk}, datum: [{}], status: [{}], bestanden: ({bestanden})),\n",
        markup(&rij.eerste),
        markup(&rij.wat),
        markup(&rij.datum),
        markup(&rij.status)
    )
}
