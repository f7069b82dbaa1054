//! Extracts of any length, row by row: where rows begin, which column is which, and the cells of one row at a time.
//!
//! [`read`](crate::read) holds a whole table; an extract of a force does not fit, or need not. [`Shape`] reads the header against a layout,
//! [`Records`] gives one row after the other in memory that does not grow, and [`Boundaries`] finds places where a reader may begin.
//!
//! ```
//! use table::{Column, Layout, extract::{Record, Records, Shape}};
//!
//! static CRIMES: Layout = Layout {
//!     name: "crimes",
//!     what: "one row a crime recorded",
//!     columns: &[Column::required("crime", "the crime number"), Column::optional("class", "its class, as `8N`")],
//! };
//! let text = "class,crime\n8N,C1\n\"105A\",C2\n";
//! let shape = Shape::of(&CRIMES, "crimes.csv", text.as_bytes())?;
//! let mut records = Records::new(shape, text.as_bytes(), 0);
//! let (mut row, mut seen) = (Record::default(), Vec::new());
//! while records.read(&mut row)? {
//!     seen.push(format!("line {}: {} is {}", row.line, row.get(0), row.get(1)));
//! }
//! assert_eq!(seen, ["line 2: C1 is 8N", "line 3: C2 is 105A"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod boundaries;
mod commas;
mod plain_rows;
mod record;
mod records;
mod shape;

pub use {
    boundaries::{Boundaries, Mark},
    plain_rows::{OpenQuote, PlainRow, PlainRows},
    record::Record,
    records::{CellRead, LONGEST, Records},
    shape::Shape,
};
