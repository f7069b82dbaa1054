//! The counts as figures: of all removals, of each break-down, before and since, and held against crimes recorded.

use std::collections::BTreeSet;

use crime::removal::{MoreRemovedThanRecorded, Rate};
use rulebook::{Figure, FigureId, Rounding, Value};

use super::{Change, Counts, Coverage, Dimension, Group, Tally, group::Told};

/// The figures of many removals. It is exact: see [`Answer::for_others`] before it leaves the force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// All removals together.
    pub all: Group,
    /// One break-down for each dimension, in the order of [`Dimension::ALL`].
    pub breakdowns: Vec<Breakdown>,
    /// Before a day and since, if a day is set.
    pub change: Option<Change>,
}

/// The removals by one dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// By what.
    pub dimension: Dimension,
    /// Its groups, by name. A name that makes the same id as an earlier one has a number behind it there.
    pub groups: Vec<Group>,
    /// Why nothing is broken down, if nothing is.
    pub left_out: Option<String>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TallyError {
    /// More crimes are removed than were recorded.
    #[error("{whose}: {source}; one of the numbers is of another time or another force")]
    Rate {
        /// Of which offence group, or `all`.
        whose: String,
        /// The numbers.
        source: MoreRemovedThanRecorded,
    },
    /// A sample is larger than what it was drawn from.
    #[error("{judged} removals were looked at, and the sample is said to be of {population}")]
    Population {
        /// How many were looked at.
        judged: u64,
        /// How many there are said to be.
        population: u64,
    },
}

impl Tally {
    /// Makes figures of what was counted.
    ///
    /// # Errors
    ///
    /// [`TallyError`], if the counts contradict what they are held against.
    pub fn answer(&self) -> Result<Answer, TallyError> {
        let settings = &self.settings;
        if let Coverage::Sample { population: Some(population) } = settings.coverage
            && population < self.total.removed()
        {
            return Err(TallyError::Population { judged: self.total.removed(), population });
        }
        let told = Told { parts: &[], name: "all" };
        let mut all = Group::of(&told, &self.total, settings);
        all.rate = rate(&told, &self.total, settings.recorded, settings.coverage)?;
        let breakdowns = Dimension::ALL.into_iter().map(|dimension| self.broken_down(dimension));
        Ok(Answer {
            all,
            breakdowns: breakdowns.collect::<Result<_, _>>()?,
            change: settings.changed_on.map(|on| Change::of(&self.change, on, settings)),
        })
    }

    fn broken_down(&self, dimension: Dimension) -> Result<Breakdown, TallyError> {
        let settings = &self.settings;
        let mut used = BTreeSet::new();
        let mut groups = Vec::new();
        for (name, counts) in self.by(dimension) {
            let mut slug = name.to_owned();
            let mut times = 1;
            while !used.insert(FigureId::of(&[&slug])) {
                times += 1;
                slug = format!("{name} {times}");
            }
            let told = Told { parts: &[dimension.name(), &slug], name };
            let mut group = Group::of(&told, counts, settings);
            if dimension == Dimension::OffenceGroup {
                let recorded = settings.recorded_by_group.get(name).copied();
                // Of a sample it is not known how many were removed in one group.
                if settings.coverage == Coverage::Census {
                    group.rate = rate(&told, counts, recorded, settings.coverage)?;
                }
            }
            groups.push(group);
        }
        Ok(Breakdown { dimension, groups, left_out: None })
    }
}

/// Crimes removed of crimes initially recorded, if that number is supplied. A complete count: it has no interval.
fn rate(
    told: &Told<'_>,
    counts: &Counts,
    recorded: Option<u64>,
    coverage: Coverage,
) -> Result<Option<Figure>, TallyError> {
    let Some(recorded) = recorded else { return Ok(None) };
    let removed = match coverage {
        Coverage::Census => Some(counts.removed()),
        Coverage::Sample { population } => population,
    };
    let figure = |value| told.figure("rate", Rate::OF_REMOVED, value).rounded(Rounding::nearest(2));
    let Some(removed) = removed else {
        let why = "only a sample was looked at, and how many crimes were removed is not supplied";
        return Ok(Some(figure(Value::Withheld(why.to_owned()))));
    };
    let rate = Rate::new(removed, recorded)
        .map_err(|source| TallyError::Rate { whose: told.name.to_owned(), source })?;
    Ok(Some(figure(rate.value()).working(rate.working())))
}

impl Answer {
    /// Every figure: of all removals, of the change, and of the break-downs.
    #[must_use]
    pub fn figures(&self) -> Vec<Figure> {
        let change = self.change.iter().flat_map(|change| {
            change.groups().into_iter().flat_map(Group::figures).chain([&change.difference])
        });
        let groups = self.breakdowns.iter().flat_map(|by| &by.groups).flat_map(Group::figures);
        self.all.figures().chain(change).chain(groups).cloned().collect()
    }
}
