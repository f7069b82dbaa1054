//! One report judged: what was due of it against what was recorded from it.

use std::{collections::HashMap, mem};

use rulebook::Finding;
use table::extract::Record;

use crate::{
    compare::{
        classes::Direction,
        kind::Kind,
        layouts::{due, recorded},
        leftover,
        pairing::{MOST, Pairs, order, pairs},
        rows::{Due, Recorded, Status, What, rejected_due, rejected_recorded},
        settings::Settings,
        tally::{At, Tally},
    },
    rules::{
        due_crime_cancelled, due_crime_recorded, incident_can_be_matched, outcome_allowed,
        reclassification_with_approver, recorded_as_due, recorded_crime_due, recorded_crime_with_incident,
        recorded_in_time::{self, InTime},
        recorded_once, transfer_with_receiver,
    },
};
use calendar::moment::{Moment, missing, month, number};

/// On which side something was left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// A crime due.
    Due,
    /// A crime due of a report of which a row of crimes recorded could not be read.
    DueOfUnread,
    /// A crime recorded from a report of which nothing is due for it.
    Recorded,
    /// A crime recorded from a report that no store holds, or from none.
    NoIncident,
}

/// Something that found no partner in its own report, and may find one in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// On which side.
    pub side: Side,
    /// The row.
    pub record: Record,
    /// How many crimes it stands for.
    pub count: u32,
}

/// Judges report by report, and counts.
#[derive(Debug)]
pub struct Judge<'s> {
    /// What is the same for the whole.
    pub settings: &'s Settings,
    /// What it came to so far.
    pub tally: Tally,
    pub(crate) findings: Vec<Finding>,
    pub(crate) left: Vec<Left>,
    /// Memory that is used again.
    pairs: Pairs,
    due: Vec<Due<'static>>,
    recorded: Vec<Recorded<'static>>,
}

/// What is read of one report.
struct Report<'a> {
    due: Vec<Due<'a>>,
    recorded: Vec<Recorded<'a>>,
    /// Whether a store holds the report.
    held: bool,
    /// Whether something of it is open: not decided, not yet known, or on a row that was rejected.
    open: bool,
    /// Whether a row of crimes recorded was rejected, on which a crime that seems to be missing may stand.
    unread: bool,
    first: Option<Due<'a>>,
    /// Of very many crimes recorded, the first with each class, victims and day; a partner of a crime due before others.
    first_of: HashMap<leftover::Key, usize>,
}

impl<'s> Judge<'s> {
    /// A judge who has seen nothing yet.
    #[must_use]
    pub fn new(settings: &'s Settings) -> Self {
        Self {
            settings,
            tally: Tally::default(),
            findings: Vec::new(),
            left: Vec::new(),
            pairs: Pairs::default(),
            due: Vec::new(),
            recorded: Vec::new(),
        }
    }

    /// Judges the rows of one report: those of the due table, and those of the recorded table.
    pub fn report(&mut self, due: &[Record], recorded: &[Record]) {
        let mut report = self.read(due, recorded);
        if report.first.is_some() {
            self.tally.reports += 1;
        }
        let mut found = mem::take(&mut self.pairs);
        pairs(&report.due, &report.recorded, &self.settings.classes, &mut found);
        self.judged(&mut report, &found);
        self.pairs = found;
        self.due = emptied(report.due);
        self.recorded = emptied(report.recorded);
    }

    fn judged(&mut self, report: &mut Report<'_>, pairs: &Pairs) {
        if pairs.too_many
            && let Some(first) = report.first.as_ref()
        {
            let place = self.settings.place(first.record);
            self.findings.push(incident_can_be_matched::check(
                &place,
                first.incident,
                report.due.len(),
                report.recorded.len(),
            ));
        }
        if report.recorded.len() > MOST {
            report.first_of = first_of(&report.recorded, pairs);
        }
        for (at, due) in report.due.iter().enumerate() {
            let partner = pairs.of_due.get(at).copied().flatten();
            match partner.and_then(|partner| report.recorded.get(partner)) {
                Some(recorded) => {
                    let at = self.pair(due, recorded);
                    self.record(recorded, at);
                }
                None => self.missing(due, if report.unread { Side::DueOfUnread } else { Side::Due }),
            }
        }
        for (at, recorded) in report.recorded.iter().enumerate() {
            if !pairs.taken.get(at).copied().unwrap_or_default() {
                self.surplus(recorded, at, report, pairs);
                let at = self.at_recorded(recorded, report.first.as_ref());
                self.record(recorded, at);
            }
        }
    }

