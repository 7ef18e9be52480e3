//! Finds a code: by what somebody typed, or the same rule at another severity.

use super::codes::{ALL, ALS};
use super::{Code, Severity, closest};

impl Code {
    /// The same rule at another severity.
    #[must_use]
    pub fn met_ernst(&'static self, severity: Severity) -> &'static Self {
        let anders = ALS.iter().flatten().find(|code| code.id == self.id && code.severity == severity);
        anders.copied().unwrap_or(self)
    }
}

/// The code with this id, in capitals or not; else the one that looks most like it.
pub fn zoek(typed: &str) -> Result<&'static Code, Option<&'static Code>> {
    let typed = typed.trim().to_uppercase();
    let find = |id: &str| ALL.iter().find(|code| code.id == id).copied();
    find(&typed).ok_or_else(|| closest(&typed, ALL.iter().map(|code| code.id)).and_then(find))
}
