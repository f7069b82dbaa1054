//! The crime recording flow chart.

use crime::{Subject, Why};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recording-flow-chart"),
    title: "Crime recording flow chart",
    says: "A report is taken through ten steps in order, each with its exit: is it about a crime, is it notifiable, does evidence speak against it, is there a victim, do they confirm, does another force record it, does a rule direct otherwise, record it, is it removed, apply an outcome.",
    basis: edition::rules("page 11, Crime Recording Flowchart"),
    in_force: edition::HELD,
    exemplar: "a report of which nobody says what was done, closed as no crime",
    mend: "say what was done, and take the steps in order",
};

/// That the report says what was done: the first step cannot be taken without.
///
/// # Errors
///
/// [`Missing`] if it has no act.
pub fn begin(ask: &mut Ask<'_>) -> Result<(), Missing> {
    ask.begin(&RULE, Subject::Report);
    if ask.incident.acts.is_empty() {
        return Err(ask.missing(Subject::Report, "acts", Why::NotSupplied));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::cases::decided_as_given;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recording-flow-chart.toml"), decided_as_given);
    }
}
