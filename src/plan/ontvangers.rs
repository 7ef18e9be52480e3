//! Who sends and who gets a document: members on its date, never a list that goes stale.

use chrono::NaiveDate;

use super::Afzender;
use crate::diag::codes::{G401, G402, G403, G404, G405, G406, G407, G408, G409, G425};
use crate::diag::{Note, Span, kies};
use crate::model::bekend::Bekend;
use crate::model::datum::Datum;
use crate::model::gemeente::{Gemeente, TochNaar};
use crate::model::organisatie::Organisatie;
use crate::model::project::Project;
use crate::model::soort::Soort;
use crate::model::stuk::{Inhoud, Ontvangers, Stuk};

/// The gemeenten that get the document, in the order of the membership list or of the author's list.
pub fn bepaal<'p>(
    project: &'p Project,
    stuk: &Stuk,
    inhoud: &Inhoud,
    soort: &Soort,
    notes: &mut Vec<Note>,
) -> Vec<&'p Gemeente> {
    let periode = periode(stuk, inhoud);
    let mut gevonden = gewoon(project, inhoud, soort, periode, notes);
    for toch in &inhoud.toch_naar {
        if let Some(gemeente) = toch_naar(project, toch, inhoud, periode, notes)
            && !gevonden.iter().any(|al| al.slug == gemeente.slug)
        {
            gevonden.push(gemeente);
        }
    }
    gevonden
}

/// The recipients without those that have ended.
fn gewoon<'p>(
    project: &'p Project,
    inhoud: &Inhoud,
    soort: &Soort,
    periode: (NaiveDate, NaiveDate),
    notes: &mut Vec<Note>,
) -> Vec<&'p Gemeente> {
    match &inhoud.ontvangers {
        Ontvangers::Geen => Vec::new(),
        Ontvangers::Gemeenten => {
            let afzender = inhoud.afzender.as_ref().map_or(soort.afzender.as_str(), |(id, _)| id);
            let regeling = project.organisaties.get(afzender);
            let regeling = regeling.or_else(|| project.organisaties.get(&project.instellingen.afzender));
            match regeling {
                Some(regeling) => leden(project, regeling, inhoud, periode, notes),
                None => {
                    let message = "het is niet duidelijk van welke organisatie de gemeenten lid zijn";
                    notes.push(
                        Note::at(G401, inhoud.datum_span.clone(), message)
                            .hint("Zet in `content/griffel.yaml` bij `afzender` de organisatie met de leden"),
                    );
                    Vec::new()
                }
            }
        }
        Ontvangers::Lijst(slugs) => {
            let toch = |slug: &str| inhoud.toch_naar.iter().any(|toch| toch.gemeente == slug);
            let gewoon = slugs.iter().filter(|(slug, _)| !toch(slug));
            gewoon.filter_map(|(slug, span)| genoemd(project, (slug, span), inhoud, periode, notes)).collect()
        }
    }
}

/// The days that the document's date can mean; without any date its year folder.
pub fn periode(stuk: &Stuk, inhoud: &Inhoud) -> (NaiveDate, NaiveDate) {
    let jaar = Datum::Jaar(stuk.jaar);
    let datum = match &inhoud.datum {
        Bekend::Bekend(datum) if datum.periode().is_some() => datum,
        _ => &jaar,
    };
    datum.periode().unwrap_or((NaiveDate::MIN, NaiveDate::MAX))
}

