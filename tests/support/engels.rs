//! Knows English when it sees it, in what a Dutch reader is told.

/// Words that stand in English sentences and in no Dutch one.
const WOORDEN: &[&str] = &[
    "the",
    "not",
    "cannot",
    "expected",
    "found",
    "unexpected",
    "unknown",
    "missing",
    "does",
    "must",
    "should",
    "with",
    "from",
    "failed",
    "invalid",
    "unclosed",
    "only",
    "and",
    "error",
    "line",
    "column",
    "did",
    "find",
];
/// The same of two words, where each alone is Dutch too.
const PAREN: &[&str] = &["has no"];

/// Whether a sentence holds English outside the backticks, between which stands what somebody typed.
pub fn is_engels(zin: &str) -> bool {
    let eigen = zin.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let woorden: Vec<&str> = eigen.split(|c: char| !c.is_alphabetic()).collect();
    woorden.iter().any(|woord| WOORDEN.contains(woord))
        || woorden.windows(2).any(|paar| PAREN.contains(&paar.join(" ").as_str()))
}
