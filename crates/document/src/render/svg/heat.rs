//! Which rows and columns of a heat map are drawn, and how dark a cell is.

use crate::{Heat, HeatCell};

/// The class of a cell that is left out.
pub(super) const LEFT_OUT: &str = "left-out";
/// The class of an empty cell, for the legend.
pub(super) const NONE: &str = "none";
/// The class on which words must be light.
pub(super) const DARKEST: &str = "heat-5";

/// The shades from the lightest.
const SHADES: [&str; 5] = ["heat-1", "heat-2", "heat-3", "heat-4", DARKEST];

/// The rows and columns that are drawn.
pub(super) struct Square {
    pub(super) names: Vec<String>,
    /// The cells that are not empty, each once.
    pub(super) cells: Vec<HeatCell>,
    /// How many names are drawn by themselves, of how many, if not all are.
    pub(super) cut: Option<(usize, usize)>,
}

impl Square {
    /// All names, or the `most - 1` with most counts, in their order, and one for all others.
    pub(super) fn of(names: &[String], cells: &[HeatCell], most: usize) -> Self {
        let inside = cells.iter().filter(|cell| cell.row < names.len() && cell.column < names.len());
        if names.len() <= most {
            let mut square = Self { names: names.to_vec(), cells: Vec::new(), cut: None };
            inside.for_each(|cell| square.add(*cell));
            square.tidy();
            return square;
        }
        let weight = |at: usize| {
            let of = |cell: &&HeatCell| cell.row == at || cell.column == at;
            inside.clone().filter(of).fold(0_u128, |sum, cell| sum + u128::from(count(cell.heat)))
        };
        let mut weights: Vec<(u128, usize)> = (0..names.len()).map(|at| (weight(at), at)).collect();
        weights.sort_by_key(|(weight, at)| (std::cmp::Reverse(*weight), *at));
        let alone = most.saturating_sub(1);
        let mut kept: Vec<usize> = weights.iter().take(alone).map(|(_, at)| *at).collect();
        kept.sort_unstable();
        let place = |at: usize| kept.iter().position(|one| *one == at).unwrap_or(kept.len());
        let mut drawn: Vec<String> = kept.iter().filter_map(|at| names.get(*at).cloned()).collect();
        drawn.push("all others".to_owned());
        let mut square = Self { names: drawn, cells: Vec::new(), cut: Some((kept.len(), names.len())) };
        for cell in inside {
            square.add(HeatCell { row: place(cell.row), column: place(cell.column), heat: cell.heat });
        }
        square.tidy();
        square
    }

    /// Adds a cell to one that stands there. A sum with a part that is left out is left out.
    fn add(&mut self, cell: HeatCell) {
        let there = self.cells.iter_mut().find(|one| one.row == cell.row && one.column == cell.column);
        match there {
            Some(there) => {
                there.heat = match (there.heat, cell.heat) {
                    (Heat::Count(one), Heat::Count(other)) => Heat::Count(one.saturating_add(other)),
                    (Heat::LeftOut, _) | (_, Heat::LeftOut) => Heat::LeftOut,
                };
            }
            None => self.cells.push(cell),
        }
    }

    fn tidy(&mut self) {
        self.cells.retain(|cell| cell.heat != Heat::Count(0));
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
    }
}

/// How dark a count is: the darkest is above half of the most, and each lighter one goes down to half of that.
#[derive(Clone, Copy)]
pub(super) struct Shades {
    most: u64,
}

impl Shades {
    pub(super) fn of(cells: &[HeatCell]) -> Self {
        Self { most: cells.iter().map(|cell| count(cell.heat)).max().unwrap_or_default() }
    }

    /// The most that a shade is drawn for; the darkest is number 4.
    fn upper(self, shade: usize) -> u64 {
        self.most >> (SHADES.len() - 1).saturating_sub(shade)
    }

    /// The class of a cell.
    pub(super) fn class(self, heat: Heat) -> &'static str {
        match heat {
            Heat::LeftOut => LEFT_OUT,
            Heat::Count(count) => {
                let mut shades = SHADES.iter().enumerate();
                let shade = shades.find(|(shade, _)| count <= self.upper(*shade));
                shade.map_or(DARKEST, |(_, class)| class)
            }
        }
    }

    /// The shades with the counts they stand for; those that stand for none are not there.
    pub(super) fn legend(self) -> Vec<(&'static str, String)> {
        let mut least = 1;
        let mut entries = Vec::new();
        for (shade, class) in SHADES.into_iter().enumerate() {
            let upper = self.upper(shade);
            if upper < least {
                continue;
            }
            let number = |count: u64| super::scale::grouped(&count.to_string());
            let words = if upper == least {
                number(least)
            } else {
                format!("{} to {}", number(least), number(upper))
            };
            entries.push((class, words));
            least = upper.saturating_add(1);
        }
        entries
    }
}

fn count(heat: Heat) -> u64 {
    match heat {
        Heat::Count(count) => count,
        Heat::LeftOut => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: usize, column: usize, heat: Heat) -> HeatCell {
        HeatCell { row, column, heat }
    }

    fn names(n: usize) -> Vec<String> {
        (0..n).map(|n| format!("group {n}")).collect()
    }

    #[test]
    fn what_is_not_drawn_by_itself_is_drawn_with_the_others() {
        // Weights: group 0 has 10, group 1 has 7 + 10, group 2 has 7, group 3 has only what is left out.
        let cells = [
            cell(0, 1, Heat::Count(10)),
            cell(2, 1, Heat::Count(7)),
            cell(3, 1, Heat::LeftOut),
            cell(3, 2, Heat::Count(0)),
        ];
        let square = Square::of(&names(4), &cells, 3);
        assert_eq!(square.names, ["group 0", "group 1", "all others"]);
        assert_eq!(square.cut, Some((2, 4)));
        // 7 of group 2 and what is left out of group 3 stand in one cell, which is left out.
        assert_eq!(square.cells, [cell(0, 1, Heat::Count(10)), cell(2, 1, Heat::LeftOut)]);
    }

    #[test]
    fn each_shade_goes_down_to_half_of_the_darker() {
        let shades = Shades::of(&[cell(0, 0, Heat::Count(100))]);
        let of = |count| shades.class(Heat::Count(count));
        assert_eq!(
            [of(100), of(51), of(50), of(26), of(25), of(13)],
            ["heat-5", "heat-5", "heat-4", "heat-4", "heat-3", "heat-3"]
        );
        assert_eq!([of(12), of(7), of(6), of(1)], ["heat-2", "heat-2", "heat-1", "heat-1"]);
        let words: Vec<String> = shades.legend().into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["1 to 6", "7 to 12", "13 to 25", "26 to 50", "51 to 100"]);
        let few: Vec<String> = Shades { most: 2 }.legend().into_iter().map(|(_, words)| words).collect();
        assert_eq!(few, ["1", "2"]);
        assert_eq!(Shades { most: 0 }.legend(), []);
    }
}
