//! Author text appears in generated Typst only inside string literals, in every source of the real content.

use griffel::load::{self, Raw};
use griffel::plan::{self, Selectie};
use griffel::render::bron::BronFile;
use griffel::render::{self, Engine};
use griffel::validate;
use tera::Context;
use typst_syntax::{LinkedNode, SyntaxKind, parse};

use crate::support::project::{Project, root};

fn raw(root: &std::path::Path) -> Raw {
    load::load(root).unwrap_or_else(|e| panic!("{}", e.message)).value
}

/// The leaves of a tree with their places.
fn leaves<'a>(node: &LinkedNode<'a>, found: &mut Vec<LinkedNode<'a>>) {
    if node.children().len() == 0 {
        found.push(node.clone());
    } else {
        node.children().for_each(|child| leaves(&child, found));
    }
}

/// What a leaf must not be where an author's words are: anything that Typst reads as text or markup of its own.
fn is_open(kind: SyntaxKind) -> bool {
    use SyntaxKind::{
        Escape, Label, Link, MathText, RawDelim, RefMarker, Shorthand, SmartQuote, Star, Text, Underscore,
    };
    [Text, Escape, Label, Link, MathText, RawDelim, RefMarker, Shorthand, SmartQuote, Star, Underscore].contains(&kind)
}

/// What is wrong in one generated source. Files of rich text hold no text of their own at all; the main source has
/// words of its template, so there only what came from the YAML is looked at.
pub fn wrong(file: &BronFile) -> Vec<String> {
    let root = parse(&file.text);
    let mut faults: Vec<String> =
        root.errors_and_warnings().0.iter().map(|error| format!("{}: {}", file.path, error.message)).collect();
    let mut all = Vec::new();
    leaves(&LinkedNode::new(&root), &mut all);
    for leaf in all.iter().filter(|leaf| is_open(leaf.kind())) {
        let range = leaf.range();
        let of_author = file.kaart.iter().any(|(piece, _)| piece.start < range.end && range.start < piece.end);
        // A label is written by us, its name is a slug; so is the star of `#import "/stijl/tekst.typ": *`.
        let import = leaf.parent_kind() == Some(SyntaxKind::ModuleImport);
        let ours = leaf.kind() == SyntaxKind::Label || import;
        if !ours && (of_author || file.path.starts_with("/tekst/")) {
            faults.push(format!("{}: {:?} {:?} is no string", file.path, leaf.kind(), leaf.leaf_text()));
        }
    }
    faults
}

#[test]
fn author_text_is_always_a_string_in_every_source_of_the_real_content() {
    let raw = raw(&root());
    let project = validate::validate(&raw).value;
    let plan = plan::plan(&project, &Selectie::default()).expect("everything").value;
    let engine = Engine::new(&raw).value;
    let (mut faults, mut literals, mut mapped) = (Vec::new(), 0, 0);
    for job in &plan.jobs {
        let gerenderd = render::render(&engine, &project, job, &raw.sources).value.expect("the real content renders");
        for file in &gerenderd.bron.files {
            literals += file.text.matches("#\"").count();
            mapped += file.kaart.len();
            faults.extend(wrong(file).into_iter().map(|fault| format!("{}: {fault}", job.pad)));
        }
    }
    assert!(plan.jobs.len() >= 90 && literals > 5000 && mapped > 5000, "{literals} literals, {mapped} mapped");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

#[test]
fn bare_text_and_broken_sources_are_seen() {
    let file = |text: &str| BronFile { path: "/tekst/x-000.typ".into(), text: text.into(), kaart: Vec::new() };
    assert_eq!(wrong(&file("#par[#\"Goed.\"; ]\n")), Vec::<String>::new());
    assert_eq!(wrong(&file("#par[Bloot.]\n")).len(), 1);
    assert!(!wrong(&file("#par[#\"Open;]\n")).is_empty());
    assert!(!wrong(&file("#par[*#\"Ster.\";*]\n")).is_empty());
}

#[test]
fn every_template_of_every_kind_escapes_what_it_prints() {
    let mut project = Project::real();
    for kind in crate::kinds::kinds() {
        project =
            project.with(&format!("templates/{kind}/proef.typ.tera"), "{{ x }} {% include \"delen/proef.typ.tera\" %}");
    }
    let project = project.with("templates/delen/proef.typ.tera", "{{ x }}|{{ x | lit }}");
    let raw = raw(project.root());
    let engine = Engine::new(&raw).value;
    let mut context = Context::new();
    context.insert("x", "#x \"y\" $z$");
    let text = r#""\u{23}x \u{22}y\u{22} \u{24}z\u{24}""#;
    for (kind, bron) in &raw.soorten {
        assert!(bron.sjablonen.keys().chain(raw.delen.keys()).all(|name| name.ends_with(".typ.tera")), "{kind}");
        let made = engine.render(kind, "proef.typ.tera", &context, "proef", &raw.sources).expect("it renders");
        assert_eq!(made, format!("#{text}; #{text};|{text}"), "{kind}");
    }
}
