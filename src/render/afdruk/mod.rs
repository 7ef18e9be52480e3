//! What one rendered document says, part by part: the view-model read back, as far as the template printed it.

mod plaatsen;
mod woorden;

use std::collections::{BTreeMap, HashSet};

use tera::Value;

use super::bron::BronFile;
use super::{escape, tekst};
use crate::model::afdruk::{Afdruk, Deel};
use plaatsen::{Plaats, weggelaten};
use woorden::{vaste_woorden, woorden};

/// Reads back what was rendered; before notes get their words, since that changes the sources.
pub struct Lezer<'a> {
    main: &'a str,
    files: BTreeMap<&'a str, &'a str>,
    names: &'a HashSet<&'a str>,
    /// Where in the main source the words of the item at hand begin.
    vanaf: usize,
    /// Each part with where it stands in the main source.
    delen: Vec<(usize, Deel)>,
}

impl<'a> Lezer<'a> {
    /// For the sources of one document, the main one first, and the names that its template asks for.
    pub fn new(files: &'a [BronFile], names: &'a HashSet<&'a str>) -> Self {
        let main = files.first().map_or("", |file| file.text.as_str());
        let files = files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
        Self { main, files, names, vanaf: 0, delen: Vec::new() }
    }

    /// The words of the template itself, then each value that it printed, in the order of the page.
    pub fn lees<'v>(mut self, waarden: impl Iterator<Item = (&'v str, &'v Value)>) -> Afdruk {
        for (naam, waarde) in waarden.filter(|(naam, _)| self.names.contains(naam) && !weggelaten("", naam)) {
            self.waarde(&Plaats::begin(naam), waarde);
        }
        self.delen.sort_by_key(|(at, _)| *at);
        let vast = vaste_woorden(self.main).join("\n\n");
        let vast = Deel { sleutel: "sjabloon".into(), plaats: "vaste woorden".into(), nummer: None, tekst: vast };
        let mut delen: Vec<Deel> = std::iter::once(vast).chain(self.delen.into_iter().map(|(_, deel)| deel)).collect();
        delen.retain(|deel| !deel.tekst.is_empty());
        // Without a short title of its own the running head repeats the subject.
        let onderwerp = delen.iter().find(|deel| deel.sleutel == "doc/onderwerp").map(|deel| deel.tekst.clone());
        delen.retain(|deel| deel.sleutel != "doc/korte_titel" || Some(&deel.tekst) != onderwerp.as_ref());
        eenmalig(&mut delen);
        Afdruk { delen }
    }

    fn waarde(&mut self, plaats: &Plaats, waarde: &Value) {
        if let Some(tekst) = waarde.as_str() {
            let gedrukt = if waarde.is_safe() { self.markup(tekst) } else { self.kaal(plaats, tekst) };
            if let Some((at, tekst)) = gedrukt {
                self.delen.push((at, plaats.deel(tekst)));
            }
        } else if let Some(groep) = waarde.as_map() {
            let vanaf = self.vanaf;
            for (naam, waarde) in groep.iter() {
                let naam = naam.to_string();
                // What stands in the sources of an output for another one's sake is not printed by it.
                let elders =
                    matches!(naam.as_str(), "argumenten" | "kanttekeningen") && !self.names.contains("secties");
                if !elders && !weggelaten(plaats.sleutel(), &naam) {
                    let veld = plaats.veld(&naam);
                    let eerder = self.delen.len();
                    self.waarde(&veld, waarde);
                    if let (true, Some((at, _))) = (veld.is_kern(), self.delen.get(eerder)) {
                        self.vanaf = *at;
                    }
                }
            }
            self.vanaf = vanaf;
        } else if let Some(lijst) = waarde.as_array() {
            self.lijst(plaats, lijst);
        }
    }

    /// Groups are parts each; plain lines are one part, so that a line in between moves no other.
    fn lijst(&mut self, plaats: &Plaats, lijst: &[Value]) {
        if lijst.iter().any(|item| item.as_map().is_some()) {
            for (at, item) in lijst.iter().enumerate() {
                let veld = |naam: &'static str| {
                    item.as_map().and_then(|groep| groep.get(&tera::value::Key::from(naam))).and_then(Value::as_str)
                };
                let kop = veld("kop").map(woorden);
                self.waarde(&plaats.item(at + 1, veld("id").or(veld("sleutel")), veld("nummer"), kop.as_deref()), item);
            }
            return;
        }
        let regels: Vec<(usize, String)> = lijst
            .iter()
            .filter(|item| item.is_safe())
            .filter_map(Value::as_str)
            .filter_map(|m| self.markup(m))
            .collect();
        if let Some((at, _)) = regels.first() {
            let tekst = regels.iter().map(|(_, tekst)| tekst.as_str()).collect::<Vec<_>>().join("\n\n");
            self.delen.push((*at, plaats.deel(tekst)));
        }
    }

    /// Where ready markup stands, and its words; `None` when the template left it out.
    fn markup(&self, markup: &str) -> Option<(usize, String)> {
        if markup.trim().is_empty() {
            return None;
        }
        let at = self.vind(markup)?;
        let mut uit = Vec::new();
        for regel in markup.split_inclusive('\n') {
            match regel.trim().strip_prefix("#include \"").and_then(|rest| rest.strip_suffix('"')) {
                Some(path) => uit.push(woorden(self.files.get(path).copied().unwrap_or_default())),
                None => uit.push(woorden(regel)),
            }
        }
        uit.retain(|tekst| !tekst.is_empty());
        Some((at, uit.join("\n\n")))
    }

    /// Short words may stand in many places; those of an item stand after its own.
    fn vind(&self, bron: &str) -> Option<usize> {
        let erna = self.main.get(self.vanaf..).and_then(|rest| rest.find(bron)).map(|at| at + self.vanaf);
        erna.or_else(|| self.main.find(bron))
    }

    /// Plain text; status and openness count also where the page shows them by what it leaves out.
    fn kaal(&self, plaats: &Plaats, tekst: &str) -> Option<(usize, String)> {
        let at = self.vind(&escape::literal(tekst));
        let altijd = matches!(plaats.sleutel(), "doc/status_woord" | "doc/openbaarheid");
        at.or(altijd.then_some(0)).map(|at| (at, tekst.to_string()))
    }
}

/// The part of a note at the foot of a page.
pub fn noot(id: &str, tekst: String) -> Deel {
    Deel { sleutel: format!("noten/{id}"), plaats: format!("noot `{id}`"), nummer: None, tekst }
}

/// Whether a note's mark stands in the sources.
pub fn heeft_noot(files: &[BronFile], id: &str) -> bool {
    let cijfer = tekst::nootcijfer(id);
    files.iter().any(|file| file.text.contains(&cijfer))
}

/// No two parts have one key, whatever ids an author gives.
fn eenmalig(delen: &mut [Deel]) {
    let mut gezien: BTreeMap<String, usize> = BTreeMap::new();
    for deel in delen {
        let keer = gezien.entry(deel.sleutel.clone()).or_default();
        *keer += 1;
        if *keer > 1 {
            deel.sleutel += &format!("#{keer}");
        }
    }
}
