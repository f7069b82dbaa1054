//! A rule: its papers, not its code.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

/// The name of a rule: a slug, the same as its file and case file. It never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// What can be known of a rule without running it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The slug by which everybody names it.
    pub id: RuleId,
    /// The published name, or ours where no text names it.
    pub title: &'static str,
    /// The rule in one sentence of our own.
    pub says: &'static str,
    /// Who says so.
    pub basis: Basis,
    /// The days for which we hold its text.
    pub in_force: InForce,
    /// The smallest record that breaks the rule (or on which it decides), in words.
    pub exemplar: &'static str,
    /// What mends a record that breaks it.
    pub mend: &'static str,
}

impl Rule {
    /// The rule for a reader at a terminal. `room` is the folder of the crate that holds it.
    #[must_use]
    pub fn explained(&self, room: &str) -> String {
        format!(
            "{}\n\n  {}\n\n  rule            {}\n  room            {room}\n  who says so     {}\n  text held for   {}\n  \
             what breaks it  {}\n  what mends it   {}\n",
            self.title, self.says, self.id, self.basis, self.in_force, self.exemplar, self.mend
        )
    }
}

/// Why a rule binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// A published text says so.
    Published(Citation),
    /// No text says so: the reason why any reader would ask for it.
    Reasoned {
        /// The reason, one sentence.
        why: &'static str,
    },
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Published(citation) => write!(f, "{citation}"),
            Self::Reasoned { why } => write!(f, "no published text; {why}"),
        }
    }
}

/// Where a text says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The document, by its published title.
    pub document: &'static str,
    /// Which edition of it.
    pub edition: &'static str,
    /// Page, section or article.
    pub place: &'static str,
    /// How we read it.
    pub seen: Seen,
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}, {} ({})", self.document, self.edition, self.place, self.seen)
    }
}

/// How a source was read. What is not read in full carries its mark into every answer. The later variant is the weaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// The text itself, whole.
    FullText,
    /// Only a part of the text.
    InPart,
    /// Somebody else's account of the text.
    SecondHand,
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::FullText => "read in full",
            Self::InPart => "read in part",
            Self::SecondHand => "read at second hand",
        })
    }
}

/// The days for which the text of a rule is held. Both ends are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InForce {
    /// A check of our own: it holds on every day.
    Always,
    /// From this day on.
    Since(NaiveDate),
    /// From the first day to the last.
    Between(NaiveDate, NaiveDate),
}

impl InForce {
    /// In force from `first` on, with no known last day.
    #[must_use]
    pub const fn since(first: NaiveDate) -> Self {
        Self::Since(first)
    }

    /// Whether we hold the text for `day`.
    #[must_use]
    pub fn covers(self, day: NaiveDate) -> bool {
        match self {
            Self::Always => true,
            Self::Since(first) => day >= first,
            Self::Between(first, last) => first <= day && day <= last,
        }
    }

    /// The first day, if there is one.
    #[must_use]
    pub const fn from(self) -> Option<NaiveDate> {
        match self {
            Self::Always => None,
            Self::Since(first) | Self::Between(first, _) => Some(first),
        }
    }
}

impl fmt::Display for InForce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let long = |day: &NaiveDate| format!("{} {}", day.day(), day.format("%B %Y"));
        match self {
            Self::Always => f.pad("every day"),
            Self::Since(first) => write!(f, "since {}", long(first)),
            Self::Between(first, last) => write!(f, "{} to {}", long(first), long(last)),
        }
    }
}

/// A day written in code, for the papers of rules and for examples.
///
/// # Panics
///
/// If there is no such day: in a `static` or `const` that is a compile error. Days that come from data are parsed,
/// never made with this function.
#[must_use]
#[expect(clippy::panic, reason = "a wrong literal in a static must not compile")]
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => panic!("no such day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_in_force() {
        let rule = InForce::Between(day(2014, 4, 1), day(2015, 3, 31));
        assert!(rule.covers(day(2014, 4, 1)) && rule.covers(day(2015, 3, 31)));
        assert!(!rule.covers(day(2014, 3, 31)) && !rule.covers(day(2015, 4, 1)));
        assert!(InForce::Always.covers(day(1066, 10, 14)));
    }

    #[test]
    fn a_citation_says_how_it_was_read() {
        let citation =
            Citation { document: "SI 2015/373", edition: "as made", place: "article 4", seen: Seen::InPart };
        assert_eq!(citation.to_string(), "SI 2015/373, as made, article 4 (read in part)");
    }
}
