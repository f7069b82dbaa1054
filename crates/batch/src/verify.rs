//! Does a set still hold what its manifest says?

use std::{
    collections::BTreeMap,
    fmt,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use crate::{
    digest,
    listing::{self, Entry, Kind},
    manifest::{self, Manifest, ManifestError},
};

// A manifest is some kilobytes; a larger file of that name is no manifest, and is not read into memory to find out.
const LARGEST_MANIFEST: u64 = 16 << 20;

/// What is not as the manifest says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The file is there with another content, or as a link or folder instead.
    Changed(String),
    /// The file is not there.
    Missing(String),
    /// The manifest does not name it.
    Extra(String),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(file) => write!(f, "`{file}` was changed since it was written"),
            Self::Missing(file) => write!(f, "`{file}` is missing"),
            Self::Extra(file) => write!(f, "`{file}` is not named in the manifest"),
        }
    }
}

/// Why a set could not be compared at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// The folder or a file in it cannot be read.
    #[error("`{}` cannot be read", path.display())]
    Unreadable {
        /// Folder or file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The manifest is not ours.
    #[error("`{}` cannot be used", path.display())]
    Manifest {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: ManifestError,
    },
}

/// Compares a folder with its manifest; an empty answer means that all is as it was written.
///
/// The differences are in order: changed, missing, extra, each by name.
///
/// # Errors
///
/// [`VerifyError`] if there is no manifest of ours, or something cannot be read.
pub fn verify(dir: &Path) -> Result<Vec<Difference>, VerifyError> {
    let manifest = read_manifest(dir)?;
    let entries = listing::below(dir).map_err(|source| unreadable(dir, source))?;
    let mut differences: Vec<Difference> = strangers(&manifest, &entries)
        .into_iter()
        .map(|entry| Difference::Extra(entry.name.clone()))
        .collect();
    let present: BTreeMap<&str, Kind> =
        entries.iter().map(|entry| (entry.name.as_str(), entry.kind)).collect();
    for output in &manifest.outputs {
        match present.get(output.file.as_str()) {
            None => differences.push(Difference::Missing(output.file.clone())),
            Some(Kind::Folder | Kind::Other) => differences.push(Difference::Changed(output.file.clone())),
            Some(Kind::File) => {
                let path = dir.join(&output.file);
                let (bytes, sha256) = File::open(&path)
                    .and_then(|mut file| digest::of_reader(&mut file))
                    .map_err(|source| unreadable(&path, source))?;
                if (bytes, sha256.as_str()) != (output.bytes, output.sha256.as_str()) {
                    differences.push(Difference::Changed(output.file.clone()));
                }
            }
        }
    }
    differences.sort();
    Ok(differences)
}

/// Reads the manifest of a folder.
///
/// # Errors
///
/// [`VerifyError`] if there is none, or it is not ours.
pub fn read_manifest(dir: &Path) -> Result<Manifest, VerifyError> {
    let path = dir.join(manifest::FILE_NAME);
    // Asked first: opening a pipe of that name would wait for ever, and a link would lead elsewhere.
    if listing::at(&path).map_err(|source| unreadable(&path, source))?.is_some_and(|found| !found.is_file()) {
        return Err(unreadable(&path, io::Error::new(io::ErrorKind::InvalidInput, "it is not a plain file")));
    }
    let mut bytes = Vec::new();
    File::open(&path)
        .and_then(|file| file.take(LARGEST_MANIFEST).read_to_end(&mut bytes))
        .map_err(|source| unreadable(&path, source))?;
    Manifest::parse(&bytes).map_err(|source| VerifyError::Manifest { path, source })
}

/// The entries that the manifest does not name. A folder is named by the outputs in it.
pub(crate) fn strangers<'a>(manifest: &Manifest, entries: &'a [Entry]) -> Vec<&'a Entry> {
    let is_named = |entry: &Entry| {
        let folder = format!("{}/", entry.name);
        entry.name == manifest::FILE_NAME
            || manifest.outputs.iter().any(|output| {
                output.file == entry.name || (entry.kind == Kind::Folder && output.file.starts_with(&folder))
            })
    };
    entries.iter().filter(|entry| !is_named(entry)).collect()
}

fn unreadable(path: &Path, source: io::Error) -> VerifyError {
    VerifyError::Unreadable { path: path.to_owned(), source }
}
