//! The grounds on which a recorded crime is removed, and what they were called when.

use std::{str::FromStr, sync::LazyLock};

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{Display, EnumIter, IntoEnumIterator as _, IntoStaticStr};

/// The ground on which a recorded crime is removed.
///
/// It is read by our name, by the letter and number of the rules in force, or by an older one:
///
/// ```
/// use crime::removal::Ground;
/// for word in ["C2", "c2", "2", "b", "additional-verifiable-information"] {
///     assert_eq!(word.parse(), Ok(Ground::AdditionalVerifiableInformation));
/// }
/// assert_eq!(Ground::AdditionalVerifiableInformation.code(), "C2");
/// assert!("detected".parse::<Ground>().is_err());
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr, Display, JsonSchema,
)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Ground {
    /// C1: committed outside the jurisdiction of the force, and passed to the force that has it.
    Transferred,
    /// C2: additional verifiable information shows that no notifiable crime took place.
    AdditionalVerifiableInformation,
    /// C3: a duplicate of a crime already recorded, or part of one.
    Duplicate,
    /// C4: recorded in error.
    RecordedInError,
    /// C5: self-defence, for some assaults.
    SelfDefence,
}

impl Ground {
    /// All of them, in the order of the rules.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its letter and number in the rules of 2026/27.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Transferred => "C1",
            Self::AdditionalVerifiableInformation => "C2",
            Self::Duplicate => "C3",
            Self::RecordedInError => "C4",
            Self::SelfDefence => "C5",
        }
    }

    /// Its name in a sentence.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Transferred => "transferred to another force",
            Self::AdditionalVerifiableInformation => "additional verifiable information",
            Self::Duplicate => "duplicate, or part of a crime already recorded",
            Self::RecordedInError => "recorded in error",
            Self::SelfDefence => "self-defence",
        }
    }
}

/// Words that name no ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no ground of removal has this name; they are C1 to C5, or {}", names())]
pub struct UnknownGround;

fn names() -> String {
    Ground::iter().map(|ground| ground.to_string()).collect::<Vec<_>>().join(", ")
}

impl FromStr for Ground {
    type Err = UnknownGround;

    fn from_str(word: &str) -> Result<Self, UnknownGround> {
        let word = word.trim();
        Self::iter()
            .find(|ground| {
                let name: &str = ground.into();
                word.eq_ignore_ascii_case(name) || word.eq_ignore_ascii_case(ground.code())
            })
            .or_else(|| {
                let listed = WORDINGS.iter().find(|wording| word.eq_ignore_ascii_case(&wording.word))?;
                Self::iter().find(|ground| ground.to_string() == listed.ground)
            })
            .ok_or(UnknownGround)
    }
}

/// What a ground was called, by whom, and from when to when that is known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The letter or number: `C2`, `2`, `b`.
    pub word: String,
    /// Our name of the ground.
    pub ground: String,
    /// What removed crimes were called as a whole: `no crimes`, `cancelled and transferred crimes`.
    pub vocabulary: String,
    /// The first day on which the word is known to have been used; empty where none is known.
    pub known_from: String,
    /// The last such day; empty where none is known, or it is still used.
    pub known_to: String,
    /// Where it was read.
    pub source: String,
    /// How it was read: `in full`, `second hand`.
    pub seen: String,
}

impl Wording {
    /// Every word for a ground, as it was read.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        WORDINGS.iter()
    }
}

static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../../data/removal_grounds.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_names_its_ground() {
        assert_eq!(WORDINGS.len(), 13);
        for wording in Wording::all() {
            assert_eq!(wording.word.parse::<Ground>().unwrap().to_string(), wording.ground);
        }
        for ground in Ground::all() {
            assert_eq!(ground.to_string().parse(), Ok(ground));
            assert_eq!(ground.code().parse(), Ok(ground));
        }
    }

    #[test]
    fn a_fifth_older_ground_is_not_held() {
        // That there was one is only said at second hand, without its letter or day.
        assert_eq!("5".parse::<Ground>(), Err(UnknownGround));
        assert_eq!("e".parse::<Ground>(), Err(UnknownGround));
    }
}
