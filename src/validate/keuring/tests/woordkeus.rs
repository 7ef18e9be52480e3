//! Plain language.

use super::Geval;

const LANG: &str = "De regio heeft nadat alle gemeenten in de loop van het jaar hun wensen hadden gegeven en het bestuur die wensen had besproken besloten om de agenda te maken.";

pub const GEVALLEN: &[Geval] = &[
    Geval {
        code: "G891",
        fout: &[(
            "|De regio heeft nadat alle gemeenten in de loop van het jaar hun wensen hadden gegeven en het bestuur die wensen had besproken besloten om de agenda te maken.",
            LANG,
        )],
        goed: &[
            "|Alle gemeenten gaven hun wensen. Het bestuur besprak die op art. 3 en nr. 5. Daarna maakte de regio de agenda voor het volgende jaar, met alle wensen erin.",
            "beslispunten:\n  - tekst: De regiovisie van alle gemeenten in de regio die daar in de loop van het jaar hun wensen voor hadden gegeven en die het bestuur had besproken vast te stellen.",
            "|- een\n- twee\n- drie\n- vier",
        ],
    },
    Geval {
        code: "G892",
        fout: &[(
            "onderwerp: Lange zinnen\ninhoud: De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp. De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp. De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp. De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp. De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp. De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp. De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp. De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp.",
            "Lange zinnen",
        )],
        goed: &[
            "|Kort. Kort. Kort. Kort. Kort. Kort. Kort. Kort. Kort.",
            "|De regio maakt samen met alle gemeenten elk jaar in de maand mei een nieuwe agenda voor de hulp.",
            "|- een punt\n- nog een punt",
        ],
    },
    Geval {
        code: "G893",
        fout: &[("|Er wordt een plan gemaakt.", "wordt"), ("|Het plan moet nog worden vastgesteld.", "worden")],
        goed: &[
            "|Het plan wordt gemaakt door de regio.",
            "|De gemeenten worden lid.",
            "|De visie beschrijft hoe de ambities werkelijkheid worden.",
            "|Het wordt later, en de raad heeft gekozen.",
            "beslispunten:\n  - tekst: Dat er een plan wordt gemaakt vast te stellen.",
        ],
    },
    Geval {
        code: "G894",
        fout: &[
            ("|Derhalve sturen wij u de agenda.", "Derhalve"),
            ("|Wij doen dit in het kader van de wet.", "in het kader van"),
            ("|Wij uitnutten de ruimte.", "uitnutten"),
        ],
        goed: &[
            "|Daarom sturen wij u de agenda.",
            "|Het kader van de wet is ruim.",
            "beslispunten:\n  - tekst: Conform het voorstel te besluiten.",
            "|De conform-verklaring.",
        ],
    },
    Geval {
        code: "G895",
        fout: &[("|Tot mei kan men reageren.", "men")],
        goed: &["|Tot mei kunt u reageren.", "|Stemmen en samen eten.", "|De men-vorm is oud."],
    },
    Geval {
        code: "G896",
        fout: &[("|Dat is niet ongebruikelijk.", "niet ongebruikelijk")],
        goed: &[
            "|Dat is ongebruikelijk.",
            "|Dat is niet gebruikelijk.",
            "|Wij zijn het niet. Onbelangrijk is het ook.",
        ],
    },
    Geval {
        code: "G897",
        fout: &[(
            "inhoud: Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Nog een keer en dan is het genoeg.",
            "Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Een twee drie vier vijf zes. Nog een keer en dan is het genoeg.",
        )],
        goed: &["|Een korte alinea.", "|Een alinea.\n\nNog een alinea.", "|- een punt\n- nog een punt"],
    },
];
