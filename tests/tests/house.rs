//! The house keeps its rules, and each rule of the house is shown to fail where it is broken.

use acceptance::house::{
    self, Tree, arrows_point_down, every_data_file_has_its_source, every_rule_is_listed_with_cases_and_page,
    names_say_what_is_inside,
};

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// The tree with one change; the check must complain of `expected` then, and must not before.
fn breaks(check: impl Fn(&Tree) -> Vec<String>, change: impl FnOnce(&mut Tree), expected: &str) {
    let mut tree = house::tree();
    let before = check(&tree);
    assert!(!before.iter().any(|fault| fault.contains(expected)), "it complains already: {before:?}");
    change(&mut tree);
    let after = check(&tree);
    assert!(after.iter().any(|fault| fault.contains(expected)), "it does not complain: {after:?}");
}

#[expect(clippy::panic, reason = "a test that edits a file that is not there must fail")]
fn edit(tree: &mut Tree, file: &str, from: &str, to: &str) {
    let text = tree.get_mut(file).unwrap_or_else(|| panic!("no {file}"));
    assert!(text.contains(from), "{file} does not hold `{from}`");
    *text = text.replace(from, to);
}

#[test]
fn arrows_of_the_workspace_point_down() {
    none(&arrows_point_down(&house::tree()));
}

#[test]
fn an_arrow_to_a_neighbour_is_found() {
    breaks(
        arrows_point_down,
        |tree| {
            edit(
                tree,
                "crates/communications/Cargo.toml",
                "[dependencies]",
                "[dependencies]\nlegal-matters.workspace = true",
            );
        },
        "communications may not depend on legal-matters",
    );
}

#[test]
fn an_arrow_upwards_is_found() {
    breaks(
        arrows_point_down,
        |tree| {
            edit(tree, "crates/table/Cargo.toml", "[dependencies]", "[dependencies]\ncrime.workspace = true");
        },
        "table may not depend on crime",
    );
}

#[test]
fn a_library_with_a_door_is_found() {
    breaks(
        arrows_point_down,
        |tree| {
            edit(tree, "crates/crime/Cargo.toml", "[dependencies]", "[dependencies]\nclap.workspace = true");
        },
        "crime may not depend on clap",
    );
}

#[test]
fn a_room_that_nobody_placed_is_found() {
    breaks(
        arrows_point_down,
        |tree| {
            tree.insert(
                "crates/annex/Cargo.toml".into(),
                "[package]\nname = \"annex\"\n[lints]\nworkspace = true\n".into(),
            );
        },
        "crates/annex: the house has no such room",
    );
}

#[test]
fn an_arrow_to_what_stands_beside_the_house_is_found() {
    breaks(
        arrows_point_down,
        |tree| {
            edit(
                tree,
                "crates/crime/Cargo.toml",
                "[dependencies]",
                "[dependencies]\npeers = { path = \"\" }",
            );
        },
        "crime may not depend on peers",
    );
}

#[test]
fn a_package_beside_the_house_without_its_own_workspace_is_found() {
    breaks(
        arrows_point_down,
        |tree| edit(tree, "tests/peers/Cargo.toml", "[workspace]", ""),
        "tests/peers/Cargo.toml stands beside the house",
    );
}

#[test]
fn a_crate_without_the_lints_is_found() {
    breaks(
        arrows_point_down,
        |tree| edit(tree, "crates/crime/Cargo.toml", "[lints]\nworkspace = true", ""),
        "crates/crime/Cargo.toml does not take the lints",
    );
}

#[test]
fn names_of_the_workspace_say_what_is_inside() {
    none(&names_say_what_is_inside(&house::tree()));
}

#[test]
fn a_name_that_says_nothing_is_found() {
    breaks(
        names_say_what_is_inside,
        |tree| {
            tree.insert("crates/crime/src/utils.rs".into(), "//! Odds and ends.\n".into());
        },
        "the name `utils` says nothing",
    );
}

#[test]
fn a_toolchain_file_is_found() {
    breaks(
        names_say_what_is_inside,
        |tree| {
            tree.insert("rust-toolchain.toml".into(), String::new());
        },
        "`rust-toolchain.toml` does not belong at the top",
    );
}

#[test]
fn a_source_without_a_first_sentence_is_found() {
    breaks(
        names_say_what_is_inside,
        |tree| {
            tree.insert("crates/crime/src/outcome.rs".into(), "pub struct Outcome;\n".into());
        },
        "crates/crime/src/outcome.rs: does not start with a sentence",
    );
}

#[test]
fn every_data_file_of_the_workspace_has_its_source() {
    none(&every_data_file_has_its_source(&house::tree()));
}

#[test]
fn a_data_file_without_a_source_is_found() {
    breaks(
        every_data_file_has_its_source,
        |tree| {
            tree.insert("crates/crime/data/classes.csv".into(), "class\n1\n".into());
        },
        "data/classes.csv has no entry",
    );
}

#[test]
fn a_source_without_a_data_file_is_found() {
    breaks(
        every_data_file_has_its_source,
        |tree| {
            tree.remove("crates/crime/data/forces.csv");
        },
        "SOURCES.toml names data/forces.csv, which is not there",
    );
}

#[test]
fn a_lost_row_of_data_is_found() {
    breaks(
        every_data_file_has_its_source,
        |tree| {
            edit(
                tree,
                "crates/crime/data/forces.csv",
                "E23000014,west-midlands,West Midlands,West Midlands\n",
                "",
            );
        },
        "data/forces.csv has 42 rows, SOURCES.toml says 43",
    );
}

