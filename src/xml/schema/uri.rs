//! Whether a text is a web address, absolute or relative, by RFC 3986 as libxml2 applies it to `xs:anyURI`.

/// Whether the text is one. Letters that an address must write otherwise (`é`, a space, `{`) count as written so.
pub fn is_uri(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_graphic() && !"<>\"{}|\\^`".contains(letter);
    let text: String = text.chars().map(|letter| if plain(letter) { letter } else { '_' }).collect();
    let (text, fragment) = text.split_once('#').map_or((&*text, ""), |(text, fragment)| (text, fragment));
    let (text, query) = text.split_once('?').map_or((text, ""), |(text, query)| (text, query));
    let behind = |part: &str, more: &str| letters(part, &format!("{PATH}/?{more}"));
    behind(query, "") && behind(fragment, "[]") && is_address(text)
}

/// What may stand in a part of a path, beside letters and digits.
const PATH: &str = "-._~!$&'()*+,;=:@";

fn is_address(text: &str) -> bool {
    let scheme = text.split_once(':').filter(|(scheme, _)| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    });
    let rest = scheme.map_or(text, |(_, rest)| rest);
    if let Some(rest) = rest.strip_prefix("//") {
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        return is_authority(authority) && is_path(path);
    }
    // A colon in the first part of a relative path would read as a scheme.
    let first = rest.split('/').next().unwrap_or_default();
    is_path(rest) && (scheme.is_some() || !first.contains(':'))
}

fn is_authority(text: &str) -> bool {
    let host = match text.split_once('@') {
        Some((user, host)) if letters(user, "-._~!$&'()*+,;=:") => host,
        Some(_) => return false,
        None => text,
    };
    let (host, port) = match host.strip_prefix('[').map(|inside| inside.split_once(']')) {
        Some(Some((_, port))) => ("", port),
        Some(None) => return false,
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let port = port
        .strip_prefix(':')
        .map_or(port.is_empty(), |port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    port && letters(host, "-._~!$&'()*+,;=")
}

fn is_path(text: &str) -> bool {
    letters(text, &format!("{PATH}/"))
}

/// Only letters, digits, these signs and bytes in `%hh`.
fn letters(text: &str, signs: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let sound = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|hex| hex.is_ascii_hexdigit())),
            _ => byte.is_ascii_alphanumeric() || signs.contains(char::from(byte)),
        };
        if !sound {
            return false;
        }
    }
    true
}
