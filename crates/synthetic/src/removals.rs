//! Invented removals of recorded crimes in the year to 31 March 2027, with faults planted and known.
//!
//! Nothing in it was counted: the shares of grounds, classes and faults are invented. Of a thousand removals that keep every rule 450 stand
//! on ground C2, 250 on C3, 180 on C4, 90 on C1 and 30 on C5. One group of removals in seven has a fault (a group is one removal, or two or
//! three that name each other), and every fault of [`Fault::all`] is planted about equally often. A removal has one fault at most. Of eight
//! units the last has one person who decides on nearly all of its removals; that is told in the truth beside the unit, as a signal.
//!
//! ```
//! let year = synthetic::removals::year(7, 4_000);
//! assert_eq!(year.removals_csv.lines().count(), 4_001);
//! assert!(year.truth_csv.starts_with("synthetic,record,fault,rule,verdict,other_reading\n"));
//! assert!(year.truth_csv.contains("untraceable-alone,never-enough-alone,does not stand,"));
//! ```

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use crate::draw::Draw;

mod fault;
mod faults;
mod row;
mod sound;

pub use fault::Fault;

use fault::{How, STANDS};
use row::{HEADER, Row};
use sound::{Kind, ONE_DECIDER, any_kind, sound};

/// How many removals a year has where nothing else is asked: enough for each fault five times, and near what a large force removes.
pub const A_YEAR: u64 = 4_000;

/// The seed of the example of the repository.
pub const EXAMPLE_SEED: u64 = 2026;

/// How many removals the example has: few enough to be read.
pub const EXAMPLE: u64 = 200;

/// The example has no room for every fault: it has every fourth, from the second on, some of which two texts judge differently.
const EXAMPLE_FAULTS: (usize, usize) = (1, 4);

/// One group in so many has a fault.
const FAULTY: u64 = 7;

const CRIMES_HEADER: &str = "crime,status,incident,class,recorded\n";
const TRUTH_HEADER: &str = "synthetic,record,fault,rule,verdict,other_reading\n";

/// The removals of a year, and what is true of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Year {
    /// One row a removal.
    pub removals_csv: String,
    /// One row a crime of the force, those removed among them.
    pub crimes_csv: String,
    /// One row a removal: the fault (`sound` if it has none, `part of another's` if it only makes that of another), the rule that must find
    /// it and the verdict; and one row for the unit with one decider, without a verdict. A record whose row stands twice has one row here.
    pub truth_csv: String,
}

/// Makes the removals of one year, in an order drawn at random. The same seed gives the same bytes.
#[must_use]
pub fn year(seed: u64, count: u64) -> Year {
    shuffled(Maker::new(seed, count))
}

/// A year that is small enough to be read, with every fourth of the faults; each table begins with a column that says it is synthetic. The
/// same seed gives the same bytes.
///
/// ```
/// use synthetic::removals::{EXAMPLE_SEED, example};
/// let example = example(EXAMPLE_SEED);
/// assert!(example.removals_csv.starts_with("synthetic,record,"));
/// assert_eq!(example.removals_csv.lines().count(), 201);
/// ```
#[must_use]
pub fn example(seed: u64) -> Year {
    let mut maker = Maker::new(seed, EXAMPLE);
    let (first, step) = EXAMPLE_FAULTS;
    maker.faults = Fault::all().skip(first).step_by(step).collect();
    let year = shuffled(maker);
    let said = |table: &str| {
        table.lines().enumerate().fold(String::new(), |text, (line, row)| {
            text + if line == 0 { "synthetic," } else { "yes," } + row + "\n"
        })
    };
    Year { removals_csv: said(&year.removals_csv), crimes_csv: said(&year.crimes_csv), ..year }
}

