//! Bytes divided into parts, in memory while they are few and on disk beyond.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

/// So much of one part is held in memory before it is written.
const HELD: usize = 1 << 16;

/// Bytes divided into parts. On disk they lie in files of mode 0600 in a folder of the caller, who removes it.
///
/// ```
/// use batch::spill::Spill;
/// # let folder = std::env::temp_dir().join(format!("registrar-spill-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// let mut spill = Spill::new(&folder, "left", 2);
/// for (part, bytes) in [(0, b"a"), (1, b"b"), (0, b"c")] {
///     spill.add(part, bytes)?;
/// }
/// assert_eq!((spill.part(0)?, spill.part(1)?), (b"ac".to_vec(), b"b".to_vec()));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Spill {
    folder: PathBuf,
    name: String,
    parts: Vec<One>,
}

#[derive(Debug, Default)]
struct One {
    held: Vec<u8>,
    file: Option<File>,
    bytes: u64,
}

impl Spill {
    /// So many empty parts. `name` tells them from others in the folder.
    #[must_use]
    pub fn new(folder: &Path, name: impl Into<String>, parts: usize) -> Self {
        let parts = std::iter::repeat_with(One::default).take(parts).collect();
        Self { folder: folder.to_owned(), name: name.into(), parts }
    }

    /// Adds bytes to a part.
    ///
    /// # Errors
    ///
    /// What the system says; and if there is no such part.
    pub fn add(&mut self, part: usize, bytes: &[u8]) -> io::Result<()> {
        let one = self.parts.get_mut(part).ok_or_else(|| io::Error::other("there is no such part"))?;
        one.held.extend_from_slice(bytes);
        one.bytes += bytes.len() as u64;
        if one.held.len() < HELD {
            return Ok(());
        }
        let mut file = if let Some(file) = one.file.take() {
            file
        } else {
            let path = self.folder.join(format!("{}-{part}", self.name));
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?
        };
        file.write_all(&one.held)?;
        one.held.clear();
        one.file = Some(file);
        Ok(())
    }

    /// How many bytes a part has.
    #[must_use]
    pub fn bytes(&self, part: usize) -> u64 {
        self.parts.get(part).map_or(0, |one| one.bytes)
    }

    /// The bytes of a part, in the order in which they were added.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn part(&self, part: usize) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        self.append_part(part, &mut all)?;
        Ok(all)
    }

    /// The same behind what `all` holds already.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn append_part(&self, part: usize, all: &mut Vec<u8>) -> io::Result<()> {
        let Some(one) = self.parts.get(part) else { return Ok(()) };
        all.reserve(usize::try_from(one.bytes).unwrap_or_default());
        if one.file.is_some() {
            File::open(self.path(part))?.read_to_end(all)?;
        }
        all.extend_from_slice(&one.held);
        Ok(())
    }

    /// Gives back the disk that a part takes: it cannot be read any more.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn remove_part(&self, part: usize) -> io::Result<()> {
        if self.parts.get(part).is_some_and(|one| one.file.is_some()) {
            fs::remove_file(self.path(part))?;
        }
        Ok(())
    }

    fn path(&self, part: usize) -> PathBuf {
        self.folder.join(format!("{}-{part}", self.name))
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn what_is_much_goes_to_files_of_its_owner_and_comes_back() {
        let scratch = Scratch::new();
        let mut spill = Spill::new(scratch.path(), "rows", 3);
        let mut expected = vec![Vec::new(); 3];
        for n in 0..100_000_u32 {
            let part = n as usize % 2;
            spill.add(part, &n.to_le_bytes()).unwrap();
            expected[part].extend(n.to_le_bytes());
        }
        assert_eq!(scratch.names(), ["rows-0", "rows-1"]);
        for (part, bytes) in expected.iter().enumerate() {
            assert_eq!(&spill.part(part).unwrap(), bytes);
            assert_eq!(spill.bytes(part), bytes.len() as u64);
        }
        let mode = std::fs::metadata(scratch.join("rows-0")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(spill.add(3, b"x").is_err());
        spill.remove_part(0).unwrap();
        spill.remove_part(2).unwrap();
        assert_eq!(scratch.names(), ["rows-1"]);
    }
}
