//! What Typst says to a designer, in Dutch by pattern. Names and types of Typst stay as they are, between backticks.

use crate::diag::vertaal::{Patroon, vertaal};

/// The Dutch and what to do about it; nothing for a phrase that is not known.
pub fn dutch(what: &str) -> Option<(String, String)> {
    vertaal(FRASEN, what, woord)
}

/// A part of a phrase: a list of alternatives, a thing of the language, or the name of a type.
fn woord(deel: &str) -> String {
    let deel = deel.strip_prefix("either ").unwrap_or(deel);
    if let Some((eerste, laatste)) = deel.rsplit_once(" or ") {
        let eerste: Vec<String> = eerste.split(", ").map(|een| woord(een.trim_end_matches(','))).collect();
        return format!("{} of {}", eerste.join(", "), woord(laatste));
    }
    if let Some((_, nl)) = WOORDEN.iter().find(|(en, _)| *en == deel) {
        return (*nl).to_string();
    }
    if let Some(woord) = deel.strip_prefix("keyword ").or_else(|| deel.strip_prefix("operator ")) {
        return format!("het woord {woord}");
    }
    if deel.contains('`') { deel.to_string() } else { format!("`{}`", deel.trim_matches('"')) }
}

/// Things of the language; every other word is the name of a type or of something in the template.
const WOORDEN: &[(&str, &str)] = &[
    ("expression", "een uitdrukking"),
    ("identifier", "een naam"),
    ("pattern", "een naam of patroon"),
    ("block", "een blok tussen `{}` of `[]`"),
    ("argument list", "argumenten tussen haakjes"),
    ("comma", "een komma"),
    ("colon", "een dubbele punt"),
    ("semicolon", "een puntkomma"),
    ("line break", "een nieuwe regel"),
    ("equals sign", "een `=`"),
    ("closing paren", "een `)`"),
    ("closing bracket", "een `]`"),
    ("closing brace", "een `}`"),
    ("opening paren", "een `(`"),
    ("opening bracket", "een `[`"),
    ("opening brace", "een `{`"),
    ("end of block", "het einde van een blok"),
    ("end of file", "het einde van het bestand"),
    ("end of tokens", "het einde"),
    ("argument", "een argument"),
    ("parameter", "een parameter"),
    ("named or keyed pair", "een paar met een naam"),
    ("string literal", "een tekst tussen aanhalingstekens"),
    ("hash", "een `#`"),
    ("dollar sign", "een `$`"),
    ("star", "een `*`"),
    ("underscore", "een `_`"),
    ("slash", "een `/`"),
    ("dot", "een punt"),
    ("dots", "`..`"),
    ("arrow", "`=>`"),
    ("plus", "een `+`"),
    ("minus", "een `-`"),
    ("nothing", "niets"),
    ("elements", "waarden"),
];

