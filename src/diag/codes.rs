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
    G301 Fout "Een invulveld begint met `{{` en eindigt in dezelfde alinea met `}}`."
    G302 Fout "Een invulveld gebruikt alleen de functies die griffel kent."
    G303 Fout "Een functie in een invulveld krijgt precies de argumenten die erbij horen."
    G304 Fout "In een invulveld staan alleen namen met punten ertussen en functies met haakjes."
    G305 Fout "Een invulveld staat in gewone tekst, nooit in een adres of een bestandsnaam."
    G311 Fout "Tekst bevat geen HTML."
    G312 Fout "Tekst bevat geen programmacode: geen accenten grave om woorden, geen ingesprongen alinea's."
    G313 Fout "Een scheidingslijn is een blok, geen rij streepjes in de tekst."
    G314 Fout "De tekst van een noot staat onder `noten`, niet tussen de alinea's."
    G315 Fout "Doorgehaalde tekst bestaat niet in een brief."
    G316 Fout "Afvinklijstjes bestaan niet in een brief."
    G317 Fout "Het adres van een link staat bij de link zelf."
    G318 Fout "Een kop begint met een tot vier hekjes en een spatie, en heeft woorden."
    G319 Fout "Bijzondere tekens staan er als zichzelf, niet als HTML-code."
    G321 Fout "Een link wijst naar een adres dat begint met https, http of mailto."
    G322 Fout "Een link heeft woorden die zeggen waar hij heen gaat."
    G323 Fout "Een afbeelding heeft een alternatieve tekst."
    G324 Fout "Een afbeelding staat in een eigen alinea."
    G325 Fout "Een link of afbeelding heeft geen titel tussen aanhalingstekens."
    G331 Fout "Elke rij van een tabel heeft evenveel cellen als de kop."
    G332 Fout "Lijsten, citaten en opmaak liggen niet onbeperkt diep in elkaar."
    G333 Fout "Dit veld is een enkele regel zonder koppen, lijsten of tabellen."
    G334 Waarschuwing "De nummers van een lijst lopen op zonder gaten."
    G335 Waarschuwing "Een lijst of citaat heeft inhoud."
    G341 Fout "Een nootverwijzing is `[^id]`, met een id van letters, cijfers, `-` en `_`."
    G342 Fout "In de tekst van een noot staat geen andere noot."

    // --- G4xx: recipients, dates, people, paths ---

    // --- G5xx: kinds and templates ---

    // --- G6xx: compiling, PDF standards ---

    // --- G7xx: writing and publishing ---
}
