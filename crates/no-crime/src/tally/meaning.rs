//! What an interval beside a share of removals does and does not say.

use crime::inspection::counted;

use super::{Counts, Coverage};

/// What the interval of a share of these removals says.
pub(super) fn of(counts: &Counts, coverage: Coverage) -> String {
    let judged = counted(counts.judged(), "removal");
    let mut said = vec![chosen(&judged, coverage)];
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
fn chosen(judged: &str, coverage: Coverage) -> String {
    match coverage {
        Coverage::Census => format!(
            "All removals were looked at, so the share has no sampling error. The interval says how far the share of {judged} would \
             differ by chance alone, if each was decided independently and no better or worse; it is no doubt about these."
        ),
        Coverage::Sample { population: Some(population) } => format!(
            "Computed as if the {judged} were a simple random sample of the {population} in all. That they are a part of them is not \
             allowed for, so it is a little wide; if they were not drawn at random, it says nothing of the others."
        ),
        Coverage::Sample { population: None } => format!(
            "Computed as if the {judged} were a simple random sample of many more. How many there are in all is not supplied; if they \
             were not drawn at random, it says nothing of the others."
        ),
    }
}
