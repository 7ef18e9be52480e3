//! The readable twin: each public document as an HTML page that says the same words in the same order as the PDF.

mod vijandig;
mod woorden;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use griffel::diag::Note;
use griffel::model::profiel::Profiel;
use griffel::plan::{Selectie, plan};
use griffel::render::{Engine, Ligging, Paginas, pagina};
use griffel::{load, validate};

use crate::shows::{built, for_every_paper};
use crate::support::html::Element;
use crate::support::project::Project;
use woorden::{noten, uit_html, uit_pdf, zonder_noten};

/// The pages of a project by the path of their PDF, and what was noted.
fn paginas(root: &Path, profiel: Profiel) -> (BTreeMap<String, String>, Vec<Note>) {
    let mut notes = Vec::new();
    let raw = load::load(root).expect("a project").into(&mut notes);
    let project = validate::validate(&raw).into(&mut notes);
    let selectie = Selectie { profiel, ..Selectie::default() };
    let plan = plan(&project, &selectie).expect("everything").into(&mut notes);
    let engine = Engine::new(&raw).into(&mut notes);
    let sjablonen = Paginas::new(&raw).into(&mut notes);
    let mut gemaakt = BTreeMap::new();
    for job in &plan.jobs {
        let map = job.pad.rsplit_once('/').map_or("", |(map, _)| map);
        let bijlage = |pad: &str| pad.strip_prefix(map).map(|rest| rest.trim_start_matches('/').to_owned());
        let ligging = Ligging { pdf: job.pad.rsplit('/').next(), bijlage: &bijlage, gegevens: None };
        let html = pagina((&engine, &sjablonen), (&raw, &project), job, &ligging).into(&mut notes);
        gemaakt.extend(html.map(|html| (job.pad.clone(), html)));
    }
    (gemaakt, notes)
}

/// Leaves pages for a browser to look at (`tests/conformance/axe.sh`), where `GRIFFEL_PAGINAS` names a folder.
fn bewaar(van: &str, gemaakt: &BTreeMap<String, String>) {
    let Some(map) = std::env::var_os("GRIFFEL_PAGINAS") else { return };
    std::fs::create_dir_all(&map).expect("a folder");
    for (pad, html) in gemaakt
        .iter()
        .filter(|(pad, _)| van != "inhoud" || ["/ridderkerk/", "/grjr/"].iter().any(|wie| pad.contains(wie)))
    {
        let naam = format!("{van}_{}.html", pad.rsplit('/').next().unwrap_or_default());
        std::fs::write(Path::new(&map).join(naam), html).expect("a page");
    }
}

/// The pages of the real content, made once.
fn echte() -> &'static BTreeMap<String, String> {
    static PAGINAS: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAGINAS.get_or_init(|| {
        let (gemaakt, notes) = paginas(built().project.root(), Profiel::Publiek);
        let fouten: Vec<_> = notes.iter().filter(|note| note.is_fout()).collect();
        assert!(fouten.is_empty(), "{fouten:?}");
        bewaar("inhoud", &gemaakt);
        gemaakt
    })
}

/// An address or number may be broken on paper after a sign in it, where there is no room for all of it.
fn heel(pdf: &[String], html: &[String]) -> Vec<String> {
    let mut uit: Vec<String> = Vec::new();
    for woord in pdf {
        let heel = uit.len().checked_sub(1).and_then(|at| Some((at, html.get(at)?)));
        let hoort_bij = heel.filter(|(at, heel)| {
            uit[*at].ends_with(['@', '.', '_', '/', '-']) && heel.starts_with(&format!("{}{woord}", uit[*at]))
        });
        match hoort_bij {
            Some((at, _)) => uit[at].push_str(woord),
            None => uit.push(woord.clone()),
        }
    }
    uit
}

/// Where two lists of words part, with what stands around it.
fn verschil(pdf: &[String], html: &[String]) -> Option<String> {
    let pdf = &heel(pdf, html);
    let at = (0..pdf.len().max(html.len())).find(|&at| pdf.get(at) != html.get(at))?;
    let rond =
        |woorden: &[String]| woorden[at.saturating_sub(6).min(woorden.len())..(at + 6).min(woorden.len())].join(" ");
    Some(format!("word {at}\n   PDF: {}\n  HTML: {}", rond(pdf), rond(html)))
}

#[test]
fn every_document_has_a_page_with_the_words_of_its_pdf_in_the_same_order() {
    assert_eq!(echte().len(), built().papers.len());
    for_every_paper(|paper| {
        let pagina = Element::lees(&echte()[&paper.entry.pad]);
        let mut fouten: Vec<String> =
            verschil(&uit_pdf(&zonder_noten(&paper.pdf)), &uit_html(&pagina)).into_iter().collect();
        fouten.extend(verschil(&uit_pdf(&noten(&paper.pdf)), &woorden::noten_uit_html(&pagina)));
        fouten
    });
}

