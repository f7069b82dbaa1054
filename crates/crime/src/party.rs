//! Victims and offenders of a report.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Fact, Jurisdiction, fact::number};

/// Somebody who was harmed, or who owns what was harmed: a person, a body, or a household.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Victim {
    /// By which name, unique in this report, is the victim known here?
    pub id: String,
    /// Is the victim a person or a body such as a business?
    pub kind: Known<VictimKind>,
    /// How old was the victim in years, at the time?
    #[serde(deserialize_with = "number")]
    pub age: Known<u32>,
    /// Is the victim female or male?
    pub sex: Known<Sex>,
    /// Can the victim, or somebody reasonably assumed to act for the victim, be found?
    pub found: Fact,
    /// Does the victim, or somebody reasonably assumed to act for the victim, confirm the circumstances? (Somebody who confirms but
    /// will not support an investigation confirms.)
    pub confirms: Fact,
    /// To which household, shop unit, company or other unit does the victim belong? (Victims with the same word share it; of a
    /// shop, a market stall, a store with all its departments and franchises, or one branch of a chain is a unit.)
    pub unit: Known<String>,
    /// In which force area does the victim normally live, or, for a body, where is the place of business that matters here?
    pub home: Known<Jurisdiction>,
    /// Is the victim a constable, or another emergency worker, acting in the execution of duty?
    pub serving: Known<Serving>,
}

/// Person or body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum VictimKind {
    /// A person.
    Person,
    /// A business or other body.
    Body,
}

/// Female or male, as the classes of the rules ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// In what service a victim was harmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Serving {
    /// A constable in the execution of duty.
    Constable,
    /// Another emergency worker, as the Act of 2018 means it, in the execution of duty.
    EmergencyWorker,
    /// Neither.
    Neither,
}

/// An offender, or a group of offenders who acted together. An unknown offender has an entry too.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Offender {
    /// By which name, unique in this report, is this offender or group known here?
    pub id: String,
    /// How many people are they?
    #[serde(deserialize_with = "number")]
    pub people: Known<u32>,
    /// How old is the offender in years (of a group, the eldest)?
    #[serde(deserialize_with = "number")]
    pub age: Known<u32>,
    /// Is the offender a police officer or a member of police staff, and is the allegation about the execution of duty?
    pub police: Known<PoliceSuspect>,
    /// Can the victim, or somebody for the victim, tell this offender from the others as different or distinct (of a group: its members
    /// from one another)? A number of which the victim gives reasons is enough; descriptions are not needed.
    pub distinct: Fact,
    /// Is the offender identified, so that the police can or could find and apprehend them?
    pub identified: Fact,
    /// Does the offender lack the mental capacity to form the necessary criminal intent?
    pub lacks_capacity: Fact,
}

/// Whether an allegation is against the police.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum PoliceSuspect {
    /// Police officer or staff, in the execution of duty.
    OnDuty,
    /// Police officer or staff, off duty or otherwise than in the execution of duty.
    OffDuty,
    /// Not police.
    No,
}
