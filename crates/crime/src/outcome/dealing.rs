//! How suspect and victim stand, and what was decided of a recorded crime.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Fact, fact::number};

/// Who is suspected of a recorded crime.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Suspect {
    /// How well is the suspect known?
    pub known: Known<SuspectKnown>,
    /// How old is the suspect in years?
    #[serde(deserialize_with = "number")]
    pub age: Known<u32>,
    /// Is the suspect able to take part in a prosecution?
    pub state: Known<SuspectState>,
    /// Has the suspect admitted the offence, clearly and reliably, in an interview that complies with the codes of practice; for a
    /// community resolution, accepted responsibility?
    pub admitted: Fact,
    /// Does the suspect know that the outcome will be recorded, that it names them as responsible, and what may follow?
    pub told: Fact,
}

/// How well a suspect is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum SuspectKnown {
    /// The true identity is established.
    Established,
    /// Enough is known to identify and apprehend the suspect, but the true identity is not established.
    EnoughToApprehend,
    /// Nobody is identified.
    NotIdentified,
}

/// Whether a suspect can take part in a prosecution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum SuspectState {
    /// Able.
    Able,
    /// Too ill in body or mind, and unlikely to recover.
    TooIll,
    /// Died before the crime was reported.
    DiedBeforeReport,
    /// Died after it was reported, before proceedings began.
    DiedBeforeCharge,
}

/// Where a victim stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct VictimPosition {
    /// Does the victim support police action, or why not?
    pub stand: Known<VictimStand>,
    /// How old was the victim in years, at the time?
    #[serde(deserialize_with = "number")]
    pub age: Known<u32>,
    /// Has the victim, a representative, or a parent or guardian of a child, been told of the outcome before it is given?
    pub told: Fact,
}

/// Whether a victim supports police action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum VictimStand {
    /// Supports it.
    Supports,
    /// Is not able to support it at this time, or cannot go on.
    NotAble,
    /// Cannot be reached, or does not answer.
    NoContact,
    /// The victim, or a key witness, has died or is too ill to give evidence, and is unlikely to recover.
    DiedOrTooIll,
}

/// What was decided of a recorded crime, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    /// Who authorised the outcome? (Of several, the one of highest authority.)
    pub approved_by: Known<Approver>,
    /// What did the Crown Prosecution Service say?
    pub cps: Known<Cps>,
    /// May the police decide on a charge for this offence themselves, under the Director's Guidance on Charging?
    pub police_may_charge: Fact,
    /// Did the police decide that prosecution, or further investigation, is not in the public interest?
    pub not_in_public_interest: Known<NotInPublicInterest>,
    /// Do exceptional circumstances of the person or the offence call for this outcome, with a recorded reason?
    pub exceptional: Fact,
}

/// Who authorised an outcome or a re-classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Approver {
    /// The investigating officer, or a supervisor below inspector.
    BelowInspector,
    /// An inspector, or police staff equivalent.
    Inspector,
    /// A superintendent or above.
    Superintendent,
    /// A member of an independent decision-making team that works to the registrar's unit.
    IndependentTeam,
    /// A designated decision maker.
    DecisionMaker,
    /// The Force Crime Registrar, not accredited by the College of Policing.
    Registrar,
    /// The Force Crime Registrar, accredited by the College of Policing.
    AccreditedRegistrar,
}

/// What the Crown Prosecution Service said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Cps {
    /// It was not asked, or said nothing yet.
    NotAsked,
    /// It authorised what was done.
    Authorised,
    /// It indicated on an MG3, on grounds of public interest, that another sexual offence be charged.
    AlternateInPublicInterest,
    /// It indicated on an MG3 that another sexual offence be charged, on other grounds.
    AlternateOtherwise,
    /// It certified that there is enough evidence, and that a prosecution is not in the public interest.
    NotInPublicInterest,
    /// It advised that there is not enough evidence.
    NotEnoughEvidence,
}

/// What the police decided is not in the public interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum NotInPublicInterest {
    /// Neither.
    Neither,
    /// Prosecution, though there is enough evidence to charge.
    Prosecution,
    /// Further investigation.
    Investigation,
}

/// For what there is evidence to charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum EvidenceFor {
    /// The recorded crime.
    Recorded,
    /// Another offence that rests on the same material facts.
    SameFacts,
    /// Only a related crime: another of the same incident, victim and offender, that was not recorded in addition.
    Related,
    /// Only an associated offence that would be recorded in addition: handling what was robbed.
    Associated,
    /// Nothing.
    Nothing,
}

/// How a suspect was dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Disposal {
    /// Not at all.
    None,
    /// Charged, summonsed or required to appear.
    Charge,
    /// Cautioned as a child, without conditions.
    YouthCaution,
    /// Cautioned as a child, with conditions.
    YouthConditionalCaution,
    /// Cautioned as an adult, without conditions.
    AdultSimpleCaution,
    /// Cautioned as an adult, with conditions.
    AdultConditionalCaution,
    /// Admitted to be taken into consideration with other offences charged.
    TakenIntoConsideration,
    /// Given a penalty notice for disorder.
    PenaltyNotice,
    /// Warned for possession of cannabis or khat.
    DrugWarning,
    /// A community resolution.
    CommunityResolution,
    /// Words of advice only.
    WordsOfAdvice,
    /// A diversionary, educational or intervention activity.
    Diversion,
    /// Prosecution deferred while conditions are kept.
    DeferredProsecution,
}

/// Whether it is domestic abuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Domestic {
    /// It is not.
    No,
    /// Between intimate partners, or former ones.
    IntimatePartner,
    /// Otherwise in the family.
    Other,
}

/// Whether an activity was completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Activity {
    /// None was agreed.
    None,
    /// Agreed, and not completed yet.
    Agreed,
    /// Agreed and completed.
    Completed,
    /// Agreed, and not kept.
    Failed,
}

/// Who takes further action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DealtBy {
    /// This force.
    ThisForce,
    /// Another force, to which the crime was transferred.
    AnotherForce,
    /// Another body or agency.
    AnotherAgency,
}

/// The conditions for another charge than murder.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MurderAlternate {
    /// Does the Crown Prosecution Service confirm that murder has been established?
    pub established: Fact,
    /// Is there evidence that the offence charged is directly related to the death?
    pub related_to_death: Fact,
    /// Is the Crown Prosecution Service satisfied that prosecuting it is in the public interest?
    pub in_public_interest: Fact,
}

/// The conditions for a charge of theft where robbery in a shop is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RetailRobbery {
    /// Was it done in a shop?
    pub in_shop: Fact,
    /// Was the theft charged?
    pub theft_charged: Fact,
    /// Was there no more than limited violence, or threats of violence?
    pub limited_violence: Fact,
    /// Was the property stolen of low value?
    pub low_value: Fact,
    /// Is the offender a prolific one?
    pub prolific: Fact,
    /// Was a weapon used, threatened or seen?
    pub weapon: Fact,
}
