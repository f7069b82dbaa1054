//! Two claims of one person about one act are one liability.

mod links;

use std::{collections::BTreeMap, fmt};

use chrono::NaiveDate;
use rulebook::{Basis, InForce, Rule, RuleId};

use crate::{
    claim::{Claim, ClaimState},
    identity::{Identity, Matter},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("one-claim-one-liability"),
    title: "One claim, one liability",
    says: "Claims of one person against one respondent about one act under one head are counted once; a person is one if name and birth date agree and the warrant numbers do not contradict.",
    basis: Basis::Reasoned {
        why: "whoever lodges a claim twice can be owed once; and where the register does not tell two people apart, neither can a program",
    },
    in_force: InForce::Always,
    exemplar: "a claim lodged in January and once more in June, the name in capitals",
    mend: "look at both claims; withdraw one, or correct the name, birth date or warrant number that sets them apart",
};

/// What a claim counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The claim that is counted.
    Distinct,
    /// Another claim of the same liability.
    Duplicate {
        /// The claim it repeats: its index in the slice.
        of: usize,
        /// In which way.
        kind: Kind,
        /// Whether both give the same warrant number; if not, at least one gives none.
        warrant: WarrantNumbers,
    },
    /// It cannot be told whether it is another claim of the same liability.
    Undecided {
        /// The claim it cannot be told apart from: its index in the slice.
        against: usize,
        /// Why not.
        why: Why,
    },
}

/// What the warrant numbers of two claims say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarrantNumbers {
    /// Both are given and agree.
    Agree,
    /// At least one is not given.
    NotCompared,
}

/// In which way a claim repeats another. The first that fits is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The two stand in different multiples.
    InTwoMultiples,
    /// The name is written in another way: case, spaces, hyphens, apostrophes, accents.
    TypingVariant,
    /// Issued on another day.
    ReissuedLater,
    /// Lodged twice on one day, nothing changed.
    RelodgedUnchanged,
}

impl Kind {
    /// All kinds, in the order in which they are tried.
    pub const ALL: [Self; 4] =
        [Self::InTwoMultiples, Self::TypingVariant, Self::ReissuedLater, Self::RelodgedUnchanged];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::InTwoMultiples => "in two multiples",
            Self::TypingVariant => "typing variant",
            Self::ReissuedLater => "reissued later",
            Self::RelodgedUnchanged => "relodged unchanged",
        })
    }
}

/// Why two claims cannot be told to be one liability or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Name and birth date agree, the warrant numbers contradict.
    WarrantNumbersDiffer,
    /// Name and birth date agree; this one gives no warrant number, and claims with two different ones are there.
    WarrantNumberMissing,
    /// The warrant number agrees, the name or the birth date does not.
    SameWarrantNumber,
    /// The names agree and at least one birth date is not given.
    BirthDateMissing,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::WarrantNumbersDiffer => "name and birth date agree, the warrant numbers contradict",
            Self::WarrantNumberMissing => {
                "name and birth date agree with claims of two different warrant numbers, and one gives none"
            }
            Self::SameWarrantNumber => "the warrant number agrees, the name or the birth date does not",
            Self::BirthDateMissing => "the names agree, a birth date is not given",
        })
    }
}

/// Claims of one person about one liability, the one that is counted first.
struct Cluster {
    members: Vec<usize>,
    identity: Identity,
}

