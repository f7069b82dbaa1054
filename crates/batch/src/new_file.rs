//! One output file, written bit by bit and standing under its name only when it is whole.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

/// A file that is being written beside its target. It has mode 0600, since it may hold facts about people.
///
/// ```
/// use std::io::Write as _;
/// # let path = std::env::temp_dir().join(format!("registrar-new-file-{}", std::process::id()));
/// # let _ = std::fs::remove_file(&path);
/// let mut file = batch::new_file::NewFile::beside(&path)?;
/// file.write_all(b"incident,about,fact\n")?;
/// assert!(!path.exists());
/// file.stand()?;
/// assert!(path.exists());
/// assert!(batch::new_file::NewFile::beside(&path).is_err(), "what stands is not overwritten");
/// # std::fs::remove_file(&path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct NewFile {
    file: io::BufWriter<File>,
    unfinished: PathBuf,
    target: PathBuf,
    stands: bool,
}

impl NewFile {
    /// Begins a file that will stand at `target`.
    ///
    /// # Errors
    ///
    /// If something stands there already, or the file cannot be made.
    pub fn beside(target: &Path) -> io::Result<Self> {
        let taken = || {
            io::Error::new(
                io::ErrorKind::AlreadyExists,
                "something stands there already; choose another name",
            )
        };
        if target.symlink_metadata().is_ok() {
            return Err(taken());
        }
        let name = target.file_name().ok_or_else(|| io::Error::other("an output file needs a name"))?;
        let unfinished = target.with_file_name(format!(
            ".{}.registrar-new-{}",
            name.to_string_lossy(),
            std::process::id()
        ));
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
        Ok(Self { file: io::BufWriter::new(file), unfinished, target: target.to_owned(), stands: false })
    }

    /// Puts the whole file under its name.
    ///
    /// # Errors
    ///
    /// If it cannot be written out, or something has come to stand there meanwhile.
    pub fn stand(mut self) -> io::Result<()> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        // A link is made only where nothing stands; a rename would replace.
        fs::hard_link(&self.unfinished, &self.target)?;
        fs::remove_file(&self.unfinished)?;
        self.stands = true;
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.stands {
            // Nothing half written is left; if it cannot be removed, its name says what it is.
            let _ = fs::remove_file(&self.unfinished);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn an_unfinished_file_leaves_nothing() {
        let folder = crate::scratch::Scratch::new();
        let target = folder.join("out.csv");
        {
            let mut file = NewFile::beside(&target).unwrap();
            file.write_all(b"half").unwrap();
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_finished_file_is_for_its_owner_only() {
        let folder = crate::scratch::Scratch::new();
        let target = folder.join("out.csv");
        let mut file = NewFile::beside(&target).unwrap();
        file.write_all(b"whole").unwrap();
        file.stand().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"whole");
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_came_meanwhile_is_not_replaced() {
        let folder = crate::scratch::Scratch::new();
        let target = folder.join("out.csv");
        let file = NewFile::beside(&target).unwrap();
        fs::write(&target, b"another").unwrap();
        assert!(file.stand().is_err());
        assert_eq!(fs::read(&target).unwrap(), b"another");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
