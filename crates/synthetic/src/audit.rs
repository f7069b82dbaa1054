//! An invented period of reports whose every crime is known, for a sample to be drawn from and judged.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    dates::{Minute, minute},
    draw::Draw,
};

/// Reports of an invented period: the frame, the extracts that a comparison reads, and what is true of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// The frame as CSV: synthetic, record, day, route, unit.
    pub frame_csv: String,
    /// The crimes due as CSV.
    pub due_csv: String,
    /// The crimes recorded as CSV.
    pub recorded_csv: String,
    /// What is true of each report, by its reference.
    pub truth: BTreeMap<String, Vec<TrueCrime>>,
}

/// What is true of a crime, or of a report without crimes, in the words of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrueCrime {
    /// `recorded`, `not recorded`, `recorded without basis` or `no crime due`.
    pub judgement: &'static str,
    /// The class that was due; empty if none was.
    pub class_due: &'static str,
    /// The class under which it is recorded; empty if it is not.
    pub class_recorded: &'static str,
    /// When the report was received.
    pub received: String,
    /// When the crime was recorded; empty if it is not.
    pub recorded: String,
    /// Whether the victim was told: `yes` or `no`; empty where nothing was due.
    pub victim_told: &'static str,
}

/// Routes, how many of a hundred reports come by each, and of how many of a hundred reports with crimes those are recorded.
const ROUTES: [(&str, u64, u64); 3] = [("telephone", 70, 96), ("counter", 20, 91), ("partner", 10, 74)];

/// Classes with their subcodes, each with one that it is taken for.
const CLASSES: [(&str, &str, &str, &str); 4] = [
    ("8N", "008/06", "105A", "008/09"),
    ("49", "049/10", "28I", "028/03"),
    ("58B", "058/00", "58C", "058/00"),
    ("8L", "008/61", "8N", "008/06"),
];

/// Makes the reports of one period. The same seed gives the same bytes.
///
/// By telephone 96 of 100 reports with crimes have them recorded, at a counter 91, from a partner 74; where they are not, one crime or all of them
/// are missing. Of what is recorded 4 in 100 stand under a wrong class and 12 in 100 are late.
///
/// ```
/// let audit = synthetic::audit(3, 500);
/// assert_eq!((audit.truth.len(), audit.frame_csv.lines().count()), (500, 501));
/// assert!(audit.truth.values().flatten().any(|crime| crime.judgement == "not recorded"));
/// ```
#[must_use]
pub fn audit(seed: u64, reports: u64) -> Audit {
    let mut draw = Draw::seeded(seed);
    let mut audit = Audit {
        frame_csv: "synthetic,record,day,route,unit\n".to_owned(),
        due_csv: "incident,what,class,subcode,victims,day,deadline,received,route\n".to_owned(),
        recorded_csv: "crime,incident,class,subcode,victims,day,recorded\n".to_owned(),
        truth: BTreeMap::new(),
    };
    let mut crimes = 0;
    for number in 1..=reports {
        let record = format!("SYN{number:06}");
        // February to April of 2026.
        let received = minute(draw.below(89 * 24 * 60));
        let mut share = draw.below(100);
        let (route, _, recorded) = ROUTES
            .iter()
            .find(|(_, of_hundred, _)| {
                let here = share < *of_hundred;
                share = share.saturating_sub(*of_hundred);
                here
            })
            .copied()
            .unwrap_or_default();
        let unit = draw.below(6) + 1;
        let _ = writeln!(audit.frame_csv, "yes,{record},{},{route},unit {unit}", received.day());
        let report = Report { record: &record, received, route, recorded };
        let found = report.crimes(&mut draw, &mut crimes, &mut audit);
        audit.truth.insert(record, found);
    }
    audit
}

struct Report<'a> {
    record: &'a str,
    received: Minute,
    route: &'static str,
    /// Of how many of a hundred reports the crimes are recorded.
    recorded: u64,
}

impl Report<'_> {
    fn crimes(&self, draw: &mut Draw, number: &mut u64, audit: &mut Audit) -> Vec<TrueCrime> {
        let Self { record, received, route, .. } = self;
        let (day, deadline) = (received.day(), received.later(24 * 60));
        let due = [0, 1, 1, 1, 1, 1, 2, 2, 3, 4].get(usize::try_from(draw.below(10)).unwrap_or_default());
        let due = due.copied().unwrap_or_default();
        let mut found = Vec::new();
        if due == 0 {
            let _ = writeln!(audit.due_csv, "{record},nothing,,,,{day},,{received},{route}");
            let without_basis = draw.below(20) == 0;
            let recorded = received.later(draw.below(24 * 60));
            if without_basis {
                *number += 1;
                let (class, subcode, ..) = draw.one_of(&CLASSES);
                let _ = writeln!(
                    audit.recorded_csv,
                    "C{number:06},{record},{class},{subcode},{record}-v1,{day},{recorded}"
                );
                found.push(self.crime("recorded without basis", "", class, recorded.to_string(), ""));
            } else {
                found.push(self.crime("no crime due", "", "", String::new(), ""));
            }
            return found;
        }
        let missed = draw.below(100) >= self.recorded;
        // Half of what is missed is missed whole, the other half in one crime.
        let whole = draw.below(2) == 0;
        for at in 1..=due {
            let (class, subcode, other, other_subcode) = draw.one_of(&CLASSES);
            let _ = writeln!(
                audit.due_csv,
                "{record},crime,{class},{subcode},{record}-v{at},{day},{deadline},{received},{route}"
            );
            let told = if draw.below(10) == 0 { "no" } else { "yes" };
            let late = draw.below(100) < 12;
            let after = if late { 24 * 60 + 1 + draw.below(9 * 24 * 60) } else { draw.below(24 * 60) };
            let wrong = draw.below(100) < 4;
            if missed && (whole || at == due) {
                found.push(self.crime("not recorded", class, "", String::new(), told));
                continue;
            }
            *number += 1;
            let recorded = received.later(after);
            let (as_class, as_subcode) = if wrong { (other, other_subcode) } else { (class, subcode) };
            let _ = writeln!(
                audit.recorded_csv,
                "C{number:06},{record},{as_class},{as_subcode},{record}-v{at},{day},{recorded}"
            );
            found.push(self.crime("recorded", class, as_class, recorded.to_string(), told));
        }
        found
    }

    fn crime(
        &self,
        judgement: &'static str,
        class_due: &'static str,
        class_recorded: &'static str,
        recorded: String,
        victim_told: &'static str,
    ) -> TrueCrime {
        TrueCrime {
            judgement,
            class_due,
            class_recorded,
            received: self.received.to_string(),
            recorded,
            victim_told,
        }
    }
}

