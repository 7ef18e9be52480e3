//! Reads single values back from XML, CSV and JSON.

use std::collections::BTreeMap;

use serde_json::Value;

/// The text at the end of each path of names, and the `resource` of it.
pub fn xml(bytes: &[u8], path: &[&str]) -> Vec<(String, Option<String>)> {
    let tekst = std::str::from_utf8(bytes).expect("UTF-8");
    let document = roxmltree::Document::parse(tekst).expect("well-formed");
    let past = |node: &roxmltree::Node<'_, '_>| {
        let mut op = node.ancestors().map(|node| node.tag_name().name().to_string());
        path.iter().rev().all(|naam| op.next().as_deref() == Some(naam))
    };
    let nodes = document.descendants().filter(|node| node.is_element() && past(node));
    nodes
        .map(|node| (node.text().unwrap_or_default().to_string(), node.attribute("resource").map(str::to_string)))
        .collect()
}

pub fn teksten(bytes: &[u8], path: &[&str]) -> Vec<String> {
    xml(bytes, path).into_iter().map(|(tekst, _)| tekst).collect()
}

pub fn naar(bytes: &[u8], naam: &str) -> Option<String> {
    xml(bytes, &[naam]).into_iter().next()?.1
}

/// The last part of an address.
pub fn laatste(uri: &str) -> String {
    uri.rsplit('/').next().unwrap_or(uri).to_string()
}

/// The lines of `ris.csv` by file name, each by column; no cell of it holds a line end.
pub fn ris(bytes: &[u8]) -> BTreeMap<String, BTreeMap<String, String>> {
    let tekst = std::str::from_utf8(bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("a BOM");
    let cellen = |regel: &str| {
        let (mut cellen, mut cel, mut binnen) = (Vec::new(), String::new(), false);
        let mut letters = regel.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if binnen && letters.peek() == Some(&'"') => cel.push(letters.next().expect("peeked")),
                '"' => binnen = !binnen,
                ';' if !binnen => cellen.push(std::mem::take(&mut cel)),
                _ => cel.push(letter),
            }
        }
        cellen.push(cel);
        cellen
    };
    let mut regels = tekst.lines().map(cellen);
    let koppen = regels.next().expect("names of the columns");
    regels.map(|regel| (regel[0].clone(), koppen.iter().cloned().zip(regel).collect())).collect()
}

pub fn gevuld(waarde: &Value) -> Option<String> {
    waarde.as_str().map(str::to_string).or_else(|| waarde.as_u64().map(|getal| getal.to_string()))
}
