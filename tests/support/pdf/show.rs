//! The structure tree as text to read and to compare.

use std::fmt::Write;

use super::Places;
use super::flow;
use super::tree::{Kid, Node};

/// Attributes that mean something to a listener; the rest is layout.
const TOLD: [&str; 5] = ["Scope", "RowSpan", "ColSpan", "ListNumbering", "Summary"];

pub fn tree(top: &[Node], places: &Places<'_>) -> String {
    let mut out = String::new();
    top.iter().for_each(|node| write_node(&mut out, node, 0, places));
    out
}

fn write_node(out: &mut String, node: &Node, depth: usize, places: &Places<'_>) {
    let _ = write!(out, "{:1$}{2}", "", depth * 2, node.tag);
    for (name, value) in [("Alt", &node.alt), ("ActualText", &node.actual_text), ("Lang", &node.lang)] {
        if let Some(value) = value {
            let _ = write!(out, " {name}={value:?}");
        }
    }
    for (name, value) in node.attributes.iter().filter(|(name, _)| TOLD.contains(&name.as_str())) {
        let _ = write!(out, " {name}={value}");
    }
    let leaf = node.children().next().is_none();
    if !leaf {
        out.push('\n');
    }
    let mut places_here = Vec::new();
    for kid in &node.kids {
        match kid {
            Kid::Content(page, id) => places_here.push((*page, *id)),
            Kid::Node(child) => {
                write_text(out, &mut places_here, depth + 1, leaf, places);
                write_node(out, child, depth + 1, places);
            }
            Kid::Object(_) => {}
        }
    }
    write_text(out, &mut places_here, depth + 1, leaf, places);
    if leaf {
        out.push('\n');
    }
}

/// The text of content that stands together, behind its tag or on a line of its own.
fn write_text(out: &mut String, here: &mut Vec<(usize, i32)>, depth: usize, leaf: bool, places: &Places<'_>) {
    let runs = here.drain(..).filter_map(|place| places.get(&place)).flatten().copied();
    let text = flow::lines(runs).replace('\n', " ");
    if text.is_empty() {
        return;
    }
    let _ = if leaf { write!(out, " {text:?}") } else { writeln!(out, "{:1$}{text:?}", "", depth * 2) };
}
