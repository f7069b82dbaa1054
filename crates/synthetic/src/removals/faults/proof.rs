//! Faults of ground and proof.

use crate::removals::{
    fault::{Fault, broken, readings},
    row::When,
    sound::Kind,
};
use chrono::NaiveDate;

/// Faults of ground and proof.
pub(in crate::removals) static FAULTS: &[Fault] = &[
    // Additional, verifiable, recorded.
    broken("information-known-before", "information-additional", Kind::NoCrime, |row| {
        row.known_when_recorded = "yes";
    }),
    broken("information-available-before", "information-additional", Kind::NoCrime, |row| {
        row.information_available = row.recorded.days(-2);
    }),
    broken("origin-not-checkable", "information-verifiable", Kind::NoCrime, |row| {
        row.origin_checkable = "no";
    }),
    broken("reliability-not-checkable", "information-verifiable", Kind::NoCrime, |row| {
        row.reliability_checkable = "no";
    }),
    broken("not-relevant", "information-verifiable", Kind::NoCrime, |row| row.relevant = "no"),
    broken("not-summarised", "information-recorded", Kind::NoCrime, |row| row.summarised = "no"),
    broken("not-compelling", "removal-shows-no-crime", Kind::NoCrime, |row| row.compelling = "no"),
    broken("does-not-show", "removal-shows-no-crime", Kind::NoCrime, |row| row.shows_no_crime = "no"),
    // Never enough alone.
    broken("withdrawal-alone", "never-enough-alone", Kind::Withdrawn, |row| row.rests_on = "withdrawal"),
    broken("retraction-alone", "never-enough-alone", Kind::Withdrawn, |row| row.rests_on = "retraction"),
    broken("unwilling-alone", "never-enough-alone", Kind::NoCrime, |row| row.rests_on = "victim-unwilling"),
    broken("untraceable-alone", "never-enough-alone", Kind::NoCrime, |row| {
        row.rests_on = "victim-untraceable";
    }),
    broken("evidence-alone", "never-enough-alone", Kind::NoCrime, |row| {
        row.rests_on = "insufficient-evidence";
    }),
    broken("prosecutor-alone", "never-enough-alone", Kind::NoCrime, |row| {
        row.rests_on = "prosecutor-refused";
    }),
    broken("denial-alone", "never-enough-alone", Kind::NoCrime, |row| row.rests_on = "suspect-denial"),
    broken("time-alone", "never-enough-alone", Kind::NoCrime, |row| row.rests_on = "time-passed"),
    broken("circumstances-together", "never-enough-alone", Kind::NoCrime, |row| {
        row.rests_on = "victim-unwilling; suspect-denial; time-passed";
    }),
    readings("self-defence-by-denial", "never-enough-alone", Kind::SelfDefence, |row| {
        row.rests_on = "suspect-denial";
    }),
    // Payment and slavery.
    broken("paid-after-police", "payment-after-police-contact", Kind::PaidBefore, |row| {
        row.rests_on = "paid-after-police";
    }),
    broken("reasonable-grounds-only", "modern-slavery-removal", Kind::Slavery, |row| {
        row.rests_on = "negative-reasonable-grounds";
    }),
    broken("conclusive-grounds-too-early", "modern-slavery-removal", Kind::Slavery, |row| {
        row.recorded = on(2020, 3, 12);
    }),
    readings("conclusive-grounds-on-the-day", "modern-slavery-removal", Kind::Slavery, |row| {
        row.recorded = on(2020, 4, 1);
    }),
    broken("retention-warranted", "modern-slavery-retention", Kind::Slavery, |row| {
        row.retention_factors = "yes";
    }),
    // Transfers.
    broken("not-outside", "removal-transferred", Kind::Transferred, |row| row.outside_jurisdiction = "no"),
    broken("force-in-scotland", "removal-transferred", Kind::Transferred, |row| {
        row.receiving_force = "Police Scotland";
    }),
    readings("number-of-an-incident", "removal-transferred", Kind::Transferred, |row| {
        row.receiving_reference_of = "crime-related-incident";
    }),
    readings("transfer-not-verifiable", "removal-transferred-information", Kind::Transferred, |row| {
        row.origin_checkable = "no";
    }),
    // Duplicates, errors, self-defence.
    broken("not-the-same-crime", "removal-duplicate", Kind::Duplicate, |row| row.same_crime = "no"),
    broken("no-genuine-mistake", "removal-recorded-in-error", Kind::Error, |row| row.genuine_mistake = "no"),
    broken("mistake-not-documented", "removal-recorded-in-error", Kind::Error, |row| {
        row.mistake_documented = "no";
    }),
    broken("crime-on-balance", "removal-recorded-in-error", Kind::Error, |row| {
        row.no_crime_on_balance = "no";
    }),
    broken("self-defence-robbery", "removal-self-defence", Kind::SelfDefence, |row| {
        (row.class, row.subcode) = ("34B", "034/01");
    }),
    broken("self-defence-other-wounding", "removal-self-defence", Kind::SelfDefence, |row| {
        (row.class, row.subcode) = ("8N", "008/01");
    }),
    readings("self-defence-aggravated", "removal-self-defence", Kind::SelfDefence, |row| {
        (row.class, row.subcode) = ("105B", "008/57");
    }),
    broken("self-defence-not-shown", "removal-self-defence", Kind::SelfDefence, |row| {
        row.self_defence_shown = "no";
    }),
    readings("self-defence-known-before", "information-additional", Kind::SelfDefence, |row| {
        row.known_when_recorded = "yes";
    }),
    // Of other days.
    Fault {
        verdict: crate::removals::fault::NOT_COVERED,
        ..broken("removed-in-2019", "removal-edition-held", Kind::NoCrime, |row| {
            if let When::At(day) = on(2019, 5, 14) {
                row.move_to(day);
            }
        })
    },
    broken("no-such-ground-in-2010", "removal-four-grounds", Kind::SelfDefence, |row| {
        if let When::At(day) = on(2010, 9, 7) {
            row.move_to(day);
        }
    }),
];

fn on(year: i32, month: u32, day: u32) -> When {
    NaiveDate::from_ymd_opt(year, month, day)
        .and_then(|day| day.and_hms_opt(9, 30, 0))
        .map_or(When::Blank, When::At)
}
