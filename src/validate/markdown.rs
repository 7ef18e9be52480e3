//! Markdown subset to the text tree.
