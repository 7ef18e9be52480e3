//! Settings, gemeenten and organisations.

use std::collections::BTreeMap;

use super::huisregels::huisregels;
use super::{keuring, publicatie, tijd};
use crate::diag::codes::{G231, G232, G234};
use crate::diag::{Code, FileNr, Note, Severity, Span, codes};
use crate::html::contrast_op_wit;
use crate::load::Raw;
use crate::load::node::{Node, Notes};
use crate::load::yaml::Value;
use crate::model::bekend::Bekend;
use crate::model::gemeente::Gemeente;
use crate::model::huisregels::Huisregels;
use crate::model::organisatie::{Gegevens, Geldigheid, Huisstijl, Lidmaatschap, Organisatie, Postadres, Website};
use crate::model::project::{Instellingen, Project};
use crate::model::publicatie::Kanaal;
use crate::model::soort::Soort;

/// Accent when an organisation gives none: a neutral dark blue, 7:1 on white.
const NEUTRAAL: &str = "#1f3a5f";
/// Signal colour when an organisation gives none.
const SIGNAAL: &str = "#b3541e";
/// Lowest contrast of text against white (WCAG 2.1, success criterion 1.4.3).
const CONTRAST: f64 = 4.5;

/// The sound kinds by id.
type Soorten = BTreeMap<String, Soort>;

/// `content/griffel.yaml`.
pub fn instellingen(value: &Value, notes: &Notes) -> Instellingen {
    let node = Node::new(value, notes);
    let naam = node.required_text("naam").map(|t| t.text).unwrap_or_default();
    let afzender = node.required_text("afzender").map(|t| t.text).unwrap_or_default();
    for (_, tekst) in node.child("standaardteksten").map(|t| t.entries()).unwrap_or_default() {
        tekst.as_long_text();
    }
    let basis_url = publicatie::basis_url(&node);
    let themas = publicatie::themas(&node);
    let keurwijzer = keuring::keurwijzer(&node);
    let niet_bij_definitief = node.child("niet_bij_definitief").map(|lijst| waarschuwingen(&lijst));
    node.finish();
    Instellingen { naam, afzender, basis_url, themas, niet_bij_definitief, keurwijzer }
}

