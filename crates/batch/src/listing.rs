//! What lies at a path and below a folder, links not followed.

use std::{
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
};

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path below the folder, with `/`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    File,
    Folder,
    /// A link, a device, or something whose name is no text.
    Other,
}

/// What a path names, a link itself and not its end; none if it names nothing.
pub fn at(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// All entries at any depth, in order of name.
pub fn below(dir: &Path) -> io::Result<Vec<Entry>> {
    let mut found = Vec::new();
    let mut waiting: Vec<(PathBuf, String)> = vec![(dir.to_owned(), String::new())];
    while let Some((folder, prefix)) = waiting.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let file_name = entry.file_name();
            let name = format!("{prefix}{}", file_name.to_string_lossy());
            let kind = if file_name.to_str().is_none() {
                Kind::Other
            } else if kind.is_dir() {
                waiting.push((entry.path(), format!("{name}/")));
                Kind::Folder
            } else if kind.is_file() {
                Kind::File
            } else {
                Kind::Other
            };
            found.push(Entry { name, kind });
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn links_are_named_and_not_followed() {
        let scratch = Scratch::new();
        scratch.file("b/c.txt", "");
        std::os::unix::fs::symlink("b", scratch.join("a")).unwrap();
        let found: Vec<(String, Kind)> =
            below(scratch.path()).unwrap().into_iter().map(|entry| (entry.name, entry.kind)).collect();
        let expected = [("a", Kind::Other), ("b", Kind::Folder), ("b/c.txt", Kind::File)];
        assert_eq!(found, expected.map(|(name, kind)| (name.to_owned(), kind)));
    }
}
