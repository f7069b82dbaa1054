//! The figures of an audit, row by row.

use crime::inspection::Sampling;
use rulebook::{Figure, FigureId, Known, Rounding, Value};
use rust_decimal::Decimal;
use statistics::{Confidence, wilson_interval};
use table::Row;

use crate::Stratum;

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

/// A percentage in the very words in which it is printed, `98%`.
fn as_printed(id: FigureId, label: String, printed: Known<Decimal>, row: &Row<Stratum>) -> Figure {
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
