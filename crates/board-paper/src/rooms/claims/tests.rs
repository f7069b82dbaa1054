//! Small registers, printed.

use legal_matters::{Answer, Inputs};
use rulebook::{Finding, day};
use table::Source;

use super::*;
use crate::{
    material::Material,
    settings::Settings,
    shelf::{Files, Shelf},
};

const HEADER: &str =
    "claim,claimant,date_of_birth,warrant_number,respondent,act_date,presented,head,multiple,state,note\n";

/// `n` claims of different people about 1 January 2012, presented on that day and standing so.
fn claims(begin: usize, n: usize, presented: &str, state: &str) -> String {
    let row = |k| format!("{k},Person {k},1960-01-01,,Force K,2012-01-01,{presented},age,,{state},\n");
    (begin..begin + n).map(row).collect::<Vec<String>>().concat()
}

fn answer(rows: &str, settings: &str) -> Answer {
    let register = format!("{HEADER}{rows}");
    let inputs = Inputs {
        claims: Some(Source::new("legal/claims.csv", register.as_bytes())),
        claim_settings: Some(Source::new("legal/claims.toml", settings.as_bytes())),
        ..Inputs::default()
    };
    examine(&read(&inputs).unwrap(), None, day(2014, 4, 2))
}

fn printed(figures: &[Figure], id: &str) -> String {
    figures.iter().find(|figure| figure.id.as_str() == id).unwrap().printed()
}

#[test]
fn what_is_withheld_stays_withheld_and_tells_no_number() {
    let rows = claims(0, 2, "2012-02-01", "stayed") + &claims(2, 1, "2012-02-30", "stayed");
    let mut answer = answer(&rows, "");
    let register = answer.register.clone().unwrap();
    hide(&mut answer.figures, &Hidden::of(&register, Some(5)));
    for id in ["claims.in", "claims.distinct", "claims.stayed", "claims.in-time"] {
        assert_eq!(printed(&answer.figures, id), "withheld (rows of legal/claims.csv rejected)");
    }
}

#[test]
fn before_the_stay_the_cross_table_prints_its_totals_only() {
    let rows = claims(0, 40, "2012-02-01", "stayed")
        + &claims(40, 3, "2012-02-01", "proceeding")
        + &claims(43, 20, "2013-02-01", "stayed");
    let mut answer = answer(&rows, "stay_from = \"2014-05-01\"\n");
    let register = answer.register.clone().unwrap();
    let hidden = Hidden::of(&register, Some(5));
    hide(&mut answer.figures, &hidden);
    let table = timing(&register, &hidden, &answer.figures);
    let text = format!("{:?}", table.rows);
    assert!(!text.contains("40") && text.contains("43") && text.contains("withheld"), "{text}");
    assert_eq!(printed(&answer.figures, "claims.stayed"), "withheld (the stay had not begun)");
    assert_eq!(printed(&answer.figures, "claims.out-of-time"), "20");
    assert!(format!("{:?}", table.notes).contains("Withheld: the stay had not begun."));
}

#[test]
fn fifty_of_fifty_three_are_not_shown_beside_two_and_one() {
    let rows = claims(0, 50, "2012-02-01", "stayed")
        + &claims(50, 2, "2012-02-01", "proceeding")
        + &claims(52, 1, "2012-02-01", "withdrawn")
        + &claims(53, 60, "2013-02-01", "stayed")
        + &claims(113, 70, "2013-02-01", "proceeding")
        + &claims(183, 80, "2013-02-01", "withdrawn");
    let mut answer = answer(&rows, "");
    let register = answer.register.clone().unwrap();
    let hidden = Hidden::of(&register, Some(5));
    hide(&mut answer.figures, &hidden);
    let table = timing(&register, &hidden, &answer.figures);
    let first = format!("{:?}", table.rows[0]);
    assert!(!(first.contains("\"50\"") && first.contains("\"53\"")), "{first}");
    assert!(answer.findings.iter().all(|finding: &Finding| !finding.sentence.contains("53")));
}

/// A claim presented later is not used; a few of them are not spoken of.
#[test]
fn a_claim_presented_later_is_not_counted_as_used() {
    assert_eq!(rows_counted(2, "person-level"), (9, 0));
    assert_eq!(rows_counted(5, "person-level"), (9, 5));
    assert_eq!(rows_counted(2, "published"), (9, 2));
}

/// How many of 9 claims and `later` presented the day after are counted as used, and as not yet known.
fn rows_counted(later: usize, kind: &str) -> (usize, usize) {
    let rows = claims(0, 9, "2012-02-01", "stayed") + &claims(9, later, "2014-04-03", "stayed");
    let files = Files::from([("legal/claims.csv".to_owned(), format!("{HEADER}{rows}").into_bytes())]);
    let settings = format!(
        "title = \"T\"\nboard = \"B\"\nmeeting = \"2014-04-02\"\nauthor = \"A\"\nmarking = \"M\"\nsection = []\n\
         rounding = {{ method = \"nearest\", places = 1 }}\n\
         [[input]]\nfile = \"legal/claims.csv\"\nkind = \"{kind}\"\nsource = \"S\"\n"
    );
    let settings: Settings = table::settings(Source::new("paper.toml", settings.as_bytes())).unwrap();
    let shelf = Shelf::new(&files, &settings);
    let (mut material, mut problems) = (Material::default(), Vec::new());
    add(&mut Desk {
        shelf: &shelf,
        settings: &settings,
        as_at: day(2014, 4, 2),
        material: &mut material,
        problems: &mut problems,
    });
    assert!(problems.is_empty());
    assert_eq!(printed(&material.figures, "claims.in"), "9");
    let count = &material.counts[0];
    (count.good, count.not_yet_known)
}
