//! Rich text: Markdown strings and typed blocks to the text tree.

use std::collections::BTreeMap;

use super::{markdown, tabel};
use crate::diag::codes::{G204, G251, G254, G255, G256, G257};
use crate::diag::{Note, closest};
use crate::load::RawStuk;
use crate::load::node::{Node, Notes};
use crate::load::yaml::{Kind, Value};
use crate::model::gemeente::Gemeente;
use crate::model::tekst::{
    Begrip, Blok, BlokSoort, Contact, Doelgroep, Gebeurtenis, Inline, KaderSoort, Knoop, Lid, Lijstsoort, Regel, Tekst,
    Uitdrukking,
};

/// What readers of text look things up in.
pub struct Omgeving<'a> {
    /// Where notes go.
    pub notes: &'a Notes,
    /// Standard texts by id, from `content/griffel.yaml`.
    pub standaardteksten: Option<&'a Value>,
    /// Known gemeenten.
    pub gemeenten: &'a BTreeMap<String, Gemeente>,
    /// The document's folder, for images.
    pub stuk: Option<&'a RawStuk>,
}

impl Omgeving<'_> {
    /// One line of rich text.
    pub fn regel(&self, node: &Node<'_>) -> Option<Regel> {
        let scalar = match &node.value().kind {
            Kind::Scalar(scalar) => scalar,
            _ => {
                node.as_text();
                return None;
            }
        };
        let mut notes = Vec::new();
        let regel = markdown::regel(&scalar.text, &|range| node.locate(range), &mut notes);
        notes.into_iter().for_each(|note| self.notes.push(note));
        Some(regel)
    }

    /// A field that holds one line of rich text.
    pub fn regel_veld(&self, node: &Node<'_>, key: &str) -> Option<Regel> {
        self.regel(&node.child(key)?)
    }

    /// A field that must hold one line of rich text.
    pub fn verplichte_regel(&self, node: &Node<'_>, key: &str) -> Option<Regel> {
        self.regel(&node.required(key)?)
    }

    /// Rich text: a Markdown string, one typed block, or a list of both.
    pub fn tekst(&self, node: &Node<'_>) -> Tekst {
        let mut tekst = Tekst::default();
        match &node.value().kind {
            Kind::List(_) => node.as_list().iter().for_each(|item| self.deel(item, &mut tekst)),
            _ => self.deel(node, &mut tekst),
        }
        tekst
    }

    /// A string or a typed block.
    fn deel(&self, node: &Node<'_>, tekst: &mut Tekst) {
        match &node.value().kind {
            Kind::Scalar(scalar) => {
                let mut notes = Vec::new();
                let mut gelezen = markdown::tekst(&scalar.text, &|range| node.locate(range), &mut notes);
                notes.into_iter().for_each(|note| self.notes.push(note));
                self.beelden(&mut gelezen.blokken);
                tekst.blokken.extend(gelezen.blokken);
            }
            Kind::Map(_) => self.blok(node, tekst),
            Kind::Onleesbaar => {}
            Kind::List(_) | Kind::Leeg => {
                self.notes.push(
                    Note::at(G204, node.span(), format!("{} moet tekst zijn of een blok", node.name()))
                        .hint("Schrijf de tekst achter `|` op nieuwe regels, of begin een blok met `blok: ...`"),
                );
            }
        }
    }

    /// A typed block; what every block may carry is read here.
    fn blok(&self, node: &Node<'_>, tekst: &mut Tekst) {
        let Some(soort) = node.required_text("blok") else { return };
        let id = node.slug("id").map(|id| id.text);
        let voor = self.doelgroep(node);
        let bijeenhouden = node.bool("bijeenhouden").unwrap_or(false);
        let first = tekst.blokken.len();
        if soort.text == "standaardtekst" {
            tekst.blokken.extend(self.standaardtekst(node).blokken);
        } else {
            if let Some(intro) = self.regel_veld(node, "intro") {
                tekst.blokken.push(los(BlokSoort::Alinea(intro), node));
            }
            let Some(lezer) = SOORTEN.iter().find(|(naam, _)| *naam == soort.text) else {
                let note = Note::at(G251, soort.span, format!("`{}` is geen bekend blok", soort.text));
                self.notes.push(match closest(&soort.text, SOORTEN.iter().map(|(naam, _)| *naam)) {
                    Some(bedoeld) => note.hint(format!("Bedoelde u `{bedoeld}`?")),
                    None => note.hint(format!(
                        "Kies uit: {}",
                        SOORTEN.iter().map(|(naam, _)| *naam).collect::<Vec<_>>().join(", ")
                    )),
                });
                return;
            };
            let gelezen = lezer.1(self, node, tekst);
            tekst.blokken.extend(gelezen.map(|soort| los(soort, node)));
        }
        node.finish();
        for blok in &mut tekst.blokken[first..] {
            blok.voor = samen(&blok.voor, &voor);
            blok.bijeenhouden |= bijeenhouden;
        }
        if let (Some(laatste), Some(id)) = (tekst.blokken[first..].last_mut(), id) {
            laatste.id = Some(id);
        }
    }

    /// `alleen` and `behalve`: slugs of known gemeenten.
    pub fn doelgroep(&self, node: &Node<'_>) -> Doelgroep {
        let slugs = |key: &str| node.list(key).iter().filter_map(|item| self.gemeente(item)).collect();
        Doelgroep { alleen: slugs("alleen"), behalve: slugs("behalve") }
    }

    /// A known gemeente by slug.
    pub fn gemeente(&self, node: &Node<'_>) -> Option<String> {
        let slug = node.as_slug()?;
        if self.gemeenten.contains_key(&slug.text) {
            return Some(slug.text);
        }
        let note = Note::at(crate::diag::codes::G231, slug.span, format!("De gemeente `{}` is niet bekend", slug.text));
        self.notes.push(match closest(&slug.text, self.gemeenten.keys().map(String::as_str)) {
            Some(bedoeld) => note.hint(format!("Bedoelde u `{bedoeld}`?")),
            None => note.hint("Gebruik de naam van een bestand in `content/gemeenten`"),
        });
        None
    }

    /// A text that the region uses more often, with its parameters filled in.
    fn standaardtekst(&self, node: &Node<'_>) -> Tekst {
        let Some(id) = node.required_text("id") else { return Tekst::default() };
        let mut parameters = BTreeMap::new();
        for (key, waarde) in node.child("parameters").map(|p| p.entries()).unwrap_or_default() {
            if let Some(regel) = self.regel(&waarde) {
                parameters.insert(key.text.clone(), regel);
            }
        }
        let gevonden = self.standaardteksten.and_then(|teksten| teksten.get(&id.text));
        let Some(entry) = gevonden else {
            let known = self.standaardteksten.and_then(Value::entries).unwrap_or_default();
            let note = Note::at(G256, id.span, format!("Er is geen standaardtekst `{}`", id.text));
            self.notes.push(match closest(&id.text, known.iter().map(|entry| entry.key.text.as_str())) {
                Some(bedoeld) => note.hint(format!("Bedoelde u `{bedoeld}`?")),
                None => note.hint("Zet de tekst bij `standaardteksten` in `content/griffel.yaml`"),
            });
            return Tekst::default();
        };
        let mut tekst = self.tekst(&Node::new(&entry.value, self.notes));
        tekst.blokken.iter_mut().for_each(|blok| vul_parameters(&mut blok.soort, &parameters));
        tekst
    }

    fn tekst_veld(&self, node: &Node<'_>, key: &str) -> Vec<Blok> {
        node.child(key).map(|tekst| self.tekst(&tekst).blokken).unwrap_or_default()
    }

    fn knoop(&self, node: &Node<'_>) -> Option<Knoop> {
        let naam = self.verplichte_regel(node, "naam");
        let rol = self.regel_veld(node, "rol");
        let onder = node.list("onder").iter().filter_map(|knoop| self.knoop(knoop)).collect();
        node.finish();
        Some(Knoop { naam: naam?, rol, onder })
    }
}

