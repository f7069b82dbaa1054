//! One run at a time for one target.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, ErrorKind},
    path::Path,
};

/// Held as long as the value lives; the system lets go of it when the process ends, however it ends.
///
/// The file itself stays: a run that removed it could take it away from under another that has just opened it, and then
/// two runs would each hold a lock.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Why there is no lock.
#[derive(Debug)]
pub enum LockError {
    /// Another run holds it.
    Held,
    /// The system says no.
    Io(io::Error),
}

impl Lock {
    /// Takes the lock, without waiting for it.
    pub fn take(path: &Path) -> Result<Self, LockError> {
        let file = open(path).map_err(LockError::Io)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Held),
            Err(TryLockError::Error(error)) => Err(LockError::Io(error)),
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    // Opening a link or a pipe that somebody put there would create a file elsewhere, or wait for ever.
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => {
            return Err(io::Error::new(ErrorKind::AlreadyExists, "it is not a plain file"));
        }
        Ok(_) | Err(_) => {}
    }
    match OpenOptions::new().write(true).create(true).truncate(false).open(path) {
        // The file of a colleague may be readable only; that is enough to lock it on most systems.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => File::open(path).map_err(|_| error),
        opened => opened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn second_run_is_told_and_the_next_one_gets_it() {
        let scratch = Scratch::new();
        let path = scratch.join(".paper.registrar-lock");
        let first = Lock::take(&path).unwrap();
        assert!(matches!(Lock::take(&path), Err(LockError::Held)));
        drop(first);
        Lock::take(&path).unwrap();
        assert!(path.exists());
    }

    #[test]
    fn link_is_not_followed() {
        let scratch = Scratch::new();
        let path = scratch.join(".paper.registrar-lock");
        std::os::unix::fs::symlink(scratch.join("elsewhere"), &path).unwrap();
        assert!(matches!(Lock::take(&path), Err(LockError::Io(_))));
        assert_eq!(scratch.names(), [".paper.registrar-lock"]);
    }
}
