//! The tables that are compared, and the place of each column in them.

use table::{Column, Layout};

/// Crimes due: what `audit-recording decide --format csv` writes can be read as it is, with more columns if there are more facts.
pub static DUE: Layout = Layout {
    name: "due",
    what: "one row a crime that is due, and one at least for every report that was looked at",
    columns: &[
        Column::required("incident", "the reference of the report"),
        Column::optional(
            "what",
            "`crime` or empty for a crime that is due; `registered`, `not recorded`, `to be told` or `nothing` for a report of which none is; `not decided`",
        ),
        Column::optional("act", "the name of the act in the report"),
        Column::required("class", "the class that is due, as `8N`; empty where nothing is"),
        Column::optional("subcode", "the subcode that is due, as `008/06`"),
        Column::optional("count", "how many crimes the row stands for, from 1 to 10,000; empty is 1"),
        Column::optional(
            "victims",
            "who was harmed, by the same references as among the crimes recorded, with `;` between them",
        ),
        Column::optional(
            "offender",
            "the offender or group, by the same reference as among the crimes recorded",
        ),
        Column::optional("day", "the day of the act, as `2026-05-01`"),
        Column::optional("force", "the force that is to record it"),
        Column::optional("deadline", "the last moment for recording it, as `2026-05-02T14:30`"),
        Column::optional("received", "the moment at which the report was received, as `2026-05-01T14:30`"),
        Column::optional(
            "known_from",
            "the first day on which the facts were known that make it due, as `2026-05-01`",
        ),
        Column::optional(
            "store",
            "the store from which the report comes: command and control, a protection unit, referrals",
        ),
        Column::optional("policing_unit", "the unit that dealt with the report"),
        Column::optional("role", "the role of the officer who dealt with it"),
        Column::optional("route", "how the report came in: by telephone, at a counter, from a partner"),
    ],
};

/// Where the columns of [`DUE`] stand.
#[expect(missing_docs, reason = "each is named as the column it stands for, which the layout explains")]
pub mod due {
    pub const INCIDENT: usize = 0;
    pub const WHAT: usize = 1;
    pub const ACT: usize = 2;
    pub const CLASS: usize = 3;
    pub const SUBCODE: usize = 4;
    pub const COUNT: usize = 5;
    pub const VICTIMS: usize = 6;
    pub const OFFENDER: usize = 7;
    pub const DAY: usize = 8;
    pub const FORCE: usize = 9;
    pub const DEADLINE: usize = 10;
    pub const RECEIVED: usize = 11;
    pub const KNOWN_FROM: usize = 12;
    pub const STORE: usize = 13;
    pub const POLICING_UNIT: usize = 14;
    pub const ROLE: usize = 15;
    pub const ROUTE: usize = 16;
}

/// Crimes recorded.
pub static RECORDED: Layout = Layout {
    name: "recorded",
    what: "one row a crime recorded, the cancelled and transferred among them",
    columns: &[
        Column::required("crime", "the crime number"),
        Column::required(
            "incident",
            "the reference of the report from which it was recorded; empty if there is none",
        ),
        Column::required("class", "the class under which it stands, as `8N`"),
        Column::optional("subcode", "the subcode under which it stands, as `008/06`"),
        Column::optional("victims", "who was harmed, with `;` between them"),
        Column::optional("offender", "the offender or group"),
        Column::optional("day", "the day of the act, as `2026-05-01`"),
        Column::optional("recorded", "the moment at which it was recorded, as `2026-05-01T16:00`"),
        Column::optional("status", "`recorded` or empty, `transferred` or `cancelled`"),
        Column::optional("transferred_to", "the force to which it was transferred"),
        Column::optional(
            "first_class",
            "the class under which it was recorded first, if it was re-classified",
        ),
        Column::optional("first_subcode", "the subcode under which it was recorded first"),
        Column::optional("reclassified", "the moment at which it was re-classified, as `2026-05-03T10:00`"),
        Column::optional("reclassified_by", "the post that approved the re-classification"),
        Column::optional("outcome", "the code of its outcome, as `1A`"),
        Column::optional(
            "outcome_may",
            "whether it may take that outcome, as `audit-recording outcomes` says: `yes`, `no` or `cannot be told`",
        ),
        Column::optional("outcome_by", "the rule that says so"),
        Column::optional("outcome_because", "why"),
        Column::optional("policing_unit", "the unit that recorded it"),
        Column::optional("role", "the role of the officer who recorded it"),
        Column::optional("route", "how the report came in"),
    ],
};

