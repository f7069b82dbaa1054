//! The answer for others: without the small counts of a stratum, and without what they could be worked out from.

use std::collections::{BTreeMap, BTreeSet};

use rulebook::{Figure, Known, Value};
use statistics::{suppress, suppress_list};

use crate::{
    compare::{Confusion, TELLING, by_group, classes::Classes},
    score::{Answer, Measure, Rates, figure::Told, published::figures, sentences},
};

mod totals;

/// With more strata hiding small counts takes too long.
const MOST: usize = 300;

/// The measures whose counts are looked at, each as what is a part and what is not.
type Cells = [u64; 2];

impl Answer {
    /// The same for those who may not see the cases. Where a count above nought and below `threshold` would show in a stratum, the rate is
    /// left out, and with it as many others of the same measure as hide it in the totals; where it is left out how many crimes were
    /// recorded, so is every rate that would tell. Estimates over all strata stay, for they tell no count; of one stratum alone they would,
    /// so they go with it, and of two the sum of the sample does, which would tell both beside the estimate. Judgements, disagreements and
    /// findings are not for others at all.
    ///
    /// A threshold of 0 leaves out nothing.
    #[must_use]
    pub fn for_others(&self, threshold: u64) -> Self {
        let strata: Vec<&Rates> = self.rates.iter().filter(|rates| rates.stratum.is_some()).collect();
        let hidden = Hidden::of(&strata, threshold);
        let mut open = self.clone();
        open.findings.clear();
        open.judgements.clear();
        open.disagreements.clear();
        let alone = strata.len() == 1;
        let mut at = 0;
        for rates in &mut open.rates {
            let of_all = rates.stratum.is_none();
            for measure in Measure::ALL {
                let hide = if of_all { alone && hidden.has(measure, 0) } else { hidden.has(measure, at) };
                if hide {
                    leave_out(rates, measure);
                } else if of_all && hidden.is_told_by_sums(measure) {
                    totals::leave_out(rates, measure);
                }
                if of_all {
                    totals::without_notes(rates, measure, &hidden.names(measure, &strata));
                }
            }
            at += usize::from(!of_all);
            thin_out(rates, threshold);
        }
        totals::cases_of_all_strata_or_none(&mut open.rates);
        // Their sums are what the measures counted, so where those are left out over all, these are.
        let out = if hidden.is_told_by_sums(Measure::InTime) {
            vec![true; self.lateness.len()]
        } else {
            let counts: Vec<u64> = self.lateness.iter().map(|(_, band)| counted(&band.value)).collect();
            left_out(&counts, threshold)
        };
        open.lateness.iter_mut().zip(out).filter(|(_, out)| *out).for_each(|((_, band), _)| suppressed(band));
        open.confusion = if self.confusion.left_out.is_some() {
            self.confusion.clone()
        } else if hidden.is_told_by_sums(Measure::Classified) {
            Confusion::none(TELLING)
        } else {
            let pairs = self.confusion.pairs.iter().flat_map(|pair| &pair.classes);
            let pairs = pairs.map(|pair| (&*pair.due, &*pair.recorded, pair.crimes.unwrap_or_default()));
            by_group(pairs, threshold, &Classes::listed())
        };
        // How far auditors agree tells of them and of nobody in a record; which case was judged how does.
        open.agreement.iter_mut().for_each(|agreed| agreed.table.clear());
        let told: BTreeMap<String, Figure> = open
            .rates
            .iter()
            .flat_map(figures)
            .chain(open.lateness.iter().map(|(_, band)| band.clone()))
            .map(|figure| (figure.id.to_string(), figure))
            .collect();
        for figure in &mut open.figures {
            if let Some(told) = told.get(figure.id.as_str()) {
                figure.clone_from(told);
            }
        }
        // What was made from a rate that is left out goes with it.
        let gone: BTreeSet<String> = open
            .rates
            .iter()
            .filter(|rates| rates.stratum.is_none())
            .filter(|rates| {
                rates.rate(Measure::Compliance).is_some_and(|rate| rate.figure.value == Value::Suppressed)
            })
            .flat_map(|rates| {
                let told = Told { force: rates.force.as_deref(), stratum: None };
                ["change", "grade"].map(|what| told.id(what).to_string())
            })
            .collect();
        open.figures.iter_mut().filter(|figure| gone.contains(figure.id.as_str())).for_each(suppressed);
        if !gone.is_empty() {
            open.verdicts.clear();
        }
        open.sentences = open.rates.iter().flat_map(sentences::all_of).collect();
        open.sentences.extend(open.agreement.iter().map(sentences::agreed));
        open
    }
}