fn rules(tree: &Tree) -> Vec<String> {
    every_rule_is_listed_with_cases_and_page(tree, &xtask::rooms::rules())
}

#[test]
fn every_rule_of_the_workspace_is_listed_with_cases() {
    none(&rules(&house::tree()));
}

#[test]
fn a_rule_without_cases_is_found() {
    breaks(
        rules,
        |tree| {
            tree.remove("crates/legal-matters/cases/commencement-of-the-2014-act.toml");
        },
        "commencement-of-the-2014-act has no cases",
    );
}

#[test]
fn a_rule_without_an_exemplar_is_found() {
    breaks(
        rules,
        |tree| {
            edit(
                tree,
                "crates/legal-matters/cases/commencement-of-the-2014-act.toml",
                "exemplar = true\n",
                "",
            );
        },
        "cases/commencement-of-the-2014-act.toml: no case is marked",
    );
}

#[test]
fn a_case_without_a_source_is_found() {
    breaks(
        rules,
        |tree| {
            edit(
                tree,
                "crates/legal-matters/cases/commencement-of-the-2014-act.toml",
                "source = \"SI 2014/2590, article 3(b)\"",
                "source = \"\"",
            );
        },
        "names no source",
    );
}

#[test]
fn cases_that_no_test_runs_are_found() {
    breaks(
        rules,
        |tree| {
            edit(
                tree,
                "crates/legal-matters/src/rules/commencement_of_the_2014_act.rs",
                "cases/commencement-of-the-2014-act.toml\")",
                "cases/other.toml\")",
            );
        },
        "cases/commencement-of-the-2014-act.toml is run by no test",
    );
}

#[test]
fn a_rule_that_is_not_listed_is_found() {
    breaks(
        rules,
        |tree| {
            tree.insert(
                "crates/crime/src/rules/one_more.rs".into(),
                "//! One more.\nRuleId(\"one-more\")".into(),
            );
        },
        "the rule one-more of src/rules/one_more.rs is not listed",
    );
}

#[test]
fn a_rule_with_an_empty_citation_is_found() {
    static BROKEN: rulebook::Rule = rulebook::Rule {
        id: rulebook::RuleId("broken"),
        title: "Broken",
        says: "It says something.",
        basis: rulebook::Basis::Published(rulebook::Citation {
            document: "A text",
            edition: "",
            place: "page 1",
            seen: rulebook::Seen::FullText,
        }),
        in_force: rulebook::InForce::Always,
        exemplar: "a record",
        mend: "mend it",
    };
    let wrong = every_rule_is_listed_with_cases_and_page(&house::tree(), &[("crime", &BROKEN)]);
    assert!(wrong.iter().any(|fault| fault.contains("broken: `edition` is empty")), "{wrong:?}");
    assert!(
        wrong.iter().any(|fault| fault.contains("broken: a published rule has a first day")),
        "{wrong:?}"
    );
}

#[test]
fn generated_pages_are_not_stale() {
    let tree = house::tree();
    none(&xtask::pages::stale(&tree));
}

#[test]
fn a_stale_page_is_found() {
    breaks(
        xtask::pages::stale,
        |tree| edit(tree, "docs/rules/commencement-of-the-2014-act.md", "2015-03-23", "2015-03-24"),
        "docs/rules/commencement-of-the-2014-act.md is stale",
    );
}

#[test]
fn a_page_of_a_rule_that_is_gone_is_found() {
    breaks(
        xtask::pages::stale,
        |tree| {
            tree.insert("docs/rules/forgotten-rule.md".into(), "# Forgotten\n".into());
        },
        "docs/rules/forgotten-rule.md belongs to no rule",
    );
}

#[test]
fn the_synthetic_register_is_what_its_seed_makes() {
    let made = synthetic::claims(synthetic::EXAMPLE_SEED);
    let tree = house::tree();
    for (file, text) in [
        ("claims.csv", made.register_csv),
        ("claims.toml", made.settings_toml),
        ("shares.csv", made.shares_csv),
    ] {
        let kept = &tree[&format!("docs/examples/synthetic-claims/legal/{file}")];
        assert!(*kept == text, "{file} is not what the seed makes: run `cargo xtask synthetic-claims`");
    }
}

#[test]
fn the_synthetic_audit_is_what_its_seed_makes() {
    let audit = synthetic::audit(synthetic::AUDIT_SEED, synthetic::AUDIT_REPORTS);
    let tree = house::tree();
    for (file, text) in [
        ("truth.csv", audit.truth_csv()),
        ("reports.csv", audit.frame_csv),
        ("due.csv", audit.due_csv),
        ("crimes.csv", audit.recorded_csv),
    ] {
        let kept = &tree[&format!("docs/examples/synthetic-audit/{file}")];
        assert!(*kept == text, "{file} is not what the seed makes: run `cargo xtask synthetic-audit`");
    }
}

#[test]
fn the_synthetic_removals_are_what_their_seed_makes() {
    let made = synthetic::removals::example(synthetic::removals::EXAMPLE_SEED);
    let tree = house::tree();
    for (file, text) in
        [("removals.csv", made.removals_csv), ("crimes.csv", made.crimes_csv), ("truth.csv", made.truth_csv)]
    {
        let kept = &tree[&format!("docs/examples/synthetic-removals/{file}")];
        assert!(*kept == text, "{file} is not what the seed makes: run `cargo xtask synthetic-removals`");
    }
}
