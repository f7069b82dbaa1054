//! Counts over all strata that would tell, by subtraction, what is left out of the strata.

use rulebook::{Known, Value};

use crate::score::{Measure, Rates, estimate, small::suppressed};

/// Leaves out the counts of the sample over all strata of a measure, and keeps the estimate for all records.
///
/// The estimate is one equation between the counts of the strata, and their sum is another: of two strata that are left out both together
/// would tell each. The estimate is what was asked for, so the sum goes.
pub(super) fn leave_out(rates: &mut Rates, measure: Measure) {
    let told = told_by(measure);
    rates.counts.iter_mut().filter(|figure| super::is_one_of(figure, told)).for_each(suppressed);
    for rate in rates.rates.iter_mut().filter(|rate| rate.measure == measure) {
        rate.part = Known::NotSupplied;
        rate.whole = Known::NotSupplied;
        if matches!(rate.figure.value, Value::Words(_)) {
            suppressed(&mut rate.figure);
        }
        rate.figure.n = None;
        without_the_sample(&mut rate.figure.working);
    }
    if measure == Measure::Compliance {
        let made_of = rates.counts.iter_mut().filter(|figure| super::is_one_of(figure, &super::OF_THE_WHOLE));
        made_of.for_each(|figure| figure.working.clear());
    }
}

/// The counts over all strata from which a sum would follow that is left out.
const fn told_by(measure: Measure) -> &'static [&'static str] {
    match measure {
        Measure::Compliance => &["recorded", "missing"],
        Measure::OverRecorded => &["without-basis"],
        Measure::Classified | Measure::InTime | Measure::VictimTold | Measure::NoCrimeRight => &[],
    }
}

/// Cuts what follows the weights: the counts of the sample.
pub(super) fn without_the_sample(working: &mut String) {
    let kept = working.find(';').unwrap_or_default();
    working.truncate(kept);
}

/// Takes from the words about an interval over all strata what they say of strata that are left out: that all of them came out alike, or that
/// there was none to count.
pub(super) fn without_notes(rates: &mut Rates, measure: Measure, strata: &[&str]) {
    let of = rates.rates.iter_mut().filter(|rate| rate.measure == measure);
    for interval in of.filter_map(|rate| rate.figure.interval.as_mut()) {
        for note in strata.iter().flat_map(|name| [estimate::alike(name), estimate::none_to_count(name)]) {
            interval.meaning = interval.meaning.replace(&format!(" {note}"), "");
        }
    }
}

/// Leaves out of every stratum how many cases had so many crimes, if it is left out of one: with the sum over all it would follow.
pub(super) fn cases_of_all_strata_or_none(all: &mut [Rates]) {
    let mut strata: Vec<&mut Rates> = all.iter_mut().filter(|rates| rates.stratum.is_some()).collect();
    let counts = |rates: &&mut Rates| {
        let mut of_cases = rates.counts.iter().filter(|figure| super::is_one_of(figure, &super::OF_CASES));
        of_cases.any(|figure| figure.value == Value::Suppressed)
    };
    if strata.iter().any(counts) {
        for figure in strata.iter_mut().flat_map(|rates| rates.counts.iter_mut()) {
            if super::is_one_of(figure, &super::OF_CASES) {
                suppressed(figure);
            }
        }
    }
}