fn leden<'p>(
    project: &'p Project,
    regeling: &Organisatie,
    inhoud: &Inhoud,
    (van, tot): (NaiveDate, NaiveDate),
    notes: &mut Vec<Note>,
) -> Vec<&'p Gemeente> {
    let leden = regeling.leden_op(van);
    if leden != regeling.leden_op(tot) {
        let message = "in deze periode verandert wie er lid is, dus het is niet duidelijk wie dit stuk krijgt";
        let note = Note::at(G402, inhoud.datum_span.clone(), message);
        let wisselt = regeling.leden.iter().filter(|lid| lid.geldig.op(van) != lid.geldig.op(tot));
        let note = wisselt.fold(note, |note, lid| note.also(lid.span.clone(), "dit lid wisselt in die tijd"));
        notes.push(note.hint("Geef de hele datum (jaar-maand-dag), of noem de gemeenten bij `ontvangers`"));
    }
    let mut leden: Vec<&Gemeente> = leden.into_iter().filter_map(|slug| project.gemeenten.get(slug)).collect();
    leden.sort_by_key(|gemeente| crate::nl::naam::sorteersleutel_plaats(&gemeente.gegevens.naam));
    leden
}

/// A gemeente that the author names must exist, then and now.
fn genoemd<'p>(
    project: &'p Project,
    (slug, span): (&str, &Span),
    inhoud: &Inhoud,
    (van, tot): (NaiveDate, NaiveDate),
    notes: &mut Vec<Note>,
) -> Option<&'p Gemeente> {
    let gemeente = bekend(project, slug, span, notes)?;
    if gemeente.geldig.op(van) && gemeente.geldig.op(tot) {
        return Some(gemeente);
    }
    let naam = &gemeente.gegevens.naam;
    let note = match (gemeente.geldig.tot.filter(|einde| *einde < tot), gemeente.geldig.van) {
        (Some(einde), _) => {
            let message = format!("de gemeente {naam} bestaat sinds {} niet meer", lang(einde.succ_opt()));
            let opvolger = gemeente.opvolger.as_ref().and_then(|slug| project.gemeenten.get(slug));
            let note = Note::at(G404, span.clone(), message);
            match opvolger {
                Some(nieuw) => note.hint(format!("De opvolger is {}: schrijf `{}`", nieuw.gegevens.naam, nieuw.slug)),
                None => note.hint("Krijgt zij het stuk met opzet toch, schrijf dan `toch_naar`, met de reden"),
            }
        }
        (None, begin) => {
            let message = format!("de gemeente {naam} bestaat pas vanaf {}", lang(begin));
            Note::at(G405, span.clone(), message).hint("Noem de gemeenten die er op de datum van het stuk waren")
        }
    };
    notes.push(bij_datum(note, inhoud).also(gemeente.geldig_span.clone(), "hier staat wanneer zij bestond"));
    None
}

/// The note with the date of the document, when it has one.
fn bij_datum(note: Note, inhoud: &Inhoud) -> Note {
    match inhoud.datum {
        Bekend::Bekend(_) => note.also(inhoud.datum_span.clone(), "de datum van het stuk"),
        Bekend::Onbekend => note,
    }
}

fn bekend<'p>(project: &'p Project, slug: &str, span: &Span, notes: &mut Vec<Note>) -> Option<&'p Gemeente> {
    let gevonden = project.gemeenten.get(slug);
    if gevonden.is_none() {
        let mut note = Note::at(G403, span.clone(), format!("de gemeente `{slug}` is niet bekend"));
        note = note.bedoeld(slug, project.gemeenten.keys().map(String::as_str), "");
        notes.push(note);
    }
    gevonden
}

/// A gemeente that has ended and gets the document all the same; one that still exists is simply a recipient.
fn toch_naar<'p>(
    project: &'p Project,
    toch: &TochNaar,
    inhoud: &Inhoud,
    (_, tot): (NaiveDate, NaiveDate),
    notes: &mut Vec<Note>,
) -> Option<&'p Gemeente> {
    let gemeente = bekend(project, &toch.gemeente, &toch.span, notes)?;
    if gemeente.geldig.tot.is_some_and(|einde| einde < tot) {
        return Some(gemeente);
    }
    let message = format!("de gemeente {} is op de datum van dit stuk niet opgeheven", gemeente.gegevens.naam);
    let note = bij_datum(Note::at(G425, toch.span.clone(), message), inhoud);
    let einde = gemeente.geldig.tot.map(|_| gemeente.geldig_span.clone());
    let note = einde.into_iter().fold(note, |note, einde| note.also(einde, "haar laatste dag"));
    notes.push(note.hint("Haal haar hier weg, en zet haar bij `ontvangers` als zij het stuk krijgt"));
    None
}

