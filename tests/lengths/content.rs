//! The example of a kind with a text of a given length in it, and all that can meet a page break behind that text.

use serde_yaml::{Mapping, Value};

use crate::support::project::root;

/// What stands behind the text that grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The example as it is.
    Plain,
    /// Headings, lists, a long table, notes, a frame, a quotation.
    Rich,
    /// A decision that the raad amended, with its list of changes.
    Amended,
    /// A letter that ends in a table that may break.
    Table,
}

/// A document with the words that must be on its pages.
#[derive(Default)]
pub struct Stuk {
    pub id: String,
    pub yaml: String,
    /// The words that grow, in order.
    pub filler: Vec<String>,
    /// Words that occur once each, somewhere.
    pub others: Vec<String>,
    pub signers: Vec<String>,
    pub besluit_signers: Vec<String>,
}

/// Word `nr` of a series: letters only, never the same, as long as Dutch words are on average.
fn word(series: char, nr: usize) -> String {
    const LETTERS: &[u8] = b"bdfgklmnpr";
    const VOWELS: &[u8] = b"aeiou";
    let (mut rest, mut word) = (nr, format!("q{series}"));
    for _ in 0..3 {
        word.push(char::from(VOWELS[rest % 5]));
        rest /= 5;
        word.push(char::from(LETTERS[rest % 10]));
        rest /= 10;
    }
    word
}

fn words(series: char, count: usize) -> Vec<String> {
    (0..count).map(|nr| word(series, nr)).collect()
}

impl Stuk {
    pub fn new(kind: &str, variant: Variant, count: usize) -> Self {
        let id = format!("{kind}-{}-{count:04}", format!("{variant:?}").to_lowercase());
        let path = root().join("templates").join(kind).join("voorbeeld.yaml");
        let text = std::fs::read_to_string(path).expect("a kind has an example");
        let mut map: Mapping = serde_yaml::from_str(&text).expect("YAML");
        map.insert("id".into(), id.as_str().into());
        if map.contains_key("kenmerk") {
            map.insert("kenmerk".into(), format!("24U-{id}").into());
        }
        let filler = words('x', count);
        let mut stuk = Self { id, filler, ..Self::default() };
        stuk.sign(kind, &mut map);
        stuk.body(kind, variant, &mut map);
        if variant == Variant::Amended {
            amend(&mut map);
        }
        stuk.yaml = serde_yaml::to_string(&map).expect("YAML");
        stuk
    }

    /// Two people with names of their own, where the kind is signed; two others for its besluit.
    fn sign(&mut self, kind: &str, map: &mut Mapping) {
        let Some(signed) = map.get_mut("ondertekening").and_then(Value::as_mapping_mut) else { return };
        let Some(door) = signed.get_mut("door").and_then(Value::as_sequence_mut) else { return };
        for (person, name) in door.iter_mut().zip(["Eerstetekenaar", "Tweedetekenaar"]) {
            if let Some(person) = person.as_mapping_mut() {
                person.insert("naam".into(), format!("A. {name}").into());
                self.signers.push(name.to_owned());
            }
        }
        if kind == "raadsvoorstel" {
            let besluit = "raadsbesluit:\n  door:\n    - {naam: C. Derdetekenaar, functies: [griffier]}\n    \
                - {naam: D. Vierdetekenaar, functies: [voorzitter]}\n";
            signed.insert("uitvoer".into(), serde_yaml::from_str(besluit).expect("YAML"));
            self.besluit_signers = vec!["Derdetekenaar".to_owned(), "Vierdetekenaar".to_owned()];
        }
    }

