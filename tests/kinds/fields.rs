//! Fills every declared field with something that is nowhere else.

use griffel::model::soort::{Nodig, SectieDef, Soort, VeldDef, VeldType};
use griffel::nl::datum::MAANDEN;
use serde_yaml::{Mapping, Value};

/// A field with what must be found on paper.
pub struct Sentinel {
    /// Its path, as in `behandeling.email`.
    pub path: String,
    /// The words as printed.
    pub printed: String,
}

/// Makes values that occur once.
#[derive(Default)]
pub struct Filler {
    count: usize,
    pub sentinels: Vec<Sentinel>,
}

impl Filler {
    /// A word of letters only, so that nothing hyphenates or escapes it.
    pub fn word(&mut self, path: &str) -> Value {
        self.count += 1;
        let letters: String =
            format!("{:03}", self.count).chars().map(|c| char::from(b'a' + (c as u8 - b'0'))).collect();
        self.found(path, format!("Zoek{letters}"))
    }

    fn found(&mut self, path: &str, printed: String) -> Value {
        self.sentinels.push(Sentinel { path: path.to_owned(), printed: printed.clone() });
        Value::String(printed)
    }

    fn date(&mut self, path: &str) -> Value {
        self.count += 1;
        let (year, month, day) = (2001 + self.count / 336, self.count / 28 % 12, self.count % 28 + 1);
        self.found(path, format!("{day} {} {year}", MAANDEN[month]));
        Value::String(format!("{year}-{:02}-{day:02}", month + 1))
    }

    fn number(&mut self, path: &str) -> Value {
        self.count += 1;
        self.found(path, format!("71.{:03}", self.count));
        Value::String(format!("71{:03}", self.count))
    }

    /// A value for a declared field; `None` where a value decides instead of being printed.
    pub fn field(&mut self, path: &str, def: &VeldDef) -> Option<Value> {
        self.of_type(path, def.soort, def)
    }

    fn of_type(&mut self, path: &str, kind: VeldType, def: &VeldDef) -> Option<Value> {
        Some(match kind {
            VeldType::Regel => self.word(path),
            // Long enough for a second page, which has the short title in its head.
            VeldType::Tekst => {
                let word = self.word(path);
                Value::String(format!("{}. {}", word.as_str()?, "Het water staat aan de dijk. ".repeat(120).trim_end()))
            }
            VeldType::Datum => self.date(path),
            VeldType::Bedrag | VeldType::Getal => self.number(path),
            VeldType::JaNee | VeldType::Keuze => return None,
            VeldType::Gemeente => self.found(path, "IJsselmond".to_owned()).as_str().map(|_| "ijsselmond".into())?,
            VeldType::Gemeenten => Value::Sequence(vec!["ijsselmond".into()]),
            VeldType::Groep => self.group(path, &def.velden),
            VeldType::Lijst if def.velden.is_empty() => {
                let item = self.of_type(&format!("{path}[]"), def.van.unwrap_or(VeldType::Regel), def)?;
                Value::Sequence(vec![item])
            }
            VeldType::Lijst => Value::Sequence(vec![self.group(&format!("{path}[]"), &def.velden)]),
        })
    }

    fn group(&mut self, path: &str, defs: &[VeldDef]) -> Value {
        let mut map = Mapping::new();
        for def in defs {
            // An id only serves references.
            if def.naam == "id" {
                continue;
            }
            if let Some(value) = self.field(&format!("{path}.{}", def.naam), def) {
                map.insert(def.naam.as_str().into(), value);
            }
        }
        Value::Mapping(map)
    }

    fn words(&mut self, path: &str, keys: &[&str]) -> Mapping {
        keys.iter().map(|key| (Value::from(*key), self.word(&format!("{path}.{key}")))).collect()
    }

    fn reason(&mut self, path: &str) -> Value {
        Value::Sequence(vec![Value::Mapping(self.words(path, &["stelling", "toelichting"]))])
    }

    fn beslispunten(&mut self) -> Value {
        let mut point = self.words("beslispunten[]", &["tekst"]);
        let mut sub = self.words("beslispunten[].sub[]", &["tekst"]);
        let deep = self.words("beslispunten[].sub[].sub[]", &["tekst"]);
        sub.insert("sub".into(), Value::Sequence(vec![Value::Mapping(deep)]));
        point.insert("sub".into(), Value::Sequence(vec![Value::Mapping(sub)]));
        point.insert("argumenten".into(), self.reason("beslispunten[].argumenten[]"));
        point.insert("kanttekeningen".into(), self.reason("beslispunten[].kanttekeningen[]"));
        Value::Sequence(vec![Value::Mapping(point)])
    }

    fn bijlagen(&mut self) -> Value {
        let mut map = self.words("bijlagen[]", &["titel", "versie", "vindplaats"]);
        map.insert("id".into(), "een".into());
        Value::Sequence(vec![Value::Mapping(map)])
    }

    fn ondertekening(&mut self) -> Value {
        let mut map = self.words("ondertekening", &["slotgroet", "namens", "plaats"]);
        map.insert("datum".into(), self.date("ondertekening.datum"));
        let mut who = self.words("ondertekening.door[]", &["naam"]);
        who.insert("functies".into(), Value::Sequence(vec![self.word("ondertekening.door[].functies[]")]));
        map.insert("door".into(), Value::Sequence(vec![Value::Mapping(who)]));
        Value::Mapping(map)
    }

    fn secties(&mut self, defs: &[SectieDef]) -> Value {
        let filled =
            |def: &SectieDef| (Value::from(def.sleutel.as_str()), self.word(&format!("secties.{}", def.sleutel)));
        Value::Mapping(defs.iter().map(filled).collect())
    }

    /// The parts of the envelope that this kind may have.
    pub fn envelope(&mut self, soort: &Soort, document: &mut Mapping) {
        for key in ["onderwerp", "korte_titel", "versie"] {
            let word = self.word(key);
            document.insert(key.into(), word);
        }
        let may = |needed: Nodig| needed != Nodig::Geen;
        let envelop = &soort.envelop;
        for (key, needed) in [("kenmerk", envelop.kenmerk), ("zaaknummer", envelop.zaaknummer)] {
            if may(needed) {
                let word = self.word(key);
                document.insert(key.into(), word);
            }
        }
        if may(envelop.beslispunten) {
            document.insert("beslispunten".into(), self.beslispunten());
        }
        if may(envelop.bijlagen) {
            document.insert("bijlagen".into(), self.bijlagen());
        }
        if may(envelop.ondertekening) {
            document.insert("ondertekening".into(), self.ondertekening());
        }
        if may(envelop.secties) && !soort.secties.is_empty() {
            document.insert("secties".into(), self.secties(&soort.secties));
        }
    }
}
