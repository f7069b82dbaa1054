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
use msf_benchmark::{Published, RECORDED_CRIME, read_long, read_official};
use table::{Mapping, Source, TableMap};

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
    all(paths, |source| read_official(source).map_err(|error| error.to_string()))
}

/// As [`tables`]; with a mapping every file is a table of one's own, whose columns it names.
pub fn mapped(paths: &[PathBuf], map: Option<&Input>) -> Result<(Vec<Published>, Vec<Input>), String> {
    let Some(map) = map else { return tables(paths) };
    let section = RECORDED_CRIME.name;
    let mapping =
        Mapping::read(map.source(), &[(section, &RECORDED_CRIME)]).map_err(|error| error.to_string())?;
    let columns = mapping.table(section).ok_or_else(|| {
        format!("{}: it says nothing of the table `{section}`; begin with `[{section}.columns]`", map.name)
    })?;
    all(paths, |source| own(source, columns).map(|table| vec![table]).map_err(|error| error.to_string()))
}

/// A table of one's own by a mapping. Each record stays on its own line, so that places are those of the file.
fn own(source: Source<'_>, columns: &TableMap) -> Result<Published, Box<dyn std::error::Error>> {
    let mut csv = Vec::new();
    if !table::is_workbook(source.bytes) {
        let converted = columns.convert(source.file, source.bytes, &mut csv)?;
        let mut table = read_long(Source::new(source.file, &csv))?;
        table.findings.extend(converted.notes);
        return Ok(table);
    }
    let plain = table::plain_csv(&RECORDED_CRIME, source, Some(columns), &mut csv)?;
    let mut table = read_long(Source::new(source.file, &csv))?;
    table.sheet = plain.sheet.map(Into::into);
    table.rows.read += plain.rejected.len() as u64;
    table.rows.rejected += plain.rejected.len() as u64;
    table.findings.extend(plain.rejected);
    table.findings.extend(plain.notes);
    Ok(table)
}

fn all(
    paths: &[PathBuf],
    read: impl Fn(Source<'_>) -> Result<Vec<Published>, String>,
) -> Result<(Vec<Published>, Vec<Input>), String> {
    let (mut tables, mut inputs, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    if paths.iter().filter(|path| *path == Path::new("-")).count() > 1 {
        return Err("`-` is named twice, and standard input can be read once".to_owned());
    }
    for path in paths {
        let done = open(path).and_then(|input| Ok((read(input.source())?, input)));
        match done {
            Ok((read, input)) => {
                tables.extend(read);
                inputs.push(input);
            }
            Err(error) => wrong.push(error),
        }
    }
    if wrong.is_empty() { Ok((tables, inputs)) } else { Err(wrong.join("\nerror: ")) }
}
