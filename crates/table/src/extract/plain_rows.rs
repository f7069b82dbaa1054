//! The rows of a text in memory: cells are parts of the text, and only a row with quotation marks is copied.

use memchr::memchr;

use crate::extract::{
    boundaries::{Boundaries, end_of_row},
    commas::commas,
    record::Record,
    records::LONGEST,
    shape::Shape,
};

/// Reads rows of a file that is held whole, without copying them. [`Records`](super::Records) reads any input, and rows that are no text.
#[derive(Debug)]
pub struct PlainRows<'a> {
    shape: Shape,
    text: &'a str,
    at: usize,
    line: u64,
    ends: Vec<usize>,
}

/// A row, which can be handed to another thread.
#[derive(Debug)]
pub struct PlainRow<'a, const N: usize> {
    /// The line on which it begins; the first of the file is 1.
    pub line: u64,
    /// Why it cannot be used, if it cannot.
    pub fault: Option<String>,
    cells: Cells<'a, N>,
}

#[derive(Debug)]
enum Cells<'a, const N: usize> {
    /// Parts of the text.
    Parts([&'a str; N]),
    /// A copy, without the quotation marks.
    Copied(Record),
}

impl<const N: usize> PlainRow<'_, N> {
    /// The first so many cells in the order of the layout, each without the spaces around it.
    #[must_use]
    #[inline]
    pub fn cells(&self) -> [&str; N] {
        match &self.cells {
            Cells::Parts(parts) => *parts,
            Cells::Copied(record) => std::array::from_fn(|at| record.get(at)),
        }
    }
}

/// A quoted cell is opened on this line and never closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenQuote(pub u64);

impl<'a> PlainRows<'a> {
    /// The rows of a file that begins with its header; nothing, if it is not UTF-8.
    ///
    /// ```
    /// use table::{Column, Layout, extract::{PlainRows, Shape}};
    /// static CRIMES: Layout = Layout { name: "crimes", what: "one row a crime", columns: &[Column::required("crime", "its number")] };
    /// let text = b"class,crime\n8N, C1 \n\"8N\",\"C,2\"\n";
    /// let rows = PlainRows::new(Shape::of(&CRIMES, "crimes.csv", text)?, text).ok_or("no text")?;
    /// let mut seen = Vec::new();
    /// rows.each::<1>(|row| seen.push((row.line, row.fault.is_none(), row.cells()[0].to_owned()))).map_err(|_| "torn")?;
    /// assert_eq!(seen, [(2, true, "C1".to_owned()), (3, true, "C,2".to_owned())]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(shape: Shape, bytes: &'a [u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (at, line) = (shape.header_bytes, shape.first_line);
        Some(Self { shape, text, at, line, ends: Vec::new() })
    }

    /// Gives every row that is not blank to `take`.
    ///
    /// # Errors
    ///
    /// [`OpenQuote`] if the file is torn in a quoted cell; the rows before it have been given then.
    pub fn each<const N: usize>(mut self, mut take: impl FnMut(PlainRow<'a, N>)) -> Result<(), OpenQuote> {
        let bytes = self.text.as_bytes();
        let mut quote = self.at;
        while let Some(rest) = bytes.get(self.at..).filter(|rest| !rest.is_empty()) {
            // Looked for in all that is left, not row by row.
            if quote <= self.at {
                quote = memchr(b'"', rest).map_or(bytes.len(), |at| self.at + at);
            }
            let end = memchr(b'\n', rest).unwrap_or(rest.len());
            let line = self.line;
            let whole = |fault| PlainRow { line, fault, cells: Cells::Parts([""; N]) };
            if quote < self.at + end {
                let row = self.quoted(rest)?;
                self.line += 1 + memchr::memchr_iter(b'\n', row).count() as u64;
                self.at += row.len() + 1;
                if row.len() > LONGEST {
                    take(whole(Some(too_long())));
                    continue;
                }
                let mut record = Record::default();
                self.shape.row(row, line, 0, &mut self.ends, &mut record);
                if !record.is_blank() {
                    take(PlainRow { line, fault: record.fault.take(), cells: Cells::Copied(record) });
                }
                continue;
            }
            let row = self.text.get(self.at..self.at + end).unwrap_or_default();
            self.line += 1;
            self.at += end + 1;
            if row.len() > LONGEST {
                take(whole(Some(too_long())));
            } else if !row.bytes().all(|byte| matches!(byte, b',' | b' ' | b'\r' | b'\t')) {
                let mut cells = [""; N];
                let fault = self.cells(row, &mut cells);
                take(PlainRow { line, fault, cells: Cells::Parts(cells) });
            }
        }
        Ok(())
    }

    /// A row with quotation marks.
    fn quoted(&self, rest: &'a [u8]) -> Result<&'a [u8], OpenQuote> {
        if let Some(end) = end_of_row(rest) {
            return Ok(rest.get(..end.at).unwrap_or(rest));
        }
        let mut boundaries = Boundaries::default();
        boundaries.feed(rest);
        boundaries.open_quote().map_or(Ok(rest), |line| Err(OpenQuote(self.line + line - 1)))
    }

    fn cells(&mut self, row: &'a str, cells: &mut [&'a str]) -> Option<String> {
        let row = row.strip_suffix('\r').unwrap_or(row);
        self.ends.clear();
        commas(row.as_bytes(), &mut self.ends);
        self.ends.push(row.len());
        let mut start = 0;
        for (slot, end) in self.shape.slots.iter().zip(&self.ends) {
            if let Some(cell) = slot.and_then(|slot| cells.get_mut(slot)) {
                *cell = bare(row.get(start..*end).unwrap_or_default());
            }
            start = end + 1;
        }
        let (has, wants) = (self.ends.len(), self.shape.slots.len());
        (has != wants).then(|| format!("the row has {has} cells, the header has {wants}"))
    }
}

