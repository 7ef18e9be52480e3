//! Terms, abbreviations, quotation marks, amounts.

use super::Geval;

pub const GEVALLEN: &[Geval] = &[
    Geval {
        code: "G841",
        fout: &[
            ("|Het programmteam werkt.", "programmteam"),
            ("|De Regio Agenda is er.", "Regio Agenda"),
            ("|De\n  GrJR betaalt.", "GrJR"),
        ],
        goed: &[
            "|Het programmateam werkt.",
            "|De regio maakt een agenda.",
            "|De GRJR betaalt.",
            "|Kijk op www.voorbeeld.nl/projectteam.",
            "|De programmteams.",
        ],
    },
    Geval {
        code: "G842",
        fout: &[
            ("|Het EZO gaf advies.", "EZO"),
            ("|Het XYZ gaf advies. Het Xylofoonoverleg (XYZ) is nieuw.", "^XYZ"),
            ("|Het QRS werkt.\n\nHet Overleg (QRS) is nieuw.", "^QRS"),
        ],
        goed: &[
            "|Het Extra Zorgoverleg (EZO) gaf advies. Het EZO werkt.",
            "|Het AB en het DB besluiten.",
            "|In deel XIV staat meer.",
            "inhoud:\n  - Het EZO werkt.\n  - {blok: begrippen, begrippen: [{begrip: Extra Zorgoverleg, afkorting: EZO, betekenis: Overleg.}]}",
            "|DIT IS EEN REGEL IN KAPITALEN",
            "|De adviesraad, het EZO, gaf advies.",
            "|Kenmerk 21U0011310 en MO16987.",
            "|Postbus 1, 3160 GA Rhoon, rekening NL91 ABNA 0417 1643 00.",
        ],
    },
    Geval {
        code: "G843",
        fout: &[("|De bijdrage is €100.000.", "€100.000")],
        goed: &[
            "|De bijdrage is € 100.000.",
            "|De bijdrage in € per jaar.",
            "|De bijdrage is 100 euro.",
            "|Een €-teken.",
        ],
    },
    Geval {
        code: "G844",
        fout: &[("|De regio betaalt € 200 en de gemeente 100 euro.", "100 euro")],
        goed: &[
            "|De regio betaalt 200 euro en de gemeente 100 euro.",
            "|De regio betaalt € 200 en rekent in euro.",
            "|De regio betaalt € 200 en € 100.",
        ],
    },
    Geval {
        code: "G845",
        fout: &[("|De visie “Nabij” is er. In ‘Nabij’ staat veel.", "Nabij")],
        goed: &[
            "|De visie ‘Nabij’ is er. In ‘Nabij’ staat veel.",
            "|Zij zei “nu” en noemde ‘Nabij’.",
            "|De regio's en ‘de regio’s’.",
        ],
    },
    Geval {
        code: "G846",
        fout: &[("|De visie „Nabij” is er.", "„")],
        goed: &["|De visie ‘Nabij’ is er.", "|De visie \"Nabij\" is er.", "|De scholen: 's-Gravenhage en 't Zand."],
    },
];
