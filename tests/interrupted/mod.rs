//! A run that is stopped by anything (a kill, a full disk, another run) leaves whole files, loses none, and is repaired
//! by the next run.

mod kill;
mod machine;

use std::collections::{BTreeMap, BTreeSet};

use crate::support::project::{Project, Run};

/// Every file of an out folder.
type Tree = BTreeMap<String, Vec<u8>>;

/// The letter of 2021 to all councils, and a second document that has another id in version B.
fn project() -> Project {
    let project = Project::real();
    project.remove("content/2023");
    project.remove("content/2021/regiovisie");
    project.remove("content/2021/programmateam");
    project
}

/// The two versions of the content between which runs are interrupted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Versie {
    A,
    B,
}

/// Puts the content of a version in place.
fn put(project: &Project, versie: Versie) {
    let from = crate::support::project::root().join("content/2021/vaststelling-regiovisie/document.yaml");
    let text = std::fs::read_to_string(from).expect("the letter of 2021");
    let line = text.lines().find(|line| line.starts_with("onderwerp: ")).expect("a subject").to_owned();
    let (onder, id, other) = match versie {
        Versie::A => (line.clone(), "eerste", "tweede"),
        Versie::B => ("onderwerp: Een ander onderwerp".to_owned(), "tweede", "eerste"),
    };
    let text = text.replacen(&line, &onder, 1);
    let _ = std::fs::remove_dir_all(project.path(&format!("content/2021/{other}")));
    project.write("content/2021/vaststelling-regiovisie/document.yaml", &text);
    // A document of its own has a kenmerk of its own.
    let second = text.replacen("id: vaststelling-regiovisie", &format!("id: {id}"), 1);
    let second = second.replacen("kenmerk: 21U", "kenmerk: 22U", 1);
    project.write(&format!("content/2021/{id}/document.yaml"), second);
}

/// What a whole run leaves for this version.
fn reference(project: &Project, versie: Versie) -> Tree {
    put(project, versie);
    let _ = std::fs::remove_dir_all(project.path("out"));
    project.build();
    let run = project.run(&["publish"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let tree = project.out();
    assert!(tree.len() > 100, "{} files", tree.len());
    tree
}

/// A file that only serves a run that is still busy.
fn is_temporary(path: &str) -> bool {
    let half = |part: &str| part.starts_with('.') && part.ends_with(".deel");
    path == ".griffel.bezig" || path.split('/').any(half) || path.starts_with("publicatie/.oud/")
}

/// A file whose lines depend on what happened before: it must be whole, not one of two.
fn is_ledger(path: &str) -> bool {
    path == "manifest.json" || path == "publicatie/manifest.json"
}

/// What is wrong with an out folder in which a run was stopped: files that are neither old nor new, and good files gone.
fn faults(now: &Tree, old: &Tree, new: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, bytes) in now.iter().filter(|(path, _)| !is_temporary(path)) {
        let known = [old.get(path), new.get(path)].into_iter().flatten().any(|good| good == bytes);
        let whole = is_ledger(path) && serde_json::from_slice::<serde_json::Value>(bytes).is_ok();
        if !known && !whole {
            faults.push(format!("{path} is neither the old file nor the new one ({} bytes)", bytes.len()));
        }
    }
    let both = old.keys().filter(|path| new.contains_key(*path) && !path.starts_with("publicatie/"));
    faults.extend(both.filter(|path| !now.contains_key(*path)).map(|path| format!("{path} is lost")));
    faults.extend(half_bundles(now, old, new));
    faults
}

/// Bundles of which a part is there and a part is not: a folder comes and goes as one.
fn half_bundles(now: &Tree, old: &Tree, new: &Tree) -> Vec<String> {
    let folder = |path: &str| -> Option<String> {
        let parts: Vec<&str> = path.split('/').collect();
        (parts[0] == "publicatie" && parts.len() > 3).then(|| parts[..3].join("/"))
    };
    let bundle = |tree: &Tree, name: &str| -> Tree {
        let inside = tree.iter().filter(|(path, _)| folder(path).as_deref() == Some(name));
        inside.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    };
    let names: BTreeSet<String> =
        now.keys().filter(|path| !is_temporary(path)).filter_map(|path| folder(path)).collect();
    let half = |name: &&String| {
        let found = bundle(now, name);
        found != bundle(old, name) && found != bundle(new, name)
    };
    names.iter().filter(half).map(|name| format!("the bundle {name} is half")).collect()
}

/// The run after: it must go well, leave exactly the new tree and nothing of its own.
fn repaired(project: &Project, new: &Tree) -> Vec<String> {
    let run = project.run(&["build"]);
    let publish = project.run(&["publish"]);
    let mut faults: Vec<String> = [&run, &publish].iter().filter(|run| run.code != 0).map(|run| run.all()).collect();
    let now = project.out();
    faults.extend(now.keys().filter(|path| !new.contains_key(*path)).map(|path| format!("{path} is left over")));
    faults.extend(
        new.iter()
            .filter(|(path, bytes)| now.get(*path) != Some(bytes))
            .map(|(path, _)| format!("{path} {}", if now.contains_key(path) { "differs" } else { "is missing" })),
    );
    faults
}

/// The code and the Dutch message of a machine that failed.
fn failed(run: &Run, code: &str, words: &str) {
    assert_eq!(run.code, 3, "{}", run.all());
    assert!(run.stderr.contains(&format!("fout[{code}]: ")), "{code}\n{}", run.all());
    assert!(run.stderr.contains(words), "{words}\n{}", run.all());
}
