//! How a list of codes is written down: a line each with its severity and its rule.

macro_rules! codes {
    ($($id:ident $severity:ident $regel:literal)*) => {
        $(
            #[doc = $regel]
            pub const $id: &Code = &Code {
                id: stringify!($id),
                severity: Severity::$severity,
                regel: $regel,
                uitleg: include_str!(concat!("uitleg/", stringify!($id), ".md")),
            };
        )*
        /// All codes, in order.
        pub const ALL: &[&Code] = &[$($id),*];
        /// All codes at each severity, for projects that change it.
        pub(super) const ALS: &[[&Code; 3]] = &[$([
            &Code { severity: Severity::Fout, ..*$id },
            &Code { severity: Severity::Waarschuwing, ..*$id },
            &Code { severity: Severity::Tip, ..*$id },
        ]),*];
    };
}

pub(super) use codes;
