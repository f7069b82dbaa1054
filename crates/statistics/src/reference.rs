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

/// A design of `weighted-mpmath.csv` with what is expected of it.
pub(crate) struct Design {
    /// For each stratum its records, and the trials and successes of each sampled record.
    pub strata: Vec<(u64, Vec<(u64, u64)>)>,
    /// The method, by name.
    pub method: String,
    /// Share, variance, design effect, lower and upper limit.
    pub expected: Vec<f64>,
}

/// The designs of a kind.
pub(crate) fn designs(kind: &str) -> Vec<Design> {
    let table = include_str!("../data/weighted-mpmath.csv");
    table.lines().filter(|line| line.starts_with(kind)).map(design).collect()
}

fn design(line: &str) -> Design {
    let [_, design, rest] = line.split('"').collect::<Vec<_>>().try_into().unwrap();
    let mut cells = rest.trim_start_matches(',').split(',');
    let method = cells.next().unwrap().to_owned();
    let stratum = |text: &str| {
        let (population, kinds) = text.split_once(':').unwrap();
        let mut sample = Vec::new();
        for kind in kinds.split(',') {
            let numbers: Vec<u64> = kind.split(['/', '*']).map(|number| number.parse().unwrap()).collect();
            for _ in 0..numbers[2] {
                sample.push((numbers[0], numbers[1]));
            }
        }
        (population.parse().unwrap(), sample)
    };
    Design {
        strata: design.split(' ').map(stratum).collect(),
        method,
        expected: cells.map(|cell| cell.parse().unwrap()).collect(),
    }
}
