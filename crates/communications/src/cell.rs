//! Cells that this room's tables share.

use serde::{Deserialize as _, Deserializer, de::Error as _};

/// Words that may not be missing: a thing without a name cannot be asked for.
pub(crate) fn filled<'de, D: Deserializer<'de>>(cell: D) -> Result<String, D::Error> {
    let text = String::deserialize(cell)?;
    if text.trim().is_empty() { Err(D::Error::custom("empty")) } else { Ok(text) }
}

/// `1 item`, `2 items`.
pub(crate) fn counted(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::IntoDeserializer as _;

    #[test]
    fn blank_is_no_name() {
        let cell =
            |text: &'static str| -> serde::de::value::StrDeserializer<'static, serde::de::value::Error> {
                text.into_deserializer()
            };
        assert!(filled(cell(" ")).is_err());
        assert_eq!(filled(cell("press")).unwrap(), "press");
    }
}
