//! Removals that keep every rule, in an invented mix of grounds and classes.

use chrono::NaiveDate;

use super::row::{Row, When};
use crate::draw::Draw;

/// What kind of sound removal it is: its ground, and what is special in its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Kind {
    /// C2, of an everyday class.
    #[default]
    NoCrime,
    /// C2, of a class without a victim.
    NoVictim,
    /// C2, after the victim withdrew, with the pressure on the victim considered.
    Withdrawn,
    /// C2, of making off without payment, paid before the police came.
    PaidBefore,
    /// C2, of modern slavery, by a negative decision on conclusive grounds.
    Slavery,
    /// C2, of rape, by the registrar.
    Rape,
    /// C2, of rape, by a chief officer of a force without a registrar on the register.
    RapeByChief,
    /// C2, of murder, by the registrar.
    Homicide,
    /// C2, of female genital mutilation that a professional had to report, by the registrar.
    Mutilation,
    /// C3.
    Duplicate,
    /// C4, of an everyday class.
    Error,
    /// C4, of a reported incident of rape.
    IncidentOfRape,
    /// C1.
    Transferred,
    /// C5.
    SelfDefence,
}

/// How many of a thousand sound removals are of each kind; by ground C2 has 450, C3 250, C4 180, C1 90 and C5 30. Invented.
const SHARES: [(Kind, u64); 14] = [
    (Kind::NoCrime, 330),
    (Kind::NoVictim, 17),
    (Kind::Withdrawn, 40),
    (Kind::PaidBefore, 15),
    (Kind::Slavery, 10),
    (Kind::Rape, 30),
    (Kind::RapeByChief, 3),
    (Kind::Homicide, 2),
    (Kind::Mutilation, 3),
    (Kind::Duplicate, 250),
    (Kind::Error, 172),
    (Kind::IncidentOfRape, 8),
    (Kind::Transferred, 90),
    (Kind::SelfDefence, 30),
];

/// Everyday classes, each with a victim; those that come more often stand more often.
const EVERYDAY: [(&str, &str); 16] = [
    ("8N", "008/06"),
    ("8N", "008/06"),
    ("105A", "105/01"),
    ("105A", "105/01"),
    ("105A", "105/01"),
    ("34B", "034/01"),
    ("46", "046/00"),
    ("46", "046/00"),
    ("28I", "028/03"),
    ("58C", "058/00"),
    ("58C", "058/00"),
    ("58B", "058/00"),
    ("49", "049/10"),
    ("39", "039/00"),
    ("45", "045/10"),
    ("8L", "195/94"),
];

const RAPE: [(&str, &str); 3] = [("19C", "019/08"), ("19D", "019/07"), ("19E", "019/16")];
const SELF_DEFENCE: [(&str, &str); 4] =
    [("8N", "008/06"), ("105A", "105/01"), ("105A", "105/01"), ("104", "008/73")];

const PROOF: [&str; 14] = [
    "cctv",
    "cctv; independent-witness",
    "other-video",
    "medical",
    "forensic",
    "document",
    "financial",
    "independent-witness",
    "professional",
    "telecoms; location",
    "location",
    "property-found",
    "tribunal-finding",
    // A circumstance beside it takes nothing from it.
    "cctv; insufficient-evidence",
];

const FORCES: [&str; 8] = [
    "Kent",
    "Essex",
    "Dyfed-Powys",
    "Greater Manchester",
    "Norfolk",
    "Gwent",
    "Surrey",
    "Metropolitan Police",
];

/// The unit in which one person decides on nearly everything.
pub(super) const ONE_DECIDER: u64 = 8;

/// A kind, as often as its share says.
pub(super) fn any_kind(draw: &mut Draw) -> Kind {
    let mut left = draw.below(1_000);
    for (kind, share) in SHARES {
        if left < share {
            return kind;
        }
        left -= share;
    }
    Kind::NoCrime
}

