//! The rows of an extract as facts.

use rulebook::{Finding, Place, Severity};
use table::{Layout, extract::Record, rules::READABLE_ROW};

use crate::compare::layouts::{DUE, RECORDED, due, recorded};
use calendar::moment::{self, Moment, missing};

/// The most crimes for which one row may stand.
const MOST: u32 = 10_000;

/// What a row of the due table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A crime is due.
    Crime,
    /// The report was looked at, and this row makes no crime due.
    Nothing,
    /// Something of it is not decided.
    NotDecided,
}

/// A row of the due table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Due<'a> {
    pub record: &'a Record,
    pub what: What,
    pub incident: &'a str,
    pub class: &'a str,
    pub subcode: &'a str,
    pub count: u32,
    pub victims: &'a str,
    pub offender: &'a str,
    pub day: Option<i64>,
    pub force: &'a str,
    pub deadline: Option<Moment>,
    pub received: Option<Moment>,
    pub known_from: Option<i64>,
}

/// How a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Recorded,
    Transferred,
    Cancelled,
}

/// A row of the recorded table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Recorded<'a> {
    pub record: &'a Record,
    pub crime: &'a str,
    pub incident: &'a str,
    pub class: &'a str,
    pub subcode: &'a str,
    pub victims: &'a str,
    pub offender: &'a str,
    pub day: Option<i64>,
    pub at: Option<Moment>,
    pub reclassified: Option<Moment>,
    pub status: Status,
}

/// A cell that does not hold what it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BadCell(pub usize);

/// A cell, empty where it says `not known`: for a match both tell nothing.
fn known(cell: &str) -> &str {
    if missing(cell) { "" } else { cell }
}

impl<'a> Due<'a> {
    pub fn read(record: &'a Record) -> Result<Self, BadCell> {
        let cell = |column: usize| record.get(column);
        let at = |column: usize| move |_| BadCell(column);
        let incident = cell(due::INCIDENT);
        if incident.is_empty() {
            return Err(BadCell(due::INCIDENT));
        }
        let what = match cell(due::WHAT) {
            "" | "crime" => What::Crime,
            "registered" | "not recorded" | "to be told" | "nothing" => What::Nothing,
            "not decided" => What::NotDecided,
            _ => return Err(BadCell(due::WHAT)),
        };
        let class = cell(due::CLASS);
        if what == What::Crime && missing(class) {
            return Err(BadCell(due::CLASS));
        }
        let count = match cell(due::COUNT) {
            "" => 1,
            // What is registered or not recorded is not counted here.
            _ if what != What::Crime => 1,
            text => text.parse().ok().filter(|n| (1..=MOST).contains(n)).ok_or(BadCell(due::COUNT))?,
        };
        Ok(Self {
            record,
            what,
            incident,
            class,
            subcode: known(cell(due::SUBCODE)),
            count,
            victims: known(cell(due::VICTIMS)),
            offender: known(cell(due::OFFENDER)),
            day: moment::day(cell(due::DAY)).map_err(at(due::DAY))?,
            force: known(cell(due::FORCE)),
            deadline: moment::moment(cell(due::DEADLINE)).map_err(at(due::DEADLINE))?,
            received: moment::moment(cell(due::RECEIVED)).map_err(at(due::RECEIVED))?,
            known_from: moment::day(cell(due::KNOWN_FROM)).map_err(at(due::KNOWN_FROM))?,
        })
    }
}

impl<'a> Recorded<'a> {
    pub fn read(record: &'a Record) -> Result<Self, BadCell> {
        let cell = |column: usize| record.get(column);
        let at = |column: usize| move |_| BadCell(column);
        for column in [recorded::CRIME, recorded::CLASS] {
            if missing(cell(column)) {
                return Err(BadCell(column));
            }
        }
        let status = match cell(recorded::STATUS) {
            "" | "recorded" => Status::Recorded,
            "transferred" => Status::Transferred,
            "cancelled" => Status::Cancelled,
            _ => return Err(BadCell(recorded::STATUS)),
        };
        if !matches!(cell(recorded::OUTCOME_MAY), "" | "yes" | "no" | "cannot be told") {
            return Err(BadCell(recorded::OUTCOME_MAY));
        }
        Ok(Self {
            record,
            crime: cell(recorded::CRIME),
            incident: known(cell(recorded::INCIDENT)),
            class: cell(recorded::CLASS),
            subcode: known(cell(recorded::SUBCODE)),
            victims: known(cell(recorded::VICTIMS)),
            offender: known(cell(recorded::OFFENDER)),
            day: moment::day(cell(recorded::DAY)).map_err(at(recorded::DAY))?,
            at: moment::moment(cell(recorded::RECORDED)).map_err(at(recorded::RECORDED))?,
            reclassified: moment::moment(cell(recorded::RECLASSIFIED)).map_err(at(recorded::RECLASSIFIED))?,
            status,
        })
    }
}

/// The finding about a row that cannot be used.
pub(crate) fn rejected(place: &Place, record: &Record, layout: &Layout, fault: Option<BadCell>) -> Finding {
    let name = record.get(0);
    let Some(BadCell(column)) = fault else {
        let sentence = record.fault.clone().unwrap_or_default();
        return Finding::new(&READABLE_ROW, Severity::Error, name, Some(place.clone()), sentence);
    };
    let (called, holds) = layout.columns.get(column).map_or(("", ""), |column| (column.name, column.holds));
    let read = record.get(column);
    let sentence =
        if read.is_empty() { format!("empty: expected {holds}") } else { format!("`{read}` is not {holds}") };
    Finding::new(&READABLE_ROW, Severity::Error, name, Some(place.at(called)), sentence)
        .with(called, read)
        .with("expected", holds)
}

/// The finding about a row of the due table.
pub(crate) fn rejected_due(place: &Place, record: &Record, fault: Option<BadCell>) -> Finding {
    rejected(place, record, &DUE, fault)
}

/// The finding about a row of the recorded table.
pub(crate) fn rejected_recorded(place: &Place, record: &Record, fault: Option<BadCell>) -> Finding {
    rejected(place, record, &RECORDED, fault)
}
