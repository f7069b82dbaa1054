//! Genitals exposed, an indecent act in public, or a person watched.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::Fact;

/// Genitals exposed, an indecent act in public, or a person watched or recorded unawares.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Display {
    /// What was done?
    pub act: Known<DisplayAct>,
    /// If indecent in itself: was it in a public place, or one that the public can reach or see into, with two or more people present
    /// who could have seen it, whether or not they did?
    pub public_before_two: Fact,
    /// What did the offender want: that somebody be alarmed, distressed or humiliated, sexual gratification, both, or neither?
    pub purpose: Known<SexualPurpose>,
    /// If genitals were exposed for no such purpose: was it so lewd, obscene or disgusting that it outraged public decency?
    pub lewd: Fact,
    /// If a person was watched or recorded: did that person consent, or was there reason to believe so?
    pub consented: Fact,
}

/// What was shown or watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, strum::Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DisplayAct {
    /// The offender's genitals were exposed; no masturbation.
    Exposure,
    /// The offender masturbated.
    Masturbation,
    /// Another lewd, obscene or disgusting act that outraged public decency: sex in public, say, or urinating on a war memorial.
    OtherLewdAct,
    /// A person doing something private was watched or recorded, directly or with equipment.
    PrivateActWatched,
    /// Equipment such as a camera was put beneath the clothing of a person, or that view was looked at.
    BeneathClothing,
    /// A person who breastfed was recorded, or watched.
    BreastfeedingWatched,
}

/// For what a person was shown something, or watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, strum::Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum SexualPurpose {
    /// To alarm, distress or humiliate the victim.
    Distress,
    /// For sexual gratification.
    Gratification,
    /// Both.
    Both,
    /// Neither.
    Neither,
}

impl SexualPurpose {
    /// Whether it was, at least also, to alarm, distress or humiliate.
    #[must_use]
    pub const fn to_distress(self) -> bool {
        match self {
            Self::Distress | Self::Both => true,
            Self::Gratification | Self::Neither => false,
        }
    }

    /// Whether it was, at least also, for sexual gratification.
    #[must_use]
    pub const fn to_gratify(self) -> bool {
        match self {
            Self::Gratification | Self::Both => true,
            Self::Distress | Self::Neither => false,
        }
    }
}
