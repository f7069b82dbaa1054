//! Another offence, given by its subcode.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An offence for which the rules give no procedure by described facts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    /// Which subcode of the list of notifiable offences is it? (`033/00`)
    pub subcode: Known<String>,
    /// If the subcode stands in several classes: which class is it? (`8N`)
    pub class: Known<String>,
}
