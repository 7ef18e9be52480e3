//! Plain words: jargon with what else to write, "men", and two negations for one yes.

use std::collections::{BTreeMap, HashMap};

use super::leesbaar::is_proza;
use super::woorden::{hier, los};
use super::{Blad, kort};
use crate::diag::Note;
use crate::diag::codes::{G894, G895, G896};

/// Words of the office with plainer ones. Our own list, drawn up for this program from what guides to plain Dutch
/// agree on; a project adds its own with `gewone_taal`.
const GEWONE_TAAL: &[(&str, &str)] = &[
    ("aangaande", "over"),
    ("aanvangen", "beginnen"),
    ("abusievelijk", "per ongeluk"),
    ("additioneel", "extra"),
    ("additionele", "extra"),
    ("alsmede", "en ook"),
    ("alvorens", "voordat"),
    ("ambtshalve", "zonder dat u iets hoeft te doen"),
    ("behoudens", "behalve"),
    ("bewerkstelligen", "zorgen voor"),
    ("bij dezen", "hierbij"),
    ("conform", "volgens"),
    ("continueren", "doorgaan met"),
    ("daar waar", "waar"),
    ("danwel", "of"),
    ("dan wel", "of"),
    ("derhalve", "daarom"),
    ("desalniettemin", "toch"),
    ("desgewenst", "als u wilt"),
    ("dientengevolge", "daardoor"),
    ("dienaangaande", "daarover"),
    ("doch", "maar"),
    ("eenieder", "iedereen"),
    ("effectueren", "uitvoeren"),
    ("evident", "duidelijk"),
    ("faciliteren", "helpen, mogelijk maken"),
    ("gaarne", "graag"),
    ("geschieden", "gebeuren"),
    ("gezien het feit dat", "omdat"),
    ("hetgeen", "wat"),
    ("heden", "nu, vandaag"),
    ("implementatie", "invoering"),
    ("implementeren", "invoeren"),
    ("in casu", "in dit geval"),
    ("in het kader van", "voor, bij"),
    ("in de gelegenheid stellen", "de kans geven"),
    ("inherent aan", "horend bij"),
    ("initiëren", "beginnen"),
    ("inzake", "over"),
    ("jegens", "tegenover"),
    ("krachtens", "volgens"),
    ("middels", "met, door"),
    ("mitsdien", "daarom"),
    ("naar aanleiding van", "na, door"),
    ("namelijk het feit dat", "dat"),
    ("nopen", "dwingen"),
    ("omtrent", "over"),
    ("onderhavige", "deze, dit"),
    ("onverwijld", "meteen"),
    ("onverminderd", "ook blijft gelden"),
    ("op grond van het feit dat", "omdat"),
    ("optimaliseren", "verbeteren"),
    ("participeren", "meedoen"),
    ("prevaleren", "voorgaan"),
    ("prioriteren", "kiezen wat eerst komt"),
    ("reeds", "al"),
    ("respectievelijk", "en, of"),
    ("sedert", "sinds"),
    ("te allen tijde", "altijd"),
    ("te dien einde", "daarvoor"),
    ("teneinde", "om"),
    ("ten aanzien van", "over, voor"),
    ("ten behoeve van", "voor"),
    ("tengevolge van", "door"),
    ("ten gevolge van", "door"),
    ("ten tijde van", "tijdens"),
    ("ter zake", "hierover"),
    ("tevens", "ook"),
    ("thans", "nu"),
    ("uit hoofde van", "vanwege"),
    ("ultimo", "eind"),
    ("vigerende", "geldende"),
    ("voornoemde", "deze"),
    ("voormelde", "deze"),
    ("zorgdragen voor", "zorgen voor"),
    ("zulks", "dit"),
];

/// Two negations.
const DUBBEL: &[(&str, &str)] = &[
    ("niet ongebruikelijk", "gebruikelijk"),
    ("niet onbelangrijk", "belangrijk"),
    ("niet onmogelijk", "mogelijk"),
    ("niet ondenkbaar", "mogelijk"),
    ("niet onaanzienlijk", "groot"),
    ("niet onaanzienlijke", "grote"),
    ("niet onlogisch", "logisch"),
    ("niet onterecht", "terecht"),
    ("niet onredelijk", "redelijk"),
    ("niet onverstandig", "verstandig"),
    ("niet onwenselijk", "goed"),
    ("niet onverdeeld gunstig", "deels ongunstig"),
    ("niet zelden", "vaak"),
    ("geen onbelangrijke", "een belangrijke"),
    ("niet geheel zonder", "met enige"),
    ("nooit niet", "altijd"),
];

/// What is wrong with words of the list.
#[derive(Clone, Copy)]
enum Wat {
    /// There is a plainer word.
    Ambtelijk,
    /// Nobody is named.
    Men,
    /// Two negations.
    Dubbel,
}

/// A sequence of words with what else to write.
struct Ingang<'a> {
    reeks: &'a str,
    liever: &'a str,
    wat: Wat,
}

/// The rules for words.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let lijst = lijst(&blad.project.instellingen.keurwijzer.gewone_taal);
    let mut klein = String::new();
    for passage in blad.passages.iter().filter(|passage| is_proza(passage)) {
        for nr in 0..passage.woorden.len() {
            klein.clear();
            klein.extend(passage.woord(nr).chars().flat_map(char::to_lowercase));
            let Some(ingangen) = lijst.get(klein.as_str()) else { continue };
            let gevonden = ingangen.iter().find_map(|ingang| Some((hier(passage, nr, ingang.reeks)?, ingang)));
            let Some((bereik, ingang)) = gevonden.filter(|(bereik, _)| los(passage, bereik)) else { continue };
            let typed = kort(&passage.tekst[bereik.clone()]);
            let bijvoorbeeld = format!("Schrijf bijvoorbeeld: {}", ingang.liever);
            let (code, message, hint) = match ingang.wat {
                Wat::Ambtelijk => (G894, format!("`{typed}` kan gewoner"), bijvoorbeeld),
                Wat::Men => (G895, format!("`{typed}` zegt niet wie"), ingang.liever.to_string()),
                Wat::Dubbel => (G896, format!("`{typed}` is twee keer nee"), bijvoorbeeld),
            };
            notes.push(blad.note(code, passage, bereik, message).hint(hint));
        }
    }
}

/// All that is looked for, by first word; what the project says goes before what griffel says.
fn lijst(eigen: &BTreeMap<String, String>) -> HashMap<&str, Vec<Ingang<'_>>> {
    let ambtelijk = |(reeks, liever)| Ingang { reeks, liever, wat: Wat::Ambtelijk };
    let van_project = eigen.iter().map(|(reeks, liever)| ambtelijk((reeks.as_str(), liever.as_str())));
    let van_ons = GEWONE_TAAL.iter().filter(|(reeks, _)| !eigen.contains_key(*reeks)).copied().map(ambtelijk);
    let dubbel = DUBBEL.iter().map(|(reeks, liever)| Ingang { reeks, liever, wat: Wat::Dubbel });
    let men = Ingang { reeks: "men", liever: "Noem wie het doet: wij, u, de gemeente, het college", wat: Wat::Men };
    let mut lijst: HashMap<&str, Vec<Ingang<'_>>> = HashMap::new();
    for ingang in van_project.chain(van_ons).chain(dubbel).chain([men]) {
        lijst.entry(ingang.reeks.split(' ').next().unwrap_or_default()).or_default().push(ingang);
    }
    lijst
}
