//! Offences without a victim.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, rules::one_crime_per_victim::named};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("victimless-offences"),
    title: "Offences without a victim",
    says: "Where there is no obvious victim, or the crime is victimless, one crime is counted for each offender or group of offenders, in addition to crimes with a victim.",
    basis: edition::rules("page 12, One Crime per Victim"),
    in_force: edition::HELD,
    exemplar: "two men found together going equipped for stealing, recorded as two crimes",
    mend: "record one crime for each offender or group who acted together",
};

/// The offender or group by which an offence without a victim is counted. Who did it matters only where the report has another act of
/// the same offence.
///
/// # Errors
///
/// [`Missing`], naming the offender, where several acts are the same offence and it is not said who did them.
pub fn offender<'a>(
    matter: &Matter<'a>,
    matters: &[Matter<'_>],
    ask: &mut Ask<'_>,
) -> Result<&'a str, Missing> {
    let act = matter.case.act;
    ask.begin(&RULE, matter.case.of);
    let alone = !matters.iter().any(|other| {
        other.counts() && other.case.of != matter.case.of && other.crime.subcode == matter.crime.subcode
    });
    if alone {
        ask.follows("the only act of this offence: one crime");
        return Ok(named(&act.by));
    }
    let by = ask.text(matter.case.of, "by", &act.by)?;
    ask.follows("one crime for this offender or group");
    Ok(by)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/victimless-offences.toml"), decided);
    }
}
