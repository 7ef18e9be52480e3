//! What a project and a document say about the rules: `regels`, `termen` and the like, and `toestaan`.

use std::collections::BTreeMap;

use crate::diag::codes::{self, G879};
use crate::diag::{Note, Severity, Span};
use crate::load::node::Node;
use crate::model::keuring::{Keurwijzer, Toegestaan};

/// What a rule may be set to.
const ERNST: &[(&str, Option<Severity>)] = &[
    ("uit", None),
    ("tip", Some(Severity::Tip)),
    ("waarschuwing", Some(Severity::Waarschuwing)),
    ("fout", Some(Severity::Fout)),
];

/// The settings in `content/griffel.yaml`.
pub fn keurwijzer(node: &Node<'_>) -> Keurwijzer {
    let standaard = Keurwijzer::default();
    let leesbaarheid = node.child("leesbaarheid");
    let grens = |key: &str, anders: usize| {
        let gezet = leesbaarheid.as_ref().and_then(|groep| groep.integer(key, 1..=1000));
        gezet.and_then(|gezet| usize::try_from(gezet).ok()).unwrap_or(anders)
    };
    let (zin, gemiddelde) = (grens("zin", standaard.zin), grens("gemiddelde", standaard.gemiddelde));
    let alinea = grens("alinea", standaard.alinea);
    leesbaarheid.iter().for_each(Node::finish);
    Keurwijzer {
        regels: regels(node),
        afkortingen: paren(node, "afkortingen"),
        termen: termen(node),
        gewone_taal: paren(node, "gewone_taal")
            .into_iter()
            .map(|(moeilijk, gewoon)| (moeilijk.to_lowercase(), gewoon))
            .collect(),
        zin,
        gemiddelde,
        alinea,
    }
}

/// Words with a text each.
fn paren(node: &Node<'_>, key: &str) -> BTreeMap<String, String> {
    let entries = node.child(key).map(|groep| groep.entries()).unwrap_or_default();
    entries.iter().filter_map(|(key, waarde)| Some((key.text.clone(), waarde.as_text()?.text))).collect()
}

/// `termen`: how the project writes a word, and how it does not.
fn termen(node: &Node<'_>) -> BTreeMap<String, (String, Span)> {
    let mut gevonden = BTreeMap::new();
    for term in node.list("termen") {
        let schrijf = term.required_text("schrijf");
        let niet: Vec<_> = term.list("niet").iter().filter_map(Node::as_text).collect();
        term.finish();
        let Some(schrijf) = schrijf else { continue };
        gevonden.extend(niet.into_iter().map(|vorm| (vorm.text, (schrijf.text.clone(), schrijf.span.clone()))));
    }
    gevonden
}

fn regels(node: &Node<'_>) -> BTreeMap<String, Option<Severity>> {
    let entries = node.child("regels").map(|groep| groep.entries()).unwrap_or_default();
    let regel = |(key, waarde): &(&crate::load::yaml::Key, Node<'_>)| {
        let ernst = waarde.as_choice(ERNST);
        kiesbaar(node, &key.text, key.span.clone()).then_some((key.text.clone(), ernst?))
    };
    entries.iter().filter_map(regel).collect()
}

/// Whether the code is that of a content rule; another is noted.
fn kiesbaar(node: &Node<'_>, code: &str, span: Span) -> bool {
    let keuze = || codes::ALL.iter().map(|code| code.id).filter(|id| is_inhoudsregel(id));
    if keuze().any(|id| id == code) {
        return true;
    }
    let bestaat = codes::ALL.iter().any(|bekend| bekend.id == code);
    let wat = if bestaat { "is geen regel die u kunt instellen" } else { "is geen bekende regel" };
    let note = Note::at(G879, span, format!("`{code}` {wat}"));
    let anders = "Kies een code die met G8 begint, zoals `G851`";
    node.push(if bestaat { note.hint(anders) } else { note.bedoeld(code, keuze(), anders) });
    false
}

/// Rules about what is written; that a setting is wrong is none of them.
fn is_inhoudsregel(id: &str) -> bool {
    id.starts_with("G8") && id != "G878" && id != "G879"
}

/// `toestaan` of a document.
pub fn toegestaan(node: &Node<'_>) -> Vec<Toegestaan> {
    let mut gevonden = Vec::new();
    for mag in node.list("toestaan") {
        let code = mag.required_text("code");
        // Asked for, so that whoever reads the file later knows why.
        mag.required_text("reden");
        let bij = mag.text("bij").map(|bij| bij.text);
        mag.finish();
        let Some(code) = code.filter(|code| kiesbaar(&mag, &code.text, code.span.clone())) else { continue };
        gevonden.push(Toegestaan { code: code.text, bij, span: code.span });
    }
    gevonden
}
