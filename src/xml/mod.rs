//! XML that leaves the house, judged on its own: by the official schemas, and by what they leave unsaid.
//!
//! Nothing here makes XML. A sidecar of ours and one from elsewhere are read the same way.

pub mod gaten;
pub mod schema;

pub use schema::Soort;

use roxmltree::{Document, Node};

/// One thing that is wrong in an XML file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The elements that lead there: `urlset/url[2]/loc`.
    pub path: String,
    /// What is wrong, in Dutch, without a full stop.
    pub message: String,
}

/// All that is wrong with a file of this kind: first by its schema, and when it holds to that, by the gaps.
pub fn check(soort: Soort, bytes: &[u8]) -> Vec<Breach> {
    let breaches = schema::check(soort, bytes);
    if breaches.is_empty() { gaten::check(soort, bytes) } else { breaches }
}

/// The text of every element at the end of this path of names, whatever stands above it.
pub fn teksten(bytes: &[u8], path: &[&str]) -> Vec<String> {
    zoek(bytes, path, |node| Some(schema::text_of(node).trim().to_string()))
}

/// For every element at the end of this path the texts of its children with this name.
pub fn kinderen(bytes: &[u8], path: &[&str], name: &str) -> Vec<Vec<String>> {
    zoek(bytes, path, |node| {
        let children = node.children().filter(|child| child.tag_name().name() == name);
        Some(children.map(|child| schema::text_of(child).trim().to_string()).collect())
    })
}

/// The `resource` of every element with this name.
pub fn resources(bytes: &[u8], name: &str) -> Vec<String> {
    zoek(bytes, &[name], |node| node.attribute("resource").map(str::to_string))
}

/// For every element at the end of this path all that it says: name and text of each element without others in it, and
/// `name@resource` with what that points to.
pub fn bladen(bytes: &[u8], path: &[&str]) -> Vec<Vec<(String, String)>> {
    zoek(bytes, path, |node| {
        let mut alles = Vec::new();
        let bladen = node.descendants().filter(|een| een.is_element() && !een.children().any(|kind| kind.is_element()));
        for blad in bladen {
            let naam = blad.tag_name().name();
            alles.push((naam.to_string(), schema::text_of(blad).trim().to_string()));
            alles.extend(blad.attribute("resource").map(|naar| (format!("{naam}@resource"), naar.to_string())));
        }
        Some(alles)
    })
}

fn zoek<T>(bytes: &[u8], path: &[&str], neem: impl Fn(Node<'_, '_>) -> Option<T>) -> Vec<T> {
    let text = String::from_utf8_lossy(bytes);
    let Ok(document) = Document::parse(text.trim_start_matches('\u{feff}')) else { return Vec::new() };
    let names = |node: Node<'_, '_>| {
        let mut up = node.ancestors().map(|node| node.tag_name().name());
        path.iter().rev().all(|name| up.next() == Some(name))
    };
    document.descendants().filter(|node| node.is_element() && names(*node)).filter_map(neem).collect()
}
