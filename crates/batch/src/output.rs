//! Writing a set of files whole or not at all.
//!
//! Beside a target `paper` lie, in the same folder:
//!
//! | name | when | why |
//! |---|---|---|
//! | `.paper.registrar-lock` | always, empty | locked by the run that writes; removing it could let two runs in |
//! | `.paper.registrar-new-1234` | while process 1234 writes, or after it was killed | the set that is not finished, or the one that was replaced |
//! | `.paper.registrar-old` | between two renames, or after a kill there | the earlier set, whole |
//!
//! What a killed run left is removed (or put back) by the next run for the same target. Until then it may hold
//! person-level files; they have mode 0600 from their first byte.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    listing,
    lock::{Lock, LockError},
    manifest::Manifest,
    name::NameError,
    neighbours::Neighbours,
    set::{Refused, keep_permissions, write_fresh},
    standing::{self, Standing},
    swap::{self, Aside},
};

mod draft;

pub use draft::{Draft, DraftFile};

pub use crate::{
    set::{OutputFile, OutputSet},
    standing::Stranger,
    swap::Swap,
};

/// Whether an earlier set of the same program may be replaced: the command's `--force`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Replace {
    /// No: a target that stands is refused.
    Never,
    /// Yes, if it is ours and holds nothing else. Outputs changed by hand since are replaced too.
    Ours,
}

impl Replace {
    /// What `--force` asks for, and what its absence does.
    #[must_use]
    pub const fn asked(force: bool) -> Self {
        if force { Self::Ours } else { Self::Never }
    }
}

/// What was done.
#[derive(Debug)]
pub struct Written {
    /// The manifest as it was written.
    pub manifest: Manifest,
    /// The manifest of the set that was replaced.
    pub replaced: Option<Manifest>,
    /// The earlier set, if it could not be removed; the new one stands all the same, and the next run tries again.
    pub left_behind: Option<LeftBehind>,
}

/// A folder that could not be removed.
#[derive(Debug, thiserror::Error)]
#[error("the earlier outputs could not be removed and are kept as `{}`", path.display())]
pub struct LeftBehind {
    /// The folder.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
}

