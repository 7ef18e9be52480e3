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
    G101 Fout "Een bestand is opgeslagen als UTF-8."
    G102 Fout "Een bestand heeft inhoud."
    G103 Fout "Een bestand is hoogstens 10 MiB groot, 32 lagen diep en 100.000 onderdelen lang."
    G104 Fout "Tekst bevat geen onzichtbare stuurtekens en geen tekens zonder vaste betekenis."
    G105 Fout "Inspringen gaat met spaties, niet met tabs."
    G106 Fout "Een bestand bevat één document."
    G107 Fout "Ankers (`&`), verwijzingen (`*`) en samenvoegen (`<<`) van YAML worden niet gebruikt."
    G108 Fout "Labels van YAML (`!iets`) worden niet gebruikt."
    G109 Fout "Een veld staat maar één keer in dezelfde groep."
    G110 Fout "De naam van een veld is één stukje tekst."
    G111 Fout "Een waarde die met een samenvoegveld begint, staat tussen aanhalingstekens."
    G112 Fout "Aanhalingstekens openen en sluiten een hele waarde."
    G113 Fout "Elk haakje dat opent, sluit ook."
    G114 Fout "Regels die bij elkaar horen, springen even ver in."
    G115 Fout "Tekst met een dubbele punt en een spatie staat tussen aanhalingstekens."
    G116 Fout "Tekst die met een bijzonder teken begint, staat tussen aanhalingstekens."
    G117 Fout "Na de naam van een veld komt een dubbele punt en een spatie."
    G118 Fout "Na `|` of `>` begint de tekst op de volgende regel."
    G119 Fout "Opdrachten aan YAML (regels met `%`) worden niet gebruikt."
    G120 Fout "Een bestand is geschreven in geldige YAML."
    G121 Waarschuwing "Een opmerking begint met `# `; wat erna staat, hoort niet bij de waarde."

    // --- G2xx: fields and structure ---
    G201 Fout "Een verplicht veld staat er."
    G202 Fout "Een verplicht veld is ingevuld."
    G203 Fout "Er staan alleen velden die hier bestaan."
    G204 Fout "Een waarde heeft de vorm die bij het veld hoort: tekst, een lijst of een groep velden."
    G205 Fout "Een keuzeveld heeft een van de vaste waarden."
    G206 Fout "Een ja-neeveld is `ja` of `nee`."
    G207 Fout "Een getal is een geheel getal binnen de grenzen van het veld."
    G208 Fout "Een datum bestaat en is geschreven als jaar-maand-dag: 2021-07-02."
    G209 Fout "Een korte naam (id) bestaat uit kleine letters, cijfers en streepjes."
    G210 Fout "Een bestandsnaam is een pad binnen de map, met gewone schuine strepen."
    G211 Fout "Een webadres begint met https://, http:// of mailto:."
    G212 Fout "Een veld van één regel bevat geen regeleinde."

    // --- G3xx: text, merge fields, notes and references ---

    // --- G4xx: recipients, dates, people, paths ---

    // --- G5xx: kinds and templates ---

    // --- G6xx: compiling, PDF standards ---

    // --- G7xx: writing and publishing ---
}
