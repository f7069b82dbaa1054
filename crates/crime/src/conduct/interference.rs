//! Interference with a motor vehicle.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// Interference with a motor vehicle or trailer, from which nothing is known to have been taken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Interference {
    /// What was done to the vehicle? (The first answer that fits.)
    pub manner: Known<InterferenceManner>,
    /// If somebody got in: is there credible evidence that they meant no crime?
    pub no_crime_meant: Fact,
    /// If it was damaged: is it more likely, on the balance of probabilities, that somebody tried to steal it or from it, or to
    /// take it without consent, than that they meant to damage it?
    pub theft_likelier: Fact,
}

/// What was done to a vehicle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum InterferenceManner {
    /// It was damaged, whether or not somebody got in.
    Damaged,
    /// Somebody got into it, unlocked or otherwise without damage.
    Entered,
    /// No damage and nobody got in, and no sign that something was to be stolen: somebody got on to it, or tampered with its
    /// brake or another part of its mechanism, on a road or in a parking place of a local authority.
    Tampered,
    /// No damage and nobody got in: doors or windows tried, or other interference.
    Otherwise,
}