fn too_long() -> String {
    format!("the row is longer than {} KiB", LONGEST >> 10)
}

/// A cell without spaces around it, and without the apostrophe of our own tables.
#[inline]
fn bare(cell: &str) -> &str {
    if let [first, .., last] = cell.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return cell;
    }
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(bare) if crate::neutral(bare) == cell => bare,
        Some(_) | None => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Layout, extract::Records};

    static LAYOUT: Layout = Layout {
        name: "crimes",
        what: "one row a crime",
        columns: &[
            Column::required("crime", "the crime number"),
            Column::required("class", "its class"),
            Column::optional("subcode", "its subcode"),
        ],
    };

    proptest::proptest! {
        #[test]
        fn rows_are_those_of_the_reader_of_any_input(rows in proptest::collection::vec("[a\"',\r é=-]{0,12}", 0..8), end in "\n?") {
            let text = format!("class,other,crime\n{}{end}", rows.join("\n"));
            let shape = Shape::of(&LAYOUT, "crimes.csv", text.as_bytes()).unwrap();
            let mut boundaries = Boundaries::default();
            boundaries.feed(text.as_bytes());
            let mut plain = Vec::new();
            let read = PlainRows::new(shape.clone(), text.as_bytes()).unwrap().each::<3>(|row| {
                let cells = row.fault.is_none().then(|| row.cells().map(str::to_owned));
                plain.push((row.line, row.fault, cells));
            });
            proptest::prop_assert_eq!(read.err().map(|torn| torn.0), boundaries.open_quote());
            if read.is_ok() {
                let mut records = Records::new(shape, text.as_bytes(), 0);
                let mut record = Record::default();
                let mut any = Vec::new();
                while records.read(&mut record).unwrap() {
                    let cells = record.fault.is_none().then(|| [0, 1, 2].map(|at| record.get(at).to_owned()));
                    any.push((record.line, record.fault.clone(), cells));
                }
                proptest::prop_assert_eq!(plain, any);
            }
        }
    }
}
