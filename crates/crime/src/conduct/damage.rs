//! Property damaged, or threatened with damage.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Fact, fact::number};

/// Property damaged or destroyed, or that was tried; or threatened with it; or something held for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Damage {
    /// What was done, by fire or otherwise, and did it endanger life?
    pub done: Known<DamageDone>,
    /// If it was a threat: would a reasonable person call it one, and was it meant to make the other fear that it would be carried out?
    pub fear_meant: Fact,
    /// Can the damage be cleaned off or taken off at no cost and with little effort (or could it have been, if it was only tried)?
    pub easily_rectified: Fact,
    /// Whose is the property?
    pub whose: Known<DamagedOwner>,
    /// Was it racially or religiously aggravated?
    pub aggravated: Fact,
    /// What was damaged, or was to be damaged? (A building that is vacant, new, unfinished or under renovation counts as what it is
    /// meant for.)
    pub property: Known<DamagedProperty>,
    /// If a home was damaged: is it a door, window or other way in, and is an attempt to burgle more likely than mere damage?
    pub entry_point: Known<EntryPoint>,
    /// How much is the damage worth, in pounds?
    #[serde(deserialize_with = "number")]
    pub value: Known<u32>,
}

/// What was done to property, or was to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DamageDone {
    /// It was damaged or destroyed otherwise than by fire, and nobody's life was endangered.
    Damaged,
    /// The same, and the life of somebody was endangered, whether or not anybody was hurt.
    DamagedEndangeringLife,
    /// It was damaged or destroyed by fire, and nobody's life was endangered.
    Burnt,
    /// The same, and the life of somebody was endangered, whether or not anybody was hurt.
    BurntEndangeringLife,
    /// It was damaged or destroyed, by fire or otherwise, in an attempt to kill somebody.
    ToKill,
    /// Somebody was threatened with damage to property, in a way not likely to endanger life.
    Threatened,
    /// Somebody was threatened with damage to property, in a way that the offender knew was likely to endanger life.
    ThreatenedEndangeringLife,
    /// Something was held, to be used to destroy or damage property.
    Held,
}

/// Whose property it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DamagedOwner {
    /// Somebody else's: the victim's, or a third person's.
    Another,
    /// The offender's together with somebody else.
    Joint,
    /// The offender's alone.
    Own,
}

/// What was damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DamagedProperty {
    /// A house, flat, houseboat, care home, hostel or other place to live in.
    Home,
    /// A shed, garage or other building on the plot of a home, not used solely for business; or a building on a plot where no home
    /// stands, not used for business or community.
    PrivateBuilding,
    /// A building on the plot of a home that is no part of the home, used solely for business.
    BusinessOutbuilding,
    /// A part of the building that is a home, used solely for business.
    BusinessInHome,
    /// A building on a plot where no home stands, used both privately and for business or community.
    SeparateMixed,
    /// A building, or a part of one, used solely for business, or a community building such as a place of worship.
    BusinessBuilding,
    /// A vehicle.
    Vehicle,
    /// Anything else.
    Other,
}

/// What damage to a home points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum EntryPoint {
    /// It is no way in.
    No,
    /// It is a way in, and an attempt to burgle is more likely than mere damage.
    BurglaryLikelier,
    /// It is a way in, and an attempt to burgle is not more likely than mere damage.
    DamageLikelier,
}
