//! What a template opens and never closes: Tera only says that it ended too early.

use std::ops::Range;

/// Tags that need an end.
const BLOKKEN: &[&str] = &["if", "for", "block", "filter", "macro", "component", "raw"];

/// The opening that has no end: the last one that is still open.
pub fn open(text: &str) -> Option<Range<usize>> {
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(begin) = text[at..].find('{').map(|found| at + found) {
        at = begin + 1;
        let Some(sluit) = text[at..].chars().next().and_then(|teken| match teken {
            '{' => Some("}}"),
            '%' => Some("%}"),
            '#' => Some("#}"),
            _ => None,
        }) else {
            continue;
        };
        let binnen = begin + 2;
        let einde = text[binnen..].find(sluit).map(|einde| binnen + einde);
        // Within a comment everything may stand; within a tag no other tag.
        let volgende = ["{{", "{%"].iter().filter_map(|tag| text[binnen..].find(tag)).min().map(|tag| binnen + tag);
        let afgebroken = sluit != "#}" && volgende.is_some_and(|tag| einde.is_none_or(|einde| tag < einde));
        let Some(einde) = einde.filter(|_| !afgebroken) else {
            let regel = text[begin..].find('\n').map_or(text.len(), |einde| begin + einde);
            return Some(begin..regel);
        };
        let tag = begin..einde + sluit.len();
        at = tag.end;
        let woord = text[binnen..einde].trim_start_matches('-').split_whitespace().next().unwrap_or("");
        if sluit == "%}" && BLOKKEN.contains(&woord) {
            open.push(tag);
        } else if sluit == "%}" && woord.starts_with("end") {
            open.pop();
        }
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn the_opening_without_an_end_is_found() {
        for (text, what) in [
            ("a {% if b %} c", Some("{% if b %}")),
            ("{% if b %}{% for x in y %}{% endfor %}", Some("{% if b %}")),
            ("{{ a }} {{ b", Some("{{ b")),
            ("{{ a \n{% if b %}{% endif %}", Some("{{ a ")),
            ("{# {% if %} #} {% if a %}{% else %}{% endif %}", None),
            ("{# nooit", Some("{# nooit")),
            ("#let a = {1} {%- if b -%}", Some("{%- if b -%}")),
        ] {
            assert_eq!(open(text).map(|range| &text[range]), what, "{text}");
        }
    }
}
