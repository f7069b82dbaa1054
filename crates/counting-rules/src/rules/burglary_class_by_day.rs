//! Which of the burglary classes, by the day of the offence.

use chrono::NaiveDate;
use crime::{Text, Why};
use rulebook::{Basis, Known, Rule, RuleId, day};

use crate::{
    Ask, Missing, edition,
    rules::{
        aggravated_burglary, burglary_business_and_community, burglary_classes_2017_to_2023,
        burglary_classes_to_2017, distraction_burglary, residential_burglary_of_a_home,
        residential_burglary_of_unconnected_building,
    },
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("burglary-class-by-day"),
    title: "The burglary class by the day of the offence",
    says: "A burglary has a class that was in use on the day on which it was committed, or on its last day; which premises are a home is taken from the rules of 2026/27 on every day.",
    basis: Basis::Reasoned {
        why: "the rules name no day by which a class is chosen; a class that did not exist on the day of the offence cannot have been committed then, and no earlier text on premises is held",
    },
    in_force: edition::HELD,
    exemplar: "a burglary of a house on 31 March 2023, reported in 2026 and recorded as 28I, a class of the next day",
    mend: "record the class of the last day of the offence; the registrar says whether the force still records in it",
};

/// What kind of place was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A home.
    Home,
    /// A residential building that is no part of a home.
    Unconnected,
    /// A building for business or community.
    Business,
}

/// How it was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Entered.
    Done,
    /// Tried.
    Attempted,
    /// Entered by a trick.
    Distraction,
    /// Tried by a trick.
    AttemptedDistraction,
    /// With a weapon, entered or tried.
    Aggravated,
}

/// The first day of the classes of the list of 2026/27.
const FIRST: NaiveDate = day(2023, 4, 1);

/// The class, by the last day of the offence.
///
/// # Errors
///
/// [`Missing`], naming the day, with the classes between which it lies; or saying that no class is held for so early a day.
pub fn classify(place: Place, how: How, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let day = last_day(case, ask).map_err(|missing| missing.between(classes(place, how)))?;
    if day >= FIRST {
        ask.follows("committed since 1 April 2023: the classes of the list of 2026/27");
        let (class, subcode) = current(place, how);
        return crime(class, subcode, by(place, how));
    }
    if burglary_classes_2017_to_2023::RULE.in_force.covers(day) {
        ask.follows("committed from April 2017 to March 2023: the classes of those days");
        return burglary_classes_2017_to_2023::classify(place, how, case, ask);
    }
    if burglary_classes_to_2017::RULE.in_force.covers(day) {
        ask.follows("committed before April 2017: the classes of those days");
        return burglary_classes_to_2017::classify(place, how, case, ask);
    }
    Err(ask.missing(case.of, "", Why::NoEdition))
}

/// The last day of the offence. If it began in the time of the present classes, it does not matter when it ended.
fn last_day(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<NaiveDate, Missing> {
    let act = case.act;
    if !matches!(act.last_day, Known::Is(_)) {
        let began = ask.day(case.of, "day", &act.day)?;
        if began >= FIRST {
            return Ok(began);
        }
    }
    ask.day(case.of, "last_day", &act.last_day)
}

/// Every class that it can have, the present one first.
fn classes(place: Place, how: How) -> Vec<Text> {
    let mut classes = vec![
        Text::Borrowed(current(place, how).0),
        Text::Borrowed(burglary_classes_2017_to_2023::class(place, how)),
        Text::Borrowed(burglary_classes_to_2017::class(place, how)),
    ];
    classes.dedup();
    classes
}

/// Class and subcode of the list of 2026/27.
const fn current(place: Place, how: How) -> (&'static str, &'static str) {
    match place {
        Place::Home => residential_burglary_of_a_home::class(how),
        Place::Unconnected => residential_burglary_of_unconnected_building::class(how),
        Place::Business => burglary_business_and_community::class(how),
    }
}

/// The rule that gives the present class.
const fn by(place: Place, how: How) -> &'static Rule {
    match (how, place) {
        (How::Aggravated, _) => &aggravated_burglary::RULE,
        (How::Distraction | How::AttemptedDistraction, Place::Home | Place::Unconnected) => {
            &distraction_burglary::RULE
        }
        (_, Place::Home) => &residential_burglary_of_a_home::RULE,
        (_, Place::Unconnected) => &residential_burglary_of_unconnected_building::RULE,
        (_, Place::Business) => &burglary_business_and_community::RULE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/burglary-class-by-day.toml"), classified);
    }

    #[test]
    fn every_present_class_stands_in_the_list() {
        for place in [Place::Home, Place::Unconnected, Place::Business] {
            for how in
                [How::Done, How::Attempted, How::Distraction, How::AttemptedDistraction, How::Aggravated]
            {
                let (class, subcode) = current(place, how);
                assert!(offences::row(class, subcode).is_some(), "{class} {subcode}");
            }
        }
    }

    #[test]
    fn no_day_since_2002_is_without_classes() {
        let eve = |rule: &Rule| rule.in_force.from().and_then(|first| first.pred_opt()).unwrap();
        assert!(burglary_classes_2017_to_2023::RULE.in_force.covers(FIRST.pred_opt().unwrap()));
        assert!(!burglary_classes_2017_to_2023::RULE.in_force.covers(FIRST));
        assert!(burglary_classes_to_2017::RULE.in_force.covers(eve(&burglary_classes_2017_to_2023::RULE)));
    }
}
