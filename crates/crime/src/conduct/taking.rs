//! Something taken.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// Something taken, or tried to be taken, from somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Taking {
    /// What was taken, or was to be taken?
    pub taken: Known<Taken>,
    /// Was force used on anybody, or threatened, and what for? (A threat is also that somebody had the impression, from words or
    /// actions, that force might be used.)
    pub force: Known<TakingForce>,
    /// If force was used or threatened in order to steal: whose were the goods that were stolen, or were to be?
    pub robbed_of: Known<RobbedOf>,
    /// From where was it taken? (The first answer that fits.)
    pub from: Known<TakenFrom>,
    /// Is it known now that somebody took it who is employed by its owner? (Of mail: by the carrier.)
    pub by_employee: Fact,
    /// If it was a vehicle, bicycle, boat or other conveyance, or a pet that the Act of 2024 does not cover: for what was it
    /// taken?
    pub keeping: Known<Keeping>,
    /// If a motor vehicle was taken: what is known to have come of it between its taking and its recovery? (The first answer that
    /// fits.)
    pub vehicle_outcome: Known<VehicleOutcome>,
    /// If damage is all that came of it: is the damage less than 5,000 pounds?
    pub damage_under_5000: Fact,
    /// If it was an electric bicycle: does the motor assist only while the pedals turn, at no more than 250 watts, and not above
    /// 15.5 miles an hour?
    pub within_bicycle_limits: Fact,
    /// If the thief entered the shop as a trespasser: has the suspect been charged with burglary already?
    pub charged_with_burglary: Fact,
    /// If it was taken from a machine or meter: did the owner of the machine deal with it entirely, by civil action for instance,
    /// so that there is no police action?
    pub left_to_owner: Fact,
    /// If it was a dog or cat: in which country were the animal and the taker at the time?
    pub pet_place: Known<PetPlace>,
    /// If it was a cat: was it only kept from its keeper, and not taken?
    pub pet_detained: Fact,
    /// If it was a dog or cat: had the taker, the keeper and the animal once lived together in one household, the two of them
    /// before the animal came, and had the two parted when it was taken?
    pub lived_together: Fact,
}

/// What was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Taken {
    /// A motor vehicle: mechanically propelled, made or adapted for roads, with some general use on the road; an electric
    /// motorcycle or moped too.
    MotorVehicle,
    /// A bicycle without a motor.
    PedalCycle,
    /// An electric bicycle.
    ElectricBicycle,
    /// An electric scooter.
    ElectricScooter,
    /// Another conveyance that carries a person: a boat, an aircraft, a vehicle that no reasonable person would use on a road.
    OtherConveyance,
    /// Letters or parcels on their way by a carrier, from when they left the sender to when they reached the address.
    Mail,
    /// Electricity, used, wasted or diverted without authority.
    Electricity,
    /// Nothing yet: a device was put on a cash machine or card reader in order to get card details.
    CardDetails,
    /// A dog that is a pet.
    Dog,
    /// A cat that is a pet.
    Cat,
    /// Anything else.
    Other,
}

/// Force in a taking, and what it was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum TakingForce {
    /// Used on somebody or threatened, immediately before or at the time, in order to steal.
    ToSteal,
    /// Used on somebody or threatened in order to get away with what was stolen, on the premises or in immediate pursuit after
    /// them.
    ToEscape,
    /// Force on the property only, while somebody had hold of it: a bag taken cleanly from the shoulder, a telephone from the
    /// hand.
    ToProperty,
    /// Used or threatened, but neither to steal nor to get away with it; or after the thief had got away with it.
    Otherwise,
    /// None.
    None,
}

/// Whose goods were stolen by force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum RobbedOf {
    /// Those of one or several individuals, whether or not of the one from whom they were taken.
    Individual,
    /// Those of a business or other corporate body.
    Business,
    /// Those of a business, but of a kind that is generally personal (mobile telephone, laptop, pager), and taken from a person.
    BusinessPersonalKind,
    /// Of both; those of individuals were worth more.
    BothIndividualMore,
    /// Of both; those of a business were worth more.
    BothBusinessMore,
    /// Of both, and worth the same.
    BothAlike,
}

/// From where something was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum TakenFrom {
    /// From a person who wore it or carried it, to whom it was attached, or in whose clothes it was.
    Person,
    /// From an automatic machine or a meter.
    Machine,
    /// From a till, or from a part of a shop that is not for the public.
    ShopStaffArea,
    /// From elsewhere in a shop, by somebody who had entered the shop as a trespasser in order to steal.
    ShopAsTrespasser,
    /// From elsewhere in a shop or market stall, whether for sale or not.
    Shop,
    /// From public transport, where the public have access.
    PublicTransport,
    /// From a part of public transport where the public have no access: a driver's cab, a locked luggage compartment.
    PublicTransportClosed,
    /// From a motor vehicle: what was in it, on it, or part of it.
    MotorVehicle,
    /// From another vehicle than a motor vehicle.
    OtherVehicle,
    /// From a dwelling, by somebody who had not broken in or trespassed.
    Dwelling,
    /// From anywhere else.
    Elsewhere,
}

/// For what a conveyance or an animal was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Keeping {
    /// To deprive its owner of it for good, dishonestly.
    ForGood,
    /// To use it for a time, without the owner's consent.
    ForUse,
    /// Somebody else had taken it; this offender, knowing that, only drove it, rode it or was carried in it.
    RodeOnly,
}

/// What came of a motor vehicle that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum VehicleOutcome {
    /// An accident owing to its driving, of which somebody died. (The act is then against each person who died.)
    Death,
    /// An accident owing to its driving, in which somebody was injured.
    Injury,
    /// It was driven dangerously on a road or other public place, and an investigation has confirmed that.
    DangerousDriving,
    /// It was damaged, or an accident owing to its driving damaged other property.
    Damage,
    /// It was driven dangerously, as far as is said; no investigation has confirmed it yet.
    DangerousDrivingUnconfirmed,
    /// None of these.
    Nothing,
}

/// In which country a pet was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum PetPlace {
    /// In England or Northern Ireland.
    EnglandOrNorthernIreland,
    /// In Wales.
    Wales,
    /// Elsewhere, or the animal and the taker were in different countries.
    Elsewhere,
}
