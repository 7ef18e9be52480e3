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
    G601 Fout "Elk teken komt voor in het lettertype van het document."
    G602 Fout "Elke afbeelding heeft een beschrijving voor wie haar niet ziet, of is als decoratief aangemerkt."
    G603 Fout "De eerste kop is van niveau 1 en koppen slaan geen niveau over."
    G604 Fout "Elke kop heeft een tekst."
    G605 Fout "Elk document heeft een titel en een datum."
    G606 Fout "Elke afbeelding is te lezen en past in een archief-PDF."
    G607 Fout "Een sjabloon gebruikt alleen lettertypen uit `fonts/`."
    G608 Fout "Een verwijzing leidt naar precies een plaats in het document."
    G609 Fout "Een document leest alleen wat in het project staat: geen andere bestanden, geen pakketten."
    G610 Fout "De tekst bevat geen tekens die een archief-PDF verbiedt."
    G611 Fout "Het document voldoet aan PDF/A-2a en PDF/UA-1."
    G612 Fout "De opmaak komt tot rust: verwijzingen veranderen de pagina's niet steeds opnieuw."
    G613 Fout "Een sjabloon is geldige Typst."
    G614 Fout "Elk bestand in `fonts/` is een lettertype dat te lezen is."
    G615 Fout "De naam van een afbeelding bestaat uit letters, cijfers, punten, streepjes en spaties."
    G616 Fout "Een sjabloon vraagt niet naar de datum van vandaag."

    // --- G7xx: writing and publishing ---
    G701 Waarschuwing "Het manifest van de vorige keer is te lezen; anders wordt alles opnieuw gemaakt."
    G702 Waarschuwing "Wat griffel maakte en niet meer hoort, wordt verwijderd; niet als iemand het intussen heeft veranderd."
    G703 Waarschuwing "Een PDF hoort bij de inhoud van nu; anders is hij verouderd."
}
