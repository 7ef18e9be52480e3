//! One run at a time in one folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::thread::sleep;
use std::time::Duration;

use super::Out;
use crate::diag::{Fatal, codes};

/// The file that runs wait for. It stays, empty: removing it would let two runs lock two files.
const FILE: &str = ".griffel.lock";

/// How long to sleep between attempts.
const STEP: Duration = Duration::from_millis(100);

/// Holds the folder until it is dropped; the system lets go of it when the process dies.
#[derive(Debug)]
#[must_use = "the folder is free again as soon as this is dropped"]
pub struct Guard(#[expect(dead_code, reason = "held, not read")] File);

impl Out {
    /// Takes the folder for this run, and sweeps what a killed run was writing. When another griffel has it, `busy` is called once and this
    /// waits for at most `patience`.
    pub fn lock(&self, patience: Duration, busy: impl FnOnce()) -> Result<Guard, Fatal> {
        let path = self.checked(FILE)?;
        let shown = self.typed().join(FILE);
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|error| Fatal::io("openen", &shown, &error))?;
        let mut busy = Some(busy);
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => {
                    self.ruim_halve_op()?;
                    return Ok(Guard(file));
                }
                Err(TryLockError::Error(error)) => return Err(Fatal::io("vergrendelen", &shown, &error)),
                Err(TryLockError::WouldBlock) if waited >= patience => return Err(self.taken()),
                Err(TryLockError::WouldBlock) => {
                    if let Some(busy) = busy.take() {
                        busy();
                    }
                    sleep(STEP);
                    waited += STEP;
                }
            }
        }
    }

    fn taken(&self) -> Fatal {
        let folder = self.typed().display();
        let message = format!("een andere griffel is bezig in `{folder}`; probeer het opnieuw als die klaar is");
        Fatal { code: codes::G707, message, path: Some(self.typed().to_path_buf()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_second_run_gives_up_with_a_clear_message() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        let _first = out.lock(Duration::ZERO, || {}).expect("free");
        let mut told = false;
        let fatal = out.lock(STEP * 2, || told = true).expect_err("taken");
        assert!(told);
        assert!(fatal.message.starts_with("een andere griffel is bezig in "), "{}", fatal.message);
    }

    #[test]
    fn a_second_run_waits_for_the_first() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        let first = out.lock(Duration::ZERO, || {}).expect("free");
        let (waiting, told) = mpsc::channel();
        std::thread::scope(|scope| {
            let second = scope.spawn(|| out.lock(Duration::from_secs(30), move || waiting.send(()).expect("heard")));
            told.recv().expect("the second run says that it waits");
            drop(first);
            assert!(second.join().expect("no panic").is_ok());
        });
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_the_lock_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        std::os::unix::fs::symlink("/dev/null", folder.path().join(FILE)).expect("linked");
        assert!(out.lock(Duration::ZERO, || {}).is_err());
    }
}
