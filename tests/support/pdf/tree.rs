//! The structure tree as owned nodes.

use std::collections::HashMap;

use hayro_syntax::object::{Dict, Object, ObjectIdentifier};

use super::objects::{Objects, into_dict};

/// One structure element.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// The tag as written, for example `Strong`.
    pub tag: String,
    /// The standard type that the role map makes of it, for example `Span`.
    pub role: String,
    pub alt: Option<String>,
    pub actual_text: Option<String>,
    pub lang: Option<String>,
    /// Attributes by name without their owner, for example `Scope`: `Column`.
    pub attributes: Vec<(String, String)>,
    pub kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug, Clone)]
pub enum Kid {
    Node(Node),
    /// Marked content: page (from 0) and identifier.
    Content(usize, i32),
    /// An annotation or other object.
    Object(ObjectIdentifier),
}

impl Node {
    /// This element and all below it, in reading order.
    pub fn walk(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        Box::new(std::iter::once(self).chain(self.children().flat_map(Self::walk)))
    }

    /// The elements directly below.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.kids.iter().filter_map(|kid| if let Kid::Node(node) = kid { Some(node) } else { None })
    }

    /// All elements with this tag here and below.
    pub fn all(&self, tag: &str) -> Vec<&Self> {
        self.walk().filter(|n| n.tag == tag).collect()
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The marked content held directly.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, i32)> + '_ {
        self.kids.iter().filter_map(|kid| if let Kid::Content(page, id) = kid { Some((*page, *id)) } else { None })
    }

    /// The element that holds an annotation.
    pub(super) fn holder_of(&self, object: ObjectIdentifier) -> Option<&Self> {
        self.walk().find(|n| n.kids.iter().any(|kid| matches!(kid, Kid::Object(id) if *id == object)))
    }
}

/// The top of the tree; empty in a file that is not tagged.
pub fn read(objects: &Objects<'_>, pages: &HashMap<ObjectIdentifier, usize>) -> Vec<Node> {
    let Some(root) = objects.dict(&objects.root(), "StructTreeRoot") else { return Vec::new() };
    let map = objects.dict(&root, "RoleMap");
    let reader = TreeReader { objects: *objects, pages, map };
    let kids = reader.kids(&root, None);
    kids.into_iter().filter_map(|kid| if let Kid::Node(node) = kid { Some(node) } else { None }).collect()
}

struct TreeReader<'a, 'p> {
    objects: Objects<'a>,
    pages: &'p HashMap<ObjectIdentifier, usize>,
    map: Option<Dict<'a>>,
}

impl<'a> TreeReader<'a, '_> {
    fn node(&self, dict: &Dict<'a>, page: Option<usize>) -> Node {
        let tag = self.objects.name(dict, "S").unwrap_or_default();
        Node {
            role: self.role(&tag),
            tag,
            alt: self.objects.text(dict, "Alt"),
            actual_text: self.objects.text(dict, "ActualText"),
            lang: self.objects.text(dict, "Lang"),
            attributes: self.attributes(dict),
            kids: self.kids(dict, self.page(dict).or(page)),
        }
    }

    fn kids(&self, dict: &Dict<'a>, page: Option<usize>) -> Vec<Kid> {
        let items = self.objects.items(dict, "K").into_iter();
        items.filter_map(|item| self.kid(self.objects.resolve(item)?, page)).collect()
    }

    fn kid(&self, object: Object<'a>, page: Option<usize>) -> Option<Kid> {
        if let Object::Number(id) = object {
            return Some(Kid::Content(page?, id.as_i64() as i32));
        }
        let dict = into_dict(object)?;
        match self.objects.name(&dict, "Type").as_deref() {
            Some("MCR") => Some(Kid::Content(self.page(&dict).or(page)?, dict.get::<i32>("MCID")?)),
            Some("OBJR") => Some(Kid::Object(dict.get_ref("Obj")?.into())),
            _ => Some(Kid::Node(self.node(&dict, page))),
        }
    }

    fn page(&self, dict: &Dict<'a>) -> Option<usize> {
        self.pages.get(&dict.get_ref("Pg")?.into()).copied()
    }

    /// The standard type at the end of the role map's chain.
    fn role(&self, tag: &str) -> String {
        let next = |tag: &str| self.map.as_ref().and_then(|map| self.objects.name(map, tag));
        let mut role = tag.to_owned();
        for _ in 0..8 {
            let Some(mapped) = next(&role) else { break };
            role = mapped;
        }
        role
    }

    fn attributes(&self, dict: &Dict<'a>) -> Vec<(String, String)> {
        let owners =
            self.objects.items(dict, "A").into_iter().filter_map(|item| into_dict(self.objects.resolve(item)?));
        let mut attributes = Vec::new();
        for owner in owners {
            let keys: Vec<String> = owner.entries().map(|(key, _)| key.as_str().to_owned()).collect();
            let values = keys.into_iter().filter(|key| key != "O").filter_map(|key| {
                let value = self.objects.get(&owner, &key).map(|v| plain(&v))?;
                Some((key, value))
            });
            attributes.extend(values);
        }
        attributes
    }
}

/// An attribute's value as text.
fn plain(value: &Object<'_>) -> String {
    match value {
        Object::Name(name) => name.as_str().to_owned(),
        Object::Number(number) => number.as_f64().to_string(),
        Object::String(string) => super::objects::text(string),
        Object::Boolean(yes) => yes.to_string(),
        Object::Array(array) => array.iter::<Object<'_>>().map(|v| plain(&v)).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}
