//! The 2014 Act as a force's plan speaks of it: what was announced for each provision, held against the orders.

use calendar::{InvertedWindow, Window};
use chrono::NaiveDate;
use rulebook::{Figure, FigureId, Finding, Severity, Value};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Row, Rows, Source};

use crate::rules::{
    commencement_as_announced,
    commencement_of_the_2014_act::{self as commencement, COMMENCEMENTS, Standing, standing},
};

/// The layout of `legal/provisions.csv`.
pub static PROVISIONS: Layout = Layout {
    name: "provisions",
    what: "one row a provision of an Act for which somebody announced a first day",
    columns: &[
        Column::required("act", "the Act by its short title and year"),
        Column::required("provision", "the provision as a commencement order names it: `Part 1`"),
        Column::required("announced_first", "a day"),
        Column::required("announced_last", "a day"),
        Column::required("as_printed", "the announcement in the words of its source"),
        Column::required("paragraph", "where the source says so"),
    ],
};

/// What somebody announced of a provision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Cells")]
pub struct Announcement {
    /// The Act.
    pub act: String,
    /// The provision.
    pub provision: String,
    /// The days announced.
    pub announced: Window,
    /// The announcement in the words of its source.
    pub as_printed: String,
    /// Where the source says so.
    pub paragraph: String,
}

#[derive(Deserialize)]
struct Cells {
    act: String,
    provision: String,
    #[serde(deserialize_with = "table::day")]
    announced_first: NaiveDate,
    #[serde(deserialize_with = "table::day")]
    announced_last: NaiveDate,
    as_printed: String,
    paragraph: String,
}

impl TryFrom<Cells> for Announcement {
    type Error = InvertedWindow;

    fn try_from(cells: Cells) -> Result<Self, InvertedWindow> {
        Ok(Self {
            announced: Window::new(cells.announced_first, cells.announced_last)?,
            act: cells.act,
            provision: cells.provision,
            as_printed: cells.as_printed,
            paragraph: cells.paragraph,
        })
    }
}

impl Announcement {
    /// Reads a table of announcements.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&PROVISIONS, source)?;
        rows.reject_repeated("provision", |row: &Self| format!("{}, {}", row.act, row.provision));
        Ok(rows)
    }
}

/// What the orders say.
#[derive(Debug, Clone)]
pub struct Answer {
    /// How every provision stands for which an order is held.
    pub standings: Vec<Standing>,
    /// `act.<provision>.announced`, `.state`, `.sentence` for each announcement.
    pub figures: Vec<Figure>,
    /// What does not agree, and what could not be answered.
    pub findings: Vec<Finding>,
}

/// Holds every announcement against the orders as they were known on `as_at`.
#[must_use]
pub fn examine(announcements: &Rows<Announcement>, as_at: NaiveDate) -> Answer {
    let mut answer = Answer {
        standings: COMMENCEMENTS.iter().filter_map(|row| standing(row.provision, as_at).ok()).collect(),
        figures: Vec::new(),
        findings: announcements.findings().cloned().collect(),
    };
    for row in &announcements.good {
        announcement(row, as_at, &mut answer);
    }
    answer
}

fn announcement(row: &Row<Announcement>, as_at: NaiveDate, answer: &mut Answer) {
    let Announcement { act, provision, announced, as_printed, paragraph } = &row.value;
    let figure = |what: &str, label: String, words: String| {
        Figure::new(FigureId::of(&["act", provision, what]), label, Value::Words(words))
            .from_cells([row.place.at("provision"), row.place.at("as_printed")])
    };
    let finding = |rule, severity, sentence: String| {
        Finding::new(rule, severity, provision, Some(row.place.at("provision")), sentence)
            .with("act", act)
            .with("announced", as_printed)
            .with("paragraph", paragraph)
            .with("as at", as_at)
    };
    answer.figures.push(figure(
        "announced",
        format!("{provision}: first day as announced"),
        as_printed.clone(),
    ));
    let standing = if is_the_2014_act(act) {
        standing(provision, as_at).map_err(|error| error.to_string())
    } else {
        Err(format!("no commencement order is held for `{act}`"))
    };
    match standing {
        Ok(standing) => {
            let verdict = commencement_as_announced::judge(provision, standing.state, *announced, as_printed);
            let sentence = format!("{provision} ({}): {}", standing.commencement.subject, verdict.words);
            answer.figures.push(
                figure("state", format!("{provision}: how it stands"), standing.state.to_string())
                    .by(&commencement::RULE)
                    .working(order_known(&standing, as_at)),
            );
            answer.figures.push(
                figure("sentence", format!("{provision}: announced and appointed"), verdict.words)
                    .by(&commencement_as_announced::RULE),
            );
            answer.findings.push(
                finding(&commencement_as_announced::RULE, verdict.severity, sentence)
                    .with("order", order_known(&standing, as_at)),
            );
        }
        Err(reason) => {
            let withheld = |what, label| {
                let mut figure = figure(what, label, String::new());
                figure.value = Value::Withheld(reason.clone());
                figure
            };
            answer.figures.push(withheld("state", format!("{provision}: how it stands")));
            answer.figures.push(withheld("sentence", format!("{provision}: announced and appointed")));
            let sentence = format!("{provision}: {reason}; nothing is said of {as_printed}");
            answer.findings.push(finding(&commencement::RULE, Severity::Warning, sentence));
        }
    }
}

fn order_known(standing: &Standing, as_at: NaiveDate) -> String {
    standing.order_known(as_at).map_or_else(|| "no order made".to_owned(), ToString::to_string)
}

fn is_the_2014_act(act: &str) -> bool {
    let words: String = act.chars().filter(|c| c.is_alphanumeric()).collect();
    words.eq_ignore_ascii_case("AntisocialBehaviourCrimeandPolicingAct2014")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::day;

    fn answer(rows: &str, as_at: NaiveDate) -> Answer {
        let text = format!("act,provision,announced_first,announced_last,as_printed,paragraph\n{rows}");
        examine(&Announcement::read(Source::new("legal/provisions.csv", text.as_bytes())).unwrap(), as_at)
    }

    const ACT: &str = "\"Anti-social Behaviour, Crime and Policing Act 2014\"";

    #[test]
    fn what_became_known_later_is_not_named() {
        let rows = format!("{ACT},Part 4,2014-10-01,2014-10-31,October 2014,7\n");
        let before = format!("{:?}", answer(&rows, day(2014, 9, 23)));
        assert!(before.contains("no order made") && !before.contains("(read in part)"), "{before}");
        let after = answer(&rows, day(2014, 9, 24));
        assert_eq!(after.figures[2].printed(), "appointed for 20 October 2014, as announced (October 2014)");
        assert!(after.figures[1].working.starts_with("SI 2014/2590"));
    }

    #[test]
    fn an_act_we_do_not_hold_is_said_to_be_so() {
        let answer = answer(
            "Policing and Crime Act 2017,Part 4,2017-04-01,2017-04-30,April 2017,7\n",
            day(2017, 4, 1),
        );
        assert_eq!(
            answer.figures[1].printed(),
            "withheld (no commencement order is held for `Policing and Crime Act 2017`)"
        );
        assert_eq!(answer.findings[0].severity, Severity::Warning);
    }
}
