//! The parts below the head: beslispunten, annexes, signatures.

use tera::Value;

use super::bouwer::{Bouwer, Groep, leesbaar, lijst};
use super::nummers;
use super::tekst::Invuller;
use crate::model::bekend::Bekend;
use crate::model::bijlage::Herkomst;
use crate::model::huisregels::{Kant, LABELS, Regels, Woord};
use crate::model::stuk::{Argument, Beslispunt};
use crate::model::tekst::Regel;
use crate::plan::{Job, Tekenaar};

/// `labels`: the words beside reference fields.
pub fn labels(bouwer: &mut Bouwer<'_>, regels: &Regels) -> Value {
    let mut groep = Groep::default();
    for (sleutel, gewoon) in LABELS {
        let label = match regels.labels.get(*sleutel) {
            Some(eigen) => Some(woord(bouwer, eigen)),
            None => gewoon.map(|gewoon| bouwer.woorden(gewoon, None)),
        };
        groep.maybe(sleutel, label);
    }
    groep.value()
}

/// Words of the house, with the way back to its file.
pub fn woord(bouwer: &mut Bouwer<'_>, woord: &Woord) -> Value {
    bouwer.woorden(&woord.tekst, Some(&woord.span))
}

/// `beslispunten`: numbered, with their arguments; the same list for voorstel and besluit.
pub fn beslispunten(bouwer: &mut Bouwer<'_>, punten: &[Beslispunt], diepte: usize) -> Value {
    let slug = bouwer.invuller.slug().map(str::to_string);
    let mut out = Vec::new();
    let eigen: Vec<_> = nummers::genummerd(punten, slug.as_deref(), diepte).collect();
    // A point that names no body is the raad's, as in the decision.
    let orgaan = |at: usize| eigen[at].1.orgaan.as_deref().unwrap_or("raad");
    let gemengd = diepte == 0 && (1..eigen.len()).any(|at| orgaan(at) != orgaan(0));
    for (at, (nummer, punt)) in eigen.iter().enumerate() {
        let mut groep = Groep::default();
        if gemengd && (at == 0 || orgaan(at) != orgaan(at - 1)) {
            let wie = if orgaan(at) == "college" { "Het college besluit:" } else { "De raad besluit:" };
            groep.set("wie", bouwer.woorden(wie, None));
        }
        groep.set("id", punt.id.clone().unwrap_or_else(|| nummer.clone()));
        groep.set("tekst", bouwer.regel(&punt.tekst));
        groep.maybe("orgaan", punt.orgaan.as_deref().map(Value::from));
        groep.maybe("door", bouwer.invuller.gewijzigd_door(punt).map(|nummer| bouwer.woorden(nummer, None)));
        groep.set("sub", beslispunten(bouwer, &punt.sub, diepte + 1));
        groep.set("argumenten", argumenten(bouwer, nummer, &punt.argumenten, "argumenten", slug.as_deref()));
        groep
            .set("kanttekeningen", argumenten(bouwer, nummer, &punt.kanttekeningen, "kanttekeningen", slug.as_deref()));
        groep.set("nummer", nummer.as_str());
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
pub fn ondertekening(bouwer: &mut Bouwer<'_>, job: &Job<'_>, regels: &Regels) -> Value {
    let tekening = &job.tekening;
    let mut groep = Groep::default();
    let eigen = tekening.eigen;
    let slotgroet = match eigen.and_then(|o| o.slotgroet.as_ref()) {
        Some(regel) => Some(bouwer.regel(regel)),
        None => tekening.soort.and_then(|def| def.slotgroet.as_ref()).map(|groet| match &regels.slotgroet {
            Some(eigen) => woord(bouwer, eigen),
            None => bouwer.woorden(groet, None),
        }),
    };
    groep.maybe("slotgroet", slotgroet);
    groep.maybe("namens", eigen.and_then(|o| o.namens.as_ref()).map(|regel| bouwer.regel(regel)));
    let plaats = match eigen.and_then(|o| o.plaats.as_ref()) {
        Some(regel) => Some(bouwer.regel(regel)),
        None => huisplaats(bouwer, job, regels),
    };
    let gezet = super::besluit::gezet(bouwer, job).filter(|_| plaats.is_none());
    let (plaats, besloten_op) = gezet.map_or((plaats, None), |(plaats, datum)| (Some(plaats), Some(datum)));
    groep.maybe("plaats", plaats);
    let datum = eigen.and_then(|o| o.datum.as_ref()).map(|d| bouwer.datum("datum van ondertekening", d, None));
    let datum = datum.or(besloten_op);
    groep.maybe("datum", datum);
    groep.maybe("orgaan", tekening.soort.map(|def| orgaan(bouwer, job, &def.orgaan)));
    let tekenaars = volgorde(&tekening.tekenaars, regels.griffier);
    let blokken = tekenaars.iter().map(|tekenaar| tekenblok(bouwer, tekenaar)).collect();
    groep.set("blokken", lijst(blokken));
    groep.value()
}

/// The place of signing that the house gives; a besluit names its day in its own closing formula.
fn huisplaats(bouwer: &mut Bouwer<'_>, job: &Job<'_>, regels: &Regels) -> Option<Value> {
    if job.uitvoer.ondertekening.is_some() || job.soort.ondertekening.is_none() {
        return None;
    }
    Some(match regels.plaats.as_ref()? {
        Bekend::Bekend(plaats) => woord(bouwer, plaats),
        Bekend::Onbekend => bouwer.blank("plaats van ondertekening"),
    })
}

/// Left to right, with the griffier where the house wants that.
fn volgorde<'a, 'p>(tekenaars: &'a [Tekenaar<'p>], griffier: Option<Kant>) -> Vec<&'a Tekenaar<'p>> {
    let mut rij: Vec<&Tekenaar<'_>> = tekenaars.iter().collect();
    let is_griffier = |tekenaar: &Tekenaar<'_>| matches!(tekenaar, Tekenaar::Ambt { ambt, .. } if *ambt == "griffier");
    match griffier {
        Some(Kant::Links) => rij.sort_by_key(|tekenaar| !is_griffier(tekenaar)),
        Some(Kant::Rechts) => rij.sort_by_key(|tekenaar| is_griffier(tekenaar)),
        None => {}
    }
    rij
}

fn tekenblok(bouwer: &mut Bouwer<'_>, tekenaar: &Tekenaar<'_>) -> Value {
    let mut blok = Groep::default();
    let functies = match tekenaar {
        Tekenaar::Ambt { ambt, waarneming, naam } => {
            let leesbaar = waarneming.ambt(&leesbaar(ambt));
            blok.set("ambt", bouwer.woorden(&format!("de {leesbaar},"), None));
            let waarde = match naam {
                Bekend::Bekend(naam) => bouwer.woorden(naam, None),
                Bekend::Onbekend => bouwer.blank(&format!("naam van de {leesbaar}")),
            };
            blok.set("naam", waarde);
            Vec::new()
        }
        Tekenaar::Persoon { naam, functies } => {
            blok.set("naam", ondertekenaar(bouwer, naam));
            functies.iter().map(|functie| bouwer.regel(functie)).collect()
        }
        Tekenaar::Mandaat { functie, naam } => {
            let delen = [bouwer.woorden("namens deze,", None), bouwer.regel(functie), bouwer.woorden(",", None)];
            let [namens, functie, komma] = delen.map(|deel| deel.as_str().unwrap_or_default().to_string());
            let einde = bouwer.invuller.vorm().regeleinde().source;
            blok.set("ambt", Value::safe_string(&format!("{namens}{einde}{functie}{komma}")));
            blok.set("naam", ondertekenaar(bouwer, naam));
            Vec::new()
        }
    };
    blok.set("functies", lijst(functies));
    blok.value()
}

/// The name of a person who signs, or its blank.
fn ondertekenaar(bouwer: &mut Bouwer<'_>, naam: &Bekend<Regel>) -> Value {
    match naam {
        Bekend::Bekend(naam) => bouwer.regel(naam),
        Bekend::Onbekend => bouwer.blank("naam van de ondertekenaar"),
    }
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
