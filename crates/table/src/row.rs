//! One row as `serde` sees it, so that what goes wrong in a cell knows its column.

use std::fmt;

use serde::de::{
    DeserializeOwned, DeserializeSeed, IntoDeserializer as _, MapAccess, value::MapAccessDeserializer,
};

/// Why a row is not what it should be.
#[derive(Debug)]
pub(crate) struct BadCell {
    /// The column, if one cell is to blame.
    pub(crate) column: Option<usize>,
    /// What the type says of it.
    pub(crate) message: String,
}

impl fmt::Display for BadCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BadCell {}

impl serde::de::Error for BadCell {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { column: None, message: message.to_string() }
    }
}

/// Reads the cells of a row into `T` by the names of the header.
pub(crate) fn deserialize<T: DeserializeOwned>(
    header: &csv::StringRecord,
    record: &csv::StringRecord,
) -> Result<T, BadCell> {
    T::deserialize(MapAccessDeserializer::new(Cells { header, record, next: 0 }))
}

struct Cells<'a> {
    header: &'a csv::StringRecord,
    record: &'a csv::StringRecord,
    next: usize,
}

impl<'de> MapAccess<'de> for Cells<'_> {
    type Error = BadCell;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, BadCell> {
        match self.header.get(self.next) {
            Some(name) => seed.deserialize(name.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, BadCell> {
        let column = self.next;
        self.next += 1;
        let cell: serde::de::value::StrDeserializer<'_, BadCell> =
            self.record.get(column).unwrap_or_default().into_deserializer();
        seed.deserialize(cell).map_err(|error| BadCell { column: Some(column), ..error })
    }
}
