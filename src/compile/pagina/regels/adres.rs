//! The address shows in the window of the envelope.

use super::super::maat::in_mm;
use super::{Document, Vak, Vondst, aantal_regels, per};
use crate::diag::codes::{G631, G632};

/// Points that a fold may be off without harm.
const SPELING: f64 = 1.5;

/// Lines of an address, at least and at most.
const REGELS: std::ops::RangeInclusive<usize> = 3..=6;

/// An address with a fact that is not known yet is not finished; it is judged when it is.
const OPEN: &str = "nog niet bekend";

pub fn regels(document: &Document) -> Vec<Vondst> {
    let Some(venster) = document.venster else { return Vec::new() };
    let mut uit = Vec::new();
    for (nr, blad) in document.bladen.iter().enumerate() {
        for (_, dingen) in per(blad, |ding| ding.deel.adres) {
            let woorden: Vec<&str> = dingen.iter().filter_map(|ding| ding.tekst.as_deref()).collect();
            if woorden.join(" ").contains(OPEN) {
                continue;
            }
            let regels = aantal_regels(dingen.iter().copied());
            if !REGELS.contains(&regels) {
                let woord = if regels == 1 { "één regel".to_string() } else { format!("{regels} regels") };
                let hulp =
                    "Een adres telt drie tot zes regels: wie, ter attentie van, straat of postbus, postcode en plaats";
                uit.push(Vondst::over(G632, nr, &dingen, format!("het adres telt {woord}"), hulp));
            }
            let vak = Vak::rond(dingen.iter().map(|ding| &ding.vak));
            let buiten = vak.buiten(&venster);
            if buiten > SPELING {
                let erbuiten: Vec<_> = dingen.into_iter().filter(|ding| ding.vak.buiten(&venster) > SPELING).collect();
                let wat = format!("het adres steekt {} buiten het venster van de envelop", in_mm(buiten));
                let hulp = "Kort een lange regel in, of laat een regel van het adres weg";
                uit.push(Vondst::over(G631, nr, &erbuiten, wat, hulp));
            }
        }
    }
    uit
}
