//! Tests of peer groups.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn window(first: &str, last: &str) -> Window {
    Window::new(day(first), day(last)).unwrap()
}

fn groups(rows: &str) -> Groups {
    let file = format!("force,peer,from,to,source\n{rows}");
    read_groups(Source::new("groups.csv", file.as_bytes())).unwrap()
}

#[test]
fn the_group_of_2014_is_whole_and_has_no_fault() {
    let groups = read_groups(GROUP_OF_2014).unwrap();
    assert_eq!((groups.rows.good.len(), groups.rows.rejected.len(), groups.findings.len()), (3, 0, 0));
    let group = groups.during("West Midlands".parse().unwrap(), window("2012-04-01", "2013-03-31")).unwrap();
    assert_eq!(group.sources.len(), 1);
}

#[test]
fn a_peer_of_half_the_year_is_left_out_and_named() {
    let groups = groups(
        "Kent,Essex,2010-01-01,,list\nKent,Sussex,2012-10-01,,list\nKent,Surrey,2012-01-01,2012-09-30,list\n\
         Kent,Surrey,2012-10-01,2013-12-31,list\n",
    );
    let group = groups.during("Kent".parse().unwrap(), window("2012-04-01", "2013-03-31")).unwrap();
    // Surrey stands in two rows that follow on each other.
    assert_eq!(group.peers, ["Essex".parse().unwrap(), "Surrey".parse().unwrap()]);
    assert_eq!(group.for_a_part, ["Sussex".parse().unwrap()]);
}

#[test]
fn an_end_that_is_not_known_is_not_taken_for_none() {
    let groups = groups("Kent,Essex,2010-01-01,not known,list\n");
    assert!(groups.during("Kent".parse().unwrap(), window("2010-01-01", "2010-01-01")).is_ok());
    assert!(groups.during("Kent".parse().unwrap(), window("2010-01-01", "2010-01-02")).is_err());
}

#[test]
fn an_unknown_peer_is_rejected_with_the_nearest_name() {
    let groups = groups("Kent,West Midland,2010-01-01,,list\n");
    assert_eq!(groups.rows.good.len(), 0);
    assert!(groups.rows.rejected[0].sentence.ends_with("did you mean `West Midlands`?"));
    assert_eq!(groups.rows.rejected[0].place.as_ref().unwrap().column.as_deref(), Some("peer"));
}
