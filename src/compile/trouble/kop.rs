//! Which heading Typst means: it names the call in a style module, and the levels it stumbled over.

use super::super::Bron;
use crate::diag::Span;

/// How render writes a heading.
const BEGIN: &str = "#heading(level: ";

/// The heading whose level is more than one below the heading before it, or that comes first and is not the highest.
pub fn sprong(bron: &Bron) -> Option<Span> {
    let main = &bron.files.first()?.text;
    // Texts are included one by one: the order on paper is that of the main source.
    let mut files: Vec<_> = bron.files.iter().skip(1).filter_map(|file| Some((main.find(&file.path)?, file))).collect();
    files.sort_by_key(|(at, _)| *at);
    let mut vorige = 0;
    for (_, file) in files {
        for (at, _) in file.text.match_indices(BEGIN) {
            let niveau = file.text[at + BEGIN.len()..].chars().next().and_then(|digit| digit.to_digit(10))?;
            if niveau > vorige + 1 {
                let end = file.text[at..].find("]\n").map_or(file.text.len(), |end| at + end);
                return file.herkomst(at..end);
            }
            vorige = niveau;
        }
    }
    None
}
