//! What a library says in English, told in Dutch by pattern; what no pattern knows is kept apart as technical text.

/// A pattern with a hole `{}` for each part that differs, the Dutch with `{0}`, `{1}` for those parts, and what to do.
pub type Patroon = (&'static str, &'static str, &'static str);

/// The message and the hint of the first pattern that fits; `woord` puts a part in Dutch.
pub fn vertaal(patronen: &[Patroon], tekst: &str, woord: impl Fn(&str) -> String) -> Option<(String, String)> {
    patronen.iter().find_map(|(patroon, bericht, hint)| {
        let delen: Vec<String> = past(patroon, tekst)?.into_iter().map(&woord).collect();
        let vul = |zin: &str| {
            delen.iter().enumerate().fold(zin.to_string(), |zin, (nr, deel)| zin.replace(&format!("{{{nr}}}"), deel))
        };
        Some((vul(bericht), vul(hint)))
    })
}

/// The parts of a text that stand where the pattern has holes; nothing when it does not fit as a whole.
fn past<'t>(patroon: &str, tekst: &'t str) -> Option<Vec<&'t str>> {
    let mut vast = patroon.split("{}");
    let mut rest = tekst.strip_prefix(vast.next()?)?;
    let mut delen = Vec::new();
    let mut vast = vast.peekable();
    while let Some(stuk) = vast.next() {
        let at = if vast.peek().is_none() {
            rest.len().checked_sub(stuk.len()).filter(|at| rest.get(*at..) == Some(stuk))?
        } else {
            rest.find(stuk)?
        };
        delen.push(&rest[..at]);
        rest = &rest[at + stuk.len()..];
    }
    rest.is_empty().then_some(delen)
}

/// The hint that keeps what a library said itself, for who looks after the program or the templates.
pub fn technisch(wie: &str, tekst: &str) -> String {
    let regel = tekst.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("Technische melding van {wie}, in het Engels: {regel}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_takes_the_parts_that_differ() {
        let patronen: &[Patroon] =
            &[("expected {}, found {}", "hier hoort {0}, geen {1}", "haal {1} weg"), ("klaar", "af", "")];
        let vertaald = |tekst: &str| vertaal(patronen, tekst, str::to_uppercase);
        assert_eq!(
            vertaald("expected a, found b, c"),
            Some(("hier hoort A, geen B, C".into(), "haal B, C weg".into()))
        );
        assert_eq!(vertaald("klaar"), Some(("af".into(), String::new())));
        assert_eq!(vertaald("klaar is"), None);
        assert_eq!(vertaald("expected a"), None);
        assert_eq!(technisch("Typst", "a\n  b"), "Technische melding van Typst, in het Engels: a b");
    }
}
