//! `benchmark-forces` on small tables that are made here: each verb, its exit codes, and files that do not wish it well.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

mod case;
mod readme;
mod report;
mod tables;

use case::Case;

#[test]
fn rules_templates_and_schemas_are_printed_and_a_near_name_is_offered() {
    let case = Case::new();
    let said = case.run(&["rules"]);
    assert!(said.out.contains("releases-disagree") && said.out.contains("declared-identity"));
    assert!(case.run(&["explain", "releases-disagree"]).out.contains("docs/rules/releases-disagree.md"));
    let said = case.run(&["explain", "releases-disagre"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("did you mean `releases-disagree`?"), "{}", said.err);
    for what in ["recorded_crime", "groups", "populations", "breaks"] {
        assert!(case.run(&["template", what]).out.contains(','));
        assert!(case.run(&["schema", what]).out.starts_with('{'));
    }
    assert!(case.run(&["template", "measures"]).out.contains("[[measure]]"));
    assert!(case.run(&["template", "declared"]).out.contains("[[identity]]"));
    assert!(
        case.run(&["template", "x"])
            .err
            .contains("recorded_crime, groups, populations, breaks, measures, declared")
    );
}

#[test]
fn what_a_template_prints_can_be_read_again() {
    let case = Case::new();
    case.file("measures.toml", case.run(&["template", "measures"]).out);
    case.file("groups.csv", case.run(&["template", "groups"]).out);
    case.file("breaks.csv", case.run(&["template", "breaks"]).out);
    case.file("figures.csv", case.run(&["template", "recorded_crime"]).out);
    let said = case.verb(&["read", "figures.csv"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    // The classes of the template are not in the table of this test: that is told of each, by its line.
    case.file("figures.csv", case::figures());
    let said = case.report("out", &["--force", "Kent", "--groups", "groups.csv", "--breaks", "breaks.csv"]);
    case.refused(&said, &["measures.toml, line ", "`burglary`"]);
}
