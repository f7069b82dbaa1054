//! What an audit measures, in the words that figures and sentences share.

use std::fmt;

use crate::name::counted;

/// A share that an audit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Crimes recorded of crimes due.
    Compliance,
    /// Crimes under the right class, of those due and recorded whose classes are both known.
    Classified,
    /// Crimes recorded in time, of those due and recorded of which it can be told.
    InTime,
    /// Crimes recorded without basis, of all recorded.
    OverRecorded,
    /// Victims who were told, of those to be told.
    VictimTold,
    /// Decisions that a recorded crime was no crime that were right.
    NoCrimeRight,
}

impl Measure {
    /// Every measure, in the order in which they are told.
    pub const ALL: [Self; 6] = [
        Self::Compliance,
        Self::Classified,
        Self::InTime,
        Self::OverRecorded,
        Self::VictimTold,
        Self::NoCrimeRight,
    ];

    /// The last part of the name of its figure.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Compliance => "compliance",
            Self::Classified => "classified",
            Self::InTime => "in-time",
            Self::OverRecorded => "over-recorded",
            Self::VictimTold => "victim-told",
            Self::NoCrimeRight => "no-crime-right",
        }
    }

    /// What it is, in a line.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Compliance => "crimes recorded of crimes due",
            Self::Classified => "crimes under the right class of those due and recorded",
            Self::InTime => "crimes recorded in time of those due and recorded",
            Self::OverRecorded => "crimes recorded without basis of all recorded",
            Self::VictimTold => "victims told of those to be told",
            Self::NoCrimeRight => "right decisions of those that a recorded crime was no crime",
        }
    }

    /// What is counted, in the singular.
    pub(crate) const fn unit(self) -> &'static str {
        match self {
            Self::Compliance | Self::Classified | Self::InTime | Self::OverRecorded => "crime",
            Self::VictimTold => "victim",
            Self::NoCrimeRight => "decision",
        }
    }

    /// `Of 124 crimes due, 121 were recorded`.
    pub(crate) fn said(self, part: u64, whole: u64) -> String {
        let of = counted(whole, self.unit());
        let were = if part == 1 { "was" } else { "were" };
        let stand = if part == 1 { "stands" } else { "stand" };
        match self {
            Self::Compliance => format!("Of {of} due, {part} {were} recorded"),
            Self::Classified => format!("Of {of} due and recorded, {part} {stand} under the right class"),
            Self::InTime => format!("Of {of} due and recorded, {part} {were} recorded in time"),
            Self::OverRecorded => format!("Of {of} recorded, {part} {were} recorded without basis"),
            Self::VictimTold => format!("Of {of} to be told, {part} {were} told"),
            Self::NoCrimeRight => format!("Of {of} that a recorded crime was no crime, {part} {were} right"),
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}
