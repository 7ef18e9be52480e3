//! The plain fields of the envelope: every kind may have them, nothing reasons about them, templates print them.

use std::sync::LazyLock;

use super::soort::{VeldDef, VeldType};

/// Plain fields of the envelope: nothing reasons about them, templates print them.
pub static VELDEN: LazyLock<Vec<VeldDef>> = LazyLock::new(|| {
    let regel = |naam: &str, etiket: &str| veld(naam, etiket, VeldType::Regel);
    let datum = |naam: &str, etiket: &str| veld(naam, etiket, VeldType::Datum);
    let behandeling = vec![
        regel("functie", "contactfunctie"),
        regel("naam", "naam van de behandelaar"),
        regel("email", "e-mailadres"),
        regel("telefoon", "telefoonnummer"),
        veld("publiek", "publiek", VeldType::JaNee),
    ];
    let nodig = |def: VeldDef| VeldDef { verplicht: true, ..def };
    let bijgewerkt =
        vec![nodig(regel("versie", "versie")), nodig(datum("datum", "datum")), nodig(regel("wijziging", "wijziging"))];
    let vergadering = vec![
        datum("raad", "raadsdatum"),
        groep(
            "commissie",
            VeldType::Groep,
            vec![nodig(regel("naam", "naam van de commissie")), nodig(datum("datum", "commissiedatum"))],
        ),
        regel("agendapunt", "agendapunt"),
        regel("behandeling", "behandeling"),
    ];
    vec![
        regel("aan", "geadresseerde"),
        groep("behandeling", VeldType::Groep, behandeling),
        groep("bijgewerkt", VeldType::Lijst, bijgewerkt),
        datum("collegebesluit", "datum van het collegebesluit"),
        veld("kopie_aan", "kopie aan", VeldType::Lijst),
        regel("portefeuillehouder", "portefeuillehouder"),
        veld("ter_attentie_van", "ter attentie van", VeldType::Lijst),
        regel("uw_kenmerk", "uw kenmerk"),
        groep("vergadering", VeldType::Groep, vergadering),
    ]
});

fn veld(naam: &str, etiket: &str, soort: VeldType) -> VeldDef {
    VeldDef { etiket: Some(etiket.to_string()), ..groep(naam, soort, Vec::new()) }
}

fn groep(naam: &str, soort: VeldType, velden: Vec<VeldDef>) -> VeldDef {
    VeldDef {
        naam: naam.to_string(),
        soort,
        verplicht: false,
        standaard: None,
        keuzes: Vec::new(),
        velden,
        van: None,
        etiket: None,
        uitleg: None,
    }
}
