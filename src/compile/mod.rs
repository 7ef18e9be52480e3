//! Typst sources to PDF, in process.
