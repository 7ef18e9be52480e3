//! What a value of the view-model is called: a key that stays, and words for a reader.

use super::super::bouwer::leesbaar;
use crate::model::afdruk::Deel;

/// Parts of `doc` that say nothing by themselves: keys, flags, and what another part says too.
const STIL_IN_DOC: &[&str] =
    &["id", "soort", "uitvoer", "titel", "jaar", "status", "datum_typst", "trefwoorden", "auteur"];

/// Whether a field of the view-model is no words of the page.
pub fn weggelaten(groep: &str, naam: &str) -> bool {
    match groep {
        "" => matches!(naam, "thema" | "gemeente"),
        "doc" => STIL_IN_DOC.contains(&naam),
        _ => matches!(naam, "id" | "sleutel" | "nummer" | "teken"),
    }
}

/// A place in the view-model.
#[derive(Clone)]
pub struct Plaats {
    sleutel: String,
    woorden: String,
    /// The number of the item whose own words come next.
    nummer: Option<String>,
    /// Whether the words name an item, so that its main field needs no name of its own.
    is_item: bool,
    /// Whether it is that main field.
    is_kern: bool,
}

impl Plaats {
    /// A value at the top.
    pub fn begin(naam: &str) -> Self {
        let woorden = match naam {
            "doc" => String::new(),
            "ontvanger" => "geadresseerde".to_string(),
            "labels" => "etiket".to_string(),
            "inhoud" => "tekst".to_string(),
            anders => leesbaar(anders),
        };
        Self { sleutel: naam.to_string(), woorden, nummer: None, is_item: false, is_kern: false }
    }

    /// Whether this is the field that an item is known by.
    pub fn is_kern(&self) -> bool {
        self.is_kern
    }

    /// The key.
    pub fn sleutel(&self) -> &str {
        &self.sleutel
    }

    /// A field of a group.
    pub fn veld(&self, naam: &str) -> Self {
        let sleutel = format!("{}/{naam}", self.sleutel);
        let eigen = self.is_item && matches!(naam, "tekst" | "stelling" | "titel" | "inhoud");
        let woorden = match (self.sleutel.as_str(), naam) {
            _ if eigen => self.woorden.clone(),
            ("doc", "soort_naam" | "eigen_naam") => "naam van het stuk".to_string(),
            ("doc", "status_woord") => "status".to_string(),
            ("ontvanger", "aan") => self.woorden.clone(),
            ("labels", _) => format!("{} `{}`", self.woorden, leesbaar(naam)),
            // Below these the items name themselves.
            (_, "sub" | "argumenten" | "kanttekeningen" | "blokken") => self.woorden.clone(),
            (_, "kop") if self.is_item => format!("kop van de {}", self.woorden),
            ("doc", _) => leesbaar(naam),
            _ => format!("{}, {}", self.woorden, leesbaar(naam)),
        };
        let nummer = self.nummer.clone().filter(|_| eigen);
        Self { sleutel, woorden, nummer, is_item: false, is_kern: eigen }
    }

    /// An item of a list, by its id or key when it has one, else by its place.
    pub fn item(&self, at: usize, id: Option<&str>, nummer: Option<&str>, kop: Option<&str>) -> Self {
        let lijst = self.sleutel.rsplit('/').next().unwrap_or_default();
        let sleutel = format!("{}/{}", self.sleutel, id.map_or_else(|| format!("{at}"), str::to_string));
        let onder = self.sleutel.ends_with("/sub");
        let woorden = match (lijst, nummer) {
            ("secties", _) => format!("sectie {}", kop.unwrap_or_default()),
            ("sub", Some(nummer)) => format!("{}{nummer}", self.woorden),
            ("beslispunten", Some(nummer)) => format!("beslispunt {nummer}"),
            ("argumenten", Some(nummer)) => format!("argument {nummer}"),
            ("kanttekeningen", Some(nummer)) => format!("kanttekening {nummer}"),
            ("bijlagen", Some(nummer)) => format!("bijlage {nummer}"),
            ("blokken", _) => format!("ondertekenaar {at}"),
            _ => format!("{} {at}", self.woorden),
        };
        let vol = if onder { woorden.trim_start_matches("beslispunt ").to_string() } else { String::new() };
        let nummer = nummer.map(|nummer| if onder { vol } else { nummer.to_string() });
        Self { sleutel, woorden, nummer, is_item: true, is_kern: false }
    }

    /// The part with these words.
    pub fn deel(&self, tekst: String) -> Deel {
        let plaats = self.woorden.trim_start_matches(", ").to_string();
        Deel { sleutel: self.sleutel.clone(), plaats, nummer: self.nummer.clone(), tekst }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_a_key_that_stays_and_words_that_read() {
        let punt = Plaats::begin("beslispunten").item(2, Some("geld"), Some("2"), None);
        let sub = punt.veld("sub").item(1, Some("a"), Some("a"), None).veld("tekst").deel("x".into());
        assert_eq!((sub.sleutel.as_str(), sub.plaats.as_str()), ("beslispunten/geld/sub/a/tekst", "beslispunt 2a"));
        assert_eq!(sub.nummer.as_deref(), Some("2a"));
        let reden = punt.veld("argumenten").item(1, Some("r"), Some("2.1"), None).veld("toelichting").deel("x".into());
        assert_eq!((reden.plaats.as_str(), reden.nummer), ("argument 2.1, toelichting", None));
        let sectie = Plaats::begin("secties").item(1, Some("doel"), None, Some("Doel")).veld("inhoud").deel("x".into());
        assert_eq!((sectie.sleutel.as_str(), sectie.plaats.as_str()), ("secties/doel/inhoud", "sectie Doel"));
        assert_eq!(Plaats::begin("doc").veld("uw_kenmerk").deel("x".into()).plaats, "uw kenmerk");
        assert_eq!(Plaats::begin("vergadering").veld("raad").deel("x".into()).plaats, "vergadering, raad");
        assert_eq!(Plaats::begin("labels").veld("datum").deel("x".into()).plaats, "etiket `datum`");
        assert!(weggelaten("doc", "titel") && !weggelaten("omslag", "titel"));
    }
}
