//! The files that are scored, read once and named without their folders.

use std::path::Path;

use batch::manifest::{InputFile, InputKind};
use table::Source;

/// What was read, for the manifest.
#[derive(Debug, Default)]
pub struct Files {
    pub read: Vec<InputFile>,
}

impl Files {
    /// Reads a file by a function of the library, which says what is wrong with it.
    pub fn table<T, E: std::fmt::Display>(
        &mut self,
        path: &Path,
        kind: InputKind,
        read: impl FnOnce(Source<'_>) -> Result<T, E>,
    ) -> Result<T, String> {
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.display().to_string();
        let bare = path.file_name().and_then(|name| name.to_str()).unwrap_or(&name);
        self.read.push(InputFile { kind: Some(kind), ..InputFile::of(bare, &bytes) });
        read(Source::new(&name, &bytes)).map_err(|error| error.to_string())
    }
}
