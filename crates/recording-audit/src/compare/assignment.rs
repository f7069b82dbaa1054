//! The cheapest assignment of rows to columns.

/// For each row the column that it is given, so that the costs come to the least that is possible. There must be at least as many columns
/// as rows. Shortest augmenting paths with potentials (the Hungarian method): the time grows with rows squared times columns.
pub(crate) fn cheapest(costs: &[Vec<u32>]) -> Vec<usize> {
    let rows = costs.len();
    let columns = costs.first().map_or(0, Vec::len);
    // Row and column 0 stand for nothing; the real ones are counted from 1.
    let mut of_row = vec![0_i64; rows + 1];
    let mut of_column = vec![0_i64; columns + 1];
    let mut given = vec![0_usize; columns + 1];
    for row in 1..=rows {
        let mut least = vec![i64::MAX; columns + 1];
        let mut came_from = vec![0_usize; columns + 1];
        let mut done = vec![false; columns + 1];
        set(&mut given, 0, row);
        let mut at = 0;
        loop {
            set(&mut done, at, true);
            let from = get(&given, at);
            let (mut step, mut next) = (i64::MAX, 0);
            for column in 1..=columns {
                if get(&done, column) {
                    continue;
                }
                let cost =
                    costs.get(from - 1).and_then(|row| row.get(column - 1)).copied().map_or(0, i64::from);
                let reduced = cost - get(&of_row, from) - get(&of_column, column);
                if reduced < get(&least, column) {
                    set(&mut least, column, reduced);
                    set(&mut came_from, column, at);
                }
                if get(&least, column) < step {
                    (step, next) = (get(&least, column), column);
                }
            }
            for column in 0..=columns {
                if get(&done, column) {
                    let row = get(&given, column);
                    let raised = get(&of_row, row) + step;
                    set(&mut of_row, row, raised);
                    let lowered = get(&of_column, column) - step;
                    set(&mut of_column, column, lowered);
                } else if get(&least, column) != i64::MAX {
                    let lowered = get(&least, column) - step;
                    set(&mut least, column, lowered);
                }
            }
            at = next;
            if get(&given, at) == 0 || at == 0 {
                break;
            }
        }
        while at != 0 {
            let before = get(&came_from, at);
            let row = get(&given, before);
            set(&mut given, at, row);
            at = before;
        }
    }
    let mut chosen = vec![0; rows];
    for (column, row) in given.iter().enumerate().skip(1) {
        if let Some(place) = row.checked_sub(1).and_then(|row| chosen.get_mut(row)) {
            *place = column - 1;
        }
    }
    chosen
}

fn get<T: Copy + Default>(values: &[T], at: usize) -> T {
    values.get(at).copied().unwrap_or_default()
}

fn set<T>(values: &mut [T], at: usize, value: T) {
    if let Some(place) = values.get_mut(at) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(costs: &[Vec<u32>], chosen: &[usize]) -> u32 {
        costs.iter().zip(chosen).map(|(row, column)| row[*column]).sum()
    }

    /// The least cost, by trying every assignment.
    fn least(costs: &[Vec<u32>], taken: &mut Vec<usize>) -> u32 {
        let Some(row) = costs.get(taken.len()) else { return cost(costs, taken) };
        let mut best = u32::MAX;
        for column in 0..row.len() {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.min(least(costs, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn first_come_is_not_first_served() {
        // Who came first would take the nearest, and leave the second with 100.
        assert_eq!(cheapest(&[vec![0, 1], vec![0, 100]]), [1, 0]);
    }

    proptest::proptest! {
        #[test]
        fn no_assignment_is_cheaper(
            rows in 0..5_usize,
            more in 0..3_usize,
            costs in proptest::collection::vec(0..20_u32, 40),
        ) {
            let costs: Vec<Vec<u32>> = costs.chunks(8).take(rows).map(|row| row[..rows + more].to_vec()).collect();
            let chosen = cheapest(&costs);
            let distinct: std::collections::BTreeSet<&usize> = chosen.iter().collect();
            proptest::prop_assert_eq!(distinct.len(), rows);
            proptest::prop_assert_eq!(cost(&costs, &chosen), least(&costs, &mut Vec::new()));
        }
    }
}
