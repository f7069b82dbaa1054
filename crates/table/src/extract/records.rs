//! The rows of an extract of any length, one after the other, in memory that does not grow.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter};

use crate::extract::{
    boundaries::{Cell, End, Mark, end_of_row},
    record::Record,
    shape::Shape,
};

/// The longest row that is read. A longer one is named and left out.
pub const LONGEST: usize = 1 << 20;

/// As much as is asked of the input at once.
const READ: usize = 1 << 18;

/// What came of [`Records::read_cell`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellRead {
    /// The cell alone, for [`Records::cell`].
    Quickly {
        /// Where its row begins.
        begin: Mark,
        /// Where the cell begins among what is held.
        from: usize,
        /// Where it ends.
        to: usize,
    },
    /// The whole row.
    Whole,
}

/// Reads the rows of an input.
#[derive(Debug)]
pub struct Records<R> {
    /// What its header says.
    pub shape: Shape,
    input: R,
    source: u16,
    /// What was read and is not gone yet: up to `filled`, what is behind it is room.
    room: Vec<u8>,
    filled: usize,
    at: usize,
    /// Where the next quotation mark stands at or behind `at` as it was last looked for; where `filled` ends, if there is none.
    quote: usize,
    /// Where the last row stands among what is held.
    last: (usize, usize),
    /// How many bytes of the file lie before what is held.
    dropped: u64,
    line: u64,
    ended: bool,
    ends: Vec<usize>,
}

impl<R: Read> Records<R> {
    /// The rows of an input that begins with its header.
    pub fn new(shape: Shape, input: R, source: u16) -> Self {
        let (line, skip) = (shape.first_line, shape.header_bytes);
        let mut records = Self::part(shape, input, source, Mark { byte: 0, line });
        records.at = skip;
        records
    }

    /// The rows of a part of an input, which begins at `from`.
    pub fn part(shape: Shape, input: R, source: u16, from: Mark) -> Self {
        Self {
            shape,
            input,
            source,
            room: Vec::new(),
            filled: 0,
            at: 0,
            quote: 0,
            last: (0, 0),
            dropped: from.byte,
            line: from.line,
            ended: false,
            ends: Vec::new(),
        }
    }

    /// Where the next row begins.
    #[must_use]
    pub const fn position(&self) -> Mark {
        Mark { byte: self.dropped + self.at as u64, line: self.line }
    }

    /// Goes on to the next row and reads only one cell of it, by its column of the layout; the row itself is [`Records::raw`] then. A row of which
    /// the cell cannot be told so quickly (it is quoted, too long or not text) is read whole into `into`.
    ///
    /// # Errors
    ///
    /// What the input says when it cannot be read.
    pub fn read_cell(&mut self, column: usize, into: &mut Record) -> io::Result<Option<CellRead>> {
        let end = self.end_of_next();
        let held = self.room.get(self.at..self.filled).unwrap_or_default();
        if let Some(End { at: end, quoted: false }) = end
            && end <= LONGEST
            && let Some(position) = self.shape.slots.iter().position(|slot| *slot == Some(column))
        {
            let row = held.get(..end).unwrap_or_default();
            let begin = match position.checked_sub(1) {
                None => Some(0),
                Some(before) => memchr_iter(b',', row).nth(before).map(|comma| comma + 1),
            };
            let cell = begin.and_then(|begin| row.get(begin..)).unwrap_or_default();
            let cell = memchr(b',', cell).map_or(cell, |end| cell.get(..end).unwrap_or_default());
            // Nothing around it, and nothing that another reading would take off.
            if let [b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', .., b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'] =
                cell
                && cell.is_ascii()
            {
                let begin = self.at + begin.unwrap_or_default();
                let read = CellRead::Quickly { begin: self.position(), from: begin, to: begin + cell.len() };
                self.last = (self.at, self.at + end);
                self.at += end + 1;
                self.line += 1;
                return Ok(Some(read));
            }
        }
        let there = self.read(into)?;
        Ok(there.then_some(CellRead::Whole))
    }

    /// The cell that was read quickly.
    #[must_use]
    pub fn cell(&self, read: &CellRead) -> &[u8] {
        match read {
            CellRead::Quickly { from, to, .. } => self.room.get(*from..*to).unwrap_or_default(),
            CellRead::Whole => &[],
        }
    }

