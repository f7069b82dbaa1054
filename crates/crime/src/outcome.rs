//! Outcomes of recorded crimes, and what is known of a crime to which one is to be given.

use std::sync::LazyLock;

use chrono::NaiveDate;
use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoEnumIterator as _, IntoStaticStr};

use crate::Fact;

mod dealing;
mod reclassification;

pub use reclassification::{Reclassification, ReclassificationReason};

pub use dealing::{
    Activity, Approver, Cps, DealtBy, Decision, Disposal, Domestic, EvidenceFor, MurderAlternate,
    NotInPublicInterest, RetailRobbery, Suspect, SuspectKnown, SuspectState, VictimPosition, VictimStand,
};

/// One of the outcome types that a recorded crime may be given, by its code.
///
/// ```
/// use crime::outcome::Outcome;
/// let outcome: Outcome = "1A".parse()?;
/// assert_eq!(outcome, Outcome::ChargeAlternate);
/// assert_eq!(outcome.listed().map(|listed| listed.name.as_str()), Some("Charge/summons - alternate offence"));
/// # Ok::<(), strum::ParseError>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, EnumIter, IntoStaticStr, Display,
)]
pub enum Outcome {
    /// Charge or summons.
    #[strum(serialize = "1")]
    Charge,
    /// Charge or summons, alternate offence.
    #[strum(serialize = "1A")]
    ChargeAlternate,
    /// Youth caution.
    #[strum(serialize = "2")]
    YouthCaution,
    /// Youth caution, alternate offence.
    #[strum(serialize = "2A")]
    YouthCautionAlternate,
    /// Adult caution.
    #[strum(serialize = "3")]
    AdultCaution,
    /// Adult caution, alternate offence.
    #[strum(serialize = "3A")]
    AdultCautionAlternate,
    /// Taken into consideration.
    #[strum(serialize = "4")]
    TakenIntoConsideration,
    /// Offender deceased, with sufficient evidence to charge.
    #[strum(serialize = "5")]
    OffenderDeceased,
    /// Penalty notice for disorder.
    #[strum(serialize = "6")]
    PenaltyNotice,
    /// Cannabis or khat warning.
    #[strum(serialize = "7")]
    DrugWarning,
    /// Community resolution.
    #[strum(serialize = "8")]
    CommunityResolution,
    /// Prosecution not in the public interest, decided by the Crown Prosecution Service.
    #[strum(serialize = "9")]
    NoProsecutionCps,
    /// Prosecution not in the public interest, decided by the police.
    #[strum(serialize = "10")]
    NoProsecutionPolice,
    /// Suspect below the age of criminal responsibility.
    #[strum(serialize = "11")]
    UnderTen,
    /// Suspect too ill to prosecute, or deceased before charge.
    #[strum(serialize = "12")]
    SuspectIllOrDeceased,
    /// Victim or key witness deceased or too ill.
    #[strum(serialize = "13")]
    WitnessIllOrDeceased,
    /// Victim not able to support, suspect not identified.
    #[strum(serialize = "14")]
    NotSupportedNotIdentified,
    /// Evidential difficulties, suspect identified, victim supports.
    #[strum(serialize = "15")]
    EvidentialDifficulties,
    /// Victim not able to support, suspect identified.
    #[strum(serialize = "16")]
    NotSupportedIdentified,
    /// Prosecution time limit expired.
    #[strum(serialize = "17")]
    TimeLimit,
    /// No suspect identified, investigation complete.
    #[strum(serialize = "18")]
    NoSuspect,
    /// Fraud case of the National Fraud Intelligence Bureau.
    #[strum(serialize = "19")]
    FraudBureau,
    /// Further action by another body or agency.
    #[strum(serialize = "20")]
    AnotherAgency,
    /// Investigation not in the public interest, decided by the police.
    #[strum(serialize = "21")]
    NoInvestigation,
    /// Diversionary, educational or intervention activity completed.
    #[strum(serialize = "22")]
    Diversion,
    /// Child deferred prosecution.
    #[strum(serialize = "23")]
    ChildDeferred,
    /// Adult deferred prosecution.
    #[strum(serialize = "24")]
    AdultDeferred,
}

