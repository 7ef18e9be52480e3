//! Addresses of the web and of e-mail: the targets of links, and those that stand bare in the text.

use std::ops::Range;

/// A bare web address at the start of a text.
pub(super) struct Kaal {
    /// Bytes that could belong to it, with the punctuation behind it.
    pub ruw: usize,
    /// Bytes that do belong to it.
    pub lengte: usize,
    /// Where it leads; `None` when it is not an address after all.
    pub url: Option<String>,
}

/// The target of a link as a whole address; `None` when griffel does not link to such a thing.
pub(super) fn doel(doel: &str) -> Option<String> {
    if doel.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '\u{e000}')) {
        return None;
    }
    let klein = doel.to_ascii_lowercase();
    let na = |begin: &str| klein.strip_prefix(begin).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    if na("https://") || na("http://") {
        Some(doel.to_string())
    } else if let Some(email) = klein.strip_prefix("mailto:") {
        let adres = email.split_once('?').map_or(email, |(adres, _)| adres);
        is_email(adres).then(|| doel.to_string())
    } else if na("www.") {
        Some(format!("https://{doel}"))
    } else {
        is_email(doel).then(|| format!("mailto:{doel}"))
    }
}

/// What stands between angle brackets, when it has a scheme we link to or is an e-mail address.
pub(super) fn tussen_haken(inhoud: &str) -> Option<String> {
    let klein = inhoud.get(..8).unwrap_or(inhoud).to_ascii_lowercase();
    let schema = ["http://", "https://", "mailto:", "www."].iter().any(|begin| klein.starts_with(begin));
    if schema || is_email(inhoud) { doel(inhoud) } else { None }
}

/// A web address at the very start of `tekst`.
pub(super) fn web_op(tekst: &str) -> Option<Kaal> {
    let klein = tekst.as_bytes().get(..8).unwrap_or(tekst.as_bytes()).to_ascii_lowercase();
    let begin = [&b"https://"[..], b"http://", b"www."].into_iter().find(|begin| klein.starts_with(begin))?;
    let stop = |c: char| c.is_whitespace() || c.is_control() || "<>\"“”‘’„«»|`[]{}\\\u{e000}".contains(c);
    let ruw = tekst.find(stop).unwrap_or(tekst.len());
    let lengte = zonder_leestekens(&tekst[..ruw]);
    let adres = &tekst[..lengte];
    let host = adres.get(begin.len()..).unwrap_or("");
    let goed = host.starts_with(char::is_alphanumeric) && (begin != b"www." || host.contains('.'));
    Some(Kaal { ruw, lengte, url: if goed { doel(adres) } else { None } })
}

/// The length of an address without the punctuation of the sentence around it.
fn zonder_leestekens(adres: &str) -> usize {
    let mut over = adres.matches(')').count() as i64 - adres.matches('(').count() as i64;
    let mut kern = adres;
    while let Some(laatste) = kern.chars().next_back() {
        match laatste {
            ')' if over > 0 => over -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '^' | '…' => {}
            _ => break,
        }
        kern = &kern[..kern.len() - laatste.len_utf8()];
    }
    kern.len()
}

/// The e-mail address around the `@` at `nr`, not reaching back before `grens`.
pub(super) fn email_om(tekst: &str, nr: usize, grens: usize) -> Option<Range<usize>> {
    let bytes = tekst.as_bytes();
    let lokaal = bytes[grens..nr].iter().rev().take(65).take_while(|b| is_lokaal(**b)).count();
    let run = nr - lokaal;
    let voor = run.checked_sub(1).map_or(b' ', |vorige| bytes[vorige]);
    let begin = run + bytes[run..nr].iter().take_while(|b| !b.is_ascii_alphanumeric()).count();
    let ruw =
        bytes[nr + 1..].iter().take(255).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let host = bytes[nr + 1..nr + 1 + ruw].iter().rev().skip_while(|b| !b.is_ascii_alphanumeric()).count();
    let einde = nr + 1 + host;
    let los = voor.is_ascii() && !matches!(voor, b'\\' | b'/' | b'@') && (run > grens || grens == 0);
    let heel = begin < nr && lokaal < 65 && los;
    let ervoor_en_erna = bytes.get(einde).is_none_or(|b| b.is_ascii() && *b != b'@');
    (heel && ervoor_en_erna && is_email(&tekst[begin..einde])).then_some(begin..einde)
}

fn is_lokaal(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

fn is_email(adres: &str) -> bool {
    let Some((lokaal, host)) = adres.split_once('@') else { return false };
    let delen: Vec<&str> = host.split('.').collect();
    let eind_goed = delen.last().is_some_and(|eind| eind.len() >= 2 && eind.bytes().all(|b| b.is_ascii_alphabetic()));
    let deel_goed = |deel: &&str| !deel.is_empty() && deel.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    !lokaal.is_empty() && lokaal.bytes().all(is_lokaal) && delen.len() >= 2 && eind_goed && delen.iter().all(deel_goed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_are_link_targets() {
        let tabel = [
            (
                "https://www.ridderkerk.nl/a_b?x=1&y=%20#:~:text=a",
                Some("https://www.ridderkerk.nl/a_b?x=1&y=%20#:~:text=a"),
            ),
            ("www.ridderkerk.nl", Some("https://www.ridderkerk.nl")),
            ("info@ridderkerk.nl", Some("mailto:info@ridderkerk.nl")),
            ("mailto:info@ridderkerk.nl?subject=x", Some("mailto:info@ridderkerk.nl?subject=x")),
            ("mailto:", None),
            ("https://", None),
            ("", None),
            ("bijlage.pdf", None),
            ("javascript:alert(1)", None),
            ("ftp://x.nl", None),
            ("#kop", None),
            ("https://x.nl/a b", None),
            ("a@b", None),
        ];
        for (typed, verwacht) in tabel {
            assert_eq!(doel(typed).as_deref(), verwacht, "{typed}");
        }
    }

    #[test]
    fn a_bare_address_ends_before_the_punctuation_of_its_sentence() {
        let tabel = [
            ("www.x.nl.", Some("www.x.nl")),
            ("https://x.nl/a(b), en", Some("https://x.nl/a(b)")),
            ("https://x.nl) en", Some("https://x.nl")),
            ("https://x.nl/** vet", Some("https://x.nl/")),
            ("HTTPS://X.nl", Some("HTTPS://X.nl")),
            ("www.x", None),
            ("https://…", None),
            ("www. x.nl", None),
        ];
        for (tekst, verwacht) in tabel {
            let kaal = web_op(tekst).unwrap();
            assert_eq!(kaal.url.is_some().then(|| &tekst[..kaal.lengte]), verwacht, "{tekst}");
        }
        assert!(web_op("wethouder").is_none());
    }

    #[test]
    fn an_email_address_is_found_around_its_at_sign() {
        let tabel = [
            ("mail jeugd@ridderkerk.nl.", Some("jeugd@ridderkerk.nl")),
            ("(a.b+c@x-y.nl)", Some("a.b+c@x-y.nl")),
            ("_a@x.nl_", Some("a@x.nl")),
            ("@wethouder", None),
            ("a@b", None),
            ("a\\_b@x.nl", None),
            ("é@x.nl", None),
            ("a@x.nl@y", None),
            ("a@b.c1", None),
        ];
        for (tekst, verwacht) in tabel {
            let gevonden = email_om(tekst, tekst.find('@').unwrap(), 0).map(|bereik| &tekst[bereik]);
            assert_eq!(gevonden, verwacht, "{tekst}");
        }
    }
}
