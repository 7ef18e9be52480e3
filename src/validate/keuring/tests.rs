//! Every rule with what it finds, where, and what it leaves alone.

mod besluiten;
mod instellen;
mod personen;
mod stijl;
mod verwijzingen;
mod woordkeus;

use std::time::Instant;

use crate::diag::{Note, codes};
use crate::load::node::Notes;
use crate::load::{Raw, RawStuk, yaml};
use crate::model::project::Project;
use crate::model::soort::Soort;
use crate::validate::{gegevens, stukken};

/// A kind with a bit of everything.
const SOORT: &str = "
naam: Alles
gezicht: voorstel
ontvanger: raad
verspreiding: per-gemeente
afzender: gemeente
velden:
  - {naam: inhoud, type: tekst}
  - {naam: routing, type: lijst, velden: [{naam: overleg, type: regel}, {naam: datum, type: datum}]}
  - {naam: betreft, type: groep, velden: [{naam: ontvangen, type: datum}, {naam: uiterste_datum, type: datum}]}
secties:
  - {sleutel: inleiding, kop: Inleiding}
  - {sleutel: kanttekeningen, kop: Kanttekeningen}
  - {sleutel: financien, kop: Financiën}
  - {sleutel: juridisch, kop: Juridisch}
uitvoer: [{naam: stuk, sjabloon: stuk.typ.tera}]
";

/// Settings with a list of terms and abbreviations.
pub const GRIFFEL: &str = "
naam: Testregio
afzender: regio
afkortingen: {EZO: Extra Zorgoverleg}
termen:
  - {schrijf: programmateam, niet: [programmteam, projectteam]}
  - {schrijf: regioagenda, niet: [regio agenda]}
  - {schrijf: GRJR, niet: [GrJR]}
gewone_taal: {uitnutten: gebruiken}
";

