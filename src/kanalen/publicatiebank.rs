//! What a publicatiebank takes (GPP publicatiebank API 2.1.0): a publication with its documents, as JSON per document.

use serde_json::{Value, json};

use super::bundel::{Bijlage, Bundel, Stuk};
use super::{Bestand, Soort, tijd};

/// One file per document; its annexes are documents of the same publication.
pub fn bestanden(bundel: &Bundel) -> Vec<Bestand> {
    let maak = |stuk: &Stuk| {
        let tekst = serde_json::to_string_pretty(&publicatie(bundel, stuk)).unwrap_or_default() + "\n";
        Bestand::tekst(format!("{}.publicatie.json", stuk.naam), tekst, Soort::Json)
    };
    bundel.stukken.iter().map(maak).collect()
}

/// The longest reference that it takes.
const KENMERK: usize = 40;

fn publicatie(bundel: &Bundel, stuk: &Stuk) -> Value {
    let kenmerken = kenmerken(stuk);
    let ondertekend = match &stuk.bekendmaking {
        _ if stuk.handeling.0.label == "ondertekening" => Some(stuk.handeling.1),
        Some(besluit) => besluit.ondertekend,
        None => None,
    };
    let mut document = json!({
        "identifier": stuk.identificatie,
        "officieleTitel": stuk.titel,
        "omschrijving": stuk.omschrijving,
        "creatiedatum": stuk.datum.to_string(),
        "bestandsformaat": "application/pdf",
        "bestandsnaam": stuk.pad(),
        "bestandsomvang": stuk.pdf.bytes.len(),
        "kenmerken": kenmerken,
    });
    let mut publicatie = json!({
        "publisher": bundel.uitgever.uri,
        "verantwoordelijke": stuk.verantwoordelijke.uri,
        "opsteller": stuk.verantwoordelijke.uri,
        "diWooInformatieCategorieen": [stuk.categorie.uri],
        "onderwerpen": stuk.themas.iter().map(|thema| thema.label.as_str()).collect::<Vec<_>>(),
        "officieleTitel": stuk.titel,
        "omschrijving": stuk.omschrijving,
        "kenmerken": kenmerken,
    });
    // The interface takes these fields with a value or not at all.
    if let Some(kort) = &stuk.korte_titel {
        document["verkorteTitel"] = json!(kort);
        publicatie["verkorteTitel"] = json!(kort);
    }
    if let Some(dag) = ondertekend {
        document["datumOndertekend"] = json!(tijd::moment(dag));
    }
    let documenten: Vec<Value> =
        [document].into_iter().chain(stuk.bijlagen.iter().map(|een| bijlage(stuk, een))).collect();
    json!({"publicatie": publicatie, "documenten": documenten})
}

fn bijlage(stuk: &Stuk, bijlage: &Bijlage) -> Value {
    json!({
        "identifier": bijlage.identificatie(stuk),
        "officieleTitel": bijlage.titel,
        "creatiedatum": stuk.datum.to_string(),
        "bestandsformaat": bijlage.formaat.mime,
        "bestandsnaam": bijlage.bestandsnaam(),
        "bestandsomvang": bijlage.inhoud.bytes.len(),
    })
}

/// Reference and case number, as far as they fit.
fn kenmerken(stuk: &Stuk) -> Vec<Value> {
    let van = stuk.verantwoordelijke;
    let bron = Some(van.label).filter(|label| past(label)).unwrap_or_else(|| van.code());
    let alle = [stuk.kenmerk.as_deref(), stuk.zaaknummer.as_deref()].into_iter().flatten();
    alle.filter(|een| past(een)).map(|een| json!({"kenmerk": een, "bron": bron})).collect()
}

/// Whether a publicatiebank takes a reference of this length.
pub fn past(kenmerk: &str) -> bool {
    kenmerk.chars().count() <= KENMERK
}