    fn read<'a>(&mut self, due: &'a [Record], recorded: &'a [Record]) -> Report<'a> {
        let as_at = number(self.settings.as_at);
        let mut report = Report {
            due: emptied(mem::take(&mut self.due)),
            recorded: emptied(mem::take(&mut self.recorded)),
            held: !due.is_empty(),
            open: false,
            unread: false,
            first: None,
            first_of: HashMap::new(),
        };
        let [rows_due, rows_recorded] = &mut self.tally.rows;
        *rows_due += due.len() as u64;
        *rows_recorded += recorded.len() as u64;
        for record in due {
            let row = match Due::read(record) {
                Ok(row) if record.fault.is_none() => row,
                read => {
                    report.open = true;
                    // What is wrong with the whole row is said, and not what is wrong with a cell of it.
                    let fault = read.err().filter(|_| record.fault.is_none());
                    self.reject(0, rejected_due(&self.settings.place(record), record, fault));
                    continue;
                }
            };
            let later = |day: Option<i64>| day.is_some_and(|day| day > as_at);
            if later(row.known_from) || later(row.received.map(Moment::day)) {
                report.open = true;
                let [not_yet, _] = &mut self.tally.not_yet;
                *not_yet += 1;
                continue;
            }
            if report.first.is_none() {
                report.first = Some(row);
            }
            match row.what {
                What::Crime => {}
                What::Nothing => {
                    self.tally.no_crime += 1;
                    continue;
                }
                What::NotDecided => {
                    self.tally.no_crime += 1;
                    report.open = true;
                    continue;
                }
            }
            let [used, _] = &mut self.tally.used;
            *used += 1;
            let elsewhere = self
                .settings
                .force
                .as_deref()
                .is_some_and(|ours| !row.force.is_empty() && !row.force.eq_ignore_ascii_case(ours));
            if elsewhere {
                let at = self.at_due(&row, None);
                (0..row.count).for_each(|_| self.tally.count(at, Kind::AnotherForce));
                continue;
            }
            self.tally.due += u64::from(row.count);
            for _ in 0..row.count {
                report.due.push(row);
            }
        }
        for record in recorded {
            match Recorded::read(record) {
                Ok(row) if record.fault.is_none() && row.at.is_some_and(|moment| moment.day() > as_at) => {
                    let [_, not_yet] = &mut self.tally.not_yet;
                    *not_yet += 1;
                }
                Ok(row) if record.fault.is_none() => {
                    let [_, used] = &mut self.tally.used;
                    *used += 1;
                    report.recorded.push(row);
                }
                read => {
                    let fault = read.err().filter(|_| record.fault.is_none());
                    report.unread = true;
                    self.reject(1, rejected_recorded(&self.settings.place(record), record, fault));
                }
            }
        }
        report
    }

    fn reject(&mut self, table: usize, finding: Finding) {
        if let Some(count) = self.tally.rejected.get_mut(table) {
            *count += 1;
        }
        self.findings.push(finding);
    }

    /// A crime due and the crime that stands for it; where both are counted.
    fn pair(&mut self, due: &Due<'_>, recorded: &Recorded<'_>) -> At {
        let at = self.at_due(due, Some(recorded));
        self.tally.count(at, Kind::Matched);
        match recorded.status {
            Status::Recorded => {}
            Status::Transferred => {
                self.tally.count(at, Kind::Transferred);
                return at;
            }
            Status::Cancelled => {
                self.tally.count(at, Kind::Cancelled);
                let place = self.settings.place(recorded.record);
                self.findings.push(due_crime_cancelled::check(due, recorded, &place));
                return at;
            }
        }
        let class = recorded_as_due::check(due, recorded, self.settings);
        self.tally.count(at, if class.is_some() { Kind::WrongClass } else { Kind::RecordedAsDue });
        if class.is_some() {
            self.tally.confused(due.class, recorded.class);
        }
        self.findings.extend(class);
        self.timed(at, due, recorded);
        at
    }

    pub(crate) fn timed(&mut self, at: At, due: &Due<'_>, recorded: &Recorded<'_>) {
        let in_time = recorded_in_time::in_time(due, recorded);
        match in_time {
            InTime::Yes => self.tally.count(at, Kind::InTime),
            InTime::CannotBeTold => self.tally.count(at, Kind::TimeNotTold),
            InTime::Late { minutes } => {
                self.tally.count(at, Kind::Late);
                self.tally.late_by(minutes);
                let place = self.settings.place(recorded.record);
                self.findings.extend(recorded_in_time::check(due, recorded, &place));
            }
        }
    }

