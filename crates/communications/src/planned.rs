//! An item of the plan, a desk, and what they meet.

use chrono::NaiveDate;
use crime::{Event, Proceeding};
use rulebook::{Known, Place};
use table::{Row, Rows};

use crate::{
    Channel, Desk, Item, Matter,
    rules::{message_in_pre_election_period::Restriction, message_touches_active_proceeding::Activity},
};

/// A desk and the channels it uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskChannels {
    /// The desk, and where it was read.
    pub desk: Row<Desk>,
    /// Its channels; none if it has none, or if no table of channels was given.
    pub channels: Vec<Row<Channel>>,
}

/// An item of the plan with what it meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Where it was read.
    pub place: Place,
    /// The item.
    pub item: Item,
    /// Each period of restricted messages known on the day, and what it means for the item.
    pub periods: Vec<PeriodMet>,
    /// Whether those are all: a table of events was given, and no row of it was rejected.
    ///
    /// If not, an item that meets none of [`Planned::periods`] may still lie in one: it cannot be told.
    pub periods_checked: bool,
    /// Each proceeding of the item's matter known on the day, and whether it is active.
    pub proceedings: Vec<ProceedingMet>,
    /// Whether those are all: a table of proceedings was given, and no row of it was rejected.
    pub proceedings_whole: bool,
}

/// A period of restricted messages beside an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodMet {
    /// The period.
    pub period: Event,
    /// What it means for the item.
    pub restriction: Restriction,
}

/// A proceeding beside an item that speaks of its matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProceedingMet {
    /// The proceeding.
    pub proceeding: Proceeding,
    /// Whether it is active while the item is said.
    pub activity: Activity,
}

impl Planned {
    /// Whether a day of the item lies in a period of restricted messages.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.periods.iter().any(|met| matches!(met.restriction, Restriction::Falls(_)))
    }

    /// Whether the item speaks of a matter with a proceeding that is active while it is said.
    #[must_use]
    pub fn touches_proceeding(&self) -> bool {
        self.proceedings.iter().any(|met| met.activity == Activity::Active)
    }

    /// Whether it can be told which active proceedings the item touches.
    #[must_use]
    pub fn proceedings_checked(&self) -> bool {
        match &self.item.matter {
            Known::Is(Matter::None) => true,
            Known::Is(Matter::Named(_)) => {
                self.proceedings_whole
                    && !self.proceedings.is_empty()
                    && self.proceedings.iter().all(|met| met.activity != Activity::CannotBeTold)
            }
            Known::NotKnown | Known::NotSupplied => false,
        }
    }
}

/// What was known of the world on the day, as far as this room needs it.
pub(crate) struct World<'a> {
    pub(crate) events: Option<&'a Rows<Event>>,
    pub(crate) proceedings: Option<&'a Rows<Proceeding>>,
    /// The periods of restricted messages known on the day.
    pub(crate) periods: Vec<&'a Row<Event>>,
    pub(crate) as_at: NaiveDate,
}
