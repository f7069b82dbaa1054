//! The numbers of this room that may be printed.

pub(crate) mod events;
pub(crate) mod organisation;
pub(crate) mod portfolio;
pub(crate) mod roll_out;

use rulebook::{Place, Value};
use table::{Row, Rows};

/// A total, or why it is not printed: a row it would count was rejected.
pub(crate) fn total<T>(rows: &Rows<T>, value: Value) -> Value {
    rows.withheld().map_or(value, Value::Withheld)
}

/// How many rows.
pub(crate) fn count<T>(rows: &[T]) -> Value {
    Value::Count(rows.len() as u64)
}

/// The cells of one column.
pub(crate) fn cells<'a, T: 'a>(
    rows: impl IntoIterator<Item = &'a Row<T>>,
    column: &'static str,
) -> Vec<Place> {
    rows.into_iter().map(|row| row.place.at(column)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use rulebook::Value;

    use crate::examples::Folder;

    fn folder() -> Folder {
        Folder {
            portfolio: Some(
                "programmes_declared = 2\nprojects_declared = 3\nteam = 1200\nteam_is = \"about\"\nsource = \"x\"\n"
                    .into(),
            ),
            items: Some(
                "item,kind,placeholder\nAlpha,programme,no\nBeta,not known,no\nItem 3,project,yes\nItem 4,,yes\n"
                    .into(),
            ),
            priorities: Some("priority,item\nFirst,Alpha\nSecond,\nThird,not known\n".into()),
            roll_out: Some(
                "name = \"Rosters\"\nphases_announced = 6\nnear_event_days = 7\nstaff_realigned = 300\n\
                 staff_realigned_is = \"more than\"\nsource = \"x\"\n"
                    .into(),
            ),
            phases: Some(
                "phase,go_live,weekday\nOne,2031-03-03,Monday\nTwo,2031-04-07,Tuesday\nFive,2031-05-05,\n"
                    .into(),
            ),
            phase_scope: Some("phase,kind,name\nOne,unit,Harbour\nTwo,function,Custody\n".into()),
            units: Some("unit\nMoor\nHarbour\nDale\n".into()),
            functions: Some(
                "function,department_before,department_now\nAudit,Standards,Intelligence\nVisits,Standards,Standards\n\
                 Reviews,not known,Intelligence\n"
                    .into(),
            ),
            risks: Some("risk,owner\nFlood,\nFire,Head of Estates\n".into()),
            inspections: Some("inspection,body,coordinator\nCustody,Inspectorate,\n".into()),
            events: Some(
                "id,event,kind,first_day,last_day,first_day_is,known_from,confidence,source\n\
                 spring,Spring fair,draws on officers,2031-04-06,2031-04-08,exact,2031-01-05,high,x\n\
                 market,Market,season,2031-04-10,2031-04-12,exact,2031-01-05,medium,x\n"
                    .into(),
            ),
            as_at: Some(rulebook::day(2031, 4, 7)),
            ..Folder::default()
        }
    }

    #[test]
    fn every_figure_by_hand() {
        // Counted by hand from the folder above; the day is the go-live day of phase Two.
        let expected = [
            ("change.programmes-declared", "2"),
            ("change.projects-declared", "3"),
            ("change.items-declared", "5"),
            ("change.team", "about 1,200"),
            ("change.items-listed", "4"),
            ("change.items-named", "2"),
            ("change.items-placeholder", "2"),
            ("change.items-known-programme", "1"),
            ("change.items-known-project", "1"),
            ("change.items-kind-not-known", "2"),
            ("change.priorities", "3"),
            ("change.priorities-without-item", "2"),
            ("roll-out.phases-announced", "6"),
            ("roll-out.staff-realigned", "more than 300"),
            ("roll-out.phases-listed", "3"),
            ("roll-out.missing-phases", "Three and Four"),
            ("roll-out.weekdays-right", "1"),
            ("roll-out.weekdays-printed", "2"),
            ("roll-out.phases-live", "2"),
            ("roll-out.phases-to-come", "1"),
            ("roll-out.last-go-live", "5 May 2031"),
            ("roll-out.phase-one.go-live", "3 March 2031"),
            ("roll-out.phase-two.go-live", "7 April 2031"),
            ("roll-out.phase-five.go-live", "5 May 2031"),
            ("roll-out.units", "3"),
            ("roll-out.units-covered", "1"),
            ("roll-out.units-uncovered", "2"),
            ("roll-out.uncovered-units", "Moor and Dale"),
            ("events.spring.first-day", "6 April 2031"),
            ("events.spring.last-day", "8 April 2031"),
            ("events.market.first-day", "10 April 2031 (as reported)"),
            ("events.market.last-day", "12 April 2031 (as reported)"),
            ("roll-out.phases-inside-an-event", "1"),
            ("roll-out.phases-near-an-event", "1"),
            ("roll-out.near-days", "7"),
            ("organisation.functions-moved", "1"),
            ("organisation.inspections", "1"),
            ("organisation.risks", "2"),
            ("organisation.risks-without-owner", "1"),
        ];
        let figures = folder().answer().figures;
        let printed: Vec<(String, String)> =
            figures.iter().map(|figure| (figure.id.to_string(), figure.printed())).collect();
        let expected: Vec<(String, String)> =
            expected.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect();
        assert_eq!(printed, expected);
        let ids: BTreeSet<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
        assert_eq!(ids.len(), figures.len());
    }

    #[test]
    fn a_total_over_a_table_with_a_rejected_row_is_withheld() {
        let mut folder = folder();
        folder.phases = folder.phases.map(|phases| phases + "Six,2031-02-30,\n");
        folder.phase_scope = folder.phase_scope.map(|scope| scope + "One,unit,Moore\n");
        for id in [
            "roll-out.phases-listed",
            "roll-out.missing-phases",
            "roll-out.phases-live",
            "roll-out.last-go-live",
            "roll-out.phases-inside-an-event",
        ] {
            assert_eq!(
                folder.printed(id).as_deref(),
                Some("withheld (1 of 4 rows of phases.csv rejected)"),
                "{id}"
            );
        }
        assert_eq!(
            folder.printed("roll-out.uncovered-units").as_deref(),
            Some("withheld (1 of 3 rows of phase_scope.csv rejected)")
        );
        assert_eq!(folder.printed("roll-out.units").as_deref(), Some("3"));
        assert_eq!(folder.printed("roll-out.phase-one.go-live").as_deref(), Some("3 March 2031"));
    }

    #[test]
    fn a_rejected_event_withholds_the_clashes_and_leaves_the_rest() {
        let mut folder = folder();
        folder.events =
            folder.events.map(|events| events + "x,X,season,2031-06-01,2031-05-01,exact,2031-01-05,high,x\n");
        assert_eq!(
            folder.printed("roll-out.phases-near-an-event").as_deref(),
            Some("withheld (1 of 3 rows of events.csv rejected)")
        );
        assert_eq!(folder.printed("events.spring.last-day").as_deref(), Some("8 April 2031"));
    }

    #[test]
    fn a_phase_without_a_day_may_be_the_last() {
        let mut folder = folder();
        folder.phases = folder.phases.map(|phases| phases + "Six,not known,\n");
        assert_eq!(folder.printed("roll-out.last-go-live").as_deref(), Some("not known"));
        assert_eq!(folder.printed("roll-out.phases-to-come").as_deref(), Some("1"));
        assert_eq!(folder.printed("roll-out.phase-six.go-live").as_deref(), Some("not known"));
    }

    fn count(facts: &Folder, id: &str) -> u64 {
        let figures = facts.answer().figures;
        match figures.iter().find(|figure| figure.id.as_str() == id).map(|figure| &figure.value) {
            Some(Value::Count(n)) => *n,
            other => panic!("{id}: {other:?}"),
        }
    }

    proptest! {
        #[test]
        fn covered_and_uncovered_units_are_all_units(units in 0..12_usize, scope in proptest::collection::btree_set((1..4_u8, 0..12_usize), 0..20)) {
            let mut facts = Folder { units: Some("unit\n".into()), phase_scope: Some("phase,kind,name\n".into()), ..Folder::default() };
            for unit in 0..units {
                facts.units.as_mut().unwrap().extend(["U", &unit.to_string(), "\n"]);
            }
            for (phase, unit) in scope.iter().filter(|(_, unit)| *unit < units) {
                let row = format!("{phase},unit,U{unit}\n");
                facts.phase_scope.as_mut().unwrap().push_str(&row);
            }
            let (all, covered, without) =
                (count(&facts, "roll-out.units"), count(&facts, "roll-out.units-covered"), count(&facts, "roll-out.units-uncovered"));
            prop_assert_eq!(covered + without, all);
            let findings = facts.findings_of(&crate::rules::every_unit_in_a_phase::RULE);
            prop_assert_eq!(findings.len() as u64, without);
        }

        #[test]
        fn listed_and_missing_phases_fill_the_numbers(numbers in proptest::collection::btree_set(1..40_u8, 1..12)) {
            let mut phases = String::from("phase,go_live\n");
            for number in &numbers {
                phases.extend([&number.to_string(), ",2031-03-03\n"]);
            }
            let facts = Folder { phases: Some(phases), ..Folder::default() };
            let missing = facts.findings_of(&crate::rules::phase_numbers_without_gap::RULE).len();
            let span = usize::from(numbers.last().unwrap() - numbers.first().unwrap()) + 1;
            prop_assert_eq!(numbers.len() + missing, span);
        }

        #[test]
        fn any_tables_are_answered(phases in "[a-z0-9,\"\n -]{0,80}", scope in "[a-z0-9,\n -]{0,80}") {
            let phases = format!("phase,go_live,weekday\n{}\n", phases.replace('"', ""));
            let facts = Folder { phases: Some(phases), phase_scope: Some(format!("phase,kind,name\n{scope}\n")), ..folder() };
            let _ = facts.answer();
        }
    }
}
