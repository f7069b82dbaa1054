//! Every rule, asked in order of one removal.

use chrono::NaiveDate;
use crime::removal::Removal;

use crate::{
    Judgement, Step,
    rules::{never_enough_alone, removal_authority, removal_edition_held},
};

/// Judges one removal as it stands in its own record: no other record is looked at.
///
/// What happened after `as_at` has not happened yet.
#[must_use]
pub fn judge(removal: &Removal, as_at: NaiveDate) -> Judgement<'_> {
    let _ = as_at;
    let mut steps = Vec::with_capacity(24);
    let mut said = |rule, answer| steps.push(Step { rule, answer });
    said(&removal_edition_held::RULE, removal_edition_held::check(removal));
    if removal_edition_held::held(removal) {
        // Proof.
        said(&never_enough_alone::RULE, never_enough_alone::check(removal));
        // Authority.
        said(&removal_authority::RULE, removal_authority::check(removal));
    }
    Judgement::of(removal, steps)
}
