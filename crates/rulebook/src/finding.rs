//! What a rule says of a record.

use std::{fmt, str::FromStr};

use crate::{Place, Rule};

/// How much a finding matters to whoever signs the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// An input contradicts itself, a rule or the day: somebody must look before the paper is signed.
    Warning,
    /// An input could not be used as it stands: something is withheld or left out.
    Error,
}

impl Severity {
    /// All severities, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A word that is no severity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no severity: expected note, warning or error")]
pub struct UnknownSeverity(String);

impl FromStr for Severity {
    type Err = UnknownSeverity;

    fn from_str(text: &str) -> Result<Self, UnknownSeverity> {
        Self::ALL
            .into_iter()
            .find(|severity| severity.to_string() == text)
            .ok_or_else(|| UnknownSeverity(text.to_owned()))
    }
}

/// What a rule says of a record: a value, not an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule; with it come citation and what mends the record.
    pub rule: &'static Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The record, by the name its people use.
    pub record: String,
    /// Where it was read, if it was read in one place.
    pub place: Option<Place>,
    /// The values on which the finding rests, each with its name.
    pub values: Vec<(String, String)>,
    /// The finding in one sentence.
    pub sentence: String,
}

impl Finding {
    /// A finding without values; add them with [`Finding::with`].
    #[must_use]
    pub fn new(
        rule: &'static Rule,
        severity: Severity,
        record: impl Into<String>,
        place: Option<Place>,
        sentence: impl Into<String>,
    ) -> Self {
        Self { rule, severity, record: record.into(), place, values: Vec::new(), sentence: sentence.into() }
    }

    /// The same finding with one more value on which it rests.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.values.push((name.into(), value.to_string()));
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{} [{}]: {}", self.severity, self.rule.id, self.sentence)
    }
}