/// The rows of a maker, in an order drawn at random.
fn shuffled(mut maker: Maker) -> Year {
    let (mut removals, mut crimes, mut truth) = (Vec::new(), Vec::new(), Vec::new());
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    while let Some(group) = maker.next() {
        removals.extend(lines(&group.removals_csv));
        crimes.extend(lines(&group.crimes_csv));
        truth.extend(lines(&group.truth_csv));
    }
    for rows in [&mut removals, &mut crimes] {
        maker.draw.shuffle(rows);
    }
    let table =
        |header: &str, rows: &[String]| rows.iter().fold(header.to_owned(), |table, row| table + row + "\n");
    Year {
        removals_csv: table(&format!("{HEADER}\n"), &removals),
        crimes_csv: table(CRIMES_HEADER, &crimes),
        truth_csv: table(TRUTH_HEADER, &truth) + &of_the_unit(),
    }
}

/// Writes as many removals as are asked for, with the same faults in the same shares, and holds one group at a time. Removals that name
/// each other stand near each other. The same seed gives the same bytes.
///
/// # Errors
///
/// What the outputs say.
///
/// ```
/// let mut removals = Vec::new();
/// synthetic::removals::stress(7, 50_000, &mut removals, &mut std::io::sink(), &mut std::io::sink())?;
/// assert_eq!(removals.split(|byte| *byte == b'\n').count(), 50_002);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn stress(
    seed: u64,
    rows: u64,
    removals: &mut impl Write,
    crimes: &mut impl Write,
    truth: &mut impl Write,
) -> io::Result<()> {
    writeln!(removals, "{HEADER}")?;
    crimes.write_all(CRIMES_HEADER.as_bytes())?;
    truth.write_all(TRUTH_HEADER.as_bytes())?;
    let mut maker = Maker::new(seed, rows);
    while let Some(group) = maker.next() {
        removals.write_all(group.removals_csv.as_bytes())?;
        crimes.write_all(group.crimes_csv.as_bytes())?;
        truth.write_all(group.truth_csv.as_bytes())?;
    }
    truth.write_all(of_the_unit().as_bytes())
}

fn of_the_unit() -> String {
    format!("yes,unit {ONE_DECIDER},one-decider,decider-of-nearly-all,,\n")
}

/// Makes group after group.
struct Maker {
    draw: Draw,
    faults: Vec<&'static Fault>,
    /// Rows still to be made.
    left: u64,
    /// Groups made.
    groups: u64,
    /// Which group of the present seven has the fault.
    faulty: u64,
    removals: u64,
    others: u64,
    group: Year,
}

impl Maker {
    fn new(seed: u64, rows: u64) -> Self {
        Self {
            draw: Draw::seeded(seed),
            faults: Fault::all().collect(),
            left: rows,
            groups: 0,
            faulty: 0,
            removals: 0,
            others: 0,
            group: Year::default(),
        }
    }

    /// The rows of the next group; nothing, if enough are made.
    fn next(&mut self) -> Option<&Year> {
        if self.left == 0 {
            return None;
        }
        for table in [&mut self.group.removals_csv, &mut self.group.crimes_csv, &mut self.group.truth_csv] {
            table.clear();
        }
        let (run, at) = (self.groups / FAULTY, self.groups % FAULTY);
        if at == 0 {
            self.faulty = self.draw.below(FAULTY);
        }
        self.groups += 1;
        let fault = usize::try_from(run % (self.faults.len() as u64))
            .ok()
            .and_then(|fault| self.faults.get(fault).copied())
            // At the very end there may be no room for a circle.
            .filter(|fault| at == self.faulty && fault.rows() <= self.left);
        if let Some(fault) = fault {
            self.plant(fault);
        } else {
            let kind = any_kind(&mut self.draw);
            let row = self.row(kind);
            self.add(&row, "sound", "", STANDS, "");
        }
        // Crimes that nobody removed are more than those that somebody did.
        for _ in 0..2 {
            self.live();
        }
        Some(&self.group)
    }

    /// A sound removal; the crime that it duplicates is live.
    fn row(&mut self, kind: Kind) -> Row {
        self.removals += 1;
        let record = format!("SYN{:08}", self.removals);
        let mut row = sound(&mut self.draw, kind, record);
        if kind == Kind::Duplicate {
            row.other_record = self.live();
        }
        row
    }

