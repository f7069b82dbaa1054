//! Every rule, asked in order of one removal.

use chrono::NaiveDate;
use crime::removal::Removal;

use crate::{
    Answer, Judgement, Step,
    rules::{
        decider_trained, duplicate_record_live, information_additional, information_recorded,
        information_verifiable, modern_slavery_removal, modern_slavery_retention, never_enough_alone,
        payment_after_police_contact, rape_and_homicide, removal_after_outcome, removal_audit_trail,
        removal_authority, removal_duplicate, removal_edition_held, removal_four_grounds, removal_ground,
        removal_independence, removal_is_planned, removal_near_year_end, removal_of_mutilation_report,
        removal_of_reported_rape, removal_order, removal_recorded_in_error, removal_self_defence,
        removal_shows_no_crime, removal_transferred, removal_transferred_information, victim_told,
        withdrawal_under_pressure,
    },
};

/// Judges one removal as it stands in its own record: no other record is looked at.
///
/// `as_at` is today. A removal dated after it is judged as it would be saved.
#[must_use]
pub fn judge(removal: &Removal, as_at: NaiveDate) -> Judgement<'_> {
    // Few rules concern one removal; room for all of them would be asked of the system anew each time.
    let mut steps = Vec::with_capacity(12);
    let mut said = |rule, answer| {
        if answer != Answer::NotAsked {
            steps.push(Step { rule, answer });
        }
    };
    said(&removal_edition_held::RULE, removal_edition_held::check(removal));
    said(&removal_order::RULE, removal_order::check(removal, as_at));
    said(&removal_is_planned::RULE, removal_is_planned::check(removal, as_at));
    said(&removal_four_grounds::RULE, removal_four_grounds::check(removal));
    if removal_edition_held::held(removal) {
        // Ground and proof.
        said(&removal_ground::RULE, removal_ground::check(removal));
        said(&removal_transferred::RULE, removal_transferred::check(removal));
        said(&removal_transferred_information::RULE, removal_transferred_information::check(removal));
        said(&removal_shows_no_crime::RULE, removal_shows_no_crime::check(removal));
        said(&never_enough_alone::RULE, never_enough_alone::check(removal));
        said(&payment_after_police_contact::RULE, payment_after_police_contact::check(removal));
        said(&modern_slavery_removal::RULE, modern_slavery_removal::check(removal));
        said(&modern_slavery_retention::RULE, modern_slavery_retention::check(removal));
        said(&information_additional::RULE, information_additional::check(removal));
        said(&information_verifiable::RULE, information_verifiable::check(removal));
        said(&information_recorded::RULE, information_recorded::check(removal));
        said(&removal_duplicate::RULE, removal_duplicate::check(removal));
        said(&duplicate_record_live::RULE, duplicate_record_live::check(removal));
        said(&removal_recorded_in_error::RULE, removal_recorded_in_error::check(removal));
        said(&removal_self_defence::RULE, removal_self_defence::check(removal));
        // Authority.
        said(&removal_authority::RULE, removal_authority::check(removal));
        said(&rape_and_homicide::RULE, rape_and_homicide::check(removal));
        said(&removal_of_reported_rape::RULE, removal_of_reported_rape::check(removal));
        said(&removal_of_mutilation_report::RULE, removal_of_mutilation_report::check(removal));
        said(&removal_independence::RULE, removal_independence::check(removal));
        said(&decider_trained::RULE, decider_trained::check(removal));
        said(&removal_audit_trail::RULE, removal_audit_trail::check(removal));
        // Notice and pressure.
        said(&victim_told::RULE, victim_told::check(removal));
        said(&withdrawal_under_pressure::RULE, withdrawal_under_pressure::check(removal));
    }
    // Signals.
    said(&removal_after_outcome::RULE, removal_after_outcome::check(removal));
    said(&removal_near_year_end::RULE, removal_near_year_end::check(removal));
    Judgement::of(removal, steps)
}
