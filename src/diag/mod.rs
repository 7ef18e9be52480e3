//! Diagnostics as values: what is wrong, where, by which rule, and what to do about it.
//!
//! A stage never prints and never stops at the first fault. It returns its product together with
//! its notes ([`Noted`]); the command line orders and shows them at the end.

pub mod codes;
mod fatal;
mod keuze;
mod lijst;
pub mod machine;
mod plek;
pub mod show;
mod sources;
pub mod uitleg;
pub mod vertaal;
mod zoek;

pub use fatal::Fatal;
pub use keuze::kies;
pub use plek::Plek;
pub use sources::{SourceFile, Sources};

use std::ops::Range;

/// Number of a source file in [`Sources`]; notes carry this instead of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileNr(pub u32);

/// A byte range in one source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that the range lies in.
    pub file: FileNr,
    /// First byte of the range.
    pub start: usize,
    /// The byte after the range.
    pub end: usize,
}

impl Span {
    /// A span over `range` of `file`.
    pub fn new(file: FileNr, range: Range<usize>) -> Self {
        Self { file, start: range.start, end: range.end }
    }

    /// The byte range without its file.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// How serious a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document is not made.
    Fout,
    /// The document is made; a reader should look at this.
    Waarschuwing,
    /// Advice.
    Tip,
}

impl Severity {
    /// The word a reader sees.
    pub fn woord(self) -> &'static str {
        match self {
            Self::Fout => "fout",
            Self::Waarschuwing => "waarschuwing",
            Self::Tip => "tip",
        }
    }
}

/// A stable code with the rule that it stands for.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// `G101` and the like; never reused for another rule.
    pub id: &'static str,
    /// How serious a breach is.
    pub severity: Severity,
    /// The rule in plain Dutch, one sentence.
    pub regel: &'static str,
    /// Why, with a wrong and a right example, as written in `uitleg/`; read by [`uitleg::lees`].
    pub uitleg: &'static str,
}

/// A place that belongs to a note, with what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there, in Dutch; may be empty for the main place.
    pub tekst: String,
}

/// A repair that a program can make: within the main place, this text by that one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Herstel {
    /// What was typed.
    pub oud: String,
    /// What was meant.
    pub nieuw: String,
}

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Note {
    /// The places; the first is the main one. Empty when the note is about the project as a whole.
    pub labels: Vec<Label>,
    /// The rule.
    pub code: &'static Code,
    /// One line in Dutch, names the thing between backticks, without a full stop.
    pub message: String,
    /// What the reader can do, each one line in Dutch.
    pub hints: Vec<String>,
    /// A ready repair, when there is one.
    pub herstel: Option<Box<Herstel>>,
    /// The spot on the page, when it is about what came out.
    pub plek: Option<Box<Plek>>,
    /// A warning that this run takes for a fault (`--strict`).
    pub verzwaard: bool,
}

impl Note {
    /// A note at a place.
    pub fn at(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        let labels = vec![Label { span, tekst: String::new() }];
        Self { labels, ..Self::without_place(code, message) }
    }

    /// A note about the project or a document as a whole.
    pub fn without_place(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            labels: Vec::new(),
            code,
            message: message.into(),
            hints: Vec::new(),
            herstel: None,
            plek: None,
            verzwaard: false,
        }
    }

    /// Adds a hint: a sentence to the reader, with a capital and without a full stop.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        let hint: String = hint.into();
        let mut letters = hint.chars();
        let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
        self.hints.push(first + letters.as_str());
        self
    }

    /// "Bedoelde u ...?" with a ready repair, when one of `known` is close to what was typed; else `anders`, if it says
    /// anything.
    #[must_use]
    pub fn bedoeld<'a>(self, typed: &str, known: impl IntoIterator<Item = &'a str>, anders: impl Into<String>) -> Self {
        let anders: String = anders.into();
        match closest(typed, known) {
            Some(naam) => self.liever(typed, naam),
            None if anders.is_empty() => self,
            None => self.hint(anders),
        }
    }

    /// "Bedoelde u ...?" for what is surely meant, with a ready repair.
    #[must_use]
    pub fn liever(self, oud: &str, nieuw: &str) -> Self {
        let herstel = Some(Box::new(Herstel { oud: oud.to_string(), nieuw: nieuw.to_string() }));
        Self { herstel, ..self.hint(format!("Bedoelde u `{nieuw}`?")) }
    }

    /// Where the ready repair goes and what it writes there; nothing when what was typed does not stand there as such.
    pub fn reparatie(&self, sources: &Sources) -> Option<(Span, &str)> {
        let (herstel, label) = (self.herstel.as_ref()?, self.labels.first()?);
        let mut found = sources.slice(&label.span).match_indices(&herstel.oud);
        let (at, _) = found.next()?;
        let start = label.span.start + at;
        let span = Span::new(label.span.file, start..start + herstel.oud.len());
        found.next().is_none().then_some((span, herstel.nieuw.as_str()))
    }

    /// How serious it is in this run.
    pub fn severity(&self) -> Severity {
        if self.verzwaard { Severity::Fout } else { self.code.severity }
    }

    /// Makes a warning a fault.
    pub fn verzwaar(&mut self) {
        self.verzwaard = self.code.severity == Severity::Waarschuwing;
    }

    /// Adds a second place.
    #[must_use]
    pub fn also(mut self, span: Span, tekst: impl Into<String>) -> Self {
        self.labels.push(Label { span, tekst: tekst.into() });
        self
    }

    /// Whether this note keeps its document from being made.
    pub fn is_fout(&self) -> bool {
        self.severity() == Severity::Fout
    }
}

/// A product together with the notes that were made on the way to it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Noted<T> {
    /// The product.
    pub value: T,
    /// The notes, in the order they were made.
    pub notes: Vec<Note>,
}

impl<T> Noted<T> {
    /// A product without notes.
    pub fn clean(value: T) -> Self {
        Self { value, notes: Vec::new() }
    }

    /// Moves the notes into `notes` and returns the product.
    pub fn into(self, notes: &mut Vec<Note>) -> T {
        notes.extend(self.notes);
        self.value
    }
}

/// Puts notes in reading order (file, place, code) and drops exact duplicates.
pub fn ordered(mut notes: Vec<Note>) -> Vec<Note> {
    // A note about the project as a whole often follows from the others, so it comes last.
    notes.sort_by(|a, b| (a.labels.is_empty(), a).cmp(&(b.labels.is_empty(), b)));
    notes.dedup();
    notes
}

/// The closest of `known` to `typed`, when it is close enough to be a likely typing error.
pub fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let limit = (typed.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&typed, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}
