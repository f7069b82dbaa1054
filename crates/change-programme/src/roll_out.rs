//! A roll-out in phases: what is announced, the phases, what each covers, and the units there are.

use calendar::Weekday;
use chrono::NaiveDate;
use rulebook::{Known, Qualifier};
use serde::Deserialize;
use table::{Column, Layout};

use crate::{
    PhaseNumber,
    cells::{name, qualifier, whole, whole_if_told},
};

/// What a paper announces of its roll-out: `change/roll_out.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RollOut {
    /// Its name.
    pub name: String,
    /// In how many phases it is said to happen.
    #[serde(deserialize_with = "whole")]
    pub phases_announced: u64,
    /// Up to how many days before or after an event a go-live day counts as near it.
    #[serde(deserialize_with = "whole")]
    pub near_event_days: u64,
    /// How many people change their role; none: not supplied.
    #[serde(default, deserialize_with = "whole_if_told")]
    pub staff_realigned: Option<u64>,
    /// How firmly that number may be read.
    #[serde(default, deserialize_with = "qualifier")]
    pub staff_realigned_is: Qualifier,
    /// The paragraph of the source.
    #[serde(default)]
    pub paragraph: String,
    /// Where it comes from.
    pub source: String,
}

/// The layout of `change/phases.csv`.
pub static PHASES: Layout = Layout {
    name: "phases",
    what: "one row a phase of the roll-out, as printed",
    columns: &[
        Column::required("phase", "a phase number, One to Twenty or 1 to 999"),
        Column::required("go_live", "a day, `not known` or empty"),
        Column::optional("weekday", "the day of the week as printed, `not known` or empty"),
    ],
};

/// A phase. It has a first day and no last one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Phase {
    /// Its number.
    #[serde(rename = "phase")]
    pub number: PhaseNumber,
    /// The day on which it goes live.
    #[serde(deserialize_with = "table::known_day")]
    pub go_live: Known<NaiveDate>,
    /// The day of the week, as printed beside that day.
    #[serde(default)]
    pub weekday: Known<Weekday>,
}

/// The layout of `change/phase_scope.csv`.
pub static PHASE_SCOPE: Layout = Layout {
    name: "phase-scope",
    what: "one row a unit or function that a phase covers",
    columns: &[
        Column::required("phase", "a phase of change/phases.csv"),
        Column::required("kind", "one of: unit, function"),
        Column::required("name", "the unit, as in change/units.csv, or the function"),
    ],
};

/// One thing that a phase covers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Scope {
    /// The phase.
    pub phase: PhaseNumber,
    /// What sort of thing.
    pub kind: ScopeKind,
    /// Its name.
    #[serde(deserialize_with = "name")]
    pub name: String,
}

/// What a phase may cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScopeKind {
    /// A unit with an area of its own.
    Unit,
    /// A function, whatever area it has.
    Function,
}

/// The layout of `change/units.csv`.
pub static UNITS: Layout = Layout {
    name: "units",
    what: "one row a unit of the force, all of them",
    columns: &[Column::required("unit", "its name")],
};

/// A unit of the force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Unit {
    /// Its name.
    #[serde(rename = "unit", deserialize_with = "name")]
    pub name: String,
}
