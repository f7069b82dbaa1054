//! Peer groups: which forces a force is compared with, from which day to which.

use calendar::Window;
use chrono::NaiveDate;
use crime::Force;
use rulebook::{Finding, Known};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Row, Rows, Source};

use crate::rules::{
    force_recognised, group_dates_agree, group_in_force, group_names_others, group_of_seven,
    no_group_for_city_of_london,
};

/// The layout of a table of peer groups.
pub static GROUPS: Layout = Layout {
    name: "groups",
    what: "one row a peer of a force, with the days on which it is one",
    columns: &[
        Column::required("force", "a police force of England and Wales, by name or code"),
        Column::required("peer", "a police force of England and Wales, by name or code"),
        Column::required("from", "a day such as 2014-07-01"),
        Column::optional("to", "a day such as 2014-07-01, `not known`, or empty while it lasts"),
        Column::required("source", "who published the group, and where"),
    ],
};

/// The one group that we hold: that of West Midlands in its board paper of 1 July 2014, as a file for [`read_groups`].
pub static GROUP_OF_2014: Source<'static> =
    Source::new("groups-2014.csv", include_bytes!("../data/groups.csv"));

/// A row as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GroupRow {
    /// The force that is compared.
    pub force: String,
    /// The force that it is compared with.
    pub peer: String,
    /// The first day on which it is a peer.
    #[serde(deserialize_with = "table::day")]
    pub from: NaiveDate,
    /// The last day; not supplied while it lasts. What is not known is not taken to last: see [`Membership::covers`].
    #[serde(default, deserialize_with = "table::known_day")]
    pub to: Known<NaiveDate>,
    /// Who published it, and where.
    #[serde(deserialize_with = "table::name")]
    pub source: String,
}

/// One force is a peer of another, from a day on. The other need not be a peer of the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The force that is compared.
    pub force: Force,
    /// The force that it is compared with.
    pub peer: Force,
    /// The first day on which it is a peer.
    pub from: NaiveDate,
    /// The last day.
    pub to: Known<NaiveDate>,
    /// Who published it, and where.
    pub source: String,
}

impl Membership {
    /// Whether it holds on `day`. Where the last day is not known it holds on its first day only: nobody said more.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.last()
    }

    /// The last day on which it is known to hold.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        match self.to {
            Known::Is(last) => last,
            Known::NotKnown => self.from,
            Known::NotSupplied => NaiveDate::MAX,
        }
    }
}

/// The peer groups of a file.
#[derive(Debug, Clone)]
pub struct Groups {
    /// The rows that can be used.
    pub rows: Rows<Membership>,
    /// What is wrong with them together: dates, too many peers, City of London.
    pub findings: Vec<Finding>,
}

/// The group of one force for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The force that is compared.
    pub force: Force,
    /// The forces that are its peers on every day of the period, by name.
    pub peers: Vec<Force>,
    /// The forces that are its peers on some of the days only: they are not in `peers`.
    pub for_a_part: Vec<Force>,
    /// Who published it, each source once.
    pub sources: Vec<String>,
}

/// Reads peer groups. Rows of unknown forces, of a force that names itself and with their dates reversed are rejected.
///
/// # Errors
///
/// If the file cannot be read at all.
///
/// ```
/// use calendar::Window;
/// use msf_benchmark::{GROUP_OF_2014, read_groups};
/// let groups = read_groups(GROUP_OF_2014)?;
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let year = Window::new(day("2012-04-01"), day("2013-03-31")).unwrap();
/// let group = groups.during("West Midlands".parse().unwrap(), year).unwrap();
/// let names: Vec<&str> = group.peers.iter().map(|force| force.name()).collect();
/// assert_eq!(names, ["Greater Manchester", "Merseyside", "West Yorkshire"]);
/// // Groups are not symmetric: nothing is said of the peers of Merseyside.
/// let other = groups.during("Merseyside".parse().unwrap(), year).unwrap_err();
/// assert!(other.sentence.ends_with("so peers are left out"));
/// # Ok::<(), table::ReadError>(())
/// ```
pub fn read_groups(source: Source<'_>) -> Result<Groups, ReadError> {
    let mut written = table::read::<GroupRow>(&GROUPS, source)?;
    written.reject(|row| {
        force_recognised::fault(&row.value.force, &row.place.at("force"))
            .or_else(|| force_recognised::fault(&row.value.peer, &row.place.at("peer")))
    });
    let Rows { file, good, rejected, notes } = written;
    let good = good.into_iter().filter_map(|row| {
        let GroupRow { force, peer, from, to, source } = row.value;
        let (force, peer) = (force.parse().ok()?, peer.parse().ok()?);
        Some(Row { place: row.place, value: Membership { force, peer, from, to, source } })
    });
    let mut rows = Rows { file, good: good.collect(), rejected, notes };
    rows.reject(group_names_others::check);
    rows.reject(group_dates_agree::reversed);
    let mut findings = group_dates_agree::check(&rows.good);
    findings.extend(group_of_seven::check(&rows.good));
    findings.extend(no_group_for_city_of_london::check(&rows.good));
    Ok(Groups { rows, findings })
}

impl Groups {
    /// The group of `force` on every day of `period`.
    ///
    /// # Errors
    ///
    /// A finding that no group is known for the period, so that peers are left out.
    pub fn during(&self, force: Force, period: Window) -> Result<Group, Box<Finding>> {
        let mut group = Group { force, peers: Vec::new(), for_a_part: Vec::new(), sources: Vec::new() };
        let own: Vec<&Membership> =
            self.rows.good.iter().map(|row| &row.value).filter(|m| m.force == force).collect();
        let mut peers: Vec<Force> = own.iter().map(|m| m.peer).collect();
        peers.sort_by_key(|peer| peer.name());
        peers.dedup();
        for peer in peers {
            let spells: Vec<Window> = own
                .iter()
                .filter(|m| m.peer == peer)
                .filter_map(|m| Window::new(m.from, m.last()).ok()?.overlap(period))
                .collect();
            if covered(period, spells.clone()) {
                group.peers.push(peer);
            } else if !spells.is_empty() {
                group.for_a_part.push(peer);
            }
        }
        for m in own.iter().filter(|m| group.peers.contains(&m.peer) && m.last() >= period.first()) {
            if m.from <= period.last() && !group.sources.contains(&m.source) {
                group.sources.push(m.source.clone());
            }
        }
        match group_in_force::check(&group, period, &self.rows.file) {
            None => Ok(group),
            Some(finding) => Err(Box::new(finding)),
        }
    }
}

/// Whether the spells together have every day of the period.
fn covered(period: Window, mut spells: Vec<Window>) -> bool {
    spells.sort_unstable();
    let mut next = Some(period.first());
    for spell in spells {
        match next {
            Some(day) if spell.first() <= day => next = spell.last().succ_opt().max(next),
            Some(_) | None => {}
        }
    }
    next.is_none_or(|day| day > period.last())
}

#[cfg(test)]
mod tests;
