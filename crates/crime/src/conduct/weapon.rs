//! A weapon held, or used to threaten.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

/// A weapon held, or used to threaten.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Weapon {
    /// What kind of weapon was it?
    pub kind: Known<WeaponKind>,
    /// Was it only held, or was somebody threatened with it?
    pub act: Known<WeaponAct>,
    /// In what kind of place?
    pub place: Known<WeaponPlace>,
    /// If somebody was threatened: how great was the risk of harm at that moment?
    pub risk: Known<ThreatRisk>,
    /// If it was a firearm: what was it held for?
    pub held_for: Known<HeldFor>,
    /// In committing which other act of this report was the weapon used? (The name of that act, or `none`.)
    pub used_in: Known<String>,
}

/// What kind of weapon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum WeaponKind {
    /// A firearm, or an imitation of one.
    Firearm,
    /// An article with a blade or a point.
    Blade,
    /// A corrosive substance.
    Corrosive,
    /// Another offensive weapon.
    Offensive,
}

/// Held or used to threaten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum WeaponAct {
    /// Only held.
    Held,
    /// A person was unlawfully and intentionally threatened with it.
    Threatened,
}

/// In what kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum WeaponPlace {
    /// In a public place.
    Public,
    /// On the premises of a school or of further education.
    School,
    /// Anywhere else.
    Private,
}

/// How great the risk was to which a threat put somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ThreatRisk {
    /// An immediate risk of really serious harm, or of a wound.
    SeriousHarm,
    /// Less, but a reasonable person exposed to it would think themselves at risk of immediate physical harm.
    PhysicalHarm,
    /// Neither.
    Neither,
}

/// What a firearm was held for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum HeldFor {
    /// To endanger life.
    EndangeringLife,
    /// To make somebody fear violence, to commit an offence, or to resist or prevent an arrest.
    FearOrOffence,
    /// For none of these.
    NoneOfThese,
}
