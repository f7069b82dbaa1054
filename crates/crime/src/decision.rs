//! What follows from a report: the value that one room hands to others.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime};
use rulebook::{Known, Seen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Jurisdiction, Step};

/// A word or sentence of a decision.
pub type Text = Cow<'static, str>;

/// What follows from a report: what must be recorded, what is registered instead, what must not be recorded, and what cannot be
/// decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    /// The report, by the reference of the force.
    pub incident: String,
    /// The crimes to record.
    pub crimes: Vec<Due>,
    /// What is registered instead of, or before, a crime.
    pub registered: Vec<Registered>,
    /// What must not be recorded, or not in addition, and why.
    pub not_recorded: Vec<NotRecorded>,
    /// What cannot be decided, with the fact that is missing.
    pub undecided: Vec<Undecided>,
    /// By when a crime must be recorded.
    pub deadline: Option<Deadline>,
    /// Who must be told of a decision not to record.
    pub notices: Vec<Notice>,
    /// Every step, in order, if it was asked for.
    pub trace: Vec<Step>,
}

impl Decision {
    /// How many crimes are due in all.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.crimes.iter().map(|due| u64::from(due.count)).sum()
    }
}

/// A crime that must be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// The act, by its name in the report.
    pub act: String,
    /// The class: `8N`.
    pub class: Text,
    /// The subcode, where the rules lead to one: `008/06`.
    pub subcode: Text,
    /// How many: 1, or the number of units that are not named one by one (accounts, policies).
    pub count: u32,
    /// What is counted one by one: `victim`, `offender or group`, `household`, `account`.
    pub unit: Text,
    /// The victims in it, by their names in the report.
    pub victims: Vec<String>,
    /// The offender or group, by name in the report.
    pub offender: Option<String>,
    /// The day of the act, or its last day.
    pub day: Option<NaiveDate>,
    /// The force that records it, where that can be told.
    pub force: Option<RecordingForce>,
    /// Whether the list of offences had it in force on that day.
    pub in_force: InForceOn,
    /// The mandatory flags that apply.
    pub flags: Vec<Text>,
    /// The mandatory flags on which nothing can be said, because a fact is not supplied.
    pub flags_not_decided: Vec<Text>,
    /// The rule that gave the class.
    pub by: Text,
    /// How the weakest text on which it rests was read.
    #[schemars(with = "String")]
    pub seen: Seen,
}

/// The force that records a crime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordingForce {
    /// Which.
    pub force: Known<Jurisdiction>,
    /// The principle by which it does.
    pub because: Text,
}

/// Whether an offence was in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InForceOn {
    /// It was.
    Yes,
    /// It was not.
    No,
    /// The list does not say, or no day is known.
    #[default]
    NotKnown,
}

/// What is registered instead of a crime, or until there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Registered {
    /// The act, by its name in the report.
    pub act: String,
    /// As what: `N100/01`, `N300/01`, `crime-related incident`, `incident`.
    pub as_what: Text,
    /// How many.
    pub count: u32,
    /// The victim, by name in the report, if it is about one.
    pub victim: Option<String>,
    /// Why, in one sentence.
    pub because: Text,
    /// To whom it is referred, if to anybody.
    pub referred_to: Option<Text>,
    /// The rule.
    pub by: Text,
}

/// What must not be recorded, or not in addition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotRecorded {
    /// The act, by its name in the report.
    pub act: String,
    /// The class it would have had.
    pub class: Text,
    /// The subcode it would have had, where there is one.
    pub subcode: Text,
    /// The victim, by name in the report, if it is about one.
    pub victim: Option<String>,
    /// Why, in one sentence.
    pub because: Text,
    /// The rule.
    pub by: Text,
}

/// What cannot be decided, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Undecided {
    /// The thing of the report on which the fact is missing: `report`, `act a1`, `victim v1`.
    pub about: String,
    /// The missing fact, by its path below that thing; empty where it is a text or a ruling that is missing.
    pub fact: Text,
    /// Why it is missing.
    pub why: Why,
    /// Between which answers the decision lies, where that is known.
    pub between: Vec<Text>,
    /// The rule that asks for it.
    pub by: Text,
}

/// Why something cannot be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Nobody supplied the fact.
    NotSupplied,
    /// The fact was enquired into and is not known, and the text does not say what follows.
    NotKnown,
    /// The text leaves it to the registrar, and no ruling is held.
    NoRuling,
    /// No text is held for the day.
    NoEdition,
    /// The text gives no way to decide between the answers.
    TextSilent,
    /// Another act of the same people is not decided, and might be counted instead.
    AnotherAct,
}

/// By when a crime must be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The last moment, local time; where the clocks change in between, the earlier of both readings.
    pub by: NaiveDateTime,
    /// The other reading, where the clocks change in between.
    pub other_reading: Option<NaiveDateTime>,
    /// How its text was read.
    #[schemars(with = "String")]
    pub seen: Seen,
}

/// Somebody who must be told that no crime is recorded, and may appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The victim by name in the report, or `the person who reported`.
    pub to: Text,
    /// The act, by its name in the report.
    pub act: String,
    /// The rule.
    pub by: Text,
}
