//! The page as a browser and a screen reader take it: headings, tables, anchors, pictures, and nothing from outside.

use std::collections::BTreeSet;

use roxmltree::Node;

use crate::made::{all, class, every_run, plain};

#[test]
fn headings_begin_with_one_and_never_skip() {
    for (run, made) in every_run() {
        let page = made.parse();
        let levels: Vec<u32> = page
            .descendants()
            .filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse().ok())
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{run}");
        assert_eq!(levels.first(), Some(&1), "{run}");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{run}: a heading of level {} follows {}", pair[1], pair[0]);
        }
        assert!(levels.len() > 7, "{run}: {levels:?}");
    }
}

#[test]
fn every_table_has_a_caption_and_header_cells_with_a_scope() {
    for (run, made) in every_run() {
        let page = made.parse();
        let mut tables = 0;
        for table in all(page.root_element(), "table") {
            tables += 1;
            let parts: Vec<&str> =
                table.children().filter(Node::is_element).map(|part| part.tag_name().name()).collect();
            assert_eq!(parts, ["caption", "thead", "tbody"], "{run}");
            let caption = plain(table.first_element_child().unwrap());
            assert!(caption.len() > 10, "{run}: {caption}");
            let rows: Vec<Vec<Node<'_, '_>>> =
                all(table, "tr").map(|row| row.children().filter(Node::is_element).collect()).collect();
            for (index, row) in rows.iter().enumerate() {
                assert_eq!(row.len(), rows[0].len(), "{run}, {caption}: row {index}");
                let (columns, named) = if index == 0 { ("col", row.len()) } else { ("row", 1) };
                for cell in &row[..named] {
                    assert_eq!(cell.tag_name().name(), "th", "{run}, {caption}: row {index}");
                    assert_eq!(cell.attribute("scope"), Some(columns), "{run}, {caption}: row {index}");
                    assert!(!plain(*cell).is_empty(), "{run}, {caption}: row {index}");
                }
            }
        }
        assert!(tables >= 9, "{run}: {tables} tables");
    }
}

#[test]
fn anchors_are_unique_and_every_internal_link_resolves() {
    for (run, made) in every_run() {
        let page = made.parse();
        let mut ids = BTreeSet::new();
        for id in page.descendants().filter_map(|node| node.attribute("id")) {
            assert!(ids.insert(id), "{run}: the anchor {id} stands twice");
        }
        let mut links = 0;
        for node in page.descendants() {
            for name in ["aria-labelledby", "aria-describedby"] {
                for id in node.attribute(name).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{run}: {name} names {id}, which is not there");
                }
            }
            if node.tag_name().name() == "a" {
                let anchor = node.attribute("href").unwrap().strip_prefix('#');
                let anchor =
                    anchor.unwrap_or_else(|| panic!("{run}: a link leads out of the page: {node:?}"));
                assert!(ids.contains(anchor), "{run}: a link leads to #{anchor}, which is not there");
                links += 1;
            }
        }
        assert!(links > 30, "{run}: {links} links");
    }
}

#[test]
fn nothing_is_asked_of_another_computer() {
    for (run, made) in every_run() {
        let page = made.parse();
        for node in page.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            assert!(
                !["script", "img", "iframe", "object", "embed", "base", "form", "image", "use", "style"]
                    .contains(&name)
                    || (name == "style" && node.parent().is_some_and(|above| above.has_tag_name("head"))),
                "{run}: <{name}>"
            );
            for attribute in node.attributes() {
                assert!(
                    !["src", "srcset", "poster", "background", "action", "style"].contains(&attribute.name())
                        && !attribute.name().starts_with("on"),
                    "{run}: {} in <{name}>",
                    attribute.name()
                );
                let value = attribute.value();
                assert!(!value.contains("//"), "{run}: {value}");
                assert!(!value.contains("url(") || value.starts_with("url(#"), "{run}: {value}");
            }
            if name == "link" {
                assert_eq!(node.attribute("rel"), Some("icon"), "{run}");
                assert_eq!(node.attribute("href"), Some("data:,"), "{run}");
            }
            if name == "style" {
                let style = node.text().unwrap();
                assert!(!style.contains("url(") && !style.contains("@import"), "{run}");
            }
        }
        let policy = all(page.root_element(), "meta")
            .find(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy"))
            .and_then(|meta| meta.attribute("content"));
        assert!(policy.unwrap().starts_with("default-src 'none';"), "{run}");
    }
}

#[test]
fn every_picture_has_a_title_a_description_a_role_and_its_table() {
    for (run, made) in every_run() {
        let page = made.parse();
        let pictures: Vec<Node<'_, '_>> = all(page.root_element(), "svg").collect();
        assert_eq!(pictures.len(), if run.starts_with("synthetic") { 0 } else { 4 }, "{run}");
        for svg in pictures {
            assert_eq!(svg.attribute("role"), Some("img"), "{run}");
            let parts: Vec<Node<'_, '_>> = svg.children().filter(Node::is_element).take(2).collect();
            let names: Vec<&str> = parts.iter().map(|part| part.tag_name().name()).collect();
            assert_eq!(names, ["title", "desc"], "{run}");
            let ids: Vec<&str> = parts.iter().filter_map(|part| part.attribute("id")).collect();
            assert_eq!(svg.attribute("aria-labelledby"), Some(ids.join(" ").as_str()), "{run}");
            assert!(parts.iter().all(|part| part.text().is_some_and(|text| text.len() > 15)), "{run}");
            let figure = svg.ancestors().find(|node| node.has_tag_name("figure")).unwrap();
            assert_eq!(all(figure, "figcaption").count(), 1, "{run}");
            let rows = all(figure, "tbody").flat_map(|body| body.children().filter(Node::is_element)).count();
            assert!(rows >= 4, "{run}: the table of a picture has {rows} rows");
        }
        assert_eq!(page.root_element().attribute("lang"), Some("en-GB"), "{run}");
        assert!(all(page.root_element(), "p").any(|node| class(node) == "notice"), "{run}");
    }
}
