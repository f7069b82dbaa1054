//! Faults of authority, notice, order and pressure.

use crate::removals::{
    fault::{Fault, broken, readings},
    sound::Kind,
};

/// Faults of authority, notice, order and pressure.
pub(in crate::removals) static FAULTS: &[Fault] = &[
    broken("supervisor-decides", "removal-authority", Kind::NoCrime, |row| {
        row.role = "investigation-supervisor";
    }),
    readings("investigator-decides", "removal-authority", Kind::Duplicate, |row| row.role = "investigator"),
    readings("recorder-decides", "removal-authority", Kind::Error, |row| row.role = "crime-recorder"),
    broken("chief-officer-of-no-rape", "removal-authority", Kind::NoCrime, |row| {
        row.role = "chief-officer-for-recording";
        row.force_has_registered_registrar = "no";
        row.registrar_advised = "yes";
    }),
    broken("not-independent", "removal-independence", Kind::NoCrime, |row| row.independent = "no"),
    broken("decided-by-who-investigated", "removal-independence", Kind::Duplicate, |row| {
        row.investigator.clone_from(&row.decided_by);
    }),
    broken("not-trained", "decider-trained", Kind::NoCrime, |row| row.trained = "no"),
    broken("no-trail", "removal-audit-trail", Kind::Error, |row| row.audit_trail = "no"),
    broken("rape-by-decision-maker", "rape-and-homicide", Kind::Rape, |row| {
        row.role = "designated-decision-maker";
        row.registered = "";
    }),
    broken("rape-by-unregistered", "rape-and-homicide", Kind::Rape, |row| row.registered = "no"),
    broken("chief-beside-a-registrar", "rape-and-homicide", Kind::RapeByChief, |row| {
        row.force_has_registered_registrar = "yes";
    }),
    broken("chief-without-advice", "rape-and-homicide", Kind::RapeByChief, |row| {
        row.registrar_advised = "no";
    }),
    broken("homicide-by-decision-maker", "rape-and-homicide", Kind::Homicide, |row| {
        row.role = "designated-decision-maker";
        row.registered = "";
    }),
    broken("rape-incident-as-no-crime", "removal-of-reported-rape", Kind::Rape, |row| {
        (row.class, row.subcode) = ("N100", "");
    }),
    broken("mutilation-by-decision-maker", "removal-of-mutilation-report", Kind::Mutilation, |row| {
        row.role = "designated-decision-maker";
        row.registered = "";
    }),
    broken("victim-not-told", "victim-told", Kind::NoCrime, |row| row.victim_told = "no"),
    broken("told-after", "victim-told", Kind::NoCrime, |row| row.victim_told_at = row.removed.days(2)),
    broken("telling-not-recorded", "victim-told", Kind::SelfDefence, |row| row.victim_told_recorded = "no"),
    broken("number-not-given", "victim-told", Kind::Transferred, |row| row.victim_given_reference = "no"),
    broken("removed-before-recorded", "removal-order", Kind::Error, |row| row.recorded = row.removed.days(3)),
    broken("withdrawn-with-concern", "withdrawal-under-pressure", Kind::Withdrawn, |row| {
        row.pressure_concern = "yes";
    }),
    broken("pressure-not-considered", "withdrawal-under-pressure", Kind::Withdrawn, |row| {
        row.pressure_considered = "no";
        row.pressure_concern = "";
    }),
];
