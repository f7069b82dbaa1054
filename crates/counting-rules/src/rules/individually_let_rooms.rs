//! Rooms let one by one.

use crime::{Conduct, conduct::Premises};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("individually-let-rooms"),
    title: "Rooms let one by one",
    says: "Residents to whom the rooms or flats of a house are let one by one, whether or not they share rooms, and those of a hall of residence, are no household: one residential burglary is counted for each victim.",
    basis: edition::rules("page 73, 28I, Shared accommodation"),
    in_force: edition::HELD,
    exemplar: "the rooms of three students in a hall of residence burgled in one night, recorded as one crime",
    mend: "record one residential burglary for each victim",
};

/// Whether a residential burglary is counted by victim instead of by household.
///
/// # Errors
///
/// [`Missing`], naming what was entered.
pub fn each_victim(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    let Conduct::Entry(entry) = &matter.case.act.what else { return Ok(false) };
    let residential = matter.crime.class.starts_with("28") || matter.crime.class.starts_with("29");
    if !residential {
        return Ok(false);
    }
    ask.begin(&RULE, matter.case.of);
    let let_one_by_one =
        ask.which(matter.case.of, "what.entry.premises", &entry.premises)? == Premises::LetRoom;
    ask.follows(if let_one_by_one {
        "let one by one: no household, each victim counts"
    } else {
        "not let one by one"
    });
    Ok(let_one_by_one)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/individually-let-rooms.toml"), decided);
    }
}