/// The phrases; the first that fits counts.
const FRASEN: &[Patroon] = &[
    // Names.
    ("unknown variable: {}", "{0} bestaat hier niet: geen functie en geen variabele heet zo", IMPORT),
    ("unresolved import", "deze naam staat niet in het bestand dat hier wordt ingelezen", IMPORT),
    ("module {} does not contain {}", "in het bestand {0} staat geen {1}", IMPORT),
    ("module does not contain {}", "in dat bestand staat geen {0}", IMPORT),
    ("function {} does not contain field {}", "de functie {0} heeft geen veld {1}", NAAM),
    ("{} does not contain field {}", "een waarde van het type {0} heeft geen veld {1}", NAAM),
    ("element {} does not have field {}", "het onderdeel {0} heeft geen veld {1}", NAAM),
    ("type {} has no method {}", "een waarde van het type {0} heeft geen functie {1}", NAAM),
    ("cannot access fields on type {}", "een waarde van het type {0} heeft geen velden", NAAM),
    ("dictionary does not contain key {} and no default value was specified", "in deze groep staat geen {0}", SLEUTEL),
    ("dictionary does not contain key {}", "in deze groep staat geen {0}", SLEUTEL),
    (
        "array index out of bounds (index: {}, len: {}){}",
        "de lijst heeft {1} waarden; nummer {0} is er niet",
        "Typst telt vanaf 0",
    ),
    (
        "array index out of bounds (index: {}, len: {})",
        "de lijst heeft {1} waarden; nummer {0} is er niet",
        "Typst telt vanaf 0",
    ),
    (
        "string index out of bounds (index: {}, len: {})",
        "de tekst heeft {1} tekens; teken {0} is er niet",
        "Typst telt vanaf 0",
    ),
    ("cannot mutate a constant: {}", "{0} hoort bij Typst zelf en is niet te veranderen", "Gebruik een eigen naam"),
    (
        "variables from outside the {} are read-only and cannot be modified",
        "een variabele van buiten is hier niet te veranderen",
        "Geef de nieuwe waarde terug",
    ),
    (
        "keyword {} is not allowed as an identifier; try {} instead",
        "het woord {0} hoort bij Typst en kan geen naam zijn",
        "Schrijf {1}",
    ),
    // Arguments.
    ("missing argument: {}", "het argument {0} ontbreekt", ARGUMENT),
    ("unexpected argument: {}", "het argument {0} bestaat niet bij deze functie", ARGUMENT),
    ("unexpected argument", "deze functie vraagt dit argument niet", ARGUMENT),
    ("duplicate argument: {}", "het argument {0} staat er twee keer", "Haal een van de twee weg"),
    ("duplicate key: {}", "{0} staat twee keer in deze groep", "Haal een van de twee weg"),
    ("duplicate {}: {}", "{1} staat er twee keer", "Haal een van de twee weg"),
    ("the argument {} is positional", "het argument {0} staat er zonder naam", "Haal `{0}:` weg; de volgorde telt"),
    ("not enough arguments", "deze functie vraagt meer argumenten", ARGUMENT),
    // Shapes.
    ("expected {}, found {}", "hier hoort {0}, maar er staat {1}", ""),
    ("expected {}", "hier ontbreekt {0}", ""),
    ("unexpected {}", "{0} hoort hier niet", "Kijk naar haakjes en aanhalingstekens op deze regel en die erboven"),
    ("unclosed string", "een tekst tussen aanhalingstekens wordt niet gesloten", "Sluit met `\"`"),
    ("unclosed delimiter", "een haakje wordt niet gesloten", "Kijk welk haakje op deze plek opent, en sluit het"),
    ("unclosed raw text", "een stuk code wordt niet gesloten", "Sluit met een accent grave"),
    ("unclosed label", "een naam voor een verwijzing wordt niet gesloten", "Sluit met `>`"),
    ("unexpected end of block comment", "hier eindigt een opmerking die niet is begonnen", "Haal `*/` weg"),
    ("{} is not valid in code", "{0} hoort niet in Typst-code", ""),
    ("the character {} is not valid in code", "het teken {0} hoort niet in Typst-code", ""),
    ("invalid number suffix: {}", "{0} is geen eenheid", "Schrijf `cm`, `mm`, `pt`, `em`, `%` of `fr`"),
    ("invalid {} number: {}", "{1} is geen getal", ""),
    ("invalid Unicode codepoint: {}", "{0} is geen Unicode-teken", ""),
    // Values.
    ("cannot compare {} and {}", "{0} en {1} zijn niet te vergelijken", ""),
    ("cannot compare {} with {}", "{0} en {1} zijn niet te vergelijken", ""),
    (
        "cannot join {} with {}",
        "{0} en {1} zijn niet samen te voegen",
        "Maak van elke waarde eerst opmaak: `[#waarde]`",
    ),
    ("cannot add {} and {}", "{0} en {1} zijn niet op te tellen", ""),
    ("cannot subtract {} from {}", "{0} is niet af te trekken van {1}", ""),
    ("cannot multiply {} with {}", "{0} en {1} zijn niet te vermenigvuldigen", ""),
    ("cannot divide {} by {}", "{0} is niet te delen door {1}", ""),
    ("cannot divide by zero", "hier wordt door nul gedeeld", ""),
    ("divisor must not be zero", "hier wordt door nul gedeeld", ""),
    ("cannot loop over {}", "langs {0} is niet te lopen", "Een `for` gaat langs een lijst, een groep of een tekst"),
    ("cannot apply {} to {}", "{0} kan niet op {1}", ""),
    ("cannot spread {}", "{0} is niet uit te spreiden met `..`", ""),
    ("cannot destructure {}", "{0} is niet in delen te nemen", ""),
    ("cannot assign to this expression", "hieraan is geen waarde te geven", ""),
    (
        "cannot mutate a temporary value",
        "deze waarde heeft geen naam en is niet te veranderen",
        "Geef haar eerst een naam met `let`",
    ),
    ("not enough elements to destructure", "er zijn minder waarden dan namen", ""),
    ("too many elements to destructure", "er zijn meer waarden dan namen", ""),
    ("loop seems to be infinite", "deze herhaling houdt niet op", "Kijk of de voorwaarde ooit onwaar wordt"),
    ("condition is always true", "deze voorwaarde is altijd waar, dus de herhaling houdt niet op", ""),
    ("maximum function call depth exceeded", "een functie roept zichzelf eindeloos aan", ""),
    ("maximum layout depth exceeded", "de opmaak ligt te diep in elkaar", ""),
    (
        "maximum show rule depth exceeded",
        "een `show`-regel past zichzelf eindeloos toe",
        "Sluit in de regel uit wat hij zelf maakt",
    ),
    ("cyclic import", "twee bestanden lezen elkaar in", "Haal een van de twee `import`-regels weg"),
    ("cannot break outside of loop", "`break` staat buiten een herhaling", ""),
    ("cannot continue outside of loop", "`continue` staat buiten een herhaling", ""),
    ("cannot return outside of function", "`return` staat buiten een functie", ""),
    ("can only be used when context is known", "dit hangt af van de plaats op de bladzijde", "Zet er `context` voor"),
    ("assertion failed", "een voorwaarde van het sjabloon klopt niet", ""),
    ("equality assertion failed: value {} was not equal to {}", "{0} had gelijk moeten zijn aan {1}", ""),
    ("{} must have a location", "{0} heeft nog geen plaats op de bladzijde", "Zet er `context` voor"),
    // Page and table.
    (
        "page configuration is not allowed inside of containers",
        "de bladzijde is hier niet in te stellen: dit staat binnen een vak",
        BOVENAAN,
    ),
    (
        "document set rules are not allowed inside of containers",
        "het document is hier niet in te stellen: dit staat binnen een vak",
        BOVENAAN,
    ),
    (
        "pagebreaks are not allowed inside of containers",
        "binnen een vak kan geen nieuwe bladzijde beginnen",
        "Haal `pagebreak` weg, of zet hem buiten het vak",
    ),
    ("cell could not be placed at invalid column {}", "de tabel heeft geen kolom {0}", TABEL),
    (
        "attempted to place a second cell at column {}, row {}",
        "op kolom {0}, rij {1} van een tabel staan twee cellen",
        TABEL,
    ),
    (
        "cell's colspan would cause it to exceed the available column(s)",
        "een cel van een tabel is breder dan de tabel",
        TABEL,
    ),
    (
        "cell would span a previously placed cell at column {}, row {}",
        "een cel van een tabel ligt over de cel op kolom {0}, rij {1}",
        TABEL,
    ),
    ("cannot have more than one footer", "een tabel heeft twee voetregels", TABEL),
    ("footer must end at the last row", "de voetregel van een tabel staat niet onderaan", TABEL),
    ("cannot expand into infinite {}", "iets moet de ruimte vullen, maar die is hier oneindig", ""),
    ("cannot create {} with infinite {}", "iets heeft een oneindige maat", ""),
    ("selector does not match any element", "wat hier wordt gezocht, staat niet in het document", ""),
    ("selector matches multiple elements", "wat hier wordt gezocht, staat er meer dan een keer", ""),
    (
        "cannot reference {} without numbering",
        "naar {0} zonder nummer is niet te verwijzen",
        "Geef het een `numbering`",
    ),
    ("cannot reference {}", "naar {0} is niet te verwijzen", ""),
    ("footnote cannot reference itself", "een voetnoot verwijst naar zichzelf", ""),
    ("URL must not be empty", "een link heeft geen adres", ""),
    ("URL is too long", "het adres van een link is te lang", ""),
    (
        "label {} is not attached to anything",
        "de naam {0} hoort nergens bij",
        "Zet hem direct achter wat u een naam geeft",
    ),
    ("content labelled multiple times", "een onderdeel heeft twee namen voor verwijzingen", "Haal een van de twee weg"),
    ("this import has no effect", "deze `import` doet niets", "Haal de regel weg"),
    ("unnecessary import rename to same name", "deze `import` hernoemt iets naar zijn eigen naam", "Haal `as` weg"),
    ("no text within stars", "tussen twee sterren staat geen tekst", "Haal de sterren weg"),
    ("no text within underscores", "tussen twee strepen staat geen tekst", "Haal de strepen weg"),
    ("current font is not designed for math", "dit lettertype heeft geen wiskundige tekens", ""),
    ("page {} does not exist", "bladzijde {0} bestaat niet", ""),
    // What PDF/A and PDF/UA ask.
    ("the PDF contains transparency", "iets is doorschijnend; een archief-PDF kan dat niet", KLEUR),
    ("the used fill or stroke has transparency", "een kleur is doorschijnend; een archief-PDF kan dat niet", KLEUR),
    (
        "the image contains transparency",
        "een afbeelding is doorschijnend; een archief-PDF kan dat niet",
        "Bewaar haar zonder doorzichtige delen",
    ),
    ("missing annotation alt text", "een link heeft geen beschrijving voor wie hem niet ziet", ""),
    (
        "document contains an attached file",
        "er zit een bestand in de PDF; een archief-PDF kan dat niet",
        "Voeg het toe als bijlage",
    ),
    (
        "PDF artifacts may not contain links",
        "in een kop- of voetregel staat een link; wie hem niet ziet, vindt hem daar niet",
        "Zet de link in de tekst",
    ),
    (
        "invalid document structure, this element's PDF tag would be split up",
        "een onderdeel loopt door een ander heen, zodat een voorleesprogramma de volgorde kwijtraakt",
        "Laat het onderdeel helemaal binnen of helemaal buiten het andere",
    ),
    (
        "ambiguous logical parent",
        "een onderdeel staat op twee plekken in de leesvolgorde",
        "Toon hetzelfde onderdeel maar één keer",
    ),
    ("invalid {} structure", "de opbouw van {0} klopt niet voor een voorleesprogramma", ""),
];

