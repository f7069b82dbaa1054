//! Large input files: gone through once for their digest, then read in parts.

use std::{
    fs::File,
    io::{self, Read, Seek as _, SeekFrom},
    panic,
    path::Path,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use crate::{
    digest::{self, AT_ONCE, Hashing},
    manifest::InputFile,
};

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
    // One thread reads and feeds, another works out the digest; two blocks go to and fro.
    let (bytes, sha256) = thread::scope(|scope| {
        let (give, given) = mpsc::channel::<(Vec<u8>, usize)>();
        let (give_back, back) = mpsc::channel();
        (0..2).try_for_each(|_| give_back.send(vec![0; AT_ONCE])).map_err(io::Error::other)?;
        let digested = scope.spawn(move || {
            let mut hashing = Hashing::new(io::sink());
            for (block, read) in given {
                io::Write::write_all(&mut hashing, block.get(..read).unwrap_or_default())?;
                // Nobody waits for it once all is read.
                let _ = give_back.send(block);
            }
            let (_, bytes, sha256) = hashing.ended();
            Ok::<_, io::Error>((bytes, sha256))
        });
        for mut block in back {
            let read = digest::some(&mut file, &mut block)?;
            if read == 0 {
                break;
            }
            feed(block.get(..read).unwrap_or_default());
            give.send((block, read)).map_err(io::Error::other)?;
        }
        drop(give);
        digested.join().unwrap_or_else(|cause| panic::resume_unwind(cause))
    })?;
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
