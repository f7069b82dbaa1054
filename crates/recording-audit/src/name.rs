//! A cell that names its row and so may not be empty.

use serde::{Deserialize as _, Deserializer, de::Error as _};

/// A name of at least one letter or digit; figures are called after it.
pub(crate) fn name<'de, D: Deserializer<'de>>(cell: D) -> Result<String, D::Error> {
    let name = String::deserialize(cell)?;
    if name.chars().any(char::is_alphanumeric) { Ok(name) } else { Err(D::Error::custom("no name")) }
}

/// `1 record`, `2 records`.
pub(crate) fn counted(n: u64, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}
