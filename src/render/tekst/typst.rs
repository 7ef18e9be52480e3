//! Text as Typst: calls of the functions of `/stijl/tekst.typ`, and author text in string literals only.

use super::Schrijver;
use super::vorm::{Gezet, GezetLid, GezetteGebeurtenis, GezetteKnoop, Naar, Nadruk, Vorm};
use crate::diag::Span;
use crate::model::tekst::{Cel, KaderSoort, Lijstsoort, Tabel, Uitlijning};
use crate::render::escape;

/// The first line of every file with text.
pub const INVOER: &str = "#import \"/stijl/tekst.typ\": *\n";

/// Writes Typst.
pub struct Typst;

impl Vorm for Typst {
    fn invoer(&self) -> Option<&'static str> {
        Some(INVOER)
    }

    fn woorden(&self, woorden: &str, span: Option<&Span>) -> Schrijver {
        let mut uit = Schrijver::default();
        if !woorden.is_empty() {
            uit.code("#");
            uit.stuk(&escape::literal(woorden), span);
            uit.code(";");
        }
        uit
    }

    fn blank(&self, naam: &str, span: Option<&Span>) -> Schrijver {
        let mut uit = Schrijver::van("#blank(");
        uit.stuk(&escape::literal(naam), span);
        uit.code(");");
        uit
    }

    fn regeleinde(&self) -> Schrijver {
        Schrijver::van("#linebreak();")
    }

    fn nootcijfer(&self, id: &str) -> Schrijver {
        Schrijver::van(&format!("#footnote({});", verwijzing(&nootlabel(id))))
    }

    fn nadruk(&self, nadruk: Nadruk, binnen: &Schrijver) -> Schrijver {
        let functie = match nadruk {
            Nadruk::Vet => "#strong[",
            Nadruk::Cursief => "#emph[",
            Nadruk::Superscript => "#super[",
        };
        om(functie, binnen, "];")
    }

    fn link(&self, naar: Naar<'_>, tekst: &Schrijver) -> Schrijver {
        let mut uit = Schrijver::van("#link(");
        match naar {
            Naar::Adres(url, span) => uit.stuk(&escape::literal(url), Some(span)),
            Naar::Label(label) => uit.code(&verwijzing(label)),
        }
        uit.voeg_toe(&om(")[", tekst, "];"));
        uit
    }

    fn blok(&self, blok: &Gezet<'_>) -> Schrijver {
        match blok {
            Gezet::Bijeen(inhoud) => om("#bijeen[\n", inhoud, "]\n"),
            Gezet::Kop { niveau, in_inhoudsopgave, tekst } => {
                let buiten = if *in_inhoudsopgave { "" } else { ", outlined: false" };
                om(&format!("#heading(level: {niveau}{buiten})["), tekst, "]\n")
            }
            Gezet::Alinea(regel) => om("#par[", regel, "]\n"),
            Gezet::Lijst { soort, start, strak, items } => lijst(*soort, *start, *strak, items),
            Gezet::Tabel { tabel, bijschrift, cellen } => zet_tabel(tabel, bijschrift.as_ref(), cellen),
            Gezet::Citaat { inhoud, bron } => met("#citaat(", &[("bron", bron.as_ref())], ")[", inhoud),
            Gezet::Kader { soort, titel, inhoud } => {
                let begin = format!("#kader(soort: \"{}\", ", kadersoort(*soort));
                met(&begin, &[("titel", titel.as_ref())], ")[", inhoud)
            }
            Gezet::Afbeelding { pad, alt, bijschrift, breedte } => {
                let alt = alt.map_or_else(|| "none".to_string(), escape::literal);
                let mut uit = Schrijver::van(&format!("#afbeelding({}, alt: {alt}, ", escape::literal(pad)));
                argument(&mut uit, "bijschrift", bijschrift.as_ref());
                uit.code(&format!(", breedte: {breedte}%)\n"));
                uit
            }
            Gezet::Organigram { alt, boom } => {
                let begin = format!("#organigram(alt: {}, boom: ", escape::literal(alt));
                om(&begin, &knoop(boom), ")\n")
            }
            Gezet::Leden(leden) => zet_leden(leden),
            Gezet::Gebeurtenis(gebeurtenis) => zet_gebeurtenis(gebeurtenis),
            Gezet::Contact(delen) => {
                let delen: Vec<_> = delen.iter().map(|(naam, deel)| (*naam, deel.as_ref())).collect();
                om("#contact(", &argumenten(&delen), ")\n")
            }
            Gezet::Begrippen(begrippen) => {
                let mut uit = Schrijver::van("#begrippen((\n");
                for (begrip, afkorting, betekenis) in begrippen {
                    let delen =
                        [("begrip", Some(begrip)), ("afkorting", afkorting.as_ref()), ("betekenis", Some(betekenis))];
                    uit.voeg_toe(&om("  (", &argumenten(&delen), "),\n"));
                }
                uit.code("))\n");
                uit
            }
            Gezet::Kolommen { aantal, inhoud } => om(&format!("#kolommen({aantal})["), inhoud, "]\n"),
            Gezet::PaginaEinde => Schrijver::van("#pagina-einde()\n"),
            Gezet::Scheidingslijn => Schrijver::van("#scheidingslijn()\n"),
        }
    }
}