/// A reader of one kind of block; it may add blocks before its own.
type Lezer = fn(&Omgeving<'_>, &Node<'_>, &mut Tekst) -> Option<BlokSoort>;

/// All kinds of typed block, as authors write them.
const SOORTEN: &[(&str, Lezer)] = &[
    ("afbeelding", afbeelding),
    ("alinea", |o, n, _| o.verplichte_regel(n, "tekst").map(BlokSoort::Alinea)),
    ("begrippen", begrippen),
    ("citaat", |o, n, _| {
        let bron = o.regel_veld(n, "bron");
        n.required("tekst").map(|tekst| BlokSoort::Citaat { inhoud: o.tekst(&tekst).blokken, bron })
    }),
    ("contact", contact),
    ("gebeurtenis", gebeurtenis),
    ("kader", kader),
    ("kolommen", |o, n, _| {
        let aantal = n.integer("aantal", 2..=3).unwrap_or(2);
        let inhoud = n.required("inhoud").map(|tekst| o.tekst(&tekst).blokken)?;
        Some(BlokSoort::Kolommen { aantal: u8::try_from(aantal).unwrap_or(2), inhoud })
    }),
    ("kop", kop),
    ("leden", leden),
    ("lijst", lijst),
    ("organigram", organigram),
    ("pagina_einde", |_, _, _| Some(BlokSoort::PaginaEinde)),
    ("scheidingslijn", |_, _, _| Some(BlokSoort::Scheidingslijn)),
    ("tabel", |o, n, _| tabel::tabel(o, n).map(BlokSoort::Tabel)),
    ("themas", |o, n, _| tabel::themas(o, n).map(BlokSoort::Tabel)),
];