/// Says of each claim what it counts as; the answers stand in the order of the claims.
///
/// Counted is the earliest claim that is not withdrawn; of two on one day, the one that stands first. So many claims go
/// in, so many answers come out: distinct + duplicates + undecided. A claim that is undecided is not counted as
/// distinct: the liabilities are at least the distinct claims and at most these and the undecided ones.
#[must_use]
pub fn verdicts(claims: &[&Claim]) -> Vec<Verdict> {
    let mut matters: BTreeMap<Matter, Vec<usize>> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        matters.entry(Matter::of(claim)).or_default().push(index);
    }
    let mut verdicts = vec![Verdict::Distinct; claims.len()];
    let mut set = |index: usize, verdict: Verdict| {
        if let Some(slot) = verdicts.get_mut(index) {
            *slot = verdict;
        }
    };
    for lodged in matters.values() {
        let clusters = clusters(claims, lodged);
        for cluster in &clusters {
            for (first, other) in pairs(&cluster.members) {
                if let (Some(counted), Some(claim)) = (claims.get(first), claims.get(other)) {
                    set(other, duplicate(first, counted, claim));
                }
            }
        }
        for (cluster, against, why) in links::undecided(&clusters) {
            if let (Some(index), Some(against)) = (counted(&clusters, cluster), counted(&clusters, against)) {
                set(index, Verdict::Undecided { against, why });
            }
        }
    }
    verdicts
}

/// The first with each of the others.
fn pairs(members: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    let first = members.first().copied();
    members.iter().skip(1).filter_map(move |other| Some((first?, *other)))
}

fn counted(clusters: &[Cluster], cluster: usize) -> Option<usize> {
    clusters.get(cluster)?.members.first().copied()
}

fn duplicate(of: usize, counted: &Claim, claim: &Claim) -> Verdict {
    let multiples = (counted.multiple.value(), claim.multiple.value());
    let kind = if matches!(multiples, (Some(a), Some(b)) if a != b) {
        Kind::InTwoMultiples
    } else if counted.claimant.trim() != claim.claimant.trim() {
        Kind::TypingVariant
    } else if counted.presented != claim.presented {
        Kind::ReissuedLater
    } else {
        Kind::RelodgedUnchanged
    };
    let given = Identity::of(claim).warrant.is_some() && Identity::of(counted).warrant.is_some();
    let warrant = if given { WarrantNumbers::Agree } else { WarrantNumbers::NotCompared };
    Verdict::Duplicate { of, kind, warrant }
}

/// The claims of one matter, gathered by person, in the order of the claims that are counted.
fn clusters(claims: &[&Claim], lodged: &[usize]) -> Vec<Cluster> {
    let mut people: BTreeMap<(String, NaiveDate), Vec<(usize, Identity)>> = BTreeMap::new();
    let mut clusters = Vec::new();
    for index in lodged.iter().copied() {
        let Some(claim) = claims.get(index) else { continue };
        let identity = Identity::of(claim);
        match identity.birth {
            Some(birth) => people.entry((identity.name.clone(), birth)).or_default().push((index, identity)),
            // Without a birth date nobody is established to be the same person.
            None => clusters.push(Cluster { members: vec![index], identity }),
        }
    }
    for claims in people.into_values() {
        clusters.extend(one_person_or_several(claims));
    }
    let order = |index: usize| {
        claims.get(index).map(|claim| (claim.state == ClaimState::Withdrawn, claim.presented, index))
    };
    for cluster in &mut clusters {
        cluster.members.sort_by_key(|index| order(*index));
    }
    clusters.sort_by_key(|cluster| cluster.members.first().and_then(|index| order(*index)));
    clusters
}

/// One cluster if the warrant numbers do not contradict; else one for each number, and one for those without.
fn one_person_or_several(claims: Vec<(usize, Identity)>) -> Vec<Cluster> {
    let mut numbers: BTreeMap<Option<String>, Cluster> = BTreeMap::new();
    for (index, identity) in claims {
        numbers
            .entry(identity.warrant.clone())
            .or_insert_with(|| Cluster { members: Vec::new(), identity })
            .members
            .push(index);
    }
    if numbers.keys().flatten().count() > 1 {
        return numbers.into_values().collect();
    }
    // The last key is the number, if there is one: it speaks for those that give none.
    let mut clusters = numbers.into_values().rev();
    let Some(mut one) = clusters.next() else { return Vec::new() };
    one.members.extend(clusters.flat_map(|cluster| cluster.members));
    vec![one]
}

#[cfg(test)]
mod tests;
