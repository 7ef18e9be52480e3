//! What a publicatiebank takes (GPP publicatiebank API 2.1.0): a publication with its documents, as JSON per document.

use serde_json::{Value, json};

use super::bundel::{Bijlage, Bundel, Stuk};
use super::{Bestand, Soort};

/// One file per document; its annexes are documents of the same publication.
pub fn bestanden(bundel: &Bundel) -> Vec<Bestand> {
    let maak = |stuk: &Stuk| {
        let tekst = serde_json::to_string_pretty(&publicatie(bundel, stuk)).unwrap_or_default() + "\n";
        Bestand::tekst(format!("{}.publicatie.json", stuk.naam), tekst, Soort::Json)
    };
    bundel.stukken.iter().map(maak).collect()
}

fn publicatie(bundel: &Bundel, stuk: &Stuk) -> Value {
    let kenmerken = kenmerken(stuk, &stuk.identificatie);
    let mut documenten = vec![json!({
        "officieleTitel": stuk.titel,
        "verkorteTitel": stuk.korte_titel,
        "omschrijving": stuk.omschrijving,
        "creatiedatum": stuk.datum.to_string(),
        "datumOndertekend": (stuk.handeling.0.label == "ondertekening").then(|| stuk.handeling.1.to_string()),
        "bestandsformaat": "application/pdf",
        "bestandsnaam": stuk.pad(),
        "bestandsomvang": stuk.pdf.bytes.len(),
        "kenmerken": kenmerken,
    })];
    documenten.extend(stuk.bijlagen.iter().map(|een| bijlage(stuk, een)));
    json!({
        "publicatie": {
            "publisher": bundel.uitgever.uri,
            "verantwoordelijke": stuk.verantwoordelijke.uri,
            "opsteller": stuk.verantwoordelijke.uri,
            "diWooInformatieCategorieen": [stuk.categorie.uri],
            "onderwerpen": stuk.themas.iter().map(|thema| thema.label.as_str()).collect::<Vec<_>>(),
            "officieleTitel": stuk.titel,
            "verkorteTitel": stuk.korte_titel,
            "omschrijving": stuk.omschrijving,
            "kenmerken": kenmerken,
        },
        "documenten": documenten,
    })
}

fn bijlage(stuk: &Stuk, bijlage: &Bijlage) -> Value {
    json!({
        "officieleTitel": bijlage.titel,
        "creatiedatum": stuk.datum.to_string(),
        "bestandsformaat": bijlage.formaat.mime,
        "bestandsnaam": bijlage.bestandsnaam(),
        "bestandsomvang": bijlage.inhoud.bytes.len(),
        "kenmerken": [kenmerk(&bijlage.identificatie(stuk), stuk.verantwoordelijke.label)],
    })
}

fn kenmerken(stuk: &Stuk, identificatie: &str) -> Vec<Value> {
    let alle = [Some(identificatie), stuk.kenmerk.as_deref(), stuk.zaaknummer.as_deref()];
    alle.into_iter().flatten().map(|een| kenmerk(een, stuk.verantwoordelijke.label)).collect()
}

fn kenmerk(kenmerk: &str, bron: &str) -> Value {
    json!({"kenmerk": kenmerk, "bron": bron})
}
