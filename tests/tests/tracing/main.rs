//! Every number on the page can be traced and follows its input, and the page is well built.
//!
//! The papers are composed in memory, through the library: the same code as the command's, without its files.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test: the exceptions of clippy.toml do not reach its helpers"
)]

mod changes;
mod made;
mod structure;

use std::panic::{AssertUnwindSafe, catch_unwind};

use board_paper::rules::number_without_figure;
use made::{Made, all, check_figures, check_renderings, every_run, make, prose, words};
use roxmltree::Node;

#[test]
fn every_figure_on_the_page_is_the_row_of_figures_csv() {
    for (run, made) in every_run() {
        let page = made.parse();
        check_figures(&run, &made, &page);
        assert!(page.descendants().filter(|node| node.has_tag_name("data")).count() > 30, "{run}");
    }
}

#[test]
fn no_number_of_the_prose_stands_outside_a_figure_or_a_quotation() {
    for (run, made) in every_run() {
        assert_eq!(typed(&made), Vec::<String>::new(), "{run}");
        let page = made.parse();
        let figures: usize = prose(&page).iter().map(|(_, node)| all(*node, "data").count()).sum();
        assert!(figures > 15, "{run}: {figures} figures in the prose");
    }
}

/// Numbers in the prose that are neither figure, nor quotation, nor reference, nor part of a name or date.
fn typed(made: &Made) -> Vec<String> {
    let page = made.parse();
    let backed = |node: Node<'_, '_>| figures_or_quotes(node) || node.has_tag_name("a");
    let texts = prose(&page).into_iter().map(|(_, node)| words(node, &backed));
    let found = |text: String| {
        number_without_figure::typed(&text)
            .iter()
            .map(|typed| format!("{}: {text}", typed.number))
            .collect::<Vec<_>>()
    };
    texts.flat_map(found).collect()
}

pub(crate) fn figures_or_quotes(node: Node<'_, '_>) -> bool {
    node.has_tag_name("data")
        || (node.has_tag_name("q") && node.attribute("class") == Some("as-printed"))
        || node.has_tag_name("sup")
}

#[test]
fn page_and_markdown_say_the_same_and_charts_what_their_tables_say() {
    for (run, made) in every_run() {
        check_renderings(&run, &made, &made.parse());
    }
}

/// Each check, on a paper in which one thing is wrong.
#[test]
fn what_is_wrong_is_found() {
    let (run, made) = every_run().remove(0);
    let found = |page: &str, markdown: &str, check: &dyn Fn(&Made) -> bool| {
        let wrong = Made {
            page: page.to_owned(),
            markdown: markdown.to_owned(),
            ..make(&made.inputs, "2014-07-01").unwrap()
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| check(&wrong)));
        outcome.unwrap_or(false)
    };
    let figures = |made: &Made| {
        check_figures(&run, made, &made.parse());
        true
    };
    let renderings = |made: &Made| {
        check_renderings(&run, made, &made.parse());
        true
    };
    let prose = |made: &Made| typed(made).is_empty();
    let checks: [&dyn Fn(&Made) -> bool; 3] = [&figures, &renderings, &prose];
    for check in checks {
        assert!(found(&made.page, &made.markdown, check), "the paper as it is");
    }
    let wrong_page = |from: &str, to: &str, check| {
        assert!(made.page.contains(from), "the page does not hold {from}");
        assert!(!found(&made.page.replacen(from, to, 1), &made.markdown, check), "{from} became {to}");
    };
    wrong_page(r#"due">332</data>"#, r#"due">333</data>"#, &figures);
    wrong_page(r#"<data value="332""#, r#"<data value="333""#, &figures);
    wrong_page(r#"data-figure="audit.incidents.due""#, r#"data-figure="audit.incidents.recorded""#, &figures);
    wrong_page(
        r##"href="#figure-audit.incidents.due""##,
        r##"href="#figure-audit.incidents.recorded""##,
        &figures,
    );
    wrong_page("From the incidents, ", "From the 341 incidents, ", &prose);
    wrong_page("From the incidents, ", "From an incident, ", &renderings);
    wrong_page(">98.8% (96.9% to 99.5%)</text>", ">98.8% (96.9% to 99.6%)</text>", &renderings);
    wrong_page(r#"width="364""#, r#"width="354""#, &renderings);
    wrong_page(r#"cx="511""#, r#"cx="501""#, &renderings);
    let markdown = made.markdown.replacen("| 98.8% |", "| 98.7% |", 1);
    assert!(!found(&made.page, &markdown, &renderings), "a cell of paper.md");
}
