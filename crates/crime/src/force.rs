//! A territorial police force, known by the code of its area.

mod names;

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::Deserialize;

/// One of the 43 territorial police forces of England and Wales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Force(&'static str);

/// A text in which no force is recognised.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{read}` is no force of England and Wales{}", names::did_you_mean(near))]
pub struct UnknownForce {
    /// The text.
    pub read: String,
    /// The forces whose names are nearest, the nearest first; none, where nothing is near.
    pub near: Vec<&'static str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    slug: String,
    name: String,
    region: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelling {
    code: String,
    #[serde(rename = "spelling")]
    name: String,
    #[serde(rename = "used_in")]
    _used_in: String,
}

static FORCES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../data/forces.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

/// Every spelling that a source uses, as it is compared, with the code of its force.
static SPELLINGS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../data/force_spellings.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .map(|row: Spelling| (names::key(&row.name), row.code))
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
        self.entry().map_or(self.0, |entry| &entry.name)
    }

    /// The region of England in which its area lies, as the Office for National Statistics names it; `Wales` for the four of Wales.
    #[must_use]
    pub fn region(self) -> &'static str {
        self.entry().map_or("", |entry| &entry.region)
    }

    fn entry(self) -> Option<&'static Entry> {
        FORCES.iter().find(|entry| entry.code == self.0)
    }
}

impl fmt::Display for Force {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Force {
    type Err = UnknownForce;

    /// By code first, then by slug, then by every spelling that the sources use, with or without "Police", "Constabulary" or "Service".
    fn from_str(text: &str) -> Result<Self, UnknownForce> {
        let read = text.trim();
        // Most texts are a code, a slug or a name as the list has it.
        let listed = |entry: &&Entry| entry.code == read || entry.slug == read || entry.name == read;
        if let Some(entry) = FORCES.iter().find(listed) {
            return Ok(Self(&entry.code));
        }
        let wanted = names::key(read);
        let by_spelling = || SPELLINGS.iter().find(|(spelling, _)| *spelling == wanted).map(|(_, code)| code);
        FORCES
            .iter()
            .find(|entry| names::key(&entry.name) == wanted)
            .or_else(|| by_spelling().and_then(|code| FORCES.iter().find(|entry| entry.code == *code)))
            .map(|entry| Self(&entry.code))
            .ok_or_else(|| {
                let known = FORCES.iter().map(|entry| entry.name.as_str());
                UnknownForce { read: read.to_owned(), near: names::nearest(&wanted, known) }
            })
    }
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
        for spelling in ["City of London", "London, City of", "City of London Police"] {
            assert_eq!(spelling.parse::<Force>().unwrap().code(), "E23000034", "{spelling}");
        }
        assert_eq!("Metropolitan Police Service".parse::<Force>().unwrap().code(), "E23000001");
    }

    #[test]
    fn every_spelling_of_every_source_is_its_force() {
        let rows: Vec<Spelling> =
            csv::Reader::from_reader(include_str!("../data/force_spellings.csv").as_bytes())
                .deserialize()
                .map(Result::unwrap)
                .collect();
        assert_eq!(rows.len(), 45);
        for row in rows {
            for ending in ["", " Police", " Constabulary", " POLICE SERVICE"] {
                let spelling = format!("{}{ending}", row.name);
                assert_eq!(spelling.parse::<Force>().unwrap().code(), row.code, "{spelling}");
            }
        }
    }

    #[test]
    fn a_misspelt_force_is_not_guessed_but_the_nearest_are_named() {
        let error = |name: &str| name.parse::<Force>().unwrap_err();
        assert_eq!(
            error("West Midland").to_string(),
            "`West Midland` is no force of England and Wales; did you mean `West Midlands`?"
        );
        assert_eq!(error("Yorkshire").near, ["North Yorkshire", "South Yorkshire", "West Yorkshire"]);
        assert_eq!(
            error("South Yorks").to_string(),
            "`South Yorks` is no force of England and Wales; did you mean `South Yorkshire`?"
        );
        assert_eq!(
            error("West").to_string(),
            "`West` is no force of England and Wales; did you mean `West Mercia`, `West Midlands` or `West Yorkshire`?"
        );
        assert!(error("Ruritania").near.is_empty());
        // Nobody waits for a cell of a million letters.
        assert!(error(&"x".repeat(1 << 20)).near.is_empty());
    }

    #[test]
    fn the_four_forces_of_wales_lie_in_wales() {
        assert_eq!(Force::all().filter(|force| force.region() == "Wales").count(), 4);
        assert_eq!("Staffordshire".parse::<Force>().unwrap().region(), "West Midlands");
    }
}
