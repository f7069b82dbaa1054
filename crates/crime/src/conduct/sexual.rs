//! A sexual act with, or towards, a person.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Fact, fact::number};

/// A sexual act with, or towards, a person. Acts within a family, by abuse of trust, with a person whose mental disorder impedes choice,
/// or paid for, and arrangements for an act by others, are given by their code.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sexual {
    /// What was done, or tried?
    pub act: Known<SexualAct>,
    /// Was the victim willing, as far as it is reported? (Of a victim under 13 this is hardly ever asked.)
    pub consent: Known<Willingness>,
    /// If the victim was made, or incited, to do something: did it, or would it have, involved penetration?
    pub penetration: Fact,
    /// If only attempted: was what was done more than merely preparatory?
    pub beyond_preparation: Fact,
    /// How many people penetrated the victim with the penis, or tried to, in this act? (Who held or watched is not counted.)
    #[serde(deserialize_with = "number")]
    pub penetrated_by: Known<u32>,
    /// If the victim was 13, 14 or 15 and willing, and neither the child nor a parent reports: who brings it to the police?
    pub referred_by: Known<ReferredBy>,
    /// If the victim was 16 or over and willing, or was not touched: are they relatives, is the offender in a position of trust or care,
    /// has the victim a mental disorder that impedes choice, or was payment made or promised to somebody under 18?
    pub protected: Fact,
    /// If no rape is made out: did anybody report it as a rape or an attempted rape?
    pub reported_as_rape: Fact,
}

/// What was done to, with, or before the victim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum SexualAct {
    /// The vagina, anus or mouth of the victim was penetrated with a penis.
    PenilePenetration,
    /// The vagina or anus of the victim was penetrated, sexually, with another part of the body or with a thing.
    OtherPenetration,
    /// The victim was touched sexually, without either.
    Touching,
    /// The victim was made, or persuaded, to do something sexual: alone, to the offender or to somebody else.
    MadeToAct,
    /// The victim was incited to do something sexual and did not do it.
    Incited,
    /// Something sexual was done in the presence of the victim, so that the victim would be aware of it.
    InPresence,
    /// The victim was made to watch a sexual act, or an image of one.
    MadeToWatch,
}

/// Whether a victim was willing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Willingness {
    /// The victim did not consent.
    Unwilling,
    /// That is the issue: one side says that there was consent, the other that there was none.
    InIssue,
    /// The victim was willing, and nobody whose word counts says otherwise.
    Willing,
}

/// Who brings the willing act of a child of 13 to 15 to the police.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ReferredBy {
    /// A parent or guardian.
    ParentOrGuardian,
    /// Either of the two in the relationship.
    PersonInRelationship,
    /// A panel of several agencies.
    MultiAgencyPanel,
    /// Anybody else.
    AnotherPerson,
}
