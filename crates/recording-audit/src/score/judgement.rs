//! What an auditor, or a moderator, says of one crime of a case.

use std::{fmt, str::FromStr};

use rulebook::Place;

use calendar::moment::Moment;

/// What an auditor says of a crime, or of a case that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judgement {
    /// It was due, and it is recorded.
    Recorded,
    /// It was due, and it is not recorded.
    NotRecorded,
    /// It is recorded, and it was not due.
    WithoutBasis,
    /// Nothing was due, and nothing is recorded.
    NoCrimeDue,
    /// The case cannot be judged. That is never a no.
    CannotBeJudged,
}

/// A word that is no judgement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no judgement")]
pub struct NoJudgement(String);

impl Judgement {
    /// Every judgement.
    pub const ALL: [Self; 5] =
        [Self::Recorded, Self::NotRecorded, Self::WithoutBasis, Self::NoCrimeDue, Self::CannotBeJudged];

    /// Whether it says that a crime was due.
    #[must_use]
    pub const fn is_due(self) -> bool {
        match self {
            Self::Recorded | Self::NotRecorded => true,
            Self::WithoutBasis | Self::NoCrimeDue | Self::CannotBeJudged => false,
        }
    }

    /// Whether it says all that there is to say of a case.
    pub(crate) const fn stands_alone(self) -> bool {
        match self {
            Self::NoCrimeDue | Self::CannotBeJudged => true,
            Self::Recorded | Self::NotRecorded | Self::WithoutBasis => false,
        }
    }
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Recorded => "recorded",
            Self::NotRecorded => "not recorded",
            Self::WithoutBasis => "recorded without basis",
            Self::NoCrimeDue => "no crime due",
            Self::CannotBeJudged => "cannot be judged",
        })
    }
}

impl FromStr for Judgement {
    type Err = NoJudgement;

    /// Reads the printed words, in capital or small letters.
    fn from_str(text: &str) -> Result<Self, NoJudgement> {
        let named = |judgement: &Self| judgement.to_string().eq_ignore_ascii_case(text);
        Self::ALL.into_iter().find(named).ok_or_else(|| NoJudgement(text.to_owned()))
    }
}

/// Whether the victim was told that a crime is recorded, or that none is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VictimTold {
    /// Yes.
    Yes,
    /// No.
    No,
    /// There is nobody to be told.
    NoVictim,
    /// Nobody says, which is not no.
    NotSupplied,
}

/// Whether it was right to decide that a recorded crime was no crime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoCrime {
    /// It was right.
    Right,
    /// It was wrong.
    Wrong,
    /// There was no such decision, or nobody says.
    NotSupplied,
}

/// One crime of a case as somebody judged it, or the one line of a case without crimes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it was read.
    pub place: Place,
    /// The key of the case.
    pub case: String,
    /// Which line of the case, from 1.
    pub line: u64,
    /// Who says so: an auditor, or the post that moderated.
    pub by: String,
    /// What is said.
    pub judgement: Judgement,
    /// The class that was due, in capitals; empty if none is given.
    pub class_due: String,
    /// The class under which it is recorded, in capitals; empty if none is given.
    pub class_recorded: String,
    /// When the report was received.
    pub(crate) received: Option<Moment>,
    /// When the crime was recorded.
    pub(crate) recorded: Option<Moment>,
    /// Whether the victim was told.
    pub victim_told: VictimTold,
    /// Whether it was right to cancel it.
    pub no_crime: NoCrime,
    /// Notes, or why a moderator decided so.
    pub notes: String,
}

/// The names of what two auditors may say differently of a line.
pub(crate) const FIELDS: [&str; 7] =
    ["judgement", "class_due", "class_recorded", "received", "recorded", "victim_told", "no_crime"];

impl Line {
    /// What is said, in the order of [`FIELDS`] and as it is written in a table.
    pub(crate) fn cells(&self) -> [String; 7] {
        let moment = |moment: Option<Moment>| moment.map_or_else(String::new, |moment| moment.to_string());
        [
            self.judgement.to_string(),
            self.class_due.clone(),
            self.class_recorded.clone(),
            moment(self.received),
            moment(self.recorded),
            self.victim_told.to_string(),
            self.no_crime.to_string(),
        ]
    }

    /// Whether the classes agree; nothing unless the crime was due and recorded and both are given.
    #[must_use]
    pub fn class_is_right(&self) -> Option<bool> {
        let told = !self.class_due.is_empty() && !self.class_recorded.is_empty();
        (self.judgement == Judgement::Recorded && told).then(|| self.class_due == self.class_recorded)
    }
}

impl fmt::Display for VictimTold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NoVictim => "no victim",
            Self::NotSupplied => "",
        })
    }
}

impl fmt::Display for NoCrime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::NotSupplied => "",
        })
    }
}
