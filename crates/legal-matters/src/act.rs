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
    /// Reads a table of announcements; a provision of an Act stands once, however its name is written.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&PROVISIONS, source)?;
        rows.reject_repeated("provision", |row: &Self| {
            let id = row.id("announced");
            id.as_str().trim_end_matches(".announced").to_owned()
        });
        Ok(rows)
    }
}

impl Announcement {
    /// The id of the figure `what` of this provision. Two Acts may both have a Part 1, so that an Act other than the
    /// 2014 Act stands in the id.
    fn id(&self, what: &str) -> FigureId {
        if is_the_2014_act(&self.act) {
            FigureId::of(&["act", &self.provision, what])
        } else {
            FigureId::of(&["act", &self.act, &self.provision, what])
        }
    }

    /// What the provision is called in a label and a sentence, with its Act if that is not the 2014 Act.
    fn name(&self) -> String {
        if is_the_2014_act(&self.act) {
            self.provision.clone()
        } else {
            format!("{}, {}", self.act, self.provision)
        }
    }
}

/// What the orders say.
#[derive(Debug, Clone)]
pub struct Answer {
    /// How every provision stands for which an order is held.
    pub standings: Vec<Standing>,
    /// `act.<provision>.announced`, `.state`, `.sentence` for each announcement of the 2014 Act;
    /// `act.<act>.<provision>.…` for one of another Act.
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
    let name = row.value.name();
    let figure = |what: &str, label: String, words: String| {
        Figure::new(row.value.id(what), label, Value::Words(words))
            .from_cells([row.place.at("provision"), row.place.at("as_printed")])
    };
    let finding = |rule, severity, sentence: String| {
        Finding::new(rule, severity, provision, Some(row.place.at("provision")), sentence)
            .with("act", act)
            .with("announced", as_printed)
            .with("paragraph", paragraph)
            .with("as at", as_at)
    };
    answer.figures.push(figure("announced", format!("{name}: first day as announced"), as_printed.clone()));
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
                figure("state", format!("{name}: how it stands"), standing.state.to_string())
                    .by(&commencement::RULE)
                    .working(standing.orders_in_words(as_at)),
            );
            answer.figures.push(
                figure("sentence", format!("{name}: announced and appointed"), verdict.words)
                    .by(&commencement_as_announced::RULE),
            );
            answer.findings.push(
                finding(&commencement_as_announced::RULE, verdict.severity, sentence)
                    .with("order", standing.orders_in_words(as_at)),
            );
        }
        Err(reason) => {
            let withheld = |what, label| {
                let mut figure = figure(what, label, String::new());
                figure.value = Value::Withheld(reason.clone());
                figure
            };
            answer.figures.push(withheld("state", format!("{name}: how it stands")));
            answer.figures.push(withheld("sentence", format!("{name}: announced and appointed")));
            let sentence = format!("{name}: {reason}; nothing is said of {as_printed}");
            answer.findings.push(finding(&commencement::RULE, Severity::Warning, sentence));
        }
    }
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
    fn what_is_in_force_in_part_is_never_beside_no_order() {
        let rows = format!("{ACT},Part 6,2014-10-01,2014-10-31,October 2014,7\n");
        let answer = answer(&rows, day(2014, 7, 1));
        assert!(answer.figures[1].printed().starts_with("in part since 13 May 2014"));
        assert!(answer.figures[1].working.starts_with("SI 2014/949"), "{}", answer.figures[1].working);
        assert!(!format!("{answer:?}").contains("no order made"));
    }

    #[test]
    fn one_provision_of_two_acts_has_figures_of_its_own() {
        let rows = format!(
            "{ACT},Part 1,2014-10-01,2014-10-31,October 2014,7\n\
             Policing and Crime Act 2017,Part 1,2017-04-01,2017-04-30,April 2017,8\n"
        );
        let answer = answer(&rows, day(2017, 4, 1));
        let ids: Vec<&str> = answer.figures.iter().map(|figure| figure.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "act.part-1.announced",
                "act.part-1.state",
                "act.part-1.sentence",
                "act.policing-and-crime-act-2017.part-1.announced",
                "act.policing-and-crime-act-2017.part-1.state",
                "act.policing-and-crime-act-2017.part-1.sentence",
            ]
        );
        assert_eq!(answer.figures[3].label, "Policing and Crime Act 2017, Part 1: first day as announced");
    }

    #[test]
    fn a_provision_written_in_two_ways_is_one_provision() {
        let rows = format!(
            "{ACT},Part 1,2014-10-01,2014-10-31,October 2014,7\n\
             \"Antisocial Behaviour, Crime and Policing Act 2014\",part 1,2014-11-01,2014-11-30,November 2014,8\n"
        );
        let answer = answer(&rows, day(2014, 7, 1));
        assert_eq!(answer.figures.len(), 3);
        assert_eq!(answer.findings[0].rule.id.0, "key-once");
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
