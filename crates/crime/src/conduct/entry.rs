//! A building or vessel entered, or tried.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// A building, vessel or caravan entered, or tried. What was stolen or done to people and things inside is an act of its own only if
/// it is reported for itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// What was it for, or what was done inside?
    pub purpose: Known<EntryPurpose>,
    /// How did the offender get in, or try to?
    pub way: Known<EntryWay>,
    /// What was entered, or tried?
    pub premises: Known<Premises>,
    /// If it is a room in a hotel, a holiday home, a chalet, a caravan or a cruising boat: who lives in it, and on what footing?
    pub habitation: Known<Habitation>,
    /// Did anybody who entered have with them, at that time, a firearm or an imitation of one, a weapon of offence or an explosive?
    pub weapon: Fact,
    /// If force, or the threat of it, was used in order to steal: whose were the goods?
    pub goods: Known<GoodsRobbed>,
    /// If it is the public part of a shop that is open: has the suspect been charged with burglary by the time of recording?
    pub charged: Fact,
}

/// What an entry was for, or what was done inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum EntryPurpose {
    /// To steal, or something was stolen inside, or that was tried; no force was used on anybody for it, nor threatened.
    Steal,
    /// The same, and force or the threat of force was used on somebody in order to steal.
    StealByForce,
    /// To do really serious harm to somebody, or it was done or tried inside.
    SeriousHarm,
    /// To damage something inside; this was meant when entering.
    Damage,
    /// To commit a sexual offence.
    SexualOffence,
    /// None of these: to shelter, to sleep, to look around.
    Neither,
}

/// How somebody got in, or tried to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum EntryWay {
    /// By a falsehood, a trick or a distraction used on an occupant, or so used inside in order to stay or to get further.
    Distraction,
    /// Otherwise without leave: by force or by an open door, or into a part to which the leave did not go.
    Trespass,
    /// With leave, and nowhere that the leave did not cover.
    WithLeave,
}

/// What was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Premises {
    /// A house, self-contained flat or houseboat, in use or vacant.
    House,
    /// A room or flat in a house that is let to residents one by one, whether or not they share rooms; or a room in a hall of residence.
    LetRoom,
    /// A hostel, nursing or care home or children's home, or a room in one.
    HostelRoom,
    /// A room in a hotel, a holiday home, a chalet.
    HotelRoom,
    /// A caravan or a holiday cruising boat.
    Caravan,
    /// A building attached to a home with a door through to it, such as a garage, not used solely for business.
    ConnectedOutbuilding,
    /// A building attached to a home with a door through to it, used solely for business.
    ConnectedBusiness,
    /// A shed, garage, outhouse, summer house or other building on the plot of a home, with no door through to the home; not used
    /// solely for business.
    Outbuilding,
    /// A building on the plot of a home that is no part of the home, used solely for business.
    BusinessOutbuilding,
    /// A building on a plot where no home stands, not used for business or community: a block of garages, a shed on an allotment, a
    /// building of a long-term residential caravan site.
    SeparatePrivate,
    /// A building on a plot where no home stands, used both privately and for business or community.
    SeparateMixed,
    /// A building, or a part of one, used solely for business, or a community building such as a place of worship. Not a shop.
    Business,
    /// The public part of a shop, while the shop is open.
    ShopFloor,
    /// A part of a shop to which the public is not admitted, while the shop is open; or the till.
    ShopBack,
    /// A shop that was closed.
    ShopShut,
}

/// Who lives in a room, holiday home, caravan or boat, and on what footing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Habitation {
    /// The owner, who uses it only to live in.
    Owner,
    /// An occupier to whom it is rented for a long stay, only to live in.
    LongStay,
    /// An occupier to whom it is rented for a short stay.
    ShortStay,
    /// Nobody: it is vacant and can be lived in.
    VacantHabitable,
    /// Nobody: it is vacant and cannot be lived in.
    VacantNotHabitable,
}

/// Whose goods were robbed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum GoodsRobbed {
    /// Those of a person; or of a business, but taken from a person and generally regarded as personal: a telephone, a laptop.
    Personal,
    /// Those of a business or other body.
    Business,
    /// Both, the personal goods being worth more.
    MorePersonal,
    /// Both, the goods of the business being worth more.
    MoreBusiness,
}
