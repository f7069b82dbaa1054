//! How many findings each rule made, as it may leave the force.

use rulebook::{Figure, FigureId, Place, Rule, RuleId, Value};

use crate::{
    compare::{figures::Shown, kind::Kind, settings::Settings, tally::Tally},
    rules::{self, ALL},
};

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The rule.
    pub rule: &'static Rule,
    /// How many findings it made: `comparison.findings.<rule>`.
    pub findings: Figure,
    /// How many of them somebody has answered for: `comparison.waived.<rule>`.
    pub waived: Figure,
}

/// The rules that found something, by their ids. A finding is about one crime, so a count of findings can tell a count of crimes that is left out: then
/// it is left out as well, and so is one that is small, or that differs by little from a count that is shown.
#[must_use]
pub fn findings_by_rule(tally: &Tally, shown: &Shown, settings: &Settings) -> Vec<Found> {
    let small = |count: u64| 0 < count && count < shown.threshold;
    let every = || ALL.iter().chain(table::rules::ALL).copied();
    tally
        .findings
        .iter()
        .filter_map(|(id, (all, waived))| {
            let rule = every().find(|rule| rule.id.0 == *id)?;
            let kinds = kinds_of(rule.id);
            let beside = kinds.iter().map(|kind| tally.total(*kind)).chain([tally.sum(kinds)]);
            let telling = !kinds.is_empty() && beside.into_iter().any(|count| small(count.abs_diff(*all)));
            let hidden = small(*all) || telling || kinds.iter().any(|kind| shown.hides(*kind));
            let split = *waived > 0 && (hidden || small(*waived) || small(all.abs_diff(*waived)));
            let figure = |what: &str, label: String, count: u64, hidden: bool| {
                let value = if hidden { Value::Suppressed } else { Value::Count(count) };
                let id = FigureId::of(&["comparison", what, rule.id.0]);
                Figure::new(id, label, value)
                    .unit("findings")
                    .by(rule)
                    .from_cells(settings.files.iter().map(Place::file))
            };
            Some(Found {
                rule,
                findings: figure("findings", format!("findings of the rule {}", rule.id), *all, hidden),
                waived: figure(
                    "waived",
                    format!("findings of the rule {} that are waived", rule.id),
                    *waived,
                    split,
                ),
            })
        })
        .collect()
}

/// The kinds of crime that a rule finds: what it is silent about is not here.
fn kinds_of(rule: RuleId) -> &'static [Kind] {
    let of: [(&Rule, &'static [Kind]); 11] = [
        (&rules::due_crime_recorded::RULE, &[Kind::NotRecorded]),
        (&rules::recorded_as_due::RULE, &[Kind::WrongClass]),
        (&rules::recorded_in_time::RULE, &[Kind::Late, Kind::TimeNotTold]),
        (&rules::recorded_crime_due::RULE, &[Kind::WithoutBasis, Kind::OutOfCount]),
        (&rules::recorded_once::RULE, &[Kind::Duplicate]),
        (&rules::recorded_crime_with_incident::RULE, &[Kind::NoIncident]),
        (&rules::recorded_under_its_own_incident::RULE, &[Kind::UnderAnotherLog]),
        (&rules::due_crime_cancelled::RULE, &[Kind::Cancelled]),
        (&rules::transfer_with_receiver::RULE, &[Kind::Transferred]),
        (&rules::reclassification_with_approver::RULE, &Kind::OF_RECLASSIFIED),
        (&rules::outcome_allowed::RULE, &[Kind::OutcomeNotAllowed, Kind::OutcomeNotTold]),
    ];
    of.into_iter().find(|(one, _)| one.id == rule).map_or(&[], |(_, kinds)| kinds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::{Finding, Severity};

    /// What is printed of so many findings of a rule, so many of them waived, beside so many crimes of a kind.
    fn printed(rule: &'static Rule, all: u64, waived: u64, kinds: &[(Kind, u64)]) -> [String; 2] {
        let mut tally = Tally::default();
        let at = tally.at(["", "", "", "", ""]);
        for (kind, n) in kinds {
            (0..*n).for_each(|_| tally.count(at, *kind));
        }
        for n in 0..all {
            tally.found(&Finding::new(rule, Severity::Warning, "C1", None, "said"), n < waived);
        }
        let settings = Settings::new(rulebook::day(2026, 6, 1), &["due.csv"], "crimes.csv");
        let found = findings_by_rule(&tally, &Shown::of(&tally, 5), &settings);
        [found[0].findings.printed(), found[0].waived.printed()]
    }

    #[test]
    fn a_count_of_findings_tells_no_count_that_is_left_out() {
        let missing = &rules::due_crime_recorded::RULE;
        let many = (Kind::RecordedAsDue, 50);
        assert_eq!(printed(missing, 20, 0, &[many, (Kind::NotRecorded, 20)]), ["20", "0"]);
        // 3 crimes of a wrong class take those not recorded with them, and these the findings about them.
        let hidden = [many, (Kind::WrongClass, 3), (Kind::NotRecorded, 20)];
        assert_eq!(printed(missing, 20, 6, &hidden), ["suppressed", "suppressed"]);
        assert_eq!(printed(missing, 3, 0, &[many]), ["suppressed", "0"]);
        // 22 crimes and 20 findings: two crimes would stand out.
        assert_eq!(printed(missing, 20, 0, &[many, (Kind::NotRecorded, 22)]), ["suppressed", "0"]);
    }

    #[test]
    fn the_waived_are_told_if_neither_they_nor_the_rest_are_few() {
        let number = &rules::crime_number_once::RULE;
        assert_eq!(printed(number, 20, 10, &[]), ["20", "10"]);
        assert_eq!(printed(number, 20, 20, &[]), ["20", "20"]);
        assert_eq!(printed(number, 20, 2, &[]), ["20", "suppressed"]);
        assert_eq!(printed(number, 20, 18, &[]), ["20", "suppressed"]);
    }
}
