//! How many crimes, and which: from matters that are recorded to crimes that are due.

use rulebook::Rule;

use crate::{
    Ask, Missing,
    matter::Matter,
    rules::{
        affray, counting_units, counting_units::Key, dangerous_driving, death_by_aggravated_vehicle_taking,
        finished_incident, fraud_over_enabling_hacking, going_equipped,
        home_and_business_outbuilding_damaged, home_and_outbuilding_at_once,
        offences_not_referred_to_report_fraud, one_crime_per_victim, principal_crime,
        robbery_absorbs_injuries, victimless_offences, weapons_used_elsewhere,
    },
};

/// Crimes that are due, and what could not be told.
#[derive(Debug, Default)]
pub struct Counted<'a> {
    /// Every matter that counts by what it is counted by, in that order.
    units: Vec<(Counting<'a>, usize)>,
    /// What could not be told.
    pub missing: Vec<Missing>,
}

/// Class, subcode, report and key: matters that share them are one crime.
type Counting<'a> = (&'a str, &'a str, usize, Key<'a>);

impl<'a> Counted<'a> {
    /// Each crime that is due: what is counted, and every matter that it covers, as indexes.
    pub fn crimes(&self) -> impl Iterator<Item = (Key<'a>, impl Iterator<Item = usize>)> {
        self.units.chunk_by(same).filter_map(|unit| {
            let ((_, _, _, key), _) = unit.first()?;
            Some((*key, unit.iter().map(|(_, at)| *at)))
        })
    }
}

fn same<K: PartialEq>((one, _): &(K, usize), (other, _): &(K, usize)) -> bool {
    one == other
}

/// Counts. A matter that does not count in addition is marked with the rule that says so.
pub fn count<'a>(matters: &mut [Matter<'a>], ask: &mut Ask<'_>) -> Counted<'a> {
    let mut counted = Counted::default();
    // What a rule says of acts done in the course of others, before anything is compared.
    for special in SPECIAL {
        // It stops at the first matter of which it cannot say, and takes that out of the count: so it is asked again for the others.
        for _ in 0..=matters.len() {
            match special(matters, ask) {
                Ok(()) => break,
                Err(missing) => counted.missing.push(missing),
            }
        }
    }
    // What belongs to a crime that is recorded already.
    let mut open = Vec::new();
    for matter in matters.iter_mut().filter(|matter| matter.counts()) {
        if let Err(missing) = finished_incident::against_earlier_records(matter, ask) {
            matter.drop_by(missing.by, principal_crime::UNDECIDED);
            counted.missing.push(missing);
            open.push(matter.case);
        }
    }
    counted.missing.extend(principal_crime::wait(matters, &open, ask));
    // One crime for each relationship of an offender or group with a victim: the principal one.
    let mut relationships = relationships(matters, ask, &mut counted.missing);
    relationships.sort_unstable();
    for group in relationships.chunk_by(same).filter(|group| group.len() > 1) {
        let group: Vec<usize> = group.iter().map(|(_, at)| *at).collect();
        if let Err(missing) = principal_crime::choose(matters, &group, ask) {
            counted.missing.push(missing);
        }
    }
    // By the unit of each class, over relationships.
    counted.units.reserve_exact(matters.len());
    for (at, matter) in matters.iter().enumerate().filter(|(_, matter)| matter.counts()) {
        match counting_units::key(matter, several_victims(matter, matters), ask) {
            Ok(key) => {
                counted.units.push(((matter.crime.class, matter.crime.subcode, matter.report, key), at));
            }
            Err(missing) => counted.missing.push(missing),
        }
    }
    counted.units.sort_unstable();
    counted
}

/// Whether another victim suffered the same offence of the same offender, so that the two might share a unit.
fn several_victims(matter: &Matter<'_>, matters: &[Matter<'_>]) -> bool {
    matters.iter().any(|other| {
        other.counts()
            && other.victim_id() != matter.victim_id()
            && (other.crime.class, other.crime.subcode) == (matter.crime.class, matter.crime.subcode)
            && other.case.act.by == matter.case.act.by
    })
}

/// A rule about acts that were done in the course of others.
type Special = fn(&mut [Matter<'_>], &mut Ask<'_>) -> Result<(), Missing>;

/// The special rules, each before the general ones. Their order does not matter: each only says that a matter is not counted in
/// addition to another that stays.
const SPECIAL: &[Special] = &[
    dangerous_driving::shown_by_injuries_alone,
    dangerous_driving::of_a_taken_vehicle,
    robbery_absorbs_injuries::applied,
    death_by_aggravated_vehicle_taking::applied,
    going_equipped::applied,
    home_and_outbuilding_at_once::only_the_home,
    home_and_business_outbuilding_damaged::only_the_home,
    offences_not_referred_to_report_fraud::applied,
    fraud_over_enabling_hacking::across_victims,
    affray::beside_violence,
    counting_units::one_of_a_class,
    weapons_used_elsewhere::dropped,
];

/// A relationship: whether it is one with a victim, the offender or group, and the victim, or else class and subcode.
type Relationship<'a> = (bool, &'a str, &'a str, &'a str);

/// The matters that count, by offender or group and victim; those against the state each by offender and class.
fn relationships<'a>(
    matters: &mut [Matter<'a>],
    ask: &mut Ask<'_>,
    missing: &mut Vec<Missing>,
) -> Vec<(Relationship<'a>, usize)> {
    let mut groups = Vec::with_capacity(matters.len());
    let mut open: Vec<(usize, &'static Rule)> = Vec::new();
    for (at, matter) in matters.iter().enumerate().filter(|(_, matter)| matter.counts()) {
        let key = if matter.with_victim {
            one_crime_per_victim::relationship(matter, matters, ask)
                .map(|by| (true, by, matter.victim_id(), ""))
        } else {
            victimless_offences::offender(matter, matters, ask)
                .map(|by| (false, by, matter.crime.class, matter.crime.subcode))
        };
        match key {
            Ok(key) => groups.push((key, at)),
            Err(fault) => {
                open.push((at, fault.by));
                missing.push(fault);
            }
        }
    }
    for (at, by) in open {
        if let Some(matter) = matters.get_mut(at) {
            matter.drop_by(by, principal_crime::UNDECIDED);
        }
    }
    groups
}
