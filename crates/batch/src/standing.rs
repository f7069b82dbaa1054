//! What stands under the target's name already, and whether it may be replaced.

use std::{fmt, io, path::Path};

use crate::{
    listing,
    manifest::{self, Manifest},
    verify::{self, VerifyError},
};

/// What was found under the target's name.
#[derive(Debug)]
pub enum Standing {
    /// Nothing.
    Absent,
    /// A set of the same program and nothing else.
    Ours(Manifest),
    /// Something else.
    Stranger(Stranger),
}

/// Why what stands there is not ours to replace.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stranger {
    /// A link, wherever it leads.
    Link,
    /// A file or a device.
    NotAFolder,
    /// A folder without a manifest.
    NoManifest,
    /// A folder whose `manifest.json` was written by something else.
    OtherManifest,
    /// The set of another command.
    OtherProgram(String),
    /// A set of ours to which these were added, by name.
    Holds(Vec<String>),
}

impl fmt::Display for Stranger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link => f.pad("it is a link"),
            Self::NotAFolder => f.pad("it is not a folder"),
            Self::NoManifest => write!(f, "it is a folder without a {}", manifest::FILE_NAME),
            Self::OtherManifest => write!(f, "its {} was not written by Registrar", manifest::FILE_NAME),
            Self::OtherProgram(program) => write!(f, "it was made by `{program}`"),
            Self::Holds(names) => {
                write!(f, "its manifest does not name `{}`", names.join("`, `"))
            }
        }
    }
}

/// Looks, and changes nothing.
pub fn find(target: &Path, program: &str) -> io::Result<Standing> {
    let Some(found) = listing::at(target)? else {
        return Ok(Standing::Absent);
    };
    if found.is_symlink() {
        return Ok(Standing::Stranger(Stranger::Link));
    }
    if !found.is_dir() {
        return Ok(Standing::Stranger(Stranger::NotAFolder));
    }
    match listing::at(&target.join(manifest::FILE_NAME))? {
        None => return Ok(Standing::Stranger(Stranger::NoManifest)),
        Some(file) if !file.is_file() => return Ok(Standing::Stranger(Stranger::OtherManifest)),
        Some(_) => {}
    }
    let manifest = match verify::read_manifest(target) {
        Ok(manifest) => manifest,
        Err(VerifyError::Manifest { .. }) => return Ok(Standing::Stranger(Stranger::OtherManifest)),
        Err(VerifyError::Unreadable { source, .. }) => return Err(source),
    };
    if manifest.program != program {
        return Ok(Standing::Stranger(Stranger::OtherProgram(manifest.program)));
    }
    let entries = listing::below(target)?;
    let strangers: Vec<String> =
        verify::strangers(&manifest, &entries).into_iter().map(|entry| entry.name.clone()).collect();
    if strangers.is_empty() {
        Ok(Standing::Ours(manifest))
    } else {
        Ok(Standing::Stranger(Stranger::Holds(strangers)))
    }
}
