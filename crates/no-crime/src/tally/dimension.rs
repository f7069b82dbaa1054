//! What removals are broken down by.

use crime::removal::Removal;
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
    pub(super) fn value(self, removal: &Removal) -> String {
        match self {
            Self::OffenceGroup => match (&removal.class, listed(removal)) {
                (_, Some(listed)) => listed.group.to_owned(),
                (Known::Is(_), None) => "class not listed".to_owned(),
                (missing @ (Known::NotKnown | Known::NotSupplied), None) => missing.to_string(),
            },
            Self::Ground => removal.ground.to_string(),
            Self::PolicingUnit => removal.policing_unit.to_string(),
            Self::Role => removal.role.to_string(),
            Self::Month => match removal.removed {
                Known::Is(moment) => moment.date().map_or_else(
                    || Known::<String>::NotKnown.to_string(),
                    |day| day.format("%Y-%m").to_string(),
                ),
                Known::NotKnown | Known::NotSupplied => removal.removed.to_string(),
            },
        }
    }
}
