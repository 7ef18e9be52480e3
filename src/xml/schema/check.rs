//! Holds a document to a schema and says, for every element, what is wrong with it.

use roxmltree::{Document, Node};

use super::model::{Attribute, Complex, Content, Definition, Kind, Name, Schema, TypeRef};
use super::order::{self, Misplaced};
use super::values;
use super::words;
use crate::diag::closest;
use crate::nl::opsomming;
use crate::xml::Breach;

/// Namespace of what an instance says about its own validation.
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// All breaches of a document, in reading order. Its root must be this element.
pub fn document(schema: &Schema, document: &Document<'_>, root: (&str, &str)) -> Vec<Breach> {
    let node = document.root_element();
    let mut check = Check { schema, breaches: Vec::new() };
    match schema.elements.get(&Name::new(root.0, root.1)) {
        Some(kind) if name_of(node) == Name::new(root.0, root.1) => check.element(node, kind),
        _ if node.tag_name().name() == root.1 => check.note(node, wrong_space(node, root.0)),
        _ => {
            check.note(node, format!("het bestand begint met `{}` en hoort te beginnen met `{}`", local(node), root.1))
        }
    }
    check.breaches.sort();
    check.breaches
}

/// A breach at an element.
pub fn breach(node: Node<'_, '_>, message: String) -> Breach {
    let at = node.document().text_pos_at(node.range().start);
    Breach { line: at.row, column: at.col, path: path_of(node), message }
}

/// The elements from the root to this one, with a number where there are more of one name.
pub fn path_of(node: Node<'_, '_>) -> String {
    let step = |node: Node<'_, '_>| {
        let same = |other: &Node<'_, '_>| other.is_element() && other.tag_name() == node.tag_name();
        let all = node.parent().map_or(0, |parent| parent.children().filter(same).count());
        let number = node.prev_siblings().filter(same).count();
        if all > 1 { format!("{}[{number}]", local(node)) } else { local(node).to_string() }
    };
    let mut steps: Vec<String> = node.ancestors().filter(Node::is_element).map(step).collect();
    steps.reverse();
    steps.join("/")
}

fn local<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

fn name_of(node: Node<'_, '_>) -> Name {
    Name::new(node.tag_name().namespace().unwrap_or_default(), local(node))
}

fn wrong_space(node: Node<'_, '_>, right: &str) -> String {
    let name = local(node);
    match node.tag_name().namespace() {
        Some(space) => format!("`{name}` staat in de naamruimte `{space}` en hoort in `{right}`"),
        None => format!("`{name}` staat in geen naamruimte en hoort in `{right}`"),
    }
}

struct Check<'s> {
    schema: &'s Schema,
    breaches: Vec<Breach>,
}

impl<'s> Check<'s> {
    fn note(&mut self, node: Node<'_, '_>, message: String) {
        self.breaches.push(breach(node, message));
    }

    fn element(&mut self, node: Node<'_, '_>, of: &'s TypeRef) {
        if node.attribute((INSTANCE, "nil")).is_some() {
            self.note(node, format!("`{}` heeft een waarde nodig; `nil` mag hier niet", local(node)));
        }
        // None of these standards has types to choose from.
        if node.attribute((INSTANCE, "type")).is_some() {
            self.note(node, format!("`{}` kiest een eigen type; dat mag hier niet", local(node)));
        }
        match self.schema.kind(of) {
            Some(Kind::Complex(complex)) => self.complex(node, complex),
            Some(Kind::Builtin(_) | Kind::Simple(_)) => {
                self.attributes(node, &[]);
                self.text(node, |schema, text| values::wrong(schema, of, text));
            }
            None => {}
        }
    }

    fn complex(&mut self, node: Node<'_, '_>, complex: &'s Complex) {
        self.attributes(node, &complex.attributes);
        if let Content::Text(name) = &complex.content {
            return self.text(node, |schema, text| values::wrong_named(schema, name, text));
        }
        let loose =
            node.children().find(|child| child.is_text() && !child.text().unwrap_or_default().trim().is_empty());
        if loose.is_some() {
            self.note(node, format!("tussen de elementen van `{}` staat losse tekst", local(node)));
        }
        self.children(node, complex);
    }

