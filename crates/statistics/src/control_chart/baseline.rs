//! Which points make the limits, and where a new segment begins.

use std::ops::Range;

use super::{ChartError, point::Reading};

/// Which points of a segment its limits are made of. They then hold for the whole segment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Baseline {
    /// All of them.
    #[default]
    All,
    /// The first so many that are not missing, in every segment: limits are frozen after them. A segment that has fewer
    /// uses what it has.
    First(usize),
    /// Those with these places, for the segment which they lie in; the other segments use all of their points.
    Points(Range<usize>),
}

/// A point at which the process is known to have changed, so that centre and limits begin anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebase {
    /// The place of the first point of the new segment, from 0; in rising order, and never 0.
    pub at: usize,
    /// What changed, in words for the reader: without it there is no rebase.
    pub reason: String,
}

/// A segment before it has a line.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub points: Range<usize>,
    pub reason: Option<String>,
    baseline: Within,
}

/// The baseline of one segment, by places within it.
#[derive(Debug, Clone)]
enum Within {
    All,
    First(usize),
    Points(Range<usize>),
}

/// The segments of a series of so many points.
pub(super) fn stretches(
    length: usize,
    baseline: &Baseline,
    rebases: &[Rebase],
) -> Result<Vec<Stretch>, ChartError> {
    match baseline {
        Baseline::First(0) => return Err(ChartError::BaselineOutOfPlace),
        Baseline::Points(range) if range.is_empty() || range.end > length => {
            return Err(ChartError::BaselineOutOfPlace);
        }
        Baseline::All | Baseline::First(_) | Baseline::Points(_) => {}
    }
    let mut starts = vec![(0, None)];
    let mut before = 0;
    for rebase in rebases {
        if rebase.at <= before || rebase.at >= length {
            return Err(ChartError::RebaseOutOfPlace { at: rebase.at });
        }
        if rebase.reason.trim().is_empty() {
            return Err(ChartError::NoReason { at: rebase.at });
        }
        before = rebase.at;
        starts.push((rebase.at, Some(rebase.reason.clone())));
    }
    let ends = rebases.iter().map(|rebase| rebase.at).chain([length]);
    starts
        .into_iter()
        .zip(ends)
        .map(|((start, reason), end)| {
            let baseline = within(&(start..end), baseline)?;
            Ok(Stretch { points: start..end, reason, baseline })
        })
        .collect()
}

fn within(segment: &Range<usize>, baseline: &Baseline) -> Result<Within, ChartError> {
    match baseline {
        Baseline::First(count) => Ok(Within::First(*count)),
        Baseline::Points(range) if segment.contains(&range.start) => {
            if range.end > segment.end {
                return Err(ChartError::BaselineAcrossRebase { at: segment.end });
            }
            Ok(Within::Points(range.start - segment.start..range.end - segment.start))
        }
        Baseline::All | Baseline::Points(_) => Ok(Within::All),
    }
}

/// The readings of a segment of which its limits are made.
pub(super) fn used<'a>(segment: &'a [Option<Reading>], stretch: &Stretch) -> &'a [Option<Reading>] {
    let part = match &stretch.baseline {
        Within::All => Some(segment),
        Within::First(count) => {
            let seen = segment.iter().enumerate().filter(|(_, reading)| reading.is_some());
            let last = seen.take(*count).last().map_or(0, |(at, _)| at + 1);
            segment.get(..last)
        }
        Within::Points(range) => segment.get(range.clone()),
    };
    part.unwrap_or_default()
}
