//! Which document for which gemeente.