fn kop(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let niveau = node.integer("niveau", 1..=4).unwrap_or(1);
    let in_inhoudsopgave = node.bool("in_inhoudsopgave").unwrap_or(true);
    let tekst = omgeving.verplichte_regel(node, "tekst")?;
    Some(BlokSoort::Kop { niveau: u8::try_from(niveau).unwrap_or(1), tekst, in_inhoudsopgave })
}

fn lijst(omgeving: &Omgeving<'_>, node: &Node<'_>, voor: &mut Tekst) -> Option<BlokSoort> {
    let soorten = [
        ("punt", Lijstsoort::Punt),
        ("nummer", Lijstsoort::Nummer),
        ("letter", Lijstsoort::Letter),
        ("streep", Lijstsoort::Streep),
    ];
    let soort = node.choice("soort", &soorten).unwrap_or(Lijstsoort::Punt);
    let start = node.integer("start", 1..=999).and_then(|start| u64::try_from(start).ok());
    let vervolg = node.slug("vervolg_van");
    let mut items = Vec::new();
    for item in node.required("items").map(|items| items.as_list()).unwrap_or_default() {
        items.push(lijst_item(omgeving, &item));
    }
    let start = match vervolg {
        Some(id) => vervolg_start(omgeving, voor, &id.text).or_else(|| {
            let message = format!("Er staat hiervoor geen lijst met id `{}`", id.text);
            omgeving.notes.push(Note::at(G257, id.span.clone(), message).hint("Geef de eerdere lijst dit `id`"));
            None
        }),
        None => start,
    };
    Some(BlokSoort::Lijst { soort, start: start.unwrap_or(1), strak: true, items })
}

