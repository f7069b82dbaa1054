//! What the published list says of the offences to which the rules lead.

use std::sync::LazyLock;

use chrono::NaiveDate;
use crime::{Against, InForceOn, Listed, Offence};
use rulebook::Known;
use rustc_hash::FxHashMap;

use crate::verdict::Classified;

/// The first row of the list for a class and subcode, the current ones before the others.
static FIRST: LazyLock<FxHashMap<(&'static str, &'static str), &'static Offence>> = LazyLock::new(|| {
    let mut first = FxHashMap::default();
    for listed in [Listed::Current, Listed::Former] {
        for offence in Offence::all().filter(|offence| offence.listed == listed) {
            first.entry((offence.class.as_str(), offence.subcode.as_str())).or_insert(offence);
        }
    }
    first
});

/// The first row of a class.
static OF_CLASS: LazyLock<FxHashMap<&'static str, &'static Offence>> = LazyLock::new(|| {
    let mut first = FxHashMap::default();
    for offence in Offence::all() {
        first.entry(offence.class.as_str()).or_insert(offence);
    }
    first
});

/// The rows of a subcode.
static OF_SUBCODE: LazyLock<FxHashMap<&'static str, Vec<&'static Offence>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<&'static str, Vec<&'static Offence>> = FxHashMap::default();
    for offence in Offence::all() {
        rows.entry(offence.subcode.as_str()).or_default().push(offence);
    }
    rows
});

/// Every row of the list with a subcode.
#[must_use]
pub fn of_subcode(subcode: &str) -> &'static [&'static Offence] {
    OF_SUBCODE.get(subcode).map_or(&[], Vec::as_slice)
}

/// The row of the list for a class and subcode; without a subcode, the first of the class.
#[must_use]
pub fn row(class: &str, subcode: &str) -> Option<&'static Offence> {
    if subcode.is_empty() { OF_CLASS.get(class).copied() } else { FIRST.get(&(class, subcode)).copied() }
}

/// Whom a crime is against, as the list says; a class that is not in the list is taken to have a victim.
#[must_use]
pub fn against(crime: &Classified) -> Against {
    row(crime.class, crime.subcode)
        .or_else(|| row(crime.class, ""))
        .map_or(Against::Victim, |offence| offence.against)
}

/// Whether the list has an offence in force on a day.
#[must_use]
pub fn in_force(class: &str, subcode: &str, on: Option<NaiveDate>) -> InForceOn {
    let (Some(offence), Some(on)) = (row(class, subcode), on) else { return InForceOn::NotKnown };
    match offence.in_force(on) {
        Known::Is(true) => InForceOn::Yes,
        Known::Is(false) => InForceOn::No,
        Known::NotKnown | Known::NotSupplied => InForceOn::NotKnown,
    }
}
