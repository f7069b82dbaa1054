//! A set of output files, in memory and as a fresh folder.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions, Permissions},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use crate::{
    digest,
    manifest::{Manifest, Output},
    name::{self, NameError},
    swap,
};

/// Everything that one run writes. The file `manifest.json` is made from `manifest` and is not among `files`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputSet {
    /// What the set was made from; its `outputs` are filled in from `files`.
    pub manifest: Manifest,
    /// The files, in any order.
    pub files: Vec<OutputFile>,
}

/// One file of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path in the set: relative, with `/`, no part beginning with a point.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether it is about people: then only its owner may read it.
    pub person_level: bool,
}

impl OutputFile {
    /// A file for everybody.
    #[must_use]
    pub fn open_to_all(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into(), person_level: false }
    }

    /// A file about people: mode 0600.
    #[must_use]
    pub fn person_level(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into(), person_level: true }
    }
}

impl OutputSet {
    /// The manifest with its outputs, in order of name, as [`crate::output::write`] writes it.
    ///
    /// # Errors
    ///
    /// [`NameError`] if a file could not be written under its name.
    pub fn sealed(&self) -> Result<Manifest, NameError> {
        name::check(self.files.iter().map(|file| file.name.as_str()))?;
        let mut manifest = self.manifest.clone();
        manifest.outputs = self
            .files
            .iter()
            .map(|file| Output {
                file: file.name.clone(),
                bytes: file.bytes.len() as u64,
                sha256: digest::of_bytes(&file.bytes),
                person_level: file.person_level,
            })
            .collect();
        manifest.outputs.sort_by(|one, other| one.file.cmp(&other.file));
        Ok(manifest)
    }
}

/// A step that the system refused.
#[derive(Debug)]
pub struct Refused {
    pub path: PathBuf,
    pub source: io::Error,
}

impl Refused {
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self { path, source }
    }
}

/// Writes the files and the manifest into a folder that does not exist yet, down to the disk.
///
/// The manifest comes last: a folder with a manifest of ours is a whole one.
pub fn write_fresh(fresh: &Path, files: &[OutputFile], manifest: &OutputFile) -> Result<(), Refused> {
    fs::create_dir(fresh).map_err(Refused::at(fresh))?;
    let mut folders = BTreeSet::from([fresh.to_owned()]);
    for file in files.iter().chain([manifest]) {
        let path = fresh.join(&file.name);
        if let Some(folder) = path.parent().filter(|folder| !folders.contains(*folder)) {
            fs::create_dir_all(folder).map_err(Refused::at(folder))?;
            folders.extend(folder.ancestors().take_while(|ancestor| *ancestor != fresh).map(Path::to_owned));
        }
        write_file(&path, file).map_err(Refused::at(&path))?;
    }
    for folder in &folders {
        swap::settle(folder).map_err(Refused::at(folder))?;
    }
    Ok(())
}

fn write_file(path: &Path, file: &OutputFile) -> io::Result<()> {
    let mode = if file.person_level { 0o600 } else { 0o666 };
    let mut out = OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
    out.write_all(&file.bytes)?;
    out.sync_all()
}

/// Writes the manifest into a folder that holds its other files already, and settles the folder.
pub fn write_manifest(fresh: &Path, bytes: &[u8]) -> Result<(), Refused> {
    let path = fresh.join(crate::manifest::FILE_NAME);
    let file = OutputFile::open_to_all(crate::manifest::FILE_NAME, bytes);
    write_file(&path, &file).map_err(Refused::at(&path))?;
    swap::settle(fresh).map_err(Refused::at(fresh))
}

/// Gives the new folder the permissions of the one it replaces, which somebody may have chosen with care.
pub fn keep_permissions(of: &Path, to: &Path) -> Result<(), Refused> {
    let chosen: Permissions = fs::symlink_metadata(of).map_err(Refused::at(of))?.permissions();
    fs::set_permissions(to, chosen).map_err(Refused::at(to))
}
