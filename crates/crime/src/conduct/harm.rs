//! Harm to a person other than by a plain assault.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// Something given to a person covertly, or tried: in a drink, food, a cigarette or a vape, or by a needle; alcohol or drugs, illegal
/// or prescribed, or any other noxious thing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Spiking {
    /// What did the suspect intend by it?
    pub purpose: Known<SpikingPurpose>,
}

/// What somebody intended who gave a person something covertly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum SpikingPurpose {
    /// To endanger life or cause really serious harm; or less than that, with a thing that did so.
    SeriousHarm,
    /// To injure less than that, to aggrieve or to annoy, a prank included.
    InjureOrAnnoy,
    /// To stupefy or overpower the person so that sexual activity may take place.
    SexualActivity,
    /// To commit another crime against the person, such as robbery.
    AnotherCrime,
}

/// A dog that its owner, or the person in charge of it, let be out of control, in a public or a private place. A dog that was set on
/// somebody is an act of violence.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Dog {
    /// Whom did the dog injure?
    pub injured: Known<DogInjured>,
}

/// Whom a dog injured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DogInjured {
    /// A person.
    Person,
    /// An assistance dog.
    AssistanceDog,
    /// Neither.
    Neither,
}

/// Female genital mutilation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Mutilation {
    /// Is this a known case in a girl under 18, reported under the legal duty by a regulated health or social care professional or a
    /// teacher?
    pub duty_report: Fact,
    /// What part in it is alleged?
    pub part: Known<MutilationPart>,
    /// Where, and by whom, was it done?
    pub place: Known<MutilationPlace>,
}

/// What part somebody had in a mutilation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum MutilationPart {
    /// They did it, or helped, arranged, advised or required it.
    DidOrHelped,
    /// They were responsible for the girl and did not protect her from it.
    DidNotProtect,
}

/// Where, and by whom, a mutilation was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum MutilationPlace {
    /// In the United Kingdom.
    UnitedKingdom,
    /// Outside it, by a national or resident of the United Kingdom.
    AbroadByUnitedKingdomPerson,
    /// Outside it, by nobody of that kind.
    AbroadByOthers,
}

/// Cruelty to a child or young person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Cruelty {
    /// Had the one who did it responsibility for the child, and were they 16 or over?
    pub responsible: Known<Responsible>,
    /// Was the child wilfully assaulted, ill-treated, neglected, abandoned or exposed (or was that brought about), in a manner likely
    /// to cause unnecessary suffering or injury to health, of body or of mind?
    pub wilful_and_harmful: Fact,
}

/// Whether somebody was responsible for a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Responsible {
    /// Responsible, and 16 or over.
    SixteenOrOver,
    /// Responsible, and under 16.
    UnderSixteen,
    /// Not responsible.
    No,
}

/// Taking or holding a person, or forcing a marriage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Liberty {
    /// What was done to the person?
    pub what: Known<Deprivation>,
    /// If taken away or held: was it without the consent of the person and without lawful excuse (of a parent: outside reasonable
    /// discipline)?
    pub unlawful: Fact,
    /// If taken away: was it by force or fraud?
    pub force_or_fraud: Fact,
    /// If a child, and neither kidnapped nor falsely imprisoned: was the child abducted, and by whom?
    pub abducted: Known<Abducted>,
    /// If it is about a marriage: was pressure or abuse of any kind used (physical, emotional, financial) on somebody who did not, or
    /// could not, consent?
    pub pressure: Fact,
}

/// What was done to the liberty of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Deprivation {
    /// They were taken, or carried, away.
    TakenAway,
    /// They were detained, restrained or compelled to stay.
    Held,
    /// They were only kept from going one particular way.
    OneWayBarred,
    /// They were detained, with a threat to kill, injure or go on detaining them so that somebody else does or does not do something.
    Hostage,
    /// Something was done to make them marry.
    Marriage,
}

/// Whether, and by whom, a child was abducted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Abducted {
    /// A parent, or somebody connected with the child, took the child out of the United Kingdom without the consent that is needed.
    ByParent,
    /// Somebody else took the child from, or kept the child out of, the control of the one who lawfully has it.
    ByOther,
    /// Not abducted.
    No,
}

/// Danger caused to road users.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RoadUsers {
    /// Did somebody cause anything to be on or over a road (thrown from a bridge or the roadside, for example), or interfere with a motor
    /// vehicle, a trailer, a cycle or traffic equipment?
    pub interfered: Fact,
    /// Was it intentional, and without lawful authority or reasonable cause?
    pub intentional: Fact,
    /// Would it be obvious to a reasonable person that it was dangerous?
    pub obviously_dangerous: Fact,
}
