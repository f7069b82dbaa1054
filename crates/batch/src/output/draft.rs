//! A set too large for memory, written file by file and put in place whole.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    thread,
};

use super::{
    Replace, WriteError, Written, allowed, io_error, keep_promises, put_in_place, remove_if_there, tidy,
};
use crate::{
    digest::Hashing,
    lock::{Lock, LockError},
    manifest::{Manifest, Output},
    name,
    neighbours::Neighbours,
    set::{Refused, write_manifest},
    swap::Swap,
};

/// A set that is being written. Dropped before it stands, it leaves nothing.
///
/// ```
/// use std::io::Write as _;
/// use batch::{manifest::Manifest, output::{Draft, Replace}, verify};
/// # let home = std::env::temp_dir().join(format!("registrar-draft-{}", std::process::id()));
/// # std::fs::create_dir_all(&home)?;
/// let mut draft = Draft::begin(&home.join("audit"), "audit-recording", Replace::Never)?;
/// let mut file = draft.file("findings.csv", true)?;
/// file.write_all(b"rule,record\n")?;
/// draft.keep(file)?;
/// assert!(!home.join("audit").exists());
/// draft.stand(Manifest::new("audit-recording", "0.1.0", rulebook::day(2026, 6, 1)))?;
/// assert_eq!(verify::verify(&home.join("audit"))?, []);
/// # std::fs::remove_dir_all(home)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Draft {
    names: Neighbours,
    program: String,
    replace: Replace,
    outputs: Vec<Output>,
    /// Files that are written, but perhaps not down to the disk.
    open: Vec<(PathBuf, File)>,
    standing: bool,
    _lock: Lock,
}

/// One file of a draft. Nobody but its owner may read one about people.
#[derive(Debug)]
pub struct DraftFile {
    name: String,
    path: PathBuf,
    person_level: bool,
    out: BufWriter<Hashing<File>>,
}

/// The folder for what is needed only while the set is written.
const SCRATCH: &str = ".scratch";

impl Draft {
    /// Begins a set that will stand at `target`. Whether something may be replaced there is asked now, before the work, and once more at the
    /// end.
    ///
    /// # Errors
    ///
    /// [`WriteError`]; nothing has changed then.
    pub fn begin(target: &Path, program: &str, replace: Replace) -> Result<Self, WriteError> {
        let names = Neighbours::of(target).ok_or_else(|| WriteError::NoName { target: target.to_owned() })?;
        let target = names.target();
        let lock = Lock::take(&names.lock()).map_err(|error| match error {
            LockError::Held => WriteError::Busy { target: target.clone() },
            LockError::Io(source) => {
                WriteError::Io { doing: "open the lock file", path: names.lock(), source }
            }
        })?;
        tidy(&names)?;
        allowed(&target, program, replace)?;
        let fresh = names.fresh();
        fs::create_dir(&fresh).map_err(|source| io_error("write", Refused::at(&fresh)(source)))?;
        Ok(Self {
            names,
            program: program.to_owned(),
            replace,
            outputs: Vec::new(),
            open: Vec::new(),
            standing: false,
            _lock: lock,
        })
    }

    /// Begins a file of the set.
    ///
    /// # Errors
    ///
    /// [`WriteError`] if it may not have that name, or cannot be made.
    pub fn file(&self, name: &str, person_level: bool) -> Result<DraftFile, WriteError> {
        name::check(self.outputs.iter().map(|output| output.file.as_str()).chain([name]))?;
        let path = self.names.fresh().join(name);
        let mode = if person_level { 0o600 } else { 0o666 };
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(mode)
            .open(&path)
            .map_err(|source| io_error("write", Refused::at(&path)(source)))?;
        let out = BufWriter::with_capacity(1 << 20, Hashing::new(file));
        Ok(DraftFile { name: name.to_owned(), path, person_level, out })
    }

    /// Ends a file and keeps it for the set.
    ///
    /// # Errors
    ///
    /// [`WriteError`] if it cannot be written.
    pub fn keep(&mut self, file: DraftFile) -> Result<(), WriteError> {
        let DraftFile { name, path, person_level, out } = file;
        let hashing = out
            .into_inner()
            .map_err(|error| io_error("write", Refused { path: path.clone(), source: error.into_error() }))?;
        let (file, bytes, sha256) = hashing.ended();
        self.open.push((path, file));
        self.outputs.push(Output { file: name, bytes, sha256, person_level });
        Ok(())
    }

