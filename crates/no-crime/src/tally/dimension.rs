//! What removals are broken down by.

use std::borrow::Cow;

use chrono::Datelike as _;
use crime::removal::{Field, Removal};
use rulebook::Known;

use crate::offences::listed;

/// What removals are broken down by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// The group of the offence that was recorded, as the list has it.
    OffenceGroup,
    /// The ground of the removal.
    Ground,
    /// The unit that holds the record.
    PolicingUnit,
    /// The function in which it was decided.
    Role,
    /// The month of the removal.
    Month,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::OffenceGroup, Self::Ground, Self::PolicingUnit, Self::Role, Self::Month];

    /// Its name, as tables and figures have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OffenceGroup => "offence_group",
            Self::Ground => "ground",
            Self::PolicingUnit => "policing_unit",
            Self::Role => "role",
            Self::Month => "month",
        }
    }

    /// Its name for people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::OffenceGroup => "offence group",
            Self::Ground => "ground",
            Self::PolicingUnit => "policing unit",
            Self::Role => "function of who decided",
            Self::Month => "month of removal",
        }
    }

    /// What a removal has there: `Robbery`, `additional-verifiable-information`, `2026-06`; or `not known`, `not supplied`.
    pub(super) fn value(self, removal: &Removal) -> Cow<'_, str> {
        match self {
            Self::OffenceGroup => match (&removal.class, listed(removal)) {
                (_, Some(listed)) => Cow::Borrowed(listed.group),
                (Known::Is(_), None) => Cow::Borrowed("class not listed"),
                (Known::NotKnown | Known::NotSupplied, None) => removal.value(Field::Class),
            },
            Self::Ground => removal.value(Field::Ground),
            Self::PolicingUnit => removal.value(Field::PolicingUnit),
            Self::Role => removal.value(Field::Role),
            Self::Month => match removal.removed {
                Known::Is(moment) => moment.date().map_or_else(
                    || Cow::Owned(Known::<String>::NotKnown.to_string()),
                    |day| Cow::Owned(format!("{:04}-{:02}", day.year(), day.month())),
                ),
                Known::NotKnown | Known::NotSupplied => removal.value(Field::Removed),
            },
        }
    }
}
