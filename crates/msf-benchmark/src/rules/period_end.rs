//! A period ends with a month.

use calendar::Window;
use chrono::{Datelike as _, NaiveDate};
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Lines, Published};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("period-end"),
    title: "Period ends with a month",
    says: "A period of a table of recorded crime begins on the first day of a month and ends on the last of one.",
    basis: Basis::Reasoned {
        why: "recorded crime is published by the month; a period that ends a day before would be held beside none of the others",
    },
    in_force: InForce::Always,
    exemplar: "twelve months ending 30 December 2017",
    mend: "ask the publisher; a later release may have the right day",
};

/// A finding on each period that does not end with a month, with every line on which it stands. Single days, as those of an estimate of
/// people in the middle of a year, are no periods.
#[must_use]
pub fn check(published: &Published) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, window) in published.windows.iter().enumerate() {
        let wrong = window.days() > 1
            && (month_end(window.last()) != Some(window.last()) || window.first().day() != 1);
        if !wrong {
            continue;
        }
        let mut lines = Lines::default();
        let of_window = |cell: &&crate::PublishedCell| usize::from(cell.window) == number;
        published.cells.iter().filter(of_window).for_each(|cell| lines.add(cell.row));
        let Some(first) = lines.first() else { continue };
        let sentence = format!(
            "the period {window} does not run from the first of a month to the last of one{}",
            meant(*window)
        );
        let place = Some(published.row(first));
        findings.push(
            Finding::new(&RULE, Severity::Warning, window.to_string(), place, sentence)
                .with("cells", lines.count())
                .with("rows", lines),
        );
    }
    findings
}

/// The month end that is near.
fn meant(window: Window) -> String {
    let named = |day: NaiveDate| format!("; {} {} is meant, it seems", day.day(), day.format("%B %Y"));
    let end = month_end(window.last()).filter(|end| end.signed_duration_since(window.last()).num_days() <= 3);
    end.filter(|end| *end != window.last()).map(named).unwrap_or_default()
}

fn month_end(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(chrono::Months::new(1))?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/period-end.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
