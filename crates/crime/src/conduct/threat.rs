//! A threat.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// A threat to a person, made to that person or to another. A threat to damage property is another kind of act, and so is a demand
/// with menaces.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Threat {
    /// How was the threat made: face to face, or by telephone, letter, email, text message or online?
    pub made: Known<ThreatMade>,
    /// What was threatened, to the person addressed or to anybody else? (The gravest that applies.)
    pub threatened: Known<Threatened>,
    /// Did the offender intend it to be feared that the threat would be carried out, or not care whether it was feared?
    pub feared: Known<ThreatFeared>,
    /// If made face to face: was it made inside a dwelling?
    pub dwelling: Fact,
    /// If it is no threat to kill that was meant to be feared: what was it meant, or likely, to bring about?
    pub effect: Known<ThreatEffect>,
    /// If it is no threat to kill that was meant to be feared: was it racially or religiously aggravated?
    pub aggravated: Fact,
}

/// How a threat was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ThreatMade {
    /// Face to face.
    InPerson,
    /// By a message: a telephone call, a letter or another thing sent or given, an email, a text message, a post online.
    ByMessage,
}

/// What was threatened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Threatened {
    /// Death.
    Death,
    /// Really serious injury, rape, or assault by penetration.
    SeriousHarm,
    /// Serious financial loss.
    FinancialLoss,
    /// Serious financial loss, to reinforce a reasonable demand, by somebody who reasonably believed that this was a proper means.
    ReasonableDemand,
    /// Something less, or nothing in particular: the mere word "kill" in a quarrel belongs here.
    Less,
}

/// What somebody who threatened intended that others fear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ThreatFeared {
    /// That the threat would be carried out.
    Intended,
    /// It was not intended, but the offender did not care whether somebody would fear it.
    Reckless,
    /// Neither.
    Neither,
}

/// What a lesser threat was meant, or likely, to bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ThreatEffect {
    /// That somebody believes that unlawful violence will be used at once, or is provoked to use it.
    ImmediateViolence,
    /// Harassment, alarm or distress, which was meant and was caused.
    AlarmMeantAndCaused,
    /// Harassment, alarm or distress, which somebody within sight or hearing was likely to suffer, and no more.
    AlarmLikely,
    /// Neither of these.
    Neither,
}
