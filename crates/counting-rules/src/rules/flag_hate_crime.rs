//! Hate crime.

use crime::{Fact, Religion};
use rulebook::{Rule, RuleId};

use crate::{Ask, edition, flags::Flags, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-hate-crime"),
    title: "Hate crime flag",
    says: "A crime that the victim or any other person perceives as motivated by hostility or prejudice is flagged with each of the five strands concerned, real or perceived: disability, transgender, race, religion, sexual orientation; with religion goes one flag for the religion that the offender meant.",
    basis: edition::rules("pages 26 and 27, Hate Crime"),
    in_force: edition::HELD,
    exemplar: "a wall of a gurdwara sprayed with words against Muslims, flagged as religion without saying which",
    mend: "flag every strand that is perceived, and with religion the one that was meant",
};

/// The flags for hate crime. A strand that is perceived stands, whatever is missing of the others.
pub fn flag(case: &Case<'_>, flags: &mut Flags, ask: &mut Ask<'_>) {
    ask.begin(&RULE, case.of);
    let circumstances = &case.act.circumstances;
    match ask.yes(case.of, "circumstances.hate", circumstances.hate) {
        Ok(true) => {}
        Ok(false) => {
            ask.follows("nobody perceives hostility or prejudice: no flag");
            return;
        }
        Err(_) => {
            flags.not_decided.push("hate crime".into());
            return;
        }
    }
    let towards = &circumstances.hostility;
    for (fact, value, flag) in [
        ("circumstances.hostility.disability", towards.disability, "hate crime: disability"),
        ("circumstances.hostility.transgender", towards.transgender, "hate crime: transgender"),
        ("circumstances.hostility.race", towards.race, "hate crime: race"),
        ("circumstances.hostility.religion", towards.religion, RELIGION),
        (
            "circumstances.hostility.sexual_orientation",
            towards.sexual_orientation,
            "hate crime: sexual orientation",
        ),
    ] {
        match ask.yes(case.of, fact, value) {
            Ok(true) => flags.apply.push(flag.into()),
            Ok(false) => {}
            Err(_) => flags.not_decided.push(flag.into()),
        }
    }
    if towards.religion == Fact::Yes {
        match ask.which_if_known(
            case.of,
            "circumstances.perceived_religion",
            &circumstances.perceived_religion,
        ) {
            Ok(meant) => flags.apply.push(perceived(meant.unwrap_or(Religion::Unknown)).into()),
            Err(_) => flags.not_decided.push("perceived religion".into()),
        }
    }
    ask.follows("perceived as motivated by hostility or prejudice: flagged");
}

const RELIGION: &str = "hate crime: religion";

const fn perceived(religion: Religion) -> &'static str {
    match religion {
        Religion::Christian => "perceived religion: Christian",
        Religion::Buddhist => "perceived religion: Buddhist",
        Religion::Hindu => "perceived religion: Hindu",
        Religion::Jewish => "perceived religion: Jewish",
        Religion::Muslim => "perceived religion: Muslim",
        Religion::Sikh => "perceived religion: Sikh",
        Religion::Other => "perceived religion: other",
        Religion::NoReligion => "perceived religion: no religion",
        Religion::Unknown => "perceived religion: unknown",
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-hate-crime.toml"), flagged);
    }
}