fn lijst_item(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Vec<Blok> {
    let groep = node.is_map() && !node.has("blok");
    if !groep {
        return omgeving.tekst(node).blokken;
    }
    let mut blokken = omgeving.tekst_veld(node, "tekst");
    blokken.extend(omgeving.tekst_veld(node, "inhoud"));
    let voor = omgeving.doelgroep(node);
    node.finish();
    blokken.iter_mut().for_each(|blok| blok.voor = samen(&blok.voor, &voor));
    blokken
}

/// The number after the last one of an earlier list in the same text.
fn vervolg_start(_: &Omgeving<'_>, voor: &Tekst, id: &str) -> Option<u64> {
    let eerdere = voor.blokken.iter().rev().find(|blok| blok.id.as_deref() == Some(id))?;
    match &eerdere.soort {
        BlokSoort::Lijst { start, items, .. } => Some(start + items.len() as u64),
        _ => None,
    }
}

fn kader(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let soorten =
        [("let-op", KaderSoort::LetOp), ("samenvatting", KaderSoort::Samenvatting), ("motto", KaderSoort::Motto)];
    let soort = node.choice("soort", &soorten).unwrap_or(KaderSoort::LetOp);
    let titel = omgeving.regel_veld(node, "titel");
    let inhoud = node.required("tekst").map(|tekst| omgeving.tekst(&tekst).blokken)?;
    Some(BlokSoort::Kader { soort, titel, inhoud })
}

fn afbeelding(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let bestand = node.required("bestand").and_then(|pad| pad.as_path());
    let decoratief = node.bool("decoratief").unwrap_or(false);
    let alt = node.text("alt").map(|t| t.text);
    let bijschrift = omgeving.regel_veld(node, "bijschrift");
    let breedte = node.text("breedte").and_then(|t| t.text.trim_end_matches('%').parse().ok());
    if alt.is_none() && !decoratief {
        omgeving.notes.push(
            Note::at(G254, node.span(), "De afbeelding heeft geen `alt`")
                .hint("Schrijf bij `alt` wat er te zien is, of `decoratief: ja` als het beeld niets zegt"),
        );
    }
    let bestand = bestand?;
    let beeld = omgeving.beeld(&bestand.text);
    if beeld.is_none() {
        omgeving.notes.push(
            Note::at(G255, bestand.span, format!("Het beeld `{}` staat niet in de map van dit stuk", bestand.text))
                .hint("Zet een svg-, png- of jpg-bestand in de map en schrijf het pad vanaf die map"),
        );
    }
    Some(BlokSoort::Afbeelding { bestand: beeld?, alt: alt.filter(|_| !decoratief), bijschrift, breedte })
}

impl Omgeving<'_> {
    /// The virtual path of an image in the document's folder.
    pub fn beeld(&self, pad: &str) -> Option<String> {
        let stuk = self.stuk?;
        stuk.bestanden.get(pad)?;
        let below = stuk.map.strip_prefix("content").unwrap_or(&stuk.map);
        Some(format!("/beeld{below}/{pad}"))
    }

    /// Gives images in Markdown their virtual path, as [`afbeelding`] does for a block.
    fn beelden(&self, blokken: &mut [Blok]) {
        for Blok { soort, span, .. } in blokken {
            match soort {
                BlokSoort::Afbeelding { bestand, .. } => match self.beeld(bestand) {
                    Some(beeld) => *bestand = beeld,
                    None => self.notes.push(
                        Note::at(
                            G255,
                            span.clone(),
                            format!("Het beeld `{bestand}` staat niet in de map van dit stuk"),
                        )
                        .hint("Zet een svg-, png- of jpg-bestand in de map en schrijf het pad vanaf die map"),
                    ),
                },
                BlokSoort::Lijst { items, .. } => items.iter_mut().for_each(|item| self.beelden(item)),
                BlokSoort::Citaat { inhoud, .. } => self.beelden(inhoud),
                _ => {}
            }
        }
    }
}

fn organigram(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let alt = node.required("alt").and_then(|alt| alt.as_long_text());
    let boom = node.required("boom").and_then(|boom| omgeving.knoop(&boom));
    Some(BlokSoort::Organigram { alt: alt?.text.split_whitespace().collect::<Vec<_>>().join(" "), boom: boom? })
}

fn leden(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let mut leden = Vec::new();
    for lid in node.required("leden")?.as_list() {
        let naam = omgeving.regel_veld(&lid, "naam");
        let organisatie = omgeving.verplichte_regel(&lid, "organisatie");
        let rol = omgeving.regel_veld(&lid, "rol");
        let aantal = lid.integer("aantal", 1..=9999).map(|n| n.to_string());
        lid.finish();
        leden.extend(organisatie.map(|organisatie| Lid { naam, organisatie, rol, aantal }));
    }
    Some(BlokSoort::Leden(leden))
}

