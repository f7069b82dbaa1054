//! What was the case around an act, as far as the mandatory crime flags ask.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// What was the case around an act. Nothing here decides whether a crime is recorded, as what, or how many.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Circumstances {
    /// Does the victim or any other person perceive it as motivated by hostility or prejudice towards disability, transgender people,
    /// race, religion or sexual orientation, real or perceived?
    pub hate: Fact,
    /// If so: towards whom?
    pub hostility: Hostility,
    /// If towards a religion: which one did the offender mean?
    pub perceived_religion: Known<Religion>,
    /// Does the one who files the report believe that something was taken, or tried, for its value as scrap metal? From what?
    pub scrap_metal: Known<ScrapMetal>,
    /// Are the offender and the victim personally connected: partners or former partners, engaged or formerly so, parents of the same
    /// child, or relatives, in-laws among them?
    pub connected: Known<Connected>,
    /// If they are: was the behaviour physical, sexual, violent, threatening, controlling, coercive, economic, psychological, emotional or
    /// other abuse?
    pub abusive: Fact,
    /// Was any part of it done online or through internet-based activities?
    pub online: Fact,
    /// Was a child or young person forced or enticed to take part in sexual activities, with or without contact, or groomed for it?
    pub child_sexual: Known<ChildSexual>,
    /// Does the victim or any other person perceive that the effects of alcohol on offender or victim aggravated it?
    pub alcohol: Fact,
    /// Does evidence that can be verified show that acid or a similarly corrosive substance was thrown, sprayed or poured onto a person,
    /// or that this was attempted, so as to disfigure, torture, kill or incapacitate: destroyed skin, destroyed clothing with scientific
    /// evidence, or forensic tests of an attempt that missed?
    pub corrosive: Fact,
    /// Was it done, or may it have been done, to protect or defend the honour of a person, family or community?
    pub honour: Fact,
    /// Was a substance covertly given to somebody without their knowledge or consent, as the offence or in order to commit it?
    pub spiking: Fact,
}

/// Towards whom hostility or prejudice is perceived; several may be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Hostility {
    /// Towards disability?
    pub disability: Fact,
    /// Towards transgender people?
    pub transgender: Fact,
    /// Towards race?
    pub race: Fact,
    /// Towards religion or belief?
    pub religion: Fact,
    /// Towards sexual orientation?
    pub sexual_orientation: Fact,
}

/// The religion that the offender meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Religion {
    /// Christian.
    Christian,
    /// Buddhist.
    Buddhist,
    /// Hindu.
    Hindu,
    /// Jewish.
    Jewish,
    /// Muslim.
    Muslim,
    /// Sikh.
    Sikh,
    /// Another.
    Other,
    /// No religion.
    NoReligion,
    /// Nobody can say.
    Unknown,
}

/// From what metal was taken for its value as scrap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ScrapMetal {
    /// Nothing was taken for its value as scrap.
    No,
    /// From what works or holds: live water, heat, power or rail services, roofing lead, a catalytic converter, manhole covers.
    Infrastructure,
    /// From nothing that works by it: redundant metal, plaques of war memorials, gates and fencing.
    NotInfrastructure,
    /// It is hard to say from which of the two.
    HardToSay,
}

/// Whether offender and victim are personally connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Connected {
    /// They are not.
    No,
    /// They are.
    WithVictim,
    /// The behaviour was directed through the victim at another person of 16 or over with whom the offender is: at a mother through her
    /// child.
    ThroughVictim,
}

/// What a child or young person was drawn into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ChildSexual {
    /// Nothing of the kind.
    No,
    /// Sexual abuse.
    Abuse,
    /// Sexual abuse by using an imbalance of power, for something the child needs or wants, or for somebody's gain or standing.
    Exploitation,
}
