//! What is declared of a table holds.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{CellRepair, Equation, Grid, Sign, Slip, Standing, Terms, cell_repairs, leading_repairs};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("declared-identity"),
    title: "Declared identity",
    says: "The sums, differences and percentages that are declared of a table hold in every row and column.",
    basis: Basis::Reasoned {
        why: "a number that is defined by others and printed beside them can be checked by any reader",
    },
    in_force: InForce::Always,
    exemplar: "parts of 1 and 2 beside a total of 4",
    mend: "look the numbers up in the source; the finding lists every single cell whose change would make the identity hold",
};

/// Warns of each identity that does not hold, with every repair of a single cell, and says which one is likeliest if one is.
#[must_use]
pub fn check(grid: &Grid, equations: &[Equation]) -> Vec<Finding> {
    let broken = equations.iter().filter(|equation| equation.standing(grid) == Standing::Broken);
    broken.filter_map(|equation| finding(grid, equations, equation)).collect()
}

fn finding(grid: &Grid, equations: &[Equation], broken: &Equation) -> Option<Finding> {
    let repairs = cell_repairs(grid, equations, broken);
    let leading = leading_repairs(&repairs);
    let others = repairs.get(leading.len()..).unwrap_or_default();
    let contradicted = leading.iter().any(|repair| repair.contradict > 0);
    let verdict = match leading {
        [] => "no change of one cell mends it".to_owned(),
        [one] if !contradicted => format!("likeliest is {}", said(grid, one)),
        several if contradicted => {
            format!("no change of one cell agrees with all else that is declared: {}", list(grid, several))
        }
        several => format!("nothing decides between {}", list(grid, several)),
    };
    let rest =
        if others.is_empty() { String::new() } else { format!("; less likely: {}", list(grid, others)) };
    let result = *broken.cells().first()?;
    let at = match leading {
        [one] if !contradicted => one.cell,
        _ => result,
    };
    let row = grid.rows.get(result.row)?;
    let sentence = format!("{}: {}; {verdict}{rest}", row.name, in_words(grid, broken)?);
    let mut finding = Finding::new(&RULE, Severity::Warning, &row.name, grid.place(at), sentence);
    for cell in broken.cells() {
        finding = finding.with(name(grid, broken, cell)?, grid.number(cell)?);
    }
    Some(finding)
}

/// A cell's name: that of its column, or of its row where rows are summed.
fn name<'g>(grid: &'g Grid, equation: &Equation, cell: crate::CellAt) -> Option<&'g str> {
    let cells = equation.cells();
    let downwards = cells.iter().any(|other| other.row != cell.row);
    if downwards {
        Some(&grid.rows.get(cell.row)?.name)
    } else {
        grid.columns.get(cell.column).map(String::as_str)
    }
}

fn in_words(grid: &Grid, broken: &Equation) -> Option<String> {
    match &broken.terms {
        Terms::Sum { result, others, .. } => {
            let mut words = String::new();
            for (cell, sign) in others {
                let number = grid.number(*cell)?;
                match (words.is_empty(), sign) {
                    (true, Sign::Plus) => {}
                    (true, Sign::Minus) => words.push('−'),
                    (false, Sign::Plus) => words.push_str(" + "),
                    (false, Sign::Minus) => words.push_str(" − "),
                }
                words.push_str(&number.to_string());
            }
            let printed = grid.number(*result)?;
            let right = printed.checked_sub(broken.gap(grid)?)?;
            let column = grid.columns.get(result.column)?;
            Some(format!("{words} is {right}, not {printed} ({column})"))
        }
        Terms::Percentage { printed, part, whole, .. } => Some(format!(
            "{}% ({}) is not {} of {} by any rounding",
            grid.number(*printed)?,
            grid.columns.get(printed.column)?,
            grid.number(*part)?,
            grid.number(*whole)?
        )),
    }
}

fn list(grid: &Grid, repairs: &[CellRepair]) -> String {
    repairs.iter().map(|repair| said(grid, repair)).collect::<Vec<_>>().join(", ")
}

fn said(grid: &Grid, repair: &CellRepair) -> String {
    let column = grid.columns.get(repair.cell.column).map_or("", String::as_str);
    let row = grid.rows.get(repair.cell.row).map_or("", |row| &row.name);
    let slip = repair.slip.map_or("no slip of digits".to_owned(), |slip: Slip| slip.to_string());
    let neighbours = match (repair.agree, repair.contradict) {
        (0, 0) => String::new(),
        (agree, 0) => format!(", {agree} of {agree} neighbouring identities hold"),
        (agree, contradict) => format!(", {agree} of {} neighbouring identities hold", agree + contradict),
    };
    format!("{column} of {row} {} instead of {} ({slip}{neighbours})", repair.repaired, repair.printed)
}

#[cfg(test)]
mod tests {
    use rulebook::Place;

    use super::*;
    use crate::{Declaration, GridRow, equations};

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        columns: Vec<String>,
        rows: Vec<(String, Vec<i64>)>,
        identity: Vec<crate::Identity>,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/declared-identity.toml"), |facts: &Facts| {
            let row = |(at, (name, cells)): (u64, &(String, Vec<i64>))| GridRow {
                name: name.clone(),
                place: Place::row("t.csv", at + 2),
                cells: cells.iter().map(|cell| Some((*cell).into())).collect(),
            };
            let grid =
                Grid { columns: facts.columns.clone(), rows: (0..).zip(&facts.rows).map(row).collect() };
            let declaration = Declaration { identity: facts.identity.clone() };
            let equations = equations(&grid, &declaration).unwrap();
            super::super::in_words(check(&grid, &equations).into_iter().next())
        });
    }
}