    /// The row that was read last, as it stands in the file; empty, if it was too long to be held.
    #[must_use]
    pub fn raw(&self) -> &[u8] {
        self.room.get(self.last.0..self.last.1).unwrap_or_default()
    }

    /// Reads the next row that is not blank; `false` at the end. A row that cannot be used carries its fault.
    ///
    /// # Errors
    ///
    /// What the input says when it cannot be read.
    pub fn read(&mut self, into: &mut Record) -> io::Result<bool> {
        loop {
            let end = self.end_of_next();
            let held = self.room.get(self.at..self.filled).unwrap_or_default();
            let end = end.or_else(|| {
                // The last row may have no end.
                let last = self.ended && !held.is_empty();
                last.then(|| End { at: held.len(), quoted: memchr(b'"', held).is_some() })
            });
            let Some(End { at: end, quoted }) = end else {
                if self.ended {
                    return Ok(false);
                }
                if held.len() > LONGEST {
                    self.too_long(into)?;
                    return Ok(true);
                }
                self.fill()?;
                continue;
            };
            let row = held.get(..end).unwrap_or_default();
            let (line, byte) = (self.line, self.dropped + self.at as u64);
            self.line += 1 + if quoted { memchr_iter(b'\n', row).count() as u64 } else { 0 };
            self.last = (self.at, self.at + end);
            self.at += end + 1;
            if row.len() > LONGEST {
                into.clear();
                into.line = line;
                into.source = self.source;
                into.fault = Some(format!("the row is longer than {} KiB", LONGEST >> 10));
                return Ok(true);
            }
            if row.iter().all(|byte| matches!(byte, b',' | b' ' | b'\r' | b'\t')) {
                continue;
            }
            self.shape.cells(row, quoted, line, self.source, &mut self.ends, into);
            into.byte = byte;
            // Quotation marks around nothing are nothing.
            if into.is_blank() {
                continue;
            }
            return Ok(true);
        }
    }

    /// Drops a row that is too long to be held, as it comes.
    fn too_long(&mut self, into: &mut Record) -> io::Result<()> {
        into.clear();
        into.line = self.line;
        into.source = self.source;
        into.fault = Some(format!("the row is longer than {} KiB", LONGEST >> 10));
        self.last = (0, 0);
        let mut state = Cell::default();
        loop {
            let held = self.room.get(self.at..self.filled).unwrap_or_default();
            let mut used = 0;
            let mut done = false;
            for byte in held {
                used += 1;
                if *byte == b'\n' {
                    self.line += 1;
                    done = state.ends_at_newline();
                }
                if done {
                    break;
                }
                state = state.then(*byte);
            }
            self.at += used;
            if done || self.ended {
                return Ok(());
            }
            self.fill()?;
        }
    }

    /// The end of the next row, counted from where it begins. Whether quotation marks stand in it is looked for in all that is held, not row by
    /// row.
    fn end_of_next(&mut self) -> Option<End> {
        let held = self.room.get(self.at..self.filled).unwrap_or_default();
        let line = memchr(b'\n', held)?;
        if self.quote < self.at {
            self.quote = memchr(b'"', held).map_or(self.filled, |at| self.at + at);
        }
        if self.at + line <= self.quote { Some(End { at: line, quoted: false }) } else { end_of_row(held) }
    }

