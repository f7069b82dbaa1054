//! Rows in and out: tables and settings read from bytes, with every problem located.
//!
//! A room describes its table once, as a [`Layout`]; [`read`] gives the good rows *and* a finding for each bad one, so
//! that one bad row never hides the rest and `rows in = good + rejected` always holds.
//!
//! ```
//! use table::{Column, Layout, Source};
//!
//! static UNITS: Layout = Layout {
//!     name: "units",
//!     what: "one row a local policing unit",
//!     columns: &[Column::required("unit", "its name"), Column::required("officers", "a whole number, 0 or more")],
//! };
//! #[derive(serde::Deserialize)]
//! struct Unit {
//!     unit: String,
//!     #[serde(deserialize_with = "table::count")]
//!     officers: u64,
//! }
//!
//! let rows = table::read::<Unit>(&UNITS, Source::new("units.csv", b"unit,officers\nDudley,\"1,200\"\nSandwell,-3\n"))?;
//! assert_eq!(rows.good[0].value.officers, 1200);
//! assert_eq!(
//!     rows.rejected[0].to_string(),
//!     "units.csv, line 3, column officers: error [readable-row]: `-3` is not a whole number, 0 or more"
//! );
//! # Ok::<(), table::ReadError>(())
//! ```
//!
//! What is too long to be held goes by row by row: [`extract`]. Findings that somebody has answered for are [`waivers`]; [`findings`] are written
//! as every room writes them.
//!
//! This crate opens no file: bytes come in, bytes go out.

mod book;
mod cell;
mod columns;
mod error;
pub mod extract;
mod figures;
pub mod findings;
mod layout;
mod lines;
#[cfg(test)]
mod made;
mod mapping;
mod nearest;
#[cfg(feature = "parquet")]
mod parquet;
mod plain;
pub mod printed;
mod read;
mod row;
mod rows;
pub mod rules;
mod settings;
mod sheet;
mod source;
mod top;
pub mod waivers;
pub mod workbook;
mod write;

#[cfg(feature = "parquet")]
pub use parquet::parquet_csv;
pub use {
    cell::{count, day, known_count, known_day, money, name, percent},
    error::ReadError,
    figures::{FIGURES, figures, read_figures},
    layout::{Column, Layout, Need, schema},
    mapping::{ConversionError, Converted, Mapping, MappingFault, TableMap},
    nearest::nearest,
    plain::{PlainCsv, is_parquet, is_workbook, plain_csv},
    read::{read, read_mapped},
    rows::{Row, Rows, good},
    settings::{setting_place, settings},
    source::Source,
    write::{WriteError, neutral, write},
};
