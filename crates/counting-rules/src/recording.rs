//! Whether and when a crime is recorded: the steps of the flow chart, with their exits.

use crime::Text;
use rulebook::Rule;

use crate::{
    Ask, Missing,
    rules::{
        another_force_records, credible_evidence_to_the_contrary, dangerous_driving,
        death_by_aggravated_vehicle_taking, death_or_serious_injury_by_driving, homicide,
        location_of_offence, mandatory_reports_of_mutilation, mental_capacity, national_crime_agency,
        offender_under_ten, other_investigating_authorities, police_on_duty, prison_crimes,
        public_order_victims, recording_without_confirmation, reported_incident_of_death,
        reported_incident_of_rape, schools_protocol, sexual_assault_referral_centre, state_based_test,
        victim_related_test,
    },
    verdict::{Case, Classified},
};

/// Where the steps lead for one crime and one victim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    /// The crime is recorded.
    Record,
    /// It is not, or not yet.
    Instead(Instead),
}

/// What is registered instead of a crime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// As what.
    pub as_what: &'static str,
    /// Why.
    pub because: Text,
    /// To whom it is referred, if to anybody.
    pub referred_to: Option<Text>,
    /// The rule.
    pub by: &'static Rule,
}

impl Instead {
    /// A crime-related incident.
    #[must_use]
    pub fn related(because: &'static str, by: &'static Rule) -> Self {
        Self { as_what: CRIME_RELATED_INCIDENT, because: because.into(), referred_to: None, by }
    }

    /// An incident under the incident rules.
    #[must_use]
    pub fn incident(because: &'static str, by: &'static Rule) -> Self {
        Self { as_what: INCIDENT, because: because.into(), referred_to: None, by }
    }
}

/// The word for a crime-related incident.
pub const CRIME_RELATED_INCIDENT: &str = "crime-related incident";

/// The word for an incident under the incident rules.
pub const INCIDENT: &str = "incident";

/// Whether a crime is against a victim, in this case.
#[must_use]
pub fn has_victim(crime: &Classified, case: &Case<'_>) -> bool {
    match crate::offences::against(crime) {
        crime::Against::Victim => !public_order_victims::aimed_at_nobody(crime, case),
        crime::Against::State => false,
        crime::Against::Either => case.victim.is_some(),
    }
}

/// Goes through the steps of the flow chart (page 11), special rules before general ones.
///
/// # Errors
///
/// [`Missing`], naming the fact without which a step cannot be taken.
pub fn exit(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Exit, Missing> {
    offender_under_ten::noted(case, ask);
    mental_capacity::noted(case, ask);
    if let Some(instead) = police_on_duty::delays(case, ask)? {
        let instead = reported_incident_of_rape::instead(crime, instead, case, ask);
        return Ok(Exit::Instead(reported_incident_of_death::instead(crime, instead, case, ask)));
    }
    if let Some(instead) = prison_crimes::directs(case, ask)? {
        let instead = reported_incident_of_rape::instead(crime, instead, case, ask);
        return Ok(Exit::Instead(reported_incident_of_death::instead(crime, instead, case, ask)));
    }
    if let Some(instead) = reported_incident_of_rape::from_the_outset(crime, case, ask)? {
        return Ok(Exit::Instead(instead));
    }
    if let Some(instead) = sexual_assault_referral_centre::directs(crime, case, ask)? {
        return Ok(Exit::Instead(instead));
    }
    let instead = steps(crime, case, ask)?;
    Ok(match instead {
        Some(instead) => {
            let instead = reported_incident_of_rape::instead(crime, instead, case, ask);
            Exit::Instead(reported_incident_of_death::instead(crime, instead, case, ask))
        }
        None => Exit::Record,
    })
}

/// Whether the rule that classed a crime has said already that it is recorded unless credible evidence speaks against it, whoever
/// reports it and whatever anybody confirms: the police believe a homicide (pages 34 and 35), the investigation has confirmed an
/// offence of driving (pages 37 and 96), or mutilation is reported under the duty (page 44).
fn decided_by_its_rule(crime: &Classified) -> bool {
    [
        &homicide::RULE,
        &death_or_serious_injury_by_driving::RULE,
        &death_by_aggravated_vehicle_taking::RULE,
        &dangerous_driving::RULE,
        &mandatory_reports_of_mutilation::RULE,
    ]
    .iter()
    .any(|rule| rule.id == crime.by.id)
}

fn steps(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    // Steps 1 and 2: the classification has said that it is a notifiable crime; is it one on the balance of probabilities?
    // Steps 4 and 5 belong to crimes with a victim only.
    if decided_by_its_rule(crime) {
        if let Some(instead) = credible_evidence_to_the_contrary::shows(case, ask)? {
            return Ok(Some(instead));
        }
    } else if has_victim(crime, case) {
        if let Some(instead) = victim_related_test::unmet(case, ask)? {
            return Ok(Some(instead));
        }
        if let Some(instead) = credible_evidence_to_the_contrary::shows(case, ask)? {
            return Ok(Some(instead));
        }
        if let Some(instead) = recording_without_confirmation::forbids(case, ask)? {
            return Ok(Some(instead));
        }
    } else {
        if let Some(instead) = state_based_test::unmet(case, ask)? {
            return Ok(Some(instead));
        }
        if let Some(instead) = credible_evidence_to_the_contrary::shows(case, ask)? {
            return Ok(Some(instead));
        }
    }
    // Step 6, after the place: what was not done in England and Wales may be for nobody here.
    if let Some(instead) = location_of_offence::instead(crime, case, ask)? {
        return Ok(Some(instead));
    }
    if let Some(instead) = another_force_records::directs(case, ask)? {
        return Ok(Some(instead));
    }
    if let Some(instead) = other_investigating_authorities::directs(case, ask)? {
        return Ok(Some(instead));
    }
    if let Some(instead) = national_crime_agency::delays(case, ask)? {
        return Ok(Some(instead));
    }
    // Step 7.
    schools_protocol::directs(crime, case, ask)
}
