//! The second letter costs a part of the first: what the councils share is set once (architecture, decision 12).

use std::path::Path;
use std::time::{Duration, Instant};

use griffel::compile::{self, Shelf};
use griffel::plan::{self, Selectie};
use griffel::render::{self, Engine};
use griffel::{load, validate};

use crate::support::project::Project;

/// How much cheaper another council's letter must be; it is some five times on a quiet machine.
const AT_LEAST: f64 = 2.0;

/// How long each letter of the first document of 2021 takes, one after the other.
fn letters(project: &Path) -> Vec<Duration> {
    let letter = Selectie { stukken: vec!["vaststelling-regiovisie".to_owned()], ..Selectie::default() };
    let raw = load::load(project).unwrap_or_else(|e| panic!("{}", e.message)).value;
    let project = validate::validate(&raw).value;
    let plan = plan::plan(&project, &letter).expect("the letter is there").value;
    let (engine, shelf) = (Engine::new(&raw).value, Shelf::van(&raw).value);
    let time = |job: &plan::Job<'_>| {
        let made = render::render(&engine, &project, job, &raw.sources).value.expect("the letter renders");
        let start = Instant::now();
        assert!(compile::pdf(&shelf, &made.bron, made.dag, &raw.sources).value.is_some());
        start.elapsed()
    };
    plan.jobs.iter().filter(|job| job.gewenst).map(time).collect()
}

#[test]
fn the_second_council_s_letter_is_much_cheaper_than_the_first() {
    let mut best: f64 = 0.0;
    // Other tests share the two cores; one good round of five is proof.
    for round in 0..5 {
        // A style of its own, or what other tests in this process have laid out would help the first letter.
        let project = Project::real();
        project.change("templates/stijl/basis.typ", "tekst: 10.5pt", &format!("tekst: 10.49{round}pt"));
        let times = letters(project.root());
        assert_eq!(times.len(), 15);
        let mut others = times[1..13].to_vec();
        others.sort();
        let ratio = times[0].as_secs_f64() / others[others.len() / 2].as_secs_f64();
        println!("first {:?}, median of the second to thirteenth {:?}: {ratio:.1} times", times[0], others[6]);
        best = best.max(ratio);
        if best >= AT_LEAST {
            return;
        }
    }
    panic!("the others are only {best:.1} times cheaper than the first letter");
}
