//! What a schema says, as values: elements, types and their rules.

use std::collections::BTreeMap;

use super::kinds::Builtin;

/// Namespace of XML Schema itself.
pub const XSD: &str = "http://www.w3.org/2001/XMLSchema";

/// A name in its namespace; no namespace is an empty one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The namespace.
    pub space: String,
    /// The name in it.
    pub local: String,
}

impl Name {
    /// A name in a namespace.
    pub fn new(space: &str, local: &str) -> Self {
        Self { space: space.to_string(), local: local.to_string() }
    }
}

/// All rules of one kind of file.
#[derive(Debug, Default)]
pub struct Schema {
    /// Elements that may stand at the top or behind a wildcard.
    pub elements: BTreeMap<Name, TypeRef>,
    /// Types by name.
    pub types: BTreeMap<Name, Definition>,
}

/// A type, by name or in place.
#[derive(Debug)]
pub enum TypeRef {
    /// The name of a type, of the schema or built in.
    Named(Name),
    /// A type without a name.
    Inline(Box<Definition>),
}

/// A type.
#[derive(Debug)]
pub enum Definition {
    /// Text only.
    Simple(Simple),
    /// Elements or attributes too.
    Complex(Complex),
}

/// A type with attributes or elements.
#[derive(Debug)]
pub struct Complex {
    /// The type whose content comes first.
    pub base: Option<Name>,
    /// What it holds.
    pub content: Content,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
}

/// What a complex type holds.
#[derive(Debug)]
pub enum Content {
    /// Nothing of its own.
    Empty,
    /// Elements.
    Elements(Particle),
    /// Text of this simple type.
    Text(Name),
}

/// An attribute; none of these schemas makes one compulsory.
#[derive(Debug)]
pub struct Attribute {
    /// Its name, without a namespace.
    pub name: String,
    /// Its type.
    pub kind: TypeRef,
}

/// A place in the order of elements.
#[derive(Debug)]
pub struct Particle {
    /// What stands there.
    pub term: Term,
    /// How often at least.
    pub min: usize,
    /// How often at most.
    pub max: usize,
}

/// What stands at a place.
#[derive(Debug)]
pub enum Term {
    /// An element that is declared here.
    Element(Name, TypeRef),
    /// An element that is declared at the top.
    Ref(Name),
    /// All of these, in this order.
    Sequence(Vec<Particle>),
    /// One of these.
    Choice(Vec<Particle>),
    /// All of these, in any order.
    All(Vec<Particle>),
    /// Any known element from another namespace than this.
    Other(String),
}

/// A type of text.
#[derive(Debug)]
pub enum Simple {
    /// A type of another type, narrowed.
    Restriction(TypeRef, Facets),
    /// One of these types.
    Union(Vec<TypeRef>),
}

/// How a type of text is narrowed.
#[derive(Debug, Default)]
pub struct Facets {
    /// The allowed values with the label that the list gives each.
    pub values: BTreeMap<String, String>,
    /// The least number of characters.
    pub min_length: Option<usize>,
    /// The greatest number of characters.
    pub max_length: Option<usize>,
    /// The smallest number.
    pub min: Option<f64>,
    /// The greatest number.
    pub max: Option<f64>,
}

/// A type as found: one of the schema's or one that every schema has.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'s> {
    /// Built in.
    Builtin(Builtin),
    /// Text.
    Simple(&'s Simple),
    /// With elements or attributes.
    Complex(&'s Complex),
}

impl Schema {
    /// The type that is meant; `None` for a name that nobody declared.
    pub fn kind<'s>(&'s self, of: &'s TypeRef) -> Option<Kind<'s>> {
        match of {
            TypeRef::Named(name) => self.named(name),
            TypeRef::Inline(definition) => Some(definition.kind()),
        }
    }

    /// The type with this name.
    pub fn named(&self, name: &Name) -> Option<Kind<'_>> {
        if name.space == XSD {
            return Builtin::named(&name.local).map(Kind::Builtin);
        }
        self.types.get(name).map(Definition::kind)
    }

    /// The places of a complex type in order, those of the type that it extends first.
    pub fn places<'s>(&'s self, complex: &'s Complex) -> Vec<&'s Particle> {
        let mut places = match complex.base.as_ref().and_then(|base| self.named(base)) {
            Some(Kind::Complex(base)) => self.places(base),
            _ => Vec::new(),
        };
        if let Content::Elements(particle) = &complex.content {
            places.push(particle);
        }
        places
    }

    /// The elements that may stand at this place at all, wildcards left out.
    pub fn vocabulary<'s>(&'s self, particle: &'s Particle) -> Vec<(&'s Name, &'s TypeRef)> {
        match &particle.term {
            Term::Element(name, kind) => vec![(name, kind)],
            Term::Ref(name) => self.elements.get_key_value(name).into_iter().collect(),
            Term::Sequence(items) | Term::Choice(items) | Term::All(items) => {
                items.iter().flat_map(|item| self.vocabulary(item)).collect()
            }
            Term::Other(_) => Vec::new(),
        }
    }

    /// The label that a list gives to this value; `None` when the type is no list or has no such value.
    pub fn label<'s>(&'s self, of: &'s TypeRef, value: &str) -> Option<&'s str> {
        match self.kind(of)? {
            Kind::Simple(Simple::Restriction(_, facets)) if facets.values.contains_key(value) => {
                facets.values.get(value).map(String::as_str)
            }
            Kind::Simple(Simple::Restriction(base, _)) => self.label(base, value),
            Kind::Simple(Simple::Union(members)) => members.iter().find_map(|member| self.label(member, value)),
            Kind::Builtin(_) | Kind::Complex(_) => None,
        }
    }

    /// The value of a list that carries this label.
    pub fn value_of<'s>(&'s self, of: &'s TypeRef, label: &str) -> Option<&'s str> {
        match self.kind(of)? {
            Kind::Simple(Simple::Restriction(base, facets)) => {
                let found = facets.values.iter().find(|(_, known)| *known == label).map(|(value, _)| value.as_str());
                found.or_else(|| self.value_of(base, label))
            }
            Kind::Simple(Simple::Union(members)) => members.iter().find_map(|member| self.value_of(member, label)),
            Kind::Builtin(_) | Kind::Complex(_) => None,
        }
    }
}

impl Definition {
    fn kind(&self) -> Kind<'_> {
        match self {
            Self::Simple(simple) => Kind::Simple(simple),
            Self::Complex(complex) => Kind::Complex(complex),
        }
    }
}