const IMPORT: &str =
    "Kijk of de naam goed is gespeld, en of het bestand waar hij vandaan komt is ingelezen met `#import`";
const NAAM: &str = "Kijk of de naam goed is gespeld";
const SLEUTEL: &str = "Kijk of de naam goed is gespeld, of vraag met `.at(\"naam\", default: none)`";
const ARGUMENT: &str = "Kijk in het bestand waar de functie staat, welke argumenten zij heeft";
const BOVENAAN: &str = "Zet deze regel bovenaan, buiten elk vak";
const TABEL: &str = "Kijk naar het aantal kolommen en naar `colspan` en `rowspan`";
const KLEUR: &str = "Gebruik een dekkende kleur";

#[cfg(test)]
mod tests {
    use super::dutch;

    #[test]
    fn the_parts_of_a_phrase_are_dutch_or_names() {
        let table = [
            ("unknown variable: parr", "`parr` bestaat hier niet: geen functie en geen variabele heet zo"),
            (
                "expected content, string, or none, found integer",
                "hier hoort `content`, `string` of `none`, maar er staat `integer`",
            ),
            ("expected semicolon or line break", "hier ontbreekt een puntkomma of een nieuwe regel"),
            ("unexpected closing bracket", "een `]` hoort hier niet"),
            ("expected expression, found keyword `else`", "hier hoort een uitdrukking, maar er staat het woord `else`"),
            ("unexpected argument: weight", "het argument `weight` bestaat niet bij deze functie"),
            ("module `brief` does not contain `kop`", "in het bestand `brief` staat geen `kop`"),
        ];
        for (en, nl) in table {
            assert_eq!(dutch(en).map(|(nl, _)| nl).as_deref(), Some(nl), "{en}");
        }
        assert_eq!(dutch("the moon is blue"), None);
    }
}
