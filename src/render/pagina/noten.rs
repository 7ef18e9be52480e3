//! Notes at the end of the page: numbered by their first mark, each with a way back to every mark.

use crate::html::{escape, fragment};
use crate::plan::Job;
use crate::render::bouwer::Bouwer;
use crate::render::tekst::{self, Invuller};

/// Gives every mark its number and puts the notes at `plek`; `None` when there are notes and no such place.
pub fn plaats(html: &str, job: &Job<'_>, bouwer: &mut Bouwer<'_>, plek: &str) -> Option<String> {
    let merken: Vec<(&String, String)> =
        job.inhoud.noten.keys().map(|id| (id, bouwer.invuller.vorm().nootcijfer(id).source)).collect();
    let mut volgorde: Vec<(usize, &String, &String)> =
        merken.iter().filter_map(|(id, merk)| Some((html.find(merk.as_str())?, *id, merk))).collect();
    volgorde.sort();
    let mut uit = html.to_string();
    let mut noten = String::new();
    for (nr, (_, id, merk)) in volgorde.iter().enumerate().map(|(at, noot)| (at + 1, noot)) {
        let mut terug = String::new();
        let mut delen = uit.split(merk.as_str());
        let mut nieuw = delen.next().unwrap_or_default().to_string();
        for (keer, deel) in delen.enumerate().map(|(at, deel)| (at + 1, deel)) {
            let plek = format!("noot-{nr}-{keer}");
            nieuw += &format!(
                "<sup class=\"nootcijfer\"><a id=\"{plek}\" href=\"#noot-{nr}\" role=\"doc-noteref\" aria-label=\"noot {nr}\">{nr}</a></sup>{deel}"
            );
            let welke = if keer == 1 { String::new() } else { format!(" ({keer})") };
            terug += &format!(
                " <a class=\"hulp terug\" href=\"{}\" role=\"doc-backlink\" aria-label=\"terug naar noot {nr}{welke} in de tekst\">↩</a>",
                fragment(&plek)
            );
        }
        uit = nieuw;
        let woorden = tekst::noottekst(&job.inhoud.noten[*id].tekst, &bouwer.invuller, &mut bouwer.notes);
        noten += &format!("<li id=\"noot-{nr}\" data-id=\"{}\">{}{terug}</li>\n", escape(id), woorden.source);
    }
    let lijst = match noten.is_empty() {
        true => noten,
        false => format!(
            "<section class=\"noten\" role=\"doc-endnotes\" aria-labelledby=\"noten\">\n\
             <h2 id=\"noten\" class=\"hulp buiten\">Noten</h2>\n<ol>\n{noten}</ol>\n</section>\n"
        ),
    };
    (lijst.is_empty() || uit.contains(plek)).then(|| uit.replace(plek, &lijst))
}
