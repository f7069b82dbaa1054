//! The figures of the decisions, offence by offence.

use crime::inspection::Sampling;
use rulebook::{Figure, FigureId, Known, Rounding, Value};
use statistics::{Confidence, wilson_interval};
use table::Row;

use super::Decision;

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
            printed: Figure::new(
                id("rate-printed"),
                format!("{offence}: rate of correct decisions as printed"),
                printed_percent.map(|percent| format!("{percent}%")).into(),
            )
            .from_cells([row.place.at("printed_percent")]),
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