/// A row of the list of outcome types.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedOutcome {
    /// The code: `1A`.
    pub outcome: String,
    /// The name in the list of 2026/27.
    #[serde(rename = "name_2026")]
    pub name: String,
    /// The first day or month, where one is known; mostly empty, which is not `always`.
    pub start_date: String,
    /// Where the first day was read: second hand.
    pub start_date_source: String,
    /// `Y`, if it stands in the list of 2026/27.
    pub in_2026_list: String,
    /// Where the name was read.
    pub name_source: String,
}

static LISTED: LazyLock<Vec<ListedOutcome>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../data/outcomes.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

impl Outcome {
    /// All of them, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its row in the list.
    #[must_use]
    pub fn listed(self) -> Option<&'static ListedOutcome> {
        let code: &str = self.into();
        LISTED.iter().find(|listed| listed.outcome == code)
    }
}

/// What is known of a recorded crime to which an outcome is to be given. Every fact may be left out; the documentation of a field is the
/// question to a reviewer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RecordedCrime {
    /// By which reference is the crime recorded?
    pub id: String,
    /// Under which class is it recorded? (`8N`)
    pub class: Known<String>,
    /// Under which subcode is it recorded? (`008/06`)
    pub subcode: Known<String>,
    /// On which day is the outcome to be given?
    pub outcome_on: Known<NaiveDate>,
    /// For what is there evidence to charge: the recorded crime, another offence, or nothing?
    pub evidence: Known<EvidenceFor>,
    /// How was the suspect dealt with?
    pub disposal: Known<Disposal>,
    /// If charged or cautioned for another offence: under which subcode? (`004/01`)
    pub charged: Known<String>,
    /// If charged or cautioned for another offence: is the offender involved as principal or accessory in the crime recorded?
    pub party: Fact,
    /// If charged or cautioned for another offence: is there reason to re-classify the crime recorded?
    pub reclassify: Fact,
    /// Was the recorded crime an attempt?
    pub attempted: Fact,
    /// Who is suspected?
    pub suspect: Suspect,
    /// Where does the victim stand?
    pub victim: VictimPosition,
    /// What was decided, and by whom?
    pub decision: Decision,
    /// If the crime is against the state: are the points to prove made out?
    pub points_to_prove: Fact,
    /// Is it domestic abuse?
    pub domestic: Known<Domestic>,
    /// If it is domestic abuse: does the force assess the risk as high?
    pub high_risk: Fact,
    /// Is it a hate crime?
    pub hate: Fact,
    /// Is it child abuse, or of a kind, such as dishonesty, that may matter for later work with children or vulnerable adults?
    pub matters_for_disclosure: Fact,
    /// If a diversionary, educational or intervention activity was agreed: was it completed?
    pub activity: Known<Activity>,
    /// Has the statutory time limit for a prosecution expired?
    pub limit_expired: Fact,
    /// If it is triable either way or on indictment: would a charge by the standards of the Crown Prosecution Service be one for a
    /// magistrates' court only?
    pub summary_charge: Fact,
    /// Has a warrant in the first instance been obtained?
    pub warrant: Fact,
    /// Has it been investigated as far as reasonably possible, so that no realistic line is left?
    pub lines_exhausted: Fact,
    /// Who takes the further action?
    pub dealt_by: Known<DealtBy>,
    /// If it is to be taken into consideration: has the offender signed the acceptance form, or is it proved that the court did so?
    pub accepted_by_court: Fact,
    /// If a penalty notice was given: is the offence within the scheme?
    pub in_penalty_scheme: Fact,
    /// If murder is recorded and another offence charged: which of the three conditions are met?
    pub murder: MurderAlternate,
    /// If rape of a child under 13 is recorded and another offence charged: does the charge involve penetration by a penis?
    pub penile: Fact,
    /// If robbery is recorded and theft charged: was it a low-level robbery in a shop?
    pub retail: RetailRobbery,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_every_outcome_stands_in_it() {
        assert_eq!(LISTED.len(), 27);
        for outcome in Outcome::iter() {
            assert!(outcome.listed().is_some_and(|listed| listed.in_2026_list == "Y"), "{outcome}");
        }
        assert_eq!(Outcome::iter().count(), LISTED.len());
    }

    #[test]
    fn first_days_that_are_not_known_stay_so() {
        let dated: Vec<&str> = LISTED
            .iter()
            .filter(|listed| !listed.start_date.is_empty())
            .map(|listed| listed.outcome.as_str())
            .collect();
        assert_eq!(dated, ["21", "22"]);
    }
}
