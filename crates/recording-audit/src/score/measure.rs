//! What an audit measures, in the words that figures and sentences share.

use crime::inspection::counted;
use std::fmt;

use crate::score::{Judgement, Line, NoCrime, Timing, VictimTold};

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

    /// Whether a line is counted, and if so, whether it counts as a part.
    pub(crate) fn trial(self, line: &Line, timing: Timing) -> Option<bool> {
        match self {
            Self::Compliance => line.judgement.is_due().then(|| line.judgement == Judgement::Recorded),
            Self::Classified => line.class_is_right(),
            Self::InTime if line.judgement == Judgement::Recorded => match timing {
                Timing::InTime => Some(true),
                Timing::Late { .. } => Some(false),
                Timing::TwoReadings | Timing::NotHeld | Timing::CannotBeTold => None,
            },
            Self::InTime => None,
            Self::OverRecorded => match line.judgement {
                Judgement::Recorded => Some(false),
                Judgement::WithoutBasis => Some(true),
                Judgement::NotRecorded | Judgement::NoCrimeDue | Judgement::CannotBeJudged => None,
            },
            Self::VictimTold => match line.victim_told {
                VictimTold::Yes => Some(true),
                VictimTold::No => Some(false),
                VictimTold::NoVictim | VictimTold::NotSupplied => None,
            },
            Self::NoCrimeRight => match line.no_crime {
                NoCrime::Right => Some(true),
                NoCrime::Wrong => Some(false),
                NoCrime::NotSupplied => None,
            },
        }
    }

    /// The columns from which it is counted.
    pub(crate) const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Compliance | Self::OverRecorded => &["judgement"],
            Self::Classified => &["class_due", "class_recorded"],
            Self::InTime => &["received", "recorded"],
            Self::VictimTold => &["victim_told"],
            Self::NoCrimeRight => &["no_crime"],
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
