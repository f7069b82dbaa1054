//! Schools protocol.

use crime::{Fact, Mode, Setting, Subject};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition, offences,
    recording::Instead,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("schools-protocol"),
    title: "Schools protocol",
    says: "What happened on school premises in school hours is a crime-related incident, unless it is a serious incident, the school formally asks for a crime record, or the child, a parent, a guardian or a representative asks; trips and transport follow the general rules.",
    basis: edition::schools("pages 1 and 2, with Crime Recording Rules 2026/27, page 12"),
    in_force: edition::HELD,
    exemplar: "a scuffle at break that nobody asks to have recorded, recorded as an assault",
    mend: "register a crime-related incident and tell the school; record it if it is serious or a record is asked for",
};

/// The classes that are always serious, beside those triable only on indictment and all sexual assaults.
pub const ALWAYS_SERIOUS: [&str; 16] =
    ["5D", "10B", "10C", "10D", "11A", "13", "23", "36", "70", "71", "86", "88A", "92A", "92D", "92E", "106"];

/// The crime-related incident that is registered if the schools protocol directs it.
///
/// # Errors
///
/// [`Missing`], naming the setting, whether it is judged serious, or whether a record was asked for.
pub fn directs(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.which(Subject::Report, "setting", &case.incident.setting)? != Setting::SchoolInHours {
        ask.follows("not on school premises in school hours: the general rules apply");
        return Ok(None);
    }
    if always_serious(crime) {
        ask.follows("a class that the protocol lists as serious");
        return Ok(None);
    }
    // Either is enough: of what is known to be serious, nobody need say whether a record was asked for.
    if case.incident.school_serious != Fact::Yes
        && ask.fact(Subject::Report, "school_record_asked", case.incident.school_record_asked)? == Some(true)
    {
        ask.follows("the school, the child or somebody for the child asks for a record");
        return Ok(None);
    }
    if ask.yes(Subject::Report, "school_serious", case.incident.school_serious)? {
        ask.follows("judged a serious incident by its consequences");
        return Ok(None);
    }
    ask.follows("on school premises in school hours, not serious, and nobody asks for a record");
    Ok(Some(Instead::related("the schools protocol leaves it to the school in the first instance", &RULE)))
}

/// Whether a crime is serious by its class, whatever its consequences.
fn always_serious(crime: &Classified) -> bool {
    ALWAYS_SERIOUS.contains(&crime.class)
        || offences::row(crime.class, crime.subcode).is_some_and(|offence| {
            offence.mode == Mode::IndictableOnly
                || (offence.group == "Sexual offences" && offence.class_title.starts_with("Sexual Assault"))
        })
}

#[cfg(test)]
mod tests {
    use super::{RULE, always_serious};
    use crate::{cases::exit_of, verdict::Classified};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/schools-protocol.toml"), exit_of);
    }

    #[test]
    fn what_is_serious_by_its_class() {
        // The protocol's list; robbery is triable on indictment only; a sexual assault is listed whatever its mode of trial; other sexual
        // offences, and other offences called assault, are not.
        for (class, subcode, serious) in [
            ("10D", "008/26", true),
            ("34B", "034/02", true),
            ("20A", "020/05", true),
            ("105A", "105/01", false),
            ("88C", "088/05", false),
        ] {
            assert_eq!(always_serious(&Classified::new(class, subcode, &RULE)), serious, "{class} {subcode}");
        }
    }
}
