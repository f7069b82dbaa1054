//! Names of output files: plain, relative, the same file on every system.

use std::collections::BTreeSet;

/// The name under which every set keeps its own description.
pub const MANIFEST: &str = "manifest.json";

/// Why a file may not be written under a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` cannot be the name of an output: {fault}")]
pub struct NameError {
    /// The name given, with control characters escaped.
    pub name: String,
    /// What is wrong with it.
    pub fault: NameFault,
}

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing, or nothing between two slashes: `""`, `/etc/passwd`, `a//b`, `a/`.
    #[error("it is empty, begins or ends with a slash, or has two together")]
    Empty,
    /// A part that begins with a point: `..`, `.`, `.hidden`.
    #[error("a part of it begins with a point")]
    Point,
    /// A backslash, a colon or a control character, which mean something else on other systems.
    #[error("it holds a backslash, a colon or a control character")]
    Character,
    /// `manifest.json` is written by us.
    #[error("that name is kept for the manifest")]
    Kept,
    /// Two outputs of one name, capitals and small letters not told apart.
    #[error("another output has the same name (capitals and small letters count as the same)")]
    Twice,
    /// One output's name is the folder of another.
    #[error("another output would lie in a folder of that name")]
    Folder,
}

/// Checks the names of a whole set; the first wrong one is named.
pub fn check<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<(), NameError> {
    let mut files = BTreeSet::new();
    let mut folders = BTreeSet::new();
    for name in names {
        one(name)?;
        let folded = name.to_lowercase();
        for (at, _) in folded.match_indices('/') {
            folders.insert(folded.split_at(at).0.to_owned());
        }
        if !files.insert(folded) {
            return Err(wrong(name, NameFault::Twice));
        }
    }
    files.intersection(&folders).next().map_or(Ok(()), |name| Err(wrong(name, NameFault::Folder)))
}

fn one(name: &str) -> Result<(), NameError> {
    if name.split('/').any(str::is_empty) {
        Err(wrong(name, NameFault::Empty))
    } else if name.split('/').any(|part| part.starts_with('.')) {
        Err(wrong(name, NameFault::Point))
    } else if name.chars().any(|letter| letter.is_control() || matches!(letter, '\\' | ':')) {
        Err(wrong(name, NameFault::Character))
    } else if name.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case(MANIFEST)) {
        Err(wrong(name, NameFault::Kept))
    } else {
        Ok(())
    }
}

fn wrong(name: &str, fault: NameFault) -> NameError {
    NameError { name: name.escape_debug().to_string(), fault }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_pass() {
        assert_eq!(check(["index.html", "data/figures.csv", "data/a b-é.csv", "x..y"]), Ok(()));
    }

    #[test]
    fn every_other_name_is_refused() {
        let wrong = [
            ("", NameFault::Empty),
            ("/etc/passwd", NameFault::Empty),
            ("a//b", NameFault::Empty),
            ("a/", NameFault::Empty),
            ("../up", NameFault::Point),
            ("a/../b", NameFault::Point),
            (".hidden", NameFault::Point),
            ("a\\b", NameFault::Character),
            ("C:x", NameFault::Character),
            ("a\nb", NameFault::Character),
            ("a\0b", NameFault::Character),
            ("Manifest.JSON", NameFault::Kept),
            ("manifest.json/x", NameFault::Kept),
        ];
        for (name, fault) in wrong {
            assert_eq!(check([name]).unwrap_err().fault, fault, "{name:?}");
        }
        assert_eq!(check(["A.csv", "a.csv"]).unwrap_err().fault, NameFault::Twice);
        assert_eq!(check(["a/b", "a"]).unwrap_err().fault, NameFault::Folder);
    }
}
