//! One page of HTML.
//!
//! The page is one file. It asks for nothing from outside, holds no script, and forbids both to the browser. It is
//! written so that it is XML as well, which is how the tests read it.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, context, syntax::SyntaxConfig, value::Serde};

use super::{RenderError, anchors::Anchors, plain, view::Page};
use crate::Document;

/// The document as one page of HTML.
///
/// A figure in running text leads to the row whose anchor is `figure-` and its id, if the document has one. Tables and
/// charts carry the names that [`crate::numbers`] gives them.
///
/// # Errors
///
/// [`RenderError`] if the document contradicts itself: an anchor used twice or unfit for a link, a reference or
/// footnote that leads nowhere, a row that does not fit its header.
pub fn page(document: &Document) -> Result<String, RenderError> {
    let anchors = Anchors::of(document)?;
    let templates = templates()?;
    let page = Page::of(document, &anchors, &templates)?;
    Ok(templates.get_template("page.html")?.render(context! { page => Serde(page) })?)
}

/// The templates, compiled in. Whatever they print is escaped, in charts as well as in the page: left to itself the
/// template engine would print into `.svg` as it is.
pub(super) fn templates() -> Result<Environment<'static>, RenderError> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    templates.set_formatter(|out, _, value| {
        if value.is_safe() {
            write!(out, "{value}")?;
        } else {
            out.write_str(&plain::escaped(&value.to_string()))?;
        }
        Ok(())
    });
    for (name, text) in [
        ("page.html", include_str!("templates/page.html")),
        ("page.css", include_str!("templates/page.css")),
        ("chart.svg", include_str!("templates/chart.svg")),
        ("bars.svg", include_str!("templates/bars.svg")),
        ("intervals.svg", include_str!("templates/intervals.svg")),
        ("heat_map.svg", include_str!("templates/heat_map.svg")),
        ("plot.svg", include_str!("templates/plot.svg")),
        ("timeline.svg", include_str!("templates/timeline.svg")),
    ] {
        templates.add_template(name, text)?;
    }
    Ok(templates)
}

#[cfg(test)]
mod tests;