/// A removal of this kind that keeps every rule and gives no signal. A duplicate names no other record yet.
pub(super) fn sound(draw: &mut Draw, kind: Kind, record: String) -> Row {
    let mut row = Row {
        record,
        ground: "C2",
        role: "designated-decision-maker",
        independent: "yes",
        investigator: format!("P{}", draw.below(400)),
        trained: "yes",
        audit_trail: "yes",
        victim_withdrew: "no",
        ..Row::default()
    };
    (row.class, row.subcode) = draw.one_of(&EVERYDAY);
    happened(draw, &mut row);
    proven(draw, &mut row);
    match kind {
        Kind::NoCrime => {}
        Kind::NoVictim => (row.class, row.subcode) = ("92E", "092/61"),
        Kind::Withdrawn => {
            row.victim_withdrew = "yes";
            row.pressure_considered = "yes";
            row.pressure_concern = "no";
        }
        Kind::PaidBefore => {
            (row.class, row.subcode) = ("49A", "053/25");
            row.rests_on = "paid-before-police";
        }
        Kind::Slavery => {
            (row.class, row.subcode) = ("106", "036/06");
            row.rests_on = "negative-conclusive-grounds";
            row.retention_factors = "no";
        }
        Kind::Rape | Kind::RapeByChief => (row.class, row.subcode) = draw.one_of(&RAPE),
        Kind::Homicide => (row.class, row.subcode) = ("1", "001/01"),
        Kind::Mutilation => {
            (row.class, row.subcode) = ("8N", "008/52");
            row.mutilation_report = "yes";
        }
        Kind::Duplicate => {
            row.ground = "C3";
            row.other_record_live = "yes";
            row.same_crime = "yes";
        }
        Kind::Error | Kind::IncidentOfRape => {
            row.ground = "C4";
            row.genuine_mistake = "yes";
            row.mistake_documented = "yes";
            row.no_crime_on_balance = "yes";
            if kind == Kind::IncidentOfRape {
                (row.class, row.subcode) = ("N100", "");
            }
        }
        Kind::Transferred => {
            row.ground = "C1";
            row.outside_jurisdiction = "yes";
            row.receiving_force = draw.one_of(&FORCES);
            row.receiving_reference = format!("SYNR/{}", draw.below(1_000_000));
            row.receiving_reference_of = "crime";
            row.victim_given_reference = "yes";
        }
        Kind::SelfDefence => {
            row.ground = "C5";
            (row.class, row.subcode) = draw.one_of(&SELF_DEFENCE);
            row.self_defence_shown = "yes";
        }
    }
    leave_out(kind, &mut row);
    decided(draw, kind, &mut row);
    row
}

/// Recorded, informed, told and removed in this order, between 10 April 2026 and 17 March 2027: not near the end of a recording year.
fn happened(draw: &mut Draw, row: &mut Row) {
    let removed = NaiveDate::from_ymd_opt(2026, 4, 10)
        .and_then(|day| day.and_hms_opt(8, 0, 0))
        .map_or(When::Blank, When::At)
        .moved(minutes(draw.below(342)) * 24 * 60 + minutes(draw.below(600)));
    let gap = draw.between(8, 90);
    row.removed = removed;
    row.recorded = removed.days(-minutes(gap)).moved(-minutes(draw.below(600)));
    row.information_available = row.recorded.days(minutes(draw.between(1, gap - 5)));
    row.victim_told_at = removed.days(-minutes(draw.between(1, 3))).moved(-minutes(draw.below(300)));
    // An outcome lies more than a month before the removal, or there was none.
    if gap > 36 && draw.below(3) == 0 {
        row.outcome = draw.one_of(&["16", "18", "14"]);
        row.outcome_on = removed.days(-minutes(draw.between(35, gap - 1)));
    }
}

fn minutes(n: u64) -> i64 {
    i64::try_from(n).unwrap_or_default()
}

fn proven(draw: &mut Draw, row: &mut Row) {
    row.rests_on = draw.one_of(&PROOF);
    row.known_when_recorded = "no";
    row.origin_checkable = "yes";
    row.reliability_checkable = "yes";
    row.relevant = "yes";
    row.shows_no_crime = "yes";
    row.compelling = "yes";
    row.summarised = "yes";
    row.victim_told = "yes";
    row.victim_told_recorded = "yes";
}

/// Takes away what is not asked of its ground, so that a rule which asks it is noticed.
fn leave_out(kind: Kind, row: &mut Row) {
    let informed = matches!(row.ground, "C1" | "C2" | "C5");
    if row.ground != "C2" {
        row.shows_no_crime = "";
        row.compelling = "";
    }
    if !informed {
        row.rests_on = "";
        row.information_available = When::Blank;
        row.known_when_recorded = "";
        row.origin_checkable = "";
        row.reliability_checkable = "";
        row.relevant = "";
        row.summarised = "";
    }
    if !informed || kind == Kind::NoVictim {
        row.victim_told = "";
        row.victim_told_at = When::Blank;
        row.victim_told_recorded = "";
    }
}

fn decided(draw: &mut Draw, kind: Kind, row: &mut Row) {
    match kind {
        Kind::Rape | Kind::Homicide | Kind::Mutilation | Kind::IncidentOfRape => {
            row.unit = draw.between(1, ONE_DECIDER - 1);
            row.role = "force-crime-registrar";
            "R1".clone_into(&mut row.decided_by);
            row.registered = "yes";
        }
        Kind::RapeByChief => {
            row.unit = draw.between(1, ONE_DECIDER - 1);
            row.role = "chief-officer-for-recording";
            "O1".clone_into(&mut row.decided_by);
            row.force_has_registered_registrar = "no";
            row.registrar_advised = "yes";
        }
        Kind::NoCrime
        | Kind::NoVictim
        | Kind::Withdrawn
        | Kind::PaidBefore
        | Kind::Slavery
        | Kind::Duplicate
        | Kind::Error
        | Kind::Transferred
        | Kind::SelfDefence => {
            row.unit = draw.between(1, ONE_DECIDER);
            // Four decide in every unit but one.
            let who = if row.unit == ONE_DECIDER { 0 } else { draw.below(4) };
            row.decided_by = format!("D{}-{who}", row.unit);
        }
    }
}
