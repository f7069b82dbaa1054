//! The room on small invented folders.

use rulebook::{Qualifier, Severity, day};
use table::Source;

use super::*;
use crate::{Inputs, read};

const MATTERS: &str = "matter,title,state,lead,next_step,next_day,next_as_printed,paragraph\n\
    mill,Fire at the mill,open,Head of Legal Services,inquest,2031-09-01,autumn,4\n\
    dam,Dam failure,not known,,hearing,not known,late summer,5\n";
const PARTIES: &str = "matter,party,role\nmill,Force K,interested person\nmill,Mill Ltd,defendant\n";
const QUANTITIES: &str = "matter,quantity,value,value_is,as_printed,paragraph\n\
    dam,claims,300,fewer than,just under 300,5\ndam,duplicate claims,not known,,some,5\ndam,Claims (stayed),12,,12,5\n";
const CONTRIBUTORS: &str = "matter,force,share,amount,state\n\
    dam,Force L,25%,\"£1,200.50\",agreed\ndam,Force M,not known,not known,agreed\ndam,Force N,,,\n";
const ORDERS: &str = "order,from,area,as_printed,paragraph\n\
    Quiet Order,2031-05-02,north,,6\nQuiet Order,2031-04-02,south,,6\n";
const PROCEEDINGS: &str = "matter,proceeding,kind,forum,active_from,active_to,known_from,next_step,next_as_printed,source\n\
    mill,Inquest,inquest,Coroner,2031-01-01,,2031-01-01,,,invented\n\
    mill,Trial,criminal,Crown Court,2031-07-01,,2031-07-01,,,invented\n\
    quarry,Appeal,civil,Court of Appeal,2031-01-01,,2031-01-01,,,invented\n";

fn source<'a>(file: &'a str, text: &'a str) -> Source<'a> {
    Source::new(file, text.as_bytes())
}

fn folder() -> Inputs<'static> {
    Inputs {
        matters: Some(source("legal/matters.csv", MATTERS)),
        parties: Some(source("legal/parties.csv", PARTIES)),
        multiple_claims: Some(source("legal/multiple_claims.csv", QUANTITIES)),
        contributors: Some(source("legal/contributors.csv", CONTRIBUTORS)),
        orders: Some(source("legal/orders.csv", ORDERS)),
        ..Inputs::default()
    }
}

fn answer(inputs: &Inputs<'_>) -> Answer {
    let proceedings = Proceeding::read(Source::new("legal/proceedings.csv", PROCEEDINGS.as_bytes())).unwrap();
    examine(&read(inputs).unwrap(), Some(&proceedings), day(2031, 6, 1))
}

fn printed(answer: &Answer, id: &str) -> String {
    let of_id: Vec<&Figure> = answer.figures.iter().filter(|figure| figure.id.as_str() == id).collect();
    assert_eq!(of_id.len(), 1, "{id}");
    of_id[0].printed()
}

#[test]
fn every_figure_says_what_the_tables_say() {
    let answer = answer(&folder());
    for (id, expected) in [
        ("legal.matters", "2"),
        ("legal.mill.state", "open"),
        ("legal.mill.lead", "Head of Legal Services"),
        ("legal.mill.next-step", "inquest"),
        ("legal.mill.next", "1 September 2031"),
        ("legal.mill.parties", "2"),
        ("legal.mill.proceedings", "1"),
        ("legal.dam.state", "not known"),
        ("legal.dam.lead", "not supplied"),
        ("legal.dam.next", "late summer"),
        ("legal.dam.claims", "fewer than 300"),
        ("legal.dam.duplicate-claims", "not known"),
        ("legal.dam.claims-stayed", "12"),
        ("legal.dam.contributors", "3"),
        ("legal.dam.contributors-without-amount", "2"),
        ("legal.orders.quiet-order.from", "2 April 2031"),
    ] {
        assert_eq!(printed(&answer, id), expected, "{id}");
    }
    assert!(answer.figures.iter().all(|figure| figure.id.as_str() != "legal.dam.parties"));
    let claims = answer.figures.iter().find(|figure| figure.id.as_str() == "legal.dam.claims").unwrap();
    assert_eq!(claims.qualifier, Qualifier::FewerThan);
    assert_eq!(claims.origin, [Place::row("legal/multiple_claims.csv", 2).at("value")]);
}

#[test]
fn labels_and_workings_are_in_plain_words() {
    let made = answer(&folder());
    let figure = |id: &str| made.figures.iter().find(|figure| figure.id.as_str() == id).unwrap();
    assert_eq!(figure("legal.dam.claims").label, "Dam failure: claims, as its source gives them");
    assert_eq!(figure("legal.dam.contributors").label, "Dam failure: who contributes to the costs");
    assert_eq!(figure("legal.mill.proceedings").working, "1 row counted");
    assert_eq!(figure("legal.matters").working, "2 rows counted");
    let unlisted = answer(&Inputs { matters: None, ..folder() });
    assert!(unlisted.figures.iter().any(|figure| figure.label == "dam: claims, as its source gives them"));
}