/// Where the columns of [`RECORDED`] stand.
#[expect(missing_docs, reason = "each is named as the column it stands for, which the layout explains")]
pub mod recorded {
    pub const CRIME: usize = 0;
    pub const INCIDENT: usize = 1;
    pub const CLASS: usize = 2;
    pub const SUBCODE: usize = 3;
    pub const VICTIMS: usize = 4;
    pub const OFFENDER: usize = 5;
    pub const DAY: usize = 6;
    pub const RECORDED: usize = 7;
    pub const STATUS: usize = 8;
    pub const TRANSFERRED_TO: usize = 9;
    pub const FIRST_CLASS: usize = 10;
    pub const FIRST_SUBCODE: usize = 11;
    pub const RECLASSIFIED: usize = 12;
    pub const RECLASSIFIED_BY: usize = 13;
    pub const OUTCOME: usize = 14;
    pub const OUTCOME_MAY: usize = 15;
    pub const OUTCOME_BY: usize = 16;
    pub const OUTCOME_BECAUSE: usize = 17;
    pub const POLICING_UNIT: usize = 18;
    pub const ROLE: usize = 19;
    pub const ROUTE: usize = 20;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_stands_where_it_is_looked_for() {
        let named = |layout: &Layout, at: usize| layout.columns[at].name;
        for (at, name) in [
            (due::INCIDENT, "incident"),
            (due::WHAT, "what"),
            (due::ACT, "act"),
            (due::CLASS, "class"),
            (due::SUBCODE, "subcode"),
            (due::COUNT, "count"),
            (due::VICTIMS, "victims"),
            (due::OFFENDER, "offender"),
            (due::DAY, "day"),
            (due::FORCE, "force"),
            (due::DEADLINE, "deadline"),
            (due::RECEIVED, "received"),
            (due::KNOWN_FROM, "known_from"),
            (due::STORE, "store"),
            (due::POLICING_UNIT, "policing_unit"),
            (due::ROLE, "role"),
            (due::ROUTE, "route"),
        ] {
            assert_eq!(named(&DUE, at), name);
        }
        for (at, name) in [
            (recorded::CRIME, "crime"),
            (recorded::INCIDENT, "incident"),
            (recorded::CLASS, "class"),
            (recorded::SUBCODE, "subcode"),
            (recorded::VICTIMS, "victims"),
            (recorded::OFFENDER, "offender"),
            (recorded::DAY, "day"),
            (recorded::RECORDED, "recorded"),
            (recorded::STATUS, "status"),
            (recorded::TRANSFERRED_TO, "transferred_to"),
            (recorded::FIRST_CLASS, "first_class"),
            (recorded::FIRST_SUBCODE, "first_subcode"),
            (recorded::RECLASSIFIED, "reclassified"),
            (recorded::RECLASSIFIED_BY, "reclassified_by"),
            (recorded::OUTCOME, "outcome"),
            (recorded::OUTCOME_MAY, "outcome_may"),
            (recorded::OUTCOME_BY, "outcome_by"),
            (recorded::OUTCOME_BECAUSE, "outcome_because"),
            (recorded::POLICING_UNIT, "policing_unit"),
            (recorded::ROLE, "role"),
            (recorded::ROUTE, "route"),
        ] {
            assert_eq!(named(&RECORDED, at), name);
        }
        assert_eq!((DUE.columns.len(), RECORDED.columns.len()), (17, 21));
    }
}
