//! One row of an extract, held as text.

/// A row: its cells in the order of the layout, and where it was read. Its memory is used again for the next row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    text: String,
    cells: Vec<(u32, u32)>,
    /// The line of the file on which it begins; the header is line 1.
    pub line: u64,
    /// Its first byte in the file.
    pub byte: u64,
    /// Which of the files it comes from, by number.
    pub source: u16,
    /// Why it cannot be used, if it cannot.
    pub fault: Option<String>,
}

impl Record {
    /// The cell of a column of the layout, without the spaces around it and without the apostrophe by which our own tables keep a spreadsheet
    /// from taking it for a formula. Empty, where the file has no such column.
    #[must_use]
    #[inline]
    pub fn get(&self, column: usize) -> &str {
        match self.cells.get(column) {
            Some((start, end)) => self.text.get(*start as usize..*end as usize).unwrap_or_default(),
            None => "",
        }
    }

    /// Empties it, for the next row.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.fault = None;
    }

    /// Whether no cell holds anything, of this layout or not.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.bytes().all(|byte| byte <= b' ')
            && self.fault.as_ref().is_none_or(|fault| !fault.contains("UTF-8"))
    }

    /// Holds the text that `write` writes, and makes room for the cells of a layout, all empty.
    pub(crate) fn set_cells(&mut self, cells: usize, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.cells.resize(cells, (0, 0));
    }

    /// Takes back text and cells; it is `false`, so that whoever gives up can say so.
    pub(crate) fn taken_back(&mut self) -> bool {
        self.text.clear();
        self.cells.clear();
        false
    }

    /// Says where a cell of the layout stands in the text.
    #[inline]
    pub(crate) fn place(&mut self, column: usize, start: usize, end: usize) {
        if start == end {
            return;
        }
        // Most cells begin and end with a letter or digit: nothing is to be taken off them.
        let plain = |byte: usize| self.text.as_bytes().get(byte).is_some_and(u8::is_ascii_alphanumeric);
        let (start, end) = if plain(start) && plain(end - 1) { (start, end) } else { self.bare(start, end) };
        let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = (at(start), at(end));
        }
    }

    /// Where a cell stands without spaces around it, and without the apostrophe of our own tables.
    fn bare(&self, start: usize, end: usize) -> (usize, usize) {
        let cell = self.text.get(start..end).unwrap_or_default();
        let start = end - cell.trim_start().len();
        let cell = cell.trim();
        let end = start + cell.len();
        match cell.strip_prefix('\'') {
            Some(bare) if crate::neutral(bare) == cell => (start + 1, end),
            Some(_) | None => (start, end),
        }
    }

    /// Writes it so that [`Record::from_bytes`] reads it back.
    pub fn append_to(&self, out: &mut Vec<u8>) {
        out.extend(self.line.to_le_bytes());
        out.extend(self.source.to_le_bytes());
        out.extend(u32::try_from(self.cells.len()).unwrap_or_default().to_le_bytes());
        out.extend(u32::try_from(self.text.len()).unwrap_or_default().to_le_bytes());
        for (start, end) in &self.cells {
            out.extend(start.to_le_bytes());
            out.extend(end.to_le_bytes());
        }
        out.extend(self.text.as_bytes());
    }

    /// Reads what [`Record::append_to`] wrote, from the front of `bytes`; nothing, if they are something else.
    ///
    /// ```
    /// use table::extract::Record;
    /// let mut bytes = Vec::new();
    /// Record::default().append_to(&mut bytes);
    /// assert_eq!(Record::from_bytes(&mut bytes.as_slice()), Some(Record::default()));
    /// ```
    #[must_use]
    pub fn from_bytes(bytes: &mut &[u8]) -> Option<Self> {
        let line = u64::from_le_bytes(taken(bytes)?);
        let source = u16::from_le_bytes(taken(bytes)?);
        let cells = u32::from_le_bytes(taken(bytes)?) as usize;
        let length = u32::from_le_bytes(taken(bytes)?) as usize;
        let mut record = Self { line, source, ..Self::default() };
        for _ in 0..cells {
            record.cells.push((u32::from_le_bytes(taken(bytes)?), u32::from_le_bytes(taken(bytes)?)));
        }
        let (text, rest) = bytes.split_at_checked(length)?;
        record.text.push_str(std::str::from_utf8(text).ok()?);
        *bytes = rest;
        Some(record)
    }
}

fn taken<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (first, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*first)
}
