//! Every code with its severity and its rule in Dutch; the one list that messages and manual share.

use super::{Code, Severity};

macro_rules! codes {
    ($($id:ident $severity:ident $regel:literal)*) => {
        $(
            #[doc = $regel]
            pub const $id: &Code = &Code { id: stringify!($id), severity: Severity::$severity, regel: $regel };
        )*
        /// All codes, in order.
        pub const ALL: &[&Code] = &[$($id),*];
    };
}

codes! {
    // --- G1xx: reading files and YAML ---

    // --- G2xx: fields and structure ---

    // --- G3xx: text, merge fields, notes and references ---

    // --- G4xx: recipients, dates, people, paths ---

    // --- G5xx: kinds and templates ---

    // --- G6xx: compiling, PDF standards ---

    // --- G7xx: writing and publishing ---
}
