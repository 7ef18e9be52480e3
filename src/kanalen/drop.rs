//! What a decision of general application needs for DROP, by which it is announced on officielebekendmakingen.nl:
//! its text, for DROP takes no PDF, and a sheet with the fields that it asks for.

use super::bundel::{Besluit, Bundel, Stuk};
use super::{Bestand, Soort};
use crate::model::bekend::Bekend;
use crate::model::tooi::Overheid;

/// What stands where only the gemeente can tell.
const OPEN: &str = "door de gemeente in te vullen";

/// Text and sheet of each document that says it is such a decision.
pub fn bestanden(bundel: &Bundel) -> Vec<Bestand> {
    let per_stuk = |stuk: &Stuk| {
        let Some(besluit) = &stuk.bekendmaking else { return Vec::new() };
        let velden = velden(bundel.uitgever, stuk, besluit);
        let gevuld = |(naam, waarde): &(&str, Option<String>)| {
            let waarde = waarde.clone().map_or(serde_json::Value::Null, serde_json::Value::String);
            ((*naam).to_string(), waarde)
        };
        let json: serde_json::Map<String, serde_json::Value> = velden.iter().map(gevuld).collect();
        let json = serde_json::to_string_pretty(&json).unwrap_or_default() + "\n";
        vec![
            Bestand::tekst(format!("{}.drop.txt", stuk.naam), besluit.tekst.join("\n\n") + "\n", Soort::Drop),
            Bestand::tekst(format!("{}.drop-invoerblad.json", stuk.naam), json, Soort::Drop),
            Bestand::tekst(format!("{}.drop-invoerblad.md", stuk.naam), blad(stuk, &velden), Soort::Drop),
        ]
    };
    bundel.stukken.iter().flat_map(per_stuk).collect()
}

/// What is open in the sheet of a decision that is to be announced.
pub fn open(bundel: &Bundel, stuk: &Stuk) -> Vec<&'static str> {
    let Some(besluit) = &stuk.bekendmaking else { return Vec::new() };
    let leeg = velden(bundel.uitgever, stuk, besluit).into_iter().filter(|(_, waarde)| waarde.is_none());
    leeg.map(|(naam, _)| naam).collect()
}

/// The fields, in the order of a page of lokale regelgeving; what nobody has said is open.
fn velden(uitgever: &Overheid, stuk: &Stuk, besluit: &Besluit) -> Vec<(&'static str, Option<String>)> {
    let tekst = |feit: &Option<Bekend<String>>| feit.as_ref().and_then(|feit| feit.as_ref().known().cloned());
    let opgave = &besluit.opgave;
    let inwerking = opgave.inwerkingtreding.and_then(Bekend::known).map(|dag| dag.to_string());
    let themas: Vec<&str> = stuk.themas.iter().map(|thema| thema.label.as_str()).collect();
    vec![
        ("kanaal", Some("DROP, voor het gemeenteblad en lokale regelgeving".to_string())),
        ("organisatie", Some(uitgever.label.to_string())),
        ("organisatietype", Some(if uitgever.code().starts_with("gm") { "gemeente" } else { "regeling" }.to_string())),
        ("rubriek", tekst(&opgave.rubriek)),
        ("officiële naam regeling", Some(stuk.titel.clone())),
        ("citeertitel", tekst(&opgave.citeertitel)),
        ("vastgesteld door", Some("gemeenteraad".to_string())),
        ("onderwerp", (!themas.is_empty()).then(|| themas.join(", "))),
        ("eigen onderwerp", None),
        ("wettelijke grondslag", tekst(&opgave.grondslag)),
        ("datum ondertekening", besluit.ondertekend.map(|dag| dag.to_string())),
        ("datum inwerkingtreding", inwerking),
        ("terugwerkende kracht tot en met", None),
        ("datum uitwerkingtreding", None),
        ("betreft", None),
        ("bron bekendmaking", None),
        ("opmerkingen", None),
        ("kenmerk voorstel", stuk.zaaknummer.clone().or_else(|| stuk.kenmerk.clone())),
    ]
}

fn blad(stuk: &Stuk, velden: &[(&str, Option<String>)]) -> String {
    let mut tekst = format!(
        "# Invoerblad voor DROP\n\n{}\n\nDe tekst staat in `{}.drop.txt`. Of dit besluit bekend moet worden gemaakt en in \
         welke rubriek, bepaalt de gemeente.\n\n| veld | waarde |\n|---|---|\n",
        super::controle::cel(&stuk.titel),
        stuk.naam
    );
    for (naam, waarde) in velden {
        tekst += &format!("| {naam} | {} |\n", waarde.as_deref().map_or(OPEN.to_string(), super::controle::cel));
    }
    tekst
}
