//! `griffel verify` on a sound bundle and on every kind of tampering, with the whole report compared.

mod gepubliceerd;
mod zips;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use griffel::publish::sha256;

use crate::support::project::{Project, Run, root};

/// The files of a bundle by path.
type Files = BTreeMap<String, Vec<u8>>;

const RIDDERKERK: &str = "2021-07-02_collegebrief_vaststelling-regiovisie_ridderkerk";
const SCHIEDAM: &str = "2021-07-02_collegebrief_vaststelling-regiovisie_schiedam";

/// The letters of two gemeenten as they are published, made once.
static BRIEVEN: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let project = Project::real();
    let run = project.run(&["build", "vaststelling-regiovisie", "--gemeente", "ridderkerk", "--gemeente", "schiedam"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let read =
        |path: &String| (path.rsplit('/').next().unwrap_or_default().to_string(), project.read(&format!("out/{path}")));
    project.pdfs().iter().map(read).collect()
});

fn pdf(naam: &str) -> Vec<u8> {
    BRIEVEN.get(&format!("{naam}.pdf")).cloned().unwrap_or_else(|| panic!("{naam} of {:?}", BRIEVEN.keys()))
}

/// A file of `tests/verify/basis` with what differs per bundle filled in.
fn sidecar(naam: &str, stuk: &str, bytes: &[u8]) -> Vec<u8> {
    let path = root().join("tests/verify/basis").join(naam);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.replace("$NAAM", stuk)
        .replace("$OMVANG", &bytes.len().to_string())
        .replace("$SOM", &sha256(bytes))
        .into_bytes()
}

/// A sound bundle for Ridderkerk.
fn bundel() -> Files {
    let bytes = pdf(RIDDERKERK);
    let mut files = Files::new();
    for (naam, basis) in [
        (format!("{RIDDERKERK}.mdto.xml"), "mdto.xml"),
        (format!("{RIDDERKERK}.pdf.bestand.mdto.xml"), "bestand.mdto.xml"),
        (format!("{RIDDERKERK}.diwoo.xml"), "sitemap.xml"),
        ("sitemap-diwoo-2021.xml".to_string(), "sitemap.xml"),
        ("sitemapindex-diwoo-infocat018.xml".to_string(), "index.xml"),
        ("pakbon.xml".to_string(), "pakbon.xml"),
    ] {
        files.insert(naam, sidecar(basis, RIDDERKERK, &bytes));
    }
    files.insert(format!("{RIDDERKERK}.pdf"), bytes);
    met_sommen(files)
}

/// With a list of checksums that fits.
fn met_sommen(mut files: Files) -> Files {
    files.remove("SHA256SUMS");
    let regels: String = files.iter().map(|(pad, bytes)| format!("{}  {pad}\n", sha256(bytes))).collect();
    files.insert("SHA256SUMS".to_string(), regels.into_bytes());
    files
}

