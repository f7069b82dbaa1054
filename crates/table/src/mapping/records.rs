//! The records of a CSV file of any length, one by one, with the lines on which they stand.

use std::io::{self, BufRead as _, BufReader, Read};

/// How long one record may be. What is longer is a quotation mark that nobody closed.
const LONGEST: u64 = 16 << 20;

/// Records as they are written.
pub(super) struct Records<R> {
    input: BufReader<R>,
    raw: Vec<u8>,
    /// How many lines have been read.
    lines: u64,
}

/// A record as it is written, without its end.
pub(super) struct Raw<'r> {
    /// The line on which it begins.
    pub(super) line: u64,
    pub(super) bytes: &'r [u8],
    /// Whether its line is ended.
    pub(super) ended: bool,
}

/// What comes next.
pub(super) enum Next<'r> {
    Record(Raw<'r>),
    /// A quoted cell of the record that begins on this line is never closed.
    OpenQuote(u64),
    End,
}

impl<R: Read> Records<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(64 << 10, input), raw: Vec::new(), lines: 0 }
    }

    /// The next record; blank lines are passed over.
    pub(super) fn next(&mut self) -> io::Result<Next<'_>> {
        loop {
            self.raw.clear();
            let line = self.lines + 1;
            let mut open = false;
            loop {
                let start = self.raw.len();
                let left = LONGEST.saturating_sub(start as u64);
                let read = self.input.by_ref().take(left).read_until(b'\n', &mut self.raw)?;
                if read == 0 {
                    break;
                }
                self.lines += 1;
                open = stays_open(self.raw.get(start..).unwrap_or_default(), open);
                if !open {
                    break;
                }
            }
            if open || self.raw.len() as u64 >= LONGEST {
                return Ok(Next::OpenQuote(line));
            }
            if self.raw.is_empty() {
                return Ok(Next::End);
            }
            // The first line may begin with a byte order mark.
            if line == 1 && self.raw.starts_with(b"\xEF\xBB\xBF") {
                self.raw.drain(..3);
            }
            if !self.raw.iter().all(|byte| matches!(byte, b'\n' | b'\r')) {
                let ended = self.raw.ends_with(b"\n");
                let length = self.raw.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'));
                let bytes = self.raw.get(..=length.unwrap_or_default()).unwrap_or_default();
                return Ok(Next::Record(Raw { line, bytes, ended }));
            }
        }
    }
}

/// Whether a quoted cell is open at the end of a line. Quotation marks count only where CSV gives them a meaning: at the start of a cell, and
/// doubled inside a quoted one.
fn stays_open(line: &[u8], mut open: bool) -> bool {
    let mut at_cell_start = !open;
    let mut bytes = line.iter().peekable();
    while let Some(byte) = bytes.next() {
        if open {
            if *byte == b'"' && bytes.next_if(|next| **next == b'"').is_none() {
                open = false;
            }
        } else if *byte == b'"' && at_cell_start {
            open = true;
        }
        at_cell_start = !open && matches!(byte, b',' | b'\n' | b'\r');
    }
    open
}

/// The cells of a record, without spaces around them.
pub(super) fn cells(record: &str) -> csv::StringRecord {
    let mut cells = csv::StringRecord::new();
    let mut rest = Some(record);
    let mut unquoted = String::new();
    while let Some(text) = rest {
        let Some(quoted) = text.strip_prefix('"') else {
            let (cell, after) =
                text.split_once(',').map_or((text, None), |(cell, after)| (cell, Some(after)));
            cells.push_field(cell.trim());
            rest = after;
            continue;
        };
        unquoted.clear();
        let mut inside = true;
        let mut letters = quoted.char_indices().peekable();
        rest = None;
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' if inside && letters.next_if(|(_, next)| *next == '"').is_some() => unquoted.push('"'),
                '"' if inside => inside = false,
                ',' if !inside => {
                    rest = quoted.get(at + 1..);
                    break;
                }
                letter => unquoted.push(letter),
            }
        }
        cells.push_field(unquoted.trim());
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn records_are_those_of_the_csv_crate(text in "[ab,\" \n]{0,60}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .trim(csv::Trim::All)
                .from_reader(text.as_bytes());
            let expected: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            let mut records = Records::new(text.as_bytes());
            let mut found = Vec::new();
            loop {
                match records.next().unwrap() {
                    Next::Record(raw) => found.push(cells(std::str::from_utf8(raw.bytes).unwrap())),
                    // The csv crate takes the rest of the file for the cell.
                    Next::OpenQuote(_) => return Ok(()),
                    Next::End => break,
                }
            }
            proptest::prop_assert_eq!(found, expected, "{:?}", text);
        }
    }

    #[test]
    fn what_is_too_long_is_a_quote_that_nobody_closed() {
        let endless = io::Cursor::new(b"a,b\n1,\"").chain(io::repeat(b'x'));
        let mut records = Records::new(endless);
        assert!(matches!(records.next().unwrap(), Next::Record(Raw { line: 1, ended: true, .. })));
        assert!(matches!(records.next().unwrap(), Next::OpenQuote(2)));
    }
}
