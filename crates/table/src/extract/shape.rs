//! Which column of a file is which of the layout, and the cells of one of its rows.

use memchr::{memchr, memchr_iter};
use rulebook::{Finding, Place};

use crate::{
    Layout, ReadError, Source,
    extract::{
        boundaries::{Cell, end_of_row},
        commas::commas,
        record::Record,
    },
};

/// What the header of a file says: which of its columns is which of the layout.
#[derive(Debug, Clone)]
pub struct Shape {
    /// The file, as the user named it.
    pub file: String,
    /// The sheet that the rows stand on, if they come from a workbook.
    pub sheet: Option<String>,
    /// What is worth saying of the header.
    pub notes: Vec<Finding>,
    /// How many bytes the header takes, with the end of its line.
    pub header_bytes: usize,
    /// The line after the header.
    pub first_line: u64,
    /// The header of each column of the file.
    names: Vec<String>,
    /// How many columns are read: those of the layout, and others that were asked for.
    width: usize,
    /// For each column of the file, under which number it is read.
    pub(super) slots: Vec<Option<usize>>,
}

/// Nothing is asked of a row while only the header is read.
#[derive(serde::Deserialize)]
struct Nothing {}

impl Shape {
    /// Reads the header from the first bytes of a file; they must hold it whole.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no table, or a needed column is missing.
    pub fn of(layout: &'static Layout, file: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let mark = usize::from(bytes.starts_with(b"\xEF\xBB\xBF")) * 3;
        let blank = bytes.iter().skip(mark).take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let begin = mark + blank;
        let rest = bytes.get(begin..).unwrap_or_default();
        let end = end_of_row(rest).map_or(rest.len(), |end| end.at + 1);
        let header = rest.get(..end).unwrap_or_default();
        let mut whole = header.to_vec();
        if !whole.ends_with(b"\n") {
            whole.push(b'\n');
        }
        let checked = crate::read::<Nothing>(layout, Source::new(file, &whole))?;
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(whole.as_slice());
        let names = reader.headers().cloned().unwrap_or_default();
        let lines = |bytes: &[u8]| memchr_iter(b'\n', bytes).count() as u64;
        Ok(Self {
            file: file.to_owned(),
            sheet: None,
            notes: checked.notes,
            header_bytes: begin + end,
            first_line: 1 + lines(bytes.get(..begin).unwrap_or_default()) + lines(&whole),
            names: names.iter().map(str::to_owned).collect(),
            width: layout.columns.len(),
            slots: names
                .iter()
                .map(|name| layout.columns.iter().position(|column| column.name == name))
                .collect(),
        })
    }

    /// Reads a column besides those of the layout, and says under which number [`Record::get`] gives it; nothing, if the file has none of
    /// this name. A column that is read already keeps its number.
    ///
    /// ```
    /// use table::{Column, Layout, extract::Shape};
    /// static REPORTS: Layout = Layout {
    ///     name: "reports",
    ///     what: "one row a report",
    ///     columns: &[Column::required("report", "its reference"), Column::optional("day", "as `2026-05-01`")],
    /// };
    /// let mut shape = Shape::of(&REPORTS, "reports.csv", b"report,ward\n")?;
    /// assert_eq!((shape.also("ward"), shape.also("report"), shape.also("beat")), (Some(2), Some(0), None));
    /// # Ok::<(), table::ReadError>(())
    /// ```
    pub fn also(&mut self, column: &str) -> Option<usize> {
        let at = self.names.iter().position(|name| name == column)?;
        let slot = self.slots.get_mut(at)?;
        if slot.is_none() {
            *slot = Some(self.width);
            self.width += 1;
        }
        *slot
    }

    /// Reads every column of the file, those without a name too, and says under which numbers, in its order.
    ///
    /// ```
    /// use table::{Column, Layout, extract::Shape};
    /// static REPORTS: Layout =
    ///     Layout { name: "reports", what: "one row a report", columns: &[Column::required("report", "its reference")] };
    /// let mut shape = Shape::of(&REPORTS, "reports.csv", b",report,\n")?;
    /// assert_eq!(shape.every(), [1, 0, 2]);
    /// # Ok::<(), table::ReadError>(())
    /// ```
    pub fn every(&mut self) -> Vec<usize> {
        let Self { slots, width, .. } = self;
        slots
            .iter_mut()
            .map(|slot| {
                *slot.get_or_insert_with(|| {
                    *width += 1;
                    *width - 1
                })
            })
            .collect()
    }

    /// The headers of the file, in its order.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of a row, at a column of the layout.
    #[must_use]
    pub fn place(&self, line: u64) -> Place {
        Place { sheet: self.sheet.clone(), ..Place::row(&self.file, line) }
    }

    /// The row at the front of some bytes, without the end of its line; all of them, if it does not end there.
    #[must_use]
    pub fn first_row(bytes: &[u8]) -> &[u8] {
        end_of_row(bytes).and_then(|end| bytes.get(..end.at)).unwrap_or(bytes)
    }

