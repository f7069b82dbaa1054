//! Facts that are missing, so that it cannot be told.

use crate::removals::{
    fault::{Fault, STANDS, untold},
    row::When,
    sound::Kind,
};

/// Facts that are missing, so that it cannot be told.
pub(in crate::removals) static FAULTS: &[Fault] = &[
    untold("no-day-of-removal", "removal-edition-held", Kind::NoCrime, |row| row.removed = When::Blank),
    untold("no-moment-of-recording", "removal-order", Kind::Error, |row| row.recorded = When::Blank),
    untold("no-ground", "removal-ground", Kind::Duplicate, |row| row.ground = ""),
    untold("no-class", "rape-and-homicide", Kind::NoCrime, |row| (row.class, row.subcode) = ("", "")),
    untold("no-subcode", "removal-self-defence", Kind::SelfDefence, |row| {
        (row.class, row.subcode) = ("8N", "");
    }),
    untold("rests-on-nothing-said", "never-enough-alone", Kind::NoCrime, |row| row.rests_on = ""),
    untold("known-before-not-said", "information-additional", Kind::NoCrime, |row| {
        row.known_when_recorded = "";
    }),
    untold("origin-not-known", "information-verifiable", Kind::NoCrime, |row| {
        row.origin_checkable = "not known";
    }),
    untold("reliability-not-said", "information-verifiable", Kind::NoCrime, |row| {
        row.reliability_checkable = "";
    }),
    untold("relevance-not-said", "information-verifiable", Kind::NoCrime, |row| row.relevant = ""),
    untold("summary-not-said", "information-recorded", Kind::NoCrime, |row| row.summarised = ""),
    untold("availability-not-said", "information-recorded", Kind::NoCrime, |row| {
        row.information_available = When::Blank;
    }),
    untold("showing-not-said", "removal-shows-no-crime", Kind::NoCrime, |row| row.shows_no_crime = ""),
    untold("retention-not-said", "modern-slavery-retention", Kind::Slavery, |row| row.retention_factors = ""),
    untold("area-not-said", "removal-transferred", Kind::Transferred, |row| row.outside_jurisdiction = ""),
    untold("no-receiving-force", "removal-transferred", Kind::Transferred, |row| row.receiving_force = ""),
    untold("no-receiving-number", "removal-transferred", Kind::Transferred, |row| {
        row.receiving_reference.clear();
    }),
    Fault {
        other_reading: STANDS,
        ..untold("transfer-relevance-not-said", "removal-transferred-information", Kind::Transferred, |row| {
            row.relevant = "";
        })
    },
    untold("no-other-record", "removal-duplicate", Kind::Duplicate, |row| row.other_record.clear()),
    untold("sameness-not-said", "removal-duplicate", Kind::Duplicate, |row| row.same_crime = ""),
    untold("mistake-not-said", "removal-recorded-in-error", Kind::Error, |row| row.genuine_mistake = ""),
    untold("self-defence-not-said", "removal-self-defence", Kind::SelfDefence, |row| {
        row.self_defence_shown = "";
    }),
    untold("role-not-said", "removal-authority", Kind::NoCrime, |row| row.role = ""),
    untold("independence-not-said", "removal-independence", Kind::Error, |row| row.independent = ""),
    untold("training-not-said", "decider-trained", Kind::Duplicate, |row| row.trained = ""),
    untold("trail-not-said", "removal-audit-trail", Kind::NoCrime, |row| row.audit_trail = ""),
    untold("register-not-said", "rape-and-homicide", Kind::Rape, |row| row.registered = ""),
    untold("advice-not-said", "rape-and-homicide", Kind::RapeByChief, |row| row.registrar_advised = ""),
    // Were it the registrar who decided, the answer would make no difference.
    untold("mutilation-not-said", "removal-of-mutilation-report", Kind::Mutilation, |row| {
        row.mutilation_report = "";
        row.role = "designated-decision-maker";
        row.registered = "";
    }),
    untold("telling-not-said", "victim-told", Kind::NoCrime, |row| row.victim_told = ""),
    // The day alone does not say whether it was before.
    untold("told-that-day", "victim-told", Kind::NoCrime, |row| row.victim_told_at = row.removed.day()),
    untold("giving-not-said", "victim-told", Kind::Transferred, |row| row.victim_given_reference = ""),
    untold("withdrawal-not-said", "withdrawal-under-pressure", Kind::NoCrime, |row| row.victim_withdrew = ""),
    untold("concern-not-said", "withdrawal-under-pressure", Kind::Withdrawn, |row| row.pressure_concern = ""),
    // A withdrawal among what it rests on is one, whatever the column says.
    untold("withdrawal-beside-a-no", "withdrawal-under-pressure", Kind::NoCrime, |row| {
        row.rests_on = "cctv; withdrawal";
    }),
];
