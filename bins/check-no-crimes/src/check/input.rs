//! An extract, gone through once: its digest, and where rows begin.

use std::{
    fs::File,
    io::{self, Read as _},
    path::PathBuf,
};

use batch::{
    extract,
    extracts::{Extract, bare},
    manifest::InputFile,
};
use table::{
    Layout,
    extract::{Boundaries, Mark, Shape},
};

/// The longest header that is read, in bytes.
const LONGEST_HEADER: u64 = 1 << 16;

/// An extract that is ready to be read in parts.
pub struct Input {
    pub path: PathBuf,
    pub shape: Shape,
    /// Beginnings of rows, the first behind the header.
    pub marks: Vec<Mark>,
    pub manifest: InputFile,
    /// Whether the last line has its end.
    pub whole: bool,
}

/// Goes through an extract. Columns that the layout does not name are read as well, for they are written back.
pub fn open(extract: &Extract, layout: &'static Layout) -> Result<Input, String> {
    let Extract { name: file, path, .. } = extract;
    let told = |error: io::Error| format!("{file}: {error}");
    let mut first = Vec::new();
    File::open(path).map_err(told)?.take(LONGEST_HEADER).read_to_end(&mut first).map_err(told)?;
    // Cut off, its rest would be taken for a row.
    let header = Shape::first_row(first.trim_ascii_start());
    if first.len() as u64 == LONGEST_HEADER && first.ends_with(header) {
        return Err(format!("{file}, line 1: the header is longer than {} KiB", LONGEST_HEADER >> 10));
    }
    let mut shape = Shape::of(layout, file, &first).map_err(|error| error.to_string())?;
    shape.sheet.clone_from(&extract.sheet);
    let mut boundaries = Boundaries::default();
    let manifest =
        extract::survey(path, bare(file.as_ref()), |block| boundaries.feed(block)).map_err(told)?;
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
    Ok(Input { path: path.clone(), shape, marks, manifest, whole })
}
