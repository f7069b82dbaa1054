//! The names beside a target that are ours.

use std::{
    ffi::{OsStr, OsString},
    fs, io,
    os::unix::ffi::OsStrExt as _,
    path::{Path, PathBuf},
    process,
};

/// A target and what we keep beside it, in the same folder: only there is a rename one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbours {
    parent: PathBuf,
    name: OsString,
}

impl Neighbours {
    /// None for a target without a name of its own, such as `.`, `..` or `/`.
    pub fn of(target: &Path) -> Option<Self> {
        let name = target.file_name()?.to_owned();
        let parent = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            Some(_) | None => PathBuf::from("."),
        };
        Some(Self { parent, name })
    }

    /// The folder that holds them all.
    pub fn parent(&self) -> &Path {
        &self.parent
    }

    /// The target, without a slash at its end.
    pub fn target(&self) -> PathBuf {
        self.parent.join(&self.name)
    }

    /// Locked by the run that writes.
    pub fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    /// Where this process writes a new set.
    pub fn fresh(&self) -> PathBuf {
        self.beside(&format!("new-{}", process::id()))
    }

    /// Where the earlier set waits between two renames.
    pub fn old(&self) -> PathBuf {
        self.beside("old")
    }

    /// The folders in which killed runs were writing a set, or into which they had swapped the one they replaced.
    pub fn abandoned(&self) -> io::Result<Vec<PathBuf>> {
        let prefix = self.hidden("new-");
        let is_ours = |name: &OsStr| {
            name.as_bytes()
                .strip_prefix(prefix.as_bytes())
                .is_some_and(|number| !number.is_empty() && number.iter().all(u8::is_ascii_digit))
        };
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.parent)? {
            let entry = entry?;
            if is_ours(&entry.file_name()) && entry.file_type()?.is_dir() {
                found.push(entry.path());
            }
        }
        Ok(found)
    }

    fn beside(&self, what: &str) -> PathBuf {
        self.parent.join(self.hidden(what))
    }

    fn hidden(&self, what: &str) -> OsString {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(".registrar-");
        name.push(what);
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn names_lie_beside_the_target_however_it_is_written() {
        for target in ["out/paper", "out/paper/", "out/./paper"] {
            let neighbours = Neighbours::of(Path::new(target)).unwrap();
            assert_eq!(neighbours.target(), Path::new("out/paper"), "{target}");
            assert_eq!(neighbours.lock(), Path::new("out/.paper.registrar-lock"), "{target}");
        }
        assert_eq!(Neighbours::of(Path::new("paper")).unwrap().parent(), Path::new("."));
        for target in [".", "..", "/", "", "out/.."] {
            assert_eq!(Neighbours::of(Path::new(target)), None, "{target}");
        }
    }

    #[test]
    fn only_folders_of_our_form_are_abandoned() {
        let scratch = Scratch::new();
        for folder in [
            ".paper.registrar-new-12",
            ".paper.registrar-new-",
            ".paper.registrar-new-1x",
            ".paper2.registrar-new-1",
        ] {
            fs::create_dir(scratch.join(folder)).unwrap();
        }
        scratch.file(".paper.registrar-new-13", "a file");
        let neighbours = Neighbours::of(&scratch.join("paper")).unwrap();
        assert_eq!(neighbours.abandoned().unwrap(), [scratch.join(".paper.registrar-new-12")]);
    }
}