fn small(count: u64, threshold: u64) -> bool {
    0 < count && count < threshold
}

fn counted(value: &Value) -> u64 {
    if let Value::Count(count) = value { *count } else { 0 }
}

/// What a measure counted: how many are a part, how many are not.
fn cells(rates: &Rates, measure: Measure) -> Cells {
    match rates.rate(measure).map(|rate| (rate.part, rate.whole)) {
        Some((Known::Is(part), Known::Is(whole))) => [part, whole.saturating_sub(part)],
        _ => [0, 0],
    }
}

/// In which strata each measure is left out.
struct Hidden(Vec<(Measure, BTreeSet<usize>)>);

impl Hidden {
    fn of(strata: &[&Rates], threshold: u64) -> Self {
        let compliance = hidden(strata, Measure::Compliance, &BTreeSet::new(), threshold);
        let of = |measure| match measure {
            Measure::Compliance => (measure, compliance.clone()),
            // The whole of these is what was recorded, or tells it.
            Measure::Classified | Measure::InTime | Measure::OverRecorded => {
                (measure, hidden(strata, measure, &compliance, threshold))
            }
            Measure::VictimTold | Measure::NoCrimeRight => {
                (measure, hidden(strata, measure, &BTreeSet::new(), threshold))
            }
        };
        Self(Measure::ALL.into_iter().map(of).collect())
    }

    fn of_measure(&self, measure: Measure) -> impl Iterator<Item = usize> {
        self.0.iter().filter(move |(of, _)| *of == measure).flat_map(|(_, strata)| strata.iter().copied())
    }

    fn has(&self, measure: Measure, stratum: usize) -> bool {
        self.of_measure(measure).any(|hidden| hidden == stratum)
    }

    fn names<'a>(&self, measure: Measure, strata: &[&'a Rates]) -> Vec<&'a str> {
        self.of_measure(measure).filter_map(|at| strata.get(at)?.stratum.as_deref()).collect()
    }

    /// Whether so few strata are left out that the sum over all and the estimate for all records would tell them: one, or two.
    fn is_told_by_sums(&self, measure: Measure) -> bool {
        let few = |measure| (1..=2).contains(&self.of_measure(measure).count());
        match measure {
            Measure::Compliance | Measure::VictimTold | Measure::NoCrimeRight => few(measure),
            // The whole of these is what was recorded, or tells it.
            Measure::Classified | Measure::InTime | Measure::OverRecorded => {
                few(measure) || few(Measure::Compliance)
            }
        }
    }
}

/// In which strata a measure is left out: those in `already`, those that the suppression of its table leaves out, and as many more as it takes
/// that what is left out together is not small either.
fn hidden(strata: &[&Rates], measure: Measure, already: &BTreeSet<usize>, threshold: u64) -> BTreeSet<usize> {
    let table: Vec<Vec<u64>> = strata.iter().map(|rates| cells(rates, measure).to_vec()).collect();
    // Counts too large to add cannot be hidden one by one, nor very many in good time: all go.
    let out = if table.len() > MOST { None } else { suppress(&table, threshold).ok() };
    let Some(out) = out else { return (0..strata.len()).collect() };
    let rows = out.cells.iter().zip(&out.row_totals).enumerate();
    let mut hidden: BTreeSet<usize> =
        rows.filter(|(_, (cells, total))| **total || cells.contains(&true)).map(|(at, _)| at).collect();
    hidden.extend(already);
    while exposed(&table, &hidden, threshold) {
        let whole = |at: &usize| table.get(*at).map(|cells| cells.iter().sum::<u64>());
        let Some(next) = (0..strata.len()).filter(|at| !hidden.contains(at)).min_by_key(whole) else { break };
        hidden.insert(next);
    }
    hidden
}

