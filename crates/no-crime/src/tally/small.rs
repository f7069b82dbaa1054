//! The answer for others: without small counts, and without what they could be worked out from.

use rulebook::{Figure, Value};
use statistics::{suppress, suppress_list};

use super::{Answer, Breakdown, Group};

/// With more groups hiding small counts takes too long.
const MOST: usize = 300;

const TOO_FEW: &str = "too few to be told apart without pointing at a person";

impl Answer {
    /// The same for those who may not see the records. A count above nought and below `threshold` is left out, and with it as many others
    /// as hide it beside the totals; a share is left out if one of its counts is. How many are waived, or read otherwise, is told of all
    /// removals only, if it is not small. Each break-down is hidden by itself: what several together tell is not considered.
    ///
    /// A threshold of 0 leaves out nothing.
    #[must_use]
    pub fn for_others(&self, threshold: u64) -> Self {
        let mut open = self.clone();
        if threshold == 0 {
            return open;
        }
        let counts = verdicts(&self.all);
        let out =
            suppress_list(&counts, threshold).map_or(([true; 4], true), |out| (four(&out.cells), out.total));
        leave_out(&mut open.all, out.0, out.1);
        for figure in [&mut open.all.readings_differ, &mut open.all.waived] {
            if small(counted(figure), threshold) {
                suppressed(figure);
            }
        }
        // Every break-down adds up to the same totals, so where one of those is left out nothing is broken down.
        let told = !out.1 && !out.0.contains(&true);
        for by in &mut open.breakdowns {
            hide(by, told, threshold);
        }
        if let Some(change) = &mut open.change {
            let mut groups = [&mut change.before, &mut change.since, &mut change.undated];
            let hidden = hide_groups(&mut groups, told, threshold);
            let either = hidden.is_err()
                || [&change.before, &change.since]
                    .iter()
                    .any(|group| group.validity.value == Value::Suppressed);
            if either {
                suppressed(&mut change.difference);
            }
        }
        open
    }
}

fn hide(by: &mut Breakdown, told: bool, threshold: u64) {
    let mut groups: Vec<&mut Group> = by.groups.iter_mut().collect();
    if let Err(why) = hide_groups(&mut groups, told, threshold) {
        by.groups.clear();
        by.left_out = Some(why);
    }
}

/// Hides the small counts of a table of groups by verdicts, or says why nothing of it can be shown.
fn hide_groups(groups: &mut [&mut Group], told: bool, threshold: u64) -> Result<(), String> {
    let cells: Vec<Vec<u64>> = groups.iter().map(|group| verdicts(group).to_vec()).collect();
    let out = if groups.len() > MOST {
        Err(format!("{} values are more than {MOST}", groups.len()))
    } else if told {
        suppress(&cells, threshold).map_err(|error| error.to_string())
    } else {
        Err(TOO_FEW.to_owned())
    };
    let out = out.and_then(|out| {
        let totals = out.grand_total || out.column_totals.contains(&true);
        if totals { Err(TOO_FEW.to_owned()) } else { Ok(out) }
    });
    let out = match out {
        Ok(out) => out,
        Err(why) => {
            for group in groups.iter_mut() {
                leave_out(group, [true; 4], true);
                suppressed(&mut group.readings_differ);
                suppressed(&mut group.waived);
            }
            return Err(why);
        }
    };
    for ((group, cells), total) in groups.iter_mut().zip(&out.cells).zip(&out.row_totals) {
        leave_out(group, four(cells), *total);
    }
    for group in groups {
        suppressed(&mut group.readings_differ);
        suppressed(&mut group.waived);
    }
    Ok(())
}

/// Leaves out counts of verdicts, and every share that one of them would be told by.
fn leave_out(group: &mut Group, cells: [bool; 4], total: bool) {
    let [stands, does_not_stand, cannot_be_told, not_covered] = cells;
    let out = |out: bool, figure: &mut Figure| {
        if out {
            suppressed(figure);
        }
    };
    out(stands, &mut group.stands);
    out(does_not_stand, &mut group.does_not_stand);
    out(cannot_be_told, &mut group.cannot_be_told);
    out(not_covered, &mut group.not_covered);
    out(total, &mut group.removed);
    out(stands || does_not_stand, &mut group.validity);
    let possible = stands || does_not_stand || cannot_be_told;
    out(possible, &mut group.lowest);
    out(possible, &mut group.highest);
    if let Some(rate) = &mut group.rate {
        out(total, rate);
    }
}

const fn four(cells: &[bool]) -> [bool; 4] {
    match *cells {
        [a, b, c, d] => [a, b, c, d],
        _ => [true; 4],
    }
}

fn verdicts(group: &Group) -> [u64; 4] {
    [&group.stands, &group.does_not_stand, &group.cannot_be_told, &group.not_covered].map(counted)
}

const fn counted(figure: &Figure) -> u64 {
    if let Value::Count(count) = figure.value { count } else { 0 }
}

const fn small(count: u64, threshold: u64) -> bool {
    0 < count && count < threshold
}

fn suppressed(figure: &mut Figure) {
    figure.value = Value::Suppressed;
    figure.interval = None;
    figure.n = None;
    figure.working.clear();
}
