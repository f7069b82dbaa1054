//! What the published list says of the offences to which the rules lead.

use std::sync::LazyLock;

use chrono::NaiveDate;
use crime::{Against, InForceOn, Listed, Offence};
use rulebook::Known;
use rustc_hash::FxHashMap;

use crate::verdict::Classified;

/// The first row of a class.
static OF_CLASS: LazyLock<FxHashMap<&'static str, &'static Offence>> = LazyLock::new(|| {
    let mut first = FxHashMap::default();
    for offence in Offence::all() {
        first.entry(offence.class.as_str()).or_insert(offence);
    }
    first
});

/// The rows of each subcode at its [`number`], the current ones before the others.
static OF_SUBCODE: LazyLock<Vec<Vec<&'static Offence>>> = LazyLock::new(|| {
    let numbers = Offence::all().filter_map(|offence| number(&offence.subcode));
    let mut rows = vec![Vec::new(); numbers.max().map_or(0, |highest| highest + 1)];
    for listed in [Listed::Current, Listed::Former] {
        for offence in Offence::all().filter(|offence| offence.listed == listed) {
            if let Some(rows) = number(&offence.subcode).and_then(|number| rows.get_mut(number)) {
                rows.push(offence);
            }
        }
    }
    rows
});

/// The digits of a subcode, `008/06` as 806: a place in a list is found faster than a text. Nothing, if it is no subcode.
fn number(subcode: &str) -> Option<usize> {
    let [class @ .., b'/', tens, ones] = subcode.as_bytes() else { return None };
    if class.len() != 3 {
        return None;
    }
    class
        .iter()
        .chain([tens, ones])
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + usize::from(digit - b'0')))
}

/// Every row of the list with a subcode.
#[must_use]
pub fn of_subcode(subcode: &str) -> &'static [&'static Offence] {
    number(subcode).and_then(|number| OF_SUBCODE.get(number)).map_or(&[], Vec::as_slice)
}

/// The first row of the list for a class and subcode, a current one if there is one; without a subcode, the first of the class.
#[must_use]
pub fn row(class: &str, subcode: &str) -> Option<&'static Offence> {
    if subcode.is_empty() {
        return OF_CLASS.get(class).copied();
    }
    of_subcode(subcode).iter().find(|offence| offence.class == class).copied()
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
