//! The review of an agreement has not been let slip.

use calendar::Window;
use chrono::NaiveDate;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::Agreement;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("agreement-review-not-past"),
    title: "Agreement review not past",
    says: "The day of an agreement's next review has not passed.",
    basis: Basis::Reasoned {
        why: "a next review that lies in the past was missed, or its outcome was not entered",
    },
    in_force: InForce::Always,
    exemplar: "an agreement whose next review was due on the day before the paper",
    mend: "hold the review, or enter the day of the next one",
};

/// Says so if the review day lies before `as_at`.
#[must_use]
pub fn check(row: &Row<Agreement>, as_at: NaiveDate) -> Option<Finding> {
    let agreement = &row.value;
    let review = *agreement.review.value().filter(|review| **review < as_at)?;
    let days = as_at.signed_duration_since(review).num_days();
    let ago = if days == 1 { "1 day ago".to_owned() } else { format!("{days} days ago") };
    let sentence = format!(
        "`{}` with {}: its review was due on {}, {ago}",
        agreement.name,
        agreement.partner,
        Window::day(review)
    );
    Some(
        Finding::new(&RULE, Severity::Warning, &agreement.name, Some(row.place.at("review")), sentence)
            .with("partner", &agreement.partner)
            .with("review", review)
            .with("days past", days),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        review: String,
        as_at: NaiveDate,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/agreement-review-not-past.toml"), |facts: &Facts| {
            let rows = given::agreements(&format!("Hydrants,Fire service,no,,,,{},,,1\n", facts.review));
            check(&rows.good[0], facts.as_at).map_or_else(String::new, |finding| finding.to_string())
        });
    }
}
