//! Reading bytes that may be anything: with limits in time and size, and whatever goes wrong is an answer, never a crash.

use std::sync::mpsc;
use std::time::Duration;

use super::maat::{self, Gevaar};

/// How long reading one file may take; an ordinary PDF takes milliseconds.
const GEDULD: Duration = Duration::from_secs(20);
/// Stack of the thread that reads, in bytes: objects may lie deep in each other.
const STACK: usize = 64 << 20;

/// Measures a file and reads it. A reader that panics or goes on for ever must not take the run along, so it has a
/// thread of its own.
///
/// # Errors
/// When the file is too large once it is unpacked, takes too long, or makes its reader panic.
pub fn veilig<T: Send + 'static>(bytes: &[u8], lees: impl FnOnce(Vec<u8>) -> T + Send + 'static) -> Result<T, Gevaar> {
    maat::check(bytes)?;
    let (klaar, wacht) = mpsc::sync_channel(1);
    let eigen = bytes.to_vec();
    let gestart = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let _ = klaar.send(lees(eigen));
    });
    match gestart.map(|_| wacht.recv_timeout(GEDULD)) {
        Ok(Ok(gelezen)) => Ok(gelezen),
        Ok(Err(mpsc::RecvTimeoutError::Timeout)) => Err(Gevaar::TeGroot),
        Ok(Err(mpsc::RecvTimeoutError::Disconnected)) | Err(_) => Err(Gevaar::Kapot),
    }
}
