//! One crime per victim.

use rulebook::{Known, Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("one-crime-per-victim"),
    title: "One crime per victim",
    says: "One crime is counted for each specific, intended or identifiable victim, and separately where offenders acted independently: one for each relationship of an offender, or group of offenders, with a victim.",
    basis: edition::rules("page 12, One Crime per Victim"),
    in_force: edition::HELD,
    exemplar: "two people hit by the same man in the same minute, recorded as one crime",
    mend: "record one crime for each victim, and one more for each offender who acted independently",
};

/// The offender or group of the relationship to which a matter belongs. Who did it matters only where the same victim suffered
/// something else as well.
///
/// # Errors
///
/// [`Missing`], naming the offender, where the same victim suffered several acts and it is not said who did them.
pub fn relationship<'a>(
    matter: &Matter<'a>,
    matters: &[Matter<'_>],
    ask: &mut Ask<'_>,
) -> Result<&'a str, Missing> {
    let act = matter.case.act;
    ask.begin(&RULE, matter.case.of);
    let alone = !matters.iter().any(|other| {
        other.counts()
            && other.with_victim
            && other.case.of != matter.case.of
            && other.victim_id() == matter.victim_id()
    });
    if alone {
        ask.follows("the only act against this victim: one relationship");
        return Ok(named(&act.by));
    }
    let by = ask.text(matter.case.of, "by", &act.by)?;
    ask.follows("one relationship of this offender, or group, with this victim");
    Ok(by)
}

/// The name of the offender or group, or nothing.
pub(crate) fn named(by: &Known<String>) -> &str {
    by.value().map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/one-crime-per-victim.toml"), decided);
    }
}
