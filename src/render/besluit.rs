//! The raadsbesluit: its fixed formulas, and, once the raad has met, what became of the proposal.

use tera::Value;

use super::bouwer::{Bouwer, Groep, lijst};
use super::nummers::{self, Genummerd};
use crate::diag::Span;
use crate::model::besluitvorming::{Besluitvorming, Daad};
use crate::model::huisregels::Regels;
use crate::model::stuk::{Beslispunt, Openbaarheid, Status};
use crate::model::veld::{Veldwaarde, Waarde};
use crate::nl;
use crate::plan::{Besluit, Job, Wijziging};

/// What a blank in the place of the day is called.
const RAADSDATUM: &str = "raadsdatum";

/// `besluit`: the fixed formulas of a raadsbesluit, after "100 Ideeën voor de gemeentelijke regelgever" (VNG).
pub fn besluit(bouwer: &mut Bouwer<'_>, job: &Job<'_>, regels: &Regels) -> Option<Value> {
    let gemeente = job.gemeente?;
    let teken = regels.overwegingen.unwrap_or_default().teken();
    let mut groep = Groep::default();
    groep.set("orgaan", bouwer.woorden(&format!("De raad van de gemeente {},", gemeente.gegevens.naam), None));
    groep.set("gelezen", super::gelezen::gelezen(bouwer, job, teken));
    groep.set("teken", bouwer.woorden(teken, None));
    dictum(bouwer, &mut groep, regels);
    let raad = raadsdatum(bouwer, job);
    match job.besluit.as_ref().map(|besluit| besluit.besluitvorming) {
        Some(afloop) if !afloop.is_aangenomen() => {
            let melding = melding(bouwer, afloop.uitkomst, &raad);
            groep.set("melding", melding);
        }
        _ => {
            let zitting = if job.inhoud.openbaarheid == Openbaarheid::Openbaar { "openbare" } else { "besloten" };
            let slot = format!("Aldus vastgesteld in de {zitting} vergadering van ");
            groep.set("slot", samen(bouwer, &slot, &raad, "."));
        }
    }
    if let Some(besluit) = job.besluit.as_ref().filter(|besluit| !besluit.wijzigingen.is_empty()) {
        wijzigingen(bouwer, job, besluit, &mut groep);
    }
    Some(groep.value())
}