const GEMEENTE: &str = "
naam: Oostdam
code: GM0001
bijvoeglijk: Oostdamse
postadres: {postbus: \"1\", postcode: 1000 AA, plaats: Oostdam}
website: {tekst: www.jeugdhulpoostdam.nl, url: \"https://www.jeugdhulpoostdam.nl\"}
plaats_ondertekening: Oostdam
";

/// Documents of this project, with the notes of their rules as lines, and their texts.
pub struct Gelezen {
    /// The notes of the first document and of the project.
    pub notes: Vec<Note>,
    raw: Raw,
}

impl Gelezen {
    /// `G801 6:3 "23 juni jl."`
    pub fn regel(&self, note: &Note) -> String {
        let Some(label) = note.labels.first() else { return note.code.id.to_string() };
        let (line, column) = self.raw.sources.line_column(&label.span);
        format!("{} {line}:{column} {}", note.code.id, self.raw.sources.slice(&label.span))
    }

    /// The notes with this code.
    pub fn met(&self, code: &str) -> Vec<&Note> {
        self.notes.iter().filter(|note| note.code.id == code).collect()
    }
}

/// A document: a line that begins with `|` is the text of `inhoud`.
fn document(stukje: &str, id: &str) -> String {
    let mut text = format!("soort: alles\nid: {id}\n");
    for (veld, anders) in [("onderwerp", "Onderwerp"), ("datum", "2021-06-14"), ("status", "concept")] {
        if !stukje.starts_with(&format!("{veld}:")) && !stukje.contains(&format!("\n{veld}:")) {
            text += &format!("{veld}: {anders}\n");
        }
    }
    match stukje.strip_prefix('|') {
        Some(tekst) => text + "inhoud: |\n  " + &tekst.replace('\n', "\n  ") + "\n",
        None => text + stukje + "\n",
    }
}

/// Reads documents as a project with these settings would.
pub fn lees(stukjes: &[&str], griffel: &str) -> Gelezen {
    let (mut raw, notes) = (Raw::default(), Notes::new());
    let mut ontleed = |text: &str, path: &str| {
        let mut fouten = Vec::new();
        let value = yaml::parse(text.as_bytes(), path, &mut raw.sources).into(&mut fouten);
        assert!(fouten.is_empty(), "{text}: {fouten:?}");
        value
    };
    let instellingen = ontleed(griffel, "griffel.yaml").expect("settings");
    let gemeente = ontleed(GEMEENTE, "oostdam.yaml").expect("a gemeente");
    let values: Vec<_> = stukjes
        .iter()
        .enumerate()
        .map(|(nr, s)| ontleed(&document(s, &format!("stuk-{nr}")), "document.yaml"))
        .collect();
    raw.gemeenten.insert("oostdam".to_string(), gemeente);
    raw.stukken = values
        .into_iter()
        .map(|value| RawStuk { jaar: 2021, map: "content/2021/stuk".into(), value, ..RawStuk::default() })
        .collect();
    let mut project = Project { instellingen: gegevens::instellingen(&instellingen, &notes), ..Project::default() };
    let soort: Soort = serde_yaml::from_str(SOORT).expect("a kind");
    project.soorten.insert("alles".to_string(), Soort { id: "alles".to_string(), ..soort });
    project.gemeenten = gegevens::gemeenten(&raw, &project.soorten, &notes);
    let gevonden = stukken::stukken(&raw, &project, &notes);
    let mut notes = notes.into_vec();
    for stuk in &gevonden {
        notes.extend(stuk.basis.notes.iter().cloned());
        notes.extend(stuk.lokaal.values().flat_map(|versie| versie.notes.iter().cloned()));
    }
    Gelezen { notes: crate::diag::ordered(notes), raw }
}

/// What a rule finds and what it leaves alone.
pub struct Geval {
    /// The code.
    pub code: &'static str,
    /// Texts with the words that are marked.
    pub fout: &'static [(&'static str, &'static str)],
    /// Texts that are nearly wrong.
    pub goed: &'static [&'static str],
}

/// What is wrong with a row of the tables.
fn keur_geval(geval: &Geval) -> Vec<String> {
    let mut fouten = Vec::new();
    for (stukje, woorden) in geval.fout {
        let gelezen = lees(&[stukje], GRIFFEL);
        let text = document(stukje, "stuk-0");
        // The last place, or with a caret the first.
        let (woorden, at) = match woorden.strip_prefix('^') {
            Some(woorden) => (woorden, text.find(woorden)),
            None => (*woorden, text.rfind(woorden)),
        };
        let at = at.unwrap_or_else(|| panic!("{woorden} stands in {text}"));
        let voor = &text[..at];
        let column = voor.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let verwacht = format!("{} {}:{column} {woorden}", geval.code, voor.matches('\n').count() + 1);
        let kreeg: Vec<String> = gelezen.met(geval.code).into_iter().map(|note| gelezen.regel(note)).collect();
        if kreeg != [verwacht.clone()] {
            fouten.push(format!("{stukje:?}: {verwacht:?}, but {kreeg:?}"));
        }
    }
    for stukje in geval.goed {
        let gelezen = lees(&[stukje], GRIFFEL);
        fouten
            .extend(gelezen.met(geval.code).into_iter().map(|note| format!("{stukje:?}: no {}", gelezen.regel(note))));
    }
    fouten
}

/// All rows.
fn gevallen() -> impl Iterator<Item = &'static Geval> {
    verwijzingen::GEVALLEN
        .iter()
        .chain(besluiten::GEVALLEN)
        .chain(stijl::GEVALLEN)
        .chain(personen::GEVALLEN)
        .chain(woordkeus::GEVALLEN)
}

#[test]
fn rules_find_what_is_wrong_at_its_words_and_leave_the_rest_alone() {
    let fouten: Vec<String> = gevallen().flat_map(keur_geval).collect();
    assert!(fouten.is_empty(), "\n{}\n", fouten.join("\n"));
}

#[test]
fn every_rule_has_a_text_that_breaks_it_and_three_that_nearly_do() {
    // What a single text cannot break has a test of its own in `instellen`.
    const ELDERS: &[&str] = &["G871", "G878", "G879"];
    let regels = codes::ALL.iter().filter(|code| code.id.starts_with("G8") && !ELDERS.contains(&code.id));
    let arm: Vec<&str> = regels
        .map(|code| code.id)
        .filter(|id| !gevallen().any(|geval| geval.code == *id && !geval.fout.is_empty() && geval.goed.len() >= 3))
        .collect();
    assert!(arm.is_empty(), "{arm:?}");
}

#[test]
fn a_megabyte_of_text_takes_no_more_than_its_share() {
    let zin = "De raad stelde de visie ‘Nabij’ vast op 2 juli 2021 (zie de bijlage), en dat wordt gedaan voor € 100 + € 50 = € 150 bij het EZO. ";
    let tijd = |keer: usize| {
        let tekst = format!("|{}", format!("{}\n\n", zin.repeat(10)).repeat(keer));
        let begin = Instant::now();
        let gelezen = lees(&[&tekst], GRIFFEL);
        assert!(!gelezen.notes.is_empty());
        begin.elapsed().as_secs_f64()
    };
    let (klein, groot) = (tijd(80).max(0.002), tijd(800));
    assert!(groot < klein * 40.0, "ten times the text took {:.0} times as long", groot / klein);
}
