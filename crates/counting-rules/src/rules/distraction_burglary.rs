//! Distraction burglary.

use crime::conduct::EntryWay;
use rulebook::{Rule, RuleId};

use crate::{Ask, edition, rules::burglary_class_by_day::Place, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("distraction-burglary"),
    title: "Distraction burglary",
    says: "Residential burglary by a falsehood, trick or distraction used on an occupant, to get in, to stay, or to get further inside, has classes of its own; those for attempts are in the list.",
    basis: edition::rules(
        "page 74, 28K and 28O Distraction burglary; 28L and 28P from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a man says that he reads the water meter, is let in and takes a purse, recorded as plain burglary of a home",
    mend: "record distraction burglary: 28K for a home, 28O for an unconnected building, 28L and 28P for attempts",
};

/// Whether it is one: a trick was used, and the place is residential. There is no class for a trick at business premises.
pub fn used(way: EntryWay, place: Place, case: &Case<'_>, ask: &mut Ask<'_>) -> bool {
    if way != EntryWay::Distraction {
        return false;
    }
    ask.begin(&RULE, case.of);
    let residential = match place {
        Place::Home | Place::Unconnected => true,
        Place::Business => false,
    };
    ask.follows(if residential {
        "a trick was used on an occupant of a residential building: distraction burglary"
    } else {
        "a trick was used, and business and community has no class for it"
    });
    residential
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/distraction-burglary.toml"), classified);
    }
}
