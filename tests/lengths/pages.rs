//! What a reader would call wrong on the pages of one document.

use super::content::Stuk;
use crate::support::pdf::{Kid, Node, Pdf};

/// Everything that is wrong.
pub fn faults(pdf: &Pdf, stuk: &Stuk, besluit: bool) -> Vec<String> {
    let mut faults = lost(pdf, stuk, besluit);
    faults.extend(lonely_headings(pdf));
    faults.extend(signature(pdf, if besluit { &stuk.besluit_signers } else { &stuk.signers }));
    faults.extend(pdf.text_outside_tree().into_iter().take(3).map(|text| format!("{text:?} is outside the tree")));
    faults
}

/// Words that were typed and are not there, or not as often or in another order.
fn lost(pdf: &Pdf, stuk: &Stuk, besluit: bool) -> Vec<String> {
    let clean = |word: String| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let printed: Vec<String> = pdf.words().into_iter().map(clean).collect();
    let of = |start: &str| printed.iter().filter(|word| word.starts_with(start)).cloned().collect::<Vec<_>>();
    let mut faults = Vec::new();
    let series = if besluit { "qy" } else { "qx" };
    let typed: Vec<String> = stuk.filler.iter().map(|word| word.replacen("qx", series, 1)).collect();
    let found = of(series);
    if found != typed {
        let at = found.iter().zip(&typed).take_while(|(a, b)| a == b).count();
        faults.push(format!("{} words were typed and {} are there, other from word {at} on", typed.len(), found.len()));
    }
    if !besluit {
        let missing: Vec<&String> = stuk.others.iter().filter(|word| !printed.contains(word)).collect();
        if !missing.is_empty() {
            faults.push(format!("{} other words are lost: {:?}", missing.len(), &missing[..missing.len().min(5)]));
        }
    }
    faults
}

/// The pages of the text of each leaf in reading order, with whether it belongs to a heading; notes left out.
fn leaves(node: &Node, heading: bool, found: &mut Vec<(usize, bool)>) {
    if ["Note", "FENote"].contains(&node.role.as_str()) {
        return;
    }
    let is_level =
        |role: &str| role.len() == 2 && role.starts_with('H') && role.ends_with(|c: char| c.is_ascii_digit());
    let heading = heading || is_level(&node.role);
    for kid in &node.kids {
        match kid {
            Kid::Node(node) => leaves(node, heading, found),
            Kid::Content(page, _) => found.push((*page, heading)),
            Kid::Object(_) => {}
        }
    }
}

/// Headings behind which the page ends.
fn lonely_headings(pdf: &Pdf) -> Vec<String> {
    let mut found = Vec::new();
    pdf.tree().iter().for_each(|node| leaves(node, false, &mut found));
    let lonely = found.windows(2).filter(|pair| pair[0].1 && pair[1].0 > pair[0].0);
    lonely.map(|pair| format!("a heading is the last thing on page {}", pair[0].0 + 1)).collect()
}

/// A signature that is split, lost, or alone on its page.
fn signature(pdf: &Pdf, signers: &[String]) -> Vec<String> {
    let bodies: Vec<String> = (1..=pdf.pages()).map(|nr| pdf.page_text(nr).body).collect();
    let page = |name: &String| bodies.iter().rposition(|body| body.contains(name.as_str()));
    let pages: Vec<Option<usize>> = signers.iter().map(page).collect();
    let Some(first) = pages.first() else { return Vec::new() };
    let Some(nr) = first.filter(|_| pages.iter().all(|page| page == first)) else {
        return vec![format!("the signature is split or lost: pages {pages:?}")];
    };
    let before = bodies[nr].split(signers[0].as_str()).next().unwrap_or_default();
    // A greeting, an office and a line to sign on are of the signature itself.
    if nr > 0 && before.lines().filter(|line| !line.trim().is_empty()).count() < 3 {
        return vec![format!("the signature stands alone on page {}", nr + 1)];
    }
    Vec::new()
}
