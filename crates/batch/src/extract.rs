//! Large input files: gone through once for their digest, then read in parts.

use std::{
    fs::File,
    io::{self, Read, Seek as _, SeekFrom},
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use crate::{digest::Hashing, manifest::InputFile};

/// As much as is read at once: little enough to lie in fast memory while it is looked at twice.
const READ: usize = 1 << 17;

/// Goes through a file once: for the manifest, and for `feed`, which sees all of it in order.
///
/// # Errors
///
/// What the system says; a folder, a pipe and a device are refused, since an extract is read more than once.
///
/// ```
/// # let path = std::env::temp_dir().join(format!("registrar-extract-{}", std::process::id()));
/// # std::fs::write(&path, "abc")?;
/// let mut bytes = 0;
/// let input = batch::extract::survey(&path, "crimes.csv", |block| bytes += block.len())?;
/// assert_eq!((input.bytes, bytes), (3, 3));
/// assert!(input.sha256.starts_with("ba7816bf"));
/// # std::fs::remove_file(&path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn survey(path: &Path, name: &str, mut feed: impl FnMut(&[u8])) -> io::Result<InputFile> {
    let mut file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other(
            "this is no file: an extract is read more than once, so it cannot be a stream",
        ));
    }
    let mut hashing = Hashing::new(io::sink());
    let mut block = vec![0; READ];
    loop {
        let read = match file.read(&mut block) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let bytes = block.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        io::Write::write_all(&mut hashing, bytes)?;
        feed(bytes);
    }
    let (_, bytes, sha256) = hashing.ended();
    Ok(InputFile { file: name.to_owned(), bytes, sha256, kind: None })
}

/// A part of a file, from one byte to before another. What is read is added to a count that others watch.
#[derive(Debug)]
pub struct Part<'a> {
    file: io::Take<File>,
    read: &'a AtomicU64,
}

impl<'a> Part<'a> {
    /// Opens a part.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn open(path: &Path, from: u64, to: u64, read: &'a AtomicU64) -> io::Result<Self> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(from))?;
        Ok(Self { file: file.take(to.saturating_sub(from)), read })
    }
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn parts_are_the_whole() {
        let scratch = Scratch::new();
        let path = scratch.file("a", b"0123456789");
        let read = AtomicU64::new(0);
        let mut all = String::new();
        for (from, to) in [(0, 3), (3, 3), (3, 10)] {
            Part::open(&path, from, to, &read).unwrap().read_to_string(&mut all).unwrap();
        }
        assert_eq!((all.as_str(), read.into_inner()), ("0123456789", 10));
    }

    #[test]
    fn what_is_no_file_is_refused() {
        assert!(survey(Scratch::new().path(), "a", |_| ()).is_err());
        assert!(survey(Path::new("/dev/null"), "a", |_| ()).is_err());
    }
}
