use super::*;

/// Fails with all the sentences at once.
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn sentences(text: &str) -> usize {
    text.split_inclusive(['.', '?', '!']).filter(|part| part.trim().len() > 3).count()
}

#[test]
fn every_code_has_an_explanation_with_a_wrong_and_a_right_example() {
    none(codes::ALL.iter().filter(|code| lees(code).is_none()).map(|code| code.id.to_string()).collect());
}

#[test]
fn an_explanation_is_short_plain_and_says_more_than_the_rule() {
    let faults = codes::ALL.iter().filter_map(|code| {
        let uitleg = lees(code)?;
        let fault = if uitleg.waarom.contains('\n') {
            "is more than one paragraph"
        } else if sentences(uitleg.waarom) > 6 || uitleg.waarom.len() > 520 {
            "is long"
        } else if uitleg.waarom.len() < 40 || uitleg.waarom == code.regel {
            "says nothing"
        } else if uitleg.fout.tekst == uitleg.goed.tekst {
            "has two equal examples"
        } else if !["yaml", "csv", "tera", "typst", "text"].contains(&uitleg.fout.taal) {
            "has an example in an unknown language"
        } else {
            return None;
        };
        Some(format!("{} {fault}", code.id))
    });
    none(faults.collect());
}

#[test]
fn a_code_is_found_in_small_letters_and_when_nearly_right() {
    assert_eq!(codes::zoek(" g353 ").map(|code| code.id), Ok("G353"));
    assert_eq!(codes::zoek("G9999").map(|code| code.id), Err(None));
    assert_eq!(codes::zoek("G1O1").map_err(|near| near.map(|code| code.id)).map(|code| code.id), Err(Some("G101")));
}
