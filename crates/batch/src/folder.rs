//! A folder of inputs, read whole and with limits.

use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions},
    io::{self, Read as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use rustix::fs::OFlags;

use crate::manifest::{self, InputFile, Manifest};

mod problem;

pub use problem::{OpenError, Problem};

/// How much a folder may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Bytes in one file.
    pub file_bytes: u64,
    /// Bytes in all files together.
    pub total_bytes: u64,
    /// Folders within folders; 0 allows only files directly in the folder.
    pub depth: usize,
    /// Files and folders together.
    pub entries: usize,
}

impl Default for Limits {
    /// 16 MiB a file, 64 MiB together, 8 folders deep, 10,000 entries.
    fn default() -> Self {
        Self { file_bytes: 16 << 20, total_bytes: 64 << 20, depth: 8, entries: 10_000 }
    }
}

/// A folder in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The folder as it was named.
    pub root: PathBuf,
    /// The files by their path in the folder, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// The content of a file, by its path in the folder.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// All files as a manifest names them, in order of name.
    #[must_use]
    pub fn inputs(&self) -> Vec<InputFile> {
        self.files.iter().map(|(name, bytes)| InputFile::of(name, bytes)).collect()
    }
}

/// Reads every file below a folder.
///
/// Left out without a word are hidden files and folders (their name begins with a point), a `manifest.json` that
/// Registrar wrote, and below the top the folder it stands in: outputs of an earlier run are no inputs. A link to a file inside the folder is read as that file; other links, devices and pipes are
/// refused. All sizes are asked before anything is read.
///
/// # Errors
///
/// [`OpenError`] with everything that cannot be used, in order of name.
pub fn open(dir: &Path, limits: Limits) -> Result<Folder, OpenError> {
    let failed = |problems| OpenError { dir: dir.to_owned(), problems };
    let unreadable = |source| failed(vec![Problem::Unreadable { file: String::new(), source }]);
    let root = fs::canonicalize(dir).map_err(unreadable)?;
    if !fs::metadata(&root).map_err(unreadable)?.is_dir() {
        return Err(failed(vec![Problem::NotAFolder]));
    }
    let mut walk = Walk { root, limits, found: BTreeMap::new(), problems: Vec::new() };
    walk.all();
    let mut files = BTreeMap::new();
    if walk.problems.is_empty() {
        let mut left = limits.total_bytes;
        for (name, found) in &walk.found {
            match read(name, &found.path, limits.file_bytes) {
                Ok(bytes) if bytes.len() as u64 > left => {
                    walk.problems.push(Problem::GrewMeanwhile { limit: limits.total_bytes });
                    break;
                }
                Ok(bytes) => {
                    left -= bytes.len() as u64;
                    files.insert(name.clone(), bytes);
                }
                Err(problem) => walk.problems.push(problem),
            }
        }
    }
    if !walk.problems.is_empty() {
        walk.problems.sort_by(|one, other| one.file().cmp(&other.file()));
        return Err(failed(walk.problems));
    }
    let ours: Vec<String> = files.iter().filter_map(|(name, bytes)| written_by_us(name, bytes)).collect();
    files.retain(|name, _| {
        !ours.iter().any(|set| name == set || (set.ends_with('/') && name.starts_with(set)))
    });
    Ok(Folder { root: dir.to_owned(), files })
}

/// The set that a manifest of ours names: the folder it stands in, or only itself at the top.
fn written_by_us(name: &str, bytes: &[u8]) -> Option<String> {
    let folder = name.strip_suffix(manifest::FILE_NAME)?;
    if (!folder.is_empty() && !folder.ends_with('/')) || Manifest::parse(bytes).is_err() {
        return None;
    }
    Some(if folder.is_empty() { name.to_owned() } else { folder.to_owned() })
}

struct Found {
    path: PathBuf,
    bytes: u64,
}

struct Walk {
    // The real path, so that links can be compared with it.
    root: PathBuf,
    limits: Limits,
    found: BTreeMap<String, Found>,
    problems: Vec<Problem>,
}

impl Walk {
    fn all(&mut self) {
        let mut waiting = vec![(self.root.clone(), String::new(), 0)];
        let mut entries = 0;
        while let Some((folder, prefix, depth)) = waiting.pop() {
            let listed = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
            let listed = match listed {
                Ok(listed) => listed,
                Err(source) => {
                    self.problems.push(Problem::Unreadable { file: prefix, source });
                    continue;
                }
            };
            for entry in listed {
                let file_name = entry.file_name();
                if file_name.as_encoded_bytes().starts_with(b".") {
                    continue;
                }
                entries += 1;
                if entries > self.limits.entries {
                    self.problems.push(Problem::TooManyEntries { limit: self.limits.entries });
                    return;
                }
                let Some(plain) = file_name.to_str().filter(|name| !name.contains(char::is_control)) else {
                    let file = format!("{prefix}{}", file_name.to_string_lossy().escape_debug());
                    self.problems.push(Problem::NameNotText { file });
                    continue;
                };
                let name = format!("{prefix}{plain}");
                match entry.file_type() {
                    Err(source) => self.problems.push(Problem::Unreadable { file: name, source }),
                    Ok(kind) if kind.is_dir() && depth >= self.limits.depth => {
                        self.problems.push(Problem::TooDeep { file: name, limit: self.limits.depth });
                    }
                    Ok(kind) if kind.is_dir() => {
                        waiting.push((entry.path(), format!("{name}/"), depth + 1));
                    }
                    Ok(kind) if kind.is_symlink() => self.link(name, &entry.path()),
                    Ok(_) => self.file(name, entry.path()),
                }
            }
        }
        let bytes = self.found.values().map(|found| found.bytes).sum();
        if bytes > self.limits.total_bytes {
            self.problems.push(Problem::TooMuchTogether { bytes, limit: self.limits.total_bytes });
        }
    }

    fn link(&mut self, name: String, path: &Path) {
        match fs::canonicalize(path) {
            Err(source) => self.problems.push(Problem::Unreadable { file: name, source }),
            Ok(real) if !real.starts_with(&self.root) => {
                self.problems.push(Problem::LeavesFolder { file: name });
            }
            // A link to a folder can lead round in a circle; nobody needs one among inputs.
            Ok(real) if real.is_dir() => self.problems.push(Problem::LinkToFolder { file: name }),
            Ok(real) => self.file(name, real),
        }
    }

    fn file(&mut self, name: String, path: PathBuf) {
        match fs::symlink_metadata(&path) {
            Err(source) => self.problems.push(Problem::Unreadable { file: name, source }),
            Ok(about) if !about.is_file() => self.problems.push(Problem::NotAFile { file: name }),
            Ok(about) if about.len() > self.limits.file_bytes => {
                let (bytes, limit) = (about.len(), self.limits.file_bytes);
                self.problems.push(Problem::TooLarge { file: name, bytes, limit });
            }
            Ok(about) => {
                self.found.insert(name, Found { path, bytes: about.len() });
            }
        }
    }
}

/// Reads one file, and not more than the limit whatever was said of its size.
fn read(name: &str, path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    let unreadable = |source| Problem::Unreadable { file: name.to_owned(), source };
    // The file may have been replaced since it was asked for its size: by a link, which is not followed, or by a pipe,
    // which is not waited for.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let file =
        OpenOptions::new().read(true).custom_flags(flags.cast_signed()).open(path).map_err(unreadable)?;
    if !file.metadata().map_err(unreadable)?.is_file() {
        return Err(Problem::NotAFile { file: name.to_owned() });
    }
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(Problem::TooLarge { file: name.to_owned(), bytes: bytes.len() as u64, limit });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
