//! The text tree as Typst.
