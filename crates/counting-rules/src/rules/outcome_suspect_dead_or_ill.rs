//! Outcomes 5 and 12.

use crime::{
    Why,
    outcome::{EvidenceFor, Outcome, RecordedCrime, SuspectKnown, SuspectState},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-suspect-dead-or-ill"),
    title: "Outcomes 5 and 12: suspect deceased or too ill",
    says: "Who died before proceedings could begin gives outcome 5 if there was enough evidence to charge, else outcome 12; so does a named suspect who is too ill to be prosecuted and unlikely to recover.",
    basis: edition::outcomes("pages 13 and 17, Outcome Types 5 and 12"),
    in_force: edition::HELD,
    exemplar: "a suspect who died in custody before anything could be proved, closed under outcome 5",
    mend: "close it under outcome 12",
};

/// Whether the crime may be closed because the suspect died or is too ill.
///
/// Of a suspect who died before the report, but against whom there is enough evidence, the texts of both outcomes speak.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "suspect.known", &crime.suspect.known)? == SuspectKnown::NotIdentified {
        return no(ask, &RULE, "no suspect is identified");
    }
    let state = ask.which(RECORD, "suspect.state", &crime.suspect.state)?;
    let fifth = outcome == Outcome::OffenderDeceased;
    match state {
        SuspectState::Able => return no(ask, &RULE, "the suspect is able to take part in a prosecution"),
        SuspectState::TooIll if fifth => return no(ask, &RULE, "the suspect is alive: see outcome 12"),
        SuspectState::TooIll => {
            return yes(ask, &RULE, "a named suspect is too ill to be prosecuted", &TWELVE);
        }
        SuspectState::DiedBeforeReport | SuspectState::DiedBeforeCharge => {}
    }
    let evidence = ask.which(RECORD, "evidence", &crime.evidence)? == EvidenceFor::Recorded;
    if evidence && state == SuspectState::DiedBeforeReport {
        return Err(ask.missing(RECORD, "", Why::TextSilent).between(["outcome 5", "outcome 12"]));
    }
    match (fifth, evidence) {
        (true, true) => yes(ask, &RULE, "the offender died, and there is enough evidence to charge", &FIVE),
        (true, false) => no(ask, &RULE, "there is not enough evidence to charge: see outcome 12"),
        (false, true) => no(ask, &RULE, "there is enough evidence to charge: see outcome 5"),
        (false, false) => {
            yes(ask, &RULE, "the suspect died before there was enough evidence to charge", &TWELVE)
        }
    }
}

const FIVE: [&str; 2] = [
    "a designated decision maker of a level that fits the offence decided, for homicide and rape the registrar",
    "day and circumstances of the death, and the source, are recorded",
];

const TWELVE: [&str; 2] = [
    "the record shows that the suspect was responsible, and that they died or are too ill",
    "of an illness: whether the case could wait was considered, and recovery is unlikely",
];

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-suspect-dead-or-ill.toml"), outcome);
    }
}