    fn children(&mut self, node: Node<'_, '_>, complex: &'s Complex) {
        let children: Vec<Node<'_, '_>> = node.children().filter(Node::is_element).collect();
        let names: Vec<Name> = children.iter().map(|child| name_of(*child)).collect();
        let places = self.schema.places(complex);
        let placed = order::place(self.schema, &places, &names);
        let known: Vec<(&Name, &'s TypeRef)> =
            places.iter().flat_map(|particle| self.schema.vocabulary(particle)).collect();
        if let Some(misplaced) = &placed.misplaced {
            let known: Vec<&Name> = known.iter().map(|(name, _)| *name).collect();
            let at = children.get(misplaced.at).copied().unwrap_or(node);
            self.note(at, misplacement(node, &names, misplaced, &known, at));
        }
        // An element in the wrong place is judged as it would be in the right one.
        for ((child, name), kind) in children.iter().zip(&names).zip(placed.types) {
            let known = || known.iter().find(|(own, _)| *own == name).map(|(_, kind)| *kind);
            if let Some(kind) = kind.or_else(known) {
                self.element(*child, kind);
            }
        }
    }

    fn attributes(&mut self, node: Node<'_, '_>, known: &[Attribute]) {
        for attribute in node.attributes().filter(|attribute| attribute.namespace() != Some(INSTANCE)) {
            let own = known.iter().find(|own| attribute.namespace().is_none() && own.name == attribute.name());
            let Some(own) = own else {
                self.note(node, format!("`{}` kent geen attribuut `{}`", local(node), attribute.name()));
                continue;
            };
            if let Some(wrong) = values::wrong(self.schema, &own.kind, attribute.value()) {
                let what = format!("`{}` van `{}`", own.name, local(node));
                let mut message = words::value(&what, attribute.value(), &wrong);
                if let Some(right) = self.schema.value_of(&own.kind, &text_of(node)) {
                    message += &format!("; bij `{}` hoort `{right}`", text_of(node));
                }
                self.note(node, message);
            }
        }
    }

    fn text(&mut self, node: Node<'_, '_>, wrong: impl Fn(&Schema, &str) -> Option<values::Wrong>) {
        if let Some(child) = node.children().find(Node::is_element) {
            self.note(child, format!("in `{}` hoort alleen tekst, en er staat `{}` in", local(node), local(child)));
            return;
        }
        let text = text_of(node);
        if let Some(wrong) = wrong(self.schema, &text) {
            self.note(node, words::value(&format!("`{}`", local(node)), &text, &wrong));
        }
    }
}

/// The text of an element, also when a comment or CDATA divides it.
pub fn text_of(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|child| child.text()).collect()
}

/// What is wrong with the order of the elements in `parent`; `at` is the first that is out of place.
fn misplacement(
    parent: Node<'_, '_>,
    names: &[Name],
    misplaced: &Misplaced,
    known: &[&Name],
    at: Node<'_, '_>,
) -> String {
    let (above, child) = (local(parent), local(at));
    let expected: Vec<String> = misplaced.expected.iter().map(|name| format!("`{name}`")).collect();
    let expected = opsomming::of(&expected);
    let Some(found) = names.get(misplaced.at) else {
        return format!("in `{above}` ontbreekt {expected}");
    };
    if !known.contains(&found) {
        if let Some(own) = known.iter().find(|own| own.local == found.local) {
            return wrong_space(at, &own.space);
        }
        let meant = closest(child, known.iter().map(|name| &*name.local));
        let meant = meant.map(|name| format!("; bedoeld is misschien `{name}`")).unwrap_or_default();
        return format!("`{above}` kent geen element `{child}`{meant}");
    }
    if names[..misplaced.at].contains(found) && misplaced.expected.is_empty() {
        return format!("`{child}` staat vaker in `{above}` dan mag, of niet bij elkaar");
    }
    if misplaced.expected.is_empty() {
        return format!("`{child}` staat te laat in `{above}`; het hoort eerder");
    }
    format!("in `{above}` staat `{child}` op de plek van {expected}")
}

/// Every element that takes its value from a list in an attribute, by name, with the type of that attribute.
pub fn listed(schema: &Schema) -> Vec<(&Name, &TypeRef)> {
    let types = schema.types.values().filter_map(|definition| match definition {
        Definition::Complex(complex) => Some(complex),
        Definition::Simple(_) => None,
    });
    let elements = types.flat_map(|complex| schema.places(complex)).flat_map(|place| schema.vocabulary(place));
    let attribute = |of| match schema.kind(of) {
        Some(Kind::Complex(complex)) => complex.attributes.first().map(|attribute| &attribute.kind),
        _ => None,
    };
    elements.filter_map(|(name, of)| Some((name, attribute(of)?))).collect()
}
