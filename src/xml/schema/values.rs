//! Whether a text has the type that the schema asks.

use super::kinds::Builtin;
use super::model::{Facets, Kind, Name, Schema, Simple, TypeRef};

/// Why a text is not of its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// It is none of these.
    Not(Vec<Builtin>),
    /// It is not in the list of this name, or in one without a name.
    Unlisted(Option<String>),
    /// It has fewer characters.
    Short(usize),
    /// It has more characters.
    Long(usize),
    /// It lies outside these bounds.
    Outside(f64, f64),
}

/// What is wrong with a text of this type.
pub fn wrong(schema: &Schema, of: &TypeRef, text: &str) -> Option<Wrong> {
    Judge { schema, text }.wrong(of, false, None)
}

/// What is wrong with a text of the type with this name.
pub fn wrong_named(schema: &Schema, name: &Name, text: &str) -> Option<Wrong> {
    let kind = schema.named(name)?;
    Judge { schema, text }.of_kind(kind, false, Some(&name.local))
}

struct Judge<'s> {
    schema: &'s Schema,
    text: &'s str,
}

impl Judge<'_> {
    /// `list` is the outermost name on the way here: it is what the standard calls the list.
    fn wrong(&self, of: &TypeRef, in_union: bool, list: Option<&str>) -> Option<Wrong> {
        let list = match of {
            TypeRef::Named(name) if list.is_none() => Some(&*name.local),
            _ => list,
        };
        self.of_kind(self.schema.kind(of)?, in_union, list)
    }

    fn of_kind(&self, kind: Kind<'_>, in_union: bool, list: Option<&str>) -> Option<Wrong> {
        match kind {
            Kind::Builtin(builtin) => {
                let value = builtin.trimmed(self.text, in_union);
                (!builtin.fits(&value)).then(|| Wrong::Not(vec![builtin]))
            }
            Kind::Simple(Simple::Restriction(base, facets)) => {
                self.wrong(base, in_union, list).or_else(|| self.narrowed(base, facets, in_union, list))
            }
            Kind::Simple(Simple::Union(members)) => {
                let mut all = Vec::new();
                for member in members {
                    all.push(self.wrong(member, true, list)?);
                }
                Some(merged(all))
            }
            Kind::Complex(_) => None,
        }
    }

    fn narrowed(&self, base: &TypeRef, facets: &Facets, in_union: bool, list: Option<&str>) -> Option<Wrong> {
        let value = self.root(base).map_or_else(|| self.text.to_string(), |root| root.trimmed(self.text, in_union));
        if !facets.values.is_empty() && !facets.values.contains_key(&value) {
            // Other names, such as `tChangeFreq`, say nothing to a reader.
            return Some(Wrong::Unlisted(list.filter(|name| name.ends_with("lijst")).map(str::to_string)));
        }
        let length = value.chars().count();
        if let Some(least) = facets.min_length.filter(|least| length < *least) {
            return Some(Wrong::Short(least));
        }
        if let Some(most) = facets.max_length.filter(|most| length > *most) {
            return Some(Wrong::Long(most));
        }
        let (min, max) = (facets.min.unwrap_or(f64::MIN), facets.max.unwrap_or(f64::MAX));
        let bounded = facets.min.is_some() || facets.max.is_some();
        let inside = value.parse().is_ok_and(|number: f64| (min..=max).contains(&number));
        (bounded && !inside).then_some(Wrong::Outside(min, max))
    }

    /// The built-in type under all restrictions.
    fn root(&self, of: &TypeRef) -> Option<Builtin> {
        match self.schema.kind(of)? {
            Kind::Builtin(builtin) => Some(builtin),
            Kind::Simple(Simple::Restriction(base, _)) => self.root(base),
            Kind::Simple(Simple::Union(_)) | Kind::Complex(_) => None,
        }
    }
}

/// What to say when a text is none of several types: all types, or else the first reason.
fn merged(all: Vec<Wrong>) -> Wrong {
    let types = all.iter().flat_map(|wrong| match wrong {
        Wrong::Not(types) => types.clone(),
        _ => Vec::new(),
    });
    let types: Vec<Builtin> = types.collect();
    match all.into_iter().next() {
        Some(first) if types.is_empty() => first,
        _ => Wrong::Not(types),
    }
}