/// Whether what is left out could be worked out, or comes to little, from a total over all strata.
fn exposed(table: &[Vec<u64>], hidden: &BTreeSet<usize>, threshold: u64) -> bool {
    let left_out = || hidden.iter().filter_map(|at| table.get(*at));
    let sum = |cell: usize| left_out().filter_map(|cells| cells.get(cell)).sum::<u64>();
    hidden.len() == 1 || small(sum(0), threshold) || small(sum(1), threshold)
}

/// Counts that are those of the work and of the texts that we hold, and tell of nobody.
const OF_THE_WORK: [&str; 8] = [
    "drawn",
    "examined",
    "not-judged",
    "not-decided",
    "cannot-be-judged",
    "limit-not-held",
    "limit-two-readings",
    "time-not-told",
];

/// Cases by the crimes due in them: any two tell the third.
const OF_CASES: [&str; 3] = ["without-crime-due", "with-one-crime-due", "with-several-crimes-due"];

/// Estimates that are made from what is missing.
const OF_THE_WHOLE: [&str; 2] = ["unrecorded", "unrecorded-in-year"];

fn is_one_of(figure: &Figure, names: &[&str]) -> bool {
    figure.id.as_str().rsplit('.').next().is_some_and(|what| names.contains(&what))
}

/// The counts that would tell what a measure counted.
const fn told_by(measure: Measure) -> &'static [&'static str] {
    match measure {
        Measure::Compliance => &["due", "recorded", "missing", "unrecorded", "unrecorded-in-year"],
        Measure::OverRecorded => &["without-basis"],
        Measure::InTime => &["limit-not-held", "limit-two-readings", "time-not-told"],
        Measure::Classified | Measure::VictimTold | Measure::NoCrimeRight => &[],
    }
}

/// Leaves out a measure, and the counts that would tell it.
fn leave_out(rates: &mut Rates, measure: Measure) {
    rates.counts.iter_mut().filter(|figure| is_one_of(figure, told_by(measure))).for_each(suppressed);
    for rate in rates.rates.iter_mut().filter(|rate| rate.measure == measure) {
        rate.part = Known::NotSupplied;
        rate.whole = Known::NotSupplied;
        suppressed(&mut rate.figure);
    }
}

/// Leaves out what is small of the counts that stay, and what would tell it.
fn thin_out(rates: &mut Rates, threshold: u64) {
    for figure in &mut rates.counts {
        if !is_one_of(figure, &OF_THE_WORK) && small(counted(&figure.value), threshold) {
            suppressed(figure);
        }
    }
    for family in [&["recorded", "missing"][..], &OF_CASES[..]] {
        let gone = |figure: &Figure| is_one_of(figure, family) && figure.value == Value::Suppressed;
        if rates.counts.iter().any(gone) {
            rates.counts.iter_mut().filter(|figure| is_one_of(figure, family)).for_each(suppressed);
        }
    }
    for rate in &mut rates.rates {
        let (Known::Is(part), Known::Is(whole)) = (rate.part, rate.whole) else { continue };
        if !small(part, threshold) && !small(whole.saturating_sub(part), threshold) {
            continue;
        }
        // Only an estimate over all strata is left here: it stays, and the counts from which it was made do not.
        rate.part = Known::NotSupplied;
        totals::without_the_sample(&mut rate.figure.working);
        if !matches!(rate.figure.value, Value::Share { .. }) {
            suppressed(&mut rate.figure);
        }
        if rate.measure == Measure::Compliance {
            let made_of = rates.counts.iter_mut().filter(|figure| is_one_of(figure, &OF_THE_WHOLE));
            made_of.for_each(|figure| figure.working.clear());
        }
    }
}

fn suppressed(figure: &mut Figure) {
    figure.value = Value::Suppressed;
    figure.interval = None;
    figure.n = None;
    figure.working.clear();
}

/// Which counts of a list are left out, beside a total that a reader knows.
fn left_out(counts: &[u64], threshold: u64) -> Vec<bool> {
    match suppress_list(counts, threshold) {
        Ok(out) if !out.total => out.cells,
        Ok(_) | Err(_) => vec![true; counts.len()],
    }
}

#[cfg(test)]
mod tests;
