//! The parts below the head: sections, beslispunten, annexes, signatures, the formulas of a decision.

use tera::Value;

use super::bouwer::{Bouwer, Groep, leesbaar, lijst};
use super::nummers;
use crate::model::bekend::Bekend;
use crate::model::bijlage::Herkomst;
use crate::model::soort::Leeg;
use crate::model::stuk::{Argument, Beslispunt, SectieInhoud};
use crate::plan::{Job, Tekenaar};

/// Words beside reference fields and above lists.
const LABELS: &[(&str, &str)] = &[
    ("aan", "Aan"),
    ("agendapunt", "Agendapunt"),
    ("behandeling", "Contact"),
    ("bijlage", "Bijlage"),
    ("bijlagen", "Bijlagen"),
    ("collegebesluit", "Besluit college"),
    ("commissie", "Commissie"),
    ("datum", "Datum"),
    ("kenmerk", "Ons kenmerk"),
    ("kopie_aan", "Kopie aan"),
    ("onderwerp", "Onderwerp"),
    ("portefeuillehouder", "Portefeuillehouder"),
    ("raad", "Gemeenteraad"),
    ("status", "Status"),
    ("tav", "Ter attentie van"),
    ("uw_kenmerk", "Uw kenmerk"),
    ("van", "Van"),
    ("versie", "Versie"),
    ("zaaknummer", "Zaaknummer"),
];

/// `labels`: the words beside reference fields.
pub fn labels(bouwer: &mut Bouwer<'_>) -> Value {
    let mut groep = Groep::default();
    for (sleutel, woord) in LABELS {
        groep.set(sleutel, bouwer.woorden(woord, None));
    }
    groep.value()
}

