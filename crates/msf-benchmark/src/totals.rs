//! Recorded crime as a whole, without fraud, of each area and period of a published table.

use std::collections::HashMap;

use calendar::Window;

use crate::{Area, CellValue, Published, TOTAL, Unit, headline, headline::parts};

/// Offences without fraud, by area and period.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    areas: HashMap<Area, Vec<(Window, i64)>>,
}

impl Totals {
    /// Sums the counts of a table: of the total that it prints, if it prints one, else of all its classes that are not fraud and not themselves
    /// made up of others. Cells that stand more than once are added.
    ///
    /// ```
    /// use msf_benchmark::{Totals, read_official};
    /// use table::Source;
    ///
    /// let table = "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences\n\
    ///     2017/18,1,Kent,Robbery,Robbery,Robbery,34B, 12 \n2017/18,2,Kent,Robbery,Robbery,Robbery,34B, 8 \n\
    ///     2017/18,2,Kent,Fraud by company director,Fraud offences,Fraud,51, 5 \n";
    /// let read = read_official(Source::new("quarters.csv", table.as_bytes()))?.remove(0);
    /// let totals = Totals::of(&read);
    /// let half = calendar::Window::new(rulebook::day(2017, 4, 1), rulebook::day(2017, 9, 30))?;
    /// assert_eq!(totals.get(&read.areas[0], half), Some(20));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(published: &Published) -> Self {
        let counted = counted(published);
        let windows = published.windows.len();
        let mut sums: Vec<Option<i64>> = vec![None; published.areas.len().saturating_mul(windows)];
        for cell in &published.cells {
            let CellValue::Count(count) = cell.value else { continue };
            let class = counted.get(usize::from(cell.class)).copied().unwrap_or_default();
            if !class || cell.unit != Unit::Offences {
                continue;
            }
            if let Some(sum) = sums.get_mut(usize::from(cell.area) * windows + usize::from(cell.window)) {
                *sum = Some(sum.unwrap_or_default().saturating_add(count));
            }
        }
        let mut areas: HashMap<Area, Vec<(Window, i64)>> = HashMap::new();
        let rows = sums.chunks(windows.max(1));
        for (area, sums) in published.areas.iter().zip(rows) {
            let periods = published.windows.iter().zip(sums);
            areas
                .entry(area.clone())
                .or_default()
                .extend(periods.filter_map(|(window, sum)| Some((*window, (*sum)?))));
        }
        Self { areas }
    }

    /// The total of an area in a period: as it stands, else the sum of shorter periods that make it up without gap or overlap.
    #[must_use]
    pub fn get(&self, area: &Area, window: Window) -> Option<i64> {
        let periods = self.areas.get(area)?;
        if let Some((_, sum)) = periods.iter().find(|(known, _)| *known == window) {
            return Some(*sum);
        }
        let mut sum: i64 = 0;
        let mut next = window.first();
        loop {
            let fits =
                periods.iter().filter(|(part, _)| part.first() == next && part.last() <= window.last());
            let (part, count) = fits.max_by_key(|(part, _)| part.last())?;
            sum = sum.saturating_add(*count);
            if part.last() == window.last() {
                return Some(sum);
            }
            next = part.last().succ_opt()?;
        }
    }

    /// The periods for which an area has totals, in the order of the table.
    pub fn windows(&self, area: &Area) -> impl Iterator<Item = Window> {
        self.areas.get(area).into_iter().flatten().map(|(window, _)| *window)
    }
}

/// Whether each class is counted.
fn counted(published: &Published) -> Vec<bool> {
    let names: Vec<Option<&str>> = published.classes.iter().map(|class| headline(&class.name)).collect();
    let printed = names.contains(&Some(TOTAL));
    let whole = |name: &str| parts(name).any(|part| names.contains(&Some(part)));
    let count = |(number, name): (usize, Option<&str>)| {
        if printed {
            return name == Some(TOTAL);
        }
        let fraud = u16::try_from(number).is_ok_and(|number| published.is_fraud(number));
        !fraud && !name.is_some_and(whole)
    };
    names.iter().copied().enumerate().map(count).collect()
}
