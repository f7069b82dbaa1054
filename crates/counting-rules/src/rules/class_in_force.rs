//! An offence is asked for on the day it was done.

use crime::{InForceOn, Why};
use rulebook::{Basis, Citation, Rule, RuleId, Seen};

use crate::{
    Ask, Missing, edition, offences,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("class-in-force"),
    title: "An offence is in force on its day",
    says: "An offence for which the list prints a first or a last day is recorded only if it was the law on the day, or the last day, of the act; what it was before or after, only a source that names it could say.",
    basis: Basis::Published(Citation {
        document: "Home Office notifiable offence list",
        edition: "2026/27",
        place: "first and last days of the law, where they are printed",
        seen: Seen::FullText,
    }),
    in_force: edition::HELD,
    exemplar: "strangulation in May 2022, recorded as 008/77, which was no offence of its own before 7 June 2022",
    mend: "class the act by the law of its day",
};

/// Lets a crime pass unless the list says that it was not the law on the day of the act.
///
/// The last day of the act governs. Where the list prints neither a first nor a last day, nothing is asked: it is not known to be out of
/// force.
///
/// # Errors
///
/// [`Missing`], naming the day of the act; or nothing, if it was not the law that day and no source names another.
pub fn check(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<(), Missing> {
    let Some(row) = offences::row(crime.class, crime.subcode) else { return Ok(()) };
    if row.valid_from.is_empty() && row.valid_to.is_empty() {
        return Ok(());
    }
    ask.begin(&RULE, case.of);
    let day = if case.act.last_day.is_known() {
        ask.day(case.of, "last_day", &case.act.last_day)?
    } else {
        ask.day(case.of, "day", &case.act.day)?
    };
    match offences::in_force(crime.class, crime.subcode, Some(day)) {
        InForceOn::No => {
            let name = format!("{} {}, not in force on {day}", crime.class, crime.subcode);
            Err(ask.missing(case.of, "", Why::TextSilent).between([name]))
        }
        InForceOn::Yes => {
            ask.follows("the law on that day, as the list prints");
            Ok(())
        }
        InForceOn::NotKnown => {
            ask.follows("the list does not say whether it was the law on that day");
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/class-in-force.toml"), decided);
    }
}
