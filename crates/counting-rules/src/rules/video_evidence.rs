//! Video evidence.

use rulebook::{Rule, RuleId};

use crate::{Ask, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("video-evidence"),
    title: "Video evidence",
    says: "Footage alone is not a report by a third party: a crime with a victim needs the confirmation of the victim after reasonable enquiries, unless recording is appropriate or necessary; an offence against the state needs the points to prove; at the least an auditable record is made.",
    basis: edition::rules("page 8, Video evidence – recording practice"),
    in_force: edition::HELD,
    exemplar: "a doorbell camera shows a blow, nobody comes forward, and an assault is recorded by itself",
    mend: "make reasonable enquiries, identify the victim, and keep an auditable record",
};

/// Notes that footage alone is no report, so that the confirmation of the victim is asked for.
pub fn noted(case: &Case<'_>, ask: &mut Ask<'_>) {
    ask.begin(&RULE, case.of);
    ask.follows("footage alone is no third party report: the victim must confirm, or recording be appropriate or necessary");
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{exit_of, said_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/video-evidence.toml"), exit_of);
    }

    #[test]
    fn the_working_says_that_footage_is_no_report() {
        let facts = r#"{ "on_balance": "yes", "necessary": "no", "victim": { "found": "no" },
            "report": { "reporter": { "who": "video-alone" } } }"#;
        let said = "footage alone is no third party report: the victim must confirm, or recording be appropriate or necessary";
        assert_eq!(said_of(&RULE, facts), [said]);
    }
}