/// The day on which the raad met, or is to meet.
fn raadsdatum(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Value {
    if let Some(Besluit { besluitvorming, .. }) = &job.besluit {
        return bouwer.datum(RAADSDATUM, &besluitvorming.datum, Some(&besluitvorming.datum_span));
    }
    match bouwer.invuller.pad_waarde(&["vergadering", "raad"]) {
        Some(woorden) => bouwer.woorden(&woorden, None),
        None => bouwer.blank(RAADSDATUM),
    }
}

/// What stands above a besluit that the raad did not take.
fn melding(bouwer: &mut Bouwer<'_>, uitkomst: Status, datum: &Value) -> Value {
    let (voor, na) = match uitkomst {
        Status::Verworpen => ("De raad heeft dit voorstel op ", " verworpen. Dit besluit is dus niet genomen."),
        Status::Aangehouden => ("De raad heeft dit voorstel op ", " aangehouden. Er is nog geen besluit genomen."),
        _ => ("Dit voorstel is op ", " ingetrokken. De raad heeft er geen besluit over genomen."),
    };
    samen(bouwer, voor, datum, na)
}

/// Where and when the raad adopted it, when the document says where.
pub fn gezet(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Option<(Value, Value)> {
    let Besluitvorming { plaats, datum, datum_span, .. } = job.besluit.as_ref()?.besluitvorming;
    let plaats = bouwer.regel(plaats.as_ref()?);
    Some((plaats, bouwer.datum(RAADSDATUM, datum, Some(datum_span))))
}

/// `vergadering` on a besluit: the raad met when it decided, whatever the proposal expected.
pub fn vergadering(veld: Veldwaarde, job: &Job<'_>) -> Veldwaarde {
    let Some(Besluit { besluitvorming, .. }) = job.besluit.as_ref().filter(|_| veld.naam == "vergadering") else {
        return veld;
    };
    let waarde = besluitvorming.datum.clone().known().map_or(Waarde::Onbekend, Waarde::Datum);
    let span = Some(besluitvorming.datum_span.clone());
    let raad = Veldwaarde { naam: "raad".to_string(), etiket: RAADSDATUM.to_string(), waarde, span };
    let mut velden = vec![raad];
    if let Waarde::Groep(eigen) = veld.waarde {
        velden.extend(eigen.into_iter().filter(|veld| veld.naam != "raad"));
    }
    Veldwaarde { waarde: Waarde::Groep(velden), ..veld }
}

/// `wijzigingen`: by amendment what was proposed and what was decided; `vernummerd`: what only has another number.
fn wijzigingen(bouwer: &mut Bouwer<'_>, job: &Job<'_>, besluit: &Besluit<'_>, groep: &mut Groep) {
    let slug = bouwer.invuller.slug();
    let oud = nummers::plat(&job.inhoud.beslispunten, slug);
    let nieuw = nummers::plat(&besluit.punten, slug);
    let mut amendementen = Vec::new();
    for samen in besluit.wijzigingen.chunk_by(|a, b| std::ptr::eq(a.amendement, b.amendement)) {
        let amendement = samen[0].amendement;
        let mut eigen = Groep::default();
        eigen.set("nummer", bouwer.woorden(&amendement.nummer, Some(&amendement.span)));
        let titel = amendement.titel.as_ref().map(|titel| bouwer.regel(titel));
        eigen.maybe("titel", titel);
        let indiener = amendement.indiener.as_ref().map(|indiener| bouwer.regel(indiener));
        eigen.maybe("indiener", indiener);
        let mut punten: Vec<_> = samen.iter().map(|wijziging| Gewijzigd::van(wijziging, &oud, &nieuw)).collect();
        punten.sort_by_key(|punt| punt.plek);
        eigen.set("punten", lijst(punten.iter().map(|punt| punt.value(bouwer)).collect()));
        amendementen.push(eigen.value());
    }
    groep.set("wijzigingen", lijst(amendementen));
    let namen: Vec<String> =
        job.besluit.iter().flat_map(Besluit::amendementen).map(|amendement| amendement.nummer.clone()).collect();
    let woord = if namen.len() == 1 { "amendement" } else { "de amendementen" };
    groep.set("door", bouwer.woorden(&format!("{woord} {}", nl::opsomming::en(&namen)), None));
    let vernummerd = vernummerd(&oud, &nieuw);
    if !vernummerd.is_empty() {
        groep.set("vernummerd", bouwer.woorden(&nl::opsomming::en(&vernummerd), None));
    }
}

/// One change, with the point as it was proposed and as it was decided.
struct Gewijzigd<'g, 'p> {
    soort: &'static str,
    was: Option<&'g Genummerd<'p>>,
    wordt: Option<&'g Genummerd<'p>>,
    /// Where it comes when old and new points are read in one go: the point of the proposal, then what follows it.
    plek: (Option<usize>, usize),
}

impl<'g, 'p> Gewijzigd<'g, 'p> {
    fn van(wijziging: &Wijziging<'_>, oud: &'g [Genummerd<'p>], nieuw: &'g [Genummerd<'p>]) -> Self {
        let in_oud = |span: &Span| oud.iter().position(|punt| punt.punt.span == *span);
        let was = wijziging.oud.and_then(|punt| in_oud(&punt.span));
        let (soort, span) = match (&wijziging.ingreep.daad, wijziging.oud) {
            (Daad::VoegToe(_, punt), _) => ("nieuw", Some(&punt.span)),
            (Daad::Vervang(..), punt) => ("gewijzigd", punt.map(|punt| &punt.span)),
            (Daad::LaatWeg(_), _) => ("vervallen", None),
        };
        let wordt = span.and_then(|span| nieuw.iter().position(|punt| punt.punt.span == *span));
        let voor = || nieuw[..wordt.unwrap_or(0)].iter().rev().find_map(|punt| in_oud(&punt.punt.span));
        let plek = was.map_or_else(|| (voor(), wordt.map_or(0, |at| at + 1)), |at| (Some(at), 0));
        Self { soort, was: was.map(|at| &oud[at]), wordt: wordt.map(|at| &nieuw[at]), plek }
    }

    fn value(&self, bouwer: &mut Bouwer<'_>) -> Value {
        let mut groep = Groep::default();
        groep.set("soort", self.soort);
        // Words of a point that is changed are compared; what comes or goes does so with its parts.
        let met_delen = self.soort != "gewijzigd";
        let zijden = [(self.was, true), (self.wordt, false)].into_iter();
        let kanten = zijden.filter_map(|(punt, was)| punt.map(|punt| versie(bouwer, punt, met_delen, was))).collect();
        groep.set("kanten", lijst(kanten));
        groep.value()
    }
}

/// The number and words of a point on one side of the change.
fn versie(bouwer: &mut Bouwer<'_>, punt: &Genummerd<'_>, met_delen: bool, voorgesteld: bool) -> Value {
    let mut groep = Groep::default();
    groep.set("voorgesteld", voorgesteld);
    groep.set("nummer", bouwer.woorden(&punt.label, None));
    groep.set("tekst", bouwer.zijde(&punt.punt.tekst, voorgesteld));
    let delen = if met_delen { delen(bouwer, &punt.punt.sub, punt.diepte + 1, voorgesteld) } else { Vec::new() };
    groep.set("sub", lijst(delen));
    groep.value()
}

fn delen(bouwer: &mut Bouwer<'_>, punten: &[Beslispunt], diepte: usize, voorgesteld: bool) -> Vec<Value> {
    let slug = bouwer.invuller.slug();
    let mut uit = Vec::new();
    for (nummer, punt) in nummers::genummerd(punten, slug, diepte) {
        let mut groep = Groep::default();
        groep.set("nummer", nummer);
        groep.set("tekst", bouwer.zijde(&punt.tekst, voorgesteld));
        groep.set("sub", lijst(delen(bouwer, &punt.sub, diepte + 1, voorgesteld)));
        uit.push(groep.value());
    }
    uit
}

/// "beslispunt 3 is nu 2": points that moved within their own list.
fn vernummerd(oud: &[Genummerd<'_>], nieuw: &[Genummerd<'_>]) -> Vec<String> {
    let verhuisd = oud.iter().filter_map(|punt| {
        let nu = nieuw.iter().find(|ander| ander.punt.span == punt.punt.span)?;
        (nu.eigen != punt.eigen).then(|| format!("{} is nu {}", punt.label, nu.label))
    });
    verhuisd.collect()
}

/// Letters set apart are a matter of the page: in the text stands the word, so that it can be heard and found.
fn dictum(bouwer: &mut Bouwer<'_>, groep: &mut Groep, regels: &Regels) {
    let Some(eigen) = &regels.dictum else {
        groep.set("dictum", bouwer.woorden("besluit:", None));
        return;
    };
    let heel: String = eigen.tekst.split_whitespace().collect();
    groep.set("gespatieerd", heel != eigen.tekst);
    groep.set("dictum", bouwer.woorden(&heel, Some(&eigen.span)));
}

/// Words around a value that is ready markup.
pub fn samen(bouwer: &mut Bouwer<'_>, voor: &str, waarde: &Value, na: &str) -> Value {
    let delen = [bouwer.woorden(voor, None), waarde.clone(), bouwer.woorden(na, None)];
    let markup: String = delen.iter().filter_map(Value::as_str).collect();
    Value::safe_string(&markup)
}