fn schrijf(folder: &Path, files: &Files) {
    for (pad, bytes) in files {
        let path = folder.join(pad);
        std::fs::create_dir_all(path.parent().expect("inside the folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
}

/// Runs `griffel verify` on a folder with these files, or on these bytes as a ZIP.
fn verify(files: &Files, args: &[&str]) -> Run {
    let project = Project::empty();
    schrijf(&project.path("bundel"), files);
    project.run(&[&["verify", "bundel"], args].concat())
}

fn verify_zip(bytes: &[u8]) -> Run {
    let project = Project::empty();
    project.write("bundel.zip", bytes);
    project.run(&["verify", "bundel.zip"])
}

/// Changes text in a file; it must be there.
fn anders(files: &mut Files, pad: &str, from: &str, to: &str) {
    let bytes = files.get_mut(pad).unwrap_or_else(|| panic!("{pad}"));
    let (from, to) = (from.as_bytes(), to.as_bytes());
    let at = bytes.windows(from.len()).position(|part| part == from).unwrap_or_else(|| panic!("{pad} lacks {from:?}"));
    bytes.splice(at..at + from.len(), to.iter().copied());
}

/// The report without what changes when a template does: checksums and sizes.
fn zonder_getallen(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split('`') {
        let hex = word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let size = word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        words.push(if hex {
            "<sha256>"
        } else if size {
            "<omvang>"
        } else {
            word
        });
    }
    words.join("`")
}

/// Compares a report with `tests/verify/uit/<naam>.txt`; `BIJWERKEN=1` keeps what came out.
fn compare(naam: &str, run: &Run, code: i32) {
    let text = zonder_getallen(&format!("{}{}exit {}\n", run.stdout, run.stderr, run.code));
    assert_eq!(run.code, code, "{naam}\n{text}");
    let path = root().join("tests/verify/uit").join(format!("{naam}.txt"));
    if std::env::var_os("BIJWERKEN").is_some_and(|on| on == "1") {
        std::fs::write(&path, &text).expect("a file that can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, text, "{naam}; BIJWERKEN=1 writes what came out; look at it before you commit it");
}

/// The XMP packet taken out, as some platforms do: its place in the file stays, so that nothing else moves.
fn zonder_xmp(pdf: &mut [u8]) {
    let found: Vec<usize> = (0..pdf.len()).filter(|at| pdf[*at..].starts_with(b"/Metadata")).collect();
    assert!(!found.is_empty(), "a PDF with XMP");
    found.iter().for_each(|at| pdf[*at..at + 9].copy_from_slice(b"/Metadat_"));
}

type Tamper = fn(&mut Files);

/// Every kind of tampering that leaves the list of checksums as it was.
const KNOEIEN: &[(&str, Tamper)] = &[
    ("een-byte-anders", |files| {
        let bytes = files.get_mut(&format!("{RIDDERKERK}.pdf")).expect("the letter");
        let at = bytes.len() / 2;
        bytes[at] ^= 1;
    }),
    ("pdf-ontbreekt", |files| drop(files.remove(&format!("{RIDDERKERK}.pdf")))),
    ("metadata-ontbreekt", |files| drop(files.remove(&format!("{RIDDERKERK}.mdto.xml")))),
    ("pdf-leeg", |files| drop(files.insert(format!("{RIDDERKERK}.pdf"), Vec::new()))),
    ("pdf-is-webpagina", |files| drop(files.insert(format!("{RIDDERKERK}.pdf"), b"<html>404</html>".to_vec()))),
    ("pdf-afgebroken", |files| files.get_mut(&format!("{RIDDERKERK}.pdf")).expect("the letter").truncate(900)),
    ("xmp-gestript", |files| zonder_xmp(files.get_mut(&format!("{RIDDERKERK}.pdf")).expect("the letter"))),
    ("norm-weg", |files| anders(files, &format!("{RIDDERKERK}.pdf"), "<pdfuaid:part>1", "<pdfuaid:part>9")),
    ("titel-in-xmp", |files| {
        anders(files, &format!("{RIDDERKERK}.pdf"), "Vaststelling regiovisie", "Vaststelling regioplan!");
    }),
    ("bestand-erbij", |files| drop(files.insert("brief-oud.pdf".to_string(), pdf(RIDDERKERK)))),
    ("pdf-van-een-ander", |files| drop(files.insert(format!("{RIDDERKERK}.pdf"), pdf(SCHIEDAM)))),
    ("bestand-hernoemd", |files| {
        let bytes = files.remove(&format!("{RIDDERKERK}.pdf")).expect("the letter");
        files.insert("brief.pdf".to_string(), bytes);
    }),
    ("metadata-veranderd", |files| {
        anders(files, &format!("{RIDDERKERK}.diwoo.xml"), "<diwoo:creatiedatum>2021", "<diwoo:creatiedatum>2020");
    }),
    ("metadata-kapot", |files| anders(files, &format!("{RIDDERKERK}.mdto.xml"), "<naam>", "<titel>")),
    ("label-veranderd", |files| {
        anders(files, "sitemap-diwoo-2021.xml", ">brief<", ">brieven<");
    }),
    ("checksums-veranderd", |files| {
        let som = sha256(&pdf(RIDDERKERK));
        anders(files, "SHA256SUMS", &som, &"0".repeat(64));
    }),
    ("checksums-leeg", |files| drop(files.insert("SHA256SUMS".to_string(), Vec::new()))),
    ("checksums-kapot", |files| anders(files, "SHA256SUMS", "  ", " ")),
    ("checksums-dubbel", |files| {
        let regels = files["SHA256SUMS"].clone();
        files
            .get_mut("SHA256SUMS")
            .expect("the list")
            .extend(&regels[..regels.iter().position(|b| *b == b'\n').expect("a line") + 1]);
    }),
];

/// Tampering by somebody who makes the list of checksums anew: only what the files say of each other tells.
const GRONDIG: &[(&str, Tamper)] = &[
    ("grondig-een-byte-anders", |files| {
        anders(files, &format!("{RIDDERKERK}.pdf"), "%PDF-1.7\n", "%PDF-1.7 ");
    }),
    ("grondig-oudere-versie", |files| {
        let som = sha256(&pdf(RIDDERKERK));
        anders(files, &format!("{RIDDERKERK}.pdf.bestand.mdto.xml"), &som, &sha256(b"oud"));
    }),
    ("grondig-pdf-van-een-ander", |files| drop(files.insert(format!("{RIDDERKERK}.pdf"), pdf(SCHIEDAM)))),
    ("grondig-titel", |files| {
        anders(files, &format!("{RIDDERKERK}.diwoo.xml"), "<diwoo:officieleTitel>", "<diwoo:officieleTitel>Concept ");
    }),
    ("grondig-datum", |files| {
        anders(
            files,
            &format!("{RIDDERKERK}.diwoo.xml"),
            "<diwoo:creatiedatum>2021-07-02",
            "<diwoo:creatiedatum>2021-07-09",
        );
    }),
    ("grondig-kenmerk", |files| {
        anders(files, &format!("{RIDDERKERK}.diwoo.xml"), ">21U0011310<", ">21U0011311<");
    }),
    ("grondig-gemeente", |files| {
        anders(files, &format!("{RIDDERKERK}.diwoo.xml"), "21U0011310-gm0597", "21U0011310-gm0606");
    }),
    ("grondig-xmp-gestript", |files| zonder_xmp(files.get_mut(&format!("{RIDDERKERK}.pdf")).expect("the letter"))),
    ("grondig-sitemap-naar-niets", |files| {
        anders(files, "sitemap-diwoo-2021.xml", "ridderkerk.pdf", "ridderkerk-2.pdf");
    }),
    ("grondig-index-naar-niets", |files| {
        anders(files, "sitemapindex-diwoo-infocat018.xml", "sitemap-diwoo-2021", "sitemap-diwoo-2022");
    }),
    ("grondig-webadres-van-een-ander", |files| {
        anders(files, &format!("{RIDDERKERK}.diwoo.xml"), "ridderkerk.pdf", "schiedam.pdf");
    }),
    ("grondig-representatie-van-een-ander", |files| {
        anders(files, &format!("{RIDDERKERK}.pdf.bestand.mdto.xml"), ">21U0011310-gm0597<", ">21U0011310-gm0606<");
    }),
    ("grondig-pakbon", |files| anders(files, "pakbon.xml", "<aantalBestanden>6", "<aantalBestanden>7")),
    ("grondig-interne-uitgave", |files| {
        let bytes = pdf(RIDDERKERK);
        files.insert(format!("{RIDDERKERK}_intern.pdf"), bytes);
    }),
    ("grondig-naam-van-een-opsteller", |files| {
        let namen = "</diwoo:titelcollectie><diwoo:naamOpsteller>A. Verzonnen</diwoo:naamOpsteller>";
        anders(files, &format!("{RIDDERKERK}.diwoo.xml"), "</diwoo:titelcollectie>", namen);
    }),
];

#[test]
fn a_sound_bundle_passes_every_check() {
    compare("heel", &verify(&bundel(), &[]), 0);
}

#[test]
fn every_kind_of_tampering_is_named() {
    let again = [(KNOEIEN, false), (GRONDIG, true)];
    for (naam, tamper, met) in
        again.iter().flat_map(|(all, met)| all.iter().map(move |(naam, tamper)| (naam, tamper, met)))
    {
        let mut files = bundel();
        tamper(&mut files);
        let files = if *met { met_sommen(files) } else { files };
        compare(naam, &verify(&files, &[]), 1);
    }
}

#[test]
fn what_arrived_is_ticked_off() {
    let project = Project::empty();
    schrijf(&project.path("bundel"), &bundel());
    let run = |terug: &[(&str, Vec<u8>)]| {
        schrijf(
            &project.path("terug"),
            &terug.iter().map(|(pad, bytes)| ((*pad).to_string(), bytes.clone())).collect(),
        );
        let run = project.run(&["verify", "bundel", "--aankomst", "terug", "--lijst", "aankomst.md"]);
        let lijst = project.text("aankomst.md");
        assert!(run.stdout.ends_with(&lijst), "{}\n{lijst}", run.stdout);
        project.remove("terug");
        Run { stdout: lijst, ..run }
    };
    let naam = format!("{RIDDERKERK}.pdf");
    compare("aankomst-goed", &run(&[("downloads/1234.pdf", pdf(RIDDERKERK))]), 0);
    compare("aankomst-niets", &run(&[("readme.txt", b"leeg".to_vec())]), 1);
    compare("aankomst-sitemap", &run(&[("sitemap.xml", bundel()["sitemap-diwoo-2021.xml"].clone())]), 0);
    let mut gestript = pdf(RIDDERKERK);
    zonder_xmp(&mut gestript);
    compare("aankomst-gestript", &run(&[(&naam, gestript)]), 1);
    compare("aankomst-van-een-ander", &run(&[(&naam, pdf(SCHIEDAM))]), 1);
    let mut met_twee = bundel();
    met_twee.insert(format!("{SCHIEDAM}.pdf"), pdf(SCHIEDAM));
    schrijf(&project.path("bundel"), &met_sommen(met_twee));
    compare("aankomst-verwisseld", &run(&[(&naam, pdf(SCHIEDAM))]), 1);
    compare("aankomst-webpagina", &run(&[(&naam, b"<html>".to_vec())]), 1);
}

#[test]
fn the_report_can_be_read_by_programs() {
    let mut files = bundel();
    files.insert("extra.txt".to_string(), b"x".to_vec());
    let run = verify(&files, &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.all()));
    assert_eq!((run.code, &json["bundels"][0]["goed"]), (1, &serde_json::Value::Bool(false)));
    let bevinding = &json["bundels"][0]["controles"][0]["bevindingen"][0];
    assert_eq!((bevinding["code"].as_str(), bevinding["bestand"].as_str()), (Some("G775"), Some("extra.txt")));
}

#[test]
fn what_is_no_bundle_is_a_wrong_command() {
    let project = Project::empty();
    compare("geen-bundel", &project.run(&["verify", "templates"]), 2);
    compare("bestaat-niet", &project.run(&["verify", "nergens"]), 2);
    project.write("brief.pdf", pdf(RIDDERKERK));
    compare("een-bestand", &project.run(&["verify", "brief.pdf"]), 2);
}
