//! What a comparison can say of a crime due or recorded.

/// What a crime due or recorded turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Due, and recorded under the class that is due.
    RecordedAsDue,
    /// Due, and recorded under another class.
    WrongClass,
    /// Due, and not recorded.
    NotRecorded,
    /// Due of one report, and recorded under another.
    UnderAnotherLog,
    /// Due, not recorded, and the limit has not passed.
    WithinLimit,
    /// Due, and the record was transferred to another force.
    Transferred,
    /// Due, and the record was cancelled.
    Cancelled,
    /// Due to be recorded by another force.
    AnotherForce,
    /// Of those recorded: in time.
    InTime,
    /// Of those recorded: after their limit.
    Late,
    /// Of those recorded: it cannot be told whether in time.
    TimeNotTold,
    /// Recorded, and matched with a crime that is due of the same report.
    Matched,
    /// Recorded, and nothing is due for it.
    WithoutBasis,
    /// Recorded a second time.
    Duplicate,
    /// Recorded from a report that no store holds, or from none.
    NoIncident,
    /// Recorded, and whether it is due is not decided.
    NotDecided,
    /// Cancelled or transferred, and nothing is due for it.
    OutOfCount,
    /// Re-classified to an offence with a longer sentence.
    ReclassifiedUp,
    /// Re-classified to an offence with a shorter sentence.
    ReclassifiedDown,
    /// Re-classified to an offence with the same longest sentence.
    ReclassifiedLevel,
    /// Re-classified, and the list does not order the two.
    ReclassifiedNotOrdered,
    /// Its outcome is allowed.
    OutcomeAllowed,
    /// Its outcome is not allowed.
    OutcomeNotAllowed,
    /// It has an outcome, and it cannot be told whether that is allowed.
    OutcomeNotTold,
}

/// How many kinds there are.
pub(crate) const KINDS: usize = 24;

impl Kind {
    /// All of them, in order.
    pub const ALL: [Self; KINDS] = [
        Self::RecordedAsDue,
        Self::WrongClass,
        Self::NotRecorded,
        Self::UnderAnotherLog,
        Self::WithinLimit,
        Self::Transferred,
        Self::Cancelled,
        Self::AnotherForce,
        Self::InTime,
        Self::Late,
        Self::TimeNotTold,
        Self::Matched,
        Self::WithoutBasis,
        Self::Duplicate,
        Self::NoIncident,
        Self::NotDecided,
        Self::OutOfCount,
        Self::ReclassifiedUp,
        Self::ReclassifiedDown,
        Self::ReclassifiedLevel,
        Self::ReclassifiedNotOrdered,
        Self::OutcomeAllowed,
        Self::OutcomeNotAllowed,
        Self::OutcomeNotTold,
    ];

    /// What every crime due of our force is one of.
    pub const OF_DUE: [Self; 7] = [
        Self::RecordedAsDue,
        Self::WrongClass,
        Self::NotRecorded,
        Self::UnderAnotherLog,
        Self::WithinLimit,
        Self::Transferred,
        Self::Cancelled,
    ];

    /// What every crime recorded is one of.
    pub const OF_RECORDED: [Self; 7] = [
        Self::Matched,
        Self::UnderAnotherLog,
        Self::WithoutBasis,
        Self::Duplicate,
        Self::NoIncident,
        Self::NotDecided,
        Self::OutOfCount,
    ];

    /// What every crime that is due and recorded is one of.
    pub const OF_TIME: [Self; 3] = [Self::InTime, Self::Late, Self::TimeNotTold];

    /// What every re-classified crime is one of.
    pub const OF_RECLASSIFIED: [Self; 4] =
        [Self::ReclassifiedUp, Self::ReclassifiedDown, Self::ReclassifiedLevel, Self::ReclassifiedNotOrdered];

    /// What every crime with an outcome is one of.
    pub const OF_OUTCOME: [Self; 3] = [Self::OutcomeAllowed, Self::OutcomeNotAllowed, Self::OutcomeNotTold];

    /// In words, as a heading.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::RecordedAsDue => "recorded as due",
            Self::WrongClass => "wrong class",
            Self::NotRecorded => "not recorded",
            Self::UnderAnotherLog => "under another log",
            Self::WithinLimit => "not yet recorded, within the limit",
            Self::Transferred => "transferred",
            Self::Cancelled => "cancelled",
            Self::AnotherForce => "for another force",
            Self::InTime => "in time",
            Self::Late => "late",
            Self::TimeNotTold => "time cannot be told",
            Self::Matched => "matched",
            Self::WithoutBasis => "without basis",
            Self::Duplicate => "duplicate",
            Self::NoIncident => "no incident",
            Self::NotDecided => "not decided",
            Self::OutOfCount => "cancelled or transferred, nothing due",
            Self::ReclassifiedUp => "re-classified up",
            Self::ReclassifiedDown => "re-classified down",
            Self::ReclassifiedLevel => "re-classified level",
            Self::ReclassifiedNotOrdered => "re-classified, order not known",
            Self::OutcomeAllowed => "outcome allowed",
            Self::OutcomeNotAllowed => "outcome not allowed",
            Self::OutcomeNotTold => "outcome cannot be told",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_at_its_number() {
        for (at, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, at);
        }
    }
}
