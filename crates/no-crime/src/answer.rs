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
        Self::CannotBeTold { missing: missing.into(), mover }
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
