//! On what a removal rests, and who decided it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoEnumIterator as _, IntoStaticStr};

/// What a removal is said to rest on: a kind of information that can be checked, or a circumstance that shows nothing alone.
///
/// ```
/// use crime::removal::Information;
/// assert!(Information::Cctv.can_be_proof());
/// assert!(!Information::Retraction.can_be_proof());
/// ```
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    EnumString,
    IntoStaticStr,
    Display,
    JsonSchema,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum Information {
    /// Pictures of a camera that watches a place.
    Cctv,
    /// Pictures of a camera that an officer, a vehicle or a bystander carried.
    OtherVideo,
    /// A finding of a doctor or of a forensic physician.
    Medical,
    /// What a laboratory or an examiner found.
    Forensic,
    /// A document: a contract, a receipt, a log, a letter.
    Document,
    /// Records of a bank or of a payment.
    Financial,
    /// An account of somebody independent of victim and suspect.
    IndependentWitness,
    /// An account of a professional: social worker, nurse, teacher.
    Professional,
    /// Records of calls, messages or devices.
    Telecoms,
    /// Records of places: number plates, satellite positioning, door entries.
    Location,
    /// The thing itself, found where it was left or lent.
    PropertyFound,
    /// A finding of a court, a tribunal or a coroner.
    TribunalFinding,
    /// A negative decision on conclusive grounds by the competent authority for modern slavery.
    NegativeConclusiveGrounds,
    /// Whoever made off without paying came back and paid before the police had anything to do with it.
    PaidBeforePolice,
    /// The victim withdrew from the investigation.
    Withdrawal,
    /// The victim took back the report.
    Retraction,
    /// The victim does not want to support an investigation.
    VictimUnwilling,
    /// The victim cannot be traced or contacted.
    VictimUntraceable,
    /// There is not enough evidence to charge anybody.
    InsufficientEvidence,
    /// A prosecutor decided not to charge.
    ProsecutorRefused,
    /// The suspect denies it.
    SuspectDenial,
    /// Time has passed.
    TimePassed,
    /// Whoever made off without paying paid after the police got in touch.
    PaidAfterPolice,
    /// A negative decision on reasonable grounds by the competent authority for modern slavery.
    NegativeReasonableGrounds,
}

impl Information {
    /// All kinds, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Whether it is information whose origin, reliability and relevance can be checked; the others are circumstances that do not show
    /// that no crime took place.
    #[must_use]
    pub const fn can_be_proof(self) -> bool {
        match self {
            Self::Cctv
            | Self::OtherVideo
            | Self::Medical
            | Self::Forensic
            | Self::Document
            | Self::Financial
            | Self::IndependentWitness
            | Self::Professional
            | Self::Telecoms
            | Self::Location
            | Self::PropertyFound
            | Self::TribunalFinding
            | Self::NegativeConclusiveGrounds
            | Self::PaidBeforePolice => true,
            Self::Withdrawal
            | Self::Retraction
            | Self::VictimUnwilling
            | Self::VictimUntraceable
            | Self::InsufficientEvidence
            | Self::ProsecutorRefused
            | Self::SuspectDenial
            | Self::TimePassed
            | Self::PaidAfterPolice
            | Self::NegativeReasonableGrounds => false,
        }
    }
}

/// Who decided on a removal, by function.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    EnumString,
    IntoStaticStr,
    Display,
    JsonSchema,
)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Role {
    /// The Force Crime Registrar.
    ForceCrimeRegistrar,
    /// A designated decision maker of the force.
    DesignatedDecisionMaker,
    /// The chief officer responsible for crime recording.
    ChiefOfficerForRecording,
    /// An officer or member of staff who supervises the investigation.
    InvestigationSupervisor,
    /// Whoever investigates the crime.
    Investigator,
    /// Whoever records crimes, or keeps their records.
    CrimeRecorder,
    /// Somebody else.
    Other,
}

impl Role {
    /// All functions, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }
}

/// What the receiving force gave a number to.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    EnumString,
    IntoStaticStr,
    Display,
    JsonSchema,
)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ReferenceOf {
    /// A recorded crime.
    Crime,
    /// A crime-related incident.
    CrimeRelatedIncident,
}
