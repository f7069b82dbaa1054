//! What became of the rows that were read, as it may leave the force.

use rulebook::{Figure, FigureId, Place, Value};

use crate::compare::{figures::Shown, kind::Kind, settings::Settings, tally::Tally};

/// What became of the rows of both tables: `comparison.rows.due.<what>` and `comparison.rows.recorded.<what>`, and how many reports were looked at.
///
/// Rows in = used + without a crime + rejected + not yet known. If one of these but the rejected is small, or the number due to another force,
/// which stands between the rows used and the crimes due, all of that table is left out; so it is if the total of its crimes is, which the rows used tell.
/// Rows rejected are no crimes, and no total stands beside them.
#[must_use]
pub fn rows_taken(tally: &Tally, shown: &Shown, settings: &Settings) -> Vec<Figure> {
    let small = |count: u64| 0 < count && count < shown.threshold;
    let [due, recorded] = ["due", "recorded"];
    let [due_in, recorded_in] = tally.rows;
    let [due_used, recorded_used] = tally.used;
    let [due_rejected, recorded_rejected] = tally.rejected;
    let [due_later, recorded_later] = tally.not_yet;
    let elsewhere = tally.total(Kind::AnotherForce);
    let hide_due = shown.hides_total_of("due")
        || [due_used, due_later, tally.no_crime, elsewhere].into_iter().any(small);
    let hide_recorded =
        shown.hides_total_of("recorded") || [recorded_used, recorded_later].into_iter().any(small);
    let count = |parts: [&str; 2], label: &str, count: u64, hidden: bool| {
        let value = if hidden { Value::Suppressed } else { Value::Count(count) };
        let [table, what] = parts;
        Figure::new(FigureId::of(&["comparison", "rows", table, what]), label, value)
            .unit("rows")
            .from_cells(settings.files.iter().map(Place::file))
    };
    let reports =
        count(["all", "reports"], "reports that were looked at", tally.reports, small(tally.reports));
    vec![
        count([due, "in"], "rows of crimes due: in", due_in, hide_due),
        count([due, "used"], "rows of crimes due: used", due_used, hide_due),
        count([due, "without"], "rows of crimes due: that say nothing is due", tally.no_crime, hide_due),
        count([due, "rejected"], "rows of crimes due: rejected", due_rejected, false),
        count([due, "later"], "rows of crimes due: not yet known on the day", due_later, hide_due),
        count([due, "elsewhere"], "crimes due to be recorded by another force", elsewhere, hide_due)
            .unit("crimes"),
        count([recorded, "in"], "rows of crimes recorded: in", recorded_in, hide_recorded),
        count([recorded, "used"], "rows of crimes recorded: used", recorded_used, hide_recorded),
        count([recorded, "rejected"], "rows of crimes recorded: rejected", recorded_rejected, false),
        count(
            [recorded, "later"],
            "rows of crimes recorded: not yet known on the day",
            recorded_later,
            hide_recorded,
        ),
        reports.unit("reports"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(change: impl FnOnce(&mut Tally)) -> Vec<(String, String)> {
        let mut tally = Tally::default();
        (tally.rows, tally.used, tally.reports) = ([120, 90], [100, 90], 80);
        tally.no_crime = 20;
        change(&mut tally);
        let settings = Settings::new(rulebook::day(2026, 6, 1), &["due.csv"], "crimes.csv");
        let figures = rows_taken(&tally, &Shown::of(&tally, 5), &settings);
        figures.iter().map(|figure| (figure.id.to_string(), figure.printed())).collect()
    }

    fn suppressed(printed: &[(String, String)]) -> Vec<&str> {
        let hidden = printed.iter().filter(|(_, printed)| printed == "suppressed");
        hidden.map(|(id, _)| id.trim_start_matches("comparison.rows.")).collect()
    }

    #[test]
    fn a_small_part_takes_its_table_with_it() {
        assert_eq!(suppressed(&printed(|_| ())), [""; 0]);
        let all = ["due.in", "due.used", "due.without", "due.later", "due.elsewhere"];
        assert_eq!(suppressed(&printed(|tally| tally.not_yet = [3, 0])), all);
        let elsewhere = printed(|tally| {
            let at = tally.at(["", "", "", "", ""]);
            tally.count(at, Kind::AnotherForce);
        });
        assert_eq!(suppressed(&elsewhere), all);
        let later = printed(|tally| tally.not_yet = [0, 3]);
        assert_eq!(suppressed(&later), ["recorded.in", "recorded.used", "recorded.later"]);
    }

    #[test]
    fn a_total_that_is_left_out_is_not_told_by_its_rows() {
        // Two crimes not recorded and nothing else due: nothing is left to hide them beside but the total.
        let told = printed(|tally| {
            let at = tally.at(["", "", "", "", ""]);
            (0..2).for_each(|_| tally.count(at, Kind::NotRecorded));
        });
        assert_eq!(suppressed(&told), ["due.in", "due.used", "due.without", "due.later", "due.elsewhere"]);
    }

    #[test]
    fn rows_rejected_are_always_told() {
        let told = printed(|tally| tally.rejected = [2, 1]);
        assert!(told.contains(&("comparison.rows.due.rejected".to_owned(), "2".to_owned())), "{told:?}");
        assert_eq!(suppressed(&told), [""; 0]);
    }
}
