//! Riot and violent disorder.

use crime::conduct::Disorder;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::affray,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("riot-and-violent-disorder"),
    title: "Riot and violent disorder",
    says: "Violence used or threatened together, such that a bystander of reasonable firmness would fear for their safety, is riot if twelve or more did it for a common purpose, else violent disorder if three or more did it; crimes with a victim that come of it are recorded in addition.",
    basis: edition::rules("page 89, 62A Violent disorder"),
    in_force: edition::HELD,
    exemplar: "fifteen people who together drive off a crowd with stones, for a common purpose; one of the crowd is hurt, and only the injury is recorded",
    mend: "record riot or violent disorder once, and each crime against a victim in addition",
};

/// How many make a riot.
const RIOT: u32 = 12;

/// How many make a violent disorder.
const VIOLENT_DISORDER: u32 = 3;

/// Classes violence that would make a bystander fear, by how many did it together.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming how many they were or whether they had a common purpose.
pub fn classify(disorder: &Disorder, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let together = ask.number(case.of, "what.disorder.together", &disorder.together)?;
    if together < VIOLENT_DISORDER {
        ask.follows("fewer than three together: neither riot nor violent disorder");
        return affray::classify(case, ask);
    }
    if together >= RIOT && ask.yes(case.of, "what.disorder.common_purpose", disorder.common_purpose)? {
        ask.follows("twelve or more together, for a common purpose: riot");
        return crime("62A", "064/01", &RULE);
    }
    ask.follows("three or more together, and not a riot: violent disorder");
    crime("62A", "065/00", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/riot-and-violent-disorder.toml"), decided);
    }
}
