//! Bad input: each fault at its place, no bundle for that gemeente, the other whole. What is said is kept in `fouten/`.

use crate::support::project::{Project, root};

const BRIEF: &str = "content/2021/vaststelling-regiovisie/document.yaml";
const RIDDERKERK: &str = "content/gemeenten/ridderkerk.yaml";
const PDF: &str = "out/2021/ridderkerk/2021-07-02_collegebrief_vaststelling-regiovisie_ridderkerk.pdf";
const TEKST: &str = "Rijnmond heeft sinds half mei 2021 één visie op jeugdhulp.";

/// What is wrong, and how it came to be: before the PDFs were made, or after.
struct Geval {
    naam: &'static str,
    vooraf: fn(&Project),
    achteraf: fn(&Project),
}

fn niets(_: &Project) {}

fn alles_maken(project: &Project) {
    project.run(&["build", "vaststelling-regiovisie", "--gemeente", "ridderkerk", "--gemeente", "rotterdam"]);
}

/// A deviation for Ridderkerk alone.
fn lokaal(project: &Project, velden: &str) {
    project.write("content/2021/vaststelling-regiovisie/lokaal/ridderkerk.yaml", velden);
}

/// An annex for Ridderkerk alone, before the others.
fn bijlage(project: &Project, pad: &str) {
    let regel = format!("\nbijlagen:\n  - {{id: kaart, titel: Kaart, bestand: {pad}, alleen: [ridderkerk]}}\n");
    project.change(BRIEF, "\nbijlagen:\n", &regel);
}

/// Another document, that is not published itself.
fn nota(project: &Project, openbaarheid: &str) {
    let stuk = project.text(BRIEF).replacen("id: vaststelling-regiovisie", "id: nota", 1);
    let stuk = stuk.replacen("kenmerk: 21U", "kenmerk: 22U", 1);
    let stuk = stuk.replacen("\nopenbaarheid: openbaar", &format!("\n{openbaarheid}\npublicatie: nee"), 1);
    project.write("content/2021/nota/document.yaml", stuk);
}

/// The same, as an annex for one gemeente.
fn nota_als_bijlage(project: &Project, openbaarheid: &str) {
    nota(project, openbaarheid);
    let regel = "\nbijlagen:\n  - {id: nota, titel: Een nota, stuk: nota, alleen: [ridderkerk]}\n";
    project.change(BRIEF, "\nbijlagen:\n", regel);
}

const GEVALLEN: &[Geval] = &[
    Geval {
        naam: "basis-url-ontbreekt",
        vooraf: |p| p.change(RIDDERKERK, "basis_url: https://publicatie.ridderkerk.example\n", ""),
        achteraf: niets,
    },
    Geval {
        naam: "basis-url-zonder-https",
        vooraf: |p| p.change(RIDDERKERK, "basis_url: https", "basis_url: http"),
        achteraf: niets,
    },
    Geval {
        naam: "organisatie-buiten-haar-tijd",
        vooraf: |p| p.change(RIDDERKERK, "GM0597", "GM1992"),
        achteraf: niets,
    },
    Geval {
        naam: "organisatie-niet-in-het-register",
        vooraf: |p| p.change(RIDDERKERK, "GM0597", "GM9999"),
        achteraf: niets,
    },
    Geval {
        naam: "indeling-van-een-soort-die-er-niet-is",
        vooraf: |p| p.change(RIDDERKERK, "\nris:", "\npublicatie:\n  raadsvoorstellen: {waardering: B}\nris:"),
        achteraf: niets,
    },
    Geval {
        naam: "waarde-niet-in-de-lijst",
        vooraf: |p| lokaal(p, "publicatie: {documentsoort: breif}\n"),
        achteraf: niets,
    },
    Geval {
        naam: "titel-te-lang",
        vooraf: |p| lokaal(p, &format!("onderwerp: Een {} onderwerp\n", "heel ".repeat(50).trim())),
        achteraf: niets,
    },
    Geval {
        naam: "korte-titel-te-lang",
        vooraf: |p| lokaal(p, &format!("korte_titel: Een {} titel\n", "heel ".repeat(20).trim())),
        achteraf: niets,
    },
    Geval {
        naam: "publicatie-voor-de-vaststelling",
        vooraf: |p| lokaal(p, "publicatie: {datum: 2021-06-30}\n"),
        achteraf: niets,
    },
    Geval { naam: "besloten", vooraf: |p| lokaal(p, "openbaarheid: besloten\n"), achteraf: niets },
    Geval {
        naam: "geheim",
        vooraf: |p| {
            lokaal(
                p,
                "openbaarheid: {niveau: geheim, grondslag: Woo art. 5.1, opgelegd_door: het college, opheffing_door: de raad}\n",
            )
        },
        achteraf: niets,
    },
    Geval { naam: "datum-zonder-dag", vooraf: |p| lokaal(p, "datum: 2021-07\n"), achteraf: niets },
    Geval {
        naam: "bijlage-die-overheid-niet-neemt",
        vooraf: |p| {
            p.write("content/2021/vaststelling-regiovisie/bijlagen/kaart.xyz", "een kaart");
            bijlage(p, "bijlagen/kaart.xyz");
        },
        achteraf: niets,
    },
    Geval {
        naam: "bijlage-verdwenen",
        vooraf: |p| {
            p.write("content/2021/vaststelling-regiovisie/bijlagen/kaart.pdf", crate::support::project::BIJLAGE);
            bijlage(p, "bijlagen/kaart.pdf");
        },
        achteraf: |p| {
            p.remove(&PDF.replace("ridderkerk/2021", "ridderkerk/bijlagen/2021").replace(".pdf", "_bijlage-1.pdf"))
        },
    },
    Geval { naam: "bijlage-zonder-bestand", vooraf: |p| bijlage(p, "bijlagen/die-er-niet-is.pdf"), achteraf: niets },
    Geval {
        naam: "bijlage-is-een-stuk-dat-niet-wordt-gepubliceerd",
        vooraf: |p| nota_als_bijlage(p, "openbaarheid: openbaar"),
        achteraf: niets,
    },
    Geval {
        naam: "bijlage-is-een-besloten-stuk",
        vooraf: |p| nota_als_bijlage(p, "openbaarheid: besloten"),
        achteraf: niets,
    },
    Geval { naam: "stuk-met-een-fout", vooraf: niets, achteraf: |p| lokaal(p, "onderwerp_: Een tikfout\n") },
    Geval {
        naam: "stuk-dat-niet-te-lezen-is",
        vooraf: niets,
        achteraf: |p| p.write("content/2021/stuk/document.yaml", "soort: [\n"),
    },
    Geval {
        naam: "oudere-bouw",
        vooraf: niets,
        achteraf: |p| p.change(BRIEF, TEKST, "Rijnmond heeft één visie op jeugdhulp."),
    },
    Geval {
        naam: "nog-niet-gemaakt",
        vooraf: niets,
        achteraf: |p| {
            p.remove("out");
            p.run(&["build", "vaststelling-regiovisie", "--gemeente", "rotterdam"]);
        },
    },
    Geval {
        naam: "verouderd",
        vooraf: niets,
        achteraf: |p| {
            lokaal(p, "onderwerp_: Een tikfout\n");
            alles_maken(p);
            p.remove("content/2021/vaststelling-regiovisie/lokaal");
        },
    },
    Geval { naam: "pdf-veranderd", vooraf: niets, achteraf: |p| p.write(PDF, "%PDF-1.7 van iemand anders") },
    Geval {
        naam: "interne-uitgave",
        vooraf: niets,
        achteraf: |p| {
            let manifest = p.text("out/manifest.json");
            let (voor, na) = manifest.split_once("_ridderkerk.pdf\"").expect("in the manifest");
            p.write(
                "out/manifest.json",
                format!(
                    "{voor}_ridderkerk.pdf\"{}",
                    na.replacen("\"verouderd\": false", "\"verouderd\": false, \"intern\": true", 1)
                ),
            );
        },
    },
    Geval {
        naam: "bestand-van-een-ander-in-de-bundel",
        vooraf: niets,
        achteraf: |p| p.write("out/publicatie/ridderkerk/2021/notitie.txt", "van mij"),
    },
];

