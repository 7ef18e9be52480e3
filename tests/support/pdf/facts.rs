//! What hangs on a PDF: bookmarks, links, attachments.

use std::collections::HashMap;

use hayro_syntax::object::{Dict, Object, ObjectIdentifier};

use super::objects::{Objects, into_dict, text};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// 1 for the outermost.
    pub level: u8,
    pub title: String,
    /// The page it leads to, counted from 1.
    pub page: Option<usize>,
}

#[derive(Debug, Clone)]
pub struct Link {
    /// The page it stands on, counted from 1.
    pub page: usize,
    pub target: Target,
    /// The description for who cannot see the text around it.
    pub contents: Option<String>,
    /// The text of the `Link` element that holds it; empty when none does.
    pub text: String,
    pub(super) object: ObjectIdentifier,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Url(String),
    /// A page of this document, counted from 1.
    Page(usize),
    /// A link that leads nowhere.
    Nowhere,
}

#[derive(Debug, Clone)]
pub struct Attachment {
    pub name: String,
    pub description: Option<String>,
    pub mime: Option<String>,
    pub relationship: Option<String>,
    pub data: Vec<u8>,
}

type Pages = HashMap<ObjectIdentifier, usize>;

pub fn outline(objects: &Objects<'_>, pages: &Pages) -> Vec<Bookmark> {
    let mut bookmarks = Vec::new();
    if let Some(top) = objects.dict(&objects.root(), "Outlines") {
        add_bookmarks(objects, pages, &top, 1, &mut bookmarks);
    }
    bookmarks
}

fn add_bookmarks(objects: &Objects<'_>, pages: &Pages, above: &Dict<'_>, level: u8, bookmarks: &mut Vec<Bookmark>) {
    let mut next = above.get_ref("First");
    while let Some(item) = next.and_then(|r| objects.at(r)).and_then(into_dict) {
        let page = match destination(objects, pages, &item) {
            Target::Page(page) => Some(page),
            _ => None,
        };
        bookmarks.push(Bookmark { level, title: objects.text(&item, "Title").unwrap_or_default(), page });
        add_bookmarks(objects, pages, &item, level + 1, bookmarks);
        next = item.get_ref("Next");
    }
}

pub fn links(objects: &Objects<'_>, pages: &Pages) -> Vec<Link> {
    let mut links = Vec::new();
    for (page, dict) in objects.pages().enumerate() {
        for annotation in objects.items(dict, "Annots") {
            let Some(reference) = annotation.as_obj_ref() else { continue };
            let Some(annotation) = objects.at(reference).and_then(into_dict) else { continue };
            if objects.name(&annotation, "Subtype").as_deref() == Some("Link") {
                links.push(Link {
                    page: page + 1,
                    target: destination(objects, pages, &annotation),
                    contents: objects.text(&annotation, "Contents"),
                    text: String::new(),
                    object: reference.into(),
                });
            }
        }
    }
    links
}

/// Where a bookmark or link leads: its action's address, or its destination, named or not.
fn destination(objects: &Objects<'_>, pages: &Pages, from: &Dict<'_>) -> Target {
    let action = objects.dict(from, "A");
    if let Some(url) = action.as_ref().and_then(|a| objects.text(a, "URI")) {
        return Target::Url(url);
    }
    let place = objects.get(from, "Dest").or_else(|| objects.get(action.as_ref()?, "D"));
    place.and_then(|place| page_of(objects, pages, place)).map_or(Target::Nowhere, Target::Page)
}

fn page_of(objects: &Objects<'_>, pages: &Pages, place: Object<'_>) -> Option<usize> {
    match place {
        Object::Array(array) => {
            let reference = array.raw_iter().next()?.as_obj_ref()?;
            pages.get(&reference.into()).map(|page| page + 1)
        }
        Object::Dict(dict) => page_of(objects, pages, objects.get(&dict, "D")?),
        Object::String(name) => named(objects, pages, name.as_bytes()),
        Object::Name(name) => named(objects, pages, &name),
        _ => None,
    }
}

fn named(objects: &Objects<'_>, pages: &Pages, name: &[u8]) -> Option<usize> {
    let root = objects.root();
    let tree = objects.dict(&objects.dict(&root, "Names")?, "Dests")?;
    let (_, place) = objects.name_tree(&tree).into_iter().find(|(key, _)| key == name)?;
    page_of(objects, pages, place)
}

pub fn attachments(objects: &Objects<'_>) -> Vec<Attachment> {
    let names = objects.dict(&objects.root(), "Names");
    let Some(tree) = names.and_then(|n| objects.dict(&n, "EmbeddedFiles")) else { return Vec::new() };
    objects
        .name_tree(&tree)
        .into_iter()
        .filter_map(|(key, spec)| attachment(objects, &key, &into_dict(spec)?))
        .collect()
}

fn attachment(objects: &Objects<'_>, key: &[u8], spec: &Dict<'_>) -> Option<Attachment> {
    let stream = objects.stream(&objects.dict(spec, "EF")?, "F")?;
    let name = objects.text(spec, "UF").unwrap_or_else(|| super::objects::text_bytes(key));
    Some(Attachment {
        name,
        description: objects.get(spec, "Desc").and_then(Object::into_string).map(|s| text(&s)),
        mime: objects.name(stream.dict(), "Subtype"),
        relationship: objects.name(spec, "AFRelationship"),
        data: stream.decoded().ok()?.into_owned(),
    })
}
