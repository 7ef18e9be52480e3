//! The fields of a kind as HTML in the order in which the kind declares them: a kind without a page of its own loses nothing.

use tera::Value;

use crate::model::veld::{Veldwaarde, Waarde};
use crate::plan::Job;
use crate::render::bouwer::{Bouwer, Groep, leesbaar, lijst};
use crate::render::{afscherming, velden};

/// `eigen`: name, label in words, whether it is running text, and the markup.
pub fn velden(bouwer: &mut Bouwer<'_>, job: &Job<'_>) -> Value {
    let mut uit = Vec::new();
    for def in &job.soort.velden {
        let veld = job.inhoud.veld(&def.naam).and_then(|veld| afscherming::veld(veld, job.profiel));
        let Some(veld) = veld else { continue };
        let mut groep = Groep::default();
        groep.set("naam", def.naam.as_str());
        groep.set("etiket", etiket(&veld));
        groep.set("tekst", matches!(veld.waarde, Waarde::Tekst(_)));
        let markup = markup(bouwer, &veld, &veld.waarde);
        groep.set("markup", Value::safe_string(&markup));
        uit.push(groep.value());
    }
    lijst(uit)
}

/// The name of a field as a reader sees it.
fn etiket(veld: &Veldwaarde) -> String {
    let naam = leesbaar(&veld.etiket);
    let mut letters = naam.chars();
    letters.next().map_or_else(String::new, |eerste| eerste.to_uppercase().chain(letters).collect())
}

fn markup(bouwer: &mut Bouwer<'_>, veld: &Veldwaarde, waarde: &Waarde) -> String {
    match waarde {
        Waarde::Groep(delen) => {
            let rijen: String = delen
                .iter()
                .map(|deel| {
                    let inhoud = markup(bouwer, deel, &deel.waarde);
                    format!("<div><dt>{}</dt><dd>{inhoud}</dd></div>\n", crate::html::escape(&etiket(deel)))
                })
                .collect();
            format!("<dl class=\"velden\">\n{rijen}</dl>\n")
        }
        Waarde::Lijst(items) => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>\n", markup(bouwer, veld, item))).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        Waarde::JaNee(ja) => if *ja { "ja" } else { "nee" }.to_string(),
        Waarde::Keuze(woord) => crate::html::escape(woord),
        anders => {
            let los = Veldwaarde { waarde: anders.clone(), ..veld.clone() };
            velden::waarde(bouwer, &veld.naam, &los).as_str().unwrap_or_default().to_string()
        }
    }
}
