//! May a recorded crime take an outcome, and may it be re-classified?

use crime::{
    Against, Incident, Mode, Offence, Step, Subject, Text, Why,
    outcome::{Outcome, Reclassification, RecordedCrime},
};
use rulebook::Rule;

use crate::{
    Ask, Missing, Rulings, Working, offences,
    rules::{
        alternate_offence, edition_held, outcome_adult_caution, outcome_another_agency, outcome_charge,
        outcome_community_resolution, outcome_deferred_prosecution, outcome_diversion, outcome_drug_warning,
        outcome_evidential_difficulties, outcome_fraud_bureau,
        outcome_investigation_not_in_the_public_interest, outcome_no_suspect, outcome_parties_told,
        outcome_penalty_notice, outcome_prosecution_not_in_the_public_interest, outcome_suspect_dead_or_ill,
        outcome_taken_into_consideration, outcome_time_limit, outcome_under_ten, outcome_victim_not_able,
        outcome_witness_dead_or_ill, outcome_youth_caution, principal_crime_related_offence,
        re_classification,
    },
};

/// What the facts of these questions are facts of: the crime record itself.
pub(crate) const RECORD: Subject = Subject::Report;

/// Whether something may be done, by which rule, and how that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeAnswer {
    /// Whether it may.
    pub may: May,
    /// The rule that says so.
    pub by: &'static Rule,
    /// Every step, with the facts it read.
    pub trace: Vec<Step>,
}

/// Whether something may be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum May {
    /// It may, provided that what is listed is seen to; an empty list asks for nothing more.
    Yes {
        /// Why.
        because: Text,
        /// What the record must show, or what must be done first.
        conditions: Vec<Text>,
    },
    /// It may not.
    No {
        /// Why, and what instead.
        because: Text,
    },
    /// It cannot be told.
    CannotBeTold {
        /// The missing fact, by its path in the record; empty if no fact would help.
        fact: &'static str,
        /// Why it is missing.
        why: Why,
        /// Between which answers it lies, where that is known.
        between: Vec<Text>,
    },
}

/// What a rule says, or what it misses.
pub type Found = Result<Ruled, Missing>;

/// What a rule says.
#[derive(Debug, Clone)]
pub struct Ruled {
    by: &'static Rule,
    because: &'static str,
    /// Nothing, if it says no.
    conditions: Option<Vec<&'static str>>,
}

/// Yes, provided that the record shows what is listed; a rule's answer.
///
/// # Errors
///
/// None.
pub fn yes(
    ask: &mut Ask<'_>,
    by: &'static Rule,
    because: &'static str,
    conditions: &[&'static str],
) -> Found {
    ask.follows(because);
    Ok(Ruled { by, because, conditions: Some(conditions.to_vec()) })
}

/// No; a rule's answer.
///
/// # Errors
///
/// None.
pub fn no(ask: &mut Ask<'_>, by: &'static Rule, because: &'static str) -> Found {
    ask.follows(because);
    Ok(Ruled { by, because, conditions: None })
}

/// Whether a recorded crime may take an outcome.
///
/// The day on which the outcome is given chooses the edition; only that of 2026/27 is held. What the texts ask of the record beside the
/// facts (reasons, forms, views heard) comes back as conditions.
///
/// ```
/// use counting_rules::outcome::{May, may_take};
/// use crime::outcome::{Outcome, RecordedCrime};
///
/// let crime: RecordedCrime = serde_json::from_str(
///     r#"{ "class": "8N", "subcode": "008/06", "outcome_on": "2026-06-01", "evidence": "related" }"#,
/// )?;
/// let answer = may_take(Outcome::Charge, &crime);
/// assert!(matches!(answer.may, May::No { .. }));
/// assert_eq!(answer.by.id.0, "principal-crime-related-offence");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn may_take(outcome: Outcome, crime: &RecordedCrime) -> OutcomeAnswer {
    answered(|ask| {
        edition(ask, "outcome_on", crime.outcome_on)?;
        let ruled = take(outcome, crime, ask)?;
        let Some(mut conditions) = ruled.conditions else { return Ok(ruled) };
        conditions.extend(outcome_parties_told::conditions(outcome, crime, ask));
        Ok(Ruled { conditions: Some(conditions), ..ruled })
    })
}

/// Whether a recorded crime may be re-classified. The day of it chooses the edition.
#[must_use]
pub fn may_reclassify(proposal: &Reclassification) -> OutcomeAnswer {
    answered(|ask| {
        edition(ask, "on", proposal.on)?;
        re_classification::may(proposal, ask)
    })
}

