//! The course of justice perverted, those who serve it harmed, and what the rules print beside it: bail, prisons, proceeds of crime.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// The course of justice perverted, those who serve it harmed, and what the rules print beside it: bail, prisons, proceeds of crime.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Justice {
    /// What was done?
    pub act: Known<JusticeAct>,
    /// If somebody was intimidated or harmed: in which proceedings did the offender know or believe that person, or another, to help?
    pub believed: Known<BelievedRole>,
    /// If somebody was intimidated: was it meant to obstruct, pervert or interfere with the investigation or the course of justice? If
    /// somebody was harmed, or threatened with harm: was it done because of the help, the evidence or the verdict that was given?
    pub on_that_account: Fact,
}

/// What was done to justice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum JusticeAct {
    /// Somebody was intimidated, and that was meant.
    Intimidation,
    /// Somebody was harmed, and that was meant; or was threatened with harm.
    Harm,
    /// The course of justice was otherwise perverted, or was to be: evidence made up, somebody to be wrongly convicted, a witness
    /// interfered with.
    Perverting,
    /// A condition of bail was breached, other than one of travel before charge.
    BailBreached,
    /// A condition of bail before charge that concerns travel was breached.
    BailTravelBreached,
    /// Somebody agreed to indemnify a surety in criminal proceedings.
    SuretyIndemnified,
    /// Bail was acknowledged in a false name.
    BailInFalseName,
    /// Information on a detainee, acquired in employment at a directly managed secure college, was disclosed.
    SecureCollegeDirect,
    /// The same at a contracted out secure college.
    SecureCollegeContracted,
    /// A prisoner was helped to escape.
    EscapeAssisted,
    /// An article of list A (drugs, explosives, firearms, other offensive weapons) was taken into or out of a prison.
    ListAConveyed,
    /// An article of list B (alcohol, telephones, cameras and the like) was taken into or out of a prison.
    ListBConveyed,
    /// The security of a prison was otherwise offended against, as by photographs or sounds sent out of it.
    PrisonSecurity,
    /// Somebody had in a prison, without authority, an item that the Prison Act names, such as a telephone.
    ItemInPrison,
    /// Somebody had in a prison, without authority, a knife or offensive weapon.
    KnifeInPrison,
    /// Something was thrown into a prison.
    ThrownIntoPrison,
    /// Property that comes from crime was hidden, disguised, converted, transferred or taken out of the country.
    ProceedsConcealed,
    /// Somebody took part in an arrangement by which another gets, keeps or uses property that comes from crime.
    ProceedsArranged,
    /// Somebody got, used or had property that comes from crime.
    ProceedsHeld,
    /// Somebody in the regulated sector failed to disclose that another launders money.
    LaunderingNotDisclosed,
    /// A nominated officer of the regulated sector failed to.
    LaunderingNotDisclosedByOfficer,
    /// Another nominated officer failed to.
    LaunderingNotDisclosedByOtherOfficer,
    /// Somebody was tipped off of a disclosure or an investigation.
    TippedOff,
    /// A nominated officer consented to what is prohibited.
    ProhibitedActConsented,
    /// None of these.
    NoneOfThese,
}

/// In which proceedings somebody was believed to help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum BelievedRole {
    /// In the investigation of an offence or in proceedings for one: as assisting, as a witness, as a juror, now or before.
    Offence,
    /// In other proceedings, such as civil ones: as a witness, now or before.
    OtherProceedings,
    /// In none.
    None,
}
