//! What the counts of decisions say, and what is wrong with them.

use crime::{
    inspection::{InspectionFile, Sampling},
    rules::declared_total,
};
use rulebook::{Figure, FigureId, Finding, Rounding, Value};
use table::{Row, Rows};

use super::{Decision, DecisionFigures, Facts, figures};

/// What the counts of decisions say, and what is wrong with them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Every figure: those of the offences in the order of the file, and then the totals.
    pub figures: Vec<Figure>,
    /// Every finding: those of reading first.
    pub findings: Vec<Finding>,
    /// The decisions by offence, in the order of the file.
    pub decisions: Vec<DecisionFigures>,
}

/// Examines the decisions. Percentages are cut by `rounding`; `inspection` says how the decisions were chosen, if anything says so, and
/// how many it prints.
#[must_use]
pub fn examine(facts: &Facts, inspection: Option<&InspectionFile>, rounding: Rounding) -> Answer {
    let Some(rows) = &facts.decisions else { return Answer::default() };
    let sampling = Sampling(inspection);
    let decisions: Vec<DecisionFigures> =
        rows.good.iter().map(|row| DecisionFigures::of(row, rounding, sampling)).collect();
    let mut figures: Vec<Figure> = decisions.iter().flat_map(DecisionFigures::all).cloned().collect();
    figures.extend(totals(rows, rounding, sampling));
    let mut findings: Vec<Finding> = rows.findings().cloned().collect();
    findings.extend(inspection.and_then(|file| declared(rows, file)));
    Answer { figures, findings, decisions }
}

/// The totals over all offences; each is withheld if a row could not be used.
fn totals(rows: &Rows<Decision>, rounding: Rounding, sampling: Sampling<'_>) -> Vec<Figure> {
    let id = |what| FigureId::of(&["no-crime-decisions", what]);
    let examined =
        total(id("examined"), "\"no crime\" decisions examined", rows, "examined", |r| r.value.examined);
    let correct = total(id("correct"), "\"no crime\" decisions that were correct", rows, "correct", |r| {
        r.value.correct
    });
    let wrong_of = |row: &Row<Decision>| row.value.examined.saturating_sub(row.value.correct);
    let wrong = total(id("wrong"), "\"no crime\" decisions that were wrong", rows, "correct", wrong_of)
        .from_cells(examined.origin.iter().cloned());
    let label = "correct decisions of those examined, all offences";
    let rate = match (&correct.value, &examined.value) {
        (Value::Count(part), Value::Count(whole)) => {
            figures::rate(id("rate"), label.to_owned(), *part, *whole, sampling).rounded(rounding)
        }
        (_, whole) => Figure::new(id("rate"), label, whole.clone()),
    };
    let rate = rate.from_cells(examined.origin.iter().chain(&correct.origin).cloned());
    let [examined, correct, wrong] = [examined, correct, wrong].map(|figure| figure.unit("decisions"));
    vec![examined, correct, wrong, rate]
}

/// The sum of a column over all rows, or why it is withheld.
fn total(
    id: FigureId,
    label: &str,
    rows: &Rows<Decision>,
    column: &'static str,
    count: impl Fn(&Row<Decision>) -> u64,
) -> Figure {
    let counts: Vec<u64> = rows.good.iter().map(count).collect();
    let sum = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
    let value = match (rows.withheld(), sum) {
        (Some(reason), _) => Value::Withheld(reason),
        (None, Some(sum)) => Value::Count(sum),
        (None, None) => Value::Withheld("the sum is too large to be true".to_owned()),
    };
    let working = counts.iter().map(u64::to_string).collect::<Vec<_>>().join(" + ");
    Figure::new(id, label, value)
        .working(working)
        .from_cells(rows.good.iter().map(|row| row.place.at(column)))
}

/// The total that is printed, held against the rows. Where a row was rejected there is no sum to hold it against.
fn declared(rows: &Rows<Decision>, file: &InspectionFile) -> Option<Finding> {
    if rows.withheld().is_some() {
        return None;
    }
    let counts: Vec<u64> = rows.good.iter().map(|row| row.value.examined).collect();
    let declared = file.value.printed_no_crimes_examined?;
    let what = "\"no crime\" decisions examined";
    declared_total::check(what, declared, &file.places.no_crimes, &rows.file, &counts)
}

#[cfg(test)]
mod tests;
