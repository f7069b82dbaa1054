//! Reads the tables of reference values that tests compare with.

/// The rows of numbers of a table: comments and the row of names are left out, and a cell that is no number is no row.
pub(crate) fn rows(table: &str) -> Vec<Vec<f64>> {
    let numbers = |line: &str| line.split(',').map(|cell| cell.parse().ok()).collect();
    table.lines().filter_map(numbers).collect()
}

/// Whether two numbers agree to `tolerance`, relative to the one expected (absolute if that is 0).
pub(crate) fn agree(ours: f64, expected: f64, tolerance: f64) -> bool {
    let scale = if expected == 0.0 { 1.0 } else { expected.abs() };
    (ours - expected).abs() <= tolerance * scale
}
