//! Going equipped for stealing.

use crime::conduct::Equipped;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::principal_crime,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("going-equipped"),
    title: "Going equipped for stealing",
    says: "Who, away from home, has an article for use in a burglary or theft goes equipped for stealing; where there is a related burglary or theft, going equipped is not recorded.",
    basis: edition::rules("page 83, 33 Going equipped for stealing"),
    in_force: edition::HELD,
    exemplar: "a burglar caught with his crowbar in the house, recorded for burglary and for going equipped",
    mend: "record the burglary or theft only",
};

/// Classes somebody who had an article for burglary or theft with them.
///
/// # Errors
///
/// [`Missing`], naming the place or the article.
pub fn classify(equipped: &Equipped, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if !ask.yes(case.of, "what.equipped.away_from_abode", equipped.away_from_abode)? {
        ask.follows("at home: not going equipped");
        return incident("the offender was at their place of abode", &RULE);
    }
    if !ask.yes(case.of, "what.equipped.for_theft", equipped.for_theft)? {
        ask.follows("no article for burglary or theft");
        return incident("no article for use in burglary or theft", &RULE);
    }
    ask.follows("away from home with an article for burglary or theft");
    crime("33", "033/00", &RULE)
}

/// Drops a going equipped in the course of a burglary or theft of the same report. Robbery is theft with force and counts as one.
///
/// # Errors
///
/// [`Missing`], naming the act in the course of which it was done. It is then taken out of the count.
pub(crate) fn applied(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let thefts: Vec<&str> =
        matters.iter().filter(|matter| burglary_or_theft(matter)).map(Matter::act).collect();
    if thefts.is_empty() {
        return Ok(());
    }
    for matter in matters.iter_mut().filter(|matter| matter.counts() && matter.crime.class == "33") {
        ask.begin(&RULE, matter.case.of);
        match ask.text(matter.case.of, "in_course_of", &matter.case.act.in_course_of) {
            Ok(of) if thefts.contains(&of) => {
                ask.follows("related to a burglary or theft that is recorded");
                matter.drop_by(&RULE, format!("related to the burglary or theft of act {of}"));
            }
            Ok(_) => ask.follows("not related to a burglary or theft of this report"),
            Err(missing) => {
                matter.drop_by(&RULE, principal_crime::UNDECIDED);
                return Err(missing.between(["the burglary or theft only", "33 033/00 in addition"]));
            }
        }
    }
    Ok(())
}

/// Whether a matter is a burglary or a theft. Electricity, making off, blackmail and pet abduction are none.
fn burglary_or_theft(matter: &Matter<'_>) -> bool {
    match matter.crime.class {
        "49" => matter.crime.subcode != "049/03",
        class => matches!(
            class,
            "28A"
                | "28B"
                | "28C"
                | "28D"
                | "28E"
                | "28F"
                | "28G"
                | "28H"
                | "28I"
                | "28J"
                | "28K"
                | "28L"
                | "28M"
                | "28N"
                | "28O"
                | "28P"
                | "29"
                | "29A"
                | "29B"
                | "29C"
                | "30A"
                | "30B"
                | "30C"
                | "30D"
                | "31"
                | "31A"
                | "34A"
                | "34B"
                | "37/2"
                | "39"
                | "40"
                | "41"
                | "42"
                | "44"
                | "45"
                | "46"
                | "47"
                | "48"
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/going-equipped.toml"), decided);
    }
}
