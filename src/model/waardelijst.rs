//! The value lists of DiWoo: an identifier and a label that is written exactly so.

use std::sync::LazyLock;

use serde::Deserialize;

/// One value of a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Waarde {
    /// Its identifier.
    pub uri: String,
    /// Its label.
    pub label: String,
    /// Where a harvester looks for it: `infocat008`; only informatiecategorieën have this.
    #[serde(default)]
    pub infocat: Option<String>,
}

impl Waarde {
    /// The last part of the identifier: `c_db4862c3`.
    pub fn code(&self) -> &str {
        self.uri.rsplit('/').next().unwrap_or(&self.uri)
    }
}

/// The lists that griffel uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lijst {
    /// Categories of art. 3.3 Woo, and that of art. 3.1.
    Informatiecategorie,
    /// Kinds of document.
    Documentsoort,
    /// What was done with a document.
    Handeling,
    /// Subjects.
    Thema,
    /// How documents hang together.
    Relatie,
    /// File types.
    Formaat,
    /// Languages.
    Taal,
}

/// The file as KOOP's lists were copied; read once.
static BESTAND: LazyLock<Bestand> = LazyLock::new(|| {
    serde_json::from_str(include_str!("lijsten/diwoo-0.9.8.json")).expect("a test reads the lists that ship inside")
});

#[derive(Deserialize)]
struct Bestand {
    bron: String,
    lijsten: std::collections::BTreeMap<String, Inhoud>,
}

#[derive(Deserialize)]
struct Inhoud {
    waarden: Vec<Waarde>,
}

/// Which lists these are, and of which day.
pub fn bron() -> &'static str {
    BESTAND.bron.split(" (zie").next().unwrap_or_default()
}

impl Lijst {
    /// The values, in the order of the file.
    pub fn waarden(self) -> &'static [Waarde] {
        let naam = match self {
            Self::Informatiecategorie => "informatiecategorielijst",
            Self::Documentsoort => "documentsoortlijst",
            Self::Handeling => "soorthandelinglijst",
            Self::Thema => "themalijst",
            Self::Relatie => "documentrelatielijst",
            Self::Formaat => "formatlijst",
            Self::Taal => "taallijst",
        };
        BESTAND.lijsten.get(naam).map(|inhoud| inhoud.waarden.as_slice()).unwrap_or_default()
    }

    /// The value with this label, code or identifier.
    pub fn zoek(self, typed: &str) -> Option<&'static Waarde> {
        let past = |waarde: &&Waarde| waarde.label == typed || waarde.code() == typed || waarde.uri == typed;
        self.waarden().iter().find(past)
    }
}

#[cfg(test)]
mod tests {
    use super::Lijst;

    #[test]
    fn every_list_is_there_and_found_by_label_code_and_identifier() {
        let lijsten = [
            (Lijst::Informatiecategorie, 18),
            (Lijst::Documentsoort, 91),
            (Lijst::Handeling, 3),
            (Lijst::Thema, 92),
            (Lijst::Relatie, 4),
            (Lijst::Formaat, 19),
            (Lijst::Taal, 27),
        ];
        for (lijst, aantal) in lijsten {
            assert_eq!(lijst.waarden().len(), aantal, "{lijst:?}");
            for waarde in lijst.waarden() {
                for typed in [&waarde.label, &waarde.uri, waarde.code()] {
                    assert_eq!(lijst.zoek(typed), Some(waarde), "{typed}");
                }
            }
        }
        let categorieen = Lijst::Informatiecategorie.waarden();
        assert!(categorieen.iter().all(|waarde| waarde.infocat.is_some()));
        assert!(super::bron().contains("0.9.8"), "{}", super::bron());
    }
}
