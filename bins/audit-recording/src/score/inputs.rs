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
        let name = self.name(path);
        self.read.push(InputFile { kind: Some(kind), ..InputFile::of(&name, &bytes) });
        read(Source::new(&name, &bytes)).map_err(|error| {
            let said = error.to_string();
            // Who has to mend it needs the folder too.
            said.strip_prefix(&name).map_or_else(|| said.clone(), |rest| format!("{}{rest}", path.display()))
        })
    }

    /// The name of a file without its folders, for no output holds a path of a machine; with the last of them if two have one name, or else with a number.
    fn name(&self, path: &Path) -> String {
        let part = |path: Option<&Path>| {
            path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let bare = part(Some(path));
        let with_folder = match part(path.parent()) {
            folder if folder.is_empty() => bare.clone(),
            folder => format!("{folder}/{bare}"),
        };
        let numbered = (2..).map(|number: u64| format!("{bare} ({number})"));
        let is_free = |name: &String| self.read.iter().all(|file| file.file != *name);
        [bare.clone(), with_folder].into_iter().chain(numbered).find(is_free).unwrap_or_default()
    }
}
