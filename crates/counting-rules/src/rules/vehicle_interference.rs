//! Interference with a motor vehicle.

use crime::conduct::{Interference, InterferenceManner};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("vehicle-interference"),
    title: "Interference with a motor vehicle",
    says: "Entry without damage is vehicle interference unless credible evidence shows that no crime was meant, and then an incident; interference that damages is vehicle interference if an attempt to steal or take is likelier than damage for its own sake, else criminal damage; without damage it is vehicle interference.",
    basis: edition::rules(
        "pages 77 and 78, 126 Interference with a motor vehicle and Motor Vehicle Crime: Classification",
    ),
    in_force: edition::HELD,
    exemplar: "a drunk who got into an unlocked car, which he plainly took for his own, recorded as vehicle interference",
    mend: "follow the chart: entry, damage, and what is likelier",
};

/// Classes an interference by the printed chart. Where the chart leads to criminal damage, it leads to a class only; the subcode
/// follows from the value of the damage. Evidence that is not known of does not show that no crime was meant.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what was done, whether a crime was meant, or what is likelier.
pub fn classify(interference: &Interference, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.interference.manner", &interference.manner)? {
        InterferenceManner::Entered => {
            if ask.fact(case.of, "what.interference.no_crime_meant", interference.no_crime_meant)?
                == Some(true)
            {
                ask.follows("credible evidence shows that no crime was meant");
                return incident("credible evidence shows that whoever got in meant no crime", &RULE);
            }
            ask.follows("entry without damage, and nothing shows that no crime was meant");
            crime("126", "126/00", &RULE)
        }
        InterferenceManner::Damaged => {
            if ask.yes(case.of, "what.interference.theft_likelier", interference.theft_likelier)? {
                ask.follows("damaged, and an attempt to steal or take is likelier than criminal damage");
                return crime("126", "126/00", &RULE);
            }
            ask.follows("damaged, and criminal damage is likelier");
            crime("58C", "", &RULE)
        }
        InterferenceManner::Tampered => {
            ask.follows("no damage: got on to it, or tampered with its mechanism");
            crime("126", "825/06", &RULE)
        }
        InterferenceManner::Otherwise => {
            ask.follows("interference without damage");
            crime("126", "126/00", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/vehicle-interference.toml"), classified);
    }
}
