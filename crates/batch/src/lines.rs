//! Lines of a stream of any length, worked on in parallel and answered in order, in memory that does not grow.

use std::{
    io::{self, Read},
    num::NonZero,
    thread,
};

/// As much as is read at once.
const READ: usize = 1 << 20;

/// The longest line that is worked on. A longer one is named and skipped.
pub const LONGEST: usize = 16 << 20;

/// Less than this is not worth a second thread.
const WORTH_A_THREAD: usize = 64 << 10;

/// Some whole lines, one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'a> {
    /// The number of the first, counted from 1.
    pub first: u64,
    /// Their bytes, with the ends of the lines.
    pub bytes: &'a [u8],
    /// That the one line here is longer than [`LONGEST`] and was left out.
    pub too_long: bool,
}

impl<'a> Lines<'a> {
    /// Each line with its number, without its end; empty lines are left out.
    pub fn each(&self) -> impl Iterator<Item = (u64, &'a [u8])> {
        (self.first..).zip(self.bytes.split(|byte| *byte == b'\n')).filter_map(|(number, line)| {
            let line = line.trim_ascii();
            (!line.is_empty()).then_some((number, line))
        })
    }
}

/// Reads `input` to its end. `work` is called on some lines at a time, in several threads; `take` gets what it gave, in the order of
/// the lines. What a pipe has given is answered before more is waited for.
///
/// # Errors
///
/// What the input says when it cannot be read, and what `take` says.
///
/// ```
/// let mut sum = 0;
/// batch::lines::answer(
///     &mut "1\n2\n\n3\n".as_bytes(),
///     |lines| lines.each().map(|(_, line)| line.len()).sum::<usize>(),
///     |n| { sum += n; Ok(()) },
/// )?;
/// assert_eq!(sum, 3);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn answer<T: Send>(
    input: &mut impl Read,
    work: impl Fn(Lines<'_>) -> T + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut held: Vec<u8> = Vec::with_capacity(READ);
    let mut first: u64 = 1;
    let mut skipping = false;
    loop {
        let start = held.len();
        held.resize(start + READ, 0);
        let read = loop {
            match input.read(held.get_mut(start..).unwrap_or_default()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        held.truncate(start + read);
        let end = read == 0;
        let whole = if end {
            held.len()
        } else {
            held.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)
        };
        if whole == 0 && !end && held.len() > LONGEST {
            // A line without end: it is named once, and what belongs to it is dropped as it comes.
            if !skipping {
                take(work(Lines { first, bytes: &[], too_long: true }))?;
            }
            skipping = true;
            held.clear();
            continue;
        }
        let mut bytes = held.get(..whole).unwrap_or_default();
        if skipping && !bytes.is_empty() {
            let rest = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
            bytes = bytes.get(rest..).unwrap_or_default();
            first += 1;
            skipping = false;
        }
        if !bytes.is_empty() {
            let parts = split(bytes, if bytes.len() < WORTH_A_THREAD { 1 } else { threads });
            let mut numbered = Vec::with_capacity(parts.len());
            for part in parts {
                numbered.push(Lines { first, bytes: part, too_long: false });
                first += part.iter().fold(0, |n, byte| n + u64::from(*byte == b'\n'));
            }
            for done in in_parallel(&numbered, &work) {
                take(done)?;
            }
        }
        if end {
            return Ok(());
        }
        held.drain(..whole);
    }
}

/// About equal parts of whole lines.
fn split(bytes: &[u8], parts: usize) -> Vec<&[u8]> {
    let mut done = Vec::with_capacity(parts);
    let mut rest = bytes;
    for left in (2..=parts).rev() {
        let about = rest.len() / left;
        let Some(at) = rest.get(about..).and_then(|tail| tail.iter().position(|byte| *byte == b'\n')) else {
            break;
        };
        let (part, tail) = rest.split_at(about + at + 1);
        done.push(part);
        rest = tail;
    }
    if !rest.is_empty() {
        done.push(rest);
    }
    done
}

fn in_parallel<T: Send>(parts: &[Lines<'_>], work: &(impl Fn(Lines<'_>) -> T + Sync)) -> Vec<T> {
    let Some((own, others)) = parts.split_first() else { return Vec::new() };
    if others.is_empty() {
        return vec![work(*own)];
    }
    thread::scope(|scope| {
        let running: Vec<_> = others.iter().map(|part| scope.spawn(|| work(*part))).collect();
        let mut done = vec![work(*own)];
        for thread in running {
            match thread.join() {
                Ok(answer) => done.push(answer),
                // The work panicked: so does whoever asked for it.
                Err(cause) => std::panic::resume_unwind(cause),
            }
        }
        done
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let n = self.1.min(self.0.len()).min(into.len());
            into[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    fn numbered(input: &mut impl Read) -> Vec<(u64, String)> {
        let mut seen = Vec::new();
        let lines = |lines: Lines<'_>| {
            if lines.too_long {
                return vec![(lines.first, "too long".to_owned())];
            }
            lines.each().map(|(number, line)| (number, String::from_utf8_lossy(line).into_owned())).collect()
        };
        answer(input, lines, |part| {
            seen.extend(part);
            Ok(())
        })
        .unwrap();
        seen
    }

    #[test]
    fn every_line_comes_once_in_order_however_it_is_read() {
        let text = "a\n\nbb\r\nccc\nlast";
        let expected = [(1, "a"), (3, "bb"), (4, "ccc"), (5, "last")]
            .map(|(number, line)| (number, line.to_owned()))
            .to_vec();
        for at_once in [1, 2, 3, 5, 100] {
            assert_eq!(numbered(&mut Slow(text.as_bytes(), at_once)), expected, "{at_once} bytes at a time");
        }
    }

    #[test]
    fn many_lines_keep_their_order_and_number() {
        let lines: Vec<String> = (1..=300_000).map(|n| format!("line {n}\n")).collect();
        let seen = numbered(&mut lines.concat().as_bytes());
        assert_eq!(seen.len(), 300_000);
        assert!(seen.iter().all(|(number, line)| *line == format!("line {number}")));
    }

    #[test]
    fn a_line_that_is_too_long_is_named_and_the_rest_goes_on() {
        let mut text = b"before\n".to_vec();
        text.extend(std::iter::repeat_n(b'x', LONGEST + 3 * READ));
        text.extend(b"\nafter\n");
        let expected =
            [(1, "before"), (2, "too long"), (3, "after")].map(|(n, line)| (n, line.to_owned())).to_vec();
        assert_eq!(numbered(&mut text.as_slice()), expected);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(numbered(&mut "".as_bytes()), []);
        assert_eq!(numbered(&mut "\n\n".as_bytes()), []);
    }
}
