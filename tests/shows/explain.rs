//! `griffel explain`: every code can be asked for.

use griffel::diag::codes;

use crate::support::project::Project;

#[test]
fn every_code_is_explained_on_the_screen() {
    let project = Project::regio();
    let alle: Vec<String> = codes::ALL.iter().map(|code| code.id.to_lowercase()).collect();
    let args: Vec<&str> = ["explain"].into_iter().chain(alle.iter().map(String::as_str)).collect();
    let run = project.run(&args);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for code in codes::ALL {
        assert!(
            run.stdout.contains(&format!("{} ({})\n{}\n", code.id, code.severity.woord(), code.regel)),
            "{}",
            code.id
        );
    }
    assert_eq!(run.stdout.matches("\nNiet goed:\n").count(), codes::ALL.len());
    assert_eq!(project.run(&["explain", "--alle"]).stdout, run.stdout);
    assert_eq!(project.run(&["explain"]).stdout.lines().count(), codes::ALL.len());
}

#[test]
fn a_number_that_does_not_exist_leads_to_the_nearest() {
    let run = Project::regio().run(&["explain", "G35", "G101"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.starts_with("fout: `G35` is geen nummer van een melding\nhulp: Bedoelde u `G"),
        "{}",
        run.stderr
    );
    assert!(run.stdout.starts_with("G101 (fout)\n"), "{}", run.stdout);
}
