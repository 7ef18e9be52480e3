//! Raw trees in, model out; every fault is noted.

pub mod markdown;
pub mod veld;