/// `secties`: in the order of the kind; a section that says n.v.t. is treated as the kind says.
pub fn secties(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Value {
    let mut out = Vec::new();
    for def in &job.soort.secties {
        let Some(sectie) = job.inhoud.secties.iter().find(|sectie| sectie.sleutel == def.sleutel) else { continue };
        let naam = format!("secties-{}", def.sleutel);
        let (inhoud, nvt) = match &sectie.inhoud {
            SectieInhoud::Tekst(tekst) => (bouwer.tekst(&naam, tekst), false),
            SectieInhoud::Nvt(_) if def.leeg == Leeg::Weglaten => continue,
            SectieInhoud::Nvt(Some(reden)) => (bouwer.regel(reden), true),
            SectieInhoud::Nvt(None) => (bouwer.woorden("Niet van toepassing.", None), true),
        };
        let mut groep = Groep::default();
        groep.set("sleutel", def.sleutel.as_str());
        groep.set("kop", bouwer.woorden(&def.kop, None));
        groep.set("inhoud", inhoud);
        groep.set("nvt", nvt);
        out.push(groep.value());
    }
    lijst(out)
}

/// `beslispunten`: numbered, with their arguments; the same list for voorstel and besluit.
pub fn beslispunten(bouwer: &mut Bouwer<'_>, punten: &[Beslispunt], diepte: usize) -> Value {
    let slug = bouwer.invuller.slug().map(str::to_string);
    let mut out = Vec::new();
    for (nummer, punt) in nummers::genummerd(punten, slug.as_deref(), diepte) {
        let mut groep = Groep::default();
        groep.set("id", punt.id.clone().unwrap_or_else(|| nummer.clone()));
        groep.set("tekst", bouwer.regel(&punt.tekst));
        groep.maybe("orgaan", punt.orgaan.as_deref().map(Value::from));
        groep.set("sub", beslispunten(bouwer, &punt.sub, diepte + 1));
        groep.set("argumenten", argumenten(bouwer, &nummer, &punt.argumenten, "argumenten", slug.as_deref()));
        groep.set(
            "kanttekeningen",
            argumenten(bouwer, &nummer, &punt.kanttekeningen, "kanttekeningen", slug.as_deref()),
        );
        groep.set("nummer", nummer);
        out.push(groep.value());
    }
    lijst(out)
}

fn argumenten(bouwer: &mut Bouwer<'_>, punt: &str, lijst_: &[Argument], wat: &str, slug: Option<&str>) -> Value {
    let mut out = Vec::new();
    for (nummer, argument) in nummers::argumenten(punt, lijst_, slug) {
        let naam = argument.id.clone().unwrap_or_else(|| nummer.replace('.', "-"));
        let mut groep = Groep::default();
        groep.set("stelling", bouwer.regel(&argument.stelling));
        groep.set("toelichting", bouwer.tekst(&format!("{wat}-{naam}"), &argument.toelichting));
        groep.set("id", naam);
        groep.set("nummer", nummer);
        out.push(groep.value());
    }
    lijst(out)
}

/// `bijlagen`: numbered for this gemeente.
pub fn bijlagen(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Value {
    let mut out = Vec::new();
    for geplande in &job.bijlagen {
        let bijlage = geplande.bijlage;
        let mut groep = Groep::default();
        groep.set("id", bijlage.id.as_str());
        groep.set("nummer", geplande.nummer.to_string());
        groep.set("titel", bouwer.regel(&bijlage.titel));
        let status = if bijlage.geheim { Some("geheim") } else { bijlage.status.woord() };
        groep.maybe("status", status.map(|woord| bouwer.woorden(woord, None)));
        if let Herkomst::Vindplaats(waar) = &bijlage.herkomst {
            let waar = match waar {
                Bekend::Bekend(waar) => bouwer.regel(waar),
                Bekend::Onbekend => bouwer.blank("vindplaats"),
            };
            groep.set("vindplaats", waar);
        }
        groep.maybe("versie", bijlage.versie.as_ref().map(|versie| bouwer.regel(versie)));
        groep.set("geheim", bijlage.geheim);
        out.push(groep.value());
    }
    lijst(out)
}

/// `ondertekening`: closing phrase and signatures, left to right.
pub fn ondertekening(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Value {
    let tekening = &job.tekening;
    let mut groep = Groep::default();
    let eigen = tekening.eigen;
    let slotgroet = match eigen.and_then(|o| o.slotgroet.as_ref()) {
        Some(regel) => Some(bouwer.regel(regel)),
        None => tekening.soort.and_then(|def| def.slotgroet.as_ref()).map(|groet| bouwer.woorden(groet, None)),
    };
    groep.maybe("slotgroet", slotgroet);
    groep.maybe("namens", eigen.and_then(|o| o.namens.as_ref()).map(|regel| bouwer.regel(regel)));
    groep.maybe("plaats", eigen.and_then(|o| o.plaats.as_ref()).map(|regel| bouwer.regel(regel)));
    let datum = eigen.and_then(|o| o.datum.as_ref()).map(|d| bouwer.datum("datum van ondertekening", d, None));
    groep.maybe("datum", datum);
    groep.maybe("orgaan", tekening.soort.map(|def| orgaan(bouwer, job, &def.orgaan)));
    let blokken = tekening.tekenaars.iter().map(|tekenaar| tekenblok(bouwer, tekenaar)).collect();
    groep.set("blokken", lijst(blokken));
    groep.value()
}

fn tekenblok(bouwer: &mut Bouwer<'_>, tekenaar: &Tekenaar<'_>) -> Value {
    let mut blok = Groep::default();
    let functies = match tekenaar {
        Tekenaar::Ambt { ambt, naam } => {
            let leesbaar = leesbaar(ambt);
            blok.set("ambt", bouwer.woorden(&format!("de {leesbaar},"), None));
            let waarde = match naam {
                Bekend::Bekend(naam) => bouwer.woorden(naam, None),
                Bekend::Onbekend => bouwer.blank(&format!("naam van de {leesbaar}")),
            };
            blok.set("naam", waarde);
            Vec::new()
        }
        Tekenaar::Persoon { naam, functies } => {
            let waarde = match naam {
                Bekend::Bekend(naam) => bouwer.regel(naam),
                Bekend::Onbekend => bouwer.blank("naam van de ondertekenaar"),
            };
            blok.set("naam", waarde);
            functies.iter().map(|functie| bouwer.regel(functie)).collect()
        }
    };
    blok.set("functies", lijst(functies));
    blok.value()
}

/// The body that signs, in words: "Burgemeester en wethouders van Ridderkerk,".
fn orgaan(bouwer: &mut Bouwer<'_>, job: &Job<'_>, orgaan: &str) -> Value {
    let naam = &job.afzender.gegevens().naam;
    let woorden = match orgaan {
        "college" => format!("Burgemeester en wethouders van {naam},"),
        "raad" => format!("De raad van de gemeente {naam},"),
        anders => format!("{},", bouwer.invuller.orgaan(anders)),
    };
    bouwer.woorden(&woorden, None)
}

/// `besluit`: the fixed formulas of a raadsbesluit, after "100 Ideeën voor de gemeentelijke regelgever" (VNG).
pub fn besluit(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Option<Value> {
    let gemeente = job.gemeente?;
    let mut groep = Groep::default();
    groep.set("orgaan", bouwer.woorden(&format!("De raad van de gemeente {},", gemeente.gegevens.naam), None));
    let datum = match job.inhoud.veld("collegebesluit") {
        Some(veld) => super::velden::waarde(bouwer, "collegebesluit", veld),
        None => bouwer.blank("datum van het collegebesluit"),
    };
    let gelezen = "gelezen het voorstel van het college van burgemeester en wethouders van ";
    groep.set("gelezen", samen(bouwer, gelezen, &datum, ";"));
    groep.set("dictum", bouwer.woorden("besluit:", None));
    let raad = bouwer.invuller.pad_waarde(&["vergadering", "raad"]);
    let raad = match raad {
        Some(woorden) => bouwer.woorden(&woorden, None),
        None => bouwer.blank("raadsdatum"),
    };
    let slot = "Aldus vastgesteld in de openbare vergadering van ";
    groep.set("slot", samen(bouwer, slot, &raad, "."));
    Some(groep.value())
}

/// Words around a value that is ready markup.
fn samen(bouwer: &mut Bouwer<'_>, voor: &str, waarde: &Value, na: &str) -> Value {
    let delen = [bouwer.woorden(voor, None), waarde.clone(), bouwer.woorden(na, None)];
    let markup: String = delen.iter().filter_map(Value::as_str).collect();
    Value::safe_string(&markup)
}
