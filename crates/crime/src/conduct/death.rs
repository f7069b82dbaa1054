//! A death.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// A death that comes to the notice of the police, as far as it is understood at this moment. When more is known (a post-mortem, an
/// investigation, a coroner), the facts change and the question is put again.
///
/// A death by somebody's driving on a road is an act of driving, not this.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Death {
    /// From what do the police believe, at this moment, that the person died?
    pub from: Known<DeathFrom>,
    /// If an unlawful killing: of what kind do the police believe it to be?
    pub killing: Known<Killing>,
    /// Is that established (by the scene, the investigation, a post-mortem or the coroner), and not only believed?
    pub established: Fact,
    /// Does the crime recording system hold the death already, and as what?
    pub held: Known<DeathHeld>,
    /// Does the force record every death, those by natural causes too?
    pub all_deaths_recorded: Fact,
}

/// From what somebody died.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DeathFrom {
    /// Somebody killed them, unlawfully.
    UnlawfulKilling,
    /// Natural causes, probably.
    NaturalCauses,
    /// They took their own life.
    Suicide,
    /// Drugs.
    Drugs,
    /// On a road or a railway, and neither by a driver who is believed to have driven unlawfully nor by any other killing.
    RoadOrRail,
    /// An accident elsewhere.
    Accident,
    /// Not apparent yet: the circumstances are unclear, or something was found that does not fit.
    NotApparent,
    /// Unexplained after investigation: sudden, and neither natural nor a killing, nor any of the others.
    Unexplained,
    /// The coroner could not fully establish it: an open verdict.
    OpenVerdict,
}

/// Of what kind a killing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Killing {
    /// Unlawful violence, or another act that may have been meant to kill or to cause really serious harm.
    Violence,
    /// An unlawful act that was plainly meant to cause less than really serious harm.
    LesserAct,
    /// The gross negligence of a person.
    GrossNegligence,
    /// The way in which an organisation managed its activities.
    Organisation,
    /// By a mother, of her child under one year, while the balance of her mind was disturbed by the birth.
    MotherDisturbed,
    /// Of an unborn child that could have been born alive.
    Unborn,
    /// Of a child or vulnerable adult, caused or allowed by one of the household, and it cannot be said by which.
    Household,
}

/// As what a death is held on the crime recording system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DeathHeld {
    /// Not at all.
    No,
    /// As a death by natural causes.
    AsNatural,
    /// As another reported incident of death.
    AsOther,
}
