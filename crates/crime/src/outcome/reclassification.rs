//! A change of the class of a recorded crime.

use chrono::NaiveDate;
use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use super::Approver;
use crate::Fact;

/// A proposal to re-classify a recorded crime.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reclassification {
    /// On which day is it to be re-classified?
    pub on: Known<NaiveDate>,
    /// From which class? (`19C`)
    pub from: Known<String>,
    /// To which class? (`N100`)
    pub to: Known<String>,
    /// Why?
    pub reason: Known<ReclassificationReason>,
    /// Who decides?
    pub decided_by: Known<Approver>,
    /// Has substantive investigation begun?
    pub investigated: Fact,
    /// Does the crime record hold the justification, so that it can be audited?
    pub justified: Fact,
}

/// Why a crime is re-classified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ReclassificationReason {
    /// Further substantive information became known after it was recorded.
    FurtherInformation,
    /// The class was wrong when it was recorded.
    Error,
    /// Only the charge, or another outcome, is for something else.
    OutcomeOnly,
}
