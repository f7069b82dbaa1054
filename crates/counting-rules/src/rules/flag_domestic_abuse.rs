//! Domestic abuse.

use crime::{Connected, Fact};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    flags::group,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-domestic-abuse"),
    title: "Domestic abuse flag",
    says: "A crime is flagged as domestic abuse if offender and victim are both 16 or over and personally connected, and the behaviour is abusive; it may be directed through another person, such as a child; forced marriage is always flagged.",
    basis: edition::rules("page 28, Domestic Abuse; page 39, Forced Marriage"),
    in_force: edition::HELD,
    exemplar: "a brother of 17 who hits his sister of 16, not flagged because they are not partners",
    mend: "flag it: relatives are personally connected",
};

/// Whether domestic abuse is flagged.
///
/// # Errors
///
/// [`Missing`], naming the connection, an age, or whether the behaviour was abusive.
pub fn flag(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if matches!(crime.subcode, "036/05" | "036/15") {
        ask.follows("forced marriage is always flagged");
        return Ok(true);
    }
    let circumstances = &case.act.circumstances;
    let connected = ask.which(case.of, "circumstances.connected", &circumstances.connected)?;
    if connected == Connected::No {
        ask.follows("not personally connected: no flag");
        return Ok(false);
    }
    let (offender_at, offender) = case.needed_offender(ask)?;
    let mut of_age = ask.number(offender_at, "age", &offender.age)? >= 16;
    if of_age && connected == Connected::WithVictim {
        let (victim_at, victim) = case.needed_victim(ask)?;
        of_age = ask.number(victim_at, "age", &victim.age)? >= 16;
    }
    if !of_age {
        ask.follows("one of the two is under 16: no flag");
        return Ok(false);
    }
    // A violent or sexual crime is abusive by what it is, unless somebody says that this one was not.
    let by_what_it_is = matches!(group(crime), "Violence against the person" | "Sexual offences")
        && circumstances.abusive == Fact::NotSupplied;
    let abusive = by_what_it_is || ask.yes(case.of, "circumstances.abusive", circumstances.abusive)?;
    ask.follows(if abusive {
        "both 16 or over, personally connected, and abusive: flagged"
    } else {
        "not abusive: no flag"
    });
    Ok(abusive)
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-domestic-abuse.toml"), flagged);
    }
}
