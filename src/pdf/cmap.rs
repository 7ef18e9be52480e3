//! ToUnicode maps: from the codes of a font to the letters they stand for.

use std::collections::HashMap;

use super::font::CODES;
use super::objects::utf16;

/// Reads the `bfchar` and `bfrange` sections of a ToUnicode map.
pub fn parse(map: &[u8]) -> HashMap<u32, String> {
    let source = String::from_utf8_lossy(map);
    let tokens = tokens(&source);
    let mut letters = HashMap::new();
    let mut rest = tokens.as_slice();
    while let Some((token, after)) = rest.split_first() {
        rest = match *token {
            "beginbfchar" => chars(after, &mut letters),
            "beginbfrange" => ranges(after, &mut letters),
            _ => after,
        };
    }
    letters
}

/// `<code> <letters>` until the section ends.
fn chars<'a, 'b>(mut rest: &'b [&'a str], letters: &mut HashMap<u32, String>) -> &'b [&'a str] {
    while let [code, target, after @ ..] = rest {
        let (Some(code), Some(target)) = (hex(code), hex(target)) else { break };
        letters.insert(number(&code), utf16(&target));
        rest = after;
    }
    rest
}

/// `<first> <last> <letters>` or `<first> <last> [<letters> ...]` until the section ends.
fn ranges<'a, 'b>(mut rest: &'b [&'a str], letters: &mut HashMap<u32, String>) -> &'b [&'a str] {
    while let [first, last, target, after @ ..] = rest {
        let (Some(first), Some(last)) = (hex(first), hex(last)) else { break };
        let (first, last) = (number(&first), number(&last));
        rest = after;
        if let Some(mut target) = hex(target) {
            for code in (first..=last).take(CODES) {
                letters.insert(code, utf16(&target));
                if let Some(low) = target.last_mut() {
                    *low = low.wrapping_add(1);
                }
            }
        } else {
            let end = rest.iter().position(|t| *t == "]").unwrap_or(rest.len());
            let targets = rest[..end].iter().filter_map(|t| hex(t));
            letters.extend((first..=last).take(CODES).zip(targets.map(|t| utf16(&t))));
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }
    rest
}

/// Words, hexadecimal strings and brackets; `><` needs no blank between.
fn tokens(source: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '<' if !rest.starts_with("<<") => rest.find('>').map_or(rest.len(), |end| end + 1),
            '[' | ']' | '<' | '>' => 1,
            _ => rest.find(|c: char| c.is_whitespace() || "<>[]".contains(c)).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

fn hex(token: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = token.strip_prefix('<')?.strip_suffix('>')?.bytes().filter(u8::is_ascii_hexdigit).collect();
    let value = |d: &u8| char::from(*d).to_digit(16).map(|v| v as u8);
    digits.chunks(2).map(|pair| Some(value(&pair[0])? << 4 | pair.get(1).map_or(Some(0), value)?)).collect()
}

fn number(code: &[u8]) -> u32 {
    code.iter().fold(0, |n, byte| n << 8 | u32::from(*byte))
}

#[test]
fn reads_chars_and_both_kinds_of_ranges() {
    let map = parse(
        b"1 begincodespacerange<0000><FFFF>endcodespacerange 2 beginbfchar <0001><0041>\n<0002> <006600660069> endbfchar
          2 beginbfrange <0010> <0012> <0061> <0020><0021>[<20AC> <D83DDE00>] endbfrange",
    );
    let expected = [(1, "A"), (2, "ffi"), (16, "a"), (17, "b"), (18, "c"), (32, "€"), (33, "😀")];
    assert_eq!(map, expected.map(|(code, letters)| (code, letters.to_owned())).into());
}
