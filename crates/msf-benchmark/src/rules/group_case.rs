//! The facts of a worked example about groups, for tests.

use rulebook::Known;
use table::Row;

use crate::Membership;

/// Rows of a group: force, peer, first day, last day (empty while it lasts).
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peers {
    peers: Vec<(String, String, String, String)>,
}

impl Peers {
    /// The rows, from line 2 on.
    pub fn rows(&self) -> Vec<Row<Membership>> {
        let row = |(at, (force, peer, from, to)): (usize, &(String, String, String, String))| Row {
            place: rulebook::Place::row("groups.csv", at as u64 + 2),
            value: Membership {
                force: force.parse().unwrap(),
                peer: peer.parse().unwrap(),
                from: from.parse().unwrap(),
                to: if to.is_empty() { Known::NotSupplied } else { Known::Is(to.parse().unwrap()) },
                source: "list".to_owned(),
            },
        };
        self.peers.iter().enumerate().map(row).collect()
    }
}
