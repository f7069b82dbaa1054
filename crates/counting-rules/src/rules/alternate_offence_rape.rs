//! Rape, alternate offence.

use crime::{
    Mode, Offence,
    outcome::{Approver, Cps, Disposal, Outcome, RecordedCrime},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    outcome::{Found, RECORD, no, yes},
    rules::alternate_offence,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("alternate-offence-rape"),
    title: "Alternate offence for rape",
    says: "A recorded rape takes outcome 1A if the charge is assault by penetration or one of two offences against people with a mental disorder, if the victim was under 13 and one of five offences with penetration by a penis is charged, or if the prosecutors said on public interest grounds that another sexual offence be charged; for an attempt their word is enough; beyond that only an accredited registrar may allow it, and only for a sexual offence.",
    basis: edition::rules("page 20, Rape Offences; guidance on outcomes of April 2026, pages 7 and 8"),
    in_force: edition::HELD,
    exemplar: "a recorded rape closed under 1A, where only an assault two weeks before is charged",
    mend: "give the rape another outcome, and record the assault in addition, closed as charged",
};

/// Whether a recorded rape, or attempt, may be closed with an alternate offence.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn may(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let disposal = ask.which(RECORD, "disposal", &crime.disposal)?;
    if !alternate_offence::fits(outcome, disposal) {
        return no(ask, &RULE, "the suspect was not dealt with in the way of this outcome");
    }
    let charged = ask.text(RECORD, "charged", &crime.charged)?;
    let Some(offence) = Offence::of(charged).find(|offence| offence.group == "Sexual offences") else {
        return no(ask, &RULE, "what was charged is no sexual offence: record it in addition");
    };
    // Any ground is enough; one that cannot be told matters only if no other is met.
    let mut open = None;
    for ground in [by_section, by_the_prosecutors, by_the_registrar] {
        ask.begin(&RULE, RECORD);
        match ground(offence, disposal, crime, ask) {
            Ok(Some(because)) => return yes(ask, &RULE, because, &[]),
            Ok(None) => ask.follows("this ground is not met"),
            Err(missing) => open = open.or(Some(missing)),
        }
    }
    ask.begin(&RULE, RECORD);
    match open {
        Some(missing) => Err(missing),
        None => {
            no(ask, &RULE, "no ground for an alternate offence: only an accredited registrar may allow it")
        }
    }
}

/// What a ground says, if it is met.
type Ground = Result<Option<&'static str>, Missing>;

/// A charge that may stand for rape by its section, some only where the victim was under 13.
fn by_section(offence: &Offence, disposal: Disposal, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Ground {
    let (always, under_13) = (always(offence), under_13(offence));
    if disposal != Disposal::Charge || !(always || under_13) {
        return Ok(None);
    }
    if ask.yes(RECORD, "attempted", crime.attempted)? {
        return Ok(None);
    }
    if always {
        return Ok(Some("charged with an offence that may always stand for rape"));
    }
    let child = ask.number(RECORD, "victim.age", &crime.victim.age)? < 13
        && ask.yes(RECORD, "penile", crime.penile)?;
    Ok(child.then_some("a child under 13, and one of the five offences with penetration by a penis"))
}

/// What the prosecutors said on the MG3; for an attempt, on whatever grounds.
fn by_the_prosecutors(_: &Offence, disposal: Disposal, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Ground {
    if disposal != Disposal::Charge {
        return Ok(None);
    }
    let said = match ask.which(RECORD, "decision.cps", &crime.decision.cps)? {
        Cps::AlternateInPublicInterest => true,
        Cps::AlternateOtherwise => ask.yes(RECORD, "attempted", crime.attempted)?,
        Cps::NotAsked | Cps::Authorised | Cps::NotInPublicInterest | Cps::NotEnoughEvidence => false,
    };
    Ok(said.then_some("the prosecutors said on the MG3 that another sexual offence be charged"))
}

/// What an accredited registrar, and nobody else, may allow.
fn by_the_registrar(_: &Offence, _: Disposal, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Ground {
    let approved = ask.which(RECORD, "decision.approved_by", &crime.decision.approved_by)?;
    Ok((approved == Approver::AccreditedRegistrar)
        .then_some("an accredited registrar allowed another sexual offence"))
}

/// The section of the Act of 2003 under which an offence stands, if it stands under one alone.
fn section(offence: &Offence) -> Option<&str> {
    offence.act.strip_prefix("Sexual Offences Act 2003 Sec ")
}

/// Sections 2, 30(3) and 34(2); of the last two the forms with penetration, which are tried only on indictment.
fn always(offence: &Offence) -> bool {
    match section(offence) {
        Some("2") => true,
        Some("30" | "34") => offence.mode == Mode::IndictableOnly,
        Some(_) | None => false,
    }
}

/// Sections 6, 8, 9(2), 13 and 25(6).
fn under_13(offence: &Offence) -> bool {
    matches!(section(offence), Some("6" | "8" | "9" | "13" | "25"))
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/alternate-offence-rape.toml"), outcome);
    }
}
