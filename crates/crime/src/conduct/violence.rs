//! Force used on a person.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// Force used on a person, or an attempt at it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Violence {
    /// What did the offender intend: to kill, to cause really serious harm, or less?
    pub intent: Known<Intent>,
    /// What injury was there?
    pub injury: Known<Injury>,
    /// If shock or a psychiatric condition only: what does expert evidence say of it?
    pub expert: Known<Expert>,
    /// Was the victim strangled or suffocated, however lightly, without dying?
    pub strangled: Fact,
    /// Was it racially or religiously aggravated?
    pub aggravated: Fact,
    /// Was it done on purpose by driving a vehicle?
    pub by_driving: Fact,
}

/// What somebody who used force intended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Intent {
    /// To kill.
    Kill,
    /// To cause really serious harm.
    SeriousHarm,
    /// Less than that.
    Less,
}

/// How badly somebody was hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Injury {
    /// None: a touch, spittle, a thing thrown, a blow that missed, or a passing moment of pain; no redness, no bruise, nothing that lasts.
    None,
    /// None of the body, but shock or a psychiatric condition.
    Mental,
    /// Less than serious: grazes, scratches, bruises, reddening, swelling, superficial cuts, a broken nose, a black eye, lasting pain or
    /// soreness; or nothing to be seen, and treatment was needed.
    LessThanSerious,
    /// Really serious harm: broken bones, permanent disability, much blood lost, lengthy treatment; or a wound through the whole
    /// skin.
    Serious,
}

/// What expert evidence says of shock or a psychiatric condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Expert {
    /// There is none, or it finds no injury.
    NoInjury,
    /// An injury, less than really serious.
    Injury,
    /// A really serious injury.
    ReallySerious,
}