fn answered(question: impl FnOnce(&mut Ask<'_>) -> Found) -> OutcomeAnswer {
    let (incident, rulings) = (Incident::default(), Rulings::default());
    let mut ask = Ask::new(&incident, &rulings, Working::Shown, &edition_held::RULE);
    let found = question(&mut ask);
    let trace = ask.into_steps();
    match found {
        Ok(Ruled { by, because, conditions: Some(conditions) }) => {
            let conditions = conditions.into_iter().map(Text::Borrowed).collect();
            OutcomeAnswer { may: May::Yes { because: because.into(), conditions }, by, trace }
        }
        Ok(Ruled { by, because, conditions: None }) => {
            OutcomeAnswer { may: May::No { because: because.into() }, by, trace }
        }
        Err(Missing { fact, why, between, by, .. }) => {
            OutcomeAnswer { may: May::CannotBeTold { fact, why, between }, by, trace }
        }
    }
}

fn edition(
    ask: &mut Ask<'_>,
    fact: &'static str,
    on: rulebook::Known<chrono::NaiveDate>,
) -> Result<(), Missing> {
    ask.begin(&edition_held::RULE, RECORD);
    if !edition_held::covers(ask.day(RECORD, fact, &on)?) {
        return Err(ask.missing(RECORD, "", Why::NoEdition));
    }
    ask.follows("the rules of 2026/27 answer");
    Ok(())
}

fn take(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    if let Some(barred) = principal_crime_related_offence::bars(outcome, crime, ask)? {
        return Ok(barred);
    }
    match outcome {
        Outcome::Charge => outcome_charge::may(crime, ask),
        Outcome::ChargeAlternate | Outcome::YouthCautionAlternate | Outcome::AdultCautionAlternate => {
            alternate_offence::may(outcome, crime, ask)
        }
        Outcome::YouthCaution => outcome_youth_caution::may(crime, ask),
        Outcome::AdultCaution => outcome_adult_caution::may(crime, ask),
        Outcome::TakenIntoConsideration => outcome_taken_into_consideration::may(crime, ask),
        Outcome::OffenderDeceased | Outcome::SuspectIllOrDeceased => {
            outcome_suspect_dead_or_ill::may(outcome, crime, ask)
        }
        Outcome::PenaltyNotice => outcome_penalty_notice::may(crime, ask),
        Outcome::DrugWarning => outcome_drug_warning::may(crime, ask),
        Outcome::CommunityResolution => outcome_community_resolution::may(crime, ask),
        Outcome::NoProsecutionCps | Outcome::NoProsecutionPolice => {
            outcome_prosecution_not_in_the_public_interest::may(outcome, crime, ask)
        }
        Outcome::UnderTen => outcome_under_ten::may(crime, ask),
        Outcome::WitnessIllOrDeceased => outcome_witness_dead_or_ill::may(crime, ask),
        Outcome::NotSupportedNotIdentified | Outcome::NotSupportedIdentified => {
            outcome_victim_not_able::may(outcome, crime, ask)
        }
        Outcome::EvidentialDifficulties => outcome_evidential_difficulties::may(crime, ask),
        Outcome::TimeLimit => outcome_time_limit::may(crime, ask),
        Outcome::NoSuspect => outcome_no_suspect::may(crime, ask),
        Outcome::FraudBureau => outcome_fraud_bureau::may(crime, ask),
        Outcome::AnotherAgency => outcome_another_agency::may(crime, ask),
        Outcome::NoInvestigation => outcome_investigation_not_in_the_public_interest::may(crime, ask),
        Outcome::Diversion => outcome_diversion::may(crime, ask),
        Outcome::ChildDeferred | Outcome::AdultDeferred => {
            outcome_deferred_prosecution::may(outcome, crime, ask)
        }
    }
}

/// The listed offence under which a crime is recorded.
pub(crate) fn offence(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<&'static Offence, Missing> {
    let class = ask.text(RECORD, "class", &crime.class)?;
    let subcode = ask.text(RECORD, "subcode", &crime.subcode)?;
    offences::row(class, subcode).ok_or_else(|| ask.missing(RECORD, "subcode", Why::TextSilent))
}

/// Whether it is tried only on indictment.
pub(crate) fn indictable_only(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    Ok(offence(crime, ask)?.mode == Mode::IndictableOnly)
}

/// Whether it is against the state only.
pub(crate) fn against_the_state(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    Ok(offence(crime, ask)?.against == Against::State)
}

/// Whether rape, or an attempt at it, is recorded.
pub(crate) fn is_rape(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    Ok(ask.text(RECORD, "class", &crime.class)?.starts_with("19"))
}
