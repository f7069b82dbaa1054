//! Keys that stand more than once in an extract, found in memory that does not grow.

use std::{
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
    io::{self, Read as _},
    path::Path,
    sync::atomic::AtomicU64,
};

use table::extract::{LONGEST, Mark, Record, Shape};

use crate::{extract::Part, spill::Spill};

/// Keys are divided into so many parts, each of which is sorted in memory.
pub const PARTS: usize = 64;

/// Three numbers of eight bytes.
const ENTRY: usize = 24;

/// A number for each key that goes by, with the place of its row.
///
/// ```
/// use batch::repeated::{Numbers, PARTS, shared};
/// use table::extract::Mark;
/// # let folder = std::env::temp_dir().join(format!("registrar-repeated-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// let mut numbers = Numbers::new(&folder, "crimes");
/// for (line, crime) in [(2, "C1"), (3, "C2"), (4, "C1")] {
///     numbers.add(crime, Mark { byte: 10 * line, line })?;
/// }
/// let mut lines = Vec::new();
/// for part in 0..PARTS {
///     lines.extend(shared(std::slice::from_ref(&numbers), part)?.iter().map(|begin| begin.line));
/// }
/// assert_eq!(lines, [2, 4]);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Numbers(Spill);

impl Numbers {
    /// No key yet. What memory does not hold goes into the folder `scratch`; `name` tells it from others there.
    #[must_use]
    pub fn new(scratch: &Path, name: &str) -> Self {
        Self(Spill::new(scratch, format!("numbers-{name}"), PARTS))
    }

    /// Adds the key of the row that begins here.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn add(&mut self, key: &str, begin: Mark) -> io::Result<()> {
        let number = number(key);
        let mut entry = [0; ENTRY];
        for (place, word) in entry.as_chunks_mut().0.iter_mut().zip([number, begin.byte, begin.line]) {
            *place = word.to_le_bytes();
        }
        self.0.add(usize::try_from(number % PARTS as u64).unwrap_or_default(), &entry)
    }
}

fn number(key: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(key)
}

/// The rows of a part whose numbers are shared by others. Two keys may share a number, so the rows have to be read again.
///
/// # Errors
///
/// What the system says.
pub fn shared(all: &[Numbers], part: usize) -> io::Result<Vec<Mark>> {
    let mut bytes = Vec::new();
    for numbers in all {
        numbers.0.append_part(part, &mut bytes)?;
    }
    let entries = || {
        bytes.as_chunks::<ENTRY>().0.iter().map(|entry| {
            let mut words = [0; 3];
            for (word, bytes) in words.iter_mut().zip(entry.as_chunks::<8>().0) {
                *word = u64::from_le_bytes(*bytes);
            }
            words
        })
    };
    // Few numbers are shared: they are found among the numbers alone, and places looked at only for them.
    let mut sorted: Vec<u64> = entries().map(|[number, ..]| number).collect();
    sorted.sort_unstable();
    let shared: Vec<u64> = sorted
        .chunk_by(|one, other| one == other)
        .filter(|chunk| chunk.len() > 1)
        .filter_map(|chunk| chunk.first().copied())
        .collect();
    if shared.is_empty() {
        return Ok(Vec::new());
    }
    let mut repeated: Vec<[u64; 3]> =
        entries().filter(|[number, ..]| shared.binary_search(number).is_ok()).collect();
    repeated.sort_unstable();
    Ok(repeated.iter().map(|[_, byte, line]| Mark { byte: *byte, line: *line }).collect())
}

/// Reads a row again, by where it begins in a file of so many bytes; `source` is the number that its rows carry.
///
/// # Errors
///
/// What the system says.
pub fn row_at(
    path: &Path,
    shape: &Shape,
    (bytes, source): (u64, u16),
    begin: Mark,
    into: &mut Record,
) -> io::Result<()> {
    let (mut cells, mut read) = (Vec::new(), Vec::new());
    let unseen = AtomicU64::new(0);
    // Few rows are longer than this; those are read whole.
    for most in [1 << 11, LONGEST as u64 + 2] {
        read.clear();
        let end = bytes.min(begin.byte + most);
        Part::open(path, begin.byte, end, &unseen)?.read_to_end(&mut read)?;
        let row = Shape::first_row(&read);
        if row.len() < read.len() || end == bytes {
            shape.row(row, begin.line, source, &mut cells, into);
            break;
        }
    }
    Ok(())
}