/// Why nothing was written. Whatever stood under the target's name stands there still.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// `.`, `..` or `/`.
    #[error("`{}` cannot be the output folder: it needs a name of its own", target.display())]
    NoName {
        /// The target given.
        target: PathBuf,
    },
    /// A file has a name under which it may not be written.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The manifest could not be put into words.
    #[error("the manifest could not be written")]
    Manifest(#[from] serde_json::Error),
    /// Another run writes to the same target.
    #[error("another run is writing `{}`: wait for it to end", target.display())]
    Busy {
        /// The target.
        target: PathBuf,
    },
    /// A set of ours stands there.
    #[error("`{}` holds the outputs of an earlier run: say --force to replace them", target.display())]
    Exists {
        /// The target.
        target: PathBuf,
    },
    /// Something that is not ours stands there.
    #[error(
        "`{}` was not made by this program as it stands and is left alone: {stranger}; \
         name another folder or move this one away",
        target.display()
    )]
    NotOurs {
        /// The target.
        target: PathBuf,
        /// Why it is not ours.
        stranger: Stranger,
    },
    /// The system refused a step.
    #[error("could not {doing} `{}`", path.display())]
    Io {
        /// What we were about to do.
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The new set stands, but the system does not promise that it survives a loss of power.
    #[error("the outputs are in place, but could not be made safe against a loss of power in `{}`", path.display())]
    NotSettled {
        /// The folder that holds the target.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Writes `set` and puts it under the name `target`, in one step where the system can.
///
/// The folder that holds `target` must exist. At no instant does a half-written set stand under the target's name, and
/// no reader who opens it by name finds one. (A reader who opened the earlier folder before may see its files go.)
///
/// # Errors
///
/// [`WriteError`]; only with [`WriteError::NotSettled`] has anything changed under the target's name.
pub fn write(target: &Path, set: &OutputSet, replace: Replace) -> Result<Written, WriteError> {
    write_by(target, set, replace, Swap::Exchange)
}

/// [`write()`] with the way of swapping chosen by the caller: for a file system that is known to exchange badly, and for
/// the tests of the weaker way.
///
/// # Errors
///
/// As [`write()`].
pub fn write_by(target: &Path, set: &OutputSet, replace: Replace, swap: Swap) -> Result<Written, WriteError> {
    let names = Neighbours::of(target).ok_or_else(|| WriteError::NoName { target: target.to_owned() })?;
    let target = names.target();
    let manifest = set.sealed()?;
    let manifest_file = OutputFile::open_to_all(crate::manifest::FILE_NAME, manifest.to_bytes()?);

    let _lock = Lock::take(&names.lock()).map_err(|error| match error {
        LockError::Held => WriteError::Busy { target: target.clone() },
        LockError::Io(source) => WriteError::Io { doing: "open the lock file", path: names.lock(), source },
    })?;
    tidy(&names)?;
    let earlier = allowed(&target, &set.manifest.program, replace)?;
    // With a set of ours under the target's name, one that was moved aside is no longer needed.
    remove_if_there(&names.old())?;

    let fresh = names.fresh();
    let put = write_fresh(&fresh, &set.files, &manifest_file)
        .map_err(|refused| io_error("write", refused))
        .and_then(|()| put_in_place(&names, &set.manifest.program, replace, swap));
    let aside = put.inspect_err(|_| {
        // The first error is the one to report; a folder that stays is removed by the next run.
        let _ = fs::remove_dir_all(&fresh);
    })?;
    keep_promises(&names, manifest, earlier, aside)
}

/// Makes the swap last, and removes the earlier set.
fn keep_promises(
    names: &Neighbours,
    manifest: Manifest,
    earlier: Option<Manifest>,
    aside: Option<PathBuf>,
) -> Result<Written, WriteError> {
    let parent = names.parent();
    swap::settle(parent).map_err(|source| WriteError::NotSettled { path: parent.to_owned(), source })?;

    let left_behind =
        aside.and_then(|path| fs::remove_dir_all(&path).err().map(|source| LeftBehind { path, source }));
    Ok(Written { manifest, replaced: earlier, left_behind })
}

/// Undoes what a killed run left: unfinished sets go, a set that was moved aside comes back.
fn tidy(names: &Neighbours) -> Result<(), WriteError> {
    let parent = names.parent();
    for path in names.abandoned().map_err(|source| io_error("look into", Refused::at(parent)(source)))? {
        remove_if_there(&path)?;
    }
    let (target, old) = (names.target(), names.old());
    let look =
        |path: &Path| listing::at(path).map_err(|source| io_error("look at", Refused::at(path)(source)));
    let moved_aside = look(&old)?.is_some_and(|found| found.is_dir());
    let nothing_there = look(&target)?.is_none();
    if moved_aside && nothing_there {
        swap::move_to_free_name(&old, &target)
            .map_err(|source| io_error("put back", Refused { path: old, source }))?;
    }
    Ok(())
}

/// The manifest of the set that may be replaced, or none if the name is free.
fn allowed(target: &Path, program: &str, replace: Replace) -> Result<Option<Manifest>, WriteError> {
    let standing = standing::find(target, program)
        .map_err(|source| io_error("look into", Refused::at(target)(source)))?;
    match (standing, replace) {
        (Standing::Absent, _) => Ok(None),
        (Standing::Ours(manifest), Replace::Ours) => Ok(Some(manifest)),
        (Standing::Ours(_), Replace::Never) => Err(WriteError::Exists { target: target.to_owned() }),
        (Standing::Stranger(stranger), _) => Err(WriteError::NotOurs { target: target.to_owned(), stranger }),
    }
}

/// Swaps, and says where the earlier set is now.
fn put_in_place(
    names: &Neighbours,
    program: &str,
    replace: Replace,
    swap: Swap,
) -> Result<Option<PathBuf>, WriteError> {
    let (target, fresh, old) = (names.target(), names.fresh(), names.old());
    // Asked again: somebody may have put a file into the earlier set while the new one was written.
    if allowed(&target, program, replace)?.is_none() {
        swap::move_to_free_name(&fresh, &target)
            .map_err(|source| io_error("put the outputs in place as", Refused { path: target, source }))?;
        return Ok(None);
    }
    keep_permissions(&target, &fresh).map_err(|refused| io_error("prepare", refused))?;
    let aside = swap::replace(&target, &fresh, &old, swap)
        .map_err(|source| io_error("replace", Refused { path: target, source }))?;
    Ok(Some(match aside {
        Aside::Fresh => fresh,
        Aside::Old => old,
    }))
}

fn remove_if_there(path: &Path) -> Result<(), WriteError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(io_error("remove what an earlier run left behind,", Refused::at(path)(error)))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

fn io_error(doing: &'static str, refused: Refused) -> WriteError {
    WriteError::Io { doing, path: refused.path, source: refused.source }
}

#[cfg(test)]
mod tests;
