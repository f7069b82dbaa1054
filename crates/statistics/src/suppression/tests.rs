//! Attempts to undo a suppression, written without looking at how it was made.

use super::*;

/// For every number left out, its values in all tables of whole numbers up to `limit`, none of them zero, that agree with
/// everything shown; by trying all of them. Small tables only.
fn values_possible(cells: &[Vec<u64>], left_out: &Suppressed, limit: u64) -> Vec<Vec<BTreeSet<u64>>> {
    let (rows, columns) = (cells.len(), cells[0].len());
    let hidden: Vec<(usize, usize)> = (0..rows)
        .flat_map(|r| (0..columns).map(move |c| (r, c)))
        .filter(|(r, c)| left_out.cells[*r][*c])
        .collect();
    let agrees = |table: &[Vec<u64>]| {
        let row_sum = |t: &[Vec<u64>], r: usize| t[r].iter().sum::<u64>();
        let column_sum = |t: &[Vec<u64>], c: usize| t.iter().map(|row| row[c]).sum::<u64>();
        (0..rows).all(|r| left_out.row_totals[r] || row_sum(table, r) == row_sum(cells, r))
            && (0..columns).all(|c| left_out.column_totals[c] || column_sum(table, c) == column_sum(cells, c))
            && (left_out.grand_total
                || (0..rows).map(|r| row_sum(table, r)).sum::<u64>()
                    == (0..rows).map(|r| row_sum(cells, r)).sum::<u64>())
    };
    let mut seen = vec![vec![BTreeSet::new(); columns]; rows];
    let mut table = cells.to_vec();
    let combinations = limit.pow(u32::try_from(hidden.len()).unwrap());
    for mut code in 0..combinations {
        for (r, c) in &hidden {
            table[*r][*c] = 1 + code % limit;
            code /= limit;
        }
        if agrees(&table) {
            for (r, c) in &hidden {
                seen[*r][*c].insert(table[*r][*c]);
            }
        }
    }
    seen
}

#[test]
fn two_in_each_line_are_not_enough_when_zeros_give_them_away() {
    // Leaving out the zeros beside and below the 3 would hide nothing: two numbers that sum to nothing are both nothing.
    let cells = vec![vec![3, 0, 9], vec![0, 0, 7], vec![8, 6, 9]];
    let left_out = suppress(&cells, 5).unwrap();
    assert!(left_out.cells[0][0]);
    for row in values_possible(&cells, &left_out, 12).iter().zip(&left_out.cells) {
        for (values, out) in row.0.iter().zip(row.1) {
            assert!(!out || values.len() >= 2, "{left_out:?}");
        }
    }
}

#[test]
fn ones_that_no_other_table_allows_are_not_left_alone() {
    // Two for two numbers that are not zero is one each, in every row and column.
    let cells = vec![vec![1, 1, 30], vec![1, 1, 40], vec![30, 40, 50]];
    let left_out = suppress(&cells, 5).unwrap();
    assert!(left_out.cells.iter().flatten().filter(|out| **out).count() > 4, "{left_out:?}");
    promise_of_lines(&cells, &left_out, 5);
}

#[test]
fn a_small_sum_is_hidden_as_well() {
    // 53 in all and 50 shown: the 2 and the 1 come to 3, so the 50 goes with them.
    let cells = vec![vec![50, 2, 1], vec![60, 70, 80]];
    let left_out = suppress(&cells, 5).unwrap();
    assert!(left_out.cells[0][0] || left_out.row_totals[0], "{left_out:?}");
    promise_of_lines(&cells, &left_out, 5);
}

/// In every line whose total is shown, what is left out comes to the threshold and to more than one each; no zero is
/// left out.
fn promise_of_lines(cells: &[Vec<u64>], left_out: &Suppressed, threshold: u64) {
    let total = |line: &[u64]| line.iter().sum::<u64>();
    let column = |c: usize| cells.iter().map(|row| row[c]).collect::<Vec<_>>();
    let columns = cells[0].len();
    let row_totals: Vec<u64> = cells.iter().map(|row| total(row)).collect();
    let column_totals: Vec<u64> = (0..columns).map(|c| total(&column(c))).collect();
    let mut lines: Vec<(Vec<u64>, Vec<bool>, bool)> = Vec::new();
    for (r, row) in cells.iter().enumerate() {
        lines.push((row.clone(), left_out.cells[r].clone(), left_out.row_totals[r]));
    }
    for c in 0..columns {
        let out = left_out.cells.iter().map(|row| row[c]).collect();
        lines.push((column(c), out, left_out.column_totals[c]));
    }
    lines.push((row_totals, left_out.row_totals.clone(), left_out.grand_total));
    lines.push((column_totals, left_out.column_totals.clone(), left_out.grand_total));
    for (counts, out, total_out) in lines {
        let hidden: Vec<u64> = counts.iter().zip(&out).filter(|(_, out)| **out).map(|(n, _)| *n).collect();
        assert!(!hidden.contains(&0), "{cells:?} {left_out:?}");
        assert!(!total_out || total(&counts) > 0, "{cells:?} {left_out:?}");
        if !total_out && !hidden.is_empty() {
            let sum = total(&hidden);
            assert!(sum >= threshold && sum > hidden.len() as u64, "{cells:?} {left_out:?}: {counts:?}");
        }
    }
}