    fn fill(&mut self) -> io::Result<()> {
        let used = self.at.min(self.filled);
        self.room.copy_within(used..self.filled, 0);
        self.at -= used;
        self.filled -= used;
        self.dropped += used as u64;
        if self.room.len() < self.filled + READ {
            self.room.resize(self.filled + READ, 0);
        }
        let read = loop {
            match self.input.read(self.room.get_mut(self.filled..self.filled + READ).unwrap_or_default()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.filled += read;
        self.ended = read == 0;
        let held = self.room.get(self.at..self.filled).unwrap_or_default();
        self.quote = memchr(b'"', held).map_or(self.filled, |at| self.at + at);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Layout, extract::Boundaries};

    static CRIMES: Layout = Layout {
        name: "crimes",
        what: "one row a crime recorded",
        columns: &[
            Column::required("crime", "the crime number"),
            Column::required("incident", "the reference of its report"),
            Column::required("class", "its class"),
            Column::optional("subcode", "its subcode"),
        ],
    };

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

    fn all(text: &str, at_once: usize) -> Vec<(u64, Vec<String>, Option<String>)> {
        let shape = Shape::of(&CRIMES, "crimes.csv", text.as_bytes()).unwrap();
        let mut records = Records::new(shape, Slow(text.as_bytes(), at_once), 0);
        let mut record = Record::default();
        let mut seen = Vec::new();
        while records.read(&mut record).unwrap() {
            let cells = (0..4).map(|at| record.get(at).to_owned()).collect();
            seen.push((record.line, cells, record.fault.clone()));
        }
        seen
    }

    #[test]
    fn rows_come_in_the_order_of_the_layout_with_their_lines() {
        let text = "class,crime,incident\n8N,C1,I1\n\n \"x\" , C2 ,\"I,\"\"2\"\"\"\r\n\"a\nb\",C3,I3\n8N,C4\n,,\n8N,C5,I5";
        for at_once in [1, 3, 1000] {
            let seen = all(text, at_once);
            let lines: Vec<u64> = seen.iter().map(|(line, ..)| *line).collect();
            assert_eq!(lines, [2, 4, 5, 7, 9], "{at_once}");
            assert_eq!(seen[0].1, ["C1", "I1", "8N", ""]);
            // A mark after a space opens no cell: the csv crate reads it so too.
            assert_eq!(seen[1].1, ["C2", "I,\"2\"", "\"x\"", ""]);
            assert_eq!(seen[2].1, ["C3", "I3", "a\nb", ""]);
            assert_eq!(seen[3].2.as_deref(), Some("the row has 2 cells, the header has 3"));
            assert_eq!(seen[4].1, ["C5", "I5", "8N", ""]);
        }
    }

    #[test]
    fn a_row_that_is_too_long_is_named_and_the_rest_goes_on() {
        for long in [LONGEST + 1, 3 * LONGEST] {
            let text = format!("crime,incident,class\nC1,\"{}\n{}\",8N\nC2,I2,8N\n", "x".repeat(long), "y");
            let seen = all(&text, 1 << 20);
            assert_eq!(seen.len(), 2);
            assert_eq!((seen[0].0, seen[0].2.as_deref()), (2, Some("the row is longer than 1024 KiB")));
            assert_eq!((seen[1].0, seen[1].1[0].as_str()), (4, "C2"));
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for (text, told) in [
            ("", "the file is empty"),
            ("PK\u{3}\u{4}", "the workbook cannot be read"),
            ("crime;incident;class\n", "semicolons"),
            ("crime,class\n", "no column `incident`"),
        ] {
            let error = Shape::of(&CRIMES, "crimes.csv", text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }

    proptest::proptest! {
        #[test]
        fn cells_are_those_of_the_csv_crate(rows in proptest::collection::vec("[a\",\n é]{0,12}", 0..8), at_once in 1..9_usize) {
            let text = format!("crime,incident,class\n{}\n", rows.join("\n"));
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(|cell| cell.trim().to_owned()).collect())
                .filter(|cells: &Vec<String>| cells.iter().any(|cell| !cell.is_empty()))
                .collect();
            // A quoted cell that is never closed is refused before anything is read.
            let mut boundaries = Boundaries::default();
            boundaries.feed(text.as_bytes());
            if boundaries.open_quote().is_none() {
                let seen = all(&text, at_once);
                // A cell of quotation marks alone is empty to both, and only to us no blank row.
                let seen: Vec<_> = seen.into_iter().filter(|(_, cells, fault)| fault.is_some() || cells.iter().any(|cell| !cell.is_empty())).collect();
                let expected: Vec<_> = expected;
                for ((_, cells, fault), cells_there) in seen.iter().zip(expected.iter().filter(|cells| !cells.is_empty())) {
                    if cells_there.len() == 3 {
                        proptest::prop_assert_eq!(fault, &None);
                        proptest::prop_assert_eq!(&cells[..3], &cells_there[..]);
                    } else {
                        proptest::prop_assert!(fault.is_some());
                    }
                }
            }
        }
    }
}
