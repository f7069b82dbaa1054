//! The files of a folder that belong to this room, for templates and documents.

use table::Layout;

use crate::{
    organisation::{FUNCTIONS, INSPECTIONS, RISKS},
    portfolio::{ITEM_FACTS, ITEMS, KEY_DATES, PRIORITIES},
    roll_out::{PHASE_SCOPE, PHASES, UNITS},
};

/// The tables of this room.
pub static LAYOUTS: &[&Layout] = &[
    &ITEMS,
    &KEY_DATES,
    &PHASES,
    &PHASE_SCOPE,
    &UNITS,
    &PRIORITIES,
    &ITEM_FACTS,
    &FUNCTIONS,
    &RISKS,
    &INSPECTIONS,
];

/// Where in a folder each table lies.
pub static FILES: &[(&str, &Layout)] = &[
    ("change/items.csv", &ITEMS),
    ("change/key_dates.csv", &KEY_DATES),
    ("change/phases.csv", &PHASES),
    ("change/phase_scope.csv", &PHASE_SCOPE),
    ("change/units.csv", &UNITS),
    ("change/priorities.csv", &PRIORITIES),
    ("change/facts.csv", &ITEM_FACTS),
    ("organisation/functions.csv", &FUNCTIONS),
    ("organisation/risks.csv", &RISKS),
    ("organisation/inspections.csv", &INSPECTIONS),
];

/// Where in a folder each settings file lies, with the keys it may hold.
pub static SETTINGS: &[(&str, &[&str])] = &[
    (
        "change/portfolio.toml",
        &["programmes_declared", "projects_declared", "team", "team_is", "paragraph", "source"],
    ),
    (
        "change/roll_out.toml",
        &[
            "name",
            "phases_announced",
            "near_event_days",
            "staff_realigned",
            "staff_realigned_is",
            "paragraph",
            "source",
        ],
    ),
];