#[test]
fn a_bridge_between_two_hidden_blocks_is_not_hidden() {
    // Every line has two numbers left out already, yet the 4 in the middle follows from adding and subtracting totals.
    let mut cells = vec![vec![50; 4]; 4];
    for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)] {
        cells[row][column] = 4;
    }
    let left_out = suppress(&cells, 5).unwrap();
    assert!(left_out.cells.iter().flatten().filter(|out| **out).count() > 9, "{left_out:?}");
}

#[test]
fn a_table_without_small_numbers_is_shown_whole() {
    let left_out = suppress(&[vec![0, 5], vec![6, 70]], 5).unwrap();
    assert!(left_out.cells.iter().flatten().chain(&left_out.row_totals).all(|out| !out));
    assert!(!left_out.grand_total);
}

#[test]
fn a_single_cell_takes_its_totals_with_it() {
    let left_out = suppress(&[vec![2]], 5).unwrap();
    assert_eq!(
        left_out,
        Suppressed {
            cells: vec![vec![true]],
            row_totals: vec![true],
            column_totals: vec![true],
            grand_total: true
        }
    );
}

#[test]
fn what_is_no_table_is_an_error() {
    assert_eq!(
        suppress(&[vec![1, 2], vec![3]], 5),
        Err(SuppressionError::Ragged { row: 2, cells: 1, columns: 2 })
    );
    assert_eq!(suppress(&[vec![u64::MAX, 1]], 5), Err(SuppressionError::TooLarge));
    assert!(suppress(&[], 5).is_ok());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn no_number_left_out_can_be_worked_out(
        (rows, columns) in proptest::sample::select(vec![(1_usize, 2_usize), (2, 2), (2, 3), (3, 2)]),
        numbers in proptest::collection::vec(0..7_u64, 6),
    ) {
        let cells: Vec<Vec<u64>> = numbers.chunks(columns).take(rows).map(<[u64]>::to_vec).collect();
        let left_out = suppress(&cells, 4).unwrap();
        promise_of_lines(&cells, &left_out, 4);
        let possible = values_possible(&cells, &left_out, 8);
        for (r, row) in cells.iter().enumerate() {
            for (c, count) in row.iter().enumerate() {
                let out = left_out.cells[r][c];
                proptest::prop_assert!(out || *count == 0 || *count >= 4, "a small number is shown");
                proptest::prop_assert!(!out || possible[r][c].len() >= 2, "{cells:?} {left_out:?} at {r},{c}");
            }
        }
    }

    #[test]
    fn subtraction_finds_nothing_in_larger_tables(
        cells in proptest::collection::vec(proptest::collection::vec(0..40_u64, 5), 1..6),
    ) {
        let left_out = suppress(&cells, 5).unwrap();
        let with_totals = |table: &[Vec<bool>], row_totals: &[bool], last: &[bool], grand: bool| {
            let mut lines: Vec<Vec<bool>> = table.iter().zip(row_totals).map(|(row, total)| {
                let mut line = row.clone();
                line.push(*total);
                line
            }).collect();
            let mut line = last.to_vec();
            line.push(grand);
            lines.push(line);
            lines
        };
        let mut unknown = with_totals(&left_out.cells, &left_out.row_totals, &left_out.column_totals, left_out.grand_total);
        promise_of_lines(&cells, &left_out, 5);
        let before = unknown.iter().flatten().filter(|out| **out).count();
        loop {
            let mut found = false;
            for line in &mut unknown {
                if line.iter().filter(|out| **out).count() == 1 {
                    line.fill(false);
                    found = true;
                }
            }
            for c in 0..unknown[0].len() {
                if unknown.iter().filter(|row| row[c]).count() == 1 {
                    for row in &mut unknown { row[c] = false; }
                    found = true;
                }
            }
            if !found { break; }
        }
        proptest::prop_assert_eq!(unknown.iter().flatten().filter(|out| **out).count(), before);
    }
}
