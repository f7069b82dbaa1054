//! How the page of a comparison begins: what was compared, and the shares.

use document::{
    Inline, Section,
    sections::{Named, Paragraphs, counts_table},
};

use super::{Page, figure, of_family, withheld};

/// What stands above everything else, if rows were rejected.
pub fn notice(page: &Page<'_>) -> String {
    if page.figures.iter().any(withheld) {
        "Rows were rejected, so totals and rates are withheld. The tables hold what could be read; findings.csv says which rows could not.".to_owned()
    } else {
        String::new()
    }
}

/// What was compared, and what became of every row.
pub fn compared(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let text = Inline::text;
    let mut blocks = vec![p.next(vec![
        text("Crimes that are due from what was reported were held against the crimes recorded, record by record and both ways, report by report: "),
        figure(page, "comparison.rows.all.reports"),
        text(" reports. What became known after the day named above is not used."),
    ])];
    blocks.push(match &page.settings.force {
        Some(force) => {
            p.say(format!("Crimes due to be recorded by another force than {force} are counted apart."))
        }
        None => p.say("No force was named, so every crime due is taken for this force's own."),
    });
    for (name, title) in [("rows.due", "Rows of crimes due"), ("rows.recorded", "Rows of crimes recorded")] {
        let id = name.replace('.', "-");
        blocks.push(counts_table(
            Named { id: &id, title },
            "What became of them",
            "How many",
            &of_family(page, name),
        ));
    }
    blocks.push(p.say(
        "Every row in is used, says that nothing is due, is rejected, or was not yet known on the day. One row may stand for several crimes due.",
    ));
    Section { id: "compared".to_owned(), heading: "What was compared".to_owned(), blocks }
}

/// The shares a board asks for.
pub fn shares(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let prefix = "comparison.share.";
    let figures = page.figures.iter().filter(|figure| figure.id.as_str().starts_with(prefix));
    let rows: Vec<_> = figures.map(|figure| (figure.label.as_str(), figure)).collect();
    let table = counts_table(Named { id: "shares", title: "The shares in short" }, "What", "Share", &rows);
    let says = p.say(
        "These are shares of the whole extract and not of a sample, so none has an interval. Crimes cancelled and crimes transferred count as not recorded in \
         the first and are on neither side of the second.",
    );
    Section { id: "in-short".to_owned(), heading: "In short".to_owned(), blocks: vec![says, table] }
}