fn gebeurtenis(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let (titel, datum) = (omgeving.verplichte_regel(node, "titel"), omgeving.verplichte_regel(node, "datum"));
    let dagdeel = omgeving.regel_veld(node, "dagdeel");
    let organisator = omgeving.regel_veld(node, "organisator");
    let inhoud = omgeving.tekst_veld(node, "tekst");
    let mut links = Vec::new();
    for link in node.list("links") {
        let (tekst, url) = (omgeving.verplichte_regel(&link, "tekst"), link.required("url").and_then(|u| u.as_url()));
        link.finish();
        if let (Some(tekst), Some(url)) = (tekst, url) {
            links.push(Inline::Link { url: url.text, tekst, span: url.span });
        }
    }
    Some(BlokSoort::Gebeurtenis(Gebeurtenis { titel: titel?, datum: datum?, dagdeel, organisator, inhoud, links }))
}

fn contact(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let rol = omgeving.verplichte_regel(node, "rol");
    let naam = omgeving.regel_veld(node, "naam");
    let email = omgeving.regel_veld(node, "email");
    let telefoon = omgeving.regel_veld(node, "telefoon");
    let publiek = node.bool("publiek").unwrap_or(false);
    Some(BlokSoort::Contact(Contact { rol: rol?, naam, email, telefoon, publiek }))
}

fn begrippen(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let mut begrippen = Vec::new();
    for begrip in node.required("begrippen")?.as_list() {
        let woord = omgeving.verplichte_regel(&begrip, "begrip");
        let afkorting = omgeving.regel_veld(&begrip, "afkorting");
        let betekenis = omgeving.verplichte_regel(&begrip, "betekenis");
        begrip.finish();
        if let (Some(woord), Some(betekenis)) = (woord, betekenis) {
            begrippen.push(Begrip { begrip: woord, afkorting, betekenis });
        }
    }
    Some(BlokSoort::Begrippen(begrippen))
}

fn los(soort: BlokSoort, node: &Node<'_>) -> Blok {
    Blok { soort, span: node.span(), id: None, voor: Doelgroep::default(), bijeenhouden: false }
}

/// Both restrictions hold: of two lists of `alleen` what stands in both, of `behalve` what stands in either.
fn samen(een: &Doelgroep, twee: &Doelgroep) -> Doelgroep {
    let alleen = match (een.alleen.is_empty(), twee.alleen.is_empty()) {
        (true, _) => twee.alleen.clone(),
        (_, true) => een.alleen.clone(),
        _ => een.alleen.iter().filter(|slug| twee.alleen.contains(slug)).cloned().collect(),
    };
    Doelgroep { alleen, behalve: een.behalve.iter().chain(&twee.behalve).cloned().collect() }
}

/// Puts the parameters of a standard text in the place of `{{ parameter.naam }}`.
fn vul_parameters(soort: &mut BlokSoort, parameters: &BTreeMap<String, Regel>) {
    if parameters.is_empty() {
        return;
    }
    match soort {
        BlokSoort::Alinea(regel) | BlokSoort::Kop { tekst: regel, .. } => vul_regel(regel, parameters),
        BlokSoort::Lijst { items, .. } => {
            items.iter_mut().flatten().for_each(|blok| vul_parameters(&mut blok.soort, parameters));
        }
        BlokSoort::Citaat { inhoud, .. } | BlokSoort::Kader { inhoud, .. } | BlokSoort::Kolommen { inhoud, .. } => {
            inhoud.iter_mut().for_each(|blok| vul_parameters(&mut blok.soort, parameters));
        }
        _ => {}
    }
}

fn vul_regel(regel: &mut Regel, parameters: &BTreeMap<String, Regel>) {
    let mut out = Vec::with_capacity(regel.len());
    for inline in regel.drain(..) {
        match inline {
            Inline::Veld(veld) => match &veld.uitdrukking {
                Uitdrukking::Pad(pad, _)
                    if pad.len() == 2 && pad[0] == "parameter" && parameters.contains_key(&pad[1]) =>
                {
                    out.extend(parameters[&pad[1]].iter().cloned());
                }
                _ => out.push(Inline::Veld(veld)),
            },
            Inline::Vet(mut binnen) => {
                vul_regel(&mut binnen, parameters);
                out.push(Inline::Vet(binnen));
            }
            Inline::Cursief(mut binnen) => {
                vul_regel(&mut binnen, parameters);
                out.push(Inline::Cursief(binnen));
            }
            anders => out.push(anders),
        }
    }
    *regel = out;
}
