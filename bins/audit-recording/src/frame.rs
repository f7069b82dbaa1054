//! The frame of an audit, gone through once.

use std::{
    fs::File,
    io::{self, Read as _},
    sync::atomic::AtomicU64,
    thread,
};

use batch::{
    extract::{self, Part},
    extracts::{Extract, bare},
    manifest::{InputFile, InputKind},
    progress,
    repeated::row_at,
};
use recording_audit::sample::{Filter, Frame, FrameFile};
use table::extract::{Boundaries, Mark, Record, Records};

/// A frame that can be gone through.
pub struct FrameInput {
    extract: Extract,
    bytes: u64,
    pub frame: Frame,
}

impl FrameInput {
    /// Opens it and reads its header.
    pub fn open(
        extract: Extract,
        filter: &Filter,
        strata: &[String],
        shown: &[String],
    ) -> Result<Self, String> {
        let Extract { name, path, .. } = &extract;
        let told = |error: io::Error| format!("{name}: {error}");
        let mut first = Vec::new();
        let mut file = File::open(path).map_err(told)?;
        let bytes = file.metadata().map_err(told)?.len();
        file.by_ref().take(1 << 16).read_to_end(&mut first).map_err(told)?;
        let mut frame = Frame::of(name, &first, filter, strata, shown).map_err(|error| error.to_string())?;
        frame.shape.sheet.clone_from(&extract.sheet);
        Ok(Self { extract, bytes, frame })
    }

    /// Gives every row to `each`, in order, while another thread takes the digest; then describes the file.
    pub fn each(
        &self,
        what: &str,
        mut each: impl FnMut(&Record) -> io::Result<()>,
    ) -> Result<FrameFile, String> {
        let Extract { name, path, .. } = &self.extract;
        let told = |error: io::Error| format!("{name}: {error}");
        let read = AtomicU64::new(0);
        let (file, rows) = progress::told(what, self.bytes, &read, || {
            thread::scope(|scope| {
                let survey = scope.spawn(|| {
                    let mut boundaries = Boundaries::default();
                    let file = extract::survey(path, bare(path), |block| boundaries.feed(block))?;
                    Ok::<_, io::Error>((file, boundaries))
                });
                let rows = self.rows(&read, &mut each);
                let file = survey.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause));
                (file, rows)
            })
        });
        let (file, boundaries) = file.map_err(told)?;
        if let Some(line) = boundaries.open_quote() {
            return Err(format!(
                "{name}, line {line}: a quoted cell is opened here and never closed; the file may be torn"
            ));
        }
        let rows = rows.map_err(told)?;
        if file.bytes != self.bytes {
            return Err(format!("{name}: the file changed while it was read"));
        }
        // Of a file that was made into CSV, the digest is that of what the user gave.
        let file = self.extract.original.clone().unwrap_or(file);
        Ok(FrameFile { file: file.file, bytes: file.bytes, sha256: file.sha256, rows })
    }

    fn rows(&self, read: &AtomicU64, each: &mut impl FnMut(&Record) -> io::Result<()>) -> io::Result<u64> {
        let part = Part::open(&self.extract.path, 0, self.bytes, read)?;
        let mut records = Records::new(self.frame.shape.clone(), part, 0);
        let (mut row, mut rows) = (Record::default(), 0);
        while records.read(&mut row)? {
            rows += 1;
            each(&row)?;
        }
        Ok(rows)
    }

    /// Reads a row again, by where it begins.
    pub fn row_at(&self, begin: Mark, into: &mut Record) -> io::Result<()> {
        row_at(&self.extract.path, &self.frame.shape, (self.bytes, 0), begin, into)
    }
}

/// The frame as a manifest names it.
pub fn input_of(frame: &FrameFile) -> InputFile {
    InputFile {
        file: frame.file.clone(),
        bytes: frame.bytes,
        sha256: frame.sha256.clone(),
        kind: Some(InputKind::PersonLevel),
    }
}