/// What publishing says, with the bundles that are there.
fn verloop(geval: &Geval) -> String {
    let project = Project::real();
    // The other papers of 2021 are no part of these cases.
    project.remove("content/2021/regiovisie");
    (geval.vooraf)(&project);
    alles_maken(&project);
    (geval.achteraf)(&project);
    let run =
        project.run(&["publish", "vaststelling-regiovisie", "--gemeente", "ridderkerk", "--gemeente", "rotterdam"]);
    let bundels = ["ridderkerk", "rotterdam"].map(|wie| {
        let heel = project.path(&format!("out/publicatie/{wie}/2021/SHA256SUMS")).exists();
        let zip = project.path(&format!("out/publicatie/{wie}/{wie}-2021.zip")).exists();
        assert_eq!(heel, zip, "{}: the bundle of {wie} is half", geval.naam);
        format!("{wie}: {}\n", if heel { "bundel" } else { "geen bundel" })
    });
    let controle = project.text("out/publicatie-controle.md");
    assert!(controle.contains("| FOUT |"), "{}: {controle}", geval.naam);
    assert_eq!(run.code, 1, "{}: {}", geval.naam, run.all());
    format!("{}{}{}", run.stderr, run.stdout, bundels.concat())
}

#[test]
fn bad_input_is_named_at_its_place_and_costs_only_its_own_bundle() {
    let bijwerken = std::env::var_os("BIJWERKEN").is_some_and(|on| on == "1");
    let een = |geval: &Geval| {
        let pad = root().join(format!("tests/publicatie/fouten/{}.txt", geval.naam));
        let tekst = verloop(geval);
        if bijwerken {
            std::fs::create_dir_all(pad.parent().expect("a folder")).expect("made");
            std::fs::write(&pad, &tekst).expect("written");
        }
        let bewaard = std::fs::read_to_string(&pad).unwrap_or_default();
        (bewaard != tekst).then(|| format!("{}:\n{tekst}", geval.naam))
    };
    let fouten: Vec<String> = std::thread::scope(|scope| {
        let (voor, na) = GEVALLEN.split_at(GEVALLEN.len() / 2);
        let ander = scope.spawn(move || na.iter().filter_map(een).collect::<Vec<_>>());
        let mut fouten: Vec<String> = voor.iter().filter_map(een).collect();
        fouten.extend(ander.join().expect("a case does not panic"));
        fouten
    });
    assert!(
        fouten.is_empty(),
        "\n{}\nBIJWERKEN=1 writes what came out; look at it before you commit it",
        fouten.join("\n")
    );
}