/// Codes of warnings, those left out that are only known when all documents have been made.
fn waarschuwingen(node: &Node<'_>) -> Vec<&'static str> {
    let laat = |code: &Code| code.id == "G507" || code.id.starts_with("G7");
    let codes = codes::ALL.iter().filter(|code| code.severity == Severity::Waarschuwing && !laat(code));
    let keuzes: Vec<(&str, &'static str)> = codes.map(|code| (code.id, code.id)).collect();
    node.as_list().iter().filter_map(|item| item.as_choice(&keuzes)).collect()
}

/// `content/gemeenten/*.yaml`.
pub fn gemeenten(raw: &Raw, soorten: &Soorten, notes: &Notes) -> BTreeMap<String, Gemeente> {
    let mut found = BTreeMap::new();
    for (slug, value) in &raw.gemeenten {
        if let Some(gemeente) = gemeente(slug, value, raw, soorten, notes) {
            found.insert(slug.clone(), gemeente);
        }
    }
    for gemeente in found.values() {
        let Some(opvolger) = &gemeente.opvolger else { continue };
        if !found.contains_key(opvolger) {
            let plek = raw.gemeenten.get(&gemeente.slug).and_then(|value| value.get("opvolger"));
            let span = plek.map_or_else(|| gemeente.span.clone(), |entry| entry.value.span.clone());
            let note = Note::at(G232, span, format!("de opvolger `{opvolger}` is geen bekende gemeente"));
            let anders = "Gebruik de naam van een bestand in `content/gemeenten`";
            notes.push(note.bedoeld(opvolger, found.keys().map(String::as_str), anders));
        }
    }
    found
}

fn gemeente(slug: &str, value: &Value, raw: &Raw, soorten: &Soorten, notes: &Notes) -> Option<Gemeente> {
    let node = Node::new(value, notes);
    let gegevens = gegevens(&node, raw, soorten)?;
    let versies = tijd::versies(&node, &gegevens);
    let mut gemeente = Gemeente {
        slug: slug.to_string(),
        gegevens,
        code: node.required_text("code").map(|t| t.text).unwrap_or_default(),
        bijvoeglijk: bekend_text(&node, "bijvoeglijk"),
        geldig: tijd::geldigheid(&node, "geldig_van", "geldig_tot"),
        geldig_span: ["geldig_tot", "geldig_van"]
            .iter()
            .find_map(|key| node.child(key))
            .map_or_else(|| node.span(), |dag| dag.span()),
        opvolger: node.slug("opvolger").map(|t| t.text),
        versies: Vec::new(),
        span: node.span(),
    };
    let versie = |gegevens| Gemeente { gegevens, ..gemeente.clone() };
    gemeente.versies = versies.into_iter().map(|(geldig, gegevens)| (geldig, versie(gegevens))).collect();
    for later in ["ris", "subregio"] {
        node.child(later);
    }
    node.finish();
    Some(gemeente)
}

/// Slug of the gemeente that the examples of the kinds are for.
pub const VOORBEELD: &str = "voorbeeld";

/// A gemeente that does not exist.
pub fn voorbeeld() -> Gemeente {
    let span = Span::new(FileNr(0), 0..0);
    let huisstijl = Huisstijl { kleur: NEUTRAAL.into(), signaal: SIGNAAL.into(), logo: None, onderschrift: None };
    let gegevens = Gegevens {
        naam: "Voorbeeld".to_string(),
        postadres: Bekend::Bekend(Postadres {
            pa: None,
            afdeling: None,
            postbus: "1".to_string(),
            postcode: "1000 AA".to_string(),
            plaats: "Voorbeeld".to_string(),
        }),
        website: None,
        huisstijl,
        huisregels: Huisregels::default(),
        ambtsdragers: Vec::new(),
        plaats_ondertekening: Bekend::Onbekend,
        kanaal: Kanaal::leeg(span.clone()),
    };
    Gemeente {
        slug: VOORBEELD.to_string(),
        gegevens,
        code: "GM0000".to_string(),
        bijvoeglijk: Bekend::Onbekend,
        geldig: Geldigheid::default(),
        geldig_span: span.clone(),
        opvolger: None,
        versies: Vec::new(),
        span,
    }
}

/// `content/organisaties/*.yaml`.
pub fn organisaties(raw: &Raw, project: &Project, notes: &Notes) -> BTreeMap<String, Organisatie> {
    let mut found = BTreeMap::new();
    for (id, value) in &raw.organisaties {
        let node = Node::new(value, notes);
        let Some(gegevens) = gegevens(&node, raw, &project.soorten) else { continue };
        let leden = node.list("leden").iter().filter_map(|lid| lidmaatschap(lid, &project.gemeenten)).collect();
        let versies = tijd::versies(&node, &gegevens);
        let mut organisatie = Organisatie {
            id: id.clone(),
            gegevens,
            afkorting: node.text("afkorting").map(|t| t.text),
            organen: organen(&node),
            leden,
            versies: Vec::new(),
            span: node.span(),
        };
        let versie = |gegevens| Organisatie { gegevens, ..organisatie.clone() };
        organisatie.versies = versies.into_iter().map(|(geldig, gegevens)| (geldig, versie(gegevens))).collect();
        node.child("juridische_naam");
        node.finish();
        found.insert(id.clone(), organisatie);
    }
    found
}

fn organen(node: &Node<'_>) -> Vec<(String, String)> {
    let mut organen = Vec::new();
    for orgaan in node.list("organen") {
        let (id, naam) = (orgaan.slug("id"), orgaan.required_text("naam"));
        orgaan.text("afkorting");
        orgaan.finish();
        if let (Some(id), Some(naam)) = (id, naam) {
            organen.push((id.text, naam.text));
        }
    }
    organen
}

fn lidmaatschap(lid: &Node<'_>, gemeenten: &BTreeMap<String, Gemeente>) -> Option<Lidmaatschap> {
    let gemeente = lid.required("gemeente").and_then(|naam| naam.as_slug());
    let geldig = tijd::geldigheid(lid, "van", "tot");
    lid.finish();
    let gemeente = gemeente?;
    if !gemeenten.contains_key(&gemeente.text) {
        let note = Note::at(G231, gemeente.span, format!("de gemeente `{}` is niet bekend", gemeente.text));
        lid.push(note.bedoeld(
            &gemeente.text,
            gemeenten.keys().map(String::as_str),
            "Maak voor deze gemeente een bestand in `content/gemeenten`",
        ));
        return None;
    }
    Some(Lidmaatschap { gemeente: gemeente.text, geldig, span: lid.span() })
}

/// What gemeenten and organisations have in common.
fn gegevens(node: &Node<'_>, raw: &Raw, soorten: &Soorten) -> Option<Gegevens> {
    let naam = node.required_text("naam");
    let postadres = match node.required("postadres") {
        Some(adres) => adres.bekend(tijd::postadres).unwrap_or(Bekend::Onbekend),
        None => Bekend::Onbekend,
    };
    let website = node.child("website").filter(|web| !web.is_onbekend()).and_then(|web| website(&web));
    let huisstijl = huisstijl(node, raw);
    let huisregels = huisregels(node, soorten, raw.soorten.keys().map(String::as_str));
    let ambtsdragers = node.list("ambtsdragers").iter().filter_map(tijd::ambtsdrager).collect();
    let plaats_ondertekening = bekend_text(node, "plaats_ondertekening");
    let kanaal = publicatie::kanaal(node, soorten);
    let naam = naam?.text;
    Some(Gegevens { naam, postadres, website, huisstijl, huisregels, ambtsdragers, plaats_ondertekening, kanaal })
}

fn website(node: &Node<'_>) -> Option<Website> {
    let (tekst, url) = (node.required_text("tekst"), node.required("url").and_then(|url| url.as_url()));
    node.finish();
    Some(Website { tekst: tekst?.text, url: url?.text })
}

fn huisstijl(node: &Node<'_>, raw: &Raw) -> Huisstijl {
    let mut stijl = Huisstijl { kleur: NEUTRAAL.into(), signaal: SIGNAAL.into(), logo: None, onderschrift: None };
    let Some(own) = node.child("huisstijl") else { return stijl };
    for (naam, kleur) in [("kleur", &mut stijl.kleur), ("signaal", &mut stijl.signaal)] {
        if let Some(eigen) = own.child(naam).and_then(|kleur| lees_kleur(&kleur)) {
            *kleur = eigen;
        }
    }
    stijl.onderschrift = own.text("onderschrift").map(|t| t.text);
    if let Some(logo) = own.child("logo") {
        stijl.logo = lees_logo(&logo, raw);
    }
    own.finish();
    stijl
}

/// A logo is a file under `templates/stijl`, so that the page can show it; it needs a text alternative.
fn lees_logo(node: &Node<'_>, raw: &Raw) -> Option<(String, String)> {
    let bestand = node.required("bestand").and_then(|pad| pad.as_path());
    let alt = node.required_text("alt");
    node.finish();
    let (bestand, alt) = (bestand?, alt?);
    let virtueel = format!("/stijl/{}", bestand.text);
    if !raw.beelden.contains_key(&virtueel) {
        let message = format!("het logo `{}` staat niet in `templates/stijl`", bestand.text);
        node.push(Note::at(G234, bestand.span, message).hint("Zet het beeld (svg, png of jpg) in die map"));
        return None;
    }
    Some((virtueel, alt.text))
}

/// A colour that can be read on white; the message names the measured ratio.
fn lees_kleur(node: &Node<'_>) -> Option<String> {
    let text = node.as_text()?.text;
    let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
    if hex.is_none() {
        node.push(
            Note::at(G234, node.span(), format!("`{text}` is geen kleur"))
                .hint("Schrijf de kleur als `\"#14515c\"`, met aanhalingstekens"),
        );
        return None;
    }
    let ratio = contrast_op_wit(&text);
    if ratio < CONTRAST {
        let message = format!("de kleur `{text}` is te licht: het contrast met wit is {ratio:.1} op 1");
        node.push(
            Note::at(G234, node.span(), message)
                .hint("Kies een donkerder kleur; nodig is ten minste 4,5 op 1 (WCAG 2.1, 1.4.3)"),
        );
        return None;
    }
    Some(text)
}

/// Text; `onbekend` and absent are not known.
fn bekend_text(node: &Node<'_>, key: &str) -> Bekend<String> {
    match node.text_or_onbekend(key) {
        Some(Bekend::Bekend(text)) => Bekend::Bekend(text.text),
        _ => Bekend::Onbekend,
    }
}
