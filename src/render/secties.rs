//! The sections of a document: in the order, with the headings and with the treatment of n.v.t. of the house.

use tera::Value;

use super::bouwer::{Bouwer, Groep, lijst};
use super::{nummers, tekst};
use crate::diag::codes::{G239, G287};
use crate::diag::{Note, Span};
use crate::model::huisregels::{Regels, SectieRegel};
use crate::model::soort::{Leeg, SectieDef};
use crate::model::stuk::{Sectie, SectieInhoud};
use crate::model::tekst::Regel;
use crate::plan::Job;

/// `secties`: in order; a section that has nothing to say is treated as the house, or else the kind, says.
pub fn secties(bouwer: &mut Bouwer<'_>, job: &Job<'_>, regels: &Regels) -> Value {
    let mut out = Vec::new();
    for (def, regel) in regels.secties(job.soort) {
        let sectie = job.inhoud.secties.iter().find(|sectie| sectie.sleutel == def.sleutel);
        let redenen = heeft_redenen(bouwer, job, &def.sleutel);
        let zegt_iets = redenen || matches!(sectie, Some(Sectie { inhoud: SectieInhoud::Tekst(_), .. }));
        if !zegt_iets && let Some(note) = leeg_is_fout(job, def, regel, sectie) {
            bouwer.notes.push(note);
        }
        let leeg = regel.and_then(|regel| regel.leeg.as_ref()).map_or(def.leeg, |(leeg, _)| *leeg);
        let Some((inhoud, nvt)) = inhoud(bouwer, def, sectie, leeg, redenen) else { continue };
        let mut groep = Groep::default();
        groep.set("sleutel", def.sleutel.as_str());
        let kop = match regel.and_then(|regel| regel.kop.as_ref()) {
            Some(kop) => bouwer.woorden(&kop.tekst, Some(&kop.span)),
            None => bouwer.woorden(&def.kop, None),
        };
        groep.set("kop", kop);
        groep.set("inhoud", inhoud);
        groep.set("nvt", nvt);
        out.push((def.sleutel.clone(), groep.value()));
    }
    redenen_erbij(bouwer, job, &mut out);
    lijst(out.into_iter().map(|(_, sectie)| sectie).collect())
}

/// Arguments of a kind that has no section for them: after the frame of the proposal, kanttekeningen after the talks.
fn redenen_erbij(bouwer: &mut Bouwer<'_>, job: &Job<'_>, secties: &mut Vec<(String, Value)>) {
    let kader: &[&str] = &["inleiding", "beoogd_effect", "beleidskaders"];
    for (sleutel, kop, meer) in
        [("argumenten", "Argumenten", &[][..]), ("kanttekeningen", "Kanttekeningen", &["argumenten", "overleg"][..])]
    {
        if secties.iter().any(|(eigen, _)| eigen == sleutel) || !heeft_redenen(bouwer, job, sleutel) {
            continue;
        }
        let hoort_ervoor = |(eigen, _): &(String, Value)| kader.iter().chain(meer).any(|naam| naam == eigen);
        let plek = secties.iter().rposition(hoort_ervoor).map_or(0, |at| at + 1);
        let mut groep = Groep::default();
        groep.set("sleutel", sleutel);
        groep.set("kop", bouwer.woorden(kop, None));
        groep.set("inhoud", Value::safe_string(""));
        groep.set("nvt", false);
        secties.insert(plek, (sleutel.to_string(), groep.value()));
    }
}

