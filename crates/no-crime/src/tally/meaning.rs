//! What an interval beside a share of removals does and does not say.

use super::{Counts, Coverage};

/// What the interval of a share of these removals says.
pub(super) fn of(counts: &Counts, coverage: Coverage) -> String {
    // Not how many: the same words then stand for every group, and n stands beside the share.
    let mut said = vec![chosen(coverage)];
    if counts.cannot_be_told > 0 {
        // Not how many: that may be too small a count to be told.
        said.push(
            "Removals that cannot be told are not in it; the lowest and the highest possible share are those if all of them were wrong, or \
             right."
                .to_owned(),
        );
    }
    said.join(" ")
}

/// What the removals stand for.
fn chosen(coverage: Coverage) -> String {
    match coverage {
        Coverage::Census => "All removals were looked at, so the share has no sampling error. The interval says how far the share of so many would \
             differ by chance alone, if each was decided independently and no better or worse; it is no doubt about these."
            .to_owned(),
        Coverage::Sample { population: Some(population) } => format!(
            "Computed as if the removals were a simple random sample of the {population} in all. That they are a part of them is not \
             allowed for, so it is a little wide; if they were not drawn at random, it says nothing of the others."
        ),
        Coverage::Sample { population: None } => "Computed as if the removals were a simple random sample of many more. How many there are in all is not supplied; \
             if they were not drawn at random, it says nothing of the others."
            .to_owned(),
    }
}