/// Something around what is written.
fn om(voor: &str, binnen: &Schrijver, na: &str) -> Schrijver {
    let mut uit = Schrijver::van(voor);
    uit.voeg_toe(binnen);
    uit.code(na);
    uit
}

/// A call with named arguments and content.
fn met(begin: &str, delen: &[(&str, Option<&Schrijver>)], na: &str, inhoud: &Schrijver) -> Schrijver {
    let mut uit = om(begin, &argumenten(delen), na);
    uit.voeg_toe(inhoud);
    uit.code("]\n");
    uit
}

/// `naam: [..]`, or `naam: none`.
fn argument(uit: &mut Schrijver, naam: &str, deel: Option<&Schrijver>) {
    match deel {
        Some(deel) => uit.voeg_toe(&om(&format!("{naam}: ["), deel, "]")),
        None => uit.code(&format!("{naam}: none")),
    }
}

fn argumenten(delen: &[(&str, Option<&Schrijver>)]) -> Schrijver {
    let mut uit = Schrijver::default();
    for (nr, (naam, deel)) in delen.iter().enumerate() {
        uit.code(if nr == 0 { "" } else { ", " });
        argument(&mut uit, naam, *deel);
    }
    uit
}

fn lijst(soort: Lijstsoort, start: u64, strak: bool, items: &[Schrijver]) -> Schrijver {
    let mut uit = Schrijver::van(&match soort {
        Lijstsoort::Punt => format!("#list(tight: {strak}"),
        Lijstsoort::Streep => format!("#list(tight: {strak}, marker: [#\"–\";]"),
        Lijstsoort::Nummer => format!("#enum(tight: {strak}, start: {start}, numbering: \"1.\""),
        Lijstsoort::Letter => format!("#enum(tight: {strak}, start: {start}, numbering: \"a.\""),
    });
    items.iter().for_each(|item| uit.voeg_toe(&om(", [", item, "]")));
    uit.code(")\n");
    uit
}

fn zet_tabel(tabel: &Tabel, bijschrift: Option<&Schrijver>, cellen: &[Vec<Schrijver>]) -> Schrijver {
    let breedten: String = tabel
        .kolommen
        .iter()
        .map(|kolom| kolom.breedte.map_or_else(|| "auto,".to_string(), |breedte| format!("{breedte},")))
        .collect();
    let kanten: String = tabel.kolommen.iter().map(|kolom| format!("\"{}\",", kant(kolom.uitlijning))).collect();
    let Tabel { koprijen, kopkolom, totaalrij, .. } = tabel;
    let mut uit = Schrijver::van(&format!("#tabel(kolommen: ({breedten}), uitlijning: ({kanten}), "));
    uit.code(&format!("koprijen: {koprijen}, kopkolom: {kopkolom}, totaal: {totaalrij}, "));
    argument(&mut uit, "bijschrift", bijschrift);
    let samenvatting = tabel.samenvatting.as_deref().map_or_else(|| "none".to_string(), escape::literal);
    uit.code(&format!(", samenvatting: {samenvatting}, rijen: (\n"));
    for (rij, inhouden) in tabel.rijen.iter().zip(cellen) {
        uit.code("  (");
        for (cel, inhoud) in rij.iter().zip(inhouden) {
            uit.voeg_toe(&om(&format!("cel({})[", kenmerken(cel)), inhoud, "], "));
        }
        uit.code("),\n");
    }
    uit.code("))\n");
    uit
}

