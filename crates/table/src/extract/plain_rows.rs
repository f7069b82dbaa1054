//! The rows of a text in memory that has no quotation marks: cells are parts of the text, and nothing is copied.

use memchr::memchr;

use crate::extract::{commas::commas, records::LONGEST, shape::Shape};

/// Reads rows without copying them. [`Records`](super::Records) reads any input; this one is for what is held whole and has no quotation mark.
#[derive(Debug)]
pub struct PlainRows<'a> {
    shape: Shape,
    text: &'a str,
    at: usize,
    line: u64,
    ends: Vec<usize>,
}

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainRow {
    /// Its line; the first of the file is 1.
    pub line: u64,
    /// Why it cannot be used, if it cannot.
    pub fault: Option<String>,
}

impl<'a> PlainRows<'a> {
    /// The rows of a file that begins with its header; nothing, if it is not UTF-8 or a quotation mark stands in it.
    ///
    /// ```
    /// use table::{Column, Layout, extract::{PlainRows, Shape}};
    /// static CRIMES: Layout = Layout { name: "crimes", what: "one row a crime", columns: &[Column::required("crime", "its number")] };
    /// let text = b"class,crime\n8N, C1 \n";
    /// let mut rows = PlainRows::new(Shape::of(&CRIMES, "crimes.csv", text)?, text).ok_or("quoted")?;
    /// let mut cells = [""; 1];
    /// assert_eq!((rows.read(&mut cells).map(|row| row.line), cells), (Some(2), ["C1"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(shape: Shape, bytes: &'a [u8]) -> Option<Self> {
        let plain = memchr(b'"', bytes).is_none();
        let text = std::str::from_utf8(bytes).ok().filter(|_| plain)?;
        let (at, line) = (shape.header_bytes, shape.first_line);
        Some(Self { shape, text, at, line, ends: Vec::new() })
    }

    /// Puts the cells of the next row that is not blank into `cells`, in the order of the layout; nothing, at the end. Cells beyond those of the layout
    /// are left as they are.
    pub fn read<const N: usize>(&mut self, cells: &mut [&'a str; N]) -> Option<PlainRow> {
        loop {
            let rest = self.text.as_bytes().get(self.at..).filter(|rest| !rest.is_empty())?;
            let end = memchr(b'\n', rest).unwrap_or(rest.len());
            let row = self.text.get(self.at..self.at + end).unwrap_or_default();
            let line = self.line;
            self.line += 1;
            self.at += end + 1;
            if row.len() > LONGEST {
                let fault = Some(format!("the row is longer than {} KiB", LONGEST >> 10));
                return Some(PlainRow { line, fault });
            }
            let row = row.strip_suffix('\r').unwrap_or(row);
            if row.bytes().all(|byte| matches!(byte, b',' | b' ' | b'\r' | b'\t')) {
                continue;
            }
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
            let fault = (has != wants).then(|| format!("the row has {has} cells, the header has {wants}"));
            return Some(PlainRow { line, fault });
        }
    }
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
    use crate::{
        Column, Layout,
        extract::{Record, Records},
    };

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
        fn rows_are_those_of_the_reader_of_any_input(rows in proptest::collection::vec("[a',\r é=-]{0,12}", 0..8), end in "\n?") {
            let text = format!("class,other,crime\n{}{end}", rows.join("\n"));
            let shape = Shape::of(&LAYOUT, "crimes.csv", text.as_bytes()).unwrap();
            let mut plain = PlainRows::new(shape.clone(), text.as_bytes()).unwrap();
            let mut records = Records::new(shape, text.as_bytes(), 0);
            let mut record = Record::default();
            while records.read(&mut record).unwrap() {
                let mut cells = [""; 3];
                let row = plain.read(&mut cells).unwrap();
                proptest::prop_assert_eq!((row.line, &row.fault), (record.line, &record.fault));
                if row.fault.is_none() {
                    proptest::prop_assert_eq!(cells, [record.get(0), record.get(1), record.get(2)]);
                }
            }
            proptest::prop_assert_eq!(plain.read(&mut [""; 3]), None);
        }
    }
}
