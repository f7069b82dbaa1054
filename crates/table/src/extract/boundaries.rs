//! Where rows begin, so that a file can be worked on in parts.

use memchr::{memchr, memchr_iter, memchr2};

/// Where a reader stands in a row of CSV. Quotation marks count only at the start of a cell, and inside a quoted one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Cell {
    /// At the start of a cell.
    #[default]
    Start,
    /// In a cell that is not quoted, or behind the closing mark of one that is.
    Plain,
    /// Inside quotation marks.
    Quoted,
    /// Behind a mark inside quotation marks: it closes them, or is the first of two that stand for one.
    Closing,
}

impl Cell {
    /// Where the reader stands after one more byte that ends no row.
    pub(crate) const fn then(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::Closing,
            (Self::Start | Self::Closing, b'"') | (Self::Quoted, _) => Self::Quoted,
            (Self::Start | Self::Plain | Self::Closing, b',' | b'\n') => Self::Start,
            (Self::Start | Self::Plain | Self::Closing, _) => Self::Plain,
        }
    }

    /// Where the reader stands after bytes among which is neither a quotation mark nor the end of a line.
    pub(crate) const fn over(self, bytes: &[u8]) -> Self {
        match (self, bytes.last()) {
            (same, None) => same,
            (Self::Quoted, Some(_)) => Self::Quoted,
            (Self::Start | Self::Plain | Self::Closing, Some(b',')) => Self::Start,
            (Self::Start | Self::Plain | Self::Closing, Some(_)) => Self::Plain,
        }
    }

    /// Whether the end of a line is the end of a row here.
    pub(crate) const fn ends_at_newline(self) -> bool {
        !matches!(self, Self::Quoted)
    }
}

/// Where the row at the front of some bytes ends, and whether quotation marks stand in its first line.
pub(crate) struct End {
    pub at: usize,
    pub quoted: bool,
}

/// The line end that ends the row at the front of `bytes`; nothing, if it does not end in them.
pub(crate) fn end_of_row(bytes: &[u8]) -> Option<End> {
    let line = memchr(b'\n', bytes)?;
    let first = bytes.get(..line).unwrap_or_default();
    if memchr(b'"', first).is_none() {
        return Some(End { at: line, quoted: false });
    }
    let (mut state, mut at) = (Cell::default(), 0);
    while let Some((next, byte)) = mark_or_end(bytes, at) {
        state = state.over(bytes.get(at..next).unwrap_or_default());
        if byte == b'\n' && state.ends_at_newline() {
            return Some(End { at: next, quoted: true });
        }
        state = state.then(byte);
        at = next + 1;
    }
    None
}

/// The next quotation mark or end of a line at or behind `at`, and which of both it is.
fn mark_or_end(bytes: &[u8], at: usize) -> Option<(usize, u8)> {
    let next = at + memchr2(b'"', b'\n', bytes.get(at..)?)?;
    bytes.get(next).map(|byte| (next, *byte))
}

/// The beginning of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its first byte in the file.
    pub byte: u64,
    /// Its line in the file.
    pub line: u64,
}

/// One beginning of a row for about every 256 KiB of a file, found while the file goes by. Exact whatever stands between quotation marks.
///
/// ```
/// use table::extract::Boundaries;
/// let mut boundaries = Boundaries::default();
/// boundaries.feed(b"a,b\n1,\"two\nlines\"\n3,4\n");
/// assert_eq!((boundaries.lines(), boundaries.open_quote()), (4, None));
/// boundaries.feed(b"5,\"torn");
/// assert_eq!(boundaries.open_quote(), Some(5));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Boundaries {
    /// The beginnings, in order.
    pub marks: Vec<Mark>,
    state: Cell,
    bytes: u64,
    lines: u64,
    opened: u64,
    next_mark: u64,
    ends_with_newline: bool,
}

/// The least distance between two beginnings that are kept.
const APART: u64 = 1 << 18;