/// Of a cell only what is not usual.
fn kenmerken(cel: &Cel) -> String {
    let getal = |naam: &str, waarde: usize| (waarde != 1).then(|| format!("{naam}: {waarde}"));
    let vlag = |naam: &str, staat: bool| staat.then(|| format!("{naam}: true"));
    let alle = [
        getal("colspan", cel.colspan),
        getal("rowspan", cel.rowspan),
        vlag("kop", cel.kop),
        vlag("vet", cel.vet),
        vlag("cursief", cel.cursief),
        vlag("leeg", cel.inhoud.is_empty()),
    ];
    alle.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn knoop(knoop_: &GezetteKnoop) -> Schrijver {
    let mut uit = om("(", &argumenten(&[("naam", Some(&knoop_.naam)), ("rol", knoop_.rol.as_ref())]), ", onder: (");
    for onder in &knoop_.onder {
        uit.voeg_toe(&om("", &knoop(onder), ","));
    }
    uit.code("))");
    uit
}

fn zet_leden(leden: &[GezetLid<'_>]) -> Schrijver {
    let mut uit = Schrijver::van("#leden(\n");
    for lid in leden {
        let delen = [("naam", lid.naam.as_ref()), ("organisatie", Some(&lid.organisatie)), ("rol", lid.rol.as_ref())];
        let aantal = lid.aantal.map_or_else(|| "none".to_string(), escape::literal);
        uit.voeg_toe(&om("  (", &argumenten(&delen), &format!(", aantal: {aantal}),\n")));
    }
    uit.code(")\n");
    uit
}

fn zet_gebeurtenis(gebeurtenis: &GezetteGebeurtenis) -> Schrijver {
    let GezetteGebeurtenis { titel, datum, dagdeel, organisator, links, inhoud } = gebeurtenis;
    let delen = [
        ("titel", Some(titel)),
        ("datum", Some(datum)),
        ("dagdeel", dagdeel.as_ref()),
        ("organisator", organisator.as_ref()),
    ];
    let mut uit = om("#gebeurtenis(", &argumenten(&delen), ", links: (");
    links.iter().for_each(|link| uit.voeg_toe(&om("[", link, "],")));
    uit.voeg_toe(&om("))[", inhoud, "]\n"));
    uit
}

fn kadersoort(soort: KaderSoort) -> &'static str {
    match soort {
        KaderSoort::LetOp => "let-op",
        KaderSoort::Samenvatting => "samenvatting",
        KaderSoort::Motto => "motto",
    }
}

fn kant(uitlijning: Uitlijning) -> &'static str {
    match uitlijning {
        Uitlijning::Links => "links",
        Uitlijning::Rechts => "rechts",
        Uitlijning::Midden => "midden",
    }
}

/// The label of a note.
pub fn nootlabel(id: &str) -> String {
    format!("noot-{id}")
}

/// A label as an argument.
fn verwijzing(label: &str) -> String {
    if is_kaal(label) { format!("<{label}>") } else { format!("label({})", escape::literal(label)) }
}

/// A label in markup, for what stands before it. A semicolon after `<...>` would print.
pub fn etiket(label: &str) -> String {
    if is_kaal(label) { format!("<{label}>") } else { format!("#label({});", escape::literal(label)) }
}

fn is_kaal(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
