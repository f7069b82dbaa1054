//! What a cell of this room may hold beyond the cells of `table`.

use rulebook::FigureId;
use serde::{Deserialize as _, Deserializer, de::Error as _};

/// A name: some text, never empty.
pub(crate) fn name<'de, D: Deserializer<'de>>(cell: D) -> Result<String, D::Error> {
    let text = String::deserialize(cell)?;
    if text.trim().is_empty() { Err(D::Error::custom("empty")) } else { Ok(text) }
}

/// A name as it is compared, which is as it stands in the ids of figures: two names of one key are one name.
pub(crate) fn key(name: &str) -> String {
    FigureId::of(&[name]).as_str().to_owned()
}
