//! Reads the text of a schema; what it does not know it refuses.

use roxmltree::{Document, Node};

use super::model::{
    Attribute, Complex, Content, Definition, Facets, Name, Particle, Schema, Simple, Term, TypeRef, XSD,
};

type Read<T> = Result<T, String>;

/// The rules of these schema files together.
pub fn schema(texts: &[&str]) -> Read<Schema> {
    let mut schema = Schema::default();
    for text in texts {
        let document = Document::parse(text).map_err(|error| error.to_string())?;
        let root = document.root_element();
        let target = root.attribute("targetNamespace").ok_or("a schema names its namespace")?;
        for node in parts(root) {
            let name = || node.attribute("name").map(|name| Name::new(target, name)).ok_or("a part without a name");
            match node.tag_name().name() {
                // Which files belong together is decided by the caller.
                "import" | "include" => {}
                "element" => {
                    schema.elements.insert(name()?, type_of(node, target)?);
                }
                "simpleType" => {
                    schema.types.insert(name()?, Definition::Simple(simple(node)?));
                }
                "complexType" => {
                    schema.types.insert(name()?, Definition::Complex(complex(node, target)?));
                }
                _ => return unknown(node),
            }
        }
    }
    Ok(schema)
}

/// The parts of a construct: elements of XML Schema, without what is only explained.
fn parts<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(|child| child.tag_name().namespace() == Some(XSD) && child.tag_name().name() != "annotation")
}

fn unknown<T>(node: Node<'_, '_>) -> Read<T> {
    Err(format!("this reader does not know `{}` inside its parent", node.tag_name().name()))
}

/// A name with its prefix led to a namespace.
fn qualified(node: Node<'_, '_>, typed: &str) -> Read<Name> {
    let (prefix, local) = typed.split_once(':').map_or((None, typed), |(prefix, local)| (Some(prefix), local));
    let space = node.lookup_namespace_uri(prefix).ok_or_else(|| format!("no namespace for `{typed}`"))?;
    Ok(Name::new(space, local))
}

/// The type of an element or attribute: named, or declared inside it.
fn type_of(node: Node<'_, '_>, target: &str) -> Read<TypeRef> {
    if let Some(typed) = node.attribute("type") {
        return Ok(TypeRef::Named(qualified(node, typed)?));
    }
    let inside = parts(node).next().ok_or("a declaration without a type")?;
    let definition = match inside.tag_name().name() {
        "simpleType" => Definition::Simple(simple(inside)?),
        "complexType" => Definition::Complex(complex(inside, target)?),
        _ => return unknown(inside),
    };
    Ok(TypeRef::Inline(Box::new(definition)))
}

fn complex(node: Node<'_, '_>, target: &str) -> Read<Complex> {
    let mut made = Complex { base: None, content: Content::Empty, attributes: Vec::new() };
    for part in parts(node) {
        match part.tag_name().name() {
            "sequence" | "choice" | "all" => made.content = Content::Elements(particle(part, target)?),
            "simpleContent" | "complexContent" => {
                let extension = parts(part).next().ok_or("a content without an extension")?;
                let base = qualified(extension, extension.attribute("base").unwrap_or_default())?;
                match part.tag_name().name() {
                    "simpleContent" => made.content = Content::Text(base),
                    _ => made.base = Some(base),
                }
                for inside in parts(extension) {
                    match inside.tag_name().name() {
                        "attribute" => made.attributes.push(attribute(inside, target)?),
                        _ => made.content = Content::Elements(particle(inside, target)?),
                    }
                }
            }
            _ => return unknown(part),
        }
    }
    Ok(made)
}

fn attribute(node: Node<'_, '_>, target: &str) -> Read<Attribute> {
    match (node.attribute("name"), node.attribute("use")) {
        (Some(name), None) => Ok(Attribute { name: name.to_string(), kind: type_of(node, target)? }),
        _ => unknown(node),
    }
}

fn particle(node: Node<'_, '_>, target: &str) -> Read<Particle> {
    let items = || parts(node).map(|part| particle(part, target)).collect::<Read<Vec<Particle>>>();
    let term = match node.tag_name().name() {
        "element" => match (node.attribute("ref"), node.attribute("name")) {
            (Some(typed), None) => Term::Ref(qualified(node, typed)?),
            (None, Some(name)) => Term::Element(Name::new(target, name), type_of(node, target)?),
            _ => return unknown(node),
        },
        "sequence" => Term::Sequence(items()?),
        "choice" => Term::Choice(items()?),
        "all" => Term::All(items()?),
        "any"
            if (node.attribute("namespace"), node.attribute("processContents"))
                == (Some("##other"), Some("strict")) =>
        {
            Term::Other(target.to_string())
        }
        _ => return unknown(node),
    };
    let min = number(node.attribute("minOccurs").unwrap_or("1"))?;
    let max = node.attribute("maxOccurs").unwrap_or("1");
    Ok(Particle { term, min, max: if max == "unbounded" { usize::MAX } else { number(max)? } })
}

fn number<T: std::str::FromStr>(typed: &str) -> Read<T> {
    typed.parse().map_err(|_| format!("`{typed}` is no number"))
}

fn simple(node: Node<'_, '_>) -> Read<Simple> {
    let inside = parts(node).next().ok_or("a simple type without content")?;
    match inside.tag_name().name() {
        "restriction" => {
            let base = qualified(inside, inside.attribute("base").unwrap_or_default())?;
            Ok(Simple::Restriction(TypeRef::Named(base), facets(inside)?))
        }
        "union" => {
            let named = inside.attribute("memberTypes").unwrap_or_default().split_whitespace();
            let named = named.map(|typed| qualified(inside, typed).map(TypeRef::Named));
            let inline = |part| Ok(TypeRef::Inline(Box::new(Definition::Simple(simple(part)?))));
            Ok(Simple::Union(named.chain(parts(inside).map(inline)).collect::<Read<Vec<TypeRef>>>()?))
        }
        _ => unknown(inside),
    }
}

fn facets(restriction: Node<'_, '_>) -> Read<Facets> {
    let mut facets = Facets::default();
    for part in parts(restriction) {
        let value = part.attribute("value").ok_or("a facet without a value")?;
        match part.tag_name().name() {
            "enumeration" => {
                facets.values.insert(value.to_string(), label(part));
            }
            "minLength" => facets.min_length = Some(number(value)?),
            "maxLength" => facets.max_length = Some(number(value)?),
            "minInclusive" => facets.min = Some(number(value)?),
            "maxInclusive" => facets.max = Some(number(value)?),
            _ => return unknown(part),
        }
    }
    Ok(facets)
}

/// The name of a listed value: the first paragraph of its explanation; the second is a definition.
fn label(enumeration: Node<'_, '_>) -> String {
    let paragraph = enumeration.descendants().find(|node| node.tag_name().name() == "p");
    paragraph.and_then(|node| node.text()).unwrap_or_default().to_string()
}
