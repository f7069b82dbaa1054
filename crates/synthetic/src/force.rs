//! An invented force: crimes due and crimes recorded of as many reports as are asked for, with faults planted and known.

use std::io::{self, Write};

use crate::{
    dates::{Minute, minute},
    draw::Draw,
};

mod faults;

pub use faults::Fault;

/// How clean the extracts of an invented force are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clean {
    /// Nothing is wrong but what is planted, and no report has two faults.
    Wholly,
    /// References of victims and reports are mistyped, clocks are wrong, victims are missing or shared by many reports, and faults come
    /// together. None of this is a fault of recording; it hides some and looks like others.
    AsTyped,
}

/// A fault that was planted: the rule that must find it, and the record of which it must say so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Planted {
    /// The slug of the rule.
    pub rule: &'static str,
    /// The crime number, or the report where a crime is missing.
    pub record: String,
}

/// What is true of an invented force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ForceTruth {
    /// Every fault.
    pub planted: Vec<Planted>,
    /// Reports.
    pub incidents: u64,
    /// Crimes due.
    pub due: u64,
    /// Crimes recorded.
    pub recorded: u64,
}

const DUE_HEADER: &str =
    "incident,what,class,subcode,victims,offender,day,deadline,received,store,policing_unit,route";
const RECORDED_HEADER: &str = "crime,incident,class,subcode,victims,offender,day,recorded,status,transferred_to,\
                               first_class,reclassified,reclassified_by,outcome,outcome_may,policing_unit,role";

/// Offences of the list of 2026/27, of the kinds that come most.
const OFFENCES: [(&str, &str); 12] = [
    ("8N", "008/06"),
    ("105A", "008/09"),
    ("8L", "008/61"),
    ("58B", "058/00"),
    ("58C", "058/00"),
    ("46", "046/00"),
    ("49", "049/10"),
    ("28I", "028/03"),
    ("39", "039/00"),
    ("34B", "034/01"),
    ("44", "044/00"),
    ("9A", "125/12"),
];

const STORES: [&str; 5] = [
    "command and control",
    "command and control",
    "protection units",
    "crime-related incidents",
    "referrals",
];
const ROUTES: [&str; 4] = ["telephone", "telephone", "counter", "partner"];
const ROLES: [&str; 4] = ["response", "response", "neighbourhood", "detective"];

/// Reports with so many crimes due, of a hundred.
const CRIMES: [u64; 5] = [15, 35, 28, 13, 9];

/// A crime of a report, before anything happens to it.
#[derive(Debug, Clone)]
struct Crime {
    offence: (&'static str, &'static str),
    victim: String,
    offender: String,
    day: Minute,
}

/// A row of the recorded table.
#[derive(Debug, Clone)]
struct Row {
    crime: String,
    incident: String,
    class: &'static str,
    subcode: &'static str,
    victim: String,
    offender: String,
    day: Minute,
    recorded: Minute,
    status: &'static str,
    transferred_to: &'static str,
    first_class: &'static str,
    reclassified: bool,
    approver: &'static str,
    outcome: &'static str,
    outcome_may: &'static str,
    unit: u64,
    role: &'static str,
}

/// What goes on from one report to the next.
struct Force {
    draw: Draw,
    clean: Clean,
    crimes: u64,
    /// Rows that stand under the next report.
    under_next: Vec<Row>,
    truth: ForceTruth,
}

/// Writes the crimes due and the crimes recorded of an invented force, both in the order of their reports, and tells the truth of them. The
/// same seed gives the same bytes. About one report in forty has a fault.
///
/// # Errors
///
/// What the outputs say.
///
/// ```
/// use synthetic::{Clean, force};
/// let (mut due, mut recorded) = (Vec::new(), Vec::new());
/// let truth = force(7, 10_000, Clean::Wholly, &mut due, &mut recorded)?;
/// assert!(due.starts_with(b"incident,what,class,") && truth.incidents == 10_000);
/// assert!(truth.planted.iter().any(|fault| fault.rule == "due-crime-recorded"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn force(
    seed: u64,
    incidents: u64,
    clean: Clean,
    due: &mut impl Write,
    recorded: &mut impl Write,
) -> io::Result<ForceTruth> {
    writeln!(due, "{DUE_HEADER}")?;
    writeln!(recorded, "{RECORDED_HEADER}")?;
    let mut force = Force {
        draw: Draw::seeded(seed),
        clean,
        crimes: 0,
        under_next: Vec::new(),
        truth: ForceTruth { incidents, ..ForceTruth::default() },
    };
    for number in 1..=incidents {
        force.report(number, number == incidents, due, recorded)?;
    }
    Ok(force.truth)
}

