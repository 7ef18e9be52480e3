//! Changes a text the way a person or an enemy would: lines, indents, pieces of other texts, signs that mean something.

/// A small generator (xorshift), so that a seed gives the same cases everywhere.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `limit`; 0 when that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { (self.next() % limit as u64) as usize }
    }

    pub fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// What means something to YAML, Markdown, merge fields, Tera, Typst, CSV, or to a reader of bytes.
const SIGNS: &[&str] = &[
    ": ",
    "- ",
    "\n",
    "\n\n",
    "  ",
    "\t",
    "#",
    "# ",
    "|",
    ">",
    "|\n  ",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!str ",
    "---\n",
    "...",
    "<<: ",
    "? ",
    "%YAML 1.2\n",
    "~",
    "null",
    "\\",
    "\\u202E",
    "{{",
    "}}",
    "{{ gemeente.naam }}",
    "{{ bijlage(x) }}",
    "{{ beslispunt(x) }}",
    "{{ bedrag(1,5) }}",
    "{{ a.b.c(d(e)) }}",
    "{% if x %}",
    "{% endif %}",
    "{#",
    "#}",
    "{% include \"x\" %}",
    "[^a]",
    "[^",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "^",
    "`",
    "```\n",
    "![x](y)",
    "[x](https://x.example)",
    "](",
    "<script>",
    "<b>",
    "&amp;",
    "&#x202e;",
    "<!--",
    "| a | b |\n|---|--:|\n| c | d |\n",
    "a. x\nb. y\n",
    "1. x\n2. y\n",
    "> ",
    "- [ ] x\n",
    "===\n",
    "#import \"x\": *",
    "#read(\"/etc/passwd\")",
    "#let x = 1",
    "$x^2$",
    "@ref",
    "<label>",
    "#\"",
    "\";",
    "../../x",
    "/etc/passwd",
    "C:\\x",
    "\\\\server\\x",
    "CON",
    "a\0b",
    "\u{0}",
    "\u{7}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200f}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "\u{e000}",
    "\u{10ffff}",
    "é",
    "e\u{301}",
    "’",
    "ĳ",
    "ŵ",
    "שלום",
    "日本",
    "👩‍👩‍👧",
    "onbekend",
    "nvt: ja",
    "blok: tabel",
    "blok: organigram",
    "tekst:",
    "lokaal:",
    "datum: 2022-02-30",
    "2022-03-01",
    "--06-14",
    "-1",
    "0123",
    "1e999",
    "99999999999999999999",
    "€ 1.250,50",
    "ja",
    "nee",
    "true",
    ";",
    ",",
    "\r\n",
    "\r",
    "gemeente;",
    "\"\"",
];

/// A text with some changes.
pub fn mutated(text: &str, corpus: &[String], chance: &mut Chance) -> String {
    let mut text = text.to_owned();
    for _ in 0..1 + chance.below(4) {
        text = once(text, corpus, chance);
        text.truncate(text.floor_char_boundary(200_000));
    }
    text
}

/// A random place between two characters, most often in a sentence: what breaks a key goes no further.
fn place(text: &str, chance: &mut Chance) -> usize {
    let at = text.floor_char_boundary(chance.below(text.len() + 1));
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let words = text[line..end].matches(' ').count();
    if chance.below(2) == 0 || words > 6 { at } else { text.floor_char_boundary(chance.below(text.len() + 1)) }
}

fn once(mut text: String, corpus: &[String], chance: &mut Chance) -> String {
    let at = place(&text, chance);
    match chance.below(12) {
        0..=3 => text.insert_str(at, chance.of(SIGNS)),
        4 => {
            let sign = chance.of(SIGNS);
            text.insert_str(at, &sign.repeat(1 << chance.below(12)));
        }
        5 => {
            let end = text.ceil_char_boundary((at + 1 + chance.below(30)).min(text.len()));
            text.replace_range(at..end, "");
        }
        6 => text.truncate(at),
        7 => {
            let other = &corpus[chance.below(corpus.len())];
            let from = place(other, chance);
            let to = other.ceil_char_boundary((from + chance.below(200)).min(other.len()));
            text.insert_str(at, &other[from..to]);
        }
        8 => {
            let end = text.ceil_char_boundary((at + 1).min(text.len()));
            text.replace_range(at..end, chance.of(SIGNS));
        }
        _ => text = lines(&text, chance),
    }
    text
}

/// Changes between whole lines: gone, twice, swapped, indented otherwise, with another value.
fn lines(text: &str, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let (at, other) = (chance.below(lines.len()), chance.below(lines.len()));
    match chance.below(6) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[other].clone()),
        2 => lines.swap(at, other),
        3 => lines[at].insert_str(0, chance.of(&[" ", "  ", "    ", "\t"])),
        4 => lines[at] = lines[at].trim_start().to_owned(),
        _ => {
            if let Some(colon) = lines[at].find(": ") {
                lines[at].replace_range(colon + 2.., chance.of(SIGNS));
                lines[at].push('\n');
            }
        }
    }
    lines.concat()
}
