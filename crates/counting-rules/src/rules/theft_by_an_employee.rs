//! Theft by an employee.

use crime::conduct::Taking;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("theft-by-an-employee"),
    title: "Theft by an employee",
    says: "A theft from the employer that is known, when it is recorded, to be by an employee or a group of employees is theft by an employee, in a shop and of mail in the hands of a carrier too.",
    basis: edition::rules("pages 79 and 81, 41 Theft by an employee"),
    in_force: edition::HELD,
    exemplar: "goods that a shop assistant takes home from the shop, recorded as theft from a shop",
    mend: "record theft by an employee",
};

/// Whether an employee of the owner is known to have done it. What is not known at the time of recording does not count.
///
/// Thefts of a motor vehicle, of a pedal cycle elsewhere than in a shop, and from the person are not asked this: the pages say of shops
/// and mail only that the employee prevails, and the other classes that are asked have no words of their own against it.
///
/// # Errors
///
/// [`Missing`], if nobody has said.
pub fn is(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let employee = ask.fact(case.of, "what.taking.by_employee", taking.by_employee)? == Some(true);
    ask.follows(if employee {
        "known to be by an employee of the owner"
    } else {
        "not known to be by an employee of the owner"
    });
    Ok(employee)
}

/// Theft by an employee, as an answer.
///
/// # Errors
///
/// None.
pub const fn crime() -> Answer {
    crate::verdict::crime("41", "041/00", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/theft-by-an-employee.toml"), classified);
    }
}
