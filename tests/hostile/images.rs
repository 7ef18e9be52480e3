//! Images that refer outside, run scripts, or are far too large.

use super::{KWAAD, letter, project, refused};
use crate::support::project::Project;

const BEELD: &str = "content/2022/kwaad/beeld.svg";

fn with_svg(inside: &str) -> Project {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"90\" height=\"90\">\
         <rect width=\"9\" height=\"9\"/>{inside}</svg>"
    );
    project().with(KWAAD, letter("kwaad", "![een beeld](beeld.svg)")).with(BEELD, svg)
}

#[test]
fn an_svg_that_refers_outside_or_runs_something_is_refused() {
    let nested = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cscript/%3E%3C/svg%3E";
    let hostile = [
        "<image href=\"file:///etc/passwd\" width=\"9\" height=\"9\"/>".to_owned(),
        "<image xlink:href=\"/etc/passwd\" width=\"9\" height=\"9\"/>".to_owned(),
        "<image href=\"../goed/document.yaml\" width=\"9\" height=\"9\"/>".to_owned(),
        "<image href=\"https://www.example.org/a.png\" width=\"9\" height=\"9\"/>".to_owned(),
        format!("<image href=\"{nested}\" width=\"9\" height=\"9\"/>"),
        "<use href=\"https://www.example.org/a.svg#x\"/>".to_owned(),
        "<a href=\"javascript:alert(1)\"><rect width=\"9\" height=\"9\"/></a>".to_owned(),
        "<script>fetch('https://www.example.org')</script>".to_owned(),
        "<rect width=\"9\" height=\"9\" onload=\"alert(1)\"/>".to_owned(),
        "<foreignObject><p>x</p></foreignObject>".to_owned(),
        "<style>@import url('https://www.example.org/a.css');</style>".to_owned(),
        "<rect width=\"9\" height=\"9\" style=\"fill: url(https://www.example.org/a.svg#x)\"/>".to_owned(),
    ];
    for inside in hostile {
        let run = refused(&with_svg(&inside), &["G140"]);
        assert!(run.stderr.contains("beeld.svg"), "{inside}\n{}", run.stderr);
        assert!(run.stderr.contains("content/2022/kwaad/document.yaml:"), "{inside}\n{}", run.stderr);
    }
}

#[test]
fn an_svg_with_entities_that_multiply_is_refused() {
    let mut dtd = "<!DOCTYPE svg [<!ENTITY a \"xxxxxxxxxx\">".to_owned();
    for (nr, name) in ('b'..='j').enumerate() {
        let before = char::from(b'a' + nr as u8);
        dtd += &format!("<!ENTITY {name} \"{}\">", format!("&{before};").repeat(10));
    }
    let svg =
        format!("{dtd}]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&j;</text></svg>");
    let project = project().with(KWAAD, letter("kwaad", "![een beeld](beeld.svg)")).with(BEELD, svg);
    refused(&project, &["G140"]);
}

#[test]
fn what_an_svg_holds_itself_is_fine() {
    let inside = "<defs><linearGradient id=\"g\"><stop stop-color=\"#123\"/></linearGradient></defs>\
        <rect width=\"9\" height=\"9\" fill=\"url(#g)\"/><use href=\"#g\"/><style>rect { fill: #123; }</style>";
    let run = with_svg(inside).run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.all());
}

/// The first bytes of a PNG that says how large it is; the rest is not there.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x02\0\0\0\0\0\0\0");
    bytes
}

#[test]
fn an_image_that_says_it_is_enormous_is_refused_before_it_is_unpacked() {
    for (width, height) in [(100_000, 100_000), (u32::MAX, 1), (1, 90_000_000)] {
        let project = project()
            .with(KWAAD, letter("kwaad", "![een beeld](beeld.png)"))
            .with("content/2022/kwaad/beeld.png", png(width, height));
        let run = refused(&project, &["G141"]);
        assert!(run.stderr.contains("beeld.png"), "{}", run.stderr);
    }
    let huge = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e9\" height=\"1e9\"><rect width=\"1e9\" height=\"1e9\"/></svg>";
    let project = project().with(KWAAD, letter("kwaad", "![een beeld](beeld.svg)")).with(BEELD, huge);
    let (run, took) = super::bounded(&project, &["build"]);
    assert!(run.code <= 1 && took.as_secs() < 30, "{took:?}\n{}", run.all());
}
