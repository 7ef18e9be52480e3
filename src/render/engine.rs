//! Tera, set up once: one instance per kind, so that a broken template costs only its own kind.

use std::collections::{BTreeMap, HashSet};

use tera::{Context, Kwargs, State, StringInput, Tera, Value};

use super::{escape, sjabloonfout};
use crate::diag::codes::G503;
use crate::diag::{FileNr, Note, Noted, Sources};
use crate::load::Raw;

/// The templates of all kinds, ready to render.
#[derive(Default)]
pub struct Engine {
    soorten: BTreeMap<String, Sjablonen>,
}

struct Sjablonen {
    tera: Tera,
    /// Source file by template name, to lead faults into the template.
    files: BTreeMap<String, FileNr>,
}

impl Engine {
    /// Loads the templates of all kinds; unknown filters, includes and syntax faults are noted here, without data.
    pub fn new(raw: &Raw) -> Noted<Self> {
        let mut engine = Self::default();
        let mut notes = Vec::new();
        for (soort, bron) in &raw.soorten {
            let own = bron.sjablonen.iter().map(|(naam, nr)| (format!("{soort}/{naam}"), *nr));
            let files: BTreeMap<String, FileNr> =
                own.chain(raw.delen.iter().map(|(naam, nr)| (naam.clone(), *nr))).collect();
            let mut tera = nieuw();
            let texts = files.iter().map(|(naam, nr)| (naam.as_str(), raw.sources.get(*nr).text.as_str()));
            match tera.add_raw_templates(texts) {
                Ok(()) => {
                    engine.soorten.insert(soort.clone(), Sjablonen { tera, files });
                }
                Err(error) => notes.extend(sjabloonfout::notes(&error, soort, &files, &raw.sources)),
            }
        }
        Noted { value: engine, notes }
    }

    /// Renders one template of a kind.
    ///
    /// # Errors
    /// Notes that lead into the template, with the document that hit the fault in its hint.
    pub fn render(
        &self,
        soort: &str,
        sjabloon: &str,
        context: &Context,
        bron: &str,
        sources: &Sources,
    ) -> Result<String, Vec<Note>> {
        let naam = format!("{soort}/{sjabloon}");
        let Some(sjablonen) = self.soorten.get(soort) else {
            let message = format!("de soort `{soort}` heeft geen bruikbare sjablonen");
            return Err(vec![Note::without_place(G503, message)]);
        };
        sjablonen.tera.render(&naam, context).map_err(|error| {
            let notes = sjabloonfout::notes(&error, soort, &sjablonen.files, sources);
            notes.into_iter().map(|note| note.hint(format!("Dit gebeurt bij `{bron}`"))).collect()
        })
    }

    /// Whether the templates of this kind could be loaded.
    pub fn has(&self, soort: &str, sjabloon: &str) -> bool {
        self.soorten.get(soort).is_some_and(|s| s.tera.contains_template(&format!("{soort}/{sjabloon}")))
    }

    /// The top-level names that a template asks for.
    pub fn names(&self, soort: &str, sjabloon: &str) -> HashSet<&str> {
        let naam = format!("{soort}/{sjabloon}");
        let names = self.soorten.get(soort).and_then(|s| s.tera.get_template_variables(&naam).ok());
        names.unwrap_or_default()
    }
}

/// A Tera in which everything that is printed is escaped as a Typst string, unless render made it.
fn nieuw() -> Tera {
    let mut tera = Tera::new();
    // Tera tests the end of the whole name: `.typ` would silently not match `document.typ.tera`.
    tera.autoescape_on([".tera"]);
    tera.set_escape_fn(|text, out| out.write_all(escape::markup(text).as_bytes()));
    tera.register_filter("lit", |text: StringInput, _: Kwargs, _: &State| {
        Value::safe_string(&escape::literal(text.as_str()))
    });
    tera
}
