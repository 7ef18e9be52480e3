//! What a reader can choose from, in a hint: the names nearest to what was typed first, never more than fit in a glance.

/// How many names a hint holds, and how many of a longer list.
const HEEL: usize = 12;
const HOOGSTENS: usize = 8;

/// `Kies uit: a, b, c`; of a long list the names most like what was typed, and where the others stand.
pub fn kies<'a>(begin: &str, getypt: &str, namen: impl IntoIterator<Item = &'a str>, elders: &str) -> String {
    let mut namen: Vec<&str> = namen.into_iter().collect();
    let meer = if namen.len() > HEEL { namen.len() - HOOGSTENS } else { 0 };
    if meer > 0 {
        let klein = getypt.to_lowercase();
        let gelijkenis = |naam: &str| (strsim::jaro_winkler(&klein, &naam.to_lowercase()) * 1000.0) as u32;
        namen.sort_by_key(|naam| std::cmp::Reverse(gelijkenis(naam)));
        namen.truncate(HOOGSTENS);
    }
    let namen: Vec<String> = namen.iter().map(|naam| format!("`{naam}`")).collect();
    match (meer, namen.as_slice()) {
        (0, []) => format!("{begin}: niets"),
        (0, [een]) => format!("{begin}: {een}"),
        (0, [eerste @ .., laatste]) => format!("{begin}: {} of {laatste}", eerste.join(", ")),
        _ => format!("{begin}: {}, en nog {meer} andere; {elders}", namen.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::kies;

    #[test]
    fn a_long_list_shows_what_looks_like_it_and_counts_the_rest() {
        assert_eq!(kies("Kies uit", "x", ["b", "a"], "zie daar"), "Kies uit: `b` of `a`");
        let namen = [
            "alfa",
            "onderwerp",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "mu",
            "nu",
        ];
        let hint = kies("Kies uit", "onderwrep", namen, "zie de handleiding");
        assert!(hint.starts_with("Kies uit: `onderwerp`, "), "{hint}");
        assert!(hint.ends_with(", en nog 5 andere; zie de handleiding"), "{hint}");
    }
}
