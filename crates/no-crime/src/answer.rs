//! What a rule says of one removal.

use std::borrow::Cow;

use crime::{Fact, removal::Field};
use strum::{Display, EnumIter, IntoStaticStr};

/// What a rule says of one removal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The rule does not concern it.
    NotAsked,
    /// It keeps the rule.
    Met {
        /// Why, in a sentence.
        because: &'static str,
        /// The facts that were read.
        read: &'static [Field],
    },
    /// It breaks the rule.
    Broken(Objection),
    /// It cannot be told, for want of facts.
    CannotBeTold {
        /// The facts that nobody supplied, or that are not known.
        missing: Vec<Field>,
        /// Who can supply them.
        mover: Mover,
        /// Why the rule is kept by another text or reading, if one does not ask for these facts.
        otherwise: Option<&'static str>,
    },
    /// Two published texts, or two readings of one, come to different ends.
    ReadingsDiffer {
        /// What the stricter one objects to. It is the safe one: a record is not lost by it.
        safe: Objection,
        /// Why the other one is kept.
        other: &'static str,
    },
    /// Worth looking at; it says nothing of whether the removal stands.
    Signal(Objection),
    /// No text is held for its day.
    NotHeld(Objection),
}

/// What a rule objects to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The objection in one sentence, without the number of the record.
    pub sentence: Cow<'static, str>,
    /// The facts on which it rests; the first is the one to look at.
    pub read: &'static [Field],
    /// Who can mend it.
    pub mover: Mover,
}

/// Whose move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr, Display)]
#[strum(serialize_all = "kebab-case")]
pub enum Mover {
    /// Who keeps the crime record.
    RecordKeeper,
    /// Who investigates the crime.
    Investigator,
    /// A designated decision maker.
    DecisionMaker,
    /// The Force Crime Registrar.
    Registrar,
}

impl Mover {
    /// In a sentence.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::RecordKeeper => "who keeps the crime record",
            Self::Investigator => "who investigates the crime",
            Self::DecisionMaker => "a designated decision maker",
            Self::Registrar => "the Force Crime Registrar",
        }
    }
}

impl Answer {
    /// It keeps the rule.
    pub(crate) const fn met(read: &'static [Field], because: &'static str) -> Self {
        Self::Met { because, read }
    }

    /// It breaks the rule.
    pub(crate) fn broken(
        read: &'static [Field],
        mover: Mover,
        sentence: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::Broken(Objection { sentence: sentence.into(), read, mover })
    }

    /// It is worth looking at.
    pub(crate) fn signal(
        read: &'static [Field],
        mover: Mover,
        sentence: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::Signal(Objection { sentence: sentence.into(), read, mover })
    }

    /// It cannot be told, for want of these facts.
    pub(crate) fn untold(missing: impl Into<Vec<Field>>, mover: Mover) -> Self {
        Self::CannotBeTold { missing: missing.into(), mover, otherwise: None }
    }

    /// Asks for all of these facts. Each comes with what is said where it is not so; the first that is not so decides, whatever is not
    /// known of the others.
    pub(crate) fn of_all<const N: usize>(
        facts: [(&'static [Field; 1], Fact, &'static str); N],
        mover: Mover,
        read: &'static [Field],
        because: &'static str,
    ) -> Self {
        match all(&facts.map(|([field], fact, _)| (*field, fact))) {
            All::Yes => Self::met(read, because),
            All::Unknown(missing) => Self::untold(missing, mover),
            All::No(field) => facts
                .into_iter()
                .find(|([named], ..)| *named == field)
                .map_or(Self::NotAsked, |(field, _, sentence)| Self::broken(field, mover, sentence)),
        }
    }

    /// It keeps the rule, once all of this is known; otherwise it cannot be told for want of what is not.
    pub(crate) fn met_once_known<const N: usize>(
        known: [(Field, bool); N],
        mover: Mover,
        read: &'static [Field],
        because: &'static str,
    ) -> Self {
        let missing: Vec<Field> =
            known.into_iter().filter(|(_, known)| !known).map(|(field, _)| field).collect();
        if missing.is_empty() { Self::met(read, because) } else { Self::untold(missing, mover) }
    }

    /// The same answer where only one text asks: by the other the rule is kept, for the reason given.
    pub(crate) fn by_one_reading(self, other: &'static str) -> Self {
        match self {
            Self::Broken(safe) => Self::ReadingsDiffer { safe, other },
            Self::CannotBeTold { missing, mover, otherwise: _ } => {
                Self::CannotBeTold { missing, mover, otherwise: Some(other) }
            }
            Self::NotAsked
            | Self::Met { .. }
            | Self::ReadingsDiffer { .. }
            | Self::Signal(_)
            | Self::NotHeld(_) => self,
        }
    }
}

/// Whether everything of a list is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum All {
    /// All of it.
    Yes,
    /// This is not; it is the first that is not.
    No(Field),
    /// Nothing is not so, and of these it is not known.
    Unknown(Vec<Field>),
}

/// Whether all of these are so. One that is not so decides, whatever is not known of the others.
pub(crate) fn all(facts: &[(Field, Fact)]) -> All {
    if let Some((field, _)) = facts.iter().find(|(_, fact)| *fact == Fact::No) {
        return All::No(*field);
    }
    let unknown: Vec<Field> = facts
        .iter()
        .filter(|(_, fact)| matches!(fact, Fact::NotKnown | Fact::NotSupplied))
        .map(|(field, _)| *field)
        .collect();
    if unknown.is_empty() { All::Yes } else { All::Unknown(unknown) }
}
