//! What cells and settings of this room hold beyond what every table may hold, and how names and days are written.

use calendar::Window;
use chrono::NaiveDate;
use rulebook::Qualifier;
use serde::{Deserialize as _, Deserializer, de::Error as _};

/// A name: any words, but not none.
pub(crate) fn name<'de, D: Deserializer<'de>>(cell: D) -> Result<String, D::Error> {
    let text = String::deserialize(cell)?;
    if text.trim().is_empty() { Err(D::Error::custom("empty")) } else { Ok(text.trim().to_owned()) }
}

/// A whole number in a settings file.
pub(crate) fn whole<'de, D: Deserializer<'de>>(setting: D) -> Result<u64, D::Error> {
    let number = i64::deserialize(setting)?;
    u64::try_from(number)
        .map_err(|_| D::Error::custom(format!("`{number}` is not a whole number, 0 or more")))
}

/// A whole number in a settings file that may be left out.
pub(crate) fn whole_if_told<'de, D: Deserializer<'de>>(setting: D) -> Result<Option<u64>, D::Error> {
    whole(setting).map(Some)
}

/// How firmly a number may be read, in the words of [`Qualifier`].
pub(crate) fn qualifier<'de, D: Deserializer<'de>>(setting: D) -> Result<Qualifier, D::Error> {
    String::deserialize(setting)?.parse().map_err(D::Error::custom)
}

/// `28 July 2014`.
pub(crate) fn long(day: NaiveDate) -> String {
    Window::day(day).to_string()
}

/// `A, B and C`; `none` for an empty list.
pub(crate) fn listed<T: ToString>(names: &[T]) -> String {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    match names.as_slice() {
        [] => "none".to_owned(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// `1 phase`, `2 phases`.
pub(crate) fn counted(n: u64, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_people_write_them() {
        assert_eq!(listed::<&str>(&[]), "none");
        assert_eq!(listed(&["North"]), "North");
        assert_eq!(listed(&["North", "East"]), "North and East");
        assert_eq!(listed(&["North", "East", "South"]), "North, East and South");
    }
}
