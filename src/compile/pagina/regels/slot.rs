//! The end of a document: its signatures, its last page, how many pages there are.

use super::super::lees::{Blad, Ding};
use super::{Document, Vak, Vondst, aantal_regels, eerste, per};
use crate::diag::codes::{G636, G637, G642, G643};
use crate::render::bron::Hoogstens;

/// Lines of text that a page with only signatures, or a last page, has at least.
const GEZELSCHAP: usize = 2;

pub fn regels(document: &Document, hoogstens: Option<&Hoogstens>) -> Vec<Vondst> {
    let mut uit = ondertekening(document);
    uit.extend(lege_bladen(document));
    uit.extend(hoogstens.and_then(|hoogstens| te_veel(document, hoogstens)));
    uit
}

fn ondertekening(document: &Document) -> Vec<Vondst> {
    let mut uit = Vec::new();
    let mut eerder: Vec<usize> = Vec::new();
    for (nr, blad) in document.bladen.iter().enumerate() {
        for (welke, dingen) in per(blad, |ding| ding.deel.ondertekening) {
            if eerder.contains(&welke) {
                let wat = format!("de ondertekening loopt door op een nieuwe bladzijde: `{}`", eerste(&dingen));
                uit.push(Vondst::over(
                    G637,
                    nr,
                    &dingen,
                    wat,
                    "Laat minder mensen tekenen, of houd het blok in het sjabloon bij elkaar",
                ));
            } else if nr > 0 && gezelschap(blad, welke) < GEZELSCHAP {
                let wat = format!("de ondertekening staat alleen op een bladzijde: `{}`", eerste(&dingen));
                uit.push(Vondst::over(
                    G636,
                    nr,
                    &dingen,
                    wat,
                    "Sluit af met een alinea van een paar regels, of maak de tekst iets korter of langer",
                ));
            }
            eerder.push(welke);
        }
    }
    uit
}

/// Lines of text above the signatures.
fn gezelschap(blad: &Blad, welke: usize) -> usize {
    let erboven = blad.dingen.iter().take_while(|ding| ding.deel.ondertekening != Some(welke));
    aantal_regels(erboven.filter(|ding| ding.loopt()))
}

/// A page without text, or a last page with hardly any.
fn lege_bladen(document: &Document) -> Vec<Vondst> {
    let laatste = document.bladen.len().saturating_sub(1);
    let mut uit = Vec::new();
    for (nr, blad) in document.bladen.iter().enumerate().skip(1) {
        let Some(zetspiegel) = blad.zetspiegel else { continue };
        let inhoud: Vec<&Ding> = blad.dingen.iter().filter(|ding| !ding.deel.versiering).collect();
        let beeld = inhoud.iter().any(|ding| ding.tekst.is_none());
        let regels = aantal_regels(inhoud.iter().copied());
        let tekent = inhoud.iter().any(|ding| ding.deel.ondertekening.is_some());
        if regels == 0 && !beeld {
            let wat = "een bladzijde is leeg".to_string();
            let hulp = "Haal een `pagina_einde` te veel weg";
            uit.push(Vondst { code: G642, blad: nr, vak: zetspiegel, spans: Vec::new(), wat, hulp, ook: None });
        } else if nr == laatste && regels <= GEZELSCHAP && !beeld && !tekent {
            let woord = if regels == 1 { "één regel" } else { "twee regels" };
            let wat = format!("op de laatste bladzijde staat maar {woord}: `{}`", eerste(&inhoud));
            let hulp = "Maak de tekst een paar regels korter";
            uit.push(Vondst::over(G642, nr, &inhoud, wat, hulp));
        }
    }
    uit
}

/// More pages than this kind may have.
fn te_veel(document: &Document, hoogstens: &Hoogstens) -> Option<Vondst> {
    let aantal = document.bladen.len();
    let blad = document.bladen.get(hoogstens.aantal)?;
    let loopt: Vec<&Vak> = blad.dingen.iter().filter(|ding| ding.loopt()).map(|ding| &ding.vak).collect();
    let woord = if hoogstens.aantal == 1 { "bladzijde" } else { "bladzijden" };
    let wat = format!(
        "dit stuk telt {aantal} bladzijden; {} mag er hoogstens {} {woord} tellen",
        hoogstens.wie, hoogstens.aantal
    );
    let hulp = "Kort de tekst in, of zet een deel in een bijlage";
    Some(Vondst {
        code: G643,
        blad: hoogstens.aantal,
        vak: Vak::rond(loopt),
        spans: Vec::new(),
        wat,
        hulp,
        ook: hoogstens.plek.clone(),
    })
}
