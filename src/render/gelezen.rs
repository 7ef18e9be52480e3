//! "gelezen het voorstel van ...": the first words of a decision, also of a raad that decides on the voorstellen of
//! gemeenten that have merged into its own.

use tera::Value;

use super::besluit::samen;
use super::bouwer::Bouwer;
use crate::model::stuk::Inhoud;
use crate::model::veld::Waarde;
use crate::nl::opsomming;
use crate::plan::Job;

/// With the day on which the college decided, or its blank, and the sign that closes the phrase.
pub fn gelezen(bouwer: &mut Bouwer<'_>, job: &Job<'_>, teken: &str) -> Value {
    let college = "burgemeester en wethouders";
    let [eerste, rest @ ..] = job.voorgangers.as_slice() else {
        let datum = datum(bouwer, job.inhoud);
        return samen(bouwer, &format!("gelezen het voorstel van het college van {college} van "), &datum, teken);
    };
    let dagen: Vec<Option<String>> = job.voorgangers.iter().map(|v| dag(v.inhoud)).collect();
    let begin = match rest {
        [] => format!("gelezen het voorstel van het college van {college} van de voormalige gemeente "),
        _ => format!("gelezen de voorstellen van de colleges van {college} van de voormalige gemeenten "),
    };
    let namen = job.voorgangers.iter().map(|v| v.gemeente.gegevens.naam.as_str());
    let gelijk = dagen.iter().all(|dag| *dag == dagen[0]);
    let met_dag: Option<Vec<String>> =
        namen.clone().zip(&dagen).map(|(naam, dag)| dag.as_ref().map(|dag| format!("{naam} van {dag}"))).collect();
    match met_dag {
        Some(met_dag) if !gelijk => bouwer.woorden(&format!("{begin}{}{teken}", opsomming::en(&met_dag)), None),
        // One day for all, or a day that is still open.
        _ => {
            let datum =
                if gelijk { datum(bouwer, eerste.inhoud) } else { bouwer.blank("datum van het collegebesluit") };
            let namen: Vec<&str> = namen.collect();
            samen(bouwer, &format!("{begin}{} van ", opsomming::en(&namen)), &datum, teken)
        }
    }
}

/// The day on which the college decided, as markup.
fn datum(bouwer: &mut Bouwer<'_>, inhoud: &Inhoud) -> Value {
    match inhoud.veld("collegebesluit") {
        Some(veld) => super::velden::waarde(bouwer, "collegebesluit", veld),
        None => bouwer.blank("datum van het collegebesluit"),
    }
}

/// The same in words, when it is known.
fn dag(inhoud: &Inhoud) -> Option<String> {
    match &inhoud.veld("collegebesluit")?.waarde {
        Waarde::Datum(datum) => Some(datum.lang()),
        _ => None,
    }
}
