//! Driving.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// The driving of one driver, with what it did to one person or to nobody. Injuries that the driver meant to cause are an act of
/// violence of their own, and a vehicle that was taken is an act of taking.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Driving {
    /// What did the driving do to the person, apart from injuries that the driver meant to cause?
    pub harm: Known<DrivingHarm>,
    /// Is the vehicle known, at the time of recording, to be stolen or taken without authority?
    pub taken: Fact,
    /// What was unlawful in the driving, or is believed to have been?
    pub fault: Known<DrivingFault>,
    /// Has the investigation confirmed that the offence of driving is made out?
    pub confirmed: Fact,
    /// If the driver meant to injure: is there evidence of dangerous driving other than the injuries?
    pub other_evidence: Fact,
}

/// What driving did to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DrivingHarm {
    /// It killed.
    Death,
    /// It injured seriously.
    SeriousInjury,
    /// It injured less than seriously.
    LesserInjury,
    /// Nothing.
    None,
}

/// What was unlawful in somebody's driving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DrivingFault {
    /// It was dangerous: far below what is expected of a competent and careful driver, and obviously dangerous to one; or the vehicle
    /// was in such a state.
    Dangerous,
    /// It was careless or inconsiderate.
    Careless,
    /// It was careless, by a driver unfit through drink or drugs or over the limit of alcohol.
    CarelessDrinkOrDrugs,
    /// It was careless, by a driver over the limit of a specified controlled drug.
    CarelessOverDrugLimit,
    /// The driver was unlicensed or uninsured, and nothing else.
    UnlicensedOrUninsured,
    /// The driver was disqualified, and nothing else.
    Disqualified,
    /// Nothing.
    Nothing,
}
