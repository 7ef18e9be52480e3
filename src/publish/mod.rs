//! Writes what has changed, whole or not at all.