    /// A crime due that has no partner in its report.
    fn missing(&mut self, due: &Due<'_>, side: Side) {
        let as_at = number(self.settings.as_at);
        if due.deadline.is_some_and(|deadline| deadline.day() >= as_at) {
            let at = self.at_due(due, None);
            self.tally.count(at, Kind::WithinLimit);
        } else if leftover::key(due.class, due.victims, due.day).is_some() {
            match self.left.last_mut() {
                // The next of several for which one row stands.
                Some(last) if last.side == side && last.record == *due.record => last.count += 1,
                _ => self.left.push(Left { side, record: due.record.clone(), count: 1 }),
            }
        } else {
            self.not_recorded(due, side);
        }
    }

    pub(crate) fn not_recorded(&mut self, due: &Due<'_>, side: Side) {
        let at = self.at_due(due, None);
        self.tally.count(at, Kind::NotRecorded);
        let place = self.settings.place(due.record);
        self.findings.push(due_crime_recorded::check(due, self.store(due), &place, side));
    }

    /// A crime recorded that has no partner in its report.
    fn surplus(&mut self, recorded: &Recorded<'_>, number: usize, report: &Report<'_>, pairs: &Pairs) {
        let at = self.at_recorded(recorded, report.first.as_ref());
        if recorded.status != Status::Recorded {
            self.tally.count(at, Kind::OutOfCount);
            return;
        }
        let place = self.settings.place(recorded.record);
        if let Some(earlier) = earlier(recorded, number, report, pairs) {
            self.tally.count(at, Kind::Duplicate);
            self.findings.push(recorded_once::check(recorded, earlier, &place));
            return;
        }
        if report.open {
            self.tally.count(at, Kind::NotDecided);
            return;
        }
        let side = if report.held { Side::Recorded } else { Side::NoIncident };
        if leftover::key(recorded.class, recorded.victims, recorded.day).is_some() {
            self.left.push(Left { side, record: recorded.record.clone(), count: 1 });
        } else {
            self.without_partner(recorded, side, report.first.as_ref());
        }
    }

    pub(crate) fn without_partner(&mut self, recorded: &Recorded<'_>, side: Side, first: Option<&Due<'_>>) {
        let at = self.at_recorded(recorded, first);
        let place = self.settings.place(recorded.record);
        if side == Side::NoIncident {
            self.tally.count(at, Kind::NoIncident);
            self.findings.push(recorded_crime_with_incident::check(recorded, &place));
        } else {
            self.tally.count(at, Kind::WithoutBasis);
            self.findings.push(recorded_crime_due::check(recorded, &place));
        }
    }

    /// What is asked of every record, whatever is due.
    fn record(&mut self, recorded: &Recorded<'_>, at: At) {
        let first = recorded.record.get(recorded::FIRST_CLASS);
        if !missing(first) && !first.eq_ignore_ascii_case(recorded.class) {
            let from = (first, recorded.record.get(recorded::FIRST_SUBCODE));
            let direction = self.settings.classes.direction(from, (recorded.class, recorded.subcode));
            self.tally.count(
                at,
                match direction {
                    Direction::Up => Kind::ReclassifiedUp,
                    Direction::Down => Kind::ReclassifiedDown,
                    Direction::Level => Kind::ReclassifiedLevel,
                    Direction::NotKnown => Kind::ReclassifiedNotOrdered,
                },
            );
            let place = self.settings.place(recorded.record);
            self.findings.push(reclassification_with_approver::check(recorded, direction, &place));
        }
        if recorded.status == Status::Transferred {
            let place = self.settings.place(recorded.record);
            self.findings.push(transfer_with_receiver::check(recorded, &place));
        }
        if !missing(recorded.record.get(recorded::OUTCOME)) {
            self.tally.count(
                at,
                match recorded.record.get(recorded::OUTCOME_MAY) {
                    "yes" => Kind::OutcomeAllowed,
                    "no" => Kind::OutcomeNotAllowed,
                    _ => Kind::OutcomeNotTold,
                },
            );
            self.findings.extend(outcome_allowed::check(recorded, self.settings));
        }
    }

    /// The store of a crime due: what its row says, else what was said of its file.
    pub(crate) fn store<'a>(&'a self, due: &Due<'a>) -> &'a str {
        let cell = due.record.get(due::STORE);
        if !missing(cell) {
            return cell;
        }
        self.settings.stores.get(usize::from(due.record.source)).map_or("", String::as_str)
    }