impl Boundaries {
    /// Goes on with the next bytes of the file.
    pub fn feed(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (block, after) = rest.split_at(rest.len().min(1 << 16));
            self.block(block);
            rest = after;
        }
        if let Some(last) = bytes.last() {
            self.ends_with_newline = *last == b'\n';
        }
    }

    /// How many line ends went by.
    #[must_use]
    pub const fn lines(&self) -> u64 {
        self.lines
    }

    /// How many bytes went by.
    #[must_use]
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether the last line has its end.
    #[must_use]
    pub const fn whole(&self) -> bool {
        self.ends_with_newline
    }

    /// The line on which a quoted cell was opened that is not closed.
    #[must_use]
    pub fn open_quote(&self) -> Option<u64> {
        (self.state == Cell::Quoted).then_some(self.opened)
    }

    fn block(&mut self, block: &[u8]) {
        let plain =
            self.state != Cell::Quoted && self.state != Cell::Closing && memchr(b'"', block).is_none();
        if plain {
            if self.bytes + block.len() as u64 >= self.next_mark
                && let Some(at) = memchr(b'\n', block)
            {
                self.mark(self.bytes + at as u64 + 1, self.lines + 2);
            }
            self.lines += memchr_iter(b'\n', block).count() as u64;
            if let Some(last) = block.last() {
                self.state = if matches!(last, b',' | b'\n') { Cell::Start } else { Cell::Plain };
            }
        } else {
            let mut at = 0;
            while let Some((next, byte)) = mark_or_end(block, at) {
                self.state = self.state.over(block.get(at..next).unwrap_or_default());
                if byte == b'\n' {
                    self.lines += 1;
                    if self.state.ends_at_newline() {
                        self.mark(self.bytes + next as u64 + 1, self.lines + 1);
                    }
                }
                let then = self.state.then(byte);
                if self.state == Cell::Start && then == Cell::Quoted {
                    self.opened = self.lines + 1;
                }
                self.state = then;
                at = next + 1;
            }
            self.state = self.state.over(block.get(at..).unwrap_or_default());
        }
        self.bytes += block.len() as u64;
    }

    fn mark(&mut self, byte: u64, line: u64) {
        if byte >= self.next_mark {
            self.marks.push(Mark { byte, line });
            self.next_mark = byte + APART;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_found_among_quoted_line_ends() {
        let row = "1,\"a\nb, \"\"c\"\"\",x\n";
        let text = format!("a,b,c\n{}", row.repeat(100_000));
        for at_once in [7, 4096, 1 << 20] {
            let mut boundaries = Boundaries::default();
            text.as_bytes().chunks(at_once).for_each(|chunk| boundaries.feed(chunk));
            assert!(boundaries.marks.len() > 5, "{at_once}");
            assert_eq!(boundaries.lines(), 200_001);
            for mark in &boundaries.marks {
                let rows = (mark.byte - 6) / row.len() as u64;
                assert_eq!((mark.byte - 6) % row.len() as u64, 0, "{mark:?}");
                assert_eq!(mark.line, 2 + 2 * rows, "{mark:?}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn bytes_at_once_come_to_the_same_as_one_by_one(text in "[ab,\"\n]{0,60}", cut: proptest::sample::Index) {
            let mut state = Cell::default();
            let mut ends = Vec::new();
            for (at, byte) in text.bytes().enumerate() {
                if byte == b'\n' && state.ends_at_newline() {
                    ends.push(at);
                }
                state = state.then(byte);
            }
            proptest::prop_assert_eq!(end_of_row(text.as_bytes()).map(|end| end.at), ends.first().copied());
            let mut boundaries = Boundaries::default();
            let (one, other) = text.as_bytes().split_at(cut.index(text.len() + 1));
            for bytes in [one, other] {
                boundaries.feed(bytes);
            }
            proptest::prop_assert_eq!(boundaries.open_quote().is_some(), state == Cell::Quoted);
            proptest::prop_assert_eq!(boundaries.marks.first().map(|mark| mark.byte), ends.first().map(|at| *at as u64 + 1));
        }
    }

    #[test]
    fn without_quotes_too() {
        let text = "12345\n".repeat(200_000);
        let mut boundaries = Boundaries::default();
        boundaries.feed(text.as_bytes());
        assert!(boundaries.marks.iter().all(|mark| mark.byte % 6 == 0 && mark.line == 1 + mark.byte / 6));
        assert!(boundaries.whole() && boundaries.marks.len() >= 4);
    }
}
