//! What was left over of one report, and belongs to another.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
};

use crate::{
    compare::{
        distance::listed,
        judge::{Judge, Left, Side},
        kind::Kind,
        layouts::{due, recorded},
        rows::{Due, Recorded},
    },
    rules::recorded_under_its_own_incident,
};
use calendar::moment::{self, missing};

/// By what a crime is known again under another report: its class, its victims and its day. All three must be known.
pub(crate) type Key = (String, Vec<String>, i64);

pub(crate) fn key(class: &str, victims: &str, day: Option<i64>) -> Option<Key> {
    let victims: Vec<String> = listed(victims).into_iter().map(str::to_owned).collect();
    if victims.is_empty() {
        return None;
    }
    Some((class.to_ascii_uppercase(), victims, day?))
}

/// A number that is the same for all that may belong together, to divide by.
#[must_use]
pub fn key_of(left: &Left) -> u64 {
    key_of_row(left).map_or(0, |key| BuildHasherDefault::<DefaultHasher>::default().hash_one(key))
}

fn key_of_row(left: &Left) -> Option<Key> {
    let (class, victims, day) = match left.side {
        Side::Due | Side::DueOfUnread => (due::CLASS, due::VICTIMS, due::DAY),
        Side::Recorded | Side::NoIncident => (recorded::CLASS, recorded::VICTIMS, recorded::DAY),
    };
    let victims = left.record.get(victims);
    let day = moment::day(left.record.get(day)).ok().flatten();
    key(left.record.get(class), if missing(victims) { "" } else { victims }, day)
}

/// Settles what was left over: a crime due of one report and recorded under another, with the same class, the same victims and the same day,
/// belong together, the earlier to the earlier. The rest is not recorded, without basis or without a report. All that share a
/// [`key_of`] must come at once; the findings are in `judge` then.
pub fn settle(left: Vec<Left>, judge: &mut Judge<'_>) {
    let mut by_key: BTreeMap<Key, (Vec<Left>, Vec<Left>)> = BTreeMap::new();
    for one in left {
        let Some(key) = key_of_row(&one) else { continue };
        let (dues, crimes) = by_key.entry(key).or_default();
        if matches!(one.side, Side::Due | Side::DueOfUnread) {
            (0..one.count).for_each(|_| dues.push(one.clone()));
        } else {
            crimes.push(one);
        }
    }
    let mut done = Vec::new();
    for (dues, crimes) in by_key.values() {
        let mut dues: Vec<(Side, Due<'_>)> =
            dues.iter().filter_map(|left| Some((left.side, Due::read(&left.record).ok()?))).collect();
        dues.sort_by_key(|(_, due)| (due.received, due.incident, due.record.line));
        let mut crimes: Vec<(Side, Recorded<'_>)> =
            crimes.iter().filter_map(|left| Some((left.side, Recorded::read(&left.record).ok()?))).collect();
        crimes.sort_by_key(|(_, crime)| (crime.at, crime.crime, crime.record.line));
        let both = dues.len().min(crimes.len());
        let (matched, missing) = dues.split_at_checked(both).unwrap_or_default();
        let (partners, surplus) = crimes.split_at_checked(both).unwrap_or_default();
        for ((_, due), (_, crime)) in matched.iter().zip(partners) {
            let at = judge.at_due(due, Some(crime));
            judge.tally.count(at, Kind::UnderAnotherLog);
            let place = judge.settings.place(crime.record);
            judge.findings.push(recorded_under_its_own_incident::check(due, crime, judge.store(due), &place));
            judge.timed(at, due, crime);
        }
        for (side, due) in missing {
            judge.not_recorded(due, *side);
        }
        for (side, crime) in surplus {
            judge.without_partner(crime, *side, None);
        }
        // In the order of the records, whichever key they have.
        done.append(&mut judge.findings);
    }
    done.sort_by(|one, other| {
        (&one.record, &one.place, one.rule.id).cmp(&(&other.record, &other.place, other.rule.id))
    });
    judge.findings = done;
}