    pub(crate) fn at_due(&mut self, row: &Due<'_>, partner: Option<&Recorded<'_>>) -> At {
        let settings = self.settings;
        let cell = |column: usize, other: usize| {
            let ours = row.record.get(column);
            let theirs = partner.map_or("", |partner| partner.record.get(other));
            if missing(ours) { theirs } else { ours }
        };
        let store = row.record.get(due::STORE);
        let named = settings.stores.get(usize::from(row.record.source)).map_or("", String::as_str);
        let received = row.record.get(due::RECEIVED);
        let recorded = partner.map_or("", |partner| partner.record.get(recorded::RECORDED));
        let mut held = String::new();
        let month = months(if missing(received) { recorded } else { received }, &mut held);
        self.tally.at([
            if missing(store) { named } else { store },
            cell(due::POLICING_UNIT, recorded::POLICING_UNIT),
            cell(due::ROLE, recorded::ROLE),
            cell(due::ROUTE, recorded::ROUTE),
            month,
        ])
    }

    fn at_recorded(&mut self, row: &Recorded<'_>, first: Option<&Due<'_>>) -> At {
        let cell = |column: usize, other: usize| {
            let ours = row.record.get(column);
            if missing(ours) { first.map_or("", |first| first.record.get(other)) } else { ours }
        };
        let store = first.map(|first| self.store(first).to_owned()).unwrap_or_default();
        let received = first.map_or("", |first| first.record.get(due::RECEIVED));
        let recorded = row.record.get(recorded::RECORDED);
        let mut held = String::new();
        let month = months(if missing(received) { recorded } else { received }, &mut held);
        self.tally.at([
            store.as_str(),
            cell(recorded::POLICING_UNIT, due::POLICING_UNIT),
            cell(recorded::ROLE, due::ROLE),
            cell(recorded::ROUTE, due::ROUTE),
            month,
        ])
    }

    /// What was found since it was last asked, and what was left over.
    pub fn take(&mut self) -> (Vec<Finding>, Vec<Left>) {
        (mem::take(&mut self.findings), mem::take(&mut self.left))
    }
}

/// An empty list in the memory of another: the compiler keeps it where both hold the same kind of rows.
fn emptied<T, U>(mut list: Vec<T>) -> Vec<U> {
    list.clear();
    list.into_iter().filter_map(|_| None).collect()
}

fn first_of(recorded: &[Recorded<'_>], pairs: &Pairs) -> HashMap<leftover::Key, usize> {
    let stands = |at: usize| pairs.taken.get(at).copied().unwrap_or_default();
    let mut by_age: Vec<usize> = (0..recorded.len()).collect();
    by_age.sort_by_key(|at| (!stands(*at), recorded.get(*at).map(order)));
    let mut first = HashMap::new();
    for at in by_age {
        let row = recorded.get(at).filter(|row| row.status == Status::Recorded);
        if let Some(key) = row.and_then(|row| leftover::key(row.class, row.victims, row.day)) {
            first.entry(key).or_insert(at);
        }
    }
    first
}

/// The record that another repeats: the partner of a crime due, or the first of several for which nothing is due.
fn earlier<'r, 'a>(
    recorded: &Recorded<'a>,
    number: usize,
    report: &'r Report<'a>,
    pairs: &Pairs,
) -> Option<&'r Recorded<'a>> {
    let stands = |at: usize| pairs.taken.get(at).copied().unwrap_or_default();
    let repeats = |at: usize, other: &Recorded<'_>| {
        at != number
            && (stands(at) || order(other) < order(recorded))
            && recorded_once::repeats(recorded, other)
    };
    // Of very many only the first of the same class, victims and day is asked: looking at each for each would take too long.
    let mut alike: Vec<usize> = Vec::new();
    if report.recorded.len() > MOST {
        let key = leftover::key(recorded.class, recorded.victims, recorded.day)?;
        alike.extend(report.first_of.get(&key));
    } else {
        alike.extend(0..report.recorded.len());
    }
    alike
        .into_iter()
        .filter_map(|at| Some((at, report.recorded.get(at)?)))
        .filter(|(at, other)| repeats(*at, other))
        .min_by_key(|(at, other)| (!stands(*at), order(other)))
        .map(|(_, other)| other)
}

/// The month of a moment that was read without fault: as it stands, if it is written so that it begins with it.
fn months<'a>(moment: &'a str, held: &'a mut String) -> &'a str {
    match moment.split_at_checked(7) {
        Some((month, _)) if month.as_bytes().get(4) == Some(&b'-') => month,
        _ => {
            *held = month(moment).unwrap_or_default();
            held
        }
    }
}
