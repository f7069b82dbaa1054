//! The figures of an audit, row by row.

use rulebook::{Figure, FigureId, Known, Rounding, Value};
use rust_decimal::Decimal;
use statistics::{Confidence, wilson_interval};
use table::Row;

use crate::{Decision, Stratum, meaning::Sampling};

/// The figures of a stratum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StratumFigures {
    /// Its name.
    pub stratum: String,
    /// The paragraph in which it is printed.
    pub paragraph: Known<String>,
    /// `audit.<stratum>.examined`
    pub examined: Figure,
    /// `audit.<stratum>.due`
    pub due: Figure,
    /// `audit.<stratum>.recorded`
    pub recorded: Figure,
    /// `audit.<stratum>.missing`
    pub missing: Figure,
    /// `audit.<stratum>.compliance`, with its interval
    pub compliance: Figure,
    /// `audit.<stratum>.compliance-printed`
    pub printed: Figure,
}

impl StratumFigures {
    pub(crate) fn of(row: &Row<Stratum>, rounding: Rounding, sampling: Sampling<'_>) -> Self {
        let stratum = &row.value;
        let name = &stratum.stratum;
        let id = |what| FigureId::of(&["audit", name, what]);
        let due_and_recorded = [row.place.at("crimes_due"), row.place.at("crimes_recorded")];
        let (missing, compliance, working) = if let Some((recorded, due)) = stratum.recorded_of_due() {
            (
                Value::Count(due.saturating_sub(recorded)),
                Value::Share { part: recorded, whole: due },
                (format!("{due} − {recorded}"), format!("{recorded} of {due}")),
            )
        } else {
            let unknown = unknown(stratum.crimes_due, stratum.crimes_recorded);
            (unknown.clone(), unknown, (String::new(), String::new()))
        };
        let mut compliance =
            Figure::new(id("compliance"), format!("{name}: crimes recorded of crimes due"), compliance)
                .rounded(rounding)
                .working(working.1)
                .from_cells(due_and_recorded.clone());
        if let Some((recorded, due)) = stratum.recorded_of_due() {
            let meaning = sampling.meaning_of_crimes(due, stratum.records_examined);
            if let Some(interval) = wilson_interval(recorded, due, Confidence::NinetyFive, meaning) {
                compliance = compliance.with_interval(due, interval);
            }
        }
        Self {
            stratum: name.clone(),
            paragraph: stratum.paragraph.clone(),
            examined: Figure::new(
                id("examined"),
                format!("{name}: records examined"),
                Value::Count(stratum.records_examined),
            )
            .unit("records")
            .from_cells([row.place.at("records_examined")]),
            due: Figure::new(
                id("due"),
                format!("{name}: crimes that should have been recorded"),
                stratum.crimes_due.into(),
            )
            .unit("crimes")
            .from_cells([row.place.at("crimes_due")]),
            recorded: Figure::new(
                id("recorded"),
                format!("{name}: crimes recorded"),
                stratum.crimes_recorded.into(),
            )
            .unit("crimes")
            .from_cells([row.place.at("crimes_recorded")]),
            missing: Figure::new(id("missing"), format!("{name}: crimes due but not recorded"), missing)
                .unit("crimes")
                .working(working.0)
                .from_cells(due_and_recorded),
            compliance,
            printed: as_printed(
                id("compliance-printed"),
                format!("{name}: compliance as printed"),
                stratum.printed_percent,
                row,
            ),
        }
    }

    pub(crate) fn all(&self) -> [&Figure; 6] {
        [&self.examined, &self.due, &self.recorded, &self.missing, &self.compliance, &self.printed]
    }
}

/// The figures of the "no crime" decisions of one offence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionFigures {
    /// The offence.
    pub offence: String,
    /// The paragraph in which it is printed.
    pub paragraph: Known<String>,
    /// `no-crime-decisions.<offence>.examined`
    pub examined: Figure,
    /// `no-crime-decisions.<offence>.correct`
    pub correct: Figure,
    /// `no-crime-decisions.<offence>.wrong`
    pub wrong: Figure,
    /// `no-crime-decisions.<offence>.rate`, with its interval
    pub rate: Figure,
    /// `no-crime-decisions.<offence>.rate-printed`
    pub printed: Figure,
}

impl DecisionFigures {
    pub(crate) fn of(row: &Row<Decision>, rounding: Rounding, sampling: Sampling<'_>) -> Self {
        let Decision { offence, examined, correct, printed_percent, paragraph } = &row.value;
        let id = |what| FigureId::of(&["no-crime-decisions", offence, what]);
        let cells = [row.place.at("examined"), row.place.at("correct")];
        let count = |what, label: &str, value: u64| {
            Figure::new(id(what), format!("{offence}: {label}"), Value::Count(value)).unit("decisions")
        };
        Self {
            offence: offence.clone(),
            paragraph: paragraph.clone(),
            examined: count("examined", "\"no crime\" decisions examined", *examined)
                .from_cells([row.place.at("examined")]),
            correct: count("correct", "\"no crime\" decisions that were correct", *correct)
                .from_cells([row.place.at("correct")]),
            wrong: count(
                "wrong",
                "\"no crime\" decisions that were wrong",
                examined.saturating_sub(*correct),
            )
            .working(format!("{examined} − {correct}"))
            .from_cells(cells.clone()),
            rate: rate(
                id("rate"),
                format!("{offence}: correct decisions of those examined"),
                *correct,
                *examined,
                sampling,
            )
            .rounded(rounding)
            .from_cells(cells),
            printed: as_printed(
                id("rate-printed"),
                format!("{offence}: rate of correct decisions as printed"),
                *printed_percent,
                row,
            ),
        }
    }

    pub(crate) fn all(&self) -> [&Figure; 5] {
        [&self.examined, &self.correct, &self.wrong, &self.rate, &self.printed]
    }
}

/// The share of correct decisions, with its interval.
pub(crate) fn rate(
    id: FigureId,
    label: String,
    correct: u64,
    examined: u64,
    sampling: Sampling<'_>,
) -> Figure {
    let share = Figure::new(id, label, Value::Share { part: correct, whole: examined })
        .working(format!("{correct} of {examined}"));
    let meaning = sampling.meaning(examined, "decision");
    match wilson_interval(correct, examined, Confidence::NinetyFive, meaning) {
        Some(interval) => share.with_interval(examined, interval),
        None => share,
    }
}

/// A percentage in the very words in which it is printed, `98%`.
fn as_printed<T>(id: FigureId, label: String, printed: Known<Decimal>, row: &Row<T>) -> Figure {
    Figure::new(id, label, printed.map(|percent| format!("{percent}%")).into())
        .from_cells([row.place.at("printed_percent")])
}

/// Why a value that needs both is missing: not supplied outweighs not known, for somebody can still be asked.
fn unknown(one: Known<u64>, other: Known<u64>) -> Value {
    if one == Known::NotSupplied || other == Known::NotSupplied {
        Value::NotSupplied
    } else {
        Value::NotKnown
    }
}
