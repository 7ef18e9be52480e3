//! Personal data; the numbers are made for testing, the names are invented.

use super::Geval;

pub const GEVALLEN: &[Geval] = &[
    Geval {
        code: "G881",
        fout: &[
            ("|Het gaat om 111222333 in deze wijk.", "111222333"),
            ("|Het BSN is 1112.22.333 volgens de brief.", "1112.22.333"),
            ("|Met burgerservicenummer 123456782.", "123456782"),
        ],
        goed: &[
            "|Het gaat om 111222334 in deze wijk.",
            "|Zaaknummer 111222333 is gesloten.",
            "|De bijdrage is € 111.222.333.",
            "|De bijdrage is 111.222.333 euro.",
            "|Rekening NL91 ABNA 0417 1643 00.",
            "|Kenmerk 2021-111222333 en Z/111222333.",
            "|Ingeschreven bij KvK 11122233.",
            "|Bel 010 111 22 33.",
        ],
    },
    Geval {
        code: "G882",
        fout: &[
            ("|Bel met 06-12345678.", "06-12345678"),
            ("|Bel met 06 12 34 56 78.", "06 12 34 56 78"),
            ("|Bel met +31 6 12345678.", "+31 6 12345678"),
        ],
        goed: &[
            "|Bel met 010-1234567.",
            "|Bel met 14 010.",
            "|In 06 gemeenten.",
            "|Zaaknummer 0612345678.",
            "inhoud:\n  - {blok: contact, rol: Griffie, telefoon: 06-12345678, publiek: ja}",
            "inhoud:\n  - {blok: contact, rol: Griffie, telefoon: 06-12345678}",
        ],
    },
    Geval {
        code: "G883",
        fout: &[
            ("|Mail naar jan.voorbeeld@voorbeeld.nl voor meer.", "jan.voorbeeld@voorbeeld.nl"),
            ("|Mail j.voorbeeld@voorbeeld.nl.", "j.voorbeeld@voorbeeld.nl"),
        ],
        goed: &[
            "|Mail naar griffie@voorbeeld.nl.",
            "|Mail naar jeugd.onderwijs@voorbeeld.nl.",
            "|De @wethouder.jeugd zei het.",
            "behandeling: {functie: Adviseur, email: jan.voorbeeld@voorbeeld.nl, publiek: ja}",
            "behandeling: {functie: Adviseur, email: jan.voorbeeld@voorbeeld.nl}",
        ],
    },
    Geval {
        code: "G884",
        fout: &[
            ("|Betaal op NL91 ABNA 0417 1643 00 voor mei.", "NL91 ABNA 0417 1643 00"),
            ("|Betaal op NL91ABNA0417164300.", "NL91ABNA0417164300"),
        ],
        goed: &[
            "|Betaal op NL91 ABNA 0417 1643 01.",
            "|Uit NL91 komt niets.",
            "|De code NL91ABNA04171643001 is langer.",
        ],
    },
    Geval {
        code: "G885",
        fout: &[
            ("|De cliënt, geboren op 3 mei 2009, kreeg hulp.", "3 mei 2009"),
            ("|Geboortedatum: 03-05-2009.", "03-05-2009"),
        ],
        goed: &[
            "|Kinderen geboren in 2009 krijgen hulp.",
            "|Kinderen geboren na 3 mei 2009 krijgen hulp.",
            "|Het plan werd geboren in mei.",
        ],
    },
    Geval {
        code: "G886",
        fout: &[("|Het gezin woont aan de Dorpsstraat 12 in het dorp.", "Dorpsstraat 12")],
        goed: &[
            "|Het gezin woont in de Dorpsstraat.",
            "|Het stadhuis staat aan de Dorpsstraat 12.",
            "|Wie woont op weg naar school 3 keer om.",
        ],
    },
];
