//! Articles for use in fraud.

use crime::conduct::{ArticlesDealing, FraudArticles};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("articles-for-use-in-fraud"),
    title: "Articles for use in fraud",
    says: "Making or supplying articles for use in fraud, and having them, are class 33A, each with its own code, recorded locally.",
    basis: edition::rules(
        "pages 81 and 97, Devices found on ATM machines and Offences that should NOT be referred to Report Fraud",
    ),
    in_force: edition::HELD,
    exemplar: "a man stopped with two cloned cards that he has not used, passed to Report Fraud and not recorded",
    mend: "record 33A: 053/44 if they were made or supplied, 053/43 if they were held",
};

/// Classes articles for use in fraud. Whether they were used for a fraud that is counted is another rule's question.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether they were made or supplied, or only held.
pub fn classify(articles: &FraudArticles, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.fraud_articles.dealing", &articles.dealing)? {
        ArticlesDealing::MadeOrSupplied => {
            ask.follows("made or supplied for use in fraud");
            crime("33A", "053/44", &RULE)
        }
        ArticlesDealing::Held => {
            ask.follows("held for use in fraud");
            crime("33A", "053/43", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/articles-for-use-in-fraud.toml"), classified);
    }
}
