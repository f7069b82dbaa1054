//! A territorial police force, known by the code of its area.

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::Deserialize;

/// One of the 43 territorial police forces of England and Wales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Force(&'static str);

/// A text in which no force is recognised.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{read}` is no force of England and Wales{}", near.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default())]
pub struct UnknownForce {
    /// The text.
    pub read: String,
    /// A force whose name begins alike, if there is one.
    pub near: Option<&'static str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    slug: String,
    name: String,
    #[serde(rename = "region")]
    _region: String,
}

static FORCES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../data/forces.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

impl Force {
    /// Every force, in the order of the published list.
    pub fn all() -> impl Iterator<Item = Self> {
        FORCES.iter().map(|entry| Self(&entry.code))
    }

    /// The code of its area, as the Office for National Statistics gives it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Its name without "Police" or "Constabulary".
    #[must_use]
    pub fn name(self) -> &'static str {
        FORCES.iter().find(|entry| entry.code == self.0).map_or(self.0, |entry| &entry.name)
    }
}

impl fmt::Display for Force {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Force {
    type Err = UnknownForce;

    /// By code first, then by slug, then by name with or without "Police", "Constabulary" or "Service".
    fn from_str(text: &str) -> Result<Self, UnknownForce> {
        let read = text.trim();
        let wanted = key(read);
        FORCES
            .iter()
            .find(|entry| entry.code == read || entry.slug == read || key(&entry.name) == wanted)
            .map(|entry| Self(&entry.code))
            .ok_or_else(|| UnknownForce { read: read.to_owned(), near: near(&wanted) })
    }
}

/// A name as it is compared: lower case, "and" for "&", without the words that some sources add.
fn key(name: &str) -> String {
    name.to_lowercase()
        .replace('&', " and ")
        .replace('-', " ")
        .split_whitespace()
        .filter(|word| !["police", "constabulary", "service", "force", "the"].contains(word))
        .collect::<Vec<_>>()
        .join(" ")
}

fn near(wanted: &str) -> Option<&'static str> {
    let shared = |name: &str| key(name).chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
    FORCES
        .iter()
        .map(|entry| (shared(&entry.name), entry.name.as_str()))
        .filter(|(n, _)| *n >= 4)
        .max_by_key(|(n, _)| *n)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        assert_eq!(Force::all().count(), 43);
        for force in Force::all() {
            assert_eq!(force.to_string().parse(), Ok(force));
            assert_eq!(force.code().parse(), Ok(force));
        }
    }

    #[test]
    fn spellings_of_one_force_are_one_force() {
        for spelling in ["Devon and Cornwall", "Devon & Cornwall Police", "devon-and-cornwall", "E23000035"] {
            assert_eq!(spelling.parse::<Force>().unwrap().code(), "E23000035", "{spelling}");
        }
        assert_eq!("Metropolitan Police Service".parse::<Force>().unwrap().code(), "E23000001");
    }

    #[test]
    fn a_misspelt_force_is_not_guessed_but_the_nearest_is_named() {
        let error = "West Midland".parse::<Force>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "`West Midland` is no force of England and Wales; did you mean `West Midlands`?"
        );
        assert_eq!("Ruritania".parse::<Force>().unwrap_err().near, None);
    }
}
