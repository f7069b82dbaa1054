//! Extracts as records systems give them: CSV as it is, a workbook, a Parquet file or a table with columns of their own made into CSV first.
//!
//! A command reads them row by row with [`table::extract`], whatever they were.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use rulebook::Finding;
use table::{ConversionError, Layout, Mapping, PlainCsv, ReadError, Source, TableMap};

use crate::{extract, manifest::InputFile};

/// An extract that can be gone through row by row.
#[derive(Debug, Clone)]
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

/// Why an extract, or the mapping of its columns, cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The system does not let it be read, or what is made of it be written.
    #[error("{name}: {fault}")]
    Io {
        /// The file or folder, as the user named it.
        name: String,
        /// What the system says.
        fault: io::Error,
    },
    /// It is no table, or not the one that is expected.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It could not be made into CSV.
    #[error("{name}: {fault}")]
    Conversion {
        /// The file, as the user named it.
        name: String,
        /// Why not.
        fault: ConversionError,
    },
    /// Rows of a workbook cannot be read. A cell that holds an error could be the reference of a report: what is said of other rows would be
    /// wrong without it, so all of them are told and nothing else is.
    #[error(
        "{}\nerror: rows of a workbook that cannot be read are mended first: a row left out would make other rows look wrong",
        found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\nerror: ")
    )]
    Rejected {
        /// A finding for each of them.
        found: Vec<Finding>,
    },
}

impl ExtractError {
    fn of(name: &str, error: ConversionError) -> Self {
        match error {
            // It names the file and the place.
            ConversionError::Read(error) => Self::Read(error),
            fault @ (ConversionError::Input(_) | ConversionError::Output(_)) => {
                Self::Conversion { name: name.to_owned(), fault }
            }
        }
    }
}

/// The number of the next file that is made.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Makes an extract ready; what has to be made of it goes into the folder `scratch`, for its owner only.
///
/// # Errors
///
/// [`ExtractError`] if it cannot be read, is not the table of `layout`, or has rows that cannot be read where a row left out would make others
/// look wrong.
///
/// ```
/// use table::{Column, Layout};
///
/// static CRIMES: Layout = Layout {
///     name: "crimes",
///     what: "one row a crime recorded",
///     columns: &[Column::required("crime", "the crime number")],
/// };
/// # let folder = std::env::temp_dir().join(format!("registrar-extracts-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("crimes.csv");
/// # std::fs::write(&file, "crime\nC1\n")?;
/// let extract = batch::extracts::ready(&file, &CRIMES, None, &folder)?;
/// // Plain CSV is read where it lies.
/// assert_eq!((extract.path, extract.original), (file, None));
/// # std::fs::remove_dir_all(folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn ready(
    file: &Path,
    layout: &'static Layout,
    map: Option<&TableMap>,
    scratch: &Path,
) -> Result<Extract, ExtractError> {
    let name = file.display().to_string();
    let told = |fault: io::Error| ExtractError::Io { name: name.clone(), fault };
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
        if !plain.rejected.is_empty() {
            return Err(ExtractError::Rejected { found: plain.rejected });
        }
        plain.sheet
    } else if let Some(map) = map {
        let input = BufReader::with_capacity(1 << 20, File::open(file).map_err(told)?);
        map.convert(&name, input, &mut out).map_err(|error| ExtractError::of(&name, error))?;
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
) -> Result<PlainCsv, ExtractError> {
    let told = |fault: io::Error| ExtractError::Io { name: name.to_owned(), fault };
    #[cfg(feature = "parquet")]
    if parquet {
        let input = File::open(file).map_err(told)?;
        return table::parquet_csv(layout, name, input, map, out)
            .map_err(|error| ExtractError::of(name, error));
    }
    // Without the feature the reader says how to build with it, and needs no more than the beginning to tell.
    let bytes = if parquet { b"PAR1".to_vec() } else { fs::read(file).map_err(told)? };
    table::plain_csv(layout, Source::new(name, &bytes), map, out)
        .map_err(|error| ExtractError::of(name, error))
}

/// Reads a mapping of these tables, each with the name that it has in the mapping; none, if there is no file.
///
/// # Errors
///
/// [`ExtractError`] if the file cannot be read, contradicts itself or our tables.
pub fn mapping(
    path: Option<&Path>,
    tables: &[(&str, &'static Layout)],
) -> Result<Option<Mapping>, ExtractError> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|fault| ExtractError::Io { name: name.clone(), fault })?;
    Ok(Some(Mapping::read(Source::new(&name, &bytes), tables)?))
}

/// The name of a file without its folders: a manifest holds no path of a machine.
///
/// ```
/// assert_eq!(batch::extracts::bare("/data/force/crimes.csv".as_ref()), "crimes.csv");
/// ```
#[must_use]
pub fn bare(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or("extract")
}

/// A folder for what is needed only while a command runs that writes no set of files: for its owner only, and gone at the end.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder inside `folder`, which is the one of the system for files that do not stay.
    ///
    /// # Errors
    ///
    /// [`ExtractError::Io`] if it cannot be made.
    pub fn below(folder: &Path) -> Result<Self, ExtractError> {
        let path = folder.join(format!("registrar-{}", std::process::id()));
        DirBuilder::new()
            .mode(0o700)
            .create(&path)
            .map_err(|fault| ExtractError::Io { name: path.display().to_string(), fault })?;
        Ok(Self(path))
    }

    /// Where it is.
    #[must_use]
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

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use table::Column;

    use super::*;

    static CRIMES: Layout = Layout {
        name: "crimes",
        what: "one row a crime recorded",
        columns: &[Column::required("crime", "the crime number"), Column::optional("class", "its class")],
    };

    #[test]
    fn what_is_made_of_an_extract_is_for_its_owner_and_keeps_the_digest_of_what_was_given() {
        let home = crate::scratch::Scratch::new();
        let given = home.file("crimes.csv", "Crime No,class\nC1,8N\n");
        let map = home.file("map.toml", "[crimes]\ncolumns = { crime = 'Crime No' }\n");
        let mapping = mapping(Some(&map), &[("crimes", &CRIMES)]).unwrap().unwrap();
        let scratch = Scratch::below(home.path()).unwrap();
        let extract = ready(&given, &CRIMES, mapping.table("crimes"), scratch.path()).unwrap();
        assert_eq!(fs::read_to_string(&extract.path).unwrap(), "crime,class\nC1,8N\n");
        let mode = fs::metadata(&extract.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let original = extract.original.unwrap();
        // 15 bytes of header and 6 of the row.
        assert_eq!((original.file.as_str(), original.bytes), ("crimes.csv", 21));
        let path = scratch.path().to_owned();
        drop(scratch);
        assert!(!path.exists());
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let home = crate::scratch::Scratch::new();
        let missing = home.join("crimes.csv");
        let error = ready(&missing, &CRIMES, None, home.path()).unwrap_err();
        assert!(error.to_string().starts_with(&format!("{}: ", missing.display())), "{error}");
        let torn = home.file("crimes.xlsx", b"PK\x03\x04torn");
        let error = ready(&torn, &CRIMES, None, home.path()).unwrap_err();
        assert!(error.to_string().contains("the workbook cannot be read"), "{error}");
        assert!(mapping(None, &[("crimes", &CRIMES)]).unwrap().is_none());
    }
}
