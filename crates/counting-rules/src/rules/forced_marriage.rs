//! Forced marriage.

use chrono::NaiveDate;
use crime::conduct::Liberty;
use rulebook::{Rule, RuleId, day};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("forced-marriage"),
    title: "Forced marriage",
    says: "Pressure or abuse of any kind to make somebody marry who does not or cannot consent is a crime; anything done since 27 February 2023 to make somebody marry before 18 is one even without pressure.",
    basis: edition::rules("page 39, Forced Marriage"),
    in_force: edition::HELD,
    exemplar: "parents arrange in 2026 for their daughter to marry at 17, gladly, and nothing is recorded because nobody pressed her",
    mend: "record class 36, with the flags for honour-based and domestic abuse",
};

/// The first day on which it is an offence to cause anybody to marry before 18, with pressure or without.
const UNDER_EIGHTEEN: NaiveDate = day(2023, 2, 27);

/// Classes what was done to make one person marry. The day on which it was done decides whether pressure must be shown for somebody
/// under 18.
///
/// With pressure on somebody under 18 since that day two codes of one class fit; we take the one that needs no pressure to be shown,
/// because the text has it for all circumstances.
///
/// # Errors
///
/// [`Missing`], naming the age, the day, or whether there was pressure.
pub fn classify(liberty: &Liberty, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let (at, victim) = case.needed_victim(ask)?;
    let under_age = ask.number(at, "age", &victim.age)? < 18;
    let begun_before = under_age && ask.day(case.of, "day", &case.act.day)? < UNDER_EIGHTEEN;
    if under_age && !begun_before {
        return before_eighteen(ask);
    }
    if ask.yes(case.of, "what.liberty.pressure", liberty.pressure)? {
        ask.follows("pressure or abuse to make somebody marry who did not or could not consent");
        return crime("36", "036/05", &RULE);
    }
    if begun_before && went_on(case, ask)? {
        return before_eighteen(ask);
    }
    ask.follows("no pressure or abuse, and none is needed only for somebody under 18 since 27 February 2023");
    incident("a marriage without pressure or abuse, of somebody for whom it must be shown", &RULE)
}

fn before_eighteen(ask: &mut Ask<'_>) -> Answer {
    ask.follows("done since 27 February 2023 to make somebody marry before 18: no pressure need be shown");
    crime("36", "036/15", &RULE)
}

/// Whether what began before the day went on after it.
fn went_on(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    Ok(ask.day(case.of, "last_day", &case.act.last_day)? >= UNDER_EIGHTEEN)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/forced-marriage.toml"), classified);
    }
}
