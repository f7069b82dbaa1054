//! What is shared with whom until when.

use chrono::NaiveDate;
use rulebook::{FigureId, Known};
use serde::Deserialize;
use table::{Column, Layout, Rows};

/// The layout of a table of information-sharing agreements.
pub static AGREEMENTS: Layout = Layout {
    name: "agreements",
    what: "one row an agreement to share information with one partner",
    columns: &[
        Column::required("agreement", "its short name, different from every other"),
        Column::required("partner", "the body with which information is shared"),
        Column::required("placeholder", "`yes` if the partner's name is a placeholder of ours, else `no`"),
        Column::required("purpose", "what it is for"),
        Column::required("area", "where it applies, `not known` or empty"),
        Column::required("since", "a day, `not known` or empty"),
        Column::required("review", "the day of its next review, `not known` or empty"),
        Column::required("owner", "the post that answers for it, `not known` or empty"),
        Column::required("state", "in words, `not known` or empty"),
        Column::required("paragraph", "where the source speaks of it"),
    ],
};

/// An agreement to share information with one partner.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Agreement {
    /// Its short name; figures are asked for by it.
    #[serde(rename = "agreement", deserialize_with = "crate::cell::filled")]
    pub name: String,
    /// The body with which information is shared.
    #[serde(deserialize_with = "crate::cell::filled")]
    pub partner: String,
    /// Whether the source names that body.
    #[serde(rename = "placeholder")]
    pub partner_is: Partner,
    /// What it is for.
    pub purpose: String,
    /// Where it applies.
    pub area: Known<String>,
    /// The day from which it is in force.
    #[serde(deserialize_with = "table::known_day")]
    pub since: Known<NaiveDate>,
    /// The day of its next review.
    #[serde(deserialize_with = "table::known_day")]
    pub review: Known<NaiveDate>,
    /// The post that answers for it.
    pub owner: Known<String>,
    /// How it stands, in the words of the source.
    pub state: Known<String>,
    /// Where the source speaks of it.
    pub paragraph: String,
}

/// Whether the source names a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Partner {
    /// The source names it.
    #[serde(rename = "no")]
    Named,
    /// The source counts it without naming it: the name is a placeholder of ours.
    #[serde(rename = "yes")]
    Placeholder,
}

impl Agreement {
    /// Rejects a second agreement of one name. Two names that give the same figure id count as one name.
    pub(crate) fn once(rows: &mut Rows<Self>) {
        rows.reject_repeated("agreement", |agreement| FigureId::of(&[&agreement.name]).as_str().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;

    #[test]
    fn names_that_would_share_a_figure_are_one_name() {
        let rows = given::agreements(
            "Fire Service,Fire Service,no,,,,,,,1\nfire-service,Fire Service,yes,,,,,,,1\nC,D,perhaps,,,,,,,1\n",
        );
        let sentences: Vec<&str> = rows.rejected.iter().map(|finding| finding.sentence.as_str()).collect();
        assert_eq!(
            sentences,
            [
                "`perhaps` is not `yes` if the partner's name is a placeholder of ours, else `no`",
                "`fire-service` is named twice: already on line 2"
            ]
        );
        assert_eq!(rows.good[0].value.partner_is, Partner::Named);
    }
}
