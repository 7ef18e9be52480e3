//! Enumerations in prose.

/// `a, b en c`.
pub fn en<S: AsRef<str>>(delen: &[S]) -> String {
    met(delen, "en")
}

/// `a, b of c`.
pub fn of<S: AsRef<str>>(delen: &[S]) -> String {
    met(delen, "of")
}

fn met<S: AsRef<str>>(delen: &[S], voegwoord: &str) -> String {
    match delen {
        [] => String::new(),
        [een] => een.as_ref().to_string(),
        [begin @ .., laatste] => {
            let begin: Vec<&str> = begin.iter().map(AsRef::as_ref).collect();
            format!("{} {voegwoord} {}", begin.join(", "), laatste.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_part_comes_after_en_without_a_comma() {
        assert_eq!(en::<&str>(&[]), "");
        assert_eq!(en(&["Ridderkerk"]), "Ridderkerk");
        assert_eq!(en(&["Albrandswaard", "Barendrecht"]), "Albrandswaard en Barendrecht");
        assert_eq!(en(&["Maassluis", "Vlaardingen", "Schiedam"]), "Maassluis, Vlaardingen en Schiedam");
        assert_eq!(of(&["punt", "nummer", "letter"]), "punt, nummer of letter");
    }
}
