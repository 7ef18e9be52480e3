//! A machine that fails: a full disk, no permission, things in the way, another run.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use super::{Versie, failed, project, put};
use crate::shows::brief;
use crate::support::project::{Project, Run};

const EEN: &str = "content/2022/een/document.yaml";

fn small() -> Project {
    Project::regio().with(EEN, brief("een", "Tekst."))
}

/// A run in which no file may grow beyond so many blocks of 512 bytes: writing fails halfway, as on a full disk.
fn limited(project: &Project, blocks: usize) -> Run {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" build");
    let output = Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_griffel")])
        .current_dir(project.root())
        .output()
        .expect("a shell");
    Run::of(&output)
}

#[test]
fn a_write_that_fails_halfway_leaves_the_old_files_and_no_half_ones() {
    let project = project();
    put(&project, Versie::A);
    project.build();
    let old = project.out();
    put(&project, Versie::B);
    let run = limited(&project, 16);
    failed(&run, "G704", "te groot voor deze schijf");
    let stopped = project.out();
    for (path, bytes) in &old {
        assert!(stopped.get(path) == Some(bytes) || path.ends_with(".json"), "{path} is not what it was");
    }
    assert!(!stopped.keys().any(|path| path.ends_with(".deel")), "{:?}", stopped.keys());
    project.build();
    let repaired = project.out();
    project.remove("out");
    project.build();
    assert!(project.out() == repaired);
}

/// A disk of its own in memory, taken off again at the end; `None` when this user may not mount.
struct Disk<'a>(&'a Project);

impl<'a> Disk<'a> {
    fn of(project: &'a Project, size: &str) -> Option<Self> {
        std::fs::create_dir_all(project.path("out")).expect("a folder");
        let options = format!("size={size}");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &options, "griffel-proef"]).arg(project.path("out"));
        let done = mount.output().is_ok_and(|output| output.status.success());
        done.then_some(Self(project))
    }

    fn again(&self, options: &str) {
        let options = format!("remount,{options}");
        let done = Command::new("mount").args(["-o", &options]).arg(self.0.path("out")).status().expect("mount");
        assert!(done.success(), "{options}");
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path("out")).status();
    }
}

#[test]
fn a_full_disk_is_told_and_costs_nothing_that_was_there() {
    let project = project();
    put(&project, Versie::A);
    let Some(disk) = Disk::of(&project, "1m") else {
        println!("mount is not allowed here: the disk that is really full was not tried");
        return;
    };
    let run = project.run(&["build"]);
    failed(&run, "G704", "de schijf is vol");
    let half = project.out();
    assert!(half.keys().any(|path| path.ends_with(".pdf")) && !half.keys().any(|path| path.ends_with(".deel")));
    disk.again("size=64m");
    project.build();
    let good = project.out();
    disk.again("size=64m,ro");
    let read_only = project.run(&["build", "--force"]);
    failed(&read_only, "G705", "de schijf is alleen-lezen");
    assert!(project.out() == good);
    disk.again("size=64m,rw");
    let before = good.len();
    project.build();
    assert_eq!(project.out().len(), before);
    drop(disk);
    project.build();
    assert!(project.out() == good, "the same tree as on a disk that was full once");
}

#[test]
fn an_out_folder_without_permission_is_told() {
    let project = small();
    project.build();
    let good = project.out();
    let set = |mode| {
        let folder = project.path("out/2022/ijsselmond");
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode)).expect("permissions");
    };
    set(0o555);
    let may = std::fs::write(project.path("out/2022/ijsselmond/proef"), "x").is_ok();
    if may {
        // The administrator may write anywhere; the disk that is read-only is tried above.
        let _ = std::fs::remove_file(project.path("out/2022/ijsselmond/proef"));
    } else {
        project.change(EEN, "  Tekst.", "  Andere tekst.");
        failed(&project.run(&["build"]), "G705", "geen toestemming");
        project.change(EEN, "  Andere tekst.", "  Tekst.");
    }
    set(0o755);
    project.build();
    assert!(project.out() == good);
}

#[test]
fn a_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file_are_told_and_left() {
    let project = small();
    project.write("out", "van mij");
    failed(&project.run(&["build"]), "G706", "out`: map maken lukt niet: daar staat al iets anders");
    assert_eq!(project.text("out"), "van mij");
    project.remove("out");

    project.write("out/2022", "van mij");
    failed(&project.run(&["build"]), "G706", "out/2022/");
    assert_eq!(project.text("out/2022"), "van mij");
    project.remove("out/2022");

    project.build();
    let good = project.out();
    let pdf = project.pdfs().swap_remove(0);
    project.remove(&format!("out/{pdf}"));
    project.write(&format!("out/{pdf}/van-mij.txt"), "van mij");
    failed(&project.run(&["build"]), "G706", "daar staat een map, geen bestand");
    assert_eq!(project.text(&format!("out/{pdf}/van-mij.txt")), "van mij");
    project.remove(&format!("out/{pdf}"));
    project.build();
    assert!(project.out() == good);
}

#[test]
fn links_below_out_and_folders_that_are_no_project_are_told() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let project = small();
    std::fs::create_dir_all(project.path("out")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), project.path("out/2022")).expect("a link");
    failed(&project.run(&["build"]), "G708", "symbolische koppeling");
    failed(&project.run(&["build", "--project", "bestaat-niet"]), "G138", "bestaat niet");
    failed(&project.run(&["build", "--project", EEN]), "G138", "is geen map");
    failed(&project.run(&["build", "--project", "fonts"]), "G138", "staat geen map `content`");
    let json = project.run(&["check", "--project", "fonts", "--format", "json"]);
    assert!(json.code == 3 && json.stdout.contains("\"G138\""), "{}", json.all());
}

#[test]
fn the_lock_of_a_dead_run_holds_nobody_up_and_that_of_a_living_one_does() {
    let project = small();
    project.build();
    // A lock file without an owner is what a killed run leaves.
    assert!(project.path("out/.griffel.lock").exists());
    let begin = std::time::Instant::now();
    project.build();
    assert!(begin.elapsed().as_secs() < 60);
    let out = griffel::publish::Out::open(&project.path("out")).unwrap_or_else(|e| panic!("{}", e.message));
    let guard = out.lock(std::time::Duration::ZERO, || {}).unwrap_or_else(|e| panic!("{}", e.message));
    let waiting = std::thread::scope(|scope| {
        let run = scope.spawn(|| project.run(&["build"]));
        std::thread::sleep(std::time::Duration::from_millis(700));
        let waiting = !run.is_finished();
        drop(guard);
        assert_eq!(run.join().expect("a run").code, 0);
        waiting
    });
    assert!(waiting, "the second run waits for the first");
    let fatal = {
        let _held = out.lock(std::time::Duration::ZERO, || {}).unwrap_or_else(|e| panic!("{}", e.message));
        out.lock(std::time::Duration::ZERO, || {}).expect_err("taken")
    };
    assert_eq!(fatal.note().code.id, "G707");
}
