//! What Tera says to a designer, in Dutch by pattern.

use crate::diag::vertaal::{Patroon, vertaal};

/// The Dutch and what to do about it; nothing for a phrase that is not known.
pub fn dutch(message: &str) -> Option<(String, String)> {
    vertaal(FRASEN, message, |deel| deel.trim_matches('`').to_string())
}

const TEKST: &str = "Laat het filter weg, of gebruik het op een andere waarde";
const GETAL: &str = "Reken alleen met getallen; griffel geeft bedragen en datums als tekst";
const PARAMETER: &str = "Kijk bij het filter of de test in de documentatie van Tera welke waarden het vraagt";

const FRASEN: &[Patroon] = &[
    (
        "Closing tag '{}' doesn't match opening tag '{}'",
        "`{0}` sluit iets anders dan `{1}`, dat nog open is",
        "Sluit eerst wat het laatst is geopend",
    ),
    (
        "Found {} but was expecting `elif`, `else` or `endif`.",
        "`{0}` staat waar `elif`, `else` of `endif` hoort",
        "Sluit elke `if` met `{% endif %}`",
    ),
    (
        "{} was named `{}` in the opening tag, found `{}` as name in the end tag",
        "wat als `{1}` is geopend, wordt als `{2}` gesloten",
        "Gebruik twee keer dezelfde naam",
    ),
    (
        "Template already contains a block named {}",
        "het blok `{0}` staat twee keer in dit sjabloon",
        "Geef een van de twee een andere naam",
    ),
    (
        "Block {} is not defined in any parent template",
        "het blok `{0}` bestaat niet in het sjabloon waar dit op verder bouwt",
        "Kijk of de naam goed is gespeld",
    ),
    ("Template is already extending {}", "dit sjabloon bouwt al verder op `{0}`", "Laat één `extends` staan"),
    (
        "`extends` needs to be the first tag of the template",
        "`extends` staat niet bovenaan",
        "Zet `{% extends %}` op de eerste regel",
    ),
    (
        "This content would be ignored{}",
        "deze tekst verdwijnt: in een sjabloon met `extends` telt alleen wat in een blok staat",
        "Zet de tekst in een `{% block %}`",
    ),
    (
        "String opened with {} is missing its closing {}",
        "een tekst tussen aanhalingstekens wordt niet gesloten",
        "Sluit met `{0}`",
    ),
    (
        "{} is a reserved keyword of Tera, it cannot be {}",
        "`{0}` is een woord van Tera zelf en kan geen naam zijn",
        "Kies een andere naam",
    ),
    ("Found invalid field of `loop`: {}. Only {} exist.", "`loop` heeft geen veld `{0}`", "Kies uit: {1}"),
    (
        "{} can only be used in a for loop",
        "`{0}` staat buiten een `for`",
        "Zet het binnen `{% for %}` en `{% endfor %}`",
    ),
    ("Invalid syntax for `set`{}", "deze `set` is niet af", "Schrijf `{% set naam = waarde %}`"),
    (
        "Keyword argument {} is defined more than once",
        "het argument `{0}` staat er twee keer",
        "Haal een van de twee weg",
    ),
    ("Argument {} missing.", "het argument `{0}` ontbreekt", PARAMETER),
    (
        "The template nesting is too deep",
        "de opdrachten liggen te diep in elkaar",
        "Zet een deel in een eigen bestand, met `include`",
    ),
    ("The expression is too complex", "deze opdracht is te lang", "Knip haar op met `set`"),
    (
        "Iteration not possible on type {}",
        "hier is geen lijst om langs te lopen, maar `{0}`",
        "Loop alleen langs een lijst",
    ),
    (
        "Key/value iteration is not possible on type {}, only on maps.",
        "hier is geen groep om langs te lopen, maar `{0}`",
        "Loop met één naam: `{% for x in lijst %}`",
    ),
    (
        "Cannot compare {} with {}",
        "`{0}` en `{1}` zijn niet te vergelijken",
        "Vergelijk tekst met tekst en getal met getal",
    ),
    ("Math operations can only be done on numbers, found {}", "hier wordt gerekend met `{0}`, geen getal", GETAL),
    ("Only numbers can be {}. This is a {}", "hier wordt gerekend met `{1}`, geen getal", GETAL),
    (
        "`+` requires both operands to be numbers, found {} and {}",
        "`+` telt getallen op, maar hier staan `{0}` en `{1}`",
        "Zet teksten aan elkaar met `~`",
    ),
    ("Cannot divide by 0", "hier wordt door nul gedeeld", "Vraag eerst of het getal nul is"),
    (
        "This filter can only be used on a number, received {}.",
        "dit filter werkt alleen op een getal, en kreeg `{0}`",
        TEKST,
    ),
    ("Value of type {} cannot be {}", "met een waarde van het soort `{0}` kan dit filter niets", TEKST),
    ("Value of type {} has no length", "een waarde van het soort `{0}` heeft geen lengte", TEKST),
    (
        "Slicing can only be used on arrays or strings, not on {}.",
        "van `{0}` is geen stuk te nemen; dat kan alleen van een lijst of een tekst",
        TEKST,
    ),
    ("{} index must be an integer, got {}.", "een plaats in een lijst is een getal, geen `{1}`", TEKST),
    ("`in` cannot be used on a container of type {}.{}", "`in` zoekt in een lijst of een tekst, niet in `{0}`", TEKST),
    ("Invalid type for the value, expected {} but got {}", "dit filter vraagt `{0}`, maar kreeg `{1}`", TEKST),
    ("Invalid type for argument, expected {} but got {}", "dit filter vraagt `{0}`, maar kreeg `{1}`", PARAMETER),
    ("Missing keyword argument {}", "het argument `{0}` ontbreekt", PARAMETER),
];