    fn plant(&mut self, fault: &Fault) {
        match fault.how {
            How::Changed(change) => {
                let mut row = self.row(fault.of);
                change(&mut row);
                self.faulty(&row, fault);
            }
            How::OtherCancelled => {
                let mut row = self.row(fault.of);
                row.other_record_live = "no";
                row.other_record = self.crime("cancelled");
                self.faulty(&row, fault);
            }
            How::OtherMissing => {
                let mut row = self.row(fault.of);
                self.others += 1;
                row.other_record = format!("SYNG{:08}", self.others);
                self.faulty(&row, fault);
            }
            How::OtherRemoved => {
                let kind = if self.draw.below(2) == 0 { Kind::Error } else { Kind::Duplicate };
                let (mut row, other) = (self.row(fault.of), self.row(kind));
                row.other_record.clone_from(&other.record);
                self.faulty(&row, fault);
                self.add(&other, "sound", "", STANDS, "");
            }
            How::Circle(of) => {
                let mut rows: Vec<Row> = (0..of).map(|_| self.row(fault.of)).collect();
                let mut numbers: Vec<String> = rows.iter().map(|row| row.record.clone()).collect();
                numbers.rotate_left(1);
                for (row, other) in rows.iter_mut().zip(numbers) {
                    row.other_record = other;
                    self.faulty(row, fault);
                }
            }
            How::TransferredAgain => self.again(fault, fault.of),
            How::RemovedTwice => self.again(fault, Kind::Error),
            How::RecordedAgain => {
                let mut row = self.row(fault.of);
                row.recorded_again_as = self.live();
                self.faulty(&row, fault);
            }
            How::NamedTwice => {
                let row = self.row(fault.of);
                self.faulty(&row, fault);
                row.write(&mut self.group.removals_csv);
                self.left -= 1;
            }
        }
    }

    /// A removal that is recorded again under a number which is removed half a year later.
    fn again(&mut self, fault: &Fault, kind: Kind) {
        let (mut row, mut other) = (self.row(fault.of), self.row(kind));
        for (row, month) in [(&mut row, 5), (&mut other, 11)] {
            let day =
                chrono::NaiveDate::from_ymd_opt(2026, month, 18).and_then(|day| day.and_hms_opt(14, 5, 0));
            if let Some(day) = day {
                row.move_to(day);
            }
        }
        row.recorded_again_as.clone_from(&other.record);
        self.faulty(&row, fault);
        self.add(&other, "part of another's", "", STANDS, "");
    }

    fn faulty(&mut self, row: &Row, fault: &Fault) {
        self.add(row, fault.name, fault.rule, fault.verdict, fault.other_reading);
    }

    /// Adds a removal to all three tables.
    fn add(&mut self, row: &Row, fault: &str, rule: &str, verdict: &str, other: &str) {
        row.write(&mut self.group.removals_csv);
        let (record, class, recorded) = (&row.record, row.class, row.recorded);
        // Writing to a String cannot fail.
        let _ = writeln!(self.group.crimes_csv, "{record},{},SYNI{record},{class},{recorded}", row.status());
        let _ = writeln!(self.group.truth_csv, "yes,{record},{fault},{rule},{verdict},{other}");
        self.left = self.left.saturating_sub(1);
    }

    /// The number of a crime that is live.
    fn live(&mut self) -> String {
        self.crime("recorded")
    }

    fn crime(&mut self, status: &str) -> String {
        self.others += 1;
        let number = format!("SYNL{:08}", self.others);
        let crime = sound(&mut self.draw, Kind::Error, String::new());
        let _ = writeln!(
            self.group.crimes_csv,
            "{number},{status},SYNI{number},{},{}",
            crime.class, crime.recorded
        );
        number
    }
}

#[cfg(test)]
mod tests;
