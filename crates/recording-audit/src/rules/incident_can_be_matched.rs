//! A report has so many crimes that they can be matched.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::MOST_OF_A_REPORT;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("incident-can-be-matched"),
    title: "A report whose crimes can be matched",
    says: "The crimes of one report that do not agree in everything are matched as an assignment up to 250 on either side; beyond that class by class, in the order of victims and days, and the report is named.",
    basis: Basis::Reasoned {
        why: "the time of an exact assignment grows with the cube of the number, and a match that is not the best must not look like one that is",
    },
    in_force: InForce::Always,
    exemplar: "a report of which 251 crimes are due and 251 others are recorded",
    mend: "check whether one reference was used for many reports; if not, read the findings of this report with care",
};

/// Says that a report has too many crimes to be matched exactly.
pub(crate) fn check(place: &Place, incident: &str, due: usize, recorded: usize) -> Finding {
    let sentence = format!(
        "{incident}: {due} crimes due and {recorded} recorded are more than {MOST_OF_A_REPORT} that do not agree; they are matched class by class"
    );
    Finding::new(&RULE, Severity::Warning, incident, Some(place.at("incident")), sentence)
        .with("crimes due", due)
        .with("crimes recorded", recorded)
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::{Facts, compared};

    /// So many crimes due and recorded of one report, of which no two agree.
    #[derive(Debug, serde::Deserialize)]
    struct Many {
        times: usize,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/incident-can-be-matched.toml"), |many: &Many| {
            let due = (0..many.times).map(|n| format!("I1,8N,d{n}"));
            let recorded = (0..many.times).map(|n| format!("C{n:03},I1,105A,r{n}"));
            let facts = Facts {
                due: std::iter::once("incident,class,victims".to_owned()).chain(due).collect(),
                recorded: std::iter::once("crime,incident,class,victims".to_owned())
                    .chain(recorded)
                    .collect(),
                force: None,
            };
            compared(&facts)
                .into_iter()
                .filter(|line| line.contains("matched class by class"))
                .collect::<Vec<_>>()
        });
    }
}
