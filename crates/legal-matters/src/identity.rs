//! Names and numbers as they are compared: without case, spaces, hyphens, apostrophes and accents.

use chrono::NaiveDate;

use crate::claim::Claim;

/// What is compared of a claimant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) name: String,
    pub(crate) birth: Option<NaiveDate>,
    pub(crate) warrant: Option<String>,
}

/// What must be the same for two claims to concern one liability, whoever claims.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Matter {
    respondent: String,
    act: NaiveDate,
    head: String,
}

impl Identity {
    pub(crate) fn of(claim: &Claim) -> Self {
        let warrant = claim.warrant_number.value().map(|number| folded(number));
        Self {
            name: folded(&claim.claimant),
            birth: claim.date_of_birth.value().copied(),
            warrant: warrant.filter(|number| !number.is_empty()),
        }
    }
}

impl Matter {
    pub(crate) fn of(claim: &Claim) -> Self {
        Self { respondent: folded(&claim.respondent), act: claim.act_date, head: folded(&claim.head) }
    }
}

/// Letters and digits only, in lower case, Latin letters without their accents. A text without any is kept as it is.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => out.push_str(plain),
            None => out.push(letter),
        }
    }
    if out.is_empty() { text.trim().to_owned() } else { out }
}

/// The letter that is typed where the accent is not at hand.
const fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' => "s",
        'ť' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn one_name_written_in_several_ways_is_one_name() {
        for written in
            ["Siân O'Neill-Lloyd", "SIAN ONEILL LLOYD", "sian  o’neill–lloyd", "Sian O'Neill - Lloyd"]
        {
            assert_eq!(folded(written), "sianoneilllloyd", "{written}");
        }
    }

    #[test]
    fn another_letter_is_another_name() {
        assert_ne!(folded("Tessok"), folded("Tesok"));
        assert_ne!(folded("Иван"), folded("Ивана"));
        assert_eq!(folded(" - "), "-");
    }
}
