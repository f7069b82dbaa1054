//! The desks that speak, and the channels through which they do.

use rulebook::Known;
use serde::Deserialize;
use table::{Column, Layout, Rows};

/// The layout of a table of desks.
pub static DESKS: Layout = Layout {
    name: "desks",
    what: "one row a desk that speaks for the force",
    columns: &[
        Column::required("desk", "its name"),
        Column::required("purpose", "what it is for"),
        Column::required("horizon", "how far ahead it plans, in words, `not known` or empty"),
    ],
};

/// The layout of a table of channels.
pub static CHANNELS: Layout = Layout {
    name: "channels",
    what: "one row a channel of a desk; a channel that two desks use has two rows",
    columns: &[Column::required("channel", "its name"), Column::required("desk", "the name of a desk")],
};

/// A desk that speaks for the force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Desk {
    /// Its name, by which other tables know it.
    #[serde(rename = "desk", deserialize_with = "crate::cell::filled")]
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How far ahead it plans, in the words of the source.
    pub horizon: Known<String>,
}

/// A channel of a desk.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Channel {
    /// Its name.
    #[serde(rename = "channel", deserialize_with = "crate::cell::filled")]
    pub name: String,
    /// The desk that uses it.
    #[serde(deserialize_with = "crate::cell::filled")]
    pub desk: String,
}

impl Desk {
    /// Rejects a second desk of one name.
    pub(crate) fn once(rows: &mut Rows<Self>) {
        rows.reject_repeated("desk", |desk| desk.name.clone());
    }
}

impl Channel {
    /// Rejects a second channel of one name and desk.
    pub(crate) fn once(rows: &mut Rows<Self>) {
        rows.reject_repeated("channel", |channel| format!("{} of {}", channel.name, channel.desk));
    }
}

#[cfg(test)]
mod tests {
    use crate::given;

    #[test]
    fn two_desks_may_share_a_channel_but_one_desk_names_it_once() {
        let rows = given::channels("Radio,Press\nRadio,Campaigns\nRadio,Press\n");
        assert_eq!((rows.good.len(), rows.rejected.len()), (2, 1));
        assert_eq!(rows.rejected[0].sentence, "`Radio of Press` is named twice: already on line 2");
    }

    #[test]
    fn a_desk_without_a_name_is_rejected() {
        let rows = given::desks(",talk,\n");
        assert_eq!(rows.rejected[0].sentence, "empty: expected its name");
    }
}