    /// Puts the text that grows before what the kind has, and what may break behind it.
    fn body(&mut self, kind: &str, variant: Variant, map: &mut Mapping) {
        let mut blocks = vec![Value::from(self.filler.join(" ") + ".")];
        if self.filler.is_empty() {
            blocks.clear();
        }
        if variant == Variant::Table {
            blocks.push(self.table().into());
        }
        if variant == Variant::Rich {
            blocks.extend(self.rich());
            let noten = map.entry("noten".into()).or_insert_with(|| Mapping::new().into());
            for (nr, id) in ["eerste", "tweede"].iter().enumerate() {
                let note = words(['t', 'u'][nr], 30);
                noten.as_mapping_mut().expect("a map").insert((*id).into(), note.join(" ").into());
                self.others.extend(note);
            }
        }
        // The besluit has no sections: there the considerations grow.
        if kind == "raadsvoorstel" {
            let reden: Vec<String> = self.filler.iter().map(|word| word.replacen("qx", "qy", 1)).collect();
            if !reden.is_empty() {
                let parts = reden.chunks(30).map(|part| Value::from(part.join(" ")));
                map.insert("overwegende".into(), Value::Sequence(parts.collect()));
            }
        }
        let place = match kind {
            "raadsvoorstel" => ["secties", "inleiding"].as_slice(),
            "informatiebrief" => &["secties", "kernboodschap"],
            "ab-voorstel" => &["secties", "inhoud"],
            "regioagenda" => &["hoofdstukken", "0", "inhoud"],
            _ => &["inhoud"],
        };
        let mut at = map.get_mut(place[0]).expect("a text");
        for key in &place[1..] {
            at = match key.parse::<usize>() {
                Ok(nr) => &mut at.as_sequence_mut().expect("a list")[nr],
                Err(_) => at.as_mapping_mut().expect("a map").get_mut(*key).expect("a text"),
            };
        }
        match at {
            // Nothing comes between the table and the signature.
            _ if variant == Variant::Table => {}
            Value::Sequence(old) => blocks.append(old),
            ref old => blocks.push((**old).clone()),
        }
        *at = Value::Sequence(blocks);
    }

    fn take(&mut self, series: char, count: usize) -> Vec<String> {
        let taken = words(series, count);
        self.others.extend(taken.iter().cloned());
        taken
    }

    /// A table of thirty rows.
    fn table(&mut self) -> String {
        let rows = self.take('b', 90);
        let row = |row: &[String]| format!("| {} | {} | {} |\n", row[0], row[1], row[2]);
        "| Onderdeel | Bedrag | Uitleg |\n|---|--:|---|\n".to_owned() + &rows.chunks(3).map(row).collect::<String>()
    }

    /// Everything that behaves in its own way where a page ends.
    fn rich(&mut self) -> Vec<Value> {
        let a = self.take('a', 60);
        let mut text = format!("# Kop {}\n\n{}.[^eerste]\n\n", a[0], a[1..20].join(" "));
        text += &format!("## Kop {}\n\n{}:\n\n", a[20], a[21]);
        for nr in 0..6 {
            text += &format!("{}. {};\n", nr + 1, a[22 + nr * 3..25 + nr * 3].join(" "));
            text += &format!("   - {}\n   - {}\n", a[40 + nr * 2], a[41 + nr * 2]);
        }
        text += &format!("\n# Kop {}\n\n> {}\n\n", a[52], a[53..60].join(" "));
        text += &self.table();
        let c = self.take('c', 40);
        text += &format!("\n# Kop {}\n\n{}.[^tweede]\n", c[0], c[1..40].join(" "));
        let d = self.take('d', 20);
        let frame = format!("{{blok: kader, soort: let-op, titel: {}, tekst: {}}}", d[0], d[1..20].join(" "));
        let e = self.take('e', 4);
        let quote = format!("{{blok: citaat, tekst: {}, bron: {}}}", e[..3].join(" "), e[3]);
        let block = |yaml: &str| serde_yaml::from_str::<Value>(yaml).expect("a block");
        vec![text.into(), block(&frame), block(&quote)]
    }
}

/// The raad changed the proposal: more points, and a list of what changed.
fn amend(map: &mut Mapping) {
    map.insert("status".into(), "definitief".into());
    map.remove("versie");
    let decided = "datum: 2024-04-18\nuitkomst: gewijzigd-vastgesteld\nplaats: Voorbeeld\namendementen:\n  \
        - nummer: A1\n    titel: Meer onderzoek\n    indiener: de fractie Proef\n    laat_weg: [onderzoek]\n    \
        vervang:\n      vaststellen: {tekst: \"Het werkplan 2024 ({{ bijlage(werkplan) }}) vast te stellen voor één jaar.\"}\n      \
        team: {tekst: het programmateam.}\n    voeg_toe:\n      \
        - {id: melden, tekst: \"Het college op te dragen de raad elk half jaar te melden wat er is bereikt.\"}\n      \
        - {id: dekken, tekst: \"De kosten van het onderzoek te dekken uit de algemene middelen.\"}\n";
    map.insert("besluitvorming".into(), serde_yaml::from_str(decided).expect("YAML"));
}
