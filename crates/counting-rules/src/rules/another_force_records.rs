//! Another force deals with it and records it.

use crime::{HandledBy, Subject};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("another-force-records"),
    title: "Another force deals with it and records it",
    says: "What another police force deals with and records is a crime-related incident here.",
    basis: edition::rules("pages 9 and 11, Crime Related Incidents, 2, and step 6 of the flow chart"),
    in_force: edition::HELD,
    exemplar: "an assault that the neighbouring force has recorded, recorded here too",
    mend: "register a crime-related incident and refer it to the other force",
};

/// The crime-related incident that is registered if another police force records the crime.
///
/// # Errors
///
/// [`Missing`], naming who deals with it.
pub fn directs(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.which(Subject::Report, "handled_by", &case.incident.handled_by)? == HandledBy::AnotherForce {
        ask.follows("another force deals with it and records it: a crime-related incident here");
        let instead = Instead::related("another police force deals with it and records it", &RULE);
        return Ok(Some(Instead { referred_to: Some("the other force".into()), ..instead }));
    }
    ask.follows("no other police force records it");
    Ok(None)
}

#[cfg(test)]
mod tests {
    use crime::{Act, HandledBy, Incident};
    use rulebook::Known;

    use super::*;
    use crate::{Rulings, Working, cases::exit_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/another-force-records.toml"), exit_of);
    }

    #[test]
    fn the_other_force_is_told() {
        let incident = Incident { handled_by: Known::Is(HandledBy::AnotherForce), ..Incident::default() };
        let act = Act::default();
        let case = Case { incident: &incident, act: &act, of: Subject::Act(0), victim: None };
        let rulings = Rulings::default();
        let mut ask = Ask::new(&incident, &rulings, Working::Left, &RULE);
        let instead = directs(&case, &mut ask).unwrap().unwrap();
        assert_eq!(instead.referred_to.as_deref(), Some("the other force"));
    }
}
