//! Approaches to a child.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// Approaches to a child. Sexual activity that followed is an act of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Grooming {
    /// How far did it go?
    pub approach: Known<Approach>,
    /// Of a meeting: did the offender mean to commit a sexual offence against the child, then or after? Of a communication: was it for
    /// sexual gratification?
    pub sexual_purpose: Fact,
    /// Did the offender have reason to believe that the child was 16 or over?
    pub believed_sixteen: Fact,
}

/// How far an approach went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Approach {
    /// After at least one meeting or communication the two met on purpose, a meeting was arranged, or one of them travelled to it.
    Meeting,
    /// Only a communication, which is sexual or meant to encourage a sexual one.
    SexualCommunication,
    /// Only a communication that is neither.
    OtherCommunication,
}
