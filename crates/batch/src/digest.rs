//! SHA-256 as it is printed: 64 small hexadecimal digits, the form that `sha256sum` prints and checks.

use std::{
    fmt::Write as _,
    io::{self, Read},
};

use sha2::{Digest as _, Sha256};

/// As much as is read at once: little enough to lie in fast memory while it is looked at twice.
pub(crate) const AT_ONCE: usize = 1 << 17;

/// Of bytes in memory.
pub fn of_bytes(bytes: &[u8]) -> String {
    printed(&Sha256::digest(bytes))
}

/// Of everything a reader gives, with the number of bytes; the content is never held whole.
pub fn of_reader(reader: &mut impl Read) -> io::Result<(u64, String)> {
    let (mut hasher, mut bytes, mut block) = (Sha256::new(), 0, vec![0; AT_ONCE]);
    loop {
        let read = some(reader, &mut block)?;
        if read == 0 {
            return Ok((bytes, printed(&hasher.finalize())));
        }
        hasher.update(block.get(..read).unwrap_or_default());
        bytes += read as u64;
    }
}

/// Reads some of what there is; nothing at the end.
pub(crate) fn some(reader: &mut impl Read, block: &mut [u8]) -> io::Result<usize> {
    loop {
        match reader.read(block) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

/// Passes bytes on and digests them on the way.
#[derive(Debug)]
pub struct Hashing<W> {
    inner: W,
    hasher: Sha256,
    bytes: u64,
}

impl<W> Hashing<W> {
    pub fn new(inner: W) -> Self {
        Self { inner, hasher: Sha256::new(), bytes: 0 }
    }

    /// What was written to, the number of bytes and their digest.
    pub fn ended(self) -> (W, u64, String) {
        (self.inner, self.bytes, printed(&self.hasher.finalize()))
    }
}

impl<W: io::Write> io::Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

fn printed(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    // FIPS 180-2, appendix B.1: the message "abc".
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn published_example_is_met_by_both_ways() {
        assert_eq!(of_bytes(b"abc"), ABC);
        assert_eq!(of_reader(&mut &b"abc"[..]).unwrap(), (3, ABC.to_owned()));
    }
}
