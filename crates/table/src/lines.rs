//! CSV written line by line, where every record stands on the line it should.

use std::io::{self, Write};

/// How much is gathered before it is handed on.
const BLOCK: usize = 64 << 10;

/// Lines of CSV, each with its number.
pub(crate) struct Lines<W> {
    out: W,
    buffer: String,
    /// The number of the next line.
    next: u64,
}

impl<W: Write> Lines<W> {
    pub(crate) const fn new(out: W) -> Self {
        Self { out, buffer: String::new(), next: 1 }
    }

    /// Writes a record that begins on line `number`, with blank lines before it.
    pub(crate) fn record(
        &mut self,
        number: u64,
        cells: impl Iterator<Item = impl AsRef<str>>,
    ) -> io::Result<()> {
        self.blank_up_to(number)?;
        let mut first = true;
        let start = self.buffer.len();
        for cell in cells {
            if !first {
                self.buffer.push(',');
            }
            first = false;
            let cell = cell.as_ref();
            if cell.contains(['"', ',', '\n', '\r']) {
                self.buffer.push('"');
                self.buffer.push_str(&cell.replace('"', "\"\""));
                self.buffer.push('"');
                self.next += cell.bytes().filter(|byte| *byte == b'\n').count() as u64;
            } else {
                self.buffer.push_str(cell);
            }
        }
        // One empty cell would be a blank line.
        if self.buffer.len() == start {
            self.buffer.push_str("\"\"");
        }
        self.end_line()
    }

    /// Writes blank lines up to the one before `number`.
    pub(crate) fn blank_up_to(&mut self, number: u64) -> io::Result<()> {
        while self.next < number {
            self.end_line()?;
        }
        Ok(())
    }

    /// Hands on what is gathered.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(self.buffer.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn end_line(&mut self) -> io::Result<()> {
        self.buffer.push('\n');
        self.next += 1;
        if self.buffer.len() >= BLOCK {
            self.out.write_all(self.buffer.as_bytes())?;
            self.buffer.clear();
        }
        Ok(())
    }
}
