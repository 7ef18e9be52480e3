//! Finds a code by what somebody typed.

use super::codes::ALL;
use super::{Code, closest};

/// The code with this id, in capitals or not; else the one that looks most like it.
pub fn zoek(typed: &str) -> Result<&'static Code, Option<&'static Code>> {
    let typed = typed.trim().to_uppercase();
    let find = |id: &str| ALL.iter().find(|code| code.id == id).copied();
    find(&typed).ok_or_else(|| closest(&typed, ALL.iter().map(|code| code.id)).and_then(find))
}
