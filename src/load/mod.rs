//! Reads the project into memory; the only stage that looks at the disk.

pub mod node;
pub mod yaml;
