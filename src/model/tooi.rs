//! Government organisations as TOOI knows them: identifier, official label, and the days on which they existed.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::organisatie::Geldigheid;

/// An organisation of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overheid {
    /// `https://identifier.overheid.nl/tooi/id/gemeente/gm0597`
    pub uri: &'static str,
    /// "gemeente Ridderkerk"
    pub label: &'static str,
    /// When it existed, as far as the list knows.
    pub geldig: Geldigheid,
}

impl Overheid {
    /// The last part of the identifier: `gm0597`.
    pub fn code(&self) -> &'static str {
        self.uri.rsplit('/').next().unwrap_or(self.uri)
    }

    /// Which register of TOOI it stands in.
    pub fn register(&self) -> &'static str {
        match self.uri.rsplit('/').nth(1) {
            Some("gemeente") => "TOOI register gemeenten compleet",
            Some("so") => "TOOI register samenwerkingsorganisaties compleet",
            Some("provincie") => "TOOI register provincies compleet",
            _ => "TOOI register waterschappen compleet",
        }
    }
}

static ALLE: LazyLock<Vec<Overheid>> = LazyLock::new(|| {
    let regels = include_str!("lijsten/organisaties.tsv").lines().filter(|regel| !regel.starts_with('#'));
    regels.filter_map(overheid).collect()
});

fn overheid(regel: &'static str) -> Option<Overheid> {
    let mut velden = regel.split('\t');
    let (uri, label) = (velden.next()?, velden.next()?);
    let mut dag = || velden.next().and_then(|dag| dag.parse::<NaiveDate>().ok());
    Some(Overheid { uri, label, geldig: Geldigheid { van: dag(), tot: dag() } })
}

/// The organisation with this identifier or code; a CBS code (`GM0597`) is one too.
pub fn zoek(typed: &str) -> Option<&'static Overheid> {
    let code = typed.to_lowercase();
    ALLE.iter().find(|overheid| overheid.uri == typed || overheid.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_has_its_label_and_its_days() {
        assert!(ALLE.len() > 1000);
        let brielle = zoek("GM0501").expect("in the list");
        assert_eq!((brielle.code(), brielle.label), ("gm0501", "gemeente Brielle"));
        let dag = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert!(brielle.geldig.op(dag("2022-12-31")) && !brielle.geldig.op(dag("2023-01-01")));
        let voorne = zoek("https://identifier.overheid.nl/tooi/id/gemeente/gm1992").expect("in the list");
        assert!(voorne.geldig.op(dag("2023-01-01")) && !voorne.geldig.op(dag("2022-12-31")));
        let regeling = zoek("so0842").expect("in the list");
        assert_eq!(regeling.label, "Openbaar Lichaam Jeugdhulp Rijnmond");
        assert_eq!(regeling.register(), "TOOI register samenwerkingsorganisaties compleet");
        assert_eq!(zoek("GM9999"), None);
    }
}
