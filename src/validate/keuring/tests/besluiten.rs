//! Points to decide, statements, sums, titles.

use super::Geval;

pub const GEVALLEN: &[Geval] = &[
    Geval {
        code: "G847",
        fout: &[
            ("|Bel met nummer xxx.", "xxx"),
            ("|Geachte [naam], welkom.", "[naam]"),
            ("|De vergadering is op ... 2021.", "..."),
            ("|Lorem ipsum dolor.", "Lorem ipsum"),
            ("|De kosten zijn PM.", "PM"),
            ("|Het bedrag is ____ euro.", "____"),
        ],
        goed: &[
            "|Hij zei: “Dat is (...) genoeg.”",
            "|En toen werd het stil...",
            "|Zij schreef dat [de raad] besluit.",
            "|| Post | Bedrag |\n|---|---|\n| Zaal | PM |",
            "|Deel XX en de exxxtra.",
            "|Dat is zo [...] gebleven.",
        ],
    },
    Geval {
        code: "G848",
        fout: &[(
            "onderwerp: Vaststelling van de regiovisie en van alles wat daarbij hoort, met inbegrip van de financiële gevolgen voor de gemeenten, de planning voor de komende vier jaar en de manier waarop wij met elkaar afspreken hoe wij dit samen willen gaan doen",
            "eken hoe wij dit samen willen gaan doen",
        )],
        goed: &[
            "onderwerp: Vaststelling van de regiovisie",
            "korte_titel: Regiovisie",
            "|Een lange zin is geen titel, ook niet als hij lang is.",
        ],
    },
    Geval {
        code: "G849",
        fout: &[(
            "korte_titel: Een korte titel die met meer dan tachtig tekens helemaal niet kort is en dus niet past",
            "t past",
        )],
        goed: &[
            "korte_titel: Regiovisie",
            "korte_titel: Een korte titel die met precies tachtig tekens nog net op de regel past",
            "onderwerp: Een onderwerp dat met meer dan tachtig tekens wel lang is maar nog geen tweehonderd heeft",
        ],
    },
    Geval {
        code: "G850",
        fout: &[
            ("bijlagen:\n  - {id: visie, titel: regiovisie.pdf, vindplaats: website}", ".pdf"),
            ("bijlagen:\n  - {id: visie, titel: Regiovisie_definitief, vindplaats: website}", "_"),
        ],
        goed: &[
            "bijlagen:\n  - {id: visie, titel: Regiovisie, vindplaats: website}",
            "bijlagen:\n  - {id: visie, titel: Uitleg over pdf, vindplaats: website}",
            "bijlagen:\n  - {id: visie, titel: Regels voor .nl en meer, vindplaats: website}",
        ],
    },
    Geval {
        code: "G851",
        fout: &[("beslispunten:\n  - tekst: Kennis te nemen van de visie.", "Kennis te nemen van")],
        goed: &[
            "beslispunten:\n  - tekst: De kennis van de raad te vergroten.",
            "beslispunten:\n  - tekst: De visie vast te stellen.",
            "|Wij vragen u kennis te nemen van de visie.",
        ],
    },
    Geval {
        code: "G852",
        fout: &[("beslispunten:\n  - tekst: De visie van 30 november 2020.", "De visie van 30 november 2020.")],
        goed: &[
            "beslispunten:\n  - tekst: De visie vast te stellen.",
            "beslispunten:\n  - tekst: Vaststellen van de visie.",
            "beslispunten:\n  - tekst: In te stemmen met de visie.",
            "beslispunten:\n  - tekst: \"Het college deze wensen mee te geven:\"\n    sub:\n      - tekst: een plan in 2024.",
            "beslispunten:\n  - tekst: De kosten te verrekenen met de reserve.",
        ],
    },
    Geval {
        code: "G853",
        fout: &[(
            "beslispunten:\n  - tekst: De visie vast te stellen en voor de uitvoering € 10.000 beschikbaar te stellen.",
            "te stellen",
        )],
        goed: &[
            "beslispunten:\n  - tekst: De visie vast te stellen en bekend te maken.",
            "beslispunten:\n  - tekst: Het college op te dragen de raad te informeren.",
            "beslispunten:\n  - tekst: De visie vast te stellen om de hulp te verbeteren.",
            "beslispunten:\n  - tekst: De visie en de begroting vast te stellen.",
        ],
    },
    Geval {
        code: "G854",
        fout: &[("beslispunten:\n  - tekst: De visie vast te stellen, omdat de wet dat vraagt.", "omdat")],
        goed: &[
            "beslispunten:\n  - tekst: De visie vast te stellen.",
            "|Wij vragen dit, omdat de wet dat vraagt.",
            "beslispunten:\n  - tekst: De visie vast te stellen.\n    argumenten:\n      - stelling: De visie is nodig, omdat de wet dat vraagt",
        ],
    },
    Geval {
        code: "G855",
        fout: &[
            (
                "beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Belang van de regiovisie",
                "Belang van de regiovisie",
            ),
            ("beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Waarom nu?", "Waarom nu?"),
            (
                "beslispunten:\n  - tekst: Ja te zeggen.\n    kanttekeningen:\n      - stelling: Uitwerking van plannen",
                "Uitwerking van plannen",
            ),
        ],
        goed: &[
            "beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Invoering van de visie vraagt tijd",
            "beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: De visie geeft richting",
            "beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Wijziging van de wet is nog niet ingegaan",
            "beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Gemeenten leren van elkaar",
        ],
    },
    Geval {
        code: "G856",
        fout: &[("beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Dit is nodig.", ".")],
        goed: &[
            "beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Dit is nodig",
            "beslispunten:\n  - tekst: Ja te zeggen.\n    argumenten:\n      - stelling: Dit geldt voor scholen e.d.",
            "|Dit is nodig.",
        ],
    },
    Geval {
        code: "G861",
        fout: &[
            ("|| Post | Bedrag |\n|---|--:|\n| Team | € 100 |\n| Zaal | € 50,50 |\n| Totaal | € 160 |", "€ 160"),
            (
                "inhoud:\n  - blok: tabel\n    totaalrij: ja\n    kolommen: [{}, {}]\n    rijen:\n      - [Wie, Uren]\n      - [A, 36 uur]\n      - [B, 4 uur]\n      - [Samen, 41 uur]",
                "41 uur",
            ),
        ],
        goed: &[
            "|| Post | Bedrag |\n|---|--:|\n| Team | € 100 |\n| Zaal | € 50,50 |\n| Totaal | € 150,50 |",
            "|| Post | Bedrag |\n|---|--:|\n| Team | € 100 |\n| Zaal | PM |\n| Totaal | € 160 |",
            "|| Post | Deel |\n|---|--:|\n| Team | 33% |\n| Zaal | 66% |\n| Totaal | 100% |",
            "|| Jaar | Aantal |\n|---|--:|\n| 2021 | 5 |\n| 2022 | 6 |\n| 2023 | 7 |",
            "|| Post | Bedrag |\n|---|--:|\n| Team | € 100 |\n| waarvan zaal | € 50 |\n| Totaal | € 100 |",
            "|| Post | Inzet |\n|---|--:|\n| Team | 1 fte |\n| Zaal | 4 uur |\n| Totaal | 2 fte |",
        ],
    },
    Geval {
        code: "G862",
        fout: &[("|Samen is dat € 50.000 + € 150.000 = € 250.000.", "€ 250.000")],
        goed: &[
            "|Samen is dat € 50.000 + € 150.000 = € 200.000.",
            "|Van 18+ is dat = 5.",
            "|De som 2 + 3 uur = 6 dagen.",
            "|Wij rekenen 1 + {{ lokaal.x }} = 3.",
        ],
    },
];
