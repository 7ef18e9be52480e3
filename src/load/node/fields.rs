//! The readers of single values, by the name of their field; absent or empty gives `None` without a note.

use super::{Node, Text};
use crate::model::bekend::Bekend;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

impl Node<'_> {
    /// One line of text.
    pub fn text(&self, key: &str) -> Option<Text> {
        self.child(key)?.as_text()
    }

    /// One line of text that has to be there.
    pub fn required_text(&self, key: &str) -> Option<Text> {
        self.required(key)?.as_text()
    }

    /// One line of text, or `onbekend`.
    pub fn text_or_onbekend(&self, key: &str) -> Option<Bekend<Text>> {
        self.child(key)?.bekend(Self::as_text)
    }

    /// A whole date.
    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        self.child(key)?.as_date()
    }

    /// A whole date, or `onbekend`.
    pub fn date_or_onbekend(&self, key: &str) -> Option<Bekend<NaiveDate>> {
        self.child(key)?.bekend(Self::as_date)
    }

    /// Yes or no.
    pub fn bool(&self, key: &str) -> Option<bool> {
        self.child(key)?.as_bool()
    }

    /// A whole number within `range`.
    pub fn integer(&self, key: &str, range: RangeInclusive<i64>) -> Option<i64> {
        self.child(key)?.as_integer(range)
    }

    /// One of a closed set of words.
    pub fn choice<T: Clone>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        self.child(key)?.as_choice(choices)
    }

    /// A short name: lower-case letters, digits, dashes.
    pub fn slug(&self, key: &str) -> Option<Text> {
        self.child(key)?.as_slug()
    }

    /// A path within the folder.
    pub fn path(&self, key: &str) -> Option<Text> {
        self.child(key)?.as_path()
    }

    /// A web or mail address.
    pub fn url(&self, key: &str) -> Option<Text> {
        self.child(key)?.as_url()
    }
}