#[test]
fn headings_are_those_of_the_pdf_below_the_title() {
    for_every_paper(|paper| {
        let pagina = Element::lees(&echte()[&paper.entry.pad]);
        let niveau = |kop: &Element| kop.naam[1..].parse::<u8>().expect("a level");
        let koppen: Vec<(u8, String)> = pagina
            .met(&["h1", "h2", "h3", "h4", "h5", "h6"])
            .into_iter()
            .filter(|kop| !kop.heeft("hulp"))
            .map(|kop| (niveau(kop), woorden::gelijk(&woorden::van(kop))))
            .collect();
        let titel = paper.pdf.tree().iter().flat_map(|node| node.all("Title")).count();
        let pdf: Vec<(u8, String)> =
            paper.pdf.headings().into_iter().map(|(niveau, tekst)| (niveau + 1, woorden::gelijk(&tekst))).collect();
        let mut fouten = Vec::new();
        if koppen.iter().filter(|(niveau, _)| *niveau == 1).count() != 1 || titel > 1 {
            fouten.push(format!("{} titles in the page, {titel} in the PDF", koppen.len()));
        }
        let onder: Vec<_> = koppen.into_iter().filter(|(niveau, _)| *niveau > 1).collect();
        if onder != pdf {
            fouten.push(format!("headings\n   PDF: {pdf:?}\n  HTML: {onder:?}"));
        }
        fouten
    });
}

#[test]
fn a_page_is_dutch_has_a_title_and_asks_nothing_from_elsewhere() {
    for_every_paper(|paper| {
        let tekst = &echte()[&paper.entry.pad];
        let pagina = Element::lees(tekst);
        let mut fouten = Vec::new();
        let mut eis = |klopt: bool, wat: &str| {
            if !klopt {
                fouten.push(wat.to_owned())
            }
        };
        eis(pagina.met(&["html"]).iter().all(|html| html.attr("lang") == Some("nl")), "language");
        eis(pagina.met(&["title"]).iter().all(|titel| titel.tekst() == paper.entry.onderwerp), "title");
        eis(pagina.met(&["script", "iframe", "object", "embed"]).is_empty(), "active content");
        let alle = pagina.alle();
        eis(
            alle.iter().all(|el| el.attributen.keys().all(|naam| naam != "style" && !naam.starts_with("on"))),
            "loose style",
        );
        let eigen = |el: &&Element| el.attr("src").is_none_or(|src| src.starts_with("data:image/"));
        eis(alle.iter().copied().all(|el| eigen(&el)), "a picture from elsewhere");
        eis(pagina.met(&["img"]).iter().all(|beeld| beeld.attr("alt").is_some()), "a picture without alternative");
        for naam in ["title", "identifier", "publisher", "language", "type"] {
            let naam = format!("DCTERMS.{naam}");
            let meta = pagina.met(&["meta"]).into_iter().find(|meta| meta.attr("name") == Some(&naam));
            eis(meta.and_then(|meta| meta.attr("content")).is_some_and(|inhoud| !inhoud.is_empty()), &naam);
        }
        let aantal = |naam: &str| pagina.met(&[naam]).len();
        eis([aantal("header"), aantal("main"), aantal("footer"), aantal("title")] == [1; 4], "landmarks");
        fouten
    });
}

#[test]
fn every_link_leads_somewhere_and_every_id_is_there_once() {
    let uit = &built().project;
    for_every_paper(|paper| {
        let pagina = Element::lees(&echte()[&paper.entry.pad]);
        let mut fouten = Vec::new();
        let mut ids = BTreeSet::new();
        let alle = pagina.alle();
        for id in alle.iter().filter_map(|el| el.attr("id")) {
            if id.is_empty() || !ids.insert(id) {
                fouten.push(format!("id {id:?} twice, or empty"));
            }
        }
        let map = paper.entry.pad.rsplit_once('/').map_or("", |(map, _)| map);
        for naar in pagina.met(&["a"]).into_iter().filter_map(|link| link.attr("href")) {
            let goed = match naar.strip_prefix('#') {
                Some(plek) => ids.contains(plek),
                None if naar.contains(':') => ["https://", "http://", "mailto:"].iter().any(|s| naar.starts_with(s)),
                None => uit.path(&format!("out/{map}/{naar}")).is_file(),
            };
            if !goed {
                fouten.push(format!("the link {naar:?} leads nowhere"));
            }
        }
        let labels = alle.iter().filter_map(|el| el.attr("aria-labelledby"));
        fouten.extend(labels.filter(|label| !ids.contains(label)).map(|label| format!("no label {label:?}")));
        fouten
    });
}

