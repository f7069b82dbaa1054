//! The extracts, gone through once.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    thread,
};

use batch::{extract, extracts::Extract, manifest::InputFile};
use recording_audit::compare::{DUE, RECORDED, due, recorded};
use table::{
    Layout,
    extract::{Boundaries, Mark, Shape},
};

/// An extract.
pub struct Input {
    pub path: PathBuf,
    pub shape: Shape,
    /// Beginnings of rows, the first behind the header.
    pub marks: Vec<Mark>,
    pub manifest: InputFile,
    /// Whether the last line has its end.
    pub whole: bool,
    /// The number that its rows carry.
    pub source: u16,
    /// The column of the reference of the report.
    pub incident: usize,
}

/// Goes through all of them, each in a thread of its own. The recorded table comes last.
pub fn open(due_files: &[Extract], recorded_file: &Extract) -> Result<Vec<Input>, String> {
    let all: Vec<(&Extract, &'static Layout, usize)> = due_files
        .iter()
        .map(|file| (file, &DUE, due::INCIDENT))
        .chain([(recorded_file, &RECORDED, recorded::INCIDENT)])
        .collect();
    let opened: Vec<Result<Input, String>> = thread::scope(|scope| {
        let running: Vec<_> = all
            .iter()
            .zip(0_u16..)
            .map(|((file, layout, incident), source)| {
                scope.spawn(move || one(file, layout, *incident, source))
            })
            .collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
            .collect()
    });
    // Everything that is wrong with them at once.
    let mut faults: Vec<String> = opened.iter().filter_map(|input| input.as_ref().err().cloned()).collect();
    faults.extend(twice(due_files, &opened));
    if faults.is_empty() { Ok(opened.into_iter().flatten().collect()) } else { Err(faults.join("\nerror: ")) }
}

/// Extracts of crimes due that hold the same bytes: each crime would be due twice. Those without a row may be alike.
fn twice(files: &[Extract], opened: &[Result<Input, String>]) -> Vec<String> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (file, input) in files.iter().zip(opened) {
        let Ok(input) = input else { continue };
        if input.manifest.bytes <= input.shape.header_bytes as u64 {
            continue;
        }
        let file = &file.name;
        match first.get(input.manifest.sha256.as_str()) {
            Some(other) => faults.push(format!(
                "{file} holds the same as {other}: every crime due in it would count twice; name each extract once"
            )),
            None => drop(first.insert(&input.manifest.sha256, file)),
        }
    }
    faults
}

fn one(extract: &Extract, layout: &'static Layout, incident: usize, source: u16) -> Result<Input, String> {
    let Extract { name: file, path, .. } = extract;
    let told = |error: io::Error| format!("{file}: {error}");
    let mut first = Vec::new();
    let begin = File::open(path).map_err(told)?;
    begin.take(1 << 16).read_to_end(&mut first).map_err(told)?;
    let mut shape = Shape::of(layout, file, &first).map_err(|error| error.to_string())?;
    shape.sheet.clone_from(&extract.sheet);
    let mut boundaries = Boundaries::default();
    let manifest = extract::survey(path, bare(file), |block| boundaries.feed(block)).map_err(told)?;
    if let Some(line) = boundaries.open_quote() {
        return Err(format!(
            "{file}, line {line}: a quoted cell is opened here and never closed; the file may be torn"
        ));
    }
    let begin = Mark { byte: shape.header_bytes as u64, line: shape.first_line };
    let whole = boundaries.whole();
    let mut marks = vec![begin];
    marks.extend(
        boundaries.marks.into_iter().filter(|mark| mark.byte > begin.byte && mark.byte < manifest.bytes),
    );
    Ok(Input { path: path.clone(), shape, marks, manifest, whole, source, incident })
}

/// The name of a file without its folders: a manifest holds no path of a machine.
pub fn bare(file: &str) -> &str {
    Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file)
}