    /// Reads one row, without the end of its line, into `into`.
    pub fn row(&self, row: &[u8], line: u64, source: u16, ends: &mut Vec<usize>, into: &mut Record) {
        self.cells(row, memchr(b'"', row).is_some(), line, source, ends, into);
    }

    pub(super) fn cells(
        &self,
        row: &[u8],
        quoted: bool,
        line: u64,
        source: u16,
        ends: &mut Vec<usize>,
        into: &mut Record,
    ) {
        into.clear();
        into.line = line;
        into.source = source;
        let row = row.strip_suffix(b"\r").unwrap_or(row);
        let Ok(text) = std::str::from_utf8(row) else {
            into.fault = Some("the row is not UTF-8 text".to_owned());
            return;
        };
        ends.clear();
        if quoted && self.plainly_quoted(text, ends, into) {
            return;
        }
        ends.clear();
        if quoted {
            into.set_cells(self.width, |bare| unquoted(text, bare, ends));
        } else {
            commas(row, ends);
            ends.push(row.len());
            into.set_cells(self.width, |whole| whole.push_str(text));
        }
        let between = usize::from(!quoted);
        let mut start = 0;
        for (slot, end) in self.slots.iter().zip(ends.iter()) {
            if let Some(slot) = slot {
                into.place(*slot, start, *end);
            }
            start = end + between;
        }
        if ends.len() != self.slots.len() {
            into.fault =
                Some(format!("the row has {} cells, the header has {}", ends.len(), self.slots.len()));
        }
    }
}

impl Shape {
    /// Places the cells of a row of which each quoted cell stands whole between two marks, which are left out of it; `false`, with nothing placed,
    /// if it has others, or holds nothing, or has not as many cells as the header.
    fn plainly_quoted(&self, row: &str, ends: &mut Vec<usize>, into: &mut Record) -> bool {
        commas(row.as_bytes(), ends);
        ends.push(row.len());
        into.set_cells(self.width, |whole| whole.push_str(row));
        let mut ends = ends.iter().copied();
        let (mut start, mut empty) = (0, true);
        for slot in &self.slots {
            let Some(mut end) = ends.next() else { return into.taken_back() };
            let (mut from, mut to) = (start, end);
            if row.as_bytes().get(start) == Some(&b'"') {
                let rest = row.as_bytes().get(start + 1..).unwrap_or_default();
                let Some(close) = memchr(b'"', rest) else { return into.taken_back() };
                (from, to) = (start + 1, start + 1 + close);
                // The commas inside separate nothing.
                while end <= to {
                    let Some(next) = ends.next() else { return into.taken_back() };
                    end = next;
                }
                if end != to + 1 {
                    return into.taken_back();
                }
            }
            empty &= row.as_bytes().get(from..to).unwrap_or_default().iter().all(|byte| *byte <= b' ');
            if let Some(slot) = slot {
                into.place(*slot, from, to);
            }
            start = end + 1;
        }
        if empty || ends.next().is_some() {
            return into.taken_back();
        }
        true
    }
}

/// The cells of a row with quotation marks, one after the other without what separates them.
fn unquoted(row: &str, text: &mut String, ends: &mut Vec<usize>) {
    text.reserve(row.len());
    let (mut state, mut at) = (Cell::default(), 0);
    // What lies between two bytes that mean something is copied as it is. In a quoted cell a comma means nothing.
    while let Some(next) = next_mark(row.as_bytes(), at, state) {
        let between = row.get(at..next).unwrap_or_default();
        text.push_str(between);
        state = state.over(between.as_bytes());
        let byte = row.as_bytes().get(next).copied().unwrap_or_default();
        let then = state.then(byte);
        match (state, then) {
            // A mark that opens or closes a cell is none of its letters; the second of two inside a cell is one.
            (Cell::Start, Cell::Quoted) | (Cell::Quoted, Cell::Closing) => {}
            (_, Cell::Start) => ends.push(text.len()),
            (
                Cell::Start | Cell::Plain | Cell::Quoted | Cell::Closing,
                Cell::Plain | Cell::Quoted | Cell::Closing,
            ) => text.push(char::from(byte)),
        }
        state = then;
        at = next + 1;
    }
    text.push_str(row.get(at..).unwrap_or_default());
    ends.push(text.len());
}

/// The next byte at or behind `at` that may mean something.
fn next_mark(row: &[u8], at: usize, state: Cell) -> Option<usize> {
    let rest = row.get(at..)?;
    let next = match state {
        Cell::Quoted => memchr(b'"', rest),
        Cell::Start | Cell::Plain | Cell::Closing => {
            rest.iter().position(|byte| matches!(byte, b'"' | b',' | b'\n'))
        }
    };
    next.map(|next| at + next)
}
