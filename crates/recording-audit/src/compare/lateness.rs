//! By how much crimes are recorded late, as it may leave the force.

use rulebook::{Figure, FigureId, Value};
use statistics::suppress_list;

use crate::compare::{
    figures::{Shown, printable, withheld},
    kind::Kind,
    tally::{LATENESS, Tally},
};

/// The counts of all bands, from the shortest; none for one that is left out. If all of them are, there is nothing.
///
/// They add up to the crimes that are late, which other tables print: if they cannot be hidden beside that total, all are left out.
pub(crate) fn bands(tally: &Tally, shown: &Shown) -> Option<Vec<(&'static str, Option<u64>)>> {
    if shown.hides(Kind::Late) {
        return None;
    }
    let list = suppress_list(&tally.lateness, shown.threshold).ok().filter(|list| !list.total)?;
    let named = LATENESS.iter().zip(tally.lateness).zip(list.cells);
    Some(named.map(|(((_, words), count), hidden)| (*words, (!hidden).then_some(count))).collect())
}

/// The figures `comparison.late.<band>`.
pub(crate) fn figures(tally: &Tally, shown: &Shown) -> Vec<Figure> {
    let withheld = withheld(tally);
    let all = bands(tally, shown);
    let counts = LATENESS.iter().enumerate().map(|(at, (_, words))| {
        let count = all.as_ref().and_then(|all| all.get(at)).and_then(|(_, count)| *count);
        (*words, count)
    });
    counts
        .map(|(words, count)| {
            let value = Value::Count(count.unwrap_or_default());
            let value = printable(value, count.is_none(), withheld.as_deref());
            let id = FigureId::of(&["comparison", "late", words]);
            Figure::new(id, format!("crimes recorded late: {words}"), value).unit("crimes")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn late(counts: [u64; 7]) -> Vec<String> {
        let mut tally = Tally::default();
        let at = tally.at(["", "", "", "", ""]);
        for ((most, _), n) in LATENESS.iter().zip(counts) {
            for _ in 0..n {
                tally.count(at, Kind::RecordedAsDue);
                tally.count(at, Kind::Matched);
                tally.count(at, Kind::Late);
                tally.late_by((*most).min(100_000));
            }
        }
        figures(&tally, &Shown::of(&tally, 5)).iter().map(Figure::printed).collect()
    }

    #[test]
    fn a_small_band_takes_the_next_smallest_with_it() {
        let s = "suppressed";
        assert_eq!(late([10, 20, 30, 6, 2, 0, 40]), ["10", "20", "30", s, s, "0", "40"]);
    }

    #[test]
    fn bands_that_cannot_be_hidden_beside_their_sum_are_all_left_out() {
        // Five bands of one each come to five, which is printed as the crimes that are late.
        assert_eq!(late([1, 1, 1, 1, 1, 0, 0]), ["suppressed"; 7]);
        // So few are late that the total is left out itself.
        assert_eq!(late([0, 3, 0, 0, 0, 0, 0]), ["suppressed"; 7]);
    }
}
