//! Turns one job into what its template sees: plain strings that Tera escapes, and ready markup.

use std::ops::Range;

use tera::value::Map;
use tera::{Context, Value};

use super::bron::BronFile;
use super::invuller::JobInvuller;
use super::tekst::{self, Invuller};
use crate::diag::{Note, Span};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::stuk::Feit;
use crate::model::tekst::{Regel, Tekst};

/// Ready markup with the way back to the YAML, to be found again in what Tera rendered.
pub struct Stukje {
    /// The markup.
    pub markup: String,
    /// Which bytes of it came from where.
    pub kaart: Vec<(Range<usize>, Span)>,
}

/// Collects what one job needs while its view-model is built.
pub struct Bouwer<'a> {
    /// Fills merge fields for this job.
    pub invuller: JobInvuller<'a>,
    /// Faults in the text.
    pub notes: Vec<Note>,
    /// One virtual file per block of rich text.
    pub files: Vec<BronFile>,
    /// Markup that goes into the main source through Tera.
    pub stukjes: Vec<Stukje>,
}

impl<'a> Bouwer<'a> {
    /// Starts with nothing collected.
    pub fn new(invuller: JobInvuller<'a>) -> Self {
        Self { invuller, notes: Vec::new(), files: Vec::new(), stukjes: Vec::new() }
    }

    /// The words of a line, for titles and metadata.
    pub fn plat(&mut self, regel: &Regel) -> String {
        tekst::plat(regel, &self.invuller, &mut self.notes)
    }

    /// One line of rich text as ready markup.
    pub fn regel(&mut self, regel: &Regel) -> Value {
        let geschreven = tekst::regel(regel, &self.invuller, &mut self.notes);
        self.ready(geschreven)
    }

    /// A line of a change: what was proposed has the numbers of the proposal, what was decided those of now.
    pub fn zijde(&mut self, regel: &Regel, voorgesteld: bool) -> Value {
        if !voorgesteld {
            return self.regel(regel);
        }
        let geschreven = tekst::regel(regel, &self.invuller.zoals_voorgesteld(), &mut self.notes);
        self.ready(geschreven)
    }

    /// Ready markup, to be found again in what Tera rendered.
    fn ready(&mut self, geschreven: tekst::Schrijver) -> Value {
        let value = Value::safe_string(&geschreven.source);
        self.stukjes.push(Stukje { markup: geschreven.source, kaart: geschreven.kaart });
        value
    }

    /// Rich text: in HTML as it is, in Typst as a run of includes, one virtual file per block. The path says which block it is, not
    /// how many came before, so that the same text keeps its path for every gemeente and is set once.
    pub fn tekst(&mut self, naam: &str, tekst: &Tekst) -> Value {
        let mut includes = String::new();
        for (at, blok) in tekst.blokken.iter().enumerate() {
            if !blok.voor.bevat(self.invuller.slug()) {
                continue;
            }
            let Some(invoer) = self.invuller.vorm().invoer() else {
                includes += &tekst::blok(blok, &self.invuller, &mut self.notes).source;
                continue;
            };
            let geschreven = tekst::bestand(invoer, blok, &self.invuller, &mut self.notes);
            let path = format!("/tekst/{naam}-{at:03}.typ");
            includes += &format!("#include \"{path}\"\n");
            self.files.push(BronFile { path, text: geschreven.source, kaart: geschreven.kaart });
        }
        Value::safe_string(&includes)
    }

    /// Text that is a fact of the project, at its place, as ready markup.
    pub fn woorden(&mut self, text: &str, span: Option<&Span>) -> Value {
        let geschreven = self.invuller.vorm().woorden(text, span);
        let value = Value::safe_string(&geschreven.source);
        if !geschreven.kaart.is_empty() {
            self.stukjes.push(Stukje { markup: geschreven.source, kaart: geschreven.kaart });
        }
        value
    }

    /// A visible blank for something that is not known yet.
    pub fn blank(&self, naam: &str) -> Value {
        Value::safe_string(&self.invuller.vorm().blank(naam, None).source)
    }

    /// A fact or its blank.
    pub fn feit(&mut self, naam: &str, feit: &Feit) -> Value {
        match &feit.waarde {
            Bekend::Bekend(text) => self.woorden(text, Some(&feit.span)),
            Bekend::Onbekend => self.blank(naam),
        }
    }

    /// A date as in running text, or its blank.
    pub fn datum(&mut self, naam: &str, datum: &Bekend<Datum>, span: Option<&Span>) -> Value {
        match datum {
            Bekend::Bekend(datum) => self.woorden(&datum.lang(), span),
            Bekend::Onbekend => self.blank(naam),
        }
    }
}

/// A group of named values; absent ones are left out, so that a forgotten guard in a template fails loudly.
#[derive(Default)]
pub struct Groep(Map);

impl Groep {
    /// Adds a value.
    pub fn set(&mut self, naam: &str, value: impl Into<Value>) {
        self.0.insert(naam.to_string().into(), value.into());
    }

    /// Adds a value when there is one.
    pub fn maybe(&mut self, naam: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.set(naam, value);
        }
    }

    /// The group as a value.
    pub fn value(self) -> Value {
        Value::from(self.0)
    }
}

/// The view-model, in the order in which it was made.
#[derive(Default)]
pub struct Zicht(Vec<(String, Value)>);

impl Zicht {
    /// Adds a value; a later one of the same name takes the place of the earlier.
    pub fn insert_value(&mut self, naam: impl Into<String>, waarde: Value) {
        let naam = naam.into();
        self.0.retain(|(eerder, _)| *eerder != naam);
        self.0.push((naam, waarde));
    }

    /// As Tera takes it.
    pub fn context(&self) -> Context {
        let mut context = Context::new();
        self.0.iter().for_each(|(naam, waarde)| context.insert_value(naam.clone(), waarde.clone()));
        context
    }

    /// The values by name.
    pub fn waarden(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(naam, waarde)| (naam.as_str(), waarde))
    }
}

/// A list as a value.
pub fn lijst(items: Vec<Value>) -> Value {
    Value::from(items)
}

/// A name in a path or message: `beoogd_effect` becomes "beoogd effect".
pub fn leesbaar(naam: &str) -> String {
    naam.replace('_', " ")
}
