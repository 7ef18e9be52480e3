//! Facts that may be unknown as yet.

/// A fact, or the word `onbekend` in its place: it is printed as a visible blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bekend<T> {
    /// Known.
    Bekend(T),
    /// Typed as `onbekend`.
    Onbekend,
}

impl<T> Bekend<T> {
    /// The fact, when it is known.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Bekend(value) => Some(value),
            Self::Onbekend => None,
        }
    }

    /// The same by reference.
    pub fn as_ref(&self) -> Bekend<&T> {
        match self {
            Self::Bekend(value) => Bekend::Bekend(value),
            Self::Onbekend => Bekend::Onbekend,
        }
    }

    /// The same with the fact changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Bekend<U> {
        match self {
            Self::Bekend(value) => Bekend::Bekend(change(value)),
            Self::Onbekend => Bekend::Onbekend,
        }
    }

    /// Whether it is unknown.
    pub fn is_onbekend(&self) -> bool {
        matches!(self, Self::Onbekend)
    }
}
