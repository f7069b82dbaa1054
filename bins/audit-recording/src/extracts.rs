//! Extracts as records systems give them: CSV as it is, a workbook, a Parquet file or a table with columns of their own made into CSV first.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use batch::{extract, manifest::InputFile};
use table::{ConversionError, Layout, Mapping, PlainCsv, Source, TableMap};

/// An extract that can be gone through row by row.
pub struct Extract {
    /// The file, as the user named it.
    pub name: String,
    /// What is read: the file, or the CSV that was made of it, line for line.
    pub path: PathBuf,
    /// The sheet, if it is a workbook.
    pub sheet: Option<String>,
    /// The file that the user gave, if it is not what is read.
    pub original: Option<InputFile>,
}

/// The number of the next file that is made.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Makes an extract ready; what has to be made of it goes into the folder `scratch`, for its owner only.
pub fn ready(
    file: &Path,
    layout: &'static Layout,
    map: Option<&TableMap>,
    scratch: &Path,
) -> Result<Extract, String> {
    let name = file.display().to_string();
    let told = |error: io::Error| format!("{name}: {error}");
    let mut first = Vec::new();
    File::open(file).map_err(told)?.take(8).read_to_end(&mut first).map_err(told)?;
    let (workbook, parquet) = (table::is_workbook(&first), table::is_parquet(&first));
    if map.is_none() && !workbook && !parquet {
        return Ok(Extract { name, path: file.to_owned(), sheet: None, original: None });
    }
    let path = scratch.join(format!("{}-{}.csv", layout.name, NEXT.fetch_add(1, Ordering::Relaxed)));
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).map_err(told)?;
    let mut out = BufWriter::with_capacity(1 << 20, made);
    let original = extract::survey(file, bare(file), |_| ()).map_err(told)?;
    let sheet = if workbook || parquet {
        let plain = plain(file, &name, layout, map, parquet, &mut out)?;
        whole(&plain)?;
        plain.sheet
    } else if let Some(map) = map {
        let input = BufReader::with_capacity(1 << 20, File::open(file).map_err(told)?);
        map.convert(&name, input, &mut out).map_err(|error| in_words(&name, &error))?;
        None
    } else {
        None
    };
    out.flush().map_err(told)?;
    Ok(Extract { name, path, sheet, original: Some(original) })
}

fn plain(
    file: &Path,
    name: &str,
    layout: &'static Layout,
    map: Option<&TableMap>,
    parquet: bool,
    out: &mut impl io::Write,
) -> Result<PlainCsv, String> {
    let told = |error: io::Error| format!("{name}: {error}");
    #[cfg(feature = "parquet")]
    if parquet {
        let input = File::open(file).map_err(told)?;
        return table::parquet_csv(layout, name, input, map, out).map_err(|error| in_words(name, &error));
    }
    // Without the feature the reader says how to build with it, and needs no more than the beginning to tell.
    let bytes = if parquet { b"PAR1".to_vec() } else { fs::read(file).map_err(told)? };
    table::plain_csv(layout, Source::new(name, &bytes), map, out).map_err(|error| in_words(name, &error))
}

/// A cell that holds an error could be the reference of a report: what is said of other rows would be wrong without it, so all of them are told
/// and nothing else is.
fn whole(plain: &PlainCsv) -> Result<(), String> {
    if plain.rejected.is_empty() {
        return Ok(());
    }
    let found: Vec<String> = plain.rejected.iter().map(ToString::to_string).collect();
    Err(format!(
        "{}\nerror: rows of a workbook that cannot be read are mended first: a row left out would make other rows look wrong",
        found.join("\nerror: ")
    ))
}

/// Reads a mapping of these tables.
pub fn mapping(path: Option<&Path>, tables: &[(&str, &'static Layout)]) -> Result<Option<Mapping>, String> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    Mapping::read(Source::new(&name, &bytes), tables).map(Some).map_err(|error| error.to_string())
}

fn in_words(name: &str, error: &ConversionError) -> String {
    match error {
        // It names the file and the place.
        ConversionError::Read(error) => error.to_string(),
        error @ (ConversionError::Input(_) | ConversionError::Output(_)) => format!("{name}: {error}"),
    }
}

/// The name of a file without its folders: a manifest holds no path of a machine.
pub fn bare(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or("extract")
}

/// A folder for what is needed only while a command runs that writes no set of files: for its owner only, and gone at the end.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new() -> Result<Self, String> {
        let path = std::env::temp_dir().join(format!("registrar-{}", std::process::id()));
        DirBuilder::new()
            .mode(0o700)
            .create(&path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is for its owner only.
        let _ = fs::remove_dir_all(&self.0);
    }
}
