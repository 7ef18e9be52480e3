//! Lines of a long text that lost their indentation: the parser stumbles over them late, or over what comes after.

use std::ops::Range;

/// The last line before `at` that follows a long text without its indentation and cannot be a field of its own.
pub fn uitgesprongen(text: &str, long_texts: &[Range<usize>], at: usize) -> Option<Range<usize>> {
    let lines = || {
        let mut start = 0;
        text.split_inclusive('\n').map(move |line| {
            let range = start..start + line.trim_end().len();
            start += line.len();
            range
        })
    };
    let filled = |range: &Range<usize>| !text[range.clone()].trim().is_empty();
    let indent = |range: &Range<usize>| {
        let line = &text[range.clone()];
        line.len() - line.trim_start().len()
    };
    long_texts.iter().rev().filter(|long| long.end <= at).find_map(|long| {
        let laatste = lines().filter(filled).take_while(|line| line.start < long.end).last()?;
        let mut erna = lines().filter(filled).skip_while(|line| line.start < long.end);
        let los = erna.next().filter(|los| los.start <= at && indent(los) < indent(&laatste))?;
        let tot = text[at..].find('\n').map_or(text.len(), |end| at + end);
        // Nothing but text up to the line of the error: a field in between is where another text begins.
        let veld = |line: &Range<usize>| is_veld(&text[line.clone()]);
        let zelf = erna.take_while(|line| line.start <= tot).all(|line| indent(&line) > indent(&los) || !veld(&line));
        (zelf && !veld(&los)).then(|| los.start + indent(&los)..los.end)
    })
}

/// Whether a line has the shape of YAML: a name with a colon, an item, a comment.
fn is_veld(line: &str) -> bool {
    let line = line.trim();
    let name = line.split_once(':').filter(|(_, rest)| rest.is_empty() || rest.starts_with(' ')).map(|(name, _)| name);
    let plain = |name: &str| !name.is_empty() && !name.contains(' ');
    name.is_some_and(plain) || line.starts_with("- ") || line.starts_with('#') || ["-", "---", "..."].contains(&line)
}
