//! What the schemas leave unsaid and a harvester or archive still trips over: five gaps in DiWoo (a label that is not
//! the list's, no `resource`, no creatiedatum, no lastmod, an organisation outside its dates) and the lists and
//! checksums of MDTO, which its schema takes as any text.
//!
//! Only files that hold to their schema come here.

use roxmltree::{Document, Node};

use super::Breach;
use super::schema::{DIWOO, MDTO, SITEMAP, Soort, breach, listed, text_of};
use crate::model::tooi;

/// The gaps in a file that holds to its schema.
pub fn check(soort: Soort, bytes: &[u8]) -> Vec<Breach> {
    let text = String::from_utf8_lossy(bytes);
    // What is no XML was told by the schema.
    let Ok(document) = Document::parse(text.strip_prefix('\u{feff}').unwrap_or(&text)) else { return Vec::new() };
    let mut found = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        match (node.tag_name().namespace(), node.tag_name().name()) {
            (Some(SITEMAP), "url") => url(node, &mut found),
            (Some(SITEMAP), "loc") => loc(node, &mut found),
            (Some(DIWOO), "DiWoo") => diwoo(soort, node, &mut found),
            (Some(MDTO), "informatieobject") => informatieobject(node, &mut found),
            (Some(MDTO), "checksum") => checksum(node, &mut found),
            (Some(MDTO), "omvang") if text_of(node).trim().starts_with('-') => {
                found.push(breach(
                    node,
                    format!("`omvang` is `{}`; een bestand heeft nul of meer bytes", text_of(node).trim()),
                ));
            }
            _ => {}
        }
    }
    found.sort();
    found
}

fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

fn text(node: Node<'_, '_>, path: &[&str]) -> Option<String> {
    let found = path.iter().try_fold(node, |node, name| child(node, name))?;
    Some(text_of(found).trim().to_string())
}

/// A document without lastmod is never fetched again.
fn url(node: Node<'_, '_>, found: &mut Vec<Breach>) {
    if child(node, "lastmod").is_none() {
        found.push(breach(node, "in `url` ontbreekt `lastmod`".to_string()));
    }
}

/// Only what is served safely is harvested.
fn loc(node: Node<'_, '_>, found: &mut Vec<Breach>) {
    let address = text_of(node);
    let address = address.trim();
    if !address.starts_with("https://") || address.contains(char::is_whitespace) {
        let message = format!("`loc` is `{address}`; hier hoort een heel webadres met https:// en zonder spaties");
        found.push(breach(node, message));
    }
}

fn diwoo(soort: Soort, node: Node<'_, '_>, found: &mut Vec<Breach>) {
    let datum = text(node, &["creatiedatum"]);
    if datum.is_none() {
        found.push(breach(node, "in `DiWoo` ontbreekt `creatiedatum`".to_string()));
    }
    let lists = listed(soort.schema());
    for node in node.descendants().filter(|node| node.tag_name().namespace() == Some(DIWOO)) {
        let name = node.tag_name().name();
        let Some((_, list)) = lists.iter().find(|(own, _)| own.local == name) else { continue };
        let Some(resource) = node.attribute("resource").filter(|resource| !resource.is_empty()) else {
            found.push(breach(node, format!("`{name}` heeft geen `resource`")));
            continue;
        };
        let label = text_of(node);
        if let Some(right) = soort.schema().label(list, resource).filter(|right| *right != label) {
            let typed = if label.is_empty() { "leeg".to_string() } else { format!("`{label}`") };
            let message = format!("het label van `{name}` is {typed}; de waardelijst noemt het `{right}`");
            found.push(breach(node, message));
        }
        if let Some(message) = datum.as_deref().and_then(|datum| outside(resource, datum)) {
            found.push(breach(node, format!("`{name}` is {message}")));
        }
    }
}

/// The parts of an informatieobject that the schema takes as any text.
fn informatieobject(node: Node<'_, '_>, found: &mut Vec<Breach>) {
    const WAARDERINGEN: [(&str, &str); 3] =
        [("Blijvend te bewaren", "B"), ("Tijdelijk te bewaren", "V"), ("Nader te bepalen", "N")];
    if let Some(waardering) = child(node, "waardering") {
        let label = text(waardering, &["begripLabel"]).unwrap_or_default();
        let code = text(waardering, &["begripCode"]);
        let known = WAARDERINGEN.iter().find(|(own, _)| *own == label);
        let message = match (known, code) {
            (None, _) => {
                Some(format!("`waardering` is `{label}` en dat staat niet in de gesloten begrippenlijst van MDTO"))
            }
            (Some((_, right)), Some(code)) if code != *right => {
                Some(format!("de code van `waardering` is `{code}`; bij `{label}` hoort `{right}`"))
            }
            _ => None,
        };
        found.extend(message.map(|message| breach(waardering, message)));
    }
    let elements = |name: &'static str| node.children().filter(move |child| child.tag_name().name() == name);
    let made =
        elements("event").find(|event| text(*event, &["eventType", "begripLabel"]).as_deref() == Some("Creatie"));
    let Some(datum) = made.and_then(|event| text(event, &["eventTijd"])) else { return };
    for vormer in elements("archiefvormer") {
        let code = text(vormer, &["verwijzingIdentificatie", "identificatieKenmerk"]).unwrap_or_default();
        let message = outside(&code, &datum);
        found.extend(message.map(|message| breach(vormer, format!("`archiefvormer` is {message}"))));
    }
}

/// A checksum has as many digits as its algorithm gives.
fn checksum(node: Node<'_, '_>, found: &mut Vec<Breach>) {
    const DIGITS: [(&str, usize); 4] = [("SHA-224", 56), ("SHA-256", 64), ("SHA-384", 96), ("SHA-512", 128)];
    let algorithm = text(node, &["checksumAlgoritme", "begripLabel"]).unwrap_or_default();
    let Some((_, digits)) = DIGITS.iter().find(|(own, _)| *own == algorithm) else { return };
    let Some(value) = child(node, "checksumWaarde") else { return };
    let typed = text_of(value);
    let hex = typed.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    if typed.len() != *digits || !hex {
        let message = format!("`checksumWaarde` is geen {algorithm}: dat zijn {digits} tekens van 0 tot en met f");
        found.push(breach(value, message));
    }
}

/// What is wrong with this organisation on this day; a year or month alone counts from its first day.
fn outside(resource: &str, datum: &str) -> Option<String> {
    let overheid = tooi::zoek(resource)?;
    let day = datum.get(..10).unwrap_or(datum);
    let dag = [day.to_string(), format!("{day}-01"), format!("{day}-01-01")].iter().find_map(|day| day.parse().ok())?;
    let (label, geldig) = (overheid.label, &overheid.geldig);
    match (geldig.van, geldig.tot) {
        (Some(van), _) if dag < van => {
            Some(format!("`{label}`, maar die bestaat pas vanaf {van} en het document is van {day}"))
        }
        _ if geldig.op(dag) => None,
        (_, Some(tot)) => Some(format!("`{label}`, maar die bestond tot en met {tot} en het document is van {day}")),
        _ => None,
    }
}
