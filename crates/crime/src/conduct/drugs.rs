//! Dealings with drugs.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// Dealings with drugs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Drugs {
    /// What was done with the drug?
    pub dealing: Known<Dealing>,
    /// Which drug was it: as tested, or as the one who had it admits? (`not known`, if it was a controlled drug and nobody can say which.)
    pub drug: Known<Drug>,
    /// If it was possession and no more: how is it known which drug it was?
    pub identified_by: Known<IdentifiedBy>,
    /// If anabolic steroids were possessed and no more: were they to be imported or exported?
    pub for_import_or_export: Fact,
    /// If premises were lent to it: to what use were they put?
    pub premises_used_for: Known<PremisesUse>,
}

/// What somebody did with a drug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Dealing {
    /// They had it, and knew what it was.
    Possession,
    /// They had it, and did not know what it was, or cannot be shown to have known.
    UnwittingPossession,
    /// They had it and meant to supply it.
    IntentToSupply,
    /// They supplied it, offered to, or were concerned in it.
    Supply,
    /// They produced it, or were concerned in producing it.
    Production,
    /// As the occupier, they knew what was done with it on their premises and allowed it.
    PermittingPremises,
    /// They had it on a ship.
    PossessionOnShip,
    /// They carried it on a ship, hid it there, or were knowingly concerned in that.
    CarryingOnShip,
    /// They brought it into the country.
    Import,
    /// They took it out of the country.
    Export,
    /// It was no controlled drug: they supplied it, believing that it or its fumes would be inhaled by somebody under 18 to be intoxicated.
    SupplyToInhale,
}

/// A controlled drug, as the table of the rules names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Drug {
    /// Cocaine.
    Cocaine,
    /// Heroin.
    Heroin,
    /// LSD.
    Lsd,
    /// MDMA.
    Mdma,
    /// Crack.
    Crack,
    /// Methadone.
    Methadone,
    /// Another drug of class A.
    OtherClassA,
    /// Crystal meth.
    CrystalMeth,
    /// Amphetamine.
    Amphetamine,
    /// Another drug of class B.
    OtherClassB,
    /// Cannabis.
    Cannabis,
    /// A synthetic cannabinoid receptor agonist.
    SyntheticCannabinoid,
    /// Ketamine.
    Ketamine,
    /// Mephedrone, or another derivative of cathinone.
    Mephedrone,
    /// Anabolic steroids.
    AnabolicSteroids,
    /// Piperazines, such as BZP.
    Piperazines,
    /// Another drug of class C.
    OtherClassC,
    /// Khat.
    Khat,
    /// Nitrous oxide.
    NitrousOxide,
}

/// How it is known which drug it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum IdentifiedBy {
    /// By a test in a laboratory, or by an approved test in the field.
    Test,
    /// Not tested: the one who had it admits what it was.
    Admission,
    /// Not tested and not admitted: by an officer experienced in knowing the drug.
    ExperiencedOfficer,
    /// Not tested, not admitted, no experienced officer.
    Nothing,
}

/// To what use premises were put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum PremisesUse {
    /// To produce a controlled drug, to supply it or to offer it; or to try to.
    ProductionOrSupply,
    /// To prepare opium for smoking.
    PreparingOpium,
    /// To smoke cannabis, its resin, or prepared opium.
    SmokingCannabisOrOpium,
    /// To another use.
    Another,
}
