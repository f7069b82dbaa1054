//! The population of a force changes little from year to year.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use rust_decimal::Decimal;
use table::Row;

use crate::{Population, left_out_of_centres};

/// The largest plausible change in a year, in percent. In the mid-year estimates from 2001 to 2020 no force but City of London
/// changed by as much as 2% in a year.
pub const LARGEST_CHANGE_PERCENT: u64 = 5;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("population-plausible"),
    title: "Plausible populations",
    says: "The people of a force change by no more than 5% a year, City of London excepted.",
    basis: Basis::Reasoned {
        why: "in the mid-year estimates from 2001 to 2020 no other force changed by as much as 2% in a year; a larger jump is \
              another force's number, a lost digit, or a force area that was drawn anew",
    },
    in_force: InForce::Always,
    exemplar: "1,000,000 people in one year and 1,050,001 in the next",
    mend: "hold both years against the source; shifted rows are found against a reference table",
};

/// Warns of each force and year from which the next estimate differs by more than 5% a year between them.
#[must_use]
pub fn check(rows: &[Row<Population>]) -> Vec<Finding> {
    let mut sorted: Vec<&Row<Population>> =
        rows.iter().filter(|row| left_out_of_centres(row.value.force).is_none()).collect();
    sorted.sort_by_key(|row| (row.value.force, row.value.year));
    let pairs = sorted.iter().zip(sorted.iter().skip(1));
    pairs.filter_map(|(earlier, later)| jump(earlier, later)).collect()
}

fn jump(earlier: &Row<Population>, later: &Row<Population>) -> Option<Finding> {
    let (one, other) = (&earlier.value, &later.value);
    if one.force != other.force {
        return None;
    }
    let years = u64::from(other.year.since(one.year).unsigned_abs());
    let (from, to) = (Decimal::from(one.people), Decimal::from(other.people));
    let change = ((to - from) * Decimal::ONE_HUNDRED).checked_div(from)?;
    if change.abs() <= Decimal::from(LARGEST_CHANGE_PERCENT * years) {
        return None;
    }
    let sentence = format!(
        "{}: {} people in mid-{} and {} in mid-{}, a change of {}%",
        one.force,
        super::grouped(one.people),
        one.year,
        super::grouped(other.people),
        other.year,
        change.round_dp(1)
    );
    let finding =
        Finding::new(&RULE, Severity::Warning, one.force.name(), Some(later.place.at("people")), sentence);
    Some(finding.with("earlier", one.people).with("later", other.people))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, population_case::Estimates};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/population-plausible.toml"), |facts: &Estimates| {
            in_words(check(&facts.rows()).into_iter().next())
        });
    }
}
