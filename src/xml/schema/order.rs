//! Whether elements stand where the schema wants them. In these schemas the next element always decides alone which
//! place it takes, so that reading once from left to right is enough.

use super::model::{Name, Particle, Schema, Term, TypeRef};

/// Where the elements go wrong.
#[derive(Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// The number of the element, from 0; the number of elements when one is missing at the end.
    pub at: usize,
    /// What must stand there; empty when nothing more may follow.
    pub expected: Vec<String>,
}

/// The type of each element that found its place, and the first that did not.
pub struct Placed<'s> {
    /// One for each element.
    pub types: Vec<Option<&'s TypeRef>>,
    /// The first fault.
    pub misplaced: Option<Misplaced>,
}

/// Puts the elements in these places.
pub fn place<'s>(schema: &'s Schema, places: &[&'s Particle], names: &[Name]) -> Placed<'s> {
    let mut walk = Walk { schema, names, at: 0, types: vec![None; names.len()] };
    let misplaced = match places.iter().try_for_each(|particle| walk.particle(particle)) {
        Err(expected) => Some(Misplaced { at: walk.at, expected }),
        Ok(()) if walk.at < names.len() => Some(Misplaced { at: walk.at, expected: Vec::new() }),
        Ok(()) => None,
    };
    Placed { types: walk.types, misplaced }
}

struct Walk<'s, 'n> {
    schema: &'s Schema,
    names: &'n [Name],
    at: usize,
    types: Vec<Option<&'s TypeRef>>,
}

/// The names that were wanted instead.
type Wanted = Result<(), Vec<String>>;

impl<'s> Walk<'s, '_> {
    fn particle(&mut self, particle: &'s Particle) -> Wanted {
        let mut count = 0;
        while count < particle.max && self.names.get(self.at).is_some_and(|name| self.starts(&particle.term, name)) {
            self.once(&particle.term)?;
            count += 1;
        }
        if count >= particle.min || self.may_be_empty(&particle.term) {
            Ok(())
        } else {
            Err(self.first(&particle.term))
        }
    }

    /// Takes what begins at the next element, which fits.
    fn once(&mut self, term: &'s Term) -> Wanted {
        match term {
            Term::Element(_, kind) => self.take(Some(kind)),
            Term::Ref(_) | Term::Other(_) => self.take(self.schema.elements.get(&self.names[self.at])),
            Term::Sequence(items) => items.iter().try_for_each(|item| self.particle(item)),
            Term::Choice(items) => {
                let next = &self.names[self.at];
                let chosen = items.iter().find(|item| self.starts(&item.term, next));
                chosen.map_or(Ok(()), |item| self.particle(item))
            }
            Term::All(items) => {
                let mut left: Vec<&'s Particle> = items.iter().collect();
                while let Some(name) = self.names.get(self.at)
                    && let Some(found) = left.iter().position(|item| self.starts(&item.term, name))
                {
                    self.particle(left.remove(found))?;
                }
                let missing = left.iter().find(|item| item.min > 0);
                missing.map_or(Ok(()), |item| Err(self.first(&item.term)))
            }
        }
    }

    fn take(&mut self, kind: Option<&'s TypeRef>) -> Wanted {
        self.types[self.at] = kind;
        self.at += 1;
        Ok(())
    }

    fn starts(&self, term: &Term, name: &Name) -> bool {
        match term {
            Term::Element(own, _) | Term::Ref(own) => own == name,
            Term::Other(space) => {
                !name.space.is_empty() && name.space != *space && self.schema.elements.contains_key(name)
            }
            Term::Choice(items) | Term::All(items) => items.iter().any(|item| self.starts(&item.term, name)),
            Term::Sequence(items) => {
                let skipped = items.iter().take_while(|item| self.optional(item)).count();
                items.iter().take(skipped + 1).any(|item| self.starts(&item.term, name))
            }
        }
    }

    fn optional(&self, particle: &Particle) -> bool {
        particle.min == 0 || self.may_be_empty(&particle.term)
    }

    fn may_be_empty(&self, term: &Term) -> bool {
        match term {
            Term::Element(..) | Term::Ref(_) | Term::Other(_) => false,
            Term::Sequence(items) | Term::All(items) => items.iter().all(|item| self.optional(item)),
            Term::Choice(items) => items.iter().any(|item| self.optional(item)),
        }
    }

    /// The elements of which one is compulsory here.
    fn first(&self, term: &Term) -> Vec<String> {
        match term {
            Term::Element(name, _) | Term::Ref(name) => vec![name.local.clone()],
            Term::Choice(items) => items.iter().flat_map(|item| self.first(&item.term)).collect(),
            Term::Sequence(items) | Term::All(items) => {
                let compulsory = items.iter().find(|item| !self.optional(item));
                compulsory.map_or_else(Vec::new, |item| self.first(&item.term))
            }
            Term::Other(_) => Vec::new(),
        }
    }
}