fn lang(dag: Option<NaiveDate>) -> String {
    dag.map_or_else(String::new, crate::nl::datum::lang)
}

/// Local values must be for a gemeente that gets the document.
pub fn check_lokaal(stuk: &Stuk, ontvangers: &[&Gemeente], notes: &mut Vec<Note>) {
    let genoemd = |slug: &String| {
        // A recipient that cannot be one has been noted where it is named.
        stuk.basis.value.as_ref().is_some_and(|basis| {
            let lijst =
                matches!(&basis.ontvangers, Ontvangers::Lijst(namen) if namen.iter().any(|(naam, _)| naam == slug));
            lijst || basis.toch_naar.iter().any(|toch| toch.gemeente == *slug)
        })
    };
    for (slug, span) in &stuk.lokaal_spans {
        if !ontvangers.iter().any(|gemeente| gemeente.slug == *slug) && !genoemd(slug) {
            let mut note =
                Note::at(G406, span.clone(), format!("`{slug}` krijgt dit stuk niet, dus deze waarden doen niets"));
            note = note.bedoeld(
                slug,
                ontvangers.iter().map(|g| g.slug.as_str()),
                "Haal deze waarden weg, of pas `ontvangers` of `datum` aan",
            );
            let ontvangers = stuk.basis.value.as_ref().and_then(|basis| basis.ontvangers_span.clone());
            notes.push(ontvangers.into_iter().fold(note, |note, plek| note.also(plek, "zij krijgen het stuk")));
        }
    }
}

/// A document that nobody gets would silently not be there.
pub fn check_niemand(stuk: &Stuk, inhoud: &Inhoud, exemplaren: &[Option<&Gemeente>], notes: &mut Vec<Note>) {
    if exemplaren.is_empty() && matches!(inhoud.ontvangers, Ontvangers::Geen) {
        let span = inhoud.ontvangers_span.clone().unwrap_or_else(|| stuk.span.clone());
        notes.push(
            Note::at(G409, span, "niemand krijgt dit stuk, dus er komt geen PDF")
                .hint("Schrijf `verspreiding: collectief`, of noem bij `ontvangers` wie het krijgt"),
        );
    }
}

/// Who sends the document.
pub fn afzender<'p>(
    project: &'p Project,
    soort: &Soort,
    inhoud: &Inhoud,
    gemeente: Option<&'p Gemeente>,
    stuk: &Stuk,
    notes: &mut Vec<Note>,
) -> Option<Afzender<'p>> {
    let (id, span) = match &inhoud.afzender {
        Some((id, span)) => (id.as_str(), span),
        None => (soort.afzender.as_str(), &stuk.span),
    };
    if id == "gemeente" {
        if gemeente.is_none() {
            let message = "een stuk van de gemeente zelf kan niet één stuk voor alle gemeenten zijn";
            notes.push(
                Note::at(G407, span.clone(), message)
                    .hint("Schrijf `verspreiding: per-gemeente`, of noem een organisatie bij `afzender`"),
            );
        }
        return gemeente.map(Afzender::Gemeente);
    }
    let organisatie = project.organisaties.get(id).map(Afzender::Organisatie);
    let found = organisatie.or_else(|| project.gemeenten.get(id).map(Afzender::Gemeente));
    if found.is_none() {
        let mut note = Note::at(G408, span.clone(), format!("de afzender `{id}` is niet bekend"));
        let known = || project.organisaties.keys().map(String::as_str).chain(["gemeente"]);
        note = note.bedoeld(id, known(), kies("Kies uit", id, known(), "zie `content/organisaties`"));
        notes.push(note);
    }
    found
}
