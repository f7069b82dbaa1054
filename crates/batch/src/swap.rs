//! Putting a finished set under the target's name.

use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::Path,
};

/// How a set takes the place of an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Swap {
    /// In one step: the name stands for the old set or the new one at every instant. Where the system cannot
    /// (some network and older file systems), the two renames.
    Exchange,
    /// The old set is moved aside and the new one put in its place: a run that is killed between the two leaves no
    /// set under the name, and the next run puts the old one back.
    TwoRenames,
}

/// Puts `fresh` in the place of `target`, which stands. The earlier set is at `fresh` or at `old` afterwards.
pub fn replace(target: &Path, fresh: &Path, old: &Path, swap: Swap) -> io::Result<Aside> {
    match swap {
        Swap::Exchange => match system::exchange(fresh, target) {
            Err(error) if cannot(&error) => two_renames(target, fresh, old),
            done => done.map(|()| Aside::Fresh),
        },
        Swap::TwoRenames => two_renames(target, fresh, old),
    }
}

/// Where the earlier set went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// To the name under which the new set was written.
    Fresh,
    /// To the name kept for it.
    Old,
}

fn two_renames(target: &Path, fresh: &Path, old: &Path) -> io::Result<Aside> {
    move_to_free_name(target, old)?;
    if let Err(error) = move_to_free_name(fresh, target) {
        // If the earlier set cannot go back either, somebody took the name meanwhile; it then waits under `old`.
        let _ = move_to_free_name(old, target);
        return Err(error);
    }
    Ok(Aside::Old)
}

/// Moves `from` to a name that nothing has. Where the system cannot promise that, it is asked just before.
pub fn move_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    match system::rename_no_replace(from, to) {
        Err(error) if cannot(&error) => {
            if fs::symlink_metadata(to).is_ok() {
                return Err(ErrorKind::AlreadyExists.into());
            }
            fs::rename(from, to)
        }
        done => done,
    }
}

/// Makes the names in a folder last through a loss of power, as far as its file system can.
pub fn settle(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network file systems refuse this for folders; they keep names in their own way.
        Err(error) if cannot(&error) => Ok(()),
        done => done,
    }
}

fn cannot(error: &io::Error) -> bool {
    // Linux answers EINVAL where the file system does not know the flag, ENOSYS where the kernel does not.
    matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
mod system {
    use std::{io, path::Path};

    use rustix::fs::{CWD, RenameFlags, renameat_with};

    pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    pub fn rename_no_replace(from: &Path, to: &Path) -> io::Result<()> {
        Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
mod system {
    use std::{io, path::Path};

    pub fn exchange(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn rename_no_replace(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn errors_by_which_a_system_says_that_it_cannot_are_known() {
        for errno in [rustix::io::Errno::NOSYS, rustix::io::Errno::INVAL, rustix::io::Errno::OPNOTSUPP] {
            assert!(cannot(&errno.into()), "{errno:?}");
        }
        for errno in [rustix::io::Errno::NOSPC, rustix::io::Errno::ACCESS, rustix::io::Errno::EXIST] {
            assert!(!cannot(&errno.into()), "{errno:?}");
        }
    }

    #[test]
    fn both_ways_put_the_new_set_in_place_and_keep_the_old_one() {
        for (swap, aside) in [(Swap::Exchange, "fresh"), (Swap::TwoRenames, "old")] {
            let scratch = Scratch::new();
            scratch.file("target/a", "old");
            scratch.file("fresh/a", "new");
            replace(&scratch.join("target"), &scratch.join("fresh"), &scratch.join("old"), swap).unwrap();
            assert_eq!(fs::read(scratch.join("target/a")).unwrap(), b"new");
            assert_eq!(fs::read(scratch.join(aside).join("a")).unwrap(), b"old");
            assert_eq!(scratch.names().len(), 2);
        }
    }

    #[test]
    fn second_rename_that_fails_brings_the_old_set_back() {
        let scratch = Scratch::new();
        scratch.file("target/a", "old");
        let done = two_renames(&scratch.join("target"), &scratch.join("fresh"), &scratch.join("old"));
        assert_eq!(done.unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(fs::read(scratch.join("target/a")).unwrap(), b"old");
        assert_eq!(scratch.names(), ["target"]);
    }

    #[test]
    fn name_that_is_taken_is_never_overwritten() {
        let scratch = Scratch::new();
        scratch.file("from/a", "");
        fs::create_dir(scratch.join("to")).unwrap();
        let moved = move_to_free_name(&scratch.join("from"), &scratch.join("to"));
        assert_eq!(moved.unwrap_err().kind(), ErrorKind::AlreadyExists);
    }
}
