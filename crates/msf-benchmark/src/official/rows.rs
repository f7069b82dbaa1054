//! The rows of a CSV file with one header, one after the other.

use std::{sync::mpsc, thread};

use rulebook::Place;
use table::{
    Layout, ReadError, Source,
    extract::{Boundaries, OpenQuote, PlainRow, PlainRows, Record, Records, Shape},
};

use super::{OfficialError, draft::Draft, examined};
use crate::Published;

/// Reads a table by its layout: `each` takes a row, and answers whether it was used.
pub(super) fn read(
    layout: &'static Layout,
    source: Source<'_>,
    columns: &[&str],
    mut each: impl FnMut(&mut Draft, &Cells<'_>, u32) -> Taken,
) -> Result<Published, OfficialError> {
    text_only(source)?;
    let shape = Shape::of(layout, source.file, source.bytes)?;
    let mut draft = Draft::new(source.file, None);
    draft.published.columns = columns.iter().map(|column| (*column).to_owned()).collect();
    draft.published.findings.extend(shape.notes.iter().cloned());
    // A guess that spares most of the copying as the list grows; rows are seldom shorter.
    draft.published.cells.reserve(source.bytes.len() / 48);
    let (mut rows, mut answered) = (0, 0);
    let mut take = |line: u64, fault: Option<&str>, cells: &Cells<'_>| {
        rows += 1;
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let taken = match fault {
            None => each(&mut draft, cells, line),
            Some(fault) => {
                draft.reject(line, None, "", fault);
                Taken::LeftOut
            }
        };
        match taken {
            Taken::Used => answered += 1,
            Taken::LeftOut => {}
        }
    };
    if let Some(plain) = PlainRows::new(shape.clone(), source.bytes) {
        let torn = |quote: OpenQuote| ReadError::OpenQuote { place: Place::row(source.file, quote.0) };
        split_beside(plain, |row| take(row.line, row.fault.as_deref(), &row.cells())).map_err(torn)?;
    } else {
        // Some rows are no text: the others are read.
        whole(source)?;
        let mut records = Records::new(shape, source.bytes, 0);
        let mut record = Record::default();
        // Memory can always be read.
        while records.read(&mut record).unwrap_or_default() {
            take(record.line, record.fault.as_deref(), &std::array::from_fn(|at| record.get(at)));
        }
    }
    draft.published.rows.read = rows;
    draft.published.rows.answered = answered;
    Ok(examined(draft.finish()))
}

/// So many rows go from one thread to the other at once: enough to be worth it, and few enough to stay near the processor.
const AT_ONCE: usize = 256;

/// One thread finds the cells of rows, and this one takes them. Not more than a few hundred rows wait.
fn split_beside<'a>(rows: PlainRows<'a>, mut take: impl FnMut(PlainRow<'a, MOST>)) -> Result<(), OpenQuote> {
    thread::scope(|scope| {
        let (give, given) = mpsc::sync_channel(4);
        let splitting = scope.spawn(move || {
            let mut some = Vec::with_capacity(AT_ONCE);
            let read = rows.each(|row| {
                some.push(row);
                if some.len() == AT_ONCE {
                    // Whoever takes them takes all.
                    let _ = give.send(std::mem::replace(&mut some, Vec::with_capacity(AT_ONCE)));
                }
            });
            let _ = give.send(some);
            read
        });
        for row in given.into_iter().flatten() {
            take(row);
        }
        splitting.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause))
    })
}

/// The columns of the widest layout that is read so.
const MOST: usize = 9;

/// The cells of a row, in the order of its layout.
pub(super) type Cells<'a> = [&'a str; MOST];

/// What became of a row.
pub(super) enum Taken {
    /// Every cell was understood.
    Used,
    /// It was left out, and a finding says why.
    LeftOut,
}

/// Refuses a workbook, and text that is not UTF-8 from its first byte on.
fn text_only(source: Source<'_>) -> Result<(), ReadError> {
    let others: [&[u8]; 3] = [b"PK\x03\x04", b"\xFF\xFE", b"\xFE\xFF"];
    if others.iter().any(|start| source.bytes.starts_with(start)) {
        source.text()?;
    }
    Ok(())
}

/// Refuses a file that is torn in a quoted cell.
fn whole(source: Source<'_>) -> Result<(), ReadError> {
    let mut boundaries = Boundaries::default();
    boundaries.feed(source.bytes);
    match boundaries.open_quote() {
        Some(line) => Err(ReadError::OpenQuote { place: Place::row(source.file, line) }),
        None => Ok(()),
    }
}
