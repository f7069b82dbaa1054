//! The whole page is read back as XML and walked.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roxmltree::{Document as Xml, Node};
use rulebook::day;

use super::*;
use crate::{
    Marking,
    render::fixture::{self, HOSTILE},
};

fn with_page(document: &Document, look: impl FnOnce(&str, &Xml<'_>)) {
    let page = page(document).unwrap();
    let body = page.strip_prefix("<!DOCTYPE html>\n").expect("the page starts with its doctype");
    let xml = Xml::parse(body).unwrap_or_else(|error| panic!("{error}\n{body}"));
    look(&page, &xml);
}

fn small() -> Document {
    Document {
        title: "Small".into(),
        board: "Board".into(),
        meeting: Some(day(2020, 1, 2)),
        author: "Author".into(),
        marking: Marking(String::new()),
        as_at: day(2020, 1, 1),
        notice: String::new(),
        sections: vec![],
        footnotes: vec![],
    }
}

fn tag<'a>(node: &Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// Everything that must hold for every page.
fn whole(page: &str, xml: &Xml<'_>) {
    let elements: Vec<Node<'_, '_>> = xml.descendants().filter(Node::is_element).collect();
    let ids: Vec<&str> = elements.iter().filter_map(|node| node.attribute("id")).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id is used twice");

    let levels: Vec<u32> =
        elements.iter().filter_map(|node| tag(node).strip_prefix('h')?.parse().ok()).collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a heading skips a level: {levels:?}");

    for node in &elements {
        for attribute in node.attributes() {
            let value = attribute.value();
            match attribute.name() {
                "src" | "srcset" | "data" | "action" | "poster" => panic!("{} loads something", tag(node)),
                "href" => {
                    let user = tag(node) == "a" && node.attribute("rel") == Some("noreferrer");
                    let own = value.strip_prefix('#').is_some_and(|id| unique.contains(id));
                    assert!(user || own || value == "data:,", "{value:?} leads nowhere");
                }
                "aria-labelledby" => assert!(value.split(' ').all(|id| unique.contains(id)), "{value}"),
                "fill" => assert!(
                    unique.contains(value.trim_start_matches("url(#").trim_end_matches(')'))
                        || value == "none"
                ),
                name => assert!(!name.starts_with("on"), "{name} runs something"),
            }
        }
        let has = |name: &str| node.children().any(|child| tag(&child) == name);
        match tag(node) {
            "script" | "img" | "iframe" | "object" | "embed" => panic!("a {} is on the page", tag(node)),
            "link" => assert_eq!(node.attribute("href"), Some("data:,")),
            "table" => {
                assert!(has("caption") && has("thead"));
                let region = node.parent_element().unwrap();
                assert_eq!(
                    (region.attribute("role"), region.attribute("tabindex")),
                    (Some("region"), Some("0"))
                );
            }
            "th" => assert!(matches!(node.attribute("scope"), Some("col" | "row"))),
            "svg" => assert!(has("title") && has("desc") && node.attribute("role") == Some("img")),
            _ => {}
        }
    }
    assert!(!page.contains("<script"));
    assert!(!page.contains("@import") && page.matches("url(").count() == page.matches("url(#").count());
}

#[test]
fn a_small_page_is_whole() {
    with_page(&small(), |page, xml| {
        whole(page, xml);
        assert_eq!(xml.root_element().attribute("lang"), Some("en-GB"));
        assert!(
            !page.contains("Please note")
                && !page.contains("class=\"marking\"")
                && !page.contains("@top-center")
        );
    });
}

#[test]
fn the_rich_page_is_whole() {
    with_page(&fixture::rich(), |page, xml| {
        whole(page, xml);
        assert_eq!(xml.descendants().filter(|node| tag(node) == "table").count(), 8);
        assert_eq!(xml.descendants().filter(|node| tag(node) == "svg").count(), 6);
        assert_eq!(page.matches("<p class=\"marking\">OFFICIAL: “example” &amp; not for use</p>").count(), 2);
        assert_eq!(page.matches("content: \"OFFICIAL").count(), 2);
        let captions: Vec<String> = xml
            .descendants()
            .filter(|node| matches!(tag(node), "caption" | "figcaption"))
            .map(said)
            .collect();
        assert_eq!(
            captions,
            [
                "Table 1: Crimes that should have been recorded, and crimes recorded",
                "Figure 1: Cancelled crimes of all crimes first recorded, four forces",
                "Figure 1 as a table: Cancelled crimes by force",
                "Figure 2: Share recorded as it should be, with 95% Wilson intervals",
                "Figure 2 as a table: Share recorded, with its interval",
                "Figure 3: The roll-out and what falls into it",
                "Figure 3 as a table: Dates of the roll-out",
                "Table 2: Phases of the roll-out",
                "Figure 4: Crimes per 1,000 people against the size of the force",
                "Figure 4 as a table: Rates of forces",
                "Figure 5: Crimes per 1,000 people over time",
                "Figure 5 as a table: Rates of forces",
                "Figure 6: Crimes per 1,000 people, by force",
                "Figure 6 as a table: Rates of forces",
            ]
        );
    });
}

#[test]
fn a_figure_leads_to_its_row_if_there_is_one() {
    with_page(&fixture::rich(), |page, _| {
        let value = "<data value=\"0.92966\" data-figure=\"audit.calls.share\">93%</data>";
        assert!(page.contains(&format!(
            "examined, <a class=\"figure\" href=\"#figure-audit.calls.share\">{value}</a> led"
        )));
        assert!(page.contains(&format!("<td class=\"number\">{value}</td>")), "in a table it stands alone");
        assert!(page.contains(
            "The roll-out has <data value=\"5\" data-figure=\"change.phases\">five phases</data>, of"
        ));
        assert!(page.contains("<tr id=\"figure-audit.calls.share\">"));
    });
}

#[test]
fn running_text_has_no_space_of_ours() {
    with_page(&fixture::rich(), |_, xml| {
        let paragraph =
            |id: &str| said(xml.descendants().find(|node| node.attribute("id") == Some(id)).unwrap());
        assert_eq!(
            paragraph("paragraph-1"),
            "Paragraph 1. Of the calls examined, 93% led to the record that was duenote 1. The inspection printed 94%; \
             see Table 1 and paragraph 2."
        );
        assert!(paragraph("paragraph-4").ends_with("https://example.org/ and never at this place."));
    });
}

#[test]
fn every_mention_of_a_note_has_its_way_back() {
    with_page(&fixture::rich(), |page, _| {
        for back in ["mention-1", "mention-1.2", "mention-1.3", "mention-2"] {
            assert!(page.contains(&format!("href=\"#{back}\" role=\"doc-backlink\"")), "{back}");
            assert!(page.contains(&format!("id=\"{back}\" href=\"#note-")), "{back}");
        }
    });
}

#[test]
fn only_links_to_the_web_are_links() {
    with_page(&fixture::rich(), |page, _| {
        assert!(!page.contains("javascript:"));
        assert!(page.contains(
            "<a class=\"named\" href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">the board&#39;s own site</a>"
        ));
    });
}

#[test]
fn hostile_words_stay_words() {
    for words in HOSTILE {
        with_page(&fixture::filled_with(words), whole);
    }
}

#[test]
fn the_same_document_gives_the_same_page() {
    assert_eq!(page(&fixture::rich()).unwrap(), page(&fixture::rich()).unwrap());
}

#[test]
fn a_document_that_contradicts_itself_is_refused() {
    let mut document = fixture::rich();
    document.sections[0].id = "change".into();
    assert!(matches!(page(&document), Err(RenderError::RepeatedAnchor { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_words_leave_the_page_whole(words in "(\\PC|[<>&\"'/\\]\\[{}%#!-]|\\p{Cc}|script|style){0,40}") {
        with_page(&fixture::filled_with(&words), whole);
    }
}
