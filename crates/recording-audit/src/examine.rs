//! The whole answer: figures, findings, and the rows from which a paper builds its tables and charts.

use chrono::NaiveDate;
use crime::{
    inspection::{InspectionFile, Sampling},
    rules::declared_total,
};
use rulebook::{Figure, FigureId, Finding, Place, Rounding, Value};
use table::{Row, Rows};

use crate::{
    Facts, Improvement, Kind, Stratum, StratumFigures,
    rules::{action_with_due_day, action_with_owner, crimes_are_not_trials, sample_is_not_random},
};

/// What the files of an audit say, and what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Every figure.
    pub figures: Vec<Figure>,
    /// Every finding: those of reading first.
    pub findings: Vec<Finding>,
    /// The strata, in the order of the file.
    pub strata: Vec<StratumFigures>,
    /// Themes, areas of concern and strengths, in the order of the file.
    pub improvements: Vec<Improvement>,
}

/// Examines an audit. Percentages are cut by `rounding`; an action is overdue if its day lies before `as_at`.
#[must_use]
pub fn examine(facts: &Facts, rounding: Rounding, as_at: NaiveDate) -> Answer {
    let sampling = Sampling(facts.inspection.as_ref());
    let mut answer = Answer {
        figures: Vec::new(),
        findings: facts.findings().cloned().collect(),
        strata: Vec::new(),
        improvements: Vec::new(),
    };
    if let Some(inspection) = &facts.inspection {
        answer.figures.extend(inspection_figures(inspection));
        answer.findings.extend(sample_is_not_random::check(inspection));
    }
    if let Some(rows) = &facts.strata {
        answer.strata = rows.good.iter().map(|row| StratumFigures::of(row, rounding, sampling)).collect();
        answer.figures.push(reports_examined(rows));
        answer.figures.extend(answer.strata.iter().flat_map(StratumFigures::all).cloned());
        answer.findings.extend(rows.good.iter().filter_map(crimes_are_not_trials::check));
    }
    answer.findings.extend(declared_total_of_reports(facts));
    if let Some(rows) = &facts.improvements {
        answer.improvements = rows.good.iter().map(|row| row.value.clone()).collect();
        answer.figures.extend(improvement_figures(rows));
        answer.findings.extend(rows.good.iter().filter_map(action_with_owner::check));
        answer.findings.extend(rows.good.iter().filter_map(|row| action_with_due_day::check(row, as_at)));
    }
    answer
}

fn inspection_figures(file: &InspectionFile) -> Vec<Figure> {
    let words = |what, label: &str, value: Value, place: &Place| {
        Figure::new(FigureId::of(&["audit", "inspection", what]), label, value).from_cells([place.clone()])
    };
    let (inspection, places) = (&file.value, &file.places);
    vec![
        words("body", "who inspected", Value::Words(inspection.body.clone()), &places.body),
        words("fieldwork", "when they inspected", inspection.fieldwork.clone().into(), &places.fieldwork),
        words(
            "sampling",
            "how the records were chosen",
            inspection.sampling.clone().into(),
            &places.sampling,
        ),
        words("caveat", "the inspectorate's own warning", inspection.caveat.clone().into(), &places.caveat),
        words(
            "report-expected",
            "when the report is expected",
            inspection.report_expected.clone().into(),
            &places.report_expected,
        ),
    ]
}

fn reports_examined(rows: &Rows<Stratum>) -> Figure {
    let counts: Vec<u64> = rows.good.iter().map(|row| row.value.records_examined).collect();
    let sum = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
    let value = match (rows.withheld(), sum) {
        (Some(reason), _) => Value::Withheld(reason),
        (None, Some(sum)) => Value::Count(sum),
        (None, None) => Value::Withheld("the sum is too large to be true".to_owned()),
    };
    let working = counts.iter().map(u64::to_string).collect::<Vec<_>>().join(" + ");
    Figure::new(FigureId::of(&["audit", "reports-examined"]), "reports examined", value)
        .unit("reports")
        .working(working)
        .from_cells(rows.good.iter().map(|row| row.place.at("records_examined")))
}

/// The number of reports that is printed, held against the rows. Where a row was rejected there is no sum to hold it against.
fn declared_total_of_reports(facts: &Facts) -> Option<Finding> {
    let file = facts.inspection.as_ref()?;
    let rows = facts.strata.as_ref().filter(|rows| rows.withheld().is_none())?;
    let counts: Vec<u64> = rows.good.iter().map(|row| row.value.records_examined).collect();
    let declared = file.value.printed_reports_examined?;
    declared_total::check("reports examined", declared, &file.places.reports, &rows.file, &counts)
}

fn improvement_figures(rows: &Rows<Improvement>) -> Vec<Figure> {
    let count = |what, label: &str, counted: &dyn Fn(&Row<Improvement>) -> bool| {
        let counted: Vec<&Row<Improvement>> = rows.good.iter().filter(|row| counted(row)).collect();
        let value = rows.withheld().map_or(Value::Count(counted.len() as u64), Value::Withheld);
        let cells = counted.into_iter().map(|row| row.place.at("subject"));
        Figure::new(FigureId::of(&["audit", what]), label, value).from_cells(cells)
    };
    vec![
        count("themes", "themes of the inspection", &|row| row.value.kind == Kind::Theme),
        count("concerns", "areas of concern", &|row| row.value.kind == Kind::Concern),
        count("strengths", "strengths", &|row| row.value.kind == Kind::Strength),
        count(
            "actions-without-owner",
            "themes and areas of concern without an action that somebody owns",
            &|row| action_with_owner::check(row).is_some(),
        )
        .by(&action_with_owner::RULE),
    ]
}

#[cfg(test)]
mod tests;