/// The seed of the example in the documents.
pub const AUDIT_SEED: u64 = 2026;

/// How many reports the example has.
pub const AUDIT_REPORTS: u64 = 1_500;

impl Audit {
    /// What is true of each report, as CSV: one row a crime, or a report without crimes.
    #[must_use]
    pub fn truth_csv(&self) -> String {
        let mut text =
            "synthetic,record,judgement,class_due,class_recorded,received,recorded,victim_told\n".to_owned();
        for (record, crimes) in &self.truth {
            for crime in crimes {
                let TrueCrime { judgement, class_due, class_recorded, received, recorded, victim_told } =
                    crime;
                let _ = writeln!(
                    text,
                    "yes,{record},{judgement},{class_due},{class_recorded},{received},{recorded},{victim_told}"
                );
            }
        }
        text
    }

    /// How many crimes were due in the whole period, and how many of them are recorded.
    #[must_use]
    pub fn due_and_recorded(&self) -> (u64, u64) {
        let crimes = self.truth.values().flatten();
        crimes.fold((0, 0), |(due, recorded), crime| match crime.judgement {
            "recorded" => (due + 1, recorded + 1),
            "not recorded" => (due + 1, recorded),
            _ => (due, recorded),
        })
    }

    /// The cells that an auditor fills in on each line of a case, in the order of the sheet from `judgement` to `no_crime`: the truth, or for
    /// `slips` of a hundred crimes a slip of the hand.
    #[must_use]
    pub fn judged(&self, record: &str, slips: u64, seed: u64) -> Vec<[String; 7]> {
        let mut draw = Draw::seeded(seed);
        let crimes = self.truth.get(record).map(Vec::as_slice).unwrap_or_default();
        crimes
            .iter()
            .map(|crime| {
                let slipped = draw.below(100) < slips && crime.judgement == "recorded";
                let judgement = if slipped { "not recorded" } else { crime.judgement };
                let only_if_recorded = |text: &str| if slipped { String::new() } else { text.to_owned() };
                [
                    judgement.to_owned(),
                    crime.class_due.to_owned(),
                    only_if_recorded(crime.class_recorded),
                    crime.received.clone(),
                    only_if_recorded(&crime.recorded),
                    crime.victim_told.to_owned(),
                    String::new(),
                ]
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_and_the_rates_are_about_those_promised() {
        let made = audit(1, 20_000);
        assert_eq!(made, audit(1, 20_000));
        assert_eq!(
            made.due_csv.lines().filter(|line| line.contains(",crime,")).count() as u64,
            made.due_and_recorded().0
        );
        let by_route = |route: &str| {
            let records: Vec<&str> = made
                .frame_csv
                .lines()
                .filter(|line| line.contains(&format!(",{route},")))
                .map(|line| line.split(',').nth(1).unwrap())
                .collect();
            let with_crimes = records.iter().filter(|record| !made.truth[**record][0].class_due.is_empty());
            let (all, missed) = with_crimes.fold((0_u32, 0_u32), |(all, missed), record| {
                let any = made.truth[*record].iter().any(|crime| crime.judgement == "not recorded");
                (all + 1, missed + u32::from(any))
            });
            missed * 1000 / all
        };
        // 4, 9 and 26 of a hundred; within five standard deviations of 12,600, 3,600 and 1,800 reports.
        assert!(by_route("telephone").abs_diff(40) < 9, "{}", by_route("telephone"));
        assert!(by_route("counter").abs_diff(90) < 24, "{}", by_route("counter"));
        assert!(by_route("partner").abs_diff(260) < 52, "{}", by_route("partner"));
    }

    #[test]
    fn what_is_recorded_and_what_is_true_agree() {
        let made = audit(2, 2_000);
        let rows = made.recorded_csv.lines().count() as u64 - 1;
        let true_rows =
            made.truth.values().flatten().filter(|crime| !crime.class_recorded.is_empty()).count() as u64;
        assert_eq!(rows, true_rows);
        let (record, crimes) = made.truth.iter().find(|(_, crimes)| crimes.len() > 1).unwrap();
        let judged = made.judged(record, 0, 1);
        assert_eq!(judged.len(), crimes.len());
        assert_eq!(judged[0][0], crimes[0].judgement);
    }
}
