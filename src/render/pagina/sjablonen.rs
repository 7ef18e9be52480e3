//! The HTML templates: one layout per face of the house style, and one of its own for a kind that wants it.

use std::collections::BTreeMap;

use tera::{Context, Kwargs, State, StringInput, Tera, Value};

use super::super::sjabloonfout;
use super::{id, is_open, onder, zonder_naam};
use crate::diag::codes::G503;
use crate::diag::{FileNr, Note, Noted, Sources};
use crate::html::{escape, fragment};
use crate::load::Raw;
use crate::model::soort::Gezicht;
use crate::plan::Job;

/// The templates of all pages, ready to render.
pub struct Paginas {
    tera: Tera,
    files: BTreeMap<String, FileNr>,
    stijl: String,
}

impl Paginas {
    /// Loads the templates; what is wrong with them is noted here, without data.
    pub fn new(raw: &Raw) -> Noted<Self> {
        let eigen = raw
            .soorten
            .iter()
            .flat_map(|(soort, bron)| bron.paginas.iter().map(move |(naam, nr)| (format!("{soort}/{naam}"), *nr)));
        let files: BTreeMap<String, FileNr> =
            raw.html.iter().map(|(naam, nr)| (naam.clone(), *nr)).chain(eigen).collect();
        let text = |nr: &FileNr| raw.sources.get(*nr).text.as_str();
        let mut tera = nieuw();
        let sjablonen = files.iter().filter(|(naam, _)| naam.ends_with(".tera"));
        let fout = tera.add_raw_templates(sjablonen.map(|(naam, nr)| (naam.as_str(), text(nr)))).err();
        let notes = fout.map(|error| sjabloonfout::notes(&error, "html", &files, &raw.sources)).unwrap_or_default();
        let stijl = files.get("html/stijl.css").map(|nr| text(nr).to_string()).unwrap_or_default();
        Noted { value: Self { tera, files, stijl }, notes }
    }

    /// What the pages of documents add to the base style.
    pub fn stijl(&self) -> &str {
        &self.stijl
    }

    /// Renders the page of a job: the template of its own kind and output, or else that of its face.
    pub fn render(&self, job: &Job<'_>, context: &Context, sources: &Sources) -> Result<String, Box<Note>> {
        let eigen = job.uitvoer.sjabloon.replace(".typ.tera", ".html.tera");
        let namen = [format!("{}/{eigen}", job.soort.id), format!("html/{}.html.tera", gezicht(job.soort.gezicht))];
        let Some(naam) = namen.iter().find(|naam| self.tera.contains_template(naam)) else {
            let message = format!("voor de soort `{}` is er geen bruikbaar HTML-sjabloon", job.soort.id);
            return Err(Box::new(Note::at(G503, job.stuk.span.clone(), message)));
        };
        self.tera.render(naam, context).map_err(|error| {
            let note = sjabloonfout::een(&error, &job.soort.id, &self.files, sources);
            Box::new(note.hint(format!("Dit gebeurt bij `{}`", job.stuk.bron)))
        })
    }

    /// Renders a page that is no document's.
    pub fn los(&self, naam: &str, context: &Context, sources: &Sources) -> Result<String, Box<Note>> {
        self.tera
            .render(naam, context)
            .map_err(|error| Box::new(sjabloonfout::een(&error, "html", &self.files, sources)))
    }
}

fn gezicht(gezicht: Gezicht) -> &'static str {
    match gezicht {
        Gezicht::Brief => "brief",
        Gezicht::Voorstel => "voorstel",
        Gezicht::Rapport => "rapport",
    }
}

/// A Tera in which everything that is printed is escaped as HTML, unless render made it.
fn nieuw() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".tera"]);
    tera.set_escape_fn(|text, out| out.write_all(escape(text).as_bytes()));
    tera.register_filter("onder", |text: StringInput, argumenten: Kwargs, _: &State| {
        let kop = argumenten.must_get::<u8>("kop")?;
        tera::TeraResult::Ok(text.inherit_safety(onder(text.as_str(), kop)))
    });
    tera.register_filter("kort", |text: StringInput, _: Kwargs, _: &State| {
        text.inherit_safety(zonder_naam(text.as_str()))
    });
    tera.register_filter("is_open", |text: StringInput, _: Kwargs, _: &State| is_open(text.as_str()));
    tera.register_filter("id", |text: StringInput, _: Kwargs, _: &State| Value::safe_string(&id(text.as_str())));
    tera.register_filter("fragment", |text: StringInput, _: Kwargs, _: &State| {
        Value::safe_string(&fragment(text.as_str()))
    });
    tera
}
