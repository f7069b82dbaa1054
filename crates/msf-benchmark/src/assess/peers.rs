//! The peers of the force: who they are, both official averages, and the force against them.

use calendar::Window;
use crime::Force;
use rulebook::Finding;
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use statistics::{AgainstOthers, Centre, Funnel, FunnelKind, FunnelPoint};

use super::{Asked, Between, Role};
use crate::{Group, Measure, PeerAverage, Series, Share, Why, peer_averages};

/// The peers of the force.
#[derive(Debug, Clone, PartialEq)]
pub enum Peers {
    /// There are none to compare with, and why.
    None {
        /// In words.
        why: String,
    },
    /// A group is in force.
    Of(Box<PeersOf>),
}

/// A group that is in force, and what its members have.
#[derive(Debug, Clone, PartialEq)]
pub struct PeersOf {
    /// Who, and who published that.
    pub group: Group,
    /// Both averages, with the force in and out, as far as there are numbers.
    pub averages: Vec<PeerAverage>,
    /// The one that was chosen for the summary.
    pub chosen: Option<PeerAverage>,
    /// Peers without a number, each with the reason.
    pub missing: Vec<(Force, Why)>,
    /// The force against its peers together, taking forces to differ by chance alone; none for a score. Over-dispersion is not estimated
    /// from so few.
    pub against: Option<AgainstOthers>,
    /// The chosen average in each period in which every peer has a number.
    pub along: Vec<(Window, Decimal)>,
}

/// The group of the force in a period, or why there is none. A finding is kept.
pub(super) fn group(asked: &Asked<'_>, window: Window, findings: &mut Vec<Finding>) -> Result<Group, String> {
    let Some(groups) = asked.groups else {
        return Err("no peer groups were supplied, so the comparison is with all forces".to_owned());
    };
    groups.during(asked.focal, window).map_err(|finding| {
        let why = finding.sentence.clone();
        if !findings.contains(&finding) {
            findings.push(*finding);
        }
        why
    })
}

/// What the peers have.
pub(super) fn of(
    asked: &Asked<'_>,
    measure: &Measure,
    between: &Between,
    series: &Series,
    group: Result<Group, String>,
) -> Peers {
    let group = match group {
        Ok(group) => group,
        Err(why) => return Peers::None { why },
    };
    let multiplier = Decimal::from(measure.multiplier);
    let averages = averages(asked.focal, &group, &series.across(between.window), multiplier);
    let chosen = chosen(asked, &averages);
    let missing = between.left_out.iter().filter(|(force, _)| group.peers.contains(force)).cloned().collect();
    let along = asked
        .windows
        .iter()
        .filter_map(|window| {
            let shares = series.across(*window);
            let whole = group.peers.iter().all(|peer| shares.iter().any(|share| share.force == *peer));
            let found = whole.then(|| averages_of(asked, &group, &shares, multiplier)).flatten()?;
            Some((*window, found))
        })
        .collect();
    Peers::Of(Box::new(PeersOf {
        against: against(measure, between),
        averages,
        chosen,
        missing,
        along,
        group,
    }))
}

fn averages(focal: Force, group: &Group, shares: &[Share], multiplier: Decimal) -> Vec<PeerAverage> {
    let peers: Vec<Share> =
        shares.iter().filter(|share| group.peers.contains(&share.force)).copied().collect();
    shares
        .iter()
        .find(|share| share.force == focal)
        .map(|own| peer_averages(*own, &peers, multiplier))
        .unwrap_or_default()
}

fn averages_of(asked: &Asked<'_>, group: &Group, shares: &[Share], multiplier: Decimal) -> Option<Decimal> {
    chosen(asked, &averages(asked.focal, group, shares, multiplier)).map(|average| average.rate)
}

fn chosen(asked: &Asked<'_>, averages: &[PeerAverage]) -> Option<PeerAverage> {
    let (average, focal) = asked.average;
    averages.iter().find(|one| one.average == average && one.focal == focal).cloned()
}

/// The force against its peers together.
fn against(measure: &Measure, between: &Between) -> Option<AgainstOthers> {
    if measure.is_score() {
        return None;
    }
    let focal = between.focal()?;
    let point = |force: &super::ForceRate| {
        Some(FunnelPoint {
            observed: force.observed.numerator.to_u64()?,
            base: force.observed.base.to_f64()?,
        })
    };
    let mut points = vec![point(focal)?];
    points.extend(between.forces.iter().filter(|force| force.role == Role::Peer).filter_map(point));
    let per = Decimal::from(measure.multiplier).to_f64()?;
    let kind = if measure.is_proportion() { FunnelKind::Proportion } else { FunnelKind::Rate { per } };
    let found = Funnel::of(kind, &points, Centre::Pooled).ok()?.against_others(0)?;
    let scale = if measure.is_proportion() { per } else { 1.0 };
    Some(AgainstOthers { value: found.value * scale, others: found.others * scale, ..found })
}
