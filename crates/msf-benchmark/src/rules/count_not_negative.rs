//! A count is not below nought.

use std::collections::BTreeMap;

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{CellValue, Lines, Published, PublishedCell};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("count-not-negative"),
    title: "Count not negative",
    says: "A count of offences is nought or more.",
    basis: Basis::Reasoned {
        why: "below nought, corrections of earlier periods are larger than what was recorded, so the period cannot be read alone",
    },
    in_force: InForce::Always,
    exemplar: "a force with -3 offences",
    mend: "use no rate, chart or comparison of the cell; take a longer period, or a later release",
};

/// Up to so many cells have a finding each.
const EACH: usize = 1_000;

/// A finding on each count below nought; where there are more than a thousand, one for each class, with every line, so that a file which
/// is all so does not make more findings than memory holds.
#[must_use]
pub fn check(published: &Published) -> Vec<Finding> {
    let below = |cell: &&PublishedCell| matches!(cell.value, CellValue::Count(count) if count < 0);
    let cells: Vec<&PublishedCell> = published.cells.iter().filter(below).take(EACH + 1).collect();
    if cells.len() <= EACH {
        return cells.into_iter().map(|cell| one(published, cell)).collect();
    }
    let mut classes: BTreeMap<u16, Lines> = BTreeMap::new();
    for cell in published.cells.iter().filter(below) {
        classes.entry(cell.class).or_default().add(cell.row);
    }
    let together = |(class, lines): (u16, Lines)| {
        let name = published.classes.get(usize::from(class)).map_or("", |class| class.name.as_str());
        let place = lines.first().map(|first| published.row(first));
        let sentence = format!("{} counts of {name} are below nought", lines.count());
        Finding::new(&RULE, Severity::Warning, name, place, sentence)
            .with("cells", lines.count())
            .with("rows", lines)
    };
    classes.into_iter().map(together).collect()
}

fn one(published: &Published, cell: &PublishedCell) -> Finding {
    let (area, class, window) = published.names(cell);
    let count = cell.value.number().unwrap_or_default();
    let sentence = format!("{area} has {count} of {class} in {window}");
    Finding::new(&RULE, Severity::Warning, area, Some(published.place(cell)), sentence)
        .with("count", count)
        .with("class", class)
        .with("period", window)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/count-not-negative.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }

    #[test]
    fn many_are_told_together_and_none_is_left_out() {
        let rows: String = (0..1_200).map(|_| "Kent,Robbery,2018,-1,offences\n").collect();
        let found = crate::rules::found_in(&RULE, &format!("force,class,year,value,unit\n{rows}"));
        assert_eq!(found, ["table.csv, line 2: warning: 1200 counts of Robbery are below nought"]);
    }
}
