//! The files that a run reads, each once, and what of them goes into the manifest.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use batch::{
    extracts::bare,
    manifest::{InputFile, InputKind},
};
use msf_benchmark::{Published, read_official};
use table::Source;

/// A file in memory.
pub struct Input {
    /// As the user named it; `standard input` for `-`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// What the manifest says of it.
    pub manifest: InputFile,
}

impl Input {
    /// The file as a source.
    pub fn source(&self) -> Source<'_> {
        Source::new(&self.name, &self.bytes)
    }
}

/// Reads a file; `-` is standard input.
pub fn open(path: &Path) -> Result<Input, String> {
    let (name, file, bytes) = if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        ("standard input".to_owned(), "standard input", read.map(|_| bytes))
    } else {
        (path.display().to_string(), bare(path), fs::read(path))
    };
    let bytes = bytes.map_err(|error| format!("{name}: {error}"))?;
    let manifest = InputFile { kind: Some(InputKind::Published), ..InputFile::of(file, &bytes) };
    Ok(Input { name, bytes, manifest })
}

/// Reads a file, if one is named.
pub fn maybe(path: Option<&Path>) -> Result<Option<Input>, String> {
    path.map(open).transpose()
}

/// Official tables of several files, and the files. What is wrong with any file that cannot be read is told of all at once.
pub fn tables(paths: &[PathBuf]) -> Result<(Vec<Published>, Vec<Input>), String> {
    let (mut tables, mut inputs, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    if paths.iter().filter(|path| *path == Path::new("-")).count() > 1 {
        return Err("`-` is named twice, and standard input can be read once".to_owned());
    }
    for path in paths {
        let read = open(path).and_then(|input| {
            let read = read_official(input.source()).map_err(|error| error.to_string())?;
            Ok((read, input))
        });
        match read {
            Ok((read, input)) => {
                tables.extend(read);
                inputs.push(input);
            }
            Err(error) => wrong.push(error),
        }
    }
    if wrong.is_empty() { Ok((tables, inputs)) } else { Err(wrong.join("\nerror: ")) }
}
