//! Shows notes as text.
