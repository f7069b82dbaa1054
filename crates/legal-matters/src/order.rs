//! A kind of court order, and the day from which a force may ask for it.

use chrono::NaiveDate;
use rulebook::Known;
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

use crate::cell::{self, key};

/// The layout of `legal/orders.csv`.
pub static ORDERS: Layout = Layout {
    name: "orders",
    what: "one row a kind of court order and an area in which it can be asked for",
    columns: &[
        Column::required("order", "the name of the order"),
        Column::required("from", "the first day"),
        Column::required("area", "where"),
        Column::required("as_printed", "the words of the source, `not known` or empty"),
        Column::required("paragraph", "where the source says so"),
    ],
};

/// A kind of court order in an area.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Order {
    /// Its name.
    #[serde(rename = "order", deserialize_with = "cell::name")]
    pub name: String,
    /// The first day.
    #[serde(deserialize_with = "table::day")]
    pub from: NaiveDate,
    /// Where.
    pub area: String,
    /// The words of the source.
    pub as_printed: Known<String>,
    /// Where the source says so.
    pub paragraph: String,
}

impl Order {
    /// Reads a table of orders; an order stands once for an area.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&ORDERS, source)?;
        rows.reject_repeated("order", |row: &Self| format!("{}: {}", key(&row.name), key(&row.area)));
        Ok(rows)
    }
}