#[test]
fn tables_have_header_cells_with_a_scope_and_a_frame_for_the_keyboard() {
    let mut tabellen = 0;
    for (pad, html) in echte() {
        let pagina = Element::lees(html);
        tabellen += pagina.met(&["table"]).len();
        let ramen = pagina.alle().into_iter().filter(|el| el.heeft("kader-tabel") && el.attr("tabindex") == Some("0"));
        let genoemd = ramen.filter(|raam| raam.attr("aria-label").is_some_and(|naam| !naam.is_empty()));
        assert_eq!(genoemd.count(), pagina.met(&["table"]).len(), "{pad}");
        assert!(pagina.met(&["th"]).iter().all(|kop| kop.attr("scope").is_some()), "{pad}");
        for kop in pagina.met(&["thead"]) {
            assert!(!kop.met(&["th"]).is_empty(), "{pad}: a table without headers");
        }
    }
    assert!(tabellen > 20, "{tabellen}");
}

#[test]
fn every_block_is_on_the_page_as_on_paper() {
    for (geval, zoek) in [
        ("alle-blokken", "brief"),
        ("moeilijk-08-tabel-met-overspanning", ""),
        ("noot-twee-keer", ""),
        ("moeilijk-04-beslispunten-met-onderdelen", ""),
        ("moeilijk-04-twee-organen", ""),
        ("geheim", ""),
        ("huisregels", ""),
        ("beeld", ""),
        ("na-de-vergadering-gewijzigd", ""),
    ] {
        let in_ = crate::support::project::root().join("tests/cases").join(geval).join("in");
        let project = Project::regio().copied(&in_, "content");
        project.run(&["build"]);
        let (gemaakt, _) = paginas(project.root(), Profiel::Publiek);
        bewaar(geval, &gemaakt);
        let mut gezien = 0;
        for pad in project.pdfs().iter().filter(|pad| pad.contains(zoek)) {
            let pdf = project.pdf(pad);
            let pagina = Element::lees(&gemaakt[pad]);
            assert_eq!(verschil(&uit_pdf(&zonder_noten(&pdf)), &uit_html(&pagina)), None, "{geval} {pad}");
            assert_eq!(verschil(&uit_pdf(&noten(&pdf)), &woorden::noten_uit_html(&pagina)), None, "{geval} {pad}");
            gezien += 1;
        }
        assert!(gezien > 0, "{geval}: {:?}", project.pdfs());
    }
}

#[test]
fn a_template_without_a_place_for_notes_is_told_so() {
    let in_ = crate::support::project::root().join("tests/cases/noot-twee-keer/in");
    let project = Project::regio().copied(&in_, "content");
    project.change("templates/html/basis.html.tera", "{{ pagina.noten }}", "");
    let (gemaakt, notes) = paginas(project.root(), Profiel::Publiek);
    assert!(gemaakt.is_empty());
    let wil = "G521 de HTML-pagina van de soort `collegebrief` heeft geen plaats voor de noten van dit stuk";
    assert!(notes.iter().any(|note| format!("{} {}", note.code.id, note.message) == wil), "{notes:?}");
}

#[test]
fn a_kind_without_a_page_of_its_own_loses_no_word() {
    for soort in crate::kinds::kinds() {
        let voorbeeld = crate::support::project::root().join("templates").join(&soort).join("voorbeeld.yaml");
        let project = crate::kinds::met_voorbeeld(&soort, &std::fs::read_to_string(voorbeeld).expect("an example"));
        for naam in ["document", "besluit"] {
            let _ = std::fs::remove_file(project.path(&format!("templates/{soort}/{naam}.html.tera")));
        }
        project.build();
        let (gemaakt, notes) = paginas(project.root(), Profiel::Publiek);
        assert!(notes.iter().all(|note| !note.is_fout()), "{soort}: {notes:?}");
        for pad in project.pdfs().iter().filter(|pad| !pad.contains("raadsbesluit")) {
            let kaal = |woord: String| woord.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            let html: BTreeSet<String> = uit_html(&Element::lees(&gemaakt[pad])).into_iter().map(kaal).collect();
            // Its own headings and labels are the kind's; what an author wrote is all there.
            let geschreven = project.text(&format!("content/2024/{soort}/document.yaml"));
            let stijl: String = ["rapport", "slot", "tekst", "voorstel"]
                .iter()
                .map(|naam| project.text(&format!("templates/stijl/{naam}.typ")))
                .collect();
            let eigen = |woord: &String| {
                woord.len() > 3 && geschreven.contains(woord.as_str()) && !stijl.contains(woord.as_str())
            };
            let pdf = uit_pdf(&zonder_noten(&project.pdf(pad))).into_iter().map(kaal);
            let kwijt: Vec<String> = pdf.filter(|woord| eigen(woord) && !html.contains(woord)).collect();
            assert!(kwijt.is_empty(), "{pad}: {kwijt:?}");
        }
    }
}