    /// A folder for what is needed only while the set is written: for its owner alone, and gone before the set stands. A run that was killed
    /// leaves it to the next.
    ///
    /// # Errors
    ///
    /// [`WriteError`] if it cannot be made.
    pub fn scratch(&self) -> Result<PathBuf, WriteError> {
        let path = self.names.fresh().join(SCRATCH);
        match fs::DirBuilder::new().mode(0o700).create(&path) {
            Err(source) if source.kind() != io::ErrorKind::AlreadyExists => {
                Err(io_error("write", Refused { path, source }))
            }
            Ok(()) | Err(_) => Ok(path),
        }
    }

    /// Writes all files down to the disk, together: one after the other each would wait for the disk anew.
    fn synced(&mut self) -> Result<(), WriteError> {
        let open = std::mem::take(&mut self.open);
        let done: Vec<io::Result<()>> = thread::scope(|scope| {
            let running: Vec<_> = open.iter().map(|(_, file)| scope.spawn(|| file.sync_all())).collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
                .collect()
        });
        for ((path, _), done) in open.into_iter().zip(done) {
            done.map_err(|source| io_error("write", Refused { path, source }))?;
        }
        Ok(())
    }

    /// Puts the whole set under its name, once it is written down to the disk; the outputs of the manifest are filled in.
    ///
    /// # Errors
    ///
    /// As [`super::write()`].
    pub fn stand(mut self, mut manifest: Manifest) -> Result<Written, WriteError> {
        self.synced()?;
        let fresh = self.names.fresh();
        remove_if_there(&fresh.join(SCRATCH))?;
        manifest.outputs = std::mem::take(&mut self.outputs);
        manifest.outputs.sort_by(|one, other| one.file.cmp(&other.file));
        write_manifest(&fresh, &manifest.to_bytes()?).map_err(|refused| io_error("write", refused))?;
        let earlier = allowed(&self.names.target(), &self.program, self.replace)?;
        // With a set of ours under the target's name, one that was moved aside is no longer needed.
        remove_if_there(&self.names.old())?;
        let aside = put_in_place(&self.names, &self.program, self.replace, Swap::Exchange)?;
        self.standing = true;
        keep_promises(&self.names, manifest, earlier, aside)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.standing {
            // What cannot be removed now is removed by the next run.
            let _ = fs::remove_dir_all(self.names.fresh());
        }
    }
}

impl Write for DraftFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::{scratch::Scratch, verify::verify};

    fn manifest() -> Manifest {
        Manifest::new("audit-recording", "0.1.0", rulebook::day(2026, 6, 1))
    }

    #[test]
    fn a_draft_that_is_dropped_leaves_nothing_but_the_lock() {
        let home = Scratch::new();
        let draft = Draft::begin(&home.join("audit"), "audit-recording", Replace::Never).unwrap();
        let mut file = draft.file("findings.csv", true).unwrap();
        file.write_all(b"half").unwrap();
        fs::write(draft.scratch().unwrap().join("part"), "x").unwrap();
        drop(file);
        drop(draft);
        assert_eq!(home.names(), [".audit.registrar-lock"]);
    }

    #[test]
    fn a_draft_stands_whole_without_its_scratch_and_is_replaced_only_if_said() {
        let home = Scratch::new();
        for (turn, replace) in [(0, Replace::Never), (1, Replace::Ours)] {
            let mut draft = Draft::begin(&home.join("audit"), "audit-recording", replace).unwrap();
            fs::write(draft.scratch().unwrap().join("part"), "x").unwrap();
            let mut file = draft.file("findings.csv", true).unwrap();
            write!(file, "{turn}").unwrap();
            draft.keep(file).unwrap();
            let written = draft.stand(manifest()).unwrap();
            assert_eq!(written.replaced.is_some(), turn == 1);
            assert_eq!(verify(&home.join("audit")).unwrap(), []);
        }
        assert_eq!(fs::read(home.join("audit/findings.csv")).unwrap(), b"1");
        let mode = fs::metadata(home.join("audit/findings.csv")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(!home.join("audit/.scratch").exists());
        let again = Draft::begin(&home.join("audit"), "audit-recording", Replace::Never);
        assert!(matches!(again, Err(WriteError::Exists { .. })));
        assert!(matches!(
            Draft::begin(&home.join("audit"), "compose-paper", Replace::Ours),
            Err(WriteError::NotOurs { .. })
        ));
    }

    #[test]
    fn a_name_is_given_once_and_is_no_way_out() {
        let home = Scratch::new();
        let mut draft = Draft::begin(&home.join("audit"), "audit-recording", Replace::Never).unwrap();
        let file = draft.file("a.csv", false).unwrap();
        draft.keep(file).unwrap();
        for name in ["a.csv", "../b.csv", "manifest.json"] {
            assert!(matches!(draft.file(name, false), Err(WriteError::Name(_))), "{name}");
        }
    }
}
