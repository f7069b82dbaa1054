//! Places under the British Transport Police.

use crime::Jurisdiction;
use rulebook::{Rule, RuleId};

use crate::{Ask, edition, rules::location_of_offence::Place, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("british-transport-police"),
    title: "Location under the British Transport Police",
    says: "A crime in a place under the British Transport Police is recorded by them and not by the force in whose area the place lies.",
    basis: edition::rules("page 16, Location under British Transport Police"),
    in_force: edition::HELD,
    exemplar: "an assault on the platform at New Street, recorded by West Midlands Police",
    mend: "transfer it to the British Transport Police",
};

/// The British Transport Police, if the place is theirs.
pub fn place(at: Jurisdiction, case: &Case<'_>, ask: &mut Ask<'_>) -> Option<Place> {
    match at {
        Jurisdiction::BritishTransportPolice => {
            ask.follows("the place is named");
            ask.begin(&RULE, case.of);
            ask.follows("a place under the British Transport Police: they record it");
            Some(Place { at, because: "the place is under the British Transport Police" })
        }
        Jurisdiction::Force(_)
        | Jurisdiction::Scotland
        | Jurisdiction::NorthernIreland
        | Jurisdiction::OutsideUk => None,
    }
}

#[cfg(test)]
mod tests {
    use crime::{Act, Incident};

    use super::*;
    use crate::{Rulings, Working, cases::located};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/british-transport-police.toml"), located);
    }

    #[test]
    fn the_reason_names_whose_place_it_is() {
        let (incident, act, rulings) = (Incident::default(), Act::default(), Rulings::default());
        let case = Case { incident: &incident, act: &act, of: crime::Subject::Act(0), victim: None };
        let mut ask = Ask::new(&incident, &rulings, Working::Left, &RULE);
        let found = place(Jurisdiction::BritishTransportPolice, &case, &mut ask).unwrap();
        assert_eq!(found.because, "the place is under the British Transport Police");
        assert!(place(Jurisdiction::Scotland, &case, &mut ask).is_none());
    }
}
