//! Every planned item has a day.

use calendar::Window;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::{Days, Item};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("planned-message-dated"),
    title: "Planned message dated",
    says: "What is planned to be said has a day on which it is to be said.",
    basis: Basis::Reasoned {
        why: "without a day nobody can tell whether it falls in a period in which messages are restricted",
    },
    in_force: InForce::Always,
    exemplar: "a campaign on bicycle theft, planned with no first and no last day",
    mend: "enter the days; where the source gives vaguer words, enter them and say how they were read",
};

/// Says so if the item has no day at all. `periods` are the periods of restricted messages known on the day of the
/// paper, with their names: those against which the item could not be checked.
#[must_use]
pub fn check(row: &Row<Item>, periods: &[(&str, Window)]) -> Option<Finding> {
    let item = &row.value;
    let why = match item.days {
        Days::Between(_) | Days::From(_) | Days::Until(_) => return None,
        Days::NotKnown => "its days are not known",
        Days::NotSupplied => "no day was supplied for it",
    };
    let printed =
        item.as_printed.value().map(|words| format!("; the source says `{words}`")).unwrap_or_default();
    let periods: Vec<String> = periods.iter().map(|(name, window)| format!("`{name}`, {window}")).collect();
    let unchecked = if periods.is_empty() {
        String::new()
    } else {
        format!(". It cannot be told whether it falls in {}", periods.join(" or in "))
    };
    let sentence = format!("`{}` has no day: {why}{printed}{unchecked}", item.name);
    Some(
        Finding::new(&RULE, Severity::Note, &item.name, Some(row.place.at("first_day")), sentence)
            .with("days", item.days)
            .with("as printed", &item.as_printed),
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
        first_day: String,
        last_day: String,
        as_printed: String,
        period: Option<String>,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/planned-message-dated.toml"), |facts: &Facts| {
            let Facts { first_day, last_day, as_printed, period } = facts;
            let plan = given::plan(&format!("Bicycle theft,,{first_day},{last_day},{as_printed},,none,\n"));
            let period = period.as_ref().map(|day| ("Poll", Window::day(day.parse().unwrap())));
            check(&plan.good[0], period.as_slice()).map_or_else(String::new, |finding| finding.to_string())
        });
    }
}
