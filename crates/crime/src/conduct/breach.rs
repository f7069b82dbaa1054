//! An order breached.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

/// An order breached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Breach {
    /// Which order, notice, licence or condition was breached?
    pub order: Known<OrderBreached>,
}

/// What was breached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum OrderBreached {
    /// A restraining order made on conviction.
    RestrainingOnConviction,
    /// A restraining order made on acquittal.
    RestrainingOnAcquittal,
    /// An injunction against harassment under the Protection from Harassment Act.
    HarassmentInjunction,
    /// A stalking protection order, interim or not.
    StalkingProtection,
    /// The duty of notification of somebody under a stalking protection order.
    StalkingNotification,
    /// A non-molestation order.
    NonMolestation,
    /// A criminal behaviour order.
    CriminalBehaviour,
    /// A notification order for a sex offender: it was not complied with.
    SexOffenderNotification,
    /// A notification order for a sex offender: false information was given.
    SexOffenderFalseInformation,
    /// A sexual harm prevention order, interim or not, or an order that it replaced.
    SexualHarmPrevention,
    /// A sexual risk order, or an order that it replaced.
    SexualRisk,
    /// A female genital mutilation protection order.
    FemaleGenitalMutilationProtection,
    /// A forced marriage protection order.
    ForcedMarriageProtection,
    /// A knife crime prevention order, interim or not.
    KnifeCrimePrevention,
    /// The duty of notification of somebody under a knife crime prevention order.
    KnifeCrimeNotification,
    /// A domestic abuse protection order.
    DomesticAbuseProtection,
    /// The duty of notification of somebody under a domestic abuse protection order.
    DomesticAbuseNotification,
    /// A serious violence reduction order.
    SeriousViolenceReduction,
    /// A serious crime prevention order.
    SeriousCrimePrevention,
    /// A violent offender order, interim or not.
    ViolentOffender,
    /// The duty of notification of somebody convicted of a terrorist offence.
    TerroristNotification,
    /// A foreign travel order of somebody convicted of a terrorist offence.
    TerroristForeignTravel,
    /// A measure to prevent or investigate terrorism.
    TerrorismPreventionMeasure,
    /// A condition of bail before charge that is about travel.
    BailBeforeChargeTravel,
    /// Any other condition of bail.
    Bail,
    /// A domestic violence protection notice.
    DomesticViolenceProtectionNotice,
    /// A domestic violence protection order.
    DomesticViolenceProtectionOrder,
    /// A licence on which somebody was released from prison.
    PrisonLicence,
    /// Another order of a court, often about contact with a child.
    AnotherCourtOrder,
}
