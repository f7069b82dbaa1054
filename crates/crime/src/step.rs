//! One step of a decision: the rule, the facts it read, what followed.

use std::{fmt, str::FromStr};

use rulebook::Seen;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::Text;

/// One step of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The rule, by its slug.
    pub rule: Text,
    /// The thing the step is about.
    pub about: Subject,
    /// The facts it read, with their values.
    pub read: Vec<Read>,
    /// What followed, in one sentence.
    pub follows: Text,
    /// How the text of the rule was read.
    #[schemars(with = "String")]
    pub seen: Seen,
}

/// A fact that a step read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Read {
    /// The thing it is a fact of.
    pub of: Subject,
    /// The fact, by its path below that thing: `what.violence.injury`.
    pub fact: Text,
    /// Its value; `not supplied` if nobody told us.
    pub value: Text,
}

/// A thing of a report: the report itself, or an entry by its position, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The report.
    Report,
    /// A victim.
    Victim(u32),
    /// An offender or group.
    Offender(u32),
    /// An act.
    Act(u32),
    /// An earlier record.
    Earlier(u32),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Report => f.write_str("report"),
            Self::Victim(at) => write!(f, "victims/{at}"),
            Self::Offender(at) => write!(f, "offenders/{at}"),
            Self::Act(at) => write!(f, "acts/{at}"),
            Self::Earlier(at) => write!(f, "earlier/{at}"),
        }
    }
}

/// A text that names no thing of a report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no thing of a report: expected `report`, or a list and a position as `acts/0`")]
pub struct UnknownSubject(String);

impl FromStr for Subject {
    type Err = UnknownSubject;

    fn from_str(text: &str) -> Result<Self, UnknownSubject> {
        if text == "report" {
            return Ok(Self::Report);
        }
        let unknown = || UnknownSubject(text.to_owned());
        let (list, at) = text.split_once('/').ok_or_else(unknown)?;
        let at = at.parse().map_err(|_| unknown())?;
        match list {
            "victims" => Ok(Self::Victim(at)),
            "offenders" => Ok(Self::Offender(at)),
            "acts" => Ok(Self::Act(at)),
            "earlier" => Ok(Self::Earlier(at)),
            _ => Err(unknown()),
        }
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Subject {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Subject".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(report|(victims|offenders|acts|earlier)/[0-9]+)$" })
    }
}
