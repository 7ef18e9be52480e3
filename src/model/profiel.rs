//! For whom a rendition is meant.

/// For whom a rendition is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profiel {
    /// Everyone: no contacts of civil servants, no names of members, no phone numbers of persons.
    #[default]
    Publiek,
    /// The organisation itself.
    Intern,
}

impl Profiel {
    /// Whether this rendition stays inside.
    pub fn is_intern(self) -> bool {
        self == Self::Intern
    }
}