impl Force {
    fn report(
        &mut self,
        number: u64,
        last: bool,
        due: &mut impl Write,
        recorded: &mut impl Write,
    ) -> io::Result<()> {
        let incident = format!("SYN{number:08}");
        let draw = &mut self.draw;
        // Received some time in the first nine months of 2026.
        let received = minute(draw.below(270 * 24 * 60));
        let deadline = received.later(24 * 60);
        let unit = draw.below(40);
        let (store, route) = (draw.one_of(&STORES), draw.one_of(&ROUTES));
        let mut kind = draw.below(100);
        let crimes = CRIMES.iter().position(|share| {
            let here = kind < *share;
            kind = kind.saturating_sub(*share);
            here
        });
        let crimes: Vec<Crime> =
            (0..crimes.unwrap_or_default()).map(|at| self.crime(number, at, received)).collect();
        let end = format!("{deadline},{received},{store},unit {unit},{route}");
        for crime in &crimes {
            self.truth.due += 1;
            let (class, subcode) = crime.offence;
            let (victim, offender, day) = (&crime.victim, &crime.offender, crime.day.day());
            writeln!(due, "{incident},crime,{class},{subcode},{victim},{offender},{day},{end}")?;
        }
        if crimes.is_empty() {
            let what = self.draw.one_of(&["not recorded", "registered", "nothing"]);
            writeln!(due, "{incident},{what},,,,,,{end}")?;
        }
        let moved = std::mem::take(&mut self.under_next);
        let mut rows: Vec<Row> = Vec::with_capacity(crimes.len() + moved.len());
        for crime in &crimes {
            rows.push(self.row(&incident, crime, received, unit));
        }
        // A report that holds the crime of another has no fault of its own, so that each stays what it was planted as.
        let quiet = !moved.is_empty() && self.clean == Clean::Wholly;
        let faults = if quiet || self.draw.below(40) != 0 { 0 } else { self.how_many() };
        for _ in 0..faults {
            faults::plant(self, &incident, deadline, received, unit, last, &mut rows);
        }
        for mut row in moved {
            row.incident.clone_from(&incident);
            rows.push(row);
        }
        if self.clean == Clean::AsTyped {
            for row in &mut rows {
                faults::mistype(row, &mut self.draw);
            }
        }
        self.draw.shuffle(&mut rows);
        // A reference that was mistyped, or that no store holds, still stands in its order.
        rows.sort_by(|one, other| one.incident.cmp(&other.incident));
        for row in &rows {
            self.truth.recorded += 1;
            row.write(recorded)?;
        }
        Ok(())
    }

    fn how_many(&mut self) -> u64 {
        match self.clean {
            Clean::Wholly => 1,
            Clean::AsTyped => self.draw.between(1, 2),
        }
    }

    fn crime(&mut self, report: u64, at: usize, received: Minute) -> Crime {
        let offence = self.draw.one_of(&OFFENCES);
        let shop = self.clean == Clean::AsTyped && self.draw.below(20) == 0;
        let victim =
            if shop { format!("SYNSHOP{}", self.draw.below(50)) } else { format!("SYNV{report:08}{at}") };
        let offender = if self.draw.below(2) == 0 { format!("SYNO{report:08}") } else { String::new() };
        Crime { offence, victim, offender, day: received.earlier(self.draw.below(3 * 24 * 60)) }
    }

    fn number(&mut self) -> String {
        self.crimes += 1;
        format!("SYNC{:08}", self.crimes)
    }

    fn row(&mut self, incident: &str, crime: &Crime, received: Minute, unit: u64) -> Row {
        let (class, subcode) = crime.offence;
        let (outcome, outcome_may) = match self.draw.below(4) {
            0 => ("16", "yes"),
            1 => ("18", ""),
            2 => ("1", "yes"),
            _ => ("", ""),
        };
        Row {
            crime: self.number(),
            incident: incident.to_owned(),
            class,
            subcode,
            victim: crime.victim.clone(),
            offender: crime.offender.clone(),
            day: crime.day,
            recorded: received.later(self.draw.below(24 * 60 + 1)),
            status: "",
            transferred_to: "",
            first_class: "",
            reclassified: false,
            approver: "",
            outcome,
            outcome_may,
            unit,
            role: self.draw.one_of(&ROLES),
        }
    }

    fn plant(&mut self, rule: &'static str, record: &str) {
        self.truth.planted.push(Planted { rule, record: record.to_owned() });
    }
}

impl Row {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let reclassified =
            if self.reclassified { self.recorded.later(2 * 24 * 60).to_string() } else { String::new() };
        writeln!(
            out,
            "{},{},{},{},{},{},{},{},{},{},{},{reclassified},{},{},{},unit {},{}",
            self.crime,
            self.incident,
            self.class,
            self.subcode,
            self.victim,
            self.offender,
            self.day.day(),
            self.recorded,
            self.status,
            self.transferred_to,
            self.first_class,
            self.approver,
            self.outcome,
            self.outcome_may,
            self.unit,
            self.role
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn made(clean: Clean) -> (String, String, ForceTruth) {
        let (mut due, mut recorded) = (Vec::new(), Vec::new());
        let truth = force(3, 20_000, clean, &mut due, &mut recorded).unwrap();
        (String::from_utf8(due).unwrap(), String::from_utf8(recorded).unwrap(), truth)
    }

    #[test]
    fn every_kind_of_fault_is_planted_and_counted() {
        for clean in [Clean::Wholly, Clean::AsTyped] {
            let (due, recorded, truth) = made(clean);
            let rules: BTreeSet<&str> = truth.planted.iter().map(|fault| fault.rule).collect();
            let all: BTreeSet<&str> = Fault::ALL.iter().map(|fault| fault.rule()).collect();
            assert_eq!(rules, all);
            let crimes_due =
                due.lines().filter(|line| line.split(',').nth(1) == Some("crime")).count() as u64;
            assert_eq!((crimes_due, recorded.lines().count() as u64 - 1), (truth.due, truth.recorded));
            // Mean of the shares: 1.66 crimes a report; five standard deviations of the mean are under 0.05.
            let mean = truth.due * 100 / truth.incidents;
            assert!((161..=171).contains(&mean), "{mean}");
        }
    }

    #[test]
    fn both_tables_are_in_order_and_the_same_each_time() {
        let (due, recorded, truth) = made(Clean::Wholly);
        let order = |text: &str, column: usize| {
            let keys: Vec<String> =
                text.lines().skip(1).map(|line| line.split(',').nth(column).unwrap().to_owned()).collect();
            keys.is_sorted()
        };
        assert!(order(&due, 0) && order(&recorded, 1));
        assert_eq!(made(Clean::Wholly), (due, recorded, truth));
    }
}