#[test]
fn what_is_missing_is_found_and_nothing_else() {
    let said: Vec<String> = answer(&folder()).findings.iter().map(Finding::to_string).collect();
    assert_eq!(
        said,
        [
            "legal/proceedings.csv, line 4, column matter: error [matter-known]: `Appeal` belongs to the matter `quarry`, which is not among the matters listed",
            "legal/contributors.csv, line 3, column amount: warning [contribution-known]: Force M to `Dam failure`: the contribution is agreed, its amount is not known",
            "legal/contributors.csv, line 4, column amount: note [contribution-known]: Force N to `Dam failure`: the amount is not supplied; whether it is agreed is not supplied",
        ]
    );
}

#[test]
fn a_row_of_an_unknown_matter_is_rejected_and_withholds_the_count() {
    let parties = "matter,party,role\nmill,Force K,interested person\nmil,Mill Ltd,defendant\n";
    let answer = answer(&Inputs { parties: Some(source("legal/parties.csv", parties)), ..folder() });
    assert_eq!(
        printed(&answer, "legal.mill.parties"),
        "withheld (1 of 2 rows of legal/parties.csv rejected)"
    );
    let finding = &answer.findings[0];
    assert_eq!((finding.rule.id.0, finding.severity), ("matter-known", Severity::Error));
    assert_eq!(finding.place, Some(Place::row("legal/parties.csv", 3).at("matter")));
}

#[test]
fn without_a_list_of_matters_no_row_is_rejected() {
    let answer = answer(&Inputs { matters: None, ..folder() });
    assert!(answer.findings.iter().all(|finding| finding.rule.id.0 != "matter-known"));
    assert_eq!(printed(&answer, "legal.dam.claims"), "fewer than 300");
}

#[test]
fn all_files_that_cannot_be_read_are_told_at_once() {
    let broken = Inputs {
        matters: Some(source("legal/matters.csv", "matter\nmill\n")),
        orders: Some(source("legal/orders.csv", "")),
        claim_settings: Some(source("legal/claims.toml", "pol = \"1\"\n")),
        ..Inputs::default()
    };
    let errors = read(&broken).unwrap_err();
    let files: Vec<&str> = errors.iter().map(|error| error.place().file.as_str()).collect();
    assert_eq!(files, ["legal/matters.csv", "legal/orders.csv", "legal/claims.toml"]);
}

#[test]
fn costs_are_shared_to_the_penny_or_not_at_all() {
    let shared = |weights: &str, pool: &str| {
        answer(&Inputs {
            shares: Some(source("legal/shares.csv", weights)),
            claim_settings: Some(source("legal/claims.toml", pool)),
            ..Inputs::default()
        })
    };
    let whole = shared("force,basis,weight\nK,officers,2\nL,officers,1\n", "pool = \"£1,000.00\"\n");
    assert_eq!(printed(&whole, "claims.share.k"), "£666.67");
    assert_eq!(printed(&whole, "claims.share.l"), "£333.33");
    assert_eq!(printed(&whole, "claims.shared"), printed(&whole, "claims.pool"));
    assert!(whole.findings.iter().all(|finding| finding.rule.id.0 != "shares-sum-to-the-pool"));

    let missing = shared("force,basis,weight\nK,officers,2\nL,claims,not known\n", "pool = \"1000\"\n");
    assert_eq!(printed(&missing, "claims.share.k"), "withheld (1 of 2 weights not known)");
    assert_eq!(printed(&missing, "claims.share.l"), "not known");
    assert_eq!(printed(&missing, "claims.shared"), "withheld (1 of 2 weights not known)");
    let sentences: Vec<&str> = missing
        .findings
        .iter()
        .filter(|finding| finding.rule.id.0 == "shares-sum-to-the-pool")
        .map(|finding| finding.sentence.as_str())
        .collect();
    assert_eq!(
        sentences,
        [
            "the costs are not shared: 1 of 2 weights not known",
            "the weights of one pool count different things: claims; officers",
        ]
    );
    let no_pool = shared("force,basis,weight\nK,officers,2\n", "");
    assert_eq!(printed(&no_pool, "claims.shared"), "withheld (the sum to be shared is not supplied)");
}

#[test]
fn a_quantity_may_not_take_the_name_of_another_figure() {
    let quantities = "matter,quantity,value,value_is,as_printed,paragraph\ndam,Contributors,7,,seven,5\n";
    let answer = answer(&Inputs {
        multiple_claims: Some(source("legal/multiple_claims.csv", quantities)),
        ..folder()
    });
    assert_eq!(printed(&answer, "legal.dam.contributors"), "3");
    assert!(
        answer.findings[0].sentence.starts_with("`Contributors` is the name of a figure"),
        "{}",
        answer.findings[0]
    );
}

#[test]
fn no_two_figures_share_an_id() {
    let made = synthetic::claims(1);
    let answer = answer(&Inputs {
        claims: Some(source("legal/claims.csv", &made.register_csv)),
        claim_settings: Some(source("legal/claims.toml", &made.settings_toml)),
        shares: Some(source("legal/shares.csv", &made.shares_csv)),
        ..folder()
    });
    let mut ids: Vec<&str> = answer.figures.iter().map(|figure| figure.id.as_str()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert_eq!(printed(&answer, "claims.shared"), "£412,345.67");
}
