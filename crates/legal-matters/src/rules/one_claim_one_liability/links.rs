//! Which people of one matter cannot be told apart.

use std::collections::BTreeMap;

use super::{Cluster, Why};

/// Two clusters that cannot be told apart.
struct Link {
    a: usize,
    b: usize,
    why: Why,
}

/// Each cluster that is undecided, with the cluster it cannot be told apart from.
///
/// Clusters stand in the order of their counted claims. Of those that hang together, the first is counted, the others
/// are undecided.
pub(super) fn undecided(clusters: &[Cluster]) -> Vec<(usize, usize, Why)> {
    let mut links = same_warrant_number(clusters);
    links.extend(same_name_and_birth_date(clusters));
    links.extend(birth_date_missing(clusters));

    let mut first: Vec<usize> = (0..clusters.len()).collect();
    for link in &links {
        let (a, b) = (root(&mut first, link.a), root(&mut first, link.b));
        // The lower index stays the root, so that the root is the first of those that hang together.
        if let Some(parent) = first.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
    let mut against: BTreeMap<usize, (usize, Why)> = BTreeMap::new();
    for link in &links {
        for (one, other) in [(link.a, link.b), (link.b, link.a)] {
            if root(&mut first, one) == one {
                continue;
            }
            let told = against.entry(one).or_insert((other, link.why));
            if other < told.0 {
                *told = (other, link.why);
            }
        }
    }
    against.into_iter().map(|(one, (other, why))| (one, other, why)).collect()
}

/// The first of those that hang together with `cluster`; shortens the way for the next time.
fn root(first: &mut [usize], mut cluster: usize) -> usize {
    while let Some(parent) = first.get(cluster).copied().filter(|parent| *parent != cluster) {
        let grandparent = first.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = first.get_mut(cluster) {
            *slot = grandparent;
        }
        cluster = grandparent;
    }
    cluster
}

/// Gathers clusters under a key, in order.
fn by<'a, K: Ord>(
    clusters: &'a [Cluster],
    key: impl Fn(&'a Cluster) -> Option<K>,
) -> BTreeMap<K, Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (index, cluster) in clusters.iter().enumerate() {
        if let Some(key) = key(cluster) {
            groups.entry(key).or_default().push(index);
        }
    }
    groups
}

/// Two clusters share a warrant number only if a name or a birth date sets them apart.
fn same_warrant_number(clusters: &[Cluster]) -> Vec<Link> {
    by(clusters, |cluster| cluster.identity.warrant.as_deref())
        .values()
        .flat_map(|group| super::pairs(group))
        .map(|(a, b)| Link { a, b, why: Why::SameWarrantNumber })
        .collect()
}

/// Two clusters share name and birth date only if warrant numbers contradict.
fn same_name_and_birth_date(clusters: &[Cluster]) -> Vec<Link> {
    let numbered =
        |index: usize| clusters.get(index).is_some_and(|cluster| cluster.identity.warrant.is_some());
    by(clusters, |cluster| cluster.identity.birth.map(|birth| (cluster.identity.name.as_str(), birth)))
        .values()
        .flat_map(|group| super::pairs(group))
        .map(|(a, b)| {
            let both = numbered(a) && numbered(b);
            Link { a, b, why: if both { Why::WarrantNumbersDiffer } else { Why::WarrantNumberMissing } }
        })
        .collect()
}

/// One name, a birth date missing on one side at least, and no two warrant numbers to tell them apart.
///
/// Those of one warrant number are already linked by it.
fn birth_date_missing(clusters: &[Cluster]) -> Vec<Link> {
    let mut links = Vec::new();
    let mut link = |centre: usize, others: &mut dyn Iterator<Item = usize>| {
        links.extend(others.filter(|other| *other != centre).map(|other| Link {
            a: centre,
            b: other,
            why: Why::BirthDateMissing,
        }));
    };
    for group in by(clusters, |cluster| Some(cluster.identity.name.as_str())).into_values() {
        let without = |what: fn(&Cluster) -> bool| {
            group.iter().copied().filter(move |index| clusters.get(*index).is_some_and(what))
        };
        let undated = || without(|cluster| cluster.identity.birth.is_none());
        let unnumbered = || without(|cluster| cluster.identity.warrant.is_none());
        let nothing_known =
            without(|cluster| cluster.identity.birth.is_none() && cluster.identity.warrant.is_none()).next();
        if let Some(centre) = nothing_known {
            link(centre, &mut group.iter().copied());
        } else if let (Some(dated), Some(numbered)) = (unnumbered().next(), undated().next()) {
            link(dated, &mut undated());
            link(numbered, &mut unnumbered());
        }
    }
    links
}