/// Why a section is not applicable, as a sentence, also when the author wrote half of one.
fn nvt_zin(bouwer: &mut Bouwer<'_>, reden: &Regel) -> Value {
    // What is wrong with the line is noted when it is written.
    let woorden = tekst::plat(reden, &bouwer.invuller, &mut Vec::new());
    let vast = "Niet van toepassing";
    let voor = match woorden.chars().next() {
        None => return bouwer.woorden("Niet van toepassing.", None),
        Some(_) if woorden.starts_with(vast) => return bouwer.regel(reden),
        Some(letter) if letter.to_lowercase().eq([letter]) => format!("{vast}: "),
        Some(_) => format!("{vast}. "),
    };
    let na = if woorden.ends_with(['.', '!', '?']) { "" } else { "." };
    let delen = [bouwer.woorden(&voor, None), bouwer.regel(reden), bouwer.woorden(na, None)];
    Value::safe_string(&delen.iter().filter_map(Value::as_str).collect::<String>())
}

/// What stands under the heading, and whether that is n.v.t.; `None` when the section is left out.
fn inhoud(
    bouwer: &mut Bouwer<'_>,
    def: &SectieDef,
    sectie: Option<&Sectie>,
    leeg: Leeg,
    redenen: bool,
) -> Option<(Value, bool)> {
    // The arguments stand at the place of their section, whether or not it has words of its own.
    let alleen_redenen = redenen.then(|| (Value::safe_string(""), false));
    let Some(sectie) = sectie else { return alleen_redenen };
    match &sectie.inhoud {
        SectieInhoud::Tekst(tekst) => Some((bouwer.tekst(&format!("secties-{}", def.sleutel), tekst), false)),
        SectieInhoud::Nvt(_) if redenen || leeg == Leeg::Weglaten => alleen_redenen,
        SectieInhoud::Nvt(Some(reden)) => Some((nvt_zin(bouwer, reden), true)),
        SectieInhoud::Nvt(None) => Some((bouwer.woorden("Niet van toepassing.", None), true)),
    }
}

/// Whether this gemeente gets arguments or kanttekeningen, which are printed in the section of that name.
fn heeft_redenen(bouwer: &Bouwer<'_>, job: &Job<'_>, sleutel: &str) -> bool {
    let slug = bouwer.invuller.slug();
    nummers::genummerd(&job.inhoud.beslispunten, slug, 0).any(|(_, punt)| {
        let redenen = match sleutel {
            "argumenten" => &punt.argumenten,
            "kanttekeningen" => &punt.kanttekeningen,
            _ => return false,
        };
        redenen.iter().any(|reden| reden.voor.bevat(slug))
    })
}

/// The fault of an empty section that must say something; the house of the sender has the last word.
fn leeg_is_fout(job: &Job<'_>, def: &SectieDef, regel: Option<&SectieRegel>, sectie: Option<&Sectie>) -> Option<Note> {
    let sleutel = &def.sleutel;
    let waar = || sectie.map_or_else(|| job.stuk.span.clone(), |sectie| sectie.span.clone());
    let gevraagd = match regel.and_then(|regel| regel.leeg.as_ref()) {
        Some((Leeg::Fout, span)) => Some(span),
        Some(_) => return None,
        None => None,
    };
    if let Some(span) = gevraagd {
        let naam = &job.afzender.gegevens().naam;
        return Some(huis_vraagt(waar(), sleutel, naam, sectie.is_some(), span));
    }
    if def.leeg != Leeg::Fout || sectie.is_none() {
        return None;
    }
    let message = format!("de sectie `{sleutel}` mag niet n.v.t. zijn");
    Some(Note::at(G239, waar(), message).hint("Schrijf wat er over te zeggen is, ook als dat weinig is"))
}

fn huis_vraagt(waar: Span, sleutel: &str, naam: &str, is_nvt: bool, regel: &Span) -> Note {
    let message = match is_nvt {
        true => format!("de sectie `{sleutel}` mag bij {naam} niet n.v.t. zijn"),
        false => format!("de sectie `{sleutel}` ontbreekt, en {naam} wil haar ingevuld"),
    };
    Note::at(G287, waar, message)
        .also(regel.clone(), "de huisregel")
        .hint("Schrijf de sectie, zo nodig bij `lokaal` voor deze gemeente alleen")
}
