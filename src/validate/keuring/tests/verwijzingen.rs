//! Dates, references, the build of a document, links.

use super::Geval;

pub const GEVALLEN: &[Geval] = &[
    Geval {
        code: "G801",
        fout: &[
            ("|Op 23 juni jl. gaf de stuurgroep advies.", "23 juni jl."),
            ("|Op 23 juni 2021 jongstleden gaf zij advies.", "23 juni 2021 jongstleden"),
        ],
        goed: &[
            "|Op 3 juni jl. gaf de stuurgroep advies.",
            "|Op 20 december jl. gaf de stuurgroep advies.",
            "datum: 2021\ninhoud: Op 23 juni jl. gaf zij advies.",
            "|De jl. 23 juni.",
        ],
    },
    Geval {
        code: "G802",
        fout: &[("|De raad vergadert op 20 mei a.s. hierover.", "20 mei a.s.")],
        goed: &[
            "|De raad vergadert op 20 juni a.s. hierover.",
            "|De raad vergadert op 20 januari a.s. hierover.",
            "|De raad vergaderde op 20 mei 2021, als vaker.",
        ],
    },
    Geval {
        code: "G803",
        fout: &[
            ("|De avond is op woensdag 20 mei 2021.", "woensdag 20 mei 2021"),
            ("|Kom op vrijdagavond 20 mei naar het huis.", "vrijdagavond 20 mei"),
        ],
        goed: &[
            "|De avond is op donderdag 20 mei 2021.",
            "|Kom op donderdagavond 20 mei naar het huis.",
            "|Elke woensdag, ook op 20 mei 2021.",
            "datum: onbekend\ninhoud: Kom op vrijdag 20 mei.",
        ],
    },
    Geval {
        code: "G804",
        fout: &[("|Op 3 juni jl. gaf zij advies.", "3 juni jl.")],
        goed: &["|Op 3 juni 2021 gaf zij advies.", "|Zie bijlage 3 jl.", "|De asfaltweg van 3 juni 2021."],
    },
    Geval {
        code: "G805",
        fout: &[("|Het bestuur besluit op 2 juli over dit voorstel.", "2 juli")],
        goed: &[
            "|Het bestuur besluit op 2 juli 2021 over dit voorstel.",
            "|Van 2 juli tot 5 juli 2021.",
            "|Jaarlijks voor 1 mei komt er een verslag.",
            "|In paragraaf 3.2 mei u weinig.",
            "|Voor 15 september van elk jaar.",
        ],
    },
    Geval {
        code: "G806",
        fout: &[("betreft: {ontvangen: 2024-05-02, uiterste_datum: 2024-04-02}", "2024-04-02")],
        goed: &[
            "betreft: {ontvangen: 2024-05-02, uiterste_datum: 2024-05-02}",
            "betreft: {ontvangen: 2024-05-02, uiterste_datum: onbekend}",
            "betreft: {ontvangen: 2024-05, uiterste_datum: 2024-04-02}",
            "datum: 2021-04-22\nvergadering: {raad: 2021-04-22}",
        ],
    },
    Geval {
        code: "G807",
        fout: &[("|Reageer voor 31 juni 2024.", "31 juni 2024")],
        goed: &["|Reageer voor 29 februari 2024.", "|Reageer voor 29 februari.", "|Met 39 stemmen in mei 2021."],
    },
    Geval {
        code: "G808",
        fout: &[("routing:\n  - {overleg: A, datum: 2021-06-23}\n  - {overleg: B, datum: 2021-05-20}", "2021-05-20")],
        goed: &[
            "routing:\n  - {overleg: A, datum: 2021-05-20}\n  - {overleg: B, datum: 2021-06-23}",
            "routing:\n  - {overleg: A, datum: 2021-05-20}\n  - {overleg: B, datum: 2021-05-20}",
            "routing:\n  - {overleg: A, datum: 2021-06-23}\n  - {overleg: B, datum: 2021}\n  - {overleg: C}",
        ],
    },
    Geval {
        code: "G811",
        fout: &[("|De visie is vastgesteld (zie bijlage).", "zie bijlage")],
        goed: &[
            "|De visie is vastgesteld (zie {{ bijlage(visie) }}).",
            "|De visie is vastgesteld (zie bijlage 2 van de wet).",
            "|Zie bijlage: de visie.",
            "|Wij zien de bijlage van de gemeente tegemoet.",
        ],
    },
    Geval {
        code: "G812",
        fout: &[(
            "inhoud: Tekst.\nbijlagen:\n  - {id: visie, titel: Visie, vindplaats: website}",
            "{id: visie, titel: Visie, vindplaats: website}",
        )],
        goed: &[
            "inhoud: \"Zie {{ bijlage(visie) }}.\"\nbijlagen:\n  - {id: visie, titel: Visie, vindplaats: website}",
            "bijlagen:\n  - {id: visie, titel: Visie, vindplaats: website, status: ingetrokken}",
            "beslispunten:\n  - tekst: \"De visie ({{ bijlage(visie) }}) vast te stellen.\"\nbijlagen:\n  - {id: visie, titel: Visie, vindplaats: website}",
        ],
    },
    Geval {
        code: "G813",
        fout: &[("beslispunten:\n  - tekst: De visie volgens de bijgevoegde bijlage vast te stellen.", "bijlage")],
        goed: &[
            "beslispunten:\n  - tekst: \"De visie volgens de bijlage ({{ bijlage(visie) }}) vast te stellen.\"",
            "beslispunten:\n  - tekst: Een bijlage toe te voegen.",
            "|De bijgevoegde bijlage is lang.",
        ],
    },
    Geval {
        code: "G814",
        fout: &[(
            "inhoud: De cijfers staan in bijlage 2.\nbijlagen:\n  - {id: visie, titel: Visie, vindplaats: website}",
            "bijlage 2",
        )],
        goed: &[
            "|De cijfers staan in bijlage 2.",
            "inhoud: Dat staat in bijlage 2 van de Jeugdwet.\nbijlagen:\n  - {id: visie, titel: Visie, vindplaats: website}",
            "inhoud: \"Dat staat in {{ bijlage(visie) }}.\"\nbijlagen:\n  - {id: visie, titel: Visie bijlage 2, vindplaats: website}",
        ],
    },
    Geval {
        code: "G815",
        fout: &[("|De Commissie van Wijzen¹ gaf advies.", "¹"), ("|De Commissie van Wijzen^2^ gaf advies.", "2")],
        goed: &[
            "|Een zaal van 40 m².",
            "|Dat is 10³ keer zoveel.",
            "|Een zaal van 40 m^2^.",
            "|De commissie[^noot] gaf advies.\n\n",
        ],
    },
    Geval {
        code: "G821",
        fout: &[("|# Geld\n\n### Bijdrage\n\nTekst.", "### Bijdrage"), ("|## Geld\n\nTekst.", "## Geld")],
        goed: &[
            "|# Geld\n\n## Bijdrage\n\nTekst.",
            "|# Een\n\n## Twee\n\nTekst.\n\n# Drie\n\nTekst.",
            "|Tekst zonder koppen.\n\n- # geen kop",
        ],
    },
    Geval {
        code: "G822",
        fout: &[("secties:\n  juridisch: N.v.t.", "N.v.t.")],
        goed: &[
            "secties:\n  juridisch: {nvt: ja}",
            "secties:\n  juridisch: \"Er verandert niets, dus n.v.t. is hier niet genoeg.\"",
            "secties:\n  juridisch: Geen regel verandert.",
        ],
    },
    Geval {
        code: "G823",
        fout: &[("secties:\n  financien: {nvt: ja}", "financien"), ("secties:\n  kanttekeningen: n.v.t.", "n.v.t.")],
        goed: &[
            "secties:\n  financien: {nvt: ja, reden: het kost geen geld}",
            "secties:\n  juridisch: {nvt: ja}",
            "secties:\n  kanttekeningen: Het tempo verschilt per gemeente.",
        ],
    },
    Geval {
        code: "G824",
        fout: &[("|# Geld\n\n# Planning\n\nTekst.", "# Geld"), ("|Tekst.\n\n# Slot", "# Slot")],
        goed: &[
            "|# Geld\n\n## Bijdrage\n\nTekst.",
            "|# Geld\n\n- een punt",
            "inhoud:\n  - \"# Geld\"\n  - {blok: kader, soort: samenvatting, tekst: Kort.}",
        ],
    },
    Geval {
        code: "G831",
        fout: &[
            ("|De visie vindt u [hier](https://www.voorbeeld.nl/visie).", "hier"),
            ("|Of [klik hier](https://www.voorbeeld.nl/visie).", "klik hier"),
        ],
        goed: &[
            "|Lees [de visie hier](https://www.voorbeeld.nl/visie).",
            "|Kijk op www.voorbeeld.nl.",
            "|Hier staat [onze visie op hulp](https://www.voorbeeld.nl/visie).",
        ],
    },
    Geval {
        code: "G832",
        fout: &[("|Zie [www.voorbeld.nl](https://www.voorbeeld.nl).", "www.voorbeld.nl")],
        goed: &[
            "|Zie [www.voorbeeld.nl](https://www.voorbeeld.nl/visie).",
            "|Zie [voorbeeld.nl](https://www.voorbeeld.nl).",
            "|Zie [de visie. Een leidraad](https://www.voorbeeld.nl).",
            "|Mail [griffie@voorbeeld.nl](mailto:griffie@voorbeeld.nl).",
        ],
    },
    Geval {
        code: "G833",
        fout: &[(
            "|Lees [de regeling](https://www.voorbeeld.nl/a) en [De regeling](https://www.voorbeeld.nl/b).",
            "De regeling",
        )],
        goed: &[
            "|Lees [de regeling](https://www.voorbeeld.nl/a) en [de regeling](https://www.voorbeeld.nl/a).",
            "|Lees [de regeling](https://www.voorbeeld.nl/a) en [de toelichting](https://www.voorbeeld.nl/b).",
            "|Lees [de regeling](https://www.voorbeeld.nl/a) en de regeling.",
        ],
    },
    Geval {
        code: "G834",
        fout: &[("|Kijk op www.jeugdhulpostdam.nl.", "www.jeugdhulpostdam.nl")],
        goed: &["|Kijk op www.jeugdhulpoostdam.nl.", "|Kijk op mijn.jeugdhulpoostdam.nl.", "|Kijk op www.overheid.nl."],
    },
];
