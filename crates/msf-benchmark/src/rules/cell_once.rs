//! A figure stands once.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Lines, Published, PublishedCell, Unit};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("cell-once"),
    title: "Cell once",
    says: "An area has one figure for a class, a period and a unit.",
    basis: Basis::Reasoned {
        why: "of two figures nobody knows whether they are to be added, or whether one of them is wrong",
    },
    in_force: InForce::Always,
    exemplar: "two rows for robberies of Kent in 2018",
    mend: "ask the publisher whether they are parts of one sum; sums of ours add them, whatever they say",
};

/// What stands more than once in a class.
#[derive(Default)]
struct Repeats {
    /// Figures that stand at least twice.
    figures: u64,
    /// Of these, those that do not always say the same.
    contradicting: u64,
    lines: Lines,
}

/// A finding for each class of which figures stand more than once: how many, how many of them contradict each other, and every line. All
/// cells stay, and sums add them: in the quarters of the Home Office they are parts of one sum.
#[must_use]
pub fn check(published: &Published) -> Vec<Finding> {
    let mut first: Vec<u32> = Vec::new();
    let mut state: Vec<u8> = Vec::new();
    let mut classes: Vec<Repeats> = Vec::new();
    classes.resize_with(published.classes.len(), Repeats::default);
    let units = Units::of(published);
    let Some(size) = size(published, &units) else { return sparse(published) };
    first.resize(size, 0);
    state.resize(size, ONCE);
    for (at, cell) in published.cells.iter().enumerate() {
        let number = u32::try_from(at).map_or(u32::MAX, |at| at.saturating_add(1));
        let place = dense(published, &units, cell);
        let (Some(earlier), Some(state)) = (first.get_mut(place), state.get_mut(place)) else { continue };
        if *earlier == 0 {
            *earlier = number;
            continue;
        }
        let before = usize::try_from(*earlier - 1).ok().and_then(|at| published.cells.get(at));
        note(&mut classes, before, cell, state);
    }
    findings(published, classes)
}

const ONCE: u8 = 0;
const EQUAL: u8 = 1;
const CONTRADICTING: u8 = 2;

fn note(classes: &mut [Repeats], before: Option<&PublishedCell>, cell: &PublishedCell, state: &mut u8) {
    let Some(repeats) = classes.get_mut(usize::from(cell.class)) else { return };
    if *state == ONCE {
        *state = EQUAL;
        repeats.figures += 1;
    }
    if *state == EQUAL && before.is_some_and(|before| before.value != cell.value) {
        *state = CONTRADICTING;
        repeats.contradicting += 1;
    }
    repeats.lines.add(cell.row);
}

/// The units of a table, each by its place among those that it has.
struct Units(Vec<Unit>);

impl Units {
    fn of(published: &Published) -> Self {
        let mut units: Vec<Unit> = Vec::new();
        for cell in &published.cells {
            if !units.contains(&cell.unit) {
                units.push(cell.unit);
            }
        }
        Self(units)
    }

    fn place(&self, unit: Unit) -> usize {
        self.0.iter().position(|known| *known == unit).unwrap_or_default()
    }
}

/// How many places there are for cells, unless a table of few cells has names for very many.
fn size(published: &Published, units: &Units) -> Option<usize> {
    let places = published
        .areas
        .len()
        .checked_mul(published.classes.len())?
        .checked_mul(published.windows.len())?
        .checked_mul(units.0.len())?;
    (places <= published.cells.len().saturating_mul(16).max(1 << 20)).then_some(places)
}

fn dense(published: &Published, units: &Units, cell: &PublishedCell) -> usize {
    let unit = units.place(cell.unit);
    let (areas, classes) = (published.areas.len(), published.classes.len());
    ((unit * published.windows.len() + usize::from(cell.window)) * areas + usize::from(cell.area)) * classes
        + usize::from(cell.class)
}

/// The same where a place for every possible cell would take too much room.
fn sparse(published: &Published) -> Vec<Finding> {
    let mut first: std::collections::HashMap<(u16, u16, u16, Unit), (&PublishedCell, u8)> =
        std::collections::HashMap::new();
    let mut classes: Vec<Repeats> = Vec::new();
    classes.resize_with(published.classes.len(), Repeats::default);
    for cell in &published.cells {
        match first.entry((cell.area, cell.class, cell.window, cell.unit)) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert((cell, ONCE));
            }
            std::collections::hash_map::Entry::Occupied(mut place) => {
                let (before, state) = place.get_mut();
                note(&mut classes, Some(*before), cell, state);
            }
        }
    }
    findings(published, classes)
}

fn findings(published: &Published, classes: Vec<Repeats>) -> Vec<Finding> {
    let one = |(class, repeats): (usize, Repeats)| {
        let name = published.classes.get(class).map_or("", |class| class.name.as_str());
        let severity = if repeats.contradicting > 0 { Severity::Warning } else { Severity::Note };
        let figures = if repeats.figures == 1 {
            "1 figure stands".to_owned()
        } else {
            format!("{} figures stand", repeats.figures)
        };
        let sentence = match repeats.contradicting {
            0 => format!("of {name}, {figures} more than once, with the same value"),
            contradicting => format!(
                "of {name}, {figures} more than once; {contradicting} of them not with the same value"
            ),
        };
        let place = repeats.lines.first().map(|first| published.row(first));
        Finding::new(&RULE, severity, name, place, sentence)
            .with("figures", repeats.figures)
            .with("contradicting", repeats.contradicting)
            .with("repeated on rows", repeats.lines)
    };
    let mut findings: Vec<Finding> =
        classes.into_iter().enumerate().filter(|(_, repeats)| repeats.figures > 0).map(one).collect();
    findings.sort_by(|a, b| a.place.cmp(&b.place));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/cell-once.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }

    #[test]
    fn room_for_every_cell_or_not_finds_the_same() {
        let table = "force,class,year,value,unit\nKent,A,2018,1,offences\nKent,A,2018,2,offences\nKent,B,2018,1,offences\nKent,B,2018,1,offences\n";
        let read = crate::read_official(table::Source::new("t.csv", table.as_bytes())).unwrap().remove(0);
        assert_eq!(sparse(&read), check(&read));
        assert_eq!(check(&read).len(), 2);
    }
}
