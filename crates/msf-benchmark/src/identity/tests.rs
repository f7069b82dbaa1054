//! Tests of identities.

use super::*;
use crate::Slip;

fn grid(columns: &[&str], rows: &[(&str, &[i64])]) -> Grid {
    let row = |(at, (name, cells)): (usize, &(&str, &[i64]))| GridRow {
        name: (*name).to_owned(),
        place: Place::row("t.csv", at as u64 + 2),
        cells: cells.iter().map(|cell| Some(Decimal::from(*cell))).collect(),
    };
    Grid {
        columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        rows: rows.iter().enumerate().map(row).collect(),
    }
}

fn declared(text: &str) -> Declaration {
    toml::from_str(text).unwrap()
}

#[test]
fn the_total_row_decides_which_cell_of_a_row_is_wrong() {
    // 7 + 5 is 12, printed 21: only the total of the row, as 12, also makes the column of totals 12 + 30 = 42.
    let grid = grid(&["a", "b", "all"], &[("x", &[7, 5, 21]), ("y", &[10, 20, 30]), ("sum", &[17, 25, 42])]);
    let declaration = declared(
        "[[identity]]\nkind = \"sum\"\ntotal = \"all\"\nparts = [\"a\", \"b\"]\n\
         [[identity]]\nkind = \"total-row\"\nrow = \"sum\"\ncolumns = [\"a\", \"b\", \"all\"]\n",
    );
    let equations = equations(&grid, &declaration).unwrap();
    let broken: Vec<&Equation> =
        equations.iter().filter(|equation| equation.standing(&grid) == Standing::Broken).collect();
    // The row, and the column of totals: 21 + 30 is not 42.
    assert_eq!(broken.len(), 2);
    let repairs = cell_repairs(&grid, &equations, broken[0]);
    // 7 could be 16 and 5 could be 14; each would break its own column.
    assert_eq!(repairs.len(), 3);
    assert_eq!((repairs[0].cell, repairs[0].repaired), (CellAt { row: 0, column: 2 }, 12.into()));
    assert_eq!((repairs[0].slip, repairs[0].contradict), (Some(Slip::DigitsExchanged), 0));
    assert_eq!(leading_repairs(&repairs).len(), 1);
    assert_eq!(leading_repairs(&cell_repairs(&grid, &equations, broken[1]))[0].repaired, 12.into());
}

#[test]
fn rounded_parts_may_miss_by_what_is_declared() {
    let grid = grid(&["a", "b", "all"], &[("x", &[10, 10, 22]), ("y", &[10, 10, 23])]);
    let declaration =
        declared("[[identity]]\nkind = \"sum\"\ntotal = \"all\"\nparts = [\"a\", \"b\"]\nwithin = \"2\"\n");
    let equations = equations(&grid, &declaration).unwrap();
    assert_eq!(equations[0].standing(&grid), Standing::Holds);
    assert_eq!(equations[1].standing(&grid), Standing::Broken);
}

#[test]
fn a_percentage_holds_by_any_convention_and_is_repaired_by_each() {
    // 1 of 6 is 16.66…%: cut off 16, to the nearest and up 17.
    let grid =
        grid(&["share", "part", "whole"], &[("x", &[16, 1, 6]), ("y", &[17, 1, 6]), ("z", &[71, 1, 6])]);
    let declaration = declared(
        "[[identity]]\nkind = \"percentage\"\nprinted = \"share\"\npart = \"part\"\nwhole = \"whole\"\n",
    );
    let equations = equations(&grid, &declaration).unwrap();
    let standings: Vec<Standing> = equations.iter().map(|equation| equation.standing(&grid)).collect();
    assert_eq!(standings, [Standing::Holds, Standing::Holds, Standing::Broken]);
    let repairs = cell_repairs(&grid, &equations, &equations[2]);
    assert_eq!(repairs.iter().map(|repair| repair.repaired).collect::<Vec<_>>(), [17.into(), 16.into()]);
    assert_eq!(repairs[0].slip, Some(Slip::DigitsExchanged));
}

#[test]
fn a_cell_without_a_number_is_not_taken_for_nought() {
    let mut grid = grid(&["a", "b", "all"], &[("x", &[10, 0, 10])]);
    grid.rows[0].cells[1] = None;
    let declaration = declared("[[identity]]\nkind = \"sum\"\ntotal = \"all\"\nparts = [\"a\", \"b\"]\n");
    let equations = equations(&grid, &declaration).unwrap();
    assert_eq!(equations[0].standing(&grid), Standing::CannotTell);
}

#[test]
fn a_name_that_the_table_does_not_have_is_said() {
    let grid = grid(&["a"], &[("x", &[1])]);
    let error = |text| equations(&grid, &declared(text)).unwrap_err().to_string();
    assert_eq!(
        error("[[identity]]\nkind = \"sum\"\ntotal = \"all\"\nparts = [\"a\"]\n"),
        "identity 1: the table has no column `all`; its columns are: a"
    );
    assert_eq!(
        error("[[identity]]\nkind = \"sum\"\ntotal = \"a\"\nparts = [\"a\"]\n"),
        "identity 1: the column `a` is named twice; name each once"
    );
    assert_eq!(
        error("[[identity]]\nkind = \"total-row\"\nrow = \"y\"\ncolumns = [\"a\"]\n"),
        "identity 1: the table has no row `y`"
    );
}

proptest::proptest! {
    #[test]
    fn every_repair_mends_the_identity(cells in proptest::collection::vec(-50..5_000_i64, 4)) {
        let grid = grid(&["all", "a", "b", "c"], &[("x", &cells)]);
        let declaration = declared(
            "[[identity]]\nkind = \"sum\"\ntotal = \"all\"\nparts = [\"a\", \"b\", \"c\"]\n",
        );
        let equations = equations(&grid, &declaration).unwrap();
        for repair in cell_repairs(&grid, &equations, &equations[0]) {
            let mended = grid.with(repair.cell, repair.repaired);
            proptest::prop_assert_eq!(equations[0].standing(&mended), Standing::Holds);
        }
    }
}
