//! The community safety partnerships within the force.

use document::{
    Block, Cell, CentreLine, Chart, ChartKind, Head, Inline, Ranked, RankedRow, Row, Section, Standing,
    Table,
    sections::{Paragraphs, grouped, notes_on_intervals},
};
use msf_benchmark::PartnershipShare;
use rulebook::{Figure, interval_head};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use super::{Page, words};
use crate::report::inside::{Inside, OfClass};

/// The section, if a table of partnerships was given.
pub fn section(page: &Page<'_>, inside: &Inside, p: &mut Paragraphs) -> Section {
    let mut blocks = vec![p.say(format!(
        "Within {}: what share each class has in all crime but fraud, partnership by partnership. These tables come without people, so the shares say what \
         kind of crime a place has, not how much of it.",
        page.assessment.focal.name()
    ))];
    for of in &inside.classes {
        let (class, period) = (of.found.class, words::period(of.found.window));
        blocks.push(Block::Subheading { id: of.anchor(), text: format!("{class}, {period}") });
        blocks.push(p.say(crate::within::sentence(&of.found)));
        blocks.push(Block::Chart(chart(page, of)));
    }
    Section { id: "partnerships".to_owned(), heading: "Community safety partnerships".to_owned(), blocks }
}

/// Where a partnership stands among those of the force.
pub fn among(page: &Page<'_>, share: &PartnershipShare) -> String {
    words::standing(page, share.placed.map(|(inner, outer)| (inner.standing, outer.standing)))
}

fn chart(page: &Page<'_>, of: &OfClass) -> Chart {
    let (inner, _) = page.asked.limits;
    let title = format!("{}: partnerships in order, {}", of.found.class, words::period(of.found.window));
    let percent = |share: Decimal| share.checked_mul(10_000.into())?.round().to_i64();
    let row = |(share, figure): (&PartnershipShare, &Figure)| RankedRow {
        label: share.name.clone(),
        figure: figure.id.clone(),
        hundredths: percent(share.share),
        interval: figure.interval.as_ref().and_then(|of| Some((percent(of.low)?, percent(of.high)?))),
        printed: figure.printed(),
        standing: Standing::Other,
    };
    let id = of.anchor();
    Chart {
        description: format!(
            "The partnerships from the highest share to the lowest. {}",
            crate::within::sentence(&of.found)
        ),
        kind: ChartKind::Ranked(Box::new(Ranked {
            axis: format!("% of all crime but fraud, with {inner} intervals"),
            centre: of.found.centre.and_then(|centre| {
                let exact = Decimal::try_from(centre).ok()?;
                let name = format!("all partnerships: {}%", (exact * Decimal::ONE_HUNDRED).round_dp(1));
                Some(CentreLine { name, hundredths: percent(exact)? })
            }),
            rows: of.found.shares.iter().zip(&of.figures).map(row).collect(),
            left_out: of.found.left_out.iter().map(|name| format!("{name} is in no share.")).collect(),
        })),
        table: table(page, of, &id, &title),
        id: format!("{id}.order"),
        title,
    }
}

fn table(page: &Page<'_>, of: &OfClass, id: &str, title: &str) -> Table {
    let count = |share: &PartnershipShare| format!("{} of {}", grouped(share.part), grouped(share.whole));
    let row = |(share, figure): (&PartnershipShare, &Figure)| {
        Row::new([
            Cell::from(share.name.as_str()),
            Cell::from(count(share)),
            Cell::from(figure),
            Cell::from(figure.interval_printed().unwrap_or_else(|| "–".to_owned())),
            Cell::from(among(page, share)),
        ])
    };
    Table {
        id: format!("{id}.order-data"),
        caption: title.to_owned(),
        head: vec![
            Head::words("Partnership"),
            Head::numbers("Counted"),
            Head::numbers("Share"),
            Head::numbers(interval_head(of.figures.iter())),
            Head::words("Among those of the force"),
        ],
        rows: of.found.shares.iter().zip(&of.figures).map(row).collect(),
        notes: notes_on_intervals(of.figures.iter()).into_iter().chain(note(of)).collect(),
    }
}

fn note(of: &OfClass) -> Option<Vec<Inline>> {
    let names = of.found.left_out.join(", ");
    (!names.is_empty()).then(|| vec![Inline::text(format!("In no share: {names}."))])
}
